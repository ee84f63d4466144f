"""Figures found in English text, in one pass from left to right."""

from __future__ import annotations

import re
from decimal import Decimal

from pressgen.figures.en import dates, hedges, numerals, pattern, tails
from pressgen.figures.en.words import LONG_SCALES, ORDINALS, PARTS, SCALES, TIMES, VAGUE
from pressgen.figures.figure import Figure
from pressgen.figures.numeral import Numeral, written
from pressgen.figures.reading import NOTHING, Amount, Reading, Tail

_NEGATIVE = re.compile(r"(?:\b(?:minus|negative) |(?<![\w)%.,] )(?<![\w)%.,])[-−–] {0,2}?)$")
_GLUED_BEFORE = re.compile(r"[a-z_#&@=/][-.]?$|[a-z][0-9]*-$|[0-9][/:]$")
_GLUED_AFTER = re.compile(r"[a-z_@]|-[0-9]")
_SCALE_AFTER = re.compile(r" ?(million|billion|trillion|thousand|bn|mn)\b")
_SHORT_SCALE = re.compile(r" {0,2}(k)\b|(k|m|b|t|bn|mn)\b")
_COINS = re.compile(
    r",? (?:and )?([0-9]{1,2}|[a-z]+(?:-[a-z]+)?) ?(cents?|c|pence|pennies|p|jiao|fen)\b|(?: and| ) ?([0-9][0-9])(?=[.!?]?$)"
)
_NOUN = re.compile(r" ([a-z]{2,}s)\b")
_FRACTION = re.compile(r"(?:([0-9]{1,4}) )?([0-9]{1,4})/([0-9]{1,4})(?![0-9/])")
_OVER = re.compile(r"(?:one|1) over ")
_NOT_NUMBERS = re.compile(
    r"one(?:$|[^ -]| (?:of|another|or|and|that|who|which|day|hand|more|side|can|could|would|will|is|was|has|in|to|by|thing|way|time|on|at|with|as|for)\b)"
)
_ALONE = re.compile(r"\s*(?:minus |negative )?one[.\s]*")
_NO_NOUNS = frozenset("is was has does its his this as us vs versus plus minus times".split())


def find(text: str) -> list[Reading]:
    """Every figure of an English text, in order, none overlapping another."""
    low = pattern.even(text)
    search, found, position = pattern.anchor().search, [], 0
    while match := search(low, position):
        reading, position = _at(low, text, match.start())
        if reading is not None:
            found.append(reading)
    return found


def _at(low: str, text: str, start: int) -> tuple[Reading | None, int]:
    """The figure that begins here, if one does, and where to look next."""
    reading = None if low[start - 1 : start].isalnum() else dates.at(low, text, start)
    reading = reading or _word(low, text, start) or _slashed(low, text, start)
    if reading is not None:
        return reading, reading.end
    match = pattern.number().match(low, start)
    if match is None:
        return None, _past(low, start)
    numeral, end = _numeral(low, match)
    if numeral is None or _code(low, text, start, end):
        return None, max(end, start + 1)
    reading = _amount(low, text, start, end, numeral)
    return reading, max(reading.end if reading else 0, end)


def _past(low: str, start: int) -> int:
    """The end of the word that is no figure."""
    end = start + 1
    while low[end : end + 1].isalnum():
        end += 1
    return end


def _numeral(low: str, match: re.Match[str]) -> tuple[Numeral | None, int]:
    """The longest stretch of the words that is one numeral."""
    numeral = numerals.read(match.group())
    if numeral is not None:
        return numeral, match.end()
    tokens = numerals.tokens(match.group())
    for count in range(len(tokens) - 1, 0, -1):
        numeral = numerals.value(tuple(token.group() for token in tokens[:count]))
        if numeral is not None:
            return numeral, match.start() + tokens[count - 1].end()
    return None, match.end()


def _word(low: str, text: str, start: int) -> Reading | None:
    """Ordinals, doubled and twice, dozens of, millions of."""
    if low[start].isalpha():
        if match := pattern.vague().match(low, start):
            return _vaguely(low, text, match)
        word = re.compile("[a-z]+").match(low, start)
        if word and word.group() in TIMES:
            value = Decimal(TIMES[word.group()])
            figure = Figure("multiple", value, "", start, word.end(), text[start : word.end()])
            return Reading(figure, start, word.end())
    match = pattern.ordinal().match(low, start)
    return _ordinal(low, text, match) if match else None


