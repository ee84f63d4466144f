"""Anyone's Word file as blocks: what a reader of the page reads, and what was left out of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pressgen.document import Block, Lang, Loss, Mark, Release, Role, Span
from pressgen.formats.roles import lang_of
from pressgen.formats.todo import todos
from pressgen.formats.word.ooxml import w
from pressgen.formats.word.opened import Opened, open_word
from pressgen.formats.word.pieces import Paragraph, Photo
from pressgen.formats.word.styles import Styles
from pressgen.formats.word.walk import Walk
from pressgen.text import han, latin, script

if TYPE_CHECKING:
    from pressgen.archive import Element

_UNSAFE_LINKS = "unsafe links"
_UNSAFE = re.compile(r"\s*(javascript|vbscript|data|file):", re.IGNORECASE)


def read(data: bytes, name: str) -> Release:
    """A Word file's blocks in the order of the page, notes last; a paragraph without text is none.

    Raises ``FileError`` for what is no Word file, is damaged or protected, or was built to do harm.
    """
    opened = open_word(data, name)
    styles = Styles(_root(opened, "styles"))
    paragraphs, losses = visible(opened, styles)
    unsafe = Counter(_UNSAFE_LINKS for paragraph in paragraphs for _ in _unsafe(paragraph))
    blocks = tuple(_block(paragraph, styles, name, index) for index, paragraph in enumerate(paragraphs))
    counted = losses + unsafe + _left_out(opened)
    return Release(blocks, losses=tuple(Loss(what, count) for what, count in sorted(counted.items())))


def visible(opened: Opened, styles: Styles) -> tuple[list[Paragraph], Counter[str]]:
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


def _notes(opened: Opened, styles: Styles, kind: str, wanted: list[str]) -> Iterator[Walk]:
    """The notes that the text refers to, in the order it does."""
    for _, relation in opened.related(kind):
        root = opened.root(relation.part)
        notes = {note.get(w("id"), ""): note for note in root if isinstance(note.tag, str)}
        relations = opened.relations(relation.part)
        yield from (Walk(relations, styles, "note").over(notes[key]) for key in wanted if key in notes)


def _root(opened: Opened, kind: str) -> Element | None:
    return next((opened.root(relation.part) for _, relation in opened.related(kind)), None)


def _left_out(opened: Opened) -> Counter[str]:
    """What a Word file says outside its text: headers, comments, macros."""
    losses: Counter[str] = Counter()
    for _, relation in opened.related("header", "footer"):
        walk = Walk({}, Styles(None)).over(opened.root(relation.part))
        losses["headers and footers"] += script("".join(found.text for found in walk.paragraphs)) != "und"
    for _, relation in opened.related("comments"):
        losses["comments"] += sum(1 for _ in opened.root(relation.part).iter(w("comment")))
    losses["macros"] += any(part.lower().endswith("vbaproject.bin") for part in opened.parts)
    return +losses


def _block(paragraph: Paragraph, styles: Styles, name: str, index: int) -> Block:
    role = _role(paragraph, styles)
    photo = paragraph.photo
    text, marks = _words(paragraph) if photo is None else _picture(photo, role)
    lang = _lang(paragraph, styles, text)
    at = Span(name, index, 0, len(text), text, lang)
    return Block("photo" if photo else role, text, lang, marks, at=at)


def _lang(paragraph: Paragraph, styles: Styles, text: str) -> Lang:
    """What the file says, as far as the characters bear it out: ``记者 | Eleanor`` can be Chinese.

    That a run is English is only believed in a draft of ours: Word says so of many a Chinese one.
    """
    said = paragraph.lang
    if said == "zh" and han(text):
        return "zh"
    return "en" if said == "en" and latin(text) and styles.ours(paragraph.style) else lang_of(text)


def _role(paragraph: Paragraph, styles: Styles) -> Role:
    if paragraph.story == "note":
        return "note"
    return styles.role(paragraph.style) or ("cell" if paragraph.story == "cell" else "body")


def _picture(photo: Photo, role: Role) -> tuple[str, tuple[Mark, ...]]:
    """Our own photo is called what its file was called; another's is known by its part in the package."""
    target = photo.name if role == "photo" and photo.name else photo.part
    return photo.alt, (Mark(0, len(photo.alt), "image", target),)


def _words(paragraph: Paragraph) -> tuple[str, tuple[Mark, ...]]:
    text = paragraph.text
    marks = [mark for mark in paragraph.marks() if not _UNSAFE.match(mark.target)]
    marks += todos(text)
    return text, tuple(sorted(marks, key=lambda mark: (mark.start, mark.end, mark.kind, mark.target)))


def _unsafe(paragraph: Paragraph) -> list[Mark]:
    return [mark for mark in paragraph.links() if _UNSAFE.match(mark.target)]
