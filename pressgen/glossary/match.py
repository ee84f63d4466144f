"""Matching: every listed name in a running text, the longest from the left, inside no longer word.

An automaton gives all overlapping hits; Latin edges must be word boundaries (Han edges need none); then
the leftmost, longest hits stay. Asking the automaton itself for the longest would lose a shorter name
whenever the longer one fails at its boundary.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from typing import NamedTuple

from pressgen.cache import value
from pressgen.glossary.packed import slot
from pressgen.glossary.surfaces import all_at_once, folded, lowered, surfaces, unhyphened
from pressgen.glossary.term import STATUSES, Entry, Term
from pressgen.glossary.uncollected import uncollected
from pressgen.keys import Keys, Pages, paged

Owner = tuple[Entry, Term, str, str]
"""Entry, term, the surface form with its case kept, and how it differs from the term as written."""
_Numbered = tuple[int, int, str, str]
"""The same with the numbers of the entry and of its term."""
_REMEMBERED = 50_000


class Match(NamedTuple):
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

    def __init__(self, entries: Sequence[Entry], lang: str, origin: str = "") -> None:
        self._entries = entries
        self._lang = lang
        self._origin = origin

    def find(self, text: str, *, miscased: bool = False) -> list[Match]:
        """All matches in the order of the text, none inside or across another."""
        small = folded(text)
        (edges, keys), judged = self._table, self._judged
        found: list[Match] = []
        for number, start, end in keys.find(small):
            edge = edges[number]
            if edge and (
                (edge & 1 and start and _joined_before(small, start))
                or (edge & 2 and _joined_after(small, end))
            ):
                continue
            (entry, term, _, _), variants = judged[number, text[start:end]]
            if variants is None or (variants and not miscased and "case" in variants):
                continue
            if found and start < found[-1].end and not _outdone(found, start):
                continue
            found.append(Match(entry, term, start, end, variants))
        return found

    @cached_property
    def _table(self) -> tuple[bytes, Keys[list[_Numbered]]]:
        """For each name 1 where a Latin letter or digit begins it, 2 more where one ends it; whose it is."""
        if not self._origin:
            owned = self._owned()
            return _edges(owned), Keys(owned)
        edges, pages = value(slot(self._origin, self._lang), self._origin, self._packed)
        return edges, Keys({}, pages)

    def _packed(self) -> tuple[bytes, Pages]:
        order, pages = paged(self._owned())
        return _edges(order), pages

    def _owned(self) -> dict[str, list[_Numbered]]:
        """The names as they are looked for, and whose they are."""
        owned: dict[str, list[_Numbered]] = {}
        with uncollected():
            forms = [
                (number, place, surface, variant)
                for number, entry in enumerate(self._entries)
                for place, term in enumerate(entry.terms)
                if term.lang == self._lang
                for surface, variant in surfaces(term, entry.kind)
            ]
            kept = all_at_once(unhyphened, [surface for _, _, surface, _ in forms])
            small = all_at_once(lowered, kept)
            for (number, place, _, variant), with_case, without in zip(forms, kept, small, strict=True):
                owned.setdefault(without, []).append((number, place, with_case, variant))
        owned.pop("", None)
        return owned

    @cached_property
    def _judged(self) -> _Judged:
        return _Judged(self._entries, self._table[1].said)


def _edges(names: Iterable[str]) -> bytes:
    word = cache(is_word)
    return bytes(word(name[0]) + 2 * word(name[-1]) for name in names)


class _Judged(dict[tuple[int, str], tuple[Owner, tuple[str, ...] | None]]):
    """What a stretch of text that has a name's letters stands for, each looked at once.

    No variants: another word altogether.
    """

    def __init__(self, entries: Sequence[Entry], owners: Mapping[int, list[_Numbered]]) -> None:
        super().__init__()
        self._entries = entries
        self._owners = owners

    def __missing__(self, key: tuple[int, str]) -> tuple[Owner, tuple[str, ...] | None]:
        if len(self) > _REMEMBERED:
            self.clear()
        number, raw = key
        entries = self._entries
        owners: list[Owner] = [
            (entries[entry], entries[entry].terms[place], surface, variant)
            for entry, place, surface, variant in self._owners[number]
        ]
        self[key] = found = _best(owners, raw) or (owners[0], None)
        return found


def is_word(character: str) -> bool:
    """Whether a character makes a Latin word longer: letters, accents and digits of alphabets, not Han."""
    return character < "\u2e80" and (
        character.isalnum() or character == "_" or "\u0300" <= character <= "\u036f"
    )


def _outdone(found: list[Match], start: int) -> bool:
    """Take away the matches that one of this start holds within it; False where another begins before it.

    Hits come in the order of their ends, so none ends behind the new one.
    """
    kept = len(found)
    while kept and found[kept - 1].start >= start:
        kept -= 1
    if kept and found[kept - 1].end > start:
        return False
    del found[kept:]
    return True


def _joined_before(text: str, start: int) -> bool:
    before = text[start - 1]
    if before == "'" and start > 1:
        return is_word(text[start - 2])
    return before != " " and is_word(before)


def _joined_after(text: str, end: int) -> bool:
    after = text[end : end + 1]
    if after in " .,":
        return False
    if after == "'":
        last = text[end + 1 : end + 3]
        return bool(last) and is_word(last[0]) and not (last[0] == "s" and not is_word(last[1:] or " "))
    return is_word(after)


def _best(owners: list[Owner], raw: str) -> tuple[Owner, tuple[str, ...]] | None:
    """The term a stretch of text stands for: nearest in writing, then preferred, then listed last."""
    kept = unhyphened(raw)
    judged = [(owner, variants) for owner in owners if (variants := _variants(owner, raw, kept)) is not None]
    if not judged:
        return None
    return min(
        reversed(judged),
        key=lambda owned: ("case" in owned[1], len(owned[1]), STATUSES.index(owned[0][1].status)),
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
