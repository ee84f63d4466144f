"""Anyone's Word file as blocks: what a reader of the page reads, and what was left out of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pressgen.document import Loss, Release
from pressgen.formats.word.blocks import blocks, is_unsafe
from pressgen.formats.word.ooxml import w
from pressgen.formats.word.opened import WordFile, open_word
from pressgen.formats.word.pieces import Paragraph
from pressgen.formats.word.styles import Styles
from pressgen.formats.word.walk import Walk
from pressgen.house.forms import GENERAL, Forms
from pressgen.text import script

if TYPE_CHECKING:
    from pressgen.archive import Element

NO_LIST, TEMPLATE = "no list of parts", "a template called a document"
"""What is wrong with a file that is read all the same, and that Word itself does not open."""


def read(data: bytes, name: str, forms: Forms = GENERAL) -> Release:
    """A Word file's blocks in the order of the page, notes last; a paragraph without text is none.

    Raises ``FileError`` for what is no Word file, is damaged or protected, or was built to do harm.
    """
    opened = open_word(data, name)
    styles = styles_of(opened)
    paragraphs, losses = visible(opened, styles)
    links = [mark for paragraph in paragraphs for mark in paragraph.links()]
    losses["unsafe links"] += sum(map(is_unsafe, links))
    counted = losses + _left_out(opened)
    return Release(
        blocks(paragraphs, styles, name, forms),
        losses=tuple(Loss(what, count) for what, count in sorted(counted.items())),
    )


def styles_of(opened: WordFile) -> Styles:
    """The file's styles, or none."""
    return Styles(_root(opened, "styles"))


def visible(opened: WordFile, styles: Styles) -> tuple[list[Paragraph], Counter[str]]:
    """The paragraphs that become blocks, one for one and in their order, and what the walk left out."""
    walk = Walk(opened.relations(opened.main), styles).over(opened.root(opened.main))
    paragraphs, losses = list(walk.paragraphs), walk.losses
    for kind in ("footnotes", "endnotes"):
        wanted = list(dict.fromkeys(key for found, key in walk.notes if found == kind))
        for note in _notes(opened, styles, kind, wanted):
            paragraphs += note.paragraphs
            losses = losses + note.losses
    for paragraph in paragraphs:
        paragraph.trim()
    return [paragraph for paragraph in paragraphs if paragraph.photo or paragraph.text.strip()], losses


def _notes(opened: WordFile, styles: Styles, kind: str, wanted: list[str]) -> Iterator[Walk]:
    """The notes that the text refers to, in the order it does."""
    for _, relation in opened.related(kind):
        root = opened.root(relation.part)
        notes = {note.get(w("id"), ""): note for note in root if isinstance(note.tag, str)}
        relations = opened.relations(relation.part)
        yield from (Walk(relations, styles, "note").over(notes[key]) for key in wanted if key in notes)


def _root(opened: WordFile, kind: str) -> Element | None:
    return next((opened.root(relation.part) for _, relation in opened.related(kind)), None)


def _left_out(opened: WordFile) -> Counter[str]:
    """What a Word file says outside its text: headers, comments, macros; why Word does not open it."""
    losses: Counter[str] = Counter()
    for _, relation in opened.related("header", "footer"):
        walk = Walk({}, Styles(None)).over(opened.root(relation.part))
        losses["headers and footers"] += script("".join(found.text for found in walk.paragraphs)) != "und"
    for _, relation in opened.related("comments"):
        losses["comments"] += sum(1 for _ in opened.root(relation.part).iter(w("comment")))
    losses["macros"] += any(part.lower().endswith("vbaproject.bin") for part in opened.parts)
    losses[NO_LIST] += opened.types is None
    losses[TEMPLATE] += opened.name.lower().endswith(".docx") and opened.is_template
    return +losses
