"""A foreigner's family name with a letter off: Casvillo for 卡斯蒂略, or Naffer once and Nasser later on.

Chinese writes a name by its sounds, so a consonant that no character stands for, in a word that no
dictionary has, is a slip; so is one for which a known name is nearer to the characters; and so is a second
spelling of one name.
"""

from __future__ import annotations

from collections.abc import Iterator

from pressgen.checks.naming import rules
from pressgen.checks.naming.foreigners import GLOSS, Foreigner, Person, capitals, foreigners, persons
from pressgen.checks.naming.lexicon import mentions
from pressgen.checks.naming.nearness import distance
from pressgen.checks.naming.passage import Passage
from pressgen.checks.naming.transliteration import price
from pressgen.dictionary import frequency
from pressgen.findings import Finding, Fix
from pressgen.glossary.pinyin import readings

_SLIP = 1.0
"""What a name costs that has a consonant of no character, and nearly no right one costs."""
_DOUBT, _BETTER, _KNOWN = 0.25, 0.2, 50
"""What a name costs that is looked at again; how much nearer a name is that it was meant to be; how usual."""
_TWICE, _FEW = 2, 2
"""Mentions in the Chinese, and letters by which two spellings of one name differ at most."""
_LEAST = 4
"""Letters of a name that may have a slip."""
_CONSONANTS = "bcdfghjklmnpqrstvwxyz"


def check(passage: Passage) -> Iterator[Finding]:
    """Family names that are spelt in two ways or by other consonants than the Chinese has."""
    people = list(foreigners(passage.zh)) if "·" in passage.zh and not GLOSS.search(passage.zh) else []
    alone = len({each.text for each in people}) == 1
    for person in persons(passage.en, people) if people else ():
        word = person.words[-1]
        known = [each for each in people if _has_forename(each, person)]
        named = [each for each in known if each.is_family(word)]
        if len(word) < _LEAST or "-" in word or len({each.text for each in named or known}) != 1:
            continue
        if alone and (slip := _again(passage, person, (named or known)[0])):
            yield _finding(passage, slip, (named or known)[0])
        elif named and not frequency(word.lower()) and not mentions(word, "en"):
            cost = _price(named[0], word)
            meant = _meant(named[0], word, cost) if cost >= _DOUBT else ""
            if meant or cost > _SLIP:
                yield _finding(passage, (person.end - len(word), word, meant), named[0])


def _has_forename(foreigner: Foreigner, person: Person) -> bool:
    return any(foreigner.is_forename(word) for word in person.words[:-1])


def _price(foreigner: Foreigner, word: str) -> float:
    return min(price(family, word) for family in foreigner.families)


_Slip = tuple[int, str, str]
"""Where a slip stands, what is written there, and what it should be ("" where only its sound is known)."""


def _again(passage: Passage, person: Person, foreigner: Foreigner) -> _Slip | None:
    """The worse of two spellings of a family name that the Chinese has again."""
    word = person.words[-1]
    is_family = any(map(foreigner.is_family, person.words))
    if passage.zh.count(foreigner.last[:2]) < _TWICE:
        return None
    for start, other in capitals(passage.en):
        inside = person.start <= start < person.end
        longer = word.startswith(other) or other.startswith(word)
        alike = not is_family or (other[0] == word[0] and distance(word, other, _FEW) <= _FEW)
        if inside or longer or not alike or not foreigner.is_family(other) or mentions(other, "en"):
            continue
        mine, its = ((_price(foreigner, each), -frequency(each.lower())) for each in (word, other))
        return (person.end - len(word), word, other) if mine > its else (start, other, word)
    return None


def _meant(foreigner: Foreigner, word: str, cost: float) -> str:
    """A known name of another consonant that is nearer to the characters."""
    small = word.lower()
    near = (
        small[:at] + letter + small[at + 1 :]
        for at in range(1, len(small))
        if small[at] in _CONSONANTS
        for letter in _CONSONANTS
    )
    known = (each for each in near if frequency(each) >= _KNOWN)
    found = [(_price(foreigner, each), each) for each in known]
    best = min(found, default=(cost, ""))
    return best[1].capitalize() if best[0] <= cost - _BETTER else ""


def _finding(passage: Passage, slip: _Slip, foreigner: Foreigner) -> Finding:
    start, text, name = slip
    sound = "".join(readings(sign)[0] for sign in foreigner.last if readings(sign)).capitalize()
    return rules.OTHER.at(
        passage.en_span(start, start + len(text)),
        Fix(name, safe=False) if name else None,
        (passage.zh_span(foreigner.start, foreigner.end),),
        text=text,
        zh=foreigner.text,
        name=name or sound,
    )
