"""What one language adds from the context: a month, a conversion in brackets."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from decimal import Decimal

from pressgen.checks.figures.days import parts
from pressgen.checks.figures.seen import Seen
from pressgen.checks.figures.sizes import same_size
from pressgen.checks.found import conversions_of, figures_of
from pressgen.figures import Figure
from pressgen.figures.convert import Conversion
from pressgen.figures.plausible import band

Months = Mapping[str, frozenset[str]]
"""For each day of the month (two digits) the months a text names with it."""


def months_by_day(figures: Iterable[Seen]) -> Months:
    """The months a text names, by day."""
    named: dict[str, frozenset[str]] = {}
    for one in figures:
        said = parts(one.figure) if one.figure.kind == "date" else None
        if said and said[1]:
            named[said[2]] = named.get(said[2], frozenset()) | {said[1]}
    return named


def strange_month(zh: Seen, en: Seen, months: Months) -> bool:
    """Whether the English names a month the Chinese date lacks, where the Chinese has that day of another.

    24日 is July 24 to those who know; beside 6月24日 it is not.
    """
    said, added = parts(zh.figure), parts(en.figure)
    if said is None or added is None or said[1] or not added[1]:
        return False
    named = months.get(said[2], frozenset())
    return bool(named) and added[1] not in named


def beside(one: Seen) -> bool:
    """Whether a figure only converts the one before it: 8亿元（约合1.1亿美元）, 30,000 mu (2,000 hectares).

    Each language converts for its own readers; whether a sum is right is for ``conversions``.
    """
    if one.figure.kind == "money":
        return any(pair.target == one.figure and _plausible(pair) for pair in conversions_of(one.block))
    found = figures_of(one.block)
    number = bisect_left(found, one.figure.start, key=lambda figure: figure.start)
    if one.figure.kind != "quantity" or not number:
        return False
    source = found[number - 1]
    between = one.block.text[source.end : one.figure.start]
    opened = "(" in between or "（" in between
    return opened and one.block.lang == "en" and source.kind == "quantity" and _same(source, one.figure)


def _plausible(pair: Conversion) -> bool:
    limits = band(pair.source.unit, pair.target.unit)
    if limits is None or not pair.source.value:
        return False
    return limits[0] <= Decimal(pair.target.value) / Decimal(pair.source.value) <= limits[1]


def _same(one: Figure, other: Figure) -> bool:
    return same_size(Decimal(one.value), one.unit, Decimal(other.value), other.unit)
