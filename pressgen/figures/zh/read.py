"""Figures found in Chinese text, in one pass from left to right."""

from __future__ import annotations

import re

from pressgen.figures.reading import Reading
from pressgen.figures.zh import amounts, dates, numerals, pattern, shares, tails
from pressgen.text import HAN

_LATIN_BEFORE = re.compile(rf"[A-Za-z_=/#&@\\][-.]?$|[A-Za-z0-9]-$|%$|[{HAN}]-$")
_CHAINING = frozenset("-.")
_BIRTHS = re.compile("(?:[5-9]0|[01]0)后")
"""90后 are people."""
_LATIN_AFTER = re.compile(r"[A-Za-z_@]|-[A-Za-z]")
_CHAIN = re.compile(r"[0-9]+(?=(?:-[0-9]+){2}|(?:\.[0-9]+){2})|(?<=[0-9][-.])[0-9]+(?![,0-9])")
"""Telephone numbers, addresses, versions: each group of digits is a number of its own."""


def find(text: str) -> list[Reading]:
    """Every figure of a Chinese text, in order, none overlapping another."""
    plain = pattern.even(text)
    search, found, position = pattern.anchor().search, [], 0
    while match := search(plain, position):
        reading, position = _at(plain, text, match.start(), position)
        if reading is not None:
            found.append(reading)
    return found


def _at(plain: str, text: str, start: int, floor: int) -> tuple[Reading | None, int]:
    """The figure that begins here, if one does, and where to look next; the last one ended at the floor."""
    reading = dates.at(plain, text, start) or shares.at(plain, text, start, floor)
    if reading is not None and not _glued(plain, start):
        return reading, reading.end
    match = pattern.number().match(plain, start)
    if match is None:
        return None, start + 1
    if plain[match.end() : match.end() + 1] in _CHAINING or plain[start - 1 : start] in _CHAINING:
        match = _CHAIN.match(plain, start) or match
    numeral = numerals.read(match.group())
    if match.re is _CHAIN and numeral is not None:
        return amounts.bare(text, start, match.end(), numeral), match.end()
    if numeral is None or _code(plain, start, match.end(), floor):
        return None, match.end()
    found = shares.parted(plain, text, match, numeral, floor) or amounts.at(
        plain, text, match, numeral, floor
    )
    return found, max(found.end, match.end()) if found else match.end()


def _glued(plain: str, start: int) -> bool:
    """Whether digits hang on a Latin letter or another digit."""
    before = plain[start - 1 : start]
    return plain[start].isdigit() and before.isascii() and (before.isalnum() or before == "_")


def _stands(plain: str, start: int, end: int, floor: int) -> bool:
    """Whether what hangs on the digits is a currency or a minus."""
    return tails.in_front(plain, start, floor) is not None or (
        plain[start - 1] == "-" and amounts.minus(plain, start, end)
    )


def _code(plain: str, start: int, end: int, floor: int) -> bool:
    """Whether the digits are part of a code, an address or a name: 5G, COVID-19, PA66."""
    if not (plain[start].isdigit() or plain[start] == "."):
        return False
    if _BIRTHS.match(plain, start):
        return True
    if _LATIN_BEFORE.search(plain, max(0, start - 2), start) and not _stands(plain, start, end, floor):
        return True
    if not _LATIN_AFTER.match(plain, end):
        return False
    return tails.at(plain, end) is None and not amounts.THOUSAND.match(plain, end)
