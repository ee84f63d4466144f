"""Workbooks written: text that stays text, whatever it begins with."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

_FORMULAS = ("=", "+", "-", "@")


def text_cell(cell: Cell, text: str) -> Cell:
    """Write text into a cell as text: no formula, no number, no date, also for whoever edits it.

    Raises openpyxl's IllegalCharacterError for a control character.
    """
    cell.value = text
    cell.data_type = "s"
    cell.number_format = "@"
    cell.quotePrefix = text.startswith(_FORMULAS)
    return cell


def streamed(sheet: WriteOnlyWorksheet) -> None:
    """Let a sheet that is written row by row grow in memory, once its columns are known."""
    from openpyxl.worksheet._writer import WorksheetWriter  # noqa: PLC0415  # with the workbook

    writer = WorksheetWriter(sheet, BytesIO())
    vars(sheet)["_writer"] = writer  # else openpyxl makes a file
    writer.write_top()


def as_bytes(book: Workbook) -> bytes:
    """The whole workbook as the bytes of a file; nothing of it lies in a temporary folder on the way."""
    from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing  # noqa: PLC0415
    from openpyxl.worksheet._writer import WorksheetWriter  # noqa: PLC0415  # with the workbook
    from openpyxl.writer.excel import ExcelWriter  # noqa: PLC0415

    class InMemory(ExcelWriter):
        """What openpyxl does with a file for each sheet, without the file."""

        def write_worksheet(self, ws: Any) -> None:
            ws._drawing = SpreadsheetDrawing()  # noqa: SLF001  # as openpyxl's own writer does
            ws._drawing.charts, ws._drawing.images = ws._charts, ws._images  # noqa: SLF001
            writer = self._finished(ws)
            ws._rels = writer._rels  # noqa: SLF001
            archive.writestr(ws.path[1:], writer.out.getvalue())
            self.manifest.append(ws)

        @staticmethod
        def _finished(ws: Any) -> Any:
            if book.write_only:
                ws.close()
                return ws._writer  # noqa: SLF001
            writer = WorksheetWriter(ws, BytesIO())
            writer.write()
            return writer

    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED, allowZip64=True) as archive:
        InMemory(book, archive).write_data()
    return out.getvalue()
