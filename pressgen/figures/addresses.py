"""Digits that count nothing: telephone numbers behind their label, and time zones."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pressgen.regex import regex
from pressgen.text import Language

if TYPE_CHECKING:
    from pressgen.figures.reading import Reading

_LABELS = (
    "Tel", "tel", "TEL", "Phone", "phone", "PHONE", "Fax", "fax", "FAX", "Mobile", "mobile", "MOBILE", "Cell",
    "cell", "Hotline", "hotline", "HOTLINE", "GMT", "UTC", "电话", "手机", "传真", "热线",
    "call ", "Call ", "拨打", "致电",
)  # fmt: skip
_ZONES = ("GMT", "UTC")
_LONG = regex(r"[0-9GU](?:(?<=[0-9])(?:[ ()（）—–-]{0,2}[0-9]){4}|(?<=G)MT|(?<=U)TC)")
"""A text without so long a row of digits has no telephone number."""
_LABEL = regex("|".join(_LABELS))
_ADDRESS = regex(
    r"(?:(?<![a-z])(?:tel(?:ephone)?|(?:cell)?phone|fax|mobile(?: phone)?|cell|hotline)(?: number| no)?"
    r" ?(?:\.?[:：] ?|\. ?|(?=[+(]))|(?<![a-z])call (?=\+)|(?:拨打|致电)(?=[0-9+(（])"
    r"|(?:电话|手机|传真|热线)(?:号码?)? ?[:：]? ?)"
    r"\+?[(（]?[0-9](?:[ ()（）—–-]{0,2}[0-9]){4,20}"
    r"(?![0-9.,，]{0,20} ?[万亿兆%％部台个只件套款家户人次位]|[0-9])"
    r"(?:[ ,，]{0,3}(?:ext\.?|转|x) ?[0-9]{1,6})?"
    r"|(?:GMT|UTC) ?[+−-] ?[0-9]{1,2}(?::?[0-9]{2})?",
    re.IGNORECASE,
)


def without_addresses(found: list[Reading], text: str, lang: Language) -> list[Reading]:
    """The figures of a text but those that are part of a telephone number or a time zone.

    What is rarer in a language is looked for first: Latin letters in Chinese, long rows of digits in English.
    """
    spans = sorted(_spans(text)) if (_LABEL if lang == "zh" else _LONG).search(text) else []
    if not spans:
        return found
    starts = [start for start, _ in spans]
    return [each for each in found if not _within(each.figure.start, starts, spans)]


def telephones(text: str) -> Iterator[tuple[int, int]]:
    """Where telephone numbers stand with their labels, half-open."""
    return ((start, end) for start, end in _spans(text) if not text.startswith(_ZONES, start))


def _within(place: int, starts: list[int], spans: list[tuple[int, int]]) -> bool:
    before = bisect_right(starts, place) - 1
    return before >= 0 and place < spans[before][1]


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Where addresses stand; looking for their few labels first costs a text without them nothing."""
    for label in _LABELS if _LONG.search(text) else ():
        place = text.find(label)
        while place >= 0:
            found = _ADDRESS.match(text, place)
            if found:
                yield found.span()
            place = text.find(label, place + len(label))
