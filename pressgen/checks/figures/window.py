"""Which figures of two rows are looked at together: all of a paragraph's, the nearest of a book's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pressgen.checks.figures.seen import Seen

REACH = 40
"""How many figures ahead or behind one may have moved; paragraphs have fewer, hostile files have more."""


def together(zh: Sequence[Seen], en: Sequence[Seen]) -> Iterator[tuple[int, int, Seen, Seen]]:
    """Both rows' indexes and figures, at most two REACH for each figure: time is linear in the longer row."""
    for i, one in enumerate(zh):
        middle = i * len(en) // len(zh)
        first = max(0, middle - REACH)
        for j, other in enumerate(en[first : middle + REACH], first):
            yield i, j, one, other
