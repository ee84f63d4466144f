"""Days of the week: the same in both languages, and the day that the date beside them falls on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pressgen.checks.align import aligned
from pressgen.checks.found import day_of, figures_of, real_day
from pressgen.document import Block, Release, Span
from pressgen.errors import Wording
from pressgen.figures import Figure
from pressgen.findings import Finding, Rule
from pressgen.house import House

DIFFERENT = Rule(
    "figure/weekday",
    "error",
    Wording("中文为“{zh}”，英文为“{en}”：星期不同", "“{zh}” in Chinese, “{en}” in English: another weekday"),
    Wording("两种文本说的是同一天", "both texts tell of the same day"),
)
OF_DATE = Rule(
    "figure/weekday-of-date",
    "error",
    Wording(
        "{day}是{right}，不是“{text}”；请核对日期和星期",
        "{day} is a {right}, not “{text}”; check the date and the day of the week",
    ),
    Wording(
        "日期和星期对不上，必有一错", "a date and a weekday that do not go together: one of them is wrong"
    ),
)
RULES = (DIFFERENT, OF_DATE)

_HAN = "一二三四五六日"
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_ZH = re.compile(
    "(?<![0-9０-９一二两三四五六七八九十百几半数多])(?:星期|礼拜|周)([一二三四五六日天])"
    "(?![次天个名期位场家小十百千年岁刊报])"
)
_EN = re.compile(rf"\b({'|'.join(_DAYS)})s?\b")
_BETWEEN = re.compile(r"\s?[（(,，]?\s?")
_NEAR = 183
"""Days within which a date without a year can only be one."""


@dataclass(frozen=True, slots=True)
class _Weekday:
    """A weekday where it stands; Monday is 0."""

    number: int
    span: Span


def check(release: Release, house: House) -> Iterator[Finding]:
    """Weekdays that differ between the languages, and those their own date contradicts."""
    for group in aligned(release):
        yield from _differing(
            [day for block in group.zh for day in _weekdays(block)],
            [day for block in group.en for day in _weekdays(block)],
        )
    told = day_of(release, house)
    for block in release.blocks:
        for day in _weekdays(block):
            yield from _contradicted(day, block, told)


def _weekdays(block: Block) -> list[_Weekday]:
    if block.lang == "zh":
        return [
            _Weekday(_HAN.index(found[1].replace("天", "日")), block.span(*found.span()))
            for found in _ZH.finditer(block.text)
        ]
    return [_Weekday(_DAYS.index(found[1]), block.span(*found.span())) for found in _EN.finditer(block.text)]


def _differing(zh: list[_Weekday], en: list[_Weekday]) -> Iterator[Finding]:
    """As many different days on both sides, and not the same: what one leaves out is its own choice."""
    ours, theirs = {day.number for day in zh}, {day.number for day in en}
    if len(ours) != len(theirs) or ours == theirs:
        return
    strange = [day for day in en if day.number not in ours]
    missed = [day for day in zh if day.number not in theirs]
    for one, other in zip(missed, strange, strict=False):
        yield DIFFERENT.at(other.span, related=(one.span,), zh=one.span.text, en=other.span.text)


def _contradicted(day: _Weekday, block: Block, told: date | None) -> Iterator[Finding]:
    beside = next((figure for figure in figures_of(block) if _beside(figure, day.span, block.text)), None)
    fallen = _day(beside, told) if beside else None
    if beside and fallen and fallen.weekday() != day.number:
        right = fallen.weekday()
        yield OF_DATE.at(
            day.span,
            related=(block.span(beside.start, beside.end),),
            day=fallen.isoformat(),
            right=Wording(f"星期{_HAN[right]}", _DAYS[right]),
            text=day.span.text,
        )


def _beside(figure: Figure, weekday: Span, text: str) -> bool:
    """A full date right before or behind a weekday, at most a comma or a bracket between them."""
    if figure.kind != "date" or len(str(figure.value)) != len("2023-07-14"):
        return False
    start, end = sorted((figure.start, weekday.start))[1], min(figure.end, weekday.end)
    return end <= start and bool(_BETWEEN.fullmatch(text, end, start))


def _day(figure: Figure, told: date | None) -> date | None:
    """The day a date means; without a year the nearest to the day of the text."""
    value = str(figure.value)
    years = [value[:4]] if value[0] != "X" else [str(told.year + n) for n in (-1, 0, 1)] if told else []
    days = list(filter(None, (real_day(year + value[4:]) for year in years)))
    near = [day for day in days if told and abs(day - told).days <= _NEAR] if value[0] == "X" else days
    return near[0] if near else None
