"""When a figure of one language and a figure of the other say the same thing, or nearly."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from pressgen.checks.figures.days import same_day, same_end, says_half
from pressgen.checks.figures.hedges import is_from_nought, wrong_of
from pressgen.checks.figures.per_unit import SHARES, in_parts, per_many, per_other, wind_force
from pressgen.checks.figures.placed import PlacedFigure
from pressgen.checks.figures.sizes import as_unit, same_size
from pressgen.checks.found import figures_of
from pressgen.checks.remembered import remembered
from pressgen.figures import Figure
from pressgen.regex import regex

AGREES, ALIKE, LOOSE, ROUNDED = 0, 1, 2, 3
"""How close two figures are: the same; in other words; to those who know the context; but for a rounding."""

_EXACT = 2000
"""A quantity in another unit may be off by so small a part: a mu is the fifteenth of a hectare."""
_ROOM = Decimal("0.05")
"""By so much of a number a hedge may be wrong and still be a slip: more than 9 for 8.74."""
_BARE = frozenset({"number", "ordinal"})
_DOLLARS = frozenset({"USD", "AUD", "CAD", "HKD", "SGD", "NZD", "TWD", "MOP", ""})
_SAID_BARE = frozenset({"number", "quantity", "multiple", "fraction", "ordinal"})


def closeness(zh: PlacedFigure, en: PlacedFigure) -> int | None:
    """AGREES, ALIKE, LOOSE or ROUNDED where both can stand for the same thing, else None."""
    figure, other = _as_fall(_as_age(_in_li(zh, en)), en), _as_age(en.figure)
    if isinstance(figure.value, str) or isinstance(other.value, str):
        return _same_time(zh, en, figure, other)
    if figure.agrees(other) and not (wrong_of(figure, other, _ROOM) or wrong_of(other, figure, _ROOM)):
        return ROUNDED if _rounded(figure, other) else AGREES
    if _letters(figure, other) or per_many(figure, en) or per_other(zh, en) or in_parts(zh, en):
        return ALIKE
    if _borrowed(other) and figure.kind != "percent":
        return _equal(figure, other)
    if _from_nought(figure, other) or _from_nought(other, figure):
        return ALIKE
    return _otherwise(zh if figure is zh.figure else replace(zh, figure=figure), en)


def _same_time(zh: PlacedFigure, en: PlacedFigure, figure: Figure, other: Figure) -> int | None:
    if figure.kind == "date" and same_end(figure, zh.block.text, other, en.block.text):
        return ALIKE
    halves = says_half(figure, zh.block.text) and says_half(other, en.block.text)
    return None if halves and figure.value != other.value else same_day(figure, other)


_FALLS = regex(
    r"\b(?:decreas|deficit|declin|fall|fell|down|drop|shr[iau]nk|negative|loss|los[et]|contract|outnumber|below|minus)",
    re.IGNORECASE,
)
_SIGNED = frozenset({"percent", "points", "money", "number"})
_AROUND = 60


def _as_fall(figure: Figure, en: PlacedFigure) -> Figure:
    """A Chinese rate below zero as English has it: -3.2% is a fall of 3.2 percent."""
    other = en.figure
    if (
        figure.kind not in _SIGNED
        or isinstance(other.value, str)
        or Decimal(figure.value) >= 0
        or other.value < 0
    ):
        return figure
    near = max(0, other.start - _AROUND), other.end + _AROUND
    if figure.high is not None or not _FALLS.search(en.block.text, *near):
        return figure
    return replace(figure, value=-Decimal(figure.value))


def _from_nought(spread: Figure, bound: Figure) -> bool:
    """Whether 0 to 14 is told as up to 14."""
    return (
        is_from_nought(spread)
        and bound.modifier == "at_most"
        and (bound.value, bound.high) == (spread.high, None)
        and (spread.unit == bound.unit or bound.kind == "number" or spread.kind == "number")
    )


_LAST_YEAR = 2200


def _as_age(figure: Figure) -> Figure:
    """What was read as a year later than any, as so many years: 距今4300年."""
    value = str(figure.value) if figure.kind == "date" else ""
    late = value.isdigit() and int(value) > _LAST_YEAR
    return replace(figure, kind="quantity", value=Decimal(value), unit="year") if late else figure


_LISTED = frozenset(("、", "和", "与", "及", ", ", " and ", ", and "))


def _with_unit(placed: PlacedFigure) -> Figure:
    """A number that leaves its unit to the last of its list: 66万和100万千瓦, 660 and 1,000 megawatts."""
    figure = placed.figure
    return _of_list(placed) if figure.kind == "number" and not figure.noun else figure


@remembered(512)
def _of_list(placed: PlacedFigure) -> Figure:
    last = placed.figure
    for figure in figures_of(placed.block):
        if placed.block.text[last.end : figure.start] in _LISTED:
            last = figure
    return (
        replace(placed.figure, kind=last.kind, unit=last.unit) if last.kind == "quantity" else placed.figure
    )


_LI = regex("[多余来几]?里(?![面程边头外应])")
_LENGTHS = frozenset({"km", "m", "mi"})


def _in_li(zh: PlacedFigure, en: PlacedFigure) -> Figure:
    """A Chinese number of 里 beside a length, as half-kilometers: 120多里 and over 60 km."""
    figure = _with_unit(zh)
    if figure.kind == "number" and en.figure.unit in _LENGTHS and _LI.match(zh.block.text, figure.end):
        return replace(figure, kind="quantity", unit="li")
    return figure


@remembered(512)
def _unit_before(en: PlacedFigure) -> Figure:
    """An English number in the unit said before it: 660 megawatts each; the third is rated at 1,000."""
    if (listed := _with_unit(en)).kind == "quantity":
        return listed
    said = (
        figure
        for figure in figures_of(en.block)
        if figure.kind == "quantity" and figure.end <= en.figure.start
    )
    last = max(said, key=lambda figure: figure.end, default=None)
    return (
        en.figure if last is None or en.figure.noun else replace(en.figure, kind="quantity", unit=last.unit)
    )


def _otherwise(zh: PlacedFigure, en: PlacedFigure) -> int | None:
    """The same number of another kind or unit."""
    figure, other = zh.figure, en.figure
    if figure.kind == other.kind and figure.unit == other.unit:
        return _times(figure, other) if figure.kind == "multiple" else None
    kinds = {figure.kind, other.kind}
    if kinds == {"money"}:
        return _equal(figure, other) if _same_dollars(zh, en) else None
    if figure.kind == "quantity" and other.kind == "number":
        meant = _unit_before(en)
        if zh.digits == en.digits or (meant.unit != figure.unit and _is_converted(figure, meant)):
            other = meant
        kinds = {figure.kind, other.kind}
    if kinds == {"quantity"}:
        return _equal(figure, other) if _is_of_each(zh, other) else _measured(figure, other)
    if kinds <= SHARES.keys():
        return _equal(figure, other, SHARES[figure.kind], SHARES[other.kind])
    if "multiple" in kinds:
        return _times(figure, other)
    force = wind_force(zh)
    return LOOSE if force is not None and force == wind_force(en) else _bare(figure, other)


def _is_of_each(zh: PlacedFigure, other: Figure) -> bool:
    """Whether the Chinese said before for each of what it is: 每升0.024毫克降至0.021毫克."""
    before = zh.block.text[max(0, zh.figure.start - _AROUND) : zh.figure.start]
    return other.unit.startswith(f"{zh.figure.unit}/") and "每" in before


def _rounded(figure: Figure, other: Figure) -> bool:
    """One has fewer digits than the other, and does not say so (about, over)."""
    if (figure.value, figure.high) == (other.value, other.high) or "vague" in (
        figure.modifier,
        other.modifier,
    ):
        return False
    if _is_third(figure, other) or _is_third(other, figure):
        return False
    fine, coarse = sorted((figure, other), key=lambda each: each.precision or Decimal(0))
    return not coarse.modifier or bool(fine.modifier)


_THIRDS = {"third": (Decimal("0.33"), Decimal("0.34")), "thirds": (Decimal("0.66"), Decimal("0.67"))}


def _is_third(words: Figure, share: Figure) -> bool:
    """Whether a share of 33 or 67 percent is told as a third or two thirds, as people say."""
    low, high = _THIRDS.get(words.text.split("-")[-1].split()[-1].lower(), (Decimal(1), Decimal(0)))
    value = Decimal(share.value)
    return low <= (value / 100 if share.kind == "percent" else value) <= high


def _bare(figure: Figure, other: Figure) -> int | None:
    """A number that leaves its unit to the reader, against one that has it."""
    kinds = {figure.kind, other.kind}
    if "ordinal" in kinds and not kinds <= _SAID_BARE:
        return None
    return _equal(figure, other) if kinds & _BARE else None


def _equal(
    figure: Figure, other: Figure, size: Decimal = Decimal(1), other_size: Decimal = Decimal(1)
) -> int | None:
    """ALIKE or ROUNDED where the numbers alone agree, each divided by its size."""
    a, b = _bare_number(figure, size), _bare_number(other, other_size)
    if not a.agrees(b):
        return None
    return ROUNDED if _rounded(a, b) else ALIKE


@remembered(1024)
def _bare_number(figure: Figure, size: Decimal) -> Figure:
    """The number alone, divided by a size."""
    ends = (figure.value, figure.low, figure.high, figure.precision)
    value, low, high, precision = (None if end is None else Decimal(end) / size for end in ends)
    value = round(value or Decimal(0), 4) if figure.kind == "fraction" else value or Decimal(0)
    return replace(
        figure, kind="number", value=value, unit="", low=low, high=high, precision=precision, noun=""
    )


def _letters(figure: Figure, other: Figure) -> bool:
    """Letters with two meanings: 35m posts, a 15K race, 650 pounds of weight, 3.6 percentage."""
    if figure.unit == "km" and other.kind == "number" and other.text[-1:] in ("k", "K"):
        return figure.value * 1000 == other.value
    if other.unit == "m" and other.text.endswith("m"):
        return figure.kind == "number" and figure.value == Decimal(other.value) * 1_000_000
    if other.unit == "GBP" and figure.unit == "lb":
        return "pound" in other.text.lower() and figure.value == other.value
    return figure.kind == "points" and other.text.endswith("percentage") and figure.value == other.value


def _borrowed(figure: Figure) -> bool:
    """Whether a number is a percentage only as the one before it is: 44 percent were 18 to 35."""
    return figure.kind == "percent" and not any(sign in figure.text for sign in ("%", "per", "％"))


_LOCAL = {
    "HKD": regex(
        "香港|港[铁府股人岛岸九交]|[（(]0\\d{3,4}(?:\\.HK)?[)）]|呎|[溢盈]利[^，。]{0,3}[跌升]|派息|沽清|特区政府|立法会|金管局|恒指"
    ),
    "MOP": regex("澳门|赌收|特区政府"),
    "TWD": regex("台湾|台北|新北|桃园|台中|台南|高雄|台股|台商"),
}
"""Where a plain 元 is the local one."""
_NAMED = regex("人民币|港[元币]|澳门元|葡币|台币|美元")


def _is_local(zh: PlacedFigure, en: PlacedFigure) -> bool:
    """Whether 元 is that of Hong Kong, Macao or Taiwan: nothing else is named, and the text is from there."""
    where, text = _LOCAL.get(en.figure.unit), zh.block.text
    plain = zh.figure.unit == "CNY" and zh.figure.text[-1:] in ("元", "蚊")
    return bool(plain and where and where.search(text) and not _NAMED.search(text))


def _same_dollars(zh: PlacedFigure, en: PlacedFigure) -> bool:
    """A bare ``$`` is the dollar of whoever writes; ``元`` is the currency the text says it is in."""
    bare = en.figure.text.lstrip("(~").startswith("$")
    shared = zh.figure.text.endswith("元") and zh.says_once_for_all(en.figure.unit)
    if _is_local(zh, en):
        return True
    return (bare and zh.figure.unit in _DOLLARS) or "" in (zh.figure.unit, en.figure.unit) or shared


def _measured(figure: Figure, other: Figure) -> int | None:
    """The same of two quantities, in one unit or in two."""
    if figure.unit == other.unit:
        return _equal(figure, other)
    value = Decimal(figure.value)
    if as_unit(value, figure.unit, other.unit) == Decimal(other.value) and figure.high is other.high is None:
        return ALIKE
    return LOOSE if same_size(value, figure.unit, Decimal(other.value), other.unit) else None


def _is_converted(figure: Figure, other: Figure) -> bool:
    """Whether a quantity is another one in its unit, as exactly as anybody says it."""
    exact = as_unit(Decimal(figure.value), figure.unit, other.unit)
    is_near = exact is not None and abs(exact - Decimal(other.value)) <= abs(exact) / _EXACT
    return is_near and figure.high is other.high is None


def _times(figure: Figure, other: Figure) -> int | None:
    """Three times as many is two times more; both are said for 增长两倍."""
    if figure.kind == other.kind:
        apart = abs(Decimal(figure.value) - Decimal(other.value))
        return LOOSE if apart == 1 and figure.value == int(figure.value) else None
    if {figure.kind, other.kind} & _BARE:
        return _equal(figure, other)
    times, share = (figure, other) if figure.kind == "multiple" else (other, figure)
    if share.kind not in SHARES:
        return None
    ratio = Decimal(share.value) / SHARES[share.kind]
    return LOOSE if Decimal(times.value) in (ratio, ratio + 1) else None
