"""A figure with its companions: ``{value: 2405.72亿元, growth: +25.48%}``, or both in one cell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from pressgen.errors import EventError, Place
from pressgen.events import amounts
from pressgen.events.fields import Field
from pressgen.events.refusal import refuse
from pressgen.figures.figure import Figure
from pressgen.regex import regex
from pressgen.source import Node

_LANGS = ("zh", "en")
_OWN = ("value", *_LANGS)
"""The names of the figure itself among its companions."""
_BETWEEN = regex(r"\s*[；;]\s*")


IN_BOTH = " | "
"""Parts the languages of one companion in a cell."""


def accompanied(node: Node) -> bool:
    """Whether a figure is written as a mapping, or in one cell as ``2405.72亿元；同比+25.48%``."""
    return isinstance(node.value, dict) or (isinstance(node.value, str) and bool(_parts(node.value)[1:]))


def parted(node: Node, field: Field, path: str) -> tuple[Node, Node]:
    """The node of the figure itself, and that of its companions. Raises EventError."""
    if isinstance(node.value, str):
        node = _from_cell(node, node.value, field, path)
    named = node.value if isinstance(node.value, dict) else {}
    given = {name: named[name] for name in _OWN if name in named}
    rest = {name: child for name, child in named.items() if name not in _OWN}
    own = given.get("value") or Node(
        {name: given[name] for name in _LANGS if name in given}, node.at, node.keys
    )
    return own, replace(node, value=rest)


def figure(node: Node, field: Field, path: str) -> tuple[Figure, Mapping[str, Figure]]:
    """The figure, and as each language writes it where the event gives both. Raises EventError."""
    if isinstance(node.value, str) and node.value.strip():
        return amounts.read(field.kind, node.value, path, node.at, field.noun), {}
    given = _by_language(node, field, path)
    if not given:
        raise refuse(
            path,
            "缺少数值本身；请写value，如 value: {example}",
            "the figure itself is missing; write value, such as value: {example}",
            node.at,
            example=_example(field),
        )
    first, *others = given.values()
    for other in others:
        if not first.agrees(other):
            raise _unequal(path, first, other, node.at)
    return first, given


def _by_language(node: Node, field: Field, path: str) -> dict[str, Figure]:
    named = node.value if isinstance(node.value, dict) else {}
    for name in named:
        if name not in _LANGS:
            raise refuse(
                path,
                "数值只能写成一个，或{{zh: …, en: …}}，没有{name}",
                "a figure is one value or {{zh: …, en: …}}; there is no {name}",
                node.keys.get(name, node.at),
                name=name,
            )
    written = {
        lang: child for lang, child in named.items() if isinstance(child.value, str) and child.value.strip()
    }
    return {
        lang: amounts.read(field.kind, str(child.value), path, child.at, field.noun)
        for lang, child in written.items()
    }


def _unequal(path: str, first: Figure, second: Figure, at: Place) -> EventError:
    return refuse(
        path,
        "“{one}”和“{other}”不相等；请核对，或只写一种语言",
        "“{one}” and “{other}” are not equal; correct one, or write it in one language only",
        at,
        one=first.text,
        other=second.text,
    )


def _example(field: Field) -> str:
    example = field.example.value if field.example is not None else ""
    return example if isinstance(example, str) else ""


def _parts(text: str) -> list[str]:
    return [part for part in _BETWEEN.split(text.strip()) if part]


def _from_cell(node: Node, text: str, field: Field, path: str) -> Node:
    """``2405.72亿元；同比+25.48%`` as the mapping it stands for: each companion behind its label."""
    own, *rest = _parts(text)
    named = {"value": Node(own, node.at, {})}
    labels = {label: name for name, each in field.companions.items() for label in _labels(each)}
    for part in rest:
        label = max((each for each in labels if part.casefold().startswith(each)), key=len, default="")
        if not label:
            raise refuse(
                path,
                "“{text}”前面要写是什么，如“同比{text}”；可用：{known}",
                "“{text}” needs a word in front that says what it is; there are {known}",
                node.at,
                text=part,
                known="、".join(each.label.zh for each in field.companions.values()),
            )
        named[labels[label]] = _words(part[len(label) :].lstrip(" :：="), node.at)
    return Node(named, node.at, {})


def _words(text: str, at: Place) -> Node:
    """What stands behind a label; in both languages as ``上届 | the previous edition``."""
    zh, bar, en = text.partition(IN_BOTH)
    return Node({"zh": Node(zh, at, {}), "en": Node(en, at, {})} if bar else text, at, {})


def _labels(field: Field) -> tuple[str, ...]:
    return field.name, field.label.zh.casefold(), field.label.en.casefold()
