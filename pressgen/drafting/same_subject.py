"""Whether a sentence is about what the one before was, although it names it otherwise."""

from __future__ import annotations

import re

from pressgen.drafting.prose import Prose
from pressgen.figures import Language
from pressgen.regex import regex

_OWNS: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r" (?:has|have|holds?|covers?|employs?|houses?|seats?|will have|can hold|has been under|costs?) "
    ),
    "zh": regex(
        "(?:现|共|拥|设|配|藏|建)?有|正在建设|设(?!计|备)|占地|可(?:容纳|停|供)|开设|配备|总投资|建筑面积|全长|"
        "(?:计划|拟)(?:总?投资|于)|接待|吸引|将(?:于|由|有)|每[人车张辆][次]?收费|"
        "(?:[0-9]{4}年)?[0-9]{1,2}月(?:开工|动工|建成|投用|开放|启用)"
    ),
}
"""How a sentence goes on that says what a place has."""
_THIS = "该"
_OF = regex(r" (?:for|of|at|in|on|to|by|with|from|near) ")
"""What stands behind it is not what English words are about: nights at hostels."""
_GOES_ON = regex(r" (?:has|have|had|is|are|was|were|will|first|also|[a-z]+ed) ")
_FURTHER = regex(r" (?:between|of|from|in|at|on|for) ")
_ACCOUNTS = regex(r" accounts? for | accounted for ")
_AWAY = regex(r"\b(?:within|around|near|outside|kilometers|meters|miles|north|south|east|west) ")
"""What is no part of a thing but lies so far from it: the area within 100 kilometers of the plant."""


def about_the_same(before: Prose, line: Prose, about: str, key: str, lang: Language) -> bool:
    """Whether it is; ``about`` and ``key`` are by what both subjects are known."""
    ways = (_of_them, _opens, _shorter)
    return _part(about, key, line) or any(way(before, line, lang) for way in ways)


def _part(about: str, key: str, line: Prose) -> bool:
    """Whether a sentence is about something of which the one before told one thing: 稀土产业产值……，占……."""
    if not line.subject or not key:
        return False
    accounts = line.text.startswith("占", line.subject.end) and (
        about.startswith(key) or f"（{key}）" in about
    )
    share = _ACCOUNTS.match(line.text, line.subject.end) and about.endswith(
        tuple(f" {to} {the}{key}" for to in ("of", "to", "by", "at") for the in ("", "the "))
    )
    inside = about.endswith((f"的{key}", f" of the {key}")) and not _AWAY.search(about)
    return accounts or bool(share) or inside


def _of_them(before: Prose, line: Prose, lang: Language) -> bool:
    """Whether the English sentence before told the parts of what this one is about, they."""
    if lang == "zh" or not line.subject or line.subject.start:
        return False
    about = line.text[: line.subject.end]
    return about.startswith("The ") and before.text.startswith(f"Of the {about[4:]}, ")


def _shorter(before: Prose, line: Prose, lang: Language) -> bool:
    """Whether a sentence says what a place has that the one before called by a longer name.

    The southern branch opened in May. The branch has 90 beds.
    """
    named, subject = before.subject, line.subject
    if not named or not subject or subject.start:
        return False
    if lang == "zh" and line.text.startswith(_THIS):  # this wharf, of the second phase of a wharf
        return line.text[len(_THIS) : subject.end] in before.text[named.start : named.end]
    if not _OWNS[lang].match(line.text, subject.end):
        return False
    longer, short = before.text[named.start : named.end], line.text[: subject.end]
    if lang == "zh":
        return len(short) > 1 and longer != short and longer.removesuffix("”").endswith(short)
    return short.startswith("The ") and longer.lower().endswith(short[3:].lower()) and not _OF.search(longer)


def _opens(before: Prose, line: Prose, lang: Language) -> bool:
    """Whether the English sentence before begins with the subject of this one, in the writer's own words."""
    subject = line.subject
    if lang == "zh" or not subject or subject.start:
        return False
    first, about = before.text, line.text[: subject.end]
    longer = about.startswith(("The ", "the ")) and _FURTHER.match(first, subject.end)
    return first.startswith(f"{about} ") and bool(longer or _GOES_ON.match(first, subject.end))
