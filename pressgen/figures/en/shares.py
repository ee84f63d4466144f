"""English figures that are no plain amount: ordinals, doubled, dozens of, 3/4, one over three."""

from __future__ import annotations

import re
from decimal import Decimal
from math import gcd

from pressgen.figures.en import amounts, hedges, numerals, pattern, tails
from pressgen.figures.en.words import ORDINALS, TIMES, VAGUE
from pressgen.figures.figure import Figure
from pressgen.figures.numeral import Numeral, written
from pressgen.figures.reading import NOTHING, Amount, Reading, Tail
from pressgen.regex import regex

_WORD = regex("[a-z]+")
_FRACTION = regex(r"(?:([0-9]{1,4}) )?([0-9]{1,4})/([0-9]{1,4})(?![0-9/.])")
_DIGITS = regex(
    r"([0-9]+(?:,[0-9]{3})*(?:\.[0-9]+(?=[ -][htmb]))?)"
    r"(?:(?:st|nd|rd|th)|[ -]((?:hundred|thousand|[mbt]r?illion)th))\b"
)
_THE_NTH = regex(r"\bthe $")
_OF_TIME = regex(r"(?:\b(?:one|1|half a|of a)|\bsplit)[ -]$")
_RANKED = regex(r"-| (?:place|prize|half|class|lieutenant|secretary|tier|edition|phase|time|world)\b")
_OVER = regex(r"(?:one|1) over (?=[0-9a-z])")
_ONE_PART, _A_PART, _OF_WHOLE = regex(r"\b(?:one|1) $"), regex(r"\ban? $"), regex(r" (?:of|as|that of)\b")
_HUNDRED = 100
_PARTS_OF_MANY = {"half": Decimal("0.5"), "quarter": Decimal("0.25")}
"""The half-millionth car comes after 499,999."""
_WIDEST = 12
_HANGING = frozenset("/-=_")
_NAMES = frozenset(("9/11", "24/7"))


def at(low: str, text: str, start: int, floor: int) -> Reading | None:
    """The ordinal, multiple, vague number or fraction that begins here."""
    if low[start] in "1o" and (over := _over(low, text, start, floor)):
        return over
    if low[start].isalpha():
        return _word(low, text, start) or _ordinal(low, text, start)
    return _slashed(low, text, start, floor) or _ordinal(low, text, start)


def _word(low: str, text: str, start: int) -> Reading | None:
    if match := pattern.vague().match(low, start):
        return _vaguely(low, text, match)
    word = _WORD.match(low, start)
    if word is None or word.group() not in TIMES:
        return None
    modifier, first = hedges.in_front(low, start)
    behind, last = hedges.behind(low, word.end())
    value, end = Decimal(TIMES[word.group()]), word.end()
    figure = Figure("multiple", value, "", start, end, text[start:end], modifier=modifier or behind)
    return Reading(figure, first, max(last, end))


def _vaguely(low: str, text: str, match: re.Match[str]) -> Reading:
    """Hundreds of millions of yuan: the magnitude, in the unit that follows."""
    power = VAGUE[match.group("words")]
    base = Decimal(1).scaleb(power)
    numeral = Numeral(
        base, base, base.scaleb(3 if power in (3, 6, 9, 12) and low[match.end() - 1] == "s" else 1), "vague"
    )
    end = match.end()
    linked = end + 3 if low.startswith(" of", end) else end
    tail, stop = tails.at(low, text, linked) or (NOTHING, end)
    return amounts.finished(low, text, Amount(numeral, match.start(), end, tail, stop, match.start(), stop))


