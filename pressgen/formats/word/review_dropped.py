"""What a review copy drops: macros, a template of elsewhere, parts that nothing refers to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressgen.errors import Wording
from pressgen.formats.word.ooxml import WORD_TYPE, w
from pressgen.formats.word.opened import WordFile
from pressgen.regex import regex

if TYPE_CHECKING:
    from pressgen.archive import Element

_TYPES = "[Content_Types].xml"
_MACROS = regex(r"(^|/)(vbaProject\w*\.bin|vbaData\.xml)(\.rels)?$", re.IGNORECASE)
_ENABLED = "application/vnd.ms-word.document.macroEnabled.main+xml"
_RELATIONS = regex(r"/(vbaProject|wordVbaData)\w*$")
_TEMPLATE = "attachedTemplate"
_ELSEWHERE = regex(r"(?!file:///[A-Za-z]:)(\w+:)?(//|\\\\)")
"""An address that Word would ask another machine for; a path of the author's own machine means nothing."""
_OF_PART = regex(r"^(.*?)_rels/([^/]*)\.rels$")


@dataclass(frozen=True, slots=True)
class Dropped:
    """The parts that are macros, the parts nothing refers to, and the address of the template, if any."""

    macros: frozenset[str]
    strays: frozenset[str]
    template: str

    @property
    def gone(self) -> frozenset[str]:
        """The parts that a copy has no more."""
        return self.macros | self.strays

    @property
    def said(self) -> tuple[Wording, ...]:
        """Each in words."""
        macros = Wording("宏", "macros")
        template = Wording(f"外部模板{self.template}", f"the template {self.template}")
        names = ", ".join(sorted(self.strays)[:3]) + (" …" if len(self.strays) > 3 else "")
        strays = Wording(f"不属于文稿的部分（{names}）", f"parts that are none of the text's ({names})")
        given = ((self.macros, macros), (self.template, template), (self.strays, strays))
        return tuple(words for found, words in given if found)


def dropped(opened: WordFile) -> Dropped:
    """What a copy of a file drops."""
    macros = frozenset(part for part in opened.parts if _MACROS.search(part))
    named = _named(opened)
    strays = frozenset(part for part in opened.parts if part not in named) - macros
    return Dropped(macros, strays, next((target for _, target in _templates(opened)), ""))


def forgotten(opened: WordFile, dropped: Dropped) -> dict[str, Element]:
    """The parts that name what is dropped, no longer doing so."""
    if not dropped.said:
        return {}
    templates = _templates(opened)
    changed = {
        part: opened.root(part)
        for part in opened.parts
        if (part == _TYPES or part.endswith(".rels")) and part not in dropped.gone
    }
    names = {f"/{part}".lower() for part in dropped.gone}
    for root in changed.values():
        for row in list(root):
            if row.get("PartName", "").lower() in names or _is_gone(row):
                root.remove(row)
            elif row.get("ContentType") == _ENABLED:
                row.set("ContentType", f"{WORD_TYPE}.document.main+xml")
    for part, _ in templates:
        changed[part] = opened.root(part)
        for element in list(changed[part].iter(w(_TEMPLATE))):
            element.getparent().remove(element)  # type: ignore[union-attr]  # it is none of a root
    return changed


def _templates(opened: WordFile) -> list[tuple[str, str]]:
    """The settings that name a template of elsewhere, and where that is."""
    return [
        (part, relation.target)
        for part in _parts_with_relations(opened)
        for relation in opened.relations(part).values()
        if relation.kind == _TEMPLATE and _ELSEWHERE.match(relation.target)
    ]


def _is_gone(relation: Element) -> bool:
    """Whether a relation is one of macros, or to a template of elsewhere."""
    kind, target = relation.get("Type", ""), relation.get("Target", "")
    return bool(_RELATIONS.search(kind) or (kind.endswith(f"/{_TEMPLATE}") and _ELSEWHERE.match(target)))


def _parts_with_relations(opened: WordFile) -> list[str]:
    found = (_OF_PART.match(part) for part in opened.parts)
    return [name for match in found if match and (name := match[1] + match[2]) in opened.parts]


def _named(opened: WordFile) -> set[str]:
    """The parts that the package or one of its parts refers to, with what lists them."""
    named = {part for part in opened.parts if part == _TYPES or part.endswith("/")}
    waiting = ["", opened.main]
    while waiting:
        part = waiting.pop()
        if part in named:
            continue
        named.add(part)
        folder, _, base = part.rpartition("/")
        named.add(f"{folder}/_rels/{base}.rels".lstrip("/"))
        waiting += [relation.part for relation in opened.relations(part).values() if relation.part]
    return named
