"""A CSV file as rows that know their line: its encoding, its commas and quotes, nothing of what they mean."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pressgen.errors import GlossaryError, Place, PressgenError
from pressgen.findings import Finding
from pressgen.glossary.rules import ENCODING, INVISIBLE, span
from pressgen.regex import regex
from pressgen.source import bytes_of
from pressgen.text import forbidden, invisible

MAX_BYTES = 64_000_000
MAX_COLUMNS = 100
FAULTS = 200
"""Faults of a file's form that are listed."""
_ESCAPED = regex(r"'+[=+\-@]")
_FORMULA = regex(r"=|[+@-][^\s]*[(|]")
_ODD = [edge + sign for edge in (",", ", ", "\n") for sign in "=+-@'"]
_BINARY = {b"PK\x03\x04": "XLSX", b"\xd0\xcf\x11\xe0": "XLS", b"%PDF": "PDF"}


@dataclass
class Rows:
    """The cells of a file by line, with what was mended and what is wrong with its form."""

    file: str
    text: str
    rows: list[tuple[int, list[str]]]
    repairs: list[Finding]
    errors: list[PressgenError]

    def place(self, line: int, column: int = 0) -> Place:
        """Where the cell of that number (from 0) begins."""
        return Place(self.file, line, _offset(self._lines[line - 1], column) + 1)

    def wrong(self, line: int, column: int, zh: str, en: str, **fields: object) -> None:
        """Note a fault of a cell, up to as many as a person would read."""
        if len(self.errors) < FAULTS:
            self.errors.append(GlossaryError(zh, en, self.place(line, column), **fields))

    @cached_property
    def _lines(self) -> list[str]:
        return self.text.split("\n")


def read(path: Path) -> Rows:
    """The rows of a CSV file. Raises GlossaryError for what is no CSV; faults of rows are collected."""
    return parse(bytes_of(path, MAX_BYTES), str(path))


def parse(data: bytes, file: str) -> Rows:
    """The rows of CSV bytes; ``file`` is the name used in messages."""
    text, encoding = _decoded(data, file)
    rows = Rows(file, text, [], [], [])
    if encoding:
        rows.repairs.append(ENCODING.at(span(Place(file, 1)), encoding=encoding))
    _refuse_other_commas(text, file)
    rows.rows.extend(_records(rows))
    _clean(rows)
    return rows


def escaped(cell: str) -> str:
    """A cell as it is written: what a spreadsheet would run gets an apostrophe in front.

    >>> escaped("=1+1"), escaped("-ization"), escaped("Foshan")
    ("'=1+1", "'-ization", 'Foshan')
    """
    return "'" + cell if cell.lstrip("'")[:1] in ("=", "+", "-", "@") and cell else cell


def _decoded(data: bytes, file: str) -> tuple[str, str]:
    """Text with line feeds, and the encoding where it was not UTF-8."""
    for magic, kind in _BINARY.items():
        if data.startswith(magic):
            raise _no_csv(file, kind)
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise _no_csv(file, "UTF-16")
    try:
        text, encoding = data.removeprefix(codecs.BOM_UTF8).decode("utf-8"), ""
    except UnicodeDecodeError as error:
        text, encoding = _from_gb18030(data, file, error), "GB18030 (GBK)"
    if text.lstrip()[:1] == "<":
        raise _no_csv(file, "HTML/XML")
    return text.replace("\r\n", "\n").replace("\r", "\n"), encoding


def _from_gb18030(data: bytes, file: str, first: UnicodeDecodeError) -> str:
    try:
        return data.decode("gb18030")
    except UnicodeDecodeError:
        line = data[: first.start].count(b"\n") + 1
        raise GlossaryError(
            "既不是UTF-8也不是GB18030编码；请另存为“CSV UTF-8”",
            "neither UTF-8 nor GB18030; save it as CSV UTF-8",
            Place(file, line),
        ) from None


def _no_csv(file: str, kind: str) -> GlossaryError:
    return GlossaryError(
        "这是{kind}，不是CSV；请另存为“CSV UTF-8（逗号分隔）”，Excel文件请用.xlsx扩展名",
        "this is {kind}, not CSV; save it as CSV UTF-8 (comma delimited), or name a workbook .xlsx",
        Place(file),
        kind=kind,
    )


