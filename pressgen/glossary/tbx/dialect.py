"""Whether nodes stay within TBX-Basic: its categories, words and levels, after its published grammar."""

from __future__ import annotations

from collections.abc import Iterable

from pressgen.glossary.tbx.node import Node
from pressgen.glossary.tbx.words import LEVELS, PICK, SOURCE, TAGS
from pressgen.regex import regex

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
