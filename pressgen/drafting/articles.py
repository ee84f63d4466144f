"""Articles and prepositions before English names and numbers: an 8% rise, the Bureau, on Zumiao Road."""

from __future__ import annotations

import re

from pressgen.english import article

_CARDINAL = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds|several|[1-9][0-9,]*"
_SEVERAL = re.compile(
    rf"(?:(?:more than|over|nearly|about|at least|at most|up to) )?(?:{_CARDINAL}) (?:.*[^s\W])?s$"
    r"|(?:a|an|the|its|our|their|one) ",
    re.IGNORECASE,
)
"""Several things, or a name that has its article."""

_COMMON = frozenset(
    [
        "administration",
        "area",
        "assembly",
        "association",
        "authority",
        "balance",
        "base",
        "bureau",
        "carnival",
        "center",
        "centre",
        "ceremony",
        "chain",
        "chamber",
        "championship",
        "championships",
        "college",
        "commission",
        "committee",
        "company",
        "confederation",
        "conference",
        "congress",
        "consulate",
        "corporation",
        "council",
        "cup",
        "delegation",
        "delta",
        "department",
        "district",
        "exhibition",
        "expo",
        "fair",
        "federation",
        "festival",
        "forum",
        "fund",
        "games",
        "government",
        "group",
        "gymnasium",
        "hall",
        "index",
        "institute",
        "invitational",
        "law",
        "league",
        "marathon",
        "market",
        "measures",
        "ministry",
        "museum",
        "number",
        "office",
        "open",
        "opinions",
        "parade",
        "park",
        "plan",
        "plant",
        "project",
        "race",
        "rate",
        "ratio",
        "region",
        "regulations",
        "school",
        "society",
        "stadium",
        "station",
        "summit",
        "team",
        "theater",
        "tournament",
        "university",
        "value",
        "volume",
        "zone",
    ]
)
"""Common nouns that names of bodies, events and places are made with: these take an article."""

_WITHOUT = frozenset({"district", "park", "station"})
"""Last words of places that take no article: Shunde District, Qiandeng Lake Park."""


_DETERMINED = frozenset({"a", "an", "its", "our", "the", "their"})
"""Words behind which no other article stands."""


def indefinite(words: str) -> str:
    """The indefinite article with its blank, or nothing in front of several things.

    >>> [indefinite(words) for words in ("8% rise", "four memorandums", "12 awards", "two-day forum")]
    ['an ', '', '', 'a ']
    """
    return "" if _SEVERAL.match(words) else f"{article(words)} "


def the(name: str, kind: str) -> str:
    """A name with the definite article where English gives it one: bodies, events, places by a common noun.

    >>> the("Foshan Bureau of Commerce", "body"), the("Foshan", "place"), the("Midea Group", "company")
    ('the Foshan Bureau of Commerce', 'Foshan', 'Midea Group')
    >>> the("Foshan Hi-tech Zone", "place"), the("Shunde District", "place")
    ('the Foshan Hi-tech Zone', 'Shunde District')
    """
    words = re.findall(r"[a-z]+", name.lower())
    if kind == "place" and words and words[-1] in _WITHOUT:
        return name
    common = any(word in _COMMON for word in words) or re.match(r"(?:19|20)\d\d ", name)
    if kind in ("person", "company") or not common or words[0] in _DETERMINED:
        return name
    return f"the {name}"


def place(name: str) -> str:
    """The preposition in front of a place.

    >>> place("Zumiao Road"), place("the Ancestral Temple")
    ('on', 'at')
    """
    return "on" if re.search(r"(?:Road|Street|Avenue|Boulevard|Lane|Island)$", name) else "at"
