"""IPTC ninjs 3.1: a release as the news item that agencies and content systems exchange, one a language.

Only what the document knows is said. Source: IPTC, ninjs 3.1 (JSON Schema), approved 2025.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING
from urllib.parse import quote
from uuid import UUID, uuid5

from pressgen.document import Block, Document, Lang
from pressgen.formats import html_write
from pressgen.formats.address import is_relative
from pressgen.formats.ninjs_read import read
from pressgen.formats.particulars import TAGS, city, credited, moment, photographer, reporters

if TYPE_CHECKING:
    from pressgen.house import House

__all__ = ["read", "write"]

_OURS = UUID("6f0d5b0e-3c0f-5d0c-9a52-8f6b7a1d2c44")
"""The name space of our items: the same release has the same identifier whenever it is written."""

_STANDARD = {
    "name": "ninjs",
    "version": "3.1",
    "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#",
}
_OTHER: dict[Lang, Lang] = {"zh": "en", "en": "zh", "und": "und"}
_FIELDS = ("headline", "photo", "credits")
"""The roles that have fields of their own; all else is the body, but for captions of photos."""

Item = dict[str, object]


def write(document: Document, house: House, *, translation: str = "") -> bytes:
    """The document as a ninjs item, UTF-8; ``translation`` names the other language's file.

    An item with something still to be translated is withheld. Raises FileError for a photo that cannot
    be used, HouseError for a time zone that is none.
    """
    item = {
        "uri": _uri(document, house, document.lang),
        "standard": _STANDARD,
        "type": "text",
        "representationType": "full",
        "language": TAGS[document.lang],
        **_when(document, house),
        "pubStatus": "withheld" if _unfinished(document) else "usable",
        "edNote": _unfinished(document),
        "slugline": document.about.get("slug", ""),
        "headlines": list(_headlines(document)),
        "by": house.style.credits.between.of(document.lang).join(reporters(document)),
        "infoSources": [{"name": name, "role": role} for role, name in credited(document)],
        "located": city(document, "dateline"),
        "places": [{"name": name, "rel": "mentions"} for name in (city(document),) if name],
        "bodies": _bodies(document),
        "associations": [
            *(_photo(*pair, document) for pair in _captioned(document)),
            *_translation(document, house, translation),
        ],
    }
    said = {name: value for name, value in item.items() if value}
    return (json.dumps(said, ensure_ascii=False, indent=2) + "\n").encode()


def _uri(document: Document, house: House, lang: Lang) -> str:
    """An identifier of the house, the release and the language; a later version keeps it."""
    title = house.style.title
    slug = document.about.get("slug") or document.title
    return uuid5(_OURS, "\n".join((title.zh, title.en, slug, document.published[:10], lang))).urn


def _when(document: Document, house: House) -> Item:
    first = moment(document.published, house)
    return {
        "firstCreated": first,
        "versionCreated": moment(document.about.get("updated", ""), house) or first,
        "embargoedUntil": moment(document.about.get("embargo", ""), house),
    }


def _unfinished(document: Document) -> str:
    """A word to the desk that receives the item, where it cannot be published as it is."""
    count = sum(mark.kind == "todo" for block in document.blocks for mark in block.marks)
    if not count:
        return ""
    return f"尚有{count}处待译" if document.lang == "zh" else f"Still to be translated: {count}"


def _headlines(document: Document) -> Iterator[Item]:
    lines = [block.text for block in document.blocks if block.role == "headline"]
    for index, text in enumerate(lines):
        yield {"role": "secondary" if index else "main", "contentType": "text/plain", "value": text}


def _bodies(document: Document) -> list[Item]:
    """The text with markup and without; photos, credits and headline have their own fields."""
    captions = [id(caption) for _, caption in _captioned(document)]
    blocks = tuple(
        block
        for block in document.blocks
        if (block.role not in _FIELDS or _is_contact(block)) and id(block) not in captions
    )
    if not blocks:
        return []
    plain = "\n\n".join(block.text for block in blocks)
    rich = "\n".join(html_write.elements(replace(document, blocks=blocks)))
    size: Item = {"charCount": len("".join(block.text for block in blocks))}
    if document.lang == "en":
        size["wordCount"] = len(plain.split())
    return [
        {"role": "main", "contentType": "text/html", **size, "value": rich},
        {"role": "plain", "contentType": "text/plain", **size, "value": plain},
    ]


def _is_contact(block: Block) -> bool:
    """Whether a line says whom to ask: it looks like a credit, and is part of the text."""
    return block.role == "credits" and block.name.startswith("contact.")


def _captioned(document: Document) -> Iterator[tuple[Block, Block | None]]:
    """Every photo with the caption below it."""
    for block, after in zip_longest(document.blocks, document.blocks[1:]):
        if block.role == "photo":
            yield block, after if after and after.role == "caption" else None


def _photo(block: Block, caption: Block | None, document: Document) -> Item:
    target = next((mark.target for mark in block.marks if mark.kind == "image"), "")
    words = {"alt": block.text, "caption": caption.text if caption else ""}
    rendition, identity = _rendition(target, document)
    item = {
        "name": words["caption"] or words["alt"] or target or "photo",
        "rel": "photo",
        "uri": uuid5(_OURS, identity or block.text).urn,
        "type": "picture",
        "language": TAGS[document.lang],
        "by": photographer(caption) if caption else "",
        "descriptions": [
            {"role": role, "contentType": "text/plain", "value": text} for role, text in words.items() if text
        ],
        "renditions": [rendition] if target and rendition["href"] else [],
    }
    return {name: value for name, value in item.items() if value}


def _rendition(target: str, document: Document) -> tuple[Item, str]:
    """The file beside the item, and what tells this picture from all others."""
    beside: Item = {"name": "highRes", "href": _uri_of(target), "title": target}
    if target not in document.files:
        return beside, target
    from pressgen.formats.picture import original  # noqa: PLC0415  # Pillow, only where there are photos

    photo = original(document.files[target])
    facts = {"contentType": f"image/{photo.kind}", "width": photo.width, "height": photo.height}
    return {**beside, **facts, "sizeInBytes": len(photo.data)}, hashlib.sha256(photo.data).hexdigest()


def _translation(document: Document, house: House, name: str) -> Iterator[Item]:
    """The same release in the other language."""
    if name:
        other = _OTHER[document.lang]
        file = {"name": "ninjs", "href": _uri_of(name), "title": name, "contentType": "application/json"}
        yield {
            "name": name,
            "rel": "translation",
            "uri": _uri(document, house, other),
            "type": "text",
            "representationType": "partial",
            "language": TAGS[other],
            "renditions": [file],
        }


def _uri_of(name: str) -> str:
    """A file in the item's own folder, or a picture in the net, as the URI the schema asks for."""
    if is_relative(name):
        return f"file:{quote(name)}"
    return quote(name, safe="%/:?#[]@!$&'()*+,;=~") if name.startswith(("http://", "https://")) else ""
