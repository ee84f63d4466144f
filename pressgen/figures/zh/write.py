"""Figures written into Chinese text."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import cache

from pressgen.errors import FigureError
from pressgen.figures import calendar
from pressgen.figures.currencies import CURRENCIES
from pressgen.figures.figure import Figure, plain
from pressgen.figures.style import RATES, Style, as_given, is_of_tens, places, rounded, scaled
from pressgen.figures.units import UNITS
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
_QUARTERS = {
    ("01", "03"): "第一季度",
    ("04", "06"): "第二季度",
    ("07", "09"): "第三季度",
    ("10", "12"): "第四季度",
    ("01", "06"): "上半年",
    ("07", "12"): "下半年",
    ("01", "09"): "前三季度",
}


def write(figure: Figure, style: Style, noun: str) -> str:
    """The figure in Chinese press style; ``noun`` is the measure word of a counted thing."""
    if isinstance(figure.value, str):
        return _moment(figure.kind, figure.value)
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
    if figure.modifier == "over" and counted and value > 0 and is_of_tens(value) and figure.kind == "number":
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


def _moment(kind: str, value: str) -> str:
    """ISO 8601 text in Chinese.

    >>> _moment("date", "2023-07-14"), _moment("period", "XXXX-01/XXXX-06"), _moment("time", "16:17")
    ('2023年7月14日', '上半年', '16:17')
    """
    if kind == "time":
        return value
    if "/" in value:
        return _period(*value.split("/"))
    day, _, clock = value.partition("T")
    return _date(day) + clock


def _date(value: str) -> str:
    """One day, month or year; what is not said is left out."""
    if calendar.says_nothing(value):
        raise calendar.no_date(value)
    parts = [part for part in zip(value.split("-"), "年月日", strict=False) if not part[0].startswith("X")]
    return "".join(f"{int(number)}{name}" for number, name in parts)


def _period(first: str, last: str) -> str:
    if calendar.says_nothing(first) or calendar.says_nothing(last):
        raise calendar.no_date(f"{first}/{last}")
    if len(first) == 4:
        return _years(first, last)
    year, month = first[:4], first[5:7]
    said = "" if year.startswith("X") else f"{int(year)}年"
    if len(first) == 7 and first[:4] == last[:4]:
        named = _QUARTERS.get((month, last[5:7]))
        return said + (named or f"{int(month)}—{int(last[5:7])}月")
    if first[:7] == last[:7]:
        return f"{_date(first)}—{int(last[8:])}日"
    if first[:4] == last[:4]:
        return f"{_date(first)}—{_date('XXXX' + last[4:])}"
    return f"{_date(first)}—{_date(last)}"


def _years(first: str, last: str) -> str:
    if first.endswith("0") and not first.endswith("00") and int(last) - int(first) == 9:
        return f"{int(first) // 100 + 1}世纪{first[2:]}年代"
    return f"{first}—{last}年"
