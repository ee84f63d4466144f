"""The sheets of a workbook as rows of text that know their cell."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from math import isfinite
from typing import Any

from pressgen.archive import open_package
from pressgen.errors import FileError, GlossaryError, Place, PressgenError
from pressgen.findings import Finding
from pressgen.glossary.rules import INVISIBLE, span
from pressgen.text import forbidden, invisible

MAX_ROWS = 200_000
MAX_COLUMNS = 60
_BROKEN = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    OSError,
    SyntaxError,
    TypeError,
    ValueError,
)


@dataclass(slots=True)
class Sheet:
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


def sheets_of(data: bytes, name: str) -> list[Sheet]:
    """The visible sheets. Raises FileError for what is no workbook or built to exhaust a reader."""
    parts = open_package(data, name)
    formulas = any(b"<f" in content for part, content in parts.items() if "worksheets/" in part)
    said = _loaded(data, name, values=True)
    written = _loaded(data, name, values=False) if formulas else {}
    shown = [title for title, sheet in said.items() if sheet is not None]
    sheets = []
    for title in shown:
        sheet = Sheet(name, title, len(shown) == 1, [])
        _fill(sheet, said[title] or {}, written.get(title) or {})
        sheets.append(sheet)
    return sheets


def letter(column: int) -> str:
    """The letter of a column counted from 0.

    >>> letter(2), letter(26)
    ('C', 'AA')
    """
    before, at = divmod(column, 26)
    return (letter(before - 1) if before else "") + chr(ord("A") + at)


def _loaded(data: bytes, name: str, *, values: bool) -> dict[str, dict[int, tuple[Any, ...]] | None]:
    """Every worksheet's cells, formulas by the value Excel last worked out or as written; None if hidden."""
    import openpyxl  # noqa: PLC0415  # 0.2 s, and most glossaries are CSV

    try:
        with warnings.catch_warnings(action="ignore"):
            book = openpyxl.load_workbook(BytesIO(data), read_only=True, data_only=values)
            return {
                sheet.title: _cells(sheet) if sheet.sheet_state == "visible" else None
                for sheet in book.worksheets
            }
    except _BROKEN as error:
        raise FileError(
            "工作簿已损坏；请用Excel打开后另存",
            "the workbook is damaged; open it in Excel and save it again",
            Place(name),
        ) from error


def _cells(sheet: Any) -> dict[int, tuple[Any, ...]]:
    """The rows that hold something, one beyond what is read at most: some programs format a million rows."""
    sheet.reset_dimensions()
    rows = enumerate(sheet.iter_rows(max_col=MAX_COLUMNS, values_only=True), 1)
    held = ((number, row) for number, row in rows if any(value is not None for value in row))
    found: dict[int, tuple[Any, ...]] = {}
    for number, row in held:
        found[number] = row
        if number > MAX_ROWS:
            break
    return found


def _fill(sheet: Sheet, said: Mapping[int, tuple[Any, ...]], written: Mapping[int, tuple[Any, ...]]) -> None:
    for number in sorted({*said, *written}):
        if number > MAX_ROWS:
            at = sheet.place(number)
            sheet.errors.append(
                GlossaryError("超过{most}行；请拆分", "more than {most} rows; split it", at, most=MAX_ROWS)
            )
            return
        formulas = written.get(number, ())
        values = said.get(number, (None,) * len(formulas))
        cells = [_text(value) for value in values]
        for column, formula in enumerate(formulas):
            if isinstance(formula, str) and formula.startswith("=") and values[column] is None:
                sheet.errors.append(_no_value(sheet.place(number, column), formula))
        if any(cells):
            _clean(sheet, number, cells)
            sheet.rows.append((number, cells))


def _clean(sheet: Sheet, row: int, cells: list[str]) -> None:
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


def _no_value(at: Place, formula: str) -> GlossaryError:
    return GlossaryError(
        "公式{formula}没有算出的值；请在Excel里打开并保存，或改成文字",
        "the formula {formula} holds no value; open and save the file in Excel, or write text",
        at,
        formula=formula[:40],
    )


def _text(value: object) -> str:
    """A cell as a person would have typed it."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and isfinite(value):
        return f"{Decimal(repr(value)).normalize():f}"
    return "" if value is None else str(value).strip()
