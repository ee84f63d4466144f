"""Paragraphs cut into sentences and clauses, and which clause of one language answers which of the other.

A clause ends at a comma, a semicolon or the end of a sentence; what stands in brackets stays with the
clause around it, and the commas of numbers, dates and short quotations end nothing.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from pressgen.checks.found import figures_of, names_of
from pressgen.checks.remembered import remembered
from pressgen.document import Block, Span
from pressgen.figures import Figure
from pressgen.glossary import Glossary
from pressgen.regex import regex

_BRACKETED = regex(
    r"（[^（）]{0,200}）|\([^()]{0,200}\)|《[^《》]{0,80}》|“[^“”。.]{0,16}”|\"[^\".。]{0,24}\""
)
_STOP_ZH = regex(
    r"(?P<sentence>[。！？!?]+[”’」』）)]*|\n+|(?<=[\u4e00-\u9fff])\.(?=\s|$))|[；;]|，(?!(?<=\d，)\d{3}(?!\d))|,(?!\d)|——|："
)
_ABBREVIATED = (
    r"(?<!\b[A-Z])(?<!\b(?:No|Mr|Ms|Dr|St|Co|vs|al))(?<!\b(?:Corp|Sept|Prof))(?<![ap]\.m)"
    r"(?<!\b(?:Mrs|Ltd|Inc|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Gen|Rep|Sen))"
)
_STOP_EN = regex(
    rf"(?P<sentence>(?:[!?]+|(?=\.){_ABBREVIATED}\.)[”’\"')]*(?=\s|$)|[ap]\.m\.(?=\s+[A-Z])|\n+)"
    r"|;|(?:,(?!\d)|(?<=\d),(?=\s))[”’\"]?|\s[—–-]+\s|—|:(?=\s)"
)
_DATE_GOES_ON = regex(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}$")
_YEAR = regex(r"\s(?:19|20)\d\d\b")
_LEAST_WORDS = 3
_LEAST_HAN = 3
_MOST = 400
"""Of a paragraph of more clauses, a list or an attack, only so many are looked at."""
_FEW = 3
_FIGURE, _NAME, _ORDER = 3.0, 2.0, 1.0
_ENOUGH = 1.5
"""A figure or a name shared makes two clauses answer each other; order alone does not."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a paragraph (code points, half-open) and the number of its sentence in the paragraph."""

    block: Block
    start: int
    end: int
    sentence: int

    @property
    def text(self) -> str:
        """Its words."""
        return self.block.text[self.start : self.end]

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.block.span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Answer:
    """A clause and the clause of the other language that says the same.

    ``sure`` says that they share a figure or a name; else their place between such clauses pairs them.
    """

    zh: Clause
    en: Clause
    sure: bool


@remembered(512)
def clauses(block: Block) -> tuple[Clause, ...]:
    """The clauses of a paragraph in their order, together all of its text but the blanks between.

    >>> [one.text for one in clauses(Block("body", "出口1,200万元，增长5%；进口持平。", "zh"))]
    ['出口1,200万元，', '增长5%；', '进口持平。']
    >>> [one.text for one in clauses(Block("body", "Mr. Li left on May 4, 2023, for a visit.", "en"))]
    ['Mr. Li left on May 4, 2023,', 'for a visit.']
    """
    text = block.text
    found: list[Clause] = []
    start = sentence = 0
    for end, closes in _ends(block):
        if text[start:end].strip():
            begin = start + len(text[start:end]) - len(text[start:end].lstrip())
            found.append(Clause(block, begin, end, sentence))
        start, sentence = end, sentence + closes
    return tuple(_joined(found))


def _ends(block: Block) -> Iterator[tuple[int, bool]]:
    """Where clauses end, and whether a sentence ends there too."""
    text = block.text
    inside = [found.span() for found in _BRACKETED.finditer(text)]
    number = 0
    for found in (_STOP_ZH if block.lang == "zh" else _STOP_EN).finditer(text):
        at = found.start()
        while number < len(inside) and inside[number][1] <= at:
            number += 1
        if number < len(inside) and inside[number][0] < at < inside[number][1] - 1:
            continue
        closes = found["sentence"] is not None
        if closes or not _in_date(text, at):
            yield found.end(), closes
    yield len(text), True


def _in_date(text: str, at: int) -> bool:
    """July 14, 2023: the comma belongs to the date."""
    return bool(_YEAR.match(text, at + 1)) and bool(_DATE_GOES_ON.search(text, max(0, at - 14), at))


