"""A table as a template writes it: one row a line, `` | `` between the cells, the head first.

A fact that was not given is a dash; a row, and a column, that would hold nothing else is left out.
"""

from __future__ import annotations

from collections.abc import Iterable

from pressgen.document import Block
from pressgen.drafting.furniture import block
from pressgen.drafting.teller import Teller
from pressgen.drafting.token import ABSENT, NOTHING, Token, pieces
from pressgen.errors import TemplateError
from pressgen.grid import Place

BETWEEN = " | "
NONE = "—"
"""What stands where there is no figure, in both languages."""


def cells(teller: Teller, lines: Iterable[str], name: str) -> list[Block]:
    """The cells of rendered rows, one by one. Raises TemplateError for a row not as long as the head."""
    head, *below = [_cells(line) for line in lines if line.strip()] or [[]]
    for row in below:
        _refuse_ragged(row, head, name)
    filled = [row for row in below if any(row[1:])]
    columns = [column for column in range(len(head)) if column == 0 or any(row[column] for row in filled)]
    if not filled or len(columns) == 1:
        return []
    return [
        _cell(teller, row[column] or NONE, str(Place(name, number, place)))
        for number, row in enumerate([head, *filled], 1)
        for place, column in enumerate(columns, 1)
    ]


def _cells(line: str) -> list[str]:
    """What stands in each cell; nothing where one of its facts is absent."""
    parts = line.strip().removesuffix(BETWEEN.rstrip()).split(BETWEEN.rstrip())
    return ["" if ABSENT in part else part.replace(NOTHING, "").strip() for part in parts]


def _refuse_ragged(row: list[str], head: list[str], name: str) -> None:
    if len(row) != len(head):
        raise TemplateError(
            "表格{name}有一行是{cells}格，表头是{columns}格；请用“ | ”分格，格数一致",
            "a row of the table {name} has {cells} cells, its head {columns}; part as many with “ | ”",
            name=name,
            cells=len(row),
            columns=len(head),
        )


def _cell(teller: Teller, text: str, name: str) -> Block:
    """A cell, brief as a headline: sums without dollars, names as they were typed, so that all rows match."""
    typed = (part.then("typed") if isinstance(part, Token) else part for part in pieces(text))
    return block("cell", teller.tell("".join(map(str, typed)), brief=True), teller.lang, name)
