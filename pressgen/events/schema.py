"""The JSON Schema of a release type, made from its fields: editors complete and explain with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pressgen.errors import Wording
from pressgen.events.fields import REST, Field, Fields
from pressgen.source import Node

DIALECT = "https://json-schema.org/draft/2020-12/schema"

Schema = dict[str, object]

_STRING: Schema = {"type": "string", "minLength": 1}
_NUMBER: Schema = {"type": "number"}
_BLANK: Schema = {"type": "null"}
_PART: Schema = {"type": ["string", "null"]}
_DEFINITIONS: Schema = {
    "amount": {"anyOf": [_STRING, _NUMBER]},
    "words": {
        "anyOf": [
            _STRING,
            _NUMBER,
            {
                "type": "object",
                "properties": {"zh": _PART, "en": _PART},
                "additionalProperties": False,
                "minProperties": 1,
            },
        ]
    },
    "name": {
        "anyOf": [
            _STRING,
            _NUMBER,
            {
                "type": "object",
                "properties": {"zh": _PART, "en": _PART, "reading": {"enum": ["open", None]}},
                "additionalProperties": False,
                "minProperties": 1,
            },
        ]
    },
    "rate": {
        "anyOf": [
            {"enum": ["never", "不折算"]},
            {
                "type": "object",
                "properties": {"on": _STRING},
                "required": ["on"],
                "additionalProperties": False,
            },
            {
                "type": "object",
                "patternProperties": {"^[A-Z]{3}$": {"anyOf": [_STRING, _NUMBER]}},
                "additionalProperties": False,
                "minProperties": 1,
            },
        ]
    },
}


def _defined(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


_LISTED: Schema = {
    "type": "array",
    "items": {"anyOf": [_defined("item"), {"type": "array", "items": _defined("item")}]},
}
"""A story: items, or lists of items that are one paragraph."""


def schema(fields: Fields) -> Schema:
    """The JSON Schema (2020-12) of a type's event files: titles and descriptions in both languages."""
    shape = _object(fields.fields)
    own = {"release": _release(fields)}
    defined = _definitions(fields)
    if story := fields.fields.get("story"):
        own["story"] = {**_described(story), **_LISTED}
        defined["item"] = _item(fields, story)
    shape["properties"] = {**_properties(fields.fields), **own}
    return {"$schema": DIALECT, "title": _both(fields.label), **shape, "$defs": defined}


def _definitions(fields: Fields) -> Schema:
    beside = next((each.companions for _, each in fields.walk() if each.companions), {})
    value = {name: _defined("amount") for name in ("value", "zh", "en")}
    figure: Schema = {
        "type": "object",
        "properties": {**value, **_properties(beside)},
        "additionalProperties": False,
        "minProperties": 1,
    }
    return {**_DEFINITIONS, "figure": figure}


def _item(fields: Fields, story: Field) -> Schema:
    """What an item of the story is: a name, own words or a statement."""
    statements = [_statement(kind) for kind in story.fields.values()]
    return {"anyOf": [{"enum": [*fields.said, REST]}, _defined("words"), *statements]}


def _statement(kind: Field) -> Schema:
    """An item that is a statement: its kind, and its facts or, written short, the first of them."""
    facts: Schema = {"anyOf": [_STRING, _object(kind.fields), _defined("words")]}
    return {
        "type": "object",
        "properties": {kind.name: {**_described(kind), **facts}},
        "required": [kind.name],
        "additionalProperties": False,
    }


def _release(fields: Fields) -> Schema:
    declared = fields.fields["release"]
    return {**_described(declared), "const": fields.type}


def _object(fields: Mapping[str, Field]) -> Schema:
    required = [name for name, declared in fields.items() if declared.required]
    properties = _properties(fields)
    if "caption" in fields:
        properties |= {"zh": _PART, "en": _PART}
    shape: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    return {**shape, "required": required} if required else shape


def _properties(fields: Mapping[str, Field]) -> Schema:
    return {name: _property(declared) for name, declared in fields.items()}


def _property(declared: Field) -> Schema:
    shaped = _SHAPES.get(declared.kind)
    shape = shaped(declared) if shaped else _amount(declared)
    if not declared.required:
        shape = {"anyOf": [shape, _BLANK]}
    return {**_described(declared), **shape}


def _amount(declared: Field) -> Schema:
    """A figure, or the mapping of a figure and what is said beside it."""
    amount = _defined("amount")
    return {"anyOf": [amount, _defined("figure")]} if declared.companions else amount


def _described(declared: Field) -> Schema:
    described: Schema = {"title": _both(declared.label), "description": _both(declared.help)}
    if declared.example is not None:
        described["examples"] = [written(declared.example)]
    return described


def _both(wording: Wording) -> str:
    return " · ".join(words for words in (wording.zh, wording.en) if words)


def written(node: Node) -> object:
    """A node as the plain value it was written as: text, list or mapping."""
    if isinstance(node.value, list):
        return [written(item) for item in node.value]
    if isinstance(node.value, dict):
        return {name: written(child) for name, child in node.value.items()}
    return node.value


def _one_or_more(item: Schema) -> Schema:
    return {"anyOf": [item, {"type": "array", "items": item}]}


def _people(declared: Field) -> Schema:
    """One item or several; an item may be written as no more than its first field."""
    return _one_or_more({"anyOf": [_STRING, _object(declared.fields)]})


def _chosen(declared: Field) -> list[str]:
    """The words to choose from, by their own names and in Chinese."""
    return list(dict.fromkeys([*declared.choices, *(label.zh for label in declared.choices.values())]))


_SHAPES: dict[str, Callable[[Field], Schema]] = {
    "word": lambda _: {"type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9_.-]*$"},
    **dict.fromkeys(("phone", "email", "website"), lambda _: dict(_STRING)),
    "photo": lambda _: dict(_STRING),
    "date": lambda _: dict(_STRING),
    "datetime": lambda _: dict(_STRING),
    "text": lambda _: _defined("words"),
    "mark": lambda _: _defined("words"),
    "name": lambda _: _defined("name"),
    "names": lambda _: _one_or_more(_defined("name")),
    "cells": lambda _: {"type": "array", "items": _defined("words")},
    "choice": lambda declared: {"enum": _chosen(declared)},
    "rate": lambda _: _defined("rate"),
    "group": lambda declared: _object(declared.fields),
    "credits": lambda declared: _object(declared.fields),
    "fact": lambda _: {"anyOf": [_STRING, {"type": "object", "maxProperties": 1}]},
    "statement": lambda declared: _object(declared.fields),
    "statements": _people,
    "story": lambda _: {"type": "array"},
    "list": _people,
    "people": _people,
}
