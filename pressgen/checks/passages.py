"""Sentences of the two languages that answer each other: the smallest stretches whose words are compared."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from pressgen.checks.align import Group, Weight, anchor, letters, steps
from pressgen.checks.claims.clauses import clauses
from pressgen.checks.found import figures_of
from pressgen.document import Block, Span
from pressgen.regex import regex

T = TypeVar("T")
_MOST = 120
"""Sentences of a group beyond which it is a list or an attack, and is compared as one."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a paragraph (code points, half-open)."""

    block: Block
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.block.span(self.start, self.end)

    @property
    def text(self) -> str:
        """Its words."""
        return self.block.text[self.start : self.end]

    def holds(self, block: Block, place: int) -> bool:
        """Whether a place of a paragraph lies in it."""
        return block is self.block and self.start <= place < self.end


@dataclass(frozen=True, slots=True)
class Passage:
    """Sentences that say the same thing; one side may be empty."""

    zh: tuple[Sentence, ...]
    en: tuple[Sentence, ...]


def share(sentences: Sequence[Sentence], block: Block, place: int) -> float:
    """How far into the sentences of a passage a place stands, 0 to 1."""
    before = 0
    for sentence in sentences:
        if sentence.holds(block, place):
            return (before + place - sentence.start) / max(
                1, sum(each.end - each.start for each in sentences)
            )
        before += sentence.end - sentence.start
    return 1.0


def unanswered(
    ours: Sequence[T], theirs: Sequence[T], cost: Callable[[T, T], tuple[float, ...] | None]
) -> tuple[list[T], list[T]]:
    """What is left on both sides once each has taken the one that costs least; None: they do not agree."""
    pairs = sorted(
        (price, i, j)
        for i, item in enumerate(ours)
        for j, answer in enumerate(theirs)
        if (price := cost(item, answer)) is not None
    )
    left, right = dict(enumerate(ours)), dict(enumerate(theirs))
    for _, i, j in pairs:
        if i in left and j in right:
            del left[i], right[j]
    return list(left.values()), list(right.values())


def passages(group: Group) -> Iterator[Passage]:
    """The passages of a group of paragraphs, in the order of the text."""
    zh = [sentence for block in group.zh for sentence in sentences(block)]
    en = [sentence for block in group.en for sentence in sentences(block)]
    if len(zh) < len(en):
        zh = _at_semicolons(zh, len(en))
    else:
        en = _at_semicolons(en, len(zh))
    if min(len(zh), len(en)) <= 1 or max(len(zh), len(en)) > _MOST:
        yield Passage(tuple(zh), tuple(en))
        return
    i = j = 0
    for left, right in steps(_weights(zh), _weights(en)):
        yield Passage(tuple(zh[i : i + left]), tuple(en[j : j + right]))
        i, j = i + left, j + right


_SEMICOLON = regex("[；;]")


def _at_semicolons(found: list[Sentence], count: int) -> list[Sentence]:
    """Sentences cut at their semicolons too, if that makes them as many as the other language has."""
    pieces = cut(found, _SEMICOLON)
    return pieces if len(pieces) == count else found


def cut(found: Sequence[Sentence], at: re.Pattern[str]) -> list[Sentence]:
    """Sentences cut behind each sign of a kind within them."""
    pieces: list[Sentence] = []
    for sentence in found:
        ends = [sign.end() for sign in at.finditer(sentence.block.text, sentence.start, sentence.end)]
        places = [sentence.start, *(end for end in ends if end < sentence.end), sentence.end]
        pieces += [Sentence(sentence.block, start, end) for start, end in pairwise(places)]
    return pieces


def sentences(block: Block) -> list[Sentence]:
    """The sentences of a paragraph."""
    found: dict[int, Sentence] = {}
    for clause in clauses(block):
        start = found[clause.sentence].start if clause.sentence in found else clause.start
        found[clause.sentence] = Sentence(block, start, clause.end)
    return list(found.values())


def _weights(found: Sequence[Sentence]) -> list[Weight]:
    return [
        Weight(
            letters(sentence.text, sentence.block.lang),
            frozenset(
                anchor(figure)
                for figure in figures_of(sentence.block)
                if sentence.holds(sentence.block, figure.start)
            ),
        )
        for sentence in found
    ]
