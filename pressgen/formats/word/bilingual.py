"""A release in both languages as one Word file, in one of several layouts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from pressgen.document import Block, Release
from pressgen.formats.word import faces
from pressgen.formats.word.container import word_file
from pressgen.formats.word.enclosures import Enclosures
from pressgen.formats.word.faces import APART, style_name
from pressgen.formats.word.ooxml import EMU_PER_TWIP
from pressgen.formats.word.page import Bodies, Body, house_stationery
from pressgen.formats.word.runs import run
from pressgen.formats.word.stationery import LINK, Stationery
from pressgen.grid import Table, place, units
from pressgen.house.look import Look
from pressgen.text import LANGUAGES

if TYPE_CHECKING:
    from pressgen.house import House

_BREAK = "<w:pageBreakBefore/>"
_KEPT = "<w:keepNext/>"
_SHORT = 80
"""Code points; a page may end between a longer paragraph and its translation, sooner than stay half empty."""
_ALONE = f'<w:spacing w:before="{APART * 20}"/>'
_HEADS = {"zh": "中文", "en": "English"}
_CAPTION = "双语对照 Chinese and English side by side"
_DESCRIPTION = "左栏中文，右栏英文，一行一段。Chinese on the left, English on the right, one paragraph a row."
_MARGIN = 113
"""Between text and rule: 2 mm, in twentieths of a point."""
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_LAST = '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>'
Unit = Block | Table
"""A paragraph, or a table with all its cells."""
Pair = tuple[Unit | None, Unit | None]
"""A Chinese and an English paragraph or table; one of them may be missing."""


def write_bilingual(release: Release, house: House, layout: str = "side-by-side") -> bytes:
    """A Word file with both languages, laid out as one of ``LAYOUTS``. Raises as ``write`` does."""
    styles, body = LAYOUTS[layout]
    notices = (release.zh.notice, release.en.notice)
    blank = house_stationery(house, styles(house.style.look), "zh", notices)
    enclosures = Enclosures(release.files, blank.column, blank.styles[LINK])
    first = release.zh if release.zh.blocks else release.en
    properties = {"title": first.title, "lang": first.lang, "published": release.published}
    look = house.style.look
    bodies: Bodies = {lang: Body(lang, blank, enclosures, look, both=True) for lang in LANGUAGES}
    return word_file(blank, body(release, bodies), enclosures, properties)


def sequential(release: Release, bodies: Bodies) -> str:
    """The body: all of the Chinese text, and on a new page all of the English one."""
    first, *others = [document for document in (release.zh, release.en) if document.blocks] or [release.zh]
    written = list(bodies["en" if first.lang == "en" else "zh"].of(first.blocks))
    for document in others:
        head, *rest = document.blocks
        written += [bodies["en"].paragraph(head, _BREAK), *bodies["en"].of(rest)]
    return "".join(written)


def interleaved(release: Release, bodies: Bodies) -> str:
    """The body; a photo that both languages show stands once, above both captions."""
    return "".join(
        bodies[lang].unit(unit, more) for pair in pairs(release) for unit, lang, more in _steps(pair)
    )


def _steps(pair: Pair) -> Iterator[tuple[Unit, str, str]]:
    """What of a pair is written, in which language, and what a paragraph says besides its style."""
    chinese, english = pair
    if _shown(chinese) and _shown(chinese) == _shown(english):
        english = None
    if chinese:
        short = isinstance(chinese, Block) and len(chinese.text) <= _SHORT
        yield chinese, "zh", _KEPT * (english is not None and short)
    if english:
        yield english, "en", "" if chinese else _ALONE


def _shown(unit: Unit | None) -> list[str] | None:
    """The picture a photo shows; nothing for what is none."""
    if not isinstance(unit, Block) or unit.role != "photo":
        return None
    return [mark.target for mark in unit.marks if mark.kind == "image"] or [""]


def side_by_side(release: Release, bodies: Bodies) -> str:
    """The body as a table: a heading row, then a row for each pair. Raises as ``write`` does."""
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


def pairs(release: Release) -> list[Pair]:
    """Blocks that say the same thing: those of one name, the first with the first; then those without.

    A block without a counterpart stands alone, behind the one it follows in its own language; a caption
    stays with its photo.
    """
    english = dict(_keyed(units(release.en.blocks)))
    chinese = dict(_keyed(units(release.zh.blocks)))
    order = list(chinese)
    before = -1
    for key in english:
        if key not in chinese:
            captions = takewhile(lambda other: _is_caption(chinese.get(other)), order[before + 1 :])
            order.insert(before + 1 + sum(1 for _ in captions), key)
        before = order.index(key)
    return [(chinese.get(key), english.get(key)) for key in order]


def _is_caption(unit: Unit | None) -> bool:
    return isinstance(unit, Block) and unit.role == "caption"


def _keyed(found: Iterable[Unit]) -> Iterator[tuple[tuple[str, int], Unit]]:
    counts: Counter[str] = Counter()
    for unit in found:
        name = _name(unit)
        yield (name, counts[name]), unit
        counts[name] += 1


def _name(unit: Unit) -> str:
    if isinstance(unit, Block):
        return unit.name
    first = next(cell for row in unit.rows for cell in row if cell)
    at = place(first)
    return at.table if at else first.name


LAYOUTS: dict[str, tuple[Callable[[Look], faces.Faces], Callable[[Release, Bodies], str]]] = {
    "side-by-side": (faces.side_by_side, side_by_side),
    "interleaved": (faces.interleaved, interleaved),
    "sequential": (faces.sequential, sequential),
}
"""The styles and the body of each layout."""
