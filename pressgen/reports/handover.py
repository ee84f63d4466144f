"""The translator's hand-over sheet: one row for each thing to translate, names and figures done already."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING

from pressgen.drafting.untranslated import Untranslated
from pressgen.errors import Wording
from pressgen.text import han

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

HEADER = ("中文 zh", "English en", "位置 Where", "上下文 Context", "出处 From")
_WIDTHS = (36, 42, 18, 30, 16)
"""Letters; together about a landscape A4 page."""
_FONT = "Arial"
"""For Latin letters; Excel has its own for Chinese beside it."""
_LINE = 15
"""Points."""
_TITLE = "待译 To translate"
_DONE_BY = "请填写黄色单元格；名称和数字已填好 · Fill in the yellow cells; names and figures are done already"
ROLES = {
    "headline": Wording("标题", "headline"),
    "subhead": Wording("小标题", "subheading"),
    "dateline": Wording("电头", "dateline"),
    "lead": Wording("导语", "lead"),
    "body": Wording("正文", "body"),
    "quote": Wording("引语", "quotation"),
    "photo": Wording("照片替代文字", "alternative text"),
    "caption": Wording("图片说明", "caption"),
    "credits": Wording("署名", "credits"),
    "cell": Wording("表格", "table"),
    "note": Wording("附注", "note"),
}
"""What a paragraph is called where a person reads it."""


def handover(items: Sequence[Untranslated]) -> bytes:
    """A workbook for the translator; the same words are asked for once, however often they stand."""
    from openpyxl import Workbook  # noqa: PLC0415  # 0.2 s, for those who ask

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = _TITLE
    for row in (HEADER, *_rows(items)):
        sheet.append(list(row))
    _dress(sheet, {index: item.lang for index, item in enumerate(_once(items), 2)})
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _once(items: Sequence[Untranslated]) -> list[Untranslated]:
    return list({(item.lang, item.source): item for item in reversed(items)}.values())[::-1]


def _rows(items: Sequence[Untranslated]) -> Iterable[tuple[str, ...]]:
    for item in _once(items):
        same = [other for other in items if (other.lang, other.source) == (item.lang, item.source)]
        where = "\n".join(dict.fromkeys(map(_where, same)))
        texts = (item.source, item.begun) if item.lang == "en" else (item.begun, item.source)
        yield (*texts, where, item.context, "\n".join(dict.fromkeys(str(other.at) for other in same)))


def _where(item: Untranslated) -> str:
    role = ROLES[item.role]
    return f"{item.slug}.{item.lang}\n¶{item.paragraph} {role.zh} {role.en}"


def _dress(sheet: Worksheet, langs: dict[int, str]) -> None:
    """As a careful desk hands it over: text as text, wrapped, what is to be filled in yellow."""
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side  # noqa: PLC0415  # with the workbook

    side = Side("thin", color="BFBFBF")
    rule, wrapped = Border(side, side, side, side), Alignment(wrap_text=True, vertical="top")
    grey, yellow = (PatternFill("solid", fgColor=color) for color in ("F2F2F2", "FFF8CC"))
    for number, cells in enumerate(sheet.iter_rows(), 1):
        for cell, lang in zip(cells, ("zh", "en", "", "", ""), strict=True):
            cell.data_type, cell.number_format = "s", "@"
            cell.quotePrefix = str(cell.value or "").startswith(("=", "+", "-", "@"))
            cell.alignment, cell.border = wrapped, rule
            cell.font = Font(name=_FONT, size=11, bold=number == 1)
            if number == 1:
                cell.fill = grey
            elif langs[number] == lang:
                cell.fill = yellow
        texts = [str(cell.value or "") for cell in cells]
        sheet.row_dimensions[number].height = _LINE * max(map(_lines, texts, _WIDTHS)) + 4
    for letter, width in zip("ABCDE", _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    _set_page(sheet)


def _lines(text: str, width: int) -> int:
    """How many lines a text takes in a column; a Han character is as wide as two letters."""
    return sum(ceil((len(line) + han(line)) * 1.1 / width) or 1 for line in text.split("\n"))


def _set_page(sheet: Worksheet) -> None:
    """A4 landscape, as wide as the page, the header on each."""
    from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart  # noqa: PLC0415
    from openpyxl.worksheet.properties import PageSetupProperties  # noqa: PLC0415  # with the workbook

    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.oddHeader = HeaderFooterItem(left=_HeaderFooterPart(_DONE_BY))
    sheet.oddFooter = HeaderFooterItem(center=_HeaderFooterPart("&P / &N"))
