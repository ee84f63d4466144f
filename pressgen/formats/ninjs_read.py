"""IPTC ninjs read: the news item of any agency, of version 1, 2 or 3, as a release in its language."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from html import escape
from typing import Any

from pressgen.document import Block, Release, Span
from pressgen.errors import FileError, Place
from pressgen.formats import html_read
from pressgen.formats.plain import received
from pressgen.formats.roles import lang_of
from pressgen.house.forms import GENERAL, Forms

_TRANSLATIONS = ("translation", "translationof", "translatedfrom")
"""Relations between an item and the same story in another language, in lower case."""


def item_of(data: bytes, name: str) -> dict[str, Any]:
    """A file's bytes as a news item: an object with a ``uri``. Raises FileError for anything else."""
    try:
        item = json.loads(received(data, name))
    except (ValueError, RecursionError):
        item = None
    if not isinstance(item, dict) or not isinstance(item.get("uri"), str):
        raise FileError(
            "不是ninjs稿件（应为含uri的JSON对象）",
            "this is no ninjs item (a JSON object with a uri)",
            Place(name),
        )
    return item


def story_of(item: dict[str, Any]) -> str:
    """What an item and its translations have in common: the URI of the item that was translated.

    Where two items name each other, the URI that comes first.

    >>> story_of({"uri": "b", "translationOf": "a"}), story_of({"uri": "a"})
    ('a', 'a')
    """
    stated = item.get("translationOf")
    original = stated.get("uri") if isinstance(stated, dict) else stated
    if isinstance(original, str) and original:
        return original
    linked = [str(other.get("uri", "")) for other in _associations(item) if _is_translation(other)]
    return min([str(item["uri"]), *filter(None, linked)])


def read(data: bytes, name: str, forms: Forms = GENERAL) -> Release:
    """Headlines, then the body: the one with markup where there is one. Raises FileError."""
    item = item_of(data, name)
    heads = [Block("headline", text, lang_of(text)) for text in _headlines(item)]
    body = html_read.read(_body(item).encode(), name, forms).blocks
    blocks = [*heads, *(block for block in body if block.text.strip())]
    return Release(
        tuple(forms.marks.marked(_placed(block, index, name)) for index, block in enumerate(blocks)),
        _day(item),
    )


def _placed(block: Block, index: int, name: str) -> Block:
    at = Span(name, index, 0, len(block.text), block.text, block.lang)
    return replace(block, at=at)


def _headlines(item: dict[str, Any]) -> Iterator[str]:
    """Those of version 2 and 3, else the one of version 1."""
    stated = item.get("headlines")
    values = (
        [head.get("value") for head in stated if isinstance(head, dict)] if isinstance(stated, list) else []
    )
    for value in values or [item.get("headline")]:
        if isinstance(value, str) and value.strip():
            yield " ".join(value.split())


def _body(item: dict[str, Any]) -> str:
    """The body as HTML; text without markup as one paragraph a line."""
    stated = item.get("bodies")
    bodies = [body for body in stated if isinstance(body, dict)] if isinstance(stated, list) else []
    rich = [body.get("value") for body in bodies if "html" in str(body.get("contentType", ""))]
    plain = [body.get("value") for body in bodies if "html" not in str(body.get("contentType", ""))]
    for value in (*rich, item.get("body_html"), item.get("body_xhtml")):
        if isinstance(value, str) and value.strip():
            return value
    text = next((text for text in (*plain, item.get("body_text")) if isinstance(text, str)), "")
    return "".join(f"<p>{escape(line)}</p>" for line in text.splitlines())


def _day(item: dict[str, Any]) -> str:
    """The first moment the item gives, to the minute."""
    keys = ("firstCreated", "firstcreated", "versionCreated", "versioncreated")
    return next((value[:16] for key in keys if isinstance(value := item.get(key), str)), "")


def _associations(item: dict[str, Any]) -> list[dict[str, Any]]:
    """A list in version 3, named in version 1 and 2."""
    stated = item.get("associations")
    if isinstance(stated, dict):
        stated = [{"rel": name, **each} for name, each in stated.items() if isinstance(each, dict)]
    return [each for each in stated if isinstance(each, dict)] if isinstance(stated, list) else []


def _is_translation(association: dict[str, Any]) -> bool:
    return str(association.get("rel", "")).lower().replace("-", "") in _TRANSLATIONS
