"""Figures found in Chinese text, in one pass from left to right."""

from __future__ import annotations

import re
from decimal import Decimal

from pressgen.figures.figure import Figure
from pressgen.figures.numeral import Numeral
from pressgen.figures.reading import NOTHING, Amount, Reading, Tail
from pressgen.figures.zh import dates, hedges, numerals, pattern, tails, words

_HALF = {"半百": Decimal(50), "半数": Decimal("0.5")}
_OPEN = "多余来几"
_LATIN_BEFORE = re.compile(r"[A-Za-z_=/#&@\\][-.]?$|[A-Za-z0-9]-$")
_LATIN_AFTER = re.compile(r"[A-Za-z_@]|-[A-Za-z]")
_LARGE = re.compile("[千万亿兆]+$")
_DOUBLED = re.compile("翻(?:了)?(?:(一|两|三|四|1|2|3|4)?番|倍)")


def find(text: str) -> list[Reading]:
    """Every figure of a Chinese text, in order, none overlapping another."""
    plain = pattern.even(text)
    search, found, position = pattern.anchor().search, [], 0
    while match := search(plain, position):
        reading, position = _at(plain, text, match.start())
        if reading is not None:
            found.append(reading)
    return found


def _at(plain: str, text: str, start: int) -> tuple[Reading | None, int]:
    """The figure that begins here, if one does, and where to look next."""
    reading = dates.at(plain, text, start) or _doubled(plain, text, start)
    if reading is not None and not _glued(plain, start):
        return reading, reading.end
    match = pattern.number().match(plain, start)
    if match is None:
        return None, start + 1
    numeral = numerals.read(match.group())
    if numeral is None or _code(plain, start, match.end()):
        return None, match.end()
    found = _fraction(plain, text, match, numeral) or _amount(plain, text, match, numeral)
    return found, max(found.end, match.end()) if found else match.end()


def _glued(plain: str, start: int) -> bool:
    before = plain[start - 1 : start]
    return (
        before.isascii() and (before.isalnum() or before in "_") and bool(before) and plain[start].isdigit()
    )


def _doubled(plain: str, text: str, start: int) -> Reading | None:
    """翻番 doubles, 翻两番 quadruples."""
    match = _DOUBLED.match(plain, start)
    if match is None:
        return None
    turns = numerals.read(match.group(1) or "一")
    value = Decimal(2) ** int(turns.low if turns else 1)
    return Reading(
        Figure("multiple", value, "", start, match.end(), text[start : match.end()]), start, match.end()
    )


def _code(plain: str, start: int, end: int) -> bool:
    """Whether the digits are part of a code, an address or a name: 5G, COVID-19, PA66."""
    if not (plain[start].isdigit() or plain[start] == "."):
        return False
    if _LATIN_BEFORE.search(plain, max(0, start - 2), start) and not _currency(plain, start):
        return True
    if plain[end : end + 1] == "." and plain[end + 1 : end + 2].isdigit():
        return True
    return (
        _LATIN_AFTER.match(plain, end) is not None
        and tails.at(plain, end) is None
        and not words.THOUSAND.match(plain, end)
    )


def _currency(plain: str, start: int) -> re.Match[str] | None:
    before = plain[start - 1 : start]
    if before not in words.BEFORE_NUMBER or not before:
        return None
    return tails.prefix().search(plain, max(0, start - 12), start)


def _fraction(plain: str, text: str, match: re.Match[str], below: Numeral) -> Reading | None:
    """百分之五 is a percentage, 三分之一 a fraction, 一又二分之一 one and a half."""
    rest = pattern.fraction().match(plain, match.end())
    above = numerals.read(rest.group(2)) if rest else None
    if rest is None or above is None or not below.low:
        return None
    start, end = match.start(), rest.end()
    share = words.SHARES.get(match.group())
    sign = -1 if rest.group(1) else 1
    if share is not None:
        amount = Amount(above.times(sign * share), start, end, Tail("", "percent", "%"), end, start, end)
    else:
        value = Numeral(sign * above.low / below.low, Decimal(1))
        amount = Amount(value, start, end, Tail("", "fraction", ""), end, start, end)
    return _finished(plain, text, amount)


def _amount(plain: str, text: str, match: re.Match[str], numeral: Numeral) -> Reading | None:
    amount = _fronted(plain, _measured(plain, match.start(), match.end(), numeral))
    if not _means_a_figure(plain, amount, match.group()):
        return None
    _with_coins(plain, amount)
    return _ranged(plain, text, amount) or _finished(plain, text, amount)


def _measured(plain: str, start: int, end: int, numeral: Numeral) -> Amount:
    """The numeral with what stands behind it; a 多 or 余 between the two opens it above."""
    if words.THOUSAND.match(plain, end):
        factor = 1000 if plain[end] in "kK" else 10000
        numeral, end = numeral.times(Decimal(factor)), end + 1
    open_end = end
    while plain[open_end : open_end + 1] == " ":
        open_end += 1
    if plain[open_end : open_end + 1] in tuple(_OPEN) and plain[open_end : open_end + 2] != "几乎":
        after = tails.at(plain, open_end + 1)
        if after or plain[open_end] in "多余":
            return _amount_of(plain, start, open_end + 1, numeral._replace(hedge="over"), after)
    return _amount_of(plain, start, end, numeral, tails.at(plain, end))


