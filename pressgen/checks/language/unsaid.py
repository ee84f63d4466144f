"""A Chinese clause that the English leaves out: hardly a word of it is answered, no English word is to spare.

Whatever other words a translator takes, they stand somewhere. An English word that answers nothing may be
what a clause is told in, unless it stands among the answers to another clause that has such words of its own.
What is weighed is how much of a clause is answered, how many words are to spare for it, and the length.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property
from math import log

from pressgen import packaged
from pressgen.checks import cedict, links
from pressgen.checks.claims.clauses import Clause, clauses
from pressgen.checks.found import figures_of, names_of
from pressgen.checks.links import Links, Word
from pressgen.document import Block, Span
from pressgen.figures import Figure
from pressgen.glossary import Glossary
from pressgen.regex import compiled, regex
from pressgen.text import HAN

_SIGNS = " ，。；：、！？“”‘’《》（）,.;:!?\"'()—–-"
_SMALL = frozenset("的了着过在和与及或也都还又将已把被让给从向对于为是有可须不并就再很更最这那其各")
_HAN = regex(f"[{HAN}]")
_DIGIT = regex("[0-9０-９]")
_LATIN = regex("[A-Za-z]{2,}")
_HANS_A_WORD = 2.4
_COUNTS = ("number", "integer", "count")
_LEAST, _SHORTEST = 1.5, 4
_MOST = 0.4
"""Of a clause that is left out no more is answered than by chance."""
_LINKED, _MEANT = 0.3, 0.9
_RESEMBLES = 0.4
_WELL, _USUAL, _BEST = 0.3, 0.6, 0.8
_SPARE, _ROOM, _SURELY, _CLAUSE = 0.3, 0.3, 0.4, 0.02
_OTHERS = 0.6
"""What a word to spare is worth that stands with another clause."""
_CONDENSED, _FULL = -0.5, 0.5
"""A text so much shorter than its clauses want (logarithm) says everything in other words; one
so much longer says all of them."""
_ENOUGH = 0.185


@cache
def _passing(use: str) -> frozenset[str]:
    """The words of a use that a translation may do without."""
    table = packaged.rows(__file__, "passing.csv")
    return frozenset(word for row in table if row["use"] == use for word in row["words"].split("|"))


@cache
def _frames() -> re.Pattern[str]:
    listed = _passing("opens"), _passing("closes") | _passing("beside")
    opens, closes = map(_either, listed)
    return compiled(f"^(?:{opens})|(?:{closes})$")


@cache
def _formulas() -> re.Pattern[str]:
    return compiled(_either(_passing("formula")))


def _either(words: Set[str]) -> str:
    """Any of the words, the longest first, and always in one order: a pattern is known by its letters."""
    return "|".join(sorted(sorted(words), key=len, reverse=True))


@dataclass(frozen=True, slots=True)
class Unsaid:
    """A clause, what it is without the signs around it, and how much it says in words."""

    clause: Clause
    start: int
    end: int
    words: tuple[Word, ...]
    weight: float


def doubtful(zh: Block, en: Block, length: float, glossary: Glossary) -> Iterator[Unsaid]:
    """The clauses of a Chinese text that the dictionary alone does not find in the English.

    ``length`` is the logarithm of how much longer the English is than usual.
    """
    every = clauses(zh)
    if len(every) < 2 or _HAN.search(en.text):
        return
    there = {word.root for word in links.words(en)}
    own = links.words(zh)
    for clause in every:
        found = _weighed(clause, [word for word in own if clause.start <= word.start < clause.end])
        if found is None or not _CONDENSED < _room(clause, length) < _FULL or _is_held(clause, en, glossary):
            continue
        meant = sum(
            len(word.root) > 1 and not there.isdisjoint(cedict.roots(word.root)) for word in found.words
        )
        if meant / found.weight <= _MOST and _ROOM * gap(clause, length) < _ENOUGH:
            yield found


def _weighed(clause: Clause, words: Sequence[Word]) -> Unsaid | None:
    """A clause that says enough of its own to be missed, without frame and formula."""
    text = clause.block.text
    span = bare(clause)
    start, end = span.start, span.end
    if len(span.text) < _SHORTEST or _DIGIT.search(span.text) or _is_frame(clause, span.text):
        return None
    if any(word.end - word.start >= max(_SHORTEST, len(span.text) - 1) for word in words):
        return None
    stock = [found.span() for found in _formulas().finditer(text, start, end)]
    stock += [(w.start, w.end) for w in words if len(w.root) >= _SHORTEST and cedict.is_saying(w.root)]
    plain = sum(len(w.root) > 1 and not any(a <= w.start and w.end <= b for a, b in stock) for w in words)
    hans = sum(
        text[at] not in _SMALL and not any(a <= at < b for a, b in stock)
        for at in (found.start() for found in _HAN.finditer(text, start, end))
    )
    weight = max(plain, hans / _HANS_A_WORD)
    return Unsaid(clause, start, end, tuple(words), weight) if weight >= _LEAST else None


_ENDS = regex("[。！？!?]\\s*$")


def _is_frame(clause: Clause, text: str) -> bool:
    """Whether a clause says who tells the news and when; a sentence that ends in 上 or 后 tells it."""
    found = _frames().search(text)
    return found is not None and not (found[0] in _passing("beside") and _ENDS.search(clause.text))


def _is_held(clause: Clause, en: Block, glossary: Glossary) -> bool:
    """Whether a clause has what is looked for by itself: a figure or name the English has, a Latin word."""
    block = clause.block
    figures = [each for each in figures_of(block) if clause.start <= each.start < clause.end]
    values = {str(each.value) for each in figures_of(en)}
    figures = [each for each in figures if str(each.value) in values or not _is_small(each)]
    if any(each.kind not in _COUNTS or each.unit or str(each.value) in values for each in figures):
        return True
    names = {each.entry.id for each in names_of(block, glossary) if clause.start <= each.start < clause.end}
    if names and any(each.entry.id in names for each in names_of(en, glossary)):
        return True
    return bool(_LATIN.search(block.text, clause.start, clause.end))


def _is_small(figure: Figure) -> bool:
    """Whether a figure is a small number in words, which nothing looks for by itself."""
    return isinstance(figure.value, Decimal) and figure.value < _SMALLEST and not _ARABIC.search(figure.text)


_SMALLEST = 10
_ARABIC = regex("[0-9]")


def _room(clause: Clause, length: float) -> float:
    """How much longer the English is than it would be without the clause (logarithm)."""
    return length - log(max(0.1, 1 - (clause.end - clause.start) / len(clause.block.text)))


def gap(clause: Clause, length: float) -> float:
    """How much longer the other text is than half-way to what it would be without the clause (logarithm)."""
    return (length + _room(clause, length)) / 2


def bare(clause: Clause) -> Span:
    """A clause without the signs around it."""
    text = clause.text
    start = clause.start + len(text) - len(text.lstrip(_SIGNS))
    return clause.block.span(start, max(start, clause.start + len(text.rstrip(_SIGNS))))


class Texts:
    """Two texts whose words are linked: what each clause has of answers and of words to spare."""

    def __init__(self, zh: Block, en: Block, length: float) -> None:
        """Link the words of both; ``length`` as for ``doubtful``."""
        self.every, self.length = clauses(zh), length
        self.links: Links = links.links(zh, en)
        self._en = en
        starts = [clause.start for clause in self.every]
        self._home = {word: bisect_right(starts, word.start) - 1 for word in self.links.zh}

    def is_missed(self, found: Unsaid) -> bool:
        """Whether so little answers a clause, and so little is to spare, that it was left out."""
        number = self.every.index(found.clause)
        others = [w for w in self.links.zh if self._home[w] != number and len(w.root) > 1]
        well = sum(map(self._worth, others)) / len(others) if others else 0.0
        answered = sum(max(self._worth(word), self._elsewhere[word.root]) for word in found.words)
        named = any(cedict.named(word.root) and self._worth(word) for word in found.words)
        if well < _WELL or named or answered / found.weight > _MOST:
            return False
        alike = self._alike(found)
        answered += sum(alike.values())
        score = (answered + _SPARE * self._spare(number, alike)) / found.weight
        score += _ROOM * gap(found.clause, self.length) + _SURELY * (_USUAL - min(_BEST, well))
        return score + _CLAUSE * max(0, len(self.every) - 3) < _ENOUGH

    def _worth(self, word: Word) -> float:
        return self.links.worth.get(word, 0.0)

    @cached_property
    def _elsewhere(self) -> Mapping[str, float]:
        """How closely a word is answered where it stands best."""
        found: dict[str, float] = {}
        for word in self.links.zh:
            found[word.root] = max(self._worth(word), found.get(word.root, 0.0))
        return found

    @cached_property
    def _loose(self) -> Sequence[tuple[Word, int | None, int | None]]:
        """English words that answer nothing, each with the clauses answered before and behind it."""
        found = []
        for part in clauses(self._en):
            inside = [word for word in self.links.en if part.start <= word.start < part.end]
            homes = [self._answers(word) for word in inside]
            for at, word in enumerate(inside):
                if homes[at] is None and word.root not in _fillers():
                    left = next((home for home in reversed(homes[:at]) if home is not None), None)
                    right = next((home for home in homes[at + 1 :] if home is not None), None)
                    found.append((word, left, right))
        return found

    def _answers(self, word: Word) -> int | None:
        """The number of the clause that an English word answers."""
        answer = self.links.answers.get(word)
        return None if answer is None or self._worth(word) < _LINKED else self._home[answer]

    def _alike(self, found: Unsaid) -> Mapping[Word, float]:
        """English words to spare that resemble a meaning of a clause's words, or what its characters mean."""
        weak = [word for word in found.words if self._worth(word) < _MEANT]
        meant = links.by_stem(root for word in weak for root in cedict.roots(word.root))
        linked = [word for word in found.words if self._worth(word) >= _LINKED]
        covered = {at for word in linked for at in range(word.start, word.end)}
        text = found.clause.block.text
        signs = {
            text[at] for at in range(found.start, found.end) if at not in covered and text[at] not in _SMALL
        }
        answering = [word for word, answer in self.links.answers.items() if answer in found.words]
        worth: dict[Word, float] = {}
        for word in (*(word for word, _, _ in self._loose), *answering):
            had = self._worth(word)
            is_like = any(links.resembling(word.root, meant))
            best = 1.0 if is_like else max((links.of_sign(each, word.root) for each in signs), default=0.0)
            if had < _MEANT and best >= _RESEMBLES:
                worth[word] = max(0.0, best - had)
        return worth

    def _spare(self, number: int, taken: Mapping[Word, float]) -> float:
        """How many English words may be what a clause is told in."""
        spare = 0.0
        single: Counter[int] = Counter()
        for word, left, right in self._loose:
            homes = {home for home in (left, right) if home is not None}
            beside = (left is None and right == number + 1) or (right is None and left == number - 1)
            if len(homes) != 1 or beside or number in homes:
                spare += word not in taken
            elif word not in taken:
                single.update(homes)
        return spare + _OTHERS * sum(max(0, many - self._open[other]) for other, many in single.items())

    @cached_property
    def _open(self) -> Counter[int]:
        """How many words of each clause are not answered."""
        return Counter(
            self._home[word] for word in self.links.zh if len(word.root) > 1 and self._worth(word) < _LINKED
        )


@cache
def _fillers() -> frozenset[str]:
    return frozenset(map(cedict.root, _passing("filler")))
