"""Places, organisations and bodies that everybody knows, found in either language.

The tables beside this module and ``glossary/divisions.csv`` (GB/T 2260: every province, prefecture and
county) are read once, and matched as a glossary is. A concept's key is its English name in small letters,
so that places spelt alike (苏州 and 宿州) are one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path

from pressgen import packaged
from pressgen.cache import edition, value
from pressgen.glossary import divisions, packed
from pressgen.glossary.entry import Case, Entry, Glossary, Term
from pressgen.regex import regex

_REMEMBERED = 64
PLACES = ("province", "division", "country", "city")
GROUND = (
    "mountain", "river", "lake", "sea", "island", "airport", "square", "street", "grotto", "launch site",
    "bridge", "dam", "station", "port", "zone", "plant",
)  # fmt: skip
"""Kinds of ``landmarks.csv``."""
_ORGANISATIONS = (
    "school", "hospital", "bank", "airline", "firm", "agency", "bloc", "museum", "charity", "media",
    "exchange", "association",
)  # fmt: skip
NAMED = (*PLACES, *GROUND, *_ORGANISATIONS)
"""Kinds whose English name may stand in a text as it is listed; those of bodies and fields are phrases."""
_BODY_ZH = regex(
    "(?:监督管理|管理)?(?:局(?![势面部限])|厅|总局|司(?![机法令仪徒空马])|部门|部(?![分署长门队件位落])|委(?!托)|"
    "署(?!名)|办公室|办(?![理法公好事学厂案展赛])|(?<![力电信源气热水输量测能])系统|行政部门|主管部门)"
)
"""What stands behind a field that is a body's: 国际司, but not 国际局势; 教育系统, but not 电力系统."""
_SHARED_ZH = regex("(?:[、和与及][\u4e00-\u9fff]{2,6}?){1,4}(?:[两三四五六七八九十多几]个?|等)[部局厅委]")
_ENDS_SHARED = regex("[两三四五六七八九十多几]个?[部局厅委]")
"""What makes fields of a list bodies: 商务、能源两部."""
_BODY_WORD = (
    "bureaus?|departments?|ministry|ministries|commissions?|administrations?|offices?|authority|authorities|"
    "agency|agencies|committees?"
)
_BODY_BEFORE = regex(rf"\b(?:{_BODY_WORD}|ministers?)\s+(?:of|for)\s+(?:the\s+)?$", re.IGNORECASE)
_GOES_ON = regex(rf",? and (?!(?i:{_BODY_WORD})\b)[A-Z][a-z]+\b(?! (?i:{_BODY_WORD})\b)")
"""What makes a field the beginning of a longer one: the Ministry of Mines and Energy."""
_BODY_AFTER = regex(rf"(?:[’']s)?\s+(?:{_BODY_WORD})\b", re.IGNORECASE)
MUNICIPALITIES = ("11", "12", "31", "50")
"""Codes of the cities that are provinces."""
_TRADE_ZH = regex(
    "(?:运动|管理|工业|行业|产业|工作者|科学|职业|流通|质量|贸易|技术|服务|发展|文化)*(?:协会|学会|联合会|商会|研究会|促进会|基金会|协(?![作同议助力商])|联赛)"
)
_TRADE_SHORT = regex("(?:中国|全国|中华|亚洲|世界|国际|[省市])$")
_TRADE_HEAD = "Association|Society|Federation|Union|Chamber of Commerce|Council|Institute|Foundation|League"
_TRADE_BEFORE = regex(rf"\b(?:{_TRADE_HEAD}) (?:of|for)(?: the)?(?: [A-Z][\w-]*,?| and){{0,3}} $")
_TRADE_AFTER = regex(rf" (?:(?:and )?[A-Z][\w-]* ){{0,3}}(?:{_TRADE_HEAD})\b")
_OTHER_LAND = regex("元|币|语|文(?!旅)|菜|队(?!伍)")


@dataclass(frozen=True, slots=True)
class Mention:
    """A concept at a place of a passage's text. ``codes`` are those of a division of China."""

    key: str
    kind: str
    start: int
    end: int
    text: str
    name: str
    codes: tuple[str, ...] = ()


