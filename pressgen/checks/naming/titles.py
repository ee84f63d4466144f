"""Offices in a text: of which grade they are, and whether they are held still, for a time or in name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from pressgen.checks.naming.tables import pairs
from pressgen.keys import Keys
from pressgen.regex import compiled, either, regex

_NO_OFFICE = (
    "(?!期(?!间)|(?<=总工)会|(?<=[监董理]事)会(?!秘书)|(?<=大使)馆|(?<=领事)馆|(?<=[大中上少]校)[长园区友门]|[远久效途征]|"
    "(?<=[省市县区州]长)(?:[城治台员者大河]|江(?=[大流段沿经沙水隧航上中下两干生支禁十保之航口岸]|$)|安(?=[街路大])|白(?=山))|"
    "医师|事务所)"
)
_ANY_ZH = "[\u4e00-\u9fff]{0,4}?(?:[\u4e00-\u9fff][长员官师任家监裁]|代表|教练|教授|书记|编辑|导演|干事|理事)"
"""An office that no table lists, by its last character."""
_NO_ANY = r"(?!(?:to|of|at|for|the|a|an|and|with|by|in|on|versa|who|from|said)\b)"
"""Words that are no office behind deputy: deputy to the National People's Congress."""
_ACTING = "代理|(?<![时现近当古年一二三四五六七八九十新换朝历世后上下取替末断])代"
_FORMER = "时任|(?<![太中草高平五三开清还])原|(?<![此日目之以先提面眼跟事会赛战产生])前任?"
_STATES = {
    "acting": ("代理", "代", "acting", "interim", "caretaker"),
    "former": ("时任", "原", "前", "前任", "former"),
    "honorary": ("名誉", "荣誉", "honorary"),
    "elect": ("候任", "incoming"),
}


@dataclass(frozen=True, slots=True)
class Office:
    """A title at a place: the words it may be in the other language ("" for one that no table lists).

    ``english`` is what a Chinese title may be, the usual word first; ``grade`` is deputy, assistant, chief or
    "" for the head; ``state`` acting, former, honorary, elect or "".
    """

    start: int
    end: int
    text: str
    words: str
    grade: str = ""
    state: str = ""
    english: tuple[str, ...] = ()


Own = tuple[tuple[str, ...], ...]
"""An office's own titles: Chinese and English words with ``|`` between."""


_OF_EITHER_SEX = {"chairman": ("chairwoman", "chairperson")}
"""What a woman in an office may be called."""


@lru_cache(maxsize=8)
def allowed(own: Own = ()) -> dict[str, tuple[str, ...]]:
    """For each Chinese office what it may be in English: the office's own words, then the usual one first."""
    held: dict[str, tuple[str, ...]] = {}
    mine = [(zh, tuple(row[1].split("|"))) for row in own for zh in row[0].split("|")]
    for zh, en in (*mine, *pairs("titles.csv")):
        both = (form for word in en for form in (word.lower(), *_OF_EITHER_SEX.get(word.lower(), ())))
        held[zh] = tuple(dict.fromkeys((*held.get(zh, ()), *both)))
    return held


@lru_cache(maxsize=8)
def _zh(own: Own) -> re.Pattern[str]:
    titles = either(allowed(own))
    whole = "|".join(title for title in allowed(own) if title.startswith("副"))
    return compiled(
        f"(?P<state>{_ACTING}|{_FORMER}|名誉|荣誉|候任)?"
        f"(?:(?P<deputy>(?!{whole})(?:常务|执行|第一)?副)|(?P<aide>助理))?"
        f"(?:(?P<title>{titles})(?P<assistant>助理)?{_NO_OFFICE}|(?<=副){_ANY_ZH}|(?P<chief>首席){_ANY_ZH})"
    )


@lru_cache(maxsize=8)
def _words(own: Own) -> Keys[None]:
    """What every Chinese office has: seven of eight texts have none, and are looked through once for all."""
    return Keys(dict.fromkeys([*allowed(own), "副", "首席"]))


