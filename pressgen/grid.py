"""Cells in rows and columns: a document is a list of blocks, and a cell's name says its place in a table.

The place is written behind the table's own name: ``cell_indicators.3.2`` is the second cell of the third
row. Rows and columns count from 1; the first row is the table's head.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from pressgen.document import Block
from pressgen.regex import regex

MAX_COLUMNS = 63
"""More columns than Word itself allows are never filled up with empty cells."""

_PLACE = regex(r"(.+)\.([1-9]\d{0,5})\.([1-9]\d{0,5})")
_BAR = " | "
_DASHES = frozenset("—–-")
_FIGURE = regex(
    r"(?:over|more than|nearly|about|at least|at most|超|近|约|第|至少|不超过)?\s?[+\-−]?"
    r"(?:[A-Z]{2,3}\$?\s?|[$¥€])?[+\-−]?\d",
    re.IGNORECASE,
)
_UNMOVED = frozenset({"持平", "与上年同期持平", "flat", "unchanged"})


@dataclass(frozen=True, slots=True)
class Place:
    """A cell's table, row and column."""

    table: str
    row: int
    column: int

    def __str__(self) -> str:
        return f"{self.table}.{self.row}.{self.column}"


Row = tuple[Block | None, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of one width, None where no cell is; ``placed`` where its cells say where they stand."""

    rows: tuple[Row, ...]
    placed: bool

    @property
    def columns(self) -> int:
        """How many columns it has."""
        return len(self.rows[0])

    @property
    def head(self) -> bool:
        """Whether the first row says what stands below it."""
        return self.placed and len(self.rows) > 1 and self.columns > 1

    def figures(self) -> tuple[bool, ...]:
        """For each column whether nothing but figures stands below its head: such columns end in line."""
        below = self.rows[1:] if self.head else ()
        return tuple(
            bool(below) and all(_is_figure(row[column]) for row in below) for column in range(self.columns)
        )


def place(block: Block) -> Place | None:
    """Where a block stands in a table, or None where it does not say.

    >>> place(Block("cell", "5.5%", "und", name="cell_indicators.3.2"))
    Place(table='cell_indicators', row=3, column=2)
    """
    found = _PLACE.fullmatch(block.name) if block.role == "cell" else None
    return Place(found[1], int(found[2]), int(found[3])) if found else None


def tables(cells: Iterable[Block]) -> list[Table]:
    """Neighbouring cells as tables; cells that know no place stand one below the other."""
    found: list[_Growing] = []
    for cell in cells:
        at = place(cell)
        if not found or not found[-1].takes(at):
            found.append(_Growing(at))
        found[-1].add(cell, at)
    return [growing.table() for growing in found]


@dataclass(slots=True)
class _Growing:
    """A table cell by cell; a row ends where the next cell is not behind the last one."""

    first: Place | None
    last: Place | None = None
    rows: list[list[Block | None]] = field(default_factory=list)

    def takes(self, at: Place | None) -> bool:
        return (at and at.table) == (self.first and self.first.table)

    def add(self, cell: Block, at: Place | None) -> None:
        last, self.last = self.last, at
        if at is None or last is None or at.row != last.row or at.column <= len(self.rows[-1]):
            self.rows.append([])
        gap = min(at.column, MAX_COLUMNS) - 1 - len(self.rows[-1]) if at else 0
        self.rows[-1] += [*[None] * gap, cell]

    def table(self) -> Table:
        width = max(map(len, self.rows))
        return Table(tuple(_filled(row, width) for row in self.rows), self.first is not None)


def units(blocks: Iterable[Block]) -> Iterator[Block | Table]:
    """Paragraphs, and whole tables where cells say where they stand."""
    for is_table, group in groupby(blocks, lambda block: block.role == "cell"):
        if not is_table:
            yield from group
            continue
        for table in tables(group):
            yield from (table,) if table.placed else (cell for row in table.rows for cell in row if cell)


def _filled(row: Sequence[Block | None], width: int) -> Row:
    return (*row, *[None] * (width - len(row)))


def _is_figure(cell: Block | None) -> bool:
    text = cell.text.strip() if cell else ""
    return not text or text in _DASHES or text.lower() in _UNMOVED or _FIGURE.match(text) is not None


class Counter:
    """Counts a file's tables, rows and cells as a reader comes by them; tables may stand in cells."""

    def __init__(self) -> None:
        self._tables = 0
        self._open: list[Place] = []

    def open_table(self) -> None:
        """A table begins."""
        self._tables += 1
        self._open.append(Place(f"cell.{self._tables}", 0, 0))

    def close_table(self) -> None:
        """The innermost table ends."""
        self._open.pop()

    def open_row(self) -> None:
        """A row begins; one outside a table is none."""
        if self._open:
            last = self._open[-1]
            self._open[-1] = Place(last.table, last.row + 1, 0)

    def open_cell(self) -> None:
        """A cell begins."""
        self._move(1)

    def close_cell(self, span: int = 1) -> None:
        """A cell ends; ``span`` is how many columns it took."""
        self._move(max(1, min(span, MAX_COLUMNS)) - 1)

    def _move(self, columns: int) -> None:
        if self._open:
            last = self._open[-1]
            self._open[-1] = Place(last.table, last.row, last.column + columns)

    @property
    def name(self) -> str:
        """What a cell at this place is called, or nothing outside a table."""
        here = self._open[-1] if self._open else None
        return str(here) if here and here.row and here.column else ""
