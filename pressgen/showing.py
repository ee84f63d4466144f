"""What a page shows of a house, its texts, photos and names, for doors that are pages."""

from __future__ import annotations

from pathlib import Path

from pressgen.document import Document
from pressgen.drafting import length
from pressgen.figures import Language
from pressgen.formats import format_of
from pressgen.house import House


def style_sheet(house: House, lang: Language, scope: str) -> str:
    """How a house's paragraphs look, as CSS for text within the elements a selector names, by their role."""
    from pressgen.formats.html_style import scoped  # noqa: PLC0415  # for those who show a page

    return scoped(house.style.look, lang, scope)


def size(document: Document) -> int:
    """How long a text is without headline, credits and the like: Chinese in characters, English in words."""
    body = (block for block in document.blocks if block.role in length.BODY)
    return sum(length.size(block.text, document.lang) for block in body)


def picture(path: Path) -> tuple[bytes, str]:
    """A picture as a page shows it, its pixels alone, and its media type. Raises FileError."""
    from pressgen.formats.picture import picture as shown  # noqa: PLC0415  # Pillow, for those who ask

    made = shown(path)
    return made.data, f"image/{made.kind}"


def text_of(document: Document, house: House) -> str:
    """One document as Markdown, as ``write`` would put it into a file."""
    return format_of(".md").write(document, house).decode()
