"""A figure's own characters where it was typed in the language of the text: nothing typed is changed.

What a house says by name (yuan or RMB, USD or $, % or percent) still holds; the number stands as typed.
"""

from __future__ import annotations

import re
from functools import cache

from pressgen.document import Lang
from pressgen.events import levels
from pressgen.figures import Figure, Style
from pressgen.figures.currencies import CURRENCIES
from pressgen.figures.style import RATES
from pressgen.regex import regex
from pressgen.text import han, latin

_WIDTH = {code: code - 0xFEE0 for code in range(0xFF10, 0xFF1A)} | {
    ord("％"): "%",
    ord("．"): ".",
    ord("，"): ",",
}
_CHANGE = {
    "zh": regex(
        "(?:同比|环比)?(?:实现)?(?:(?:增长|上升|上涨|增加|提高|提升|下降|减少|下滑|回落|下跌|降低|缩减)了?"
        "(?=[^\\d]{0,3}(?:[\\d.]|百分之|[一二两三四五六七八九十半])))?"
    ),
    "en": regex(
        r"(?:(?:up|rose|rising|grew|increased|gained|"
        r"down|fell|falling|declined|decreased|dropped)(?: by)? )?",
        re.IGNORECASE,
    ),
}
_TIMES = {
    "zh": regex("(?:同比|环比)?(?:实现)?(?:是|为|相当于|达到?)?(?:[上去]年(?:同期)?的)?"),
    "en": regex(r"(?<=times).*$|^up ", re.IGNORECASE),
}
_FLAT = {"zh": "持平", "en": "unchanged"}
_NUMBER = r"\d[\d,]*(?:\.\d+)?"
_SCALES = {"万亿": 12, "亿": 8, "万": 4, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
_SCALED = regex(rf"({_NUMBER})( ?)({'|'.join(_SCALES)})?")
_CLOSING_ZERO = regex(r"\.\d*0(?!\d)")
_SUM = regex(rf"{_NUMBER}(?: (?:thousand|million|billion|trillion))?")
_CURRENCY = regex("[元圆块币¥￥镑郎索比铢]|RMB|CNY|yuan", re.IGNORECASE)
_BEHIND = regex("(以上|及以上|以下|以内|左右|上下)$")
_OR_MORE = regex("(?:及以上|以上)$|or (?:more|above|over)$", re.IGNORECASE)
_OR_LESS = regex("(?:以下|以内)$|or (?:less|fewer|under|below)$", re.IGNORECASE)
_UP_TO = regex("最高|最多|至多|up to ", re.IGNORECASE)
_LESS = regex("不足|不到|未满|less than|fewer than|under ", re.IGNORECASE)


def is_typed(figure: Figure, lang: Lang) -> bool:
    """Whether a figure was typed in a language; bare digits are of neither."""
    return bool(han(figure.text)) if lang == "zh" else not han(figure.text) and latin(figure.text) > 0


def typed(figure: Figure, lang: Lang, style: Style) -> str:
    """The figure as it was typed in a language, without the words of a change; else nothing.

    >>> sum_ = Figure("money", 0, "CNY", 0, 0, "118.640亿元")
    >>> typed(sum_, "zh", Style()), typed(sum_, "en", Style())
    ('118.640亿元', '')
    """
    if is_flat(figure):
        return _FLAT[lang]
    if level := levels.numbered(figure, lang):
        return level
    if not is_typed(figure, lang):
        return ""
    words = " ".join(figure.text.translate(_WIDTH).split())
    if figure.kind in RATES:
        words = _CHANGE[lang].sub("", words, count=1)
    if figure.kind == "multiple":
        words = _TIMES[lang].sub("", words, count=1)
    words = words.lstrip("+＋")
    return _in_yuan(words, figure) if lang == "zh" else _named(words, figure, style)


def _in_yuan(words: str, figure: Figure) -> str:
    """A Chinese sum with its 元, which a table or a reporter may leave unsaid: 86.4亿, 1亿以上."""
    if figure.kind != "money" or figure.unit != "CNY" or _CURRENCY.search(words):
        return words
    number, hedge = behind(words)
    return f"{number}元{hedge}"


def is_flat(figure: Figure) -> bool:
    """Whether nothing changed, in words: 持平 is never 0%."""
    return figure.kind in RATES and figure.value == 0 and not re.search(r"\d", figure.text)


def behind(words: str) -> tuple[str, str]:
    """A Chinese figure and the hedge behind it, in front of which a measure word belongs: 30, 以上."""
    found = _BEHIND.search(words)
    return (words[: found.start()], found[1]) if found else (words, "")


def closing(figure: Figure, lang: Lang, *, counted: bool) -> tuple[str, str]:
    """A hedge of the other language's that stands in front, and one that stands behind.

    >>> closing(Figure("money", 0, "CNY", 0, 0, "1亿元以上"), "en", counted=False)
    ('', 'or more')
    """
    if _OR_MORE.search(figure.text):
        if lang == "en" and (counted or figure.kind in ("percent", "quantity")):
            return "at least", ""
        return "", "or more" if lang == "en" else "以上"
    if _OR_LESS.search(figure.text):
        return "", ("or fewer" if counted else "or less") if lang == "en" else "以下"
    if _UP_TO.match(figure.text):
        return ("up to" if lang == "en" else "最高"), ""
    if _LESS.match(figure.text):
        return ("fewer than" if counted else "less than") if lang == "en" else "不足", ""
    return "", ""


def with_zeros(words: str, figure: Figure) -> str:
    """A written rate with the closing zeros that were typed: 61.0% stays 61.0%.

    Sums and counts keep theirs in the language they were typed in: 24.80公里 is 24.8 kilometers.
    """
    if figure.kind not in RATES or figure.precision is None or not _CLOSING_ZERO.search(figure.text):
        return words
    size = figure.precision.normalize().as_tuple().exponent
    return _SCALED.sub(lambda found: _padded(found, -int(size)), words)


def _padded(found: re.Match[str], decimals: int) -> str:
    decimals += _SCALES.get(found[3] or "", 0)
    whole, _, part = found[1].partition(".")
    if decimals <= len(part):
        return found[0]
    return f"{whole}.{part.ljust(decimals, '0')}{found[2]}{found[3] or ''}"


def _named(words: str, figure: Figure, style: Style) -> str:
    """English words with the names the house says: its yuan, its dollars, its percent."""
    if figure.kind == "percent":
        return re.sub(" ?(?:%|percent|per cent|pct)", "%" if style.percent == "%" else " percent", words)
    if figure.kind != "money" or figure.unit not in ("CNY", "USD"):
        return words
    bare = " ".join(_currency(figure.unit).sub(" ", words).split())
    sums = list(_SUM.finditer(bare))
    if not sums:
        return words
    start, end = sums[0].start(), sums[-1].end()
    front, back = _around(figure.unit, style)
    return bare[:start] + front + bare[start:end] + back + bare[end:]


def _around(code: str, style: Style) -> tuple[str, str]:
    if code == "CNY":
        return ("RMB ", "") if style.yuan == "RMB" else ("", " yuan")
    return {"USD": ("USD ", ""), "U.S. dollars": ("", " U.S. dollars")}.get(
        style.dollars, (style.dollars, "")
    )


@cache
def _currency(code: str) -> re.Pattern[str]:
    currency = next(each for each in CURRENCIES if each.code == code)
    names = sorted(sorted({code, *currency.en.split("|"), *currency.signs.split("|")}), key=len, reverse=True)
    words = "|".join(re.escape(name) for name in names)
    return re.compile(rf"(?<![A-Za-z])(?:{words})(?![A-Za-z])", re.IGNORECASE)
