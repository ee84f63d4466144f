"""A Chinese number with what stands around it: sign, currency, unit, coins, range and hedges."""

from __future__ import annotations

import re
from decimal import Decimal

from pressgen.figures.numeral import Numeral, written
from pressgen.figures.reading import NOTHING, Amount, Reading, Tail
from pressgen.figures.zh import hedges, numerals, pattern, tails, words
from pressgen.regex import regex
from pressgen.text import han

THOUSAND = regex(" ?(?:[kK]|[wW])(?![A-Za-z0-9])")
_LETTERS = frozenset("kKwW")
_ARABIC = frozenset("0123456789.")
_JOINING = frozenset("—–-~至到")
_OPEN = regex(r" ?(?:[多余来]|几(?!乎)|\+(?![0-9A-Za-z]))")
_OPENING = frozenset(" 多余来几+")
_LARGE = regex("[千万亿兆]+$")
_GROWN = regex(
    "(?:增长|增加|提高|上升|上涨|攀升|提升|增幅|涨幅|扩大|涨|增|高出|多|翻)(?:了|了近|近|约|超|超过|逾|达|将近|接近)?$"
)
_FROM = regex("[从由自]$")
_HALF = Numeral(Decimal("0.5"), Decimal("0.1"))
_PERCENT = Tail("%", "percent", "%")
_DEGREE = Tail("度", "quantity", "degC")
_TENTH_OF_A_KUAI = regex(r"[一二三四五六七八九](?=[，。；、！？）,;!?)\s]|\Z)")
_TEN, _HUNDRED = Decimal(10), Decimal(100)
_PARTS = frozenset("半一二三四五六七八九")
_DIGITS = frozenset("0123456789半")
_SPLIT = regex("[0-9]{1,3}(?![0-9.])")
"""1秒687, 9秒83: parts of a second, as sports write them."""
_BEHIND_MEASURE = regex(
    r"(?:[一二三四五六七八九]{1,2}|[0-9]{1,2})(?=[，。；、！？）：,;!?):\s]|[高宽长深厚粗重的]|左右|以[上下]|\Z)"
    "|[0-9]{2}(?=[夺摘获列名排居位拿收结取打刷创跳掷投完])"
)
"""三米二, 一米八五, 四斤三, 以7米02夺冠: the decimals of a measure as people say them."""
_SPOKEN = frozenset("米斤尺")
_TO_ARABIC = str.maketrans("一二三四五六七八九", "123456789")
_TENTH = regex("[一二三四五六七八九](?![十百千万亿成点个家位名项])")
_HALF_MORE = regex(r"半(?=[的后前来以左的，。；、！？）)：:,.;]|\s|$)")
_HALF_SPAN = regex("半(小时|钟头|月|星期|礼拜)")
_SPANS = {"小时": "hour", "钟头": "hour", "月": "month", "星期": "week", "礼拜": "week"}
_YUAN = frozenset("元圆块")
_COINING = frozenset("0123456789零一二三四五六七八九两半又 整正")
_DEGREES = frozenset({"degC", "degF"})


def at(plain: str, text: str, match: re.Match[str], numeral: Numeral, floor: int) -> Reading | None:
    """The figure a numeral is part of, or None where the numeral is only part of a word."""
    amount = _measured(plain, match.start(), match.end(), numeral)
    if amount.start > floor and plain[amount.start - 1] == "%" and amount.tail is NOTHING:
        amount.tail, amount.start = _PERCENT, amount.start - 1
    _with_half(plain, amount)
    amount = fronted(plain, amount, floor)
    _with_coins(plain, amount)
    ranged = _ranged(plain, text, amount)
    if ranged is not None:
        return ranged
    return finished(plain, text, amount) if _means_a_number(plain, amount, match.group()) else None


def bare(text: str, start: int, end: int, numeral: Numeral) -> Reading:
    """The digits by themselves, whatever stands around them."""
    return Amount(numeral, start, end, NOTHING, end, start, end).reading(text)


def _means_a_number(plain: str, amount: Amount, core: str) -> bool:
    if core[0] in _ARABIC or amount.numeral.hedge:
        return True
    return words.counts(plain, amount, core)


def _measured(plain: str, start: int, end: int, numeral: Numeral) -> Amount:
    """The numeral with what stands behind it; a 多 or 余 between the two opens it above."""
    if plain[end : end + 1] in _LETTERS and THOUSAND.match(plain, end):
        numeral, end = numeral.times(Decimal(1000 if plain[end] in "kK" else 10000)), end + 1
    after = tails.at(plain, end)
    if after is None and plain[end : end + 1] in _OPENING and (opened := _OPEN.match(plain, end)):
        after = tails.at(plain, opened.end())
        if after or opened.group()[-1] in "多余+":
            numeral, end = numeral._replace(hedge="over"), opened.end()
    return _amount(start, end, numeral, after)


