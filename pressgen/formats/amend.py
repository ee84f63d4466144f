"""A text file or a page with some stretches replaced, everything else byte for byte as it was.

A finding says where in a block's text it is; in Markdown the file says the same with signs, escapes and
line breaks between. The characters of a block are laid along the file's (a page's: ``html_places``);
the changed file is read again, and a change that does not say there what it should is not made.
"""

from __future__ import annotations

import html
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import cache

from pressgen.document import Block, Span
from pressgen.formats import endings, format_of
from pressgen.formats.markdown_inline import inline
from pressgen.regex import regex

Change = tuple[Span, str]
"""A stretch of a block, and the text to stand there."""

_Editor = Callable[[Span, str], "list[tuple[int, int, str]] | None"]
"""The edits of the file a change asks for, or None where it cannot be made."""

_ENTITY = regex(r"&#?\w{1,32};")
_TARGET = regex(r"\]\((?:<[^<>\n]*>|(?:\\.|[^\\\s()]|\([^()\s]*\))*)\)")
_BOM = "\ufeff"
_LINE_END = regex(r"\r\n|\r|\n")


def amend(data: bytes, name: str, changes: Sequence[Change]) -> tuple[bytes, list[Change]]:
    """The file with its changes, and the changes that could not be made where they should.

    ``data`` is a Markdown file, a page or plain text as its spans were read from it; byte order mark and line
    ends stay as they are. Of changes that overlap the first is made. Raises FileError.
    """
    blocks = format_of(name).read(data, name).blocks
    text = data.decode("utf-8")
    editor = _on_a_page(text, blocks, name) if is_page(name) else _in_lines(text, blocks)
    made, refused = _apart(changes, blocks, page=is_page(name))
    amended = _amended(text, name, blocks, made, editor)
    if amended is None:
        amended, failed = _one_by_one(text, name, blocks, made, editor)
        refused += failed
    return amended.encode(), refused


def is_page(name: str) -> bool:
    """Whether a file is a page by its name."""
    return name.lower().endswith(endings(".html"))


def _apart(
    changes: Sequence[Change], blocks: Sequence[Block], *, page: bool
) -> tuple[list[Change], list[Change]]:
    """The changes that fit their block and overlap none before them, and the others."""
    made: list[Change] = []
    refused: list[Change] = []
    for span, text in changes:
        block = blocks[span.block] if span.block is not None and span.block < len(blocks) else None
        placed = block is not None and (page or block.at.column) and block.text
        fits = block and placed and block.text[span.start : span.end] == span.text
        clashes = any(o.block == span.block and o.start < span.end and span.start < o.end for o, _ in made)
        plain = (page or inline(text, ()).strip() == text.strip()) and "\n" not in text
        (made if fits and plain and not clashes else refused).append((span, text))
    return made, refused


def _one_by_one(
    text: str, name: str, blocks: Sequence[Block], changes: Sequence[Change], editor: _Editor
) -> tuple[str, list[Change]]:
    """Each change that can be made beside those before it, and those that cannot."""
    made: list[Change] = []
    refused: list[Change] = []
    best = text
    for change in changes:
        amended = _amended(text, name, blocks, [*made, change], editor)
        if amended is None:
            refused.append(change)
        else:
            made.append(change)
            best = amended
    return best, refused


def _on_a_page(text: str, blocks: Sequence[Block], name: str) -> _Editor:
    from pressgen.formats.html_places import Places  # noqa: PLC0415  # lxml, only for pages

    return Places(text, blocks, name).edits


def _in_lines(text: str, blocks: Sequence[Block]) -> _Editor:
    """Where a change is made in a text of lines: a block is laid along the file once."""
    starts = [len(_BOM) * text.startswith(_BOM), *(found.end() for found in _LINE_END.finditer(text))]

    @cache
    def laid(number: int) -> list[tuple[int, int]]:
        return _laid(text, blocks[number], starts)

    return lambda span, new: [(*_stretch(laid(span.block or 0), span), new)]


def _amended(
    text: str, name: str, blocks: Sequence[Block], changes: Sequence[Change], editor: _Editor
) -> str | None:
    """The text with all changes, or None where it would then be read as something else."""
    wanted = [block.text for block in blocks]
    edits: list[tuple[int, int, str]] = []
    for number, own in _by_block(changes).items():
        for span, new in own:
            made = editor(span, new)
            if made is None:
                return None
            edits += made
            wanted[number] = wanted[number][: span.start] + new + wanted[number][span.end :]
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    again = [block.text for block in format_of(name).read(text.encode(), name).blocks]
    return text if [*map(_solid, again)] == [*map(_solid, wanted)] else None


def _solid(text: str) -> str:
    """Text without blanks: a full-width comma at the end of a wrapped line needs none behind it."""
    return "".join(text.split())


def _by_block(changes: Sequence[Change]) -> Mapping[int, list[Change]]:
    """Changes by block, the last of each first."""
    found: defaultdict[int, list[Change]] = defaultdict(list)
    for change in sorted(changes, key=lambda change: change[0].start, reverse=True):
        found[change[0].block or 0].append(change)
    return found


def _stretch(laid: Sequence[tuple[int, int]], span: Span) -> tuple[int, int]:
    """Where a stretch is in the file: up to its last character, before a sign that closes a mark."""
    if span.start == span.end:
        place = laid[span.start][0] if span.start < len(laid) else laid[-1][1]
        return place, place
    return laid[span.start][0], laid[span.end - 1][1]


def _laid(text: str, block: Block, starts: Sequence[int]) -> list[tuple[int, int]]:
    """Where in the file each character of a block begins and ends."""
    at = starts[(block.at.line or 1) - 1] + (block.at.column or 1) - 1
    laid: list[tuple[int, int]] = []
    for character in block.text:
        start, at = _next(text, at, character)
        laid.append((start, at))
    return laid


def _next(text: str, at: int, character: str) -> tuple[int, int]:
    """Where the next sight of a character is: as itself, escaped, as a reference, as a wrapped line's end."""
    while at < len(text):
        if target := _TARGET.match(text, at):
            at = target.end()
            continue
        if text[at] == "\\" and text[at + 1 : at + 2] == character:
            return at, at + 2
        if (entity := _ENTITY.match(text, at)) and html.unescape(entity[0]) == character:
            return at, entity.end()
        if text[at] == character:
            return at, at + 1
        if character == " " and (wrapped := _LINE_END.match(text, at)):
            return at, wrapped.end()
        at += 1
    return at, at
