"""Cues as a newsroom writes them, turned into patterns: 至少…{n}, at least … {n}, negotiat*, since {date}.

``{n}`` is a number in digits or words, ``{n2}`` a second one, ``{d}`` digits of a Chinese date or an English
number, ``{th}`` an English ordinal, ``{a}`` a, an or one, ``{than}`` 比 where it compares, ``{over}``
whatever holds one figure against another (较, above that of the preceding), ``{month}`` the
name of a month, ``{date}`` the beginning of a day, month or year or of a word for one, ``{more}`` an
English comparative, ``{done}`` a past form of an English verb; ``…`` leaves out a few words of the same
clause, ``*`` the end of an English word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache

from pressgen.figures import Language
from pressgen.figures.en.words import MONTHS, ORDINALS, SMALL, TENS
from pressgen.figures.zh import numerals
from pressgen.regex import compiled, regex

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
_ONES = [word for word, value in SMALL.items() if 0 < value < 10]
_FIRST_TO_NINTH = [word for word, value in ORDINALS.items() if value < 10]
_WORDS = {
    **SMALL, **TENS, **ORDINALS, **_ROMAN, "hundred": 100, "thousand": 1000,
    **{f"{word}-{small}": ten + SMALL[small] for word, ten in TENS.items() for small in _ONES},
    **{f"{word}-{small}": ten + ORDINALS[small] for word, ten in TENS.items() for small in _FIRST_TO_NINTH},
}  # fmt: skip
_ORDINAL = r"\d[\d,]*(?:st|nd|rd|th)"
_SIGNS = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ"
_BUILT = (
    "built|spent|made|won|set|put|taken|begun|sold|bought|brought|held|led|met|sent|grown|risen|fallen|seen|"
    "came|began|took|gave|went|became|drew|given|gone|become|written|chosen|broken|driven|flown|paid|caught|"
    "taught|rose|fell|rebuilt|withdrew|withdrawn|undergone|undertaken|overcame|fought|wrote|chose|broke|drove|"
    "flew|ran|spoke|laid|dug|swept|let|lost|kept|told|shown|thrown|drawn|heard|hit|shut|hidden|stolen|frozen|torn"
)
_MORE = (
    "more|less|fewer|better|worse|greater|larger|bigger|smaller|higher|lower|taller|deeper|longer|shorter|wider|"
    "thicker|thinner|heavier|lighter|older|younger|newer|faster|slower|quicker|sooner|earlier|later|nearer|"
    "closer|further|farther|richer|poorer|busier|stronger|weaker|cheaper|dearer|hotter|colder|warmer|cooler|"
    "safer|harder|tougher|steeper|brighter|quieter|louder|denser|cleaner|finer"
)
_INTENDED = (
    "expected|scheduled|planned|projected|proposed|intended|forecasted|predicted|estimated|designed|targeted|"
    "hoped|promised|pledged|vowed|anticipated|aimed|supposed|slated|tasked|required|allowed|mixed"
)
"""Participles that are no deed yet."""


def _either(words: Iterable[str]) -> str:
    """Any of the words, the longest first."""
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


_SINGLE = [word for word in _WORDS if "-" not in word and word not in TENS]
_SINGLE_TH = [word for word in _SINGLE if word.endswith(tuple(ORDINALS))]
_TENS = f"(?:{_either(TENS)})"
_IN_WORDS = f"{_TENS}(?:-(?:{_either((*_ONES, *_FIRST_TO_NINTH))}))?|{_either(_SINGLE)}"
"""The longest of the words that stand there; said in parts, as every pattern with a number has it in it."""
_TH_IN_WORDS = f"{_TENS}-(?:{_either(_FIRST_TO_NINTH)})|{_either(_SINGLE_TH)}"
_MONTH = _either(MONTHS)
_DAY = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_SPAN = f"year|month|week|night|quarter|half|spring|summer|autumn|winter|{_MONTH}|{_DAY}"
_EN_DATE = (
    "(?:the )?(?:(?:very )?(?:end|beginning|start|middle|close|turn|first half|second half) of |"
    rf"early |mid-?|late |end-)?(?:the )?(?:{_MONTH}|{_DAY}|(?:19|20)\d\d\b|\d{{1,2}}(?:st|nd|rd|th)\b|"
    rf"(?:first|second|third|fourth) quarter\b|(?:last|this|next|previous|same) (?:{_SPAN})|"
    r"qingming|grain rain|(?:winter|summer) solstice|spring festival|"
    r"(?:lantern|dragon boat|mid-autumn) festival|national day|new year|christmas|easter|ramadan|"
    r"end\b|year|month|week|then\b|now\b|yesterday|today|tomorrow|half\b|quarter)"
)
_ZH_DATE = (
    "(?:[12][0-9]{3}年?|[0-9]{1,2}(?:月|日|号)|[去今明前后当同]年|[上本下当]个?月|[上本下]周|年底|年末|月底|"
    "(?:清明|谷雨|立春|立夏|立秋|立冬|冬至|夏至|春节|元宵|端午|中秋|重阳|国庆|元旦|除夕|腊八|圣诞|斋月)(?:[长小]?假期?|节|黄金周)?|"
    "月末|目前|昨[天日晚夜]|今[天日早晨晚]|明[天日晚]|周[一二三四五六日]|[上下]半年)"
)
_OVER_EN = (
    "(?:from|than|over|on|against|compared (?:with|to)|in comparison (?:with|to)|above|below|beyond|versus|"
    "relative to|up on|down on)(?: (?:in|for|at))?(?: (?:that|those|what it was|the levels?|levels|"
    "the figures?|the readings?|the average|the total|the amount))?"
    "(?: (?:of|in|for|seen in|recorded in|a))?(?: the)? "
    "(?:previous|preceding|prior|last)"
)
"""What one figure is held against: above the level of the preceding."""
_OVER_ZH = (
    "(?:(?<![对相同环占之好])比|较|[与同跟](?=[^，。；]{2,9}相[比较])|对比|相比于?|相较于?|高[于过出]|低[于过]|"
    "[多少大小快慢长短超]于|超[过出]|不及|不如)"
)
_HAN = "零〇一二两三四五六七八九十百千"
_DONE = rf"(?!(?:{_INTENDED})\b)(?:[a-z]+(?<!e)ed|agreed|freed|guaranteed|decreed|{_BUILT})"
PAST = compiled(_DONE)
"""A past form of an English verb."""
_PARTS: dict[Language, dict[str, str]] = {
    "zh": {
        "{n}": rf"(?P<n>[0-9０-９][0-9０-９,.，]*(?<![,.，])|[{_HAN}]+|[{_SIGNS}]|[IVX]+)",
        "{d}": r"\d{1,4}",
        "{n2}": rf"(?:[0-9]+|[{_HAN}]+)",
        "{than}": "(?<![对相同环占之好])比(?![例赛如重较拟亚特基萨起利方分])",
        "{over}": _OVER_ZH,
        "{date}": _ZH_DATE,
        "…": r"[^，。；：！？,;:\n0-9]{0,10}?",
    },
    "en": {
        "{n}": rf"(?P<n>\d[\d,]*(?:\.\d+)?(?<!,)|{_IN_WORDS})",
        "{d}": r"\d{1,4}(?!\w)",
        "{th}": f"(?P<n>{_ORDINAL}|{_TH_IN_WORDS})",
        "{a}": "(?P<n>an?|one)",
        "{month}": f"(?:{_MONTH})",
        "{over}": _OVER_EN,
        "{more}": f"(?:{_MORE})",
        "{done}": _DONE,
        "{date}": _EN_DATE,
        "…": rf"(?:(?!(?:{_either(SMALL)})\b)[a-z’'%$-]+ ){{0,5}}?",
        "*": "[a-z’'-]*",
    },
}
_TH = regex(f"{_ORDINAL}|{_TH_IN_WORDS}")
_CUT = regex(r"(\{[a-z0-9]+\}|…|\*)")


def unknown_part(words: str, lang: Language) -> str:
    """What stands in braces in a cue and is none of the parts there are, or "".

    >>> unknown_part("at least {n}", "en"), unknown_part("至少{number}", "zh")
    ('', '{number}')
    """
    parts = re.findall(r"\{[^{}]*\}|[{}]", words)
    return next((part for part in parts if part not in _PARTS[lang]), "")


@dataclass(frozen=True)
class Pattern:
    """A cue of lower-case letters, compiled when it is first needed.

    >>> Pattern("at least … {n}", "en").regex.search("they must rest for at least another 20 minutes")["n"]
    '20'
    """

    words: str
    lang: Language

    @cached_property
    def plain(self) -> bool:
        """It says all its letters, so that to find its key is to find it."""
        return not _CUT.search(self.words)

    @cached_property
    def stem(self) -> bool:
        """It is whole but for its end (negotiat*): its key and the rest of the word."""
        return self.words.endswith("*") and not _CUT.search(self.words[:-1])

    @cached_property
    def verb(self) -> bool:
        """Any verb in the past, written small as no name is."""
        return self.words == "{done}"

    @cached_property
    def _letters(self) -> tuple[str, ...]:
        return tuple(filter(None, (part.strip() for part in _CUT.split(self.words)[::2])))

    def may_stand(self, text: str) -> bool:
        """Whether its own letters stand in a text in their order: a first look, before it is compiled.

        >>> Pattern("第{n}季", "zh").may_stand("第二届"), Pattern("{th} in", "en").may_stand("4 in a row")
        (False, False)
        """
        at = 0
        for letters in self._letters:
            at = text.find(letters, at) + len(letters)
            if at < len(letters):
                return False
        return "{th}" not in self.words or _has_ordinal(text)

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The pattern; an English one stands between the bounds of words."""
        known = _PARTS[self.lang]
        parts = [known.get(part) or re.escape(part).replace(r"\ ", " ") for part in _CUT.split(self.words)]
        regex = "".join(parts).replace("{0,5}? ", "{0,5}?")
        if self.lang == "en":
            regex = rf"(?<![a-z\d-]){regex}(?![a-z\d])"
        elif self.words.startswith("{n}"):
            regex = rf"(?<![第{_HAN}\d.]){regex}"
        return compiled(regex)


