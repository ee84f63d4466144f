"""What a sentence opens with: when it was, and what it is about where its template does not say so.

    The branch library will open in May. The branch library has 90 desks.

What it is about is the fact it opens with, with its verb behind it: no one of several, no part, nobody
who says something.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest

from pressgen.document import Mark
from pressgen.drafting.articles import several
from pressgen.drafting.prose import Prose, Subject
from pressgen.figures import Language
from pressgen.regex import regex

FRAMES: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"(?:This year|For the year as a whole|"
        r"(?:By|In|On|From|During|At|As of|Since) [^,.;:]{1,40}(?:, \d{4})?|"
        r"(?:Once|When|After|With) [^,.;:]{3,60}), "
    ),
    "zh": regex(
        "(?:(?:到|截至|自|从)?[0-9年月日第季度至—前三两上下半今底末]+(?:以来|起|前)?|"
        "[\u4e00-\u9fff0-9]{2,24}(?:后|时|之前|期间))，"
    ),
}
"""What a sentence opens with where it says when, or once what."""
IT = "it"
PRONOUNS = (IT, "they")
"""The subject of a sentence that goes on about that of the sentence before."""
_NAMING = frozenset({"what", "who", "noun", "name", "short", "runs"})
"""The facts that name what a sentence is about."""
_OF_OTHERS = regex(
    r"(?:^|\.)(?:quote|remark|attendance|talks|delegation|results?|breakdown|financing|agreements|share|news|"
    r"parties|issuers|of_which)\b"
)
"""Facts of somebody who speaks, won or signed, or of one part of a whole."""
_VERB: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r" (?:has|have|had|is|are|was|were|will|would|ranked|rose|fell|came to|grew|stood at|"
        r"opened|closed|began|started|went into) "
    ),
    "zh": regex("[^、和与及或的中以为（，。；：”]"),
}
"""How it goes on behind all of what it is about."""
_SAYS = regex("(?:说|表示|介绍|指出|透露)[，：]|“")
"""Somebody speaks, of whom more than the opening may be the name."""


def with_subjects(lines: Sequence[Prose], lang: Language) -> list[Prose]:
    """The same sentences, each with what it is about."""
    keys = {
        line.text[line.subject.start : line.subject.end].lower(): line.subject.key
        for line in lines
        if line.subject
    }
    return [
        line if line.subject or (after and _is_pronoun(after)) else _with_subject(line, lang, keys)
        for line, after in zip_longest(lines, lines[1:])
    ]


def _is_pronoun(line: Prose) -> bool:
    """Whether a sentence goes on with "it", which need not be what the one before opens with."""
    return line.subject is not None and line.subject.key in PRONOUNS


def _with_subject(line: Prose, lang: Language, keys: Mapping[str, str]) -> Prose:
    frame = FRAMES[lang].match(line.text)
    start = frame.end() if frame else 0
    mark = next((each for each in line.facts if each.start == start and _names(each)), None)
    if mark is None or not _VERB[lang].match(line.text, mark.end) or _SAYS.search(line.text):
        return line
    words = line.text[start : mark.end]
    key = keys.get(words.lower(), words.lower().removeprefix("the "))
    return replace(line, subject=Subject(start, mark.end, key, several(words)))


def _names(mark: Mark) -> bool:
    """Whether a fact is the name of a thing that a sentence is about."""
    ends = mark.target.rstrip("0123456789.").rpartition(".")[2]
    return mark.end > mark.start and ends in _NAMING and not _OF_OTHERS.search(mark.target)
