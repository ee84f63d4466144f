"""Names of one language that the other does not have."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from pressgen.checks.align import Group
from pressgen.checks.terminology import rules
from pressgen.checks.terminology.likeness import named, words
from pressgen.checks.terminology.places import Placed
from pressgen.document import Block
from pressgen.figures.currencies import CURRENCIES
from pressgen.findings import Finding
from pressgen.glossary.entry import Entry
from pressgen.regex import regex
from pressgen.text import han
from pressgen.todo import todos

_LEAST_HAN = 2
_SHORT = 4
_PAINTED = regex("清明上河")
"""The scroll, and the parks named after it, have no festival in their English names."""
_LOCAL = regex(
    "[\u4e00-\u9fff]{2,5}?(?:省|市|自治区|[区县州])[\u4e00-\u9fff]{0,6}?(?:局|分局|分行|支行|总队|支队|分公司)"
)
"""What makes a body's name the beginning of a local one's: 国家税务总局浙江省税务局."""
_JOINTS = frozenset("的在将与和及对是为有也已等向从到由被或并则于")
"""What stands between a name and the next word; anything else may make the name longer."""
_POINTING = regex(
    r"\b(?:it|its|itself|they|them|their|this|these|those|that|which|who|whose|both|he|his|him|she|her|we|our)\b",
    re.IGNORECASE,
)
_LAND = regex(r"\b(?:the|this) (?:country|nation|region|province|city|district|county|town)\b", re.IGNORECASE)
"""What a passage without its context may call a place."""
_OF_THINGS = """
city country nation region district town area zone park company group firm bureau office department ministry
agency committee event fair expo conference festival games exhibition venue center centre institution
university organization two side sides
"""
_THINGS = frozenset(_OF_THINGS.split())
MONEY = frozenset(name for currency in CURRENCIES for name in currency.zh.split("|"))
"""What money is called is a matter of figures: 美元 may be USD, $ or dollars."""


def check(zh: Sequence[Placed], en: Sequence[Placed], groups: Sequence[Group], on: str) -> Iterator[Finding]:
    """A finding for each listed name that stands in the Chinese and nowhere in the English.

    Entries marked loose, names of one character and paragraphs without English are left alone; so is
    what the English says in other words (Chinese for China, UN, another order of the same words).
    """
    answered = {block: group.en for group in groups for block in group.zh}
    text = " ".join(block.text for group in groups for block in group.en)
    said = words(text)
    there = {place.match.entry.id for place in en} | {place.match.term.text.lower() for place in en}
    reported: set[str] = set()
    alone = len(groups) == 1 and bool(_LAND.search(text))
    for place in zh:
        entry = place.match.entry
        if entry.id in reported or not _expected(place, answered.get(place.block, ()), there):
            continue
        if alone and entry.kind in ("place", ""):
            continue
        reported.add(entry.id)
        yield from _unnamed(place, entry, said, on)
    yield from _fewer(zh, en, groups, reported, on)


def _by_block(places: Sequence[Placed]) -> dict[Block, list[int]]:
    """The numbers of the names of each paragraph."""
    found: dict[Block, list[int]] = {}
    for number, place in enumerate(places):
        found.setdefault(place.block, []).append(number)
    return found


def _fewer(
    zh: Sequence[Placed], en: Sequence[Placed], groups: Sequence[Group], reported: set[str], on: str
) -> Iterator[Finding]:
    """A note on a name that the English leaves out in its place, though it has it somewhere."""
    ours, theirs = _by_block(zh), _by_block(en)
    for number, group in enumerate(groups):
        said = " ".join(block.text for block in group.en)
        near = {block for neighbour in groups[max(number - 1, 0) : number + 2] for block in neighbour.en}
        own = [zh[at] for at in sorted(at for block in set(group.zh) for at in ours.get(block, ()))]
        here = Counter(place.match.entry.id for place in own)
        there = Counter(en[at].match.entry.id for block in near for at in theirs.get(block, ()))
        for place in {place.match.entry.id: place for place in reversed(own)}.values():
            entry = place.match.entry
            times, answers = here[entry.id], there[entry.id]
            if entry.id in reported or not _is_clear(place, group) or answers >= times:
                continue
            name = entry.name("en", place.match.term.form, on)
            if name and not _pointed_at(name, said) and not _said_otherwise(entry, said, times, answers):
                yield rules.MISSING_HERE.at(place.span, text=place.text, name=name, zh=times, en=answers)


def _is_clear(place: Placed, group: Group) -> bool:
    """A name long enough and meant as listed, in a paragraph that is translated."""
    return (
        bool(group.en)
        and not place.match.entry.loose
        and len(place.match.term.text) > _LEAST_HAN
        and place.match.term.text not in MONEY
        and not _part_of_longer(place)
        and not any(todos(block) for block in group.en)
    )


def _pointed_at(name: str, said: str) -> bool:
    """Whether a pronoun, or what the thing is (the bureau, the zone), may stand for the name."""
    heads = {word.lower() for word in re.findall(r"[A-Za-z]+", name)}
    the = {word.lower() for word in re.findall(r"\b[Tt]he (?:[a-z]+ )?([a-z]+)", said)}
    return bool(_POINTING.search(said) or heads & the or the & _THINGS)


def _said_otherwise(entry: Entry, said: str, times: int, answers: int) -> bool:
    """One mention fewer is good English (… signed and invested); other words of the name are the name."""
    if answers:
        return times - answers == 1
    found = words(said)
    return any(named(term.text, found) for term in entry.of("en"))


def _expected(place: Placed, answer: Sequence[Block], there: set[str]) -> bool:
    entry, term = place.match.entry, place.match.term
    if entry.loose or entry.id in there or not answer:
        return False
    if len(term.text) < _LEAST_HAN or term.text in MONEY:
        return False
    if _part_of_longer(place) or place.across_word:
        return False
    if any(todos(block) for block in answer):
        return False
    return not any(other.text.lower() in there for other in entry.of("en"))


def _part_of_longer(place: Placed) -> bool:
    """A place that begins a longer name (英国财政部: the Treasury), a sound within a foreign name."""
    text, start, end = place.block.text, place.match.start, place.match.end
    behind = text[end : end + 1]
    if _PAINTED.match(text, start) or (_LOCAL.match(text, end) and not _is_place(place.match.entry)):
        return True
    short = end - start <= _SHORT and _is_place(place.match.entry)
    if short and han(behind) and behind not in _JOINTS:
        return True
    return inside_longer(text, start, end)


def _is_place(entry: Entry) -> bool:
    """A place, or an entry of no kind that may be one: its English name is a single word."""
    return entry.kind == "place" or (not entry.kind and " " not in entry.name("en"))


def _unnamed(place: Placed, entry: Entry, said: frozenset[str], on: str) -> Iterator[Finding]:
    name = entry.name("en", place.match.term.form, on)
    if not name:
        return
    if entry.kind == "person":
        yield from _person(place, name, said)
    elif not (
        _as_holiday(entry, said)
        or any(named(term.text, said) for term in entry.of("en"))
        or _in_part(entry, said)
    ):
        yield rules.MISSING.at(place.span, text=place.text, name=name)


_EVERYWHERE = frozenset(["the", "and", "for", "china", "chinas", "chinese", "national", "international"])
_LEAST = 3
"""Letters of a word that may tell what a name is."""


def _in_part(entry: Entry, said: frozenset[str]) -> bool:
    """Whether the English has what a name is told from others by: the Yangtze flood, the import expo."""
    if any(term.text in _HOLIDAYS for term in entry.of("zh")):
        return False
    fronts = (term.text.partition(" of ")[0].rpartition(" ")[0] for term in entry.of("en"))
    own = {word for front in fronts for word in words(front)} - _EVERYWHERE
    return any(len(word) > _LEAST and word in said for word in own)


_HOLIDAYS = frozenset(
    ("春节", "除夕", "元旦", "清明", "清明节", "劳动节", "端午", "端午节", "中秋", "中秋节", "国庆", "国庆节")
)
"""Days off by law (Regulation on Public Holidays), which English calls the holiday where it knows which."""
_OFF = frozenset(("holiday", "holidays"))


def _as_holiday(entry: Entry, said: frozenset[str]) -> bool:
    """Whether the English has the holiday or the Golden Week for a festival."""
    festival = any(term.text in _HOLIDAYS for term in entry.of("zh"))
    return festival and bool(_OFF & said or {"golden", "week"} <= said)


def _person(place: Placed, name: str, said: frozenset[str]) -> Iterator[Finding]:
    parts = [part for part in name.split() if part.lower() in said]
    if not parts:
        yield rules.MISSING.at(place.span, text=place.text, name=name)
    elif len(parts) < len(name.split()):
        yield rules.HALF_NAME.at(place.span, text=place.text, name=name, part=" ".join(parts))


_SOUNDS = frozenset(
    "阿埃艾爱安奥巴贝比彼波伯博布查茨达代丹道得德登蒂丁多厄恩尔法菲费芬弗夫福盖冈戈格哈海汉豪赫"
    "霍基吉加捷金卡凯坎科克肯库拉莱兰朗劳勒雷里利莉林隆卢鲁伦罗洛马玛迈曼梅蒙米密明莫姆穆纳内尼涅"
    "努诺欧帕派佩皮普奇契乔切萨塞森沙尚舍什史斯松索苏塔泰坦特图托瓦万威韦维温翁沃乌武西希夏谢辛休逊"
    "伐迪蒙加雅亚扬耶伊英尤约泽扎詹朱佐"
)
"""After the transcription tables of Xinhua; characters common in other words are left out."""


def inside_longer(text: str, start: int, end: int) -> bool:
    """Whether a name spelt by sound stands in the middle of a longer one.

    >>> inside_longer("海伊索姆", 2, 4), inside_longer("访问也门", 2, 4)
    (True, False)
    """
    if not all(character in _SOUNDS for character in text[start:end]):
        return False
    return text[start - 1 : start] in _SOUNDS or text[end : end + 1] in _SOUNDS
