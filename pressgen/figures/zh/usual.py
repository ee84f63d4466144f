"""The usual figures of Chinese news, read at one look: 2405.72亿元, 25.48%, 267个, 2023年7月14日, 上半年.

Nine of ten figures are digits with a unit between words that say nothing of them. One pattern finds where any
figure may begin, and takes a usual one with it. Where anything around it may change what it says (a sign, a
hedge that stands apart, a range, a half, a second unit), it is left to the readers of ``read``, which give
the same figure for all that is read here.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from pressgen.figures import calendar
from pressgen.figures.numeral import shifted
from pressgen.figures.powers import SIGNS
from pressgen.figures.reading import NOTHING, Reading, Tail, dated, figure
from pressgen.figures.zh import hedges, numerals, pattern, tails
from pressgen.regex import compiled

_AROUND = "零一二三四五六七八九两十百千万亿兆廿卅卌—–\\-~至到 \u3000"
"""Numerals, and what joins the ends of a range."""
_BEFORE = r"\x00-\x20\"-'*-9<->@-\x7f¥￥£€₩₽฿\u3000下负第"
_BEHIND = (
    rf"\x00-\x20\"-$&-(*-:<->@-\x7f×{_AROUND}{''.join(SIGNS)}"
    "多余几来半点分又成折打倍后年月日时季世·•・、和与及"
)
"""What may go on with a number, no unit between."""
_MORE = f"{_AROUND}0-9半又整正("
"""Signs behind a unit that may go on with the figure."""
_NUMBER = r"""
    (?>[0-9]{0,2}(?:,[0-9]{3})+(?!,?[0-9])|[0-9]{0,14})(?>(?:\.[0-9]{1,6})?)
    (?>((?:万亿|[千百]?[万亿])?))
"""
"""Behind the first digit: more of them, and the scale."""
_AMOUNT = rf"""
    {_NUMBER}(?>(?:(—{{1,2}}|[–~至到-])[0-9]{_NUMBER})?)
    (?![{_BEHIND}]|个[多余来亿])(?>(UNIT))(?![{_MORE}])
"""
"""A number, or the two ends of a range, and what is counted."""
_DAY = rf"(?:([12][0-9]|3[01]|0?[1-9])日(?![—–\-~至到 \u3000])|(?![{_AROUND}0-9初份]))"
_DATE = rf"""
    ([0-9]{{3}})年(?:(1[0-2]|0?[1-9])月{_DAY}|(?![{_AROUND}0-9代的历度上下第前]))
    |(?<!历.)((?<=1)[0-2]|(?<=0)[1-9]|(?<=[1-9]))月{_DAY}
