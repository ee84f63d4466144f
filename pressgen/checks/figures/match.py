"""Which figure answers which: the closest first, each figure once, in the order they stand."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from pressgen.checks.figures.days import ends
from pressgen.checks.figures.hedges import opposite
from pressgen.checks.figures.meaning import AGREES, ALIKE, LOOSE, ROUNDED, closeness
from pressgen.checks.figures.placed import PlacedFigure
from pressgen.figures import Figure

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


_WORDS = frozenset({ALIKE, LOOSE, ROUNDED})


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures that say the same thing, and how closely."""

    zh: PlacedFigure
    en: PlacedFigure
    closeness: int


@dataclass(frozen=True, slots=True)
class Matched:
    """Pairs, and what of each language is left."""

    pairs: list[Pair]
    zh: list[PlacedFigure]
    en: list[PlacedFigure]


def matched(zh: Sequence[PlacedFigure], en: Sequence[PlacedFigure]) -> Matched:
    """One to one: what agrees, then ranges against their two ends, then what is said in other words."""
    result = Matched([], list(zh), list(en))
    known: dict[tuple[int, int], int | None] = {}
    _take(result, {AGREES}, known)
    _split(result.zh, result.en)
    _split(result.en, result.zh)
    _take(result, _WORDS, known)
    return result


def close(placed: PlacedFigure, other: PlacedFigure) -> int | None:
    """``closeness`` for figures in either order."""
    return closeness(placed, other) if placed.block.lang == "zh" else closeness(other, placed)


def _take(result: Matched, wanted: Collection[int], known: dict[tuple[int, int], int | None]) -> None:
    """Move pairs of the wanted closeness out of what is left, the nearest first.

    ``known`` is the closeness of pairs by the identity of the two, worked out once for all calls.
    """
    candidates = []
    for i, j, a, b in together(result.zh, result.en):
        pair = id(a), id(b)
        if pair not in known:
            known[pair] = closeness(a, b)
        found = known[pair]
        if found is not None and found in wanted:
            differ = a.figure.value != b.figure.value
            candidates.append((found, opposite(a.figure, b.figure), differ, abs(a.share - b.share), i, j))
    candidates.sort()
    taken_zh: set[int] = set()
    taken_en: set[int] = set()
    for found, _, _, _, i, j in candidates:
        if i not in taken_zh and j not in taken_en:
            taken_zh.add(i)
            taken_en.add(j)
            result.pairs.append(Pair(result.zh[i], result.en[j], found))
    result.zh[:] = [placed for i, placed in enumerate(result.zh) if i not in taken_zh]
    result.en[:] = [placed for j, placed in enumerate(result.en) if j not in taken_en]


def _split(ranges: list[PlacedFigure], singles: list[PlacedFigure]) -> None:
    """Take out of both a range of one and the two figures of the other that are its ends."""
    for placed in [each for each in ranges if halves(each)]:
        alone = [other for other in singles if not halves(other)]
        found = [
            next((other for other in alone if close(half, other) is not None), None)
            for half in halves(placed)
        ]
        if found and all(found) and found[0] is not found[1]:
            ranges.remove(placed)
            singles[:] = [other for other in singles if all(other is not each for each in found)]


def halves(placed: PlacedFigure) -> list[PlacedFigure]:
    """A range's or a period's two ends as figures; none for a single figure."""
    figure = placed.figure
    if period := ends(figure):
        return [replace(placed, figure=replace(figure, kind="date", value=end)) for end in period]
    if figure.low is None or figure.high is None:
        return []
    return [replace(placed, figure=_single(figure, value)) for value in (figure.low, figure.high)]


def _single(figure: Figure, value: Decimal) -> Figure:
    return replace(figure, value=value, low=None, high=None)
