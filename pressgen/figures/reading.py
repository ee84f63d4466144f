"""What a reader found: the figure, and how far its hedges reach around it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple, cast

from pressgen.figures.figure import Figure, Kind, Modifier
from pressgen.figures.numeral import Numeral, spelt


class _Open:
    """A figure still open: of the same slots, and filled without a call for each as a frozen one must be."""

    __slots__ = Figure.__slots__

    kind: Kind
    value: Decimal | str
    unit: str
    start: int
    end: int
    text: str
    low: Decimal | None
    high: Decimal | None
    modifier: Modifier
    precision: Decimal | None
    noun: str


def frozen(figure: _Open) -> Figure:
    """The figure, frozen."""
    figure.__class__ = Figure  # type: ignore[assignment]  # two classes of one layout
    return cast("Figure", figure)


class Reading(NamedTuple):
    """A figure and the half-open stretch of text it was read from, hedges and measure word included."""

    figure: Figure
    start: int
    end: int


class Tail(NamedTuple):
    """What stands behind a number and says what it counts; ``word`` as the table writes it."""

    word: str
    kind: Kind
    unit: str
    factor: Decimal = Decimal(1)


NOTHING = Tail("", "number", "")
_ONE = NOTHING.factor
_COUNTED = frozenset({"number", "ordinal", "fraction"})


@dataclass(slots=True, eq=False, repr=False, match_args=False)
class Amount:
    """A number on its way to becoming a figure: the numeral at start:end, all of it at first:last.

    ``stop`` is where the unit ends; ``first`` and ``last`` are where hedges do.
    """

    numeral: Numeral
    start: int
    end: int
    tail: Tail
    stop: int
    first: int
    last: int
    modifier: Modifier = ""

    @property
    def exact(self) -> Numeral:
        """The numeral in the unit's own size."""
        factor = self.tail.factor
        return self.numeral if factor is _ONE or factor == 1 else self.numeral.times(factor)

    def reading(self, text: str, *, noun: str = "") -> Reading:
        """The amount as a figure of the text."""
        low, precision, high, hedge = self.exact
        low, high = spelt(low), None if high is None else spelt(high)
        word, kind, unit, _ = self.tail
        counted = kind in _COUNTED
        stop = self.end if counted else self.stop
        figure = _Open()
        figure.kind, figure.value, figure.unit = kind, low, unit
        figure.start, figure.end, figure.text = self.start, stop, text[self.start : stop]
        figure.low, figure.high = (None, None) if high is None else (low, high)
        figure.modifier = hedge or self.modifier  # type: ignore[assignment]  # a hedge is a modifier
        figure.precision = None if kind == "fraction" else spelt(precision)
        figure.noun = noun or (word if counted else "")
        return Reading(frozen(figure), self.first, max(self.last, self.stop))
