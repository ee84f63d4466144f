"""Chinese dates, months, halves, quarters, years, decades and times of day, read."""

from __future__ import annotations

import re

from pressgen.figures import calendar
from pressgen.figures.figure import Figure, Kind
from pressgen.figures.reading import Reading
from pressgen.figures.zh import numerals, pattern

_DIGITS = str.maketrans("零一二三四五六七八九", "0123456789")
_PERIOD = re.compile("(下午|傍晚|晚上|晚间|夜间|当晚|今晚|晚)[ \u3000]*$")


def at(plain: str, text: str, start: int) -> Reading | None:
    """The date or time that begins exactly here, or None."""
    match = pattern.dated().match(plain, start)
    if match is None or match.end() == start:
        return None
    found = _meaning(match, plain)
    if found is None:
        return None
    kind, value = found
    figure = Figure(kind, value, "", start, match.end(), text[start : match.end()])
    return Reading(figure, start, match.end())


def _meaning(match: re.Match[str], plain: str) -> tuple[Kind, str] | None:
    said = match.groupdict()
    if said["iso"]:
        return _iso(said["iso"], said["sep"])
    if said["hour"]:
        return "time", calendar.clock(
            _hour(said["hour"], plain, match.start()), int(said["minute"] or said["minute2"])
        )
    if said["hour3"]:
        return "time", calendar.clock(_hour(said["hour3"], plain, match.start()), 0)
    if said["year1"]:
        return _years(said["year1"], str(said["year2"]))
    if said["years"]:
        return _years(said["years"][:4], said["years"][-4:])
    if said["decade"]:
        return _decade(said)
    if said["lone"]:
        return _days("XXXX", "XX", said["lone"], "XX", said["lone2"])
    return _part(said, (said["year"] or calendar.UNSAID_YEAR).translate(_DIGITS))


def _years(first: str, last: str) -> tuple[Kind, str] | None:
    return ("period", f"{first}/{last}") if first < last else None


def _part(said: dict[str, str | None], year: str) -> tuple[Kind, str] | None:
    if said["from"] and said["to"]:
        first, last = _number(said["from"]), _number(said["to"])
        return ("period", calendar.months(year, first, last)) if first < last else None
    if said["half"]:
        return "period", calendar.half(year, "上下".index(said["half"]) + 1)
    if said["quarter"]:
        return "period", calendar.quarter(year, _number(said["quarter"]))
    if said["quarters"]:
        return "period", calendar.months(year, 1, 3 * _number(said["quarters"]))
    if said["months"]:
        return "period", calendar.months(year, 1, _number(said["months"]))
    if said["month"] is None:
        return "date", year
    return _in_month(said, year, _number(said["month"]))


def _in_month(said: dict[str, str | None], year: str, month: int) -> tuple[Kind, str] | None:
    first, last = said["day"] or said["day3"] or said["day5"], said["day2"] or said["day4"]
    if not first:
        return "date", f"{year}-{month:02}"
    return _days(year, f"{month:02}", first, said["month2"] or f"{month:02}", last)


def _days(year: str, month: str, first: str, month2: str, last: str | None) -> tuple[Kind, str] | None:
    start = _day(year, month, first)
    if start is None or last is None:
        return start and ("date", start)
    end = _day(year, month2 if month2 == "XX" else f"{_number(month2):02}", last)
    return end and ("period", f"{start}/{end}")


def _day(year: str, month: str, number: str) -> str | None:
    if month == "XX":
        return f"{year}-XX-{_number(number):02}"
    return calendar.day(year, month, _number(number))


def _iso(text: str, mark: str) -> tuple[Kind, str] | None:
    value = calendar.day(*text.split(mark))
    return value and ("date", value)


def _hour(hour: str, plain: str, start: int) -> int:
    afternoon = _PERIOD.search(plain, max(0, start - 6), start) is not None
    return int(hour) + 12 if afternoon and int(hour) < 12 else int(hour)


def _decade(said: dict[str, str | None]) -> tuple[Kind, str]:
    century = said["century"] or "20"
    hundreds = 19 if century.startswith("上") else _number(century) - 1
    first = hundreds * 100 + _number(said["decade"] or "0")
    return "period", f"{first}/{first + 9}"


def _number(text: str) -> int:
    numeral = numerals.read(text)
    return int(numeral.low) if numeral else 0
