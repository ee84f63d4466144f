"""Foreigners written by sound, 彼得·哈默, and the persons of the English who may be they."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from pressgen.checks import cedict
from pressgen.checks.naming.abroad import is_known, off, spelt
from pressgen.checks.naming.lexicon import mentions
from pressgen.checks.naming.passage import Passage
from pressgen.checks.naming.persons import forenames
from pressgen.checks.naming.sounds import letters
from pressgen.checks.naming.transliteration import CLOSED, FAR, SIGNS, same_end
from pressgen.dictionary import frequency
from pressgen.glossary.pinyin import is_pinyin
from pressgen.regex import regex

_RUN_ZH = f"[{SIGNS}大得连可何于以]{{1,7}}(?:-[{SIGNS}大得连可何于以]{{1,7}})?"
_ZH = regex(f"(?<![·-])({_RUN_ZH})·((?:{_RUN_ZH}·)*)([{SIGNS}连]{{2,8}}(?:-[{SIGNS}连]{{1,8}})?)")
_NO_PERSON = regex(
    "[\u4e00-\u9fff]{0,4}?(?:公司|集团|大学|学院|医院|奖|杯|州|市|县|岛|号|工作室|品牌|[山峰河湖海湾角港](?![尔姆德特因伦勒斯森顿]))"
)
GLOSS = regex(r"[\u4e00-\u9fff]{2,7}[（(][A-Z\u00c0-\u017d][a-z\u00df-\u024f]+[ A-Za-z\u00c0-\u024f.-]*[）)]")
"""A name that the Chinese gives in letters, too."""
_PARTICLE = regex("(?:范德|范登|冯|范|德(?=..))(?=..)")
"""Von, van der and de, which an English family name has in front of it: 范德伯格, van der Berg."""
_FORENAME_FAR = 0.55
"""Forenames have English forms of old, 乔治 for George, which are farther from their sound."""
_OTHER_END = 1.0
"""So much farther is a name that ends in a nasal where the other does not."""
EVERYDAY = 200_000
"""A word met so often in English is no family name of a foreigner."""
_USUAL = 1000
"""A word met so often in English is no forename, but for those that are listed."""
_PART = r"(?:Ma?c)?[A-Z\u00c0-\u017d][a-z\u00df-\u024f]+"
_WORD = rf"(?:[A-Z][’'])?{_PART}(?:-(?:{_PART}|[a-z]+))*"
_JOINT = r"(?: (?:de|da|do|dos|del|della|di|van|von|der|den|ter|la|le|el|al|bin|ibn|[A-Z]\.))*"
_RUN = regex(rf"(?<![\w’'&-]){_WORD}(?:{_JOINT} {_WORD})+(?![\w-])")
_CAPITAL = regex(rf"(?<![\w’'-]){_WORD}")
_OPENS = regex(r"[.!?:”\"]\s+[“‘\"(]?$|\n$")


@dataclass(frozen=True)
class Foreigner:
    """A name with a dot in the Chinese: what stands before the first dot and behind the last one.

    ``begins`` says where in ``first`` the forename may begin, ``ends`` where in ``last`` the family name may
    end.
    """

    start: int
    end: int
    text: str
    first: str
    last: str
    begins: tuple[int, ...]
    ends: tuple[int, ...]

    @cached_property
    def families(self) -> list[str]:
        """What may be the family name: the last characters may belong to the next word."""
        found = [self.last[:size] for size in self.ends]
        if particle := _PARTICLE.match(self.last):
            found.append(self.last[particle.end() :])
        return found

    @cached_property
    def forenames(self) -> list[str]:
        """What may be the forename: the first characters may belong to an office, 教练马丁."""
        return [self.first[at:] for at in self.begins]

    def is_family(self, word: str) -> bool:
        """Whether a word may be the family name."""
        return self.family_off(word) <= FAR

    def family_off(self, word: str) -> float:
        """How far a word is from the family name; what ends otherwise is far from it."""
        return min(_off(family, word, family[-1] in CLOSED) for family in self.families)

    def is_called(self, forename: str, family: str) -> bool:
        """Whether two words may be the whole name."""
        return self.is_forename(forename) and self.is_family(family)

    def forename_off(self, word: str) -> float:
        """How far a word is from the forename; what the dictionary calls it is none."""
        if any(cedict.root(word) in meaning for name in self.forenames for meaning in cedict.meanings(name)):
            return 0.0
        return min(_off(name, word, word.lower() in forenames()) for name in self.forenames)

    def is_forename(self, word: str) -> bool:
        """Whether a word may be the forename, by sound or by what the dictionary calls it."""
        return self.forename_off(word) <= _FORENAME_FAR


def _off(name: str, word: str, loose: bool) -> float:
    """How far a word is from a name; one that ends otherwise is far, unless its end is ``loose``."""
    far = off(name, word)
    return far if not far or loose or same_end(name, word) else far + _OTHER_END


@dataclass(frozen=True)
class Person:
    """Words with capitals side by side in the English that may be a person's name."""

    start: int
    end: int
    words: tuple[str, ...]


