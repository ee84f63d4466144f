"""English numerals in words, digits or both: eleven and a half trillion, 3 hundred and 21, 1.3bn."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from pressgen.figures.en.words import DOZENS, ORDINALS, PARTS, SCALES, SMALL, TENS
from pressgen.figures.numeral import Numeral, written
from pressgen.figures.powers import SIGNS
from pressgen.regex import regex

_SIGNS = "".join(SIGNS)
_EUROPEAN = regex(r"[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]{1,2}")
"""1.111,11 can be read in one way only."""
_TOKEN = regex(rf"{_EUROPEAN.pattern}|[0-9][0-9, ]*(?: ?\. ?[0-9]+|[{_SIGNS}])?|\.[0-9]+|[{_SIGNS}]|[a-z]+")
_ARABIC = regex(r"([0-9][0-9,]*(?:\.[0-9]+)?)(?:[ -](thousand|million|billion|trillion))?")
"""The usual case, digits and their scale: 240.572 billion."""
_SIZES = {scale: Decimal(1).scaleb(power) for scale, power in SCALES.items()}
_LONGEST = 300
_DIGITS = 40
_THOUSAND = 1000
_ONE = Numeral(Decimal(1), Decimal(1))


def read(text: str) -> Numeral | None:
    """The numeral a lower-case text writes, or None where it is malformed.

    >>> int(read("eleven and a half trillion").low), int(read("3 hundred and 21").low)
    (11500000000000, 321)
    """
    if len(text) > _LONGEST:
        return None
    usual = _ARABIC.fullmatch(text)
    if usual is None:
        return _read(text)
    if len(text) > _DIGITS:
        return None
    digits, scale = usual.groups()
    numeral = written(digits.replace(",", ""))
    return numeral.times(_SIZES[scale]) if scale else numeral


@lru_cache(maxsize=8192)
def _read(text: str) -> Numeral | None:
    return value(tuple(_TOKEN.findall(text)))


def longest(match: re.Match[str]) -> tuple[Numeral | None, int]:
    """The longest stretch from the start of a match that is one numeral, and where it ends."""
    numeral = read(match.group())
    if numeral is not None:
        return numeral, match.end()
    tokens = list(_TOKEN.finditer(match.group()))
    words = tuple(token.group() for token in tokens)
    for count in range(_most(words), 0, -1):
        numeral = None if words[:count] in (("a",), ("an",)) else value(words[:count])
        if numeral is not None and words[count] not in SCALES:
            return numeral, match.start() + tokens[count - 1].end()
    return None, match.end()


def _most(words: tuple[str, ...]) -> int:
    """How many words one numeral can hold at most: two digits side by side are two, but behind a point."""
    for count, pair in enumerate(pairwise(words), 1):
        if pair[0] == "point":
            break
        if all(SMALL.get(word) for word in pair):
            return count
    return len(words) - 1


@lru_cache(maxsize=8192)
def value(words: tuple[str, ...]) -> Numeral | None:
    """The numeral these words write."""
    words = tuple("1" if word in ("a", "an") else word for word in words if word != "of")
    if not words or words[-1] == "and" or words[-2:] == ("and", "1"):
        return None
    part = _part(words)
    return part if part is not None else _whole(words)


def _part(words: tuple[str, ...]) -> Numeral | None:
    """A fraction, alone, behind a whole number or in front of a scale."""
    for place, word in enumerate(words):
        size = PARTS.get(word) or (ORDINALS.get(word) if _one_in_front(words, place) else None)
        if size is not None:
            return _around(words, place, size)
    return None


def _one_in_front(words: tuple[str, ...], place: int) -> bool:
    """One fifth, one twenty-fifth, two and a fifth: the ordinal is a part."""
    before = words[:place]
    if before and before[-1] in TENS:
        before = before[:-1]
    return bool(before) and before[-1] in ("1", "one") and place > 0 and words[place] != "second"


def _around(words: tuple[str, ...], place: int, size: int) -> Numeral | None:
    before, after = words[:place], words[place + 1 :]
    if before and before[-1] in TENS and size < 10 and words[place] not in ("half", "quarter", "quarters"):
        top, size_words = _twenty(before), TENS[before[-1]] + size
        before, size = (top, size_words) if len(before) > 1 and top else (before, size)
    whole, top = _split(before)
    count = _whole(top) if top else _ONE
    base = _whole(whole) if whole else None
    scale = _scale(after)
    if count is None or scale is None or (whole and base is None):
        return None
    share = Numeral(count.low / size, Decimal("0.1") if size == 2 else Decimal("0.01"))
    if base is None:
        return share.times(scale)
    if SCALES.get(whole[-1], 0) >= 6:
        return base.plus(share.times(scale if after else Decimal(1).scaleb(SCALES[whole[-1]])))
    return base.plus(share).times(scale) if base.low < _THOUSAND or scale == 1 else None


def _twenty(before: tuple[str, ...]) -> tuple[str, ...]:
    """The words in front of twenty in one twenty-fifth; none where twenty itself is counted."""
    return before[:-1] if before[:-1] and before[-2] not in (*SCALES, "and") else ()


def _split(before: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The whole number and the numerator: parted by the last and."""
    if "and" not in before:
        return (), before
    place = len(before) - 1 - before[::-1].index("and")
    return before[:place], before[place + 1 :]


