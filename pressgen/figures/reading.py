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
        modifier = cast("Modifier", hedge or self.modifier)
        ends = spelt(low), spelt(precision), None if high is None else spelt(high)
        made = figure(self.tail, *ends, self.start, self.end, self.stop, text, modifier, noun)
        return Reading(made, self.first, max(self.last, self.stop))


def figure(  # noqa: PLR0913, PLR0917  # to gather the parts of a figure first takes as long as to make it
    tail: Tail,
    value: Decimal,
    precision: Decimal,
    high: Decimal | None,
    start: int,
    end: int,
    stop: int,
    text: str,
    modifier: Modifier,
    noun: str = "",
) -> Figure:
    """The figure of a number and what it counts: the number ends at ``end``, its unit at ``stop``."""
    word, kind, unit, _ = tail
    if kind in _COUNTED:
        stop, noun = end, noun or word
    made = _Open()
    made.kind, made.value, made.unit = kind, value, unit
    made.start, made.end, made.text = start, stop, text[start:stop]
    made.low, made.high = (None, None) if high is None else (value, high)
    made.modifier = modifier
    made.precision = None if kind == "fraction" else precision
    made.noun = noun
    made.__class__ = Figure  # type: ignore[assignment]  # two classes of one layout
    return made  # type: ignore[return-value]


def dated(kind: Kind, value: str, start: int, end: int, text: str) -> Reading:
    """A date, a period or a time, where nothing stands around it."""
    made = _Open()
    made.kind, made.value, made.unit = kind, value, ""
    made.start, made.end, made.text = start, end, text[start:end]
    made.low = made.high = made.precision = None
    made.modifier = made.noun = ""
    made.__class__ = Figure  # type: ignore[assignment]  # two classes of one layout
    return Reading(made, start, end)  # type: ignore[arg-type]
