"""What a house says in every release: facts for the fields an event leaves out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pressgen.errors import raise_all
from pressgen.events import references
from pressgen.events.model import Event
from pressgen.events.walk import Walk
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
