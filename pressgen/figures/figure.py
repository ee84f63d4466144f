"""The figure: a number with its unit, its precision and its place, and when two of them agree."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Kind = Literal[
    "money",
    "number",
    "percent",
    "points",
    "multiple",
    "fraction",
    "ordinal",
    "date",
    "period",
    "time",
    "quantity",
]
"""What a figure counts."""

Modifier = Literal["", "over", "nearly", "about", "at_least", "at_most", "vague"]
"""How a figure is hedged: ``超`` over, ``近`` nearly, ``约`` about, ``数亿`` vague."""

_TEXTUAL = frozenset({"date", "period", "time"})
_SAME = {"age": "year"}
"""People are twenty years old, or twenty."""
_COUNTED = frozenset({"number", "quantity"})


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a text.

    ``value`` is a ``Decimal``, or ISO 8601 text for a date (``2023-07-14``, ``2023-07``, ``2023``;
    ``XXXX-07-14`` where no year is said), a period (``2023-01/2023-06``) or a time (``16:17``). ``unit``
    is an ISO 4217 code, ``%``, ``pp``, a unit of measure or nothing. ``start`` and ``end`` are half-open
    code points of the text read, hedges around the figure left out. A range has ``low`` and ``high``,
    and ``value`` is ``low``. ``precision`` is the size of the last digit written (``2405.72亿``: 1000000),
    ``noun`` the measure word or counted noun as written.
    """

    kind: Kind
    value: Decimal | str
    unit: str
    start: int
    end: int
    text: str
    low: Decimal | None = None
    high: Decimal | None = None
    modifier: Modifier = ""
    precision: Decimal | None = None
    noun: str = ""

    def agrees(self, other: Figure) -> bool:
        """Whether two figures can stand for the same thing, each as exact as it is written.

        Kinds and units must fit (percentage points never agree with a percentage). The finer figure,
        rounded to the coarser one's last digit, must give the coarser; a hedged figure's closing zeros
        are not taken as digits. Symmetric; a figure agrees with itself.
        """
        if not _comparable(self, other):
            return False
        if isinstance(self.value, str) or isinstance(other.value, str):
            return _same_time(str(self.value), str(other.value))
        if "vague" in (self.modifier, other.modifier):
            return _overlap(self, other)
        if (self.high is None) != (other.high is None):
            return False
        return _near(self, other, _low(self), _low(other)) and _near(self, other, _high(self), _high(other))

    def as_json(self) -> dict[str, object]:
        """The figure as ``pressgen figures --json`` prints it: numbers as plain decimal text."""
        written: dict[str, object] = {
            "kind": self.kind,
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "value": plain(self.value),
            "unit": self.unit,
            "modifier": self.modifier,
        }
        extra = {"low": self.low, "high": self.high, "precision": self.precision, "noun": self.noun}
        written |= {name: plain(given) for name, given in extra.items() if given is not None and given != ""}
        return written


def plain(value: Decimal | str) -> str:
    """A value as text without exponent or closing zeros.

    >>> plain(Decimal("1.50E+4")), plain("2023-07")
    ('15000', '2023-07')
    """
    if isinstance(value, str):
        return value
    text = f"{value:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def last_digit(value: Decimal) -> Decimal:
    """The size of the last digit of a number that is not nought: 1200 gives 100, 3.5 gives 0.1."""
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)


def _low(figure: Figure) -> Decimal:
    return figure.low if figure.low is not None else Decimal(figure.value)


def _high(figure: Figure) -> Decimal:
    return figure.high if figure.high is not None else Decimal(figure.value)


def _comparable(figure: Figure, other: Figure) -> bool:
    if figure.kind in _COUNTED and other.kind in _COUNTED:
        units = {_SAME.get(figure.unit, figure.unit), _SAME.get(other.unit, other.unit)}
        return len(units) == 1 or "" in units
    if figure.kind != other.kind:
        return False
    return figure.unit == other.unit


def _same_time(word: str, other: str) -> bool:
    """Part for part, where X stands for what is not said."""
    return len(word) == len(other) and all(a == b or "X" in (a, b) for a, b in zip(word, other, strict=True))


def _overlap(figure: Figure, other: Figure) -> bool:
    """A vague figure is an interval, open above."""
    if _low(figure) == _low(other):
        return True
    lower, upper = sorted((figure, other), key=_low)
    return _low(upper) < _high(lower)


def _near(figure: Figure, other: Figure, a: Decimal, b: Decimal) -> bool:
    if a == b:
        return True
    if figure.precision == other.precision and figure.modifier == other.modifier:
        return False
    return _covers(figure, a, b, exact=not other.modifier) or _covers(other, b, a, exact=not figure.modifier)


def _covers(figure: Figure, value: Decimal, other: Decimal, *, exact: bool) -> bool:
    """Whether ``other`` may be written as this value, hedged as the figure is; ``exact``: unhedged."""
    if figure.precision is None or not value:
        return False
    size = figure.precision
    if figure.modifier in ("over", "nearly", "about"):
        size = max(size, last_digit(value))
    if figure.modifier == "over" and value <= other < value + size:
        return True
    if figure.modifier == "nearly" and value - size < other <= value:
        return True
    rounds_to = abs(value - other) * 2 <= size and abs(other) * 2 > abs(value)
    return rounds_to and not (exact and _denied(figure.modifier, value, other))


def _denied(modifier: Modifier, value: Decimal, other: Decimal) -> bool:
    """Whether a hedge says that an exact figure cannot be: 8.74% is not more than 9%."""
    return (modifier in ("over", "at_least") and other < value) or (
        modifier in ("nearly", "at_most") and other > value
    )
