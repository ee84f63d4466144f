"""A house's letterhead as the sheet to write on: its header, footer, page and styles, without its text."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from pressgen.archive import open_package
from pressgen.complaints import complaint
from pressgen.errors import HouseError, Place
from pressgen.formats.word.blank import PAPER, twips
from pressgen.formats.word.ooxml import EMU_PER_TWIP, w
from pressgen.house.look import Page

if TYPE_CHECKING:
    from docx.document import Document

LETTERHEAD = "letterhead.docx"
_UNSETTLED = (
    "rsids", "attachedTemplate", "mailMerge", "linkStyles", "trackRevisions", "documentProtection",
    "writeProtection", "footnotePr", "endnotePr", "saveThroughXslt", "docVars",
)  # fmt: skip
"""Settings of the document the letterhead was, not of those written on it."""


def open_letterhead(data: bytes, page: Page) -> Document:
    """The letterhead; ``page`` is for one that names none. Raises ``HouseError``, ``FileError``."""
    import docx  # noqa: PLC0415  # as in blank
    from docx.opc.exceptions import OpcError  # noqa: PLC0415

    open_package(data, LETTERHEAD)
    try:
        document = docx.Document(BytesIO(data))
        document.element.body.get_or_add_sectPr()
        _unsettle(document)
    except (OpcError, KeyError, ValueError, AttributeError, SyntaxError) as error:
        raise HouseError(
            "信头文件无法使用（{why}）；请在Word中另存为普通的.docx",
            "the letterhead cannot be used ({why}); save it in Word as a plain .docx",
            Place(LETTERHEAD),
            why=complaint(error),
        ) from None
    if document.sections[-1].page_width is None:
        _set_page(document, page)
    return document


def _unsettle(document: Document) -> None:
    settings = document.settings.element
    for name in _UNSETTLED:
        for child in settings.findall(w(name)):
            settings.remove(child)


def _set_page(document: Document, page: Page) -> None:
    from docx.shared import Emu  # noqa: PLC0415  # as in blank

    section = document.sections[-1]
    section.page_width, section.page_height = (Emu(side * EMU_PER_TWIP) for side in PAPER[page.size])
    section.top_margin, section.right_margin, section.bottom_margin, section.left_margin = (
        Emu(twips(side) * EMU_PER_TWIP) for side in (page.top, page.right, page.bottom, page.left)
    )
