"""The patterns English figures are scanned with."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from pressgen.figures.en.words import (
    CARDINALS,
    DOZENS,
    LONG_SCALES,
    MONTHS,
    ORDINALS,
    PARTS,
    TENS,
    TIMES,
    VAGUE,
)
from pressgen.figures.powers import SIGNS
from pressgen.regex import compiled


def _any(words: Iterable[str]) -> str:
    """One of these words, the longest that fits; told apart by their first letter first."""
    rest: dict[str, list[str]] = {}
    for word in sorted(sorted(words), key=len, reverse=True):
        rest.setdefault(word[0], []).append(word[1:])
    return "|".join(f"{letter}(?:{'|'.join(ends)})" for letter, ends in rest.items())


_GROUPED = r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9]|,[0-9])"
_LAKHS = r"[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?![0-9,])"
_SPACED = r"(?<![0-9.,])[0-9]{1,3}(?: [0-9]{3})+(?![0-9]|[ ,][0-9]|-[0-9A-Z])"
_TOKENS = r"[0-9]{1,3} (?:, [0-9]{3} )*\. [0-9]+(?= ?%| per ?cent| [mbt]r?illion)"
"""0 . 6 %: news cut into tokens."""
_SIGN = f"[{''.join(SIGNS)}]"
_EUROPEAN = r"[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]{1,2}(?![0-9,])"
_WHOLE = rf"(?:{_GROUPED}|{_LAKHS}|{_SPACED}|[0-9]+)"
ARABIC = rf"(?:(?:{_TOKENS}|{_EUROPEAN}|{_WHOLE}(?:\.[0-9]+| ?{_SIGN})?)|\.[0-9]+|{_SIGN})"
_SHORT = r"(?:(?:mln|mn|mil|bln|bn|bio|trn|tn|tln)\b)"
_LONG = _any((*LONG_SCALES, "billon"))
_DENOMINATORS = {*ORDINALS, *PARTS} - {"first", "second"}
_WORDS = _any({*CARDINALS, *LONG_SCALES, *_DENOMINATORS, *DOZENS, "point"})
_COUNT = _any(
    {*CARDINALS, "half", "dozen", "quarter", "third", "tenth", "fifth"}
    | {"hundred", "thousand", "million", "billion", "trillion"}
    | {"hundredth", "thousandth", "millionth", "billionth", "trillionth"}
)
_COMMA = "(?:(?<=thousand)|(?<=million)|(?<=billion)|(?<=trillion)),"
_AND = (
    rf"(?:[ -]{{1,3}}and[ -]{{1,3}}(?:an?[ -])?| an? | of an? (?=[mbt][a-z]+llion\b)|[ -]{{1,3}}|{_COMMA} )"
)
_UNDER_HUNDRED = rf"(?<=hundred and )[0-9]{{1,2}}\b(?![.,][0-9]|%| (?:{_LONG}))"
_MORE = rf"(?:(?<=[a-z]) (?:and )?(?:(?:{_WORDS})\b|{ARABIC} ?(?:{_LONG})\b|{_UNDER_HUNDRED}))"
_AND_A_HALF = r"(?:hour|day|week|month|year) and a half\b"
NUMBER = (
    rf"(?:{ARABIC}(?:[ -]{{0,2}}(?:{_SHORT}|(?:{_LONG}|dozens?)\b)){{0,3}}{_MORE}{{0,12}}"
    rf"|(?:an?|one) (?=decade\b|century\b|{_AND_A_HALF})"
    rf"|(?:an? )?(?:{_COUNT})\b(?:{_AND}(?:{_WORDS})\b){{0,30}})"
)
"""A numeral in digits, words or both; what it is worth is for ``numerals`` to say."""
_MONTH = "(?:" + "|".join(rf"{name}\b\.?" for name in sorted(sorted(MONTHS), key=len, reverse=True)) + ")"
_DAY = r"(?:[12][0-9]|3[01]|0?[1-9])(?:st|nd|rd|th)?\b"
_YEAR = r"(?:1[5-9]|20)[0-9][0-9](?![0-9%]|,[0-9]{3}|\.[0-9])"
TO = r"(?: ?(?:-{1,2}|–|—|~) ?| to | through | until | and )"
_SPAN = r"(?:\s?(?:-|–|—|~)\s?|\sto\s|\sthrough\s|\sand\s)"
_IN_A_ROW = r"\s(?:(?:consecutive|straight|successive)\s)?(?:year|month|week|day|quarter|season|term|time)\b"
"""A third year, a fifth straight month: those that come after two and four, no parts of one."""
_NTH = "first|second|third|fourth|1st|2nd|3rd|4th"
_AT = r"(?:(?<=\bat\s)|(?<=\bfrom\s)|(?<=\buntil\s)|(?<=\btill\s)|(?<=\bafter\s)|(?<=\bbefore\s))"
"""What stands before an hour: at 9 in the evening."""
_COUNTED = "two|three|four|five|six|seven|eight|nine|ten|eleven"
_DATED = rf"""(?:
    (?P<iso>[0-9]{{4}}(?P<sep>[-/.])(?:1[0-2]|0?[1-9])(?P=sep)(?:[12][0-9]|3[01]|0?[1-9])(?![0-9]))
    |(?P<slashed>[0-9]{{1,2}}/[0-9]{{1,2}}/(?:[0-9]{{4}}|[0-9][0-9])\b)
    |(?P<hour>[01]?[0-9]|2[0-4])(?:[:.](?P<minute>[0-5][0-9])(?::[0-5][0-9])?)?
        \s?(?P<noon>[ap])(?:\.\s?m\.|m\b)
    |(?:{_AT}|(?=\w+\so['’]clock))(?P<hour12>[1-9]|1[0-2]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)
        (?:\so['’]clock|(?=\s(?:in\sthe\s(?:morning|afternoon|evening)|at\snight)\b))
        (?:\s(?:in\sthe\s(?P<part>morning|afternoon|evening)|at\s(?P<night>night)))?
    |12\s(?P<twelve>noon|midnight)
    |(?P<hour24>[01]?[0-9]|2[0-4]):(?P<minute24>[0-5][0-9])(?::[0-5][0-9])?(?![0-9:.][0-9])
    |(?P<decade>(?:1[5-9]|20)[0-9]0)['’]?s\b
    |(?P<season>(?:19|20)[0-9][0-9]/[0-9][0-9])(?![0-9/])
    |(?P<named>(?:1[0-2]|[1-9])[·•・](?:[12][0-9]|3[01]|[1-9]))(?![0-9·]|\s?%|\s[mbt]r?illion|\sper|\stimes)
    |(?P<year1>(?:19|20)[0-9][0-9])\s?[-–—]\s?(?P<year2>(?:19|20)[0-9][0-9]|[0-9][0-9])(?![0-9%]|[,.][0-9])
    |(?P<d1>{_DAY})(?:(?P<dj>{_SPAN})(?P<d2>{_DAY}))?\s(?:of\s)?(?P<dm>{_MONTH})(?:,?\s(?P<dy>{_YEAR}))?
    |(?P<m>{_MONTH})\s?(?P<day>{_DAY})(?![,.][0-9]|%|\s(?:percent|million|billion|trillion))
        (?:(?P<mj>{_SPAN})(?:(?P<m2>{_MONTH})\s)?(?P<day2>{_DAY})(?![,.][0-9]|%|:[0-9]{{2}}|\s?[ap]\.?\s?m\b))?(?:,?\s(?P<y>{_YEAR}))?
    |(?P<m3>{_MONTH})(?!\s(?:fools?|day)\b)(?:{_SPAN}(?P<m4>{_MONTH}))?(?:,?\s(?:of\s)?(?P<y3>{_YEAR}))?
    |(?P<half>first|second|1st|2nd)[ -]half(?!-)(?:\sof\s(?P<hy>{_YEAR}))?
    |(?P<quarter>{_NTH})[ -]quarter(?:\sof\s(?P<qy>{_YEAR}))?(?!s)
    |first\s(?P<months>{_COUNTED}|[0-9]{{1,2}})\s(?P<what>months|quarters)(?:\sof\s(?P<fy>{_YEAR}))?
    |q(?P<q>[1-4])(?:,?\s(?:of\s)?(?P<qqy>{_YEAR})|['’](?P<qshort>[0-9]{{2}}))?\b
    |(?P<nq>[1-4])q\s?(?P<nqy>[0-9][0-9](?:[0-9][0-9])?)?\b
    |(?P<nh>[12])h(?:\s?(?P<nhy>{_YEAR}|[0-9][0-9]))?\b
    |h(?P<h>[12])(?:,?\s(?:of\s)?(?P<hhy>{_YEAR}))?\b
    |(?P<bare>{_YEAR})(?:(?=\s?[-–—]\s?(?:{_MONTH}))|\b)
)(?![a-z])"""


_SPACES = "\xa0\u2009\u202f\u2007"


def even(text: str) -> str:
    """The text in lower case, character for character."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in text)
    if not low.isascii():
        for space in _SPACES:
            low = low.replace(space, " ")
    return low


@cache
def anchor() -> re.Pattern[str]:
    """Where a figure may begin: the digit or point itself, or with group 1 the sign in front of a word.

    One class of signs stands first, so that the search runs over the letters of words without trying.
    """
    vague = (word.split()[0] for word in VAGUE if not word.startswith("a "))
    starts = _any({*CARDINALS, *ORDINALS, *TIMES, *MONTHS, *vague, "half", "q[1-4]", "h[12]"})
    scales = "dozen|(?:hundred|thousand|million|billion|trillion)(?:th)?"
    parts = rf"quarter|half|(?:third|tenth|fifth)(?!{_IN_A_ROW})"
    indefinite = rf"an?\s(?=(?:few\s)?(?:{scales})|{parts}|(?:decade|century)\b|{_AND_A_HALF})"
    word = rf"(?<=\W)(?={indefinite}|(?:{starts})\b)()"
    return compiled(rf"[^a-z](?:(?<=[0-9])|(?<={_SIGN})|(?<=\.)(?<![0-9]\.)(?=[0-9])|{word})")


def beginning(spaced: str, position: int) -> int:
    """Where the next figure may begin in a text, given with a space in front of it; -1 where none does."""
    search = anchor().search
    match = search(spaced, position)
    if match and not match.lastindex and match.start() == position:
        match = search(spaced, position + 1)
    if match is None:
        return -1
    return match.start() if match.lastindex else match.start() - 1


@cache
def dated() -> re.Pattern[str]:
    """Dates, halves, quarters, years, decades and times of day."""
    return compiled(_DATED, re.VERBOSE)


@cache
def days() -> re.Pattern[str]:
    """The further days of a list behind the first, up to the year: ", 21 and 22, 2023"."""
    return compiled(
        rf"(?:,\s{_DAY}(?=,\s|\sand\s)){{0,5}},?\sand\s{_DAY}(?![,.:][0-9]|%|\s?[ap]\.?\s?m\b)(?:,?\s(?P<year>{_YEAR}))?"
    )


@cache
def number() -> re.Pattern[str]:
    """One numeral."""
    return compiled(NUMBER)


@cache
def vague() -> re.Pattern[str]:
    """Hundreds of, tens of thousands of."""
    return compiled(r"(?P<words>" + "|".join(VAGUE) + r")(?= of\b|\b)")


@cache
def ordinal() -> re.Pattern[str]:
    """The words of an ordinal: twenty-first."""
    front = _any((*CARDINALS, "hundred", "thousand"))
    part = "(?:half|quarter)[ -](?=(?:m|b|tr)illionth)"
    return compiled(
        rf"(?:{part}|(?:(?:{front})[ -](?:and )?){{0,6}}(?:(?:{_any(TENS)})-)?)(?:{_any(ORDINALS)})\b(?!s)"
    )


@cache
def between() -> re.Pattern[str]:
    """What joins the ends of a range."""
    return compiled(TO)
