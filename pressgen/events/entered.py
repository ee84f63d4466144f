"""An event that is still being entered: all that is wrong with it, and what of it can be read already."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from pressgen.errors import Faults, PressgenError
from pressgen.events.fields import Fields
from pressgen.events.load import read
from pressgen.events.model import Event
from pressgen.events.plain import Plain, node, plain
from pressgen.source import Node

_ROUNDS = 12
_DAY = len("2023-07-18")


@dataclass(frozen=True, slots=True)
class Entered:
    """``event`` holds what can be read, None where not even its type can; ``faults`` is all the rest.

    The place of a fact and of a fault names its path as it was entered in ``cell``.
    """

    event: Event | None
    faults: tuple[PressgenError, ...] = ()


def entered(
    data: Mapping[str, Plain], file: Path, types: Mapping[str, Fields], stand_ins: Mapping[str, Plain]
) -> Entered:
    """The event that plain values tell. ``file`` is what it is called, photos lie in its folder.

    ``stand_ins`` are plain values for fields without which nothing can be shown; where they are missing
    or wrong, the fault is named and the stand-in is used.
    """
    whole = node(data, file.name)
    try:
        return Entered(read(whole, file, types))
    except PressgenError as error:
        faults = _each(error)
    return Entered(_readable(whole, faults, file, types, stand_ins), faults)


def to_the_minute(event: Event) -> Event:
    """The event with every moment given to the minute, midnight where nobody wrote one yet."""
    days = {
        path: replace(fact, value=f"{fact.value}T00:00")
        for path, fact in event.facts.items()
        if fact.field.kind == "datetime" and len(str(fact.value)) == _DAY
    }
    return replace(event, facts={**event.facts, **days})


def _each(error: PressgenError) -> tuple[PressgenError, ...]:
    return tuple(error.errors) if isinstance(error, Faults) else (error,)


def _readable(
    whole: Node,
    faults: Iterable[PressgenError],
    file: Path,
    types: Mapping[str, Fields],
    stand_ins: Mapping[str, Plain],
) -> Event | None:
    """The event without what is refused, taken out until the rest can be read."""
    for _ in range(_ROUNDS):
        whole = _standing_in(_without(whole, faults), stand_ins)
        try:
            return read(whole, file, types, complete=False)
        except PressgenError as error:
            faults = _each(error)
    return None


def _without(whole: Node, faults: Iterable[PressgenError]) -> Node:
    places = {
        str(fault.at.cell if fault.at and fault.at.cell else fault.fields.get("field", ""))
        for fault in faults
    }
    for place in places - {""}:
        whole = _pruned(whole, place)
    return whole


def _pruned(given: Node, place: str) -> Node:
    """The node without the value at a place; where that is not there, without the one it belongs to."""
    named = given.value
    if isinstance(named, dict):
        kept = {name: each for child in named for name, each in _kept(child, named[child], place)}
        return replace(given, value=kept)
    if isinstance(named, list):
        return replace(given, value=[each for child in named for _, each in _kept("", child, place)])
    return given


def _kept(name: str, child: Node, place: str) -> list[tuple[str, Node]]:
    """The child, or what is left of it, or nothing."""
    at = child.at.cell
    if at == place:
        return []
    if not place.startswith(f"{at}."):
        return [(name, child)]
    pruned = _pruned(child, place)
    return [(name, pruned)] if pruned != child and pruned.value else []


def _standing_in(whole: Node, stand_ins: Mapping[str, Plain]) -> Node:
    if not isinstance(whole.value, dict):
        return whole
    missing = {name: value for name, value in stand_ins.items() if not plain(whole.value.get(name, node("")))}
    added = {name: node(value, whole.at.file, name) for name, value in missing.items()}
    return replace(whole, value={**whole.value, **added})
