"""Search: entries by a part of a name in either language, or by the initials of their pinyin."""

from __future__ import annotations

from collections.abc import Iterable

from pressgen.glossary.entry import Entry
from pressgen.glossary.surfaces import folded
from pressgen.text import composed, han


def search(entries: Iterable[Entry], query: str) -> list[Entry]:
    """Entries with a name that is, begins with or contains the query, the nearest first.

    A query of small letters alone also asks for pinyin initials: fsgxq finds 佛山高新区.

    >>> from pressgen.glossary.entry import Term
    >>> zone = Entry("zone", (Term("佛山高新区", "zh"), Term("Foshan Hi-tech Zone", "en")))
    >>> [len(search([zone], query)) for query in ("高新", "hi tech", "fsgxq", "Suzhou")]
    [1, 1, 1, 0]
    """
    wanted = folded(composed(query.strip()))
    if not wanted:
        return []
    initials = wanted if wanted.isascii() and wanted.isalpha() else ""
    ranked = [(_rank(entry, wanted, initials), entry) for entry in entries]
    return [entry for rank, entry in sorted(ranked, key=lambda pair: pair[0]) if rank < _ABSENT]


_ABSENT = 9


def _rank(entry: Entry, wanted: str, initials: str) -> int:
    """0 the name itself, 1 its beginning, 2 a word's beginning, 3 inside, 4 pinyin initials."""
    rank = min((_nearness(folded(term.text), wanted) for term in entry.terms), default=_ABSENT)
    if (
        rank == _ABSENT
        and initials
        and any(_initials(term.text).startswith(initials) for term in entry.of("zh"))
    ):
        return 4
    return rank


def _nearness(name: str, wanted: str) -> int:
    if name == wanted:
        return 0
    place = name.find(wanted)
    if place <= 0:
        return 1 if place == 0 else _ABSENT
    return 2 if name[place - 1] == " " else 3


def _initials(text: str) -> str:
    """The first letters of a Chinese name's syllables."""
    if not han(text):
        return ""
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415  # 30 ms, and only this search needs it

    return "".join(lazy_pinyin(text, style=Style.FIRST_LETTER)).lower()
