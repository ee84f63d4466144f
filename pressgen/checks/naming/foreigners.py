"""Foreigners written by sound, 彼得·哈默: one name all through, and one of that sound."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from pressgen.checks import cedict
from pressgen.checks.naming import rules
from pressgen.checks.naming.lexicon import mentions
from pressgen.checks.naming.passage import Passage
from pressgen.checks.naming.persons import forenames
from pressgen.checks.naming.sounds import letters, sounded
from pressgen.checks.naming.tables import pairs
from pressgen.checks.naming.transliteration import CLOSED, FAR, SIGNS, distance, same_end
from pressgen.dictionary import frequency
from pressgen.findings import Finding, Fix
from pressgen.glossary.pinyin import is_pinyin, readings
from pressgen.regex import regex

_RUN_ZH = f"[{SIGNS}大得连]{{1,7}}(?:-[{SIGNS}大得连]{{1,7}})?"
_ZH = regex(f"(?<![·-])({_RUN_ZH})·((?:{_RUN_ZH}·)*)([{SIGNS}连]{{2,8}}(?:-[{SIGNS}连]{{1,8}})?)")
_NO_PERSON = regex(
    "[\u4e00-\u9fff]{0,4}?(?:公司|集团|大学|学院|医院|奖|杯|州|市|县|岛|号|山|峰|河|湖|海|湾|角|港|工作室|品牌)"
)
GLOSS = regex(r"[\u4e00-\u9fff]{2,7}[（(][A-Z\u00c0-\u017d][a-z\u00df-\u024f]+[ A-Za-z\u00c0-\u024f.-]*[）)]")
"""A name that the Chinese gives in letters, too."""
_PARTICLE = regex("(?:范德|范登|冯|范|德(?=..))(?=..)")
"""Von, van der and de, which an English family name has in front of it: 范德伯格, van der Berg."""
_FORENAME_FAR = 0.5
"""Forenames have English forms of old, 乔治 for George, which are farther from their sound."""
_OTHER_END = 1.0
"""So much farther is a name that ends in a nasal where the other does not."""
_EVERYDAY = 200_000
"""A word met so often in English is no family name of a foreigner."""
_USUAL = 1000
"""A word met so often in English is no forename, but for those that are listed."""
_PART = r"(?:Ma?c)?[A-Z\u00c0-\u017d][a-z\u00df-\u024f]+"
_WORD = rf"(?:[A-Z][’'])?{_PART}(?:-(?:{_PART}|[a-z]+))*"
_JOINT = r"(?: (?:de|da|do|dos|del|della|di|van|von|der|den|ter|la|le|el|al|bin|ibn|[A-Z]\.))*"
_RUN = regex(rf"(?<![\w’'&-]){_WORD}(?:{_JOINT} {_WORD})+(?![\w-])")
_CAPITAL = regex(rf"(?<![\w’'-]){_WORD}")
_VERBS = (
    "said|says|told|has|had|is|was|will|did|gave|made|went|came|left|took|won|spoke|wrote|led|taught|began|met|also|"
    "later|once|never|now|who|[a-z]{2,}ed"
)
_OPENS = regex(r"[.!?:”\"]\s+[“‘\"(]?$|\n$")
_ALONE = regex(
    rf"(?:(?<=[.!?,”\"] )|^)([A-Z\u00c0-\u017d][a-z\u00df-\u024f]{{3,}})(?= (?:{_VERBS})\b)", re.MULTILINE
)


@dataclass(frozen=True)
class Foreigner:
    """A name with a dot in the Chinese: what stands before the first dot and behind the last one."""

    start: int
    end: int
    text: str
    before: str
    first: str
    last: str

    @cached_property
    def families(self) -> list[str]:
        """What may be the family name: the last characters may belong to the next word."""
        found = [self.last[:size] for size in range(max(3, len(self.last) - 2), len(self.last) + 1)]
        if particle := _PARTICLE.match(self.last):
            found.append(self.last[particle.end() :])
        return found or [self.last]

    @cached_property
    def forenames(self) -> list[str]:
        """What may be the forename: the first characters may belong to an office, 教练马丁."""
        shortest = max(min(2, len(self.first)), len(self.first) - 2)
        own = [self.first[-size:] for size in range(shortest, len(self.first) + 1)]
        return [*own, *(self.before[-size:] + self.first for size in range(1, len(self.before) + 1))]

    def is_family(self, word: str) -> bool:
        """Whether a word may be the family name."""
        return self.family_off(word) <= FAR

    def family_off(self, word: str) -> float:
        """How far a word is from the family name; what ends otherwise is far from it."""
        return min(
            distance(family, word) + (0.0 if family[-1] in CLOSED or same_end(family, word) else _OTHER_END)
            for family in self.families
        )

    def forename_off(self, word: str) -> float:
        """How far a word is from the forename; what the dictionary calls it is none."""
        if any(cedict.root(word) in meaning for name in self.forenames for meaning in cedict.meanings(name)):
            return 0.0
        off = 0.0 if word.lower() in forenames() or same_end(self.forenames[0], word) else _OTHER_END
        return min(distance(name, word) for name in self.forenames) + off

    def is_forename(self, word: str) -> bool:
        """Whether a word may be the forename, by sound or by what the dictionary calls it."""
        return self.forename_off(word) <= _FORENAME_FAR


@dataclass(frozen=True)
class Person:
    """Words with capitals side by side in the English that may be a person's name."""

    start: int
    end: int
    words: tuple[str, ...]


