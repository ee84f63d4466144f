"""What changed between two drafts of one text: paragraphs kept, added and gone, and the words in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import cache
from typing import TYPE_CHECKING

from pressgen import figures
from pressgen.document import Block, Mark
from pressgen.regex import regex

if TYPE_CHECKING:
    from pressgen.glossary import Glossary


_WORD = regex(r"[^\W\d_⺀-\U0003ffff]+(?:['’-][^\W\d_⺀-\U0003ffff]+)*|\d+(?:[.,]\d+)*|\s+|.", re.DOTALL)
"""A word of an alphabet, a number, blanks, or one character of anything else."""


class Pieces:
    """Cuts texts of one language. ``names`` stay whole, besides those of the glossary."""

    def __init__(self, lang: str, glossary: Glossary, names: Collection[str] = ()) -> None:
        self._lang: figures.Language = "en" if lang == "en" else "zh"
        self._glossary = glossary
        longest = sorted(filter(None, names), key=len, reverse=True)
        self._names = re.compile("|".join(map(re.escape, longest))) if longest else None

    def __call__(self, text: str) -> list[str]:
        """The pieces, which make the text when joined."""
        pieces: list[str] = []
        end = 0
        for start, stop in self._whole(text):
            pieces += [*_WORD.findall(text[end:start]), text[start:stop]]
            end = stop
        return pieces + _WORD.findall(text[end:])

    def _whole(self, text: str) -> list[tuple[int, int]]:
        """What stays in one piece, by place; of two that overlap the longer one."""
        kept: list[tuple[int, int]] = []
        for start, end in sorted(self._spans(text), key=lambda span: (span[0] - span[1], span)):
            if all(end <= first or last <= start for first, last in kept):
                kept.append((start, end))
        return sorted(kept)

    def _spans(self, text: str) -> Iterator[tuple[int, int]]:
        yield from ((found.start, found.end) for found in figures.find(text, self._lang))
        yield from ((found.start, found.end) for found in self._glossary.matches(text, self._lang))
        if self._names:
            yield from (found.span() for found in self._names.finditer(text))


Pair = tuple[Block | None, Block | None]
"""A paragraph before and after; one that is new or gone has only one of the two."""

Cut = Callable[[str], Sequence[str]]
"""A text in pieces that change as one."""

_ALIKE = 0.5
_ALIKE_BY_NAME = 0.2
_BY_NAME = 0.3
"""So much alike are two paragraphs of which one became the other, and so much it counts to be of one name."""
_MOST = 10_000
"""Pairs of paragraphs held against each other; more is another text, not another draft."""
_SHORT = 3
_ONCE = ("headline", "dateline")
"""What a text has once stays the same paragraph, however it is worded."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a paragraph before (``old``) and after (``new``): half-open code points of each."""

    old: tuple[int, int]
    new: tuple[int, int]
    same: bool


def paired(
    old: Sequence[Block], new: Sequence[Block], cut: Cut, identity: Callable[[Block], Hashable]
) -> list[Pair]:
    """Every paragraph of both drafts in the order of the page, what is gone before what is new.

    Two of one ``identity`` are the same, whatever else; photos are only ever matched by it.
    """
    matcher = SequenceMatcher(None, [*map(identity, old)], [*map(identity, new)], autojunk=False)
    alike = _likeness(cut)
    found: list[Pair] = []
    for tag, first, last, start, end in matcher.get_opcodes():
        if tag == "equal":
            found += zip(old[first:last], new[start:end], strict=True)
        else:
            found += _between(old[first:last], new[start:end], alike)
    return found


def _likeness(cut: Cut) -> Callable[[Block, Block], float]:
    """How likely one paragraph became the other; nought where it did not."""
    words = cache(lambda text: [piece for piece in cut(text) if not piece.isspace()])

    def alike(block: Block, other: Block) -> float:
        if "photo" in (block.role, other.role):
            return 0
        named = bool(block.name) and block.name == other.name
        matcher = SequenceMatcher(None, words(block.text), words(other.text), autojunk=False)
        least = 0.0 if block.role == other.role in _ONCE else _ALIKE_BY_NAME if named else _ALIKE
        likeness = matcher.ratio() if matcher.quick_ratio() >= least else 0
        return likeness + _BY_NAME * named + 0.01 if likeness >= least else 0

    return alike


