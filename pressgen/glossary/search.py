"""Search: entries by a part of a name in either language, or by their pinyin, whole or by its initials."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from pressgen.glossary.entry import Entry
from pressgen.glossary.surfaces import folded
from pressgen.text import composed, han


def search(entries: Iterable[Entry], query: str) -> list[Entry]:
    """Entries with a name that is, begins with or contains the query, the nearest first.

    A query of letters alone also asks for pinyin, by its initials or in full, from any syllable on: fsgxq,
    foshangao and gao xin find 佛山高新区.

    >>> from pressgen.glossary.entry import Term
    >>> zone = Entry("zone", (Term("佛山高新区", "zh"), Term("Foshan Hi-tech Zone", "en")))
    >>> [len(search([zone], query)) for query in ("高新", "hi tech", "fsgxq", "gao xin", "Suzhou", "aoxin")]
    [1, 1, 1, 1, 0, 0]
    """
    wanted = folded(composed(query.strip()))
    if not wanted:
        return []
    letters = wanted.replace(" ", "").replace("'", "")
    pinyin = letters if letters.isascii() and letters.isalpha() else ""
    ranked = [(_rank(entry, wanted, pinyin), entry) for entry in entries]
    return [entry for rank, entry in sorted(ranked, key=lambda pair: pair[0]) if rank < _ABSENT]


_ABSENT = 9


def _rank(entry: Entry, wanted: str, pinyin: str) -> int:
    """0 the name itself, 1 its beginning, 2 a word's beginning, 3 inside, 4 and 5 pinyin."""
    rank = min((_nearness(folded(term.text), wanted) for term in entry.terms), default=_ABSENT)
    if rank == _ABSENT and pinyin:
        return min((_said(term.text, pinyin) for term in entry.of("zh")), default=_ABSENT)
    return rank


def _nearness(name: str, wanted: str) -> int:
    if name == wanted:
        return 0
    place = name.find(wanted)
    if place <= 0:
        return 1 if place == 0 else _ABSENT
    return 2 if name[place - 1] == " " else 3


def _said(text: str, pinyin: str) -> int:
    """4 where a name's initials or its pinyin begin so, 5 where its pinyin does from a later syllable on."""
    syllables = _syllables(text)
    initials = "".join(syllable[0] for syllable in syllables)
    if initials.startswith(pinyin):
        return 4
    rests = ("".join(syllables[start:]) for start in range(len(syllables)))
    begins = next((start for start, rest in enumerate(rests) if rest.startswith(pinyin)), None)
    return _ABSENT if begins is None else 5 if begins else 4


@lru_cache(maxsize=20_000)
def _syllables(text: str) -> tuple[str, ...]:
    """A Chinese name's syllables in small letters; other letters as they stand."""
    if not han(text):
        return ()
    from pypinyin import lazy_pinyin  # noqa: PLC0415  # 30 ms, and only this search needs it

    said = (syllable.lower().replace("ü", "v") for syllable in lazy_pinyin(text))
    return tuple(syllable for syllable in said if syllable and syllable[0].isalnum())
