"""English dates, months, halves, quarters, years, decades and times of day, read."""

from __future__ import annotations

import re

from pressgen.figures import calendar
from pressgen.figures.en import pattern
from pressgen.figures.en.words import MONTHS, ORDINALS, SMALL
from pressgen.figures.figure import Figure, Kind
from pressgen.figures.reading import Reading
from pressgen.regex import regex

Said = dict[str, str | None]
Meaning = tuple[Kind, str] | None

_UNDATED = regex(
    r"[0-9]+(?:,[0-9]|%|\.[0-9]++(?! ?[ap]\.? ?m\b)(?!\.[0-9])| (?:percent|million|billion|trillion)\b)"
)
_NAMES = frozenset({"may", "march", "mar", "sep", "dec", "jan", "jun", "jul"})
"""Months that are as often verbs or somebody's name: He Jun, Jan Bakker."""
_BEFORE_MONTH = regex(
    r"(?:in|of|since|by|from|to|until|till|last|this|next|early|late|mid|through|between|and|for|than|during|"
    r"before|after|around|against|,|[0-9])[ -]$"
)
_AFTER_MONTH = regex(" (?:next|last|this) year")
_IN_MIDST = regex(r"(?<![A-Za-z])(?!the )[a-z]{2,6} $")
_AT_TIME = (
    "in|of|since|by|from|to|until|till|than|and|year|early|late|mid|through|before|after|during|between|for|fiscal|fy|"
    "over|around|the|end"
)
_BEFORE_YEAR = regex(rf"(?:\b(?:{_AT_TIME}|(?:19|20)[0-9][0-9],?)|[(\"“‘',/–-])[ -]?$")
_COUNTED_AFTER = regex(
    r" [a-z]+(?<![isu])s\b|-[a-z]| (?:percent|million|billion|people|yuan|mu|rmb|hectares)\b| ?%"
)
_NOT_COUNTED = (
    "was|is|has|as|its|versus|vs|this|thus|his|sales|figures|results|games|plans|levels|prices|earnings|statistics|"
    "olympics|olympic|times|sees|saw"
)
_DIGITS = regex("[0-9]{1,2}")
_UNCOUNTED = regex(rf" (?:{_NOT_COUNTED})\b")


def at(low: str, text: str, start: int) -> list[Reading]:
    """The date or time that begins exactly here, and the days listed behind it: August 20, 21 and 22.

    An impossible or ambiguous one is passed over.
    """
    match = None if _UNDATED.match(low, start) else pattern.dated().match(low, start)
    if match is None:
        return []
    said = match.groupdict()
    if said["dm"] in _NAMES and not said["dy"] and text[match.start("dm")].islower():
        return []  # nobody under 12 may enter
    listed = _listed(said, low, match) if said["m"] or said["d1"] or said["m4"] else []
    if listed:
        return [_reading(text, "date", *day) for day in listed]
    found = _meaning(said, low, text, match)
    return [_reading(text, *found, start, match.end())] if found else []


def _reading(text: str, kind: Kind, value: str, start: int, end: int) -> Reading:
    return Reading(Figure(kind, value, "", start, end, text[start:end]), start, end)


def _listed(said: Said, low: str, match: re.Match[str]) -> list[tuple[str, int, int]]:
    """Days of one month side by side, each with its place: 20 and 21 August, August 20 and 21, 2023."""
    start = match.start()
    if "and" in (said["dj"] or "") and not _is_between(low, start):
        month, year, end = number(str(said["dm"])), said["dy"], match.end()
        days = [match.span("d1"), (match.start("d2"), end)]
    elif said["m"] and not said["m2"] and (more := _more(low, match)):
        month, year, end = number(str(said["m"])), more["year"], more.end()
        rest = [
            day.span() for day in _DIGITS.finditer(low, more.start(), more.start("year") if year else end)
        ]
        days = [(start, match.end("day")), *rest[:-1], (rest[-1][0], end)]
    elif said["m"] and not said["m2"] and "and" in (said["mj"] or "") and not _is_between(low, start):
        month, year, days = number(str(said["m"])), None, [(start, match.end("day"))]
    elif said["m3"] and said["m4"] and number(str(said["m3"])) > number(str(said["m4"])):
        return _two_months(said, match)
    else:
        return []
    year = year or calendar.UNSAID_YEAR
    first = {start: said["day"]} if said["m"] else {}
    values = [
        calendar.day(year, month, str(first.get(at) or low[at:to]).split(" ")[0].rstrip("stndrh,"))
        for at, to in days
    ]
    return [(value, *place) for value, place in zip(values, days, strict=True) if value]


