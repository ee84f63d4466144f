"""Which measure words count what a field counts: 2.3万余人次 counts no companies, 16万余人次 no people."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from pressgen import packaged
from pressgen.english import plural
from pressgen.events.fields import Noun
from pressgen.figures.figure import Figure
from pressgen.regex import regex
from pressgen.text import han


class Measure(NamedTuple):
    """A Chinese measure word: the class of what it counts, and what that is in English where it says so."""

    measure: str
    kind: str
    en: str
    plural: str


_PERSON, _VISIT, _THING, _ANY = "person", "visit", "thing", "any"
_TIMES, _VISITS = "次", "人次"
"""A field of 个 counts things, and 个 counts anything but visits."""


def fits(typed: str, noun: Noun) -> bool:
    """Whether a typed measure word or English noun counts what the field counts."""
    if not typed or not (noun.measure or noun.zh or noun.en):
        return True
    if not han(typed):
        return typed.casefold() in _english(noun)
    if typed in (noun.measure, noun.zh, noun.measure + noun.zh):
        return True
    words = (measure(typed), measure(noun.measure))
    typed_kind, kind = (word.kind if word else "" for word in words)
    times = noun.measure == _TIMES and typed == _VISITS  # a stream is watched so many times, by so many
    if times or {typed_kind, kind} == {_PERSON, _VISIT}:
        return True
    if typed_kind == _ANY:
        return kind != _VISIT
    return typed_kind in (kind, _THING if kind == _ANY else kind) and bool(typed_kind)


def carried(typed: str, noun: Noun) -> Measure | None:
    """A measure word that says another thing than the field: 人次 are visits, and never people."""
    word, declared = measure(typed), measure(noun.measure)
    if word and declared and {word.kind, declared.kind} == {_PERSON, _VISIT}:
        return word
    return None


def measure(word: str) -> Measure | None:
    """The measure word as the table knows it; full-width brackets are the same as others."""
    return _table().get(unicodedata.normalize("NFKC", word))


def narrowed(text: str, noun: Noun) -> Noun:
    """What a typed count says it counts, where that is the first of two: 16个国家 of 国家和地区.

    >>> both = Noun("个", "国家和地区", "country", "countries and regions")
    >>> [narrowed(text, both).zh for text in ("16个国家", "16 countries", "16个国家和地区", "16个")]
    ['国家', '国家', '国家和地区', '国家和地区']
    """
    first, second = noun.zh.partition("和")[0], noun.plural.partition(" and ")[0]
    if first == noun.zh or not text.strip().casefold().endswith((first, f" {second}")):
        return noun
    return replace(noun, zh=first, plural=second)


def without(text: str, noun: Noun) -> str:
    """A typed count without the thing counted: 267个项目 is 267个, one project is one."""
    text = text.strip()
    noun = narrowed(text, noun)
    if noun.zh and text.endswith(noun.zh) and len(text) > len(noun.zh):
        return text.removesuffix(noun.zh).strip()
    for name in sorted(sorted(_english(noun)), key=len, reverse=True):
        if text.casefold().endswith(f" {name}"):
            return text[: -len(name)].strip()
    return text


def single(text: str) -> Figure | None:
    """一家: one, which other texts mean as a word."""
    if text[:1] != "一" or measure(text[1:]) is None:
        return None
    return Figure("number", Decimal(1), "", 0, len(text), text, precision=Decimal(1), noun=text[1:])


def counted(text: str) -> tuple[str, str] | None:
    """A count whose measure word is rare, with a usual one, and the rare one: 2.1万个 of 2.1万碗.

    >>> counted("约550万册次以上"), counted("638.9万册（件）"), counted("9万纸鹤")
    (('约550万个以上', '册次'), ('638.9万个', '册（件）'), None)
    """
    found = _COUNTED.fullmatch(text.strip())
    if not found or not measure(found["measure"]):
        return None
    return f"{found['number']}个{found['most'] or ''}", found["measure"]


def unknown(text: str) -> tuple[str, str] | None:
    """The number and the unit of what looks like a count, where nobody knows its unit: 9万 and 纸鹤.

    >>> unknown("9万纸鹤以上"), unknown("9月"), unknown("9万碗")
    (('9万', '纸鹤'), None, None)
    """
    found = _COUNTED.fullmatch(text.strip())
    if (
        not found
        or measure(found["measure"])
        or measure(found["measure"][0])
        or found["measure"][0] in "年月日号时点分秒元角第"
    ):
        return None
    return found["number"], found["measure"]


def named(text: str, noun: Noun) -> bool:
    """Whether a typed count says itself what it counts: 5座工厂."""
    return without(text, noun) != text.strip()


def bare(figure: Figure) -> str:
    """A typed count without its measure word or noun: 2.3万余 of 2.3万余人次."""
    return figure.text.replace("（", "(").replace("）", ")").replace(figure.noun, "").strip()


def _english(noun: Noun) -> set[str]:
    forms = {noun.en, noun.plural or (plural(noun.en) if noun.en else "")} - {""}
    return {form.casefold() for form in forms}


_COUNTED = regex(
    r"(?P<number>(?:近|约|超过?|逾|至少|不足|不超过|不少于)?\d[\d,]*(?:\.\d+)?[十百千万亿]*[余多]?)"
    r"(?P<measure>[\u4e00-\u9fff]{1,4}?(?:[（(][\u4e00-\u9fff]{1,2}[）)])?)(?P<most>以上|以下|左右)?"
)


@cache
def _table() -> dict[str, Measure]:
    listed = packaged.rows(__file__, "measures.csv")
    return {row["measure"]: Measure(row["measure"], row["class"], row["en"], row["plural"]) for row in listed}
