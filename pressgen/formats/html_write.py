"""A document as one page of HTML: everything escaped, pictures inside, the house's look, no script."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from itertools import groupby, pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from pressgen.document import Block, Document, Lang, Mark
from pressgen.formats.address import is_safe, of_file
from pressgen.formats.html_style import style_sheet
from pressgen.formats.particulars import TAGS, moment, reporters
from pressgen.grid import Table, tables
from pressgen.regex import regex

if TYPE_CHECKING:
    from pressgen.house import House

GENERATOR = "pressgen"
COLUMN = 590
"""The widest and highest a picture is shown: 156 mm, the column of a page of A4, in CSS pixels."""

_POLICY = "default-src 'none'; img-src data: file: 'self'; style-src 'unsafe-inline'"
_TAGS = {"headline": "h1", "subhead": "h2", "quote": "blockquote", "photo": "figure", "cell": "td"}
_INLINE = {"strong": "strong", "emphasis": "em", "todo": "mark"}
_TAGGED = {"zh": "zh-CN", "en": "en", "und": "und"}
_UNSAFE = regex("[<>&]")
_OTHER: dict[Lang, Lang] = {"zh": "en", "en": "zh", "und": "und"}


def write(document: Document, house: House, *, translation: str = "") -> bytes:
    """The document as a page, UTF-8; ``translation`` names the other language's file.

    Pictures that ``document.files`` has are carried inside; others are named. Raises FileError for a
    picture that cannot be used. ``read`` gives the same document back.
    """
    tag, title = _TAGGED[document.lang], escape(" ".join(document.title.split()))
    head = [
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f'<meta name="generator" content="{GENERATOR}">',
        f"<title>{title}</title>",
        *_about(document, translation),
        _said(document, house, translation),
        f"<style>\n{style_sheet(house.style.look, document.lang)}\n</style>",
    ]
    page = ["<!DOCTYPE html>", f'<html lang="{tag}">', "<head>", *head, "</head>", "<body>"]
    page += [f'<header class="notice">{escape(document.notice)}</header>'] if document.notice else []
    page.append("<article>")
    return "\n".join([*page, *elements(document), "</article>", "</body>", "</html>", ""]).encode()


def _about(document: Document, translation: str) -> Iterator[str]:
    if document.published:
        yield f'<meta name="date" content="{escape(document.published)}">'
    if translation:
        other = _TAGGED[_OTHER[document.lang]]
        yield f'<link rel="alternate" hreflang="{other}" href="{escape(of_file(translation))}">'


def _said(document: Document, house: House, translation: str) -> str:
    """What search engines read: a NewsArticle of schema.org, as data that runs nothing."""
    published, updated = document.published, document.about.get("updated", "")
    other = {"@type": "NewsArticle", "inLanguage": TAGS[_OTHER[document.lang]], "url": of_file(translation)}
    article = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": document.title,
        "inLanguage": TAGS[document.lang],
        "datePublished": published[:10] if len(published) == 10 else moment(published, house),
        "dateModified": updated[:10] if len(updated) == 10 else moment(updated, house),
        "author": [{"@type": "Person", "name": name} for name in reporters(document)],
        "workTranslation" if document.lang == "zh" else "translationOfWork": other if translation else None,
    }
    said = json.dumps({name: value for name, value in article.items() if value}, ensure_ascii=False)
    return f'<script type="application/ld+json">{_UNSAFE.sub(_escaped, said)}</script>'


def _escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def elements(document: Document) -> Iterator[str]:
    """What stands in the page's article: an element a paragraph, a table or a photo with its caption."""
    title: Block | None = None
    for is_table, group in groupby(document.blocks, lambda block: block.role == "cell"):
        if is_table:
            for table in tables(group):
                yield _table(table, title, document)
                title = None
        else:
            blocks = list(group)
            title = blocks.pop() if _is_title(blocks, document.blocks) else None
            yield from _figures(blocks, document)


def _is_title(blocks: Sequence[Block], whole: Sequence[Block]) -> bool:
    """Whether the last of some paragraphs is the caption of the table behind them, not of a photo."""
    last = blocks[-1]
    before = blocks[-2].role if len(blocks) > 1 else ""
    return last.role == "caption" and before != "photo" and last is not whole[-1]


def _table(table: Table, title: Block | None, document: Document) -> str:
    """Rows of cells; the first row and the first cell of each row say what the figures are."""
    caption = f"{_element(title, document.files, document.lang, 'caption')}\n" if title else ""
    figures = table.figures()
    rows = (
        "".join(
            _cell(cell, _scope(table, number, column), document, right=figures[column])
            for column, cell in enumerate(row)
        )
        for number, row in enumerate(table.rows)
    )
    body = "".join(f"<tr>{row}</tr>\n" for row in rows)
    return f"<table>\n{caption}{body}</table>"


