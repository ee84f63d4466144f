"""A writer's words as the sentence around them needs them: a verb in its base form, several things, a reason.

A field says what it wants (``speech`` in its ``fields.yaml``). What was typed so stands as it was typed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Literal

from pressgen.dictionary import frequency
from pressgen.english import article, plural, singular
from pressgen.events.values import Name, Text, Value
from pressgen.regex import regex

Speech = Literal[
    "", "verb", "doing", "past", "things", "thing", "one", "bare", "unit",
    "reason", "place", "hours", "clause", "that",
]  # fmt: skip

_VERB = regex(r"(?P<how>(?:(?:also|[a-z]+ly) )?)(?P<verb>[a-z]+)(?P<rest>(?: .*)?)")
_ANOTHER = regex(r"(?<=[ ,]and )[a-z]+ing(?= )|(?<=[a-z], )[a-z]+ing(?= )")
"""A verb further on: setting up a platform and training staff."""
_SHORT = regex("[^aeiou]*[aeiou][^aeiouwxy]")
"""A verb of one syllable, whose last letter would be doubled if nothing had been cut: mak-ing."""
_NO_FORM = regex("bring|ring|sing|sling|sting|string|spring|swing|wring|always|besides|overseas")
"""What ends as a form of a verb does, and is none."""
_HELD = regex(r"(?:an?|no) ")
_STATE = regex(r"(?:newly |legally |duly )?(?!(?:heed|need|seed|speed)\b|[a-z]*(?:ceed|feed)\b)[a-z]{2,}ed\b")
"""What somebody has to be: registered in the city."""
_DOUBLED = regex(r"(?!add).*([bdgmnprt])\1")
_BEHIND = regex(
    r" (?:of|for|to|from|in|at|on|with|by|between|under|who|that|which|and|or|[a-z]+ed|[a-z]+ing(?= ))\b.*$"
)
"""What stands behind the noun of a phrase."""
_SEVERAL = regex(
    r"[a-z]+[^sui]s\b|\b(?:people|men|women|children|staff|police|personnel|those)\b", re.IGNORECASE
)
_DOES = regex(
    "accelerate|add|attract|build|buy|construct|create|cultivate|deepen|develop|digitize|encourage|enhance|establish|"
    "expand|explore|foster|improve|install|introduce|maintain|modernize|optimize|promote|protect|renovate|replace|"
    "restore|strengthen|subsidize|widen"
)
"""Verbs that are no nouns; to these a verb in its third person is cut."""
_LOOKS = regex("ask|discuss|experience|inspect|learn|listen|look|talk|taste|tour|visit|watch")
"""More of them, of guests."""
_ARTICLE = regex("^an? ")
_DETERMINED = regex(
    r"(?:an?|the|all|both|each|every|its|no|our|some|their|these|this|those|most|many|any|\d\S*|[a-z]+'s) ",
    re.IGNORECASE,
)
_RARE = 33
"""What there is much of has its plural less often than once in so many times."""
_COUNTED = regex("app|college|couple|garage|gym|home|homestay|kindergarten")
"""What there may be several of, though that is said more rarely."""
_THE = regex("total|rest|remainder|public|average")
_MUCH = regex(
    "(?!station|institution|exhibition|competition|junction|section|intersection|delegation|association|auction|agreement|"
    "department|apartment|monument|government|document|instrument|conference|residence|entrance|outage|shortage|village|stage|package|community|facility|city|"
    "university|building|meeting|crossing)"
    "(?:.+(?:tion|sion|ment|ance|ence|age|ing|ship|ness|ity)"
    "|access|admission|demand|dust|fog|gas|hail|haze|heat|ice|mud|oil|rust|sand|smoke|snow|weather|wind|approval|art|care|charge|coal|delivery|entry|food|freight|land|power|rain|rent|repair|ride|school|"
    "service|space|staff|supply|time|trade|transport|travel|treatment|water|work)"
)
"""What stands without an article, though there may be several of it."""
_UNIT = regex("[a-z]+")
_LED = regex(
    r"(?:[a-z]+ly |only |just )?"
    r"(?:about|above|across|after|ahead|along|amid|among|around|as|at|because|before|behind|below|beside|between|beyond|by|"
    r"despite|down|due|during|following|for|from|given|in|inside|near|next|off|on|once|opposite|out|outside|over|owing|"
    r"pending|since|so|subject|thanks|through|to|under|until|up|upon|when|where|while|with|within|without)\b",
    re.IGNORECASE,
)
"""What leads words: a preposition or a conjunction."""
_LED_ZH = regex(
    ".{0,3}(?:因|受|由于)|为|按|依|根据|鉴于|随着|在|经|应|遵|出于|待|等|当|以|.*(?:期间|时|后|前|原因)$"
)
_WITHIN = regex(
    "(?:.* (?:District|County|Town|Township|Village|City|Province|Zone|Area)|[A-Z][a-z]+)(?:, [A-Z].*)?"
)
"""A place that one is in, and not at."""


def fitted(value: Value, speech: Speech) -> Value:
    """Words as a field wants them, in each language; what is not in words is left as it is."""
    fit = _FITS.get(speech)
    if not fit or not isinstance(value, Text | Name):
        return value
    zh = _reason_zh(value.zh) if speech == "reason" and value.zh else value.zh
    return replace(value, zh=zh, en=fit(value.en) if value.en and "{" not in value.en else value.en)


def base(words: str) -> str:
    """A verb phrase in its base form; what somebody is or has with its verb.

    >>> [base(words) for words in ("to build roads", "setting up a hub", "jointly making cars", "adds desks")]
    ['build roads', 'set up a hub', 'jointly make cars', 'add desks']
    >>> base("training staff and opening schools"), base("focus on trade"), base("bring in talent")
    ('train staff and open schools', 'focus on trade', 'bring in talent')
    >>> base("registered in Foshan"), base("no criminal record"), base("speed up approval")
    ('be registered in Foshan', 'have no criminal record', 'speed up approval')
    """
    words = words.removeprefix("to ")
    if _HELD.match(words):
        return f"have {words}"
    if _STATE.match(words):
        return f"be {words}"
    found = _VERB.fullmatch(words)
    if not found:
        return words
    verb = _base(found["verb"])
    rest = found["rest"]
    if found["verb"].endswith("ing") and verb != found["verb"]:
        rest = _ANOTHER.sub(lambda other: _base(other[0]), rest)
    return found["how"] + verb + rest


def _base(verb: str) -> str:
    if _NO_FORM.fullmatch(verb):
        return verb
    if not verb.endswith("ing"):
        single = singular(verb)
        return single if verb.endswith("s") and _DOES.fullmatch(single) else verb
    stem = verb.removesuffix("ing")
    if _DOUBLED.fullmatch(stem):
        return stem[:-1] if frequency(stem[:-1]) > frequency(stem) else stem
    if _SHORT.fullmatch(stem):
        return f"{stem}e"
    return max((stem, f"{stem}e", stem[:-1] if stem.endswith("ll") else stem), key=frequency)


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


def _thing(words: str) -> str:
    """One thing with its article, in small letters; what there is much of has none.

    >>> [_thing(words) for words in ("production line", "the race", "parking", "flights to Osaka", "Line 3")]
    ['the production line', 'the race', 'parking', 'flights to Osaka', 'Line 3']
    """
    return f"the {words}" if words.startswith("total ") or _bare_thing(words) else words


def _one(words: str) -> str:
    """One thing that has not been told of.

    >>> [_one(words) for words in ("bank loan", "bonds", "own funds", "burst pipe", "construction")]
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
    return bool(_THE.fullmatch(noun) or (_countable(noun) and not _MUCH.fullmatch(noun)))


