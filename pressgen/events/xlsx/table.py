"""A list as a sheet of its own: one row an item, and for a list within a list whose item it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from openpyxl.worksheet.worksheet import Worksheet

from pressgen.events.xlsx import look
from pressgen.events.xlsx.choices import Choices
from pressgen.events.xlsx.layout import NUMBER, Column, Table
from pressgen.events.xlsx.texts import items, part, sides
from pressgen.source import Node
from pressgen.workbook import letter, text_cell

TITLE, GUIDE, LABEL, HELP, EXAMPLE, CODE = range(1, 7)
"""The rows above the items."""
SPARE = 10
_WIDE = {"text": 42, "name": 24, "names": 28, "photo": 20}
_SIDES = {"zh": ("中文", "Chinese"), "en": ("英文", "English")}
_GUIDE = (
    "一行一项，不够就接着往下写。一格里有几个名称时，一行一个（Alt+Enter）；某一项没有另一种语言的写—。",
    "One item a row; go on below as far as you need. Several names in one cell: one a line (Alt+Enter), "
    "— where there is none.",
)


@dataclass(frozen=True, slots=True)
class _Item:
    """An item of a list with its own number and those of the items it lies in."""

    numbers: tuple[int, ...]
    node: Node


@dataclass(frozen=True, slots=True)
class Shared:
    """What the sheets of one workbook share: drop-down lists, their titles by path, how cells look."""

    choices: Choices
    titles: Mapping[str, str]
    looks: look.Looks = field(default_factory=dict)


def write_table(sheet: Worksheet, table: Table, shared: Shared, facts: Node | None) -> None:
    """Write a list's sheet; the items of ``facts`` are filled in."""
    _Table(sheet, table, shared).write(list(_items(table, facts)))


def _items(table: Table, facts: Node | None) -> Iterator[_Item]:
    """The items of a list of the event, in their order."""
    inner: list[_Item] = [] if facts is None else [_Item((), facts)]
    before = ""
    for path in (*table.above, table.path):
        steps = path.removeprefix(f"{before}." if before else "").split(".")
        inner = [
            _Item((*item.numbers, number), node)
            for item in inner
            for number, node in enumerate(items(_inner(item.node, steps)), 1)
        ]
        before = path
    yield from inner


def _inner(node: Node, steps: list[str]) -> Node | None:
    found: Node | None = node
    for name in steps:
        found = found.value.get(name) if found and isinstance(found.value, dict) else None
    return found


