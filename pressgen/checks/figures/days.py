"""Dates, periods and times of two languages: the same day, said more or less fully."""

from __future__ import annotations

import re
from decimal import Decimal

from pressgen.figures import Figure
from pressgen.regex import regex

AGREES, ALIKE, LOOSE = 0, 1, 2

_HALF_DAY, _AFTERNOON = 720, 13 * 60
_HALF = regex(
    r"[ap]\.?m\b|noon|midnight|morning|afternoon|evening|上午|下午|凌晨|清晨|早上|中午|晚", re.IGNORECASE
)

Parts = tuple[str, str, str]
"""Year, month and day, each "" where it is not said."""


def same_day(figure: Figure, other: Figure) -> int | None:
    """AGREES or ALIKE where two figures name one time, LOOSE where one says more of it; else None."""
    if (figure.kind, figure.value) == (other.kind, other.value):
        return AGREES
    if "time" in (figure.kind, other.kind):
        return _same_hour(figure, other)
    if "period" in (figure.kind, other.kind):
        return _same_period(figure, other)
    a, b = parts(figure), parts(other)
    if a is None or b is None:
        return None
    if compatible(a, b):
        return ALIKE if a == b else LOOSE
    return None


def parts(figure: Figure) -> Parts | None:
    """What a date, or a number that may be one (2023, the 24th), says of year, month and day."""
    if figure.kind == "date":
        return _split(str(figure.value))
    value = figure.value
    if isinstance(value, str) or figure.high is not None or value != int(value):
        return None
    if figure.kind == "ordinal" and 1 <= value <= 31:
        return "", "", f"{int(value):02}"
    if figure.kind == "number" and 1000 <= value <= 2199 and "," not in figure.text:
        return str(int(value)), "", ""
    return None


_END = regex("[底末][之以]?前")
_BEFORE = regex(r"\b(?:before|by the (?:start|beginning) of|ahead of)(?: the start of)? $", re.IGNORECASE)


def same_end(figure: Figure, text: str, other: Figure, english: str) -> bool:
    """Whether the end of a Chinese month or year is told as the start of the next: 五月底前, before June."""
    if not _END.match(text, figure.end) or not _BEFORE.search(english, max(0, other.start - 40), other.start):
        return False
    year, month, day = parts(figure) or ("", "", "")
    said = parts(other)
    if said is None or day or said[2] or not (year or month) or bool(month) != bool(said[1]):
        return False
    turns = not month or month == "12"
    following = f"{int(month) % 12 + 1:02}" if month else ""
    years = not (year and said[0]) or int(said[0]) == int(year) + turns
    return following == said[1] and years and (bool(month) or bool(year and said[0]))


def _split(value: str) -> Parts:
    year, month, day = ([part if part.isdigit() else "" for part in value.split("-")] + ["", "", ""])[:3]
    return year, month, day


def compatible(first: Parts, second: Parts) -> bool:
    """Whether nothing both say differs, and they share something."""
    both = [(a, b) for a, b in zip(first, second, strict=True) if a and b]
    return bool(both) and all(a == b for a, b in both)


def ends(figure: Figure) -> tuple[str, str] | None:
    """First and last day, month or year of a period."""
    first, slash, last = str(figure.value).partition("/")
    return (first, last) if figure.kind == "period" and slash else None


def _same_period(figure: Figure, other: Figure) -> int | None:
    a, b = ends(figure), ends(other)
    if a and b:
        return LOOSE if _fits(a[0], b[0]) and _fits(a[1], b[1]) else None
    period, rest = (figure, other) if a else (other, figure)
    if isinstance(rest.value, Decimal) and (length := _length(period)):
        counted = str(period.value).startswith("XXXX-01/") and ("", length[1])
        return LOOSE if _duration(rest) in (length, counted) else None
    return LOOSE if _begins_or_ends(period, rest) else None


def _begins_or_ends(period: Figure, date: Figure) -> bool:
    """Whether a year or month is the one a period begins or ends in."""
    said = parts(date)
    if said is None or said[2]:
        return False
    return any(compatible(_split(end), said) for end in ends(period) or ())


def _fits(word: str, other: str) -> bool:
    """Part for part, where X or nothing stands for what is not said."""
    said = [
        (a, b) for a, b in zip(word.split("-"), other.split("-"), strict=False) if a.isdigit() and b.isdigit()
    ]
    return bool(said) and all(a == b for a, b in said)


def _length(period: Figure) -> tuple[str, int] | None:
    """How long a period is, in whole years or months."""
    first, last = ends(period) or ("", "")
    low, high = first.split("-"), last.split("-")
    if len(low) == len(high) == 1 and low[0].isdigit() and high[0].isdigit():
        return "year", int(high[0]) - int(low[0]) + 1
    if len(low) == len(high) == 2 and low[0] == high[0] and low[1].isdigit() and high[1].isdigit():
        return "month", int(high[1]) - int(low[1]) + 1
    return None


def lasts(first: str, last: str, figure: Figure) -> bool:
    """Whether a quantity of time is as long as it is from one day or month to another, or to its end."""
    if figure.kind != "quantity" or figure.unit not in _MONTHS_IN or figure.high is not None:
        return False
    a, b = (_split(end) for end in (first, last))
    if not (a[1] and b[1]):
        return False
    months = (int(b[1]) - int(a[1])) % 12 + Decimal(int(b[2] or 0) - int(a[2] or 0)) / 30
    said = Decimal(figure.value) * _MONTHS_IN[figure.unit]
    return abs(said - months) <= Decimal("0.1") or (not a[2] and said == months + 1)


_MONTHS_IN = {"day": Decimal(1) / 30, "week": Decimal(7) / 30, "month": Decimal(1), "year": Decimal(12)}


def _duration(figure: Figure) -> tuple[str, int] | None:
    return (figure.unit, int(figure.value)) if isinstance(figure.value, Decimal) else None


def _same_hour(figure: Figure, other: Figure) -> int | None:
    """14:00 and 2:00 where one does not say the half of the day, 12 and 12:00."""
    a, b = _minutes(figure), _minutes(other)
    if a is None or b is None:
        return None
    if a == b:
        return ALIKE
    return LOOSE if (a - b) % _HALF_DAY == 0 else None


def says_half(figure: Figure, text: str) -> bool:
    """Whether a time of a text says which half of the day it is in: 16:40, 2:30 a.m., 下午2时30分."""
    if figure.kind != "time" or (_minutes(figure) or 0) >= _AFTERNOON:
        return figure.kind == "time"
    return bool(_HALF.search(text, max(0, figure.start - 3), figure.end + 3))


def _minutes(figure: Figure) -> int | None:
    if figure.kind == "time":
        hours, _, minutes = str(figure.value).partition(":")
        return int(hours) * 60 + int(minutes or 0) if hours.isdigit() and minutes[:2].isdigit() else None
    if figure.kind == "number" and isinstance(figure.value, Decimal) and 0 <= figure.value <= 24:
        return int(figure.value * 60)
    return None
