"""A document in one language as a Word file in its house's look."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from pressgen.document import Block, Document, Mark
from pressgen.formats.word.container import word_file
from pressgen.formats.word.enclosures import Enclosures
from pressgen.formats.word.faces import Faces, one_language, style_name
from pressgen.formats.word.runs import Around, picture_run, runs
from pressgen.formats.word.stationery import LINK, Sheet, sheet

if TYPE_CHECKING:
    from pressgen.house import House


def write(document: Document, house: House, *, translation: str = "") -> bytes:
    """A Word file whose paragraphs carry their roles as styles; the same input gives the same bytes.

    ``translation`` is the name of the file with the other language. Raises ``FileError`` for a photo that
    cannot be used and for characters no Word file can hold, ``HouseError`` for an unusable letterhead.
    """
    lang = "en" if document.lang == "en" else "zh"
    blank = house_sheet(house, one_language(house.style.look, lang), lang, (document.notice,))
    enclosures = Enclosures(document.files, blank.column, blank.styles[LINK])
    body = "".join(
        paragraph(block, lang, blank.styles[style_name(block.role).casefold()], enclosures)
        for block in document.blocks
    )
    properties = {"title": document.title, "lang": lang, "published": document.published}
    return word_file(blank, body, enclosures, properties, translation)


def house_sheet(house: House, faces: Faces, lang: str, notices: Iterable[str] = ()) -> Sheet:
    """The house's empty sheet with these styles; ``notices`` stand at the head of every page."""
    look, said = house.style.look, tuple(filter(None, notices))
    return sheet(faces, look.face(lang, "body"), look.face(lang, "note"), look.page, house.letterhead, said)


def paragraph(
    block: Block, lang: str, style: str, enclosures: Enclosures, share: float = 1, more: str = ""
) -> str:
    """One block as a paragraph of a style; ``lang`` is that of a block without one.

    A photo is at most ``share`` of the column wide. ``more`` are properties beside the style.
    """
    inner = content(block, lang, enclosures, share)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{inner}</w:p>'


def content(block: Block, lang: str, enclosures: Enclosures, share: float = 1, around: Around = str) -> str:
    """What stands in a block's paragraph: its runs, or its picture, with ``around`` around it."""
    image = _image(block)
    spoken = lang if block.lang == "und" else block.lang
    if image is None:
        return runs(block, spoken, enclosures, around)
    return around(picture_run(enclosures.drawing(image.target, block.text, share), spoken))


def _image(block: Block) -> Mark | None:
    if block.role != "photo":
        return None
    return next((mark for mark in block.marks if mark.kind == "image"), None)
