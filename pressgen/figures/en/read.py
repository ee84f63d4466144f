"""Figures found in English text, in one pass from left to right."""

from __future__ import annotations

import re
from dataclasses import replace

from pressgen.figures import powers
from pressgen.figures.en import amounts, dates, hedges, numerals, pattern, shares, tails, usual
from pressgen.figures.numeral import Numeral, groups_end
from pressgen.figures.reading import Reading
from pressgen.figures.units import SPANS
from pressgen.regex import compiled, regex

_GLUED_BEFORE = regex(r"(?:[a-z_#&@=%]|(?<![0-9])/)[-.]?\Z|[a-z][0-9]*-\Z|[0-9]:\Z")
_GLUING = frozenset("_@")
_CHAIN = compiled(r"[0-9]+(?=(?:-[0-9]+){2}|(?:\.[0-9]+){2})|(?<=[0-9][-.])[0-9]+(?![,0-9])")
"""Telephone numbers, addresses, versions: each group of digits is a number of its own."""
_MODEL = regex(r"[0-9]{1,3}(?= [0-9]{3} )")
"""18 737 Max: a count, and a model that is called by a number."""
_NAMES = ("9/11", "24/7")
_NAME_LENGTH = 4
_ONE_POINT = "one point "
_JOINTS = regex(" and | to |, |, and | or ")
_POINTED = regex(
    r"(?:^|\b(?:by|of|to|at|from|about|only|than|is|was|a|up|down|rose|fell|nearly|over) )point $"
)
_SPOKEN = regex(
    r"(?:half|quarter|a quarter|ten|twenty|five|twenty-five) (?:past|to) "
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b(?! (?:percent|[mb]illion|times))"
)
_SCALE = regex(r"[ -](?:thousand|million|billion|trillion|percent)\b")
_CLEAR = frozenset(("", " ", "("))
_PLAN = ("-year plan", " year plan", "-year program")
_DIGITS = frozenset("0123456789")
_CHAINING = frozenset("-./")
_SHARPNESS = regex(r"[248]K\b(?!$)")
"""4K is how sharp a picture is."""
_NEGATED = regex(r"(?:minus|negative) $")


def find(text: str) -> list[Reading]:
    """Every figure of an English text, in order, none overlapping another."""
    low = pattern.even(text)
    spaced, found, position = f" {low}", [], 0
    while (start := pattern.beginning(spaced, position)) >= 0:
        readings, position = _at(low, text, start, position)
        found += readings
    _share_units(found, low)
    return found


def _share_units(found: list[Reading], low: str) -> None:
    """60 million and 200 million yuan are both yuan, 5.2 and 6.3 percent both percent."""
    for place in range(len(found) - 2, -1, -1):
        first, last = found[place].figure, found[place + 1].figure
        if first.kind != "number" or last.kind not in ("money", "percent", "points") or first.noun:
            continue
        scaled = last.kind != "money" or (first.text[-1].isalpha() and last.text[:1].isdigit())
        before = found[place - 1].figure.end if place else 0
        ends = low[first.end : last.start] != ", and " or low[before : first.start] == ", "
        if scaled and ends and _JOINTS.fullmatch(low, first.end, last.start):
            found[place] = found[place]._replace(figure=replace(first, kind=last.kind, unit=last.unit))


def _at(low: str, text: str, start: int, floor: int) -> tuple[list[Reading], int]:
    """The figures that begin here, if any do, and where to look next; the last one ended at the floor."""
    if low[start] in _DIGITS and (reading := usual.at(low, text, start, floor)):
        return [reading], reading.end
    dated = [] if low[start - 1 : start].isalnum() else dates.at(low, text, start)
    if dated:
        return dated, dated[-1].end
    reading = shares.at(low, text, start, floor)
    if reading is not None:
        return [reading], reading.end
    reading, end = _number(low, text, start, floor)
    return ([reading], max(reading.end, end)) if reading else ([], max(end, start + 1))


def _number(low: str, text: str, start: int, floor: int) -> tuple[Reading | None, int]:
    """The number that begins here with what it counts, if it is one, and where to look next."""
    match = pattern.number().match(low, start)
    if match is None:
        return None, _past(low, start)
    following = low[match.end() : match.end() + 1]
    if following in powers.OPENING and (power := powers.at(low, text, start, match.end())):
        return power, power.end
    match = _apart(low, text, match)
    numeral, end = numerals.longest(match)
    if low.endswith("point ", 0, start) and (pointed := _pointed(low, start, match.end(), floor)):
        start, end, numeral = start - len("point "), match.end(), pointed
    if skipped := _unread(low, text, start, end):
        return None, skipped
    if numeral is None or _code(low, text, start, end, floor):
        return None, end
    if match.re is _CHAIN:
        return amounts.bare(text, start, end, numeral), end
    return amounts.at(low, text, start, end, numeral, floor), end


def _pointed(low: str, start: int, end: int, floor: int) -> Numeral | None:
    """Point five percent: a decimal whose nought is not said."""
    if start - len("point ") < floor or not _POINTED.search(low, max(0, start - 14), start):
        return None
    return numerals.read(low[start - len("point ") : end])


def _unread(low: str, text: str, start: int, end: int) -> int:
    """The end of what no part of may be read: 9/11, half past five, sums grouped in no way (1,5 million).

    At one point five were missing: a moment, and no decimal.
    """
    if low.startswith(_ONE_POINT, start) and low.endswith("at ", 0, start):
        return start + len(_ONE_POINT)
    if low.startswith(_NAMES, start):
        return start + _NAME_LENGTH
    if spoken := _SPOKEN.match(low, start):
        return spoken.end()
    past = groups_end(low, start) if low[end : end + 1] == "," else 0
    if past <= end:
        return 0
    tail = tails.at(low, text, past)
    if (tail and tail[0].kind in ("money", "percent", "points")) or _SCALE.match(low, past):
        return past
    return 0


def _apart(low: str, text: str, match: re.Match[str]) -> re.Match[str]:
    """The first number of those that only look like one: 0757-8333, 1.2.3, 18 737 Max."""
    start, end = match.span()
    if low[end : end + 1] in _CHAINING or low[start - 1 : start] in _CHAINING:
        return _CHAIN.match(low, start) or match
    if text[end + 1 : end + 2].isupper() and " " in match.group():
        return _MODEL.match(low, start) or match
    return match


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
    typed_first = before == "%" and low[start - 2 : start - 1] in _CLEAR and low[end : end + 1] != "%"
    if (
        not typed_first
        and before not in _CLEAR
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
