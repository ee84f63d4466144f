"""Anyone's page as blocks: the text a browser would show; what is hidden or runs is listed as lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressgen.document import Block, Loss, Release, Role, Span
from pressgen.errors import FileError, Place
from pressgen.formats.html_walk import Paragraph, Walk
from pressgen.formats.html_write import GENERATOR
from pressgen.formats.plain import received
from pressgen.formats.roles import infer, lang_of
from pressgen.house.forms import GENERAL, Forms

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def read(data: bytes, name: str, forms: Forms = GENERAL) -> Release:
    """A page's visible text. Raises FileError where it is too large, not UTF-8 or holds controls.

    A page that ``write`` made says its roles and keeps every blank; any other is read as it looks.
    """
    root = _root(received(data, name), name)
    if root is None:
        return Release(())
    walk = _walked(root)
    roles = infer(((paragraph.shape, paragraph.text) for paragraph in walk.paragraphs), forms)
    found = zip(walk.paragraphs, roles, strict=True)
    blocks = [
        forms.marks.marked(_block(paragraph, role, index, name))
        for index, (paragraph, role) in enumerate(found)
    ]
    losses = tuple(Loss(what, count) for what, count in sorted(walk.losses.items()))
    return Release(tuple(blocks), _said(root, "date"), losses=losses)


def paragraphs(text: str, name: str) -> list[Paragraph]:
    """What a browser would show of a page, in order. Raises FileError."""
    root = _root(text, name)
    return [] if root is None else _walked(root).paragraphs


def _walked(root: HtmlElement) -> Walk:
    walk = Walk(own=_said(root, "generator") == GENERATOR)
    walk.page(root)
    return walk


def _root(text: str, name: str) -> HtmlElement | None:
    """The page's root; the parser fetches nothing, expands nothing, and cuts a page nested too deep."""
    from lxml import html  # noqa: PLC0415  # 30 ms, and many commands read no HTML
    from lxml.etree import ParserError  # noqa: PLC0415

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        root = html.document_fromstring(text.encode(), parser=parser)
    except ParserError:
        return None
    if any("depth" in entry.message for entry in parser.error_log):
        raise FileError(
            "网页嵌套过深，无法读取；请把正文另存为文本文件",
            "the page is nested too deep to be read; save its text as a text file",
            Place(name),
        )
    return root


def _said(root: HtmlElement, name: str) -> str:
    """What a page's head says about it."""
    return next((meta.get("content") or "" for meta in root.iter("meta") if meta.get("name") == name), "")


def _block(paragraph: Paragraph, inferred: Role, index: int, name: str) -> Block:
    text = paragraph.text
    lang = paragraph.lang or lang_of(text)
    at = Span(name, index, 0, len(text), text, lang, paragraph.line, None)
    return Block(paragraph.role or inferred, text, lang, tuple(paragraph.marks), name=paragraph.cell, at=at)
