"""Whether a text answers a figure without having it: in words, by a name, by saying it elsewhere."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property
from itertools import pairwise

from pressgen.checks.figures import evidence, otherwise, relative
from pressgen.checks.figures.days import ends, lasts
from pressgen.checks.figures.durations import on_clock
from pressgen.checks.figures.match import close, halves
from pressgen.checks.figures.meaning import AGREES, LOOSE
from pressgen.checks.figures.placed import PlacedFigure, placed_figures
from pressgen.document import Block
from pressgen.regex import regex

_MOST_SIGHTS = 50
_FAR = 4
"""A figure of one digit, the coarsest, agrees with none three times as large: 10 with 5 to 15."""
_WORD = regex(r"\w")
_MINUTE = 60
_PLACES = regex(r" (?:places|spots|positions|notches|rungs)\b|[个]?[位席]|名(?=[，。；至到]|$)")
_MONEY = frozenset({"money", "points"})


class _BySize:
    """Figures by their size, so that those a figure may agree with are found among thousands."""

    def __init__(self, figures: Sequence[PlacedFigure]) -> None:
        self.times = [placed for placed in figures if isinstance(placed.figure.value, str)]
        counted = [
            (placed.figure.value, placed) for placed in figures if isinstance(placed.figure.value, Decimal)
        ]
        self._vague = [placed for _, placed in counted if placed.figure.modifier == "vague"]
        self._sized = sorted(counted, key=lambda pair: pair[0])
        self._sizes = [size for size, _ in self._sized]

    def about(self, value: Decimal) -> list[PlacedFigure]:
        """Those less than _FAR times as large or as small, and all vague ones."""
        low, high = sorted((value / _FAR, value * _FAR))
        first, last = bisect_left(self._sizes, low), bisect_right(self._sizes, high)
        return [*(placed for _, placed in self._sized[first:last]), *self._vague]


class Answers:
    """The paragraphs of one language that may answer figures of the other, and all its figures."""

    def __init__(
        self, blocks: Iterable[Block], figures: Sequence[PlacedFigure], lang: str, on: date | None
    ) -> None:
        self._blocks = tuple(blocks)
        self._figures = figures
        self._dates = relative.dates(placed.figure for placed in figures)
        self._lang = lang
        self._on = on

    def answered(self, placed: PlacedFigure) -> bool:
        """Whether the text says a figure in some other form than a figure."""
        figure, value = placed.figure, placed.figure.value
        if otherwise.said(figure, self._text, self._lang, self._on) or relative.before_christ(
            figure, self._text, self._lang
        ):
            return True
        if isinstance(value, Decimal):
            return self._counted(placed, value)
        if self._written(figure.text) or evidence.named_day(value, self._text) or self._parts(placed):
            return True
        own = placed.block.text
        return (
            self._within(value, own)
            or relative.as_year(value, own, self._text, self._lang, self._on)
            or self._next_day(value)
            or relative.by_weekday(figure, own, self._text)
            or self._from_other_end(placed)
        )

    def _counted(self, placed: PlacedFigure, value: Decimal) -> bool:
        """The same of what is no time: by a clock, by an edition, as a number."""
        figure = placed.figure
        if figure.unit == "second" and value >= _MINUTE and on_clock(value, self._text):
            return True
        if self._edition(placed, value) or any(lasts(*span, figure) for span in self._spans):
            return True
        if figure.kind == "multiple" and self._number(value - 1, figure.high and figure.high - 1):
            return True
        return figure.kind not in _MONEY and self._number(value, figure.high)

    def repeated(self, placed: PlacedFigure) -> bool:
        """Whether a figure is one more mention of what the other text says once."""
        if parts := halves(placed):
            return self._again(placed, self._sized_ranges) or all(
                self._again(part, self._sized_figures) for part in parts
            )
        return self._again(placed, self._sized_pieces)

    def _again(self, placed: PlacedFigure, figures: _BySize) -> bool:
        if isinstance(placed.figure.value, str):
            found = (close(placed, other) for other in figures.times)
            return any(each is not None and each <= LOOSE for each in found)
        agreeing = (
            other for other in figures.about(placed.figure.value) if placed.figure.agrees(other.figure)
        )
        return any(close(placed, other) == AGREES for other in agreeing)

    def _within(self, value: str, own: str) -> bool:
        """Whether a year lies between those of 2021年到2023年, the last of which its own text names, too."""
        spans = self._periods if value.isdigit() else ()
        return any(
            first.isdigit() and last.isdigit() and first <= value < last and last in own
            for first, last in spans
        )

    def _from_other_end(self, placed: PlacedFigure) -> bool:
        """Whether a period, or one of two dates, is told by one end and how long it is, or by names of days.

        5月1日到8月16日 as since May 1 until yesterday, 12月15日至3月15日 as three months from Monday.
        """
        value = str(placed.figure.value)
        periods = [ends(placed.figure)] if ends(placed.figure) else []
        periods += [
            pair
            for other in placed_figures(placed.block)
            if other.figure.kind == "date" and placed.figure.kind == "date" and other.figure != placed.figure
            for pair in ((str(other.figure.value), value), (value, str(other.figure.value)))
        ]
        return any(
            (found := self._ends_found(period)) > 1
            or (found and any(lasts(*period, other.figure) for other in self._figures))
            for period in filter(None, periods)
        )

    def _ends_found(self, period: tuple[str, str]) -> int:
        """How many ends of a period are told, by their dates or by the names of their days."""
        rest = [end for end in period if end not in self._dates]
        near = sum(map(self._next_day, rest))
        return len(period) - len(rest) + (near or relative.days_named(rest, self._text, self._lang, self._on))

    def _next_day(self, value: str) -> bool:
        """Whether a day or year is told as the one before or after another."""
        return relative.next_to(value, self._dates, self._text, self._lang)

    def _edition(self, placed: PlacedFigure, value: Decimal) -> bool:
        """Whether the 40th is told by the 39 before it, or these by that."""
        if placed.figure.kind == "ordinal":
            near = self._by_places(placed, value) or self._next_day(f"XXXX-XX-{int(value):02}")
            return near or value - 1 in self._previous
        return evidence.is_previous(placed.block.text, placed.figure) and value + 1 in self._ordinals

    def _by_places(self, placed: PlacedFigure, value: Decimal) -> bool:
        """Whether a place in an order is told by how many places lie between it and one both texts name."""
        if not self._moved:
            return False
        own = {other.figure.value for other in placed_figures(placed.block) if other.figure.kind == "ordinal"}
        return any(
            abs(value - place) in self._moved for place in own & self._ordinals if isinstance(place, Decimal)
        )

    @cached_property
    def _ordinals(self) -> set[Decimal | str]:
        return {other.figure.value for other in self._figures if other.figure.kind == "ordinal"}

    @cached_property
    def _previous(self) -> set[Decimal | str]:
        """How many there were before one: the previous 39."""
        figures = ((other.block.text, other.figure) for other in self._figures)
        return {figure.value for text, figure in figures if evidence.is_previous(text, figure)}

    @cached_property
    def _moved(self) -> set[Decimal | str]:
        """By how many places something has moved."""
        counted = (other for other in self._figures if other.figure.kind == "number")
        return {other.figure.value for other in counted if _PLACES.match(other.block.text, other.figure.end)}

    def _number(self, value: Decimal, high: Decimal | None) -> bool:
        if high is None:
            return evidence.plain(value) in self._unread
        return {evidence.plain(value), evidence.plain(high)} <= self._apart

    def _parts(self, placed: PlacedFigure) -> bool:
        """A year, a period's ends, the hours and minutes: each found as a number."""
        value = str(placed.figure.value)
        pieces = ends(placed.figure) or (value,)
        if placed.figure.kind == "time":
            hours, _, minutes = value.partition(":")
            return self._clock(int(hours), int(minutes[:2] or 0))
        return all(piece.isdigit() and piece in self._unread for piece in pieces)

    def _clock(self, hours: int, minutes: int) -> bool:
        """5.30pm, 3分35秒, 12 o'clock; where a time is said, it is that."""
        if any(
            placed.figure.kind == "time" and str(placed.figure.value)[-2:] == f"{minutes:02}"
            for placed in self._figures
        ):
            return False
        if not minutes:
            return str(hours % 24) in self._unread or str(hours % 12) in self._unread
        dotted = {evidence.plain(Decimal(f"{hour}.{minutes:02}")) for hour in (hours, hours % 12)}
        return bool(dotted & self._unread) or {str(hours), str(minutes)} <= self._said

    def _written(self, text: str) -> bool:
        """The very characters, where the other language's reader saw no figure."""
        at = self._rest.find(text)
        for _ in range(_MOST_SIGHTS):
            if at < 0:
                return False
            before, after = self._rest[at - 1 : at], self._rest[at + len(text) : at + len(text) + 1]
            if not (_WORD.match(before) or before == "." or _WORD.match(after)):
                return True
            at = self._rest.find(text, at + 1)
        return False

    def has_digits(self, placed: PlacedFigure) -> bool:
        """Whether a number of the text that was read as no figure begins with the same digits: 三毛, 八旬."""
        digits = placed.digits
        return digits.isdigit() and digits != "1" and digits in self._leading

    @property
    def size(self) -> int:
        """How many letters the text has."""
        return len(self._text)

    @cached_property
    def _leading(self) -> frozenset[str]:
        return evidence.leading(self._rest, self._lang)

    @cached_property
    def _periods(self) -> list[tuple[str, str]]:
        """The ends of each period."""
        return [period for each in self._figures if (period := ends(each.figure))]

    @cached_property
    def _spans(self) -> list[tuple[str, str]]:
        """The same, and each date with the next."""
        dates = [str(each.figure.value) for each in self._figures if each.figure.kind == "date"]
        return [*self._periods, *pairwise(dates)]

    @cached_property
    def _text(self) -> str:
        return "\n".join(block.text for block in self._blocks)

    @cached_property
    def _rest(self) -> str:
        """The text with its figures blanked."""
        return _blanked(self._blocks, self._figures)

    @cached_property
    def _said(self) -> frozenset[str]:
        return evidence.values(self._text, self._lang)

    @cached_property
    def _ranges(self) -> list[PlacedFigure]:
        """The figures that have two ends."""
        return [placed for placed in self._figures if halves(placed)]

    @cached_property
    def _pieces(self) -> list[PlacedFigure]:
        """Every figure, and the two ends of each range."""
        return [piece for placed in self._figures for piece in (placed, *halves(placed))]

    @cached_property
    def _sized_ranges(self) -> _BySize:
        return _BySize(self._ranges)

    @cached_property
    def _sized_figures(self) -> _BySize:
        return _BySize(self._figures)

    @cached_property
    def _sized_pieces(self) -> _BySize:
        return _BySize(self._pieces)

    @cached_property
    def _apart(self) -> frozenset[str]:
        """Every number said outside a range: the two ends of another range are not those of this one."""
        return evidence.values(_blanked(self._blocks, self._ranges), self._lang)

    @cached_property
    def _unread(self) -> frozenset[str]:
        return evidence.values(self._rest, self._lang)


def _blanked(blocks: Iterable[Block], figures: Iterable[PlacedFigure]) -> str:
    """The text of some paragraphs without their figures."""
    homes: dict[int, list[PlacedFigure]] = {}
    for placed in figures:
        homes.setdefault(id(placed.block), []).append(placed)
    return "\n".join(_without(block, homes.get(id(block), ())) for block in blocks)


def _without(block: Block, figures: Iterable[PlacedFigure]) -> str:
    parts, at = [], 0
    for placed in figures:
        start, end = placed.figure.start, placed.figure.end
        parts += [block.text[at:start], " " * (end - start)]
        at = end
    return "".join([*parts, block.text[at:]])
