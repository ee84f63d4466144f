"""Totals and their parts: what ``holds`` of a ``fields.yaml`` asks of an event's sums and counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from pressgen.events import rules
from pressgen.events.fields import Holding
from pressgen.events.model import Event, Fact
from pressgen.events.spans import span
from pressgen.figures.figure import Figure, plain
from pressgen.findings import Finding, Rule

_SLACK = Decimal("0.1")
"""How far a hedged figure (about, nearly, over) may lie from what is written."""


def faults(event: Event) -> Iterator[Finding]:
    """Totals that cannot hold their parts, and parts that do not add up to their total."""
    for holding in event.fields.holds:
        total = event.facts.get(holding.total)
        if total is not None and isinstance(total.value, Figure):
            yield from _multiplied(event, holding, total)
            yield from _some(event, holding, total)
            yield from _all(event, holding, total)


def _multiplied(event: Event, holding: Holding, total: Fact) -> Iterator[Finding]:
    count, each = event.facts.get(holding.count), event.facts.get(holding.each)
    if count and each and _unit(each) == _unit(total):
        least = _floor(count) * _floor(each)
        if least > _most(total):
            yield _finding(rules.EXCEEDED, total, (count, each), f"{count.text} × {each.text}", least)


def _some(event: Event, holding: Holding, total: Fact) -> Iterator[Finding]:
    parts = [fact for path in holding.some for fact in event.under(path) if _unit(fact) == _unit(total)]
    least = sum((_least(part) for part in parts), Decimal(0))
    if parts and least > _most(total):
        floor = sum((_floor(part) for part in parts), Decimal(0))
        yield _finding(rules.EXCEEDED, total, parts, " + ".join(part.text for part in parts), floor)


def _all(event: Event, holding: Holding, total: Fact) -> Iterator[Finding]:
    """Only where every part is told, in the total's unit, are they added up."""
    told = [event.under(path) for path in holding.parts]
    parts = [fact for facts in told for fact in facts]
    if not parts or not all(told) or any(_unit(part) != _unit(total) for part in parts):
        return
    least, most = (sum((end(part) for part in parts), Decimal(0)) for end in (_least, _most))
    if least > _most(total) or most < _least(total):
        exact = sum((_value(part) for part in parts), Decimal(0))
        yield _finding(rules.UNEQUAL, total, parts, " + ".join(part.text for part in parts), exact)


def _finding(rule: Rule, total: Fact, parts: Sequence[Fact], written: str, amount: Decimal) -> Finding:
    return rule.at(
        span(total),
        related=tuple(span(part) for part in parts),
        total=total.path,
        written=total.text,
        parts=written,
        least=_shown(amount, _unit(total)),
        sum=_shown(amount, _unit(total)),
    )


def _shown(amount: Decimal, unit: str) -> str:
    if unit == "CNY" and amount >= 10**8:
        return f"{plain(amount / 10**8)}亿元"
    return f"{plain(amount)} {unit}".strip()


def _unit(fact: Fact) -> str:
    """The currency of a sum; counts have none."""
    return fact.value.unit if isinstance(fact.value, Figure) and fact.value.kind == "money" else ""


def _value(fact: Fact, *, upper: bool = False) -> Decimal:
    figure = fact.value
    if not isinstance(figure, Figure):
        return Decimal(0)
    end = figure.high if upper else figure.low
    return Decimal(figure.value) if end is None else end


def _hedge(fact: Fact, value: Decimal, safe: str) -> Decimal:
    """How much may be missing where the figure is hedged; nothing towards its ``safe`` side."""
    hedged = isinstance(fact.value, Figure) and fact.value.modifier not in ("", safe)
    return abs(value) * _SLACK if hedged else Decimal(0)


def _rounding(fact: Fact) -> Decimal:
    """Half the last digit written of a sum; counts are not rounded."""
    figure = fact.value
    if not isinstance(figure, Figure) or figure.kind != "money" or figure.precision is None:
        return Decimal(0)
    return figure.precision / 2


def _floor(fact: Fact) -> Decimal:
    """The least a figure can mean if its digits are exact, as a threshold's are."""
    value = _value(fact)
    return value - _hedge(fact, value, "over")


def _least(fact: Fact) -> Decimal:
    return _floor(fact) - _rounding(fact)


def _most(fact: Fact) -> Decimal:
    value = _value(fact, upper=True)
    return value + _hedge(fact, value, "nearly") + _rounding(fact)
