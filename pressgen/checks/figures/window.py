"""Which figures of two rows are looked at together: all of a paragraph's, the nearest of a book's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pressgen.checks.figures.placed import PlacedFigure

REACH = 40
"""How many figures ahead or behind one may have moved; paragraphs have fewer, hostile files have more."""
_MOST = 20_000
"""So many pairs each way at most: in a row of more than 500 figures one may have moved less far."""
_LEAST = 2


def together(
    zh: Sequence[PlacedFigure], en: Sequence[PlacedFigure]
) -> Iterator[tuple[int, int, PlacedFigure, PlacedFigure]]:
    """Both rows' indexes and figures, at most two REACH for each figure, fewer in rows of thousands."""
    reach = max(_LEAST, min(REACH, _MOST // max(1, len(zh))))
    for i, placed in enumerate(zh):
        middle = i * len(en) // len(zh)
        first = max(0, middle - reach)
        for j, other in enumerate(en[first : middle + reach], first):
            yield i, j, placed, other
