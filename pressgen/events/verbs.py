"""Verbs of a writer's English in the form a sentence needs: build, building, built."""

from __future__ import annotations

from pressgen.dictionary import frequency
from pressgen.english import singular
from pressgen.events.words import listed
from pressgen.regex import regex

_VERB = regex(r"(?P<how>(?:(?:also|[a-z]+ly) )?)(?P<verb>[a-z]+)(?P<rest>(?: .*)?)")
_ANOTHER = regex(r"(?<=[ ,]and )[a-z]+ing(?= )|(?<=[a-z], )[a-z]+ing(?= )")
"""A verb further on: setting up a platform and training staff."""
_SHORT = regex("[^aeiou]*[aeiou][^aeiouwxy]")
"""A verb of one syllable, whose last letter would be doubled if nothing had been cut: mak-ing."""
_HELD = regex(r"(?:an?|no) ")
_WITHOUT = regex("without (?:an? )?")
_STATE = regex(r"(?:newly |legally |duly )?(?!(?:heed|need|seed|speed)\b|[a-z]*(?:ceed|feed)\b)[a-z]{2,}ed\b")
"""What somebody has to be: registered in the city."""
_DOUBLED = regex(r"(?!add).*([bdgmnprt])\1")


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
    if _WITHOUT.match(words):
        return f"have no {_WITHOUT.sub('', words)}"
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
    if verb in listed("whole"):
        return verb
    if not verb.endswith("ing"):
        single = singular(verb)
        return single if verb.endswith("s") and single in listed("verb") else verb
    stem = verb.removesuffix("ing")
    if _DOUBLED.fullmatch(stem):
        return stem[:-1] if frequency(stem[:-1]) > frequency(stem) else stem
    if _SHORT.fullmatch(stem):
        return f"{stem}e"
    return max((stem, f"{stem}e", stem[:-1] if stem.endswith("ll") else stem), key=frequency)


def doing(words: str) -> str:
    """Something, or the doing of it.

    >>> doing("to deepen cooperation"), doing("upgrades of equipment"), doing("improve roads")
    ('deepening cooperation', 'upgrades of equipment', 'improving roads')
    """
    verb, blank, rest = words.removeprefix("to ").partition(" ")
    if verb not in listed("verb") or not blank:
        return words
    return f"{verb if verb.endswith('ee') else verb.removesuffix('e')}ing {rest}"


def past(words: str) -> str:
    """What was done, of a regular verb in another form.

    >>> [past(words) for words in ("attracting", "visit two plants", "sat in", "planning a park")]
    ['attracted', 'visited two plants', 'sat in', 'planned a park']
    """
    verb, blank, rest = words.partition(" ")
    if not (verb.endswith("ing") or verb in listed("verb") | listed("guest")):
        return words
    stem = _base(verb)
    forms = (f"{stem}ed", f"{stem}d", f"{stem}{stem[-1:]}ed", f"{stem[:-1]}ied")
    best = max(forms, key=frequency)
    return best + blank + rest if frequency(best) else words