@lru_cache(maxsize=8)
def _en(own: Own) -> re.Pattern[str]:
    words = {word for each in allowed(own).values() for word in each}
    titles = either(words, lambda part: re.escape(part).replace(r"\ ", "[ -]"))
    level = "(?:(?:county|district|municipal|provincial|city|town|township|village) ){0,2}?"
    below = (
        rf"(?:(?P<deputy>deputy|vice|associate)[ -](?:{_NO_ANY}[a-z]+ )??|"
        r"(?P<aide>assistant) (?:to (?:the |its )?(?:[a-z]+[’']s )?)?)?"
    )
    return compiled(
        r"(?<![\w-])(?:(?:executive|standing|first|then|"
        r"(?P<state>acting|interim|caretaker|former|honorary|incoming)) |(?P<ex>ex-))?"
        rf"(?:{below}{level}(?P<title>{titles})(?P<assistant>(?:[’']s)? assistant)?|"
        rf"(?P<below>(?:deputy|vice|associate)[ -]{_NO_ANY}[a-z]+|second[ -]in[ -]command|number two at)|"
        r"who (?:now )?(?:heads|leads|runs|chairs|is in charge of)(?! (?:by|with|in|at|for|from)\b))"
        r"(?![\w-])",
        re.IGNORECASE,
    )


def offices(text: str, lang: str, own: Own = ()) -> list[Office]:
    """The titles of a text, by the table and an office's own rows.

    >>> [(one.words, one.grade) for one in offices("常务副市长邢若澜、局长、校长助理、副站务员", "zh")]
    [('市长', 'deputy'), ('局长', ''), ('校长', 'assistant'), ('', 'deputy')]
    >>> [(one.words, one.grade, one.state) for one in offices("former deputy head, acting mayor", "en")]
    [('head', 'deputy', 'former'), ('mayor', '', 'acting')]
    """
    if lang == "zh" and not _words(own).find(text):
        return []
    pattern = _zh(own) if lang == "zh" else _en(own)
    found = (match for match in pattern.finditer(text) if not _ADJECTIVE.match(text, match.start()))
    return [_office(match, own) for match in found]


_ADJECTIVE = regex(r"(?:academic|executive|principal|fellow) (?!of\b|at\b|and\b)[a-z]")
"""Titles that are none in front of a noun: academic affairs."""


def _office(found: re.Match[str], own: Own) -> Office:
    parts = found.groupdict()
    words = (parts["title"] or "").lower()
    if words.isascii():
        words = words.replace("-", " ")
    english = allowed(own).get(words, ())
    return Office(found.start(), found.end(), found.group(), words, _grade(parts), _state(parts), english)


def _grade(parts: dict[str, str | None]) -> str:
    if parts["deputy"] or parts.get("below"):
        return "deputy"
    if parts["aide"] or parts["assistant"]:
        return "assistant"
    return "chief" if parts.get("chief") else ""


def _state(parts: dict[str, str | None]) -> str:
    said = (parts["state"] or ("former" if parts.get("ex") else "")).lower()
    return next((name for name, words in _STATES.items() if said in words), "")


def agree(zh: Office, en: Office) -> bool:
    """Whether an English office may be a Chinese one: of the same grade, and by a listed word."""
    if not _same_grade(zh, en):
        return False
    return not zh.words or not en.words or _is_word_of(zh, en)


def _is_word_of(zh: Office, en: Office) -> bool:
    """Whether an English title is a Chinese one's, alone or with its field: 部长, foreign minister."""
    words = {en.words}
    if zh.words == "部长" and en.words:
        words |= {en.words.split()[-1], en.words.split(" of ")[0]}
    if zh.words.endswith("长") and en.words == "head":
        return True
    return any(word.replace("-", " ") in words for word in zh.english)


def _same_grade(zh: Office, en: Office) -> bool:
    """A deputy may be in charge for the time being; a chief of a trade may be called by the trade alone."""
    if zh.grade == "deputy":
        return en.grade in ("deputy", "assistant") or en.state == "acting"
    return zh.grade == en.grade or (zh.grade == "chief" and not en.grade)


def is_ladder(zh: Office, en: Office) -> bool:
    """Whether two offices are of one ladder: the same but for the grade."""
    same = not zh.words or not en.words or _is_word_of(zh, en)
    return same and not _same_grade(zh, en)


def right(zh: Office, en: Office) -> str:
    """What the English should be for a Chinese office, in the words of the other where no table lists it."""
    name = zh.english[0] if zh.english else _BELOW.sub("", en.text)
    below = {"deputy": "vice " if name in _VICE else "deputy ", "assistant": "assistant ", "chief": "chief "}
    return (f"{zh.state} " if zh.state else "") + below.get(zh.grade, "") + name


_BELOW = regex(
    r"^(?:deputy|vice|associate|assistant(?: to the)?|acting|former|chief|lead)[ -]", re.IGNORECASE
)
_VICE = ("chairman", "president", "governor", "mayor", "minister", "premier")
