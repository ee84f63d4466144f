"""How a name in pinyin stands in texts that follow another rule: Kuang Dong-ming, Dong Ming Kuang, Lv Bu.

GB/T 28039-2011 writes the surname first and the given name in one word, with an apostrophe where a
syllable begins with a, e or o, and Lyu; passports, catalogues and other countries have other habits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from pressgen.glossary.syllables import SYLLABLES
from pressgen.regex import regex

_ONE = "|".join(
    sorted((syllable for syllable in SYLLABLES if syllable[0] not in "aeo"), key=lambda one: (-len(one), one))
)
_ANY = "|".join(sorted(SYLLABLES, key=lambda one: (-len(one), one)))
_GIVEN = regex(f"({_ANY})(?:({_ONE})|'({_ANY}))?")
_SURNAME = regex(f"(?:{_ANY})(?:{_ONE})?")


def respelt(name: str) -> Iterator[str]:
    """The wrong forms of a Chinese name in pinyin; none for any other name.

    >>> list(respelt("Kuang Dongming"))[:4]
    ['Dongming Kuang', 'Kuang Dong Ming', 'Dong Ming Kuang', 'Kuang Dong-ming']
    >>> "Ouyang Waner" in respelt("Ouyang Wan'er"), "Lv Bu" in respelt("Lyu Bu"), list(respelt("Sun Yat-sen"))
    (True, True, [])
    """
    surname, _, given = name.replace("\u2019", "'").partition(" ")
    parts = _GIVEN.fullmatch(given.lower())
    if not parts or not _SURNAME.fullmatch(surname.lower()) or not surname[0].isupper():
        return
    syllables = [part for part in parts.groups() if part]
    wanted = {f"{surname} {given}"}
    for spelt, first in product(_given(given, syllables), dict.fromkeys((surname, _typed(surname)))):
        orders = (f"{first} {spelt}", f"{spelt} {first}") if len(syllables) > 1 else (f"{first} {spelt}",)
        for form in orders:
            if form not in wanted:
                wanted.add(form)
                yield form


def _given(given: str, syllables: list[str]) -> list[str]:
    """A given name as written, in two words, with a hyphen, without its apostrophe, with v for ü."""
    forms = [given]
    if len(syllables) > 1:
        first, second = (syllable.capitalize() for syllable in syllables)
        forms += [
            f"{first} {second}",
            f"{first}-{second.lower()}",
            f"{first}-{second}",
            first + second.lower(),
        ]
    return list(dict.fromkeys(form for word in forms for form in (word, _typed(word))))


def _typed(word: str) -> str:
    """A word as people type it who have no ü: Lv for Lyu."""
    return re.sub("(?<=[LNln])yu(?![a-z])|(?<=[LNln])yu(?=e|$)", "v", word)
