"""A file's own styles: the role a paragraph's style gives it, what a character style adds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressgen.document import ROLES, Role
from pressgen.formats.word.ooxml import w

if TYPE_CHECKING:
    from pressgen.archive import Element

_WORDS_OWN: dict[str, Role] = {
    "title": "headline", "heading 1": "headline",
    "标题": "headline", "标题 1": "headline", "标题1": "headline",
    "subtitle": "subhead", "副标题": "subhead",
    **{f"{name}{level}": "subhead" for name in ("heading ", "标题 ", "标题") for level in range(2, 10)},
    "intense quote": "quote", "引用": "quote", "明显引用": "quote", "题注": "caption",
    "footnote text": "note", "endnote text": "note", "脚注文本": "note", "尾注文本": "note",
}  # fmt: skip
_ROLES: dict[str, Role] = {role: role for role in ROLES} | _WORDS_OWN
_OFF = {"0", "false", "off"}


def is_on(properties: Element | None, name: str) -> bool:
    """Whether a switch such as ``w:b`` is set, and not set to off."""
    found = None if properties is None else properties.find(w(name))
    return found is not None and found.get(w("val"), "1") not in _OFF


class Styles:
    """The styles of ``styles.xml``; a file without one has none, and every paragraph is body."""

    def __init__(self, root: Element | None) -> None:
        elements = [] if root is None else root.findall(w("style"))
        self._styles = {element.get(w("styleId"), ""): element for element in elements}
        self._roles: dict[str, Role | None] = {}

    def role(self, style: str) -> Role | None:
        """The role a paragraph style says, itself or by what it is based on; None for an ordinary one."""
        if style not in self._roles:
            names = (_value(element, "name").casefold() for element in self._chain(style))
            self._roles[style] = next(filter(None, map(_role, names)), None)
        return self._roles[style]

    def has(self, style: str, name: str) -> bool:
        """Whether a character style, or one it is based on, sets a switch."""
        return any(is_on(element.find(w("rPr")), name) for element in self._chain(style))

    def numbers(self, style: str) -> bool:
        """Whether a paragraph style numbers its paragraphs."""
        return any(element.find(f"{w('pPr')}/{w('numPr')}") is not None for element in self._chain(style))

    def _chain(self, style: str) -> list[Element]:
        """A style and those it is based on, each once."""
        chain: list[Element] = []
        while (element := self._styles.get(style)) is not None and element not in chain:
            chain.append(element)
            style = _value(element, "basedOn")
        return chain


def _role(name: str) -> Role | None:
    return _ROLES.get(name) or _ROLES.get(name.removesuffix(" zh").removesuffix(" en"))


def _value(element: Element, name: str) -> str:
    found = element.find(w(name))
    return "" if found is None else found.get(w("val"), "")
