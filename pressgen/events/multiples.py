"""Changes told as multiples: 翻一番, 增长1.6倍, 是上年同期的3倍, doubled, 2.6 times as many."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from pressgen.figures.figure import Figure
from pressgen.regex import compiled, regex

_NUMBER = r"(?P<number>\d{1,6}(?:\.\d{1,4})?)"
_HAN = "零一二三四五六七八九十"
_RATIO = (
    regex(rf"(?:是|为|相当于|达到?)(?:[上去]年(?:同期)?的)?(?P<han>[两二三四五六七八九十]|{_NUMBER})倍"),
    compiled(
        rf"(?:up )?(?P<word>two|three|four|five|six|seven|eight|nine|ten|{_NUMBER}) times"
        r"(?: (?:as (?:many|much|high|large)(?: as)?|that of|the (?:figure|number|level|total))[^\d]{0,60})?",
        re.IGNORECASE,
    ),
    compiled(rf"{_NUMBER}[- ]?fold", re.IGNORECASE),
)
_RISE = regex(
    rf"(?:(?:同比|环比)?(?:增长|增加|上升|提高|扩大)了?|[+＋])(?P<han>[一两二三四五六七八九十]|{_NUMBER})倍"
)
_DOUBLED = regex(r"(?:同比|环比)?(?:实现)?翻了?(?P<han>[一两二三四])?番")
_VERBS = {"doubled": 2, "tripled": 3, "trebled": 3, "quadrupled": 4}
_WORDS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
_BARE = regex(rf"[+＋]?{_NUMBER}(?:倍|x)?", re.IGNORECASE)


def read(text: str) -> Figure | None:
    """The multiple of what it was before, or None where the text tells no such change.

    >>> [str(read(text).value) for text in ("翻两番", "增长1.6倍", "是上年同期的3倍", "doubled")]
    ['4', '2.6', '3', '2']
    """
    words = unicodedata.normalize("NFKC", text.strip())
    value = _value(words)
    written = re.sub(r"^[+＋]\s*", "增长", text.strip())
    return None if value is None else Figure("multiple", value, "", 0, len(written), written)


def ambiguous(text: str) -> bool:
    """Whether a growth of so many 倍 may mean so much more, or so much in all: 2.6倍."""
    words = unicodedata.normalize("NFKC", text.strip())
    return words.endswith("倍") and words[:1] != "+" and _BARE.fullmatch(words) is not None


def is_verb(text: str, lang: str) -> bool:
    """Whether a multiple was written as a verb of a language: 翻一番, 增长1.6倍; doubled."""
    words = unicodedata.normalize("NFKC", text.strip())
    if lang == "en":
        return words.lower() in _VERBS
    return any(form.fullmatch(words) for form in (_DOUBLED, _RISE))


def bare(text: str) -> Figure | None:
    """A multiple written as no more than its number: 2.6倍, 2.6."""
    found = _BARE.fullmatch(unicodedata.normalize("NFKC", text.strip()))
    if found is None:
        return read(text)
    return Figure("multiple", Decimal(found["number"]), "", 0, len(text), text.strip())


def _value(words: str) -> Decimal | None:
    if words.lower() in _VERBS:
        return Decimal(_VERBS[words.lower()])
    if found := _DOUBLED.fullmatch(words):
        return Decimal(2) ** _han(found["han"] or "一")
    if found := _RISE.fullmatch(words):
        return _number(found) + 1
    matched = next((found for form in _RATIO if (found := form.fullmatch(words))), None)
    return _number(matched) if matched else None


def _number(found: re.Match[str]) -> Decimal:
    given = found.groupdict()
    if given["number"]:
        return Decimal(given["number"])
    word = str(given.get("word") or given.get("han")).lower()
    return Decimal(_WORDS.index(word) if word in _WORDS else _han(word))


def _han(numeral: str) -> int:
    return 2 if numeral == "两" else _HAN.index(numeral)
