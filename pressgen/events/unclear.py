"""Figures that count another thing, have a unit nobody knows or mean two things: what to write instead."""

from __future__ import annotations

from pressgen.english import plural
from pressgen.errors import EventError, Place
from pressgen.events import measures
from pressgen.events.fields import Noun
from pressgen.events.refusal import refuse
from pressgen.figures.figure import Figure
from pressgen.regex import regex

_BEFORE_MONTH = regex(r"(\d{4}年|今年|明年)?(\d{1,2})月(?:以前|之前|前)")


def two_meanings(text: str, field: str, at: Place) -> EventError:
    """A change that may be so much more, or so much in all."""
    return refuse(
        field,
        "“{text}”有两种意思；请写增长{text}，或是上年同期的{text}",
        "“{text}” has two meanings; write 增长{text} (so much more) or 是上年同期的{text} (so much in all)",
        at,
        text=text,
    )


def miscounted(figure: Figure, noun: Noun, field: str, at: Place) -> EventError:
    """A count of another thing than the field counts."""
    number = measures.bare(figure)
    return refuse(
        field,
        "“{text}”数的是{counted}，这里数的是{noun_zh}；请写{number}{measure}，或写到数那一样的字段里",
        "“{text}” counts {counted}, and {noun_en} are counted here; "
        "write {number}, or put it where it belongs",
        at,
        text=figure.text,
        counted=figure.noun,
        number=number,
        measure=noun.measure,
        noun_zh=noun.zh or noun.measure,
        noun_en=noun.plural or plural(noun.en),
    )


def unknown(text: str, number: str, unit: str, field: str, at: Place) -> EventError:
    """A count whose unit nobody knows."""
    return refuse(
        field,
        "“{text}”的单位“{unit}”不认识；请换成常用的量词，如{number}个、{number}次，要数的东西写在旁边的名称里",
        "“{unit}” of “{text}” is no unit known here; write a usual measure word, such as {number}个 or "
        "{number}次, and what is counted beside it",
        at,
        text=text,
        unit=unit,
        number=number,
    )


def before_month(text: str, field: str, at: Place) -> EventError | None:
    """6月前 may end with May or with June."""
    found = _BEFORE_MONTH.fullmatch(text)
    if not found:
        return None
    year, month = found[1] or "", int(found[2])
    return refuse(
        field,
        "“{text}”可以是到{before}，也可以是到{after}；请写其中一个",
        "“{text}” may mean by the end of that month or of the one before it; write {after} or {before}",
        at,
        text=text,
        after=f"{year}{month}月底前",
        before=f"{year}{month - 1}月底前" if month > 1 else f"{year}{month}月初前",
    )
