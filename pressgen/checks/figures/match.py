"""Which figure answers which: the closest first, each figure once, in the order they stand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from pressgen.checks.figures.days import ends
from pressgen.checks.figures.meaning import closeness
from pressgen.checks.figures.seen import Seen
from pressgen.figures import Figure


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures that say the same thing, and how closely."""

    zh: Seen
    en: Seen
    closeness: int


@dataclass(frozen=True, slots=True)
class Matched:
    """Pairs, and what of each language is left."""

    pairs: list[Pair]
    zh: list[Seen]
    en: list[Seen]


def matched(zh: Sequence[Seen], en: Sequence[Seen]) -> Matched:
    """One to one, closest first; then ranges of one language against two figures of the other."""
    pairs = _best(zh, en)
    used = {id(pair.zh) for pair in pairs} | {id(pair.en) for pair in pairs}
    left = [one for one in zh if id(one) not in used]
    right = [one for one in en if id(one) not in used]
    right, left = _apart(left, right, closeness)
    left, right = _apart(right, left, lambda a, b: closeness(b, a))
    return Matched(pairs, left, right)


def _best(zh: Sequence[Seen], en: Sequence[Seen]) -> list[Pair]:
    candidates = [
        (close, abs(a.share - b.share), i, j)
        for i, a in enumerate(zh)
        for j, b in enumerate(en)
        if (close := closeness(a, b)) is not None
    ]
    candidates.sort()
    taken_zh: set[int] = set()
    taken_en: set[int] = set()
    pairs: list[Pair] = []
    for close, _, i, j in candidates:
        if i not in taken_zh and j not in taken_en:
            taken_zh.add(i)
            taken_en.add(j)
            pairs.append(Pair(zh[i], en[j], close))
    return pairs


Close = Callable[[Seen, Seen], int | None]


def _apart(ranges: list[Seen], singles: list[Seen], close: Close) -> tuple[list[Seen], list[Seen]]:
    """What is left of both once ranges took the two figures they are made of: (singles, ranges)."""
    rest = list(ranges)
    for one in ranges:
        halves = _halves(one)
        found = [
            next((other for other in singles if close(half, other) is not None), None) for half in halves
        ]
        if halves and all(found):
            rest.remove(one)
            singles = [other for other in singles if all(other is not each for each in found)]
    return singles, rest


def _halves(one: Seen) -> list[Seen]:
    figure = one.figure
    if period := ends(figure):
        return [replace(one, figure=_day(figure, end)) for end in period]
    if figure.low is None or figure.high is None:
        return []
    return [replace(one, figure=_single(figure, value)) for value in (figure.low, figure.high)]


def _day(figure: Figure, value: str) -> Figure:
    return replace(figure, kind="date", value=value)


def _single(figure: Figure, value: Decimal) -> Figure:
    return replace(figure, value=value, low=None, high=None)
