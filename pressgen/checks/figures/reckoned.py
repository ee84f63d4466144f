"""Figures that follow from those of the other language.

What is left of a sum, the rest to a hundred, a part of a whole, the level a change leads to, an area in
hectares: a good translation often tells one of two figures and what lies between them. A figure is settled
only where a calculation gives it to its last digit, and where no unanswered figure is left that it could be a
slip of.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence, Set
from decimal import Decimal
from typing import NamedTuple, Self

from pressgen.checks.figures.evidence import is_difference
from pressgen.checks.figures.placed import PlacedFigure
from pressgen.checks.figures.sizes import as_unit
from pressgen.checks.figures.slips import slip
from pressgen.checks.found import figures_of
from pressgen.figures import Figure
from pressgen.regex import regex

_MOST = 24
"""Of more figures a side nothing is worked out: something always adds up."""
_PARTS = 6
"""Parts a whole has at most."""
_FEW = 10
"""Small counts without a unit add up to anything."""
_WHOLE = Decimal(100)
_REST = regex(
    r"\b(?:rest|remaining|remainder|others?|as (?:much|many)|of what|still)\b"
    "|其余|剩余|余下|其他|另外|仅为|只有",
    re.IGNORECASE,
)
"""Words that tell what is left of a hundred percent."""
_PURE = frozenset({"%", "pp", "ratio"})
"""What has no unit that a number may leave to its neighbour: 410 million and 250, of yuan."""
_STEP = "step"
"""The sort of a difference without a unit, which fits every sort."""
_BASE = regex(
    r"\b(?:against|from|than|versus|compared (?:with|to))(?: (?:the|only|just|about))? $"
    "|[由从比较][^，。；]{0,4}$",
    re.IGNORECASE,
)
"""What stands before the figure that another is held against."""
_OFF = regex(r"\b(?:off|discounts?|cheaper|less|reduction)\b", re.IGNORECASE)
"""八折 is 20 percent off."""
_HALF = regex("半价|减半|对折|五折")
_JIN, _KILOGRAM = regex("每市?斤|[一1]斤|元[/／]斤"), regex(r"\b(?:kilograms?|kilos?|kg)\b", re.IGNORECASE)
_HECTARES = regex(r"\bhectares?\b", re.IGNORECASE)


class _Value(NamedTuple):
    """A figure that can be reckoned with: what it counts, how much, and the figures it comes from."""

    sort: str
    value: Decimal
    of: tuple[PlacedFigure, ...]

    @classmethod
    def of_figure(cls, placed: PlacedFigure) -> Self:
        """A figure of the text; how many fewer there are leaves its unit: 50 decibels, five fewer."""
        bare = placed.figure.kind in ("number", "fraction") and is_difference(
            placed.block.text, placed.figure
        )
        return cls(_STEP if bare else _sort_of(placed), Decimal(placed.figure.value), (placed,))


def settled(
    unmatched: tuple[Sequence[PlacedFigure], Sequence[PlacedFigure]],
    whole: tuple[Sequence[PlacedFigure], Sequence[PlacedFigure]],
) -> tuple[list[PlacedFigure], list[PlacedFigure]]:
    """Unanswered figures without those worked out from the other language's, and without those worked with.

    Of what a figure is worked out from, one at least is answered itself. Both arguments have the Chinese
    figures first, ``whole`` those of the whole passage.
    """
    if not any(unmatched) or max(map(len, whole)) > _MOST:
        return list(unmatched[0]), list(unmatched[1])
    values = [[_Value.of_figure(placed) for placed in side if _plain(placed)] for side in whole]
    open_ = [{id(placed) for placed in side} for side in unmatched]
    worked = [
        [
            (placed, parts)
            for placed in unmatched[side]
            if (parts := _parts(placed, values[1 - side])) and _is_firm(parts, open_[1 - side])
        ]
        for side in (0, 1)
    ]
    used = {id(part) for side in worked for _, parts in side for part in parts}
    gone = set()
    for side in (0, 1):
        unused = [other for other in unmatched[1 - side] if id(other) not in used]
        for placed, parts in worked[side]:
            if not any(_is_slip(placed, other, side) for other in unused):
                gone |= {id(placed), *map(id, parts)}
    return (
        [placed for placed in unmatched[0] if id(placed) not in gone],
        [placed for placed in unmatched[1] if id(placed) not in gone],
    )


def _is_firm(parts: Sequence[PlacedFigure], unanswered: Set[int]) -> bool:
    """Whether one of several figures that another is worked out from is answered itself."""
    return len(parts) == 1 or any(id(part) not in unanswered for part in parts)


def _is_slip(placed: PlacedFigure, other: PlacedFigure, side: int) -> bool:
    return slip(*((other, placed) if side else (placed, other))) is not None


def _parts(placed: PlacedFigure, values: Sequence[_Value]) -> tuple[PlacedFigure, ...]:
    """The figures of the other language from which this one follows; none if it does not."""
    figure = placed.figure
    sort = _sort_of(placed)
    if not sort or figure.high is not None or not isinstance(figure.value, Decimal):
        return ()
    if sort == "count" and figure.value <= _FEW and figure.value == int(figure.value):
        return _step_parts(placed, values)
    sorts = dict.fromkeys([sort])
    if sort == "count":  # its unit may be left to its neighbour
        sorts |= dict.fromkeys(value.sort for value in values if value.sort not in {*_PURE, _STEP})
    room = _room(figure)
    for result in (result for each in sorts for result in _results(placed, each, values)):
        if result.value > 0 and abs(result.value - figure.value) <= room:
            return result.of
    return ()


def _step_parts(placed: PlacedFigure, values: Sequence[_Value]) -> tuple[PlacedFigure, ...]:
    """The two counts that a few more lie between, one of them told as the base: six, against nine."""
    if not is_difference(placed.block.text, placed.figure):
        return ()
    counts = [value for value in values if value.sort == "count"]
    return next(
        (
            (*first.of, *base.of)
            for base in counts
            if _is_base(base.of[0])
            for first in counts
            if abs(first.value - base.value) == placed.figure.value
        ),
        (),
    )


def _is_base(placed: PlacedFigure) -> bool:
    return bool(_BASE.search(placed.block.text, 0, placed.figure.start))


def _sort_of(placed: PlacedFigure) -> str:
    """What a figure counts; a number that a rate is told against is a rate: 2.8 percent, up from 2.6."""
    figure, text = placed.figure, placed.block.text
    if figure.kind == "number" and not figure.noun and _is_base(placed) and placed.block.lang == "en":
        sentence = text.rfind(". ", 0, figure.start) + 1
        before = [each for each in figures_of(placed.block) if sentence <= each.start < figure.start]
        if before and before[-1].kind == "percent":
            return "%"
    return _sort(figure)


def _plain(placed: PlacedFigure) -> bool:
    return bool(_sort_of(placed)) and placed.figure.high is None and placed.figure.modifier != "vague"


def _sort(figure: Figure) -> str:
    """What may be added and compared; "" for what is not reckoned with."""
    if not isinstance(figure.value, Decimal):
        return ""
    if figure.kind in ("money", "quantity"):
        return figure.unit
    return {
        "number": "count", "percent": "%", "points": "pp", "fraction": "ratio", "multiple": "ratio",
    }.get(figure.kind, "")  # fmt: skip


def _room(figure: Figure) -> Decimal:
    """How far the result may lie from the figure as written."""
    value = Decimal(figure.value)
    if figure.kind in ("fraction", "multiple"):
        return value / 50
    if figure.modifier:
        return max((figure.precision or Decimal(0)) / 2, value / 20)
    return (figure.precision or Decimal(0)) / 2


def _results(placed: PlacedFigure, sort: str, values: Sequence[_Value]) -> Iterator[_Value]:
    """All that can be worked out of this sort."""
    same = [value for value in values if value.sort in (sort, _STEP)]
    yield from _sums(same)
    yield from _rests(same)
    if sort in ("%", "pp"):
        yield from _rates(placed, sort, values)
    if sort in ("%", "ratio"):
        yield from _ratios(sort, values)
    else:
        yield from _shares(same, values)
        yield from _converted(placed, sort, values)


def _sums(same: Sequence[_Value]) -> Iterator[_Value]:
    """What figures that stand side by side add up to."""
    for first in range(len(same)):
        for last in range(first + 2, min(first + _PARTS, len(same)) + 1):
            yield _joined(same[first:last], lambda values: sum(values, Decimal(0)))


def _rests(same: Sequence[_Value]) -> Iterator[_Value]:
    """What lies between two or a step above one, and what is left of one without others side by side."""
    for whole in same:
        for part in same:
            if part.value < whole.value:
                yield _joined((whole, part), lambda values: values[0] - values[1])
            if part.sort == _STEP and part is not whole:
                yield _joined((whole, part), lambda values: values[0] + values[1])
        others = [value for value in same if value is not whole]
        for run in _sums(others):
            if run.value < whole.value:
                yield _Value(whole.sort, whole.value - run.value, (*whole.of, *run.of))


def _rates(placed: PlacedFigure, sort: str, values: Sequence[_Value]) -> Iterator[_Value]:
    """Points between two rates, the rate a number of points leads to, the rest to a hundred."""
    rates = [value for value in values if value.sort == "%"]
    points = [value for value in values if value.sort == "pp"]
    if sort == "pp":
        yield from _rests(rates)
        return
    for rate in rates:
        for step in points:
            yield _joined((rate, step), lambda values: values[0] + values[1])
            yield _joined((rate, step), lambda values: values[0] - values[1])
    rates += [
        _Value("%", _WHOLE * value.value, value.of)
        for value in values
        if value.sort == "ratio" and value.value < 1
    ]
    texts = [placed.block.text, *(part.block.text for rate in rates for part in rate.of)]
    figures = [placed, *(part for rate in rates for part in rate.of)]
    discount = any(part.figure.text.endswith("折") for part in figures) and any(map(_OFF.search, texts))
    if discount or any(map(_REST.search, texts)):
        for run in (*rates, *_sums(rates)):
            yield _Value("%", _WHOLE - run.value, run.of)


def _ratios(sort: str, values: Sequence[_Value]) -> Iterator[_Value]:
    """How many times, or what part or percentage of one figure another of its sort is."""
    amounts = [value for value in values if value.sort not in _PURE and value.value > 0]
    for part in amounts:
        for whole in amounts:
            if part is not whole and part.sort == whole.sort:
                times = _WHOLE if sort == "%" else Decimal(1)
                yield _Value(sort, times * part.value / whole.value, (*part.of, *whole.of))


def _shares(same: Sequence[_Value], values: Sequence[_Value]) -> Iterator[_Value]:
    """A percentage, part or multiple of a figure, the figure it is that of, and the one before a change."""
    for rate in values:
        if rate.sort not in ("%", "ratio") or rate.value <= 0:
            continue
        share = rate.value / _WHOLE if rate.sort == "%" else rate.value
        for base in same:
            of = (*base.of, *rate.of)
            yield _Value(base.sort, base.value * share, of)
            yield _Value(base.sort, base.value / share, of)
            if share < 1:
                yield _Value(base.sort, base.value * (1 - share), of)
                yield _Value(base.sort, base.value / (1 + share), of)


def _converted(placed: PlacedFigure, sort: str, values: Sequence[_Value]) -> Iterator[_Value]:
    """A price for a kilogram of one for a jin; an area whose unit stands apart, and parts of it."""
    text = placed.block.text
    for value in values:
        there = value.of[0].block.text
        if value.sort == sort and _HALF.search(there):
            yield _Value(sort, value.value / 2, value.of)
        if sort.isupper() and value.sort == sort and _KILOGRAM.search(text) and _JIN.search(there):
            yield _Value(sort, value.value * 2, value.of)
    if sort not in ("count", "hm2") or not _HECTARES.search(text):
        return
    for value in values:
        size = as_unit(value.value, "mu", "hm2") if value.sort == "mu" else None
        if size is not None:
            area = _Value(sort, size.quantize(Decimal(1)), value.of)
            yield area
            yield from _shares([area], values)


def _joined(values: Sequence[_Value], reckon: Callable[[list[Decimal]], Decimal]) -> _Value:
    return _Value(
        values[0].sort,
        reckon([value.value for value in values]),
        tuple(part for value in values for part in value.of),
    )
