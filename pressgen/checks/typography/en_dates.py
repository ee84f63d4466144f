"""English dates and times: May 18, 2023; 9:30 a.m.; noon."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from pressgen.checks.typography.habit import PRESS, Edit, Finder, Habit, every, lazy, replaced, rule, when
from pressgen.regex import regex

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
MONTH = f"(?:{'|'.join(MONTHS)})"
_SHORT = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
_ANY = rf"(?:{'|'.join(MONTHS)}|{_SHORT}\b\.?)"
_YEAR = r"(?:19|20)\d\d"
_TH = "(?:st|nd|rd|th)"
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _full(month: str) -> str:
    """The month's whole name: Sept. is September."""
    return next(name for name in MONTHS if name.startswith(month[:3]))


def _dated(pattern: str, say: Callable[[re.Match[str]], str], *, safe: bool = False) -> Finder:
    """A finder for dates in which ``say`` spells out the month."""
    compiled = lazy(pattern)

    def find(text: str) -> Iterator[Edit]:
        for match in compiled().finditer(text):
            fixed = say(match)
            if fixed != match.group():
                yield Edit(match.start(), match.end(), fixed, safe)

    return find


_NUMERIC = regex(
    r"(?<![\w.\-/])((?:19|20)\d\d)([./-])(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?![\d\-/]|\.\d)(?! ?\d\d?:)"
)
_SLASHED = regex(rf"(?<![\w.\-/])(\d\d?)([./])(\d\d?)\2({_YEAR})(?![\d\-/]|\.\d)")

_VERSION = regex(r"\b(?:version|release|build|revision|update|firmware|v)\.? $", re.IGNORECASE)


def _numeric(text: str) -> Iterator[Edit]:
    for match in _NUMERIC.finditer(text):
        if _VERSION.search(text, 0, match.start()):
            continue
        month = MONTHS[int(match[3]) - 1]
        yield Edit(match.start(), match.end(), f"{month} {int(match[4])}, {match[1]}", safe=False)
    for match in _SLASHED.finditer(text):
        day, month_number = sorted((int(match[1]), int(match[3])), reverse=True)
        if 1 <= month_number <= 12 < day <= 31:
            yield Edit(
                match.start(), match.end(), f"{MONTHS[month_number - 1]} {day}, {match[4]}", safe=False
            )


_BEFORE_MONTH = every(
    _dated(
        rf"\b(from )(\d{{1,2}}){_TH}? (to|until) (\d{{1,2}}){_TH}?(?: of)? ({_ANY})(?:,? "
            rf"({_YEAR}))?(?![\w-])",
        lambda found: f"{found[1]}{_full(found[5])} {found[2]} {found[3]} {found[4]}"
        + (f", {found[6]}" if found[6] else ""),
    ),
    _dated(
        rf"\b(\d{{1,2}}){_TH}? ?[-–] ?(\d{{1,2}}){_TH}?(?: of)? ({_ANY})(?:,? ({_YEAR}))?(?![\w-])",
        lambda found: f"{_full(found[3])} {found[1]}–{found[2]}" + (f", {found[4]}" if found[4] else ""),
    ),
    _dated(
        rf"\b(?:[Tt]he )?(\d{{1,2}}){_TH}?(?: day)?(?: of)? ({_ANY}),? ({_YEAR})\b",
        lambda found: f"{_full(found[2])} {int(found[1])}, {found[3]}",
    ),
    _dated(
        rf"\b(?:the )?(\d{{1,2}}){_TH}(?: day)? of ({MONTH})(?! \d)\b",
        lambda found: f"{found[2]} {int(found[1])}",
    ),
    _dated(
        rf"\b((?:[Oo]n|[Ff]rom|[Bb]y|[Uu]ntil|[Ss]ince|[Tt]ill) )(\d{{1,2}}){_TH}? ({_ANY})(?! ?\d| "
            r"Day\b)(?!\w)",
        lambda found: f"{found[1]}{_full(found[3])} {int(found[2])}",
    ),
)  # fmt: skip
"""14 July, the 14th of July."""
_WITH_YEAR = every(
    _dated(
        rf"\b({MONTH})[.,] ?(\d{{1,2}}){_TH}?(?:,? ?|\. ?)({_YEAR})\b",
        lambda found: f"{found[1]} {found[2]}, {found[3]}",
        safe=True,
    ),
    _dated(
        rf"\b({MONTH}) (\d{{1,2}})(?:{_TH},? ?|\. ?| )({_YEAR})\b",
        lambda found: f"{found[1]} {found[2]}, {found[3]}",
        safe=True,
    ),
)
_SHORTENED = every(
    _dated(
        r"\b((?:Mar|Apr|Jun|Jul|Sep)\.?|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)(?!\.)) (\d{1,2})(?![\d:]|,\d)",
        lambda found: f"{_full(found[1])} {found[2]}",
    ),
    _dated(rf"\b({_SHORT})\.?,? ({_YEAR})\b", lambda found: f"{_full(found[1])} {found[2]}"),
)
_OF_YEAR = every(
    replaced(rf"\b({MONTH})(?:,| of|, of| of the year) ({_YEAR})\b", r"\1 \2"),
    replaced(rf"\b[Ii]n the year (?:of )?(?={_YEAR}\b)", "in ", safe=False),
    replaced(
        rf"(?<=\b[Oo]n )({MONTH} \d{{1,2}}, {_YEAR})(?= (?:the|an?|it|he|she|they|we)\b)",
        r"\1,",
        safe=False,
    ),
)
_DECADES = every(
    replaced(r"\b((?:19|20)\d0)[’'](?=s\b)", r"\1"),
    replaced(r"\b(the (?:early |mid-|late )?)[’']?(\d0)[’']s\b", r"\1’\2s", safe=False),
)
_FORMS = every(
    when(rf"\d{_TH}?(?: day)?(?: of)? {_ANY}", _BEFORE_MONTH),
    when(
        rf"\d{_TH}",
        _dated(
            rf"\b({MONTH}) (\d{{1,2}}){_TH}( to | and |[-–])(?:the )?(\d{{1,2}}){_TH}\b",
            lambda found: f"{found[1]} {found[2]}{found[3].replace('-', '–')}{found[4]}",
        ),
    ),
    when(_YEAR, _WITH_YEAR),
    when(rf"\d{_TH}", replaced(rf"\b({MONTH}) (?:the )?(\d{{1,2}}){_TH}\b", r"\1 \2")),
    when(rf"{_SHORT}\b", _SHORTENED),
    when(_YEAR, _OF_YEAR),
    _dated(
        rf"(?<![Tt]he )\b(Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)(?:\.,?|,) (?={MONTH} \d)",
        lambda found: next(day for day in _WEEKDAYS if day.startswith(found[1][:3])) + ", ",
    ),
    when(r"\d[./-]\d", _numeric),
    when(r"\d0[’']s", _DECADES),
)

