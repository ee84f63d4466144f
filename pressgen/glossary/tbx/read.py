"""TBX files as a glossary, and beside it what a glossary has no place for."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from pressgen.errors import GlossaryError, Place
from pressgen.findings import Finding
from pressgen.glossary.entry import Entry, Glossary
from pressgen.glossary.rules import span
from pressgen.glossary.tbx import own
from pressgen.glossary.tbx.concept import Concept
from pressgen.glossary.tbx.guard import line_of, root_of
from pressgen.glossary.tbx.node import Kept, Node, Tbx
from pressgen.glossary.tbx.parse import FileLayout
from pressgen.glossary.tbx.rules import RENAMED
from pressgen.glossary.uncollected import uncollected
from pressgen.source import bytes_of

if TYPE_CHECKING:
    from pressgen.archive import Element


def load(path: Path) -> Tbx:
    """A TBX file, whatever its version and style. Raises GlossaryError with file and line, FileError."""
    return parse(bytes_of(path), str(path))


def parse(data: bytes, name: str) -> Tbx:
    """The same of bytes; ``name`` is the file's name in messages."""
    root = root_of(data, name)
    layout = FileLayout(root, name)
    with uncollected():
        return _Reader(layout, root).tbx()


class _Reader:
    """Goes through a file's concepts in order."""

    def __init__(self, layout: FileLayout, root: Element) -> None:
        self.layout = layout
        self.root = root
        self.uses: Counter[str] = Counter()
        self.repairs: list[Finding] = []
        self.losses: list[Finding] = []

    def tbx(self) -> Tbx:
        entries: list[Entry] = []
        kept: dict[str, Kept] = {}
        for element in self._parts("body"):
            concept = self._concept(element)
            if concept.terms:
                entry = concept.entry(self._free(concept.id, concept.node))
                entries.append(entry)
                if concept.kept() != Kept():
                    kept[entry.id] = concept.kept()
        back = Node("back", content=tuple(self.layout.node(part) for part in self._parts("back")))
        losses = sorted(self.losses, key=lambda loss: loss.span.line or 0)
        return Tbx(Glossary(entries, self.repairs), kept, tuple(losses), self.layout.dialect, back)

    def _concept(self, element: Element) -> Concept:
        node = self.layout.node(element)
        if node.tag != "conceptEntry":
            raise GlossaryError(
                "<body>里不应有<{tag}>；请从原软件重新导出",
                "there is no <{tag}> in the <body> of TBX; export it again",
                Place(self.layout.file, node.line),
                tag=node.tag,
            )
        concept = Concept(node, self.layout.file)
        self.repairs += concept.repairs
        self.losses += concept.losses
        return concept

    def _parts(self, name: str) -> list[Element]:
        """What stands in the body or in the back matter."""
        space = f"{{{self.layout.space}}}" if self.layout.space else ""
        found = self.root.find(f"{space}text/{space}{name}")
        if found is None and name == "body":
            raise GlossaryError(
                "没有<body>，也就没有条目；请从原软件重新导出",
                "there is no <body>, hence no entry; export it again from the program it came from",
                Place(self.layout.file, line_of(self.root)),
            )
        return [] if found is None else list(found)

    def _free(self, wanted: str, node: Node) -> str:
        self.uses[wanted] += 1
        free = wanted if self.uses[wanted] == 1 else f"{wanted}#{self.uses[wanted]}"
        while free != wanted and self.uses[free]:
            free += "+"
        if free != wanted:
            self.uses[free] += 1
        if free != wanted and node.get("id"):
            at = span(Place(self.layout.file, node.line), wanted)
            self.repairs.append(RENAMED.at(at, id=own.entry_id(node.get("id")), new=free))
        return free
