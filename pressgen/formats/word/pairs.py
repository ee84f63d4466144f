"""Paragraphs of two languages that say the same thing, in the order of the page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import takewhile

from pressgen.document import Block, Release
from pressgen.grid import Table, place, units

Unit = Block | Table
"""A paragraph, or a table with all its cells."""
Pair = tuple[Unit | None, Unit | None]
"""A Chinese and an English paragraph or table; one of them may be missing."""


def pairs(release: Release) -> list[Pair]:
    """Blocks that say the same thing: those of one name, the first with the first; then those without.

    A block without a counterpart stands alone, behind the one it follows in its own language; a caption
    stays with its photo.
    """
    english = dict(_keyed(units(release.en.blocks)))
    chinese = dict(_keyed(units(release.zh.blocks)))
    order = list(chinese)
    before = -1
    for key in english:
        if key not in chinese:
            captions = takewhile(lambda other: _is_caption(chinese.get(other)), order[before + 1 :])
            order.insert(before + 1 + sum(1 for _ in captions), key)
        before = order.index(key)
    return [(chinese.get(key), english.get(key)) for key in order]


def _is_caption(unit: Unit | None) -> bool:
    return isinstance(unit, Block) and unit.role == "caption"


def _keyed(found: Iterable[Unit]) -> Iterator[tuple[tuple[str, int], Unit]]:
    counts: Counter[str] = Counter()
    for unit in found:
        name = _name(unit)
        yield (name, counts[name]), unit
        counts[name] += 1


def _name(unit: Unit) -> str:
    if isinstance(unit, Block):
        return unit.name
    first = next(cell for row in unit.rows for cell in row if cell)
    at = place(first)
    return at.table if at else first.name