"""
"""A year, a month or a day that nothing goes on with."""
_AMOUNTS, _HALVES = 4, 10
"""The last group of the pattern that belongs to each of them; what else matched is no usual figure."""
_TO, _FROM = frozenset("至到"), frozenset("从由自")
"""从3亿到5亿 is a change, no range."""
_YEAR = 4
_NAME_ENDS, _HEDGING = tails.NAME_ENDS, hedges.OPENING
_OFTEN = "元个%人亩家项名"
_POWERS = {
    scale: sum(map(numerals.SCALES.__getitem__, scale))
    for scale in ("", *"万亿", "百万", "千万", "百亿", "千亿", "万亿")
}


@cache
def look() -> re.Pattern[str]:
    """Where any figure may begin; a usual one is taken whole, and its last group says what it is."""
    usual = f"(?<=[0-9])(?<![{_BEFORE}].)(?:{_AMOUNT.replace('UNIT', _units())}|{_DATE})|(?<=[上下])(半年)"
    return compiled(f"{pattern.FIRST}(?:{usual}|{pattern.BEGINS})", re.VERBOSE)


def _units() -> str:
    """The words of the table that may stand behind a digit, or none of them."""
    signs = [sign for sign in tails.table() if not sign.isascii() or sign == "%"]
    often = sorted(signs, key=lambda sign: _OFTEN.find(sign) % len(signs))
    return f"(?=[{''.join(signs)}])(?:{'|'.join(map(_beginning, often))})|"


def _beginning(sign: str) -> str:
    """The words of the table that begin with a sign, the longest first, as the table is read."""
    words = sorted(tails.table()[sign][1], key=len, reverse=True)
    return f"{sign}(?:{'|'.join(re.escape(word[1:]) + _end(word) for word in words)})"


def _end(word: str) -> str:
    """What does not stand behind a word, else another word begins there."""
    if word[-1].isascii() and word[-1].isalpha():
        return "(?![0-9A-Za-z])"
    return f"(?![{signs}])" if (signs := tails.NOT_BEFORE.get(word)) else ""


def reading(plain: str, text: str, match: re.Match[str]) -> Reading | None:
    """The usual figure the pattern took, if nothing in front of it tells more."""
    group = match.lastindex or 0
    if group == _AMOUNTS:
        return _amount(plain, text, match)
    return _date(plain, text, match) if group < _HALVES else _half(text, match)


def _amount(plain: str, text: str, match: re.Match[str]) -> Reading | None:
    """A number or a range with the unit behind it, or none."""
    scale, joint, word = match.group(1, 2, 4)
    start, stop = match.span()
    tail, end, high = _tail(word), stop - len(word), None
    value, precision = shifted(plain[start : match.start(1)], _POWERS[scale])
    if joint is not None:
        if not word or not _may_range(plain, match):
            return None
        value, precision, high = _ends(plain, match, value, precision)
        if high is None:
            tail, end, stop = NOTHING, match.end(1), match.end(1)
    if tail is None:
        return None
    modifier, first = hedges.in_front(plain, start, end)
    if plain[first - 1 : first] in _NAME_ENDS and tails.named_in_front(plain, first, 0):
        return None
    last = stop
    if plain[stop : stop + 1] in _HEDGING:
        behind, last = hedges.behind(plain, stop)
        modifier = modifier or behind
    return Reading(figure(tail, value, precision, high, start, end, stop, text, modifier), first, last)


def _may_range(plain: str, match: re.Match[str]) -> bool:
    """Whether two numbers are no years, no part of a telephone number and in no scale of their own."""
    start = match.start()
    return plain[start] != "0" and match.start(1) - start != _YEAR and match.group(3)[:1] != "百"


def _ends(
    plain: str, match: re.Match[str], first: Decimal, precision: Decimal
) -> tuple[Decimal, Decimal, Decimal | None]:
    """The ends of a range, or the first alone where the second is no end: 3至5亿元, but 从3亿到5亿元."""
    scale, joint, larger = match.group(1, 2, 3)
    start = match.start()
    if joint in _TO and plain[start - 1 : start] in _FROM:
        return first, precision, None
    high, finer = shifted(plain[match.end(2) : match.start(3)], _POWERS[larger])
    raised = first if scale else shifted(plain[start : match.start(1)], _POWERS[larger])[0]
    low = raised if raised < high else first
    return (low, finer, high) if low < high else (first, precision, None)


@cache
def _tail(word: str) -> Tail | None:
    """What a word counts; none where more than the word decides, or the number is in another size."""
    if not word:
        return NOTHING
    tail = tails.table()[word[0]][1][word]
    other = word in tails.DOUBTFUL or tail.factor is not NOTHING.factor or tail.unit in tails.SPEEDS
    return None if other else tail


def _date(plain: str, text: str, match: re.Match[str]) -> Reading | None:
    """A year, a month or a day."""
    year, month, number, alone, of_it = match.group(5, 6, 7, 8, 9)
    start, end = match.span()
    value: str | None = f"{plain[start]}{year}" if year else calendar.UNSAID_YEAR
    if alone is not None:
        month, number = f"{plain[start]}{alone}", of_it
    if number:
        value = calendar.day(str(value), month, number)
    elif month:
        value = f"{value}-{int(month):02}"
    return dated("date", value, start, end, text) if value else None


def _half(text: str, match: re.Match[str]) -> Reading:
    """The first half of a year, or the second."""
    start, end = match.span()
    value = calendar.half(calendar.UNSAID_YEAR, "上下".index(text[start]) + 1)
    return dated("period", value, start, end, text)