def _amount(start: int, end: int, numeral: Numeral, after: tuple[Tail, int] | None) -> Amount:
    tail, stop = after or (NOTHING, end)
    if tail.word == "打":
        numeral, end, tail = numeral.times(tail.factor), stop, NOTHING
    if tail.word.startswith("个多"):
        numeral = numeral._replace(hedge="over")
    if tail.word == "折" and numeral.low >= 10:
        tail = tail._replace(factor=Decimal(1)) if numeral.low > 10 else NOTHING
    if tail.word == "折" and numeral.low < 1:
        tail = tail._replace(factor=_HUNDRED)
    if tail.word == "成半":
        numeral = numeral.plus(_HALF)
    return Amount(numeral, start, end, tail, stop, start, stop)


def _with_half(plain: str, amount: Amount) -> None:
    """一年半 is a year and a half, 两个半月 are two and a half months, 三成五 is 35%."""
    stop, tail = amount.stop, amount.tail
    if (
        plain[stop : stop + 1] not in (_DIGITS if tail.unit == "second" else _PARTS | _DIGITS)
        or amount.numeral.hedge
        or amount.numeral.precision != 1
    ):
        return
    if tail.word == "成" and (part := _TENTH.match(plain, stop)):
        tenth = numerals.read(part.group())
        amount.numeral = amount.numeral.plus(tenth.times(Decimal("0.1"))) if tenth else amount.numeral
        amount.stop = part.end()
    elif tail.word == "个" and (span := _HALF_SPAN.match(plain, stop)):
        unit = _SPANS[span.group(1)]
        amount.tail, amount.numeral = Tail("个", "quantity", unit), amount.numeral.plus(_HALF)
        amount.stop = span.end()
    elif tail.unit == "second" and (split := _SPLIT.match(plain, stop)):
        amount.numeral = written(f"{int(amount.numeral.low)}.{split.group()}")
        amount.stop = split.end()
    elif tail.word in _SPOKEN and amount.numeral.low < _TEN and (part := _BEHIND_MEASURE.match(plain, stop)):
        amount.numeral = written(f"{amount.numeral.low:f}.{part.group().translate(_TO_ARABIC)}")
        amount.stop = part.end()
    elif tail.kind in ("quantity", "multiple") and tail.unit != "age" and _HALF_MORE.match(plain, stop):
        amount.numeral, amount.stop = amount.numeral.plus(_HALF), stop + 1


def fronted(plain: str, amount: Amount, floor: int) -> Amount:
    """The amount with the sign and the currency in front of it; nothing before the floor is looked at."""
    start = _negative(plain, amount, floor)
    if start < amount.start:
        amount.numeral = amount.numeral.times(Decimal(-1))
    if amount.tail.kind in ("number", "money"):
        start = _in_currency(plain, amount, start, floor)
    amount.start = amount.first = start
    amount.last = amount.stop
    return amount


def _negative(plain: str, amount: Amount, floor: int) -> int:
    """Where the minus in front of an amount begins; the amount's own start where there is none."""
    start = amount.start
    if plain.startswith("零下", start - 2) and start - 1 >= floor > 0:
        if amount.tail is NOTHING and plain[amount.end : amount.end + 1] == "度":
            amount.tail, amount.stop = _DEGREE, amount.end + 1
        return start - 2 if amount.tail.unit in _DEGREES else start
    if plain[start - 2 : start] == "负 " and start - 1 > floor:
        return start - 2
    minus_in_front = plain[start - 1 : start] in ("-", "负") and start > floor
    return start - 1 if minus_in_front and minus(plain, start, amount.end, floor) else start


def _in_currency(plain: str, amount: Amount, start: int, floor: int) -> int:
    """Give the amount the currency named in front of it or in brackets; return where it starts now.

    Behind the number a plain 元 says no more than that it is money: 美元900万元 are dollars.
    """
    money = amount.tail.kind == "money"
    front = tails.in_front(plain, start, floor)
    if front is None and not money:
        return start
    yuan = money and amount.tail.unit == "CNY" and amount.tail.word[:1] in _YUAN and amount.tail.factor == 1
    if front is None and yuan:
        front = _apart(plain, amount, start, floor)
    if front is None or (not money and amount.tail.word and han(plain[front[1] : start])):
        return start
    code, start = front
    if not money:
        amount.tail, amount.stop = Tail("", "money", code), amount.end
    elif yuan:
        amount.tail = amount.tail._replace(unit=code)
    return start


def minus(plain: str, start: int, end: int, floor: int) -> bool:
    """Whether a dash in front of a number is a minus: not in 红旗-16, but in 净利润-3.2%."""
    if start - 1 == floor > 0 and plain[floor - 1] not in " (:":
        return False
    before = plain[start - 2 : start - 1] if start > 1 else ""
    if not before or before.isspace() or before in '(:,，、；;“"=为是达到率速幅比长至约':
        return True
    after = tails.at(plain, end)
    measured = "." in plain[start:end] or (
        after is not None and after[0].kind in ("percent", "money", "points")
    )
    return measured and han(before) > 0 and before not in "万亿千百十元个倍至到"


