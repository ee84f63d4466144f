"""Small words in front of times, places and reasons: at the old plant, in 2019, mainly because of rain."""

from __future__ import annotations

import re

from pressgen.english import MONTHS
from pressgen.regex import compiled, regex

_ADVERB = regex(r"(?:earlier|before|ago)$|^last ", re.IGNORECASE)
_DAY = regex(rf"(?:{MONTHS}) \d{{1,2}}(?!\d)|the day\b")
_WHERE = regex(r"(?:in|at|on|along|around|between|near|off|outside|inside|across|across from) ")
_ON = regex(r"(?:Road|Street|Avenue|Boulevard|Lane|Island|River|Canal)$")
_PREPOSITION = regex(r"(?:in|at|on|for|under|with|of|among|that of|those of)\b", re.IGNORECASE)
_RESTING = regex(r"(?:according|as|based|by|pursuant|through)\b", re.IGNORECASE)
_PLACED = (
    (
        "in",
        compiled(
            r"^(?:19|20)\d\d$|^the previous (?:year|quarter|month)$|"
            r"^(?:the )?(?:\w+ )?(?:phases?|stages?|region|province|city|district|county)\b",
            re.IGNORECASE,
        ),
    ),
    ("on", regex(r"\b(?:lines?|routes?|roads?|expressway|railway)\b", re.IGNORECASE)),
    (
        "at",
        compiled(
            r"\b(?:plants?|factory|factories|workshops?|works|mills?|sites?|stations?|hospitals?|schools?|campus|mines?|farms?|"
            r"ports?|stores?|warehouses?|depots?|yards?|buildings?|centers?|centres?|halls?|parks?|edition|fair|festival|conference|race|games)"
            r"(?: (?:in|of) [A-Z][\w' -]*)?$",
            re.IGNORECASE,
        ),
    ),
)
"""The preposition behind "lower than" for what is a place or a part of one; an average or a plan has none."""
_EDITION = regex(r"\b(?:edition|fair|festival|expo|conference|race|games|forum|final)$")
_ACADEMY = regex(r"^the .*\b(?:Institute|Academy|Laboratory|Center|Museum|Hospital|Library|Observatory)\b")
_WORKPLACE = regex(
    r"^(?:the |its |a )[a-z -]*\b"
    r"(?:plant|factory|workshop|mill|mine|farm|site|base|kitchen|laboratory|clinic|line)$"
)


def than(words: str) -> str:
    """A thing as it stands behind "lower than": at the old plant, in Phase I, the national average.

    >>> than("the previous year")
    'in the previous year'
    >>> than("the old plant"), than("Phase I"), than("the national average"), than("in Phase I")
    ('at the old plant', 'in Phase I', 'the national average', 'in Phase I')
    """
    if _PREPOSITION.match(words):
        return words
    found = next((preposition for preposition, place in _PLACED if place.search(words)), "")
    return f"{found} {words}".lstrip()


def unplaced(words: str) -> bool:
    """Whether words of where something is taken want a preposition: China's ports, and not in the city.

    >>> unplaced("China's ports"), unplaced("in the city"), unplaced("worldwide")
    (True, False, False)
    """
    return not _PREPOSITION.match(words) and not words.endswith(("wide", "here"))


def under(words: str) -> str:
    """What something rests on, with its preposition, typed or not: under the contract.

    >>> under("the contract"), under("under the contract"), under("in the largest deal")
    ('under the contract', 'under the contract', 'in the largest deal')
    """
    return words if _PREPOSITION.match(words) or _RESTING.match(words) else f"under {words}"


def under_zh(words: str) -> str:
    """The same in Chinese: 根据合同, 最大一单中.

    >>> under_zh("合同"), under_zh("按照合同"), under_zh("最大一单中")
    ('根据合同', '按照合同', '最大一单中')
    """
    return words if based(words) or words.endswith(("中", "下", "里", "内")) else f"根据{words}"


def based(words: str) -> bool:
    """Whether Chinese words of what something rests on begin with their preposition."""
    return words.startswith(("根据", "依据", "依照", "按", "据", "在", "作为", "通过"))


def at_time(words: str) -> str:
    """A time as it stands behind what something was then: in 2019, on July 29, a year earlier.

    >>> at_time("2019"), at_time("July 29"), at_time("a year earlier"), at_time("the end of 2025")
    ('in 2019', 'on July 29', 'a year earlier', 'at the end of 2025')
    >>> at_time("October 2025"), at_time("October 20")
    ('in October 2025', 'on October 20')
    >>> at_time("the fifth fair, in 2018")
    'at the fifth fair, in 2018'
    """
    if _ADVERB.search(words) or _PREPOSITION.match(words):
        return words
    end = re.match(r"the (?:end|beginning) of\b", words)
    edition = _EDITION.search(words.partition(",")[0])
    return f"{'on' if _DAY.match(words) else 'at' if end or edition else 'in'} {words}"


def adverbial(words: str) -> bool:
    """Whether a reason stands apart from its sentence: mainly because of rain.

    >>> adverbial("mainly because of rain"), adverbial("because of rain")
    (True, False)
    """
    return words.startswith(
        ("mainly ", "mostly ", "largely ", "chiefly ", "partly ", "primarily ", "in part ")
    )


def inside(titled: str, org: str) -> bool:
    """Whether somebody with a title is at, and not of, where they work: a team leader, a head of something.

    >>> inside("Li Min, head of research", "the Hainan Institute"), inside("Li Min, director", "the bureau")
    (True, False)
    """
    return workplace(org) or (" of " in titled and "ommittee" not in titled and bool(_ACADEMY.search(org)))


def workplace(words: str) -> bool:
    """Whether English words are where people work, and no body that has its offices: the rod plant.

    >>> workplace("the rod plant"), workplace("Hongtai Rod Plant"), workplace("the bureau")
    (True, False, False)
    """
    return bool(_WORKPLACE.search(words))


def place(name: str) -> str:
    """The preposition in front of a place.

    Of one typed with its own, nothing.

    >>> place("Zumiao Road"), place("the Ancestral Temple"), place("the bend of the Fen River in Pingtan")
    ('on', 'at', 'on')
    >>> place("along the Fen River")
    ''
    """
    if _WHERE.match(name):
        return ""
    return "on" if _ON.search(re.split(r",| in ", name)[0]) else "at"
