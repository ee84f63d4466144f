"""The text a reporter fills in: a type's example with its comments, pointing editors to the schema."""

from __future__ import annotations

import re
from dataclasses import replace

from pressgen import source
from pressgen.events.fields import Fields
from pressgen.source import Node

EXAMPLE = "example.yaml"
_PHOTOS = re.compile(r"^photos:.*\n(?:(?:[ \t]+.*|- .*)?\n)*?(?=^\S|\Z)", re.MULTILINE)
_LINE = re.compile(r"^(?=.)", re.MULTILINE)


def example(fields: Fields) -> Node:
    """The facts of a type's example, but for its photos, which lie elsewhere. Raises FileError."""
    node = source.load(fields.folder / EXAMPLE)
    if not isinstance(node.value, dict):
        return node
    kept = {name: child for name, child in node.value.items() if not _pictures(fields, name)}
    return replace(node, value=kept)


def _pictures(fields: Fields, name: str) -> bool:
    declared = fields.find(name)
    return declared is not None and declared.kind in ("photos", "photo")


def blank(fields: Fields, schema: str = "") -> str:
    """The text of a new event file of this type, which drafts as it stands.

    ``schema`` is where the type's JSON Schema lies, as an address or a path. The example's photos are
    commented out, since the pictures do not lie beside the new file. Raises FileError.
    """
    text = source.text_of(fields.folder / EXAMPLE)
    text = _PHOTOS.sub(lambda photos: _LINE.sub("# ", photos[0]), text)
    return f"# yaml-language-server: $schema={schema}\n{text}" if schema else text
