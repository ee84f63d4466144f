"""English dates and times: May 18, 2023; 9:30 a.m.; noon."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressgen.checks.typography.habit import PRESS, Edit, Habit, every, replaced, rule

_NAMES = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
_MONTH = f"({'|'.join(_NAMES)})"
_NUMERIC = re.compile(
    r"(?<![\w.\-/])((?:19|20)\d\d)([./-])(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?![\d\-/]|\.\d)(?! ?\d\d?:)"
)
_CLOCK = re.compile(
    r"(?<![\d.:])(\d{1,2})(:\d\d)?[ \u00a0]?(AM|PM|am|pm|A\.M\.|P\.M\.|a\.m|p\.m|Am|Pm)(?![\w.]*\w)(\.?)"
)


def _numeric(text: str) -> Iterator[Edit]:
    for match in _NUMERIC.finditer(text):
        month = _NAMES[int(match[3]) - 1]
        yield Edit(match.start(), match.end(), f"{month} {int(match[4])}, {match[1]}", safe=False)


def _clock(text: str) -> Iterator[Edit]:
    """9:30 AM, 9:30am, 15:00 p.m.: the half of the day in small letters with stops."""
    for match in _CLOCK.finditer(text):
        hour, half = int(match[1]), match[3][0].lower()
        if hour > 24 or (hour < 13 and match[3] in ("a.m", "p.m") and match[4]):
            continue
        said = hour - 12 if hour > 12 and half == "p" else hour
        yield Edit(match.start(), match.end(), f"{said}{match[2] or ''} {half}.m.", safe=hour <= 12)


HABITS = (
    Habit(
        rule(
            "date-form",
            "note",
            "日期写作“{fixed}”，不写“{text}”",
            "write the date as {fixed}, not {text}",
            PRESS,
        ),
        every(
            replaced(
                rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH},? ((?:19|20)\d\d)\b",
                r"\2 \1, \3",
                safe=False,
            ),
            replaced(rf"\b{_MONTH} (\d{{1,2}})(?:st|nd|rd|th),? ?((?:19|20)\d\d)\b", r"\1 \2, \3"),
            replaced(rf"\b{_MONTH} (\d{{1,2}}) ((?:19|20)\d\d)\b", r"\1 \2, \3"),
            replaced(rf"\b{_MONTH} (?:the )?(\d{{1,2}})(?:st|nd|rd|th)\b", r"\1 \2"),
            replaced(rf"\b{_MONTH}(?:,| of|, of) ((?:19|20)\d\d)\b", r"\1 \2"),
            _numeric,
            replaced(r"\b((?:19|20)\d0)[’']s\b", r"\1s"),
        ),
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
        every(
            replaced(r"\b12(?::00)? (noon|midnight)\b", r"\1"),
            replaced(r"\b12(?::00)? o’clock (noon|midnight)\b", r"\1"),
            _clock,
        ),
    ),
)
