"""A type's JSON Schema followed along a path: what may be written there, and what it is called."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

from pressgen.lsp.cursor import ITEM

Schema = Mapping[str, Any]


def at(root: Schema, path: Sequence[str]) -> list[Schema]:
    """Every way to write what stands at a path, references and alternatives resolved."""
    found = list(_ways(root, root))
    for step in path:
        inner = [part for each in found for part in _step(each, step)]
        found = [way for part in inner for way in _ways(part, root)]
    return found


def members(ways: Sequence[Schema]) -> dict[str, Schema]:
    """The fields that may be written, by name."""
    return {name: part for way in ways for name, part in way.get("properties", {}).items()}


def choices(ways: Sequence[Schema]) -> list[str]:
    """The values there are to choose from."""
    return list(dict.fromkeys(str(word) for way in ways for word in way.get("enum", ()) if word is not None))


def takes_name(root: Schema, part: Schema) -> bool:
    """Whether a name of the glossary may stand there: words in either language."""
    return any("zh" in way.get("properties", {}) for way in _ways(part, root))


def said(part: Schema) -> str:
    """What a field is called and what it is for, in both languages."""
    return "\n\n".join(filter(None, (part.get("title", ""), part.get("description", ""))))


def _step(way: Schema, step: str) -> Iterator[Schema]:
    if step == ITEM:
        if "items" in way:
            yield cast("Schema", way["items"])
    elif step in way.get("properties", {}):
        yield cast("Schema", way["properties"][step])


def _ways(part: Schema, root: Schema) -> Iterator[Schema]:
    if "$ref" in part:
        yield from _ways(root["$defs"][part["$ref"].rpartition("/")[2]], root)
    alternatives = [*part.get("anyOf", ()), *part.get("oneOf", ())]
    for each in alternatives:
        yield from _ways(each, root)
    if not alternatives:
        yield part
