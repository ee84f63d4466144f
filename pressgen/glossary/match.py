"""Matching: every listed name in a running text, the longest from the left, inside no longer word.

An automaton gives all overlapping hits; Latin edges must be word boundaries (Han edges need none); then
the leftmost, longest hits stay. Asking the automaton itself for the longest would lose a shorter name
whenever the longer one fails at its boundary.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pressgen.glossary.entry import STATUSES, Entry, Term
from pressgen.glossary.quiet import uncollected
from pressgen.glossary.surfaces import folded, lowered, surfaces, unhyphened

Owner = tuple[Entry, Term, str, str]
"""Entry, term, the surface form with its case kept, and how it differs from the term as written."""
_REMEMBERED = 50_000


@dataclass(frozen=True, slots=True)
class Match:
    """A listed name at a place of a text (code points, half-open).

    ``variants`` says how the text differs from the term as listed: plural, singular, spelling (a person's
    name by another rule), hyphen (or blank), capitals (a headline in capitals), case (against the term's
    case policy). A possessive 's is outside.
    """

    entry: Entry
    term: Term
    start: int
    end: int
    variants: tuple[str, ...] = ()


class Matcher:
    """The names of one language, ready to be found; built on first use.

    >>> place = Entry("foshan", (Term("Foshan", "en"),), kind="place")
    >>> zone = Entry("zone", (Term("Foshan Hi-tech Zone", "en"),), kind="place")
    >>> found = Matcher([place, zone], "en").find("Foshan's Foshan Hi-tech Zone")
    >>> [(match.entry.id, match.start) for match in found]
    [('foshan', 0), ('zone', 9)]
    """

    def __init__(self, entries: Iterable[Entry], lang: str) -> None:
        self._entries = entries
        self._lang = lang
        self._seen: dict[tuple[int, str], tuple[Owner, tuple[str, ...]] | None] = {}

    def find(self, text: str, *, miscased: bool = False) -> list[Match]:
        """All matches in the order of the text, none inside or across another."""
        small = folded(text)
        edges, judged = self._edges, self._judged
        hits = [
            (start, -end, number)
            for number, start, end in self._automaton.find_matches_as_indexes(small, overlapping=True)
            if not (edges[number] & 1 and start and _joined_before(small, start))
            and not (edges[number] & 2 and _joined_after(small, end))
        ]
        hits.sort()
        found: list[Match] = []
        free = 0
        for start, past, number in hits:
            if start < free or (judgement := judged(number, text[start:-past])) is None:
                continue
            owner, variants = judgement
            if miscased or "case" not in variants:
                found.append(Match(owner[0], owner[1], start, -past, variants))
                free = -past
        return found

    @cached_property
    def _owned(self) -> dict[str, list[Owner]]:
        owned: dict[str, list[Owner]] = {}
        with uncollected():
            for entry in self._entries:
                for term in entry.terms:
                    if term.lang == self._lang:
                        self._own(owned, entry, term)
        owned.pop("", None)
        return owned

    @staticmethod
    def _own(owned: dict[str, list[Owner]], entry: Entry, term: Term) -> None:
        for surface, variant in surfaces(term, entry.kind):
            kept = unhyphened(surface)
            owned.setdefault(lowered(kept), []).append((entry, term, kept, variant))

    @cached_property
    def _owners(self) -> list[list[Owner]]:
        return list(self._owned.values())

    @cached_property
    def _automaton(self) -> Any:
        from ahocorasick_rs import AhoCorasick, Implementation  # noqa: PLC0415  # not every command matches

        return AhoCorasick(list(self._owned), implementation=Implementation.ContiguousNFA)

    @cached_property
    def _edges(self) -> list[int]:
        """For each pattern: 1 where it begins with a Latin letter or digit, 2 more where it ends with one."""
        return [is_word(text[0]) + 2 * is_word(text[-1]) for text in self._owned]

    def _judged(self, number: int, raw: str) -> tuple[Owner, tuple[str, ...]] | None:
        key = number, raw
        if key not in self._seen:
            if len(self._seen) > _REMEMBERED:
                self._seen.clear()
            self._seen[key] = _best(self._owners[number], raw)
        return self._seen[key]


def is_word(character: str) -> bool:
    """Whether a character makes a Latin word longer: letters and digits of alphabets, not Han."""
    return character < "\u2e80" and (character.isalnum() or character == "_")


def _joined_before(text: str, start: int) -> bool:
    before = text[start - 1]
    if before == "'" and start > 1:
        return is_word(text[start - 2])
    return is_word(before)


def _joined_after(text: str, end: int) -> bool:
    after = text[end : end + 3]
    if not after or not is_word(after[0]):
        apostrophe = after[:1] == "'" and is_word(after[1:2] or " ")
        return apostrophe and not (after[1] == "s" and not is_word(after[2:] or " "))
    return True


def _best(owners: list[Owner], raw: str) -> tuple[Owner, tuple[str, ...]] | None:
    """The term a stretch of text stands for: nearest in writing, then preferred, then listed last."""
    kept = unhyphened(raw)
    judged = [(owner, variants) for owner in owners if (variants := _variants(owner, raw, kept)) is not None]
    if not judged:
        return None
    return min(
        reversed(judged),
        key=lambda one: ("case" in one[1], len(one[1]), STATUSES.index(one[0][1].status)),
    )


def _variants(owner: Owner, raw: str, kept: str) -> tuple[str, ...] | None:
    """How text differs from the term; None where it is another word altogether (us for US)."""
    _, term, surface, variant = owner
    case = _case(term, surface, kept)
    if case == "case" and " " not in surface:
        return None
    hyphen = "hyphen" if not variant and _hyphens(raw) != _hyphens(term.text) else ""
    return tuple(filter(None, (variant, hyphen, case)))


def _case(term: Term, surface: str, kept: str) -> str:
    if surface == kept or term.case == "any":
        return ""
    if term.case == "first" and surface[1:] == kept[1:]:
        return ""
    return "capitals" if _is_headline(surface, kept) else "case"


def _is_headline(surface: str, kept: str) -> bool:
    """A name in capitals throughout is a matter of layout, but not where it would become another word."""
    return kept.isupper() and not surface.isupper() and len(kept) > 3


def _hyphens(text: str) -> tuple[int, ...]:
    return tuple(_places(text))


def _places(text: str) -> Iterator[int]:
    return (place for place, character in enumerate(text) if character in "-\u2010\u2011\u2013")
