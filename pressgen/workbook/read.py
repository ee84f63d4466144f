"""A workbook's bytes become sheets: cells by row and column, what is merged, what is hidden.

One pass in bounded memory, and nothing that openpyxl shows only in part: a formula beside its value,
merged and hidden cells beside a stream of rows. No formula is worked out and no link followed.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from pressgen.archive import open_package, parse_xml, stream_xml
from pressgen.errors import FileError, Place
from pressgen.regex import regex
from pressgen.workbook import values
from pressgen.workbook.cell import Cell
from pressgen.workbook.codes import codes_of

if TYPE_CHECKING:
    from pressgen.archive import Element

CELLS_MOST = 1_000_000
"""Filled cells of one sheet; a glossary of 200,000 rows and five columns."""

_REFERENCE = regex(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
_TRUE = ("1", "true")
_BROKEN = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)


@dataclass(frozen=True, slots=True)
class Area:
    """Merged cells: first and last row (from 1) and column (from 0)."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Grid:
    """What stands on a sheet: filled cells by row (from 1) and column (from 0), what is merged or hidden."""

    rows: dict[int, dict[int, Cell]] = field(default_factory=dict)
    merged: list[Area] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)

    def hides(self, row: int, column: int) -> bool:
        """Whether a cell is out of sight."""
        return row in self.hidden_rows or any(a <= column <= b for a, b in self.hidden_columns)


@dataclass(frozen=True, slots=True)
class _Package:
    """What the sheets of one workbook share."""

    name: str
    parts: Mapping[str, bytes]
    strings: list[str]
    codes: list[str]
    epoch: int
    most: int


class Sheet:
    """One worksheet, read when it is first looked at. ``only``: the workbook shows no other."""

    def __init__(self, package: _Package, title: str, part: str, *, hidden: bool, only: bool) -> None:
        self.file = package.name
        self.title = title
        self.hidden = hidden
        self.only = only
        self._package = package
        self._part = part

    def named(self, cell: str) -> str:
        """A cell with its sheet, where there are several."""
        return cell if self.only else f"{self.title}!{cell}"

    def place(self, row: int, column: int = 0) -> Place:
        """Where a cell stands: ``names.xlsx!C7``, with the sheet where there are several."""
        return Place(self.file, row, column + 1, self.named(f"{letter(column)}{row}"))

    @property
    def rows(self) -> dict[int, dict[int, Cell]]:
        """The filled cells by row (from 1) and column (from 0). Raises FileError, as ``grid``."""
        return self.grid.rows

    @cached_property
    def grid(self) -> Grid:
        """All that stands on the sheet. Raises FileError: damaged, or more cells than are read."""
        try:
            return _Reader(self._package).read(self._part)
        except _BROKEN as error:
            raise _damaged(self.file) from error


def open_book(data: bytes, name: str, most: int = CELLS_MOST) -> list[Sheet]:
    """The worksheets of a workbook, hidden ones too, in their order.

    ``most`` is how many filled cells one sheet may have. Raises FileError: no workbook (and what it is
    instead), damaged, protected by a password, or built to exhaust a reader.
    """
    parts = open_package(data, name)
    try:
        return _sheets(parts, name, most)
    except _BROKEN as error:
        raise _damaged(name) from error


def letter(column: int) -> str:
    """The letter of a column counted from 0.

    >>> letter(2), letter(26)
    ('C', 'AA')
    """
    before, at = divmod(column, 26)
    return (letter(before - 1) if before else "") + chr(ord("A") + at)


def position(reference: str) -> tuple[int, int]:
    """Row (from 1) and column (from 0) of a reference. Raises ValueError.

    >>> position("C7"), position("XFD1048576")
    ((7, 2), (1048576, 16383))
    """
    found = _REFERENCE.fullmatch(reference)
    if found is None:
        raise ValueError(reference)
    column = 0
    for character in found[1].upper():
        column = column * 26 + ord(character) - ord("A") + 1
    return int(found[2]), column - 1


def _sheets(parts: Mapping[str, bytes], name: str, most: int) -> list[Sheet]:
    main = next(
        (part for part, kind in _related(parts, "", name) if kind == "officeDocument"), "xl/workbook.xml"
    )
    if main.endswith(".bin"):
        raise FileError(
            "这是二进制工作簿（.xlsb）；请另存为.xlsx",
            "this is a binary workbook (.xlsb); save it as .xlsx",
            Place(name),
        )
    book = parse_xml(parts[main], name, main)
    targets = {
        key: part for key, (part, kind) in _relations(parts, main, name).items() if kind == "worksheet"
    }
    package = _package(parts, main, name, book, most)
    listed = [
        (each, targets[_id(each)]) for each in book.iterfind("{*}sheets/{*}sheet") if _id(each) in targets
    ]
    if len({part for _, part in listed}) < len(listed):  # thousands of sheets on one part are an attack
        raise _damaged(name)
    shown = [each for each, _ in listed if not _hidden(each)]
    return [
        Sheet(
            package,
            each.get("name", ""),
            part,
            hidden=_hidden(each),
            only=len(shown) == 1 and each is shown[0],
        )
        for each, part in listed
    ]


