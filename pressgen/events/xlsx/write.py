"""A release type's form as a workbook, blank with examples beside, or filled with the facts of an event."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import partial

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from pressgen.errors import Wording
from pressgen.events.fields import FIGURES, Fields
from pressgen.events.xlsx import look
from pressgen.events.xlsx.choices import Choices, Offered
from pressgen.events.xlsx.layout import FACTS, LISTS, NOTHING, STORY, FormLayout, Row, Section, layout, titles
from pressgen.events.xlsx.story import kinds_in, spread
from pressgen.events.xlsx.table import Shared, write_table
from pressgen.events.xlsx.texts import items, sides, sides_of_one
from pressgen.source import Node
from pressgen.workbook import as_bytes, letter, text_cell

__all__ = ["Offered", "kinds_in", "write"]

HEADER_ROW = 4
SPARE = {"names": 1}
"""Empty rows for more items of a list."""
_ROOM = {"text": 34}
"""Points a row has at least, for what is to be written there."""
_WIDTHS = (24, 40, 40, 40, 40, 22)
_HEADER = ("项目 Item", "说明 Help", "示例 Example", "中文 Chinese", "英文 English", "代码 Code")
_GUIDE = Wording(
    "怎么填：只填黄格；红色 * 为必填（没填时是粉红色），没有的事实留空。"
    "金额、数量、日期怎么说就怎么写，中文英文都行，不分语言的只填左边一格。"
    "名称写一种语言即可，另一种查术语表（下拉列表里的都查得到）；查不到的两种语言都写。"
    "同类有几项的，一行一项，不够就插入行；一格里写几个名称时，一行一个（Alt+Enter）。{example}"
    "照片和本表放在同一个文件夹。不要改“代码”一列。",
    "How to fill it in: only the yellow cells; those with a red * are needed (and pink until they are "
    "filled); leave empty what there is not. Write sums, counts and dates as you would say them, in either "
    "language; where there is one yellow cell, one is enough. A name in one language will do if the "
    "drop-down list has it, else give both. Several of a kind: one a row, insert rows as needed; several "
    "names in one cell: one a line (Alt+Enter). {example}Photos lie in the folder of this file. Leave the "
    "column Code alone.",
)
_REFERENCE = Wording(
    "文字里用到表里的数字时写{{代码}}，如{{{code}}}，中文英文就都不会错。",
    "Where a text needs a figure of this form, write its {{code}}, such as {{{code}}}. ",
)
_NOTHING_OFFERED = Offered()


def write(
    fields: Fields,
    offered: Offered = _NOTHING_OFFERED,
    facts: Node | None = None,
    kinds: Collection[str] | None = None,
) -> bytes:
    """The form of a type as the bytes of a workbook.

    ``facts`` is an event's whole node, to be filled in; without it only the type is. ``kinds`` are the kinds
    of statement that have sheets beside those of ``facts``, without it the type's usual ones. Every cell
    to be filled is text, so that Excel leaves ``1—6月`` and ``+21.36%`` as they are typed.
    """
    book = Workbook()
    assert isinstance(book.active, Worksheet)  # noqa: S101  # a new workbook has a sheet
    rows, by_kind = spread(fields, facts)
    plan = layout(fields, {*(fields.usual if kinds is None else kinds), *kinds_in(fields, facts)})
    choices = Choices(book, offered, (fields.type, fields.label.zh))
    _Facts(book.active, choices, fields, facts).write(plan)
    shared = Shared(choices, titles(plan.tables))
    for table in plan.tables:
        given = by_kind if table.path.startswith(f"{STORY}.") else rows
        write_table(book.create_sheet(shared.titles[table.path]), table, shared, given)
    choices.last()
    return as_bytes(book)


class _Facts:
    """The first sheet: guide, header, sections of rows, and where the lists are."""

    def __init__(self, sheet: Worksheet, choices: Choices, fields: Fields, facts: Node | None) -> None:
        self.sheet = sheet
        self.choices = choices
        self.fields = fields
        self.facts = facts
        self.row = HEADER_ROW
        self.looks: look.Looks = {}

    def write(self, plan: FormLayout) -> None:
        """The whole sheet."""
        self.sheet.title = FACTS
        self.head(plan)
        for section in plan.sections:
            self.section(section)
        self.lists(plan)
        self.sheet.freeze_panes = f"B{HEADER_ROW + 1}"
        look.paper(self.sheet, f"{HEADER_ROW}:{HEADER_ROW}", f"F{self.row}")

    def head(self, plan: FormLayout) -> None:
        """Title, guide in both languages, header."""
        for column, width in enumerate(_WIDTHS):
            self.sheet.column_dimensions[letter(column)].width = width
        label = self.fields.label
        self.banner(1, f"{label.zh} · {label.en}", 30)
        self.sheet["A1"].font = look.font(16, "FFFFFFFF", bold=True)
        self.sheet["A1"].fill = look.fill("title")
        example = _reference(plan)
        self.banner(2, _GUIDE.say("zh", example=example.zh), 50)
        self.banner(3, _GUIDE.say("en", example=example.en), 50)
        for column, title in enumerate(_HEADER, 1):
            cell = self.sheet.cell(HEADER_ROW, column, title)
            cell.font, cell.fill, cell.border = look.font(bold=True), look.fill("header"), look.lines()
            cell.alignment = look.wrapped("center")
        self.sheet.row_dimensions[HEADER_ROW].height = 22

    def banner(self, row: int, text: str, height: int) -> None:
        """A row across the whole sheet."""
        self.sheet.cell(row, 1, text).alignment = look.wrapped()
        self.sheet.cell(row, 1).font = look.font(10)
        look.across(self.sheet, row, 1, len(_HEADER))
        self.sheet.row_dimensions[row].height = height

    def section(self, section: Section) -> None:
        """A heading and its rows."""
        self.heading(section.title, section.help)
        for row in section.rows:
            node, example = _at(self.facts, row.path), row.field.example
            if row.path == "release":
                node = example = Node(self.fields.type, self.fields.at, {})
            if not row.several:
                self.line(row, sides(row.field, node), sides(row.field, example))
                continue
            given, examples = items(node), items(example)
            for number in range(max(len(given) + SPARE.get(row.field.kind, 1), len(examples), 2)):
                pairs = (
                    sides_of_one(row.field, nodes[number]) if number < len(nodes) else ("", "")
                    for nodes in (given, examples)
                )
                self.line(row, *pairs, first=number == 0)

    def heading(self, title: Wording, help_: Wording = NOTHING) -> None:
        """A coloured row with the title of what follows, and what it is about."""
        self.row += 1
        cell = self.sheet.cell(self.row, 1, f"{title.zh}　{title.en}")
        look.dressed(cell, self.looks, "heading", _heading)
        about = self.sheet.cell(self.row, 3, f"{help_.zh}　{help_.en}".strip() or None)
        look.dressed(about, self.looks, "about", _about)
        look.across(self.sheet, self.row, 1, 2)
        look.across(self.sheet, self.row, 3, len(_HEADER))
        self.sheet.row_dimensions[self.row].height = 20

    def line(self, row: Row, given: tuple[str, str], example: tuple[str, str], *, first: bool = True) -> None:
        """One row: label, help, example, one or two cells to fill, code."""
        self.row += 1
        field, number = row.field, self.row
        self.style(row)
        if first:
            self.sheet.cell(number, 1, look.label(field.label.zh, field.label.en, required=field.required))
        help_ = f"{field.help.zh}\n{field.help.en}" if first else ""
        shown = "\n".join(dict.fromkeys(filter(None, example)))
        for column, text in ((2, help_), (3, shown), (4, given[0]), (5, given[1]), (6, row.path)):
            cell = self.sheet.cell(number, column)
            if text:
                text_cell(cell, text)  # type: ignore[arg-type]  # nothing is merged in these rows
        texts = ((f"{field.label.zh}\n* {field.label.en}" if first else "", 10), (help_, 9), (shown, 9),
                 (given[0], 11), (given[1], 11))  # fmt: skip
        self.high(texts, _ROOM.get(field.kind, 20))
        self.choices.offer(self.sheet, f"D{number}", field, row.path, "zh")
        if row.both:
            self.choices.offer(self.sheet, f"E{number}", field, row.path, "en")
        if field.required and first:
            look.ask(
                self.sheet, f"D{number}:E{number}" if row.both else f"D{number}", f"$D{number}&$E{number}"
            )

    def high(self, texts: Iterable[tuple[str, int]], least: float) -> None:
        """Make the row as high as its texts and sizes want it."""
        cells = ((text, width, size) for (text, size), width in zip(texts, _WIDTHS, strict=False))
        self.sheet.row_dimensions[self.row].height = look.height(cells, least)

    def style(self, row: Row) -> None:
        """Fonts, frames and colours of a row."""
        fills = {4: "input", 5: "input" if row.both else "closed"}
        for column in range(1, len(_HEADER) + 1):
            dress = partial(_line_cell, column=column, fill=fills.get(column, ""))
            look.dressed(self.sheet.cell(self.row, column), self.looks, (column, row.both), dress)

    def lists(self, plan: FormLayout) -> None:
        """A row for each list, with a link to its sheet."""
        if not plan.tables:
            return
        self.heading(LISTS)
        for path, title in titles(plan.tables).items():
            table = next(each for each in plan.tables if each.path == path)
            self.row += 1
            required = table.field.required
            self.sheet.cell(self.row, 1, look.label(table.title.zh, table.title.en, required=required))
            help_ = f"{table.field.help.zh}\n{table.field.help.en}"
            self.sheet.cell(self.row, 2, help_)
            self.high(((f"{table.title.zh}\n* {table.title.en}", 10), (help_, 9)), 20)
            link = self.sheet.cell(self.row, 3, f"→ {title}")
            link.hyperlink = f"#'{title}'!A1"
            for column in range(1, len(_HEADER) + 1):
                look.dressed(self.sheet.cell(self.row, column), self.looks, ("list", column), _list_cell)


def _line_cell(cell: look.AnyCell, column: int, fill: str) -> None:
    """How a cell of a fact's row looks."""
    fonts = (look.font(), look.font(9, look.GREY), look.font(9, look.GREY, italic=True), look.font(11),
             look.font(11), look.font(8, look.GREY))  # fmt: skip
    cell.font, cell.border, cell.alignment = fonts[column - 1], look.lines(), look.wrapped()
    if fill:
        cell.fill, cell.number_format = look.fill(fill), "@"


