"""Paragraphs that answer together, read as one text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from pressgen.checks.figures.placed import PlacedFigure
from pressgen.document import Block, Span


@dataclass(frozen=True, slots=True)
class Joined:
    """Paragraphs of one language, one a line of ``block``; a single one is ``block`` itself."""

    parts: tuple[Block, ...]
    block: Block

    def span(self, start: int, end: int) -> Span:
        """A stretch of the whole as one of the paragraph it begins in."""
        part, offset = next(
            (part, offset) for part, offset in self._places() if start <= offset + len(part.text)
        )
        return part.span(start - offset, min(end - offset, len(part.text)))

    def placed(self, placed: PlacedFigure) -> PlacedFigure:
        """A figure of a paragraph as one of the whole."""
        if placed.block is self.block:
            return placed
        offset = next(offset for part, offset in self._places() if part is placed.block)
        figure = replace(placed.figure, start=placed.figure.start + offset, end=placed.figure.end + offset)
        return replace(placed, block=self.block, figure=figure)

    def _places(self) -> Sequence[tuple[Block, int]]:
        offsets = accumulate((len(part.text) + 1 for part in self.parts), initial=0)
        return list(zip(self.parts, offsets, strict=False))


def joined(blocks: Sequence[Block]) -> Joined:
    """Some paragraphs of one language as one text."""
    if len(blocks) == 1:
        return Joined(tuple(blocks), blocks[0])
    return Joined(tuple(blocks), replace(blocks[0], text="\n".join(block.text for block in blocks), marks=()))
