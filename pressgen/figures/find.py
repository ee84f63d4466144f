"""Every figure of a text, in either language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from pressgen.figures.figure import Figure

if TYPE_CHECKING:
    from pressgen.figures.reading import Reading

Language = Literal["zh", "en"]

_HINTS = ("el", "hone", "obile", "ax", "otline", "电话", "手机", "传真", "热线", "GMT", "UTC")
_ADDRESS = re.compile(
    r"(?:\b(?:tel|(?:tele|cell)?phone|fax|mobile|cell|hotline)(?: number| no)? ?(?:\.?[:：] ?|\. ?|(?=[+(]))"
    r"|(?:电话|手机|传真|热线)(?:号码?)? ?[:：]? ?)(?P<phone>\+?[(（]?[0-9](?:[ ()（）—–-]{0,2}[0-9])+)"
    r"(?![0-9.,，]* ?[万亿兆%％部台个只件套款家户人次位])(?:[ ,，]*(?:ext\.?|转|x) ?[0-9]{1,6})?"
    r"|\b(?:GMT|UTC) ?[+−-] ?[0-9]{1,2}(?::?[0-9]{2})?",
    re.IGNORECASE,
)
"""Telephone numbers behind their label, and time zones: digits that count nothing."""
_SHORTEST = 5
"""A hotline's digits."""


def find(text: str, lang: Language) -> list[Figure]:
    """The figures of a text in the order they stand, none overlapping another. Never fails."""
    return [reading.figure for reading in readings(text, lang)]


def readings(text: str, lang: Language) -> list[Reading]:
    """The figures with the hedges and measure words around them."""
    if lang == "zh":
        from pressgen.figures.zh import read as chinese  # noqa: PLC0415  # a language is loaded when read

        found = chinese.find(text)
    else:
        from pressgen.figures.en import read as english  # noqa: PLC0415

        found = english.find(text)
    return _without_addresses(found, text) if found and any(hint in text for hint in _HINTS) else found


def _without_addresses(found: list[Reading], text: str) -> list[Reading]:
    spans = [match.span() for match in _ADDRESS.finditer(text) if _reaches(match)]
    return [each for each in found if not any(start <= each.figure.start < end for start, end in spans)]


def _reaches(match: re.Match[str]) -> bool:
    """A time zone, or as many digits as a number that can be called has."""
    phone = match["phone"]
    return phone is None or sum(map(str.isdigit, phone)) >= _SHORTEST
