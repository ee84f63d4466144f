"""How a form looks: colours, fonts, borders, paper; nothing here knows what stands in a cell."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from copy import copy
from functools import cache
from math import ceil
from typing import Any, Literal

from openpyxl.cell import Cell, MergedCell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Alignment, Border, Color, Font, PatternFill, Side
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from pressgen.text import han
from pressgen.workbook import letter

FACE = "Microsoft YaHei"
"""On every Windows with Chinese; others take what they have."""
INK, GREY, RED, BLUE = "FF1F2933", "FF6B7280", "FFC0392B", "FF1F4E79"
PAPER_A4 = 9
AnyCell = Cell | MergedCell
Looks = dict[Hashable, Any]
"""What openpyxl has for the looks of a cell, by the name the sheet gives them."""


@cache
def fill(name: str) -> PatternFill:
    """The background of a kind of cell."""
    colours = {
        "title": "FF1F4E79", "heading": "FFDCE6F1", "header": "FFEEF2F7", "input": "FFFFFBE6",
        "closed": "FFD9DEE5", "missing": "FFF9D6D2",
    }  # fmt: skip
    return PatternFill("solid", start_color=colours[name], end_color=colours[name])


@cache
def font(size: int = 10, colour: str = INK, *, bold: bool = False, italic: bool = False) -> Font:
    """The form's letters."""
    return Font(name=FACE, size=size, color=colour, bold=bold, italic=italic)


@cache
def lines() -> Border:
    """A thin frame around a cell."""
    side = Side("thin", color="FFC9D1DB")
    return Border(left=side, right=side, top=side, bottom=side)


@cache
def wrapped(horizontal: Literal["left", "center"] = "left") -> Alignment:
    """Text that goes on in the next line of its cell."""
    return Alignment(
        wrap_text=True, vertical="center", horizontal=horizontal, indent=1 if horizontal == "left" else 0
    )


def dressed(cell: AnyCell, looks: Looks, name: Hashable, dress: Callable[[AnyCell], None]) -> None:
    """Give a cell the looks of a name, which ``dress`` sets on the first such cell of a workbook.

    A form has thousands alike; setting each anew takes half its time.
    """
    if name in looks:
        cell._style = copy(looks[name])  # type: ignore[union-attr]  # noqa: SLF001  # as openpyxl's pages say
    else:
        dress(cell)
        looks[name] = copy(cell._style)  # type: ignore[union-attr]  # noqa: SLF001  # as above


def label(zh: str, en: str, *, required: bool) -> CellRichText:
    """A label in both languages, with a red star where it must be filled in."""
    star = [TextBlock(_inline(10, RED, bold=True), "* ")] if required else []
    name = TextBlock(_inline(10, INK, bold=True), f"{zh}\n")
    return CellRichText(*star, name, TextBlock(_inline(9, GREY), en))


@cache
def _inline(size: int, colour: str, *, bold: bool = False) -> InlineFont:
    return InlineFont(rFont=FACE, sz=size, color=Color(colour), b=bold)


def paper(sheet: Worksheet, titles: str, last: str) -> None:
    """A4 landscape, one page wide, the header on every page, page numbers; the print area up to ``last``."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = PAPER_A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = titles
    sheet.print_area = f"A1:{last}"
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top = sheet.page_margins.bottom = 0.5
    sheet.oddFooter.center.text = "&A　&P / &N"  # type: ignore[union-attr]  # a new sheet has all three
    sheet.print_options.horizontalCentered = True
    sheet.sheet_view.showGridLines = False


def across(sheet: Worksheet, row: int, first: int, last: int) -> None:
    """One cell over several columns; the cells it covers have no looks of their own to be kept."""
    sheet.merged_cells.add(f"{letter(first - 1)}{row}:{letter(last - 1)}{row}")


def height(cells: Iterable[tuple[str, float, int]], least: float = 0) -> float:
    """Points a row needs for texts of which the column's width and the size of the letters are given.

    A Han character is as wide as two letters; a column's width counts letters of 11 points.
    """
    return max([least, *(_lines_of(text, width, size) * size * 1.4 + 6 for text, width, size in cells)])


def _lines_of(text: str, width: float, size: int) -> int:
    """How many lines a text takes in a column; most cells are empty."""
    if not text:
        return 1
    return sum(ceil((len(line) + han(line)) * size / 11 / (width - 3)) or 1 for line in text.split("\n"))


def ask(sheet: Worksheet, cells: str, filled: str, when: str = "TRUE") -> None:
    """Colour cells as long as the texts of ``filled`` are empty, where ``when`` holds."""
    empty = f"AND({when},LEN(TRIM({filled}))=0)"
    rule = FormulaRule([empty], fill=fill("missing"))  # type: ignore[no-untyped-call]  # openpyxl's own
    sheet.conditional_formatting.add(cells, rule)
