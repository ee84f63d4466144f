"""How Chinese characters may be spelt in Latin letters, and whether a text has characters of a sound.

Pinyin from the dictionary, surnames as surnames are read (GB/T 28039-2011), Wade-Giles by rule, other
spellings of surnames from ``overseas.csv``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product
from pathlib import Path

from pressgen import memory
from pressgen.cache import coming_with, digest, edition
from pressgen.checks.naming.tables import pairs
from pressgen.glossary import surnames
from pressgen.glossary.names import is_open, reading
from pressgen.glossary.pinyin import SYLLABLES, readings
from pressgen.regex import regex

_HAN = regex("[\u4e00-\u9fff]+")
_NO_GIVEN = frozenset("的了在是与及或这那我你他她它们")
_MOST_SPELT = 48
_WG_INITIALS = (
    ("zh", "ch"), ("ch", "ch"), ("sh", "sh"), ("b", "p"), ("p", "p"), ("d", "t"), ("t", "t"), ("g", "k"),
    ("k", "k"), ("j", "ch"), ("q", "ch"), ("x", "hs"), ("z", "ts"), ("c", "ts"), ("r", "j"),
)  # fmt: skip
_WG_WHOLE = {
    "zhi": "chih", "chi": "chih", "shi": "shih", "ri": "jih", "zi": "tzu", "ci": "tzu", "si": "ssu|szu",
    "yi": "i|yi", "you": "yu|you", "yan": "yen", "ye": "yeh", "yong": "yung", "er": "erh", "he": "ho|he",
    "ge": "ke|ko", "ke": "ke|ko", "e": "e|o", "gui": "kuei", "kui": "kuei", "nuo": "no", "luo": "lo",
    "duo": "to", "tuo": "to", "zuo": "tso", "cuo": "tso", "suo": "so", "zhuo": "cho", "chuo": "cho",
    "shuo": "shuo", "ruo": "jo", "lv": "lu", "nv": "nu", "lve": "lueh", "nve": "nueh", "ying": "ying|ing",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Window:
    """Characters that may be a person's name: a surname and one or two more."""

    start: int
    end: int
    surname: str
    given: str

    @property
    def text(self) -> str:
        """The characters."""
        return self.surname + self.given


@cache
def surname_readings(surname: str) -> tuple[str, ...]:
    """How a surname is read as one; every reading where bearers differ (覃 is Qin or Tan).

    >>> surname_readings("单"), surname_readings("尉迟"), surname_readings("吕")
    (('shan',), ('yuchi',), ('lyu', 'lv', 'lu'))
    """
    if surname in surnames.COMPOUND:
        return tuple(typed(surnames.COMPOUND[surname]))
    known = surnames.READINGS.get(surname) or surnames.SOUNDS.get(surname)
    more = readings(surname) if surname in surnames.OPEN else () if known else (reading(surname),)
    return tuple(dict.fromkeys(form for word in ((known,) if known else ()) + more for form in typed(word)))


_SURNAMES = surnames.USUAL | surnames.READINGS.keys() | surnames.COMPOUND.keys() | surnames.RARE


def is_surname(text: str) -> bool:
    """Whether characters are a surname, single or compound."""
    return text in _SURNAMES


def typed(syllable: str) -> Iterator[str]:
    """A syllable as it may be typed: ü as yu, v or u."""
    plain = syllable.replace("lyu", "lv").replace("nyu", "nv")
    if "v" not in plain:
        yield syllable
        return
    yield plain.replace("ve", "yue").replace("v", "yu") if "ve" not in plain else plain.replace("v", "yu")
    yield plain
    yield plain.replace("v", "u")


@cache
def spelt(character: str) -> tuple[str, ...]:
    """A character of a given name in pinyin as it may be typed: every reading where only its bearer knows.

    >>> spelt("眠"), spelt("绿"), spelt("乐")
    (('mian',), ('lyu', 'lv', 'lu'), ('le', 'yue'))
    """
    known = readings(character) if is_open(character) else (reading(character),)
    return tuple(dict.fromkeys(form for word in known for form in typed(word)))


@cache
def any_reading(character: str) -> tuple[str, ...]:
    """A character in pinyin by any of its readings."""
    return tuple(dict.fromkeys(form for word in readings(character) for form in typed(word)))


@lru_cache(maxsize=64)
def windows(text: str) -> tuple[Window, ...]:
    """Every stretch that begins with a surname and may be a name.

    >>> [window.text for window in windows("听邢若澜说")]
    ['邢若', '邢若澜']
    """
    return tuple(_windows(text))


def _windows(text: str) -> Iterator[Window]:
    for run in _HAN.finditer(text):
        for at in range(run.start(), run.end() - 1):
            for size in (2, 1):
                surname = text[at : at + size]
                if len(surname) == size and is_surname(surname) and text[at - 1 : at + 1] not in _WHOLE:
                    if text[at : at + 2] in _NO_NAMES:
                        continue
                    if surname in _JOINING and at > run.start() and not _OFFICE.search(text, 0, at):
                        continue
                    yield from _given(text, at, surname, run.end())


_WHOLE = surnames.COMPOUND.keys() - surnames.COMPOUND_OPEN - {"东方", "南宫", "西门", "长孙", "公孙"}
"""Compound surnames whose second character begins no name: 欧阳澍 is no 阳澍."""
_NO_NAMES = frozenset(("任职", "任命", "任免", "任期", "任教"))
"""Words that begin with a surname: 三人任职均自5月起."""
_JOINING = frozenset("和于从向与及时由")
"""Surnames that are prepositions behind anything but an office: 生于海宁, 单雨晴和乐正远."""
_OFFICE = regex(
    "(?:[长员者授师士人任手家官监席理裁商星导记辑练演警匠友兵领问判译]|[医学先]生|同志|代表|[村居市农渔牧]民|司机|老板|秘书)$"
)
_WORDS = surnames.RARE - surnames.USUAL - surnames.READINGS.keys()
"""Surnames that are words far more often: a name of two characters is only believed behind an office."""
_BEFORE = 4


