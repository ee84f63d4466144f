"""One term section of a TBX file: a term, and what is kept beside it."""

from __future__ import annotations

from typing import Any

from pressgen.errors import Place, Wording
from pressgen.findings import Finding
from pressgen.glossary.compose import MOST
from pressgen.glossary.entry import Form, Status, Term, usual_case
from pressgen.glossary.rules import INVISIBLE, span
from pressgen.glossary.tbx import own, words
from pressgen.glossary.tbx.node import Node, visible
from pressgen.glossary.tbx.rules import CHINESE, CONTROL, EMPTY, LONG, SKIPPED_TERM
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
