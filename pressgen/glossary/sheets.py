"""The sheets of a workbook as rows of text that know their cell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pressgen import workbook
from pressgen.errors import GlossaryError, Place, PressgenError
from pressgen.findings import Finding
from pressgen.glossary.rules import INVISIBLE, span
from pressgen.text import forbidden, invisible
from pressgen.workbook import Cell, letter

MAX_ROWS = 200_000
MAX_COLUMNS = 60


@dataclass(slots=True)
class NameSheet:
    """One visible sheet: its rows by number, cells as a person would have typed them."""

    file: str
    title: str
    only: bool
    rows: list[tuple[int, list[str]]]
    repairs: list[Finding] = field(default_factory=list)
    errors: list[PressgenError] = field(default_factory=list)

    def place(self, row: int, column: int = 0) -> Place:
        """Where a cell stands: ``names.xlsx!C7``, with the sheet where there are several."""
        cell = f"{letter(column)}{row}"
        return Place(self.file, row, cell=cell if self.only else f"{self.title}!{cell}")


def sheets_of(data: bytes, name: str) -> list[NameSheet]:
    """The visible sheets. Raises FileError for what is no workbook or built to exhaust a reader."""
    sheets = []
    for held in workbook.open_book(data, name):
        if not held.hidden:
            sheet = NameSheet(name, held.title, held.only, [])
            _fill(sheet, held.rows)
            sheets.append(sheet)
    return sheets


def _fill(sheet: NameSheet, rows: Mapping[int, Mapping[int, Cell]]) -> None:
    for number in sorted(rows):
        if number > MAX_ROWS:
            at = sheet.place(number)
            sheet.errors.append(
                GlossaryError("超过{most}行；请拆分", "more than {most} rows; split it", at, most=MAX_ROWS)
            )
            return
        row = {column: cell for column, cell in rows[number].items() if column < MAX_COLUMNS}
        cells = [""] * (max(row, default=-1) + 1)
        for column, cell in row.items():
            if cell.unknown:
                sheet.errors.append(workbook.no_value(cell, sheet.place(number, column)))
            else:
                cells[column] = workbook.typed(cell)
        if any(cells):
            _clean(sheet, number, cells)
            sheet.rows.append((number, cells))


def _clean(sheet: NameSheet, row: int, cells: list[str]) -> None:
    """Invisible characters go; controls are faults."""
    for column, cell in enumerate(cells):
        if bad := forbidden(cell):
            sheet.errors.append(
                GlossaryError(
                    "含有控制字符{character}；请删除",
                    "holds the control character {character}; delete it",
                    sheet.place(row, column),
                    character=bad[1],
                )
            )
        while hidden := invisible(cells[column]):
            at, character = hidden
            cells[column] = cells[column][:at] + cells[column][at + 1 :]
            place = span(sheet.place(row, column), cell)
            sheet.repairs.append(INVISIBLE.at(place, text=cells[column], character=character))
