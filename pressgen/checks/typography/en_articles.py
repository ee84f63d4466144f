"""a and an, by the sound of what follows: an hour, a unicorn, an SOE, a CPPCC member, an 8-hour visit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressgen.checks.typography.habit import PRESS, Edit, Habit, rule
from pressgen.english import vowel
from pressgen.glossary.pinyin import is_pinyin
from pressgen.regex import regex

_ARTICLE = regex(
    r"(?:(?<=[\s(“‘\"—–])|^)(a|an|A|An)[ \u00a0]+([“‘\"']?)([$€£¥]?)([A-Za-z0-9][\w’'&./,-]*)", re.ASCII
)
_SPELT = ("US", "IT")
"""Capitals that are no function word: a US firm, an IT firm."""
_FUNCTION = regex(
    "a|an|and|or|but|in|is|are|was|were|be|as|at|of|on|if|it|its|to|the|i|am|into|under|over|any|"
    "all|our|us|up|out|off|after|also|about|above|among|against|around|except|including|unless|"
    "until|upon|has|had|have|will"
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
        sound = vowel(word)
        wanted = ("an" if sound else "a").replace("a", article[0], 1)
        if sound is not None and wanted != article:
            yield Edit(match.start(1), match.end(1), wanted)


def _is_label(text: str, at: int) -> bool:
    """``Grade A office``, ``Ya An said``: a capital inside a sentence is a letter or a name."""
    before = text[:at].rstrip()
    return bool(before) and before[-1] not in ".!?:”’“‘(\"'—–"


_OF_A_SCHOOL = regex(
    r"\b(?P<before>[a-z]+,? )the "
    r"(?P<name>(?P<first>[A-Z][\w’'-]*) (?:[A-Z][\w’'-]* ){0,3}(?:University|College))"
    r"(?=[.,;:)]|$| (?:and|in|on|at|to|for|from|with|has|had|was|is|are|were|will|said|signed|opened)\b)"
)
_SCHOOLS = frozenset({"fudan", "peking", "tsinghua", "renmin", "shantou", "soochow"})
"""Names of schools that are not spelt in pinyin, or that are no place."""
_WITH_ARTICLE = frozenset({"hong", "open"})
"""The Hong Kong Polytechnic University calls itself so; open reads like pinyin."""


def _schools(text: str) -> Iterator[Edit]:
    """An article before a school called by a place or a Chinese name; its press and its students have one."""
    for match in _OF_A_SCHOOL.finditer(text):
        first = match["first"].lower().replace("’", "'")
        if first not in _WITH_ARTICLE and (first in _SCHOOLS or is_pinyin(first)):
            yield Edit(match.end("before"), match.end("name"), match["name"])


HABITS = (
    Habit(
        rule(
            "school-article",
            "note",
            "“{text}”应为“{fixed}”：以地名、人名开头的校名不加the",
            "“{text}” should be “{fixed}”: a school called by a name has no article",
            PRESS,
        ),
        _schools,
    ),
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
