"""Lists of words found in a text: the longest from the left, at the edges of Latin words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pressgen.checks.phrases import rules
from pressgen.checks.phrases.data import Avoid, Lang, Phrases, Prefer
from pressgen.errors import Wording
from pressgen.findings import Rule

_NO_REASON = Wording("", "")
_CAPITAL_BEFORE = re.compile(r"\b([A-Z][a-z]+) $")
_CAPITAL_AFTER = re.compile(r" [A-Z][a-z]+(?! ?(?:City|Province|High))")
_FUNCTION = (
    "In",
    "At",
    "From",
    "The",
    "To",
    "For",
    "On",
    "And",
    "With",
    "By",
    "Of",
    "Near",
    "Through",
    "But",
)


@dataclass(frozen=True, slots=True)
class Word:
    """What is wrong with a word: its rule, what to write (empty where a person decides), why, who says so."""

    rule: Rule
    say: str = ""
    why: Wording = _NO_REASON
    source: str = ""
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A listed word at a place of a text."""

    start: int
    end: int
    text: str
    word: Word


class Words:
    """The words of one language that phrases have something to say about."""

    def __init__(self, words: dict[str, Word], kept: Iterable[str], lang: Lang) -> None:
        self._words = words
        listed = sorted({*words, *kept}, key=len, reverse=True)
        edge = ("", "") if lang == "zh" else (r"(?<![\w’'-])", r"(?!\w)")
        every = "|".join(map(re.escape, listed))
        self._pattern = re.compile(f"{edge[0]}(?:{every}){edge[1]}") if listed else None

    def find(self, text: str) -> Iterator[Found]:
        """Each listed word; a longer one that is kept covers it."""
        for match in self._pattern.finditer(text) if self._pattern else ():
            word = self._words.get(match.group())
            if word is not None and not (word.alone and _is_named(text, match)):
                yield Found(match.start(), match.end(), match.group(), word)


def _is_named(text: str, match: re.Match[str]) -> bool:
    """Whether the word stands in a name: Wu Xian, Xian Xinghai."""
    before = _CAPITAL_BEFORE.search(text[max(0, match.start() - 24) : match.start()])
    return bool(_CAPITAL_AFTER.match(text, match.end())) or bool(before and before[1] not in _FUNCTION)


def words_of(phrases: Phrases, lang: Lang) -> Words:
    """Every listed word of a language; what a house allows is not among them."""
    words: dict[str, Word] = {}
    kept: list[str] = list(phrases.allow)
    listed: tuple[Prefer | Avoid, ...] = (*phrases.prefer, *phrases.avoid)
    for one in listed:
        if one.lang == lang:
            kept += one.unless
            for text, word in _listed(one):
                words.setdefault(text, word)
    for spelling in phrases.spelling if lang == "en" else ():
        for over, say in zip(spelling.over, spelling.say, strict=True):
            words.setdefault(over, Word(rules.SPELLING, say))
    return Words({text: word for text, word in words.items() if text not in phrases.allow}, kept, lang)


def _listed(one: Prefer | Avoid) -> Iterator[tuple[str, Word]]:
    if isinstance(one, Prefer):
        word = Word(rules.PREFER, one.say, source=one.source, alone=one.alone)
        return ((text, word) for text in one.over)
    word = Word(rules.AVOID, why=Wording(one.why.zh, one.why.en), source=one.source)
    return ((text, word) for text in one.words)
