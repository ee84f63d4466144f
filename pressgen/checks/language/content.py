"""What a clause tells that the other text should tell too: its words, figures and names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from pressgen import packaged
from pressgen.checks import cedict
from pressgen.checks.claims.clauses import Clause, clauses
from pressgen.checks.found import figures_of
from pressgen.checks.links import Word, words
from pressgen.document import Block, Span
from pressgen.regex import compiled, either, regex
from pressgen.text import HAN

_SIGNS = " ，。；：、！？“”‘’《》（）,.;:!?\"'()—–-"
_SMALL = frozenset("的了着过在和与及或也都还又将已把被让给从向对于为是有可须不并就再很更最这那其各")
_HAN = regex(f"[{HAN}]")
_HANS_A_WORD = 2.4
_LEAST, _SHORTEST = 1.5, 4
"""So much a clause says at least, in words, and so many characters of Chinese it has."""
_ENDS = regex("[。！？!?]\\s*$")
_SAID = regex(r"\b(?:said|says?|according|added?|noted?|told|recalls?|admits?|writes)\b")
"""Who tells the news: a translation may say it elsewhere or not at all."""
_DATELINE = regex(r"^[A-Z]{3,}\b|/[A-Z]\w+/")
"""Where and by whom the news was sent, as wires print it."""
_GLOSS = regex(f"[{HAN}][”’\"'》」]? ?[(（][^()（）]*[)）]")
"""A Chinese word in English, explained in brackets."""


@dataclass(frozen=True, slots=True)
class Content:
    """A clause without the signs around it: what its words weigh, its figures and names by answer."""

    span: Span
    words: tuple[Word, ...]
    weight: float
    answered: int
    lacking: int

    @property
    def whole(self) -> float:
        """How much it tells in all, in words."""
        return self.weight + self.answered + self.lacking


def contents(block: Block, held: Iterable[tuple[int, bool]]) -> Iterator[Content]:
    """The clauses of a text that tell enough to be missed.

    ``held``: where the text has figures and names, and whether the other text has them too.
    """
    own, held = words(block), list(held)
    for clause in clauses(block):
        span = _bare(clause)
        if _is_frame(clause, span.text):
            continue
        inside = tuple(word for word in own if clause.start <= word.start < clause.end)
        answers = [is_answered for start, is_answered in held if clause.start <= start < clause.end]
        weight = _weight(clause, span, inside)
        found = Content(span, inside, weight, sum(answers), len(answers) - sum(answers))
        if found.whole >= _LEAST:
            yield found


def _weight(clause: Clause, span: Span, inside: Sequence[Word]) -> float:
    """How much the words of a clause tell: a phrase of habit tells nothing, nor does a name here."""
    if clause.block.lang == "en":
        small = {
            word.root
            for word in inside
            if word.start == span.start or clause.block.text[word.start].islower()
        }
        return float(len(small - _fillers()))
    text = clause.block.text
    stock = [found.span() for found in _formulas().finditer(text, span.start, span.end)]
    stock += [(each.start, each.end) for each in figures_of(clause.block)]
    stock += [(w.start, w.end) for w in inside if len(w.root) >= _SHORTEST and cedict.is_saying(w.root)]
    plain = {w.root for w in inside if len(w.root) > 1 and not _is_in(w.start, w.end, stock)}
    hans = {text[at] for at in range(span.start, span.end) if not _is_in(at, at + 1, stock)}
    hans = {sign for sign in hans if _HAN.match(sign)} - _SMALL
    return max(len(plain), len(hans) / _HANS_A_WORD)


def _is_in(start: int, end: int, stretches: Sequence[tuple[int, int]]) -> bool:
    return any(first <= start and end <= last for first, last in stretches)


def _bare(clause: Clause) -> Span:
    text = clause.text
    start = clause.start + len(text) - len(text.lstrip(_SIGNS))
    return clause.block.span(start, max(start, clause.start + len(text.rstrip(_SIGNS))))


def _is_frame(clause: Clause, text: str) -> bool:
    """Whether a clause says who tells the news and when; a sentence that ends in 上 or 后 tells it."""
    if clause.block.lang == "en":
        return bool(_SAID.search(text) or _DATELINE.search(text)) or any(
            gloss.start() < clause.end and clause.start < gloss.end()
            for gloss in _GLOSS.finditer(clause.block.text)
        )
    found = _frames().search(text)
    is_news = found is not None and found[0] in _passing("beside") and _ENDS.search(clause.text)
    return len(text) < _SHORTEST or (found is not None and not is_news)


@cache
def _passing(use: str) -> frozenset[str]:
    """The words of a use that a translation may do without."""
    table = packaged.rows(__file__, "passing.csv")
    return frozenset(word for row in table if row["use"] == use for word in row["words"].split("|"))


@cache
def _fillers() -> frozenset[str]:
    return frozenset(map(cedict.root, _passing("filler")))


@cache
def _frames() -> re.Pattern[str]:
    listed = _passing("opens"), _passing("closes") | _passing("beside")
    opens, closes = map(either, listed)
    return compiled(f"^(?:{opens})|(?:{closes})$")


@cache
def _formulas() -> re.Pattern[str]:
    return compiled(either(_passing("formula")))
