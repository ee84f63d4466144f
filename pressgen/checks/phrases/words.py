"""Lists of words found in a text: the longest from the left, at the edges of Latin words."""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import add
from typing import NamedTuple, cast

from pressgen.checks.phrases import rules
from pressgen.checks.phrases.data import Avoid, Corrected, Phrases, Prefer
from pressgen.errors import Wording
from pressgen.findings import Rule, Severity
from pressgen.glossary import generics
from pressgen.regex import regex
from pressgen.text import Language

_NO_REASON = Wording("", "")
_CAPITAL_BEFORE = regex(r"\b([A-Z][a-z]+) $")
_CAPITAL_AFTER = regex(r" [A-Z][a-z]+")
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


class Word(NamedTuple):
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


Listed = tuple[str, bool, Word | None]
"""A listed word, whether it is found in any letters, what is wrong with it; None for one that is kept."""
Kept = tuple[bool, dict[str, bytes]]
"""Whether any word is found in any letters; the listed words by how they begin, packed."""


class Words:
    """The words of one language that phrases have something to say about, by how they begin."""

    def __init__(self, kept: Kept, lang: Language) -> None:
        self._folds, self._packed = kept
        self._lang = lang
        self._listed: dict[str, list[Listed]] = {}

    def _begun(self, begin: str) -> list[Listed]:
        """The words that begin so, the longest first; a text has few of thousands."""
        if begin not in self._listed:
            rows = marshal.loads(self._packed[begin])  # noqa: S302  # as the whole list is read
            self._listed[begin] = [
                (text, any_case, word and _unpacked(word)) for text, any_case, word in rows
            ]
        return self._listed[begin]

    def _folded(self, text: str) -> str:
        return _folded(text) if self._folds else text

    def find(self, text: str) -> Iterator[Found]:
        """Each listed word, the longest from the left; a longer one that is kept covers it."""
        last = 0
        for at, begin in self._candidates(text):
            if at < last:
                continue
            listed = next((each for each in self._begun(begin) if self._stands(each, text, at)), None)
            if listed is None:
                continue
            last = at + len(listed[0])
            word = listed[2]
            if word is None or (word.alone and _is_named(text, at, last)):
                continue
            if not word.opening or _OPENING.search(text, max(0, at - 3), at):
                yield Found(at, last, text[at:last], _begun_alike(word, listed[0], text[at:last]))

    def _candidates(self, text: str) -> list[tuple[int, str]]:
        """Each place where a listed word may begin, and how it would."""
        if self._lang == "en":
            words = list(_WORD.finditer(text))
            places: Iterable[int] = (match.start() for match in words)
            begins: Iterable[str] = (self._folded(match.group()) for match in words)
        else:
            begun = self._folded(text)
            places, begins = range(len(text)), map(add, begun, begun[1:])
        found = zip(places, begins, strict=False)  # two characters have one place less
        return [(at, begin) for at, begin in found if begin in self._packed]

    def _stands(self, listed: Listed, text: str, at: int) -> bool:
        word, any_case, _ = listed
        end = at + len(word)
        if not (text.startswith(word, at) or (any_case and text[at:end].lower() == word.lower())):
            return False
        cut = self._lang == "en" and (
            _WORDED.match(text, end) or (_JOINED.search(word) and _HYPHENED.match(text, end))
        )
        return not cut


def _folded(text: str) -> str:
    """The text in small letters, where they are as many."""
    small = text.lower()
    return small if len(small) == len(text) else text


_WORDED = regex(r"\w")
_JOINED = regex("[ -]")
_HYPHENED = regex(r"-\w")
_OPENING = regex(r"(?:^|[.!?:“”\"]\s?)\Z")
_WORD = regex(r"(?<![\w’'-])[^\W_]+")


def _begin(listed: str, lang: Language) -> str:
    """What a word is filed under: its first word, or its first two characters in Chinese."""
    if lang == "en" and listed.isalpha():
        return listed
    found = _WORD.match(listed) if lang == "en" else None
    return found.group() if found else listed[:2]