def _refuse_other_commas(text: str, file: str) -> None:
    """A header of several names has commas, or it is not the table it seems to be."""
    header = text.split("\n", 1)[0]
    for mark, chinese, english in (
        (";", "分号", "semicolons"),
        ("\t", "制表符", "tabs"),
        ("，", "全角逗号", "full-width commas"),
    ):
        if mark in header and "," not in header:
            raise GlossaryError(
                "各列用{chinese}隔开；请改用半角逗号，或另存为“CSV UTF-8（逗号分隔）”",
                "columns are parted by {english}; use commas, or save as CSV UTF-8 (comma delimited)",
                Place(file, 1, header.index(mark) + 1),
                chinese=chinese,
                english=english,
            )


def _records(rows: Rows) -> Iterator[tuple[int, list[str]]]:
    if '"' not in rows.text:
        yield from _unquoted(rows)
        return
    reader = csv.reader(io.StringIO(rows.text, newline=""), strict=True)
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            _quote(rows, line, str(error))
            continue
        if any(cells) and _fits(rows, line, cells):
            yield line, cells


def _unquoted(rows: Rows) -> Iterator[tuple[int, list[str]]]:
    """The records of a text without quotes: every line is one."""
    longest = csv.field_size_limit()
    for line, text in enumerate(rows.text.split("\n"), 1):
        cells = text.split(",")
        if len(text) > longest and len(max(cells, key=len)) > longest:
            _quote(rows, line, "field larger")
        elif text.strip(",") and _fits(rows, line, cells):
            yield line, cells


def _fits(rows: Rows, line: int, cells: list[str]) -> bool:
    if len(cells) > MAX_COLUMNS:
        rows.wrong(line, MAX_COLUMNS, "超过{most}列", "over {most} columns", most=MAX_COLUMNS)
    return len(cells) <= MAX_COLUMNS


def _quote(rows: Rows, line: int, reason: str) -> None:
    if "field larger" in reason:
        rows.wrong(line, 0, "单元格过长；多半是引号没有闭合", "a cell is too long; a quote may be open")
        return
    rows.wrong(
        line,
        0,
        "这一行的引号没有闭合，或引号后面还有文字；请补上引号，文字里的引号要写两遍",
        'a quote opens here and is not closed, or text follows it; close it, and double quotes inside ("")',
    )


def _clean(rows: Rows) -> None:
    """Blanks at the edges and invisible characters go; controls, formulas and line breaks are faults."""
    hidden = bool(forbidden(rows.text) or invisible(rows.text))
    odd = '"' in rows.text or any(sign in rows.text for sign in _ODD if sign[-1] in rows.text)
    for line, cells in rows.rows:
        cells[:] = map(str.strip, cells)
        if hidden:
            _unhide(rows, line, cells)
        if odd:
            _mend(rows, line, cells)


def _mend(rows: Rows, line: int, cells: list[str]) -> None:
    for column, cell in enumerate(cells):
        if cell[:1] in ("=", "+", "-", "@", "'") or "\n" in cell:
            _unescape(rows, line, column, cells)


def _unhide(rows: Rows, line: int, cells: list[str]) -> None:
    for column, cell in enumerate(cells):
        if bad := forbidden(cell):
            zh, en = "含有控制字符{character}；请删除", "holds the control character {character}; delete it"
            rows.wrong(line, column, zh, en, character=bad[1])
        if hidden := invisible(cell):
            cells[column] = "".join(word for word in cell if not invisible(word)).strip()
            place = span(rows.place(line, column), cell)
            rows.repairs.append(INVISIBLE.at(place, text=cells[column], character=hidden[1]))


def _unescape(rows: Rows, line: int, column: int, cells: list[str]) -> None:
    cell = cells[column]
    if _ESCAPED.match(cell):
        cells[column] = cell[1:]
    elif _FORMULA.match(cell):
        rows.wrong(
            line,
            column,
            "“{cell}”是公式；请写文字（确要这些字，请在前面加一个半角撇号）",
            '"{cell}" is a formula; write text (or put an apostrophe in front if it is meant)',
            cell=cell[:40],
        )
    elif "\n" in cell:
        rows.wrong(
            line,
            column,
            "单元格里有换行，可能是这一行的引号没有闭合；请写成一行",
            "the cell holds a line break, perhaps from a quote left open here; write it in one line",
        )


def _offset(line: str, column: int) -> int:
    """Where in a line the cell of that number begins, commas inside quotes not counted."""
    quoted = False
    for place, character in enumerate(line):
        if column == 0:
            return place
        quoted ^= character == '"'
        column -= character == "," and not quoted
    return len(line)