def _package(parts: Mapping[str, bytes], main: str, name: str, book: Element, most: int) -> _Package:
    related = {kind: part for part, kind in _related(parts, main, name)}
    properties = book.find("{*}workbookPr")
    late = properties is not None and properties.get("date1904", "").lower() in _TRUE
    strings = parts.get(related.get("sharedStrings", ""))
    styles = parts.get(related.get("styles", ""))
    return _Package(
        name,
        parts,
        [values.said(each) for each in stream_xml(strings, name, "sharedStrings.xml", "si")]
        if strings
        else [],
        codes_of(parse_xml(styles, name, "styles.xml")) if styles else [],
        1904 if late else 1900,
        most,
    )


def _hidden(sheet: Element) -> bool:
    return sheet.get("state", "visible") != "visible"


def _id(sheet: Element) -> str:
    return next((str(value) for key, value in sheet.attrib.items() if str(key).endswith("}id")), "")


def _related(parts: Mapping[str, bytes], part: str, name: str) -> list[tuple[str, str]]:
    return list(_relations(parts, part, name).values())


def _relations(parts: Mapping[str, bytes], part: str, name: str) -> dict[str, tuple[str, str]]:
    """By id the part a part refers to, and its kind; what lies outside the package is left alone."""
    folder, _, file = part.rpartition("/")
    source = posixpath.join(folder, "_rels", f"{file}.rels")
    if source not in parts:
        return {}
    return {
        each.get("Id", ""): (_target(folder, each.get("Target", "")), each.get("Type", "").rpartition("/")[2])
        for each in parse_xml(parts[source], name, source).iterfind("{*}Relationship")
        if each.get("TargetMode") != "External"
    }


def _target(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


class _Reader:
    """Reads one sheet's part; a cell or a row that does not say where it is stands behind the last."""

    def __init__(self, package: _Package) -> None:
        self.package = package
        self.grid = Grid()
        self.row = 0
        self.column = -1
        self.inside: Element | None = None
        self.count = 0

    def read(self, part: str) -> Grid:
        """The whole part."""
        name = self.package.name
        for element in stream_xml(self.package.parts[part], name, part, "c", "row", "mergeCell", "col"):
            kind = str(element.tag).rpartition("}")[2]
            if kind == "c":
                self.cell(element)
            elif kind == "row":
                self.enter(element)
                self.inside = None
            elif kind == "col" and element.get("hidden", "").lower() in _TRUE:
                self.grid.hidden_columns.append(
                    (int(element.get("min", "1")) - 1, int(element.get("max", "1")) - 1)
                )
            elif kind == "mergeCell":
                self.merge(element.get("ref", ""))
        return self.grid

    def enter(self, row: Element | None) -> None:
        """A row begins with its first cell, or where it has none with its end."""
        if row is None or row is self.inside:
            return
        self.inside = row
        self.row = int(row.get("r") or self.row + 1)
        self.column = -1
        if row.get("hidden", "").lower() in _TRUE:
            self.grid.hidden_rows.add(self.row)

    def cell(self, element: Element) -> None:
        """Keep a cell that holds something."""
        self.enter(element.getparent())
        reference = element.get("r")
        self.column = position(reference)[1] if reference else self.column + 1
        cell = values.cell(element, self.package.strings, self.package.codes, self.package.epoch)
        if cell is None:
            return
        self.count += 1
        if self.count > self.package.most:
            raise _too_many(self.package)
        self.grid.rows.setdefault(self.row, {})[self.column] = cell

    def merge(self, reference: str) -> None:
        """Keep a merged area."""
        first, _, last = reference.partition(":")
        (top, left), (bottom, right) = position(first), position(last or first)
        self.grid.merged.append(Area(top, left, bottom, right))


def _too_many(package: _Package) -> FileError:
    return FileError(
        "一张工作表填了超过{most}格；请拆分，或删去多余内容后另存",
        "a sheet has more than {most} filled cells; split it, or delete what is not needed and save it again",
        Place(package.name),
        most=package.most,
    )


def _damaged(name: str) -> FileError:
    return FileError(
        "工作簿已损坏；请用Excel打开后另存",
        "the workbook is damaged; open it in Excel and save it again",
        Place(name),
    )
