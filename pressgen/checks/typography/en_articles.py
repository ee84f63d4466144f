"""a and an, by the sound of what follows: an hour, a unicorn, an SOE, a CPPCC member, an 8-hour visit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressgen.checks.typography.habit import PRESS, Edit, Habit, rule

_ARTICLE = re.compile(
    r"(?:(?<=[\s(“‘\"—–])|^)(a|an|A|An)[ \u00a0]+([“‘\"']?)([$€£¥]?)([A-Za-z0-9][\w’'&./,-]*)", re.ASCII
)
_SILENT_H = re.compile(r"(?:hours?|hourly|hourlong|honest\w*|hono[u]?r\w*|heirs?|heirloom\w*|heiress\w*)$")
_LIKE_YOU = re.compile(
    r"(?:u$|eu|ewe|unesco|unido|unctad|unan|uni(?!n(?!o)|m[a-z]|d(?!ir)|ll)|us(?:e|ual|u[rf]|ab|age)|ut(?:il|ens|op|ah|re)|ubiq|uk(?:ul|r)"
    r"|ur(?:an(?!d)|ol|in|ea|ug)|ugan|uyg|ufo|one(?:self|plus)?(?![a-z])|once)"
)
_OUT_LOUD = re.compile(
    "NASA|NATO|SARS|FIFA|FAST|LAN|RAM|ROM|SIM|STEM|SWAT|MERS|MOOC|MOOCs|SaaS|RoHS|LiDAR|LIDAR|"
    "NASDAQ|HEPA|NIMBY|RISC|MIDI|LASER|RADAR|SONAR|SOHO|NAFTA|NAPA|SPAC|LEGO|HUAWEI|SAIC|MERCOSUR"
)
_EITHER = re.compile(
    "FAQ|FAQs|SQL|herb|herbal|historic|historical|homage|hotel|hotels|horrific|habitual|heroic|uh|uygur"
)
_SPELT = ("US", "IT")
"""Capitals that are no function word: a US firm, an IT firm."""
_FUNCTION = re.compile(
    "a|an|and|or|but|in|is|are|was|were|be|as|at|of|on|if|it|its|to|the|i|am|into|under|over|any|"
    "all|our|us|up|out|off|after|also|about|above|among|against|around|except|including|unless|"
    "until|upon|has|had|have|will"
)


def _is_open(word: str, bare: str) -> bool:
    """Whether people read a word in two ways: a FAQ, an mp4 or xml file, an 1800s house."""
    if bare[:1].isdigit():
        return bool(re.match(r"1[18]\d\d(?![\d,])", word))
    spelt_small = bare.islower() and not re.search("[aeiouy]", bare)
    return bool(spelt_small or _EITHER.fullmatch(bare) or _EITHER.fullmatch(bare.lower()))


def _by_vowel(word: str) -> bool | None:
    """Whether a word begins with the sound of a vowel; None where people differ."""
    bare = re.split(r"[-’'./,]", word)[0] or word
    if _is_open(word, bare):
        return None
    if word[0].isdigit():
        return bool(re.match(r"8", word) or re.match(r"(?:11|18)(?:,\d{3}(?!\d|,))?(?![\d,]*\d)", word))
    if _is_spelt(bare):
        return bare[0] in "AEFHILMNORSX"
    low = bare.lower()
    if _SILENT_H.match(low):
        return True
    return low[0] in "aeiou" and not _LIKE_YOU.match(low)


def _is_spelt(word: str) -> bool:
    """Whether the word's first letter is said by its name: SOE, R&D, MoU, X-ray."""
    if _OUT_LOUD.fullmatch(word):
        return False
    letters = re.sub(r"[^A-Za-z]", "", word)
    if len(letters) == 1:
        return letters.isupper()
    if not letters[:1].isupper():
        return False
    singular = letters.removesuffix("s")
    capitals = sum(letter.isupper() for letter in singular)
    return (
        capitals >= 2
        and (singular.isupper() or word in ("MoU", "MoUs", "MoC", "IoT", "LoRa"))
        and not _is_said(singular)
    )


def _is_said(word: str) -> bool:
    """A name in capitals that reads like a word: UNESCO, ASEAN, OPEC begin as they are written."""
    return word in (
        "UNESCO",
        "UNICEF",
        "ASEAN",
        "OPEC",
        "APEC",
        "AIDS",
        "AUKUS",
        "EURO",
        "UNIDO",
        "UNIDROIT",
        "UNCTAD",
    )


def _articles(text: str) -> Iterator[Edit]:
    for match in _ARTICLE.finditer(text):
        article, quote, _, word = match.groups()
        if (word not in _SPELT and _FUNCTION.fullmatch(word.lower())) or (
            article == "An" and word[:1].isupper() and not quote
        ):
            continue
        if article in ("A", "An") and _is_label(text, match.start()):
            continue
        vowel = _by_vowel(word)
        wanted = ("an" if vowel else "a").replace("a", article[0], 1)
        if vowel is not None and wanted != article:
            yield Edit(match.start(1), match.end(1), wanted)


def _is_label(text: str, at: int) -> bool:
    """``Grade A office``, ``Ya An said``: a capital inside a sentence is a letter or a name."""
    before = text[:at].rstrip()
    return bool(before) and before[-1] not in ".!?:”’“‘(\"'—–"


HABITS = (
    Habit(
        rule(
            "article",
            "warning",
            "“{text}”应为“{fixed}”：看读音，不看字母",
            "{text} should be {fixed}: it is the sound that counts",
            PRESS,
        ),
        _articles,
    ),
)
