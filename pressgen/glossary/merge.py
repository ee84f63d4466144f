"""Entries put into a table beside others: what is new, changed or there already."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pressgen.glossary.entry import Entry, Glossary, Term
from pressgen.regex import regex

_NO_WORD = regex("[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Merged:
    """A table after a merge, and what became of each entry.

    ``elsewhere`` are new versions of entries that stand in other tables, ``listed`` entries whose names
    another table has, each with the entry that has them.
    """

    glossary: Glossary
    added: tuple[Entry, ...]
    changed: tuple[Entry, ...]
    same: tuple[Entry, ...]
    elsewhere: tuple[Entry, ...]
    listed: tuple[tuple[Entry, Entry], ...]


def merge(table: Glossary, coming: Iterable[Entry], others: Glossary, prefix: str) -> Merged:
    """Put entries into a table; those of the same id are replaced.

    ``others`` is what the newsroom has in other tables. A concept all of whose names stand there is left
    out; an id that is used there for something else gets ``prefix`` in front (client-c1).
    """
    found: dict[str, list[Entry]] = {"added": [], "changed": [], "same": [], "elsewhere": []}
    listed = []
    by_id = {entry.id: entry for entry in others}
    for entry in coming:
        namesake = by_id.get(entry.id)
        if namesake and _is_one_concept(entry, namesake):
            found["same" if namesake == entry else "elsewhere"].append(entry)
        elif namesakes := _listed(entry, others):
            listed.append((entry, namesakes))
        else:
            own = entry._replace(id=f"{prefix}-{entry.id}") if namesake else entry
            found[_change(own, table)].append(own)
    whole = Glossary([*table, *found["added"], *found["changed"]])
    return Merged(whole, **{name: tuple(entries) for name, entries in found.items()}, listed=tuple(listed))


def _change(entry: Entry, table: Glossary) -> str:
    if entry.id not in table:
        return "added"
    return "same" if table[entry.id] == entry else "changed"


def _is_one_concept(entry: Entry, other: Entry) -> bool:
    """Whether two entries of one id share a name: c1 of one client is not c1 of another."""
    return not {(term.lang, term.text) for term in entry.terms}.isdisjoint(
        (term.lang, term.text) for term in other.terms
    )


def free_id(wanted: str, *glossaries: Glossary) -> str:
    """An id none of the glossaries has: what is wanted in plain letters, then with -2, -3.

    >>> free_id("Foshan Hi-tech Zone", Glossary())
    'foshan-hi-tech-zone'
    """
    stem = _NO_WORD.sub("-", wanted.lower()).strip("-") if wanted.isascii() else wanted
    number, free = 1, stem
    while any(free in glossary for glossary in glossaries):
        number += 1
        free = f"{stem}-{number}"
    return free


def _listed(entry: Entry, others: Glossary) -> Entry | None:
    """The entry that already says all of this one, status and form included."""
    first = others.named(entry.terms[0].text, entry.terms[0].lang) if entry.terms else None
    said = {_said(term) for term in first.terms} if first else set()
    return first if said and said.issuperset(_said(term) for term in entry.terms) else None


def _said(term: Term) -> tuple[str, str, str, str]:
    return term.lang, term.text, term.status, term.form
