"""Prose: text growing piece by piece, with the facts that stand in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from pressgen.document import Mark
from pressgen.regex import regex

_HEDGE = regex("[超逾近](?:过)?[\\d几数]|将近|不足")
_REACHING = regex("达到?$")
_EXPECTED = regex("(?<=预计)达到?$")
_SURE = regex("(?:计划|预计|力争|拟|将)达到?$")
_PLANNED = regex("(?:计划|预计|拟)达$")
_OWNERS = regex(r"(?<![\w’'-])[a-z]+[^\Wsui]s$")
"""Several who own something: an apostrophe alone stands behind them."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Where a sentence names what it is about, and by which key others that are about it are known.

    ``several``: it is more than one thing, as English verbs and pronouns want to know.
    """

    start: int
    end: int
    key: str
    several: bool = False


@dataclass(slots=True)
class Prose:
    """A stretch of a release: its words so far, and which fact stands where."""

    text: str = ""
    facts: list[Mark] = field(default_factory=list)
    comma: bool = False
    """Whether a comma belongs behind it where the sentence goes on: behind a year, a province."""
    subject: Subject | None = None
    """What the sentence is about, where its template says so."""

    def add(self, words: str) -> None:
        """Literal words behind what stands; two signs that meet become one as the languages want it.

        Two blanks, a comma before a stop, the stop behind "Ltd.", the 、 between 《》 and 《》, a sum does
        not reach (达) what it exceeds (超) and is
        planned to be (在) so much or more, and what several own is the rowers' and not the rowers's.
        """
        if self.comma and words.strip()[:1].isalnum() and (words[:1] == " " or self.text.endswith(" ")):
            self.text = f"{self.text.rstrip()}," + " " * self.text.endswith(" ")
        self.comma = self.comma and not words.strip()
        if self.text.endswith(" ") and words.startswith(" "):
            words = words.lstrip(" ")
        if self.text.endswith(",") and words[:1] in tuple(".,;:!?)"):
            self.text = self.text[:-1]
        if words[:1] in (".", "。") and self.text.endswith(words[:1]) and words[:2] != "..":
            words = words[1:]
        if _HEDGE.match(words) and not (words[0] in "近将" and _SURE.search(self.text)):
            self.text = _REACHING.sub("", self.text)
        if words[:1] == "约" and words[1:2].isdigit():
            self.text = _EXPECTED.sub("可达", self.text)
        if words.endswith("以上") and words[:1].isdigit() and _PLANNED.search(self.text):
            self.text = f"{self.text[:-1]}在"
        if self.text.endswith("》、") and words.startswith("《"):
            self.text = self.text[:-1]
        if words[:2] in ("'s", "’s") and not words[2:3].isalnum() and _OWNERS.search(self.text):
            words = words[0] + words[2:]
        self.text += words

    def append(self, other: Prose) -> None:
        """Another stretch behind this one, its facts with it."""
        before = len(self.text)
        self.add(other.text)
        shift = len(self.text) - before - len(other.text) + before
        moved = (Mark(m.start + shift, m.end + shift, m.kind, m.target) for m in other.facts)
        self.facts += moved if shift else other.facts
        self.comma = other.comma

    def state(self, words: str, kind: str, path: str) -> None:
        """The words of a fact behind what stands."""
        self.add(words)
        self.facts.append(Mark(len(self.text) - len(words), len(self.text), kind, path))

    def capitalized(self) -> Prose:
        """The same with a capital at its head."""
        return replace(self, text=self.text[:1].upper() + self.text[1:])

    def until(self, end: int) -> Prose:
        """What stands before a place."""
        facts = [
            Mark(m.start, min(m.end, end), m.kind, m.target)
            for m in self.facts
            if m.start < end or m.start == m.end == end
        ]
        return Prose(self.text[:end], facts)

    def since(self, start: int) -> Prose:
        """What stands behind a place."""
        facts = [
            Mark(max(m.start - start, 0), m.end - start, m.kind, m.target)
            for m in self.facts
            if m.end > start
        ]
        return Prose(self.text[start:], facts, self.comma)

    def with_words(self, start: int, end: int, words: str) -> Prose:
        """The same with other words at a place; facts that stood there are told by these."""
        longer = len(words) - (end - start)
        facts = [
            Mark(
                m.start if m.start < end else m.start + longer,
                m.end if m.end <= start else max(m.end + longer, start),
                m.kind,
                m.target,
            )
            for m in self.facts
        ]
        return Prose(self.text[:start] + words + self.text[end:], facts, self.comma)


def is_typed(prose: Prose, start: int = 0, end: int | None = None) -> bool:
    """Whether all of it, or a stretch, is the writer's own words, which stay as they are."""
    past = len(prose.text) if end is None else end
    return any(mark.kind == "text" and mark.start <= start and past <= mark.end for mark in prose.facts)


def joined(lines: Sequence[Prose], between: str) -> Prose:
    """Lines as one paragraph."""
    paragraph = Prose()
    for line in lines:
        if paragraph.text:
            paragraph.add(between)
        paragraph.append(line)
    return paragraph


def series(parts: Sequence[Prose], between: str, last: str) -> Prose:
    """``A, B and C``; a part that ends in a comma keeps it before the last "and"."""
    prose = Prose()
    for number, part in enumerate(parts):
        if number:
            prose.add(last if number == len(parts) - 1 else between)
        prose.append(part)
    return prose
