"""What one language adds from the context: a month, a conversion in brackets."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

from pressgen.checks.figures.days import parts
from pressgen.checks.figures.per_unit import wind_force
from pressgen.checks.figures.placed import PlacedFigure
from pressgen.checks.figures.sizes import same_size
from pressgen.checks.found import conversions_of, figures_of
from pressgen.figures import Figure
from pressgen.figures.convert import Conversion
from pressgen.figures.plausible import band
from pressgen.figures.units import SPANS, UNITS
from pressgen.regex import regex

_PLACE = regex(r"\s*[A-Z][A-Z.'’ -]{2,40}(?:,\s[A-Z][A-Za-z. ]{1,30}){0,2},?\s*")
_FROM = regex("[由从][^，。；\\d]{0,10}$")
_ON = regex("[^，。；\\d]{0,4}(?:[增升涨提扩跃减降跌缩]+(?:加|长|高|到|至|为|少|低)+)")
"""What stands before and behind the figure a change begins at."""
_HEDGE = "(?:about|around|some|nearly|almost|roughly|approximately|over|just over|more than)"
_OR = regex(rf",? (?:or|equal to|equivalent to)(?: {_HEDGE})? $|, that is,? (?:{_HEDGE} )?$")
_IN_OTHERS = regex(
    rf"(?:\bor|\bequal to|\bequivalent (?:to|of)|\bthat is|\bthis is|\bwhich is)(?: {_HEDGE})? $"
    "|(?:约合|折合|相当于)(?:人民币)?约?$",
    re.IGNORECASE,
)
"""What says that a sum tells once more, in another currency, what was told before."""
_ONE_MU = regex(
    r"\b(?:an?|each|per|one|every) (mu|jin|li|hectare|kilogram|acre)"
    rf"(?:,| ?\(|,? (?:or|which is|equal to|equals|is|=))(?: ?{_HEDGE})? ?$",
    re.IGNORECASE,
)
"""What stands between a quantity, or one of a unit, and the same in another unit."""
_DASH = regex(r"\s*(?:/|\(|--|—|–|-\s)")

Months = Mapping[str, frozenset[str]]
"""For each day of the month (two digits) the months a text names with it."""


def months_by_day(figures: Iterable[PlacedFigure]) -> Months:
    """The months a text names, by day."""
    named: dict[str, frozenset[str]] = {}
    for placed in figures:
        said = parts(placed.figure) if placed.figure.kind == "date" else None
        if said and said[1]:
            named[said[2]] = named.get(said[2], frozenset()) | {said[1]}
    return named


def strange_month(zh: PlacedFigure, en: PlacedFigure, months: Months) -> bool:
    """Whether the English names a month the Chinese date lacks, where the Chinese has that day of another.

    24日 is July 24 to those who know; beside 6月24日 it is not.
    """
    said, added = parts(zh.figure), parts(en.figure)
    if said is None or added is None or said[1] or not added[1]:
        return False
    named = months.get(said[2], frozenset())
    return bool(named) and added[1] not in named


def carried(placed: PlacedFigure, other: PlacedFigure) -> bool:
    """Whether a day without a month has that of the date before it, as the other says: 11月3日至4日."""
    bare, full = sorted((placed, other), key=lambda each: bool((parts(each.figure) or ("", "", ""))[1]))
    said, whole = parts(bare.figure), parts(full.figure)
    if said is None or whole is None or said[1] or not said[2] or said[2] != whole[2]:
        return False
    dates = [each for each in figures_of(bare.block) if each.kind in ("date", "period")]
    before = [str(each.value).split("/")[-1] for each in dates if each.end <= bare.figure.start]
    months = [month for value in before if (month := value.split("-")[1:2])]
    return bool(months) and months[-1] == [whole[1]]


_ERA = regex(r"\([^()]{0,12}?\d[^()]{0,20}\)")
_ERA_OF = regex(r"\b(?:BC|AD|BCE|CE|B\.C\.|A\.D\.)(?![A-Za-z])")
_AGE = regex(
    r"\b(?:Dynast(?:y|ies)|Kingdoms?|Period|States|Era|Age|Republic|Empire|reign|era|period|age|dynasty)\s*$"
)


def is_of_era(placed: PlacedFigure) -> bool:
    """Whether a figure is a year that tells readers far away when a dynasty was: (206 BC–AD 24)."""
    text, figure = placed.block.text, placed.figure
    return any(
        found.start() < figure.start < found.end()
        and (_ERA_OF.search(found[0]) or _AGE.search(text, 0, found.start()))
        for found in _ERA.finditer(text)
    )


def beside(placed: PlacedFigure) -> bool:
    """Whether a figure only converts the one before it: 8亿元（约合1.1亿美元）, 30,000 mu (2,000 hectares).

    Each language converts for its own readers; whether a sum is right is for ``conversions``.
    """
    if placed.figure.kind == "money":
        return any(
            pair.target == placed.figure and _plausible(pair) for pair in conversions_of(placed.block)
        ) or (
            (_is_bracketed(placed) or _is_told_again(placed))
            and any(_is_worth(other, placed.figure) for other in figures_of(placed.block))
        )
    if _of_one(placed) or (placed.figure.kind == "quantity" and _in_other_unit(placed)):
        return True
    if placed.figure.kind == "number" and (_is_listed(placed) or _is_wind(placed)):
        return True
    found = figures_of(placed.block)
    number = bisect_left(found, placed.figure.start, key=lambda figure: figure.start)
    if placed.figure.kind != "quantity" or not number:
        return False
    source = found[number - 1]
    between = placed.block.text[source.end : placed.figure.start]
    opened = "(" in between or "（" in between or _OR.search(between)
    converted = source.kind == "quantity" and _same(source, placed.figure)
    return bool(opened) and placed.block.lang == "en" and converted


def _of_one(placed: PlacedFigure) -> bool:
    """Whether a figure tells foreigners how large a unit is: a jin (500 grams), a mu (1/15 hectare)."""
    text, figure = placed.block.text, placed.figure
    part = _PART_OF.match(text, figure.end) if figure.kind in ("fraction", "ordinal") else None
    if not (part or figure.kind == "quantity") or not figure.value:
        return False
    start = figure.start - 2 * text.endswith("a ", 0, figure.start)
    before = _ONE_MU.search(text[max(0, start - 40) : start])
    found = before or _MAKE_ONE.match(text, figure.end)
    unit = _UNITS.get(found[1].lower(), "") if found else ""
    value = Decimal(figure.value) if figure.kind != "ordinal" else 1 / Decimal(figure.value)
    return same_size(Decimal(1), unit, value, _UNITS.get(part[1].lower(), "") if part else figure.unit)


_PART_OF = regex(r" (?:of an? )?([a-z]+)\b")
"""The unit that 1/15 and a fifteenth are of."""


_MAKE_ONE = regex(
    r" (?:make(?: up)?|makes(?: up)?|equals?|are|is|is equal to|are equal to|=|to) (?:an?|one|1) ([a-z]+)\b",
    re.IGNORECASE,
)
"""15 mu make a hectare."""
_UNITS = {name: unit.key for unit in UNITS for name in unit.en.split("|")}


_STOCK = regex(r"[（(](?:0\d{3,4}|[036]\d{5})(?:\.(?:HK|SH|SZ|BJ))?[)）]", re.IGNORECASE)
_MONTHS_LISTED = regex("(?:[、和至到](?:1[0-2]|[1-9]))*[两三四]?个?月")


def _is_listed(placed: PlacedFigure) -> bool:
    """Whether a number is a share's code, a month of several (9、10两月), or told twice (66万、66万)."""
    text, figure = placed.block.text, placed.figure
    if text.endswith("每", 0, figure.start):
        return True
    if _STOCK.match(text, max(0, figure.start - 1)) or _MONTHS_LISTED.match(text, figure.end):
        return True
    return text.startswith((f"、{figure.text}", f"和{figure.text}"), figure.end) or (
        text.endswith((f"{figure.text}、", f"{figure.text}和"), 0, figure.start)
    )


