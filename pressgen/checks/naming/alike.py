"""Which mentions are of one sort, so that one can be told for the other."""

from __future__ import annotations

import re

from pressgen.checks.naming import unlisted
from pressgen.checks.naming.lexicon import GROUND, Mention
from pressgen.checks.naming.sounds import letters
from pressgen.checks.terminology.likeness import SMALL, words
from pressgen.regex import regex

_HOUSE = regex(
    r" (?:[A-Z][\w&’'-]* (?:(?:of|and|for) )?){0,3}"
    r"(?:University|College|Academy|Institute|Hospital|Museum|Library|Theat(?:er|re)|Opera|Orchestra|Bank|"
    r"Airlines|Group|Corporation|Company|Co|Power|Electric|Telecom|Mobile|Unicom|Railway|Press|Television|TV)\b"
)
_CODE = 2
"""Digits of the code of a province, or of a city that is one."""
_HEIGHTS = frozenset(("division", "mountain"))


def same_sort(mention: Mention, other: Mention) -> bool:
    """Whether one may be told for the other: two places of one level, two bodies, two mountains."""
    if {mention.kind, other.kind} == {"province", "division"}:
        return (_is_province(mention) and _is_province(other)) or unlisted.touches(
            letters(mention.text), other.text
        )
    return (
        mention.kind == other.kind
        or {mention.kind, other.kind} in ({"body", "field"}, {"city", "street"}, {"association", "charity"})
        or ({mention.kind, other.kind} == {"association", "trade"} and not _share_word(mention, other))
        or ({mention.kind, other.kind} <= _HEIGHTS and _is_mountain(mention, other))
    )


def is_called(en: str, mention: Mention, other: Mention) -> bool:
    """Whether a place of the English names one of a landmark's kind: Hanyang station for 武昌站."""
    if mention.kind != "division" or other.kind not in GROUND:
        return False
    return other.name.split()[-1].lower() in en[mention.end : mention.end + _NEXT].lower().split()[:2]


_NEXT = 24
"""Letters in which a place says what it names."""


def names_house(text: str, mention: Mention) -> bool:
    """Whether a place begins the English name of a house, which no reader far away is told it for."""
    return mention.kind == "province" and bool(_HOUSE.match(text, mention.end))


def _is_province(mention: Mention) -> bool:
    return mention.kind == "province" or any(len(code) == _CODE for code in mention.codes)


def _share_word(*names: Mention) -> bool:
    """Whether two names of associations have a word in common: 残疾人, China Disabled Persons' Federation."""
    own, other = (words(f"{name.text} {name.name}") for name in names)
    return bool((own & other) - SMALL)


def _is_mountain(*names: Mention) -> bool:
    """Whether all are mountains: Mount Tai is a district as well."""
    return all(re.search("山$|^Mount |Mountains?$", name.text) for name in names)
