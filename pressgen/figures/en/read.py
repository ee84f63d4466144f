"""Figures found in English text, in one pass from left to right."""

from __future__ import annotations

import re
from dataclasses import replace

from pressgen.figures.en import amounts, dates, hedges, numerals, pattern, shares, tails
from pressgen.figures.reading import Reading
from pressgen.figures.units import SPANS

_GLUED_BEFORE = re.compile(r"(?:[a-z_#&@=%]|(?<![0-9])/)[-.]?\Z|[a-z][0-9]*-\Z|[0-9]:\Z")
_GLUING = frozenset("_@")
_CHAIN = re.compile(r"[0-9]+(?=(?:-[0-9]+){2}|(?:\.[0-9]+){2})|(?<=[0-9][-.])[0-9]+(?![,0-9])")
"""Telephone numbers, addresses, versions: each group of digits is a number of its own."""
_NAMES = ("9/11", "24/7")
_NAME_LENGTH = 4
_JOINTS = re.compile(" and | to |, |, and | or ")
_CLEAR = frozenset(("", " ", "("))
_PLAN = ("-year plan", " year plan", "-year program")
_CHAINING = frozenset("-./")
_SHARPNESS = re.compile(r"[248]K\b(?!$)")
"""4K is how sharp a picture is."""
_NEGATED = re.compile(r"(?:minus|negative) $")


def find(text: str) -> list[Reading]:
    """Every figure of an English text, in order, none overlapping another."""
    low = pattern.even(text)
    spaced, found, position = f" {low}", [], 0
    while (start := pattern.beginning(spaced, position)) >= 0:
        reading, position = _at(low, text, start, position)
        if reading is not None:
            found.append(reading)
    _share_units(found, low)
    return found


def _share_units(found: list[Reading], low: str) -> None:
    """60 million and 200 million yuan are both yuan, 5.2 and 6.3 percent both percent."""
    for place in range(len(found) - 2, -1, -1):
        first, last = found[place].figure, found[place + 1].figure
        if first.kind != "number" or last.kind not in ("money", "percent", "points") or first.noun:
            continue
        scaled = last.kind != "money" or (first.text[-1].isalpha() and last.text[:1].isdigit())
        if scaled and _JOINTS.fullmatch(low, first.end, last.start):
            found[place] = found[place]._replace(figure=replace(first, kind=last.kind, unit=last.unit))


def _at(low: str, text: str, start: int, floor: int) -> tuple[Reading | None, int]:
    """The figure that begins here, if one does, and where to look next; the last one ended at the floor."""
    reading = None if low[start - 1 : start].isalnum() else dates.at(low, text, start)
    reading = reading or shares.at(low, text, start, floor)
    if reading is not None:
        return reading, reading.end
    match = pattern.number().match(low, start)
    if match is None:
        return None, _past(low, start)
    if low[match.end() : match.end() + 1] in _CHAINING or low[start - 1 : start] in _CHAINING:
        match = _CHAIN.match(low, start) or match
    if low.startswith(_NAMES, start):
        return None, start + _NAME_LENGTH
    numeral, end = numerals.longest(match)
    if numeral is None or _code(low, text, start, end, floor):
        return None, max(end, start + 1)
    if match.re is _CHAIN:
        return amounts.bare(text, start, end, numeral), end
    reading = amounts.at(low, text, start, end, numeral, floor)
    return reading, max(reading.end, end)


def _past(low: str, start: int) -> int:
    """The end of the word that is no figure."""
    end = start + 1
    while low[end : end + 1].isalnum():
        end += 1
    return end


def _priced(low: str, text: str, start: int, end: int) -> bool:
    """Whether a sum stands behind an equals sign: 1 euro=7.77 yuan, but not id=7."""
    tail = tails.at(low, text, end) if low[start - 1] == "=" else None
    return tail is not None and tail[0].kind == "money"


def _code(low: str, text: str, start: int, end: int, floor: int) -> bool:
    """Whether the digits are part of a code or a name (G20, COVID-19, 5G), or one is a pronoun."""
    if low.startswith(_PLAN, end):
        return True
    if not (low[start].isdigit() or low[start] == "."):
        return low[start:end] in ("one", "zero") and _pronoun(low, text, start, end)
    before = low[start - 1 : start]
    if (
        before not in _CLEAR
        and _GLUED_BEFORE.search(low, max(0, start - 4), start)
        and not tails.in_front(low, text, start, floor)
    ):
        return not _priced(low, text, start, end)
    if low[end : end + 1] == "k" and _SHARPNESS.match(text, start) and low[start - 1 : start] in _CLEAR:
        return tails.in_front(low, text, start, floor) is None
    after = low[end : end + 1]
    if not after.isalpha() and after not in _GLUING:
        return False
    return tails.at(low, text, end) is None and not amounts.SHORT_SCALE.match(low, end)


def _pronoun(low: str, text: str, start: int, end: int) -> bool:
    """One is a number where it stands alone, measures something, is hedged or negative."""
    tail = tails.at(low, text, end)
    if (
        (tail and tail[0].unit not in SPANS)
        or hedges.in_front(low, start)[0]
        or _NEGATED.search(low, max(0, start - 9), start)
    ):
        return False
    return start > 0 or bool(low[end : end + 1])