def _is_wind(placed: PlacedFigure) -> bool:
    """Whether a force of wind is told as its speed, too: 14级，每秒45米."""
    force = wind_force(placed)
    return force is not None and any(
        figure != placed.figure and wind_force(replace(placed, figure=figure)) == force
        for figure in figures_of(placed.block)
    )


def _in_other_unit(placed: PlacedFigure) -> bool:
    """Whether a length of time is told in another unit too: 三天三夜，72小时后."""
    return placed.figure.unit in SPANS and any(
        other.kind == "quantity" and other.unit != placed.figure.unit and _same(other, placed.figure)
        for other in figures_of(placed.block)
    )


def begins_change(placed: PlacedFigure) -> bool:
    """Whether a change begins at a figure (由4.6亿元增至…), so that its own place must answer it."""
    before = placed.block.text[max(0, placed.figure.start - 24) : placed.figure.start]
    behind = placed.block.text[placed.figure.end : placed.figure.end + 24]
    return placed.block.lang == "zh" and bool(_FROM.search(before) and _ON.match(behind))


def _is_bracketed(placed: PlacedFigure) -> bool:
    """Whether a bracket is opened and not closed before a figure: (about $1.2 million in all)."""
    before = placed.block.text[: placed.figure.start]
    return max(before.rfind("("), before.rfind("（")) > max(before.rfind(")"), before.rfind("）"))


def _is_told_again(placed: PlacedFigure) -> bool:
    """Whether words say that a sum is another's worth: …, or some $9.1 million."""
    before = placed.block.text[max(0, placed.figure.start - 30) : placed.figure.start]
    return _IN_OTHERS.search(before) is not None


def _is_worth(source: Figure, target: Figure) -> bool:
    """Whether a sum of another currency before this one is about as much."""
    limits = band(source.unit, target.unit) if source.kind == "money" and source.end <= target.start else None
    if limits is None or not source.value or source.unit == target.unit:
        return False
    return limits[0] <= Decimal(target.value) / Decimal(source.value) <= limits[1]


_REST = {
    "zh": regex("(?:其余|另外|其他|其它|余下|剩下|另)的?$"),
    "en": regex(r"\b(?:other|remaining|latter) $", re.IGNORECASE),
}


def is_rest(placed: PlacedFigure) -> bool:
    """Whether a few are those left of what the text tells of: 三省, the other two provinces."""
    text, start = placed.block.text, placed.figure.start
    return placed.slight and bool(_REST[placed.block.lang].search(text, max(0, start - 12), start))


def in_dateline(placed: PlacedFigure) -> bool:
    """Whether a day stands in the dateline of an agency: GUANGZHOU, China, Sept. 19, 2023 /NewsWire/ --."""
    text, figure = placed.block.text, placed.figure
    if figure.kind != "date" or placed.block.lang != "en":
        return False
    ends = figure.end == len(text.rstrip()) or _DASH.match(text, figure.end)
    return bool(_PLACE.fullmatch(text, text.rfind("\n", 0, figure.start) + 1, figure.start) and ends)


def _plausible(pair: Conversion) -> bool:
    limits = band(pair.source.unit, pair.target.unit)
    if limits is None or not pair.source.value:
        return False
    return limits[0] <= Decimal(pair.target.value) / Decimal(pair.source.value) <= limits[1]


def _same(figure: Figure, other: Figure) -> bool:
    return same_size(Decimal(figure.value), figure.unit, Decimal(other.value), other.unit)
