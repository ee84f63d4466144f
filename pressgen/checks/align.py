"""Which paragraphs of the two languages answer which: by name in a draft, else by order and figures.

A paragraph split or joined in translation shifts nothing behind it: the best path through both texts is
sought among steps of one to one, one to two, two to one and one to none (after Gale and Church, 1993,
with figures as anchors beside the lengths).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import log

from pressgen.document import Block, Document, Release

_STEPS = ((1, 1), (1, 2), (2, 1), (2, 2), (1, 0), (0, 1))
_STEP_COST = {(1, 1): 0.0, (1, 2): 1.5, (2, 1): 1.5, (2, 2): 2.5, (1, 0): 3.0, (0, 1): 3.0}
_BAND = 40
"""How many paragraphs one text may run ahead of the other, beyond their difference in number."""
_LETTERS_A_HAN = 3.0
"""An English text has about three letters for each Han character."""
_ANCHOR = re.compile(r"\d+(?:[.,]\d+)*")

Anchors = Callable[[Block], Iterable[object]]


@dataclass(frozen=True, slots=True)
class Group:
    """Paragraphs that say the same thing; one side may be empty."""

    zh: tuple[Block, ...]
    en: tuple[Block, ...]


def digits(block: Block) -> Iterator[str]:
    """The numbers of a paragraph as they are written, which most often are the same in both languages."""
    return (found.group().replace(",", "") for found in _ANCHOR.finditer(block.text))


def aligned(release: Release, anchors: Anchors = digits) -> list[Group]:
    """The release as groups in the order of the text; blocks of no language are in none.

    >>> zh, en = Block("body", "共12个项目。", "zh"), Block("body", "There are 12 projects.", "en")
    >>> [(len(group.zh), len(group.en)) for group in aligned(Release((zh, en)))]
    [(1, 1)]
    """
    zh, en = _spoken(release.zh), _spoken(release.en)
    if len(zh) == len(en) == 1:
        return [Group(tuple(zh), tuple(en))]
    if all(block.name for block in (*zh, *en)):
        return list(_named(zh, en))
    return _along(zh, en, anchors)


def _spoken(document: Document) -> list[Block]:
    return [block for block in document.blocks if block.lang == document.lang and block.text.strip()]


def _named(zh: Sequence[Block], en: Sequence[Block]) -> Iterator[Group]:
    names = dict.fromkeys(block.name for block in (*zh, *en))
    for name in names:
        yield Group(
            tuple(block for block in zh if block.name == name),
            tuple(block for block in en if block.name == name),
        )


def _along(zh: Sequence[Block], en: Sequence[Block], anchors: Anchors) -> list[Group]:
    if not zh or not en:
        return [Group((block,), ()) for block in zh] + [Group((), (block,)) for block in en]
    path = _Path([_weighed(block, anchors) for block in zh], [_weighed(block, anchors) for block in en])
    groups: list[Group] = []
    i = j = 0
    for left, right in path.steps():
        groups.append(Group(tuple(zh[i : i + left]), tuple(en[j : j + right])))
        i, j = i + left, j + right
    return groups


@dataclass(frozen=True, slots=True)
class _Weighed:
    """What of a paragraph its counterpart should share: its length, its anchors, its place in the page."""

    length: float
    anchors: Counter[object]
    role: str


def _weighed(block: Block, anchors: Anchors) -> _Weighed:
    length = len(block.text) * (_LETTERS_A_HAN if block.lang == "zh" else 1.0)
    return _Weighed(length, Counter(anchors(block)), block.role)


class _Path:
    """The cheapest way through two texts, within a band around the diagonal."""

    def __init__(self, zh: Sequence[_Weighed], en: Sequence[_Weighed]) -> None:
        self._zh = zh
        self._en = en
        self._best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}

    def steps(self) -> list[tuple[int, int]]:
        """The steps from the first paragraphs to the last."""
        slope = len(self._en) / len(self._zh)
        for i in range(len(self._zh) + 1):
            middle = int(i * slope)
            for j in range(max(0, middle - _BAND), min(len(self._en), middle + _BAND) + 1):
                self._reach(i, j)
        return self._back()

    def _reach(self, i: int, j: int) -> None:
        ways = [
            (before[0] + self._cost(i - left, i, j - right, j), (left, right))
            for left, right in _STEPS
            if (before := self._best.get((i - left, j - right)))
        ]
        if ways:
            self._best[i, j] = min(ways)

    def _back(self) -> list[tuple[int, int]]:
        i, j = len(self._zh), len(self._en)
        steps: list[tuple[int, int]] = []
        while i or j:
            step = self._best[i, j][1]
            steps.append(step)
            i, j = i - step[0], j - step[1]
        return steps[::-1]

    def _cost(self, a: int, b: int, c: int, d: int) -> float:
        zh, en = self._zh[a:b], self._en[c:d]
        cost = _STEP_COST[b - a, d - c]
        if not zh or not en:
            return cost
        lengths = sum(one.length for one in zh) + 20, sum(one.length for one in en) + 20
        cost += abs(log(lengths[0] / lengths[1])) * 2
        cost += _strangers(zh, en)
        return cost + (zh[0].role != en[0].role)


def _strangers(zh: Sequence[_Weighed], en: Sequence[_Weighed]) -> float:
    """Anchors that only one side has, less those that both have."""
    left = sum((one.anchors for one in zh), Counter[object]())
    right = sum((one.anchors for one in en), Counter[object]())
    shared = (left & right).total()
    return (left.total() + right.total() - 2 * shared) * 0.5 - shared
