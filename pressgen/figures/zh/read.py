"""Figures found in Chinese text, in one pass from left to right."""

from __future__ import annotations

import re

from pressgen.figures import powers
from pressgen.figures.numeral import Numeral, groups_end
from pressgen.figures.reading import Reading
from pressgen.figures.zh import amounts, dates, numerals, pattern, shares, tails, usual
from pressgen.regex import compiled, regex
from pressgen.text import HAN

_LATIN_BEFORE = regex(rf"[A-Za-z_=/#&@\\][-.]?\Z|[A-Za-z0-9]-\Z|%\Z|[{HAN}]-\Z")
_DIGITS = frozenset("0123456789")
_CHAINING = frozenset("-.")
_LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_@-"
_HANGING = frozenset(f"{_LATIN}=/#&\\.%")
_TRAILING = frozenset(_LATIN)
_BIRTHS = regex("(?:[5-9][05]|[01][05])后")
"""90后 are people."""
_SHARPNESS = regex("[248]K(?![A-Za-z0-9]|$)")
"""4K is how sharp a picture is."""
_MODELS = regex("/[0-9]{1,3}[A-Z]")
"""4/5G."""
_LATIN_AFTER = regex(r"[A-Za-z_@]|-[A-Za-z]")
_WIDEST = 12
"""How far a fraction's stroke can be from its first digit."""
_CLEAR = frozenset(("", " ", "(", "达", "长", "了", "升", "降", "为", "至", "到"))
"""What may stand in front of a percent sign that is typed before its number: %18.6."""
_LOOSENING = frozenset(" \u3000点")
_CHAIN = compiled(r"[0-9]+(?=(?:-[0-9]+){2}|(?:\.[0-9]+){2})|(?<=[0-9][-.])[0-9]+(?![,0-9])")
"""Telephone numbers, addresses, versions: each group of digits is a number of its own."""


def find(text: str) -> list[Reading]:
    """Every figure of a Chinese text, in order, none overlapping another."""
    plain = pattern.even(text)
    found: list[Reading] = []
    position = 0
    while position >= 0:
        position = _usual(plain, text, position, found)
    return found


def _usual(plain: str, text: str, floor: int, found: list[Reading]) -> int:
    """Take usual figures up to one that is none, and that one; where to go on, or -1 at the end."""
    read = usual.reading
    for match in usual.look().finditer(plain, floor):
        reading = read(plain, text, match) if match.lastindex else None
        if reading is None:
            reading, floor = _at(plain, text, match.start(), floor)
            if reading is not None:
                found.append(reading)
            return floor
        found.append(reading)
        floor = reading.end
        if floor != match.end():
            return floor
    return -1


def _at(plain: str, text: str, start: int, floor: int) -> tuple[Reading | None, int]:
    """The figure that begins here, if one does, and where to look next; the last one ended at the floor."""
    reading = dates.at(plain, text, start)
    if reading is None and (not plain[start].isdigit() or "/" in plain[start : start + _WIDEST]):
        reading = shares.at(plain, text, start, floor)
    if reading is not None and not _glued(plain, start):
        return reading, reading.end
    match = pattern.number().match(plain, start)
    if match is None:
        return None, start + 1
    end = match.end()
    if plain[end : end + 1] in powers.OPENING and (power := powers.at(plain, text, start, end)):
        return power, power.end
    match, numeral = _numeral(plain, match)
    end = match.end()
    if match.re is _CHAIN and numeral is not None:
        return amounts.bare(text, start, end, numeral), end
    if numeral is None or _code(plain, start, end, floor):
        return None, end
    return _number(plain, text, match, numeral, floor)


def _number(
    plain: str, text: str, match: re.Match[str], numeral: Numeral, floor: int
) -> tuple[Reading | None, int]:
    """The figure a numeral is part of, if it is one, and where to look next."""
    start, end = match.span()
    if plain[end : end + 1] == "," and (past := groups_end(plain, start)) and _is_sum(plain, past):
        return None, past
    found = shares.parted(plain, text, match, numeral, floor) or amounts.at(
        plain, text, match, numeral, floor
    )
    return found, max(found.end, end) if found else end


def _numeral(plain: str, match: re.Match[str]) -> tuple[re.Match[str], Numeral | None]:
    """The numeral and its value: a group of a telephone number, one with blanks, what is well formed."""
    start, end = match.span()
    if plain[end : end + 1] in _CHAINING or plain[start - 1 : start] in _CHAINING:
        match = _CHAIN.match(plain, start) or match
    elif plain[end : end + 1] in _LOOSENING:
        match = _loose(plain, start, end) or match
    numeral = numerals.read(match.group())
    if numeral is None and (part := _weighed(plain, match) or numerals.well_formed(match.group())):
        match = pattern.number().match(plain, start, start + part) or match
        numeral = numerals.read(match.group())
    return match, numeral


def _weighed(plain: str, match: re.Match[str]) -> int:
    """How many signs of 三两 are the number, where the last is a measure: 三两糖, but not 三两天."""
    last = match.end() - 1
    return last - match.start() if plain[last] == "两" and tails.at(plain, last) else 0


def _loose(plain: str, start: int, end: int) -> re.Match[str] | None:
    """The longer numeral that goes on behind a blank, if it is well formed; with a point only as a rate."""
    match = numerals.loose(plain, start)
    if match is None or match.end() <= end:
        return None
    after = tails.at(plain, match.end()) if "点" in match.group() else None
    rate = after is not None and after[0].kind in ("percent", "points")
    return match if rate or "点" not in match.group() else None


def _is_sum(plain: str, end: int) -> bool:
    """Whether digits grouped in no known way are a sum or a rate, of which no part may be read: 12,34元."""
    tail = tails.at(plain, end)
    return tail is not None and tail[0].kind in ("money", "percent", "points")


def _second(plain: str, start: int, end: int) -> bool:
    """Whether the digits are the second of two values with one unit: 12/24伏."""
    return plain[start - 1] == "/" and plain[start - 2].isdigit() and tails.at(plain, end) is not None


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
    if (after == "后" and _BIRTHS.match(plain, start)) or (after == "/" and _MODELS.match(plain, end)):
        return True
    typed_first = plain[start - 1 : start] == "%" and plain[start - 2 : start - 1] in _CLEAR and after != "%"
    if (
        not typed_first
        and plain[start - 1 : start] in _HANGING
        and _LATIN_BEFORE.search(plain, max(0, start - 2), start)
        and not _stands(plain, start, end, floor)
    ):
        return not _priced(plain, start, end) and not _second(plain, start, end)
    if after not in _TRAILING or not _LATIN_AFTER.match(plain, end):
        return False
    return tails.at(plain, end) is None and not amounts.THOUSAND.match(plain, end)
