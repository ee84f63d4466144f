"""Words, names, texts, pinned rates and photos: the values of an event that are no figures."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from pressgen import figures
from pressgen import text as characters
from pressgen.errors import FigureError, Place, PressgenError, RateError, Wording
from pressgen.events import amounts, marks, multiples, pictures, reached, references, refusal
from pressgen.events.fields import FIGURES, Field
from pressgen.events.fitted import fitted
from pressgen.events.laboratory import latin_unit
from pressgen.events.refusal import refuse, reworded
from pressgen.events.values import REFERENCE, Name, Pin, Text, Value
from pressgen.regex import regex
from pressgen.source import Node, nearest

_WORD = regex(r"[A-Za-z0-9][A-Za-z0-9_.-]*")
_LABEL = regex(r"[A-Za-z0-9\u4e00-\u9fff][A-Za-z0-9\u4e00-\u9fff _.-]*")
_CALLED = ("release", "house")  # may also be filled in with the Chinese title of what there is
_BREAK = regex(rf"(?<=[{characters.HAN}，。；：、！？”）])\s*\n\s*(?=[{characters.HAN}“（])")
_LANGS = ("zh", "en")
_READING = "reading"
_UNREAD = regex(r"\s*[（(](?:读音待[核定查]|reading (?:open|to check))[）)]\s*$", re.IGNORECASE)
"""What stands behind a name in a cell, which has no room for ``reading: open``."""


def value(field: Field, node: Node, path: str, folder: Path) -> Value:
    """The value of a field that holds one. ``folder`` is the event's. Raises EventError."""
    if field.known and (known := _known(field, node)):
        return known
    if field.kind in _BILINGUAL:
        return fitted(_BILINGUAL[field.kind](node, path), field.speech)
    if field.kind == "rate":
        return _pin(node, path)
    if field.kind == "fact":
        return references.read(node, path)
    return _single(field, _plain(node, path), path, node.at, folder)


def _known(field: Field, node: Node) -> Text | None:
    """Words that the field knows in both languages already: 上月, the previous month; so it knows a year."""
    written = " ".join(node.value.split()).casefold() if isinstance(node.value, str) else ""
    if year := re.fullmatch(r"((?:19|20)\d\d)年", written):
        return Text(written, year[1])
    found = (each for each in field.known if written in (each.zh.casefold(), each.en.casefold()))
    return next((Text(each.zh, each.en) for each in found), None)


_LATIN_UNIT = regex(
    r"[<>≤≥±]?\s?\d[\d.,]*(?:\s?[-–—~]\s?\d[\d.,]*)?\s?(?!(?:mn|bn|tn|[kmb]|pp|mu|ha|kg|km)\b)(?:[A-Za-zµμ]{1,4}/[A-Za-z]{1,3}[²³23]?|NTU|pH|dB|μg|µg|mg|ppm|ppb|°C|℃|kWh|Hz|kPa|MPa|lux)"
)
"""What a laboratory prints, with a unit both languages write in Latin letters: 0.30 NTU, 0.18–0.40 mg/L."""


def left_out(node: Node) -> bool:
    """Nothing was written here; a form filled in by a program says so with quotes or brackets, too."""
    return node.blank or not node.value or node.value in ("~", "null")


def _single(field: Field, text: str, path: str, at: Place, folder: Path) -> Value:
    if field.kind in FIGURES:
        measured = latin_unit(text.strip()) if field.kind == "figure" else ""
        return (
            measured
            if _LATIN_UNIT.fullmatch(measured)
            else amounts.read(field.kind, text, path, at, field.noun)
        )
    if field.kind == "datetime":
        return amounts.moment(text, path, at)
    if field.kind == "photo":
        return pictures.read(text, path, at, folder)
    if field.kind in reached.KINDS:
        return reached.read(field.kind, text.strip(), path, at)
    return _choice(field, text, path, at) if field.kind == "choice" else _word(text, path, at)


