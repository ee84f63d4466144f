"""A file's paragraphs as blocks: role, text, language, marks, place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import cast

from pressgen.document import Block, Lang, Mark, Role, Span
from pressgen.formats.plain import is_title
from pressgen.formats.roles import Shape, infer, lang_of, shape_of
from pressgen.formats.word.pieces import Paragraph, Photo
from pressgen.formats.word.styles import Styles
from pressgen.house.forms import GENERAL, Forms
from pressgen.regex import regex
from pressgen.text import han, latin

_UNSAFE = regex(r"\s*(javascript|vbscript|data|file):", re.IGNORECASE)
_LEAST = 3
"""So many paragraphs of one language have a headline among them."""


def blocks(
    paragraphs: Sequence[Paragraph], styles: Styles, name: str, forms: Forms = GENERAL
) -> tuple[Block, ...]:
    """One block a paragraph, in their order; ``name`` is the file's.

    Roles are told by styles. In a file that uses none they are told as in plain text: by what a
    paragraph says and where it stands.
    """
    found = [_block(paragraph, styles, name, index) for index, paragraph in enumerate(paragraphs)]
    styled = any(styles.role(paragraph.style) for paragraph in paragraphs if paragraph.story != "note")
    return tuple(map(forms.marks.marked, found if styled else _guessed(found, forms)))


def is_unsafe(mark: Mark) -> bool:
    """Whether a link would run a script or open a file."""
    return mark.kind == "link" and _UNSAFE.match(mark.target) is not None


def _guessed(found: Sequence[Block], forms: Forms) -> Iterator[Block]:
    titles = set(_titles(found, forms))
    shapes = [(_shape(block, block.at.block in titles), block.text) for block in found]
    for block, role in zip(found, infer(shapes, forms), strict=True):
        yield block if block.role == "note" else replace(block, role=role)


def _titles(found: Sequence[Block], forms: Forms) -> Iterator[int | None]:
    """The first paragraph of each language, where it can be a headline."""
    counts = Counter(block.lang for block in found if block.role == "body")
    for lang in ("zh", "en"):
        first = next((block for block in found if _can_be_first(block, lang, forms)), None)
        if first and counts[first.lang] >= _LEAST and _can_be_title(first.text, forms):
            yield first.at.block


def _can_be_first(block: Block, lang: str, forms: Forms) -> bool:
    return (block.lang, block.role) == (lang, "body") and not forms.is_notice(block.text)


def _can_be_title(text: str, forms: Forms) -> bool:
    return is_title(text) and not forms.is_credit(text) and not forms.is_dateline(text)


def _shape(block: Block, title: bool) -> Shape:
    if title:
        return "heading"
    shapes: dict[Role, Shape] = {"cell": "cell", "photo": "image"}
    return shapes.get(block.role) or shape_of(block.text, block.marks)


def _block(paragraph: Paragraph, styles: Styles, name: str, index: int) -> Block:
    role = _role(paragraph, styles)
    photo = paragraph.photo
    text, marks = _words(paragraph) if photo is None else _picture(photo, role)
    lang = _lang(paragraph, styles, text)
    at = Span(name, index, 0, len(text), text, lang)
    return Block(
        "photo" if photo else role, text, lang, marks, name=paragraph.cell if role == "cell" else "", at=at
    )


def _lang(paragraph: Paragraph, styles: Styles, text: str) -> Lang:
    """What the file says, as far as the characters bear it out: ``记者 | Eleanor`` can be Chinese.

    That a run is English is only believed in a draft of ours: Word says so of many a Chinese one. So is
    what language a cell is in that holds nothing but a figure.
    """
    said = paragraph.lang
    if said == "zh" and han(text):
        return "zh"
    if paragraph.cell and lang_of(text) == "und" and styles.name(paragraph.style) == "cell":
        return cast("Lang", said or "und")
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
    marks = [mark for mark in paragraph.marks() if not is_unsafe(mark)]
    return text, tuple(sorted(marks, key=lambda mark: (mark.start, mark.end, mark.kind, mark.target)))
