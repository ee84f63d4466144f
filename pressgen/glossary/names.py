"""Names proposed: an English spelling for a Chinese person or place that no glossary lists.

After GB/T 28039-2011 (surname first, given name in one word, compound surnames in one word, an
apostrophe before a, e, o inside a word, ü as yu) and the 1978 rules for places (a one-syllable county
keeps its generic part: Shexian County). A proposal is a question to an editor wherever a reading is
open; the glossary always wins.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from pressgen import cldr, packaged
from pressgen.errors import Wording
from pressgen.glossary import pinyin, readings, surnames
from pressgen.glossary.divisions import spellings as divisions
from pressgen.glossary.entry import Entry, Glossary
from pressgen.glossary.gazetteer import Gazetteer
from pressgen.glossary.generics import CLOSED, GENERICS, NATURAL, SINGLE, STREETS, split
from pressgen.text import han

RULE = Wording("按汉语拼音拼写", "spelt by pinyin")
OPEN = Wording("“{text}”有几种读法，请核实", 'read "{text}" in more than one way; ask')
SURNAME = Wording("“{text}”作姓氏读法不定，请核实", 'the surname "{text}" has more than one reading; ask')
NO_SURNAME = Wording(
    "“{text}”不是常见姓氏，可能不是汉族人名", '"{text}" is no usual surname; perhaps no Han name'
)
TWO_SURNAMES = Wording("可能是双姓，请核实", "perhaps two surnames, joined by a hyphen; ask")
MINORITY = Wording(
    "可能是少数民族语音译名，按本民族语言拼写", "perhaps a name of another language, spelt by its own rules"
)
USUAL = Wording(
    "知名人士的通行写法；同名的人按拼音", "the usual spelling of a well-known bearer; others use pinyin"
)
FEATURE = Wording(
    "可能是城镇，也可能是山水，请核实", "perhaps a town, perhaps a river, lake or mountain; ask"
)
SEVERAL = Wording("由几个词组成，需要翻译", "made of several words, to be translated; look it up")
TITLED = Wording("含有称谓，不全是姓名", "holds a title, so it is not a name alone; ask")
NO_NAME = Wording("姓名很少这样结尾，可能是机构或地点", "names seldom end so; perhaps a body or a place")
PLACE = Wording("也是地名，作地名为{text}", "also a place, which is {text}")
CUSTOM = Wording(
    "港澳台及海外也常用此名，其拼写从本人习惯，请核实",
    "a name as usual in Hong Kong, Taiwan and overseas, where bearers spell it their own way; ask",
)
LISTED = Wording("通行写法", "the established spelling")
BODY = Wording(
    "机构和职务没有拼音写法；请查官方译名", "a body or a title is not spelt but translated; look it up"
)
COMPOSED = Wording(
    "按机构译名的常用格式拟写，请核对官方译名", "composed as such bodies are called; look up its own name"
)
NOTHING = Wording("不是汉字名称", "this is no name in Chinese characters")

_TRANSLITERATED = frozenset(
    "克尔喀什吐鄂额敖阿呼玛孜噶丹措雍斯勒察伦特布尼索则吉巴乌塔鲁哈拉木嘎嘉卓贡芒勐版"
)
_MOST = 3
_NUMERALS = frozenset("一二三四五六七八九十两几各数")
_DYNASTIES = frozenset("汉晋唐宋元明清隋魏")
_FOREIGN = frozenset("尔汗吐孜勒嘎措噶姆")
"""Characters that in a given name show another language's name."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A spelling ("" where there is none), whether no reading is open, and why in both languages."""

    en: str
    sure: bool
    why: Wording


def proposed(zh: str, kind: str, glossary: Glossary, gazetteer: Gazetteer) -> Proposal:
    """What the glossary has under a Chinese name of that kind, else what its parts make, or its spelling."""
    entry = glossary.named(zh, "zh")
    if entry is None or not _is_kind(entry, kind):
        return _made(zh, kind, gazetteer) or propose(zh, kind)
    form = next((term for term in entry.of("zh") if term.text == zh), entry.terms[0]).form
    why = Wording(f"术语表：{entry.id}", f"glossary: {entry.id}")
    settled = entry.kind in ("person", "place") or not entry.loose
    return Proposal(entry.name("en", form), settled, why)


def _made(zh: str, kind: str, gazetteer: Gazetteer) -> Proposal | None:
    """A name made of known parts: a place in its city, a body by its pattern, which is to be verified."""
    if kind == "person":
        return None
    if body := gazetteer.body(zh):
        return Proposal(body.name("en"), False, COMPOSED)
    place = gazetteer.place(zh)
    within = place is not None and ", " in place.name("en")
    return Proposal(place.name("en"), True, LISTED) if place and within else None