def _scale(after: tuple[str, ...]) -> Decimal | None:
    """What a fraction is multiplied by: half a million, three quarters billion."""
    words = after[1:] if after[:1] == ("1",) else after
    if not words:
        return Decimal(1)
    if words[0] in DOZENS and len(words) == 1:
        return Decimal(12)
    if any(word not in SCALES for word in words):
        return None
    return Decimal(1).scaleb(sum(SCALES[word] for word in words))


def _whole(words: tuple[str, ...]) -> Numeral | None:
    """A number without a fraction in words."""
    total, group, last = None, None, 99
    for place, word in enumerate(words):
        if word == "and":
            continue
        if word == "point":
            return _pointed(words, place)
        if word in DOZENS:
            scale = _scale(words[place + 1 :])
            dozens = _dozens(total, group, words[: place + 1], place)
            return dozens.times(scale) if dozens and scale else None
        if word in SCALES and SCALES[word] > 2:
            if SCALES[word] >= last and total is not None and group is None:
                total = total.times(Decimal(1).scaleb(SCALES[word]))
            elif SCALES[word] < last:
                many = (group or _ONE).times(Decimal(1).scaleb(SCALES[word]))
                total = many if total is None else total.plus(many)
            else:
                return None
            group, last = None, SCALES[word]
            continue
        group = _grown(group, word) if place != 1 or word != "hundred" else _hundreds(group, most=_THOUSAND)
        if group is None:
            return None
    if total is None or group is None:
        return total or group
    return total.plus(group) if group.low < Decimal(1).scaleb(last) else None


def _hundreds(group: Numeral | None, most: int = 100) -> Numeral | None:
    """Two hundred, 12 hundred; what has its hundreds already can have no more."""
    if group is None:
        return Numeral(Decimal(100), Decimal(100))
    return group.times(Decimal(100)) if group.low < most else None


def _grown(group: Numeral | None, word: str) -> Numeral | None:
    """The number below a thousand with one more word."""
    if word == "hundred":
        return _hundreds(group)
    if word[0].isnumeric() or word[0] == ".":
        return _digits(group, word)
    small = SMALL.get(word, TENS.get(word))
    if small is None:
        return None
    if group is None:
        return Numeral(Decimal(small), Decimal(1))
    room = 10 if group.low % 100 >= 20 and small else 100
    if group.low % room or small >= room or group.low < 20:
        return None
    return Numeral(group.low + small, Decimal(1))


def _digits(group: Numeral | None, word: str) -> Numeral | None:
    if _EUROPEAN.fullmatch(word):
        word = word.replace(".", "").replace(",", ".")
    number = written(word.replace(",", "").replace(" ", "").rstrip(_SIGNS) or "0")
    if word[-1] in SIGNS:
        number = number.plus(Numeral(SIGNS[word[-1]], Decimal("0.01")))
    if group is None:
        return number
    return group.plus(number) if group.low % 100 == 0 and number.low < 100 and group.low else None


def _dozens(
    total: Numeral | None, group: Numeral | None, words: tuple[str, ...], place: int
) -> Numeral | None:
    if place != len(words) - 1:
        return None
    if place == 1 and words[0][0].isdigit() and group is not None:
        return group.times(Decimal(12))
    if total is None and (group is None or group.low < 100):
        return (group or _ONE).times(Decimal(12))
    base = group if total is None else total
    tail = words[place - 1]
    count = SMALL.get(tail, 1)
    return base and Numeral(base.low - count + 12 * count, Decimal(1))


def _pointed(words: tuple[str, ...], place: int) -> Numeral | None:
    """One point six trillion, two hundred point seventy-one."""
    whole = _whole(words[:place]) if place else Numeral(Decimal(0), Decimal(1))
    digits, rest = "", words[place + 1 :]
    while rest and (rest[0] in SMALL or rest[0] in TENS or rest[0].isdigit()):
        pair = rest[0] in TENS and len(rest) > 1 and rest[1] in SMALL and 0 < SMALL[rest[1]] < 10
        digits += (
            str(TENS[rest[0]] + SMALL[rest[1]])
            if pair
            else str(SMALL.get(rest[0], TENS.get(rest[0], rest[0])))
        )
        rest = rest[2:] if pair else rest[1:]
    scale = _scale(rest)
    if whole is None or scale is None or not digits or "." in f"{whole.low:f}":
        return None
    return written(f"{whole.low:f}.{digits}").times(scale)
