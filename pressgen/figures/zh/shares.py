"""Chinese fractions, shares and doublings: 三分之一, 百分之五, 一又二分之一, 3/4, 翻两番."""

from __future__ import annotations

import re
from decimal import Decimal

from pressgen.figures.figure import Figure
from pressgen.figures.numeral import Numeral
from pressgen.figures.reading import Amount, Reading, Tail
from pressgen.figures.zh import amounts, hedges, numerals, pattern

_OF_HUNDRED = {"百": Decimal(1), "千": Decimal("0.1"), "万": Decimal("0.01")}
"""百分之五, 千分之五, 万分之五 in percent."""
_DOUBLED = re.compile("翻了?(?P<hedge>近|将近|接近|约|超|超过|逾)?(?:(?P<turns>一|两|三|四|1|2|3|4)?番|倍)")
_HALVES = re.compile("半数|一半")
_SLASHED = re.compile(r"(?:([0-9]{1,4}) )?([0-9]{1,4})/([0-9]{1,4})(?![0-9/.])")
_WIDEST = 12
_PARTED = re.compile(" {0,2}[分又]")
_PARTING = frozenset(" 分又")
_NAMES = frozenset(("9/11", "24/7", "7/24"))


def at(plain: str, text: str, start: int, floor: int) -> Reading | None:
    """What is doubled, halved or written with a stroke."""
    if plain[start] == "翻":
        return _doubled(plain, text, start)
    if plain[start].isdigit():
        return _slashed(plain, text, start, floor)
    half = _HALVES.match(plain, start) if plain[start] in "半一" else None
    return _share(plain, text, start, half.end(), Decimal("0.5"), floor) if half else None


def _doubled(plain: str, text: str, start: int) -> Reading | None:
    """翻番 doubles, 翻两番 quadruples."""
    match = _DOUBLED.match(plain, start)
    if match is None:
        return None
    turns = numerals.read(match["turns"] or "一")
    value = Decimal(2) ** int(turns.low if turns else 1)
    before = hedges.in_front(plain, match.end("hedge"), match.end())[0] if match["hedge"] else ""
    behind, last = hedges.behind(plain, match.end())
    figure = Figure(
        "multiple", value, "", start, match.end(), text[start : match.end()], modifier=before or behind
    )
    return Reading(figure, start, last if behind else match.end())


def _slashed(plain: str, text: str, start: int, floor: int) -> Reading | None:
    match = _SLASHED.match(plain, start) if "/" in plain[start : start + _WIDEST] else None
    if match is None or match.group() in _NAMES or not int(match.group(3)) or plain[start - 1 : start] == "/":
        return None
    value = Decimal(match.group(1) or 0) + Decimal(match.group(2)) / Decimal(match.group(3))
    return _share(plain, text, start, match.end(), value, floor)


def _share(plain: str, text: str, start: int, end: int, value: Decimal, floor: int) -> Reading:
    tail = Tail("", "fraction", "")
    amount = Amount(Numeral(value, Decimal(1)), start, end, tail, end, start, end)
    return amounts.finished(plain, text, amounts.fronted(plain, amount, floor))


def parted(plain: str, text: str, match: re.Match[str], below: Numeral, floor: int) -> Reading | None:
    """百分之五 is a percentage, 三分之一 a fraction, 一又二分之一 one and a half."""
    if plain[match.end() : match.end() + 1] not in _PARTING or not _PARTED.match(plain, match.end()):
        return None
    whole = Decimal(0)
    rest = pattern.fraction().match(plain, match.end())
    name = match.group()
    if mixed := pattern.mixed().match(plain, match.end()):
        whole, denominator = below.low, numerals.read(mixed.group(1))
        rest = pattern.fraction().match(plain, mixed.end(1))
        below, name = denominator or below._replace(low=Decimal(0)), ""
    above = numerals.read(rest.group(2)) if rest else None
    if rest is None or above is None or not below.low:
        return None
    sign = -1 if rest.group(1) else 1
    if name in _OF_HUNDRED:
        numeral, start, end = above.times(sign * _OF_HUNDRED[name]), match.start(), rest.end()
        amount = Amount(numeral, start, end, Tail("", "percent", "%"), end, start, end)
        return amounts.finished(plain, text, amounts.fronted(plain, amount, floor))
    return _share(plain, text, match.start(), rest.end(), whole + sign * above.low / below.low, floor)
