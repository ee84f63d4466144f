"""Chinese dates, months, halves, quarters, years, decades and times of day, read."""

from __future__ import annotations

import re
from collections.abc import Callable

from pressgen.figures import calendar
from pressgen.figures.figure import Figure, Kind
from pressgen.figures.reading import Reading
from pressgen.figures.zh import numerals, pattern

Said = dict[str, str | None]
Meaning = tuple[Kind, str] | None

_MAYBE = re.compile(
    r"[0-9零一二三四五六七八九十]{1,4}[ \u3000\xa0]{0,2}[年月日时点季世:/—–~至到-]|[0-9]{4}\.[0-9]|[上下前第]"
)
"""How every date begins; what does not is spared the longer pattern."""
_UNDATED = re.compile(r"[0-9]+(?:[,万亿%个]|\.[0-9]+[万亿%个元 ])")
_DIGITS = str.maketrans("零一二三四五六七八九", "0123456789")
_AFTERNOON = re.compile("(下午|傍晚|晚上|晚间|夜间|当晚|今晚|晚)[ \u3000]*$")


def at(plain: str, text: str, start: int) -> Reading | None:
    """The date or time that begins exactly here, or None."""
    if not _MAYBE.match(plain, start) or _UNDATED.match(plain, start):
        return None
    match = pattern.dated().match(plain, start)
    if match is None or match.end() == start:
        return None
    found = _meaning(match, plain)
    if found is None:
        return None
    kind, value = found
    figure = Figure(kind, value, "", start, match.end(), text[start : match.end()])
    return Reading(figure, start, match.end())


def _meaning(match: re.Match[str], plain: str) -> Meaning:
    said = match.groupdict()
    if match.lastgroup in _CLOCKS:
        return _time(said, plain, match.start())
    if match.lastgroup in _READERS:
        return _READERS[match.lastgroup](said)
    return _part(said, (said["year"] or calendar.UNSAID_YEAR).translate(_DIGITS))


def _time(said: Said, plain: str, start: int) -> Meaning:
    hour = _number(next((said[name] for name in _HOURS if said[name]), None) or "0")
    half = "30" if said["hour6"] else "0"
    minute = _number(said["minute"] or said["minute2"] or said["minute4"] or half)
    afternoon = _AFTERNOON.search(plain, max(0, start - 6), start) is not None
    return "time", calendar.clock(hour + 12 if afternoon and hour < 12 else hour, minute)


def _years(first: str, last: str) -> Meaning:
    return ("period", f"{first}/{last}") if first < last else None


def _season(said: Said) -> Meaning:
    """2014-15赛季 ends in the year after it began."""
    first = str(said["season1"])
    return _years(first, first[:2] + str(said["season2"]))


def _part(said: Said, year: str) -> Meaning:
    """What is said of a year: days, months, a half, a quarter, the first quarters, or nothing."""
    if said["month"]:
        return _in_month(said, year, _number(said["month"]))
    if said["from"] and said["to"]:
        first, last = _number(said["from"]), _number(said["to"])
        return ("period", calendar.months(year, first, last)) if first < last else None
    if said["half"]:
        return "period", calendar.half(year, "上下".index(said["half"]) + 1)
    if said["quarter"]:
        return "period", calendar.quarter(year, _number(said["quarter"]))
    last = 3 * _number(said["quarters"] or "0") + _number(said["months"] or "0")
    return ("period", calendar.months(year, 1, last)) if last else ("date", year)


def _in_month(said: Said, year: str, month: int) -> Meaning:
    first, last = said["day"] or said["day3"] or said["day5"], said["day2"] or said["day4"]
    if not first:
        return "date", f"{year}-{month:02}"
    return _days(year, f"{month:02}", first, said["month2"] or f"{month:02}", last)


def _days(year: str, month: str, first: str, month2: str, last: str | None) -> Meaning:
    start = _day(year, month, first)
    if start is None or last is None:
        return ("date", start) if start else None
    end = _day(year, month2 if month2 == "XX" else f"{_number(month2):02}", last)
    return ("period", f"{start}/{end}") if end else None


def _day(year: str, month: str, number: str) -> str | None:
    if month == "XX":
        return f"{year}-XX-{_number(number):02}"
    return calendar.day(year, month, _number(number))


def _iso(said: Said) -> Meaning:
    value = calendar.day(*str(said["iso"]).split(str(said["sep"])))
    return ("date", value) if value else None


def _decade(said: Said) -> Meaning:
    century = said["century"] or "20"
    hundreds = 19 if century.startswith("上") else _number(century) - 1
    first = hundreds * 100 + _number(said["decade"] or "0")
    return "period", f"{first}/{first + 9}"


def _lone(said: Said) -> Meaning:
    return _days(calendar.UNSAID_YEAR, "XX", str(said["lone"]), "XX", said["lone2"])


def _number(text: str) -> int:
    if text.isascii():
        return int(text)
    numeral = numerals.read(text)
    return int(numeral.low) if numeral else 0


_HOURS = ("hour", "hour3", "hour4", "hour5", "hour6")
_CLOCKS = frozenset(("minute", "minute2", "hour3", "minute4", "hour5", "hour6"))
_READERS: dict[str | None, Callable[[Said], Meaning]] = {
    "iso": _iso,
    "year2": lambda said: _years(str(said["year1"]), str(said["year2"])),
    "years": lambda said: _years(str(said["years"])[:4], str(said["years"])[-4:]),
    "season2": _season,
    "decade": _decade,
    "lone": _lone,
    "lone2": _lone,
}
"""By the last group of the pattern that matched."""
