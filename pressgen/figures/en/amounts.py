"""An English number with what stands around it: sign, currency, unit, coins, range and hedges."""

from __future__ import annotations

import re
from decimal import Decimal

from pressgen.figures.en import hedges, numerals, pattern, tails
from pressgen.figures.en.words import LONG, LONG_SCALES, MANY, ORDINALS, PARTS, SCALES
from pressgen.figures.numeral import Numeral
from pressgen.figures.reading import NOTHING, Amount, Reading, Tail
from pressgen.figures.units import SPANS
from pressgen.regex import regex

SHORT_SCALE = regex(r" {0,2}(k)\b|(k|mm|m|b|t|bn|mn)\b")
_SHORT = frozenset("kmbt")
_SPACED_SHORT = (" k", "  k")
_MINUS_WORDS = ("minus ", "negative ")
_JOINING = frozenset("-–—~tau")
_DASHES = "-−–"
_DASHED = frozenset("-–—~")
_TELEPHONE = regex("0[0-9]")
_NO_MINUS_AFTER = frozenset(")%.,-")
_MARGIN = 4
_BELOW_ZERO = regex(r"(?P<degrees> degrees?)?(?: celsius| c)? below (?:zero|freezing)\b")
_SCALE_AFTER = regex(r" ?(million|billion|trillion|thousand|bn|mn)\b")
_CLEAR = ("", " ", "(")
_PERCENT = Tail("%", "percent", "%")
_CELSIUS = Tail("degrees", "quantity", "degC")
_OF_A = regex(r"(?:(?: of)?(?: an?|-an?)| of one)(?=[ -])")
_SAME_LETTER = regex(r"(?: ?[-–—] ?| to )[0-9][0-9.,]*[mb]\b")
_COUNTED = regex(
    r"(?: (?!(?:for|of|in|at|to|on|from|by|with|and|or|per|the|a|an|when|as) )[a-z-]+){0,2}? ((?:"
    + "|".join(sorted(MANY))
    + r")\b)"
)
"""2.3m visitors, 19m daily active users; but 30m for men."""
_SEVERAL = regex(r" ([a-z]{3,}(?<!s)s)\b")
_TENTHS = regex(r"[0-9]\.[0-9]$")
"""7.8m seedlings; but 5m walls, and 1.5m walls."""
_COINS = regex(
    r",? (?:and )?([0-9]{1,2}|[a-z]+(?:[- ][a-z]+)?) ?(cents?|c|pence|pennies|p|jiao|fen)\b"
    r"|(?: and)? ([0-9]{2})(?=[.!?]?\Z)"
)
_SCALED = regex(r"hundred|thousand|[mbt]r?illion|quadrillion|lakh|crore|(?<![a-z])(?:[bmt]n|[kmb])\b")
_HALF_MORE = " and a half"
_CHANGED = regex(
    r"\b(?:by|up|down|r[io]se[sn]?|rising|f[ae]ll(?:s|en|ing)?|gain(?:s|ed|ing)?|los(?:es?|t|ing)|add(?:s|ed|ing)?|shed|grew|"
    r"eased?|(?:climb|jump|slip|soar|surg|plung|tumbl|drop|declin|increas|decreas|advanc|edg)[a-z]{1,5})"
    r"(?: (?:about|almost|nearly|over|another|a further))?$"
)
"""What stands before the size of a change; what is behind "to" is what it led to: up 1 yuan to 9.2 yuan."""
_RATES = frozenset(("percent", "points"))
"""What rises by 1.5 percent to 2 percent, rises by something between the two."""
_NOUN = regex(r" ([a-z]{2,}s)\b")
_SIGN_AGAIN = regex(r"(?:us|hk|a|s)?[$¥￥£€] ?|rmb ?|usd ?")
_NO_NOUNS = frozenset(
    ("is", "was", "has", "does", "its", "his", "this", "as", "us", "vs", "versus", "plus", "minus", "times")
)


def at(low: str, text: str, start: int, end: int, numeral: Numeral, floor: int) -> Reading:
    """The figure a numeral is part of."""
    amount = _measured(low, text, start, end, numeral, floor)
    _with_coins(low, amount)
    _with_half(low, amount)
    return _ranged(low, text, amount) or finished(low, text, amount)


def bare(text: str, start: int, end: int, numeral: Numeral) -> Reading:
    """The digits by themselves, whatever stands around them."""
    return Amount(numeral, start, end, NOTHING, end, start, end).reading(text)


def _measured(low: str, text: str, start: int, end: int, numeral: Numeral, floor: int) -> Amount:
    """The numeral with the currency in front, not before the floor, and what stands behind it."""
    front = tails.in_front(low, text, start, floor) if start > floor else None
    numeral, end = _scaled(low, text, end, numeral, money=front is not None)
    tail, stop = tails.at(low, text, end) or _part_of(low, text, start, end) or _bare(low, start, end)
    if (
        tail.kind == "number"
        and start > floor
        and low[start - 1] == "%"
        and low[start - 2 : start - 1] in _CLEAR
    ):
        tail, start = _PERCENT, start - 1
    if tail.kind == "money" and (more := _SCALE_AFTER.match(low, stop)):
        numeral, stop = numeral.times(Decimal(1).scaleb(SCALES[more.group(1)])), more.end()
    return _fronted(low, Amount(numeral, start, end, tail, stop, start, stop), front, floor)


