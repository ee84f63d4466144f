"""A place of another kind: Shucheng City for 舒城县, Dayi Town for 大邑县, whatever table has the place.

The English name is read like the Chinese one; ``kinds.csv`` says what each English kind may be in Chinese.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pressgen.checks.naming import rules
from pressgen.checks.naming.passage import Passage
from pressgen.checks.naming.sounds import fewest, letters, sounded
from pressgen.checks.naming.tables import rows
from pressgen.findings import Finding
from pressgen.glossary.pinyin import is_pinyin
from pressgen.regex import compiled, regex

_MOST_SYLLABLES = 4
_FAR = 16
_PEOPLES = regex("(?:(?:[\u4e00-\u9fff]{1,3}族)*(?:各族)?自治)?")
"""What stands between the name and the kind: 积石山保安族东乡族撒拉族自治县."""
_LEAST_LETTERS = 4
"""A shorter name, Xi or Li, is read like half of many another."""


def check(passage: Passage) -> Iterator[Finding]:
    """English places whose kind is not among those that the Chinese gives a name read like theirs."""
    for found in _english().finditer(passage.en) if passage.is_short else ():
        word = letters(found["name"])
        if len(word) < _LEAST_LETTERS or not is_pinyin(word):
            continue
        said = {kind[0] for _, kind in _places(word, passage.zh_around)}
        start, kind = next(_places(word, passage.zh), (0, None))
        if kind and not said & _kinds()[found["kind"]]:
            right = next(en for en, zh in _kinds().items() if kind[0] in zh)
            yield rules.OTHER.at(
                passage.en_span(found.start(), found.end()),
                None,
                (passage.zh_span(start, kind.end()),),
                text=found[0],
                zh=passage.zh[start : kind.end()],
                name=found[0].removesuffix(found["kind"]) + right,
            )


def _places(word: str, zh: str) -> Iterator[tuple[int, re.Match[str]]]:
    """Where a Chinese text has names read like a word of small letters, and the kind of place behind each."""
    size = fewest(word)
    for kind in _chinese().finditer(zh) if 0 < size <= _MOST_SYLLABLES else ():
        for start in range(max(0, kind.start() - _FAR), kind.start() - size + 1):
            end = start + size
            if _PEOPLES.fullmatch(zh, end, kind.start()) and sounded(word, zh[start:end]):
                yield start, kind


@cache
def _kinds() -> dict[str, frozenset[str]]:
    """What each English kind of place may be in Chinese."""
    return {en: frozenset(row["zh"].split("|")) for row in rows("kinds.csv") for en in row["en"].split("|")}


@cache
def _english() -> re.Pattern[str]:
    kinds = "|".join(_kinds())
    return compiled(
        rf"\b(?P<name>[A-Z][a-z]+(?:[’'][a-z]{{2,}})?) "
        r"(?:(?:[A-Z]\w+ (?:and )?){1,3}Autonomous )?"
        rf"(?P<kind>{kinds})\b(?! [A-Z])"
    )


@cache
def _chinese() -> re.Pattern[str]:
    """A kind of place; 县城, 省级 and 区域 are none."""
    every = sorted({kind for kinds in _kinds().values() for kind in kinds}, key=len, reverse=True)
    return compiled(f"(?:{'|'.join(every)})(?![城级域])")
