"""Every figure of one language against the figures of the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pressgen.checks.align import Group, aligned
from pressgen.checks.figures import evidence, rules
from pressgen.checks.figures.hedges import hedged
from pressgen.checks.figures.match import Matched, matched
from pressgen.checks.figures.meaning import closeness
from pressgen.checks.figures.seen import Seen, seen
from pressgen.checks.figures.slips import Slip, slip
from pressgen.document import Block, Release
from pressgen.errors import Wording
from pressgen.findings import Finding
from pressgen.house import House

ZH, EN = Wording("中文", "the Chinese"), Wording("英文", "the English")


def check(release: Release, house: House) -> Iterator[Finding]:
    """Findings on figures that differ between the languages, or stand in one only."""
    del house  # figures agree or not whatever the house
    if not release.zh.blocks or not release.en.blocks:
        return
    groups = aligned(release)
    if any(group.zh for group in groups) and any(group.en for group in groups):
        yield from Desk(groups).findings()


@dataclass(slots=True)
class _Compared:
    """A group with its figures matched."""

    group: Group
    result: Matched


class Desk:
    """Compares group by group, then what is left across the whole text."""

    def __init__(self, groups: Sequence[Group]) -> None:
        self._zh = [[one for block in group.zh for one in _placed(block, group.zh)] for group in groups]
        self._en = [[one for block in group.en for one in _placed(block, group.en)] for group in groups]
        self._compared = [
            _Compared(group, matched(zh, en))
            for group, zh, en in zip(groups, self._zh, self._en, strict=True)
        ]
        self._moved()

    def findings(self) -> Iterator[Finding]:
        """All findings, in the order of the groups."""
        for compared in self._compared:
            for pair in compared.result.pairs:
                yield from hedged(pair)
            yield from self._slips(compared.result)
            yield from self._missing(compared)

    def _moved(self) -> None:
        """A figure told in another paragraph is told all the same."""
        if len(self._compared) == 1:
            return
        left = [one for each in self._compared for one in each.result.zh]
        right = [one for each in self._compared for one in each.result.en]
        across = matched(left, right)
        for each in self._compared:
            each.result.zh[:] = [one for one in each.result.zh if one in across.zh]
            each.result.en[:] = [one for one in each.result.en if one in across.en]
            each.result.pairs.extend(pair for pair in across.pairs if pair.zh.block in each.group.zh)

    def _slips(self, result: Matched) -> Iterator[Finding]:
        for zh, en, (_, found, diagnosis) in _slipped(result):
            result.zh.remove(zh)
            result.en.remove(en)
            rule = rules.CONTEXT if found is rules.VALUE and (zh.soft or en.soft) else found
            yield rule.at(en.span, related=(zh.span,), zh=zh.figure.text, en=en.figure.text, slip=diagnosis)

    def _missing(self, compared: _Compared) -> Iterator[Finding]:
        group, result = compared.group, compared.result
        yield from self._unanswered(
            result.zh, group.en or self._blocks("en"), self._en, EN, alone=not group.en
        )
        yield from self._unanswered(
            result.en, group.zh or self._blocks("zh"), self._zh, ZH, alone=not group.zh
        )

    def _blocks(self, lang: str) -> list[Block]:
        return [
            block for each in self._compared for block in (each.group.zh if lang == "zh" else each.group.en)
        ]

    def _unanswered(
        self,
        left: Sequence[Seen],
        blocks: Iterable[Block],
        others: list[list[Seen]],
        where: Wording,
        *,
        alone: bool,
    ) -> Iterator[Finding]:
        if not left:
            return
        text = "\n".join(block.text for block in blocks)
        answers = [one for group in others for one in group]
        said = evidence.values(text, "en" if where is EN else "zh")
        open_ = [
            one
            for one in left
            if not one.slight and not _repeated(one, answers) and not _told(one, text, said)
        ]
        firm = [one for one in open_ if not one.soft]
        if alone and len(firm) > 1:
            texts = ", ".join(one.figure.text for one in firm)
            yield rules.PARAGRAPH.at(firm[0].span, other=where, text=texts)
            return
        for one in open_:
            rule = rules.UNANSWERED if one.soft else rules.MISSING
            yield rule.at(one.span, other=where, text=one.figure.text)


def _placed(block: Block, blocks: Sequence[Block]) -> Iterator[Seen]:
    """A paragraph's figures, placed in all the paragraphs of its group."""
    number, count = blocks.index(block), len(blocks)
    for one in seen(block):
        yield Seen(one.figure, block, (number + one.share) / count) if count > 1 else one


def _slipped(result: Matched) -> list[tuple[Seen, Seen, Slip]]:
    """The likeliest slips among what is left, each figure once."""
    candidates = [
        (found[0], i, j, zh, en, found)
        for i, zh in enumerate(result.zh)
        for j, en in enumerate(result.en)
        if (found := slip(zh, en))
    ]
    candidates.sort(key=lambda one: one[:3])
    taken: set[int] = set()
    chosen: list[tuple[Seen, Seen, Slip]] = []
    for _, _, _, zh, en, found in candidates:
        if id(zh) not in taken and id(en) not in taken:
            taken |= {id(zh), id(en)}
            chosen.append((zh, en, found))
    return chosen


def _repeated(one: Seen, others: Sequence[Seen]) -> bool:
    """Said again of a figure that is answered already."""
    if one.block.lang == "zh":
        return any(closeness(one, other) is not None for other in others)
    return any(closeness(other, one) is not None for other in others)


def _told(one: Seen, text: str, said: frozenset[str]) -> bool:
    """Whether the other text says it otherwise than as a figure."""
    value = one.figure.value
    if isinstance(value, Decimal):
        return one.figure.kind not in ("money", "points") and evidence.plain(value) in said
    return evidence.named_day(value, text)
