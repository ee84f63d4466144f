"""Levels of bodies: a city's bureau is no province's department, 省政府 is not the municipal government."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pressgen.checks.naming import rules
from pressgen.checks.naming.lexicon import MUNICIPALITIES, Mention, mentions
from pressgen.checks.naming.passage import Passage
from pressgen.errors import Wording
from pressgen.findings import Finding
from pressgen.regex import compiled, regex

_ZH_LEVEL = {
    "省": "provincial", "自治区": "provincial", "市": "municipal", "区": "county", "县": "county",
    "旗": "county", "州": "municipal",
    "镇": "town", "乡": "town", "街道": "town", "国家": "national", "全国": "national",
}  # fmt: skip
_EN_LEVEL = {
    "provincial": "provincial", "province": "provincial", "regional": "provincial", "municipal": "municipal",
    "city": "municipal", "prefectural": "municipal", "county": "county", "district": "county", "town": "town",
    "township": "town", "subdistrict": "town", "national": "national", "state": "national",
    "central": "national",
}  # fmt: skip
_LEVEL_ZH = regex("(自治区|街道|国家|全国|[省市区县旗州镇乡])$")
_WORDS = "|".join(_EN_LEVEL)
_INSTITUTION = regex(
    "(?<![\u4e00-\u9fff])(?:[在由据经和与及])?([省市县]|(?<![自])区)[\u4e00-\u9fff]{0,8}?(?:中心|医院|研究院|研究所|博物馆|图书馆|站|台|"
    "妇联|总工会|残联|科协|文联|侨联|工商联|红十字会|[团党]委|纪委|监委|法院|检察院|税务局|慈善总会|体育总会)"
)
_ANY_LEVEL = regex(
    r"\b(provincial|municipal|county|district)\b(?= [a-z]| [A-Z])|"
    r"\b(city|province|county|district)[’']s (?:[\w’'-]+ ){0,4}"
    r"(?:federation|union|hospital|museum|library|court|committee|league|association|society|institute|"
    r"center|centre|station|observatory|archives|foundation)\b",
    re.IGNORECASE,
)
_LEVEL_BEFORE = regex(rf"\b({_WORDS})(?:[’']s)?(?: people[’']s)?\s+$", re.IGNORECASE)
_LEVEL_AFTER = regex(rf"^\s+of\s+(?:(?-i:[A-Z])[\w’'-]*\s+){{1,3}}({_WORDS})\b", re.IGNORECASE)
_PHRASE = (
    r"(?:bureau|department|ministry|commission|administration|office|authority|agency|committee|service)s?"
)
_HEAD = regex(rf"\b({_PHRASE})\s+(?:of|for)\s+(?:the\s+)?$", re.IGNORECASE)
_JOINED = (
    (
        compiled("(自治区|街道|[省市区县州旗镇乡])(?:人民)?政府"),
        compiled(
            rf"\b({_WORDS})(?:[’']s)?\s+(?:people[’']s\s+)?government\b(?!\s+of)|"
            rf"\bgovernment of (?:(?-i:[A-Z])[\w’'-]*\s+){{1,3}}({_WORDS})\b",
            re.IGNORECASE,
        ),
    ),
    (
        compiled("([省市区县州旗镇])委(?![员托会])"),
        compiled(
            rf"\b({_WORDS})(?:[’']s)?\s+(?:Party\s+|CPC\s+)?committee\b"
            r"(?!\s+of the (?:chinese people|cppcc))",
            re.IGNORECASE,
        ),
    ),
    (
        compiled("([省市区县州])人大(?!附)"),
        compiled(rf"\b({_WORDS})(?:[’']s)?\s+people[’']s\s+congress\b(?!\s+of)", re.IGNORECASE),
    ),
    (
        compiled("([省市区县州旗])(?:人民)?检察院"),
        compiled(
            rf"\b({_WORDS})(?:[’']s)?\s+(?:people[’']s\s+)?(?:procuratorate|prosecutors)\b(?!\s+of)",
            re.IGNORECASE,
        ),
    ),
)  # fmt: skip
_NEAR, _FAR = 30, 120
"""Letters within which a word of level, or a body's own word, stands beside its field."""
_SAID = {"provincial": "省", "municipal": "市", "county": "县区", "town": "乡镇", "national": "国家"}


@dataclass(frozen=True, slots=True)
class _Body:
    """A body at a place, and the levels it may be of."""

    start: int
    end: int
    text: str
    levels: frozenset[str]


def check(passage: Passage) -> Iterator[Finding]:
    """Bodies of one field that are of another level in the English; then governments and committees."""
    zh, en = _fields(passage.zh, "zh"), _fields(passage.en, "en")
    for key in zh.keys() & en.keys():
        if len(zh[key]) == len(en[key]) == 1 and _differ(zh[key][0], en[key][0]):
            yield _finding(passage, zh[key][0], en[key][0])
    if passage.is_short and re.search("政府|委|检察院|人大", passage.zh):
        for zh_form, en_form in _JOINED:
            yield from _governments(passage, zh_form, en_form)
    if passage.is_short:
        yield from _unsaid(passage)


def _differ(body: _Body, other: _Body) -> bool:
    return bool(body.levels and other.levels) and not body.levels & other.levels


