"""The translator's sheet: one row for each thing to translate, written to be filled in, then read back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING

from pressgen import source
from pressgen.drafting.untranslated import Untranslated
from pressgen.errors import FileError, Place, Wording, raise_all
from pressgen.text import han

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from pressgen.glossary.xlsx import NameSheet


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


Words = tuple[str, Place]
"""A translation and the cell it stands in."""

_OTHER = {"zh": "en", "en": "zh"}


class HandedBack:
    """Translations by their language and what they translate."""

    def __init__(self, words: dict[tuple[str, str], Words]) -> None:
        self._words = words

    def of(self, item: Untranslated) -> Words | None:
        """The translation of one thing; none where its cell is as it was handed over."""
        held = self._words.get((item.lang, _plain(item.source)))
        return held if held and _plain(held[0]) != _plain(item.begun) else None


def handed_back(path: Path) -> HandedBack:
    """The translations of a workbook. Raises FileError for any other file, Faults with the cells at fault."""
    from pressgen.glossary.xlsx import sheets_of  # noqa: PLC0415  # openpyxl, for those who ask

    words: dict[tuple[str, str], Words] = {}
    headed = False
    for sheet in sheets_of(source.bytes_of(path), str(path)):
        columns = _columns(sheet.rows[0][1]) if sheet.rows else {}
        if columns:
            headed = True
            raise_all(sheet.errors)
            words.update(_filled(sheet, columns))
    if not headed:
        raise FileError(
            "第一行不是待译表的表头“中文 zh”“English en”；请用--todo写出的表",
            "the first row is not “中文 zh”, “English en”, the header of a hand-over sheet; "
            "use the one that --todo wrote",
            Place(str(path)),
        )
    return HandedBack(words)


def _filled(sheet: NameSheet, columns: dict[str, int]) -> Iterator[tuple[tuple[str, str], Words]]:
    for number, cells in sheet.rows[1:]:
        said = {lang: cells[place] if place < len(cells) else "" for lang, place in columns.items()}
        if all(said.values()):
            for lang, place in columns.items():
                yield (lang, _plain(said[_OTHER[lang]])), (said[lang], sheet.place(number, place))


def _columns(cells: Sequence[str]) -> dict[str, int]:
    """Where the two languages stand, by the last word of their headers."""
    named = {cell.split()[-1].lower(): place for place, cell in reversed(list(enumerate(cells))) if cell}
    return {lang: named[lang] for lang in _OTHER} if _OTHER.keys() <= named.keys() else {}


def _plain(text: str) -> str:
    return " ".join(text.split())
