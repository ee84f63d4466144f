"""Terms and entries: one concept and its names in both languages.

After ISO 30042 (TBX): an entry is a concept, a language may have several terms, and each term says
whether it is the one to use (preferred), may be used (admitted) or must not be (deprecated).
"""

from __future__ import annotations

from typing import Literal, NamedTuple, get_args

from pressgen.errors import Place
from pressgen.text import LANGUAGES, Language

Status = Literal["preferred", "admitted", "deprecated"]
Form = Literal["full", "short", "abbreviation"]
Case = Literal["exact", "first", "any"]
STATUSES: tuple[Status, ...] = get_args(Status)
FORMS: tuple[Form, ...] = get_args(Form)
CASES: tuple[Case, ...] = get_args(Case)
LANGS = LANGUAGES
KINDS = ("person", "place", "body", "title", "event", "company", "industry", "term")


class Term(NamedTuple):
    """One name of a concept in one language.

    ``case``: exact | first (the first letter is free) | any. ``pos`` is the part of speech. ``since`` and
    ``until`` are ISO dates (inclusive) or empty: a body that was renamed is right in a text of its day.
    ``at`` is the row it was read from and does not count when terms are compared.
    """

    text: str
    lang: Language
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
        return next((names[each] for each in (form, *FORMS) if each in names), "")

    def of(self, lang: str) -> tuple[Term, ...]:
        """The terms of one language, in the entry's order."""
        return tuple(term for term in self.terms if term.lang == lang)