def _ordinal(low: str, text: str, start: int) -> Reading | None:
    """21st, twenty-first."""
    digits = _DIGITS.match(low, start) if low[start].isdigit() else None
    match = digits or (pattern.ordinal().match(low, start) if low[start].isalpha() else None)
    if match is None or low[start - 1 : start].isalnum() or _is_time(low, match):
        return None
    value = written(digits.group(1).replace(",", "")) if digits else _ordinal_words(low, match)
    if value is None:
        return None
    if digits and digits.group(2):
        value = value.times(Decimal(ORDINALS[digits.group(2)]))
    end = match.end()
    if digits and value.low >= _HUNDRED and _is_part(low, start, end):
        return Reading(Figure("fraction", 1 / value.low, "", start, end, text[start:end]), start, end)
    figure = Figure("ordinal", value.low, "", start, end, text[start:end], precision=Decimal(1))
    return Reading(figure, start, end)


def _is_part(low: str, start: int, end: int) -> bool:
    """Whether it is one part of so many: one 200,000th, a 500th of the price; a 100th goal is none."""
    before = low[max(0, start - 5) : start]
    return bool(_ONE_PART.search(before) or (_A_PART.search(before) and _OF_WHOLE.match(low, end)))


def _is_time(low: str, match: re.Match[str]) -> bool:
    """One second, half a second: no second thing."""
    before = low[max(0, match.start() - 8) : match.start()]
    return match.group() == "second" and bool(_OF_TIME.search(before)) and not _RANKED.match(low, match.end())


def _ordinal_words(low: str, match: re.Match[str]) -> Numeral | None:
    """Twenty-first is an ordinal, one fifth a fraction; the one millionth visitor comes after 999,999."""
    head, _, last = match.group().replace("-", " ").rpartition(" ")
    tail = Numeral(Decimal(ORDINALS[last]), Decimal(1))
    if not head:
        return None if tail.low >= 100 and low.endswith(("a ", "an "), 0, match.start()) else tail
    counted = tail.low >= 100 and _THE_NTH.search(low, max(0, match.start() - 5), match.start())
    if head.split()[-1] in ("one", "a") and not counted:
        return None
    if head in _PARTS_OF_MANY:
        return tail.times(_PARTS_OF_MANY[head])
    front = numerals.read(head.removesuffix(" and"))
    if front and tail.low >= 100:
        return front.times(tail.low) if front.low < tail.low else None
    return front.plus(tail) if front and front.low % 10 == 0 else None


def _slashed(low: str, text: str, start: int, floor: int) -> Reading | None:
    """3/4 and 1 1/2."""
    match = _FRACTION.match(low, start) if "/" in low[start : start + _WIDEST] else None
    if match is None or not int(match.group(3)) or match.group() in _NAMES:
        return None
    if gcd(int(match.group(2)), int(match.group(3))) > 1 and tails.at(low, text, match.end()):
        return None  # 64/128 GB are two sizes
    before, after = low[start - 1 : start], low[match.end() : match.end() + 1]
    if (
        before.isalnum()
        or (before in ("/", "-", "=", "_") and low[start - 2 : start - 1].isalnum())
        or after.isalpha()
    ):
        return None
    value = Decimal(match.group(1) or 0) + Decimal(match.group(2)) / Decimal(match.group(3))
    if match.group(1) and (measured := tails.at(low, text, match.end())):
        numeral, (tail, stop) = Numeral(value, Decimal("0.01")), measured
        amount = Amount(numeral, start, match.end(), tail, stop, start, stop)
        return amounts.finished(low, text, amounts.signed(low, amount, start, floor))
    return _share(low, text, start, match.end(), value, floor)


def _over(low: str, text: str, start: int, floor: int) -> Reading | None:
    """One over twenty-one, where nothing is counted by it."""
    match = _OVER.match(low, start)
    below = pattern.number().match(low, match.end()) if match else None
    numeral, end = numerals.longest(below) if below else (None, start)
    if (
        numeral is None
        or not numeral.low
        or low[end : end + 2].strip().isalnum()
        or low[start - 1 : start].isalnum()
    ):
        return None
    return _share(low, text, start, end, 1 / numeral.low, floor)


def _share(low: str, text: str, start: int, end: int, value: Decimal, floor: int) -> Reading:
    amount = Amount(Numeral(value, Decimal(1)), start, end, Tail("", "fraction", ""), end, start, end)
    return amounts.finished(low, text, amounts.signed(low, amount, start, floor))
