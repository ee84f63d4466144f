"""Two figures that count each other's things: 五年来154项, “five innovations in 154 years”.

Either a unit went over from the one to the other, or the nouns did: what the one counts in Chinese is, by
CC-CEDICT, what the other counts in English. Small numbers in words count too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations

from pressgen.checks import cedict
from pressgen.checks.figures.match import Pair
from pressgen.checks.figures.placed import PlacedFigure
from pressgen.regex import regex

_MOST = 40
"""Of more figures in a passage, a table, none is held against another."""
_COUNTED = frozenset({"number", "quantity", "period", "money", "percent"})
_TIMES = frozenset({"year", "month", "week", "day", "hour", "minute"})
_PERIOD = regex("(?P<year>年|year)|(?P<month>月|month)|(?P<week>周|星期|week)|(?P<day>天|日|day)")
_NEXT = {
    "zh": regex(r"[^，。；：、！？（）“”0-9\n]{0,12}"),
    "en": regex(r"(?:[ -][A-Za-z][\w’'-]*){0,4}"),
}
"""What may be counted behind a figure."""
_STOP = regex(
    r" (?:and|or|in|of|for|to|at|on|from|with|by|per|than|that|which|who|were|was|are|is|will|would|have|has|"
    r"had|as|while|but|a|an|the|each|every|into|over|under|between|since|after|before|during|within|last|next|more)\b"
)
"""Where the words that tell what an English figure counts end."""


def exchanged(pairs: Sequence[Pair]) -> Iterator[tuple[Pair, Pair]]:
    """Pairs of which each counts in English what the other one counts in Chinese."""
    counts = [pair for pair in pairs if {pair.zh.figure.kind, pair.en.figure.kind} <= _COUNTED]
    for first, second in combinations(counts, 2) if len(counts) <= _MOST else ():
        if _are_beside(first, second) and (
            _unit_went(first, second) or _unit_went(second, first) or _nouns_went(first, second)
        ):
            yield first, second


def _are_beside(first: Pair, second: Pair) -> bool:
    """Whether two pairs stand in one text and differ in value, so that none was taken for the other."""
    return (
        first.zh.block is second.zh.block
        and first.en.block is second.en.block
        and first.en.figure.value != second.en.figure.value
    )


def _unit(placed: PlacedFigure) -> str:
    """What a figure is counted in: years, yuan; of a period its months."""
    figure = placed.figure
    if figure.kind != "period":
        return figure.unit
    found = _PERIOD.search(figure.text)
    return (found.lastgroup or "") if found else "period"


def _unit_went(first: Pair, second: Pair) -> bool:
    """Whether the unit of the first is that of the second in English; each counts something else instead."""
    unit = _unit(first.zh)
    if not unit or _unit(second.en) != unit or _unit(first.en) or _unit(second.zh):
        return False
    return unit in _TIMES or bool(_noun(first.en) and _noun(second.zh))


def _nouns_went(first: Pair, second: Pair) -> bool:
    """Whether two figures without units count each other's things."""
    if any(map(_unit, (first.zh, first.en, second.zh, second.en))):
        return False
    (here, there), (behind, ahead) = ([_noun(pair.zh), _noun(pair.en)] for pair in (first, second))
    return bool(here & ahead and behind & there) and not (here & there or behind & ahead)


def _noun(placed: PlacedFigure) -> frozenset[str]:
    """The roots of what stands right behind a figure."""
    lang = placed.block.lang
    found = _NEXT[lang].match(placed.block.text, placed.figure.end)
    return _roots(found[0] if found else "", lang)


@lru_cache(maxsize=64)
def _roots(said: str, lang: str) -> frozenset[str]:
    if lang == "en":
        stop = _STOP.search(said)
        return frozenset(cedict.said(said[: stop.start()] if stop else said))
    words = (said[start:stop] for start, stop in cedict.places(said))
    return frozenset(root for word in words for meaning in cedict.meanings(word) for root in meaning)
