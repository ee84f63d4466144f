"""One figure read from the whole of a text, as people write it into an event file."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from pressgen.errors import FigureError
from pressgen.figures import calendar
from pressgen.figures.figure import Figure, Kind
from pressgen.figures.find import readings
from pressgen.figures.refused import DIGITS, refuse, unreadable
from pressgen.regex import regex
from pressgen.text import Language, han

if TYPE_CHECKING:
    from pressgen.figures.reading import Reading

_FALL = regex(
    "(?i)(?:同比|环比)?(?:下降|减少|下滑|回落|下跌|降低|缩减)(?:了|到)?"
    "|(?:down|fell|falling|declined|decreased|dropped)(?: by)? "
)
_RISE = regex(
    "(?i)(?:同比|环比)?(?:增长|上升|上涨|增加|提高|提升)(?:了)?(?!到|至)"
    "|(?:up|rose|rising|grew|increased|gained)(?: by)? |[+＋] ?"
)
_YEAR = regex("(1[5-9]|20)[0-9]{2}年?")
_MONTH = regex("([0-9]{4})-(0[1-9]|1[0-2])")
_HALF = regex("([0-9]{4})[- ]?[Hh]([12])")
_QUARTER = regex("([0-9]{4})[- ]?[Qq]([1-4])")
_STAMP = regex(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})[ T]([0-9]{1,2}:[0-9]{2})(?::[0-9]{2}(?:\.[0-9]+)?)?(?:\+08:?00)?"
)
_COMPACT = regex("((?:19|20)[0-9]{2})([01][0-9])([0-3][0-9])")
_SPAN = regex("(X{4}|[0-9]{4})(-[0-9X]{2}(-[0-9X]{2})?)?/(X{4}|[0-9]{4})(-[0-9X]{2}(-[0-9X]{2})?)?")
_UNSAID = regex("X{4}-([0-9]{2}|XX)(-([0-9]{2}))?")
_POWER = regex("([-+]?[0-9]+(?:[.][0-9]+)?)[eE][+]?([0-9]{1,2})")
_TO = frozenset(("—", "——", "–", "-", "~", "至", "到", "to"))
_THE = regex("(?i)^the ")
_THIS_YEAR = regex("(?i)(?:今年|本年度?)(?P<zh>.+)|(?P<en>.+?)(?: of)? this year")
_CLOCK = regex("([01]?[0-9]|2[0-3])[:：]([0-5][0-9])")


def parse(text: str, lang: Language | None = None, kind: Kind | None = None) -> Figure:
    """The one figure a text writes from its first sign to its last; hedges and measure word belong to it.

    ``lang`` is tried first; without it, either language is. A bare number with ``kind="money"`` becomes a
    sum without a currency, which the caller knows; with ``kind="date"`` four digits become a year. Raises
    ``FigureError``, naming the text and what to write instead, where it is no figure, two, or ambiguous.

    >>> parse("2405.72亿元").value, parse("240.572 billion yuan").unit, parse("30余家").modifier
    (Decimal('240572000000'), 'CNY', 'over')
    """
    stripped = " ".join(text.split()) if isinstance(text, str) else str(text)
    refuse(stripped)
    figure = _as_iso(stripped, kind) or _signed(stripped, lang)
    if figure is None:
        raise calendar.undated(stripped) if kind in ("date", "period") else unreadable(stripped)
    return _of_kind(replace(figure, start=0, end=len(stripped), text=stripped), stripped, kind)


def _as_iso(text: str, kind: Kind | None) -> Figure | None:
    """ISO 8601 and what comes near it, a year alone, and 2.40572e11."""
    if power := _POWER.fullmatch(text):
        value = Decimal(power[1]).scaleb(int(power[2]))
        if value.adjusted() >= DIGITS:
            raise unreadable(text)
        return Figure("number", value + 0, "", 0, 0, "", precision=Decimal(1))
    if kind == "date" and _YEAR.fullmatch(text):
        return Figure("date", text[:4], "", 0, 0, "")
    if kind == "date" and (compact := _COMPACT.fullmatch(text)):
        return _compact(compact)
    for pattern, read in _ISO:
        if match := pattern.fullmatch(text):
            return read(match)
    return None


def _stamp(match: re.Match[str]) -> Figure:
    day = parse(match[1], kind="date")
    hour, minute = match[2].split(":")
    if int(hour) > 23:
        raise unreadable(match[0])
    return Figure("date", f"{day.value}T{int(hour):02}:{minute}", "", 0, 0, "")


def _span(match: re.Match[str]) -> Figure:
    first, last = match[0].split("/")
    ordered = first <= last or ("X" in first + last and not _same_unsaid(first, last))
    if len(first) != len(last) or not (_real(first) and _real(last)) or not ordered:
        raise _no_day(match[0])
    if calendar.says_nothing(first) or calendar.says_nothing(last):
        raise calendar.no_date(match[0])
    return Figure("period", match[0], "", 0, 0, "")


def _same_unsaid(first: str, last: str) -> bool:
    """Whether the two leave the same parts unsaid, so that one can be the later."""
    return [part.startswith("X") for part in first.split("-")] == [
        part.startswith("X") for part in last.split("-")
    ]


def _compact(match: re.Match[str]) -> Figure:
    value = f"{match[1]}-{match[2]}-{match[3]}"
    if not _real(value):
        raise _no_day(match[0])
    return Figure("date", value, "", 0, 0, "")


def _unsaid(match: re.Match[str]) -> Figure:
    if calendar.says_nothing(match[0]):
        raise calendar.no_date(match[0])
    if not _real(match[0]):
        raise _no_day(match[0])
    return Figure("date", match[0], "", 0, 0, "")


def _clock(match: re.Match[str]) -> Figure:
    return Figure("time", f"{int(match[1]):02}:{match[2]}", "", 0, 0, "")


_ISO: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Figure]], ...] = (
    (_MONTH, lambda match: Figure("date", match[0], "", 0, 0, "")),
    (_HALF, lambda match: Figure("period", calendar.half(match[1], int(match[2])), "", 0, 0, "")),
    (_QUARTER, lambda match: Figure("period", calendar.quarter(match[1], int(match[2])), "", 0, 0, "")),
    (_STAMP, _stamp),
    (_SPAN, _span),
    (_UNSAID, _unsaid),
    (_CLOCK, _clock),
)


def _real(text: str) -> bool:
    """Whether the calendar has such a day, month or year."""
    year, month, day = [*text.split("-"), "01", "01"][:3]
    return calendar.day(year, month.replace("XX", "01"), day.replace("XX", "01")) is not None


def _no_day(text: str) -> FigureError:
    return FigureError(
        "“{text}”：日历上没有这样的日期；请核对年、月、日",
        "“{text}”: the calendar has no such day; check year, month and day",
        text=text[:60],
    )


def _signed(text: str, lang: Language | None) -> Figure | None:
    """A figure with 增长, 下降, up or down in front of it."""
    figure = _whole(text, lang)
    for pattern, sign in ((_FALL, -1), (_RISE, 1)):
        match = pattern.match(text)
        if figure is None and match and match.end() < len(text):
            figure = _whole(text[match.end() :], lang)
            if figure is not None and figure.kind in ("percent", "points", "number", "money", "quantity"):
                return _turned(figure, sign)
    return figure


def _turned(figure: Figure, sign: int) -> Figure:
    low, high = (None if end is None else end * sign for end in (figure.low, figure.high))
    if sign < 0:
        low, high = high, low
    return replace(figure, value=Decimal(figure.value) * sign, low=low, high=high)


def _whole(text: str, lang: Language | None) -> Figure | None:
    """The one figure that fills the text."""
    if re.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}$", text) and not _real(text):
        raise _no_day(text)
    languages: tuple[Language, ...] = (lang,) if lang else ("zh", "en") if han(text) else ("en", "zh")
    for language in languages:
        found = readings(text, language)
        whole = [reading.figure for reading in found if _fills(reading, text)]
        if whole or (whole := _joined(found, text)):
            return whole[0]
    this = _THIS_YEAR.fullmatch(text)
    return _whole(this["zh"] or this["en"], lang) if this and (this["zh"] or this["en"]) else None


def _joined(found: list[Reading], text: str) -> list[Figure]:
    """A day and a time of day, or two days of different years, written one after the other."""
    if len(found) != 2 or text[: found[0].start].strip() or text[found[1].end :].strip():
        return []
    first, last = (reading.figure for reading in found)
    between = text[found[0].end : found[1].start].strip(" ,，")
    if not between and {first.kind, last.kind} == {"date", "time"}:
        day, clock = (first, last) if first.kind == "date" else (last, first)
        return [replace(day, value=f"{day.value}T{clock.value}")]
    dated = first.kind == last.kind == "date" and between in _TO
    return [_span_of(str(first.value), str(last.value))] if dated else []


def _span_of(first: str, last: str) -> Figure:
    match = _SPAN.fullmatch(f"{first}/{last}")
    if match is None:
        raise _no_day(f"{first}/{last}")
    return _span(match)


def _fills(reading: Reading, text: str) -> bool:
    rest = _THE.sub("", text[: reading.start]) + text[reading.end :]
    noun = reading.figure.noun
    return not rest.strip() or (noun.isascii() and rest.strip() == noun and reading.start == 0)


def _of_kind(figure: Figure, text: str, kind: Kind | None) -> Figure:
    """The figure if it is of the kind wanted; a bare number may be a sum whose currency is known."""
    if kind is None or figure.kind == kind:
        return figure
    if kind == "money" and figure.kind == "number" and not figure.noun:
        return replace(figure, kind="money")
    if kind == "date" and figure.kind == "ordinal" and 1 <= figure.value <= 31 and not han(text):  # type: ignore[operator]  # an ordinal is a number
        return replace(figure, kind="date", value=f"XXXX-XX-{int(figure.value):02}", precision=None)
    if {kind, figure.kind} in ({"number", "quantity"}, {"date", "period"}, {"number", "ordinal"}):
        return figure
    raise FigureError(
        "“{text}”是{found}，这里要的是{wanted}",
        "“{text}” is {found_en}; {wanted_en} is wanted here",
        text=text[:60],
        found=_NAMES[figure.kind][0],
        wanted=_NAMES[kind][0],
        found_en=_NAMES[figure.kind][1],
        wanted_en=_NAMES[kind][1],
    )


_NAMES: dict[Kind, tuple[str, str]] = {
    "money": ("金额", "a sum of money (240.572 billion yuan)"),
    "number": ("数目", "a plain number (267)"),
    "percent": ("百分比", "a percentage (21.36%)"),
    "points": ("百分点", "percentage points (0.5 percentage points)"),
    "multiple": ("倍数", "a multiple (3 times)"),
    "fraction": ("分数", "a fraction (1/3)"),
    "ordinal": ("序数", "an ordinal (16th)"),
    "date": ("日期", "a date (2023-07-14)"),
    "period": ("时段", "a period (2023-01/2023-06)"),
    "time": ("时刻", "a time of day (16:17)"),
    "quantity": ("带单位的数量", "a quantity (300 mu)"),
}