@lru_cache(maxsize=8)
def _has_ordinal(text: str) -> bool:
    return bool(_TH.search(text))


def key(words: str, lang: Language) -> str:
    """Letters that stand in every match of a pattern; empty where it has none of its own.

    >>> key("at least … {n}", "en"), key("negotiat*", "en")
    ('at least', 'negotiat')
    """
    if words.isalpha() or not _CUT.search(words):
        return words.strip()
    return max((part for part in _CUT.split(words) if part not in _PARTS[lang]), key=len).strip()


def number(text: str) -> Decimal | None:
    """What a matched ``{n}`` or ``{th}`` says, or None where it is no number after all.

    >>> [int(number(text)) for text in ("twenty-first", "1,200", "16th", "十六", "Ⅱ", "百")]
    [21, 1200, 16, 16, 2, 100]
    """
    if text in ("a", "an"):
        return Decimal(1)
    plain = text.lower().replace(",", "").replace("，", "")
    if plain[:1].isdecimal():
        digits = re.match(r"\d+(?:\.\d+)?", plain)
        return Decimal(digits.group()) if digits else None
    if plain in _WORDS:
        return Decimal(_WORDS[plain])
    if text in _SIGNS:
        return Decimal(_SIGNS.index(text) + 1)
    numeral = numerals.read(f"一{plain}" if plain[0] in "百千" else plain)
    return numeral.low if numeral else None
