"""Both languages side by side: one row of a table for each pair of paragraphs."""

from __future__ import annotations

from dataclasses import replace

from pressgen.document import Release
from pressgen.formats.word.faces import style_name
from pressgen.formats.word.ooxml import EMU_PER_TWIP
from pressgen.formats.word.page import Bodies, Body
from pressgen.formats.word.pairs import Pair, Unit, pairs
from pressgen.formats.word.runs import run
from pressgen.formats.word.stationery import Stationery

_HEADS = {"zh": "中文", "en": "English"}
_CAPTION = "双语对照 Chinese and English side by side"
_DESCRIPTION = "左栏中文，右栏英文，一行一段。Chinese on the left, English on the right, one paragraph a row."
_MARGIN = 113
"""Between text and rule: 2 mm, in twentieths of a point."""
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def table(release: Release, bodies: Bodies) -> str:
    """The body: a heading row, then a row for each pair of paragraphs or tables. Raises as ``write`` does."""
    blank = bodies["zh"].blank
    share = (_width(blank) - 2 * _MARGIN) * EMU_PER_TWIP / blank.column[0]
    narrow = {lang: replace(body, share=share) for lang, body in bodies.items()}
    rows = [_heading(blank)] + [_row(pair, blank, narrow) for pair in pairs(release)]
    return f"<w:tbl>{_properties(blank)}{''.join(rows)}</w:tbl>{_LAST}"


def _properties(blank: Stationery) -> str:
    rule = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="BFBFBF"/>' for side in _SIDES)
    width = _width(blank)
    return (
        f'<w:tblPr><w:tblW w:w="{width * 2}" w:type="dxa"/><w:tblBorders>{rule}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="{_MARGIN}" w:type="dxa"/>'
        f'<w:right w:w="{_MARGIN}" w:type="dxa"/></w:tblCellMar><w:tblLook w:val="0020"/>'
        f'<w:tblCaption w:val="{_CAPTION}"/><w:tblDescription w:val="{_DESCRIPTION}"/></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{width}"/><w:gridCol w:w="{width}"/></w:tblGrid>'
    )


def _width(blank: Stationery) -> int:
    """A column's width in twentieths of a point."""
    return blank.column[0] // EMU_PER_TWIP // 2


def _heading(blank: Stationery) -> str:
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


def _row(pair: Pair, blank: Stationery, bodies: Bodies) -> str:
    cells = "".join(
        _cell(_content(unit, bodies[lang], blank), blank) for lang, unit in zip(_HEADS, pair, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"


def _content(unit: Unit | None, body: Body, blank: Stationery) -> str:
    """What stands in a cell; Word asks for a paragraph even where there is nothing to say."""
    if unit is None:
        return f'<w:p><w:pPr><w:pStyle w:val="{_style(blank, "cell", body.lang)}"/></w:pPr></w:p>'
    return body.unit(unit)


def _cell(content: str, blank: Stationery, shade: str = "") -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{_width(blank)}" w:type="dxa"/>{shade}</w:tcPr>{content}</w:tc>'


def _style(blank: Stationery, role: str, lang: str) -> str:
    return blank.styles[style_name(role, lang).casefold()]


_LAST = '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>'
