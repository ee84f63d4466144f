"""Articles and prepositions before English names and numbers: an 8% rise, the Bureau, on Zumiao Road."""

from __future__ import annotations

import re
from functools import cache

from pressgen import packaged
from pressgen.drafting import companies
from pressgen.english import article
from pressgen.regex import compiled, regex

_CARDINAL = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds|several|[1-9][0-9,]*"
_SEVERAL = regex(
    rf"(?:(?:more than|over|nearly|about|at least|at most|up to) )?(?:{_CARDINAL}) (?:.*[^s\W])?s$"
    r"|(?:a|an|the|its|our|their|one) ",
    re.IGNORECASE,
)
"""Several things, or a name that has its article."""

_WORDS = (
    "academy administration agency alliance area assembly association authority balance base branch "
    "bridge bureau canal carnival center centre ceremony chain chamber championship championships "
    "college commission committee company confederation conference congress consortium consulate "
    "corporation council cup delegation delta department district exhibition expressway expo fair "
    "federation festival forum fund games government group gymnasium hall highway index institute "
    "laboratory invitational law league marathon market measures ministry museum number observatory office "
    "open opinions parade park plan plant project race rate ratio region regulations school society "
    "stadium station substation summit team theater tunnel tournament university value volume zone"
)
_COMMON = frozenset(_WORDS.split())
"""Common nouns that names of bodies, events and places are made with: these take an article."""

_WITHOUT = frozenset({"district", "park", "station"})
"""Last words of places that take no article: Shunde District, Qiandeng Lake Park."""


_OPENING = regex(
    r"(?:19|20)\d\d |(?:.* )?average$|average (?!(?:[a-z-]+ )?"
    r"(?:attendance|consumption|demand|income|occupancy|output|pay|productivity|rainfall|spending|stay|use)\b)",
    re.IGNORECASE,
)
"""What has an article by its first word: the average price; of what there is much, the average has none."""
_SCHOOL = regex(
    r"(?!(?:American|Chinese|Communication|Federal|International|National|Open|Royal|Technical|The|University"
    r"|College|School|Party|Senior|Junior|State|Vocational|Affiliated) )"
    r"[A-Z](?:(?!Party).)*(?: (?:University|College|School)|[a-z] University (?:of|School of) .+)"
)
"""What is a school's own name from the first word to the last; the Open University has its article."""
_OWNERS = regex(
    r"\b(?:[Pp]eople|[Cc]hildren|[Ww]omen|[Mm]en|[Gg]irl|[Bb]oy|[Mm]other|[Mm]aster|[Bb]achelor|[Ff]armer|[Tt]eacher|[Ww]orld)$"
)
"""Those for whom a house or a race is, and who do not own it: the Foshan Women's and Children's Hospital."""
_OWNED = regex(r"([A-Z][\w-]*(?: [A-Z][\w-]*)*)[’']s ")
"""Somebody's: Leping's record."""
_VENUE = regex(
    r"\w (?:Aquarium|Arena|Cent(?:er|re)|Gymnasium|Hall|Hotel|Library|Museum|Palace|Planetarium|Stadium|"
    r"Theat(?:er|re))$"
)
"""What an event takes place in: at the Guangzhou Sports Center."""
_CITY = regex(
    r" (?:[A-Z][\w-]*(?:ation|logy|[tT]ech|ware|ence|ture|port)|Sports?|Book|Industr(?:y|ial)|Flower|Film|"
    r"Health|Media|Medical|Park|Toy|Trade|University) City$"
)
"""A district called a city by what is in it, and no city: the Guangzhou Science City."""
_DIVISION = compiled(r" (?:District|County|Town|City|Province|Prefecture)$")
DETERMINED = frozenset(
    {"a", "all", "an", "both", "each", "every", "its", "no", "our", "some", "the", "their", "these", "this"}
)
"""Words behind which no other article stands."""
_UNNAMED = regex(r"(?:a|an|the) (?=[a-z])")
"""Something that is no proper name, with its article: a gearbox plant."""


