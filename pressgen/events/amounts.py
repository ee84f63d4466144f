"""Amounts, counts, rates of change, dates and periods as a reporter types them, read as figures."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from pressgen import figures
from pressgen.errors import EventError, FigureError, Place
from pressgen.events import durations, levels, measures, moments, multiples, parts, unclear
from pressgen.events.fields import NOTHING, Kind, Noun
from pressgen.events.refusal import refuse, reworded
from pressgen.figures.figure import Figure, plain
from pressgen.figures.figure import Kind as Sort
from pressgen.figures.units import SPANS
from pressgen.regex import regex

LONGEST = 120
_BARE = regex(r"[+\-−]?[\d,]+(?:\.\d+)?(?:[eE][+\-]?\d{1,2})?")
_DAY = regex(r"\d{4}-\d{2}-\d{2}")

_SORTS: dict[Kind, tuple[Sort, ...]] = {
    "figure": ("money", "number", "quantity", "multiple", "fraction", "percent", "points"),
    "money": ("money",),
    "count": ("number", "quantity"),
    "number": ("number", "quantity", "multiple", "fraction"),
    "percent": ("percent", "points"),
    "points": ("points",),
    "change": ("percent", "points", "multiple"),
    "multiple": ("multiple",),
    "ordinal": ("ordinal",),
    "date": ("date",),
    "period": ("period", "date"),
}
_WANTED: dict[Kind, tuple[str, str]] = {
    "figure": ("数，如2405.72亿元、267个、71.5%", "a figure, such as 240.572 billion yuan, 267 or 71.5%"),
    "money": ("金额，如2405.72亿元", "a sum, such as 2405.72亿元 or 240.572 billion yuan"),
    "count": ("个数，如267个、30余家", "a count, such as 267 or over 30"),
    "number": ("数，如300", "a number, such as 300"),
    "percent": ("百分数，如+21.36%或0.5个百分点", "a percentage, such as +21.36% or 0.5 percentage points"),
    "points": ("百分点，如0.5个百分点", "percentage points, such as 0.5 percentage points"),
    "change": (
        "变化，如+21.36%、-0.5个百分点、翻一番、是上年同期的2.6倍",
        "a change, such as +21.36%, -0.5 percentage points, doubled or 2.6 times as many",
    ),
    "multiple": ("倍数，如2.6倍", "a multiple, such as 2.6 times"),
    "ordinal": ("序数，如第16届", "an ordinal, such as 第16届 or 16th"),
    "date": ("日期，如2023-07-14", "a date, such as 2023-07-14"),
    "period": ("时段，如2023年1—6月、2023-H1", "a period, such as 2023-H1 or 2023年1—6月"),
}
_ASKED: dict[Kind, Sort] = {"money": "money", "date": "date", "period": "date"}
"""What a text is tried as first: 2026 is a year only where a date is wanted."""
_UNITS: dict[Kind, str] = {"money": "CNY", "percent": "%", "points": "pp", "change": "%", "ordinal": ""}
"""The unit of a number that is written without one."""
_TIMES = SPANS.keys() - {"age"}
_FIRST = regex("首[届位次批家个名]")
_FLAT = regex(r"(?:与上年同期)?持平|flat|unchanged", re.IGNORECASE)


def read(kind: Kind, text: str, field: str, at: Place, noun: Noun = NOTHING) -> Figure:
    """The figure a reporter wrote in a field of this kind.

    A bare number is yuan in a sum and percent in a rate of change. Raises EventError: no figure, one of
    another kind, or one that cannot be (half a project, a tenth of a fen, a day no calendar has).
    """
    text = (kind == "date" and moments.stamp(text.strip())[:10]) or text
    plainly = levels.in_digits(durations.in_minutes(text.strip()))
    figure = _parsed(kind, plainly, field, at, noun)
    figure = replace(figure, text=text.strip()) if plainly != text.strip() else figure
    if figure.kind not in _SORTS[kind] or (kind == "money" and _vague(figure)):
        zh, en = _WANTED[kind]
        raise refuse(
            field,
            "“{text}”不是这里要的；请写{wanted_zh}",
            "“{text}” is not what belongs here; write {wanted_en}",
            at,
            text=text,
            wanted_zh=zh,
            wanted_en=en,
        )
    if kind == "count" and not measures.named(text, noun) and not measures.fits(figure.noun, noun):
        raise unclear.miscounted(figure, noun, field, at)
    for sound in _SOUND.get(kind, ()):
        if error := sound(figure, field, at):
            raise error
    return replace(figure, unit="CNY") if figure.kind == "money" and not figure.unit else figure


def moment(text: str, field: str, at: Place) -> str:
    """A day, or a day and a time to the minute, as ISO 8601. Raises EventError."""
    found = moments.parts(text.strip()[: LONGEST + 1])
    if found is None:
        return str(read("date", text, field, at).value)
    day, hour, minute = found
    ends_day = (hour, minute) == ("24", "00") and "." in field  # no release is published then
    if (int(hour) > 23 and not ends_day) or int(minute) > 59:
        raise refuse(
            field,
            "没有{time}这个时刻；请写00:00到23:59",
            "there is no {time} on a clock; write 00:00 to 23:59",
            at,
            time=f"{hour}:{minute}",
        )
    return f"{read('date', day, field, at).value}T{int(hour):02}:{minute}"


def _parsed(kind: Kind, text: str, field: str, at: Place, noun: Noun) -> Figure:
    if len(text) > LONGEST:
        raise refuse(
            field,
            "“{text}”太长，不是一个数；请只写一个数",
            "“{text}” is too long to be one figure; write one",
            at,
            text=text,
        )
    if kind == "change" and multiples.ambiguous(text):
        raise unclear.two_meanings(text, field, at)
    if kind == "period" and (error := unclear.before_month(text, field, at)):
        raise error
    if in_words := _multiple(kind, text) or _in_words(kind, text) or _part(kind, text, field, at):
        return in_words
    if kind == "count" and (noun.zh or noun.en):
        bare = measures.without(text, noun)
        rare = _rarely_counted(kind, bare, field, at)
        counted = measures.single(bare) or _any_figure(text) or rare or _figure(bare, None, field, at)
        return replace(counted, text=text, end=len(text))
    if kind in _UNITS and _BARE.fullmatch(unicodedata.normalize("NFKC", text)):
        number = _figure(text, "number", field, at)
        return replace(number, kind=_SORTS[kind][0], unit=_UNITS[kind])
    return _rarely_counted(kind, text, field, at) or _figure(text, _ASKED.get(kind), field, at)


def _in_words(kind: Kind, text: str) -> Figure | None:
    """持平 as no change, 首届 as the first."""
    if kind in ("percent", "points", "change") and _FLAT.fullmatch(text):
        return Figure(_SORTS[kind][0], Decimal(0), _UNITS[kind], 0, len(text), text)
    if kind == "ordinal" and _FIRST.fullmatch(text):
        return Figure("ordinal", Decimal(1), "", 0, len(text), text, noun=text[1:])
    return None


def _part(kind: Kind, text: str, field: str, at: Place) -> Figure | None:
    """A period by its two ends or one of its parts (2028年年底, early June), or the end of a day (24:00)."""
    clock = moments.parts(text) if kind == "period" else None
    if clock and clock[1:] == ("24", "00"):
        day = _figure(clock[0], "date", field, at)
        return replace(day, value=f"{day.value}T24:00", text=text, end=len(text))
    part = parts.of(text) if kind == "period" else None
    ends = parts.between(text) if kind == "period" else ""
    period = (part.this_year or part.whole) if part else ends
    return replace(_figure(period, "date", field, at), text=text, end=len(text)) if period else None


def _rarely_counted(kind: Kind, text: str, field: str, at: Place) -> Figure | None:
    """A count with a measure word that only the table of these knows: 2.1万碗."""
    number = measures.counted(text) if kind in ("count", "figure", "number") else None
    return (
        replace(_figure(number[0], None, field, at), text=text, end=len(text), noun=number[1])
        if number
        else None
    )


def _multiple(kind: Kind, text: str) -> Figure | None:
    if kind == "multiple":
        return multiples.bare(text)
    return multiples.read(text) if kind == "change" else None


def _figure(text: str, asked: Sort | None, field: str, at: Place) -> Figure:
    """The figure asked for, or the one of another kind that the text is."""
    try:
        return figures.parse(text, kind=asked)
    except FigureError as error:
        other = _any_figure(text) or _nearly(text)
        if other is None and (unit := measures.unknown(text)):
            raise unclear.unknown(text, *unit, field, at) from None
        if other is None:
            raise reworded(field, error, at) from None
        return other


def _nearly(text: str) -> Figure | None:
    """近10天 as nearly 10 days: in a text it would be the last 10 days, which no field asks for."""
    span = _any_figure(text[1:]) if text.startswith("近") else None
    return (
        replace(span, text=text, end=len(text), modifier="nearly") if span and span.unit in _TIMES else None
    )


def _any_figure(text: str) -> Figure | None:
    try:
        return figures.parse(text)
    except FigureError:
        return None


def _vague(figure: Figure) -> bool:
    """A small number in words without a unit: “two” is no sum."""
    small = isinstance(figure.value, Decimal) and abs(figure.value) < 10_000
    return small and not figure.unit and not any(character.isdigit() for character in figure.text)


def _amounts(figure: Figure) -> list[Decimal]:
    given = (figure.value, figure.low, figure.high)
    return [amount for amount in given if isinstance(amount, Decimal)]


def _decimals(amount: Decimal) -> int:
    return len(plain(amount).partition(".")[2])


def _whole_fen(figure: Figure, field: str, at: Place) -> EventError | None:
    if all(_decimals(amount) <= 2 for amount in _amounts(figure)):
        return None
    return refuse(
        field,
        "“{text}”比分还小；金额最多到分（两位小数）",
        "“{text}” is finer than a cent; write at most two decimals",
        at,
        text=figure.text,
    )


def _none_below_zero(figure: Figure, field: str, at: Place) -> EventError | None:
    if all(amount >= 0 for amount in _amounts(figure)):
        return None
    return refuse(
        field,
        "“{text}”小于0；这里的金额不能是负数，亏损、逆差请写成指标（indicator）",
        "“{text}” is below zero; no sum here can be, write a loss or a deficit as an indicator",
        at,
        text=figure.text,
    )


def _whole(figure: Figure, field: str, at: Place) -> EventError | None:
    if all(amount >= 0 and not _decimals(amount) for amount in _amounts(figure)):
        return None
    return refuse(
        field,
        "“{text}”不是个数；请写不小于0的整数",
        "“{text}” counts nothing; write a whole number, 0 or more",
        at,
        text=figure.text,
    )


def _full_day(figure: Figure, field: str, at: Place) -> EventError | None:
    if _DAY.fullmatch(str(figure.value)):
        return None
    return refuse(
        field,
        "“{text}”不是完整的日期；请写年月日，如2023-07-14",
        "“{text}” is not a whole date; write year, month and day, such as 2023-07-14",
        at,
        text=figure.text,
    )


def _said(figure: Figure, field: str, at: Place) -> EventError | None:
    """XXXX-XX is a way to say nothing."""
    if re.search(r"\d", str(figure.value)):
        return None
    return refuse(
        field,
        "“{text}”没有说是什么时候；请写时段，如2023年1—6月、上半年",
        "“{text}” does not say when; write a period, such as 2023-H1 or first half",
        at,
        text=figure.text,
    )


_SOUND: dict[Kind, tuple[Callable[[Figure, str, Place], EventError | None], ...]] = {
    "money": (_whole_fen, _none_below_zero),
    "count": (_whole,),
    "date": (_full_day,),
    "period": (_said,),
}
