"""A release in both languages as one Word file, in one of several layouts."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from pressgen.document import Release
from pressgen.formats.word import faces
from pressgen.formats.word.container import word_file
from pressgen.formats.word.enclosures import Enclosures
from pressgen.formats.word.interleaved import interleaved
from pressgen.formats.word.page import Bodies, Body, house_stationery
from pressgen.formats.word.side_by_side import table
from pressgen.formats.word.stationery import LINK
from pressgen.house.look import Look
from pressgen.text import LANGUAGES

if TYPE_CHECKING:
    from pressgen.house import House

_BREAK = "<w:pageBreakBefore/>"


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


LAYOUTS: dict[str, tuple[Callable[[Look], faces.Faces], Callable[[Release, Bodies], str]]] = {
    "side-by-side": (faces.side_by_side, table),
    "interleaved": (faces.interleaved, interleaved),
    "sequential": (faces.sequential, sequential),
}
"""The styles and the body of each layout."""
