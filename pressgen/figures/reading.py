"""What a reader found: the figure, and how far its hedges reach around it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from pressgen.figures.figure import Figure, Kind, Modifier
from pressgen.figures.numeral import Numeral


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
        return self.numeral if self.tail.factor == 1 else self.numeral.times(self.tail.factor)

    def reading(self, text: str, *, noun: str = "") -> Reading:
        """The amount as a figure of the text."""
        low, precision, high, hedge = self.exact.spelt()
        modifier = hedge or self.modifier
        counted = self.tail.kind in ("number", "ordinal", "fraction")
        stop = self.end if counted else self.stop
        figure = Figure(
            self.tail.kind,
            low,
            self.tail.unit,
            self.start,
            stop,
            text[self.start : stop],
            None if high is None else low,
            high,
            modifier,  # type: ignore[arg-type]  # a numeral's hedge is one of the modifiers
            None if self.tail.kind == "fraction" else precision,
            noun or (self.tail.word if counted else ""),
        )
        return Reading(figure, self.first, max(self.last, self.stop))
