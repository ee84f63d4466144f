"""One concept of a TBX file with its terms: what an entry can say of it, and what is kept beside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pressgen.document import Span
from pressgen.errors import Place, Wording
from pressgen.findings import Finding
from pressgen.glossary.compose import MOST
from pressgen.glossary.entry import Entry, Form, Status, Term, usual_case
from pressgen.glossary.rules import INVISIBLE, span
from pressgen.glossary.tbx import own, words
from pressgen.glossary.tbx.node import Kept, Level, Node, visible
from pressgen.glossary.tbx.rules import (
    CHINESE,
    CONTROL,
    EMPTY,
    LONG,
    NOT_CARRIED,
    OTHER_LANGUAGE,
    SKIPPED_ENTRY,
    SKIPPED_TERM,
)
from pressgen.text import Language, composed, forbidden, han, invisible, latin


class TermSection:
    """Reads a term's node. ``status`` is None where the file gives none, ``lost`` what no term can say."""

    def __init__(self, node: Node, lang: Language, file: str) -> None:
        self.lang = lang
        self.at = Place(file, node.line)
        self.text = ""
        self.status: Status | None = None
        self.form: Form | None = None
        self.said: list[Node] = []
        self.more: list[Node] = []
        self.lost: list[Node] = []
        self.repairs: list[Finding] = []
        self._facts: dict[str, str] = {"pos": ""}
        self._own: dict[str, str] = {}
        self._notes: list[str] = []
        self._sources: list[str] = []
        for part in node.nodes:
            if not self._takes(part, part.head.text):
                self.more.append(part)
                self.lost.append(part)
        self.why = self._fault()
        if self.why:
            self.repairs.append(SKIPPED_TERM.at(span(self.at), text=self.text[:60], why=self.why))

    def term(self, status: Status) -> Term:
        """The term as a glossary has it."""
        facts: dict[str, Any] = {"case": usual_case(self.text), **self._facts, **self._own}
        return Term(
            self.text,
            self.lang,
            status,
            self.form or "full",
            note="; ".join(self._notes),
            source="; ".join(self._sources),
            at=self.at,
            **facts,
        )

    def _takes(self, node: Node, text: str) -> bool:
        """Whether the term can say it."""
        category = node.head.category
        if node.tag == "term":
            self._read_text(node)
        elif node.tag == "note":
            self._read_note(visible(text))
        elif category == words.SOURCE and text:
            self._sources.append(visible(text))
            self._keep(node)
        elif category == words.SPEECH and text and not self._facts["pos"]:
            self._facts["pos"] = visible(text)
            self._keep(node)
        elif category == words.TYPE and not self.form and words.form(text):
            self.form = words.form(text)
            self._keep(node, words.FORM_WORD.get(self.form or "full", ""))
        elif words.is_status(category) and not self.status and words.status(text):
            self.status = words.status(text)
            self._keep(node, words.STATUS_WORD.get(self.status or "preferred", ""))
        else:
            return False
        return True

    def _keep(self, node: Node, usual: str = "") -> None:
        """Keep what would be written in other words; a word outside its pick list is put right instead."""
        picked = words.PICK.get(node.head.category, frozenset())
        if not node.is_plain or (usual and usual != node.text and node.text in picked):
            self.said.append(node)

    def _read_text(self, node: Node) -> None:
        self.text = composed(visible(node.text))
        if hidden := invisible(node.text):
            at = span(self.at, node.text, self.lang)
            self.repairs.append(INVISIBLE.at(at, text=self.text, character=hidden[1]))
        if not node.is_plain:
            self.said.append(node)

    def _read_note(self, note: str) -> None:
        found = own.said(note)
        if found is None and note:
            self._notes.append(note)
        self._own.update(
            {name: word for name, word in (found or {}).items() if name not in ("kind", "loose")}
        )

    def _fault(self) -> Wording | None:
        if not self.text:
            return EMPTY
        if len(self.text) > MOST:
            return LONG
        if forbidden(self.text):
            return CONTROL
        return CHINESE if self.lang == "en" and 0 < han(self.text) > latin(self.text) else None


SHOWN = 60
"""Letters of a text shown in a message."""