_FIRM = regex(
    r"\w (?<!Leading )(?<!Working )(?<!Expert )(?<!Steering )(?<!Study )(?<!Party )"
    r"(?:Chain(?= of [A-Z][\w-]+(?: [A-Z][\w-]+)?$|$)|Group$)"
)
"""A company's name, which has no article: Nanfang Equipment Group, but the Leading Group, a supply chain."""
_NUMBERED = regex(
    r"(?:[A-Z][\w’'-]* ){0,3}"
    r"(?i:phase|stage|lot|section|block|line|gate|hall|terminal|berth|pier|unit|building|route) "
    r"(?:[IVX]+|\d+|[A-Z]|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive)\b"
)
"""What is called by its number, or letter, which has no article: Phase I of the park."""
_BARE_PLURAL = regex(r"[a-z]|[1-9]\d* (?=[a-z])")
"""How words begin that may be several things nobody knows yet: 36 school lines."""
_PLACE = regex(r"(?:first|second|third|fourth|fifth|last) (?:place|prize)\b", re.IGNORECASE)
"""What somebody takes in a race, which has no article: third place in the mixed race."""
_FLOW = regex(
    r"^(?:[a-z-]+ )?(?:cargo|container|export|freight|import|parcel|passenger|sales|trade|trading|traffic)"
    r" volume$"
)
"""How much there was, which has no article: cargo volume rose."""
_BEHIND_NOUN = regex(
    r" (?:of|for|to|from|in|at|on|between|under|with|by|across|along|through|via|into|within|among|per|"
    r"than|that|which|who|aged|off|without|outside|inside|around|near|against|beyond|behind|after|before|since)\b"
)
_MUCH = regex(
    r"(?:cargo|consumption|employment|energy|farming|fishing|freight|funding|housing|income|investment|lending|machinery|"
    r"output|production|rainfall|revenue|spending|tourism|trade|traffic|transport)$"
)
"""What there is much of, whatever stands behind it: freight shipped by cold chain."""
_BEHIND_HEAD = regex(
    r" (?:of|for|to|from|in|at|on|by|with|moved|shipped|carried|handled|made|received|sent|sold|spent) "
)
_QUOTED = regex('“[^”]*”|"[^"]*"')
_MANY = regex(rf"(?:all |the |its )?(?!(?:19|20)\d\d\b)(?:{_CARDINAL}) \w", re.IGNORECASE)
"""More than one of something whose plural has no ending: all 38 staff."""
_NAMED = regex(r"(?:the )?(?:[A-Z][a-z]+ [A-Z]|\d{3,}(?: [a-z-]+)* (?:hotline|helpline|line|platform)$)")
"""A name, of which a number is a part: the Three Gorges Authority, the 12345 hotline."""
_BY_NUMBER = regex(
    r"(?:the )?(?:[A-Z][\w-]* )?[A-Z][a-z]*[^\Wsu]s (?:No\. ?)?[0-9]+"
    r"(?:-[0-9]+| (?:to|and|or) (?:No\. ?)?[0-9]+)\b"
)
"""Several things by their numbers: Berths 10 to 12, Units 3 and 4."""
_DONE = regex(r"(?<=[a-z]s) (?:[a-z]+[a-z]ed|built|born|held|made|sold|taken)$")
"""What was done to things: documents required."""
_PLURAL = regex(
    r"(?:(?<!Custo)(?<![Ss]eri)(?<!bas)(?<!analys)(?<!cris)[^su]s|(?:bure|plate)aus|(?:^|\b)(?:people|men|women|children|police|those))$"
)
"""A noun's plural by its ending; bus and class are none."""


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
    >>> the("Fudan University", "body"), the("University of Macau", "body")
    ('Fudan University', 'the University of Macau')
    >>> the("IHK Region Ulm", "body"), the("ASEAN Center", "body"), the("NBS Office in Ulm", "body")
    ('IHK Region Ulm', 'the ASEAN Center', 'the NBS Office in Ulm')
    >>> the("Phase II of the Weigang Park", ""), the("Gate B of the Weigang Stadium", "")
    ('Phase II of the Weigang Park', 'Gate B of the Weigang Stadium')
    >>> the("phase two of the Weigang Park", ""), the("building of the Weigang Park", "")
    ('phase two of the Weigang Park', 'the building of the Weigang Park')
    >>> the("Bus Route 28 from the station", ""), the("bus route to the station", "")
    ('Bus Route 28 from the station', 'the bus route to the station')
    >>> the("Weigang Cold Chain", ""), the("industrial chain", ""), the("Weigang Leading Group", "body")
    ('Weigang Cold Chain', 'the industrial chain', 'the Weigang Leading Group')
    >>> the("Weigang Cold Chain of Norway", ""), the("Weigang Cold Chain A/S", "")
    ('Weigang Cold Chain of Norway', 'Weigang Cold Chain A/S')
    >>> the("average occupancy of hotels", ""), the("average price of homes", "")
    ('average occupancy of hotels', 'the average price of homes')
    >>> the("36 school lines", ""), the("school line", "")
    ('36 school lines', 'the school line')
    >>> the("third place in the mixed race", ""), the("mixed race", "")
    ('third place in the mixed race', 'the mixed race')
    >>> the("Weigang Meteorological Observatory", "body")
    'the Weigang Meteorological Observatory'
    >>> the("Weigang Exhibition Group Co., Ltd.", "")
    'Weigang Exhibition Group Co., Ltd.'
    >>> the("Haiyu in Weigang New Area", ""), the("Weigang New Area in Luzhou", "")
    ('Haiyu in Weigang New Area', 'the Weigang New Area in Luzhou')
    """
    owner, apostrophe, _ = name.replace("’", "'").partition("'s ")
    if apostrophe and not _OWNERS.search(owner):  # Lanshan District's output, Foshan's parks
        return the(owner, "place" if _DIVISION.search(owner) else kind) + name[len(owner) :]
    itself = re.split(r" (?:in|at) (?=[A-Z])", name, maxsplit=1)[0]  # Liuqi in Liudong New Area is no area
    words = re.findall(r"[a-z]+", itself.lower())
    if (kind == "place" and words and words[-1] in _WITHOUT) or is_school(name) or name in _bare():
        return name
    if _NUMBERED.match(name) or _FLOW.search(name) or _PLACE.match(name) or _is_much(name):
        return name
    if firm := _FIRM.search(itself):
        words = re.findall(r"[a-z]+", (itself[: firm.start() + 1] + itself[firm.end() :]).lower())
    common = any(word in _COMMON for word in words) or is_venue(name) or _OPENING.match(name)
    many = _BARE_PLURAL.match(name) is not None and several(name)  # patients from the new area
    head = _BEHIND_NOUN.split(name.lower(), maxsplit=1)[0].split()
    if re.match(r"[A-Z]{2,}\b", name) and head[-1] not in _COMMON:  # IHK Region Stuttgart
        return name
    if (
        kind in ("person", "company")
        or companies.is_firm(name)
        or not common
        or many
        or words[0] in DETERMINED
    ):
        return name
    return f"the {name}"


def _is_much(name: str) -> bool:
    """Whether it is so much of something, by the noun in front of a preposition or a participle."""
    head = _BEHIND_HEAD.split(name, maxsplit=1)[0]
    return name[:1].islower() and head != name and bool(_MUCH.search(head))


def is_venue(name: str) -> bool:
    """Whether it is a hall, a museum or the like, which has an article where no list says otherwise.

    >>> [is_venue(name) for name in ("Anji Sports Center", "Suixi Science City", "Carnegie Hall")]
    [True, True, False]
    """
    found = _VENUE.search(name) or _CITY.search(name)
    return bool(found) and name not in _bare() and not name.lower().startswith(("the ", "hall "))


@cache
def _bare() -> frozenset[str]:
    """Names that take no article although their kind does."""
    return frozenset(row["name"] for row in packaged.rows(__file__, "venues.csv"))


def is_school(name: str) -> bool:
    """Whether it is a school called by somebody's or a place's name, which takes no article.

    >>> [is_school(name) for name in ("Renmin University of China", "Yan'an No. 1 Middle School")]
    [True, True]
    >>> [is_school(name) for name in ("Open University", "Fudan University Press")]
    [False, False]
    """
    return bool(_SCHOOL.fullmatch(name))


def definite(words: str) -> str:
    """Words with the definite article, unless they have one of their own.

    >>> definite("four-car trains"), definite("all 12 trains")
    ('the four-car trains', 'all 12 trains')
    >>> definite("Leping's record"), definite("women's record"), definite("World's Fair")
    ("Leping's record", "the women's record", "the World's Fair")
    """
    owner = _OWNED.match(words)
    owned = owner is not None and not _OWNERS.search(owner[1])
    return words if owned or words.split(" ", maxsplit=1)[0].lower() in DETERMINED else f"the {words}"


def its(name: str) -> str:
    """Something of somebody's: by its name, or as theirs where it has none.

    >>> its("a tea plant"), its("Smart Equipment Park")
    ('its tea plant', 'the Smart Equipment Park')
    """
    return _UNNAMED.sub("its ", name, count=1) if _UNNAMED.match(name) else the(name, "")


def several(words: str) -> bool:
    """Whether English words are several things, such as flights from a city.

    >>> several("dogs off the leash"), several("the “Cups at Work” program")
    (True, False)
    >>> several("the Three Gorges Navigation Authority"), several("the three bureaus")
    (False, True)
    >>> several("the 12345 hotline"), several("the 110 staff")
    (False, True)
    >>> several("Berths 10 to 12"), several("Units 3 and 4 of the plant"), several("Class 2 to 4")
    (True, True, False)
    >>> several("documents required"), several("the press held")
    (True, False)
    >>> several("flights between two cities"), several("the bus"), several("people aged 60 or older")
    (True, False, True)
    >>> several("drone flights, except for rescue,"), several("the city's funds, all passed on,")
    (True, True)
    """
    if words.endswith(","):  # an aside, typed with its commas
        words = words.partition(",")[0]
    head = _BEHIND_NOUN.split(_QUOTED.sub("so", words), maxsplit=1)[0].rstrip()
    return " and " in head or bool(
        _PLURAL.search(head)
        or _PLURAL.search(_DONE.sub("", head))
        or (_MANY.match(head) and not _NAMED.match(head))
        or _BY_NUMBER.match(words)
    )