def _two_months(said: Said, match: re.Match[str]) -> list[tuple[str, int, int]]:
    """November through March, which begins in the year before it ends."""
    months = [number(str(said[name])) for name in ("m3", "m4")]
    year = said["y3"] or calendar.UNSAID_YEAR
    places = [match.span("m3"), (match.start("m4"), match.end())]
    return [
        (f"{year if at else calendar.UNSAID_YEAR}-{month:02}", *places[at]) for at, month in enumerate(months)
    ]


def _is_between(low: str, start: int) -> bool:
    return low.endswith("between ", 0, start)


def _more(low: str, match: re.Match[str]) -> re.Match[str] | None:
    """What lists more days behind the first one of a month, where they are no count of something."""
    if _is_between(low, match.start()):
        return None
    more = pattern.days().match(low, match.end("day"))
    counted = more and _COUNTED_AFTER.match(low, more.end()) and not _UNCOUNTED.match(low, more.end())
    return None if counted else more


def _meaning(said: Said, low: str, text: str, match: re.Match[str]) -> Meaning:
    for name, read in _READERS.items():
        if said[name] is not None:
            return read(said)
    if said["m3"]:
        return _month(said, low, text, match.start())
    return _year(said, low, match)


def _iso(said: Said) -> Meaning:
    value = calendar.day(*str(said["iso"]).split(str(said["sep"])))
    return ("date", value) if value else None


def _slashed(said: Said) -> Meaning:
    """14/07/2023 can be read one way only, 03/04/2023 cannot."""
    first, second, year = str(said["slashed"]).split("/")
    if len(year) != 4 or (int(first) <= 12 and int(second) <= 12 and first != second):
        return None
    day, month = (first, second) if int(first) > 12 else (second, first)
    value = calendar.day(year, month, day)
    return ("date", value) if value else None


def _time(said: Said) -> Meaning:
    hour = int(said["hour"] or 0)
    if not 1 <= hour <= 12:
        return None
    return "time", calendar.clock(hour % 12 + 12 * (said["noon"] == "p"), int(said["minute"] or 0))


def _clock12(said: Said) -> Meaning:
    """Five o'clock in the afternoon; without the part of the day it is as it stands."""
    hour = SMALL.get(str(said["hour12"])) or int(str(said["hour12"]))
    later = said["part"] in ("afternoon", "evening") or said["night"] is not None
    return "time", calendar.clock(hour % 12 + 12 if later else hour, 0)


def _twelve(said: Said) -> Meaning:
    return "time", "12:00" if said["twelve"] == "noon" else "00:00"


def _time24(said: Said) -> Meaning:
    return "time", calendar.clock(int(said["hour24"] or 0), int(said["minute24"] or 0))


def _season(said: Said) -> Meaning:
    """2021/22 ends in the year after it began."""
    first, last = str(said["season"]).split("/")
    return (
        ("period", f"{first}/{first[:2]}{last}")
        if int(last) == (int(first) + 1) % 100 and last != "00"
        else None
    )


def _named(said: Said) -> Meaning:
    """3·15 is a day known by its date."""
    value = calendar.day(calendar.UNSAID_YEAR, *re.split("[·•・]", str(said["named"])))
    return ("date", value) if value else None


def _decade(said: Said) -> Meaning:
    first = int(said["decade"] or 0)
    return "period", f"{first}/{first + 9}"


def _years(said: Said) -> Meaning:
    first, last = str(said["year1"]), str(said["year2"])
    last = first[: 4 - len(last)] + last
    return (
        ("period", f"{first}/{last}")
        if 0 < int(last) - int(first) <= (10 if len(str(said["year2"])) == 2 else 200)
        else None
    )


def _day_month(said: Said) -> Meaning:
    return _days(said["dy"], str(said["dm"]), str(said["d1"]), str(said["dm"]), said["d2"])


