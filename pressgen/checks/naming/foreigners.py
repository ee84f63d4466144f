"""Foreigners written by sound, 彼得·哈默: one name all through, and one of that sound."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pressgen.checks.naming import rules
from pressgen.checks.naming.lexicon import mentions
from pressgen.checks.naming.passage import Passage
from pressgen.checks.naming.persons import forenames
from pressgen.checks.naming.skeleton import may_sound
from pressgen.checks.naming.sounds import letters
from pressgen.checks.naming.tables import pairs, rows
from pressgen.checks.terminology.dictionary import is_word
from pressgen.findings import Finding, Fix
from pressgen.glossary.pinyin import readings
from pressgen.glossary.syllables import is_pinyin
from pressgen.regex import regex

_ZH = regex("([\u4e00-\u9fff]{1,6})·([\u4e00-\u9fff]{2,7})")
_NO_PERSON = regex("[\u4e00-\u9fff]*?(?:公司|集团|大学|学院|医院|奖|杯|州|市|县|岛|号)")
_LATIN = regex(
    r"[\u4e00-\u9fff]{2,7}[（(]([A-Z\u00c0-\u017d][a-z\u00df-\u024f]+ [A-Z][a-z\u00df-\u024f]+)[）)]"
)
_BEHIND = regex(
    "(?:[说称将在与和的是为获以对向从由也曾及当出率带]|表示|介绍|认为|指出|强调|先生|女士|教授|博士).*"
)
_BRIEF = 120
"""Characters of a passage in which one foreigner is likely the only one."""
_WORD = "[A-Z\u00c0-\u017d][a-z\u00df-\u024f]+"
_FULL = regex(rf"(?<![\w’'&-])({_WORD}) ({_WORD})(?![\w-]| [A-Z])")
_VERBS = (
    "said|says|told|has|had|is|was|will|did|gave|made|went|came|left|took|won|spoke|wrote|led|taught|began|met|also|"
    "later|once|never|now|who|[a-z]{2,}ed"
)
_ALONE = regex(
    rf"(?:(?<=[.!?”\"] )|^)([A-Z\u00c0-\u017d][a-z\u00df-\u024f]{{3,}})(?= (?:{_VERBS})\b)", re.MULTILINE
)


def check(passage: Passage) -> Iterator[Finding]:
    """The one foreigner of a passage under another family name later on, or by a name of another sound."""
    yield from _replaced(passage)
    named = list(_ZH.finditer(passage.zh_around)) if passage.zh_around.count("·") == 1 else []
    if not named or named[0].group() not in passage.zh or _NO_PERSON.match(named[0][2]):
        return
    latin = _LATIN.match(passage.zh, passage.zh.index(named[0].group()) + len(named[0][1]) + 1)
    people = {
        match.group(): match
        for match in _FULL.finditer(passage.en)
        if (match.group() == latin[1] if latin else _may_be_person(match))
    }
    if len(people) != 1:
        return
    person = next(iter(people.values()))
    if latin or _may_begin(person[2], named[0][2]):
        yield from _later(passage, person, named[0])
    elif _may_begin(person[1], named[0][1]) and len(passage.zh) <= _BRIEF and not _is_own(named[0].group()):
        yield _told(passage, person.span(2), named[0], person[2])


def _replaced(passage: Passage) -> Iterator[Finding]:
    """The one foreigner whose family name nobody in the English can have, for the one who is nobody there."""
    zh = {match.group(): match for match in _ZH.finditer(passage.zh) if not _NO_PERSON.match(match[2])}
    en = {match.group(): match for match in _FULL.finditer(passage.en) if _may_be_person(match)} if zh else {}
    if len(zh) != len(en) or any(_is_own(name) for name in zh) or _LATIN.search(passage.zh):
        return
    lacking = [
        match for match in zh.values() if not any(_may_be_his(match, other[2]) for other in en.values())
    ]
    strange = [
        match for match in en.values() if not any(_may_be_his(other, match[2]) for other in zh.values())
    ]
    if len(lacking) == len(strange) == 1 and _has_forename(lacking[0][1], strange[0][1]):
        yield _told(passage, strange[0].span(2), lacking[0], strange[0][2])


def _may_be_his(zh: re.Match[str], name: str) -> bool:
    """Whether a family name may be one: the last characters may belong to the next word."""
    family = _BEHIND.sub("", zh[2])
    shortest = len(family) if family != zh[2] else 2
    return any(may_sound(family[:length], name) for length in range(shortest, len(family) + 1))


def _has_forename(zh: str, name: str) -> bool:
    """Whether what stands before the dot ends in a forename, as in 教练马丁."""
    return any(may_sound(zh[-length:], name) for length in range(2, len(zh) + 1)) or len(zh) == 1


def _may_be_person(name: re.Match[str]) -> bool:
    """Whether words are a name, nothing that is listed, and no Chinese name in pinyin."""
    if is_pinyin(name[1].lower()) and is_pinyin(name[2].lower()):
        return False
    sure = name[1].lower() in forenames() or not is_word(name[2].lower())
    return sure and not mentions(name.group(), "en")


def _is_own(zh: str) -> bool:
    """Whether a name is Uygur, Tibetan or the like, whose second part may be the father's and left out."""
    return any(part in zh for part, _ in pairs("transcriptions.csv"))


def _later(passage: Passage, person: re.Match[str], named: re.Match[str]) -> Iterator[Finding]:
    """A subject of the English that nobody is called, where the Chinese has the family name again."""
    again = passage.zh.count(named[2][:2]) > 1
    for match in _ALONE.finditer(passage.en, person.end()) if again else ():
        word = match[1]
        if word in person.group() or word.lower() in _common() or mentions(word, "en"):
            continue
        if passage.en.count(person[2]) == 1 and not re.search(rf"\b{word.lower()}\b", passage.en):
            at = passage.zh.index(named.group())
            yield rules.FAMILY.at(
                passage.en_span(*match.span(1)),
                Fix(person[2]),
                (passage.zh_span(at, at + len(named.group())),),
                text=word,
                zh=named.group(),
                name=person[2],
            )


def _may_begin(name: str, zh: str) -> bool:
    """Whether a family name may be written with such a first character: 哈默 is no Palmer."""
    first = letters(name)[:1]
    initials = {_initial(reading) for reading in readings(zh[0])}
    if first == "p" and initials == {"f"}:
        return letters(name)[1:2] == "h"
    return not first or not initials or any(first in _begins().get(initial, first) for initial in initials)


def _initial(syllable: str) -> str:
    return syllable[:2] if syllable[:2] in ("zh", "ch", "sh") else syllable[:1]


@cache
def _begins() -> dict[str, str]:
    """For each initial of pinyin the letters a foreign name so written may begin with."""
    return {row["initial"]: row["letters"] for row in rows("initials.csv")}


@cache
def _common() -> frozenset[str]:
    return frozenset(_COMMON_ROWS.split())


_COMMON_ROWS = """
this that these those there they here what who which when where while with within without after before
both each many most some such since then thus though although also another every everyone everything nobody
nothing none however instead meanwhile moreover later earlier today yesterday tomorrow people visitors
residents police officials experts work construction production prices sales exports imports reports results
"""
"""Words that begin a sentence and are nobody's name."""


def _told(passage: Passage, span: tuple[int, int], named: re.Match[str], text: str) -> Finding:
    start = passage.zh.index(named.group())
    sound = "".join(readings(one)[0] for one in named[2][:2] if readings(one)).capitalize()
    related = (passage.zh_span(start, start + len(named.group())),)
    return rules.OTHER.at(passage.en_span(*span), None, related, text=text, zh=named[2], name=sound)
