"""The names of WordprocessingML, and text as XML."""

from __future__ import annotations

from functools import cache

from pressgen.errors import FileError
from pressgen.regex import regex

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
VML = "urn:schemas-microsoft-com:vml"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
DECLARED = f'xmlns:w="{W}" xmlns:r="{R}" xmlns:wp="{WP}" xmlns:a="{A}" xmlns:pic="{PIC}"'
"""The prefixes every string of XML here takes for granted."""

WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
EMU_PER_POINT = 12_700
EMU_PER_TWIP = 635

_ILLEGAL = regex("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_ATTRIBUTE = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\t": "&#9;", "\r": "&#13;"}
)


@cache
def w(name: str) -> str:
    """A name of the main namespace as lxml spells it: ``w("p")``."""
    return f"{{{W}}}{name}"


@cache
def r(name: str) -> str:
    """A name of the relationships' namespace as lxml spells it."""
    return f"{{{R}}}{name}"


def text(value: str) -> str:
    """Text between tags. Raises ``FileError`` for a character no XML file can hold."""
    return _legal(value).translate(_TEXT)


def attribute(value: str) -> str:
    """Text inside quotes, line breaks and tabs kept. Raises ``FileError`` as ``text`` does."""
    return _legal(value).translate(_ATTRIBUTE)


def legal(value: str) -> str:
    """Text that any XML file can hold: what none can is shown as U+FFFD."""
    return _ILLEGAL.sub("\ufffd", value)


def _legal(value: str) -> str:
    if found := _ILLEGAL.search(value):
        raise FileError(
            "“{near}”后有Word文件不能含有的字符{char}；请删去",
            "after “{near}” stands {char}, which no Word file can hold; delete it",
            near=value[max(0, found.start() - 12) : found.start()],
            char=f"U+{ord(found.group()):04X}",
        )
    return value