class _Table:
    def __init__(self, sheet: Worksheet, table: Table, shared: Shared) -> None:
        self.sheet = sheet
        self.table = table
        self.choices = shared.choices
        self.titles = shared.titles
        self.looks = shared.looks
        self.numbers = [*table.above, *([table.path] if table.numbered else [])]
        self.first = max(1, len(self.numbers))

    def write(self, given: list[_Item]) -> None:
        """The whole sheet."""
        last = CODE + len(given) + SPARE
        self.head()
        for number, column in enumerate(self.table.columns, self.first):
            self.column(number, column, last)
        for row, item in enumerate(given, CODE + 1):
            self.item(row, item)
        self.high(last)
        self.side(last)
        self.sheet.freeze_panes = f"{letter(self.first)}{CODE + 1}"
        look.paper(
            self.sheet, f"{LABEL}:{EXAMPLE}", f"{letter(self.first + len(self.table.columns) - 1)}{last}"
        )

    def head(self) -> None:
        """Title and guide, from the left edge over all columns."""
        title, field, note = self.table.title, self.table.field, self.table.note
        width = self.first + len(self.table.columns)
        texts = ((TITLE, f"{title.zh}　{title.en}", 26),
                 (GUIDE, f"{field.help.zh}。{_GUIDE[0]}{note.zh}\n{field.help.en}. {_GUIDE[1]} {note.en}",
                  58 if note.zh else 32))  # fmt: skip
        for row, text, height in texts:
            look.dressed(self.sheet.cell(row, 1, text), self.looks, ("top", row), _top)
            look.across(self.sheet, row, 1, max(2, width))
            self.sheet.row_dimensions[row].height = height

    def column(self, number: int, column: Column, last: int) -> None:
        """Everything above a column's items, and the empty cells below."""
        field, at = column.field, letter(number)
        width = _WIDE.get(field.kind, 18)
        self.sheet.column_dimensions[at].width = width
        self.sheet.column_dimensions[at].number_format = "@"
        example = sides(field, _example(self.table, column))
        self.above(number, LABEL, _label(column))
        self.above(number, HELP, f"{field.help.zh}\n{field.help.en}")
        self.above(number, EXAMPLE, example[column.lang == "en"])
        self.above(number, CODE, column.code)
        for row in range(CODE + 1, last + 1):
            look.dressed(self.sheet.cell(row, number + 1), self.looks, "input", _input)
        area = f"{at}{CODE + 1}:{at}{last}"
        self.choices.offer(self.sheet, area, field, column.path, column.lang)
        if field.required:
            self.ask(number, column, area)

    def high(self, last: int) -> None:
        """Make the rows as high as their texts want them."""
        widths = [_WIDE.get(column.field.kind, 18) for column in self.table.columns]
        for row, size in (
            (LABEL, 10),
            (HELP, 8),
            (EXAMPLE, 9),
            *((row, 11) for row in range(CODE + 1, last + 1)),
        ):
            texts = (
                (str(self.sheet.cell(row, number).value or ""), width, size)
                for number, width in enumerate(widths, self.first + 1)
            )
            self.sheet.row_dimensions[row].height = look.height(texts, 28 if row == EXAMPLE else 20)

    def ask(self, number: int, column: Column, area: str) -> None:
        """Colour what a begun row still needs; of two languages one is enough."""
        row, own = CODE + 1, letter(number)
        other = {"zh": letter(number + 1), "en": letter(number - 1)}.get(column.lang, own)
        ends = letter(self.first), letter(self.first + len(self.table.columns) - 1)
        begun = f"COUNTA(${ends[0]}{row}:${ends[1]}{row})>0"
        look.ask(self.sheet, area, f"${own}{row}&${other}{row}", begun)

    def above(self, number: int, row: int, text: object) -> None:
        """A cell above the items, in the look of its row."""
        cell = self.sheet.cell(row, number + 1)
        if not cell.has_style:  # the first column's rows are named before its numbers are
            look.dressed(cell, self.looks, row, _above)
        if isinstance(text, str) and text:
            text_cell(cell, text)  # type: ignore[arg-type]  # only the title and the guide are merged
        elif text:
            cell.value = text  # type: ignore[assignment]  # a label of rich text

    def item(self, row: int, item: _Item) -> None:
        """Fill in an item."""
        for number, column in enumerate(self.table.columns, self.first + 1):
            pair = sides(column.field, part(self.table.field, item.node, _steps(self.table, column)))
            if text := pair[column.lang == "en"]:
                text_cell(self.sheet.cell(row, number), text)  # type: ignore[arg-type]  # nothing is merged here
        for number, value in enumerate(item.numbers[: len(self.numbers)], 1):
            if self.numbers:
                text_cell(self.sheet.cell(row, number), str(value))  # type: ignore[arg-type]  # as above

    def side(self, last: int) -> None:
        """The columns before the items' own: what the rows above are, or the numbers of items."""
        for row, text in ((HELP, "说明\nHelp"), (EXAMPLE, "示例\nExample"), (CODE, "代码 Code"), (LABEL, "")):
            self.above(0, row, text)
        self.sheet.column_dimensions["A"].width = 10
        for number, path in enumerate(self.numbers):
            self.number(number, path)
        for row in range(CODE + 1, last + 1):
            for number in range(self.first):
                self.numbered(row, number)

    def number(self, number: int, path: str) -> None:
        """Above a column of numbers."""
        own = path == self.table.path
        self.sheet.column_dimensions[letter(number)].width = 18
        zh, en = ("序号", "No.") if own else ("属于第几项", "Belongs to no.")
        self.above(number, LABEL, look.label(zh, en, required=not own))
        self.above(
            number, HELP, "" if own else f"工作表“{self.titles[path]}”的序号\nThe number on that sheet"
        )
        self.above(number, EXAMPLE, "1")
        self.above(number, CODE, f"{path}{NUMBER}")

    def numbered(self, row: int, number: int) -> None:
        """A cell of the numbers of an item; the item's own are there already."""
        cell = self.sheet.cell(row, number + 1)
        own = not self.numbers or self.numbers[number] == self.table.path
        look.dressed(cell, self.looks, *(("number", _number) if own else ("owner", _owner)))
        if own and not self.table.above:
            text_cell(cell, str(row - CODE))  # type: ignore[arg-type]  # as above


def _input(cell: look.AnyCell) -> None:
    cell.font, cell.border, cell.alignment = look.font(11), look.lines(), look.wrapped()
    cell.fill, cell.number_format = look.fill("input"), "@"


def _number(cell: look.AnyCell) -> None:
    cell.font, cell.border, cell.number_format = look.font(9, look.GREY), look.lines(), "@"
    cell.alignment = look.wrapped("center")


def _owner(cell: look.AnyCell) -> None:
    """The number of another list's item is to be filled in."""
    _number(cell)
    cell.fill = look.fill("input")


def _top(cell: look.AnyCell) -> None:
    """The title and the guide."""
    cell.font, cell.alignment = look.font(9), look.wrapped()
    if cell.row == TITLE:
        cell.font, cell.fill = look.font(14, "FFFFFFFF", bold=True), look.fill("title")


def _above(cell: look.AnyCell) -> None:
    """The look of each row above the items."""
    fonts = {LABEL: look.font(), HELP: look.font(8, look.GREY), CODE: look.font(8, look.GREY),
             EXAMPLE: look.font(9, look.GREY, italic=True)}  # fmt: skip
    cell.font, cell.border, cell.alignment = fonts[cell.row or 0], look.lines(), look.wrapped()
    if cell.row in (LABEL, CODE):
        cell.fill = look.fill("header")


def _steps(table: Table, column: Column) -> list[str]:
    return column.path.removeprefix(f"{table.path}.").split(".")


def _label(column: Column) -> object:
    zh, en = column.title.zh, column.title.en
    if column.lang:
        side = _SIDES[column.lang]
        zh, en = f"{zh}（{side[0]}）", f"{en} ({side[1]})"
    return look.label(zh, en, required=column.field.required)


def _example(table: Table, column: Column) -> Node | None:
    """What the list's own example says, else the field's."""
    listed = items(table.field.example)
    said = part(table.field, listed[0], _steps(table, column)) if listed else None
    return said or column.field.example
