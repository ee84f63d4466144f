"""How one figure became another in translation: what a revisor would call the slip."""

from __future__ import annotations

from decimal import Decimal

from pressgen.checks.figures import rules
from pressgen.checks.figures.days import Parts, ends, parts
from pressgen.checks.figures.hedges import opposite
from pressgen.checks.figures.placed import PlacedFigure
from pressgen.errors import Wording
from pressgen.figures import Figure
from pressgen.findings import Rule

Slip = tuple[float, Rule, Wording]
"""How unlikely it is that two figures are the same one gone wrong, the rule, and the diagnosis."""

_COUNTED = frozenset({"number", "quantity", "ordinal"})
_WORDS_ZH = ("万亿", "亿", "千万", "百万", "万", "千")
_WORDS_EN = ("trillion", "billion", "million", "thousand")
_SHIFTS = {
    -1: Wording("英文只有中文的十分之一", "ten times too small"),
    1: Wording("英文是中文的10倍", "ten times too large"),
    -2: Wording("英文只有中文的百分之一", "a hundred times too small"),
    2: Wording("英文是中文的100倍", "a hundred times too large"),
    -3: Wording("英文只有中文的千分之一", "a thousand times too small"),
    3: Wording("英文是中文的1000倍", "a thousand times too large"),
    -4: Wording("英文只有中文的万分之一", "ten thousand times too small"),
    4: Wording("英文是中文的1万倍", "ten thousand times too large"),
}
_OTHER_SHIFT = Wording("数量级不同", "another order of magnitude")
_COPIED = Wording("；看来把“{zh}”译成了“{en}”", "; it looks as if “{zh}” became “{en}”")


def slip(zh: PlacedFigure, en: PlacedFigure) -> Slip | None:
    """The likeliest slip between two figures that nothing else answers, or None for mere strangers."""
    figure, other = zh.figure, en.figure
    if zh.slight != en.slight:
        return None
    if isinstance(figure.value, str) or isinstance(other.value, str):
        return _date(figure, other)
    return _half(figure, other) or _unit(figure, other) or _scale(zh, en) or _digit(zh, en) or _value(zh, en)


def _date(figure: Figure, other: Figure) -> Slip | None:
    a, b = parts(figure), parts(other)
    if a and b and "date" in (figure.kind, other.kind):
        return _parts(a, b)
    if figure.kind == other.kind == "time":
        return 1.5, rules.DATE, Wording("时间不同", "another time")
    if ends(figure) and ends(other):
        return 1.5, rules.DATE, Wording("起止时间不同", "another period")
    return None


def _parts(a: Parts, b: Parts) -> Slip | None:
    names = (
        Wording("年份不同", "another year"),
        Wording("月份不同", "another month"),
        Wording("日期不同", "another day"),
    )
    shared = [(word, other) for word, other in zip(a, b, strict=True) if word and other]
    wrong = [
        number
        for number, (word, other) in enumerate(zip(a, b, strict=True))
        if word and other and word != other
    ]
    if not shared or not wrong:
        return None
    right = len(shared) - len(wrong)
    unlike = sum(bool(word) != bool(other) for word, other in zip(a, b, strict=True))
    return 1.0 + 0.5 * len(wrong) - 0.4 * right + 0.3 * unlike, rules.DATE, names[wrong[0]]


def _half(figure: Figure, other: Figure) -> Slip | None:
    """More than twice as many told as less than half of them, or the other way round."""
    if {figure.kind, other.kind} != {"multiple", "fraction"} or not opposite(figure, other):
        return None
    return 0.7, rules.TURNED, Wording("一说多，一说少", "one says more, the other less")


def _unit(figure: Figure, other: Figure) -> Slip | None:
    """The number is right, what it counts is not."""
    kinds = {figure.kind, other.kind}
    if not _alike(figure, other):
        return None
    if kinds == {"money"}:
        return 0.2, rules.CURRENCY, Wording("货币不同", "another currency")
    if kinds == {"percent", "points"}:
        return 0.2, rules.POINTS, Wording("百分点与百分比混淆", "percentage points and percent confused")
    if kinds == {"quantity"}:
        return 0.3, rules.UNIT, Wording("单位不同", "another unit")
    if kinds & {"points", "percent", "money", "multiple"} and kinds & {
        "quantity",
        "ordinal",
        "money",
        "multiple",
    }:
        return 0.6, rules.UNIT, Wording("单位不同", "another unit")
    return None


