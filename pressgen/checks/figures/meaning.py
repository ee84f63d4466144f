"""When a figure of one language and a figure of the other say the same thing, or nearly."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from pressgen.checks.figures.days import same_day
from pressgen.checks.figures.seen import Seen
from pressgen.checks.figures.sizes import same_size
from pressgen.figures import Figure

AGREES, ALIKE, LOOSE = 0, 1, 2
"""How close two figures are: the same; the same in other words; the same to those who know the context."""

_BARE = frozenset({"number", "ordinal"})
_DOLLARS = frozenset({"USD", "AUD", "CAD", "HKD", "SGD", "NZD", "TWD", "MOP", ""})
_SHARES = {"percent": Decimal(100), "fraction": Decimal(1)}
_SAID_BARE = frozenset({"number", "quantity", "multiple", "fraction", "ordinal"})


def closeness(zh: Seen, en: Seen) -> int | None:
    """AGREES, ALIKE or LOOSE where both can stand for the same thing, else None."""
    one, other = zh.figure, en.figure
    if one.agrees(other):
        return AGREES
    if isinstance(one.value, str) or isinstance(other.value, str):
        return same_day(one, other)
    kinds = {one.kind, other.kind}
    if kinds == {"money"}:
        return ALIKE if _same_dollars(zh, en) and _equal(one, other) else None
    if kinds == {"quantity"}:
        return LOOSE if one.unit != other.unit and _converted(one, other) else None
    if kinds <= _SHARES.keys():
        return ALIKE if _equal(one, other, _SHARES[one.kind], _SHARES[other.kind]) else None
    return _times(one, other) if "multiple" in kinds else _bare(one, other)


def _bare(one: Figure, other: Figure) -> int | None:
    """A number that leaves its unit to the reader, against one that has it."""
    kinds = {one.kind, other.kind}
    if "ordinal" in kinds and not kinds <= _SAID_BARE:
        return None
    return ALIKE if kinds & _BARE and _equal(one, other) else None


def _equal(one: Figure, other: Figure, size: Decimal = Decimal(1), other_size: Decimal = Decimal(1)) -> bool:
    """Whether the numbers alone agree, each divided by its size."""
    return _number(one, size).agrees(_number(other, other_size))


def _number(figure: Figure, size: Decimal) -> Figure:
    ends = (figure.value, figure.low, figure.high, figure.precision)
    value, low, high, precision = (None if end is None else Decimal(end) / size for end in ends)
    value = round(value or Decimal(0), 4) if figure.kind == "fraction" else value or Decimal(0)
    return replace(
        figure, kind="number", value=value, unit="", low=low, high=high, precision=precision, noun=""
    )


def _same_dollars(zh: Seen, en: Seen) -> bool:
    """A bare ``$`` is the dollar of whoever writes; ``元`` is the currency the text says it is in."""
    bare = en.figure.text.lstrip("(~").startswith("$")
    shared = zh.figure.text.endswith("元") and zh.says_once_for_all(en.figure.unit)
    return (bare and zh.figure.unit in _DOLLARS) or "" in (zh.figure.unit, en.figure.unit) or shared


def _converted(one: Figure, other: Figure) -> bool:
    return same_size(Decimal(one.value), one.unit, Decimal(other.value), other.unit)


def _times(one: Figure, other: Figure) -> int | None:
    """Three times as many is two times more; both are said for 增长两倍."""
    if one.kind == other.kind:
        return LOOSE if abs(Decimal(one.value) - Decimal(other.value)) == 1 else None
    if {one.kind, other.kind} & _BARE:
        return ALIKE if _equal(one, other) else None
    times, share = (one, other) if one.kind == "multiple" else (other, one)
    if share.kind not in _SHARES:
        return None
    ratio = Decimal(share.value) / _SHARES[share.kind]
    return LOOSE if Decimal(times.value) in (ratio, ratio + 1) else None