def _scope(table: Table, row: int, column: int) -> str:
    if not table.head:
        return ""
    return "col" if row == 0 else "row" if column == 0 else ""


def _cell(cell: Block | None, scope: str, document: Document, *, right: bool) -> str:
    tag = f'th scope="{scope}"' if scope else "td"
    tag += ' style="text-align: right"' if right else ""
    if cell is None:
        return f"<{tag}></{tag[:2]}>"
    return _element(cell, document.files, document.lang, tag)


def _figures(blocks: Sequence[Block], document: Document) -> Iterator[str]:
    """Paragraphs; a caption stands in the frame of the picture before it."""
    for before, block, after in zip([None, *blocks], blocks, [*blocks[1:], None], strict=False):
        if block.role == "photo" and after and after.role == "caption":
            caption = _element(after, document.files, block.lang, "figcaption")
            yield _element(block, document.files, document.lang).replace("</figure>", f"{caption}</figure>")
        elif block.role != "caption" or not before or before.role != "photo":
            yield _element(block, document.files, document.lang)


def _element(block: Block, files: Mapping[str, Path], around: Lang, tag: str = "") -> str:
    """A block in its tag, with its language where that is not the one around it."""
    tag = tag or _TAGS.get(block.role, "p")
    lang = "" if block.lang == around else f' lang="{_TAGGED[block.lang]}"'
    return f'<{tag} class="{block.role}"{lang}>{_inside(block, files)}</{tag.split(" ", 1)[0]}>'


def _inside(block: Block, files: Mapping[str, Path]) -> str:
    """A block's text, cut at every edge of a mark, each piece within the marks that cover it."""
    marks = [
        mark for mark in block.marks if mark.kind in (*_INLINE, "link", "image") and is_safe(mark.target)
    ]
    images = [mark for mark in marks if mark.kind == "image"]
    inline = [mark for mark in marks if mark.kind != "image"]
    edges = {0, len(block.text), *(edge for mark in marks for edge in (mark.start, mark.end))}
    out: list[str] = []
    past = 0
    for start, end in _pieces(sorted(edges), images):
        image = next((mark for mark in images if (mark.start, mark.end) == (start, end)), None)
        if image and start >= past:
            out.append(_covered(_image(image, block.text, files), start, end, inline))
            past = end
        elif start < end and start >= past:
            out.append(_covered(_text(block.text[start:end]), start, end, inline))
    return "".join(out)


def _pieces(edges: Sequence[int], images: Iterable[Mark]) -> list[tuple[int, int]]:
    """The stretches between edges, pictures in one piece, in order."""
    whole = [(mark.start, mark.end) for mark in images]
    between = [pair for pair in pairwise(edges) if pair not in whole]
    return sorted([*between, *whole], key=lambda pair: (pair[0], pair not in whole, pair[1]))


def _covered(source: str, start: int, end: int, marks: Iterable[Mark]) -> str:
    covering = [mark for mark in marks if mark.start <= start and end <= mark.end and mark.start < mark.end]
    for mark in sorted(covering, key=lambda mark: (mark.end - mark.start, mark.kind == "link")):
        if mark.kind == "link":
            source = f'<a href="{escape(mark.target)}" rel="noopener noreferrer">{source}</a>'
        else:
            source = f"<{_INLINE[mark.kind]}>{source}</{_INLINE[mark.kind]}>"
    return source


def _image(mark: Mark, text: str, files: Mapping[str, Path]) -> str:
    from pressgen.formats.picture import picture  # noqa: PLC0415  # Pillow, only where there are photos

    alt = _attribute(text[mark.start : mark.end])
    named = f'data-file="{_attribute(mark.target)}"'
    if mark.target not in files:
        return f'<img alt="{alt}" {named} src="{_attribute(of_file(mark.target))}">'
    photo = picture(files[mark.target])
    source = f"data:image/{photo.kind};base64,{b64encode(photo.data).decode()}"
    shown = min(1, COLUMN / max(photo.width, photo.height))
    width, height = (max(1, round(side * shown)) for side in (photo.width, photo.height))
    size = f'width="{width}" height="{height}"'
    return f'<img alt="{alt}" {named} {size} src="{source}">'


def _text(text: str) -> str:
    return escape(text, quote=False).replace("\r", "&#13;").replace("\n", "<br>")


def _attribute(text: str) -> str:
    return escape(text).replace("\r", "&#13;").replace("\n", "&#10;")