def _alike(figure: Figure, other: Figure) -> bool:
    if (figure.high is None) != (other.high is None):
        return False
    return _near(figure.value, other.value) and (figure.high is None or _near(figure.high, other.high))


def _near(first: Decimal | str | None, second: Decimal | str | None) -> bool:
    return first == second


def _scale(zh: PlacedFigure, en: PlacedFigure) -> Slip | None:
    """The same digits, times ten or a power of ten."""
    figure, other = zh.figure, en.figure
    shift = _shift(zh, en)
    if not shift or not _family(figure, other):
        return None
    said = _SHIFTS.get(shift, _OTHER_SHIFT)
    words = _magnitude(figure.text, _WORDS_ZH), _magnitude(other.text.lower(), _WORDS_EN)
    if all(words) and _written(figure) == _written(other):
        copied = [form.format(zh=words[0], en=words[1]) for form in (_COPIED.zh, _COPIED.en)]
        said = Wording(said.zh + copied[0], said.en + copied[1])
    return 0.4, rules.SCALE, said


def _shift(zh: PlacedFigure, en: PlacedFigure) -> int:
    """By how many tens the second is larger; 0 where the digits differ."""
    a, b = zh.figure, en.figure
    if zh.digits != en.digits or not zh.digits or (a.high is None) != (b.high is None):
        return 0
    return Decimal(b.value).adjusted() - Decimal(a.value).adjusted()


def _family(figure: Figure, other: Figure) -> bool:
    kinds = {figure.kind, other.kind}
    return (
        len(kinds) == 1
        or kinds <= _COUNTED
        or ("money" in kinds and kinds <= {"money", "number"})
        or ("percent" in kinds and kinds <= {"percent", "number", "points", "fraction"})
    )


def _magnitude(text: str, words: tuple[str, ...]) -> str:
    return next((word for word in words if word in text), "")


def _written(figure: Figure) -> str:
    return (
        "".join(character for character in figure.text if character.isdigit() or character == ".")
        .rstrip("0")
        .rstrip(".")
    )


def _digit(zh: PlacedFigure, en: PlacedFigure) -> Slip | None:
    """One digit wrong, lost or too many, or two of them swapped."""
    if not _family(zh.figure, en.figure) or not _same_unit(zh.figure, en.figure):
        return None
    a, b = zh.digits, en.digits
    if len(a) == len(b) and sorted(a) == sorted(b) and a != b and _differing(a, b) == 2:
        return 0.8, rules.VALUE, Wording("数字颠倒", "digits swapped")
    if len(a) == len(b) and len(a) > 1 and _differing(a, b) == 1:
        return 0.9, rules.VALUE, Wording("有一位数字不同", "one digit differs")
    return None


def _differing(a: str, b: str) -> int:
    return sum(word != other for word, other in zip(a, b, strict=True))


def _same_unit(figure: Figure, other: Figure) -> bool:
    return figure.unit == other.unit or "" in (figure.unit, other.unit)


def _value(zh: PlacedFigure, en: PlacedFigure) -> Slip | None:
    """Two figures of one kind, standing at about the same place, that differ."""
    figure, other = zh.figure, en.figure
    if not _family(figure, other) or not _same_unit(figure, other) or zh.soft != en.soft:
        return None
    distance = abs(zh.share - en.share)
    same = figure.kind == other.kind and figure.unit == other.unit
    cost = 1.2 + distance + (0 if same else 0.5) + _apart(figure, other) + _best(figure, other)
    return (cost, rules.VALUE, Wording("数值不同", "another value")) if cost < 2.6 else None


def _best(figure: Figure, other: Figure) -> float:
    """A first place is often told in words (the largest), so that the first is the less likely slip."""
    return 0.3 if figure.kind == other.kind == "ordinal" and 1 in (figure.value, other.value) else 0.0


def _apart(figure: Figure, other: Figure) -> float:
    """How unlike two numbers are in size, 0 to 1."""
    a, b = Decimal(figure.value), Decimal(other.value)
    return min(1.0, abs(a.adjusted() - b.adjusted()) / 4) if a and b else 0.5