def _apart(plain: str, amount: Amount, start: int, floor: int) -> tuple[str, int] | None:
    """The currency in front of the hedge or in brackets behind the sum: 港币约1200万元, 1200万元（港币）."""
    if plain[start - 1 : start] in hedges.ENDS and tails.may_be_named(plain[max(0, start - 6) : start - 1]):
        _, first = hedges.in_front(plain, start, amount.end)
        named = tails.named_in_front(plain, first, floor) if first < start else None
        return (named[0], start) if named else None
    bracket = tails.bracketed(plain, amount.stop) if plain[amount.stop : amount.stop + 1] == "(" else None
    if bracket is None:
        return None
    amount.stop = bracket[1]
    return bracket[0], start


def _with_coins(plain: str, amount: Amount) -> None:
    """Add the smaller coins: 五元三角二分, 两美元又三美分."""
    if amount.tail.kind != "money" or plain[amount.stop : amount.stop + 1] not in _COINING:
        return
    while match := pattern.coins().match(plain, amount.stop):
        numeral = numerals.read(match.group(1))
        if numeral is None:
            return
        coin = (Decimal("0.1") if match.group(2) in "角毛" else Decimal("0.01")) / amount.tail.factor
        amount.numeral = amount.numeral.plus(numeral.times(coin))
        amount.stop = amount.last = match.end()
    if amount.tail.word == "块" and (jiao := _TENTH_OF_A_KUAI.match(plain, amount.stop)):
        tenth = numerals.read(jiao.group())
        amount.numeral = amount.numeral.plus(tenth.times(Decimal("0.1"))) if tenth else amount.numeral
        amount.stop = amount.last = jiao.end()
    if plain[amount.stop : amount.stop + 1] in ("整", "正") and amount.tail.unit == "CNY":
        amount.stop = amount.last = amount.stop + 1


def _ranged(plain: str, text: str, first: Amount) -> Reading | None:
    """Two numbers joined by 至, 到 or a dash, where they can be the ends of a range."""
    near = plain[first.stop : first.stop + 3].lstrip()[:1] in _JOINING
    match = pattern.between().match(plain, first.stop) if near else None
    numeral = numerals.read(match.group(1)) if match else None
    if match is None or numeral is None:
        return None
    changed = match.group().lstrip()[0] in "至到" and _FROM.search(
        plain, max(0, first.first - 1), first.first
    )
    if changed:
        return None
    last = _amount(match.start(1), match.end(1), numeral, tails.at(plain, match.end(1)))
    _with_coins(plain, last)
    if not words.pair_up(plain, first, last, match.group(0)):
        return None
    joined = _joined(plain, first, last)
    return None if joined is None else finished(plain, text, joined)


def _joined(plain: str, first: Amount, last: Amount) -> Amount | None:
    """One amount from low to high; the first end shares the scale and unit only the second says."""
    bare = first.tail.kind == "number" or (first.tail.kind == "money" and not first.tail.word)
    low = _raised(plain, first, last) if bare else first.exact.low
    if bare:
        low *= last.tail.factor
    high = last.exact.low
    if low >= high:
        return None
    tail = (first.tail if bare and first.tail.kind == "money" else last.tail)._replace(factor=Decimal(1))
    if bare and tail.unit in _DEGREES and plain.startswith("零下", first.start - 2):
        low, high, first.start, first.first = -high, -low, first.start - 2, first.start - 2
    numeral = Numeral(low, last.exact.precision, high)
    return Amount(numeral, first.start, last.end, tail, last.stop, first.first, last.last)


def _raised(plain: str, first: Amount, last: Amount) -> Decimal:
    """The first end in the scale of the second: 两到三万."""
    scale = _LARGE.search(plain, last.start, last.end)
    low = first.numeral.low
    if scale is None or _LARGE.search(plain, first.start, first.end):
        return low
    raised = low * numerals.size(scale.group())
    return raised if raised < last.numeral.low else low


def finished(plain: str, text: str, amount: Amount) -> Reading:
    """The amount as a figure, its hedges read."""
    modifier, amount.first = hedges.in_front(plain, amount.first, amount.end)
    behind, last = hedges.behind(plain, max(amount.stop, amount.last))
    if behind:
        amount.last = last
    amount.modifier = modifier or behind
    speed, over = tails.SPEEDS.get(amount.tail.unit, ("", None))
    if over and over.search(plain, max(0, amount.first - 14), amount.first):
        amount.tail = amount.tail._replace(unit=speed)
    if (
        plain[amount.start - 1 : amount.start] == "第"
        and amount.tail.kind in ("number", "quantity")
        and _whole(amount.numeral)
    ):
        amount.tail = amount.tail._replace(kind="ordinal", unit="")
        amount.numeral = amount.numeral._replace(precision=Decimal(1))
        amount.first = amount.start = amount.start - 1
    if amount.tail.kind == "multiple" and (
        grown := _GROWN.search(plain, max(0, amount.first - 6), amount.first)
    ):
        amount.numeral, amount.first = _grown(amount.numeral), grown.start()
    return amount.reading(text)


def _whole(numeral: Numeral) -> bool:
    return numeral.low == numeral.low.to_integral_value() and numeral.high is None


def _grown(numeral: Numeral) -> Numeral:
    """What grows by twice its size is three times as large."""
    high = None if numeral.high is None else numeral.high + 1
    return numeral._replace(low=numeral.low + 1, high=high)
