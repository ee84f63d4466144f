"""Every figure of one language against the figures of the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property

from pressgen.checks.align import Group, aligned
from pressgen.checks.figures import rules
from pressgen.checks.figures.answers import Answers
from pressgen.checks.figures.context import (
    begins_change,
    beside,
    carried,
    in_dateline,
    is_of_era,
    is_rest,
    months_by_day,
    strange_month,
)
from pressgen.checks.figures.games import of_games
from pressgen.checks.figures.hedges import dropped, impossible, turned
from pressgen.checks.figures.match import Matched, Pair, matched, together
from pressgen.checks.figures.meaning import LOOSE, ROUNDED
from pressgen.checks.figures.mend import instead, right_for
from pressgen.checks.figures.months import of_one_month
from pressgen.checks.figures.placed import PlacedFigure, placed_figures
from pressgen.checks.figures.reckoned import settled
from pressgen.checks.figures.single import same_noun, with_single
from pressgen.checks.figures.slips import Slip, slip
from pressgen.checks.found import day_of
from pressgen.checks.remembered import remembered
from pressgen.document import Block, Release
from pressgen.errors import Wording, series
from pressgen.figures import Figure
from pressgen.findings import Finding, Rule
from pressgen.house import House
from pressgen.todo import todos

ZH, EN = Wording("中文", "the Chinese"), Wording("英文", "the English")


def check(release: Release, house: House) -> Iterator[Finding]:
    """Findings on figures that differ between the languages, or stand in one only."""
    yield from desk(release, day_of(release, house)).findings()


@remembered(2)
def desk(release: Release, on: date | None) -> Comparison:
    """The figures of a release of a day, compared; other checks go on from its pairs."""
    groups = aligned(release)
    both = any(group.zh for group in groups) and any(group.en for group in groups)
    return Comparison(groups if both else (), on)


@dataclass(frozen=True, slots=True)
class Compared:
    """A group, its figures, and how they match."""

    group: Group
    zh: list[PlacedFigure]
    en: list[PlacedFigure]
    result: Matched

    @property
    def waiting(self) -> bool:
        """Something here is still to be translated."""
        return any(todos(block) for block in (*self.group.zh, *self.group.en))


class Comparison:
    """Compares group by group, then what is left across the whole text.

    ``passed_over``: how many figures that answer no other were not looked for in other words, there being
    too many of them.
    """

    def __init__(self, groups: Sequence[Group], on: date | None) -> None:
        self._on = on
        self.compared = [_compared(group) for group in groups]
        self._zh = [placed for each in self.compared for placed in each.zh]
        self._en = [placed for each in self.compared for placed in each.en]
        self._months = months_by_day(self._zh)
        if len(self.compared) > 1:
            self._moved()
        self.passed_over = self._bounded()

    def _bounded(self) -> int:
        """Drop what would take too long to look for in other words; how many figures these are."""
        room, dropped = _WORK, 0
        for each in self.compared:
            for unmatched, other in ((each.result.zh, each.group.en), (each.result.en, each.group.zh)):
                if unmatched:
                    whole = self._whole_en if unmatched is each.result.zh else self._whole_zh
                    size = sum(len(block.text) for block in other) or whole.size or 1
                    dropped += max(0, len(unmatched) - room // size)
                    del unmatched[room // size :]
                    room -= len(unmatched) * size
        return dropped

    def findings(self) -> Iterator[Finding]:
        """All findings, in the order of the groups."""
        for each in self.compared:
            for pair in each.result.pairs:
                yield from self._pair(pair)
            if not each.waiting and (each.result.zh or each.result.en):
                yield from self._unmatched(each)

    def _moved(self) -> None:
        """A figure told in another paragraph is told all the same."""
        zh = [placed for each in self.compared for placed in each.result.zh]
        en = [placed for each in self.compared for placed in each.result.en]
        across = matched(zh, en)
        still = {id(placed) for placed in (*across.zh, *across.en)}
        home = {id(placed): each for each in self.compared for placed in each.result.zh}
        for pair in across.pairs:
            home[id(pair.zh)].result.pairs.append(pair)
        for each in self.compared:
            each.result.zh[:] = [placed for placed in each.result.zh if id(placed) in still]
            each.result.en[:] = [placed for placed in each.result.en if id(placed) in still]

    def _pair(self, pair: Pair) -> Iterator[Finding]:
        zh, en = pair.zh, pair.en
        if impossible(zh, en):
            yield self._differ(rules.TURNED, zh, en, _CANNOT)
        elif turned(zh, en):
            yield self._differ(rules.TURNED, zh, en, _TURNED)
        elif pair.closeness == ROUNDED:
            wrong = _is_exact(zh, en) and not _is_shortened(zh, en)
            yield self._differ(rules.ROUNDED if wrong else rules.CONTEXT, zh, en, _ROUNDED)
        elif strange_month(zh, en, self._months):
            yield self._differ(rules.DATE, zh, en, _MONTH)
        elif pair.closeness == LOOSE and of_one_month(zh, en):
            yield self._differ(rules.DATE, zh, en, _ONE_MONTH)
        elif pair.closeness == LOOSE and not carried(zh, en):
            yield self._differ(rules.CONTEXT, zh, en, _CONTEXT)
        elif dropped(zh, en):
            yield self._differ(rules.HEDGE, zh, en, _DROPPED)

    def _unmatched(self, each: Compared) -> Iterator[Finding]:
        to_zh = Answers(each.group.en, each.en, "en", self._on) if each.group.en else self._whole_en
        to_en = Answers(each.group.zh, each.zh, "zh", self._on) if each.group.zh else self._whole_zh
        zh = [placed for placed in each.result.zh if not (is_rest(placed) or to_zh.answered(placed))]
        en = [
            placed
            for placed in each.result.en
            if not (in_dateline(placed) or is_rest(placed) or is_of_era(placed) or to_en.answered(placed))
        ]
        zh, en = settled(of_games(zh, en), (each.zh, each.en))
        slipped = _slipped(*with_single(zh, en, each.group))
        for a, b, (_, rule, diagnosis) in slipped:
            soft = rule is rules.VALUE and (a.soft or b.soft) and not _counts(a, b)
            yield self._differ(rules.CONTEXT if soft else rule, a, b, diagnosis)
        gone = {id(placed) for a, b, _ in slipped for placed in (a, b)}
        zh, en = ([placed for placed in side if id(placed) not in gone] for side in (zh, en))
        yield from _missing(zh, self._whole_en, to_zh, EN, alone=not each.group.en)
        yield from _missing(en, self._whole_zh, to_en, ZH, alone=not each.group.zh)

    def _differ(self, rule: Rule, zh: PlacedFigure, en: PlacedFigure, how: Wording) -> Finding:
        fix = right_for(zh, en) if rule in rules.WRONG else None
        return rule.at(en.span, fix, (zh.span,), zh=zh.text, en=en.text, slip=how, write=instead(fix))

    @cached_property
    def _whole_zh(self) -> Answers:
        return Answers([block for each in self.compared for block in each.group.zh], self._zh, "zh", self._on)

    @cached_property
    def _whole_en(self) -> Answers:
        return Answers([block for each in self.compared for block in each.group.en], self._en, "en", self._on)


_WORK = 40_000_000
"""So many letters are looked through for figures in other words: 400 figures in 100 KB, or some seconds."""
_HUNDRED = 100
_DIGITS = 3
_NEAR = 30
"""Letters behind an English ordinal in which its noun is looked for."""
_DROPPED = Wording("只有一种语言带“约”“超”一类的词", "only one of them hedges it")
_CANNOT = Wording("“约”“超”一类的词与另一稿的数字矛盾", "the hedge cannot be true of the other's figure")
_TURNED = Wording("“约”“超”一类的词意思相反", "the hedges say opposite things")
_CONTEXT = Wording("说法详略不同", "one says more than the other")
_ROUNDED = Wording("一稿取了整，却没有说“约”", "one is rounded and does not say so")
_ONE_MONTH = Wording("累计与当月不同", "a running total against one month")
_MONTH = Wording("中文没有这个月份", "the Chinese has no such month")


def _is_exact(zh: PlacedFigure, en: PlacedFigure) -> bool:
    """Whether two figures are written to the digit: 一万多 is, 十几, 七十 and a dozen are round by nature.

    Of two that are hedged, one has three digits at least: 不到20 is 19 or so.
    """
    hedged = bool(zh.figure.modifier and en.figure.modifier)
    written = en.in_digits and (zh.in_digits or Decimal(zh.figure.value) >= _HUNDRED)
    return written and not (hedged and max(len(zh.digits), len(en.digits)) < _DIGITS)


def _is_shortened(zh: PlacedFigure, en: PlacedFigure) -> bool:
    """Whether the English rounds to three digits or more, as its desks do: 53732亿元, 5.37 trillion yuan."""
    fine, coarse = zh.figure.precision, en.figure.precision
    return bool(fine and coarse and fine < coarse and len(en.digits) >= _DIGITS and en.figure.high is None)


def _counts(zh: PlacedFigure, en: PlacedFigure) -> bool:
    """Small numbers in words that count the same way: 三年 and four years, 六种 and seven kinds.

    A number that has no unit counts the same noun. One is an article as often as a number.
    """
    figure, other = zh.figure, en.figure
    if not (zh.slight and en.slight) or (figure.kind, figure.unit) != (other.kind, other.unit):
        return False
    named = figure.unit or (figure.kind != "ordinal" and _same_noun(zh, en))
    return bool(named) or (
        figure.kind == "ordinal" and (1 not in (figure.value, other.value) or _same_noun(zh, en))
    )


def _same_noun(zh: PlacedFigure, en: PlacedFigure) -> bool:
    """Whether two are of the same thing: 第二医院 and First Affiliated Hospital, 三种新药 and four drugs."""
    return same_noun(zh, en.block.text[en.figure.end : en.figure.end + _NEAR])


def _compared(group: Group) -> Compared:
    zh = [placed for block in group.zh for placed in _placed(block, group.zh)]
    en = [placed for block in group.en for placed in _placed(block, group.en)]
    return Compared(group, zh, en, matched(zh, en))


def _placed(block: Block, blocks: Sequence[Block]) -> Iterator[PlacedFigure]:
    """A paragraph's figures, placed in all the paragraphs of its group."""
    number, count = blocks.index(block), len(blocks)
    for placed in placed_figures(block):
        yield replace(placed, share=(number + placed.share) / count) if count > 1 else placed


