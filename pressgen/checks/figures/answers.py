"""Whether a text answers a figure without having it: in words, by a name, by saying it elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import cached_property

from pressgen.checks.figures import evidence
from pressgen.checks.figures.days import ends
from pressgen.checks.figures.durations import as_clock
from pressgen.checks.figures.match import close, halves
from pressgen.checks.figures.meaning import AGREES, LOOSE
from pressgen.checks.figures.seen import Seen
from pressgen.document import Block

_MOST_LOOKS = 30_000
"""So many comparisons for one paragraph; a file that asks for more is no news, and gets silence."""
_MOST_SIGHTS = 50
_WORD = re.compile(r"\w")
_MINUTE = 60
_MONEY = frozenset({"money", "points"})


class Answers:
    """The paragraphs of one language that may answer figures of the other, and all its figures."""

    def __init__(self, blocks: Iterable[Block], figures: Sequence[Seen], lang: str) -> None:
        self._blocks = tuple(blocks)
        self._figures = figures
        self._lang = lang
        self._looks = 0

    def told(self, one: Seen) -> bool:
        """Whether the text says a figure in some other form than a figure."""
        figure, value = one.figure, one.figure.value
        if isinstance(value, Decimal):
            if figure.unit == "second" and value >= _MINUTE and as_clock(value) in self._text:
                return True
            if figure.kind == "multiple" and self._number(value - 1, figure.high and figure.high - 1):
                return True
            return figure.kind not in _MONEY and self._number(value, figure.high)
        return self._written(figure.text) or evidence.named_day(value, self._text) or self._parts(one)

    def repeated(self, one: Seen) -> bool:
        """Whether a figure is one more mention of what the other text says once."""
        self._looks += len(self._figures)
        if self._looks > _MOST_LOOKS:
            return True
        if parts := halves(one):
            return self._again(one, self._ranges) or all(self._again(part, self._figures) for part in parts)
        return self._again(one, self._pieces)

    def _again(self, one: Seen, figures: Sequence[Seen]) -> bool:
        dated = isinstance(one.figure.value, str)
        return any(
            found == AGREES or (dated and found is not None and found <= LOOSE)
            for found in (close(one, other) for other in figures)
        )

    def _number(self, value: Decimal, high: Decimal | None) -> bool:
        if high is None:
            return evidence.plain(value) in self._unread
        return {evidence.plain(value), evidence.plain(high)} <= self._apart

    def _parts(self, one: Seen) -> bool:
        """A year, a period's ends, the hours and minutes: each found as a number."""
        value = str(one.figure.value)
        pieces = ends(one.figure) or (value,)
        if one.figure.kind == "time":
            hours, _, minutes = value.partition(":")
            return self._clock(int(hours), int(minutes[:2] or 0))
        return all(piece.isdigit() and piece in self._unread for piece in pieces)

    def _clock(self, hours: int, minutes: int) -> bool:
        """5.30pm, 3分35秒, 12 o'clock."""
        if not minutes:
            return str(hours % 24) in self._unread or str(hours % 12) in self._unread
        dotted = {evidence.plain(Decimal(f"{hour}.{minutes:02}")) for hour in (hours, hours % 12)}
        return bool(dotted & self._unread) or {str(hours), str(minutes)} <= self._said

    def _written(self, text: str) -> bool:
        """The very characters, where the other language's reader saw no figure."""
        at = self._rest.find(text)
        for _ in range(_MOST_SIGHTS):
            if at < 0:
                return False
            before, after = self._rest[at - 1 : at], self._rest[at + len(text) : at + len(text) + 1]
            if not (_WORD.match(before) or before == "." or _WORD.match(after)):
                return True
            at = self._rest.find(text, at + 1)
        return False

    @cached_property
    def _text(self) -> str:
        return "\n".join(block.text for block in self._blocks)

    @cached_property
    def _rest(self) -> str:
        """The text with its figures blanked."""
        return "\n".join(_blanked(block, self._figures) for block in self._blocks)

    @cached_property
    def _said(self) -> frozenset[str]:
        return evidence.values(self._text, self._lang)

    @cached_property
    def _ranges(self) -> list[Seen]:
        """The figures that have two ends."""
        return [one for one in self._figures if halves(one)]

    @cached_property
    def _pieces(self) -> list[Seen]:
        """Every figure, and the two ends of each range."""
        return [piece for one in self._figures for piece in (one, *halves(one))]

    @cached_property
    def _apart(self) -> frozenset[str]:
        """Every number said outside a range: the two ends of another range are not those of this one."""
        texts = (_blanked(block, self._ranges) for block in self._blocks)
        return evidence.values("\n".join(texts), self._lang)

    @cached_property
    def _unread(self) -> frozenset[str]:
        return evidence.values(self._rest, self._lang)


def _blanked(block: Block, figures: Sequence[Seen]) -> str:
    parts, at = [], 0
    for one in figures:
        if one.block is block:
            start, end = one.figure.start, one.figure.end
            parts += [block.text[at:start], " " * (end - start)]
            at = end
    return "".join([*parts, block.text[at:]])
