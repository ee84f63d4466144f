"""Whether what is said beside a figure agrees with it: from 2.5 to 3 is a rise of 20%, not of 25%."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pressgen.events import rules
from pressgen.events.model import Event, Fact
from pressgen.events.spans import span
from pressgen.figures.figure import Figure, plain
from pressgen.findings import Finding

_SAID = ("growth", "points", "times")


def faults(event: Event) -> Iterator[Finding]:
    """Changes that do not lead from what a figure was to what it is."""
    for fact in event.facts.values():
        before = fact.companions.get("from")
        for name in _SAID:
            change = fact.companions.get(name)
            if before and change and _comparable(fact) and (right := _differs(fact, before, change)):
                yield rules.CHANGE.at(
                    span(change),
                    related=(span(fact), span(before)),
                    path=change.path,
                    written=change.text,
                    before=before.text,
                    after=fact.text,
                    right=right,
                )


def _comparable(fact: Fact) -> bool:
    """A change in real terms is none of these two sums."""
    basis = fact.companions.get("basis")
    return basis is None or basis.value == "nominal"


def _differs(fact: Fact, before: Fact, change: Fact) -> str:
    """What the change comes to, if the one that was written cannot be it."""
    ends, starts, said = _range(fact), _range(before), _range(change)
    if not ends or not starts or not said or starts[0] <= 0 or not isinstance(change.value, Figure):
        return ""
    of = {"percent": _growth, "multiple": _ratio}.get(change.value.kind, _difference)
    if of is _difference and (not isinstance(fact.value, Figure) or fact.value.kind != "percent"):
        return ""
    results = [of(end, start) for end in ends for start in starts]
    if max(results) >= said[0] and min(results) <= said[1]:
        return ""
    middle = of((ends[0] + ends[1]) / 2, (starts[0] + starts[1]) / 2)
    unit = {"percent": "%", "multiple": "倍"}.get(change.value.kind, "个百分点")
    return f"{plain(round(middle, 2))}{unit}"


def _growth(after: Decimal, before: Decimal) -> Decimal:
    return (after / before - 1) * 100


def _ratio(after: Decimal, before: Decimal) -> Decimal:
    return after / before


def _difference(after: Decimal, before: Decimal) -> Decimal:
    return after - before


def _range(fact: Fact) -> tuple[Decimal, Decimal] | None:
    """What a figure may be, as exactly as it is written; None where it is hedged."""
    figure = fact.value
    if not isinstance(figure, Figure) or isinstance(figure.value, str) or figure.modifier or figure.high:
        return None
    half = (figure.precision or abs(figure.value) / 100) / 2
    return figure.value - half, figure.value + half
