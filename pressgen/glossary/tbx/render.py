"""A glossary as a TBX file: its entries as nodes, written in one of three layouts, v3 DCA, v3 DCT or v2."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pressgen import outbox
from pressgen.errors import GlossaryError
from pressgen.glossary.entry import Entry, Glossary, Term
from pressgen.glossary.tbx import own, words
from pressgen.glossary.tbx.layout import BASIC, CORE, MIN, XML_LANG, Names, Version, is_basic, legal
from pressgen.glossary.tbx.node import Kept, Level, Node, Tbx
from pressgen.glossary.tbx.words import OWN
from pressgen.glossary.uncollected import uncollected

if TYPE_CHECKING:
    from pressgen.archive import Element


_TERM_FIRST = ("termNoteGrp", "termNote")


def concepts(glossary: Glossary, kept: Mapping[str, Kept]) -> list[Node]:
    """Every entry as a node, in the glossary's order. What a person changed since is not kept against it."""
    return [_concept(entry, kept.get(entry.id, Kept())) for entry in glossary if entry.terms]


def _concept(entry: Entry, kept: Kept) -> Node:
    langs = list(dict.fromkeys(term.lang for term in entry.terms))
    own_facts = [_typed(words.FIELD, entry.field)] if entry.field else []
    if entry.definition and not _is_said_in_a_language(entry, kept, langs):
        own_facts.append(_typed(words.DEFINITION, entry.definition))
    content = [
        *_joined(own_facts, kept.entry),
        *_notes(own.of_entry(entry)),
        *(_language(lang, entry, kept) for lang in langs),
        *kept.others,
    ]
    return Node("conceptEntry", content=tuple(content), attributes=(("id", own.xml_id(entry.id)),))


def _is_said_in_a_language(entry: Entry, kept: Kept, langs: Sequence[str]) -> bool:
    said = [node for lang in langs for node in kept.langs.get(lang, Level()).said]
    return any(_means(node) == entry.definition for node in said)


def _language(lang: str, entry: Entry, kept: Kept) -> Node:
    level = kept.langs.get(lang, Level())
    said = tuple(node for node in level.said if _means(node) == entry.definition)
    unwritten = dict(kept.terms)
    terms = [_term(term, unwritten.pop((lang, term.text), Level())) for term in entry.of(lang)]
    return Node("langSec", content=(*said, *level.more, *terms), attributes=(("xml:lang", lang),))


def _term(term: Term, level: Level) -> Node:
    facts = [
        Node("term", content=(term.text,)),
        _typed(words.STATUS, words.STATUS_WORD[term.status]),
        _typed(words.TYPE, words.FORM_WORD[term.form]),
    ]
    if term.pos:
        facts.append(_typed(words.SPEECH, term.pos if term.pos in words.PICK[words.SPEECH] else "other"))
    if term.source:
        facts.append(_typed(words.SOURCE, term.source))
    content: list[Node] = [*_joined(facts, level), *_notes(term.note, own.of_term(term))]
    content.sort(key=_place)
    return Node("termSec", content=tuple(content))


def _place(node: Node) -> int:
    """The order inside a term section: the term, its notes on the word, all else."""
    order = ("term", *_TERM_FIRST)
    return order.index(node.tag) if node.tag in order else len(order)


def _joined(facts: list[Node], level: Level) -> Iterator[Node]:
    """Each fact in the words it was read in, where they still say it; then what is kept besides."""
    yield from (_as_read(fact, level) for fact in facts)
    yield from level.more


def _as_read(fact: Node, level: Level) -> Node:
    same = (node for node in level.said if node.name == fact.name and _means(node) == _means(fact))
    return next(same, fact)


def _means(node: Node) -> str | None:
    """What a node says to an entry: two words for one status mean the same."""
    head = node.head
    if head.category == words.STATUS:
        return words.status(head.text)
    return words.form(head.text) if head.category == words.TYPE else head.text


def _notes(*texts: str) -> Iterator[Node]:
    return (Node("note", content=(text,)) for text in texts if text)


def _typed(category: str, text: str) -> Node:
    return Node(words.TAGS[category], category, (text,))


_SCHEMAS = "https://raw.githubusercontent.com/LTAC-Global/TBX-Basic_dialect/master/"
_MODELS = {
    "v3": (
        ("DCA/TBXcoreStructV03_TBX-Basic_integrated.rng", "http://relaxng.org/ns/structure/1.0"),
        ("DCA/TBX-Basic_DCA.sch", "http://purl.oclc.org/dsdl/schematron"),
    ),
    "dct": (("DCT/TBX-Basic.nvdl", "http://purl.oclc.org/dsdl/nvdl/ns/structure/1.0"),),
}
_PUBLIC = ("TBX-Core", "TBX-Min", "TBX-Basic")
_NOTES = ("term", "termNote", "termNoteGrp")
_LEVELS = {"langSec": "lang", "termSec": "term", "back": "back"}


def write(path: Path, glossary: Glossary, version: Version = "v3", beside: Tbx | None = None) -> str:
    """Write a glossary as TBX, whole or not at all; gives the dialect it is in.

    ``beside`` is a TBX file whose further categories go along with the entries of the same id.
    Raises GlossaryError (an empty glossary, a character XML cannot hold), FileError.
    """
    data, dialect = to_bytes(glossary, version, beside)
    outbox.put(path, data)
    return dialect


def to_bytes(glossary: Glossary, version: Version = "v3", beside: Tbx | None = None) -> tuple[bytes, str]:
    """The same as bytes. The dialect is TBX-Basic unless what is kept goes beyond it."""
    with uncollected():
        return _to_bytes(glossary, version, beside or Tbx(Glossary()))


