"""A table of figures in Word: a head that repeats on every page, figures to the right, three rules."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pressgen.document import Block
from pressgen.formats.word.ooxml import attribute
from pressgen.grid import Row, Table
from pressgen.text import han

STYLE = "table of figures"
"""The name of the style of such tables, case-folded as in ``Stationery.styles``."""

SPACER = '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/></w:pPr></w:p>'
"""What stands between a table and the text behind it; Word asks for a paragraph there."""

KEPT, RIGHT = "<w:keepNext/>", '<w:jc w:val="right"/>'
"""What keeps a title with its table, and sets a figure to the right."""

_LEAST, _FEW, _MOST, _AIR = 5.0, 10.0, 24.0, 1.7
"""In Chinese characters: any column at its least, one of words at its least and most, room beside a text."""
_LATIN = 0.45
"""A Latin letter's width in Chinese characters."""

Write = Callable[[Block, str], str]
"""A cell's paragraph with properties of its own."""


@dataclass(frozen=True, slots=True)
class Room:
    """The width of the text in twentieths of a point, and the size of a cell's text in points."""

    width: int
    size: float


def table_style(size: float) -> str:
    """The table's own style: rules above, below and under the head, a hair between rows, the head bold."""
    rule = '<w:{} w:val="single" w:sz="{}" w:space="0" w:color="{}"/>'
    outer = "".join(rule.format(side, 12, "000000") for side in ("top", "bottom"))
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="TableOfFigures">'
        '<w:name w:val="Table of Figures"/><w:basedOn w:val="TableNormal"/>'
        '<w:uiPriority w:val="1"/><w:qFormat/>'
        f"<w:tblPr><w:tblBorders>{outer}{rule.format('insideH', 4, 'BFBFBF')}</w:tblBorders><w:tblCellMar>"
        f'<w:top w:w="{round(size * 3)}" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
        f'<w:bottom w:w="{round(size * 3)}" w:type="dxa"/><w:right w:w="85" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr>"
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr><w:tcPr><w:tcBorders>'
        f"{rule.format('top', 12, '000000')}{rule.format('bottom', 6, '000000')}"
        '</w:tcBorders><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr></w:style>'
    )


def table(cells: Table, title: str, room: Room, style: str, write: Write) -> str:
    """A table as wide as the text; ``title`` is read aloud first."""
    figures = cells.figures()
    columns = widths(cells.rows, figures, room)
    rows = "".join(
        _row(row, columns, figures, write, head=number == 0 and cells.head)
        for number, row in enumerate(cells.rows)
    )
    grid = "".join(f'<w:gridCol w:w="{column}"/>' for column in columns)
    return f"<w:tbl>{_properties(cells, title, room.width, style)}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"


def _properties(cells: Table, title: str, width: int, style: str) -> str:
    named = f'<w:tblCaption w:val="{attribute(title)}"/>' if title else ""
    look = f'<w:tblLook w:val="{"0020" if cells.head else "0000"}" w:firstRow="{int(cells.head)}"/>'
    return (
        f'<w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{width}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{look}{named}</w:tblPr>'
    )


def _row(row: Row, columns: Sequence[int], figures: Sequence[bool], write: Write, *, head: bool) -> str:
    repeated = "<w:tblHeader/>" if head else ""
    inner = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        f"{write(cell, RIGHT if right else '') if cell else '<w:p/>'}</w:tc>"
        for cell, width, right in zip(row, columns, figures, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{inner}</w:tr>"


def widths(rows: Sequence[Row], figures: Sequence[bool], room: Room) -> list[int]:
    """Columns by what stands in them, together as wide as the text: figures are broken last."""
    unit = room.size * 20
    wanted = [
        _wanted(column, right) * unit for column, right in zip(zip(*rows, strict=True), figures, strict=True)
    ]
    lacking = sum(wanted) - room.width
    words = [number for number, right in enumerate(figures) if not right]
    for number in words if lacking > 0 else ():
        wanted[number] -= min(lacking / len(words), max(0, wanted[number] - _FEW * unit))
    scale = min(1, room.width / sum(wanted))
    spare = max(0, room.width - sum(wanted)) / len(wanted)
    shares = [int(part * scale + spare) for part in wanted]
    shares[0] += room.width - sum(shares)
    return shares


def _wanted(column: Row, right: bool) -> float:  # of figures or of words
    """In Chinese characters; the head of a column of figures may take two lines."""
    lengths = [_length(cell) for cell in column]
    longest = max(lengths[0] * 0.6, *lengths[1:]) if right else min(max(lengths), _MOST)
    return max(longest, _LEAST - _AIR) + _AIR


def _length(cell: Block | None) -> float:
    """The width of a text in Chinese characters."""
    if cell is None:
        return 0
    return han(cell.text) + (len(cell.text) - han(cell.text)) * _LATIN