def _is_kind(entry: Entry, kind: str) -> bool:
    """Whether an entry may be meant: 中山 is a place, and the name of many a person."""
    asked, listed = kind.partition("_")[0], entry.kind
    return asked == listed if asked in ("person", "place") else True


def propose(zh: str, kind: str = "person") -> Proposal:
    """An English spelling of a Chinese name; ``kind`` as in a glossary entry, or "" to be guessed.

    >>> propose("欧阳婉儿", "person").en, propose("涉县", "place").en
    ("Ouyang Wan'er", 'Shexian County')
    """
    zh = zh.strip().replace("•", "·").replace("・", "·")
    if not zh or han(zh) + zh.count("·") != len(zh):
        return Proposal("", False, NOTHING)
    if kind in ("", "person") and _is_body(zh, guessed=not kind):
        return Proposal("", False, BODY)
    if not kind:
        kind = "place" if _place_like(zh) else "person"
    if kind.startswith("place"):
        return _place(zh)
    return _person(zh) if kind == "person" else Proposal("", False, BODY)


def _is_body(zh: str, *, guessed: bool) -> bool:
    """Whether characters end as a body's or an office's name does: 绍兴市商务局, 管委会主任."""
    if zh.endswith(readings.BODIES):
        return True
    if guessed and len(zh) == _MOST and zh[-1] in readings.NEVER_GIVEN and not _is_place_name(zh):
        return True
    return (
        len(zh) > _MOST and "·" not in zh and zh.endswith(readings.BODIES_OF_ONE) and not _is_place_name(zh)
    )


def _is_place_name(zh: str) -> bool:
    return (zh, "place") in _established() or zh in divisions()


def _place_like(zh: str) -> bool:
    return _is_place_name(zh) or (len(zh) > 2 and any(zh.endswith(generic) for generic in GENERICS))


def _person(zh: str) -> Proposal:
    if usual := _established().get((zh, "person")):
        return Proposal(usual[0], False, USUAL)
    if "·" in zh or any(part in zh for part in readings.OF_MINORITIES):
        parts = [_joined([reading(word) for word in part]) for part in zh.split("·")]
        return Proposal(" ".join(parts), False, MINORITY)
    surname, spelt, doubt = _surname(zh)
    given = zh[len(surname) :]
    en = f"{spelt} {_joined(_readings(given))}".strip()
    if doubt is None and _is_titled(zh):
        doubt = TITLED
    if doubt is None and len(zh) == _MOST and zh[-1] in readings.NEVER_GIVEN | readings.SELDOM_GIVEN:
        doubt = NO_NAME
    if doubt is None and set(given) & _FOREIGN:
        doubt = MINORITY
    if doubt is None and (doubtful := "".join(name for name in given if is_open(name))):
        doubt = _about(OPEN, doubtful)
    if doubt is None and zh in divisions():
        doubt = _about(PLACE, divisions()[zh])
    if doubt is None and len(given) > 1 and set(given) <= readings.ELSEWHERE:
        doubt = CUSTOM
    return Proposal(en, doubt is None and bool(given), doubt or RULE)


def _is_titled(zh: str) -> bool:
    """Zengzi the master, an emperor by his temple name, Mr and Mrs."""
    ruler = zh[0] in _DYNASTIES and zh[-1] in "帝宗祖" and len(zh) > len("曾子")
    return ruler or zh.endswith(readings.TITLES) or (len(zh) == len("曾子") and zh.endswith("子"))


def _surname(zh: str) -> tuple[str, str, Wording | None]:
    """The surname, its spelling, and what is doubtful about it."""
    two = zh[:2]
    if two in surnames.COMPOUND and (len(zh) > 2 or two not in surnames.COMPOUND_OPEN):
        doubt = _about(SURNAME, two) if two in surnames.COMPOUND_OPEN else None
        return two, surnames.COMPOUND[two].capitalize(), doubt
    if len(zh) == 4 and all(_is_surname(character) for character in two):
        return two, "-".join(_joined([_surname_reading(character)]) for character in two), TWO_SURNAMES
    spelt = _joined([_surname_reading(zh[0])])
    if zh[0] in surnames.OPEN:
        return zh[0], spelt, _about(SURNAME, zh[0])
    doubt = None if _is_surname(zh[0]) and len(zh) < 4 else _about(NO_SURNAME, zh[0])
    return zh[0], spelt, doubt