@lru_cache(maxsize=_REMEMBERED)
def mentions(text: str, lang: str) -> tuple[Mention, ...]:
    """What a text of one language mentions, in its order.

    >>> [(one.key, one.kind) for one in mentions("绍兴市商务局和嘉兴海关", "zh")]
    [('shaoxing', 'division'), ('commerce', 'field'), ('jiaxing', 'division'), ('customs', 'body')]
    """
    found = list(_found(text, lang))
    if lang == "zh":
        taken = {at for mention in found for at in range(mention.start, mention.end)}
        found += [mention for mention in _of_one_level(text) if mention.start not in taken]
        found.sort(key=lambda mention: mention.start)
    return tuple(found)


_ONE_LEVEL = regex(
    "((?:[\u4e00-\u9fff]{2,6}、)*[\u4e00-\u9fff]{2,6}?[和与及][\u4e00-\u9fff]{2,3}?)(?:[两二三四五六七八九十]|等)+个?([区县市])"
)
_SHORTEST, _LONGEST = 2, 3
"""Characters of the names of most districts and counties, without what they are."""


def _of_one_level(text: str) -> Iterator[Mention]:
    """Districts and counties that say at the end of a list what they are: 南山、向阳和兴安三区."""
    for found in _ONE_LEVEL.finditer(text):
        for item in re.finditer("[^、和与及]+", found[1]):
            for size in (_LONGEST, _SHORTEST):
                name = item[0][-size:]
                start = found.start() + item.end() - len(name)
                whole = next(_found(name + found[2], "zh"), None) if len(name) == size else None
                if whole and whole.end - whole.start == size + 1 and whole.kind == "division":
                    yield replace(whole, start=start, end=start + size, text=name)
                    break


def _found(text: str, lang: str) -> Iterator[Mention]:
    glossary, codes, *_, twins = _lexicon()
    other = "en" if lang == "zh" else "zh"
    for match in glossary.matches(text, lang):
        start, end = match.start, match.end
        key, kind, name = match.entry.id, match.entry.kind, match.entry.name(other)
        if kind == "field" and not _is_body(text, start, end, lang):
            if match.term.text not in twins:
                continue
            kind = "trade"
            key, name = twins[match.term.text]
        if kind == "trade" and not _is_trade(text, start, end, lang):
            continue
        if lang == "zh" and kind == "country" and _OTHER_LAND.match(text, end):
            continue
        if lang == "zh" and kind in PLACES and _is_split(text, start, end):
            continue
        yield Mention(key, kind, start, end, text[start:end], name, codes.get(key, ()))


_BEFORE_ROWS = """
湖北 河北 东北 西北 华北 台北 江北 湖南 河南 东南 西南 华南 江南 越南 云南 海南
山西 江西 陕西 广西 山东 广东 华东 辽东 胶东 浙江 长江 珠江 黄河 上海 渤海 沿海
中国 全国 各地 本市 全市 我市 该市 城市
"""
_BEFORE = frozenset(_BEFORE_ROWS.split())
"""Words whose last character may begin a place by chance: 湖北|海 is no 北海."""


def _is_split(text: str, start: int, end: int) -> bool:
    """Whether two characters of a place belong to two words: 湖北海关, 城市南部."""
    parted = text[start - 1 : start + 1] in _BEFORE and text[max(0, start - 2) : start] not in _BEFORE
    return end - start == 2 and parted


def _is_body(text: str, start: int, end: int, lang: str) -> bool:
    if lang == "zh":
        return bool(_BODY_ZH.match(text, end) or _SHARED_ZH.match(text, end) or _ENDS_SHARED.match(text, end))
    before = _BODY_BEFORE.search(text[max(0, start - 30) : start]) and not _GOES_ON.match(text, end)
    return bool(_BODY_AFTER.match(text, end) or before)


def _is_trade(text: str, start: int, end: int, lang: str) -> bool:
    """Whether a trade or sport is that of an association; one character only in 中国足协."""
    if lang == "zh":
        short = end - start == 1
        return bool(_TRADE_ZH.match(text, end)) and (not short or bool(_TRADE_SHORT.search(text[:start])))
    capital = text[start].isupper()
    return capital and bool(
        _TRADE_AFTER.match(text, end) or _TRADE_BEFORE.search(text[max(0, start - 70) : start])
    )


@cache
def _lexicon() -> tuple[Glossary, _Codes, _Codes, dict[str, str], _Twins]:
    """Concepts as a glossary; by key the codes of divisions, the short forms, the homes of places; twins."""
    folders = Path(__file__).parent, Path(packed.__file__).parent
    origin = packed.origin("places", *(edition(folder, (".csv", ".py")) for folder in folders))
    found, codes, shorts, abroad, twins = value(packed.slot(origin), origin, _read)
    return Glossary(packed.PackedEntries(found), origin=origin), codes, shorts, abroad, twins


