"""A figure where it stands: in which paragraph, beside what, and written so that it must be answered."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from pressgen.checks.figures.durations import joined
from pressgen.checks.figures.words import SHARED_CURRENCIES
from pressgen.checks.found import readings_of
from pressgen.checks.remembered import PARAGRAPHS, remembered
from pressgen.document import Block, Span
from pressgen.figures import Figure
from pressgen.regex import regex

_SMALL = 10
_MONTHS = regex(r"^[A-Z][a-z]+ (?:to|through|until) [A-Z]|月.*月")


_LUNAR = regex(r" (?:lunar month|month of the lunar)\b")
"""What makes an ordinal the name of a month: the first lunar month, 正月."""


@dataclass(frozen=True, eq=False)
class PlacedFigure:
    """One figure of a paragraph.

    ``share`` says how far into the paragraph it stands, 0 to 1; ``text`` is it with its hedges.
    """

    figure: Figure
    block: Block
    share: float
    text: str

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.block.span(self.figure.start, self.figure.end)

    @property
    def in_digits(self) -> bool:
        """Whether it is written in digits; a dozen and 七十 are round by nature."""
        return any(character.isdecimal() for character in self.figure.text)

    @cached_property
    def soft(self) -> bool:
        """Written so that the other language need not say it: a small number in words, a vague one."""
        if self.figure.modifier == "vague" or self.block.text.startswith(_ERA, self.figure.end):
            return True
        if self.in_digits:
            return False
        if self.figure.kind in ("money", "percent", "points", "date") or _spans_months(self.figure):
            return False
        return self.figure.kind in ("multiple", "fraction", "period", "time") or _small(self.figure)

    @cached_property
    def slight(self) -> bool:
        """A small number in words, which says little: 一个, first, zero."""
        counted = self.figure.kind in ("number", "quantity", "ordinal")
        return self.soft and counted and self.figure.modifier != "vague" and _small(self.figure)

    @cached_property
    def digits(self) -> str:
        """The digits that count: 240.572 billion and 2405.72亿 have the same."""
        value = self.figure.value
        if isinstance(value, str):
            return value
        return "".join(map(str, value.normalize().as_tuple().digits)).rstrip("0")

    def says_once_for_all(self, unit: str) -> bool:
        """Whether the paragraph says 美元，下同: its 元 are of that currency."""
        named = any(name in self.block.text for name in SHARED_CURRENCIES.get(unit, ()))
        return named and ("下同" in self.block.text or "单位" in self.block.text)


def _spans_months(figure: Figure) -> bool:
    """From August to October: the months are named, as they are not in a quarter."""
    return figure.kind == "period" and bool(_MONTHS.search(figure.text))


def _small(figure: Figure) -> bool:
    value = figure.value
    return isinstance(value, Decimal) and (value <= _SMALL or value in (100, 1000, 10000, 12))


_ERA = "时代"
"""What makes a price the name of a time: “7元时代”."""


@remembered(PARAGRAPHS)
def placed_figures(block: Block) -> tuple[PlacedFigure, ...]:
    """The figures of a paragraph, in the order of the text."""
    length = max(1, len(block.text))
    return tuple(
        PlacedFigure(
            reading.figure,
            block,
            reading.figure.start / length,
            block.text[reading.start : reading.end].strip(),
        )
        for reading in joined(readings_of(block), block.text, block.lang)
        if not (reading.figure.kind == "ordinal" and _LUNAR.match(block.text, reading.figure.end))
    )