def _vaguely(low: str, text: str, match: re.Match[str]) -> Reading:
    """Hundreds of millions of yuan: the magnitude, in the unit that follows."""
    power = VAGUE[match.group("words")]
    room = 3 if power in (3, 6, 9, 12) else 1
    base = Decimal(1).scaleb(power)
    numeral = Numeral(base, base, base.scaleb(room), "vague")
    end = match.end()
    linked = end + 3 if low.startswith(" of", end) else end
    tail, stop = tails.at(low, text, linked) or (NOTHING, end)
    amount = Amount(numeral, match.start(), end, tail, stop, match.start(), stop)
    return _finished(low, text, amount)


def _ordinal(low: str, text: str, match: re.Match[str]) -> Reading | None:
    start, end = match.span()
    if match.group("digits"):
        value = written(match.group("digits").replace(",", ""))
    else:
        found = _ordinal_words(match.group("words"))
        if found is None:
            return None
        value = found
    if low[start - 1 : start].isalnum():
        return None
    figure = Figure("ordinal", value.low, "", start, end, text[start:end], precision=Decimal(1))
    return Reading(figure, start, end)


def _ordinal_words(words: str) -> Numeral | None:
    head, _, last = words.replace("-", " ").rpartition(" ")
    tail = Numeral(Decimal(ORDINALS[last]), Decimal(1))
    if not head:
        return tail
    if head.split()[-1] in ("one", "a") or head.endswith(" and"):
        return None
    front = numerals.read(head.removesuffix(" and"))
    return front.plus(tail) if front and tail.low < 100 and front.low % 10 == 0 else None


def _slashed(low: str, text: str, start: int) -> Reading | None:
    """3/4 and 1 1/2."""
    match = _FRACTION.match(low, start) if low[start].isdigit() else None
    if match is None or not int(match.group(3)) or _GLUED_BEFORE.search(low, max(0, start - 2), start):
        return None
    if match.group() in ("9/11", "24/7") or low[match.end() : match.end() + 1].isalpha():
        return None
    whole = Decimal(match.group(1) or 0)
    value = whole + Decimal(match.group(2)) / Decimal(match.group(3))
    amount = Amount(
        Numeral(value, Decimal("0.01")),
        start,
        match.end(),
        Tail("", "fraction", ""),
        match.end(),
        start,
        match.end(),
    )
    return _finished(low, text, _fronted(low, text, amount))


def _code(low: str, text: str, start: int, end: int) -> bool:
    """Whether the digits are part of a code, an address or a name: G20, COVID-19, 5G."""
    if not (low[start].isdigit() or low[start] == "."):
        return bool(_NOT_NUMBERS.match(low, start)) and end - start == 3 and not _ALONE.fullmatch(low)
    if _GLUED_BEFORE.search(low, max(0, start - 4), start) and not tails.in_front(low, text, start):
        return True
    after = _GLUED_AFTER.match(low, end)
    return (
        after is not None
        and after.group()[0] != "-"
        and tails.at(low, text, end) is None
        and not _SHORT_SCALE.match(low, end)
    )


def _amount(low: str, text: str, start: int, end: int, numeral: Numeral) -> Reading | None:
    amount = _measured(low, text, start, end, numeral)
    _with_coins(low, amount)
    return _ranged(low, text, amount) or _finished(low, text, amount)


def _measured(low: str, text: str, start: int, end: int, numeral: Numeral) -> Amount:
    """The numeral with the currency in front and what stands behind it."""
    front = tails.in_front(low, text, start) if start else None
    if short := _SHORT_SCALE.match(low, end):
        letter = short.group(1) or short.group(2)
        if letter in ("k", "bn", "mn") or front or text[end : short.end()].isupper():
            numeral, end = numeral.times(Decimal(1).scaleb(SCALES[letter])), short.end()
    tail, stop = tails.at(low, text, end) or _bare(low, start, end)
    if tail.kind == "money" and (more := _SCALE_AFTER.match(low, stop)):
        numeral, stop = numeral.times(Decimal(1).scaleb(SCALES[more.group(1)])), more.end()
    amount = Amount(numeral, start, end, tail, stop, start, stop)
    return _fronted(low, text, amount, front)


def _bare(low: str, start: int, end: int) -> tuple[Tail, int]:
    """Nothing behind the number: two thirds and half are fractions, the rest are numbers."""
    last = low[start:end].replace("-", " ").split()[-1]
    part = last in PARTS or (last in ORDINALS and last.isalpha())
    return (Tail("", "fraction", "") if part else NOTHING), end


