"""Tibetan, Uygur, Mongolian and Japanese names in Chinese characters: each part has spellings of its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from pressgen.checks.naming import rules
from pressgen.checks.naming.passage import Passage
from pressgen.checks.naming.sounds import sounded
from pressgen.checks.naming.tables import pairs
from pressgen.checks.naming.transliteration import may_sound, same_end
from pressgen.dictionary import frequency
from pressgen.findings import Finding, Fix
from pressgen.keys import Keys
from pressgen.regex import regex

_DOTTED = regex("(?<![·・•-])([\u4e00-\u9fff]{2,8})·(?=([\u4e00-\u9fff]{2,8}))")
_USUAL = 1000
"""A word met so often in English is nobody's name."""
_WORD = regex(r"\b[A-Z][a-zöü]{2,}\b")


def check(passage: Passage) -> Iterator[Finding]:
    """A part of such a name that the Chinese does not have, where the English lacks one that it has.

    Or has one less often: 吐尔逊, again 吐尔逊, but Tursun once.
    """
    listed = _parts()
    places = listed.find(passage.zh)
    yield from _replaced(passage, places)
    numbers = sorted({number for number, _, _ in places})
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


def _replaced(passage: Passage, places: Sequence[tuple[int, int, int]]) -> Iterator[Finding]:
    """A word before a listed part that is not read like the other part: 叶尔兰·哈那提, “Yerbol Hanat”."""
    spellings = {number: _parts().said[number][1] for number, _, _ in places}
    for named in _DOTTED.finditer(passage.zh):
        forms = {form for number, _, end in places if end == named.end(1) for form in spellings[number]}
        firsts = [named[1][-size:] for size in range(2, len(named[1]) + 1)]
        for number, start, past in places:
            if start != named.end() or forms & set(_WORD.findall(passage.en)):
                continue
            last = "|".join(spellings[number])
            for found in re.finditer(rf"\b([A-Z][a-zöü]{{2,}}) (?:{last})\b", passage.en):
                if _is_other(found[1], firsts):
                    yield rules.PERSON.at(
                        passage.en_span(*found.span(1)),
                        None,
                        (passage.zh_span(named.start(), past),),
                        text=found[1],
                        zh=passage.zh[named.start() : past],
                        name=min(forms, default=named[1]),
                    )


def _is_other(word: str, names: Sequence[str]) -> bool:
    """Whether a word is a name, but not one of these by its sound."""
    if frequency(word.lower()) >= _USUAL:
        return False
    return not any(may_sound(name, word) and same_end(name, word) for name in names)


@cache
def _parts() -> Keys[tuple[str, tuple[str, ...]]]:
    """The Chinese parts, each with itself and its spellings, in the order of the table."""
    return Keys({zh: (zh, en) for zh, en in pairs("transcriptions.csv")})


@cache
def _spellings() -> frozenset[str]:
    return frozenset(word for _, en in pairs("transcriptions.csv") for word in en)
