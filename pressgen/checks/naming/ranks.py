"""Offices of named persons by the level of what they are of: a village's Party secretary is no county's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pressgen.checks.naming import rules
from pressgen.checks.naming.passage import Passage
from pressgen.checks.naming.persons import Named
from pressgen.checks.naming.titles import Own, offices
from pressgen.errors import Wording
from pressgen.findings import Finding
from pressgen.regex import regex

_OFFICE = regex(
    "(自治区|街道|(?<![小社校厂园景新发灾片库])区|市|[省县旗州镇乡村])"
    "(?=(?:人民)?政府|委(?![员托])|纪委|党委|党总?支部?|党工委|支书|支部|人大|政协|妇联|团委|两委|长(?![期效远途江]))"
)
"""A level right before a government, a committee or the head of either."""
_ANY = regex("自治区|街道|[省市区县旗州镇乡村]")
_ZH = {
    "省": "provincial", "自治区": "provincial", "市": "municipal", "州": "municipal", "区": "county",
    "县": "county", "旗": "county", "镇": "town", "乡": "town", "街道": "town", "村": "village",
}  # fmt: skip
_EN = regex(
    r"\b(?:(?P<provincial>provinc(?:e|ial))|(?P<municipal>municipal|city|prefectur(?:e|al))|(?P<county>county|district)|"
    r"(?P<town>town|township|subdistrict)|(?P<village>village|villager))(?:s?[’']s?|s)?(?![\w-])",
)
_SAID = {"provincial": "省", "municipal": "市", "county": "县区", "town": "乡镇", "village": "村"}
_CLAUSE = regex("[，。；！？：\n]")
_BEHIND = regex(r", (?:the |an? |its )?(?!\w+(?:ed|ing|ught|old|ame|ent) )[^,.;:!?()\n]{4,90}")
_ENDS = regex(
    r" (?:who|whose|that|which|with|by|to|from|when|while|where|said|told|"
    r"and (?!head|director|chair|deputy|vice))\b"
)
"""What an apposition does not reach beyond."""
_AHEAD = regex(r"(?:^|[,.;:!?(\n“\"] ?|\b(?:by|said|with|and|to|as|when|that) )([^,.;:!?()\n]{4,70}),? $")
_FAR = 90


def check(passage: Passage, named: Sequence[Named], own: Own = ()) -> Iterator[Finding]:
    """A person in the office of a village, county or city who is in one of another level in the English."""
    done: set[str] = set()
    for person in named:
        if person.window is None or person.window.text in done:
            continue
        start = passage.zh.find(person.window.text)
        said = _CLAUSE.split(passage.zh[:start])[-1] if start > 0 else ""
        held = list(_OFFICE.finditer(said))
        if not held:
            continue
        done.add(person.window.text)
        levels = {_ZH[found[0]] for found in _ANY.finditer(said)}
        borne = _borne(passage.en, person, own)
        if borne and not any(found.lastgroup in levels for found in borne):
            first = start - len(said) + held[-1].start()
            yield _told(passage, (first, start), held[-1][0], borne[0])


def _borne(en: str, person: Named, own: Own) -> list[re.Match[str]]:
    """The words of level in what an English text calls a person, where that has an office."""
    parts = []
    if behind := _BEHIND.match(en, person.end):
        cut = _ENDS.search(en, *behind.span())
        parts.append((behind.start(), cut.start() if cut else behind.end()))
    if ahead := _AHEAD.search(en, max(0, person.start - _FAR), person.start):
        parts.append(ahead.span(1))
    return [
        found
        for start, end in parts
        if offices(en[start:end], "en", own)
        for found in _EN.finditer(en, start, end)
    ]


def _told(passage: Passage, zh: tuple[int, int], sign: str, en: re.Match[str]) -> Finding:
    level, right = str(en.lastgroup), _ZH[sign]
    return rules.LEVEL.at(
        passage.en_span(*en.span()),
        None,
        (passage.zh_span(*zh),),
        text=en[0],
        zh=passage.zh[slice(*zh)],
        level=Wording(_SAID[level], level),
        right=Wording(_SAID[right], right),
    )