def _is_named(text: str, start: int, end: int) -> bool:
    """Whether the word stands in a person's name: Wu Xian, Xian Xinghai; not in that of Xian Daily."""
    if generics.OF_A_PLACE.match(text, end):
        return False
    before = _CAPITAL_BEFORE.search(text[max(0, start - 24) : start])
    return bool(_CAPITAL_AFTER.match(text, end)) or bool(before and before[1] not in _FUNCTION)


def words_of(phrases: Phrases, lang: Language) -> Kept:
    """Every listed word of a language, for ``Words``; what a house allows is not among them."""
    words: dict[str, Word] = {}
    kept: list[str] = list(phrases.allow)
    any_case: set[str] = set()
    listed: tuple[Prefer | Avoid, ...] = (*phrases.prefer, *phrases.avoid)
    for phrase in (phrase for phrase in listed if phrase.lang == lang):
        word = _word(phrase)
        texts = phrase.over if isinstance(phrase, Prefer) else phrase.words
        kept += phrase.unless
        for text in texts:
            words.setdefault(text, word)
        if phrase.case == "any":
            any_case.update((*texts, *phrase.unless))
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
    words = {text: word for text, word in words.items() if text not in phrases.allow}
    begun: dict[str, list[tuple[str, bool, _Plain | None]]] = {}
    for text in sorted({*words, *kept}, key=lambda text: (-len(text), text)):
        begin = _begin(text, lang)
        row = text, text in any_case, _packed(words[text]) if text in words else None
        begun.setdefault(_folded(begin) if any_case else begin, []).append(row)
    return bool(any_case), {begin: marshal.dumps(rows) for begin, rows in begun.items()}


_Plain = tuple[str, str, tuple[str, str], str, bool, bool, str]
"""A word as values that can be kept."""
_RULES = {
    rule.id: rule
    for rule in (
        rules.PREFER,
        rules.SPELLING,
        rules.AVOID,
        rules.CONSIDER,
        rules.MISSPELT,
        rules.USAGE,
        rules.WORDY,
    )
}


def _packed(word: Word) -> _Plain:
    why = word.why.zh, word.why.en
    return word.rule.id, word.say, why, word.source, word.alone, word.opening, word.grade or ""


def _unpacked(plain: _Plain) -> Word:
    rule, say, why, source, alone, opening, grade = plain
    return Word(
        _RULES[rule], say, Wording(*why), source, alone, opening, cast("Severity | None", grade or None)
    )


def _lists(phrases: Phrases) -> tuple[tuple[Rule, tuple[Corrected, ...]], ...]:
    """The lists that have one word for one, each with its rule."""
    return (rules.MISSPELT, phrases.misspelt), (rules.USAGE, phrases.usage), (rules.WORDY, phrases.wordy)


def _corrected(phrases: Phrases, lang: Language) -> Iterator[tuple[Rule, dict[str, str]]]:
    """The rule and the words of each such list."""
    for rule, listed in _lists(phrases):
        yield from ((rule, correction.pairs) for correction in listed if correction.lang == lang)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _word(phrase: Prefer | Avoid) -> Word:
    if isinstance(phrase, Prefer):
        instead = Wording(f"改为“{phrase.say}”", f"“{phrase.say}”")
        word = Word(rules.PREFER, phrase.say, instead, phrase.source, phrase.alone)
    else:
        word = Word(rules.AVOID, why=Wording(phrase.why.zh, phrase.why.en), source=phrase.source)
    if phrase.severity == "suggestion":
        return word._replace(rule=rules.CONSIDER, why=_instead(word))
    return word if phrase.severity == word.rule.severity else word._replace(grade=phrase.severity)


def _instead(word: Word) -> Wording:
    """What to do rather, behind 不妨 and consider: the other word, or another one and the reason for it."""
    if word.rule is rules.PREFER:
        return word.why
    return Wording(f"换个说法：{word.why.zh}", f"other words: {word.why.en}")


def _begun_alike(word: Word, listed: str, found: str) -> Word:
    """A word that is found in other letters than listed: what to write begins with a capital as it does."""
    is_opened = found[:1].isupper() and not listed[:1].isupper()
    return word._replace(say=_capital(word.say)) if is_opened else word
