"""Chinese dates, months, halves, quarters, years, decades and times of day, read."""

from __future__ import annotations

import re
from collections.abc import Callable

from pressgen.figures import calendar
from pressgen.figures.figure import Figure, Kind
from pressgen.figures.reading import Reading
from pressgen.figures.zh import numerals, pattern
from pressgen.regex import regex

Said = dict[str, str | None]
Meaning = tuple[Kind, str] | None

_MAYBE = regex(
    r"[0-9零一二两三四五六七八九十]{1,4}[ \u3000\xa0]{0,2}"
    r"[年月日时点季世:/—–~至到·•・、和与及-]|[0-9]{4}\.[0-9]|[上下前第]"
)
"""How every date begins; what does not is spared the longer pattern."""
_UNDATED = regex(r"[0-9]+(?:[,万亿%个]|\.[0-9]+[万亿%个元 ])")
_DIGITS = str.maketrans("零一二三四五六七八九", "0123456789")
_AFTERNOON = regex("(?:下午|傍晚|晚上|晚间|夜间|夜里|午后|晚|中午)[ \u3000]*$")
_PART_OF_DAY = regex(
    "(?:上午|中午|下午|傍晚|早上|早晨|晚上|晚间|夜间|夜里|深夜|凌晨|清晨|午后|晚)[ \u3000]*$"
)
_NOON, _MIDNIGHT = "中午", ("凌晨", "晚上", "晚", "夜里", "夜间", "深夜", "午夜")


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
    part = _PART_OF_DAY.search(plain, max(0, start - 6), start) if kind == "time" else None
    return Reading(figure, part.start() if part else start, match.end())


def _meaning(match: re.Match[str], plain: str) -> Meaning:
    said = match.groupdict()
    if match.lastgroup in _CLOCKS:
        return _time(said, plain, match.start())
    if match.lastgroup in _READERS:
        return _READERS[match.lastgroup](said)
    return _part(said, (said["year"] or calendar.UNSAID_YEAR).translate(_DIGITS))


def _time(said: Said, plain: str, start: int) -> Meaning:
    hour = _number(next((said[name] for name in _HOURS if said[name]), None) or "0")
    quarter = {"半": "30", "一刻": "15", "三刻": "45"}.get(said["quarter6"] or "", "0")
    minute = _number(said["minute"] or said["minute2"] or said["minute4"] or quarter)
    return "time", calendar.clock(_of_day(hour, plain, start), minute)


def _of_day(hour: int, plain: str, start: int) -> int:
    """The hour by the part of the day in front of it: 下午3时 is 15, 中午1点 13, 凌晨12点 0."""
    before = plain[max(0, start - 4) : start].rstrip(" \u3000")
    if hour == 12 and before.endswith(_MIDNIGHT):
        return 0
    part = _AFTERNOON.search(plain, max(0, start - 6), start)
    if part is None or hour >= 12 or (part.group().startswith(_NOON) and hour > 3):
        return hour
    return hour + 12


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


def _named(said: Said) -> Meaning:
    """3·15 is a day known by its date."""
    value = calendar.day(calendar.UNSAID_YEAR, *re.split("[·•・]", str(said["named"])))
    return ("date", value) if value else None


def _stretch(said: Said) -> Meaning:
    """14—16日 are days of a month; how long something takes is told in 天."""
    first, last = _number(str(said["lone3"])), _number(str(said["lone4"]))
    unsaid = f"{calendar.UNSAID_YEAR}-XX-"
    return ("period", f"{unsaid}{first:02}/{unsaid}{last:02}") if first < last else None


def _listed(said: Said) -> Meaning:
    """The first of 20、21日."""
    return "date", f"{calendar.UNSAID_YEAR}-XX-{_number(str(said['listed'])):02}"


_HOURS = ("hour", "hour3", "hour4", "hour5", "hour6", "hour7")
_CLOCKS = frozenset(("minute", "minute2", "hour3", "minute4", "hour5", "quarter6", "hour7"))
_READERS: dict[str | None, Callable[[Said], Meaning]] = {
    "iso": _iso,
    "year2": lambda said: _years(str(said["year1"]), str(said["year2"])),
    "years": lambda said: _years(str(said["years"])[:4], str(said["years"])[-4:]),
    "season2": _season,
    "decade": _decade,
    "decade4": lambda said: _years(str(said["decade4"]), str(int(str(said["decade4"])) + 9)),
    "lone": _lone,
    "lone4": _stretch,
    "listed": _listed,
    "named": _named,
    "lone2": _lone,
}
"""By the last group of the pattern that matched."""
