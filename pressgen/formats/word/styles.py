"""A file's own styles: the role a paragraph's style gives it, what a character style adds."""

from __future__ import annotations

from dataclasses import dataclass
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
_NUMBERS = f"{w('pPr')}/{w('numPr')}"
_DEEPEST = 16
_OFF = {"0", "false", "off"}


def switch(properties: Element | None, name: str) -> bool | None:
    """Whether properties set a switch such as ``w:b`` on or off; None where they do not say."""
    found = None if properties is None else properties.find(w(name))
    return None if found is None else found.get(w("val"), "1") not in _OFF


def value(element: Element | None, name: str) -> str:
    """The value of a child such as ``w:pStyle``, or nothing."""
    found = None if element is None else element.find(w(name))
    return "" if found is None else found.get(w("val"), "")


@dataclass(frozen=True, slots=True)
class Run:
    """A run, and what its format says; ``lang`` is zh or en where it says all of it is in that language.

    ``raised``: it is superscript, as a note mark or a power is.
    """

    element: Element | None
    strong: bool = False
    emphasis: bool = False
    lang: str = ""
    raised: bool = False


def _lang(properties: Element) -> str:
    """A run hinted as East Asian is Chinese; one with a Latin language alone is in that language."""
    fonts, lang = properties.find(w("rFonts")), properties.find(w("lang"))
    if fonts is not None and fonts.get(w("hint")) == "eastAsia":
        return "zh"
    if lang is None or w("eastAsia") in lang.attrib:
        return ""
    return "en" if lang.get(w("val"), "").startswith("en") else ""


class Styles:
    """The styles of ``styles.xml``; a file without one has none, and every paragraph is body."""

    def __init__(self, root: Element | None) -> None:
        elements = [] if root is None else root.findall(w("style"))
        self._styles = {element.get(w("styleId"), ""): element for element in elements}
        self._roles: dict[str, Role | None] = {}

    def role(self, style: str) -> Role | None:
        """The role a paragraph style says, itself or by what it is based on; None for an ordinary one."""
        if style not in self._roles:
            names = (value(element, "name").casefold() for element in self._chain(style))
            self._roles[style] = next(filter(None, map(_role, names)), None)
        return self._roles[style]

    def name(self, style: str) -> str:
        """What a style is called, case-folded."""
        return value(self._styles.get(style), "name").casefold()

    def ours(self, style: str) -> bool:
        """Whether a paragraph style is one that we write."""
        return _plain(self.name(style)) in ROLES

    def has(self, style: str, name: str) -> bool:
        """Whether a character style, or the nearest it is based on that says so, sets a switch."""
        said = (switch(element.find(w("rPr")), name) for element in self._chain(style))
        return next((on for on in said if on is not None), False)

    def run(self, element: Element) -> Run:
        """A run and its format: its own, else that of its character style."""
        properties = element.find(w("rPr"))
        if properties is None:
            return Run(element)
        style = value(properties, "rStyle")
        strong, emphasis = (
            self.has(style, name) if (said := switch(properties, name)) is None else said
            for name in ("b", "i")
        )
        return Run(element, strong, emphasis, _lang(properties), self._raised(properties, style))

    def _raised(self, properties: Element, style: str) -> bool:
        """Whether a run is superscript, itself or by its character style."""
        chain = (element.find(w("rPr")) for element in self._chain(style))
        said = (value(found, "vertAlign") for found in (properties, *chain) if found is not None)
        return next((place == "superscript" for place in said if place), False)

    def named(self, name: str, kind: str) -> str:
        """The id of the paragraph or character style of a name, or nothing; Word's ids differ by language."""
        return next(
            (
                key
                for key, element in self._styles.items()
                if element.get(w("type")) == kind and value(element, "name").casefold() == name
            ),
            "",
        )

    def numbers(self, style: str) -> bool:
        """Whether a paragraph style numbers its paragraphs."""
        return any(element.find(_NUMBERS) is not None for element in self._chain(style))

    def _chain(self, style: str) -> list[Element]:
        """A style and those it is based on, however they go in circles."""
        chain: list[Element] = []
        while (element := self._styles.get(style)) is not None and len(chain) < _DEEPEST:
            chain.append(element)
            style = value(element, "basedOn")
        return chain


def _role(name: str) -> Role | None:
    return _ROLES.get(name) or _ROLES.get(_plain(name))


def _plain(name: str) -> str:
    """The name of a role's style without the language it has in a file side by side."""
    return name.removesuffix(" zh").removesuffix(" en")
