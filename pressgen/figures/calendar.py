"""Dates and stretches of time as ISO 8601 text, with X for what a text does not say."""

from __future__ import annotations

from functools import lru_cache

from pressgen.errors import FigureError

UNSAID_YEAR = "XXXX"
_LEAP = 2000


@lru_cache(maxsize=4096)
def day(year: str, month: int | str, number: int | str) -> str | None:
    """``2023-07-14``, or None where there is no such day; an unsaid year is taken for a leap year.

    >>> day("XXXX", 2, 29), day("2023", 2, 29)
    ('XXXX-02-29', None)
    """
    from datetime import date  # noqa: PLC0415  # only who reads a day needs to know the calendar

    try:
        date(_LEAP if year == UNSAID_YEAR else int(year), int(month), int(number))
    except ValueError:
        return None
    return f"{year}-{int(month):02}-{int(number):02}"


def months(year: str, first: int, last: int) -> str:
    """``2023-01/2023-06``."""
    return f"{year}-{first:02}/{year}-{last:02}"


def half(year: str, number: int) -> str:
    """The first or second half of a year."""
    return months(year, 6 * number - 5, 6 * number)


def quarter(year: str, number: int) -> str:
    """One quarter of a year."""
    return months(year, 3 * number - 2, 3 * number)


def clock(hour: int, minute: int) -> str:
    """``16:17``."""
    return f"{hour:02}:{minute:02}"


def says_nothing(value: str) -> bool:
    """Whether the finest part of a date is unsaid, and so all of it: ``XXXX``, ``XXXX-XX``, ``2023-XX``."""
    return value.endswith("X")


def no_date(value: str) -> FigureError:
    """The error for text of ISO's form that names no time."""
    return FigureError(
        "“{value}”里没有日期；请写作2023-07-14",
        "“{value}” says no date; write 2023-07-14",
        value=value,
    )


def undated(text: str) -> FigureError:
    """The error for words that name no day, with how days are written."""
    zh = "“{text}”看不出是哪一天；日期写作2023-07-14、7月14日，时段写作2023年1—6月"
    en = "“{text}” names no day; write 2023-07-14 or July 14, a period as 2023-01/2023-06"
    return FigureError(zh, en, text=text[:60])
