"""Workbooks written: text that stays text, whatever it begins with."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell

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


def as_bytes(book: Workbook) -> bytes:
    """The whole workbook as the bytes of a file."""
    out = BytesIO()
    book.save(out)
    return out.getvalue()
