"""A release in both languages as one Word file, in one of several layouts."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from pressgen.document import Release
from pressgen.formats.word import faces
from pressgen.formats.word.container import word_file
from pressgen.formats.word.enclosures import Enclosures
from pressgen.formats.word.interleaved import interleaved
from pressgen.formats.word.side_by_side import table
from pressgen.formats.word.stationery import LINK, Sheet
from pressgen.formats.word.write import house_sheet, paragraph
from pressgen.house.look import Look

if TYPE_CHECKING:
    from pressgen.house import House

_BREAK = "<w:pageBreakBefore/>"


def write_bilingual(release: Release, house: House, layout: str = "side-by-side") -> bytes:
    """A Word file with both languages, laid out as one of ``LAYOUTS``. Raises as ``write`` does."""
    styles, body = LAYOUTS[layout]
    notices = (release.zh.notice, release.en.notice)
    blank = house_sheet(house, styles(house.style.look), "zh", notices)
    enclosures = Enclosures(release.files, blank.column, blank.styles[LINK])
    first = release.zh if release.zh.blocks else release.en
    properties = {"title": first.title, "lang": first.lang, "published": release.published}
    return word_file(blank, body(release, blank, enclosures), enclosures, properties)


def sequential(release: Release, blank: Sheet, enclosures: Enclosures) -> str:
    """The body: all of the Chinese text, and on a new page all of the English one."""
    documents = [document for document in (release.zh, release.en) if document.blocks]
    written = [
        paragraph(block, document.lang, style, enclosures, more=_BREAK * (number > 0 and block is head))
        for number, document in enumerate(documents)
        for head in document.blocks[:1]
        for block in document.blocks
        for style in [blank.styles[faces.style_name(block.role, document.lang).casefold()]]
    ]
    return "".join(written)


LAYOUTS: dict[str, tuple[Callable[[Look], faces.Faces], Callable[[Release, Sheet, Enclosures], str]]] = {
    "side-by-side": (faces.side_by_side, table),
    "interleaved": (faces.interleaved, interleaved),
    "sequential": (faces.sequential, sequential),
}
"""The styles and the body of each layout."""
