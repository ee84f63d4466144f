"""Every figure of a text, in either language."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
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
    found = _reader(lang)(text)
    return without_addresses(found, text, lang) if found else found


@cache
def _reader(lang: Language) -> Callable[[str], list[Reading]]:
    """A language is loaded when it is first read."""
    if lang == "zh":
        from pressgen.figures.zh.read import find as found  # noqa: PLC0415
    else:
        from pressgen.figures.en.read import find as found  # noqa: PLC0415
    return found
