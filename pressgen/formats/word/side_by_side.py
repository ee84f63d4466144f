"""Both languages side by side: one row of a table for each pair of paragraphs."""

from __future__ import annotations

from pressgen.document import Block, Release
from pressgen.formats.word.enclosures import Enclosures
from pressgen.formats.word.faces import style_name
from pressgen.formats.word.ooxml import EMU_PER_TWIP
from pressgen.formats.word.pairs import Pair, pairs
from pressgen.formats.word.runs import run
from pressgen.formats.word.stationery import Sheet
from pressgen.formats.word.write import paragraph

_HEADS = {"zh": "中文", "en": "English"}
_CAPTION = "双语对照 Chinese and English side by side"
_DESCRIPTION = "左栏中文，右栏英文，一行一段。Chinese on the left, English on the right, one paragraph a row."
_MARGIN = 113
"""Between text and rule: 2 mm, in twentieths of a point."""
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def table(release: Release, blank: Sheet, enclosures: Enclosures) -> str:
    """The body: a heading row, then a row for each pair of paragraphs. Raises as ``write`` does."""
    rows = [_heading(blank)] + [_row(pair, blank, enclosures) for pair in pairs(release)]
    return f"<w:tbl>{_properties(blank)}{''.join(rows)}</w:tbl>{_LAST}"


def _properties(blank: Sheet) -> str:
    rule = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="BFBFBF"/>' for side in _SIDES)
    width = _width(blank)
    return (
        f'<w:tblPr><w:tblW w:w="{width * 2}" w:type="dxa"/><w:tblBorders>{rule}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="{_MARGIN}" w:type="dxa"/>'
        f'<w:right w:w="{_MARGIN}" w:type="dxa"/></w:tblCellMar><w:tblLook w:val="0020"/>'
        f'<w:tblCaption w:val="{_CAPTION}"/><w:tblDescription w:val="{_DESCRIPTION}"/></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{width}"/><w:gridCol w:w="{width}"/></w:tblGrid>'
    )


def _width(blank: Sheet) -> int:
    """A column's width in twentieths of a point."""
    return blank.column[0] // EMU_PER_TWIP // 2


def _heading(blank: Sheet) -> str:
    cells = "".join(
        _cell(
            f'<w:p><w:pPr><w:pStyle w:val="{_style(blank, "cell", lang)}"/></w:pPr>'
            f"{run(head, lang, frozenset({'strong'}))}</w:p>",
            blank,
            shade='<w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/><w:vAlign w:val="center"/>',
        )
        for lang, head in _HEADS.items()
    )
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"


def _row(pair: Pair, blank: Sheet, enclosures: Enclosures) -> str:
    cells = "".join(
        _cell(_content(block, lang, blank, enclosures), blank)
        for lang, block in zip(_HEADS, pair, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"


def _content(block: Block | None, lang: str, blank: Sheet, enclosures: Enclosures) -> str:
    """A cell's paragraph; Word asks for one even where there is nothing to say."""
    if block is None:
        return f'<w:p><w:pPr><w:pStyle w:val="{_style(blank, "cell", lang)}"/></w:pPr></w:p>'
    share = (_width(blank) - 2 * _MARGIN) * EMU_PER_TWIP / blank.column[0]
    return paragraph(block, lang, _style(blank, block.role, lang), enclosures, share)


def _cell(content: str, blank: Sheet, shade: str = "") -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{_width(blank)}" w:type="dxa"/>{shade}</w:tcPr>{content}</w:tc>'


def _style(blank: Sheet, role: str, lang: str) -> str:
    return blank.styles[style_name(role, lang).casefold()]


_LAST = '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>'
