"""What of a draft is still to be translated: where it stands, what it says, and what is done already."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pressgen.document import Block, Mark, Release
from pressgen.errors import Place
from pressgen.events.model import Event
from pressgen.events.values import Name, Text
from pressgen.figures import Language
from pressgen.house import House
from pressgen.house.words import Conversion

_OTHER: dict[Language, Language] = {"zh": "en", "en": "zh"}


@dataclass(frozen=True, slots=True)
class Untranslated:
    """One thing to be put into ``lang``.

    ``source`` is what the other language says, figures written out; ``begun`` the same with figures and
    the glossary's names in ``lang`` already. ``role`` and ``paragraph`` (from 1, in its language) say where
    it stands, ``context`` is the paragraph of the other language around it, ``at`` its place in the event.
    ``path`` is the fact it is, ``figures`` are the facts in it as ``begun`` writes them. ``mark`` is the mark
    as somebody typed it among words of their own; the thing is then that mark alone.
    """

    slug: str
    lang: Language
    source: str
    begun: str
    role: str
    paragraph: int
    context: str
    path: str
    at: Place
    figures: tuple[tuple[str, str], ...] = ()
    mark: str = ""


def untranslated(event: Event, release: Release, house: House) -> list[Untranslated]:
    """All that stands in a draft as a mark to translate, in the order of the page, Chinese first."""
    return [
        _found(mark, block, number, release, event, house)
        for lang in _OTHER
        for number, block in enumerate(release.document(lang).blocks, 1)
        for mark in block.marks
        if mark.kind == "todo" and not house.marks.is_reading(block.text[mark.start : mark.end])
    ]


def _found(
    mark: Mark, block: Block, number: int, release: Release, event: Event, house: House
) -> Untranslated:
    lang: Language = "en" if block.lang == "en" else "zh"
    inside = [fact for fact in block.facts if mark.start <= fact.start and fact.end <= mark.end]
    path = _path(mark, block, event)
    before, after = house.style.todo.of(lang).around("text")
    begun = block.text[mark.start + len(before) : mark.end - len(after)]
    typed = _typed(mark, block, event, path)
    if typed:
        source, context = begun, block.text
    else:
        source, context = _counterpart(path, block, release.document(_OTHER[lang]).blocks)
    return Untranslated(
        slug=event.slug,
        lang=lang,
        source=source or (event.facts[path].text if path else begun),
        begun=begun,
        role=block.role,
        paragraph=number,
        context=context,
        path=path,
        at=event.facts[path].at if path else Place(str(event.file)),
        figures=tuple(_figures(inside, block.text, house.style.money.sum.of(lang))),
        mark=typed,
    )


def _typed(mark: Mark, block: Block, event: Event, path: str) -> str:
    """The mark, where it stands among the words that somebody wrote in this language."""
    value = event.facts[path].value if path else None
    text = block.text[mark.start : mark.end]
    return text if isinstance(value, Text | Name) and text in value.of(block.lang) else ""


def _path(mark: Mark, block: Block, event: Event) -> str:
    """The fact the mark stands for: the smallest around it."""
    around = [
        fact
        for fact in block.facts
        if fact.start <= mark.start and mark.end <= fact.end and fact.target in event.facts
        if isinstance(event.facts[fact.target].value, Text | Name)
    ]
    return min(around, key=lambda fact: fact.end - fact.start).target if around else ""


def _figures(facts: list[Mark], text: str, converted: Conversion) -> Iterator[tuple[str, str]]:
    """The figures a text refers to, as they stand in it; a sum first with its conversion, then without."""
    behind = len(converted.around("sum")[1])
    ends = {fact.target: fact.end + behind for fact in facts if fact.kind == "conversion"}
    for fact in facts:
        if fact.kind not in ("conversion", "text", "name"):
            if fact.target in ends:
                yield fact.target, text[fact.start : ends[fact.target]]
            yield fact.target, text[fact.start : fact.end]


def _counterpart(path: str, block: Block, others: tuple[Block, ...]) -> tuple[str, str]:
    """The same fact as the other language prints it, and its paragraph, where that says more."""
    for other in others:
        for fact in other.facts:
            if path and fact.target == path and other.name == block.name and fact.kind in ("text", "name"):
                source = other.text[fact.start : fact.end]
                return source, other.text if other.text != source else ""
    return "", ""
