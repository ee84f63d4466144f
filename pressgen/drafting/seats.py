"""Where officials sit, said once: a city before its first official, 铜陵市委常委 and not 铜陵市市委常委."""

from __future__ import annotations

from pressgen.drafting import articles
from pressgen.drafting.prose import Prose
from pressgen.english import article
from pressgen.regex import regex

_CITY = regex("[\u4e00-\u9fff]{2,4}?市(?=[^市区县])")
_ROLE = regex(
    r"\b(?:(?!direct|may|govern|manag|command|speak|chancell|minist|lead|found|offic|\w*mast)\w+(?:er|or|ist|ian)|"
    r"nurse|student|resident|chef|monk|guide|intern|graduate|athlete|craftsman|craftswoman|fisherman|salesman|"
    r"businessman|businesswoman|veteran|parent|merchant|tenant|apprentice)$"
)
"""What many are: an artist, a farmer, and not the director or the mayor."""


def role(words: str) -> str:
    """The article before what somebody is who is one of many, and of no organization: a marionette artist.

    >>> [role(words) for words in ("marionette artist", "a nurse", "orchard owner", "mayor")]
    ['a ', '', 'an ', '']
    """
    bare = words[:1].islower() and words.split(" ", maxsplit=1)[0] not in articles.DETERMINED
    return f"{article(words)} " if bare and _ROLE.search(words) else ""


def one_city(groups: list[Prose]) -> list[Prose]:
    """Officials of one city, whose name stands before the first alone: 佛山市副市长……、市商务局局长……."""
    city = _CITY.match(groups[0].text)
    if city is None:
        return groups
    own = regex(f"{city[0]}(?=[^，、]{{0,14}}?(?:局|委|办公室|政府|管理中心))")
    rest = (each.with_words(0, len(city[0]) - 1, "") if own.match(each.text) else each for each in groups[1:])
    return [groups[0], *rest]


def without_seat(org: Prose, title: str) -> Prose:
    """An organisation in front of a title that begins with its last character: 铜陵(市)市委常委."""
    doubled = org.text[-1:] == title[:1] and title[:2] in ("市委", "省委", "区委", "县委", "镇委")
    return org.with_words(len(org.text) - 1, len(org.text), "") if doubled else org
