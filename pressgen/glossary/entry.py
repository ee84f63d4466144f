"""The glossary: entries, and what finds them in a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from pressgen.cache import value
from pressgen.findings import Finding
from pressgen.glossary.packed import PackedEntries, slot
from pressgen.glossary.term import (
    CASES,
    FORMS,
    KINDS,
    LANGS,
    STATUSES,
    Case,
    Entry,
    Form,
    Status,
    Term,
    usual_case,
)
from pressgen.text import composed

if TYPE_CHECKING:
    from pressgen.glossary.match import Match, Matcher
    from pressgen.glossary.slips import ChineseSlips, EnglishSlips

__all__ = [
    "CASES", "FORMS", "KINDS", "LANGS", "STATUSES", "Case", "Entry", "Form", "Glossary", "Status", "Term",
    "usual_case",
]  # fmt: skip

_STRAIGHT = str.maketrans("\u2018\u2019\u00a0", "'' ")


class Glossary:
    """Entries in order, found by name or in running text. Later entries win by id.

    ``repairs`` are findings on what was mended while its files were read. ``origin`` stands for all it was
    made of, where what is made of it may be kept (``packed``).

    >>> foshan = Entry("foshan", (Term("佛山", "zh"), Term("Foshan", "en")), kind="place")
    >>> Glossary([foshan]).named("佛山").name("en")
    'Foshan'
    """

    def __init__(
        self, entries: Iterable[Entry] = (), repairs: Sequence[Finding] = (), *, origin: str = ""
    ) -> None:
        self._entries: Sequence[Entry] = (
            entries
            if isinstance(entries, PackedEntries)
            else tuple({entry.id: entry for entry in entries}.values())
        )
        self.repairs = tuple(repairs)
        self.origin = origin

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries, in the order of the files."""
        return tuple(self._entries)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def __contains__(self, entry_id: object) -> bool:
        return entry_id in self._numbers

    def __getitem__(self, entry_id: str) -> Entry:
        return self._entries[self._numbers[entry_id]]

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {entry.id: number for number, entry in enumerate(self._entries)}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Glossary) and self.entries == other.entries

    def __hash__(self) -> int:
        return self._hash

    @cached_property
    def _hash(self) -> int:
        return hash(self.entries)

    def __add__(self, other: Glossary) -> Glossary:
        """Both glossaries; where an id stands in both, the other's entry."""
        return Glossary((*self, *other), (*self.repairs, *other.repairs))

    def named(self, text: str, lang: str | None = None) -> Entry | None:
        """The entry with exactly this name, in either language unless one is given.

        A preferred name counts before an admitted one, that before a deprecated one, and a full
        before a short one; ``status`` tells which it was.
        """
        found = self._find(text, lang)
        return found[0] if found else None

    def status(self, text: str, lang: str | None = None) -> Status | None:
        """Whether a name is preferred, admitted or deprecated; None for one that is not listed."""
        found = self._find(text, lang)
        return found[1].status if found else None

    def matches(self, text: str, lang: str, *, miscased: bool = False) -> list[Match]:
        """Every name in a text of one language, longest first from the left, never overlapping.

        Offsets are code points. ``miscased`` also gives names of two or more words whose case is wrong.
        """
        return self._matcher(lang).find(text, miscased=miscased)

    @cached_property
    def english_slips(self) -> EnglishSlips:
        """Its English names, to be found although a letter is off."""
        from pressgen.glossary.slips import EnglishSlips  # noqa: PLC0415  # checks alone ask for it

        return EnglishSlips(self._entries, self.origin)

    @cached_property
    def chinese_slips(self) -> ChineseSlips:
        """Its long Chinese names, to be found although a character is off."""
        from pressgen.glossary.slips import ChineseSlips  # noqa: PLC0415

        return ChineseSlips(self._entries, self.origin)

    def _find(self, text: str, lang: str | None) -> tuple[Entry, Term] | None:
        key = _key(text)
        held = [self._names.get((key, word)) for word in ((lang,) if lang else LANGS)]
        found = [
            (self._entries[entry], self._entries[entry].terms[term]) for entry, term in filter(None, held)
        ]
        return min(found, key=lambda pair: _rank(pair[1]), default=None)

    @cached_property
    def _names(self) -> dict[tuple[str, str], tuple[int, int]]:
        """The numbers of the entry and the term that have a name, by its key and language."""
        if not self.origin:
            return self._named()
        return value(slot(self.origin, "names"), self.origin, self._named)

    def _named(self) -> dict[tuple[str, str], tuple[int, int]]:
        names: dict[tuple[str, str], tuple[int, int]] = {}
        ranks: dict[tuple[str, str], tuple[int, int]] = {}
        for number, entry in reversed(list(enumerate(self._entries))):
            for which, term in enumerate(entry.terms):
                key, rank = (_key(term.text), term.lang), _rank(term)
                if key not in ranks or rank < ranks[key]:
                    names[key], ranks[key] = (number, which), rank
        return names

    def _matcher(self, lang: str) -> Matcher:
        return self._matchers[0 if lang == "zh" else 1]

    @cached_property
    def _matchers(self) -> tuple[Matcher, ...]:
        from pressgen.glossary.match import Matcher  # noqa: PLC0415  # names alone need no automaton

        return tuple(Matcher(self._entries, lang, self.origin) for lang in ("zh", "en"))


def _key(text: str) -> str:
    return text if text.isascii() else composed(text).translate(_STRAIGHT)


def _rank(term: Term) -> tuple[int, int]:
    return STATUSES.index(term.status), FORMS.index(term.form)
