"""Figures written into English text."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import cache

from pressgen import cldr
from pressgen.errors import FigureError
from pressgen.figures import calendar
from pressgen.figures.currencies import CURRENCIES, Currency
from pressgen.figures.en.words import ORDINALS, cardinal
from pressgen.figures.figure import Figure, plain
from pressgen.figures.style import RATES, Style, as_given, grouped, places, rounded, scaled
from pressgen.figures.units import UNITS

_SCALES = ((12, "trillion"), (9, "billion"), (6, "million"))
_DECIMALS = {12: 6, 9: 4, 6: 3}
_ROOM = {12: Decimal(10) ** 15, 9: Decimal(1000), 6: Decimal(1000)}
_HEDGES = {
    "over": "more than",
    "nearly": "nearly",
    "about": "about",
    "at_least": "at least",
    "at_most": "at most",
}
_VAGUE = {
    1: "dozens",
    2: "hundreds",
    3: "thousands",
    4: "tens of thousands",
    5: "hundreds of thousands",
    6: "millions",
    7: "tens of millions",
    8: "hundreds of millions",
    9: "billions",
    10: "tens of billions",
    11: "hundreds of billions",
    12: "trillions",
}
_ABROAD = {"EUR": "€", "GBP": "£", "HKD": "HK$"}
_SIGNS = {"$": {"USD": "$"} | _ABROAD, "US$": {"USD": "US$"} | _ABROAD}
_PARTS = {value: word for word, value in ORDINALS.items()} | {2: "half", 4: "quarter"}
_QUARTERS = {
    ("01", "03"): "the first quarter",
    ("04", "06"): "the second quarter",
    ("07", "09"): "the third quarter",
    ("10", "12"): "the fourth quarter",
    ("01", "06"): "the first half",
    ("07", "12"): "the second half",
    ("01", "09"): "the first three quarters",
}


def write(figure: Figure, style: Style, noun: str) -> str:
    """The figure in English press style; ``noun`` is what is counted."""
    if isinstance(figure.value, str):
        return _moment(figure.kind, figure.value)
    if figure.kind == "fraction":
        return _hedged(_fraction(figure.value), figure)
    if figure.kind == "ordinal":
        return ordinal(int(figure.value))
    noun = noun or (figure.noun if figure.noun.isascii() else "")
    if figure.modifier == "vague":
        return _vague(figure.value, _things(figure, style, noun))
    if figure.high is not None and figure.low is not None:
        return _hedged(_range(figure, style, noun), figure)
    value = rounded(figure.value, figure.precision, style.digits)
    rate = figure.kind in RATES and abs(value) < 1000
    written = as_given(value) if rate else number(value)
    return _hedged(_front(figure, style, written) + _behind(figure, style, value, noun), figure)


def _range(figure: Figure, style: Style, noun: str) -> str:
    """Low to high; where only the high end has a scale, the unit is said twice or the scale not at all."""
    low, high = (rounded(Decimal(end or 0), None, style.digits) for end in (figure.low, figure.high))
    behind = _behind(figure, style, high, noun)
    first, last = number(low), number(high)
    uneven = last[-1].isalpha() and not first[-1].isalpha()
    if uneven and not behind:
        last = grouped(high)
    repeated = behind if figure.kind == "percent" or uneven else ""
    return f"{_front(figure, style, first)}{repeated} to {_front(figure, style, last)}{behind}"


def _hedged(written: str, figure: Figure) -> str:
    hedge = _HEDGES.get(figure.modifier)
    return f"{hedge} {written}" if hedge else written


def _front(figure: Figure, style: Style, written: str) -> str:
    """The number with what stands in front of it: RMB 240.572 billion, $6.12 billion."""
    if figure.kind != "money":
        return written
    sign = _sign(figure.unit, style)
    minus = "-" if written.startswith("-") else ""
    return minus + sign + written.removeprefix("-")


def _sign(code: str, style: Style) -> str:
    if code == "CNY":
        return "RMB " if style.yuan == "RMB" else ""
    if style.dollars == "USD":
        return f"{currency(code).code} "
    return _SIGNS.get(style.dollars, {}).get(code, "")


def _behind(figure: Figure, style: Style, value: Decimal, noun: str) -> str:
    if figure.kind == "percent":
        return "%" if style.percent == "%" else " percent"
    if figure.kind == "points":
        return " percentage point" if abs(value) == 1 else " percentage points"
    if figure.kind == "multiple":
        return " times"
    things = _things(figure, style, noun, single=abs(value) == 1)
    return f" {things}" if things else ""


def _things(figure: Figure, style: Style, noun: str, *, single: bool = False) -> str:
    """What a sum, a measure or a count is of."""
    if figure.kind == "money":
        return (
            ""
            if _sign(figure.unit, style) and figure.modifier != "vague"
            else currency(figure.unit).en.split("|")[0]
        )
    if figure.kind == "quantity":
        name = measure(figure.unit, single=single)
        return name.replace("tonne", style.tonnes.removesuffix("s")) if figure.unit == "t" else name
    return noun


def number(value: Decimal) -> str:
    """A number with million, billion, trillion where they shorten it, else grouped digits.

    >>> number(Decimal(240572000000)), number(Decimal(999999999)), number(Decimal(500000))
    ('240.572 billion', '999,999,999', '500,000')
    """
    for power, word in _SCALES:
        part = scaled(value, power)
        if 1 <= abs(part) < _ROOM[power] and places(part) <= _DECIMALS[power]:
            return f"{grouped(part)} {word}"
    return grouped(value)


def _vague(value: Decimal, things: str) -> str:
    words = _VAGUE.get(value.adjusted()) if value.normalize().as_tuple().digits == (1,) else None
    if words is None:
        raise FigureError(
            "{value}不是十、百、千、万这样的整数，英文写不成dozens；请去掉vague",
            "{value} is no power of ten and cannot be written as dozens; leave vague out",
            value=plain(value),
        )
    return f"{words} of {things}" if things else words


def _fraction(value: Decimal) -> str:
    part = Fraction(value).limit_denominator(1000)
    if part == Fraction(1, 2):
        return "half"
    if 0 < part.numerator < part.denominator <= 10:
        plural = "s" if part.numerator > 1 else ""
        return f"{cardinal(part.numerator)}-{_PARTS[part.denominator]}{plural}"
    return f"{part.numerator}/{part.denominator}"


@cache
def currency(code: str) -> Currency:
    """The currency of a code."""
    for currency in CURRENCIES:
        if currency.code == code and code:
            return currency
    raise FigureError(
        "“{code}”不是认得的货币代码；请用CNY、USD、EUR等ISO 4217代码",
        "“{code}” is no currency known here; use an ISO 4217 code such as CNY, USD or EUR",
        code=code,
    )


@cache
def measure(key: str, *, single: bool = False) -> str:
    """What a unit is called behind a number."""
    names = next((unit.en.split("|") for unit in UNITS if unit.key == key), [key])
    return names[0][:-1] if single and names[0][:-1] in names else names[0]


def _moment(kind: str, value: str) -> str:
    """ISO 8601 text in English.

    >>> _moment("date", "2023-07-14"), _moment("period", "2023-01/2023-06"), _moment("time", "16:17")
    ('July 14, 2023', 'the first half of 2023', '4:17 p.m.')
    """
    if kind == "time":
        return _clock(value)
    if "/" in value:
        return _period(*value.split("/"))
    day, _, clock = value.partition("T")
    return f"{_clock(clock)}, {_date(day)}" if clock else _date(day)


def _clock(value: str) -> str:
    hour, minute = value.split(":")
    return f"{(int(hour) - 1) % 12 + 1}:{minute} {'p' if int(hour) >= 12 else 'a'}.m."


def _date(value: str) -> str:
    """One day, month or year; what is not said is left out."""
    if calendar.says_nothing(value):
        raise calendar.no_date(value)
    year, month, day = [*value.split("-"), "", ""][:3]
    if month.startswith("X") and day:
        return f"the {ordinal(int(day))}"
    said = "" if year.startswith("X") else year
    if not month:
        return said
    named = f"{_month(month)} {int(day)}" if day else _month(month)
    return named + (f"{',' if day else ''} {said}" if said else "")


def ordinal(value: int) -> str:
    """1st, 2nd, 3rd, 11th, 21st."""
    ending = "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value:,}{ending}"


def _period(first: str, last: str) -> str:
    if calendar.says_nothing(first) or calendar.says_nothing(last):
        raise calendar.no_date(f"{first}/{last}")
    if len(first) == 4:
        return _years(first, last)
    said = "" if first.startswith("X") else first[:4]
    if first[:4] != last[:4] or "XX" in (first[5:7], last[5:7]):
        return f"{_date(first)} to {_date(last)}"
    if len(first) == 7:
        return _months(first[5:7], last[5:7], said)
    end = str(int(last[8:])) if first[:7] == last[:7] else f"{_month(last[5:7])} {int(last[8:])}"
    return f"{_month(first[5:7])} {int(first[8:])}-{end}" + (f", {said}" if said else "")


def _months(first: str, last: str, year: str) -> str:
    named = _QUARTERS.get((first, last))
    if named:
        return named + (f" of {year}" if year else "")
    return f"{_month(first)}-{_month(last)}" + (f" {year}" if year else "")


def _years(first: str, last: str) -> str:
    if first.endswith("0") and int(last) - int(first) == 9:
        return f"the {first}s"
    return f"{first}-{last}"


def _month(number: str) -> str:
    return cldr.month(int(number))
