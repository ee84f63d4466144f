"""How many letters two words differ by."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=4096)
def distance(word: str, other: str, most: int) -> int:
    """Letters added, dropped, changed or swapped with their neighbour; ``most`` + 1 where there are more.

    >>> distance("korhonen", "korhanen", 2), distance("richter", "rihcter", 2), distance("tan", "wenren", 2)
    (1, 1, 3)
    """
    if abs(len(word) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(word, 1):
        last, before, row = before, row, [at]
        for to, its in enumerate(other, 1):
            cost = min(before[to] + 1, row[-1] + 1, before[to - 1] + (letter != its))
            if last and to > 1 and letter == other[to - 2] and word[at - 2] == its:
                cost = min(cost, last[to - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)
