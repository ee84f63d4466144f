"""Thousands of keys looked for in a text at once: by how they begin, or by an automaton.

To build the automaton of all names takes longer than to look through a few pages without.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

Heads = dict[str, list[int]]
"""The numbers of the keys that begin so: their first four characters, all of a shorter key."""
_HEAD = 4
_LITTLE = 30_000
"""Characters read and keys compared after which the automaton has paid."""
_TEXTS = 64
"""Paragraphs whose pieces are remembered: a text's checks go through them one after the other."""


def heads(keys: Sequence[str]) -> Heads:
    """How keys begin.

    >>> heads(["佛山", "佛山新闻网", "佛山新闻社"])
    {'佛山': [0], '佛山新闻': [1, 2]}
    """
    found: Heads = {}
    for number, key in enumerate(keys):
        found.setdefault(key[:_HEAD], []).append(number)
    return found


class Keys:
    """Keys, none empty and none twice, and where a text has them.

    >>> Keys(["ab", "b", "abcde"]).find("abcab")
    [(0, 0, 2), (1, 1, 2), (0, 3, 5), (1, 4, 5)]
    """

    def __init__(self, keys: list[str], begun: Heads | None = None) -> None:
        self._keys = keys
        self._heads = heads(keys) if begun is None else begun
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
        keys = self._keys
        found: list[tuple[int, int, int]] = []
        for head in self._heads.keys() & _pieces(text):
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

    @cached_property
    def _automaton(self) -> AhoCorasick:
        from ahocorasick_rs import AhoCorasick, Implementation  # noqa: PLC0415  # for much text

        return AhoCorasick(self._keys, implementation=Implementation.ContiguousNFA)


@lru_cache(maxsize=_TEXTS)
def _pieces(text: str) -> frozenset[str]:
    """Every piece of a text as long as a beginning may be, taken once for all keys that are looked for."""
    return frozenset(text[start : start + size] for size in range(1, _HEAD + 1) for start in range(len(text)))
