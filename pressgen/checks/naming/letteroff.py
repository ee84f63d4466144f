"""A foreigner's name with a letter off: Casvillo for 卡斯蒂略, or Naffer once and Nasser later on.

Chinese writes a name by its sounds, so a word that no dictionary has and for which a known name is nearer
to the characters is a slip; so is one that is nearly what the characters are known to stand for (Solhein for
索尔海姆), unless names are spelt both ways; and so is a second spelling of one name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pressgen.checks.naming import rules
from pressgen.checks.naming.abroad import is_known, off, plain, spelt
from pressgen.checks.naming.foreigners import GLOSS, Foreigner, Person, capitals, foreigners, persons
from pressgen.checks.naming.lexicon import mentions
from pressgen.checks.naming.nearness import distance
from pressgen.checks.naming.passage import Passage
from pressgen.checks.naming.transliteration import distance as distance_to
from pressgen.dictionary import frequency
from pressgen.findings import Finding, Fix
from pressgen.regex import regex

_DOUBT, _BETTER, _KNOWN = 0.1, 0.08, 50
"""How far a name is that is looked at again; how much nearer one is that it was meant to be; how usual."""
_WORSE = 0.04
"""So much farther is a slip than what is right: 克劳斯 is Kraus as well as Klaus."""
_TWICE, _FEW = 2, 2
"""Mentions in the Chinese, and letters by which two spellings of one name differ at most."""
_LEAST = 4
"""Letters of a name that may have a slip."""
_CONSONANTS = "bcdfghjklmnpqrstvwxyz"
_Slip = tuple[int, str, str]
"""Where a slip stands, what is written there, and what it should be."""


def check(passage: Passage) -> Iterator[Finding]:
    """Family names that are spelt in two ways or by other consonants than the Chinese has."""
    people = list(foreigners(passage.zh)) if "·" in passage.zh and not GLOSS.search(passage.zh) else []
    alone = len({each.text for each in people}) == 1
    for person in persons(passage.en, people) if people else ():
        word = person.words[-1]
        known = [each for each in people if _has_forename(each, person)]
        named = [each for each in known if each.is_family(word)]
        if len({each.text for each in named or known}) == 1:
            owner = (named or known)[0]
            slip = _again(passage, person, owner) if alone and _is_plain(word) else None
            slip = slip or (_misspelt(person, owner) if named else None)
            if slip:
                yield _finding(passage, slip, owner)


def _is_plain(word: str) -> bool:
    return len(word) >= _LEAST and "-" not in word


def _misspelt(person: Person, foreigner: Foreigner) -> _Slip | None:
    """A family name or a forename that no dictionary has, where one is known that is nearly it."""
    family = person.words[-1]
    parts = [(family, foreigner.families, foreigner.family_off(family))]
    parts += [(word, foreigner.forenames, foreigner.forename_off(word)) for word in person.words[:1]]
    for word, names, cost in parts:
        known = frequency(word.lower()) or is_known(word) or mentions(word, "en")
        if _is_plain(word) and cost and not known:
            right = [(each, name) for each in names for name in spelt(each)]
            near = [
                name
                for each, name in right
                if is_slip(plain(word), plain(name)) and cost - distance_to(each, name) > _WORSE
            ]
            if meant := near[0] if near else _meant(names, word, cost) if cost >= _DOUBT else "":
                start = person.start if word != family else person.end - len(word)
                return start, word, meant
    return None


def is_slip(word: str, right: str) -> bool:
    """Whether a word is another but for a letter, and not only as names are spelt in two ways.

    >>> is_slip("solhein", "solheim"), is_slip("eriksen", "erikson"), is_slip("sousa", "souza")
    (True, True, False)
    """
    return distance(word, right, 1) == 1 and _usual(word) != _usual(right)


def _usual(word: str) -> str:
    """A name without what is spelt in two ways: c and k, s and z, i and y, a letter twice, a mute h or e."""
    return _TWICE_WRITTEN.sub(r"\1", _MUTE.sub("", word).translate(_ALIKE))


_MUTE = regex("h|e$")
_TWICE_WRITTEN = regex(r"(.)\1+")
_ALIKE = str.maketrans("czywj", "ksivi")


def _has_forename(foreigner: Foreigner, person: Person) -> bool:
    return any(foreigner.is_forename(word) for word in person.words[:-1])


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
        mine, its = ((foreigner.family_off(each), -frequency(each.lower())) for each in (word, other))
        return (person.end - len(word), word, other) if mine > its else (start, other, word)
    return None


def _meant(names: Sequence[str], word: str, cost: float) -> str:
    """A known name of another consonant that is nearer to the characters."""
    small = word.lower()
    near = (
        small[:at] + letter + small[at + 1 :]
        for at in range(1, len(small))
        if small[at] in _CONSONANTS
        for letter in _CONSONANTS
    )
    known = [each for each in near if frequency(each) >= _KNOWN]
    best = min(((min(off(name, each) for name in names), each) for each in known), default=(cost, ""))
    return best[1].capitalize() if best[0] <= cost - _BETTER else ""


def _finding(passage: Passage, slip: _Slip, foreigner: Foreigner) -> Finding:
    start, text, name = slip
    return rules.OTHER.at(
        passage.en_span(start, start + len(text)),
        Fix(name, safe=False),
        (passage.zh_span(foreigner.start, foreigner.end),),
        text=text,
        zh=foreigner.text,
        name=name,
    )