def _to_bytes(glossary: Glossary, version: Version, beside: Tbx) -> tuple[bytes, str]:
    nodes = concepts(glossary, beside.kept)
    if not nodes:
        raise GlossaryError(
            "术语表是空的，没有可导出的条目", "the glossary is empty; there is nothing to export"
        )
    dialect = _dialect(nodes, version, beside.dialect) if beside.kept else "TBX-Basic"
    names = Names(version, _ids([*nodes, beside.back]) if beside.kept else ())
    return _Renderer(names, dialect).document(nodes, beside.back), dialect


def _dialect(nodes: Sequence[Node], version: Version, before: str) -> str:
    """A file that goes beyond a public dialect does not call itself by its name."""
    if is_basic(nodes):
        return "TBX-Basic"
    if version == "v2":
        return "TBX"
    return before if before.startswith("TBX-") and before not in _PUBLIC else "TBX-Custom"


def _ids(nodes: Iterable[Node]) -> Iterator[str]:
    for node in nodes:
        yield node.get("id")
        yield from _ids(node.nodes)


class _Renderer:
    """Writes nodes as elements, indented where text does not mind."""

    def __init__(self, names: Names, dialect: str) -> None:
        from lxml import etree  # noqa: PLC0415  # heavy, and most glossaries are CSV

        self.etree = etree
        self.names = names
        self.version = names.version
        self.dialect = dialect

    def document(self, nodes: Sequence[Node], back: Node) -> bytes:
        """The whole file, UTF-8; the same nodes give the same bytes."""
        root = self._root()
        self._header(root)
        text = self._below(root, "text")
        body = self._below(text, "body")
        for node in nodes:
            self._add(body, node, "entry")
        if back.content:
            self._add(text, back, "back")
        for depth, element in ((0, root), (1, root[0]), (2, root[0][0]), (1, text), (2, body)):
            _indent(element, depth)
        return self._prolog() + bytes(self.etree.tostring(root, encoding="utf-8")) + b"\n"

    def _prolog(self) -> bytes:
        lines = ['<?xml version="1.0" encoding="UTF-8"?>']
        if self.version == "v2":
            kind = "Basic" if self.dialect == "TBX-Basic" else ""
            lines.append(f'<!DOCTYPE martif SYSTEM "TBX{kind}coreStructV02.dtd">')
        elif self.dialect == "TBX-Basic":
            lines += [
                f'<?xml-model href="{_SCHEMAS}{path}" type="application/xml" schematypens="{kind}"?>'
                for path, kind in _MODELS[self.version]
            ]
        return "\n".join([*lines, ""]).encode()

    def _root(self) -> Element:
        facts = {"type": self.dialect, XML_LANG: "en"}
        if self.version == "v2":
            return self.etree.Element("martif", facts)
        facts["style"] = "dct" if self.version == "dct" else "dca"
        spaces: dict[str, str] = {None: CORE}  # type: ignore[dict-item]  # its stubs forget the default one
        if self.version == "dct":
            spaces |= {"min": MIN, "basic": BASIC} | ({} if self.dialect == "TBX-Basic" else {"own": OWN})
        return self.etree.Element(self.names.core("tbx"), facts, nsmap=spaces)

    def _header(self, root: Element) -> None:
        header = self._below(root, "martifHeader" if self.version == "v2" else "tbxHeader")
        source = self._below(self._below(header, "fileDesc"), "sourceDesc")
        self._below(source, "p").text = "pressgen glossary export"
        if self.version == "v2":
            schema = self._below(self._below(header, "encodingDesc"), "p")
            schema.set("type", "XCSURI")
            schema.text = "TBXBasicXCSV02.xcs" if self.dialect == "TBX-Basic" else "TBXXCSV02.xcs"

    def _below(self, parent: Element, tag: str) -> Element:
        return self.etree.SubElement(parent, self.names.core(tag))

    def _add(self, parent: Element, node: Node, level: str, depth: int = 3) -> None:
        name, attributes = self.names.of(node, level), self.names.attributes(node)
        element = self.etree.SubElement(parent, name, attributes)
        level = _LEVELS.get(node.tag, level)
        if self.version == "v2" and node.tag == "termSec" and any(p.tag == "termNoteGrp" for p in node.nodes):
            self._ntig(element, node, depth)
        else:
            self._fill(element, node.content, level, depth)
        if not any(isinstance(part, str) for part in node.content) and not node.category:
            _indent(element, depth)

    def _ntig(self, element: Element, node: Node, depth: int) -> None:
        """v2 groups the notes on a term only in its longer form."""
        element.tag = "ntig"
        group = self._below(element, "termGrp")
        self._fill(group, [part for part in node.nodes if part.tag in _NOTES], "term", depth + 1)
        self._fill(element, [part for part in node.nodes if part.tag not in _NOTES], "term", depth)
        _indent(group, depth + 1)

    def _fill(self, element: Element, content: Iterable[str | Node], level: str, depth: int) -> None:
        for part in content:
            if isinstance(part, Node):
                self._add(element, part, level, depth + 1)
            elif len(element):
                element[-1].tail = (element[-1].tail or "") + legal(part)
            else:
                element.text = (element.text or "") + legal(part)


def _indent(element: Element, depth: int) -> None:
    """Put each child on its own line; only where an element holds no text of its own."""
    if len(element):
        element.text = "\n" + "  " * (depth + 1)
        for child in element:
            child.tail = element.text
        element[-1].tail = "\n" + "  " * depth
