"""Workbooks (XLSX) as sheets of cells that know their place: for glossaries, rate tables and forms."""

from pressgen.workbook.cell import Cell, no_value, typed
from pressgen.workbook.display import displayed
from pressgen.workbook.read import Sheet, letter, open_book, position
from pressgen.workbook.write import as_bytes, streamed, text_cell

__all__ = [
    "Cell",
    "Sheet",
    "as_bytes",
    "displayed",
    "letter",
    "no_value",
    "open_book",
    "position",
    "streamed",
    "text_cell",
    "typed",
]
