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
_MANY_OF = regex(
    r"^(?!(?:.* )?(?:chief|head|general|principal|first|only|lead)\b)"
    r".*?\b(?:teacher|lecturer|professor|engineer|technician|nurse|"
    r"surgeon|student|driver|researcher|worker|resident|intern|graduate|welder|operator|courier|rider|volunteer|guide|"
    r"designer|programmer|sailor|trainee|apprentice)$"
)
"""What many of one organization are: a lecturer at the university, and not its chief engineer."""


def role(words: str, *, inside: bool = False) -> str:
    """The article before what somebody is who is one of many, or of many at a hospital (``inside``).

    >>> [role(words) for words in ("marionette artist", "a nurse", "orchard owner", "mayor")]
    ['a ', '', 'an ', '']
    >>> [role(words, inside=True) for words in ("lecturer", "senior engineer", "chief engineer", "curator")]
    ['a ', 'a ', '', '']
    """
    bare = words[:1].islower() and words.split(" ", maxsplit=1)[0] not in articles.DETERMINED
    return f"{article(words)} " if bare and (_MANY_OF if inside else _ROLE).search(words) else ""


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
