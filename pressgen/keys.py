"""Thousands of keys looked for in a text at once, by how they begin or by an automaton; what is said of each.

To build the automaton of all names takes longer than to look through a few pages without. What is kept for
the next process is packed by how keys begin, and only what a text may have of it is unpacked.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from threading import Lock
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

T = TypeVar("T")
Pages = dict[str, tuple[int, bytes]]
"""By how keys begin: the number of the first, and the keys with what is said of each, packed."""
_HEAD = 4
"""Characters that keys are told apart and packed by; Han, of which there are many, are packed by one."""
_HAN = "\u2e80"
_LITTLE = 30_000
"""Characters read and keys compared after which the automaton has paid."""
_TEXTS = 64
"""Paragraphs whose pieces are remembered: a text's checks go through them one after the other."""


def paged(table: Mapping[str, T]) -> tuple[list[str], Pages]:
    """Keys in the order of their numbers, and all that ``Keys`` has to know, in values that can be kept.

    >>> order, pages = paged({"foshan": 1, "佛山": 2, "foshan news": 3})
    >>> order, list(pages)
    (['foshan', 'foshan news', '佛山'], ['fosh', '佛'])
    """
    begun: dict[str, list[str]] = {}
    for key in table:
        begun.setdefault(key[: 1 if key[0] > _HAN else _HEAD], []).append(key)
    pages: Pages = {}
    order: list[str] = []
    for beginning, keys in begun.items():
        pages[beginning] = len(order), marshal.dumps((keys, [table[key] for key in keys]))
        order += keys
    return order, pages


class Keys(Generic[T]):
    """Keys, none empty, what is said of each, and where a text has them.

    >>> Keys({"ab": 0, "b": 0, "abcde": 0}).find("abcab")
    [(0, 0, 2), (1, 1, 2), (0, 3, 5), (1, 4, 5)]
    """

    def __init__(self, table: Mapping[str, T], pages: Pages | None = None) -> None:
        self._keys: dict[int, str] = {}
        self.said: dict[int, T] = {}
        """What is said of a key, by its number; of packed ones as soon as a text has them."""
        self._heads: dict[str, list[int]] = {}
        self._closed = dict(pages or {})
        self._lock = Lock()
        self._work = 0
        self._add(0, table, table.values())

    def find(self, text: str) -> list[tuple[int, int, int]]:
        """Every key in a text, one inside another too: its number, start and end (code points, half-open).

        In the order of their ends; of several that end together the longest first.
        """
        self._work += len(text)
        found = self._begun(text) if self._work < _LITTLE else None
        if found is None:
            return self._automaton.find_matches_as_indexes(text, overlapping=True)
        found.sort(key=lambda hit: (hit[2], hit[1]))
        return found

    def _begun(self, text: str) -> list[tuple[int, int, int]] | None:
        """The same in any order; None where so many keys begin alike that the automaton has paid."""
        pieces = _pieces(text)
        self._open(pieces)
        keys = self._keys
        found: list[tuple[int, int, int]] = []
        for head in self._heads.keys() & pieces:
            numbers, size = self._heads[head], len(head)
            start = text.find(head)
            while start >= 0:
                self._work += len(numbers)
                if self._work > _LITTLE:
                    return None
                found += [
                    (number, start, start + len(keys[number]))
                    for number in numbers
                    if len(keys[number]) == size or text.startswith(keys[number], start)
                ]
                start = text.find(head, start + 1)
        return found

    def _open(self, beginnings: Iterable[str]) -> None:
        """Unpack the keys that begin so."""
        with self._lock:
            for beginning in self._closed.keys() & beginnings:
                first, packed = self._closed[beginning]
                self._add(first, *marshal.loads(packed))  # noqa: S302  # as the whole table is read
                del self._closed[beginning]

    def _add(self, first: int, keys: Iterable[str], said: Iterable[T]) -> None:
        self._keys.update(enumerate(keys, first))
        self.said.update(enumerate(said, first))
        for number, key in enumerate(keys, first):
            self._heads.setdefault(key[:_HEAD], []).append(number)

    @cached_property
    def _automaton(self) -> AhoCorasick:
        from ahocorasick_rs import AhoCorasick, Implementation  # noqa: PLC0415  # for much text

        self._open(list(self._closed))
        keys = [self._keys[number] for number in range(len(self._keys))]
        return AhoCorasick(keys, implementation=Implementation.ContiguousNFA)


@lru_cache(maxsize=_TEXTS)
def _pieces(text: str) -> frozenset[str]:
    """Every piece of a text as long as a beginning may be, taken once for all keys that are looked for."""
    return frozenset(text[start : start + size] for size in range(1, _HEAD + 1) for start in range(len(text)))
