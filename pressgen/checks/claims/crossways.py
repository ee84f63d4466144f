"""Two figures by the ways they go: each its own in both texts, or the way of one gone over to the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from pressgen.checks.claims.directions import read
from pressgen.checks.claims.ways import Way
from pressgen.checks.figures.match import Pair
from pressgen.checks.figures.placed import PlacedFigure
from pressgen.regex import regex

_PARTS = 5
"""Of more parts a sum is one of a table."""
_FIRM = frozenset({"change", "compare", "beside", "bare"})
_JOINED = regex(r"[、和与及至到—–-]|,? (?:and|to|or) ")


def candidates(pairs: Sequence[Pair]) -> Iterator[tuple[int, int]]:
    """The numbers of two figures each that may have changed places: all but a sum with its part."""
    sums = set(_sums(pairs))
    return (two for two in combinations(range(len(pairs)), 2) if two not in sums)


def _sums(pairs: Sequence[Pair]) -> Iterator[tuple[int, int]]:
    """Each sum and part of it, in the order given, where the sum stands right by its parts in both texts.

    61.2亿元, 35.2亿元, together 96.4亿元: had two of them changed places, the sum would stand elsewhere.
    """
    values = [pair.zh.figure.value for pair in pairs]
    numbers = range(len(pairs))
    orders = [
        sorted(numbers, key=lambda number: getattr(pairs[number], lang).figure.start) for lang in ("zh", "en")
    ]
    for whole in numbers:
        ours, theirs = ({frozenset(run) for run in _runs(order, whole)} for order in orders)
        for run in ours & theirs:
            parts = [value for number in run if isinstance(value := values[number], Decimal)]
            if len(run) == len(parts) > 1 and sum(parts) == values[whole]:
                yield from ((min(whole, part), max(whole, part)) for part in run)


def _runs(order: Sequence[int], whole: int) -> Iterator[Sequence[int]]:
    """The figures right before one or right behind it, two to five of them."""
    at = order.index(whole)
    for size in range(2, _PARTS + 1):
        yield order[max(0, at - size) : at]
        yield order[at + 1 : at + 1 + size]


def go_apart(first: Pair, second: Pair) -> bool:
    """Whether one goes up and the other down, each the same way in both texts, so that none has moved."""
    signs = [[_sign(pair.zh), _sign(pair.en)] for pair in (first, second)]
    return all(zh and zh == en for zh, en in signs) and signs[0] != signs[1]


def went_over(first: Pair, second: Pair) -> bool:
    """Whether the one figure that goes a way is the other one in the English: 167 meters, 2 below.

    What came down to 31 meters and what is 0.9 short go ways of two sorts, which are never held together;
    neither are a surplus and a gap that widened.
    """
    ours, theirs = [_firm(first.zh), _firm(second.zh)], [_firm(first.en), _firm(second.en)]
    if not any(ours) or all(ours) or ours != theirs[::-1]:
        return False
    if any(not _firm(each) and _way(each) for pair in (first, second) for each in (pair.zh, pair.en)):
        return False
    return not any(_are_joined(getattr(first, lang), getattr(second, lang)) for lang in ("zh", "en"))


def _firm(placed: PlacedFigure) -> tuple[int, bool] | None:
    """The way of a figure by a verb or a word beside it, and whether that tells of a change.

    新增 counts what is new and compares nothing.
    """
    found = _way(placed)
    if not found or found.word.row["kind"] not in _FIRM or found.word.text == "新增":
        return None
    return found.sign, found.word.row["kind"] == "change"


def _are_joined(first: PlacedFigure, second: PlacedFigure) -> bool:
    """Whether two figures of a text stand side by side, so that one word may say the way of both."""
    here, there = sorted((first.figure, second.figure), key=lambda figure: figure.start)
    return bool(_JOINED.fullmatch(first.block.text, here.end, there.start))


def _sign(placed: PlacedFigure) -> int:
    found = _way(placed)
    return found.sign if found else 0


def _way(placed: PlacedFigure) -> Way | None:
    return read(placed.block).figures.get(placed.figure.start, {}).get("way")