def _slipped(
    zh: Sequence[PlacedFigure], en: Sequence[PlacedFigure]
) -> list[tuple[PlacedFigure, PlacedFigure, Slip]]:
    """The likeliest slips among what is left, each figure once."""
    candidates = [(found[0], i, j, a, b, found) for i, j, a, b in together(zh, en) if (found := slip(a, b))]
    candidates.sort(key=lambda candidate: candidate[:3])
    taken: set[int] = set()
    chosen: list[tuple[PlacedFigure, PlacedFigure, Slip]] = []
    for _, _, _, a, b, found in candidates:
        if id(a) not in taken and id(b) not in taken:
            taken |= {id(a), id(b)}
            chosen.append((a, b, found))
    return chosen


def _says_little(figure: Figure) -> bool:
    """Whether it is none, or a ratio above 1, which covers something and more."""
    return figure.value == 0 or (figure.value == 1 and figure.kind == "number" and bool(figure.modifier))


def _missing(
    unmatched: Sequence[PlacedFigure], answers: Answers, near: Answers, where: Wording, *, alone: bool
) -> Iterator[Finding]:
    """What nothing answers; a paragraph the other language lacks is told once."""
    unanswered = [
        placed
        for placed in unmatched
        if not (placed.slight or beside(placed) or (answers.repeated(placed) and not begins_change(placed)))
    ]
    firm = [placed for placed in unanswered if not placed.soft]
    if alone and len(firm) > 1:
        texts = series(placed.text for placed in firm)
        yield rules.PARAGRAPH.at(firm[0].span, other=where, text=texts)
        return
    for placed in unanswered:
        little = placed.soft or _says_little(placed.figure) or near.has_digits(placed)
        rule = rules.UNANSWERED if little else rules.MISSING
        yield rule.at(placed.span, other=where, text=placed.text)
