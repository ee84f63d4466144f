"""What the other language says without a figure: a year earlier, nine in ten, noon, to the dollar."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import cache

from pressgen.checks.figures import relative
from pressgen.checks.figures.sizes import same_size
from pressgen.figures import Figure
from pressgen.figures.currencies import CURRENCIES
from pressgen.figures.en.words import SMALL
from pressgen.figures.units import UNITS
from pressgen.regex import regex

_YEAR_BEFORE = {
    "zh": regex("去年|上年|同比|一年前|前一年"),
    "en": regex(
        r"\b(?:last year|year (?:earlier|before|ago)|previous year|year[- ]on[- ]year)\b", re.IGNORECASE
    ),
}
_MONTHS_IN_YEAR = 12
_MIDNIGHT = regex(r"\bmidnight\b|午夜|零[时点]|半夜", re.IGNORECASE)
_SPELT_OUT = {
    ("", "12:00"): regex(r"\b(?:noon|midday)\b|正午|中午", re.IGNORECASE),
    ("", "00:00"): _MIDNIGHT,
    ("", "24:00"): _MIDNIGHT,
    ("day", "10"): regex("[上中下]旬"),
    ("day", "20"): regex("上、?中旬|中、?下旬"),
    ("hour", "24"): regex(
        r"\b(?:a?round[- ]the[- ]clock|day (?:and|or) night|night and day|all (?:day|night)|24/7|"
        r"never (?:close|sleep|shut|stop)s?|at (?:any hour|all hours)|(?:previous|past|last) day)\b|"
        r"全天候|昼夜|日夜|通宵",
        re.IGNORECASE,
    ),
}
"""What is said in words for a time or a number of hours."""
_PER = {
    "USD": "dollar|greenback",
    "EUR": "euro",
    "GBP": "pound|sterling",
    "JPY": "yen",
    "CNY": "yuan|renminbi|人民币",
}
"""What else a currency is called beside its rate, besides its listed names."""
_WHOLES = {"a hundred": 100, "a thousand": 1000, "1,000": 1000, "a million": 1_000_000}
_NUMBER = rf"({'|'.join(SMALL)}|{'|'.join(_WHOLES)}|\d{{1,3}})"
_OF_TEN = regex(
    rf"\b{_NUMBER}(?: [a-z]+)? (?:in|out of|of)(?: every)? {_NUMBER}\b",
    re.IGNORECASE,
)
"""Nine in ten, four out of every five."""
_ODDS_ROOM = Decimal("0.035")
"""How far so many in so many may lie from tenths, which are round themselves: 三成, one in three."""
_A_POINT = regex(
    r"\b(?:an?|one) (?:full |whole |single |mere )?(?:percent(?:age)? )?point\b(?! of)", re.IGNORECASE
)
PARTS_OF = {
    1000: regex("‰|千分之"),
    10_000: regex("(?<![十百千])万分之|‱"),
    100_000: regex("十万分之"),
}
"""What Chinese writes a share of a thousand and more with."""
_JIN = regex("斤")
_IN_CHINESE = {
    ("", "0"): regex("全票|一致|票弃权|完胜|零"),
    **{("", str(many)): parts for many, parts in PARTS_OF.items()},
    ("g", "50"): regex("两"),
    ("g", "500"): _JIN,
    ("kg", "0.5"): _JIN,
}
"""What Chinese says for none on the other side of a vote or match, and one measure of its own."""
_FOLDS = {100: r"\b(?:a )?hundred ?-?fold\b", 1000: r"\b(?:a )?thousand ?-?fold\b"}


def said(figure: Figure, text: str, lang: str, on: date | None) -> bool:
    """Whether a text of the language says a figure so; ``on`` is the day it is of, where that is known."""
    if figure.kind in ("date", "period"):
        return relative.said(figure, text, lang, on)
    if figure.kind in ("percent", "fraction"):
        share = Decimal(figure.value) / (100 if figure.kind == "percent" else 1)
        whole = share == 1 and bool(_WHOLE_OF[lang].search(text))
        if whole or _as_most(share, text, lang) or _as_excess(share, text, lang):
            return True
        return lang == "en" and _as_odds(share, text)
    if lang == "en" and figure.kind == "multiple":
        return _in_folds(Decimal(figure.value), text)
    if lang == "en" and figure.kind == "quantity" and _as_one(figure, text):
        return True
    return _in_words(figure, text, lang)


def _in_words(figure: Figure, text: str, lang: str) -> bool:
    if lang == "zh" and (words := _IN_CHINESE.get((figure.unit, str(figure.value)))):
        return bool(words.search(text))
    if figure.kind == "points" and lang == "en":
        return bool(figure.value == 1 and _A_POINT.search(text))
    if figure.unit == "month" and figure.value == _MONTHS_IN_YEAR:
        return bool(_YEAR_BEFORE[lang].search(text))
    if words := _SPELT_OUT.get((figure.unit, str(figure.value))):
        return bool(words.search(text))
    if figure.kind == "money" and figure.value in _LEAST_COINS and lang == "en":
        return bool(_A_CENT.search(text))
    return figure.kind == "money" and figure.value == 1 and _as_unit(figure.unit, text)


_LEAST_COINS = (Decimal("0.01"), Decimal("0.1"))
_A_CENT = regex(
    r"\b(?:an?|one|single|last) (?:cent|penny|fen|jiao|dime|thing)\b|\bfree\b|\bnothing\b", re.IGNORECASE
)
"""What is not even one: 一分钱没花, without spending a cent."""


def _as_odds(share: Decimal, text: str) -> bool:
    """A share as so many in so many."""
    found = ((_count(match[1]), _count(match[2])) for match in _OF_TEN.finditer(text))
    room = _ODDS_ROOM if share * 10 == int(share * 10) else Decimal(0)
    return any(whole and abs(part - share * whole) <= room * whole for part, whole in found)


_MOST = {
    "en": regex(
        r"\b(?:more than half|over half|well over half|most of|the majority|the bulk|mostly)\b", re.IGNORECASE
    ),
    "zh": regex("过半|大半|多半|多数|一半以上|一半多"),
}
_FEWEST = {
    "en": regex(r"\b(?:less than half|fewer than half|under half|not half|a minority)\b", re.IGNORECASE),
    "zh": regex("不到一半|不足一半|不及一半|不到半数|不足半数|少数"),
}
_WHOLE_OF = {
    "en": regex(
        r"\b(?:all|every|each|entire(?:ly)?|whole|wholly|full|fully|complete(?:ly)?|total(?:ly)?|universal(?:ly)?|"
        r"without exception|none)\b",
        re.IGNORECASE,
    ),
    "zh": regex("全[部数都员额面程域]|全覆盖|悉数|尽数|无一例外|所有|[均都皆每]"),
}
"""What a hundred percent is called."""
_HALF = Decimal("0.5")
_NEAR_HALF = Decimal("0.2")


_PARTS_MORE = {"0.5": "half", "0.25": "quarter", "0.2": "fifth", "0.1": "tenth"}
_MORE_THAN = r"(?:more|higher|larger|greater|above|over|better|ahead)\b"


def _as_excess(share: Decimal, text: str, lang: str) -> bool:
    """Whether 118% of something is told as 18 percent more, 120% as a fifth more."""
    if lang == "zh":
        return 0 < share < 1 and bool(re.search(rf"(?<![\d.]){_plain(share + 1)}[%％]", text))
    if not 1 < share < 2:
        return False
    said = rf"\b{_plain(share - 1)} ?(?:percent|%)"
    if part := _PARTS_MORE.get(str((share - 1).normalize())):
        said += rf"|\b(?:a|one) {part}"
    return bool(re.search(rf"(?:{said}) {_MORE_THAN}", text))


def _plain(share: Decimal) -> str:
    return re.escape(f"{(share * 100).normalize():f}")


def _as_most(share: Decimal, text: str, lang: str) -> bool:
    """A share near a half as more or less than half: 六成多 are most of them."""
    words = _MOST if share > _HALF else _FEWEST
    return 0 < abs(share - _HALF) <= _NEAR_HALF and bool(words[lang].search(text))


def _count(word: str) -> int:
    small = word.lower()
    return int(word) if word.isdecimal() else _WHOLES.get(small) or SMALL[small]


def _as_one(figure: Figure, text: str) -> bool:
    """Whether a quantity is one of another unit: 两千斤 are a ton."""
    return any(
        same_size(Decimal(figure.value), figure.unit, Decimal(1), unit.key) and _one_of(unit.en).search(text)
        for unit in UNITS
        if unit.key != figure.unit
    )


@cache
def _one_of(names: str) -> re.Pattern[str]:
    return regex(rf"\b(?:an?|one|per) (?:{'|'.join(map(re.escape, names.split('|')))})(?!\w)", re.IGNORECASE)


def _in_folds(value: Decimal, text: str) -> bool:
    """Whether 1000倍 is told as a thousandfold."""
    folds = (pattern for times, pattern in _FOLDS.items() if value - times in (0, 1))
    return any(re.search(pattern, text, re.IGNORECASE) for pattern in folds)


def _as_unit(unit: str, text: str) -> bool:
    """One dollar as per dollar, to the dollar, to the Australian dollar, 每美元."""
    return bool(unit) and bool(_rate_of(unit).search(text))


@cache
def _rate_of(unit: str) -> re.Pattern[str]:
    listed = [
        name for money in CURRENCIES if money.code == unit for name in f"{money.zh}|{money.en}".split("|")
    ]
    names = "|".join([*map(re.escape, listed), _PER.get(unit, unit), unit])
    return re.compile(
        rf"\b(?:per|to the|to one|a|for each|each) (?:{names})\b|[每兑对](?:{names})", re.IGNORECASE
    )
