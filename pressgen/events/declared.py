"""What a file of declarations says by name, before it is known what for."""

from __future__ import annotations

from pressgen.errors import HouseError, Place
from pressgen.source import Node

NOWHERE = Node({}, Place(""), {})
"""What is said of a name that is not there."""


def mapping(node: Node) -> dict[str, Node]:
    """What stands there by name. Raises HouseError: nothing does."""
    if not isinstance(node.value, dict):
        raise HouseError(
            "此处应为“字段: 值”；请写label和fields",
            "'name: value' belongs here; write label and fields",
            node.at,
        )
    return node.value


def names_of(node: Node) -> dict[str, Node]:
    """The same, where nothing may stand there."""
    return {} if node.blank else mapping(node)


def overlaid(base: Node, own: Node) -> dict[str, Node]:
    """The base's declarations, those of the same name overlaid by the type's, then the type's own."""
    found = dict(names_of(base))
    for name, node in names_of(own).items():
        below = found.get(name)
        if below and isinstance(below.value, dict) and isinstance(node.value, dict):
            node = Node({**below.value, **node.value}, node.at, {**below.keys, **node.keys})  # noqa: PLW2901
        found[name] = node
    return found


def items_of(node: Node) -> list[Node]:
    """What stands there as a list, or nothing."""
    return node.value if isinstance(node.value, list) else []
