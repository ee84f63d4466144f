"""An event as plain values: text, lists and named values, as a form or another program has them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pressgen.errors import Place
from pressgen.events.fields import Field, Fields
from pressgen.events.scalars import left_out
from pressgen.events.story import OWN, called, labels_of_kinds, labels_of_parts
from pressgen.events.walk import expanded
from pressgen.source import Node

Plain = Any
"""Text, a list of plain values, or plain values by name."""
_WORDS = frozenset({"zh", "en"})


def node(data: Plain, file: str = "", path: str = "") -> Node:
    """Plain values as the nodes of a file; each one's place is its path, as a form's cell is."""
    at = Place(file, cell=path)
    inside = f"{path}." if path else ""
    if isinstance(data, Mapping):
        children = {str(name): node(value, file, f"{inside}{name}") for name, value in data.items()}
        return Node(children, at, {name: child.at for name, child in children.items()})
    if isinstance(data, list | tuple):
        return Node([node(item, file, f"{inside}{number}") for number, item in enumerate(data)], at, {})
    return Node("" if data is None else str(data), at, {})


def plain(given: Node) -> Plain:
    """The values of a node without their places; what was left out is left out."""
    if isinstance(given.value, dict):
        return {name: plain(child) for name, child in given.value.items() if not left_out(child)}
    if isinstance(given.value, list):
        return [plain(child) for child in given.value if not left_out(child)]
    return given.value


def written_out(given: Node, fields: Fields) -> dict[str, Plain]:
    """The facts of an event with all names in place: what was written short stands as a form asks for it.

    ``photo: hall.jpg`` becomes ``photo: {file: hall.jpg}``; a field that is not declared stays as it is.
    """
    named = given.value if isinstance(given.value, dict) else {}
    facts = _group(named, fields.fields)
    if "story" in facts:
        facts["story"] = _Story(fields).items(named["story"])
    return facts


def _group(named: Mapping[str, Node], fields: Mapping[str, Field]) -> dict[str, Plain]:
    given = {name: child for name, child in named.items() if not left_out(child)}
    return {
        name: _value(child, fields[name]) if name in fields else plain(child) for name, child in given.items()
    }


def _value(given: Node, field: Field) -> Plain:
    if field.shape == "group":
        return _item(given, field)
    if field.shape != "list":
        return plain(given)
    items = given.value if isinstance(given.value, list) else [given]
    return [_item(item, field) for item in items if not left_out(item)]


def _item(given: Node, field: Field) -> Plain:
    if not field.fields:
        return plain(given)
    full = expanded(given, field).value
    return _group(full, field.fields) if isinstance(full, dict) else plain(given)


class _Story:
    """The items of a story by the names of their parts and kinds, whatever a person called them."""

    def __init__(self, fields: Fields) -> None:
        self.kinds = fields.fields["story"].fields
        self.parts = called(labels_of_parts(fields))
        self.called = called(labels_of_kinds(fields))

    def items(self, given: Node) -> list[Plain]:
        items = given.value if isinstance(given.value, list) else [given]
        return [self.item(item) for item in items if not left_out(item)]

    def item(self, given: Node) -> Plain:
        if isinstance(given.value, str):
            return self.parts.get(given.value, given.value)
        if isinstance(given.value, list):
            return self.items(given)
        if given.value.keys() <= _WORDS:
            return {OWN: _item(given, self.kinds[OWN])}
        return {
            (kind := self.called.get(name, name)): _item(child, self.kinds[kind])
            if kind in self.kinds
            else plain(child)
            for name, child in given.value.items()
        }