def _month_day(said: Said) -> Meaning:
    return _days(said["y"], str(said["m"]), str(said["day"]), said["m2"] or str(said["m"]), said["day2"])


def _days(year: str | None, month: str, first: str, month2: str, last: str | None) -> Meaning:
    year = year or calendar.UNSAID_YEAR
    start = calendar.day(year, number(month), first.rstrip("stndrh"))
    if start is None or last is None:
        return ("date", start) if start else None
    end = calendar.day(year, number(month2), last.rstrip("stndrh"))
    return ("period", f"{start}/{end}") if end else None


def _half(said: Said) -> Meaning:
    return "period", calendar.half(said["hy"] or calendar.UNSAID_YEAR, _nth(str(said["half"])))


def _quarter(said: Said) -> Meaning:
    return "period", calendar.quarter(said["qy"] or calendar.UNSAID_YEAR, _nth(str(said["quarter"])))


def _first_months(said: Said) -> Meaning:
    count = SMALL.get(str(said["months"])) or int(str(said["months"]))
    last = count * (3 if said["what"] == "quarters" else 1)
    return (
        ("period", calendar.months(said["fy"] or calendar.UNSAID_YEAR, 1, last)) if 0 < last <= 12 else None
    )


def _short_quarter(said: Said) -> Meaning:
    year = f"20{said['qshort']}" if said["qshort"] else said["qqy"]
    return "period", calendar.quarter(year or calendar.UNSAID_YEAR, int(said["q"] or 0))


def _quarter_year(said: Said) -> Meaning:
    year = said["nqy"] or calendar.UNSAID_YEAR
    return "period", calendar.quarter("20" + year if len(year) == 2 else year, int(said["nq"] or 0))


def _short_half(said: Said) -> Meaning:
    return "period", calendar.half(said["hhy"] or calendar.UNSAID_YEAR, int(said["h"] or 0))


def _half_year(said: Said) -> Meaning:
    year = said["nhy"] or calendar.UNSAID_YEAR
    return "period", calendar.half("20" + year if len(year) == 2 else year, int(said["nh"] or 0))


_READERS = {
    "iso": _iso, "slashed": _slashed, "hour": _time, "hour12": _clock12, "twelve": _twelve, "hour24": _time24,
    "season": _season, "named": _named, "decade": _decade, "year1": _years, "d1": _day_month, "m": _month_day,
    "half": _half, "quarter": _quarter, "months": _first_months, "q": _short_quarter, "nq": _quarter_year,
    "nh": _half_year, "h": _short_half,
}  # fmt: skip


def _month(said: Said, low: str, text: str, start: int) -> Meaning:
    name, last = str(said["m3"]).rstrip("."), said["m4"]
    if not text[start].isupper():
        return None
    if (
        not last
        and not said["y3"]
        and name in _NAMES
        and low.strip(" .") != name
        and not _BEFORE_MONTH.search(low, max(0, start - 8), start)
        and not (name == "march" and _IN_MIDST.search(text, max(0, start - 8), start))
        and not _AFTER_MONTH.match(low, start + len(name))
    ):
        return None
    year = said["y3"] or calendar.UNSAID_YEAR
    if last:
        return (
            ("period", calendar.months(year, number(name), number(last)))
            if number(name) < number(last)
            else None
        )
    return "date", f"{year}-{number(name):02}"


def _year(said: Said, low: str, match: re.Match[str]) -> Meaning:
    """Four digits are a year where the words around them say so."""
    start, end = match.span()
    if _COUNTED_AFTER.match(low, end) and not _UNCOUNTED.match(low, end):
        return None
    if (
        low[start - 1 : start].isalnum()
        or low[start - 1 : start] in tuple("$¥£€.")
        or low[end : end + 1] in ("-", "/")
    ):
        return None
    usual = (
        start == 0 or _BEFORE_YEAR.search(low, max(0, start - 9), start) or "1949" < low[start:end] < "2060"
    )
    return ("date", str(said["bare"])) if usual and len(low.strip()) > 4 else None


def number(month: str) -> int:
    """The number of a month by its name."""
    return MONTHS[month.rstrip(".")]


def _nth(word: str) -> int:
    return ORDINALS.get(word) or int(word[0])
