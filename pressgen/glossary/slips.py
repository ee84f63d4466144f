"""Slips of the pen: names in a text that are a listed name but for one letter or one character.

Only says what is near what; whether it is a fault is for a check to judge, which knows other names,
dictionaries and what the other language says.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Literal, NamedTuple

from pressgen.cache import value
from pressgen.glossary.packed import slot
from pressgen.glossary.surfaces import all_at_once, folded, surfaces
from pressgen.glossary.term import Entry, Term
from pressgen.keys import Keys, Pages, paged
from pressgen.regex import regex

Kind = Literal["", "swapped", "left out", "doubled", "added", "changed"]
_WORD = regex(r"[A-Za-z\u00c0-\u024f]+(?:'[A-Za-z]+)*")
_JOINTS = frozenset((" ", ", "))
_LEAST_LETTERS = 4
_LEAST_HAN = 6
"""Chinese names shorter than that are too near to other words."""


def slip(written: str, right: str) -> Kind:
    """What one slip makes the right word the written one; "" where it takes more, or none.

    >>> slip("Shnude", "Shunde"), slip("Comerce", "Commerce"), slip("Fushan", "Foshan"), slip("a", "abc")
    ('swapped', 'left out', 'changed', '')
    """
    short = min(len(written), len(right))
    start = next((at for at in range(short) if written[at] != right[at]), short)
    tail = next((at for at in range(short - start) if written[-1 - at] != right[-1 - at]), short - start)
    was, now = right[start : len(right) - tail], written[start : len(written) - tail]
    if len(was) == len(now) == 1:
        return "changed"
    if len(was) == len(now) == 2 and was == now[::-1]:
        return "swapped"
    if len(was) == 1 and not now:
        return "left out"
    if len(now) == 1 and not was:
        return "doubled" if now in (written[start - 1 : start], written[start + 1 : start + 2]) else "added"
    return ""


@dataclass(frozen=True, slots=True)
class Slip:
    """A name that is nearly a listed one: where it stands, and the word or character that is off.

    ``name`` is the stretch of text without the slip; ``written`` and ``right`` are the wrong and the right
    word in small letters, of a Chinese name the whole.
    """

    entry: Entry
    term: Term
    start: int
    end: int
    name: str
    written: str
    right: str
    kind: Kind


class Word(NamedTuple):
    """A word of an English text, folded (small letters, straight apostrophes, no possessive)."""

    text: str
    start: int
    end: int


class _Place(NamedTuple):
    """A word of a listed name, by its number among the words."""

    entry: Entry
    term: Term
    surface: str
    words: list[Word]
    at: int

    @property
    def right(self) -> str:
        """The word as the name has it, capitals and all."""
        word = self.words[self.at]
        return self.surface[word.start : word.end]


def words(text: str) -> list[Word]:
    """The words of an English text.

    >>> [word.text for word in words("Foshan’s hi-tech zone")]
    ['foshan', 'hi', 'tech', 'zone']
    """
    return [
        Word(word[:-2], match.start(), match.end() - 2) if word.endswith("'s") else Word(word, *match.span())
        for match in _WORD.finditer(folded(text))
        for word in (match.group(),)
    ]


_Names = tuple[list[tuple[int, int, str]], dict[str, list[int]]]
"""Names by the numbers of their entry and term, as they may stand; and the names that hold a word."""


class EnglishSlips:
    """The words of the English names of a glossary, and which of them a misspelt word was meant to be."""

    def __init__(self, entries: Sequence[Entry], origin: str = "") -> None:
        self._entries = entries
        self._origin = origin
        self._near: dict[str, tuple[str, ...]] = {}
        self._known: dict[str, list[_Place]] = {}

    @cached_property
    def _table(self) -> _Names:
        return value(slot(self._origin, "words"), self._origin, self._made) if self._origin else self._made()

    def _made(self) -> _Names:
        names = [
            (number, which, surface)
            for number, entry in enumerate(self._entries)
            for which, term in enumerate(entry.terms)
            if term.lang == "en"
            for surface, _ in surfaces(term, entry.kind)
        ]
        holding: dict[str, list[int]] = {}
        texts = all_at_once(folded, [surface for _, _, surface in names])
        for at, ((number, which, _), text) in enumerate(zip(names, texts, strict=True)):
            term = self._entries[number].terms[which]
            used = term.status != "deprecated" and term.form != "abbreviation"
            for word in dict.fromkeys(_WORD.findall(text)):
                held = holding.setdefault(word.removesuffix("'s"), [])
                if used:
                    held.append(at)
        return names, holding

    @property
    def _holding(self) -> dict[str, list[int]]:
        """Each word with the numbers of the names it stands in; of those not to be used the words alone."""
        return self._table[1]

    def _places(self, word: str) -> list[_Place]:
        """Where a word stands in the names; made when a text has a word that is near it."""
        if word not in self._known:
            self._known[word] = [
                _Place(self._entries[number], self._entries[number].terms[which], surface, own, at)
                for number, which, surface in map(
                    self._table[0].__getitem__, dict.fromkeys(self._holding[word])
                )
                for own in (words(surface),)
                for at, part in enumerate(own)
                if part.text == word
            ]
        return self._known[word]

    @cached_property
    def _by_size(self) -> dict[tuple[str, int], list[str]]:
        sizes: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
        for word, names in self._holding.items():
            if len(word) >= _LEAST_LETTERS and names:
                sizes[word[0], len(word)].append(word)
        return sizes

    def knows(self, word: str) -> bool:
        """Whether a word stands in any listed English name."""
        return word in self._holding

    def find(self, text: str) -> Iterator[Slip]:
        """Every name that one slip in one word keeps from being a listed one; the first letter is right."""
        found = words(text)
        for at, word in enumerate(found):
            if len(word.text) < _LEAST_LETTERS or word.text in self._holding:
                continue
            for right in self._meant(word.text):
                yield from self._named(text, found, at, right)

    def _meant(self, word: str) -> tuple[str, ...]:
        if word not in self._near:
            sizes = range(len(word) - 1, len(word) + 2)
            alike = (_half_alike(word, self._by_size.get((word[0], size), ())) for size in sizes)
            self._near[word] = tuple(near for listed in alike for near in listed if slip(word, near))
        return self._near[word]

    def _named(self, text: str, found: list[Word], at: int, right: str) -> Iterator[Slip]:
        """The names with the right word whose other words all stand around the wrong one."""
        for place in self._places(right):
            first, past = at - place.at, at - place.at + len(place.words)
            around = found[max(first, 0) : past]
            if first < 0 or len(around) < len(place.words):
                continue
            if _are_right(around, place) and _is_joined(text, around):
                written = found[at]
                start, end = around[0].start, around[-1].end
                word = _in_case_of(text[written.start : written.end], place.right)
                name = text[start : written.start] + word + text[written.end : end]
                kind = slip(written.text, right)
                yield Slip(place.entry, place.term, start, end, name, written.text, right, kind)


def _half_alike(word: str, others: Sequence[str]) -> list[str]:
    """Those of some words of one size that begin or end as a word does: one slip leaves one half right."""
    half = (min(len(word), len(others[0])) - 1) // 2 if others else 0
    head, tail = word[:half], word[-half:]
    return [other for other in others if other.startswith(head) or other.endswith(tail)]


def _are_right(around: list[Word], place: _Place) -> bool:
    """Whether all words of a name but one stand there."""
    pairs = zip(around, place.words, strict=True)
    return all(
        number == place.at or written.text == word.text for number, (written, word) in enumerate(pairs)
    )


def _in_case_of(written: str, right: str) -> str:
    if written.isupper():
        return right.upper()
    return right[:1].upper() + right[1:] if written[:1].isupper() else right


def _is_joined(text: str, around: list[Word]) -> bool:
    return all(folded(text[word.end : following.start]) in _JOINTS for word, following in pairwise(around))


_Half = tuple[int, int, bool]
"""Whose half of a name it is, by the numbers of entry and term, and if the first."""


class ChineseSlips:
    """The long Chinese names of a glossary, found although one character is off.

    One wrong character leaves one half of a name whole: halves are searched for, and what stands beside
    them is compared.
    """

    def __init__(self, entries: Sequence[Entry], origin: str = "") -> None:
        self._entries = entries
        self._origin = origin

    @cached_property
    def _keys(self) -> Keys[list[_Half]]:
        if not self._origin:
            return Keys(self._halves())
        return Keys({}, value(slot(self._origin, "halves"), self._origin, self._packed))

    def _packed(self) -> Pages:
        return paged(self._halves())[1]

    def _halves(self) -> dict[str, list[_Half]]:
        halves: dict[str, list[_Half]] = {}
        for number, entry in enumerate(self._entries):
            for which, term in enumerate(entry.terms):
                if term.lang == "zh" and term.status != "deprecated" and len(term.text) >= _LEAST_HAN:
                    middle = len(term.text) // 2
                    halves.setdefault(term.text[:middle], []).append((number, which, True))
                    halves.setdefault(term.text[middle:], []).append((number, which, False))
        return halves

    def find(self, text: str) -> Iterator[Slip]:
        """Every stretch that one slip keeps from being a listed name of six characters or more.

        Where the name itself stands there is none.
        """
        for number, start, end in self._keys.find(text):
            for whose, which, is_first in self._keys.said[number]:
                entry = self._entries[whose]
                term = entry.terms[which]
                rest = len(term.text) - (end - start)
                beside = text[end : end + rest + 1] if is_first else text[max(0, start - rest - 1) : start]
                half = term.text[-rest:] if is_first else term.text[:rest]
                right = beside.startswith(half) if is_first else beside.endswith(half)
                if right or not _may_be(beside, half):
                    continue
                for more in (0, 1):
                    begin = start if is_first else end - len(term.text) - more
                    if begin >= 0 and (found := _compared(text, begin, entry, term, more)):
                        yield found


def _may_be(beside: str, half: str) -> bool:
    """Whether half a name may stand there with one slip: all its signs but one do."""
    signs = set(half)
    return len(signs.intersection(beside)) >= len(signs) - 1


def _compared(text: str, begin: int, entry: Entry, term: Term, more: int) -> Slip | None:
    """The slip in as many characters as a name has, or in one more where one is doubled."""
    written = text[begin : begin + len(term.text) + more]
    kind = slip(written, term.text) if len(written) == len(term.text) + more else ""
    if not kind or (kind == "doubled") != bool(more):
        return None
    return Slip(entry, term, begin, begin + len(written), term.text, written, term.text, kind)
