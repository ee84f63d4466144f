"""The numeral: a number as it was written, before anybody knows what it counts."""

from __future__ import annotations

from bisect import bisect_right
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from pressgen.regex import regex

_GROUPS = regex("[0-9]+(?:,[0-9]+)+")
_SHIFTED = {shift: Decimal(f"{Decimal(1).scaleb(shift):f}") for shift in range(-6, 13)}
_NOUGHTS = tuple("0" * power for power in range(13))
_PLACES = tuple(Decimal(1).scaleb(-places) for places in range(10))


class Numeral(NamedTuple):
    """A value and the size of its last digit; ``high`` where the words name two numbers (三四十).

    ``hedge`` is ``over`` where something is left open above (十余万), ``vague`` where only the
    magnitude is said (数亿).
    """

    low: Decimal
    precision: Decimal
    high: Decimal | None = None
    hedge: str = ""

    def times(self, factor: Decimal) -> Numeral:
        """The numeral in a larger or smaller unit."""
        high = None if self.high is None else self.high * factor
        return Numeral(self.low * factor, self.precision * abs(factor), high, self.hedge)

    def plus(self, rest: Numeral) -> Numeral:
        """The numeral and what follows it in a smaller unit."""
        high = None if rest.high is None else self.low + rest.high
        return Numeral(self.low + rest.low, rest.precision, high, rest.hedge or self.hedge)


def spelt(value: Decimal) -> Decimal:
    """The same value with every digit spelt out: 240572000000, not 2.40572E+11."""
    return Decimal(f"{value:f}") if "E" in str(value) else value


def written(digits: str) -> Numeral:
    """Arabic digits, their grouping commas taken out; the last digit written sets the precision.

    >>> written("2405.70")
    Numeral(low=Decimal('2405.70'), precision=Decimal('0.01'), high=None, hedge='')
    """
    point = digits.rfind(".")
    places = len(digits) - point - 1 if point >= 0 else 0
    return Numeral(Decimal(digits), _PLACES[places] if places < len(_PLACES) else Decimal(1).scaleb(-places))


def shifted(number: str, power: int) -> tuple[Decimal, Decimal]:
    """Arabic digits, perhaps grouped by commas, in a power of ten; and the size of the last one.

    Every digit is spelt out. At most six stand behind the point, and the power is at most 12.

    >>> shifted("2,405.72", 8), shifted("0.125", 0)
    ((Decimal('240572000000'), Decimal('1000000')), (Decimal('0.125'), Decimal('0.001')))
    """
    if "," in number:
        number = number.replace(",", "")
    if "." not in number:
        return Decimal(number + _NOUGHTS[power]), _SHIFTED[power]
    whole, _, part = number.partition(".")
    shift = power - len(part)
    if power:
        digits = whole + part
        number = digits + _NOUGHTS[shift] if shift >= 0 else f"{digits[:shift]}.{digits[shift:]}"
    return Decimal(number), _SHIFTED[shift]


def groups_end(text: str, start: int) -> int:
    """The end of the digits that commas group from here on (12,34,5), 0 where no comma joins any."""
    starts, ends = _groups(text)
    place = bisect_right(starts, start) - 1
    end = ends[place] if place >= 0 else 0
    return end if text.find(",", start, end) >= 0 else 0


@lru_cache(maxsize=1)
def _groups(text: str) -> tuple[list[int], list[int]]:
    """Where digits and commas begin and end, looked for once a text: a list may be long."""
    spans = [group.span() for group in _GROUPS.finditer(text)]
    return [start for start, _ in spans], [end for _, end in spans]
