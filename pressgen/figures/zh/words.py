"""Which Chinese numerals are words and not numbers: 一切, 四川, 三农, 十四五."""

from __future__ import annotations

from pressgen.figures.reading import Amount, Tail
from pressgen.figures.units import SPANS
from pressgen.figures.zh import hedges
from pressgen.regex import regex

_MARGIN = 8
_SCALES = frozenset("十百千万亿兆")
_NAMES_AFTER = regex(
    "项全能|大(?!型|中|小|约|概|批)|强|中全会|五规划|黄金周|长假|期间放|月|叉|字(?:路|架|会|军|星|绣)|堰|佳|里(?:挑|坡)|方(?!米|公)"
)
_LARGE = frozenset("百千万亿")
_UNCOUNTED = frozenset("十百千万亿")
_IDIOMS = regex(
    "五花八门|三番五次|说三道四|三头六臂|三天两头|三年五载|一波三折|三位一体|十年树木|四分五裂|三心二意|七上八下|"
    "九死一生|五大三粗|三更半夜|半斤八两|三级甲等|二级市场|一级市场|三伏天?|三轮车|三元里|三元区|五角大楼|三角洲|十里八乡|"
    "三长两短|两面三刀|丢三落四|推三阻四|三三两两|八九不离十|碳十四"
)
"""Words of which a number is a part; English has none there."""
_IDIOM_REACH = 4
_DOZEN = "打"
_STOPS = frozenset((*"，。；、！？）】”」'),;!?\n", ""))
_NONE = frozenset("个例次人家项起")
"""What is counted as none; 零部件 and 零件 are parts."""
_SHOPPING = regex("双(?:十一|十二|一一)$")
_NOT_NUMBERS = regex("亿万|[百千万亿][一二三四五六七八九]$")
"""亿万人民, 万一: words, unless they are all a text says."""
_RANKED = regex("(?:排名|位居|位列|名列|跻身|进入|稳居|居|列|闯入|保持|全国|全省|全市|世界|全球|国内)前$")
_WEEKDAY = regex("(?:周|星期|礼拜|初|高|大|小|其|老|第)$")


def counts(plain: str, amount: Amount, core: str) -> bool:
    """Whether a Chinese numeral stands for a number where it stands."""
    if plain[amount.end - 1] == _DOZEN or _ranks(plain, amount):
        return True
    if _whole(plain, amount):
        return core not in _SCALES or core == "十"
    if _in_a_word(plain, amount) or _NOT_NUMBERS.match(core):
        return False
    if len(core) == 1:
        return _single(plain, amount, core)
    if not _SCALES & set(core):
        return "点" in core or _small(amount)
    loose = (set(core) <= _SCALES and "亿" not in core) or (
        amount.numeral.high is not None and core[-1] not in _LARGE
    )
    return not loose or bool(amount.tail.word) or _hedged(plain, amount)


def _in_a_word(plain: str, amount: Amount) -> bool:
    """Whether the numeral is part of a name or an idiom."""
    start, end = amount.start, amount.end
    if _NAMES_AFTER.match(plain, end) or _SHOPPING.search(plain, max(0, start - 1), end):
        return True
    near = _IDIOMS.finditer(plain, max(0, start - _IDIOM_REACH), end + _IDIOM_REACH)
    return any(idiom.start() <= start < idiom.end() for idiom in near)


def _ranks(plain: str, amount: Amount) -> bool:
    """排名前三, 前三强: a rank without a measure word."""
    if plain[amount.start - 1 : amount.start] != "前":
        return False
    named = _RANKED.search(plain, max(0, amount.start - 5), amount.start)
    return named is not None or plain[amount.end : amount.end + 1] in ("强", "甲")


def _whole(plain: str, amount: Amount) -> bool:
    """A text, or a cell of a table, that is nothing but the numeral."""
    if amount.start > _MARGIN or len(plain) - amount.end > _MARGIN:
        return False
    return plain[: amount.start].strip() in ("", "负", "第") and not plain[amount.end :].strip()


def _single(plain: str, amount: Amount, core: str) -> bool:
    if plain[amount.start - 1 : amount.start] == "第":
        counted = amount.tail.kind in ("number", "quantity") and bool(amount.tail.word)
        return counted or plain[amount.end : amount.end + 1] in _STOPS
    named = amount.tail.kind == "number" and _WEEKDAY.search(plain, max(0, amount.start - 2), amount.start)
    if not amount.tail.word and core in _LARGE:
        return plain[amount.end : amount.end + 1] in _STOPS and _hedged(plain, amount)
    if not amount.tail.word or named or amount.numeral.precision < 1:
        return amount.numeral.precision < 1
    if core in _UNCOUNTED:
        return core == "十" or _hedged(plain, amount)
    return _COUNTED.get(core, _money_named)(amount.tail)


def _none_of(tail: Tail) -> bool:
    return tail.kind != "number" or tail.word in _NONE


def _one_of(tail: Tail) -> bool:
    """One yuan is a sum; one firm or one year is hardly a figure."""
    if tail.kind == "quantity":
        return tail.unit not in SPANS
    return tail.kind in ("money", "percent", "points", "multiple")


def _money_named(tail: Tail) -> bool:
    return tail.word not in ("圆", "人民币")


_COUNTED = {"零": _none_of, "一": _one_of}


def _small(amount: Amount) -> bool:
    """Digits side by side: 三五个, 二三十, but 九九 or 二五 by themselves are no number."""
    return bool(amount.tail.word) and (amount.numeral.high is not None or amount.tail.kind == "percent")


def _hedged(plain: str, amount: Amount) -> bool:
    return bool(hedges.in_front(plain, amount.start, amount.stop)[0] or hedges.behind(plain, amount.stop)[0])


def _front_only(amount: Amount) -> bool:
    """Whether a currency stands in front of a number and nothing behind it: 港币3至5亿元."""
    return amount.tail.kind == "money" and not amount.tail.word


def pair_up(plain: str, first: Amount, last: Amount, text: str) -> bool:
    """Whether two numbers with a dash or 至 between them are the ends of one range."""
    if first.numeral.high is not None or last.numeral.high is not None:
        return False
    if _front_only(first) and (last.tail.kind == "number" or last.tail.unit in (first.tail.unit, "CNY")):
        return True
    if first.tail.kind not in ("number", last.tail.kind) or first.tail.unit not in ("", last.tail.unit):
        return False
    if first.tail.kind == "number" and first.tail.word not in ("", last.tail.word):
        return False
    if "-" not in text:
        return True
    telephone = plain[first.start] == "0" and plain[first.start + 1 : first.start + 2].isdigit()
    return not telephone and (bool(last.tail.word) or plain[last.stop : last.stop + 1] != "-")