class Concept:
    """Reads a concept's node: its facts, its terms by language, what is kept; findings on the way."""

    def __init__(self, node: Node, file: str) -> None:
        self.node = node
        self.file = file
        self.repairs: list[Finding] = []
        self.losses: list[Finding] = []
        self.facts = {"field": "", "definition": "", "kind": "", "loose": ""}
        self.terms: list[Term] = []
        self._langs: dict[str, Level] = {}
        self._terms: dict[tuple[str, str], Level] = {}
        self._others: list[Node] = []
        beside = [section for section in node.nodes if section.tag != "langSec"]
        self._level = self._sorted(beside, {words.FIELD: "field", words.DEFINITION: "definition"})
        self._read_languages()
        self.id = own.entry_id(node.get("id")) or (self.terms[0].text if self.terms else "")
        if not self.terms:
            self.repairs.append(SKIPPED_ENTRY.at(self._at(node), id=node.get("id") or f"({node.line})"))

    def entry(self, entry_id: str) -> Entry:
        """The concept as an entry."""
        return Entry(
            entry_id,
            tuple(self.terms),
            field=self.facts["field"],
            kind=self.facts["kind"],
            definition=self.facts["definition"],
            loose=bool(self.facts["loose"]),
        )

    def kept(self) -> Kept:
        """What goes back into a TBX file beside the entry."""
        return Kept(self._level, self._langs, self._terms, tuple(self._others))

    def _read_languages(self) -> None:
        by_lang: dict[Language, list[Node]] = {}
        for section in self.node.nodes:
            if section.tag == "langSec":
                lang = words.lang(section.get("xml:lang") or section.get("lang"))
                if lang:
                    by_lang.setdefault(lang, []).append(section)
                else:
                    self._leave(section)
        for lang, sections in by_lang.items():
            self._read_language(lang, sections)

    def _leave(self, section: Node) -> None:
        self._others.append(section)
        names = [part.text for node in section.nodes for part in node.nodes if part.tag == "term"]
        code = section.get("xml:lang") or section.get("lang") or "?"
        self.losses.append(OTHER_LANGUAGE.at(self._at(section), lang=code, text=", ".join(names)[:SHOWN]))

    def _read_language(self, lang: Language, sections: list[Node]) -> None:
        parts = [part for section in sections for part in section.nodes]
        beside = [part for part in parts if part.tag != "termSec"]
        level = self._sorted(beside, {words.DEFINITION: "definition"}, in_language=True)
        if level != Level():
            self._langs[lang] = level
        found = [TermSection(part, lang, self.file) for part in parts if part.tag == "termSec"]
        usable = [section for section in found if not section.why]
        for section, status in zip(usable, _statuses(usable), strict=True):
            self.terms.append(section.term(status))
            self._keep_term(lang, section)
        self.repairs += [finding for section in found for finding in section.repairs]

    def _keep_term(self, lang: str, section: TermSection) -> None:
        self.losses += [self._lost(node) for node in section.lost]
        before = self._terms.get((lang, section.text), Level())
        said = sorted((*before.said, *section.said), key=lambda node: node.name)
        level = Level(tuple(said), before.more + tuple(section.more))
        if level != Level():
            self._terms[lang, section.text] = level

    def _sorted(self, nodes: list[Node], facts: dict[str, str], *, in_language: bool = False) -> Level:
        """Takes the first node of each category that is a fact; the others are kept."""
        said: list[Node] = []
        more: list[Node] = []
        for node in nodes:
            fact = facts.get(node.head.category, "")
            if fact and not self.facts[fact] and _says_something(node.head.text):
                self.facts[fact] = visible(node.head.text)
                if in_language or not node.is_plain:
                    said.append(node)
            elif not self._is_own(node):
                more.append(node)
                self.losses.append(self._lost(node))
        return Level(tuple(said), tuple(more))

    def _is_own(self, node: Node) -> bool:
        found = own.said(node.text) if node.tag == "note" else None
        self.facts.update({name: word for name, word in (found or {}).items() if name in self.facts})
        return found is not None

    def _lost(self, node: Node) -> Finding:
        text = node.head.text or node.head.get("target")
        return NOT_CARRIED.at(self._at(node), name=node.name, text=text[:SHOWN])

    def _at(self, node: Node) -> Span:
        return span(Place(self.file, node.line), node.head.text[:SHOWN])


def _says_something(text: str) -> bool:
    """A dash in an empty field is no definition."""
    return bool(text.strip("-–—./ "))


def _statuses(sections: list[TermSection]) -> Iterator[Status]:
    """Each term's status; of terms that have none the first of a form is the preferred one."""
    preferred: set[Form] = {section.form or "full" for section in sections if section.status == "preferred"}
    for section in sections:
        yield section.status or ("admitted" if (section.form or "full") in preferred else "preferred")
        if not section.status:
            preferred.add(section.form or "full")
