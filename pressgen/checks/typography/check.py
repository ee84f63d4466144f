"""Every habit of a language over every paragraph of it."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence

from pressgen.checks.typography import (
    en_articles,
    en_capitals,
    en_dates,
    en_hyphens,
    en_measures,
    en_names,
    en_numbers,
    en_signs,
    en_words,
    quotes,
    zh_dates,
    zh_lines,
    zh_numbers,
    zh_quotes,
    zh_signs,
    zh_spaces,
    zh_words,
)
from pressgen.checks.typography.exempt import Exempt
from pressgen.checks.typography.habit import Edit, Habit
from pressgen.document import Block, Lang, Release
from pressgen.findings import Finding, Fix, Rule
from pressgen.house import House
from pressgen.text import han, latin, script

ZH: tuple[Habit, ...] = (
    *zh_lines.HABITS,
    *zh_dates.HABITS,
    *zh_numbers.HABITS,
    *zh_quotes.HABITS,
    *zh_signs.HABITS,
    *zh_words.HABITS,
    *zh_spaces.HABITS,
    quotes.UNPAIRED,
)
"""The habits of Chinese print, those that see more of the text first."""

EN: tuple[Habit, ...] = (
    *en_dates.HABITS,
    *en_measures.HABITS,
    *en_hyphens.HABITS,
    *en_numbers.HABITS,
    *en_signs.HABITS,
    *en_articles.HABITS,
    *en_words.HABITS,
    *en_names.HABITS,
    *en_capitals.HABITS,
    quotes.UNPAIRED,
)
"""The habits of English print, those that see more of the text first."""

_HABITS: dict[Lang, tuple[Habit, ...]] = {"zh": ZH, "en": EN, "und": ()}

RULES: tuple[Rule, ...] = tuple({habit.rule.id: habit.rule for habit in (*ZH, *EN)}.values())


def check(release: Release, house: House) -> Iterator[Finding]:
    """Findings on what breaks a habit of print, in the order of the text; no two on one place."""
    del house  # what a house may choose is not here but among its phrases
    for block, following in zip(release.blocks, _following(release.blocks), strict=True):
        found = (finding for finding in _found(block) if not _runs_on(finding, following))
        yield from sorted(found, key=lambda finding: finding.span.start)


def _following(blocks: Sequence[Block]) -> list[str]:
    """The text of the next paragraph in the same language, for each one; none behind the last."""
    last: dict[Lang, str] = {}
    texts: list[str] = []
    for block in reversed(blocks):
        texts.append(last.get(block.lang, ""))
        last[block.lang] = block.text
    return texts[::-1]


def _runs_on(finding: Finding, following: str) -> bool:
    return finding.rule is quotes.UNPAIRED.rule and quotes.runs_on(finding.span.text, following)


def _found(block: Block) -> Iterator[Finding]:
    for habit, edit in edits(block):
        span = block.span(edit.start, edit.end)
        fix = None if edit.text is None else Fix(edit.text, edit.safe)
        shown = _shown(span.text), _shown(edit.text or "")
        yield habit.rule.at(span, fix, text=shown[0], fixed=shown[1])


def _shown(text: str) -> str:
    return "␣" * len(text) if text and not text.strip() else text


def edits(block: Block) -> Iterator[tuple[Habit, Edit]]:
    """What each habit of the block's language would change; what was seen first keeps its place."""
    lang = _print_of(block)
    exempt: Exempt | None = None
    taken: list[tuple[int, int]] = []
    for habit in _HABITS[lang]:
        if block.role in habit.not_in:
            continue
        for edit in habit.find(block.text):
            exempt = exempt or Exempt(block)
            if not exempt.touches(edit.start, edit.end) and _is_free(edit, taken):
                insort(taken, (edit.start, edit.end))
                yield habit, edit


def _is_free(edit: Edit, taken: list[tuple[int, int]]) -> bool:
    """Whether no edit before has changed this place; those taken are in order and do not overlap."""
    at = bisect_left(taken, (edit.start, edit.end))
    around = taken[max(0, at - 1) : at + 1]
    return not any(edit.start < end and start < edit.end for start, end in around)


_NAMES_IN_HAN = 2
"""More Han characters than this, and a Chinese stop, make a list of Latin names Chinese."""


def _print_of(block: Block) -> Lang:
    """Whose habits a paragraph is held to: none where its script is not that of its language."""
    if block.lang == "zh":
        return "zh" if han(block.text) or latin(block.text) < 6 else "en"
    foreign = script(block.text) == "zh" or (
        block.text.rstrip().endswith("。") and han(block.text) > _NAMES_IN_HAN
    )
    return "en" if block.lang == "en" and not foreign else "und"
