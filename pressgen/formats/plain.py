"""Plain text: a paragraph a line, blank lines between them, the headline first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pressgen.document import Block, Document, Release, Span
from pressgen.errors import FileError, Place
from pressgen.formats.roles import Shape, infer, lang_of
from pressgen.house.forms import GENERAL, Forms
from pressgen.source import decode
from pressgen.text import forbidden

if TYPE_CHECKING:
    from pressgen.house import House

MAX_BYTES = 1_000_000
"""The largest file of text that is read."""

_TITLE = 150
_SENTENCE = ("。", "！", "？", "；", ".", "!", "?", ";", "：", ":")


def write(document: Document, house: House, *, translation: str = "") -> bytes:  # noqa: ARG001
    """The text alone, UTF-8, for a mail or a message; a photo is its alternative text in brackets.

    Roles and marks are not in it: plain text is read back as paragraphs.
    """
    lines = [f"[{block.text}]" if block.role == "photo" else block.text for block in document.blocks]
    return ("\n\n".join(line for line in lines if line) + "\n").encode()


def read(data: bytes, name: str, forms: Forms = GENERAL) -> Release:
    """Every line that is not blank as a block; a short first line is the headline. Raises FileError.

    A line that says from when the text may be used stands above its headline.
    """
    lines = list(_lines(received(data, name)))
    shapes: list[tuple[Shape, str]] = [("text", text) for _, _, text in lines]
    first = next((number for number, line in enumerate(lines) if not forms.is_notice(line[2])), 0)
    if lines and is_title(lines[first][2]) and len(lines) > first + 1:
        shapes[first] = ("heading", lines[first][2])
    blocks = []
    for index, (role, (line, column, text)) in enumerate(zip(infer(shapes, forms), lines, strict=True)):
        lang = lang_of(text)
        at = Span(name, index, 0, len(text), text, lang, line, column)
        blocks.append(forms.marks.marked(Block(role, text, lang, at=at)))
    return Release(tuple(blocks))


def is_title(text: str) -> bool:
    """Whether a first line can be a headline: short, and no sentence."""
    return len(text) <= _TITLE and not text.endswith(_SENTENCE)


def received(data: bytes, name: str) -> str:
    """A text file from outside as text: not too large, UTF-8, without controls. Raises FileError."""
    if len(data) > MAX_BYTES:
        raise FileError(
            "文件超过{most}字节；请拆分",
            "the file is larger than {most} bytes; split it",
            Place(name),
            most=f"{MAX_BYTES:,}",
        )
    text = decode(data, name)
    found = forbidden(text)
    if found:
        offset, character = found
        line, column = text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
        raise FileError(
            "含有控制字符{character}；请删除",
            "holds the control character {character}; delete it",
            Place(name, line, column),
            character=character,
        )
    return text


def _lines(text: str) -> Iterator[tuple[int, int, str]]:
    for number, line in enumerate(text.split("\n"), 1):
        stripped = line.strip()
        if stripped:
            yield number, line.index(stripped) + 1, stripped
