"""Which paragraphs of the two languages answer which: by name in a draft, else by order and figures.

A paragraph split or joined in translation shifts nothing behind it: the best path through both texts is
sought among steps of one to one, one to two, two to one and one to none (after Gale and Church, 1993,
with figures as anchors beside the lengths).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import inf, log

from pressgen.checks.found import figures_of
from pressgen.checks.remembered import remembered
from pressgen.document import Block, Document, Release
from pressgen.figures import Figure

_STEPS = {(0, 1): 2.2, (1, 0): 2.2, (1, 1): 0.0, (1, 2): 1.5, (2, 1): 1.5, (2, 2): 2.5}
"""What each step costs before the paragraphs themselves are looked at; the shorter first."""
_BAND = 30
"""How many paragraphs one text may run ahead of the other, beyond their difference in number."""
_LETTERS_A_HAN = 3.0
"""An English text has about three letters for each Han character."""
_ROOM = 20
"""Letters by which short paragraphs may differ without a word."""
_STRANGER, _SHARED = 0.6, 1.0
"""What a figure costs that only one side has, and what one earns that both have."""


@dataclass(frozen=True, slots=True)
class Group:
    """Paragraphs that say the same thing; one side may be empty."""

    zh: tuple[Block, ...]
    en: tuple[Block, ...]


@remembered(2)
def aligned(release: Release) -> tuple[Group, ...]:
    """The release as groups in the order of the text; blocks of no language are in none.

    >>> zh, en = Block("body", "共12个项目。", "zh"), Block("body", "There are 12 projects.", "en")
    >>> [(len(group.zh), len(group.en)) for group in aligned(Release((zh, en)))]
    [(1, 1)]
    """
    zh, en = _spoken(release.zh), _spoken(release.en)
    if len(zh) == len(en) == 1:
        return (Group(tuple(zh), tuple(en)),)
    if all(block.name for block in (*zh, *en)) and any(block.role != "cell" for block in (*zh, *en)):
        return tuple(_named(zh, en))
    return tuple(_along(zh, en))


def _spoken(document: Document) -> list[Block]:
    return [block for block in document.blocks if block.lang == document.lang and block.text.strip()]


def _named(zh: Sequence[Block], en: Sequence[Block]) -> Iterator[Group]:
    names = dict.fromkeys(block.name for block in (*zh, *en))
    for name in names:
        yield Group(
            tuple(block for block in zh if block.name == name),
            tuple(block for block in en if block.name == name),
        )


def _along(zh: Sequence[Block], en: Sequence[Block]) -> list[Group]:
    if not zh or not en:
        return [Group((block,), ()) for block in zh] + [Group((), (block,)) for block in en]
    groups: list[Group] = []
    i = j = 0
    for left, right in steps([weight(block) for block in zh], [weight(block) for block in en]):
        groups.append(Group(tuple(zh[i : i + left]), tuple(en[j : j + right])))
        i, j = i + left, j + right
    return groups


@dataclass(frozen=True, slots=True)
class Weight:
    """What a paragraph or sentence and its counterpart should share: letters, figures, place in the page."""

    letters: float
    anchors: frozenset[str]
    role: str = ""
    cell: str = ""
    length: float = field(init=False, compare=False)
    """A logarithm: half as long is as bad as twice."""
    most: float = field(init=False, compare=False)
    """What it can earn at most by what answers it."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "length", log(self.letters + _ROOM))
        object.__setattr__(self, "most", len(self.anchors) * _SHARED + (self.cell != ""))


def steps(zh: Sequence[Weight], en: Sequence[Weight]) -> list[tuple[int, int]]:
    """How many of the one answer how many of the other, from the first to the last.

    >>> steps([Weight(60, frozenset("5"))], [Weight(30, frozenset()), Weight(30, frozenset("5"))])
    [(1, 2)]
    """
    return _Path(zh, en).steps()


_Step = tuple[int, int]
_Reached = tuple[float, _Step]
_Way = tuple[_Step, float, Callable[[int], _Reached | None], Weight | None, Sequence[Weight]]


class _Path:
    """The cheapest way through two texts, within a band around the diagonal."""

    def __init__(self, zh: Sequence[Weight], en: Sequence[Weight]) -> None:
        self._size = len(zh), len(en)
        self._zh = [[], list(zh), _pairs(zh)]
        self._en = [[], list(en), _pairs(en)]
        self._best: list[dict[int, _Reached]] = []

    def steps(self) -> list[tuple[int, int]]:
        """The steps from the first paragraphs to the last."""
        rows, columns = self._size
        for i in range(rows + 1):
            first, last = (row * columns // rows for row in (i, i + 1))
            self._best.append({} if i else {0: (0.0, (0, 0))})
            self._reach(i, range(max(0, first - _BAND), min(columns, last + _BAND) + 1))
        return self._back()

    def _reach(self, i: int, band: range) -> None:
        """The cheapest step that ends before each two paragraphs of a row; of two as cheap the shorter."""
        row, ways = self._best[i], self._ways(i)
        for j in band if i else band[1:]:
            cheapest, best = inf, (0, 0)
            for step, cost, behind, zh, others in ways:
                before = behind(j - step[1])
                if before is None:
                    continue
                so_far = before[0] + cost
                if zh is not None and others:
                    if so_far - zh.most >= cheapest:
                        continue
                    so_far += _cost(zh, others[j - step[1]])
                if so_far < cheapest:
                    cheapest, best = so_far, step
            if cheapest < inf:
                row[j] = cheapest, best

    def _ways(self, i: int) -> list[_Way]:
        """The steps that can end in a row: what each costs, what is known where it begins, what it joins."""
        return [
            (
                step,
                cost,
                self._best[i - left].get,
                self._zh[left][i - left] if left else None,
                self._en[right],
            )
            for step, cost in _STEPS.items()
            if (left := step[0]) <= i
            for right in step[1:]
        ]

    def _back(self) -> list[tuple[int, int]]:
        i, j = self._size
        steps: list[_Step] = []
        while i or j:
            step = self._best[i][j][1]
            steps.append(step)
            i, j = i - step[0], j - step[1]
        return steps[::-1]


def _cost(zh: Weight, en: Weight) -> float:
    """What is strange about two paragraphs, or two pairs of them, that answer each other."""
    cost = abs(zh.length - en.length) * 2
    if zh.anchors or en.anchors:
        shared = len(zh.anchors & en.anchors)
        cost += (len(zh.anchors) + len(en.anchors) - 2 * shared) * _STRANGER - shared * _SHARED
    return cost + (zh.role != en.role) - (zh.cell == en.cell != "")


def _pairs(weights: Sequence[Weight]) -> list[Weight]:
    """Every two neighbours as one."""
    return [
        Weight(
            weight.letters + following.letters, weight.anchors | following.anchors, weight.role, weight.cell
        )
        for weight, following in pairwise(weights)
    ]


def weight(block: Block) -> Weight:
    """What a paragraph weighs."""
    return Weight(
        letters(block.text, block.lang),
        frozenset(anchor(figure) for figure in figures_of(block)),
        block.role,
        block.name,
    )


def letters(text: str, lang: str) -> float:
    """How long a text is in English letters."""
    return len(text) * (_LETTERS_A_HAN if lang == "zh" else 1.0)


def anchor(figure: Figure) -> str:
    """The digits that count: a figure wrong by ten is still the same figure."""
    if isinstance(figure.value, str):
        return figure.value.lstrip("X-")
    return "".join(map(str, figure.value.as_tuple().digits)).strip("0")
