"""Tibetan, Uygur, Mongolian and Japanese names in Chinese characters: each part has spellings of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache

from pressgen.checks.naming import rules
from pressgen.checks.naming.passage import Passage
from pressgen.checks.naming.sounds import sounded
from pressgen.checks.naming.tables import pairs
from pressgen.findings import Finding, Fix
from pressgen.keys import Keys
from pressgen.regex import regex

_WORD = regex(r"\b[A-Z][a-zöü]{2,}\b")


def check(passage: Passage) -> Iterator[Finding]:
    """A part of such a name that the Chinese does not have, where the English lacks one that it has.

    Or has one less often: 吐尔逊, again 吐尔逊, but Tursun once.
    """
    listed = _parts()
    numbers = sorted({number for number, _, _ in listed.find(passage.zh)})
    parts = [listed.said[number] for number in numbers]
    if not parts:
        return
    found = list(_WORD.finditer(passage.en))
    said = Counter(match.group() for match in found)
    often = [(zh, en, sum(said[form] for form in en)) for zh, en in parts]
    seldom = [(zh, en) for zh, en, count in often if count < passage.zh.count(zh)]
    missing = [(zh, en) for zh, en, count in often if not count] or seldom
    known = {form for zh, en in parts for form in en}
    for match in found:
        word = match.group()
        if word in known or word not in _spellings() or not missing or sounded(word.lower(), passage.zh):
            continue
        zh, en = missing.pop(0)
        at = passage.zh.index(zh)
        related = (passage.zh_span(at, at + len(zh)),)
        span = passage.en_span(*match.span())
        yield rules.PERSON.at(span, Fix(en[0]), related, text=word, zh=zh, name=en[0])


@cache
def _parts() -> Keys[tuple[str, tuple[str, ...]]]:
    """The Chinese parts, each with itself and its spellings, in the order of the table."""
    return Keys({zh: (zh, en) for zh, en in pairs("transcriptions.csv")})


@cache
def _spellings() -> frozenset[str]:
    return frozenset(word for _, en in pairs("transcriptions.csv") for word in en)
