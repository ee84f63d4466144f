"""Months or a year that a paragraph has just named are not named again by its next sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressgen.drafting.prose import Prose
from pressgen.english import MONTHS
from pressgen.figures.en.words import cardinal
from pressgen.regex import regex

_PART_ZH = r"(?:\d{1,2}—\d{1,2}月|[上下]半年|(?:第[一二三四]|前三)季度)?"
_SPAN_ZH = rf"(?:(?:今年|去年|(?:19|20)\d{{2}}年){_PART_ZH}|\d{{1,2}}—\d{{1,2}}月)"
_TIMES_ZH = r"\d[年月日]|季度|半年|今年|去年|目前|以来|截至|此前|当天|同期比|“"
_OTHER_ZH = f"(?!{_TIMES_ZH})"
"""No other time in between: what holds now or held once is of another."""
_ZH = regex(
    rf"(?:^|(?<=。))(?P<when>{_SPAN_ZH}，)(?:{_OTHER_ZH}[^\n])*?(?<=。)"
    r"(?P<again>(?P=when))(?![^。]*?(?:(?<!全年)(?<!年度)计划|力争|预计|将|拟|目标))"
)
_ZH_MONTHS = regex(
    rf"(?:^|(?<=。))今年(?P<when>\d{{1,2}}—\d{{1,2}}月，)(?:{_OTHER_ZH}[^\n])*?(?<=。)(?P<again>(?P=when))"
)
"""Months of this year, and the same again without it."""
_PART_EN = (
    r"(?:in the (?:first|second) half of|in the (?:first|second|third|fourth) quarter of|"
    rf"in the first three quarters of|from (?:{MONTHS}) to (?:{MONTHS})(?: of)?)"
)
_SPAN_EN = (
    rf"{_PART_EN} (?:this year|last year|(?:19|20)\d\d)|from (?:{MONTHS}) to (?:{MONTHS})|in (?:19|20)\d\d"
)
_TIMES_EN = (
    rf"\b(?:(?:19|20)\d\d|{MONTHS}|quarter|half|this year|last year|since|that day|by the end|so far|"
    r"plans?|aims?|expects?|will)\b|“"
)
_OTHER_EN = f"(?!{_TIMES_EN})"
_TOLD = (
    r"\b(?:had|ranked|rose|fell|came to|stood at|numbered|accounted for|doubled|tripled|opened|gained|"
    r"remained|grew)\b"
)
"""What a figure did; a span that only tells which fair it was is none of the next sentence."""
_NO_MERE_TIME = (
    r"(?<!,)(?<!opened)(?<!founded)(?<!set up)(?<!built)(?<!held)(?<!launched)(?<!signed)(?<!issued)"
)
_FIRST = rf"{_TOLD}(?:[^.\n]|\.\d)*?{_NO_MERE_TIME} (?P<when>{_SPAN_EN})(?=[,.])(?:{_OTHER_EN}[^\n])*?\. "
_EN = regex(rf"{_FIRST}(?:{_OTHER_EN}[^\n])*?(?P<again> (?P=when)(?: this year)?)(?=[,.])")
_EN_MONTHS = regex(
    rf"{_TOLD}(?:[^.\n]|\.\d)*?{_NO_MERE_TIME} (?P<when>from (?:{MONTHS}) to (?:{MONTHS})) this year(?=[,.])"
    rf"(?:{_OTHER_EN}[^\n])*?\. (?:{_OTHER_EN}[^\n])*?(?P<again> (?P=when))(?=[,.])"
)
_END = regex(
    r"(?P<when> at the end of (?:19|20)\d\d)(?=[,.])(?:[^.]|\.\d)*\. "
    r"(?:(?! at the end of )(?:[^.]|\.\d))*(?P<again>(?P=when))(?=[,.])"
)
"""How many there were at the end of a year, and how many of something else."""
_FRONT = regex(rf"{_FIRST}(?P<again>(?i:(?P=when)), )(?P<next>[a-z])")

_SENTENCE = r"(?:[^.]|\.(?=\d))+\. "
_BY = regex(
    rf"(?:^|(?<=\. ))(?P<when>By (?!then\b)(?:the end of |early |mid-)?[\w ]{{3,24}}), {_SENTENCE}"
    rf"(?:By then, {_SENTENCE})*(?P<again>(?P=when))(?=, [a-z])"
)
_BY_ZH = regex(
    r"(?:^|(?<=。))(?P<when>到(?:\d{4}年|今年|明年)[^，。]{0,5})，[^。]+。(?:届时，[^。]+。)*(?P<again>(?P=when))(?=，)"
)
_YEAR_TO_COME = regex(
    rf"(?:^|(?<=\. ))(?P<when>In (?:19|20)\d\d), {_SENTENCE}(?:That year, {_SENTENCE})*(?P<again>(?P=when))"
    r"(?=, (?!(?:it|they) also )\w(?:[^.]|\.\d)*?\b(?:(?:plan|aim|hope|intend)s? to|(?:is|are) to|will)\b)"
)
"""What is to be in a year says so: a plan without its year might be of any."""
_YEAR = regex(
    rf"(?:^|(?<=\. ))(?P<when>(?:(?:This|Next) year|In (?:19|20)\d\d), )"
    rf"{_SENTENCE}(?P<again>(?P=when))(?P<next>[A-Za-z])"
)
"""A time that opens a sentence, and the next."""
_MONTHS_ZH = regex(r"(?:今年)?1—(?P<month>\d{1,2})月，")
_SINCE_JANUARY = regex(
    r" to (?:[a-z]+ )*\d(?:[^.;]|\.\d)*?(?P<span> from January to (?P<month>"
    r"April|May|June|July|August|September|October|November))"
    r"(?P<of> this year| (?=(?:19|20)\d\d\b))?(?=[ ,.])"
)
"""Months behind what something rose to: to 5 million tonnes in the first nine months."""
_SPELT = 10
_NUMBERS = ("four", "five", "six", "seven", "eight", "nine", "ten", "eleven")
_MONTHS = ("April", "May", "June", "July", "August", "September", "October", "November")


_ONE_DAY = regex(rf"单日|\bon (?:{MONTHS}) \d")
"""A sentence about one day of the months that the paragraph is about."""
_TIME_EN, _TIME_ZH = regex(_TIMES_EN), regex(_TIMES_ZH)
_SPELT_MONTHS = "four|five|six|seven|eight|nine|ten|eleven|4|5|6|7|8|9|10|11"
_SO_FAR = regex(
    rf"(?:^|(?<= ))(?:(?:in|In) the first (?P<count>{_SPELT_MONTHS}) months(?: of this year)?|"
    rf"(?:from|From) January to (?P<month>{'|'.join(_MONTHS)}))"
    r"(?: this year)?(?=[,. ]|$)(?! (?:of )?(?:19|20)\d\d)"
)
"""The months of this year that are over, in either way of saying it."""


def in_months(prose: Prose) -> Prose:
    """The same prose; behind "rose to" no "from January to" follows.

    >>> in_months(Prose("Exports rose 3% to 5.1 million yuan from January to May.")).text
    'Exports rose 3% to 5.1 million yuan in the first five months.'
    >>> in_months(Prose("Exports rose to 5 tonnes from January to October this year, up 3%.")).text
    'Exports rose to 5 tonnes in the first 10 months of this year, up 3%.'
    >>> in_months(Prose("Exports numbered 5 from January to May.")).text
    'Exports numbered 5 from January to May.'
    """
    while found := _SINCE_JANUARY.search(prose.text):
        count = _MONTHS.index(found["month"]) + 4
        if found["of"]:
            prose = prose.with_words(found.start("of"), found.start("of"), " of")
        words = f" in the first {cardinal(count) if count < _SPELT else count} months"
        prose = prose.with_words(found.start("span"), found.end("span"), words)
    return prose


def named_once(prose: Prose) -> Prose:
    """The same prose without a span that the sentence before has named.

    >>> named_once(Prose("2025年，出口下降2%。2025年，进口增长3%。")).text
    '2025年，出口下降2%。进口增长3%。'
    >>> named_once(Prose("Exports fell 2% in 2025. In 2025, imports rose 3%.")).text
    'Exports fell 2% in 2025. Imports rose 3%.'
    >>> named_once(Prose("The fair, in 2025, drew 60 firms. New jobs numbered 800 in 2025.")).text
    'The fair, in 2025, drew 60 firms. New jobs numbered 800 in 2025.'
    >>> named_once(Prose("Exports fell 2% in 2025. In 2024, they rose. Imports fell in 2025.")).text
    'Exports fell 2% in 2025. In 2024, they rose. Imports fell in 2025.'
    >>> named_once(Prose("By 2030, it aims to add 2 trains. By 2030, it plans 3. By 2031, it has 4.")).text
    'By 2030, it aims to add 2 trains. By then, it plans 3. By 2031, it has 4.'
    >>> named_once(Prose("It had 2 at the end of 2025. It had 9 bars at the end of 2025, 3 new.")).text
    'It had 2 at the end of 2025. It had 9 bars, 3 new.'
    >>> named_once(Prose("By 2030, it has 2. By 2030, it plans 3. By 2030, it aims for 4.")).text
    'By 2030, it has 2. By then, it plans 3. By then, it aims for 4.'
    >>> named_once(Prose("This year, it plans 2 or 3. This year, the fair has 4.")).text
    'This year, it plans 2 or 3. The fair has 4.'
    >>> named_once(Prose("In 2025, Wuzhou ranked first. In 2025, Wuzhou's output rose.")).text
    "In 2025, Wuzhou ranked first. Wuzhou's output rose."
    >>> named_once(Prose("In 2027, it aims for 4 and 5. In 2027, the port plans to open 2.")).text
    'In 2027, it aims for 4 and 5. That year, the port plans to open 2.'
    """
    for pattern, then in ((_BY, "By then"), (_YEAR_TO_COME, "That year"), (_BY_ZH, "届时")):
        while found := pattern.search(prose.text):
            prose = prose.with_words(found.start("again"), found.end("again"), then)
    for pattern in (_ZH, _ZH_MONTHS, _EN, _EN_MONTHS, _END, _FRONT, _YEAR):
        while found := pattern.search(prose.text):
            if "next" in pattern.groupindex:
                prose = prose.with_words(found.start("next"), found.end("next"), found["next"].upper())
            prose = prose.with_words(found.start("again"), found.end("again"), "")
    return prose


def same_period(prose: Prose) -> Prose:
    """The same prose; months named before, with only single days in between, are the same period.

    >>> same_period(Prose("今年1—5月，出口3吨。5月2日单日出口1吨。今年1—5月，进口9吨。")).text
    '今年1—5月，出口3吨。5月2日单日出口1吨。同期，进口9吨。'
    >>> same_period(Prose("Sales rose to 3 in the first five months. Costs were 2 from January to May.")).text
    'Sales rose to 3 in the first five months. Costs were 2.'
    >>> same_period(Prose("Sales were 3 in the first five months. On May 2 it drew 1. It rose in 2024.")).text
    'Sales were 3 in the first five months. On May 2 it drew 1. It rose in 2024.'
    """
    for again, words in reversed(_again(prose.text)):
        prose = prose.with_words(again[0], again[1], words)
    return prose


def _again(text: str) -> list[tuple[tuple[int, int], str]]:
    """Where months that were named before are named once more, and what stands there instead."""
    found: list[tuple[tuple[int, int], str]] = []
    named, apart, zh = "", False, "。" in text
    for start, sentence in _sentences(text, "。" if zh else ". "):
        months = _MONTHS_ZH.match(sentence) if zh else _SO_FAR.search(sentence)
        if not months:
            single = bool(_ONE_DAY.search(sentence))
            apart = apart or single
            named = "" if not single and (_TIME_ZH if zh else _TIME_EN).search(sentence) else named
            continue
        month = _last_month(months)
        begin, end = start + months.start(), start + months.end()
        if month != named:
            named, apart = month, False
        elif zh and apart:
            found.append(((begin, end), "同期，"))
        elif not zh and months.start():
            found.append(((begin, end), "in the same period") if apart else ((begin - 1, end), ""))
    return found


def _sentences(text: str, between: str) -> Iterator[tuple[int, str]]:
    """Each sentence, and where it begins."""
    start = 0
    for sentence in text.split(between):
        yield start, sentence
        start += len(sentence) + len(between)


def _last_month(found: re.Match[str]) -> str:
    if "count" not in found.groupdict():
        return found["month"]
    if found["month"]:
        return str(_MONTHS.index(found["month"]) + 4)
    return found["count"] if found["count"].isdigit() else str(_NUMBERS.index(found["count"]) + 4)
