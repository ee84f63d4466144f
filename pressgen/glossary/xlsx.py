"""Glossary workbooks: the tables of all sheets read, each fault with its cell, and one table written."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from pressgen import outbox, workbook
from pressgen.errors import GlossaryError, Place, PressgenError, Wording, raise_all, series
from pressgen.findings import Finding, Rule
from pressgen.glossary import columns, compose, tables
from pressgen.glossary.entry import Entry, Glossary
from pressgen.glossary.rules import INVISIBLE, UNUSED_COLUMN, span
from pressgen.source import bytes_of
from pressgen.text import forbidden, han, invisible
from pressgen.workbook import Cell, as_bytes, letter, streamed, text_cell

if TYPE_CHECKING:
    from openpyxl.cell import Cell as WrittenCell
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet


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


NO_TABLE = Rule(
    "terminology/no-table",
    "note",
    Wording(
        "工作表“{sheet}”前{most}行里没有表头，未读入",
        'the sheet "{sheet}" has no header in its first {most} rows and is left out',
    ),
    Wording("表头是id、lang、term，或者zh、en", "a header is id, lang, term, or zh, en"),
)
HEADER_WITHIN = 50
"""Rows in which a table begins; above it may stand a title and notes."""
WIDEST = 60
"""Letters a column shows."""


def read(path: Path) -> Glossary:
    """The glossary of a workbook: one row a term, or one row a concept with ``zh`` and ``en``, on any sheet.

    The table may stand lower on its sheet; sheets without one are named in ``Glossary.repairs``. Raises
    GlossaryError with the cell, Faults with all faults of the file, FileError for what is no workbook.
    """
    return parse(bytes_of(path), str(path))


def parse(data: bytes, name: str) -> Glossary:
    """The same of bytes; ``name`` ends in .xlsx or .xlsm."""
    entries: dict[str, Entry] = {}
    repairs: list[Finding] = []
    errors: list[PressgenError] = []
    sheets = sheets_of(data, name)
    repairs += [_without_table(sheet) for sheet in sheets if sheet.rows and _start(sheet) is None]
    found = [(sheet, start) for sheet in sheets if (start := _start(sheet)) is not None]
    for sheet, start in found:
        table = _table(sheet, start)
        for entry in compose.entries(table):
            entry_id = _free(entry.id, entries)
            entries[entry_id] = entry._replace(id=entry_id)
        repairs += table.repairs
        errors += table.errors
    raise_all(errors)
    if not found:
        raise _no_table(name, sheets)
    return Glossary(entries.values(), repairs)


def write(glossary: Glossary, path: Path) -> None:
    """Write one row a term, whole or not at all; ``read`` gives the same glossary.

    Text stays text, whatever it begins with. Raises GlossaryError, FileError.
    """
    outbox.put(path, to_bytes(glossary, str(path)))


def to_bytes(glossary: Glossary, name: str = "") -> bytes:
    """The same as bytes: the header is bold and stays in sight, columns are wide enough to read."""
    from openpyxl import Workbook  # noqa: PLC0415  # 0.2 s, and most glossaries are CSV
    from openpyxl.utils.exceptions import IllegalCharacterError  # noqa: PLC0415

    header, rows = tables.records(glossary)
    book = Workbook(write_only=True)
    sheet = book.create_sheet("glossary")
    sheet.freeze_panes = "A2"
    for number, width in enumerate(_widths([header, *rows])):
        sheet.column_dimensions[letter(number)].width = width
    try:
        cells = [[_cell(sheet, text, bold=row is header) for text in row] for row in [header, *rows]]
    except IllegalCharacterError as error:
        raise GlossaryError(
            "有工作簿写不下的控制字符：{text}；请从术语表中删除",
            "a control character that no workbook can hold: {text}; delete it from the glossary",
            Place(name),
            text=ascii(str(error))[:80],
        ) from None
    streamed(sheet)
    for row in cells:
        sheet.append(row)
    return as_bytes(book)


def _cell(sheet: WriteOnlyWorksheet, text: str, *, bold: bool) -> WrittenCell | None:
    """A cell of text: what looks like a formula is marked as text, also for whoever edits it."""
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415  # with the workbook
    from openpyxl.styles import Font  # noqa: PLC0415

    if not text:
        return None
    cell = text_cell(WriteOnlyCell(sheet), text)
    if bold:
        cell.font = Font(bold=True)
    return cell


def _widths(rows: Sequence[Sequence[str]]) -> Iterator[int]:
    """A Han character is as wide as two letters."""
    for texts in zip(*rows, strict=True):
        yield min(WIDEST, max(len(text) + han(text) for text in texts) + 2)


def _start(sheet: NameSheet) -> int | None:
    """Which of the rows is the header of a table; None where the sheet has none."""
    for number, (_, cells) in enumerate(sheet.rows[:HEADER_WITHIN]):
        names = {columns.name(cell) for cell in cells}
        if names.issuperset(columns.WIDE) or {"term", "lang"} <= names:
            return number
    return None


def _table(sheet: NameSheet, start: int) -> compose.Table:
    line, cells = sheet.rows[start]
    width = max(number for number, cell in enumerate(cells, 1) if cell)
    header = cells[:width]
    table = compose.Table(sheet.file, header, [], sheet.place, line, sheet.repairs, sheet.errors)
    table.rows = [(number, _row(table, number, row)) for number, row in sheet.rows[start + 1 :]]
    return table


def _row(table: compose.Table, number: int, cells: list[str]) -> list[str]:
    """A row as wide as the header; what stands beside the table is left alone and named."""
    width = len(table.header)
    for column in range(width, len(cells)):
        if cells[column]:
            at = span(table.place(number, column), cells[column])
            table.repairs.append(UNUSED_COLUMN.at(at, column=letter(column)))
    row = cells[:width] + [""] * (width - len(cells))
    for column, cell in enumerate(row):
        if "\n" in cell:
            row[column] = " ".join(cell.split())
            if columns.name(table.header[column]) in ("term", *columns.WIDE):
                table.wrong(
                    number,
                    column,
                    "格里有换行；一行写一个名称",
                    "the cell holds a line break; write one name a row",
                )
    return row


def _free(wanted: str, taken: Collection[str]) -> str:
    """Two sheets may each have a 主任: the second is 主任#2, as in one sheet."""
    number, free = 1, wanted
    while free in taken:
        number += 1
        free = f"{wanted}#{number}"
    return free


def _without_table(sheet: NameSheet) -> Finding:
    at = span(Place(sheet.file, cell=sheet.title), sheet.title)
    return NO_TABLE.at(at, sheet=sheet.title, most=HEADER_WITHIN)


def _no_table(name: str, sheets: Sequence[NameSheet]) -> GlossaryError:
    return GlossaryError(
        "前{most}行里没有表头；需要id、lang、term（一行一个名称），或者zh、en（一行一个概念）；看过的工作表：{sheets}",
        "no header in the first {most} rows; a table has id, lang, term (one row a name) or zh, en"
        " (one row a concept); sheets looked at: {sheets}",
        Place(name),
        most=HEADER_WITHIN,
        sheets=series([sheet.title for sheet in sheets] or ["–"]),
    )