def _plain(node: Node, path: str) -> str:
    if not isinstance(node.value, str):
        raise refuse(path, "此处只写一个值，不写列表", "one value belongs here, and no list", node.at)
    if not node.value.strip():
        raise refuse(path, "是空的；请写上，或删掉这一行", "is empty; fill it in or delete the line", node.at)
    return node.value


def _word(text: str, path: str, at: Place) -> str:
    if not (_LABEL if path in _CALLED else _WORD).fullmatch(text):
        raise refuse(
            path,
            "“{text}”只能含字母、数字、-、_和.",
            "“{text}” may hold only letters, digits, -, _ and .",
            at,
            text=text,
        )
    return text


def _choice(field: Field, text: str, path: str, at: Place) -> str:
    called = {name: word for word, label in field.choices.items() for name in (label.zh, label.en)}
    text = text if text in field.choices else called.get(text, text)
    if text not in field.choices:
        meant = nearest(text, [*field.choices, *called], 0.5)
        if meant:
            raise refuse(
                path,
                "没有“{text}”；是否为{meant}？",
                "there is no “{text}”; did you mean {meant}?",
                at,
                text=text,
                meant=meant,
            )
        raise refuse(
            path,
            "“{text}”不在可选值之内：{choices}",
            "“{text}” is none of {choices}",
            at,
            text=text,
            choices=Wording(
                "、".join(label.zh for label in field.choices.values()), ", ".join(field.choices)
            ),
        )
    return text


def _bilingual(node: Node, path: str) -> dict[str, str]:
    """The texts by language; a text by itself stands under an empty key."""
    if isinstance(node.value, str):
        return {"": _line(_plain(node, path), path, node.at)}
    if isinstance(node.value, list):
        raise refuse(
            path,
            "此处不能是列表；请写{{zh: …, en: …}}",
            "no list belongs here; write {{zh: …, en: …}}",
            node.at,
        )
    for key in node.value:
        if key not in _LANGS:
            raise _no_language(key, node, path)
    texts = {lang: text for lang, text in node.value.items() if not left_out(text)}
    if not texts:
        raise refuse(
            path,
            "中文和英文都是空的；至少写一种，或删掉这一项",
            "is empty in both languages; write one or delete it",
            node.at,
        )
    return {lang: _line(_plain(text, path), path, text.at) for lang, text in texts.items()}


def _no_language(key: str, node: Node, path: str) -> PressgenError:
    return refuse(
        path,
        "这里只能写zh和en，没有{key}；文字里有逗号时请加引号",
        "there are only zh and en here, not {key}; put text that holds a comma in quotes",
        node.keys.get(key, node.at),
        key=key,
    )


def _line(text: str, path: str, at: Place) -> str:
    """A text on one line: line ends go between Han characters and become blanks elsewhere."""
    text = text.strip()
    if "\n\n" in text:
        raise refuse(path, "里面有空行；一段写一项", "holds an empty line; write one item a paragraph", at)
    refusal.refuse_in_text(text, path, at)
    return " ".join(_BREAK.sub("", text).split("\n"))


def _text(node: Node, path: str) -> Text:
    texts = _bilingual(node, path)
    alone = texts.get("")
    if alone is None:
        return Text(**texts)
    lang = characters.script(REFERENCE.sub("", alone))
    return Text(alone, alone) if lang == "und" else Text(**{lang: alone})


def _mark(node: Node, path: str) -> Text:
    """A mark written once; what is given in both languages stands as it is."""
    texts = _bilingual(node, path)
    return Text(**texts) if len(texts) == 2 else marks.read(next(iter(texts.values())), path, node.at)


def _name(node: Node, path: str) -> Name:
    if isinstance(node.value, dict) and _READING in node.value:
        return _open_name(node, node.value, path)
    given = _bilingual(node, path)
    for text in given.values():
        refusal.refuse_as_name(text, path, node.at)
    texts = {lang: _UNREAD.sub("", text) for lang, text in given.items()}
    name = Name(texts.get("", ""), texts.get("zh", ""), texts.get("en", ""))
    return replace(name, open=True) if texts != given else name