def _fronted(low: str, text: str, amount: Amount, front: tuple[str, int] | None = None) -> Amount:
    """The sign and the currency in front of a number."""
    start = amount.start
    if front and amount.tail.kind in ("number", "money", "quantity"):
        code, start = front
        same = amount.tail.kind == "money" and (amount.tail.unit == code or code in ("USD", "CNY"))
        amount.tail = Tail(amount.tail.word, "money", amount.tail.unit) if same else Tail("", "money", code)
        amount.stop = amount.stop if same else amount.end
    if minus := _NEGATIVE.search(low, max(0, start - 12), start):
        amount.numeral = amount.numeral.times(Decimal(-1))
        start = minus.start()
    amount.start = amount.first = start
    amount.last = amount.stop
    return amount


def _with_coins(low: str, amount: Amount) -> None:
    """Add the smaller coins: $20 and 43c, 15 dollars and 50 cents."""
    if amount.tail.kind != "money" or amount.tail.factor != 1 or amount.numeral.precision < 1:
        return
    match = _COINS.match(low, amount.stop)
    coins = numerals.read(match.group(1) or match.group(3)) if match else None
    if match is None or coins is None or coins.low >= 100 or (match.group(3) and not amount.tail.word):
        return
    part = Decimal("0.1") if match.group(2) == "jiao" else Decimal("0.01")
    amount.numeral = amount.numeral.plus(coins.times(part))
    amount.stop = amount.last = match.end()


def _ranged(low: str, text: str, amount: Amount) -> Reading | None:
    """Two numbers joined by to or a dash, where they can be the ends of a range."""
    join = pattern.between().match(low, amount.stop)
    if join is None or amount.numeral.high is not None:
        return None
    start = join.end()
    front = re.compile(rf"(?:us|hk|a|s)?[{re.escape('$¥￥£€')}] ?|rmb ?|usd ?").match(low, start)
    start = front.end() if front else start
    match = pattern.number().match(low, start)
    if match is None or not _may_join(low, amount, join.group().strip()):
        return None
    numeral, end = _numeral(low, match)
    if numeral is None:
        return None
    last = _measured(low, text, start, end, numeral)
    return _joined(low, text, amount, last)


def _may_join(low: str, amount: Amount, joint: str) -> bool:
    before = low[max(0, amount.first - 8) : amount.first].rstrip()
    if joint == "and":
        return before.endswith("between")
    return not before.endswith("from")


def _joined(low: str, text: str, first: Amount, last: Amount) -> Reading | None:
    kinds = {first.tail.kind, last.tail.kind} - {"number"}
    units = {amount.tail.unit for amount in (first, last) if amount.tail.kind != "number"}
    if len(kinds) > 1 or len(units) > 1:
        return None
    tail = last.tail if last.tail.kind != "number" else first.tail
    numeral = first.numeral
    scale = (
        last.numeral.precision
        if last.numeral.precision >= 1000 and low[last.end - 1].isalpha()
        else Decimal(1)
    )
    if first.numeral.low < 1000 and last.numeral.low >= 1000 and not low[first.end - 1].isalpha():
        numeral = _raised(low, first, last)
    lowest, highest = numeral.low * first.tail.factor, last.numeral.low * last.tail.factor
    if lowest >= highest or scale < 0:
        return None
    joined = Numeral(lowest, last.numeral.precision * last.tail.factor, highest)
    amount = Amount(
        joined,
        first.start,
        last.end,
        tail._replace(factor=Decimal(1)),
        max(last.stop, last.end),
        first.first,
        last.last,
    )
    return _finished(low, text, amount)


def _raised(low: str, first: Amount, last: Amount) -> Numeral:
    """The first end of a range in the scale of the second: 2 to 3 million."""
    words = re.findall("[a-z]+", low[last.start : last.end])
    power = sum(
        SCALES[word] for word in words if word in LONG_SCALES or word in ("bn", "mn", "m", "k", "b", "tn")
    )
    raised = first.numeral.times(Decimal(1).scaleb(power))
    return raised if raised.low < last.numeral.low else first.numeral


def _finished(low: str, text: str, amount: Amount) -> Reading:
    """The amount as a figure, its hedges and its noun read."""
    modifier, amount.first = hedges.in_front(low, amount.first)
    behind, last = hedges.behind(low, amount.stop)
    if behind:
        amount.last = last
    amount.modifier = modifier or behind
    if amount.tail.unit == "decade":
        amount.tail, amount.numeral = replace_unit(amount.tail), amount.numeral.times(Decimal(10))
    noun = _NOUN.match(low, amount.end) if amount.tail.kind == "number" else None
    counted = noun.group(1) if noun and noun.group(1) not in _NO_NOUNS else ""
    return amount.reading(text, noun=counted)


def replace_unit(tail: Tail) -> Tail:
    """Decades are counted in years."""
    return tail._replace(unit="year")
