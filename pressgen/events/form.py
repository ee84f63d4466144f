"""The form a reporter fills in: a type's example with its comments, pointing editors to the schema."""

from __future__ import annotations

import re

from pressgen import source
from pressgen.events.fields import Fields

_PHOTOS = re.compile(r"^photos:.*\n(?:(?:[ \t]+.*|- .*)?\n)*?(?=^\S|\Z)", re.MULTILINE)
_LINE = re.compile(r"^(?=.)", re.MULTILINE)


def blank(fields: Fields, schema: str = "") -> str:
    """The text of a new event file of this type, which drafts as it stands.

    ``schema`` is where the type's JSON Schema lies, as an address or a path. The example's photos are
    commented out, since the pictures do not lie beside the new file. Raises FileError.
    """
    text = source.text_of(fields.folder / "example.yaml")
    text = _PHOTOS.sub(lambda photos: _LINE.sub("# ", photos[0]), text)
    return f"# yaml-language-server: $schema={schema}\n{text}" if schema else text
