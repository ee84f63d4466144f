"""Tibetan, Uygur, Mongolian and Japanese names in Chinese characters: each part has spellings of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from pressgen.checks.naming import rules
from pressgen.checks.naming.passage import Passage
from pressgen.checks.naming.sounds import sounded
from pressgen.checks.naming.tables import pairs
from pressgen.findings import Finding, Fix
from pressgen.regex import regex

_WORD = regex(r"\b[A-Z][a-zöü]{2,}\b")


def check(passage: Passage) -> Iterator[Finding]:
    """A part of such a name that the Chinese does not have, where the English lacks one that it has."""
    parts = [(zh, en) for zh, en in pairs("transcriptions.csv") if zh in passage.zh]
    if not parts:
        return
    words = {match.group() for match in _WORD.finditer(passage.en)}
    missing = [(zh, en) for zh, en in parts if not words & set(en)] or _seldom(passage, parts)
    known = {form for zh, en in parts for form in en}
    for match in _WORD.finditer(passage.en):
        word = match.group()
        if word in known or word not in _spellings() or not missing or sounded(word.lower(), passage.zh):
            continue
        zh, en = missing.pop(0)
        at = passage.zh.index(zh)
        related = (passage.zh_span(at, at + len(zh)),)
        span = passage.en_span(*match.span())
        yield rules.PERSON.at(span, Fix(en[0]), related, text=word, zh=zh, name=en[0])


def _seldom(
    passage: Passage, parts: Sequence[tuple[str, tuple[str, ...]]]
) -> list[tuple[str, tuple[str, ...]]]:
    """Parts that the English has less often than the Chinese: 吐尔逊, again 吐尔逊, but Tursun once."""
    said = Counter(match.group() for match in _WORD.finditer(passage.en))
    return [(zh, en) for zh, en in parts if passage.zh.count(zh) > sum(said[form] for form in en)]


@cache
def _spellings() -> frozenset[str]:
    return frozenset(word for _, en in pairs("transcriptions.csv") for word in en)
