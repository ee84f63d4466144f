"""Lists of words found in a text: the longest from the left, at the edges of Latin words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from operator import add

from pressgen.checks.phrases import rules
from pressgen.checks.phrases.data import Avoid, Corrected, Phrases, Prefer
from pressgen.errors import Wording
from pressgen.findings import Rule, Severity
from pressgen.regex import regex
from pressgen.text import Language

_NO_REASON = Wording("", "")
_CAPITAL_BEFORE = regex(r"\b([A-Z][a-z]+) $")
_CAPITAL_AFTER = regex(r" [A-Z][a-z]+(?! ?(?:City|Province|High))")
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
    """What is wrong with a word: its rule, what to write (empty: a person decides), why, who says so.

    ``alone``: not beside a capitalized word. ``opening``: only where a sentence begins; elsewhere it is
    a name. ``grade``: how grave it is, where that is not as its rule says.
    """

    rule: Rule
    say: str = ""
    why: Wording = _NO_REASON
    source: str = ""
    alone: bool = False
    opening: bool = False
    grade: Severity | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A listed word at a place of a text."""

    start: int
    end: int
    text: str
    word: Word


class Words:
    """The words of one language that phrases have something to say about, by how they begin."""

    def __init__(self, words: dict[str, Word], kept: Iterable[str], lang: Language) -> None:
        self._words = words
        self._lang = lang
        self._begun: dict[str, list[str]] = {}
        for listed in sorted(sorted({*words, *kept}), key=len, reverse=True):
            self._begun.setdefault(_begin(listed, lang), []).append(listed)

    def find(self, text: str) -> Iterator[Found]:
        """Each listed word, the longest from the left; a longer one that is kept covers it."""
        last = 0
        for at, begun in self._candidates(text):
            if at < last:
                continue
            listed = next((one for one in begun if self._stands(one, text, at)), None)
            if listed is None:
                continue
            last = at + len(listed)
            word = self._words.get(listed)
            if word is None or (word.alone and _is_named(text, at, last)):
                continue
            if not word.opening or _OPENING.search(text, max(0, at - 3), at):
                yield Found(at, last, listed, word)

    def _candidates(self, text: str) -> list[tuple[int, list[str]]]:
        """Each place where a listed word may begin, with those that may."""
        if self._lang == "en":
            words = list(_WORD.finditer(text))
            places: Iterable[int] = (match.start() for match in words)
            begins: Iterable[str] = (match.group() for match in words)
        else:
            places, begins = range(len(text)), map(add, text, text[1:])
        found = zip(places, map(self._begun.get, begins), strict=False)  # two characters have one place less
        return [(at, listed) for at, listed in found if listed is not None]

    def _stands(self, listed: str, text: str, at: int) -> bool:
        if not text.startswith(listed, at):
            return False
        end = at + len(listed)
        cut = self._lang == "en" and (
            _WORDED.match(text, end) or (_JOINED.search(listed) and _HYPHENED.match(text, end))
        )
        return not cut


_WORDED = regex(r"\w")
_JOINED = regex("[ -]")
_HYPHENED = regex(r"-\w")
_OPENING = regex(r"(?:^|[.!?:“”\"]\s?)\Z")
_WORD = regex(r"(?<![\w’'-])[^\W_]+")


def _begin(listed: str, lang: Language) -> str:
    """What a word is filed under: its first word, or its first two characters in Chinese."""
    found = _WORD.match(listed) if lang == "en" else None
    return found.group() if found else listed[:2]


def _is_named(text: str, start: int, end: int) -> bool:
    """Whether the word stands in a name: Wu Xian, Xian Xinghai."""
    before = _CAPITAL_BEFORE.search(text[max(0, start - 24) : start])
    return bool(_CAPITAL_AFTER.match(text, end)) or bool(before and before[1] not in _FUNCTION)


def words_of(phrases: Phrases, lang: Language) -> Words:
    """Every listed word of a language; what a house allows is not among them."""
    words: dict[str, Word] = {}
    kept: list[str] = list(phrases.allow)
    listed: tuple[Prefer | Avoid, ...] = (*phrases.prefer, *phrases.avoid)
    for one in listed:
        if one.lang == lang:
            kept += one.unless
            for text, word in _listed(one):
                words.setdefault(text, word)
    for over, say in (
        (pair for spelling in phrases.spelling for pair in spelling.pairs()) if lang == "en" else ()
    ):
        words.setdefault(over, Word(rules.SPELLING, say))
    kept += [
        word
        for _, listed in _lists(phrases)
        for correction in listed
        if correction.lang == lang
        for word in correction.unless
    ]
    for rule, pairs in _corrected(phrases, lang):
        for text, say in pairs.items():
            words.setdefault(text, Word(rule, say))
            if lang == "en" and not text[0].isupper():
                words.setdefault(_capital(text), Word(rule, _capital(say), opening=True))
    return Words({text: word for text, word in words.items() if text not in phrases.allow}, kept, lang)


def _lists(phrases: Phrases) -> tuple[tuple[Rule, tuple[Corrected, ...]], ...]:
    """The lists that have one word for one, each with its rule."""
    return (rules.MISSPELT, phrases.misspelt), (rules.USAGE, phrases.usage), (rules.WORDY, phrases.wordy)


def _corrected(phrases: Phrases, lang: Language) -> Iterator[tuple[Rule, dict[str, str]]]:
    """The rule and the words of each such list."""
    for rule, listed in _lists(phrases):
        yield from ((rule, correction.pairs) for correction in listed if correction.lang == lang)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _listed(one: Prefer | Avoid) -> Iterator[tuple[str, Word]]:
    if isinstance(one, Prefer):
        instead = Wording(f"改为“{one.say}”", f"“{one.say}”")
        word = Word(rules.PREFER, one.say, instead, one.source, one.alone)
    else:
        word = Word(rules.AVOID, why=Wording(one.why.zh, one.why.en), source=one.source)
    if one.severity == "suggestion":
        word = replace(word, rule=rules.CONSIDER)
    elif one.severity != word.rule.severity:
        word = replace(word, grade=one.severity)
    for text in one.over if isinstance(one, Prefer) else one.words:
        yield text, word
        if one.case == "any":
            yield from _cased(text, word)


def _cased(text: str, word: Word) -> Iterator[tuple[str, Word]]:
    """A word as it stands in headings and where a sentence begins; what to write begins as it does."""
    opened = replace(word, say=_capital(word.say))
    yield from ((text.lower(), word), (_capital(text.lower()), opened))
    yield from ((text.title(), opened), (text.upper(), opened))