def _given(text: str, at: int, surname: str, past: int) -> Iterator[Window]:
    begin = at + len(surname)
    least = 2 if surname in _WORDS and not _OFFICE.search(text[max(0, at - _BEFORE) : at]) else 1
    for end in range(begin + least, min(begin + 2, past) + 1):
        if _NO_GIVEN & set(text[begin:end]):
            return
        yield Window(at, end, surname, text[begin:end])


def pinyin_of(window: Window) -> list[tuple[str, str]]:
    """Surname and given name as they may be spelt in pinyin."""
    given = ("".join(syllables) for syllables in product(*(spelt(name) or ("",) for name in window.given)))
    return list(product(surname_readings(window.surname), given))[:_MOST_SPELT]


def wade_of(window: Window) -> list[tuple[str, str]]:
    """The same as it is spelt in Taiwan."""
    surname = [form for word in surname_readings(window.surname) for form in wade(word)]
    given = product(
        *([form for spelling in spelt(each) for form in wade(spelling)] or [""] for each in window.given)
    )
    return list(product(surname, ("".join(syllables) for syllables in given)))[:_MOST_SPELT]


@cache
def wade(syllable: str) -> tuple[str, ...]:
    """A syllable of pinyin in Wade-Giles without its signs.

    >>> wade("xie"), wade("zhi"), wade("cai"), wade("jun")
    (('hsieh',), ('chih',), ('tsai',), ('chun',))
    """
    if syllable in _WG_WHOLE:
        return tuple(_WG_WHOLE[syllable].split("|"))
    initial, new = next(((word, new) for word, new in _WG_INITIALS if syllable.startswith(word)), ("", ""))
    final = syllable[len(initial) :].replace("v", "u")
    if final.endswith("ong"):
        final = final[:-3] + "ung"
    if final in ("ian",) or (final == "uan" and initial in ("j", "q", "x")):
        final = final if final == "uan" else "ien"
    if final in ("ie", "ue"):
        final += "h"
    if final == "ui" and initial in ("g", "k"):
        final = "uei"
    return (new + final,)


@cache
def overseas() -> dict[str, frozenset[str]]:
    """Other spellings of surnames, in small letters."""
    return {zh: frozenset(word.lower() for word in en) for zh, en in pairs("overseas.csv")}


@cache
def surname_spellings() -> frozenset[str]:
    """Every spelling of a usual surname in pinyin."""

    def made() -> list[str]:
        return sorted({word for each in _SURNAMES for word in surname_readings(each)})

    rooms = (Path(module).parent for module in (__file__, surnames.__file__))
    dictionary = coming_with("pypinyin", "pinyin_dict.json").stat()
    origin = digest(*map(edition, rooms), f"{dictionary.st_size} {dictionary.st_mtime_ns}")
    return frozenset(memory.row(f"surnames {origin}", made) or made())


@lru_cache(maxsize=1024)
def letters(name: str) -> str:
    """The letters of a name alone, small.

    >>> letters("Xi’an"), letters("Dong-ming")
    ('xian', 'dongming')
    """
    return re.sub(r"[^a-z]", "", name.lower().replace("ü", "v").replace("ü", "v"))


def sounded(word: str, text: str, *, surname: bool = False) -> bool:
    """Whether a text has characters side by side that are read like a word of small letters.

    ``surname`` asks that the first is no surname of another reading: 单立群 is no Dan Liqun. What is longer
    than a name with a surname, 乌兰图雅, has none.
    """
    if surname and fewest(word) > _MOST_OF_NAME:
        return any(
            not is_surname(text[at : at + 2]) and _sounds_at(word, text, at, any_reading)
            for at in range(len(text))
        )
    if not surname:
        begun = _begun(text)
        starts = {at for size in range(1, len(word) + 1) for at in begun.get(word[:size], ())}
        return any(_sounds_at(word, text, at, any_reading) for at in starts) if word else bool(text)
    return any(
        _sounds_at(word, text, at, spelt)
        for at, first in enumerate(text)
        if not (is_surname(first) and (first not in surnames.OPEN or is_surname(text[at : at + 2])))
    )


@lru_cache(maxsize=64)
def _begun(text: str) -> dict[str, list[int]]:
    """Where the characters of a text stand that have a reading."""
    found: dict[str, list[int]] = {}
    for at, character in enumerate(text):
        if "\u4e00" <= character <= "\u9fff":
            for form in any_reading(character):
                found.setdefault(form, []).append(at)
    return found


_MOST_OF_NAME = 3


@lru_cache(maxsize=256)
def fewest(word: str) -> int:
    """The least number of syllables of a word of pinyin; 0 where it is none."""
    reached: list[int | None] = [0, *(None for _ in word)]
    for at, before in enumerate(reached):
        for past in range(at + 1, min(at + 6, len(word)) + 1) if before is not None else ():
            if word[at:past] in SYLLABLES:
                reached[past] = min(reached[past] or len(word), (before or 0) + 1)
    return reached[-1] or 0


def _sounds_at(word: str, text: str, at: int, forms: Callable[[str], tuple[str, ...]]) -> bool:
    if not word:
        return True
    if at >= len(text) or not "\u4e00" <= text[at] <= "\u9fff":
        return False
    return any(
        word.startswith(form) and _sounds_at(word[len(form) :], text, at + 1, forms)
        for form in forms(text[at])
    )
