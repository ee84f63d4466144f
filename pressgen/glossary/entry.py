"""Entries: one concept, its names in both languages, and the glossary that finds them.

After ISO 30042 (TBX): an entry is a concept, a language may have several terms, and each term says
whether it is the one to use (preferred), may be used (admitted) or must not be (deprecated).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from pressgen.errors import Place
from pressgen.findings import Finding

if TYPE_CHECKING:
    from pressgen.glossary.match import Match, Matcher
    from pressgen.glossary.slips import ChineseSlips, EnglishSlips

Status = Literal["preferred", "admitted", "deprecated"]
Form = Literal["full", "short", "abbreviation"]
Case = Literal["exact", "first", "any"]
TermLang = Literal["zh", "en"]
STATUSES: tuple[Status, ...] = get_args(Status)
FORMS: tuple[Form, ...] = get_args(Form)
CASES: tuple[Case, ...] = get_args(Case)
LANGS: tuple[TermLang, ...] = get_args(TermLang)
KINDS = ("person", "place", "body", "title", "event", "company", "industry", "term")

_STRAIGHT = str.maketrans("\u2018\u2019\u00a0", "'' ")


class Term(NamedTuple):
    """One name of a concept in one language.

    ``case``: exact | first (the first letter is free) | any. ``pos`` is the part of speech. ``since`` and
    ``until`` are ISO dates (inclusive) or empty: a body that was renamed is right in a text of its day.
    ``at`` is the row it was read from and does not count when terms are compared.
    """

    text: str
    lang: TermLang
    status: Status = "preferred"
    form: Form = "full"
    case: Case = "exact"
    pos: str = ""
    note: str = ""
    source: str = ""
    since: str = ""
    until: str = ""
    at: Place = Place("")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Term) and self[:-1] == other[:-1]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[:-1])

    def valid(self, on: str) -> bool:
        """Whether the name stood on a day (ISO); always where no day is given.

        >>> Term("Nanhai County", "en", until="1992-09-22").valid("2023-07-14")
        False
        """
        return not on or (self.since <= on and (not self.until or on <= self.until))


def usual_case(text: str) -> Case:
    """The case policy where a person wrote none: a capital is meant, small letters may be raised.

    >>> usual_case("Foshan"), usual_case("new materials")
    ('exact', 'any')
    """
    return "any" if text.islower() else "exact"


class Entry(NamedTuple):
    """One concept: what it is called in each language.

    ``field`` is the subject field, ``kind`` one of ``KINDS`` or empty. ``loose`` says that the other
    language may name it otherwise (中国 may be "Chinese").
    """

    id: str
    terms: tuple[Term, ...]
    field: str = ""
    kind: str = ""
    definition: str = ""
    loose: bool = False

    def name(self, lang: str, form: Form = "full", on: str = "") -> str:
        """The preferred term of a form, else the full one, else any; "" if the language prefers none.

        ``on`` (ISO date) leaves out names that did not stand on that day.
        """
        names = {
            term.form: term.text
            for term in reversed(self.terms)
            if term.lang == lang and term.status == "preferred" and term.valid(on)
        }
        return next((names[one] for one in (form, *FORMS) if one in names), "")

    def of(self, lang: str) -> tuple[Term, ...]:
        """The terms of one language, in the entry's order."""
        return tuple(term for term in self.terms if term.lang == lang)


class Glossary:
    """Entries in order, found by name or in running text. Later entries win by id.

    ``repairs`` are findings on what was mended while its files were read.

    >>> foshan = Entry("foshan", (Term("佛山", "zh"), Term("Foshan", "en")), kind="place")
    >>> Glossary([foshan]).named("佛山").name("en")
    'Foshan'
    """

    def __init__(self, entries: Iterable[Entry] = (), repairs: Sequence[Finding] = ()) -> None:
        self._entries = {entry.id: entry for entry in entries}
        self.repairs = tuple(repairs)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries, in the order of the files."""
        return tuple(self._entries.values())

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._entries.values())

    def __len__(self) -> int:
        return len(self._entries)

    def __contains__(self, entry_id: object) -> bool:
        return entry_id in self._entries

    def __getitem__(self, entry_id: str) -> Entry:
        return self._entries[entry_id]

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

        return EnglishSlips(self)

    @cached_property
    def chinese_slips(self) -> ChineseSlips:
        """Its long Chinese names, to be found although a character is off."""
        from pressgen.glossary.slips import ChineseSlips  # noqa: PLC0415

        return ChineseSlips(self)

    def _find(self, text: str, lang: str | None) -> tuple[Entry, Term] | None:
        key = _key(text)
        found = [self._names.get((key, one)) for one in ((lang,) if lang else LANGS)]
        return min(filter(None, found), key=lambda pair: _rank(pair[1]), default=None)

    @cached_property
    def _names(self) -> dict[tuple[str, str], tuple[Entry, Term]]:
        names: dict[tuple[str, str], tuple[Entry, Term]] = {}
        for entry in reversed(self.entries):
            for term in entry.terms:
                key = _key(term.text), term.lang
                held = names.get(key)
                if held is None or _rank(term) < _rank(held[1]):
                    names[key] = entry, term
        return names

    def _matcher(self, lang: str) -> Matcher:
        return self._matchers[0 if lang == "zh" else 1]

    @cached_property
    def _matchers(self) -> tuple[Matcher, Matcher]:
        from pressgen.glossary.match import Matcher  # noqa: PLC0415  # names alone need no automaton

        return Matcher(self, "zh"), Matcher(self, "en")


def _key(text: str) -> str:
    return text if text.isascii() else text.translate(_STRAIGHT)


def _rank(term: Term) -> tuple[int, int]:
    return STATUSES.index(term.status), FORMS.index(term.form)
