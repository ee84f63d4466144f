"""Days of the week: the same in both languages, and the days that the dates beside them fall on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from pressgen.checks.align import aligned
from pressgen.checks.dates import HAN, NAMES, Weekday, day_meant, weekdays
from pressgen.checks.found import day_of, figures_of
from pressgen.checks.passages import Passage, Sentence, passages, share, unanswered
from pressgen.document import Block, Release, Span
from pressgen.errors import Wording
from pressgen.figures import Figure
from pressgen.findings import Finding, Rule
from pressgen.house import House
from pressgen.regex import regex

DIFFERENT = Rule(
    "figure/weekday",
    "error",
    Wording("中文为“{zh}”，英文为“{en}”：星期不同", "“{zh}” in Chinese, “{en}” in English: another weekday"),
    Wording("中英文说的是同一天", "both texts tell of the same day"),
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

_MOST = 40
"""Sentences with more weekdays are a timetable, or an attack."""
_BETWEEN = regex(r"\s?[（(,，]?\s?")
_RELATIVE = regex("[昨今明][天日晚夜](?![之报])")
_OFFSETS = {"昨": -1, "今": 0, "明": 1}
_RELATIVE_EN = regex(r"\b(?:yesterday|today|tomorrow|tonight)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Day:
    """A day of the calendar where a text names it."""

    day: date
    span: Span


def check(release: Release, house: House) -> Iterator[Finding]:
    """Weekdays that differ between the languages, and those that a date contradicts."""
    if not any(weekdays(block, 0, len(block.text)) for block in release.blocks):
        return
    today = day_of(release, house)
    wrong = [finding for block in release.blocks for finding in _beside_dates(block, today)]
    yield from wrong
    known = {(finding.span.lang, finding.span.block, finding.span.start) for finding in wrong}
    for group in aligned(release):
        for passage in passages(group):
            for finding in _compared(passage, today):
                if all(
                    (span.lang, span.block, span.start) not in known
                    for span in (finding.span, *finding.related)
                ):
                    yield finding


def _named(sentences: Sequence[Sentence]) -> list[tuple[Weekday, float]]:
    """The weekdays of sentences, each with how far into them it stands."""
    return [
        (day, share(sentences, sentence.block, day.span.start))
        for sentence in sentences
        for day in weekdays(sentence.block, sentence.start, sentence.end)
    ]


def _compared(passage: Passage, today: date | None) -> Iterator[Finding]:
    """Each weekday wants its own in the sentences that answer its sentence, or a date that falls on it."""
    zh, en = _named(passage.zh), _named(passage.en)
    if max(len(zh), len(en)) > _MOST or any(
        _says_every_day(sentence) for sentence in (*passage.zh, *passage.en)
    ):
        return
    left, right = unanswered(zh, en, _distance)
    ours, theirs = [day for day, _ in left], [day for day, _ in right]
    for day, answer in zip(ours, theirs, strict=False):
        yield DIFFERENT.at(answer.span, related=(day.span,), zh=day.span.text, en=answer.span.text)
    if not ours:
        yield from _against_dates(theirs, passage.zh, passage.en, today)
    if not theirs:
        yield from _against_dates(ours, passage.en, passage.zh, today)


def _distance(first: tuple[Weekday, float], second: tuple[Weekday, float]) -> tuple[float, ...] | None:
    return (abs(first[1] - second[1]),) if first[0].number == second[0].number else None


def _against_dates(
    extra: Sequence[Weekday], there: Sequence[Sentence], here: Sequence[Sentence], today: date | None
) -> Iterator[Finding]:
    """A weekday in one language for a date in the other, that is another day."""
    dates = _dates(there, today)
    said = {each.day for each in _dates(here, today)}
    alone = [each for each in dates if each.day not in said]
    if not alone or len(extra) > len(alone) or any(_says_relative(sentence) for sentence in here):
        return
    for weekday in extra:
        if all(each.day.weekday() != weekday.number for each in dates):
            yield _contradiction(weekday, alone[0].day, alone[0].span)


_EVERY_DAY = regex(
    r"\b(?:every day|daily|all week|seven days)\b.{0,12}\b(?:but|except)\b|天天.{0,4}除|除周.外",
    re.IGNORECASE,
)


def _says_every_day(sentence: Sentence) -> bool:
    """Whether days are told by the one that is left out: every day but Monday."""
    return bool(_EVERY_DAY.search(sentence.block.text, sentence.start, sentence.end))


def _says_relative(sentence: Sentence) -> bool:
    return bool(_RELATIVE_EN.search(sentence.block.text, sentence.start, sentence.end))


def _dates(sentences: Sequence[Sentence], today: date | None) -> list[_Day]:
    """The days that sentences name: 10月24日, 24日, 昨天."""
    found = []
    for sentence in sentences:
        for figure in figures_of(sentence.block):
            day = day_meant(str(figure.value), today) if figure.kind == "date" else None
            if day and sentence.holds(sentence.block, figure.start):
                found.append(_Day(day, sentence.block.span(figure.start, figure.end)))
        if today and sentence.block.lang == "zh":
            found += [
                _Day(today + timedelta(_OFFSETS[match[0][0]]), sentence.block.span(*match.span()))
                for match in _RELATIVE.finditer(sentence.block.text, sentence.start, sentence.end)
            ]
    return found


def _beside_dates(block: Block, today: date | None) -> Iterator[Finding]:
    """Weekdays with a date right beside them that is another day."""
    for weekday in weekdays(block, 0, len(block.text)):
        beside = next((each for each in figures_of(block) if _beside(each, weekday.span, block.text)), None)
        day = day_meant(str(beside.value), today) if beside else None
        if beside and day and day.weekday() != weekday.number:
            yield _contradiction(weekday, day, block.span(beside.start, beside.end))


def _contradiction(weekday: Weekday, day: date, where: Span) -> Finding:
    right = day.weekday()
    return OF_DATE.at(
        weekday.span,
        related=(where,),
        day=day.isoformat(),
        right=Wording(f"星期{HAN[right]}", NAMES[right]),
        text=weekday.span.text,
    )


def _beside(figure: Figure, weekday: Span, text: str) -> bool:
    """A full date right before or behind a weekday, at most a comma or a bracket between them."""
    if figure.kind != "date" or len(str(figure.value)) != len("2023-07-14"):
        return False
    start, end = sorted((figure.start, weekday.start))[1], min(figure.end, weekday.end)
    return end <= start and bool(_BETWEEN.fullmatch(text, end, start))
