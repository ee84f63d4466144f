"""Nouns of a writer's English with the article a sentence needs, and in the plural behind a count."""

from __future__ import annotations

import re

from pressgen.dictionary import frequency
from pressgen.english import article, plural
from pressgen.events.words import is_mass, listed
from pressgen.regex import regex

_BEHIND = regex(
    r" (?:of|for|to|from|in|at|on|with|by|between|under|who|that|which|and|or|[a-z]+ed|[a-z]+ing(?= ))\b.*$"
)
"""What stands behind the noun of a phrase."""
_SEVERAL = regex(
    r"[a-z]+[^sui]s\b|\b(?:people|men|women|children|staff|police|personnel|those)\b", re.IGNORECASE
)
_DETERMINED = regex(
    r"(?:an?|the|all|both|each|every|its|no|our|some|their|these|this|those|what|whatever|"
    r"most|many|any|\d\S*|[a-z]+'s) ",
    re.IGNORECASE,
)
_RARE = 33
"""What there is much of has its plural less often than once in so many times."""
_LED = regex(
    r"(?:[a-z]+ly |only |just )?"
    r"(?:about|above|across|after|ahead|along|amid|among|around|as|at|because|before|behind|below|beside|between|beyond|by|"
    r"despite|down|due|during|following|for|from|given|in|inside|near|next|off|on|once|opposite|out|outside|over|owing|"
    r"pending|since|so|subject|thanks|through|to|under|until|up|upon|when|where|while|with|within|without)\b",
    re.IGNORECASE,
)
"""What leads words: a preposition or a conjunction."""


def led(words: str) -> bool:
    """Whether a preposition or a conjunction leads English words: in planned investment."""
    return bool(_LED.match(words))


def several(words: str) -> str:
    """The plural of one thing that there may be several of.

    >>> [several(words) for words in ("charging point", "seats available", "equipment", "training")]
    ['charging points', 'seats available', 'equipment', 'training']
    """
    if (
        _SEVERAL.search(words)
        or _LED.match(words)
        or _DETERMINED.match(words)
        or not _countable(_head(words))
    ):
        return words
    return plural(words)


def thing(words: str) -> str:
    """One thing with its article, in small letters; what there is much of has none.

    >>> [thing(words) for words in ("production line", "the race", "parking", "flights to Osaka", "Line 3")]
    ['the production line', 'the race', 'parking', 'flights to Osaka', 'Line 3']
    """
    return f"the {words}" if words.startswith("total ") or _bare_thing(words) else words


def one(words: str) -> str:
    """One thing that has not been told of.

    >>> [one(words) for words in ("bank loan", "bonds", "own funds", "burst pipe", "construction")]
    ['a bank loan', 'bonds', 'own funds', 'a burst pipe', 'construction']
    """
    return f"{article(words)} {words}" if _bare_thing(words) else words


def _bare_thing(words: str) -> bool:
    """Whether words are one thing without its article, in small letters."""
    if not words[:1].islower() or _LED.match(words) or _DETERMINED.match(words):
        return False
    if _SEVERAL.search(_BEHIND.sub("", words)):
        return False
    noun = _head(words)
    return noun in listed("the") or (_countable(noun) and not is_mass(noun))


def _head(words: str) -> str:
    """The noun of a phrase, or a name that ends it."""
    return _BEHIND.sub("", words).rpartition(" ")[2].rpartition("-")[2]


def _countable(noun: str) -> bool:
    """Whether a noun is one that there are several of, as books and papers have it."""
    many = plural(noun)
    usual = frequency(many) * _RARE >= frequency(noun) > 0
    return noun.islower() and noun.isalpha() and many != noun and (usual or noun in listed("several"))


def is_much(words: str) -> bool:
    """Whether there is much of something, and not several."""
    return is_mass(_head(words))
