"""The way one figure goes, and the axis it goes on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pressgen.checks.claims.lexicon import Hit
from pressgen.figures import Figure
from pressgen.regex import regex

COUNTED = frozenset({"money", "number", "percent", "points", "multiple", "fraction", "quantity"})
"""The figures that go any way; dates and ranks do not."""
NOUNS = frozenset({"result", "balance"})
"""Kinds of nouns that name a sum: a profit or a loss, a surplus or a deficit."""
NOT_VERBS = NOUNS | {"rate"}
_PACE = "快慢"
TIMES = frozenset({"second", "minute", "hour", "day", "week", "month", "year"})
_SCHEDULE = regex("schedule|plan|target|进度|计划")
_FIRST = ("change", "bare", "beside", "size", "compare")
"""Kinds that say how a quantity goes; time, place, result and balance are held against their own kind."""


@dataclass(frozen=True, slots=True)
class Way:
    """The way a figure goes by a word: 1 up, more, a profit, early, in front; -1 the opposite."""

    sign: int
    word: Hit


Ways = Mapping[str, Way]
"""The ways of one figure by axis: way, size (of a rise or fall), result, balance, time, place."""


def way(hit: Hit) -> Way:
    """The way a word says."""
    return Way(1 if hit.row["way"] == "+" else -1, hit)


def turned(hit: Hit) -> Way:
    """The opposite way: what is three days faster takes three days less."""
    return Way(-way(hit).sign, hit)


def axis(hit: Hit, figure: Figure) -> str:
    """The axis a word says it on; three days ahead is early, three points ahead is in front.

    Two points behind schedule are two points less than planned.
    """
    kind = hit.row["kind"]
    if kind == "place" and figure.unit in TIMES:
        return "time"
    if kind == "time" and figure.unit not in TIMES and _SCHEDULE.search(hit.text):
        return "way"
    if kind == "result" and figure.kind != "money":
        return "way"
    return "way" if kind in (*_FIRST, "rate") else kind


def governed(verb: Hit, figure: Figure, rates: Sequence[Hit], *, level: bool) -> Ways:
    """The way by a verb; at a level (to, 至) of a rise or fall the noun's, and the verb tells of its size."""
    subjects = [hit for hit in rates if hit.end <= verb.start]
    if subjects and level and verb.row["kind"] in _FIRST:
        return {"way": way(subjects[-1]), "size": way(verb)}
    on = axis(verb, figure)
    return paced(verb, on) if figure.unit in TIMES and verb.text[0] in _PACE else {on: way(verb)}


def paced(hit: Hit, on: str = "way") -> Ways:
    """The ways of a length of time by a word of pace: nine minutes faster are nine fewer and earlier."""
    return {on: turned(hit), "time": way(hit)}


def named(before: Sequence[Hit], figure: Figure, *, reach: int = 24) -> Ways:
    """Profit or loss, surplus or deficit, named right before a sum with no other word of change between."""
    last = before[-1] if before else None
    if last is None or last.row["kind"] not in NOUNS or figure.start - last.end > reach:
        return {}
    return {last.row["kind"]: way(last)}
