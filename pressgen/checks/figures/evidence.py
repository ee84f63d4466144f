"""What a text says of numbers outside its figures: 双11, both, a decade, noon, 十四五."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from pressgen.checks.figures.words import NAMED_DAYS, SAID_EN, SAID_ZH, TENS
from pressgen.figures import Figure
from pressgen.figures.en.words import SMALL
from pressgen.figures.en.words import TENS as TENS_WORDS
from pressgen.regex import regex

_DIGITS = regex(r"(?:\d{1,3}(?:,\d{3})+|\d{1,40})(?:\.\d{1,40})?", re.ASCII)
_WORD = regex(r"[a-z]+")
_HAN_NUMBER = regex("[零〇一二两三四五六七八九十百千廿]+")
_HAN_DIGIT = {
    digit: value
    for value, row in enumerate(("零〇", "一", "二两", "三", "四", "五", "六", "七", "八", "九"))
    for digit in row
}
_MORE_BEFORE = regex(r"(?:[多少增减快慢差]|增加|减少|领先|落后)了?$|\b(?:up|down|by) $")
_MORE_AFTER = regex(
    r"\s(?:[a-z]+\s)?(?:more|fewer|less|higher|lower|behind|ahead|adrift|clear|faster|slower|longer|shorter|older|younger|cheaper)\b"
)
_PREVIOUS_BEFORE = regex(r"\b(?:previous|past|earlier|preceding|prior) $|前$", re.IGNORECASE)
_PREVIOUS_AFTER = regex(
    r"\s(?:previous|past|earlier|preceding|prior)\b|\s[a-z]+ (?:before|behind|earlier)\b", re.IGNORECASE
)
_HAN_UNIT = {"十": 10, "百": 100, "千": 1000}


def values(text: str, lang: str) -> frozenset[str]:
    """Every number a text may be saying in whatever form, as plain decimal text.

    >>> sorted(values("both sides in the 14th plan", "en"))
    ['1', '14', '2']
    """
    found = {plain(Decimal(number.group().replace(",", ""))) for number in _DIGITS.finditer(text)}
    found.update(_english(text.lower()) if lang == "en" else _chinese(text))
    found.update(_days(text))
    return frozenset(found)


_NUMBER_WORDS = {**SMALL, **TENS_WORDS}


def leading(text: str, lang: str) -> frozenset[str]:
    """The digits that numbers of a text begin with, zeros at their end left out: 8 for 八旬 and eighties."""
    found = {plain(Decimal(number.group().replace(",", ""))) for number in _DIGITS.finditer(text)}
    if lang == "zh":
        found |= {value for run in _HAN_NUMBER.finditer(text) for value in _readings(run.group())}
    else:
        words = (word.removesuffix("s") for word in _WORD.findall(text.lower()))
        found |= {str(_NUMBER_WORDS[word]) for word in words if word in _NUMBER_WORDS}
    return frozenset(value.replace(".", "").strip("0") for value in found)


def named_day(value: str, text: str) -> bool:
    """Whether the text has the name of a date (``XXXX-11-11``: Singles' Day, 双11)."""
    names = NAMED_DAYS.get(value[-5:], ())
    small = text.lower().replace("\u2019", "'") if names else ""
    return any(name in small for name in names)


def _days(text: str) -> Iterator[str]:
    """The numbers a named day is known by: 11 for Singles' Day, 6 and 1 for Children's Day."""
    small = text.lower().replace("\u2019", "'")
    for day, names in NAMED_DAYS.items():
        if any(name in small for name in names):
            yield from (plain(Decimal(part)) for part in day.split("-"))
            yield from (number for name in names for number in _DIGITS.findall(name))


def is_difference(text: str, figure: Figure) -> bool:
    """Whether a figure says how many more or fewer there are than of something else."""
    before, after = text[max(0, figure.start - 6) : figure.start], text[figure.end : figure.end + 24]
    return bool(_MORE_BEFORE.search(before) or _MORE_AFTER.match(after))


def is_previous(text: str, figure: Figure) -> bool:
    """Whether a number counts those that went before: 39 previous editions."""
    if figure.kind not in ("number", "quantity") or figure.high is not None:
        return False
    before = text[max(0, figure.start - 10) : figure.start]
    return bool(_PREVIOUS_BEFORE.search(before) or _PREVIOUS_AFTER.match(text, figure.end))


def plain(value: Decimal) -> str:
    """A number as ``values`` writes it."""
    text = f"{value.normalize():f}"
    return "0" if text == "-0" else text


def _english(text: str) -> Iterator[str]:
    tens = 0
    for word in _WORD.findall(text):
        said = SAID_EN.get(word) or SAID_EN.get(word.removesuffix("s"), ())
        yield from said
        if tens and said and len(said[-1]) == 1:
            yield str(tens + int(said[-1]))
        tens = int(said[0]) if said and said[0] in TENS else 0


def _chinese(text: str) -> Iterator[str]:
    for word, said in SAID_ZH.items():
        if word in text:
            yield from said
    for found in _HAN_NUMBER.finditer(text):
        yield from _readings(found.group())


def _readings(run: str) -> Iterator[str]:
    """二十大 is 20, 十四五 14 and 5, 二零一七 2017, 九二 9 and 2 and 1992: all that a run may be read as."""
    if all(character in _HAN_DIGIT for character in run):
        digits = "".join(str(_HAN_DIGIT[character]) for character in run)
        yield plain(Decimal(digits))
        yield from (century + digits for century in ("19", "20") if len(digits) == 2)
    total = digit = 0
    for character in run:
        if character in _HAN_DIGIT:
            digit = _HAN_DIGIT[character]
            yield from (str(digit), str(total + digit))
        elif character in _HAN_UNIT:
            total += (digit or 1) * _HAN_UNIT[character]
            digit = 0
            yield str(total)
        else:
            total = 20
