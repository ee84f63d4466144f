"""Totals and their parts: what ``holds`` of a ``fields.yaml`` asks of an event's sums and counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from pressgen.events import rules
from pressgen.events.fields import Holding, declared_path
from pressgen.events.model import Event, Fact, span
from pressgen.figures.figure import Figure, plain
from pressgen.findings import Finding, Rule

_WHOLE = 100
_SLACK = Decimal("0.1")
"""How far a hedged figure (about, nearly, over) may lie from what is written."""


class _Scope:
    """The facts that holdings speak of: an event's, or a statement's by their paths within it."""

    def __init__(self, facts: Mapping[str, Fact]) -> None:
        self.facts = facts
        self.declared: dict[str, list[Fact]] = {}
        for path, fact in facts.items():
            self.declared.setdefault(declared_path(path), []).append(fact)

    def several(self, paths: Iterable[str]) -> list[list[Fact]]:
        """For each declared path the facts it leads to."""
        return [self.declared.get(path, []) for path in paths]

    def complete(self, paths: Iterable[str]) -> bool:
        """Whether every item of the lists on the way gives the facts of declared paths."""
        return all(len(self.declared.get(path, [])) == self._items(path) for path in paths)

    def _items(self, declared: str) -> int:
        """How many items the list has whose facts a declared path leads to; one where there is no list."""
        above = declared.rpartition(".")[0]
        inside = (facts for path, facts in self.declared.items() if above and path.startswith(f"{above}."))
        return len({fact.path.rpartition(".")[0] for facts in inside for fact in facts}) or 1

    def alike(self, paths: Iterable[str], total: Fact) -> list[Fact]:
        """The facts of declared paths that are in the unit of a total."""
        return [fact for facts in self.several(paths) for fact in facts if _unit(fact) == _unit(total)]


def faults(event: Event) -> Iterator[Finding]:
    """Totals that cannot hold their parts, and parts that do not add up to their total."""
    for scope, holdings in _scopes(event):
        for holding in holdings:
            total = scope.facts.get(holding.total)
            if total is not None and isinstance(total.value, Figure):
                for look in (_multiplied, _some, _within, _all):
                    yield from look(scope, holding, total)
            yield from _shares(scope, holding)
            yield from _falling(scope, holding)


def _scopes(event: Event) -> Iterator[tuple[_Scope, tuple[Holding, ...]]]:
    """The event and each of its statements, with what their totals must hold."""
    yield _Scope(event.facts), event.fields.holds
    inside: dict[str, dict[str, Fact]] = {}
    for path, fact in event.facts.items():
        prefix = _statement(path, event)
        if prefix:
            inside.setdefault(prefix, {})[path.removeprefix(f"{prefix}.")] = event.named(fact)
    for prefix, facts in inside.items():
        field = event.fields.find(prefix)
        if field and field.statement:
            yield _Scope(facts), field.statement.holds


def _statement(path: str, event: Event) -> str:
    """The path of the statement that a fact is of, or nothing."""
    parts = path.split(".")
    head = event.fields.fields[parts[0]]
    if head.kind == "story":
        kind = next((place for place, part in enumerate(parts[1:], 1) if not part.isdigit()), 0)
        return ".".join(parts[: kind + 1])
    return {"statement": parts[0], "statements": ".".join(parts[:2])}.get(head.kind, "")


def _multiplied(scope: _Scope, holding: Holding, total: Fact) -> Iterator[Finding]:
    count, each = scope.facts.get(holding.count), scope.facts.get(holding.each)
    if count and each and _unit(each) == _unit(total):
        least = _floor(count) * _floor(each)
        if least > _most(total):
            yield _finding(rules.EXCEEDED, total, (count, each), f"{count.text} × {each.text}", least)


def _some(scope: _Scope, holding: Holding, total: Fact) -> Iterator[Finding]:
    parts = scope.alike(holding.some, total)
    least = sum((_least(part) for part in parts), Decimal(0))
    if parts and least > _most(total):
        floor = sum((_floor(part) for part in parts), Decimal(0))
        yield _finding(rules.EXCEEDED, total, parts, " + ".join(part.text for part in parts), floor)


def _within(scope: _Scope, holding: Holding, total: Fact) -> Iterator[Finding]:
    """Parts of which each by itself is more than the whole."""
    for part in scope.alike(holding.within, total):
        if _least(part) > _most(total):
            yield _finding(rules.EXCEEDED, total, [part], part.text, _floor(part))


def _all(scope: _Scope, holding: Holding, total: Fact) -> Iterator[Finding]:
    """Only where every part is said, in the total's unit, are they added up; one alone may be a part."""
    said = scope.several(holding.parts)
    parts = [fact for facts in said for fact in facts]
    if not parts or not scope.complete(holding.parts) or any(_unit(part) != _unit(total) for part in parts):
        return
    least, most = (sum((end(part) for part in parts), Decimal(0)) for end in (_least, _most))
    if least > _most(total) or (most < _least(total) and len(parts) > 1):
        exact = sum((_value(part) for part in parts), Decimal(0))
        yield _finding(rules.UNEQUAL, total, parts, " + ".join(part.text for part in parts), exact)


def _falling(scope: _Scope, holding: Holding) -> Iterator[Finding]:
    """Steps of which one is more than that before, which it is part of: 3 of 1亿元以上, 5 of 10亿元以上."""
    for steps in scope.several(holding.falling):
        for whole, part in pairwise(steps):
            if _unit(whole) == _unit(part) and _least(part) > _most(whole):
                yield _finding(rules.EXCEEDED, whole, [part], part.text, _floor(part))


def _shares(scope: _Scope, holding: Holding) -> Iterator[Finding]:
    """Shares of one whole that come to more than all of it; half a digit each may be rounding."""
    found = [fact for facts in scope.several(holding.shares) for fact in facts]
    shares = [fact for fact in found if isinstance(fact.value, Figure) and fact.value.unit == "%"]
    least = sum((_floor(share) for share in shares), Decimal(0))
    slack = sum((_last_digit(share) / 2 for share in shares), Decimal(0))
    if shares and least - (slack if len(shares) > 1 else 0) > _WHOLE:
        yield rules.OVER_WHOLE.at(
            span(shares[-1]),
            related=tuple(span(share) for share in shares[:-1]),
            shares=" + ".join(share.text for share in shares),
            sum=f"{plain(least)}%",
        )


def _last_digit(fact: Fact) -> Decimal:
    """What one more of the last digit written would be."""
    value = _value(fact)
    places = value.as_tuple().exponent
    return Decimal(1).scaleb(places) if isinstance(places, int) else Decimal(0)


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