def check(passage: Passage) -> Iterator[Finding]:
    """Names of another sound than the Chinese ones, and another family name later on."""
    people = list(foreigners(passage.zh))
    runs = list(persons(passage.en, people)) if people else []
    if not runs:
        return
    if not GLOSS.search(passage.zh):
        if passage.zh.count("·") == sum(foreigner.text.count("·") for foreigner in people):
            yield from _replaced(passage, people, runs)
        yield from _forename(passage, people, runs)
    alone = len(people) == len(runs) == 1 and passage.zh_around.count("·") == 1
    if alone and people[0].is_family(runs[0].words[-1]):
        yield from _later(passage, runs[0], people[0])


def foreigners(zh: str) -> Iterator[Foreigner]:
    """The persons that a Chinese text writes by sound, with a dot in the name."""
    for match in _ZH.finditer(zh):
        own = any(part in match.group() for part, _ in pairs("transcriptions.csv"))
        if not _NO_PERSON.match(zh, match.start(3)) and not own:
            before = re.search("[\u4e00-\u9fff]{0,2}$", zh[: match.start()])
            last = match[3][:-1] if _goes_on(zh, match.end()) and len(match[3]) > _SHORTEST else match[3]
            yield Foreigner(*match.span(), match.group(), before[0] if before else "", match[1], last)


_SHORTEST = 2


def _goes_on(zh: str, end: int) -> bool:
    """Whether the last character of a name begins the next word: 延森|修好."""
    return any(start == 0 and past > 1 for start, past in cedict.places(zh[end - 1 : end + 1]))


def persons(en: str, people: Sequence[Foreigner]) -> Iterator[Person]:
    """Runs of words with capitals that may be persons; a word that opens a sentence must be a forename."""
    for run in _RUN.finditer(en):
        words = tuple(_CAPITAL.findall(run.group()))
        opens = _OPENS.search(en, 0, run.start()) or not run.start()
        if opens and not (_may_be_forename(words[0]) or any(each.is_forename(words[0]) for each in people)):
            words = words[1:]
        if len(words) > 1 and _may_be_person(words):
            yield Person(*run.span(), words)


def capitals(en: str) -> Iterator[tuple[int, str]]:
    """Words with a capital, and where each stands."""
    return ((match.start(), match.group()) for match in _CAPITAL.finditer(en))


def _may_be_person(words: Sequence[str]) -> bool:
    """Whether words are a name, nothing that is listed, and no Chinese name in pinyin."""
    if all(is_pinyin(letters(word)) for word in words):
        return False
    sure = any(word.lower() in forenames() for word in words) or frequency(words[-1].lower()) < _USUAL
    return sure and not mentions(" ".join(words), "en")


def _replaced(passage: Passage, people: Sequence[Foreigner], runs: Sequence[Person]) -> Iterator[Finding]:
    """The one foreigner whose family name is nowhere in the English, where one person there is nobody."""
    held = {foreigner.text for word in _names(passage.en_around) for foreigner in _owners(word, people)}
    lacking = [foreigner for foreigner in people if foreigner.text not in held]
    strange = [
        run
        for run in runs
        if not any(foreigner.is_family(run.words[-1]) for foreigner in people)
        and not any(sounded(letters(word), passage.zh_around) for word in run.words)
    ]
    if len({foreigner.text for foreigner in lacking}) == 1 and len({run.words for run in strange}) == 1:
        named, run = lacking[0], strange[0]
        alone = len(people) == len(runs) == 1 and any(word.lower() in forenames() for word in run.words[:-1])
        if alone or any(named.is_forename(word) for word in run.words[:-1]):
            yield _finding(passage, run, run.words[-1], named, named.families[-1])


def _names(en: str) -> Iterator[str]:
    """Words with a capital that may be of a name: no listed place, no everyday word that opens a sentence."""
    for match in _CAPITAL.finditer(en):
        opens = not match.start() or _OPENS.search(en, 0, match.start())
        most = _USUAL if opens else _EVERYDAY
        if frequency(match.group().lower()) < most and not mentions(match.group(), "en"):
            yield match.group()


_CLOSE = 0.1


def _owners(word: str, people: Sequence[Foreigner]) -> Iterator[Foreigner]:
    """Those whose family name a word may be, the nearest; nobody where it is rather a forename."""
    off = min(foreigner.family_off(word) for foreigner in people)
    if off <= min(FAR, *(foreigner.forename_off(word) for foreigner in people)):
        yield from (foreigner for foreigner in people if foreigner.family_off(word) <= off + _CLOSE)


def _forename(passage: Passage, people: Sequence[Foreigner], runs: Sequence[Person]) -> Iterator[Finding]:
    """A family name of the Chinese behind a forename that nobody there has."""
    for run in runs:
        holders = [foreigner for foreigner in people if foreigner.is_family(run.words[-1])]
        others = run.words[:-1]
        if len({foreigner.text for foreigner in holders}) != 1 or not all(map(_may_be_forename, others)):
            continue
        named = any(
            foreigner.is_forename(word) or foreigner.is_family(word)
            for foreigner in people
            for word in others
        )
        elsewhere = any(
            distance(holders[0].first, word) <= _FORENAME_FAR and not holders[0].is_family(word)
            for word in _names(passage.en_around)
        )
        if not named and not elsewhere:
            yield _finding(passage, run, others[0], holders[0], holders[0].forenames[-1])


def _may_be_forename(word: str) -> bool:
    """Whether a word with a capital is no office: Senator, Coach."""
    return word.lower() in forenames() or frequency(word.lower()) < _USUAL


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
        if not re.search(rf"\b{word.lower()}\b", passage.en) and frequency(word.lower()) < _EVERYDAY:
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
