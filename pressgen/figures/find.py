"""Every figure of a text, in either language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressgen.figures.addresses import without_addresses
from pressgen.figures.figure import Figure
from pressgen.text import Language

if TYPE_CHECKING:
    from pressgen.figures.reading import Reading


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
    return without_addresses(found, text, lang) if found else found
