"""What one language adds from the context: a month, a conversion in brackets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from pressgen.checks.figures.days import parts
from pressgen.checks.figures.seen import Seen
from pressgen.checks.figures.sizes import same_size
from pressgen.checks.found import figures_of
from pressgen.figures import Figure, Language
from pressgen.figures.convert import Conversion, paired
from pressgen.figures.plausible import band


def strange_month(zh: Seen, en: Seen, all_zh: Sequence[Seen]) -> bool:
    """Whether the English names a month the Chinese date lacks, where the Chinese has that day of another.

    24日 is July 24 to those who know; beside 6月24日 it is not.
    """
    said, added = parts(zh.figure), parts(en.figure)
    if said is None or added is None or said[1] or not added[1]:
        return False
    dates = [parts(one.figure) for one in all_zh if one.figure.kind == "date"]
    months = {date[1] for date in dates if date and date[1] and date[2] == said[2]}
    return bool(months) and added[1] not in months


def beside(one: Seen) -> bool:
    """Whether a figure only converts the one before it: 8亿元（约合1.1亿美元）, 30,000 mu (2,000 hectares).

    Each language converts for its own readers; whether a sum is right is for ``conversions``.
    """
    before = [other for other in figures_of(one.block) if other.end <= one.figure.start]
    if not before or one.figure.kind not in ("money", "quantity"):
        return False
    source = before[-1]
    if one.figure.kind == source.kind == "money":
        return any(pair.target == one.figure and _plausible(pair) for pair in _pairs(one))
    between = one.block.text[source.end : one.figure.start]
    opened = "(" in between or "（" in between
    return opened and one.block.lang == "en" and source.kind == "quantity" and _same(source, one.figure)


def _pairs(one: Seen) -> Iterator[Conversion]:
    lang: Language = "zh" if one.block.lang == "zh" else "en"
    return paired(one.block.text, lang, figures_of(one.block))


def _plausible(pair: Conversion) -> bool:
    limits = band(pair.source.unit, pair.target.unit)
    if limits is None or not pair.source.value:
        return False
    return limits[0] <= Decimal(pair.target.value) / Decimal(pair.source.value) <= limits[1]


def _same(one: Figure, other: Figure) -> bool:
    return same_size(Decimal(one.value), one.unit, Decimal(other.value), other.unit)
