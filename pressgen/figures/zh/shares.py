"""Chinese fractions, shares and doublings: 三分之一, 百分之五, 一又二分之一, 3/4, 翻两番."""

from __future__ import annotations

import re
from decimal import Decimal
from math import gcd

from pressgen.figures.figure import Figure
from pressgen.figures.numeral import Numeral
from pressgen.figures.reading import NOTHING, Amount, Reading, Tail
from pressgen.figures.zh import amounts, hedges, numerals, pattern, tails
from pressgen.regex import regex

_OF_HUNDRED = {"百": Decimal(1), "千": Decimal("0.1"), "万": Decimal("0.01")}
"""百分之五, 千分之五, 万分之五 in percent."""
_HUNDRED = Decimal(100)
_AGAIN = regex("[百千万]分之")
_DOUBLED = regex("翻了?(?P<hedge>近|将近|接近|约|超|超过|逾)?(?:(?P<turns>一|两|三|四|1|2|3|4)?番|倍)")
_MAGNITUDE = regex("成百上千|成千上万|数以(?:十万|百万|千万|[百千万亿])计")
_ROMAN = regex("[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]|[IVX]{1,4}")
_TENS, _ONES = ("", "X"), ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_ROMANS = {sign: value for value, sign in enumerate("ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ", 1)} | {
    ten + word: 10 * tens + ones for tens, ten in enumerate(_TENS) for ones, word in enumerate(_ONES)
}
_IDIOMS = frozenset("成数")
_HALVES = regex("半数|一半")
_SLASHED = regex(r"(?:([0-9]{1,4}) )?([0-9]{1,4})/([0-9]{1,4})(?![0-9/.])")
_PARTED = regex(" {0,2}[分又]")
_LOOSENING = frozenset(" 点")
_PARTING = frozenset(" 分又")
_LETTER = regex("[A-Za-z]")
_NAMES = frozenset(("9/11", "24/7", "7/24"))


def at(plain: str, text: str, start: int, floor: int) -> Reading | None:
    """What is doubled, halved or written with a stroke."""
    if plain[start] == "翻":
        return _doubled(plain, text, start)
    if plain[start] == "第":
        return _roman(plain, text, start)
    if plain[start] in _IDIOMS:
        return _idiom(plain, text, start)
    if plain[start].isdigit():
        return _slashed(plain, text, start, floor)
    half = _HALVES.match(plain, start) if plain[start] in "半一" else None
    return _share(plain, text, start, half.end(), Decimal("0.5"), floor) if half else None


def _roman(plain: str, text: str, start: int) -> Reading | None:
    """第Ⅲ期 and 第III期 are the third."""
    match = _ROMAN.match(plain, start + 1)
    value = _ROMANS.get(match.group()) if match else None
    if match is None or value is None:
        return None
    figure = Figure(
        "ordinal", Decimal(value), "", start, match.end(), text[start : match.end()], precision=Decimal(1)
    )
    return Reading(figure, start, match.end())


def _idiom(plain: str, text: str, start: int) -> Reading | None:
    """成百上千, 数以万计: the magnitude alone, or two of them."""
    match = _MAGNITUDE.match(plain, start)
    if match is None:
        return None
    scales = [numerals.SCALES[sign] for sign in match.group() if sign in numerals.SCALES]
    least, most = (sum(scales), sum(scales)) if match.group()[0] == "数" else (min(scales), max(scales))
    low, high = Decimal(1).scaleb(least), Decimal(1).scaleb(most + 1)
    tail, stop = tails.at(plain, match.end()) or (NOTHING, match.end())
    numeral = Numeral(low, low, high, "vague")
    amount = Amount(numeral, start, match.end(), tail, stop, start, stop)
    return amounts.finished(plain, text, amount)


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
    match = _SLASHED.match(plain, start)
    if match is None or match.group() in _NAMES or not int(match.group(3)) or plain[start - 1 : start] == "/":
        return None
    unreduced = gcd(int(match.group(2)), int(match.group(3))) > 1
    if _LETTER.match(plain, match.end()) or (unreduced and tails.at(plain, match.end())):
        return None  # 4/5G; 12/24伏 are two values
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
    above, end = _above(plain, rest) if rest else (None, 0)
    if rest is None or above is None or not below.low:
        return None
    sign = -1 if rest.group(1) else 1
    if name in _OF_HUNDRED:
        numeral, start = above.times(sign * _OF_HUNDRED[name]), match.start()
        numeral, end = _to_the_higher(plain, numeral, start, end, name)
        amount = Amount(numeral, start, end, Tail("", "percent", "%"), end, start, end)
        return amounts.finished(plain, text, amounts.fronted(plain, amount, floor))
    return _share(plain, text, match.start(), end, whole + sign * above.low / below.low, floor)


def _to_the_higher(plain: str, low: Numeral, start: int, end: int, name: str) -> tuple[Numeral, int]:
    """The percentage up to a second one behind 至 or a dash: 百分之三十至四十, 百分之三十到百分之四十."""
    joint = pattern.between().match(plain, end)
    again = _AGAIN.match(plain, joint.start(1)) if joint else None
    if joint is None or low.high is not None:
        return low, end
    last = pattern.number().match(plain, again.end()) if again else None
    text, stop = (last.group(), last.end()) if last else (joint.group(1), joint.end())
    high = numerals.read(text)
    counted = again is None and tails.at(plain, stop) is not None
    if high is None or counted or plain[start - 1 : start] in ("从", "由", "自"):
        return low, end
    top = high.low * _OF_HUNDRED[again.group()[0] if again else name]
    return (low._replace(high=top), stop) if low.low < top <= _HUNDRED else (low, end)


def _above(plain: str, rest: re.Match[str]) -> tuple[Numeral | None, int]:
    """What stands above the line, and where it ends: blanks and a k may be in it."""
    match = numerals.loose(plain, rest.start(2)) if plain[rest.end() : rest.end() + 1] in _LOOSENING else None
    if match and match.end() > rest.end():
        return numerals.read(match.group()), match.end()
    above, thousand = numerals.read(rest.group(2)), amounts.THOUSAND.match(plain, rest.end())
    if above is None or thousand is None:
        return above, rest.end()
    return above.times(Decimal(1000)), thousand.end()