def _fields(text: str, lang: str) -> dict[str, list[_Body]]:
    """Bodies by their field."""
    found: dict[str, list[_Body]] = {}
    names = mentions(text, lang)
    places = {mention.end: mention for mention in reversed(names) if mention.codes}
    for mention in names:
        if mention.kind == "field":
            body = _zh_body(text, mention, places) if lang == "zh" else _en_body(text, mention, places)
            found.setdefault(mention.key, []).append(body)
    return found


def _zh_body(text: str, mention: Mention, places: Mapping[int, Mention]) -> _Body:
    suffix = re.match(
        "(?:监督管理|管理)?(总局|总署|局|厅|部(?!门)|委)?", text[mention.end : mention.end + _NEAR]
    )
    kind = suffix[1] if suffix else ""
    start, levels = mention.start, frozenset[str]()
    if found := _LEVEL_ZH.search(text[max(0, mention.start - 4) : mention.start]):
        levels = frozenset((_ZH_LEVEL[found[1]],))
        start = mention.start - len(found[1])
    elif place := places.get(mention.start):
        levels, start = _of_codes(place), place.start
    elif kind in ("部", "总局", "总署"):
        levels = frozenset(("national",))
    elif kind == "厅":
        levels = frozenset(("provincial",))
    end = mention.end + (suffix.end() if suffix else 0)
    return _Body(start, end, text[start:end], levels)


def _of_codes(place: Mention) -> frozenset[str]:
    """The levels a division's own bodies may be of; a county-level city calls its own municipal."""
    sizes = {2: ("provincial",), 4: ("municipal",), 6: ("county", "municipal")}
    if any(code in MUNICIPALITIES for code in place.codes):
        return frozenset(("municipal", "provincial"))
    return frozenset(level for code in place.codes for level in sizes[len(code)])


def _en_body(text: str, mention: Mention, places: Mapping[int, Mention]) -> _Body:
    start, end = mention.start, mention.end
    if head := _HEAD.search(text, max(0, start - _NEAR), start):
        start = head.start()
        if head[1].lower().startswith("ministr"):
            return _Body(start, end, text[start:end], frozenset(("national",)))
    elif tail := re.match(rf"\s+({_PHRASE})\b", text[end : end + _NEAR], re.IGNORECASE):
        end += tail.end()
    if found := _LEVEL_BEFORE.search(text, max(0, start - _NEAR), start):
        before_it = places.get(found.start() - 1)
        start = before_it.start if before_it else found.start()
        return _Body(start, end, text[start:end], frozenset((_EN_LEVEL[found[1].lower()],)))
    if found := _LEVEL_AFTER.match(text[end : end + _FAR]):
        return _Body(start, end, text[start:end], frozenset((_EN_LEVEL[found[1].lower()],)))
    owners = (places.get(start - len(mark)) for mark in (" ", "’s ", "'s ") if text.endswith(mark, 0, start))
    place = next(filter(None, owners), None)
    if place:
        return _Body(place.start, end, text[place.start : end], _of_codes(place))
    return _Body(start, end, text[start:end], frozenset())


def _unsaid(passage: Passage) -> Iterator[Finding]:
    """A level of some institution (省疾控中心) that the English has of another; neither is in both."""
    for found in _INSTITUTION.finditer(passage.zh):
        level = _ZH_LEVEL[found[1]]
        others = [match for match in _ANY_LEVEL.finditer(passage.en) if _level(match) != level]
        absent = [
            match
            for match in others
            if not any(sign in passage.zh_around for sign, name in _ZH_LEVEL.items() if name == _level(match))
        ]
        said = re.search(
            "|".join(word for word, name in _EN_LEVEL.items() if name == level), passage.en_around, re.I
        )
        if len(others) == len(absent) == 1 and not said:
            match = absent[0]
            english = _Body(*match.span(), match[0], frozenset((_level(match),)))
            yield _finding(passage, _Body(*found.span(), found[0], frozenset((level,))), english)
            return


def _level(found: re.Match[str]) -> str:
    return _EN_LEVEL[next(filter(None, found.groups())).lower()]


def _governments(passage: Passage, zh_form: re.Pattern[str], en_form: re.Pattern[str]) -> Iterator[Finding]:
    """As many of each level in both texts, or else one level put for another."""
    zh = [
        _Body(match.start(), match.end(), match.group(), frozenset((_ZH_LEVEL[match[1]],)))
        for match in zh_form.finditer(passage.zh)
    ]
    en = [
        _Body(
            match.start(),
            match.end(),
            match.group(),
            frozenset((_EN_LEVEL[next(filter(None, match.groups())).lower()],)),
        )
        for match in en_form.finditer(passage.en)
    ]
    here, there = (Counter(level for body in bodies for level in body.levels) for bodies in (zh, en))
    more = [body for body in en if all(there[level] > here[level] for level in body.levels)]
    fewer = [body for body in zh if all(there[level] < here[level] for level in body.levels)]
    if more and fewer:
        meant = fewer[0]
        at = zh.index(meant) / len(zh)
        yield _finding(passage, meant, min(more, key=lambda body: abs(en.index(body) / len(en) - at)))


def _finding(passage: Passage, zh: _Body, en: _Body) -> Finding:
    level, right = (sorted(body.levels)[0] for body in (en, zh))
    related = (passage.zh_span(zh.start, zh.end),)
    return rules.LEVEL.at(
        passage.en_span(en.start, en.end),
        None,
        related,
        text=en.text,
        zh=zh.text,
        level=_named(level),
        right=_named(right),
    )


def _named(level: str) -> Wording:
    return Wording(_SAID[level], level)
