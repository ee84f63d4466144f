"""Thousands of keys looked for in a text at once, by how they begin or by an automaton; what is said of each.

To build the automaton of all names takes longer than to look through a few pages without. What is kept for
the next process is packed by how keys begin, and only what a text may have of it is unpacked.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Iterator, Mapping, Set
from functools import cached_property, lru_cache
from operator import itemgetter
from threading import Lock
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

T = TypeVar("T")
Row = tuple[int, str, T]
"""The number of a key, the key, what is said of it."""
Pages = dict[str, bytes]
"""By how keys begin: their rows, packed by their heads."""
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
    order = [key for keys in begun.values() for key in keys]
    numbers = {key: number for number, key in enumerate(order)}
    pages = {
        beginning: marshal.dumps(_heads((numbers[key], key, table[key]) for key in keys))
        for beginning, keys in begun.items()
    }
    return order, pages


def _heads(rows: Iterable[Row[T]]) -> dict[str, list[Row[T]]]:
    """Rows by the first characters of their keys."""
    heads: dict[str, list[Row[T]]] = {}
    for row in rows:
        heads.setdefault(row[1][:_HEAD], []).append(row)
    return heads


def parted(table: Mapping[str, T]) -> dict[str, bytes]:
    """A table in parts by the first character of its keys, for ``Parts``."""
    begun: dict[str, dict[str, T]] = {}
    for key, said in table.items():
        begun.setdefault(key[:1], {})[key] = said
    return {first: marshal.dumps(part) for first, part in begun.items()}


class Parts(Mapping[str, T]):
    """A table of which a part is unpacked when one of its keys is asked for.

    >>> table = Parts(parted({"佛山": 1, "佛冈": 2, "广州": 3}))
    >>> table["佛山"], table.get("佛"), "广州" in table, list(table)
    (1, None, True, ['佛山', '佛冈', '广州'])
    """

    def __init__(self, packed: Mapping[str, bytes]) -> None:
        self._packed = packed
        self._parts: dict[str, dict[str, T]] = {}

    def _part(self, first: str) -> dict[str, T]:
        if first not in self._parts:
            packed = self._packed.get(first)
            self._parts[first] = marshal.loads(packed) if packed else {}  # noqa: S302  # as the whole table is read
        return self._parts[first]

    def __getitem__(self, key: str) -> T:
        return self._part(key[:1])[key]

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and key in self._part(key[:1])

    def __iter__(self) -> Iterator[str]:
        return (key for first in self._packed for key in self._part(first))

    def __len__(self) -> int:
        return sum(1 for _ in self)


class Keys(Generic[T]):
    """Keys, none empty, what is said of each, and where a text has them.

    They are a table's, or those of the ``pages`` made of one.

    >>> Keys({"ab": 0, "b": 0, "abcde": 0}).find("abcab")
    [(0, 0, 2), (1, 1, 2), (0, 3, 5), (1, 4, 5)]
    """

    def __init__(self, table: Mapping[str, T], pages: Pages | None = None) -> None:
        self.said: dict[int, T] = {}
        """What is said of a key, by its number, as soon as a text has it."""
        self._heads = _heads((number, key, said) for number, (key, said) in enumerate(table.items()))
        self._closed = dict(pages or {})
        self._lock = Lock()
        self._work = 0

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
        found: list[tuple[int, int, int]] = []
        for head in self._heads.keys() & pieces:
            rows = self._heads[head]
            start = text.find(head)
            while start >= 0:
                self._work += len(rows)
                if self._work > _LITTLE:
                    return None
                for number, key, said in rows:
                    if text.startswith(key, start):
                        self.said[number] = said
                        found.append((number, start, start + len(key)))
                start = text.find(head, start + 1)
        return found

    def _open(self, beginnings: Iterable[str]) -> None:
        """Unpack the keys that begin so."""
        with self._lock:
            for beginning in self._closed.keys() & beginnings:
                self._heads.update(marshal.loads(self._closed.pop(beginning)))  # noqa: S302  # as the whole table is read

    @cached_property
    def _automaton(self) -> AhoCorasick:
        from ahocorasick_rs import AhoCorasick, Implementation  # noqa: PLC0415  # for much text

        self._open(list(self._closed))
        rows = sorted((row for rows in self._heads.values() for row in rows), key=itemgetter(0))
        self.said.update((number, said) for number, _, said in rows)
        keys = [key for _, key, _ in rows]
        return AhoCorasick(keys, implementation=Implementation.ContiguousNFA)


@lru_cache(maxsize=_TEXTS)
def _pieces(text: str) -> Set[str]:
    """Every piece of a text as long as a beginning may be, taken once for all keys that are looked for."""
    return {text[start : start + size] for size in range(1, _HEAD + 1) for start in range(len(text))}
