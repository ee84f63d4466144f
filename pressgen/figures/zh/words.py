"""Which Chinese numerals are words and not numbers: 一切, 四川, 三农, 十四五."""

from __future__ import annotations

import re
from decimal import Decimal

from pressgen.figures.currencies import CODES, CURRENCIES
from pressgen.figures.reading import Amount

SHARES = {"百": Decimal(1), "千": Decimal("0.1"), "万": Decimal("0.01")}
"""百分之五, 千分之五, 万分之五 in percent."""

THOUSAND = re.compile("(?:[kK]|[wW])(?![A-Za-z0-9])")
GROWN = re.compile(
    "(?:增长|增加|提高|上升|上涨|攀升|提升|增幅|涨幅|扩大|涨|增|高出|多)(?:了|近|约|超|超过|逾|达|将近|接近)?$"
)
"""What grows by twice its size is three times as large afterwards."""

BEFORE_NUMBER = (
    frozenset(sign[-1] for currency in CURRENCIES for sign in currency.signs.split("|") if sign)
    | frozenset(letter for code in CODES for letter in code + code.lower())
    | frozenset(" 币\u3000\xa0bp$")
)
"""The last signs of currencies written in front of a number."""

_SCALES = frozenset("十百千万亿兆")
_NAMES_AFTER = re.compile(
    "大(?!型|中|小|约|概|批)|强|中全会|五规划|黄金周|长假|期间放|月|叉|字(?:路|架)|堰|佳|里(?:挑|坡)|方(?!米|公)"
)
_UNCOUNTED = frozenset("十百千万亿")
_WEEKDAY = re.compile("(?:周|星期|礼拜|初|高|大|小|其|老|第)$")
_TIME = frozenset({"year", "day", "week", "month", "hour", "minute", "second", "age"})


def counts(plain: str, amount: Amount, core: str) -> bool:
    """Whether a Chinese numeral stands for a number where it stands."""
    if _whole(plain, amount):
        return core not in _SCALES or core == "十"
    if _NAMES_AFTER.match(plain, amount.end):
        return False
    if len(core) == 1:
        return _single(plain, amount, core)
    if not _SCALES & set(core):
        return "点" in core or _small(plain, amount, core)
    if set(core) <= _SCALES or amount.numeral.high is not None:
        return bool(amount.tail.word) or _hedged(plain, amount)
    return True


def _whole(plain: str, amount: Amount) -> bool:
    """A text, or a cell of a table, that is nothing but the numeral."""
    return plain[: amount.start].strip() in ("", "负", "第") and not plain[amount.end :].strip()


def _single(plain: str, amount: Amount, core: str) -> bool:
    if plain[amount.start - 1 : amount.start] == "第":
        return amount.tail.kind == "number" and bool(amount.tail.word)
    if not amount.tail.word or _WEEKDAY.search(plain, max(0, amount.start - 2), amount.start):
        return False
    if core in _UNCOUNTED:
        return core == "十" or _hedged(plain, amount)
    if core == "一":
        return amount.tail.kind in ("money", "percent", "points", "multiple") or (
            amount.tail.kind == "quantity" and amount.tail.unit not in _TIME
        )
    return amount.tail.kind != "money" or amount.tail.word != "圆"


def _small(plain: str, amount: Amount, core: str) -> bool:
    """Digits side by side: 三五个, 二三十, but 九九 or 二五 by themselves are no number."""
    return bool(amount.tail.word) and (amount.numeral.high is not None or amount.tail.kind == "percent")


def _hedged(plain: str, amount: Amount) -> bool:
    from pressgen.figures.zh import hedges

    return bool(hedges.in_front(plain, amount.start, amount.stop)[0] or hedges.behind(plain, amount.stop)[0])


def pair_up(plain: str, first: Amount, last: Amount, text: str) -> bool:
    """Whether two numbers with a dash or 至 between them are the ends of one range."""
    if first.numeral.high is not None or last.numeral.high is not None:
        return False
    if first.tail.kind not in ("number", last.tail.kind) or first.tail.unit not in ("", last.tail.unit):
        return False
    if first.tail.kind == "number" and first.tail.word not in ("", last.tail.word):
        return False
    dashed = "-" in text
    return not dashed or bool(last.tail.word) or plain[last.stop : last.stop + 1] != "-"