def _scaled(low: str, text: str, end: int, numeral: Numeral, *, money: bool) -> tuple[Numeral, int]:
    """The numeral with the letter behind it that stands for its scale: 30k, 1.2b, and 5m of a sum."""
    near = low[end : end + 1] in _SHORT or low.startswith(_SPACED_SHORT, end)
    short = SHORT_SCALE.match(low, end) if near else None
    if short is None:
        return numeral, end
    letter = short.group(1) or short.group(2)
    if letter in ("k", "bn", "mn") or money or (letter != "t" and _millions(low, text, end, short.end())):
        return numeral.times(Decimal(1).scaleb(SCALES[letter])), short.end()
    return numeral, end


def _millions(low: str, text: str, end: int, stop: int) -> bool:
    """Whether m or b behind a number is million or billion: before a currency, a weight, what is counted."""
    if text[end:stop].isupper():
        return True
    letter = low[end:stop] in ("m", "b")
    if both := _SAME_LETTER.match(low, stop):
        stop = both.end()
    after = tails.at(low, text, stop)
    if after is not None:
        return after[0].kind == "money" or (after[0].kind == "quantity" and after[0].unit not in SPANS)
    counted = _COUNTED.match(low, stop) if letter else None
    if counted is not None and counted.group(1) in MANY:
        return True
    several = _SEVERAL.match(low, stop) if letter and _TENTHS.search(low, 0, end) else None
    return several is not None and several.group(1) not in LONG


def _part_of(low: str, text: str, start: int, end: int) -> tuple[Tail, int] | None:
    """Half a percentage point, a quarter of an hour: what the part is of."""
    link = _OF_A.match(low, end) if low[end - 1].isalpha() else None
    if link is None or not _is_part(low, start, end):
        return None
    found = tails.at(low, text, link.end())
    return found if found and found[0].kind in ("points", "percent", "money", "quantity") else None


def _bare(low: str, start: int, end: int) -> tuple[Tail, int]:
    """Nothing behind the number: two thirds and half are fractions, the rest are numbers."""
    if low[end - 1].isdigit():
        return NOTHING, end
    return (Tail("", "fraction", "") if _is_part(low, start, end) else NOTHING), end


def _is_part(low: str, start: int, end: int) -> bool:
    last = low[start:end].replace("-", " ").split()[-1]
    return last in PARTS or (last in ORDINALS and last.isalpha())


def _fronted(low: str, amount: Amount, front: tuple[str, int] | None, floor: int) -> Amount:
    start = amount.start
    if front and amount.tail.kind in ("number", "money", "quantity", "fraction"):
        code, start = front
        _in_currency(low, amount, code)
    return signed(low, amount, start, floor)


def _in_currency(low: str, amount: Amount, code: str) -> None:
    """A sign in front of the number; a dollar's kind may be said behind it: $10 dollars, RMB 50,000 yuan."""
    behind = amount.tail.unit
    same = behind == code or (
        code in ("USD", "CNY") and not low[amount.stop : amount.stop + 2].strip().isdigit()
    )
    if amount.tail.kind == "money" and same:
        return
    amount.tail, amount.stop = Tail("", "money", code), amount.end


def signed(low: str, amount: Amount, start: int, floor: int) -> Amount:
    """The amount with a minus in front of it."""
    first = _minus(low, start, floor) if start > floor else start
    if first < start:
        amount.numeral = amount.numeral.times(Decimal(-1))
    amount.start = amount.first = first
    if amount.tail.unit in ("", _CELSIUS.unit):
        _with_below_zero(low, amount)
    amount.last = amount.stop
    return amount


def _with_below_zero(low: str, amount: Amount) -> None:
    """Degrees below zero or freezing are negative: 40 below zero, 12 degrees below freezing."""
    if found := _BELOW_ZERO.match(low, amount.stop):
        amount.numeral = amount.numeral.times(Decimal(-1))
        amount.tail = _CELSIUS if found["degrees"] else amount.tail
        amount.stop = found.end()


def _minus(low: str, start: int, floor: int) -> int:
    """Where the minus in front of a number begins; the number's own start where there is none."""
    sign = low[start - 1]
    if sign == " ":
        if start < _MARGIN and low[:start].strip() == "-":
            return low.index("-")
        if not low.endswith(_MINUS_WORDS, floor, start):
            return start
        return start - next(len(word) for word in _MINUS_WORDS if low.endswith(word, floor, start))
    before = low[start - 2 : start - 1] if start > 1 else ""
    return start - 1 if sign in _DASHES and not before.isalnum() and before not in _NO_MINUS_AFTER else start