def _open_name(node: Node, named: dict[str, Node], path: str) -> Name:
    """A name of which somebody has still to say how it is read: ``reading: open``."""
    reading = named[_READING]
    if not left_out(reading) and reading.value != "open":
        raise refuse(
            path,
            "reading只写open（读音待核）；核实后删去",
            "reading is only open, while it has to be checked; delete it when it is known",
            reading.at,
        )
    rest = {lang: text for lang, text in named.items() if lang != _READING}
    return replace(_name(Node(rest, node.at, node.keys), path), open=not left_out(reading))


def _cell(node: Node, path: str) -> Value:
    """A cell of a table: a figure if it is one, else a name; a dash is both languages' own.

    A rise told as a multiple (增长1.1倍) says in English that it is one: 2.1 times as much. A sign stays.
    """
    if isinstance(node.value, str):
        text = node.value.strip()[: amounts.LONGEST + 1]
        if multiples.is_verb(text, "zh") and (rise := multiples.read(text)):
            return Name(zh=text, en=f"{'twice' if rise.value == 2 else f'{rise.value} times'} as much")
        try:
            figure = figures.parse(text)
        except FigureError:
            pass
        else:
            signed = text[:1] in "+＋" and figure.kind == "percent"
            return Name(zh=text, en=text.replace("＋", "+")) if signed else figure
    name = _name(node, path)
    return Name(zh=name.text, en=name.text) if characters.script(name.text) == "und" and name.text else name


_UNCONVERTED = frozenset({"never", "none", "不折算", "不折"})
"""What is written instead of a rate where no sum of this release is converted."""


def _pin(node: Node, path: str) -> Pin:
    if isinstance(node.value, str) and node.value.strip().lower() in _UNCONVERTED:
        return Pin(never=True)
    if not isinstance(node.value, dict) or not node.value:
        raise refuse(
            path,
            "请写{{on: 2020-12-08}}，或{{USD: 6.536}}；这篇不折算就写never",
            "write {{on: 2020-12-08}} or {{USD: 6.536}}, or never where nothing is converted",
            node.at,
        )
    named = dict(node.value)
    on = named.pop("on", None)
    if on and named:
        raise refuse(path, "on和汇率只写一样；请删去一样", "write either on or the rate itself", node.at)
    if on:
        day = amounts.read("date", _plain(on, f"{path}.on"), f"{path}.on", on.at)
        return Pin(on=str(day.value))
    return Pin(prices={code: _price(code, price, path, node) for code, price in named.items()})


def _price(code: str, node: Node, path: str, pin: Node) -> Decimal:
    from pressgen.figures.rate import currency  # noqa: PLC0415  # few events pin a rate
    from pressgen.figures.rates import Rates  # noqa: PLC0415  # few events pin a rate

    if nearest(code.lower(), ["on", "date", "day"]):
        raise refuse(
            path,
            "没有{code}；是否为on？",
            "there is no {code}; did you mean on?",
            pin.keys.get(code, pin.at),
            code=code,
        )
    text = _plain(node, f"{path}.{code}")
    try:
        currency(code)
    except RateError as error:
        raise reworded(path, error, node.at) from None
    try:
        Rates.pinned(code, text)
    except RateError:
        raise refuse(
            path,
            "1 {code}不可能折合“{text}”元；请写1单位外币合多少元，如 USD: 6.536",
            "1 {code} cannot be “{text}” yuan; write what one unit costs in yuan, such as USD: 6.536",
            node.at,
            code=code,
            text=text,
        ) from None
    return Decimal(text)


_BILINGUAL: dict[str, Callable[[Node, str], Value]] = {
    "text": _text,
    "cells": _cell,
    "name": _name,
    "names": _name,
    "mark": _mark,
}
