"""Games won, drawn and lost in Chinese, told in English as won of so many: 17胜3负, “17 of the 20”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pressgen.checks.figures.placed import PlacedFigure
from pressgen.document import Block
from pressgen.regex import regex

_RECORD = regex(r"(\d{1,3})[战场]?胜(?:[，、 ]?(\d{1,3})[场]?平)?[，、 ]?(\d{1,3})[场]?[负败]")


def of_games(
    zh: Sequence[PlacedFigure], en: Sequence[PlacedFigure]
) -> tuple[list[PlacedFigure], list[PlacedFigure]]:
    """Unanswered figures without the games lost and drawn and their sums, where the English tells the sum."""
    blocks = {id(placed.block): placed.block for placed in zh}
    gone: set[tuple[int, int]] = set()
    summed: set[int] = set()
    for block in blocks.values():
        for places, games in _records(block):
            sums = [placed for placed in en if placed.figure.value == games]
            if sums:
                gone |= {(id(block), place) for place in places}
                summed |= {id(placed) for placed in sums}
    return (
        [placed for placed in zh if (id(placed.block), placed.figure.start) not in gone],
        [placed for placed in en if id(placed) not in summed],
    )


def _records(block: Block) -> Iterator[tuple[Sequence[int], int]]:
    """Where the games drawn and lost of each record stand, and how many were played."""
    for found in _RECORD.finditer(block.text):
        groups = [group for group in (1, 2, 3) if found[group]]
        yield [found.start(group) for group in groups[1:]], sum(int(found[group]) for group in groups)
