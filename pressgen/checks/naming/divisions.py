"""Divisions told without their names: 该县 is not “the city”, 县医院 no provincial hospital.

The English says a division of which nothing in the Chinese is one, by a word or by a listed name, and the
Chinese says one that the English lacks in the same way: the one stands for the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressgen.checks.naming import rules
from pressgen.checks.naming.lexicon import PLACES, Mention, mentions
from pressgen.checks.naming.passage import Passage
from pressgen.errors import Wording
from pressgen.findings import Finding
from pressgen.regex import compiled, regex

_LONG = 600
"""Characters of a longer English passage, in which a division may be meant in many words."""
_ZH = {
    "province": regex("(?<![节反邻外])省(?![略心时钱力去却悟城])"),
    "city": regex(
        "[全该我本]市(?![场民值])|市(?=[委长里]|政府"
        "|[\u4e00-\u9fff]{1,6}(?:局|委员会|图书馆|博物馆|美术馆|档案馆|医院|中心|协会))"
    ),
    "county": regex("(?<![区市州郊外])县(?![城区域级市])"),
    "district": regex("[全该我本]区(?!域)|区(?=[长委](?!员)|政府|里)"),
    "town": regex("[全该我本][镇乡]|[镇乡](?=[长里]|政府|党委)"),
    "village": regex("[全该我本]村|村(?=[里委]|支书|主任)"),
}
"""Words for a division that an English text would say."""
_EN = {
    "province": regex(r"\b(?:province|[Pp]rovincial)\b"),
    "city": regex(
        r"(?<!old )(?<!inner )(?<!capital )(?<!sister )(?<!sister-)(?<!walled )(?<!ancient )\b(?:city"
        r"(?!-| (?:walls?|center|centre|park|dwellers?|life|folk|gate|proper|break)\b)|[Mm]unicipal)\b"
    ),
    "county": regex(r"\bcounty\b"),
    "district": regex(r"\bdistrict\b"),
    "town": regex(r"\b(?:town|township)\b(?! (?:hall|house|gas|square|gate))"),
    "village": regex(r"\bvillage\b"),
}
_SAID_ZH = {
    "province": regex("省|自治区|[州道邦府]|地方"),
    "city": regex("[市城州府都港镇]|盟"),
    "county": regex("[县旗郡]"),
    "district": regex("[区片带圈段街]|地方|辖"),
    "town": regex("[镇乡城县村市]"),
    "village": regex("[村乡屯寨庄坊里农]"),
}
_SAID_EN = {
    "province": r"provinc\w*|region\w*|states?|autonomous",
    "city": r"cit(?:y|ies)\w*|municipal\w*|urban|town\w*|metropol\w*|local\w*|capital|mayor\w*|place",
    "county": r"count(?:y|ies)\w*|magistrate|banner\w*|rural|local\w*",
    "district": r"districts?|areas?|zones?|regions?|boroughs?|neighbo\w*|local\w*",
    "town": r"town\w*|local\w*|rural|communit\w*",
    "village": r"villag\w*|rural|hamlets?|local\w*|communit\w*",
}
_CHINESE = dict(zip(_EN, ("省", "市", "县", "区", "乡镇", "村"), strict=True))
_CODES = {"province": (2,), "city": (2, 4, 6), "county": (6,), "district": (6,), "town": (), "village": ()}
"""How long the codes of listed divisions are that may be called so."""


def check(passage: Passage) -> Iterator[Finding]:
    """The one division that only the English says, where the Chinese has another that the English lacks."""
    if not passage.is_short or len(passage.en) > _LONG:
        return
    surplus = [each for each in _first(_EN, passage.en) if not _is_said_in_chinese(each[0], passage)]
    lacking = [each for each in _first(_ZH, passage.zh) if not _is_said_in_english(each[0], passage)]
    if not len(surplus) == len(lacking) == 1:
        return
    [(level, en)], [(right, zh)] = surplus, lacking
    yield rules.LEVEL.at(
        passage.en_span(*en.span()),
        None,
        (passage.zh_span(*zh.span()),),
        text=en[0],
        zh=zh[0],
        level=Wording(_CHINESE[level], level),
        right=Wording(_CHINESE[right], right),
    )


def _first(words: dict[str, re.Pattern[str]], text: str) -> Iterator[tuple[str, re.Match[str]]]:
    for kind, pattern in words.items():
        if found := pattern.search(text):
            yield kind, found


def _is_said_in_chinese(kind: str, passage: Passage) -> bool:
    return bool(_SAID_ZH[kind].search(passage.zh_around)) or _is_named(
        kind, mentions(passage.zh_around, "zh")
    )


def _is_said_in_english(kind: str, passage: Passage) -> bool:
    said = compiled(rf"\b(?:{_SAID_EN[kind]})\b", re.IGNORECASE)
    return bool(said.search(passage.en_around)) or _is_named(kind, mentions(passage.en_around, "en"))


def _is_named(kind: str, named: tuple[Mention, ...]) -> bool:
    return any(
        (mention.codes and any(len(code) in _CODES[kind] for code in mention.codes))
        or (not mention.codes and mention.kind in PLACES and kind in ("city", "province"))
        for mention in named
    )
