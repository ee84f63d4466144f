"""Macros are read past and never carried along: a review copy is a plain Word file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pressgen.formats.word.ooxml import WORD_TYPE
from pressgen.formats.word.opened import Opened

if TYPE_CHECKING:
    from pressgen.archive import Element

_TYPES = "[Content_Types].xml"
_MACROS = re.compile(r"(^|/)(vbaProject\w*\.bin|vbaData\.xml)(\.rels)?$", re.IGNORECASE)
_ENABLED = "application/vnd.ms-word.document.macroEnabled.main+xml"
_RELATIONS = re.compile(r"/(vbaProject|wordVbaData)\w*$")


def macros(opened: Opened) -> set[str]:
    """The parts that are macros or belong to them."""
    return {part for part in opened.parts if _MACROS.search(part)}


def forgotten(opened: Opened, gone: set[str]) -> dict[str, Element]:
    """The parts that name macros, no longer doing so."""
    names = {f"/{part}".lower() for part in gone}
    changed = {part: opened.root(part) for part in opened.parts if part == _TYPES or part.endswith(".rels")}
    for root in changed.values() if gone else ():
        for row in list(root):
            if row.get("PartName", "").lower() in names or _RELATIONS.search(row.get("Type", "")):
                root.remove(row)
            elif row.get("ContentType") == _ENABLED:
                row.set("ContentType", f"{WORD_TYPE}.document.main+xml")
    return changed if gone else {}
