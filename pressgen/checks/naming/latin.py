"""Names in Latin letters: the same in both texts to the letter, and in one spelling all through."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from pressgen.checks.naming import rules
from pressgen.checks.naming.lexicon import mentions
from pressgen.checks.naming.nearness import distance
from pressgen.checks.naming.passage import Passage
from pressgen.checks.naming.sounds import letters, sounded, windows
from pressgen.dictionary import is_another
from pressgen.findings import Finding, Fix
from pressgen.glossary.pinyin import is_pinyin
from pressgen.regex import regex

_LETTER = "[a-z\u00df-\u024f]"
_NAME = rf"[A-Z\u00c0-\u00de]{_LETTER}+(?:-[A-Z]{_LETTER}+)*"
_LATIN = regex(
    rf"(?<![A-Za-z0-9_@/.-]){_NAME}"
    rf"(?: (?:{_NAME}|[A-Z]\.|de|van|von|der|la|el|al|bin|da))* {_NAME}(?![A-Za-z0-9_@/-])"
)
_WORD = regex(rf"(?<![A-Za-z0-9_@/.-]){_NAME}(?:-{_LETTER}+)?(?![A-Za-z0-9_@/-])")
_HYPHENED = regex(r"\b([A-Z][a-z]+) ([A-Z][a-z]+-[a-z]+)\b")
_LEAST = 5
_LONG, _ALIKE = 6, 3
_MOST_ALIKE = 4
"""Words that a letter parts from more others are no names."""
_ENDINGS = ("s", "n", "an", "ian", "ese", "i", "d", "r", "er", "es")


def check(passage: Passage) -> Iterator[Finding]:
    """Names of the Chinese that the English has a letter off, then names the English spells in two ways."""
    found = list(_WORD.finditer(passage.en))
    words = {match.group() for match in found}
    yield from _lettered(passage, found, words)
    yield from _twice(passage, found)
    yield from _hyphened(passage)


def _lettered(passage: Passage, found: Sequence[re.Match[str]], words: set[str]) -> Iterator[Finding]:
    for name in _LATIN.finditer(passage.zh):
        parts = [part for part in name.group().split() if len(part) > 1]
        missing = [part for part in parts if part not in words and not _has(passage.en, part)]
        for part in missing:
            others = [other for other in parts if other != part and other in words]
            near = [match for match in found if _is_slip(match, part, others, passage)]
            if near:
                span = passage.zh_span(*name.span())
                at = passage.en_span(*near[0].span())
                yield rules.LETTERS.at(at, Fix(part), related=(span,), text=near[0].group(), name=part)


def _is_slip(match: re.Match[str], part: str, others: Sequence[str], passage: Passage) -> bool:
    """Whether a word stands for a part of a name: a letter or two off, beside another part of it."""
    word = match.group()
    if _has(passage.zh, word):
        return False
    if _stands_for(match, part, others, passage.en):
        return True
    if distance(word.lower(), part.lower(), 2) > (1 if len(part) < _LEAST and len(others) < 2 else 2):
        return False
    around = passage.en[max(0, match.start() - 24) : match.end() + 24]
    return any(re.search(rf"\b{re.escape(other)}\b", around) for other in others)


def _stands_for(match: re.Match[str], part: str, others: Sequence[str], text: str) -> bool:
    """Whether a word begins as a part of a name does, right behind another one: Bastien Leclerc, Rita Lao."""
    word = match.group()
    ends = any(text.endswith(f"{other} ", 0, match.start()) for other in others)
    if ends and word[0] == part[0] and max(len(word), len(part)) < _LEAST:
        return True
    return (
        ends
        and min(len(word), len(part)) >= _LONG
        and word[:_ALIKE] == part[:_ALIKE]
        and distance(word.lower(), part.lower(), _ALIKE) <= _ALIKE
    )


def _has(text: str, word: str) -> bool:
    """Whether a text has a word, and not a longer one that begins or ends so."""
    return bool(re.search(rf"(?<![A-Za-z]){re.escape(word)}(?![A-Za-z])", text))


def _twice(passage: Passage, found: Sequence[re.Match[str]]) -> Iterator[Finding]:
    """A capitalised word that is another one but for a letter, and no word of its own."""
    first: dict[str, re.Match[str]] = {}
    often = Counter(match.group() for match in found)
    for match in found:
        first.setdefault(match.group(), match)
    near: dict[str, list[re.Match[str]]] = {}
    for later in (match for word, match in first.items() if len(word) >= _LEAST):
        keys = _shortened(later.group().lower())
        earlier_ones = {match.start(): match for key in keys for match in near.get(key, ())}
        for key in keys:
            near.setdefault(key, []).append(later)
        for earlier in earlier_ones.values() if len(earlier_ones) <= _MOST_ALIKE else ():
            if _is_one_name(earlier.group(), later.group(), passage):
                wrong, right = _wrong(earlier, later, often, passage)
                related = (passage.en_span(*right.span()),)
                fix = Fix(right.group())
                yield rules.TWO_SPELLINGS.at(
                    passage.en_span(*wrong.span()), fix, related, text=wrong.group(), name=right.group()
                )


def _shortened(word: str) -> set[str]:
    """A word and what is left of it without one letter: words a letter apart have one of these in common."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def _is_one_name(word: str, other: str, passage: Passage) -> bool:
    a, b = word.lower(), other.lower()
    if abs(len(a) - len(b)) > 1 or a[0] != b[0] or distance(a, b, 1) != 1:
        return False
    longer, shorter = max(a, b, key=len), min(a, b, key=len)
    if (
        any(longer == shorter + ending for ending in _ENDINGS)
        or mentions(word, "en")
        or mentions(other, "en")
    ):
        return False
    if is_pinyin(letters(a)) and is_pinyin(letters(b)):
        zh = passage.zh_around
        return sounded(letters(a), zh) != sounded(letters(b), zh)
    return not is_another(a, b) and not is_another(b, a)


def _wrong(
    earlier: re.Match[str], later: re.Match[str], often: Counter[str], passage: Passage
) -> tuple[re.Match[str], re.Match[str]]:
    """Of two spellings the one that stands less often, has no sound in the Chinese, or stands alone."""
    if often[earlier.group()] < often[later.group()] or sounded(letters(later.group()), passage.zh):
        return earlier, later
    return later, earlier


def _hyphened(passage: Passage) -> Iterator[Finding]:
    """One surname with two given names that are nearly alike, where the Chinese has one such person."""
    names = list(_HYPHENED.finditer(passage.en))
    for number, later in enumerate(names):
        for earlier in names[:number]:
            if later[1] != earlier[1] or later[2] == earlier[2]:
                continue
            if distance(later[2].lower(), earlier[2].lower(), 3) <= 3 and not _are_two(passage):
                right = earlier.group()
                yield rules.TWO_SPELLINGS.at(
                    passage.en_span(*later.span()),
                    Fix(right),
                    (passage.en_span(*earlier.span()),),
                    text=later.group(),
                    name=right,
                )


def _are_two(passage: Passage) -> bool:
    """Whether the Chinese has two names of three characters with one surname and one more character."""
    names = {(window.surname, window.given) for window in windows(passage.zh) if len(window.given) > 1}
    pairs = [(surname, given[0]) for surname, given in names]
    return len(pairs) != len(set(pairs))