def _amount_of(plain: str, start: int, end: int, numeral: Numeral, after: tuple[Tail, int] | None) -> Amount:
    tail, stop = after or (NOTHING, end)
    if tail.word == "折" and numeral.low >= 10:
        tail = tail._replace(factor=Decimal(1))
    return Amount(numeral, start, end, tail, stop, start, stop)


def _fronted(plain: str, amount: Amount) -> Amount:
    """The sign, the currency and the hedge in front of a number."""
    start = amount.start
    if plain[start - 1 : start] and plain[start - 1] in "-负" and _signs(plain, start):
        start -= 1
        amount.numeral = amount.numeral.times(Decimal(-1))
    if sign := _currency(plain, start):
        if amount.tail.kind in ("number", "money"):
            start = sign.start()
            stop = amount.stop if amount.tail.kind == "money" else amount.end
            code = amount.tail.unit if amount.tail.kind == "money" else tails.named(sign.group())
            amount.tail, amount.stop = replace_tail(amount.tail, code), stop
    amount.start = amount.first = start
    amount.last = amount.stop
    return amount


def _grown(numeral: Numeral) -> Numeral:
    """What grows by twice its size is three times as large."""
    high = None if numeral.high is None else numeral.high + 1
    return numeral._replace(low=numeral.low + 1, high=high)


def replace_tail(tail: Tail, code: str) -> Tail:
    """The same tail as money of a currency."""
    return Tail(tail.word if tail.kind == "money" else "", "money", code)


def _signs(plain: str, start: int) -> bool:
    """Whether a dash in front of a number is a minus."""
    before = plain[start - 2 : start - 1] if start > 1 else ""
    return not (before.isascii() and before.isalnum()) and before not in tuple("-—~至到%万亿千百十元个倍")


def _means_a_figure(plain: str, amount: Amount, core: str) -> bool:
    """Whether a Chinese numeral is meant as a number here, and is not part of a name or an idiom."""
    if core[0].isdigit() or core[0] == "." or amount.numeral.hedge:
        return True
    return words.counts(plain, amount, core)


def _with_coins(plain: str, amount: Amount) -> None:
    """Add the smaller coins: 五元三角二分, 两美元又三美分."""
    if amount.tail.kind != "money":
        return
    while match := pattern.coins().match(plain, amount.stop):
        numeral = numerals.read(match.group(1))
        if numeral is None:
            return
        coin = Decimal("0.1") if match.group(2) in "角毛" else Decimal("0.01")
        amount.numeral = amount.numeral.plus(numeral.times(coin))
        amount.stop = amount.last = match.end()
    if plain[amount.stop : amount.stop + 1] in ("整", "正") and amount.tail.unit == "CNY":
        amount.stop += 1


def _ranged(plain: str, text: str, amount: Amount) -> Reading | None:
    """Two numbers joined by 至, 到 or a dash, where they can be the ends of a range."""
    match = pattern.between().match(plain, amount.stop)
    numeral = numerals.read(match.group(1)) if match else None
    if match is None or numeral is None:
        return None
    last = _amount_of(plain, match.start(1), match.end(1), numeral, tails.at(plain, match.end(1)))
    joined = _joined(plain, amount, last, match.group(0))
    if joined is None:
        return None
    return _finished(plain, text, joined)


def _joined(plain: str, first: Amount, last: Amount, text: str) -> Amount | None:
    if not words.pair_up(plain, first, last, text):
        return None
    numeral = first.numeral
    scale = _LARGE.search(plain, last.start, last.end)
    if scale and not _LARGE.search(plain, first.start, first.end) and first.tail.kind == "number":
        raised = numeral.times(numerals.size(scale.group()))
        numeral = raised if raised.low < last.numeral.low else numeral
    factor = first.tail.factor if first.tail.kind != "number" else last.tail.factor
    low, high = numeral.low * factor, last.numeral.low * last.tail.factor
    if low >= high:
        return None
    tail = last.tail._replace(factor=Decimal(1))
    precision = last.numeral.precision * last.tail.factor
    return Amount(
        Numeral(low, precision, high), first.start, last.end, tail, last.stop, first.first, last.last
    )


def _finished(plain: str, text: str, amount: Amount) -> Reading:
    """The amount as a figure, its hedges read."""
    modifier, amount.first = hedges.in_front(plain, amount.first, amount.end)
    behind, last = hedges.behind(plain, max(amount.stop, amount.last))
    if behind:
        amount.last = last
    amount.modifier = modifier or behind or amount.modifier
    if plain[amount.start - 1 : amount.start] == "第" and amount.tail.kind == "number":
        amount.tail = amount.tail._replace(kind="ordinal")
        amount.first = amount.start = amount.start - 1
    if amount.tail.kind == "multiple" and (
        grown := words.GROWN.search(plain, max(0, amount.first - 6), amount.first)
    ):
        amount.numeral, amount.first = _grown(amount.numeral), grown.start()
    return amount.reading(text)
