"""What a page shows of a house, its texts, photos and names, for doors that are pages."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pressgen.document import Document, Release
from pressgen.drafting import length
from pressgen.errors import UI
from pressgen.figures import Language
from pressgen.findings import Finding
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


def findings_page(findings: Sequence[Finding], release: Release, house: House, ui: UI) -> str:
    """The findings of a release as one page of HTML: both texts side by side, every fault marked."""
    from pressgen.checks.coverage import coverage  # noqa: PLC0415  # for those who ask
    from pressgen.reports import html  # noqa: PLC0415  # as above

    return html.report(findings, release, ui, coverage(release, house))


def scope(release: Release, house: House, ui: UI) -> list[str]:
    """How far the checks of a release reached, and what was not compared, in a few sentences."""
    from pressgen.checks.coverage import coverage  # noqa: PLC0415  # for those who ask
    from pressgen.reports.scope import said  # noqa: PLC0415  # as above

    return said(coverage(release, house), ui)