def _joined(found: Sequence[Clause]) -> list[Clause]:
    """Scraps of a word or two go with the clause before them, or where they begin a sentence behind them."""
    whole: list[Clause] = []
    for clause in found:
        before = whole[-1] if whole else None
        if before and before.sentence == clause.sentence and (_is_scrap(clause) or _is_scrap(before)):
            whole[-1] = Clause(clause.block, before.start, clause.end, clause.sentence)
        else:
            whole.append(clause)
    return whole


def _is_scrap(clause: Clause) -> bool:
    text = clause.text.strip("，,；;：:—–- ")
    if clause.block.lang == "zh":
        return len(text) < _LEAST_HAN
    return len(text.split()) < _LEAST_WORDS and not any(character.isdecimal() for character in text)


def answers(zh: Sequence[Block], en: Sequence[Block], glossary: Glossary) -> list[Answer]:
    """The clauses of two groups of paragraphs that answer each other, in the order of the Chinese.

    The paragraphs are those of a ``checks.align.Group``. A clause may answer several; one that shares
    nothing with the other side is paired by its place between clauses that do, and is left out where
    there is no such place.
    """
    ours = [clause for block in zh for clause in clauses(block)][:_MOST]
    theirs = [clause for block in en for clause in clauses(block)][:_MOST]
    if not ours or not theirs:
        return []
    scores = _scores(ours, theirs, glossary)
    sure = _best(scores, len(ours), len(theirs))
    pairs = {*sure, *_between(sure, len(ours), len(theirs))}
    return [Answer(ours[i], theirs[j], (i, j) in sure) for i, j in sorted(pairs)]


def _scores(zh: Sequence[Clause], en: Sequence[Clause], glossary: Glossary) -> dict[tuple[int, int], float]:
    """How much two clauses share, for those that share anything."""
    homes: dict[str, tuple[list[int], list[int]]] = {}
    weights: dict[str, float] = {}
    for side, found in enumerate((zh, en)):
        for number, key, weight in _placed(found, glossary):
            homes.setdefault(key, ([], []))[side].append(number)
            weights[key] = weight
    scores: dict[tuple[int, int], float] = {}
    for key, (ours, theirs) in homes.items():
        share = weights[key] / max(len(ours), len(theirs), 1)
        for both in product(ours, theirs):
            scores[both] = scores.get(both, 0.0) + share
    return {(i, j): score + _ORDER * (1 - abs(i / len(zh) - j / len(en))) for (i, j), score in scores.items()}


def _placed(found: Sequence[Clause], glossary: Glossary) -> Iterator[tuple[int, str, float]]:
    """Each figure and listed name of the clauses: the number of its clause, its key, what it is worth."""
    for block in dict.fromkeys(clause.block for clause in found):
        home = [number for number, clause in enumerate(found) if clause.block is block]
        starts = [found[number].start for number in home]
        for figure in figures_of(block):
            yield home[bisect_right(starts, figure.start) - 1], _key(figure), _FIGURE
        for match in names_of(block, glossary):
            yield home[bisect_right(starts, match.start) - 1], match.entry.id, _NAME


def _key(figure: Figure) -> str:
    """The digits that count and whether they tell a time: 1.5亿 and 150 million have one key."""
    if isinstance(figure.value, str):
        return figure.value.lstrip("X-")
    return "".join(map(str, figure.value.normalize().as_tuple().digits)) + figure.unit


def _best(scores: dict[tuple[int, int], float], rows: int, columns: int) -> set[tuple[int, int]]:
    """Each clause with the one that shares most with it, from either side."""
    best_zh, best_en = [0.0] * rows, [0.0] * columns
    for (i, j), score in scores.items():
        best_zh[i], best_en[j] = max(best_zh[i], score), max(best_en[j], score)
    return {
        (i, j)
        for (i, j), score in scores.items()
        if score >= _ENOUGH and (score == best_zh[i] or score == best_en[j])
    }


def _between(sure: set[tuple[int, int]], rows: int, columns: int) -> Iterator[tuple[int, int]]:
    """Clauses that share nothing, in order: as many between the same neighbours, else each of a few."""
    taken_zh, taken_en = Counter(i for i, _ in sure), Counter(j for _, j in sure)
    singles = [(i, j) for i, j in sorted(sure) if taken_zh[i] == 1 == taken_en[j]]
    for (i, j), (after_i, after_j) in pairwise([(-1, -1), *singles, (rows, columns)]):
        free_zh = [n for n in range(i + 1, after_i) if n not in taken_zh]
        free_en = [n for n in range(j + 1, after_j) if n not in taken_en]
        if len(free_zh) == len(free_en):
            yield from zip(free_zh, free_en, strict=True)
        elif max(len(free_zh), len(free_en)) <= _FEW or 1 in (len(free_zh), len(free_en)):
            yield from product(free_zh, free_en)
