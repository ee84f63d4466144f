"""Chinese numerals, with Arabic digits mixed in: 二十五万六千, 25万6千, 三四十, 十余万, 数亿."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from pressgen.figures.numeral import Numeral, written
from pressgen.figures.powers import SIGNS
from pressgen.figures.zh import pattern
from pressgen.regex import regex

DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"两": 2}
SCALES = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8, "兆": 12}
"""Powers of ten, the smallest first."""

_LONGEST = 60
_SHORT = 12
_TENS = str.maketrans({"廿": "二十", "卅": "三十", "卌": "四十"})
_OPEN = "多余来"
_ARABIC = regex(r"([0-9][0-9,]*(?:\.[0-9]+)?) ?([百千万亿]{0,3})")
_SIGNS = "".join(SIGNS)
_SOME = frozenset("几数上")
_PAIRS = {"35"}
"""Two digits side by side that name a rough number without being neighbours: 三五个."""


def read(text: str) -> Numeral | None:
    """The numeral a simplified, half-width text writes, or None where it is malformed.

    >>> [int(read(text).low) for text in ("二十五万六千", "25万6千", "一万三", "三千万亿")]
    [256000, 256000, 13000, 3000000000000000]
    >>> read("十余万").hedge, int(read("三四十").high), read("十二五")
    ('over', 40, None)
    """
    if len(text) > _LONGEST:
        return None
    if plain := _ARABIC.fullmatch(text):
        return _scaled(plain.group(1), plain.group(2))
    return _read(text)


def well_formed(text: str) -> int:
    """How many signs of a malformed numeral are one by themselves: two of 五十千; 0 where none are.

    >>> well_formed("五十千"), well_formed("一百一千"), well_formed("十二五")
    (2, 2, 0)
    """
    if len(text) > _SHORT:
        return 0
    ends = (end for end in range(len(text) - 1, 1, -1) if text[end - 1] in SCALES)
    return next((end for end in ends if read(text[:end]) is not None), 0)


def loose(plain: str, start: int) -> re.Match[str] | None:
    """The numeral with blanks between its signs that begins here, if it is well formed: 三 百 五."""
    match = pattern.loose().match(plain, start)
    return match if match and read(match.group()) is not None else None


@lru_cache(maxsize=8192)
def _scaled_by(scales: str) -> Decimal:
    return size(scales)


def _scaled(digits: str, scales: str) -> Numeral:
    """The usual case, digits and their scale: 2405.72亿."""
    numeral = written(digits.replace(",", ""))
    return numeral.times(_scaled_by(scales)) if scales else numeral


@lru_cache(maxsize=8192)
def _read(text: str) -> Numeral | None:
    text = "".join(text.replace(",", "").replace("个", "").split()).translate(_TENS)
    open_above = any(mark in text for mark in _OPEN)
    numeral = _whole("".join(sign for sign in text if sign not in _OPEN))
    if numeral is None or not open_above:
        return numeral
    return numeral._replace(hedge="over")


def _whole(text: str) -> Numeral | None:
    scale = max((sign for sign in text if sign in SCALES), key=SCALES.__getitem__, default="")
    if not scale:
        return _digits(text)
    before, _, behind = text.rpartition(scale)
    many = _times(before, scale)
    if many is None or not behind:
        return many
    if behind.lstrip("零") in _SOME:
        return many._replace(hedge="over")
    rest = _rest(behind, scale)
    if rest is None or many.high is not None or rest.low >= Decimal(1).scaleb(SCALES[scale]):
        return None
    return many.plus(rest)


def _times(digits: str, scale: str) -> Numeral | None:
    """How many of a scale: nothing said is one, and only one digit stands before 十, 百 and 千."""
    digits = digits.removeprefix("零") or ("1" if not digits.strip("零") else digits)
    many = _whole(digits)
    crowded = many is not None and many.low >= 10 and not many.hedge
    if many is None or (SCALES[scale] < 4 and crowded and not digits[0].isdigit()):
        return None
    return many.times(Decimal(1).scaleb(SCALES[scale]))


def _rest(right: str, scale: str) -> Numeral | None:
    """What follows a scale: after 万, a lone 三 is three thousand; after 零 it is three."""
    if right.startswith("点"):
        return _digits(right)
    if right.startswith(("零", "0")):
        return _whole(right.lstrip("零0") or "零")
    rest = _whole(right)
    lone = rest is not None and rest.low < 10 and (len(right) == 1 or rest.high is not None)
    if rest and lone and SCALES[scale] > 1:
        return rest.times(Decimal(1).scaleb(SCALES[scale] - 1))
    return rest


def _digits(text: str) -> Numeral | None:
    """Digits without a scale, Arabic or Chinese."""
    if text in _SOME:
        return Numeral(Decimal(1), Decimal(1), Decimal(10), "vague")
    if text == "半":
        return Numeral(Decimal("0.5"), Decimal("0.1"))
    if text and (text[0].isascii() or text[-1] in SIGNS):
        return _arabic(text)
    whole, point, part = text.partition("点")
    figures = [DIGITS.get(sign) for sign in whole + part]
    if not figures or None in figures or (point and not part):
        return None
    plain = "".join(map(str, figures))
    if not point:
        return _pair(plain) or (written(plain) if len(plain) == 1 or "两" not in whole else None)
    return written(f"{plain[: len(whole)] or '0'}.{plain[len(whole) :]}")


def _arabic(text: str) -> Numeral | None:
    """203, 3.5, 3½."""
    try:
        numeral = written(text.rstrip(_SIGNS) or "0")
    except ArithmeticError:
        return None
    return numeral.plus(Numeral(SIGNS[text[-1]], Decimal("0.01"))) if text[-1] in SIGNS else numeral


def _pair(digits: str) -> Numeral | None:
    """Two neighbours, or 三五: the number is one of them, or between."""
    if len(digits) != 2 or digits[0] == "0" or not (int(digits[1]) - int(digits[0]) == 1 or digits in _PAIRS):
        return None
    return Numeral(Decimal(digits[0]), Decimal(1), Decimal(digits[1]))


def size(scales: str) -> Decimal:
    """How much a run of scales makes of one: 万亿 is 1000000000000."""
    return Decimal(1).scaleb(sum(SCALES[sign] for sign in scales))
