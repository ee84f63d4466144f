"""Whether an English text names a thing in other words: Chinese, U.S., UN, Bureau of Public Security."""

from __future__ import annotations

from functools import lru_cache

from pressgen.regex import regex

_ROWS = """
china chinese prc sino
denmark danish dane danes
finland finnish finn finns
france french
germany german
greece greek
ireland irish
netherlands dutch holland
norway norwegian
philippines filipino philippine
poland polish pole poles
portugal portuguese
spain spanish spaniard spaniards
sweden swedish swede swedes
switzerland swiss
thailand thai
turkey turkish turk turks türkiye
wales welsh
vietnam viet vietnamese
korea korean rok dprk
russia russian soviet
emirates uae emirati
myanmar burma burmese
czechia czech
laos lao laotian
kyrgyzstan kyrgyz
cyprus cypriot
iceland icelandic
hungary magyar hungarian
iran iranian iranians persian
hong hk hongkong
macao macau macanese
taiwan taiwanese
eswatini swaziland
"""
_WHOLE_ROWS = """
united states: usa america american americans
united states of america: usa america american americans
united kingdom: uk britain british briton britons england english scotland scottish
european union: eu europe european
national people's congress: lawmakers legislators legislature parliament
npc standing committee: lawmakers legislators legislature parliament
standing committee of the national people's congress: lawmakers legislators legislature parliament
supreme people's procuratorate: prosecutors
state council: cabinet
"""
_SMALL_ROW = "of the and for in on at to a an de la du del und"
_GENERIC_ROWS = """
city province county district town republic state states kingdom people's democratic islamic federal
federation united union commonwealth municipality prefecture autonomous region special administrative area
festival island islands committee bureau office department commission dollar pound franc peso rupee dinar
darussalam plurinational bolivarian hashemite arab sultanate principality emirate duchy grand
"""

RELATIVES = {
    word: frozenset(row.split()) for row in _ROWS.strip().splitlines() for word in row.split()
}  # fmt: skip
"""For each word those that tell the same country."""

WHOLE = {
    name: frozenset(rest.split())
    for name, _, rest in (row.partition(": ") for row in _WHOLE_ROWS.strip().splitlines())
}
"""Names of which no single word tells the country or body, and the words that do."""

SMALL = frozenset(_SMALL_ROW.split())
"""Words that no name is known by."""

GENERIC = frozenset(_GENERIC_ROWS.split())
"""What a thing is, not which one."""


_WORD = regex(r"[A-Za-z\u00c0-\u024f]+(?:['\u2019][A-Za-z]+)?")
_DOTS = regex(r"\b(?:[A-Z]\.)+[A-Z]?")
_US = regex(r"\bUS(?=\b|\d)")
_STEM = 4


@lru_cache(maxsize=16)
def words(text: str) -> frozenset[str]:
    """The words of a text in small letters, abbreviations without their dots; asked for with each name."""
    plain = _US.sub("USA", _DOTS.sub(lambda dotted: dotted.group().replace(".", "") + " ", text))
    return frozenset(
        found.lower().replace("\u2019", "'").removesuffix("'s") for found in _WORD.findall(plain)
    )


def named(term: str, said: frozenset[str]) -> bool:
    """Whether words say what a term does: by its initials, or by every word that distinguishes it.

    >>> named("United Nations", words("the U.N. said")), named("China", words("Chinese firms"))
    (True, True)
    >>> named("Foshan Bureau of Commerce", words("the Commerce Bureau of Foshan"))
    True
    >>> named("Foshan Bureau of Commerce", words("the Shenzhen Bureau of Commerce"))
    False
    """
    own = [word.lower().replace("\u2019", "'").removesuffix("'s") for word in _WORD.findall(term)]
    if (_initials(term) | WHOLE.get(term.lower(), frozenset())) & said:
        return True
    telling = [word for word in own if word not in SMALL and word not in GENERIC] or own
    return bool(telling) and all(_said(word, said) for word in telling)


def _initials(term: str) -> set[str]:
    capitals = "".join(word[0] for word in _WORD.findall(term) if word[0].isupper())
    return {capitals.lower()} if len(capitals) > 1 else set()


def _said(word: str, said: frozenset[str]) -> bool:
    if word in said or RELATIVES.get(word, frozenset()) & said:
        return True
    stem = word[: max(_STEM, len(word) - 4)]
    return len(word) >= _STEM and any(other.startswith(stem) for other in said)
