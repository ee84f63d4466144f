"""Persons: which English name answers which Chinese one, and what is wrong with those that answer none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from pressgen.checks.cedict import is_word
from pressgen.checks.naming.lexicon import Mention, mentions
from pressgen.checks.naming.passage import Passage
from pressgen.checks.naming.sounds import (
    Window,
    letters,
    overseas,
    pinyin_of,
    surname_spellings,
    wade_of,
    windows,
)
from pressgen.checks.naming.tables import rows
from pressgen.dictionary import frequency
from pressgen.glossary.pinyin import SYLLABLES, is_pinyin
from pressgen.regex import regex

_WORD = r"[A-Z][a-zü]+(?:['’][a-z]{2,})?(?:-[A-Za-z][a-z]+)?"
_RUN = regex(rf"(?<![\w’'@/.-]){_WORD}(?: {_WORD})*(?![\w@/-])")
_TOKEN = regex(_WORD)
_SPOKEN = (
    "说|表示|介绍|告诉|认为|指出|强调|透露|坦言|主持|出席|带队|率队|调研|致辞|讲解|回忆|笑|称|谈|作(?:报告|主旨|动员|主题)|"
    "宣布|要求|提出|提醒|建议|呼吁|直言|感慨|解释|补充|希望|发言|获|荣获|当选|带领|率|曾|[转升调改续接卸留连出兼履]任|履新|任|担任|走访|考察|会见|"
    "先生|女士|教授|博士|院士|医生|老师|同志|主任|书记|局长|市长|总经理|董事长|连续|多次|再次|首次|亲自|专程|长期|等|、|与|和|（|，|[在于从把将正向对为到以用也就又已是应代的]"
)
_BEHIND = regex(_SPOKEN)
_ROLE = regex(
    "(?:[长师员家手生者授士理监席记任官人匠医兵民席裁事使问赞星匠客友兼]|创始人|负责人|代表|院士|教授|博士|首席执行官|"
    "记者|画家|作家|工程师|专家|选手|演员|导演|歌手|青年|校友|冠军|得主)$"
)
_HAN = regex("[\u4e00-\u9fff]")
_NO_NAME_CHARACTER = regex(
    "[接继兼升调退另还再又暂均都已曾却便即仍并因对于在从把将向到被让给使令叫请受会能要想该未不没有很更较最只仅首凭靠随携则与和及跟等说讲谈称表认指介"
    "获得夺拿赢输率带出入离去返赴抵跑跳踢打击刷排居摘选止之的是为以用就也应代任当自近今昨早前后先分双共各皆]"
)
"""Characters that hardly ever stand in a given name, and often behind one."""
_VERB = regex(_SPOKEN.split("先生", maxsplit=1)[0].rstrip("|"))
_SURE_ROLE = regex(
    "(?:人|教授|院士|博士|工程师|设计师|[^国大]家|选手|经理|总监|书记|主席|市长|县长|局长|董事长|记者|医生|馆员|律师|导演|厨师)$"
)


@dataclass(frozen=True, slots=True)
class Named:
    """An English name at a place, and the Chinese one it answers.

    ``style`` is pinyin, wade, overseas, forename (an English forename before the surname) or "" where
    nothing answers; ``last`` says that the surname stands last.
    """

    start: int
    end: int
    text: str
    window: Window | None
    style: str = ""
    last: bool = False


def read(passage: Passage) -> list[Named]:
    """The English names of persons with a Chinese look, in the order of the text."""
    found = [run for run in _runs(passage.en) if _may_be_chinese(run)]
    if not found:
        return []
    spelt = _spelt(passage.zh_around, "-" in passage.en)
    return [person for run in found for person in _in_run(run, spelt, passage)]


def _may_be_chinese(run: Sequence[tuple[int, int, str]]) -> bool:
    """Whether at least one word may be pinyin, and one beside it a name."""
    return any("-" in word or is_pinyin(letters(word)) or letters(word) in forenames() for _, _, word in run)


def _runs(text: str) -> list[list[tuple[int, int, str]]]:
    """Words with capitals side by side."""
    return [
        [
            (run.start() + match.start(), run.start() + match.end(), match.group())
            for match in _TOKEN.finditer(run.group())
        ]
        for run in _RUN.finditer(text)
        if " " in run.group()
    ]


@lru_cache(maxsize=16)
def _spelt(zh: str, hyphens: bool) -> dict[str, list[tuple[Window, str, str]]]:
    """Letters of whole names, and the windows of the Chinese that are spelt so, with their style.

    ``hyphens`` asks for the spellings of Taiwan, too.
    """
    found: dict[str, list[tuple[Window, str, str]]] = {}
    for window in windows(zh):
        for style, forms in (("pinyin", pinyin_of(window)), ("wade", wade_of(window) if hyphens else ())):
            for surname, given in forms:
                found.setdefault(surname + " " + given, []).append((window, style, surname))
    return found


def _in_run(
    run: list[tuple[int, int, str]], spelt: dict[str, list[tuple[Window, str, str]]], passage: Passage
) -> Iterator[Named]:
    """The names among words side by side: those that the Chinese answers, then what else looks like one."""
    free: list[tuple[int, int, str]] = []
    at = 0
    while at < len(run):
        sizes = (size for size in (4, 3, 2) if at + size <= len(run))
        person = next(filter(None, (_answered(run[at : at + size], spelt, passage) for size in sizes)), None)
        if person:
            yield person
        else:
            free.append(run[at])
        at += 1 if person is None else person.text.count(" ") + 1
    longer = (
        [mention for mention in mentions(passage.en, "en") if " " in mention.text] if len(free) > 1 else []
    )
    free = [word for word in free if not any(_is_cut_by(word, mention) for mention in longer)]
    if not _is_custom(free, passage):
        yield from _strangers(free)


_THREE = 3


def _is_custom(words: Sequence[tuple[int, int, str]], passage: Passage) -> bool:
    """Whether three words are a name spelt as abroad, for ``customs`` to judge: Ng Wei Hiong, 黄伟雄."""
    return len(words) == _THREE and any(
        letters(words[0][2]) in overseas().get(window.surname, ()) and len(window.given) > 1
        for window in windows(passage.zh)
    )


def _is_cut_by(word: tuple[int, int, str], mention: Mention) -> bool:
    """Whether a word is part of a listed name: the Long of Long Beach."""
    return mention.start <= word[0] and word[1] <= mention.end


def _strangers(free: Sequence[tuple[int, int, str]]) -> Iterator[Named]:
    at = 0
    while at + 1 < len(free):
        (start, past, first), (begin, end, second) = free[at : at + 2]
        fits = begin == past + 1 and _is_name(first, second)
        if fits:
            yield Named(start, end, f"{first} {second}", None)
        at += 2 if fits else 1


def _answered(
    words: list[tuple[int, int, str]], spelt: dict[str, list[tuple[Window, str, str]]], passage: Passage
) -> Named | None:
    parts = [letters(word) for _, _, word in words]
    text = passage.en[words[0][0] : words[-1][1]]
    for surname, given, last in _orders(parts):
        found = [
            spelling
            for spelling in spelt.get(f"{surname} {given}", ())
            if not is_cut(spelling[0], passage.zh)
        ]
        if found:
            window, style, _ = found[0]
            if style == "wade" and "-" not in text and len(window.given) > 1:
                continue
            return Named(words[0][0], words[-1][1], text, window, style, last)
    return None


def is_cut(window: Window, zh: str) -> bool:
    """Whether the characters are but the beginning of a name: 司徒静 of 司徒静姝说, wherever they stand.

    No name goes on into a word: 静回应 of 司徒静回应说.
    """
    if len(window.given) > 1:
        return False
    places = [found.end() for found in re.finditer(re.escape(window.text), zh)]
    return bool(places) and all(
        not _BEHIND.match(zh, end)
        and not _NO_NAME_CHARACTER.match(zh, end)
        and _BEHIND.match(zh, end + 1)
        and _HAN.match(zh, end)
        and not _VERB.match(zh, end)
        and not is_word(zh[end : end + 2])
        for end in places
    )


def _orders(parts: list[str]) -> Iterator[tuple[str, str, bool]]:
    """Surname and given name of words: first the surname first; a compound surname may be two words."""
    yield parts[0], "".join(parts[1:]), False
    if len(parts) > 2:
        yield parts[0] + parts[1], "".join(parts[2:]), False
    yield parts[-1], "".join(parts[:-1]), True


def _is_name(first: str, second: str) -> bool:
    """Whether two words look like a Chinese name that the text spells in some way."""
    head, tail = letters(first), letters(second)
    person = head in surname_spellings() and is_pinyin(tail) and not _is_known(second)
    if {first, second} & _NO_NAME or (_is_known(first) and not person) or _is_known(f"{first} {second}"):
        return False
    if "-" not in second and head not in forenames() and any(map(_is_everyday, (head, tail))):
        return False
    if head in forenames():
        return _any_surname(tail) or is_pinyin(tail)
    return (
        "-" in second
        or (is_pinyin(head) and is_pinyin(tail))
        or (head in surname_spellings() and len(tail) > 4)
    )


_USUAL = 300
_NO_NAME_ROWS = """
China City County District Province Town Township Village Road River Lake Port Park Bridge University
College School Group Company Bureau Center Mountain Island Street Station Airport Temple Museum Hospital
Hotel
"""
_NO_NAME = frozenset(_NO_NAME_ROWS.split())
"""Words with a capital that are no part of a person's name."""


