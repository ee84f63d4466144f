"""The figures of a paragraph, read once for all checks."""

from __future__ import annotations

from functools import lru_cache

from pressgen.document import Block
from pressgen.figures import Figure, Language
from pressgen.figures.find import readings
from pressgen.figures.reading import Reading
from pressgen.todo import todos

_REMEMBERED = 512


def figures_of(block: Block) -> tuple[Figure, ...]:
    """The figures of a paragraph in the order of the text, none that is still to be translated.

    A paragraph of no language has none.
    """
    return tuple(reading.figure for reading in readings_of(block))


def readings_of(block: Block) -> tuple[Reading, ...]:
    """The same figures, each with the stretch of text its hedges reach over."""
    if block.lang == "und":
        return ()
    found = _read(block.text, block.lang)
    waiting = todos(block.text)
    if not waiting:
        return found
    return tuple(
        one for one in found if not any(mark.start <= one.figure.start < mark.end for mark in waiting)
    )


@lru_cache(maxsize=_REMEMBERED)
def _read(text: str, lang: Language) -> tuple[Reading, ...]:
    return tuple(readings(text, lang))
