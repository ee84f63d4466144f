"""Whether a JSON Schema is one, each part that stands in many places looked at once."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

import jsonschema

_SCHEMA = ("items", "additionalProperties", "not", "if", "then", "else", "contains", "propertyNames")
_LISTED = ("anyOf", "allOf", "oneOf", "prefixItems")
_NAMED = ("properties", "patternProperties", "$defs", "dependentSchemas")


def valid(schema: Mapping[str, Any] | bool) -> None:
    """Raises jsonschema.SchemaError for a schema that is none, in any of its parts."""
    if isinstance(schema, bool):
        return
    own = dict(schema)
    for name in own.keys() & {*_SCHEMA}:
        valid(schema[name])
        own[name] = True
    for name in own.keys() & {*_LISTED}:
        own[name] = [valid(part) is None for part in schema[name]]
    for name in own.keys() & {*_NAMED}:
        own[name] = {key: valid(part) is None for key, part in schema[name].items()}
    _one_part(json.dumps(own, sort_keys=True, ensure_ascii=False))


@cache
def _one_part(written: str) -> None:
    jsonschema.Draft202012Validator.check_schema(json.loads(written))
