"""Who, when and where: what a draft's facts say about it, for formats that have fields for that."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from pressgen.document import Block, Document, Lang
from pressgen.errors import HouseError
from pressgen.regex import regex

if TYPE_CHECKING:
    from pressgen.house import House

_CREDITED = regex(r"credits\.(\w+)\.\d+")
TAGS: dict[Lang, str] = {"zh": "zh-Hans", "en": "en", "und": "und"}
"""Languages as BCP 47 names them: Chinese in simplified characters."""


def moment(written: str, house: House) -> str:
    """A day or a minute on the house's clock as a date-time with its offset; nothing if it is neither.

    A day is its first minute. Raises HouseError where the house's zone is no offset.
    """
    try:
        zone = datetime.strptime(house.style.zone, "%z").tzinfo
    except ValueError:
        raise HouseError(
            "{house}的时区{zone}应写成+08:00这样",
            "the zone {zone} of {house} should look like +08:00",
            house=house.name,
            zone=house.style.zone,
        ) from None
    try:
        said = datetime.fromisoformat(written)
    except ValueError:
        return ""
    return (said if said.tzinfo else said.replace(tzinfo=zone)).isoformat()


def credited(document: Document) -> list[tuple[str, str]]:
    """Everyone the credit lines name, with the role: ``("reporter", "Eleanor")``, and whom to ask."""
    lines = [block for block in document.blocks if block.role == "credits"]
    found = [(_CREDITED.fullmatch(mark.target), mark, block) for block in lines for mark in block.facts]
    named = [(path[1], block.text[mark.start : mark.end]) for path, mark, block in found if path]
    asked = (name for block in lines for name in _stated(block, r"contact\.\d+\.name"))
    return [*named, *(("contact", name) for name in dict.fromkeys(asked))]


def reporters(document: Document) -> list[str]:
    """Who wrote it."""
    return [name for role, name in credited(document) if role == "reporter"]


def city(document: Document, role: str = "") -> str:
    """The city of the event as the text names it first, in all blocks or in those of a role."""
    blocks = [block for block in document.blocks if role in ("", block.role)]
    return next((name for block in blocks for name in _stated(block, "city")), "")


def photographer(caption: Block) -> str:
    """Who took the photo a caption belongs to."""
    return next(_stated(caption, r".*\.photo\.credit"), "")


def _stated(block: Block, path: str) -> Iterator[str]:
    """What the block says of the facts with such a path."""
    for mark in block.facts:
        if re.fullmatch(path, mark.target):
            yield block.text[mark.start : mark.end]
