"""A year to come that was just named is not named again: the 2027 fair is planned for May 9.

Only where the words in front of it say that it is still to come, and no other year stands between.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from pressgen.drafting.prose import Prose
from pressgen.english import MONTHS
from pressgen.regex import regex

_YEARS = regex(
    r"(?<![\d,.])(?P<year>(?:19|20)\d\d)(?![\d%]|,\d|\.\d)|"
    r"今年|去年|明年|上年|当年|\b(?:this|last|next|that) year\b"
)
_AHEAD_ZH = regex("(?:拟于?|将于?|计划于?|定于|预计于?)$")
_AHEAD_EN = regex(
    r"\b(?:(?:is|are) (?:scheduled|due|planned|expected|to)|(?:plan|aim|intend|expect)s? to|will|would)\b"
)
_PLAN_ZH = regex("计划|力争|预计|拟|将")
_MONTH_ZH = regex(r"年(?=\d{1,2}月)")
_END_ZH = regex("年(?=年?底)")
_MONTH_EN = regex(rf"\b(?:{MONTHS})(?P<comma> \d{{1,2}},)? $")
_END_EN = regex(r"\bBy the end of $")
_NAMED = regex(
    r"(?P<zh>20\d\d(?:年(?!\d|，)|(?=[\u4e00-\u9fff])(?!年|[届版号级期款])))|(?:The )?(?P<en>20\d\d) [A-Z]"
)
"""A sentence about what has the year in its name."""
_FRAME = regex("20\\d\\d年，|In 20\\d\\d, ")
_WITH = regex(r", (?:with|and|when|which) ")


def named_once(prose: Prose) -> Prose:
    """The same prose, a year to come named once.

    >>> named_once(Prose("2027灯会拟于2027年2月3日举行。2027年，计划设摊90个。报名拟于2027年1月开始。")).text
    '2027灯会拟于2月3日举行。2027年，计划设摊90个。报名拟于1月开始。'
    >>> named_once(Prose("The 2027 Tea Fair is planned for May 3, 2027, in Ningbo.")).text
    'The 2027 Tea Fair is planned for May 3 in Ningbo.'
    >>> named_once(Prose("In 2027, 9 stalls are to open. The hall is due to open in May 2027.")).text
    'In 2027, 9 stalls are to open. The hall is due to open in May.'
    >>> named_once(Prose("The hall is due to open in May 2027. By the end of 2027, it is to move.")).text
    'The hall is due to open in May 2027. By the end of that year, it is to move.'
    >>> named_once(Prose("The 2023 Tea Fair was held on May 3, 2023. It was in 2023 that rain fell.")).text
    'The 2023 Tea Fair was held on May 3, 2023. It was in 2023 that rain fell.'
    """
    if prose.text.count("20") <= 1:  # no two years
        return prose
    for start, end, words in reversed(list(_again(prose.text))):
        prose = prose.with_words(start, end, words)
    return prose


def _again(text: str) -> Iterator[tuple[int, int, str]]:
    """Where a year is named once more, and what stands there instead."""
    zh = "。" in text
    for first, second in pairwise(_YEARS.finditer(text)):
        between = text[first.end() : second.start()]
        if not first["year"] or first["year"] != second["year"] or re.search("[“”]", between):
            continue
        found = _in_zh(text, first, second) if zh else _in_en(text, first, second)
        if found:
            yield found


def _is_of_it(text: str, first: re.Match[str], between: str, stop: str) -> bool:
    """Whether a year is that of what the sentence names, or of the sentence before."""
    start = text.rfind(stop, 0, first.start()) + 1
    start += len(stop) - 1 if start else 0
    stops = between.count(stop)
    return bool(_NAMED.match(text, start) if stops == 0 else stops == 1 and _FRAME.match(text, start))


def _in_zh(text: str, first: re.Match[str], second: re.Match[str]) -> tuple[int, int, str] | None:
    between = text[first.end() : second.start()]
    if not _AHEAD_ZH.search(between):
        return None
    end = second.end() + len("年")
    if _END_ZH.match(text, second.end()):
        month = _MONTH_ZH.match(text, first.end()) and _AHEAD_ZH.search(text[: first.start()])
        return (second.start(), end, "当年") if month and "。" not in between else None
    if not _MONTH_ZH.match(text, second.end()) or not _is_of_it(text, first, between, "。"):
        return None
    planned = "。" not in between or _PLAN_ZH.search(between)
    return (second.start(), end, "") if planned else None


def _in_en(text: str, first: re.Match[str], second: re.Match[str]) -> tuple[int, int, str] | None:
    between = text[first.end() : second.start()]
    stops = between.count(". ")
    if _END_EN.search(text[: second.start()]) and text[second.end()] == ",":
        start = text.rfind(". ", 0, first.start()) + 1
        month = _MONTH_EN.search(text[: first.start()]) and _AHEAD_EN.search(text[start : first.start()])
        return (second.start(), second.end(), "that year") if month and stops == 1 else None
    month = _MONTH_EN.search(text[: second.start()])
    if not month or len(_AHEAD_EN.findall(between)) <= stops or not _is_of_it(text, first, between, ". "):
        return None
    comma = bool(month["comma"]) and text[second.end()] == "," and not _WITH.match(text, second.end())
    return second.start() - (2 if month["comma"] else 1), second.end() + comma, ""