def _with_coins(low: str, amount: Amount) -> None:
    """Add the smaller coins: $20 and 43c, 15 dollars and 50 cents."""
    if amount.tail.kind != "money" or amount.tail.factor != 1 or amount.numeral.precision != 1:
        return
    match = _COINS.match(low, amount.stop)
    coins = numerals.read(match.group(1) or match.group(3)) if match else None
    if match is None or coins is None or coins.low >= 100 or (match.group(3) and not amount.tail.word):
        return
    part = Decimal("0.1") if match.group(2) == "jiao" else Decimal("0.01")
    amount.numeral = amount.numeral.plus(coins.times(part))
    amount.stop = amount.last = match.end()


def _with_half(low: str, amount: Amount) -> None:
    """Add the half behind a span of time: a day and a half, two years and a half."""
    if (
        amount.tail.unit in SPANS
        and amount.numeral.precision == 1
        and low.startswith(_HALF_MORE, amount.stop)
    ):
        amount.numeral = amount.numeral.plus(Numeral(Decimal("0.5"), Decimal("0.1")))
        amount.stop = amount.last = amount.stop + len(_HALF_MORE)


def _ranged(low: str, text: str, amount: Amount) -> Reading | None:
    """Two numbers joined by to or a dash, where they can be the ends of a range."""
    near = low[amount.stop : amount.stop + 2].lstrip()[:1] in _JOINING
    join = pattern.between().match(low, amount.stop) if near else None
    if (
        join is None
        or amount.numeral.high is not None
        or not _may_join(low, amount, join.group().strip(), join.end())
    ):
        return None
    front = _SIGN_AGAIN.match(low, join.end())
    start = front.end() if front else join.end()
    match = pattern.number().match(low, start)
    numeral, end = numerals.longest(match) if match else (None, start)
    if numeral is None:
        return None
    if amount.tail.kind == "money":
        numeral, end = _scaled(low, text, end, numeral, money=True)
    last = _measured(low, text, start, end, numeral, join.end())
    joined = _joined(low, amount, last)
    return None if joined is None else finished(low, text, joined)


def _may_join(low: str, amount: Amount, joint: str, behind: int) -> bool:
    """From 3 to 5 is a change, between 3 and 5 a range, 7-eleven and 0757-83120000 are neither."""
    dashed = joint[:1] in _DASHED and low[amount.stop - 1].isdigit()
    if dashed and (low[behind : behind + 1].isalpha() or _TELEPHONE.match(low, amount.start)):
        return False
    before = low[max(0, amount.first - 24) : amount.first].rstrip()
    if joint != "to":
        return joint != "and" or before.endswith("between")
    change = amount.tail.word and amount.tail.kind not in _RATES and _CHANGED.search(before)
    return not (change or before.endswith("from"))


def _joined(low: str, first: Amount, last: Amount) -> Amount | None:
    """One amount from low to high: what only one end says, its scale and its unit, the other shares."""
    units = {(amount.tail.kind, amount.tail.unit) for amount in (first, last) if amount.tail.kind != "number"}
    bare_end = last.tail.kind == "number" and first.tail.kind != "number" and bool(first.tail.word)
    if len(units) > 1 or bare_end:
        return None
    tail = last.tail if last.tail.kind != "number" else first.tail
    lowest = _raised(low, first, last) * tail.factor
    highest = last.numeral.low * tail.factor
    if _BELOW_ZERO.search(low, last.end, last.stop):
        lowest, highest = highest, -lowest
    if lowest >= highest:
        return None
    numeral = Numeral(lowest, last.numeral.precision * tail.factor, highest)
    tail, stop = tail._replace(factor=Decimal(1)), max(last.stop, last.end)
    return Amount(numeral, first.start, last.end, tail, stop, first.first, last.last)


def _raised(low: str, first: Amount, last: Amount) -> Decimal:
    """The first end of a range in the scale of the second: 2 to 3 million."""
    if _SCALED.search(low, first.start, first.end):
        return first.numeral.low
    words = re.findall("[a-z]+", low[last.start : last.end])
    power = sum(
        SCALES[word] for word in words if word in LONG_SCALES or word in ("bn", "mn", "m", "k", "b", "tn")
    )
    raised = first.numeral.low.scaleb(power)
    return raised if raised < last.numeral.low else first.numeral.low


def finished(low: str, text: str, amount: Amount) -> Reading:
    """The amount as a figure, its hedges and its noun read."""
    modifier, amount.first = hedges.in_front(low, amount.first)
    behind, last = hedges.behind(low, amount.stop)
    if behind:
        amount.last = last
    amount.modifier = modifier or behind
    return amount.reading(text, noun=counted(low, amount.end) if amount.tail.kind == "number" else "")


def counted(low: str, end: int) -> str:
    """The noun in the plural behind a number: 267 projects."""
    noun = _NOUN.match(low, end)
    return noun.group(1) if noun and noun.group(1) not in _NO_NOUNS else ""
