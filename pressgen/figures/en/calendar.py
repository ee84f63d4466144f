"""Dates, periods and times written in English."""

from __future__ import annotations

from functools import cache

from pressgen.figures import calendar

_PARTS = {
    ("01", "03"): "the first quarter",
    ("04", "06"): "the second quarter",
    ("07", "09"): "the third quarter",
    ("10", "12"): "the fourth quarter",
    ("01", "06"): "the first half",
    ("07", "12"): "the second half",
    ("01", "09"): "the first three quarters",
}


def write(kind: str, value: str) -> str:
    """ISO 8601 text in English.

    >>> write("date", "2023-07-14"), write("period", "2023-01/2023-06"), write("time", "16:17")
    ('July 14, 2023', 'the first half of 2023', '4:17 p.m.')
    """
    if kind == "time":
        return _clock(value)
    if "/" in value:
        return _period(*value.split("/"))
    day, _, clock = value.partition("T")
    return f"{_clock(clock)}, {_date(day)}" if clock else _date(day)


def _clock(value: str) -> str:
    hour, minute = value.split(":")
    return f"{(int(hour) - 1) % 12 + 1}:{minute} {'p' if int(hour) >= 12 else 'a'}.m."


def _date(value: str) -> str:
    """One day, month or year; what is not said is left out."""
    if calendar.says_nothing(value):
        raise calendar.no_date(value)
    year, month, day = [*value.split("-"), "", ""][:3]
    if month.startswith("X") and day:
        return f"the {ordinal(int(day))}"
    said = "" if year.startswith("X") else year
    if not month:
        return said
    named = f"{_month(month)} {int(day)}" if day else _month(month)
    return named + (f"{',' if day else ''} {said}" if said else "")


def ordinal(value: int) -> str:
    """1st, 2nd, 3rd, 11th, 21st."""
    ending = "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value:,}{ending}"


def _period(first: str, last: str) -> str:
    if calendar.says_nothing(first) or calendar.says_nothing(last):
        raise calendar.no_date(f"{first}/{last}")
    if len(first) == 4:
        return _years(first, last)
    said = "" if first.startswith("X") else first[:4]
    if first[:4] != last[:4] or "XX" in (first[5:7], last[5:7]):
        return f"{_date(first)} to {_date(last)}"
    if len(first) == 7:
        return _months(first[5:7], last[5:7], said)
    end = str(int(last[8:])) if first[:7] == last[:7] else f"{_month(last[5:7])} {int(last[8:])}"
    return f"{_month(first[5:7])} {int(first[8:])}-{end}" + (f", {said}" if said else "")


def _months(first: str, last: str, year: str) -> str:
    named = _PARTS.get((first, last))
    if named:
        return named + (f" of {year}" if year else "")
    return f"{_month(first)}-{_month(last)}" + (f" {year}" if year else "")


def _years(first: str, last: str) -> str:
    if first.endswith("0") and int(last) - int(first) == 9:
        return f"the {first}s"
    return f"{first}-{last}"


@cache
def _month(number: str) -> str:
    from babel import Locale  # noqa: PLC0415  # a finder of figures needs no Babel

    return str(Locale("en").months["format"]["wide"][int(number)])
