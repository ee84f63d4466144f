"""Rows of a table of rates as cells that know their place: CSV text, or the first sheet of a workbook."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pressgen.errors import FileError, Place, RateError, Wording
from pressgen.regex import regex
from pressgen.source import bytes_of
from pressgen.text import forbidden

if TYPE_CHECKING:
    from pressgen import workbook

MAX_BYTES = 5_000_000
MAX_ROWS = 200_000
MAX_COLUMNS = 26

_CELL = regex(r'\s*(?:"((?:[^"]|"")*)"\s*|([^,"]*))(,|$)')


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell, without blanks around it, and where."""

    text: str
    at: Place


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows that hold anything, the header first, and what a reader should know about the file."""

    rows: list[list[Cell]]
    at: Place
    notes: tuple[Wording, ...] = ()


def read(path: Path) -> Rows:
    """A CSV or XLSX file's rows. Raises FileError, RateError."""
    data = bytes_of(path, MAX_BYTES)
    if not data.strip():
        raise RateError(
            "文件是空的；首行应为date,base,quote,rate",
            "the file is empty; it begins with the line date,base,quote,rate",
            Place(str(path)),
        )
    if path.suffix.lower() in (".xlsx", ".xlsm"):
        return Rows(list(_workbook_rows(data, str(path))), Place(str(path), cell="A1"))
    text, notes = _decoded(data, str(path))
    return Rows(list(_rows(text, str(path))), Place(str(path), 1), notes)


def _decoded(data: bytes, name: str) -> tuple[str, tuple[Wording, ...]]:
    try:
        return data.removeprefix(codecs.BOM_UTF8).decode("utf-8"), ()
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("gb18030"), (_GB18030,)
    except UnicodeDecodeError:
        raise FileError(
            "既不是UTF-8也不是GB18030编码；请另存为“CSV UTF-8”",
            "this is neither UTF-8 nor GB18030; save it as “CSV UTF-8”",
            Place(name),
        ) from None


_GB18030 = Wording(
    "按GB18030（GBK）编码读取；建议另存为“CSV UTF-8”",
    "read as GB18030 (GBK); better save it as “CSV UTF-8”",
)


def _rows(text: str, name: str) -> Iterator[list[Cell]]:
    for line, row in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        if line > MAX_ROWS:
            raise RateError("超过{most}行", "more than {most} rows", Place(name, line), most=MAX_ROWS)
        if row.strip(", \t"):
            yield list(_cells(row, name, line))


def _workbook_rows(data: bytes, name: str) -> Iterator[list[Cell]]:
    """The first sheet in sight; formulas by the value Excel last worked out. Raises FileError."""
    from pressgen import workbook  # noqa: PLC0415  # a table in CSV needs none

    rows = next((sheet.rows for sheet in workbook.open_book(data, name) if not sheet.hidden), {})
    wide = min(max((max(cells) for cells in rows.values()), default=-1) + 1, MAX_COLUMNS)
    for line in sorted(rows):
        if line > MAX_ROWS:
            return
        places = [Place(name, cell=f"{workbook.letter(column)}{line}") for column in range(wide)]
        cells = [Cell(_typed(rows[line].get(column), at), at) for column, at in enumerate(places)]
        if any(cell.text for cell in cells):
            yield cells


def _typed(cell: workbook.Cell | None, at: Place) -> str:
    from pressgen import workbook  # noqa: PLC0415  # as above

    if cell and cell.unknown:
        raise workbook.no_value(cell, at)
    return workbook.typed(cell) if cell else ""


def _cells(row: str, name: str, line: int) -> Iterator[Cell]:
    control = forbidden(row)
    start, end = 0, ","
    while end and not control:
        found = _CELL.match(row, start)
        if found is None:
            raise RateError(
                "引号没有配对；请补上或删去",
                "a quotation mark without its pair; close or delete it",
                Place(name, line, start + 1),
            )
        quoted, bare, end = found.groups()
        column = found.start(1 if bare is None else 2) + 1
        yield Cell((quoted.replace('""', '"') if bare is None else bare).strip(), Place(name, line, column))
        start = found.end()
    if control:
        zh, en = "含有控制字符{character}；请删除", "holds the control character {character}; delete it"
        raise RateError(zh, en, Place(name, line, control[0] + 1), character=control[1])
