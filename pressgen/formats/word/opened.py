"""A Word file opened: its parts found by their meaning, whatever they are called."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pressgen.archive import open_package, parse_xml
from pressgen.errors import FileError, Place
from pressgen.formats.word.ooxml import MC, PIC, RELATIONSHIPS, A, M, R, W
from pressgen.regex import regex

if TYPE_CHECKING:
    from pressgen.archive import Element

_TEMPLATE = regex(r"\btemplate(?:\.|MacroEnabled)", re.IGNORECASE)
_STRICT = b"http://purl.oclc.org/ooxml/"
_TRANSITIONAL = {
    b"wordprocessingml/main": W,
    b"officeDocument/relationships": R,
    b"officeDocument/math": M,
    b"drawingml/wordprocessingDrawing": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    b"drawingml/main": A,
    b"drawingml/picture": PIC,
    b"markup-compatibility/2006": MC,
}
"""ISO Strict names the same things otherwise."""


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part refers to: ``kind`` is the last word of the type; ``part`` is empty where there is none."""

    kind: str
    target: str
    part: str


@dataclass(frozen=True, slots=True)
class WordFile:
    """A Word file's parts, its main document's name among them."""

    name: str
    parts: Mapping[str, bytes]
    main: str
    _roots: dict[str, Element] = field(default_factory=dict, repr=False, compare=False)

    def root(self, part: str) -> Element:
        """The part, parsed once, Strict names turned into Transitional ones. Raises ``FileError``."""
        if part not in self._roots:
            data = self.parts[part]
            if _STRICT in data:
                for strict, transitional in _TRANSITIONAL.items():
                    data = data.replace(_STRICT + strict, transitional.encode())
            self._roots[part] = parse_xml(data, self.name, part)
        return self._roots[part]

    @property
    def types(self) -> Element | None:
        """What kind each part is of, as the package says; None where it does not, as no Word leaves it."""
        part = next((name for name in self.parts if name.lower() == "[content_types].xml"), "")
        return self.root(part) if part else None

    @property
    def is_template(self) -> bool:
        """Whether the package says that it is a template, whatever its name says."""
        rows = () if self.types is None else self.types
        main = f"/{self.main}".lower()
        return any(
            row.get("PartName", "").lower() == main and _TEMPLATE.search(row.get("ContentType", ""))
            for row in rows
        )

    def written(self, part: str, root: Element) -> bytes:
        """A part's root as bytes, in the form of the standard that the part, or else the text, is in."""
        from lxml import etree  # noqa: PLC0415  # as everywhere here

        before = self.parts.get(part, self.parts[self.main])
        data: bytes = etree.tostring(
            root.getroottree(), encoding="UTF-8", standalone=True, xml_declaration=True
        )
        for strict, transitional in _TRANSITIONAL.items():
            if _STRICT + strict in before:
                data = data.replace(transitional.encode(), _STRICT + strict)
        return data

    def relations(self, part: str) -> dict[str, Relation]:
        """What a part refers to, by id."""
        folder, base = posixpath.split(part)
        rels = f"{folder}/_rels/{base}.rels".lstrip("/")
        return {} if rels not in self.parts else dict(self._relations(rels, folder))

    def related(self, *kinds: str) -> list[tuple[str, Relation]]:
        """The parts of these kinds that the main document refers to and that are there."""
        found = self.relations(self.main).items()
        return [(key, relation) for key, relation in found if relation.kind in kinds and relation.part]

    def _relations(self, rels: str, folder: str) -> Iterator[tuple[str, Relation]]:
        names = {name.lower(): name for name in self.parts}
        for row in self.root(rels).iter(f"{{{RELATIONSHIPS}}}Relationship"):
            target = row.get("Target", "")
            path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            part = "" if row.get("TargetMode") == "External" else names.get(path.lower(), "")
            yield row.get("Id", ""), Relation(row.get("Type", "").rsplit("/", 1)[-1], target, part)


def open_word(data: bytes, name: str) -> WordFile:
    """A Word file's bytes as parts. Raises ``FileError`` for anything that is none or cannot be trusted."""
    parts = open_package(data, name)
    packed = WordFile(name, parts, "")
    relations = packed.relations("").values()
    mains = [relation.part for relation in relations if relation.kind == "officeDocument" and relation.part]
    mains += [part for part in parts if part.lower() == "word/document.xml"]
    if not mains:
        raise FileError(
            "文件里没有正文；请在Word中打开并另存",
            "the file has no text part; open it in Word and save it again",
            Place(name),
        )
    return WordFile(name, parts, mains[0])