def _head(words: str) -> str:
    """The noun of a phrase, or a name that ends it."""
    return _BEHIND.sub("", words).rpartition(" ")[2].rpartition("-")[2]


def _countable(noun: str) -> bool:
    """Whether a noun is one that there are several of, as books and papers have it."""
    many = plural(noun)
    usual = frequency(many) * _RARE >= frequency(noun) > 0
    return noun.islower() and noun.isalpha() and many != noun and (usual or bool(_COUNTED.fullmatch(noun)))


def _unit(words: str) -> str:
    """Of each: an hour, where the hour alone was typed."""
    alone = _UNIT.fullmatch(words) and words not in ("each", "apiece", "altogether")
    return f"{article(words)} {words}" if alone else words


def led(words: str) -> bool:
    """Whether a preposition or a conjunction leads English words: in planned investment."""
    return bool(_LED.match(words))


def _reason(words: str) -> str:
    return words if _LED.match(words) else f"because of {_one(words)}"


def _reason_zh(words: str) -> str:
    return words if _LED_ZH.match(words) else f"因{words}"


def _place(words: str) -> str:
    if _LED.match(words):
        return words
    return f"in {words}" if _WITHIN.fullmatch(words) else f"at {words}"


def _clause(words: str) -> str:
    return words.removeprefix("that ")


def _that(words: str) -> str:
    return words if words.startswith(("that ", "of ")) or _LED.match(words) else f"that {words}"


def _doing(words: str) -> str:
    """Something, or the doing of it.

    >>> _doing("to deepen cooperation"), _doing("upgrades of equipment"), _doing("improve roads")
    ('deepening cooperation', 'upgrades of equipment', 'improving roads')
    """
    verb, blank, rest = words.removeprefix("to ").partition(" ")
    if not _DOES.fullmatch(verb) or not blank:
        return words
    return f"{verb.removesuffix('e')}ing {rest}"


def _past(words: str) -> str:
    """What was done, of a regular verb in another form.

    >>> [_past(words) for words in ("attracting", "visit two plants", "sat in", "planning a park")]
    ['attracted', 'visited two plants', 'sat in', 'planned a park']
    """
    verb, blank, rest = words.partition(" ")
    if not (verb.endswith("ing") or _DOES.fullmatch(verb) or _LOOKS.fullmatch(verb)):
        return words
    stem = _base(verb)
    forms = (f"{stem}ed", f"{stem}d", f"{stem}{stem[-1:]}ed", f"{stem[:-1]}ied")
    best = max(forms, key=frequency)
    return best + blank + rest if frequency(best) else words


def _bare(words: str) -> str:
    return _ARTICLE.sub("", words)


def _hours(words: str) -> str:
    return f"from {words}" if words[:1].isdigit() and " to " in words else words


_FITS: Mapping[str, Callable[[str], str]] = {
    "verb": base,
    "things": several,
    "thing": _thing,
    "one": _one,
    "unit": _unit,
    "reason": _reason,
    "place": _place,
    "clause": _clause,
    "that": _that,
    "doing": _doing,
    "past": _past,
    "hours": _hours,
    "bare": _bare,
}
