"""What every page must say at its head, such as an embargo: with a letterhead, below what stands there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from pressgen.formats.word.blank import parsed
from pressgen.formats.word.ooxml import attribute
from pressgen.formats.word.runs import run
from pressgen.text import script

if TYPE_CHECKING:
    from docx.document import Document

_STRONG = frozenset({"strong"})


def head_pages(document: Document, notices: Sequence[str], style: str) -> None:
    """Put the notices at the head of every page: of first and even ones, too, where they have their own."""
    if notices:
        for header in _headers(document):
            _begin(header)
            header._element.extend([_line(notice, style) for notice in notices])  # noqa: SLF001  # no way in but this


def _headers(document: Document) -> Iterator[Any]:
    """The headers that pages of the document show."""
    section = document.sections[-1]
    yield section.header
    if section.different_first_page_header_footer:
        yield section.first_page_header
    if document.settings.odd_and_even_pages_header_footer:
        yield section.even_page_header


def _begin(header: Any) -> None:
    """A header that was not there begins empty; one there keeps what stands in it."""
    if header.is_linked_to_previous:
        header.is_linked_to_previous = False
        for child in list(header._element):  # noqa: SLF001  # as above
            header._element.remove(child)  # noqa: SLF001


def _line(notice: str, style: str) -> Any:
    lang = "zh" if script(notice) == "zh" else "en"
    return parsed(
        f'<w:p><w:pPr><w:pStyle w:val="{attribute(style)}"/></w:pPr>{run(notice, lang, _STRONG)}</w:p>'
    )
