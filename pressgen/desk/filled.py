"""A form that was filled in, read back as the facts of an event, whatever happened to it in the browser."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pressgen.api import Field, Fields, Plain
from pressgen.desk.cards import PAIRS

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_LETTER = re.compile(r"[^\W\d_]")
_ONCE = PAIRS - {"text"}
"""Kinds of which one language is enough: the glossary is asked for the other."""
_DEPTH = 24
Branch = dict[str, Any]


@dataclass(slots=True)
class Filled:
    """The facts as plain values, and for each item of a list the input's name by the fact's path."""

    data: dict[str, Plain] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)

    def input_of(self, path: str) -> str:
        """The name of the input in which the fact of a path was written."""
        parts = path.split(".")
        for cut in range(len(parts), 0, -1):
            if renamed := self.names.get(".".join(parts[:cut])):
                return ".".join([renamed, *parts[cut:]])
        return path


def filled(values: Iterable[tuple[str, str]], fields: Fields) -> Filled:
    """The facts in a form's names and values, in the form's order."""
    given = list(values)
    reader = _Reader(fields, _tree(given))
    reader.read(_items(given), own="1" in [value for name, value in given if name == "own_order"])
    return reader.found


def _tree(values: list[tuple[str, str]]) -> Branch:
    root: Branch = {}
    for name, value in values:
        parts = name.split(".")
        if len(parts) > _DEPTH:
            continue
        inside = root
        for part in parts[:-1]:
            below = inside.setdefault(part, {})
            inside = below if isinstance(below, dict) else {}
        inside[parts[-1]] = clean(value)
    return root


def clean(value: str) -> str:
    """What was typed, without what no database keeps and without blanks around it."""
    return _UNSTORABLE.sub("", value.replace("\r\n", "\n")).strip()


@dataclass(frozen=True, slots=True)
class _Item:
    key: str
    what: str
    joined: bool


def _items(values: list[tuple[str, str]]) -> list[_Item]:
    said = dict(values)
    keys = [value for name, value in values if name == "item"]
    return [_Item(key, said.get(f"is.{key}", ""), f"join.{key}" in said) for key in keys]


class _Reader:
    def __init__(self, fields: Fields, tree: Branch) -> None:
        self.fields = fields
        self.tree = tree
        self.found = Filled()

    def read(self, items: list[_Item], *, own: bool) -> None:
        """All facts; a story of its own only where somebody changed the usual one."""
        data = self.found.data
        data["release"] = self.fields.type
        for name, declared in self.fields.fields.items():
            if name == "story":
                continue
            value = self.value(declared, self.tree.get(name), name, name)
            if name != "release" and not empty(value):
                data[name] = value
        if own and items:
            data["story"] = self.story(items)

    def value(self, declared: Field, given: Any, path: str, name: str) -> Plain:
        if declared.shape == "list":
            return self.items(declared, given, path, name)
        if declared.shape == "group":
            return self.group(declared.fields, given, path, name)
        return self.single(declared, given, path, name)

    def group(self, fields: Mapping[str, Field], given: Any, path: str, name: str) -> dict[str, Plain]:
        if not isinstance(given, dict):
            return {}
        values = {
            each: self.value(fields[each], child, f"{path}.{each}", f"{name}.{each}")
            for each, child in given.items()
            if each in fields
        }
        return {each: value for each, value in values.items() if not empty(value)}

    def items(self, declared: Field, given: Any, path: str, name: str) -> list[Plain]:
        values: list[Plain] = []
        for key, child in given.items() if isinstance(given, dict) else ():
            here, there = f"{path}.{len(values)}", f"{name}.{key}"
            inside = (
                self.group(declared.fields, child, here, there)
                if declared.fields
                else self.single(declared, child, here, there)
            )
            if not empty(inside):
                values.append(inside)
                self.found.names[here] = there
        return values

    def single(self, declared: Field, given: Any, path: str, name: str) -> Plain:
        if declared.kind in PAIRS:
            return _pair(declared, given)
        if declared.companions:
            return self.figure(declared, given, path, name)
        if declared.kind == "rate":
            return {key: value for key, value in given.items() if value} if isinstance(given, dict) else ""
        return given if isinstance(given, str) else ""

    def figure(self, declared: Field, given: Any, path: str, name: str) -> Plain:
        if not isinstance(given, dict):
            return given or ""
        own = {key: given[key] for key in ("value", "zh", "en") if given.get(key)}
        beside = self.group(declared.companions, given, path, name)
        return own["value"] if set(own) == {"value"} and not beside else {**own, **beside}

    def story(self, items: list[_Item]) -> list[Plain]:
        story: list[Any] = []
        for item in items:
            inside = item.joined and bool(story)
            if inside and not isinstance(story[-1], list):
                self._move(f"story.{len(story) - 1}")
                story[-1] = [story[-1]]
            path = f"story.{len(story) - 1}.{len(story[-1])}" if inside else f"story.{len(story)}"
            if (value := self.item(item, path)) is not None:
                (story[-1] if inside else story).append(value)
        return story

    def _move(self, path: str) -> None:
        """What was a paragraph of its own is the first of several now: so are the names below it."""
        names = self.found.names
        for each in [name for name in names if name == path or name.startswith(f"{path}.")]:
            names[f"{path}.0{each[len(path) :]}"] = names.pop(each)

    def item(self, item: _Item, path: str) -> Plain:
        kind = item.what.removeprefix("kind:")
        if kind == item.what:
            return kind if kind in (*self.fields.said, "rest") else None
        declared = self.fields.fields["story"].fields.get(kind)
        if declared is None:
            return None
        given = self.tree.get("story", {}).get(item.key, {})
        name = f"story.{item.key}.{kind}"
        self.found.names[f"{path}.{kind}"] = name
        return {kind: self.group(declared.fields, given.get(kind, {}), f"{path}.{kind}", name)}


def value_at(data: Any, path: str) -> Any:
    """The value at a path of facts; None where there is none."""
    for part in path.split("."):
        if isinstance(data, dict):
            data = data.get(part)
        elif isinstance(data, list) and part.isdecimal() and int(part) < len(data):
            data = data[int(part)]
        else:
            return None
    return data


def drop_item(data: Any, path: str) -> None:
    """Take an item out of the story; a paragraph of several that has none left goes with the last."""
    way, _, number = path.rpartition(".")
    inside = value_at(data, way)
    del inside[int(number)]
    if not inside and way != "story":
        drop_item(data, way)


def empty(value: Plain) -> bool:
    """Whether nothing was written."""
    return value in ("", {}, [], None)


def _pair(declared: Field, given: Any) -> Plain:
    if not isinstance(given, dict):
        return given or ""
    texts = {lang: given[lang] for lang in ("zh", "en") if given.get(lang)}
    if given.get("reading") and texts:
        return {**texts, "reading": "open"}
    first = next(iter(texts.values()), "")
    alone = declared.kind in _ONCE or declared.known or not _LETTER.search(first)
    return first if len(texts) == 1 and alone else texts
