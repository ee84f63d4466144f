"""How a name in pinyin stands in texts that follow another rule: Kuang Dong-ming, Dong Ming Kuang, Lv Bu.

GB/T 28039-2011 writes the surname first and the given name in one word, with an apostrophe where a
syllable begins with a, e or o, and Lyu; passports, catalogues and other countries have other habits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from pressgen.glossary.pinyin import SYLLABLES

_LONGEST = max(map(len, SYLLABLES))


def respelt(name: str) -> Iterator[str]:
    """The wrong forms of a Chinese name in pinyin; none for any other name.

    >>> list(respelt("Kuang Dongming"))[:4]
    ['Dongming Kuang', 'Kuang Dong Ming', 'Dong Ming Kuang', 'Kuang Dong-ming']
    >>> "Ouyang Waner" in respelt("Ouyang Wan'er"), "Lv Bu" in respelt("Lyu Bu"), list(respelt("Sun Yat-sen"))
    (True, True, [])
    """
    surname, _, given = name.replace("\u2019", "'").partition(" ")
    syllables = _syllables(given.lower())
    if not syllables or "'" in surname or not _syllables(surname.lower()) or not surname[0].isupper():
        return
    wanted = {f"{surname} {given}"}
    for spelt, first in product(_given(given, syllables), dict.fromkeys((surname, _typed(surname)))):
        orders = (f"{first} {spelt}", f"{spelt} {first}") if len(syllables) > 1 else (f"{first} {spelt}",)
        for form in orders:
            if form not in wanted:
                wanted.add(form)
                yield form


def _syllables(word: str) -> list[str]:
    """The one or two syllables of small letters, the first as long as can be; none where it has others."""
    for size in range(min(_LONGEST, len(word)), 0, -1):
        first, rest = word[:size], word[size:]
        second = rest.removeprefix("'")
        if first not in SYLLABLES:
            continue
        if not rest:
            return [first]
        if second in SYLLABLES and (second != rest or second[0] not in "aeo"):
            return [first, second]
    return []


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
