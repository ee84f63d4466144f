"""Names of foreigners: of each the family name and the forename, and one name all through."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator, Sequence

from pressgen.checks.naming import rules
from pressgen.checks.naming.abroad import is_known, plain, spelt
from pressgen.checks.naming.foreigners import (
    EVERYDAY,
    GLOSS,
    Foreigner,
    Person,
    foreigners,
    may_be_forename,
    names,
    persons,
)
from pressgen.checks.naming.lexicon import mentions
from pressgen.checks.naming.passage import Passage
from pressgen.checks.naming.persons import forenames
from pressgen.checks.naming.sounds import letters, sounded
from pressgen.dictionary import frequency
from pressgen.findings import Finding, Fix
from pressgen.glossary.pinyin import is_pinyin, readings
from pressgen.regex import regex

_VERBS = (
    "said|says|told|has|had|is|was|will|did|gave|made|went|came|left|took|won|spoke|wrote|led|taught|began|met|also|"
    "later|once|never|now|who|[a-z]{2,}ed"
)
_ALONE = regex(
    rf"(?:(?<=[.!?,”\"] )|^)([A-Z\u00c0-\u017d][a-z\u00df-\u024f]{{3,}})(?= (?:{_VERBS})\b)", re.MULTILINE
)


def check(passage: Passage) -> Iterator[Finding]:
    """Names of another sound than the Chinese ones, and another family name later on."""
    people = list(foreigners(passage.zh))
    runs = list(persons(passage.en, people)) if people else []
    if not runs:
        return
    if not GLOSS.search(passage.zh):
        yield from _halves(passage, people, runs)
    alone = len(people) == len(runs) == 1 and passage.zh_around.count("·") == 1
    if alone and people[0].is_family(runs[0].words[-1]):
        yield from _later(passage, runs[0], people[0])


_SURE = 0.5
"""So near is the half that says who it is."""


def _halves(passage: Passage, people: Sequence[Foreigner], runs: Sequence[Person]) -> Iterator[Finding]:
    """Persons of the English of whom only the family name or the forename is somebody's in the Chinese."""
    every = passage.zh.count("·") == sum(foreigner.text.count("·") for foreigner in people)
    alone = len(people) == len(runs) == 1
    settled = {
        word
        for run in runs
        for each in people
        if each.is_family(run.words[-1]) and any(map(each.is_forename, run.words[:-1]))
        for word in run.words
    }
    for run in runs:
        family, others = run.words[-1], run.words[:-1]
        known = {*run.words, *settled}
        holders = [each for each in people if each.is_family(family)]
        called = [each for each in people if any(map(each.is_forename, others))]
        if holders and not called:
            named = _only(each for each in holders if each.family_off(family) <= _SURE)
            if (
                named
                and all(map(may_be_forename, others))
                and not _is_said(named.is_forename, passage, known)
            ):
                yield _finding(passage, run, others[0], named, named.forenames[0])
        elif every and not any(each.is_family(word) for each in people for word in run.words):
            if alone and any(each.lower() in forenames() or is_known(each) for each in others):
                called = list(people)
            named = _only(called)
            pinyin = any(sounded(letters(word), passage.zh_around) for word in run.words)
            if not named or pinyin or _goes_on(named.families[-1], family):
                continue
            if not _is_said(named.is_family, passage, known):
                yield _finding(passage, run, family, named, named.families[-1])


def _goes_on(zh: str, word: str) -> bool:
    """Whether a name goes on from one that the characters are known to stand for: Sergey, Sergeyevich."""
    return any(plain(word).startswith(plain(each)) for each in spelt(zh))


def _only(people: Iterable[Foreigner]) -> Foreigner | None:
    """The one person there is, however often the text names that one."""
    found = {each.text: each for each in people}
    return next(iter(found.values())) if len(found) == 1 else None


def _is_said(is_part: Callable[[str], bool], passage: Passage, known: Container[str]) -> bool:
    """Whether a name of the Chinese is told by another word of the English than those that are known."""
    return any(is_part(word) for word in names(passage.en_around) if word not in known)


def _later(passage: Passage, person: Person, named: Foreigner) -> Iterator[Finding]:
    """A subject of the English that nobody is called, where the Chinese has the family name again.

    One that begins as the family name does need be no subject: Wojtowicz, then Wojtowiak's.
    """
    family = person.words[-1]
    if passage.zh.count(named.last[:2]) == 1 or passage.en.count(family) > 1:
        return
    alike = regex(rf"\b({family[:_ALIKE]}[a-z\u00df-\u024f]{{2,}})(?=[’']s\b|[ ,.;])")
    places = (*_ALONE.finditer(passage.en, person.end), *alike.finditer(passage.en, person.end))
    for match in {place.start(1): place for place in places}.values():
        word = match[1]
        if word in person.words or word.lower() in _COMMON or is_pinyin(word.lower()) or mentions(word, "en"):
            continue
        if not re.search(rf"\b{word.lower()}\b", passage.en) and frequency(word.lower()) < EVERYDAY:
            yield rules.FAMILY.at(
                passage.en_span(*match.span(1)),
                Fix(family),
                (passage.zh_span(named.start, named.end),),
                text=word,
                zh=named.text,
                name=family,
            )


_ALIKE = 4
"""So many letters alike begin a name and one that is mistaken for it."""
_COMMON_ROWS = """
this that these those there they here what who which when where while with within without after before
both each many most some such since then thus though although also another every everyone everything nobody
nothing none however instead meanwhile moreover later earlier today yesterday tomorrow people visitors
residents police officials experts work construction production prices sales exports imports reports results
"""
_COMMON = frozenset(_COMMON_ROWS.split())
"""Words that begin a sentence and are nobody's name."""


def _finding(passage: Passage, run: Person, word: str, named: Foreigner, zh: str) -> Finding:
    start = run.start + passage.en[run.start : run.end].index(word)
    sound = "".join(readings(character)[0] for character in zh[:2] if readings(character)).capitalize()
    return rules.OTHER.at(
        passage.en_span(start, start + len(word)),
        None,
        (passage.zh_span(named.start, named.end),),
        text=word,
        zh=named.text,
        name=sound,
    )
