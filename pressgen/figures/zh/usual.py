"""The usual figures of Chinese news, read at one look: 2405.72亿元, 25.48%, 267个, 2023年7月14日.

Nine of ten figures are digits with a unit between words that say nothing of them. Where anything around one
may change what it says (a sign, a hedge that stands apart, a range, a half, a second unit), it is left to the
readers of ``read``, which give the same figure for all that is read here.
"""

from __future__ import annotations

import re

from pressgen.figures import calendar
from pressgen.figures.figure import Figure
from pressgen.figures.numeral import shifted
from pressgen.figures.powers import OPENING, SIGNS
from pressgen.figures.reading import NOTHING, Reading, figure
from pressgen.figures.zh import hedges, numerals, tails
from pressgen.regex import regex

_NUMBER = regex(r"([0-9]{1,3}(?:,[0-9]{3})+(?!,?[0-9])|[0-9]{1,15})(?:\.([0-9]{1,6}))?(万亿|[千百]?[万亿])?")
_DATE = regex("(?:([0-9]{4})年)?(?:(1[0-2]|0?[1-9])月(?:([12][0-9]|3[01]|0?[1-9])日)?)?(?<=[年月日])")
_HAN = frozenset("零一二三四五六七八九两十百千万亿兆廿卅卌")
_RANGING = frozenset("—–-~至到")
_BLANK = frozenset(" \u3000")
_ASCII_BEFORE = frozenset(("", *"(:;!?)"))
_ASCII_BEHIND = frozenset(("", *"%);!?"))
_TELLING_BEFORE = frozenset("¥￥£€₩₽฿\u3000下负第")
_TELLING_BEHIND = (
    _HAN
    | _RANGING
    | _BLANK
    | OPENING
    | frozenset(SIGNS)
    | frozenset("多余几来半点分又成折打倍后年月日时季世·•・、和与及")
)
_POWERS = {
    scale: sum(map(numerals.SCALES.__getitem__, scale))
    for scale in ("", *"万亿", "百万", "千万", "百亿", "千亿", "万亿")
}
_MORE = _HAN | _RANGING | _BLANK | frozenset("0123456789半又整正(")
"""Signs behind a unit that may go on with the figure."""
_PARTED = frozenset("多余来亿")
"""What stands between 个 and the rest of a numeral: 3个多亿."""
_DATE_GOES_ON = {
    "年": _HAN | _RANGING | _BLANK | frozenset("0123456789代的历度上下第前"),
    "月": _HAN | _RANGING | _BLANK | frozenset("0123456789初份"),
    "日": _RANGING | _BLANK,
}


def at(plain: str, text: str, start: int) -> Reading | None:
    """The figure whose first digit stands here, if it is a usual one and nothing around it tells more."""
    match = _NUMBER.match(plain, start)
    if match is None:
        return None
    before, end = plain[start - 1] if start else "", match.end()
    if before in _TELLING_BEFORE or (before.isascii() and before not in _ASCII_BEFORE):
        return None
    behind = plain[end : end + 1]
    if behind in _TELLING_BEHIND:
        return _date(plain, text, start, before) if behind in ("年", "月") else None
    parted = behind == "个" and plain[end + 1 : end + 2] in _PARTED
    if parted or (behind.isascii() and behind not in _ASCII_BEHIND):
        return None
    if before in tails.NAME_ENDS and tails.named_in_front(plain, start, 0):
        return None
    return _amount(plain, text, match)


def _amount(plain: str, text: str, match: re.Match[str]) -> Reading | None:
    """Digits and their scale with the unit behind them, or none."""
    start, end = match.span()
    tail, stop = tails.at(plain, end) or (NOTHING, end)
    after = plain[stop : stop + 1]
    if after in _MORE or tail.factor is not NOTHING.factor or tail.unit in tails.SPEEDS:
        return None
    modifier, first = hedges.in_front(plain, start, end)
    if first < start and tails.named_in_front(plain, first, 0):
        return None
    last = stop
    if after in hedges.OPENING:
        behind, last = hedges.behind(plain, stop)
        modifier = modifier or behind
    whole, part, scale = match.groups("")
    worth = shifted(whole, part, _POWERS[scale])
    return Reading(figure(tail, worth, (start, end, stop), text, modifier), first, last)


def _date(plain: str, text: str, start: int, before: str) -> Reading | None:
    """A year, a month or a day that nothing goes on with."""
    match = _DATE.match(plain, start)
    if (
        match is None
        or match.end() == start
        or plain[match.end() : match.end() + 1] in _DATE_GOES_ON[plain[match.end() - 1]]
    ):
        return None
    year, month, number = match.groups()
    if year is None and before == "历":
        return None
    value: str | None = year or calendar.UNSAID_YEAR
    if number:
        value = calendar.day(value, month, number)
    elif month:
        value = f"{value}-{int(month):02}"
    if value is None:
        return None
    end = match.end()
    return Reading(Figure("date", value, "", start, end, text[start:end]), start, end)
