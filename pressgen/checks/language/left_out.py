"""A clause of one text that the other leaves out: its words are not answered, and there is no room for it.

A translator's other words, a merged or moved clause and what goes without saying look alike, so both have to
fail: hardly a word of the clause is linked to one of the other text, and that text is as long as it would be
without it and has no words to spare. The rest of both must answer each other well, or nothing is known.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log

from pressgen.checks import cedict
from pressgen.checks.align import Group, aligned
from pressgen.checks.claims.clauses import Clause, clauses
from pressgen.checks.found import figures_of, names_of
from pressgen.checks.language import rules, unsaid
from pressgen.checks.links import MEANT, Links, Word, link, links, words
from pressgen.checks.remembered import by_words
from pressgen.document import Block, Lang, Release
from pressgen.findings import Finding
from pressgen.glossary import Glossary
from pressgen.regex import regex
from pressgen.text import HAN

_TEXT = ("lead", "body", "quote")
_HAN = regex(f"[{HAN}]")
_LATIN = regex(r"[A-Za-z0-9\u00c0-\u024f]+(?:[.,’'-][A-Za-z0-9]+)*")
_NUMBER = 1.5
"""A number or Latin word in Chinese is as long as so many characters."""
_SIGNS_A_WORD = 1.34
"""Characters of Chinese for an English word, on the average of news."""
_LONGEST = 600
"""Signs of a paragraph at most: in a longer one a word is answered by chance."""
_LEAST = 3
"""Words below which a clause says too little to be missed, and its surroundings to judge it by."""
_WELL = 0.5
_ROOM, _SPARE = 0.5, 0.2
_HARDLY, _SHORT, _LONG = 0.05, -0.28, 0.15
"""Where some words are answered, others may be told in other words, unless the other text is so short."""
_ENOUGH = 0.1
"""What an English clause is worth that is answered; English says more that Chinese takes for said."""
_GLOSS = regex(f"[{HAN}][”’\"'》」]? ?[(（][^()（）]*[)）]")
"""A Chinese word in English, explained in brackets."""
_FRAME = regex(r"\b(?:said|says|according|added|noted|told)\b|\s[A-Z]")
"""What frames the news, who tells it, names: a translation may say it elsewhere or not at all."""


def check(release: Release, glossary: Glossary) -> Iterator[Finding]:
    """Findings on clauses without figures and names, which are looked for by themselves wherever they stand.

    Only where a paragraph answers a paragraph; a draft tells what it tells where its template says.
    """
    groups = aligned(release)
    for number, group in enumerate(groups):
        if len(group.zh) == len(group.en) == 1 and all(map(_is_told, (*group.zh, *group.en))):
            beside = (*groups[max(0, number - 1) : number], *groups[number + 1 : number + 2])
            yield from _missed(group.zh[0], group.en[0], beside, glossary)


def _is_told(block: Block) -> bool:
    return block.role in _TEXT and not block.name and len(block.text) <= _LONGEST


def _missed(zh: Block, en: Block, beside: Sequence[Group], glossary: Glossary) -> Iterator[Finding]:
    length = log(_english(en.text) / _chinese(zh.text) * _SIGNS_A_WORD)
    yield from _unsaid(zh, en, length, beside, glossary)
    yield from _added(en, zh, -length, beside, glossary)


def _unsaid(
    zh: Block, en: Block, length: float, beside: Sequence[Group], glossary: Glossary
) -> Iterator[Finding]:
    """Findings on Chinese clauses that the English leaves out."""
    doubtful = list(unsaid.doubtful(zh, en, length, glossary))
    if doubtful:
        texts = unsaid.Texts(zh, en, length)
        for found in doubtful:
            counted = [word for word in found.words if _counts(word)]
            if texts.is_missed(found) and not _is_said_beside(counted, "zh", beside):
                yield rules.LEFT_OUT.at(zh.span(found.start, found.end), other=rules.ENGLISH)


def _added(
    en: Block, zh: Block, room: float, beside: Sequence[Group], glossary: Glossary
) -> Iterator[Finding]:
    """Findings on English clauses that the Chinese does not have."""
    every = clauses(en)
    doubtful = [
        clause
        for clause in every
        if len(every) > 1
        and _is_short_of(clause, room)
        and _stands_alone(clause, glossary)
        and not _is_said(clause, zh, unsaid.gap(clause, room))
    ]
    if doubtful:
        found = _Answered.of(links(zh, en))
        for clause in doubtful:
            missed = found.is_missed(clause, unsaid.gap(clause, room))
            if missed and not _is_said_beside(_told(clause, found.words), "en", beside):
                yield rules.LEFT_OUT.at(unsaid.bare(clause), other=rules.CHINESE)


def _is_short_of(clause: Clause, room: float) -> bool:
    """Whether the other text is short enough to be without the clause, were no word of it answered."""
    return _ROOM * unsaid.gap(clause, room) < _ENOUGH


def _is_said(clause: Clause, zh: Block, gap: float) -> bool:
    """Whether the dictionary alone finds so many words of a clause in the other text that it is answered."""
    own = _told(clause, words(clause.block))
    meant = sum(word.root in _meant(zh) for word in own)
    return len(own) < _LEAST or meant / len(own) + _ROOM * gap >= _ENOUGH


@by_words
def _meant(zh: Block) -> frozenset[str]:
    """The roots of all that the words of a Chinese text mean."""
    return frozenset().union(*(cedict.roots(word.root) for word in words(zh)))


def _stands_alone(clause: Clause, glossary: Glossary) -> bool:
    """Whether a clause tells something of its own, and nothing that another check looks for."""
    block = clause.block
    glosses = [found.span() for found in _GLOSS.finditer(block.text)]
    if any(start < clause.end and clause.start < end for start, end in glosses):
        return False
    held = [each.start for each in figures_of(block)] + [each.start for each in names_of(block, glossary)]
    return not _FRAME.search(unsaid.bare(clause).text) and not any(
        clause.start <= start < clause.end for start in held
    )


@dataclass(frozen=True, slots=True)
class _Answered:
    """The words of the English, how closely each is answered, and how many of the Chinese are to spare."""

    words: Sequence[Word]
    worth: Mapping[Word, float]
    spare: int

    @classmethod
    def of(cls, found: Links) -> _Answered:
        """A single Chinese character says too little to be counted."""
        lone = [word for word in found.zh if _counts(word) and word not in found.worth]
        return cls(found.en, found.worth, len(lone))

    def is_missed(self, clause: Clause, gap: float) -> bool:
        """Whether a clause is hardly answered, while most of the other words are."""
        every = [word for word in self.words if _holds(clause, word)]
        inside = _told(clause, self.words)
        outside = [word for word in self.words if _counts(word) and not _holds(clause, word)]
        if min(len(inside), len(outside)) < _LEAST or self._worth(outside) < _WELL * len(outside):
            return False
        if any(cedict.named(word.root) and word in self.worth for word in every):
            return False
        if gap > (_SHORT if self._worth(every) > _HARDLY * len(inside) else _LONG):
            return False
        answered = self._worth(every) + _SPARE * self.spare
        return answered / len(inside) + _ROOM * gap < _ENOUGH

    def _worth(self, words: Sequence[Word]) -> float:
        return sum(self.worth.get(word, 0.0) for word in words)


def _holds(clause: Clause, word: Word) -> bool:
    return clause.start <= word.start < clause.end


def _told(clause: Clause, words: Sequence[Word]) -> list[Word]:
    """The words of a clause that are counted."""
    return [word for word in words if _holds(clause, word) and _counts(word)]


def _counts(word: Word) -> bool:
    """A single Chinese character may mean too much to be missed."""
    return word.root.isascii() or len(word.root) > 1


def _is_said_beside(clause: Sequence[Word], lang: Lang, beside: Sequence[Group]) -> bool:
    """Whether the other text says a third of a clause's words in the paragraph before or after."""
    blocks = [block for group in beside for block in (group.en if lang == "zh" else group.zh)]
    said = {word.root for block in blocks for word in words(block)}
    pairs = [(word.root, other) if lang == "zh" else (other, word.root) for word in clause for other in said]
    close = {pair[lang == "en"] for pair in pairs if link(*pair) == MEANT}
    return len(close) * _LEAST >= len(clause)


def _chinese(text: str) -> float:
    """The length of a Chinese text in characters."""
    return max(1.0, len(_HAN.findall(text)) + _NUMBER * len(_LATIN.findall(text)))


def _english(text: str) -> float:
    """The length of an English text in words."""
    return max(1.0, len(_LATIN.findall(text)))