def _between(
    old: Sequence[Block], new: Sequence[Block], alike: Callable[[Block, Block], float]
) -> list[Pair]:
    """The pairs that are most alike in all, in the order of both: the classic table, filled from its end."""
    if len(old) * len(new) > _MOST:
        return [*((block, None) for block in old), *((None, block) for block in new)]
    likeness = [[alike(before, after) for after in new] for before in old]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for row in reversed(range(len(old))):
        for column in reversed(range(len(new))):
            both = likeness[row][column] and likeness[row][column] + best[row + 1][column + 1]
            best[row][column] = max(both, best[row + 1][column], best[row][column + 1])
    return _traced(old, new, best)


def _traced(old: Sequence[Block], new: Sequence[Block], best: list[list[float]]) -> list[Pair]:
    pairs: list[Pair] = []
    row = column = 0
    while row < len(old) or column < len(new):
        here = best[row][column]
        if row < len(old) and best[row + 1][column] == here:
            pairs.append((old[row], None))
            row += 1
        elif column < len(new) and best[row][column + 1] == here:
            pairs.append((None, new[column]))
            column += 1
        else:
            pairs.append((old[row], new[column]))
            row, column = row + 1, column + 1
    return pairs


def part(block: Block, start: int, end: int) -> Block:
    """A stretch of a paragraph as a paragraph, with the marks in it."""
    inside = (
        replace(mark, start=max(mark.start, start) - start, end=min(mark.end, end) - start)
        for mark in block.marks
        if mark.start < end and start < mark.end
    )
    return Block(block.role, block.text[start:end], block.lang, tuple(inside))


def stretches(old: Block, new: Block, cut: Cut) -> list[Stretch]:
    """What is the same in a paragraph and what is not, in order; a piece otherwise marked is another."""
    before, after = _marked(old, cut), _marked(new, cut)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    ends, new_ends = _ends(before), _ends(after)
    found = [
        Stretch((ends[first], ends[last]), (new_ends[start], new_ends[end]), tag == "equal")
        for tag, first, last, start, end in matcher.get_opcodes()
    ]
    return list(_joined(found, new.text))


Marked = tuple[str, tuple[Mark, ...]]


def _marked(block: Block, cut: Cut) -> list[Marked]:
    """The pieces of a paragraph, each with the marks in it as they stand in the piece."""
    pieces: list[Marked] = []
    start = 0
    for text in cut(block.text):
        end = start + len(text)
        pieces.append((text, part(block, start, end).marks))
        start = end
    return pieces


def _ends(pieces: Sequence[Marked]) -> list[int]:
    ends = [0]
    for piece, _ in pieces:
        ends.append(ends[-1] + len(piece))
    return ends


def _joined(found: Sequence[Stretch], text: str) -> Iterator[Stretch]:
    """Changes that only a trifle parts are one: a reader wants the phrase, not its letters."""
    waiting: Stretch | None = None
    for index, here in enumerate(found):
        after = found[index + 1] if index + 1 < len(found) else None
        slight = here.same and waiting and after and _is_slight(text[slice(*here.new)], waiting, after, text)
        if here.same and not slight:
            yield from filter(None, (waiting, here))
            waiting = None
        elif waiting:
            old, new = (waiting.old[0], here.old[1]), (waiting.new[0], here.new[1])
            waiting = Stretch(old, new, same=False)
        else:
            waiting = here
    if waiting:
        yield waiting


def _is_slight(kept: str, before: Stretch, after: Stretch, text: str) -> bool:
    """Blanks; or few letters between longer changes, unless a figure changed, which stands for itself."""
    if kept.isspace():
        return True
    changed = (before, after)
    if any(re.search(r"\d", text[slice(*stretch.new)]) for stretch in changed):
        return False
    return len(kept) <= _SHORT and all(len(kept) < _length(stretch) for stretch in changed)


def _length(stretch: Stretch) -> int:
    return max(stretch.old[1] - stretch.old[0], stretch.new[1] - stretch.new[0])