def _is_everyday(word: str) -> bool:
    """Whether a word of several syllables is met so often in English that it is no name: Chinese, pier."""
    return word not in SYLLABLES and frequency(word) >= _USUAL and not _any_surname(word)


def _any_surname(word: str) -> bool:
    return word in surname_spellings() or word in _overseas_spellings()


@cache
def _overseas_spellings() -> frozenset[str]:
    return frozenset(spelling for spellings in overseas().values() for spelling in spellings)


@cache
def forenames() -> frozenset[str]:
    """English forenames in small letters."""
    return frozenset(row["en"].lower() for row in rows("forenames.csv"))


@lru_cache(maxsize=256)
def _is_known(words: str) -> bool:
    """Whether words are a listed place or organisation."""
    return any(mention.end - mention.start == len(words) for mention in mentions(words, "en"))


def ends_office(window: Window, zh: str) -> bool:
    """Whether what may be a surname is the end of an office: the 长 of 董事长陈秀英."""
    past = window.start + len(window.surname)
    return window.start > 0 and bool(_HAN.match(zh[window.start - 1]) and _ROLE.search(zh[:past][-6:]))


def stands_alone(window: Window, zh: str) -> bool:
    """Whether a name begins where one may, in a clause, a list or behind an office, and so it ends."""
    before, behind = zh[max(0, window.start - 6) : window.start], zh[window.end : window.end + 1]
    begins = not before or not _HAN.match(before[-1]) or before[-1] in "和与及由对" or _ROLE.search(before)
    ends = not behind or not _HAN.match(behind) or _NO_NAME_CHARACTER.match(behind) or _BEHIND.match(behind)
    return bool(begins and ends) and not _BEHIND.match(zh, window.start + len(window.surname))


def evident(zh: str) -> list[Window]:
    """The persons of a Chinese text by what stands around them: an office before, speech or a list behind."""
    found: list[Window] = []
    for window in windows(zh):
        if (
            len(window.given) == 1
            and not _VERB.match(zh, window.end)
            and zh[window.end : window.end + 1] not in "、，（"
        ):
            continue
        if found and window.start < found[-1].end:
            if window.start == found[-1].start and _BEHIND.match(zh, window.end):
                found[-1] = window
            continue
        before = zh[: window.start][-6:]
        sure = len(window.given) > 1 and _SURE_ROLE.search(before)
        if sure or (_ROLE.search(before) and _BEHIND.match(zh, window.end)):
            found.append(window)
    return found
