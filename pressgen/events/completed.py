"""An event with words that others add: what its house says in every release, what a translator gave back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from pressgen.errors import EventError, Place, raise_all
from pressgen.events import references
from pressgen.events.model import Event
from pressgen.events.values import REFERENCE, Name, Text
from pressgen.events.walk import Walk
from pressgen.regex import regex
from pressgen.source import Node


def completed(event: Event, standing: Node | None) -> Event:
    """The event with the house's standing facts; a field that the event gives itself stays its own.

    ``standing`` names fields as an event file does. Raises EventError, Faults with the house's place.
    """
    if standing is None:
        return event
    walk = Walk(event.fields, Path(standing.at.file).parent)
    walk.whole(standing, required=False)
    own = {path.partition(".")[0] for path in event.facts}
    added = {path: fact for path, fact in walk.facts.items() if path.partition(".")[0] not in own}
    facts = {**event.facts, **added}
    found = references.References(facts, event.fields.fields).faults()
    astray = [fault for fault in found if fault.at and fault.at.file == standing.at.file]
    raise_all([*walk.faults, *astray])
    return replace(event, facts=facts)


_ALONE = r"(?<![\d.,]){}(?!\d|[.,]\d)"
_BRACES = regex("[{}]")


def translated(
    event: Event,
    path: str,
    lang: str,
    words: tuple[str, Place],
    figures: Sequence[tuple[str, str]] = (),
    mark: str = "",
) -> Event:
    """The same event with the words for one fact; ``figures`` are facts and how the words write them.

    ``mark`` is a mark to translate that somebody typed: the words then stand in its place alone.

    A figure in the words becomes a reference to its fact, so both languages go on agreeing; of several ways
    to write it the first that is met. Raises EventError for a brace that names no fact.
    """
    text, at = words
    for name, written in figures:
        if f"{{{name}}}" not in text:
            text = re.sub(_ALONE.format(re.escape(written)), f"{{{name}}}", text, count=1)
    loose = _BRACES.search(REFERENCE.sub(lambda found: "" if event.referred(found[1]) else found[0], text))
    if loose:
        raise EventError(
            "译文里的花括号没有对应的事实；请删去或改正",
            "a brace in the translation names no fact; delete or mend it",
            at,
        )
    fact = event.facts[path]
    if mark and isinstance(fact.value, Text | Name):
        text = fact.value.of(lang).replace(mark, text)
    return replace(event, facts={**event.facts, path: replace(fact, value=_with(fact.value, lang, text))})


def _with(value: object, lang: str, text: str) -> Text | Name:
    """A name the glossary does not know is then one written in both languages."""
    if isinstance(value, Name):
        own = value.written
        return replace(value, text="", zh=text if lang == "zh" else own, en=own if lang == "zh" else text)
    assert isinstance(value, Text)  # noqa: S101  # only words and names are in one language
    return replace(value, zh=text) if lang == "zh" else replace(value, en=text)
