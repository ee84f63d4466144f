"""Which Chinese numerals are words and not numbers: 一切, 四川, 三农, 十四五."""

from __future__ import annotations

import re

from pressgen.figures.reading import Amount
from pressgen.figures.units import SPANS
from pressgen.figures.zh import hedges

_MARGIN = 8
_SCALES = frozenset("十百千万亿兆")
_NAMES_AFTER = re.compile(
    "大(?!型|中|小|约|概|批)|强|中全会|五规划|黄金周|长假|期间放|月|叉|字(?:路|架)|堰|佳|里(?:挑|坡)|方(?!米|公)"
)
_UNCOUNTED = frozenset("十百千万亿")
_WEEKDAY = re.compile("(?:周|星期|礼拜|初|高|大|小|其|老|第)$")


def counts(plain: str, amount: Amount, core: str) -> bool:
    """Whether a Chinese numeral stands for a number where it stands."""
    if _whole(plain, amount):
        return core not in _SCALES or core == "十"
    if _NAMES_AFTER.match(plain, amount.end):
        return False
    if len(core) == 1:
        return _single(plain, amount, core)
    if not _SCALES & set(core):
        return "点" in core or _small(amount)
    loose = amount.numeral.high is not None or (set(core) <= _SCALES and "亿" not in core)
    return not loose or bool(amount.tail.word) or _hedged(plain, amount)


def _whole(plain: str, amount: Amount) -> bool:
    """A text, or a cell of a table, that is nothing but the numeral."""
    if amount.start > _MARGIN or len(plain) - amount.end > _MARGIN:
        return False
    return plain[: amount.start].strip() in ("", "负", "第") and not plain[amount.end :].strip()


def _single(plain: str, amount: Amount, core: str) -> bool:
    if plain[amount.start - 1 : amount.start] == "第":
        return amount.tail.kind == "number" and bool(amount.tail.word)
    named = amount.tail.kind == "number" and _WEEKDAY.search(plain, max(0, amount.start - 2), amount.start)
    if not amount.tail.word or named:
        return False
    if core in _UNCOUNTED:
        return core == "十" or _hedged(plain, amount)
    if core == "一":
        return amount.tail.kind in ("money", "percent", "points", "multiple") or (
            amount.tail.kind == "quantity" and amount.tail.unit not in SPANS
        )
    return amount.tail.word not in ("圆", "人民币")


def _small(amount: Amount) -> bool:
    """Digits side by side: 三五个, 二三十, but 九九 or 二五 by themselves are no number."""
    return bool(amount.tail.word) and (amount.numeral.high is not None or amount.tail.kind == "percent")


def _hedged(plain: str, amount: Amount) -> bool:
    return bool(hedges.in_front(plain, amount.start, amount.stop)[0] or hedges.behind(plain, amount.stop)[0])


def pair_up(plain: str, first: Amount, last: Amount, text: str) -> bool:
    """Whether two numbers with a dash or 至 between them are the ends of one range."""
    if first.numeral.high is not None or last.numeral.high is not None:
        return False
    if first.tail.kind not in ("number", last.tail.kind) or first.tail.unit not in ("", last.tail.unit):
        return False
    if first.tail.kind == "number" and first.tail.word not in ("", last.tail.word):
        return False
    if "-" not in text:
        return True
    telephone = plain[first.start] == "0" and plain[first.start + 1 : first.start + 2].isdigit()
    return not telephone and (bool(last.tail.word) or plain[last.stop : last.stop + 1] != "-")
