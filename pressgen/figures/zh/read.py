"""Figures found in Chinese text, in one pass from left to right."""

from __future__ import annotations

import re

from pressgen.figures.reading import Reading
from pressgen.figures.zh import amounts, dates, numerals, pattern, shares, tails
from pressgen.text import HAN

_LATIN_BEFORE = re.compile(rf"[A-Za-z_=/#&@\\][-.]?\Z|[A-Za-z0-9]-\Z|%\Z|[{HAN}]-\Z")
_CHAINING = frozenset("-.")
_LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_@-"
_HANGING = frozenset(f"{_LATIN}=/#&\\.%")
_TRAILING = frozenset(_LATIN)
_BIRTHS = re.compile("(?:[5-9]0|[01]0)后")
"""90后 are people."""
_SHARPNESS = re.compile("[248]K(?![A-Za-z0-9]|$)")
"""4K is how sharp a picture is."""
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
    end = match.end()
    if plain[end : end + 1] in _CHAINING or plain[start - 1 : start] in _CHAINING:
        match = _CHAIN.match(plain, start) or match
        end = match.end()
    numeral = numerals.read(match.group())
    if numeral is None and (part := numerals.well_formed(match.group())):
        match = pattern.number().match(plain, start, start + part) or match
        numeral, end = numerals.read(match.group()), match.end()
    if match.re is _CHAIN and numeral is not None:
        return amounts.bare(text, start, end, numeral), end
    if numeral is None or _code(plain, start, end, floor):
        return None, end
    found = shares.parted(plain, text, match, numeral, floor) or amounts.at(
        plain, text, match, numeral, floor
    )
    return found, max(found.end, end) if found else end


def _glued(plain: str, start: int) -> bool:
    """Whether digits hang on a Latin letter or another digit."""
    before = plain[start - 1 : start]
    return plain[start].isdigit() and before.isascii() and (before.isalnum() or before == "_")


def _stands(plain: str, start: int, end: int, floor: int) -> bool:
    """Whether what hangs on the digits is a currency or a minus."""
    return tails.in_front(plain, start, floor) is not None or (
        plain[start - 1] == "-" and amounts.minus(plain, start, end, floor)
    )


def _priced(plain: str, start: int, end: int) -> bool:
    """Whether a sum stands behind an equals sign: 1美元=7.13元, but not id=7."""
    tail = tails.at(plain, end) if plain[start - 1] == "=" else None
    return tail is not None and tail[0].kind == "money"


def _code(plain: str, start: int, end: int, floor: int) -> bool:
    """Whether the digits are part of a code, an address or a name: 5G, COVID-19, PA66."""
    if not (plain[start].isdigit() or plain[start] == "."):
        return False
    after = plain[end : end + 1]
    if after == "K" and _SHARPNESS.match(plain, start) and tails.in_front(plain, start, floor) is None:
        return True
    if after == "后" and _BIRTHS.match(plain, start):
        return True
    if (
        plain[start - 1 : start] in _HANGING
        and _LATIN_BEFORE.search(plain, max(0, start - 2), start)
        and not _stands(plain, start, end, floor)
    ):
        return not _priced(plain, start, end)
    if after not in _TRAILING or not _LATIN_AFTER.match(plain, end):
        return False
    return tails.at(plain, end) is None and not amounts.THOUSAND.match(plain, end)
