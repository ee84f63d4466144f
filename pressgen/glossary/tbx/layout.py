"""What each layout of TBX may hold: what it calls a node, which attributes stand there, what is TBX-Basic."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from pressgen.errors import GlossaryError, Place
from pressgen.glossary.tbx import own, words
from pressgen.glossary.tbx.node import Node
from pressgen.glossary.tbx.parse import V2_TAGS
from pressgen.glossary.tbx.words import LEVELS, PICK, SOURCE, TAGS
from pressgen.regex import regex

Version = Literal["v3", "v2", "dct"]

CORE = "urn:iso:std:iso:30042:ed-2"
MIN = "http://www.tbxinfo.net/ns/min"
BASIC = "http://www.tbxinfo.net/ns/basic"
_UNTYPED = "untyped"
"""What a category without a name is called where the category is the tag."""
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

_V2 = {new: old for old, new in V2_TAGS.items() if old != "ntig"}
_ILLEGAL = regex("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Names:
    """Names nodes in one layout; ``ids`` are those of the file, which a target may point to."""

    def __init__(self, version: Version, ids: Iterable[str]) -> None:
        self.version = version
        self.ids = frozenset(ids)
        self._used: set[str] = set()

    def core(self, tag: str) -> str:
        """The name of an element of the core."""
        return _V2.get(tag, tag) if self.version == "v2" else f"{{{CORE}}}{tag}"

    def of(self, node: Node, level: str) -> str:
        """The name of any node; a category unknown to TBX-Basic is a note on the term, else a descrip."""
        if self.version == "dct" and (node.category or node.tag in words.TYPED):
            return f"{{{_space(node)}}}{own.xml_id(node.category or _UNTYPED)}"
        return self.core(node.tag or ("termNote" if level == "term" else "descrip"))

    def attributes(self, node: Node) -> dict[str, str]:
        """A node's attributes; a target that leads nowhere and an id that is no id are left out."""
        found = {XML_LANG if name == "xml:lang" else name: word for name, word in node.attributes}
        if "id" in found and not self._is_free(found["id"]):
            del found["id"]
        if "target" in found and not self._leads_somewhere(found["target"]):
            del found["target"]
        if node.category and self.version != "dct":
            found["type"] = node.category
        if node.tag in words.TYPED and self.version == "dct" and _space(node) == words.OWN:
            found["metatype"] = node.tag
        return {name: legal(word) for name, word in found.items()}

    def _is_free(self, written: str) -> bool:
        free = written not in self._used and own.is_xml_id(written)
        self._used.add(written)
        return free

    def _leads_somewhere(self, target: str) -> bool:
        return target.startswith(("http://", "https://")) or target in self.ids


def legal(text: str) -> str:
    """A text XML can hold. Raises GlossaryError for any other."""
    found = _ILLEGAL.search(text)
    if found:
        raise GlossaryError(
            "“{text}”里有XML不能写的控制字符{character}；请从术语表中删除",
            '"{text}" holds the control character {character}, which XML cannot; delete it from the glossary',
            Place(""),
            text=_ILLEGAL.sub("", text)[:60],
            character=f"U+{ord(found.group()):04X}",
        )
    return text


def _space(node: Node) -> str:
    if node.category in words.MIN:
        return MIN
    return BASIC if node.category in words.TAGS else node.space or words.OWN


_TEXT = {"hi", "foreign", "sc", "ec", "ph"}
_BESIDE = {"descrip", "descripGrp", "admin", "adminGrp", "transacGrp", "note", "ref", "xref"}
_LINKS = {"note", "ref", "xref"}
_INSIDE = {
    "conceptEntry": _BESIDE | {"langSec"},
    "langSec": _BESIDE | {"termSec"},
    "termSec": _BESIDE | {"term", "termNote", "termNoteGrp"},
    "descripGrp": {"descrip", "admin", "adminGrp", "transacGrp"} | _LINKS,
    "adminGrp": {"admin"} | _LINKS,
    "transacGrp": {"transac", "transacNote", "date"} | _LINKS,
    "termNoteGrp": {"termNote", "admin", "adminGrp", "transacGrp"} | _LINKS,
    "term": {"hi"},
    "foreign": _TEXT,
    **dict.fromkeys(("descrip", "admin", "note", "termNote"), _TEXT),
}
"""Which elements may stand in which."""
_DAY = regex(r"\d{4}-\d{2}-\d{2}")
_HI = {"", "entailedTerm", "hotkey", "italics", "bold", "superscript", "subscript", "math"}
_LEVEL = {"conceptEntry": "entry", "langSec": "lang", "termSec": "term"}


def is_basic(nodes: Iterable[Node], level: str = "entry") -> bool:
    """Whether concepts, or what stands at a level of one, are valid TBX-Basic."""
    return all(_fits(node, level) and _holds(node, _LEVEL.get(node.tag, level)) for node in nodes)


def _holds(node: Node, level: str) -> bool:
    inside = _INSIDE.get(node.tag, set())
    group = not node.tag.endswith("Grp") or (node.head is not node and node.head.tag == node.tag[:-3])
    return (
        group
        and all(part.tag in inside for part in node.nodes)
        and not (node.tag == "adminGrp" and node.head.category == SOURCE)
        and is_basic(node.nodes, level)
    )


def _fits(node: Node, level: str) -> bool:
    if node.category or node.tag in TAGS.values():
        return _is_of_basic(node, level)
    if node.tag == "date":
        return bool(_DAY.fullmatch(node.text))
    return node.tag != "hi" or node.get("type") in _HI


def _is_of_basic(node: Node, level: str) -> bool:
    """A category in its element, at its level, with one of its words."""
    category = node.category
    return (
        TAGS.get(category) == node.tag
        and level in LEVELS.get(category, {level})
        and (node.tag != "termNote" or level == "term")
        and (category not in PICK or node.text in PICK[category])
        and (node.tag != "xref" or node.get("target").startswith(("http://", "https://")))
    )
