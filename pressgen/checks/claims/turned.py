"""What a change began at told as what it came to: 由14.2万涨到27.8万, “142,000, against 278,000 before”.

Only where both languages say outright which figure the other is held against.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pressgen.checks.claims.directions import FROM
from pressgen.checks.claims.ways import COUNTED
from pressgen.checks.figures.match import Pair
from pressgen.checks.figures.meaning import ALIKE
from pressgen.checks.figures.placed import PlacedFigure
from pressgen.regex import regex

_BEGUN = regex(r"[由从](?!而)(?:[^，。；\d]|\d{4}年|\d{1,2}月){0,14}$")
_COME_TO = regex(
    "[^。；0-9]{0,24}?[至到为成](?:了|约|近|超|逾|目前的|现在的|如今的|去年的|今年的|上年的|本月的)*$"
)
_EARLIER = regex(
    "(?<![至到为成])(?:上年同期|去年同期|上年|去年|前年|此前|原来|原先|以往|往年|上月|上季度|上周|上届|首年)"
    "(?:全年|同月)?(?:仅|只|则)?(?:为|是|有|的)(?:约|近|超|逾)?$"
)
_AGAINST = regex(
    r"(?:(?<=, )not|\b(?:against|after|compared with|compared to|versus|instead of|rather than))\s+"
    r"(?:(?:just|only|about|some|nearly|over|the|an?|more than|fewer than|less than|around|a mere)\s+)*$"
)
_FAR = 48


def turned(pairs: Sequence[Pair]) -> Iterator[tuple[Pair, Pair]]:
    """Pairs of which the Chinese says that the first came before the second, and the English the opposite."""
    order = sorted(
        (pair for pair in pairs if pair.zh.figure.kind in COUNTED and _are_alike(pair)),
        key=lambda pair: pair.zh.figure.start,
    )
    for here, there in pairwise(order):
        if (here.zh.figure.kind, here.zh.figure.unit) != (there.zh.figure.kind, there.zh.figure.unit):
            continue
        if here.zh.figure.value == there.zh.figure.value or not _are_beside(here, there):
            continue
        for base, level in _changed(here, there):
            if _is_base(level.en) and not _is_base(base.en) and _is_near(base.en, level.en):
                yield base, level


def _are_beside(here: Pair, there: Pair) -> bool:
    return here.zh.block is there.zh.block and here.en.block is there.en.block


def _are_alike(pair: Pair) -> bool:
    """Whether both figures have one value, though the English may leave out what it counts: instead of 15."""
    return pair.closeness <= ALIKE or pair.zh.figure.value == pair.en.figure.value


def _changed(here: Pair, there: Pair) -> Iterator[tuple[Pair, Pair]]:
    """What a change of the Chinese began at, and what it came to."""
    text, first, second = here.zh.block.text, here.zh.figure, there.zh.figure
    begun = _BEGUN.search(text, max(0, first.start - _FAR), first.start)
    if begun and _COME_TO.fullmatch(text, first.end, second.start):
        yield here, there
    elif _EARLIER.search(text, max(first.end, second.start - _FAR), second.start):
        yield there, here


def _is_base(placed: PlacedFigure) -> bool:
    """Whether an English figure is one that another is held against."""
    text, start = placed.block.text, placed.figure.start
    before = max(0, start - _FAR)
    return bool(_AGAINST.search(text, before, start) or FROM["en"].search(text, before, start))


def _is_near(base: PlacedFigure, level: PlacedFigure) -> bool:
    """Whether two figures stand in one sentence."""
    low, high = sorted((base.figure, level.figure), key=lambda figure: figure.start)
    between = base.block.text[low.end : high.start]
    return not any(sign in between for sign in (". ", "; ", "! ", "? ", "\n"))
