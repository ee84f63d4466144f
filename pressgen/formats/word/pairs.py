"""Paragraphs of two languages that say the same thing, in the order of the page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import takewhile

from pressgen.document import Block, Release
from pressgen.grid import folded

Pair = tuple[Block | None, Block | None]
"""A Chinese and an English paragraph; one of them may be missing."""


def pairs(release: Release) -> list[Pair]:
    """Blocks that say the same thing: those of one name, the first with the first; then those without.

    A block without a counterpart stands alone, behind the one it follows in its own language; a caption
    stays with its photo. A table's row is one block.
    """
    english = dict(_keyed(folded(release.en.blocks)))
    chinese = dict(_keyed(folded(release.zh.blocks)))
    order = list(chinese)
    before = -1
    for key in english:
        if key not in chinese:
            captions = takewhile(lambda other: _is_caption(chinese.get(other)), order[before + 1 :])
            order.insert(before + 1 + sum(1 for _ in captions), key)
        before = order.index(key)
    return [(chinese.get(key), english.get(key)) for key in order]


def _is_caption(block: Block | None) -> bool:
    return block is not None and block.role == "caption"


def _keyed(blocks: Iterable[Block]) -> Iterator[tuple[tuple[str, int], Block]]:
    seen: Counter[str] = Counter()
    for block in blocks:
        yield (block.name, seen[block.name]), block
        seen[block.name] += 1
