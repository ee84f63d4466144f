"""The days that dates and days of the week mean."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from pressgen.checks.found import real_day
from pressgen.document import Block, Span
from pressgen.regex import regex

HAN = "一二三四五六日"
NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_ZH = regex(
    "(?<![0-9０-９一二两三四五六七八九十百几半数多])(?:星期|礼拜|周)"
    "([一二三四五六日天](?:[、至到—–-][一二三四五六日天](?![0-9一二三四五六七八九十月年日号个]))*)"
    "(?![次天个名期位场家小十百千年岁刊报])"
)
_EN = regex(
    rf"\b(?:({'|'.join(NAMES)})s?|(Mon|Tue|Wed|Thu|Fri|Sat)(?:s|rs?|nes)?\.|(?<=\()(Mon|Tue|Wed|Thu|Fri|Sat|Sun))(?![\w-])"
)
_SHORT = tuple(day[:3] for day in NAMES)
_NEAR = 183
"""Days within which a date without a year can only be one."""
_NEAR_MONTH = 15
"""The same for a day without a month."""


@dataclass(frozen=True, slots=True)
class Weekday:
    """A weekday where it stands; Monday is 0."""

    number: int
    span: Span


def weekdays(block: Block, start: int, end: int) -> list[Weekday]:
    """The weekdays named in a stretch of a paragraph: 周一至周五, 周二、四, Monday, (Thu)."""
    if block.lang == "zh":
        return [
            Weekday(HAN.index(character.replace("天", "日")), block.span(*match.span()))
            for match in _ZH.finditer(block.text, start, end)
            for character in match[1]
            if character in f"{HAN}天"
        ]
    return [
        Weekday(_SHORT.index((match[1] or match[2] or match[3])[:3]), block.span(*match.span()))
        for match in _EN.finditer(block.text, start, end)
    ]


def day_meant(value: str, today: date | None) -> date | None:
    """The day a date means; without a year or a month the nearest to the day of the text."""
    if len(value) != len("2023-07-14"):
        return None
    if value[0] != "X":
        return real_day(value)
    if today is None:
        return None
    if value[5] == "X":
        months = [today + timedelta(30 * n) for n in (-1, 0, 1)]
        days, near = [real_day(f"{month:%Y-%m}{value[7:]}") for month in months], _NEAR_MONTH
    else:
        days, near = [real_day(f"{today.year + n}{value[4:]}") for n in (-1, 0, 1)], _NEAR
    return next((day for day in days if day and abs((day - today).days) <= near), None)
