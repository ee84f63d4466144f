"""The figures of a paragraph, read once for all checks."""

from __future__ import annotations

from datetime import date

from pressgen.checks.remembered import PARAGRAPHS, by_words, remembered
from pressgen.document import Block, Lang, Mark, Release
from pressgen.figures import Figure, Language
from pressgen.figures.convert import Conversion, paired
from pressgen.figures.find import readings
from pressgen.figures.reading import Reading
from pressgen.glossary import Glossary
from pressgen.glossary.match import Match
from pressgen.house import House
from pressgen.todo import todos


def day_of(release: Release, house: House) -> date | None:
    """The day a text is of: as it was said for this run, as the file says, or as its dateline does."""
    return house.on or real_day(release.published[:10]) or _dateline_day(release, house)


def _dateline_day(release: Release, house: House) -> date | None:
    """The day of the first dateline, on a line of its own or run into the lead as the house does."""
    for block in release.blocks:
        line = block.text if block.role == "dateline" else ""
        if block.role in ("lead", "body"):
            line = house.style.lead.of(block.lang).opening(block.text) if block.lang != "und" else ""
        if line:
            figures = (each for each in figures_of(block) if each.kind == "date" and each.end <= len(line))
            return next(filter(None, (real_day(str(each.value)) for each in figures)), None)
    return None


def real_day(value: str) -> date | None:
    """A day in ISO 8601, or None where the calendar has no such day."""
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


@remembered(PARAGRAPHS)
def figures_of(block: Block) -> tuple[Figure, ...]:
    """The figures of a paragraph in the order of the text, none that is still to be translated.

    A paragraph of no language has none.
    """
    return tuple(reading.figure for reading in readings_of(block))


@remembered(PARAGRAPHS)
def readings_of(block: Block) -> tuple[Reading, ...]:
    """The same figures, each with the stretch of text its hedges reach over."""
    return () if block.lang == "und" else _read(block.text, block.lang, todos(block))


def names_of(block: Block, glossary: Glossary) -> tuple[Match, ...]:
    """The listed names of a paragraph, read once for all checks."""
    return _named(glossary, block.text, block.lang)


def conversions_of(block: Block) -> tuple[Conversion, ...]:
    """The sums of a paragraph that have another currency's beside them."""
    return () if block.lang == "und" else _paired(block.text, block.lang, todos(block))


@remembered(PARAGRAPHS)
def _named(glossary: Glossary, text: str, lang: Lang) -> tuple[Match, ...]:
    """By the glossary itself: whether two are equal takes a look at all their names."""
    return tuple(glossary.matches(text, lang))


@by_words
def _paired(text: str, lang: Language, waiting: tuple[Mark, ...]) -> tuple[Conversion, ...]:
    return tuple(paired(text, lang, [reading.figure for reading in _read(text, lang, waiting)]))


@by_words
def _read(text: str, lang: Language, waiting: tuple[Mark, ...]) -> tuple[Reading, ...]:
    found = tuple(readings(text, lang))
    if not waiting:
        return found
    return tuple(
        reading
        for reading in found
        if not any(mark.start <= reading.figure.start < mark.end for mark in waiting)
    )