def _heading(cell: look.AnyCell) -> None:
    cell.fill, cell.font = look.fill("heading"), look.font(11, look.BLUE, bold=True)
    cell.alignment = look.wrapped()


def _about(cell: look.AnyCell) -> None:
    cell.fill, cell.font, cell.alignment = look.fill("heading"), look.font(9, look.GREY), look.wrapped()


def _list_cell(cell: look.AnyCell) -> None:
    """How a cell of a list's row looks."""
    fonts = (look.font(), look.font(9, look.GREY), look.font(10, look.BLUE, bold=True))
    cell.border, cell.alignment = look.lines(), look.wrapped()
    column = cell.column or 0
    cell.font = fonts[column - 1] if column <= len(fonts) else look.font()
    if column > len(fonts):
        cell.fill = look.fill("closed")


def _at(facts: Node | None, path: str) -> Node | None:
    """The node of a path of names, or None."""
    for name in path.split("."):
        facts = facts.value.get(name) if facts is not None and isinstance(facts.value, dict) else None
    return facts


def _reference(plan: FormLayout) -> Wording:
    """How to name a figure in a text, with one of this form's, or nothing where it has none."""
    rows = (row for section in plan.sections for row in section.rows)
    code = next((row.path for row in rows if row.field.kind in FIGURES - {"date"} and "." in row.path), "")
    if not code:
        return Wording("", "")
    return Wording(_REFERENCE.say("zh", code=code), _REFERENCE.say("en", code=code))