_HALF = r"(?:AM|PM|am|pm|A\.M\.?|P\.M\.?|a\.m|p\.m|Am|Pm|a\. m\.|p\. m\.|a\.m\.|p\.m\.)"
_CLOCK = regex(
    rf"(?<![\d.:])(\d{{1,2}})((?::|\.(?=\d\d[ \u00a0]?[ap]))\d\d)?(?: o[’']clock)?[ "
    rf"\u00a0]?({_HALF})(?![\w.]*\w)(\.?)"
    r"( (?:in the (?:morning|afternoon|evening)|at night)\b)?"
)


def _clock(text: str) -> Iterator[Edit]:
    """9:30 AM, 9:30am, 15:00 p.m., 9:00 a.m. in the morning: a small half of the day, nothing twice."""
    for match in _CLOCK.finditer(text):
        hour, half = int(match[1]), match[3][0].lower()
        minutes = (match[2] or "").replace(".", ":")
        if hour > 24 or (minutes and int(minutes[1:]) > 59):
            continue
        fixed = _said(hour - 12 if hour > 12 and half == "p" else hour, minutes, half)
        end = match.end()
        if match[4] and match[3].endswith("."):
            end = match.start(4)
        elif match[5] and text[end : end + 1] == ".":
            end += 1
        if fixed != text[match.start() : end]:
            yield Edit(match.start(), end, fixed, safe=hour <= 12 and minutes != ":00" and not match[5])


def _said(hour: int, minutes: str, half: str) -> str:
    if hour == 12 and minutes in ("", ":00"):
        return "noon" if half == "p" else "midnight"
    return f"{hour}{'' if minutes == ':00' else minutes} {half}.m."


HABITS = (
    Habit(
        rule(
            "date-form",
            "note",
            "日期写作“{fixed}”，不写“{text}”",
            "write the date as {fixed}, not {text}",
            PRESS,
        ),
        when(rf"{_ANY}|\d[./]\d|\d0[’']s\b|the year", _FORMS),
        ("dateline", "cell", "note"),
    ),
    Habit(
        rule(
            "time-form",
            "note",
            "时间写作“{fixed}”，不写“{text}”",
            "write the time as {fixed}, not {text}",
            PRESS,
        ),
        when(
            r"[\d \u00a0k][AaPp]\.? ?[Mm]|noon|midnight",
            every(
                replaced(r"\b12(?::00)?(?: o[’']clock)? (noon|midnight)\b", r"\1"),
                replaced(r"\b(noon|midnight) (?:12(?::00)?)(?: o[’']clock)?(?![\d:])", r"\1", safe=False),
                _clock,
            ),
        ),
    ),
)