def _rows(name: str) -> packaged.Rows:
    return packaged.read(Path(__file__).with_name(name))


_Codes = dict[str, tuple[str, ...]]
_Twins = dict[str, tuple[str, str]]
"""Trades of which a field has the words, 电力 (局, 行业协会): by the word the key, and its other name."""


def _read() -> tuple[list[packed.Row], _Codes, _Codes, dict[str, str], _Twins]:
    terms: dict[str, tuple[str, list[Term]]] = {}
    codes: _Codes = {}
    also = {row["en"]: row["also"].split("|") for row in _rows("respelt.csv")}
    for row in divisions.listed():
        if row["en"].endswith(" County"):
            continue
        key, own = row["en"].lower(), row["codes"].split()
        kind = "province" if len(own[0]) == 2 and own[0] not in MUNICIPALITIES else "division"
        codes[key] = (*codes.get(key, ()), *own)
        chinese = [row["zh"] + word for word in "区县市"] if row["bare"] else [row["zh"]]
        _add(terms, key, kind, chinese, [row["en"], *also.get(key, ())])
    held = {term.text: key for key, (_, found) in terms.items() for term in found if term.lang == "zh"}
    for name, kind in _TABLES:
        for row in _rows(name):
            english, sort = row["en"].split("|"), kind or row["kind"]
            chinese = [word for word in row["zh"].split("|") if len(word) > 1 or sort == "trade"]
            key = english[0] if sort == "field" else english[0].lower()
            same = next((held[word] for word in chinese if word in held), "") if sort in GROUND else ""
            if same:
                key, sort = same, terms[same][0]
            _add(terms, key, sort, chinese, english)
    concepts = (Entry(key, tuple(found), kind=kind) for key, (kind, found) in terms.items())
    found = list(concepts)
    keys = {term.text: entry.id for entry in found for term in entry.of("zh")}
    return list(packed.pack(found)), codes, _short_forms(keys), _homes(keys), _twins(found)


def _twins(entries: Sequence[Entry]) -> _Twins:
    fields = {term.text for entry in entries if entry.kind == "field" for term in entry.terms}
    return {
        term.text: (entry.id, entry.name("en" if term.lang == "zh" else "zh"))
        for entry in entries
        if entry.kind == "trade"
        for term in entry.terms
        if term.text in fields
    }


_TABLES = (
    ("world.csv", ""), ("organisations.csv", ""), ("landmarks.csv", ""), ("trades.csv", ""),
    ("bodies.csv", "body"), ("fields.csv", "field"), ("departments.csv", "field"),
)  # fmt: skip
"""Tables beside this module, and the kind of all their rows where they have no column for it."""


def _add(terms: dict[str, tuple[str, list[Term]]], key: str, kind: str, zh: list[str], en: list[str]) -> None:
    if key in terms and terms[key][0] != kind:
        key = f"{key}#{kind}"
    held = terms.setdefault(key, (kind, []))[1]
    case: Case = "any" if kind in ("field", "body", "trade", "clinic") else "exact"
    known = {term.text for term in held}
    for word in zh:
        if word not in known:
            known.add(word)
            held.append(Term(word, "zh"))
    for word in en:
        if word not in known:
            known.add(word)
            held.append(Term(word, "en", case=case))


def short_forms() -> dict[str, tuple[str, ...]]:
    """For the key of a place the characters that may stand for it: 沪 for Shanghai, 英 for Britain."""
    return _lexicon()[2]


def _short_forms(keys: dict[str, str]) -> dict[str, tuple[str, ...]]:
    found = {
        keys[row["place"]]: tuple(row["short"].split("|"))
        for row in _rows("short.csv")
        if row["place"] in keys
    }
    for row in _rows("world.csv"):
        single = tuple(word for word in row["zh"].split("|") if len(word) == 1)
        if single:
            found[row["en"].split("|")[0].lower()] = single
    return found


def homes() -> dict[str, str]:
    """For the key of a place abroad that of its country: Seoul is in South Korea."""
    return _lexicon()[3]


def _homes(keys: dict[str, str]) -> dict[str, str]:
    return {
        keys[zh]: keys[row["within"]]
        for row in _rows("world.csv")
        if row["within"] in keys
        for zh in row["zh"].split("|")
        if zh in keys
    }
