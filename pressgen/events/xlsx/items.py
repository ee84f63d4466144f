"""A list's sheet: the row of codes found wherever it stands, then one row an item."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pressgen.errors import EventError, Place, PressgenError, series
from pressgen.events.fields import Field, Fields
from pressgen.events.refusal import refuse
from pressgen.events.xlsx import texts
from pressgen.events.xlsx.facts import Given
from pressgen.events.xlsx.layout import NUMBER, Table
from pressgen.events.xlsx.sheet import HEADER_WITHIN, Page
from pressgen.events.xlsx.texts import Written
from pressgen.regex import regex
from pressgen.workbook import Sheet

_CODE = regex(r"([a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)*)(#|:zh|:en)?")


@dataclass(frozen=True, slots=True)
class SheetItem:
    """One row: what it gives, its own number and those of the items it lies in, and where it begins."""

    given: Given
    numbers: dict[str, Written]
    at: Place
    row: int


@dataclass(slots=True)
class Items:
    """The rows of one list's sheet: the filled ones are its items, ``numbered`` those with a number alone."""

    table: Table
    page: Page
    row: int
    columns: dict[int, tuple[str, str]]
    items: list[SheetItem] = field(default_factory=list)
    numbered: list[SheetItem] = field(default_factory=list)

    def read(self, fields: Fields) -> None:
        """All rows below the codes that hold anything."""
        for row in sorted(self.page.sheet.rows):
            if row > self.row:
                self.item(row, fields)
        paths = {column: path for column, (path, side) in self.columns.items() if side != NUMBER}
        self.page.refuse_merged(self.row, paths)

    @property
    def may_begin(self) -> list[SheetItem]:
        """Rows with a number alone that can be items: nothing else on this sheet is needed."""
        return [] if any(column.field.required for column in self.table.columns) else self.numbered

    def begin(self, item: SheetItem) -> None:
        """Make a row with a number alone an item, since an item of an inner list lies in it."""
        self.numbered.remove(item)
        self.items = sorted([*self.items, item], key=lambda each: each.row)

    def item(self, row: int, fields: Fields) -> None:
        """One row, unless all its cells are empty."""
        cells: dict[str, dict[str, Written]] = {}
        given, numbers = Given(), dict[str, Written]()
        before = len(self.page.faults)
        for column, (path, side) in self.columns.items():
            declared = fields.find(path) if side != NUMBER else None
            given.places.setdefault(path, self.page.first(row, self._columns(path)))
            written = self.page.written(row, column, path, declared)
            if written and side == NUMBER:
                numbers[path] = written
            elif written:
                cells.setdefault(path, {})[side.lstrip(":")] = written
        first = min(column for column, (_, side) in self.columns.items() if side != NUMBER)
        item = SheetItem(given, numbers, self.page.sheet.place(row, first), row)
        if not cells and len(self.page.faults) == before:
            self.numbered += [item] if numbers else []
            return
        for path, by_side in cells.items():
            self.value(path, by_side, fields.find(path), given)
        self.items.append(item)

    def value(self, path: str, cells: dict[str, Written], declared: Field | None, given: Given) -> None:
        """One value of an item, or several in one cell."""
        try:
            if declared is None:
                given.nodes[path] = next(iter(cells.values())).node
                given.places[path] = self.page.sheet.place(self.row, self._columns(path)[0])
            elif declared.shape == "list":
                given.lists[path] = texts.several(declared, cells, path)
            else:
                given.nodes[path] = texts.value(declared, cells, path)
        except PressgenError as error:
            self.page.faults.append(error)

    def _columns(self, path: str) -> list[int]:
        return [column for column, (listed, _) in self.columns.items() if listed == path]


def columns_of(tables: tuple[Table, ...]) -> dict[str, Table]:
    """By the path of each column the table it belongs to."""
    return {column.path: table for table in tables for column in table.columns}


def items_of(sheet: Sheet, columns: Mapping[str, Table]) -> Items | None:
    """The list of which a sheet has the codes, or None."""
    page = Page(sheet)
    for row in sorted(sheet.rows)[:HEADER_WITHIN]:
        found = {column: _CODE.fullmatch(page.text(row, column)) for column in sheet.rows[row]}
        codes = {column: (match[1], match[2] or "") for column, match in found.items() if match}
        table = _table(codes, columns)
        if table:
            inside = {
                column: code
                for column, code in codes.items()
                if code[0].startswith(f"{table.path}.")
                or (code[1] == NUMBER and code[0] in (*table.above, table.path))
            }
            return Items(table, page, row, dict(sorted(inside.items())))
    return None


def _table(codes: dict[int, tuple[str, str]], columns: Mapping[str, Table]) -> Table | None:
    """The table of which the row names a column; of inner lists the innermost."""
    named = [columns[path] for path, side in codes.values() if side != NUMBER and path in columns]
    return max(named, key=lambda table: len(table.path), default=None)


def no_owner(item: SheetItem, path: str, above: str, numbers: list[str]) -> EventError:
    """The fault of an item of an inner list that does not say to which outer item it belongs."""
    written = item.numbers.get(above)
    return refuse(
        path,
        "没有写明属于{above}的第几项；可写{known}",
        "does not say to which item of {above} it belongs; write one of {known}",
        written.at if written else item.given.places.get(above, item.at),
        above=above,
        known=series(numbers or ["–"]),
    )


def same_number(item: SheetItem, path: str) -> EventError:
    """The fault of an item whose number another has already, so that inner lists may belong to either."""
    written = item.numbers.get(path)
    return refuse(
        path,
        "序号“{number}”写了两次或没写；每一项写一个不同的序号",
        "the number “{number}” stands twice or is missing; give each item its own",
        written.at if written else item.at,
        number=written.text if written else "",
    )
