"""A house's choices for writing figures, and the digits of a number."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Literal

from pressgen.figures.figure import plain

RATES = frozenset({"percent", "points"})
"""Kinds whose closing zeros say how exact they are."""

_WIDE = Context(prec=60, rounding=ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class Style:
    """``yuan``, ``dollars``, ``tonnes``: their names in English; ``digits`` caps significant digits."""

    yuan: Literal["yuan", "RMB"] = "yuan"
    dollars: Literal["USD", "$", "US$", "U.S. dollars"] = "USD"
    percent: Literal["%", "percent"] = "%"
    tonnes: Literal["tonnes", "tons", "metric tons"] = "tonnes"
    digits: int | None = None


def is_of_tens(value: Decimal) -> bool:
    """Whether a number ends in a nought, however long it is.

    >>> is_of_tens(Decimal(480)), is_of_tens(Decimal("1E+2")), is_of_tens(Decimal("4.80"))
    (True, True, False)
    """
    _, digits, exponent = value.as_tuple()
    noughts = len(digits) - len("".join(map(str, digits)).rstrip("0"))
    return int(exponent) + noughts > 0


def rounded(value: Decimal, precision: Decimal | None, digits: int | None) -> Decimal:
    """The value half up to its precision and to so many significant digits, never finer than it was.

    >>> rounded(Decimal("2405.7251"), Decimal("0.01"), None), rounded(Decimal(999950), None, 3)
    (Decimal('2405.73'), Decimal('1.00E+6'))
    """
    if precision:
        exponent = precision.normalize().as_tuple().exponent
        wide = _wide(value, precision)
        value = (
            wide.quantize(value, Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0))
            if wide.remainder(value, precision) != 0
            else value
        )
    if digits:
        value = Context(prec=digits, rounding=ROUND_HALF_UP).plus(value)
    return value


def _wide(value: Decimal, precision: Decimal) -> Context:
    """A context with room for every digit down to the precision, however long a number is."""
    digits = value.adjusted() - precision.adjusted() + 20
    return _WIDE if digits < _WIDE.prec else Context(prec=digits, rounding=ROUND_HALF_UP)


def scaled(value: Decimal, power: int) -> Decimal:
    """The value in units of a power of ten, closing zeros gone."""
    return _WIDE.scaleb(value, -power).normalize(_WIDE)


def as_given(value: Decimal) -> str:
    """A rate with the decimals it was given: statistics print 5.0%, not 5%.

    >>> as_given(Decimal("5.0")), as_given(Decimal("-0.0")), as_given(Decimal("1E+2"))
    ('5.0', '0.0', '100')
    """
    return f"{value if value else abs(value):f}"


def places(value: Decimal) -> int:
    """How many decimals a number has."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def grouped(value: Decimal) -> str:
    """English digits with grouping commas: 1,234,567.5."""
    whole, point, part = plain(value).partition(".")
    return f"{Decimal(whole):,f}{point}{part}" if whole.lstrip("-") != "0" else plain(value)
