"""Files that people write by hand: read with the place of every value, bound to what was declared."""

from pressgen.source.bind import Unfit, bind, bound, called, meant, nearest
from pressgen.source.file import (
    bytes_of,
    decode,
    edited,
    exists,
    has_edits,
    text_of,
    unreadable,
    unsaved,
)
from pressgen.source.folder import BESIDE, listed, matched, real, walked
from pressgen.source.read import Node, declared, load, parse
from pressgen.source.write import text

__all__ = [
    "BESIDE",
    "Node",
    "Unfit",
    "bind",
    "bound",
    "bytes_of",
    "called",
    "declared",
    "decode",
    "edited",
    "exists",
    "has_edits",
    "listed",
    "load",
    "matched",
    "meant",
    "nearest",
    "parse",
    "real",
    "text",
    "text_of",
    "unreadable",
    "unsaved",
    "walked",
]
