"""Figures written into Chinese text."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import cache

from pressgen.errors import FigureError
from pressgen.figures.currencies import CURRENCIES
from pressgen.figures.figure import Figure, plain
from pressgen.figures.style import RATES, Style, as_given, places, rounded, scaled
from pressgen.figures.units import UNITS
from pressgen.figures.zh import calendar
from pressgen.text import han

_SCALES = ((12, "万亿"), (8, "亿"), (4, "万"))
_DECIMALS = 4
_SMALL = 1_000_000
_ROOM = {12: Decimal(10) ** 12, 8: Decimal(10) ** 6, 4: Decimal(10) ** 4}
_HEDGES = {"over": "超", "nearly": "近", "about": "约", "at_least": "至少", "at_most": "不超过"}
_TIMES = frozenset({"year", "month", "week", "day", "hour", "minute"})
_HAN = "零一二三四五六七八九十"
_VAGUE_WORDS = "几 数十 数百 数千 数万 数十万 数百万 数千万 数亿 数十亿 数百亿 数千亿 数万亿"
_VAGUE = dict(enumerate(_VAGUE_WORDS.split()))


def write(figure: Figure, style: Style, noun: str) -> str:
    """The figure in Chinese press style; ``noun`` is the measure word of a counted thing."""
    if isinstance(figure.value, str):
        return calendar.write(figure.kind, figure.value)
    if figure.kind == "fraction":
        return _hedged(_fraction(figure.value), figure)
    noun = noun or (figure.noun if han(figure.noun) else "")
    unit = _unit(figure, noun)
    if figure.modifier == "vague":
        return _vague(figure.value) + unit
    if figure.high is not None and figure.low is not None:
        write_end = number if unit else plain
        ends = (write_end(rounded(end, None, style.digits)) for end in (figure.low, figure.high))
        return _hedged("—".join(_affixed(end, figure, unit) for end in ends), figure)
    return _single(figure, style, unit, bool(noun))


def _single(figure: Figure, style: Style, unit: str, counted: bool) -> str:
    value = rounded(Decimal(figure.value), figure.precision, style.digits)
    written = as_given(value) if figure.kind in RATES else number(value)
    if figure.modifier == "over" and counted and value > 0 and value % 10 == 0 and figure.kind == "number":
        return f"{written}余{unit}"
    return _hedged(_affixed(written, figure, unit), figure)


def _affixed(written: str, figure: Figure, unit: str) -> str:
    return f"第{written}{unit}" if figure.kind == "ordinal" else written + unit


def _hedged(written: str, figure: Figure) -> str:
    if figure.modifier == "nearly" and figure.unit in _TIMES:
        return "将近" + written
    return _HEDGES.get(figure.modifier, "") + written


def _unit(figure: Figure, noun: str) -> str:
    if figure.kind == "money":
        return currency(figure.unit)
    if figure.kind == "quantity":
        return measure(figure.unit) or noun
    return {"percent": "%", "points": "个百分点", "multiple": "倍"}.get(figure.kind, noun)


def number(value: Decimal) -> str:
    """A number with 万, 亿, 万亿 where they shorten it: 2405.72亿, 1000万, 1.2万亿, 9999.9999万.

    >>> number(Decimal(240572000000)), number(Decimal(99999999)), number(Decimal(12345))
    ('2405.72亿', '9999.9999万', '12345')
    """
    for power, word in _SCALES:
        part = scaled(value, power)
        allowed = _DECIMALS if abs(value) >= _SMALL else 2
        if 1 <= abs(part) < _ROOM[power] and places(part) <= allowed:
            return plain(part) + word
    return plain(value)


def _vague(value: Decimal) -> str:
    words = _VAGUE.get(value.adjusted()) if value.normalize().as_tuple().digits == (1,) else None
    if words is None:
        raise FigureError(
            "{value}不是十、百、千、万这样的整数，写不成“数十”“数万”；请去掉vague",
            "{value} is no power of ten and cannot be written as dozens or thousands; leave vague out",
            value=plain(value),
        )
    return words


def _fraction(value: Decimal) -> str:
    part = Fraction(value).limit_denominator(1000)
    if 0 < part.numerator < part.denominator <= 10:
        return f"{_HAN[part.denominator]}分之{_HAN[part.numerator]}"
    return f"{part.numerator}/{part.denominator}"


@cache
def currency(code: str) -> str:
    """What a currency is called behind a number."""
    for listed in CURRENCIES:
        if listed.code == code and code:
            return listed.zh.split("|")[0]
    raise FigureError(
        "“{code}”不是认得的货币代码；请用CNY、USD、EUR等ISO 4217代码",
        "“{code}” is no currency known here; use an ISO 4217 code such as CNY, USD or EUR",
        code=code,
    )


@cache
def measure(key: str) -> str:
    """What a unit is called behind a number."""
    return next((unit.zh.split("|")[0] for unit in UNITS if unit.key == key), key)
