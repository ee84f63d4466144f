"""A document as a piece of HTML to be pasted where no style sheet is known: each part says its own look."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lxml import html
from lxml.html import HtmlElement

from pressgen.document import ROLES, Document
from pressgen.formats.html_style import face_of
from pressgen.formats.html_write import elements

if TYPE_CHECKING:
    from pressgen.house import House

_CELL = "border: 1px solid #999; padding: 4px 8px;"
_ALWAYS = {
    "table": "border-collapse: collapse; width: 100%;",
    "td": _CELL,
    "th": _CELL,
    "mark": "background: #ffef9e;",
    "blockquote": "margin-left: 0; padding-left: 1em; border-left: 2px solid #bbb;",
}
_PLAIN = {"h1": "p", "h2": "p", "figcaption": "p", "figure": "section"}
"""Editors give headings and figures a look of their own."""


def pasted(document: Document, house: House) -> str:
    """The document without its headline, for which editors have a field; pictures are named, not carried.

    Its first line is what every page must say, such as an embargo.
    """
    blocks = tuple(block for block in document.blocks if block.role != "headline")
    notice = html.fromstring("<p></p>")
    notice.text = document.notice
    whole = html.fromstring(
        f"<section>{''.join(elements(replace(document, blocks=blocks, files={})))}</section>"
    )
    if document.notice:
        whole.insert(0, notice)
    for element in list(whole.iter()):
        _dress(element, document, house)
    return str(html.tostring(whole, encoding="unicode"))


def _dress(element: HtmlElement, document: Document, house: House) -> None:
    role = element.attrib.pop("class", "").partition(" ")[0]
    own = element.attrib.pop("style", "")
    styles = [face_of(house.style.look, document.lang, role)] if role in ROLES else []
    styles += filter(None, (_ALWAYS.get(str(element.tag)), own))
    element.tag = _PLAIN.get(str(element.tag), element.tag)
    if element.tag == "img":
        element.tag = "span"
        element.text = f"[{element.attrib.pop('alt', '')}]"
        element.attrib.clear()
    if styles:
        element.set("style", " ".join(styles))
