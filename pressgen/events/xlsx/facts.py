"""The sheet of facts: its header found wherever it stands, then one row a field, by the field's code."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from pressgen.errors import EventError, Place, PressgenError
from pressgen.events.fields import Field, Fields
from pressgen.events.refusal import refuse
from pressgen.events.xlsx import texts
from pressgen.events.xlsx.sheet import HEADER_WITHIN, Page, words
from pressgen.events.xlsx.texts import Written
from pressgen.source import Node
from pressgen.workbook import Sheet

_CODE = frozenset({"代码", "code", "字段", "field", "key"})
_SIDES = {
    "zh": frozenset({"中文", "chinese", "zh"}),
    "en": frozenset({"英文", "english", "en"}),
    "": frozenset({"值", "value", "内容", "填写"}),
}


@dataclass(frozen=True, slots=True)
class Header:
    """Where the columns of a sheet of facts are: its row, the column of codes, those to fill by language."""

    row: int
    code: int
    sides: dict[str, int]


@dataclass(slots=True)
class Given:
    """What rows or items give: nodes by path, items of lists by path, and the cell of every field."""

    nodes: dict[str, Node] = field(default_factory=dict)
    lists: dict[str, list[Node]] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)


def header(sheet: Sheet) -> Header | None:
    """Where the header of a sheet of facts is, or None where it has none."""
    page = Page(sheet)
    for row in sorted(sheet.rows)[:HEADER_WITHIN]:
        named = {column: words(page.text(row, column)) for column in sorted(sheet.rows[row])}
        code = next((column for column, title in named.items() if title and title <= _CODE), None)
        sides = {
            lang: column
            for lang, titles in _SIDES.items()
            for column, title in reversed(named.items())
            if title and title <= titles
        }
        if code is not None and sides:
            return Header(row, code, sides)
    return None


class Facts:
    """The rows of a sheet of facts. A row without a code that follows a list's goes on with the list."""

    def __init__(self, sheet: Sheet, head: Header) -> None:
        self.page = Page(sheet)
        self.head = head
        self.given = Given()
        self.sources: dict[str, Place] = {}

    @property
    def at(self) -> Place:
        """Where the facts begin."""
        return self.page.sheet.place(self.head.row, self.head.code)

    def filled(self) -> bool:
        """Whether anything stands in the cells to fill, except the type that a new form has already."""
        return any(
            self.page.text(row, column) and self.page.text(row, self.head.code) != "release"
            for row in self.rows()
            for column in self.head.sides.values()
        )

    def release(self) -> Written | None:
        """The type the form is for."""
        for row in self.rows():
            for column in self.head.sides.values():
                if self.page.text(row, self.head.code) == "release" and (text := self.page.text(row, column)):
                    return Written(text, self.page.sheet.place(row, column))
        return None

    def rows(self) -> Iterator[int]:
        """The numbers of the rows below the header."""
        return (row for row in sorted(self.page.sheet.rows) if row > self.head.row)

    def cells(self, row: int, path: str, declared: Field | None) -> dict[str, Written]:
        """The filled cells of a row by language."""
        found = {
            lang: self.page.written(row, column, path, declared) for lang, column in self.head.sides.items()
        }
        return {lang: cell for lang, cell in found.items() if cell}

    def read(self, fields: Fields | None) -> Given:
        """All rows; without fields only to find the cells that cannot be believed."""
        going = ""
        codes: dict[int, str] = {}
        for row in self.rows():
            code = self.page.text(row, self.head.code)
            if not code and not any(self.page.text(row, column) for column in self.head.sides.values()):
                going = ""
                continue
            path = code or going
            codes[row] = path
            self.row(row, path, fields.find(path) if fields and path else None)
            if fields and (listed := _list_above(fields, path)) and path in self.given.nodes:
                self.page.faults.append(_on_a_sheet(path, listed, self.given.nodes.pop(path).at))
            going = path if fields and _several(fields.find(path)) else ""
        inputs = dict.fromkeys(self.head.sides.values(), "")
        self.page.refuse_merged(self.head.row, inputs, codes)
        return self.given

    def row(self, row: int, path: str, declared: Field | None) -> None:
        """One row."""
        cells = self.cells(row, path or self.page.sheet.title, declared)
        self.given.places.setdefault(path, self.page.first(row, list(self.head.sides.values())))
        if not cells:
            return
        if not path:
            self.page.faults.append(_no_code(next(iter(cells.values())), self.page.sheet.title))
        elif declared is not None and _several(declared):
            self.several(path, declared, cells)
        else:
            self.single(row, path, declared, cells)

    def several(self, path: str, declared: Field, cells: dict[str, Written]) -> None:
        """A row of a list of names, which may hold several."""
        try:
            more = texts.several(declared, cells, path)
        except PressgenError as error:
            self.page.faults.append(error)
        else:
            self.given.lists.setdefault(path, []).extend(more)

    def single(self, row: int, path: str, declared: Field | None, cells: dict[str, Written]) -> None:
        """A row of a field with one value; of a field that is not declared, where it was named."""
        if path in self.sources:
            self.page.faults.append(_twice(path, next(iter(cells.values())).at, self.sources[path]))
            return
        self.sources[path] = next(iter(cells.values())).at
        if declared is None:
            self.given.nodes[path] = next(iter(cells.values())).node
            self.given.places[path] = self.page.sheet.place(row, self.head.code)
            return
        try:
            self.given.nodes[path] = texts.value(declared, cells, path)
        except PressgenError as error:
            self.page.faults.append(error)


def _several(declared: Field | None) -> bool:
    return declared is not None and declared.shape == "list" and not declared.fields


def _list_above(fields: Fields, path: str) -> str:
    """The list whose items have this field, or nothing."""
    steps = path.split(".")
    above = (".".join(steps[:end]) for end in range(1, len(steps)))
    return next((each for each in above if (field := fields.find(each)) and field.shape == "list"), "")


def _on_a_sheet(path: str, listed: str, at: Place) -> EventError:
    return refuse(
        path,
        "是清单{listed}里的一项，写在它自己的工作表里，一行一项",
        "belongs to an item of the list {listed}, which has a sheet of its own, one row an item",
        at,
        listed=listed,
    )


def _no_code(cell: Written, title: str) -> EventError:
    return refuse(
        title,
        "“{text}”这一行没有代码，不知道是哪个字段；请写在有代码的行里",
        "the row of “{text}” has no code, so that nobody knows its field; write it in a row that has one",
        cell.at,
        text=cell.text,
    )


def _twice(path: str, at: Place, first: Place) -> EventError:
    return refuse(
        path,
        "{first}已经填过；留一处",
        "is filled in at {first} already; keep one of them",
        at,
        first=first.cell,
    )
