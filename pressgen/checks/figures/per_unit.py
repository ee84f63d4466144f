"""The same share or price by another measure: per thousand, a kilogram for a jin, yuan for fen."""

from __future__ import annotations

import re
from decimal import Decimal

from pressgen.checks.figures.otherwise import PARTS_OF
from pressgen.checks.figures.placed import PlacedFigure
from pressgen.figures import Figure
from pressgen.regex import regex

SHARES = {"percent": Decimal(100), "fraction": Decimal(1)}
"""What a share is counted in, and how many of it are the whole."""
_AROUND = 60
_IN_THOUSAND = regex(
    r"‰|\bper (?:thousand|1,?000|mille?)\b|\b(?:in|for) every (?:thousand|1,000)\b", re.IGNORECASE
)
_SHARES_OF_MANY = (
    (PARTS_OF[1000], 1000, _IN_THOUSAND),
    (
        PARTS_OF[10_000],
        10_000,
        regex(r"\b(?:per|in|every) (?:10,?000|ten thousand)\b", re.IGNORECASE),
    ),
    (
        PARTS_OF[100_000],
        100_000,
        regex(r"\b(?:per|in|every) (?:100,?000|(?:a |one )?hundred thousand)\b", re.IGNORECASE),
    ),
    (regex("百万分之"), 1_000_000, regex(r"\b(?:per|in|every) (?:a |one )?million\b", re.IGNORECASE)),
)


def per_many(figure: Figure, en: PlacedFigure) -> bool:
    """Whether 1.6‰ is told as 1.6 per thousand, 十万分之八点六 as 8.6 per 100,000."""
    if figure.kind not in SHARES or en.figure.kind != "number":
        return False
    share = Decimal(figure.value) / SHARES[figure.kind]
    return any(
        share * many == en.figure.value and here.search(figure.text) and there.search(en.block.text)
        for here, many, there in _SHARES_OF_MANY
    )


_PER_OTHER = (
    (
        regex(r"[每一/]\s?(?:市)?斤"),
        regex(r"\b(?:per|an?|each) (?:kilo(?:gram)?|kg)\b|/kg\b", re.IGNORECASE),
        2,
    ),
    (regex(r"[每一/]\s?亩"), regex(r"\b(?:per|an?|each) (?:hectare|ha)\b", re.IGNORECASE), 15),
    (regex("每百元|每一百元"), regex(r"\bper yuan\b", re.IGNORECASE), Decimal("0.01")),
    (regex("每(?:10|十)股"), regex(r"\b(?:per|an?|each|every) share\b", re.IGNORECASE), Decimal("0.1")),
)
"""Measures of which a Chinese text says how much for one, and an English text for so many of them."""


def per_other(zh: PlacedFigure, en: PlacedFigure) -> bool:
    """Whether 8 yuan a jin is told as 16 yuan a kilogram."""
    figure, other = zh.figure, en.figure
    if figure.unit != other.unit or not isinstance(other.value, Decimal):
        return False
    around = zh.block.text[max(0, figure.start - 14) : figure.end + 6]
    ours, theirs = _ends(figure), _ends(other)
    return any(
        [end * times for end in ours] == theirs and here.search(around) and there.search(en.block.text)
        for here, there, times in _PER_OTHER
    )


def _ends(figure: Figure) -> list[Decimal]:
    """The two ends of a range, the one value of any other figure."""
    ends = (figure.value,) if figure.high is None else (figure.low, figure.high)
    return [Decimal(end) for end in ends if end is not None]


_FORCES = "0.3 1.6 3.4 5.5 8.0 10.8 13.9 17.2 20.8 24.5 28.5 32.7 37.0 41.5 46.2 51.0 56.1"
_LEAST_SPEEDS = [Decimal(speed) for speed in _FORCES.split()]
"""The least speed of wind, in meters a second, of each force from 1 (GB/T 28591-2012)."""
_FORCE = {
    "zh": (regex("风[^，。；]{0,14}$|[强台]$"), regex("级")),
    "en": (regex(r"\b(?:force|level|scale)[ -]$", re.IGNORECASE), regex("")),
}
"""What stands before a force, or behind it."""


def wind_force(placed: PlacedFigure) -> int | None:
    """Which force of wind a figure is, told as such or as meters a second; None for anything else."""
    figure, text, lang = placed.figure, placed.block.text, placed.block.lang
    if not isinstance(figure.value, Decimal) or figure.high is not None:
        return None
    forced, behind = _FORCE[lang]
    if figure.unit == "m/s":
        return sum(speed <= figure.value for speed in _LEAST_SPEEDS)
    if (
        figure.kind == "number"
        and behind.match(text, figure.end)
        and forced.search(text, max(0, figure.start - _AROUND), figure.start)
    ):
        return int(figure.value)
    return None


_PARTS_OF_YUAN = regex("(?P<tenth>[角毛])|分(?![钟秒之点析为别布校店局行公部支会队组类享工级制米])")
_PRICED = regex("[价费票电水气油补]|[每一/]\\s?[斤度升吨方公立千票张亩]")


def in_parts(zh: PlacedFigure, en: PlacedFigure) -> bool:
    """Whether a price of 2分 or 5角 is told in yuan: 0.02, 0.5."""
    figure, other, text = zh.figure, en.figure, zh.block.text
    if (figure.kind, other.kind, other.unit) != ("number", "money", "CNY") or figure.high is not None:
        return False
    part = _PARTS_OF_YUAN.match(text, figure.end)
    if not part or not _PRICED.search(text, max(0, figure.start - _AROUND), figure.start):
        return False
    return Decimal(figure.value) == Decimal(other.value) * (10 if part["tenth"] else 100)