def foreigners(zh: str) -> Iterator[Foreigner]:
    """The persons that a Chinese text writes by sound, with a dot in the name."""
    for match in _ZH.finditer(zh):
        if not _NO_PERSON.match(zh, match.start(3)) and _is_whole(zh, match.start(1), match.end(1)):
            dot, past = match.end(1), _past(zh, match.start(3), match.end(3))
            start = _start(zh, match.start(1), dot)
            ends = _ends(zh, match.start(3), zh[match.start(3) : past])
            end = match.start(3) + ends[-1]
            first, last = zh[start:dot], zh[match.start(3) : end]
            yield Foreigner(start, end, zh[start:end], first, last, _begins(zh, start, first), ends)


def _is_whole(zh: str, start: int, dot: int) -> bool:
    """Whether a forename begins where it seems to, behind a word or a mark, or is a known one."""
    before = zh[start - 1 : start]
    if not _HAN.match(before) or before in _AHEAD or _start(zh, start, dot) < start:
        return True
    return bool(spelt(zh[start:dot])) or any(cedict.is_word(zh[start - size : start]) for size in _SIZES)


_HAN = regex("[\u4e00-\u9fff]")
_AHEAD = frozenset(
    "师家员长手商农者人授士席记官匠医生理监户主客友星将裔国的和与由对向在被让给据是有及为叫问如"
)
"""Characters that stand before a name: the ends of offices, and particles."""


def _start(zh: str, start: int, dot: int) -> int:
    """Where a forename begins: a known one may have a character that few foreign names have, 哈立德."""
    known = (at for at in range(max(0, dot - _KNOWN), start) if spelt(zh[at:dot]))
    return next(known, start)


def _past(zh: str, start: int, past: int) -> int:
    """Where a family name ends; the same of it."""
    known = (at for at in range(min(start + _KNOWN, len(zh)), past, -1) if spelt(zh[start:at]))
    return next(known, past)


_KNOWN = 8
"""Characters of a known name at most."""
_SHORTEST, _LOOSE = 2, 2
"""Characters of a name at least, and those at either end that may be of another word at most."""
_LONGEST = 4
"""Characters of a word that may stand beside a name."""


_ROLES = frozenset("农士席")
"""Characters that end words for who somebody is, and may stand in a name: 咖啡农若昂."""


def _begins(zh: str, start: int, first: str) -> tuple[int, ...]:
    """Where a forename may begin: its first characters may end a word, 博士马丁."""
    most = min(_LOOSE, len(first) - _SHORTEST) if not spelt(first) else 0
    return (
        0,
        *(
            at
            for at in range(1, most + 1)
            if first[at - 1] in _ROLES
            or spelt(first[at:])
            or any(cedict.is_word(zh[max(0, start + at - size) : start + at]) for size in _SIZES)
        ),
    )


_SIZES = range(2, _LONGEST + 1)


def _ends(zh: str, start: int, last: str) -> tuple[int, ...]:
    """Where a family name may end: its last characters may begin a word, 马丁多次; the longest name last."""
    if spelt(last):
        return (len(last),)
    past = start + len(last)
    cuts = [
        at
        for at in range(max(_SHORTEST, len(last) - _LOOSE), len(last))
        if any(
            start + at + size >= past and cedict.is_word(zh[start + at : start + at + size])
            for size in _SIZES
        )
    ]
    if known := [at for at in cuts if spelt(last[:at])]:
        return (known[-1],)
    goes_on = len(last) - 1 in cuts and cedict.is_word(zh[past - 1 : past + 1])
    return tuple(cuts) if goes_on else (*cuts, len(last))


def persons(en: str, people: Sequence[Foreigner]) -> Iterator[Person]:
    """Runs of words with capitals that may be persons; a word that opens a sentence must be a forename."""
    for run in _RUN.finditer(en):
        words = tuple(_CAPITAL.findall(run.group()))
        opens = _OPENS.search(en, 0, run.start()) or not run.start()
        if opens and not (may_be_forename(words[0]) or any(each.is_forename(words[0]) for each in people)):
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
    sure = (
        any(word.lower() in forenames() or is_known(word) for word in words)
        or frequency(words[-1].lower()) < _USUAL
    )
    places = mentions(" ".join(words), "en")
    return sure and all(mention.text in words and is_known(mention.text) for mention in places)


def within(passage: Passage) -> tuple[frozenset[int], frozenset[int]]:
    """Where both texts have persons, and so no places: the 马里 of 西尔维娅·马里尼, and of 马里尼 again."""
    if "·" not in passage.zh:
        return frozenset(), frozenset()
    people = list(foreigners(passage.zh))
    again = [(found.start(), found.end()) for each in people for found in re.finditer(each.last, passage.zh)]
    spans = [*((each.start, each.end) for each in people), *again]
    runs = [
        (run.start, run.end)
        for run in persons(passage.en, people)
        if any(each.is_forename(word) or each.is_family(word) for each in people for word in run.words)
    ]
    return _places(spans), _places(runs)


def _places(spans: Iterable[tuple[int, int]]) -> frozenset[int]:
    return frozenset(at for start, end in spans for at in range(start, end))


def names(en: str) -> Iterator[str]:
    """Words with a capital that may be of a name: no listed place, no everyday word that opens a sentence."""
    for match in _CAPITAL.finditer(en):
        opens = not match.start() or _OPENS.search(en, 0, match.start())
        most = _USUAL if opens else EVERYDAY
        if frequency(match.group().lower()) < most and not mentions(match.group(), "en"):
            yield match.group()


def may_be_forename(word: str) -> bool:
    """Whether a word with a capital is no office: Senator, Coach."""
    return word.lower() in forenames() or is_known(word) or frequency(word.lower()) < _USUAL