def _is_surname(character: str) -> bool:
    return character in surnames.USUAL or character in surnames.READINGS


def _surname_reading(character: str) -> str:
    return surnames.READINGS.get(character) or surnames.SOUNDS.get(character) or reading(character)


def _place(zh: str) -> Proposal:
    if usual := _established().get((zh, "place")) or _country(zh):
        return Proposal(usual[0], usual[1], LISTED)
    specific, generic, english = split(zh)
    whole = divisions().get(zh)
    listed = divisions().get(specific) if generic in readings.DIVISIONS else None
    if whole or listed:
        return Proposal(whole or f"{listed} {english}", True, LISTED)
    if generic not in NATURAL | STREETS and (usual := _established().get((specific, "place"))):
        return Proposal(f"{usual[0]} {english}", usual[1], LISTED)
    if len(specific) == 1 and generic and generic != SINGLE:
        return Proposal(_joined(_readings(zh)), False, FEATURE)
    proposal = _spelt_place(specific, generic, english)
    if proposal.sure and (generic in NATURAL or generic == "站" or not _is_place_alone(specific, generic)):
        return replace(proposal, sure=False, why=FEATURE if generic in NATURAL else SEVERAL)
    return proposal


def _is_place_alone(specific: str, generic: str) -> bool:
    """Whether the specific part can be one name: 长三角一体化示范区 and 东北三省 are made of words."""
    return generic not in CLOSED and len(specific) <= _MOST and specific[-1:] not in _NUMERALS


def _spelt_place(specific: str, generic: str, english: str) -> Proposal:
    word = specific + generic if len(specific) == 1 else specific
    en = f"{_joined(_readings(word))} {english}".strip()
    if set(specific) & _TRANSLITERATED:
        return Proposal(en, False, MINORITY)
    doubtful = "".join(character for character in word if is_open(character, in_place=True))
    return Proposal(en, not doubtful, _about(OPEN, doubtful) if doubtful else RULE)


def _about(wording: Wording, text: str) -> Wording:
    return Wording(wording.zh.format(text=text), wording.en.format(text=text))


def _readings(text: str) -> list[str]:
    """One reading a character; a word the dictionary knows helps where the character alone is open."""
    from pypinyin import Style, pinyin  # noqa: PLC0415  # 100 ms, and only proposals need it

    in_words = [found[0] for found in pinyin(text, style=Style.NORMAL)] if text else []
    return [
        readings.KNOWN.get(sign) or (word if is_open(sign) else reading(sign))
        for sign, word in zip(text, in_words, strict=True)
    ]


def reading(character: str) -> str:
    """The reading a character has in names, or the likeliest of several; without tone, ü as v."""
    return readings.KNOWN.get(character) or _all_readings(character)[0]


def _all_readings(character: str) -> tuple[str, ...]:
    """Every reading of a character; what has none stands for itself."""
    return pinyin.readings(character) or (character,)


def is_open(character: str, *, in_place: bool = False) -> bool:
    """Whether only the bearer of a name knows how a character in it is read."""
    if character in (readings.OPEN_IN_PLACES if in_place else readings.OPEN):
        return True
    if len(_all_readings(character)) == 1:
        return not _all_readings(character)[0].isascii()
    return character not in readings.SETTLED and not _is_frequent(character)


def _is_frequent(character: str) -> bool:
    """Whether it is of the 3,755 most frequent (GB 2312, level 1), whose readings were gone through."""
    try:
        return character.encode("gb2312")[0] < 0xD8
    except UnicodeEncodeError:
        return False


def _joined(syllables: Sequence[str]) -> str:
    """One word: ü as yu, an apostrophe before a, e, o inside it.

    >>> _joined(["xi", "an"]), _joined(["lv"]), _joined(["yue", "e"])
    ("Xi'an", 'Lyu', "Yue'e")
    """
    spelt = [syllable.replace("ve", "yue").replace("v", "yu").replace("ü", "yu") for syllable in syllables]
    word = "".join(
        "'" * (number > 0 and spelling[0] in "aeo") + spelling for number, spelling in enumerate(spelt)
    )
    return word[:1].upper() + word[1:]


def _country(zh: str) -> tuple[str, bool] | None:
    return (cldr.countries()[zh], True) if zh in cldr.countries() else None


@cache
def _established() -> Mapping[tuple[str, str], tuple[str, bool]]:
    """Spellings that do not follow pinyin, or follow a reading no dictionary puts first."""
    listed = packaged.rows(__file__, "established.csv")
    return {(row["zh"], row["kind"]): (row["en"], row["open"] != "yes") for row in listed}
