"""A document as Markdown that renders right in every CommonMark viewer and reads back as itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from pressgen.document import Block, Document
from pressgen.formats.markdown_front import write_front
from pressgen.formats.markdown_inline import closing_hashes, inline, nested
from pressgen.formats.roles import WRAPPED, Shape, infer, lang_in, shape_of
from pressgen.grid import Table, place, tables

if TYPE_CHECKING:
    from pressgen.house import House
    from pressgen.house.forms import Forms

_SHAPES: dict[str, Shape] = {
    "headline": "heading", "subhead": "subheading", "quote": "quote", "cell": "cell",
    **dict.fromkeys(WRAPPED, "emphasis"),
}  # fmt: skip


def write(document: Document, house: House, *, translation: str = "") -> bytes:
    """The document as a Markdown file, UTF-8; ``translation`` names the other language's file.

    ``read(write(document)).document(document.lang) == document`` for marks that Markdown can show:
    nested or apart, without punctuation at an edge where CommonMark would not see them. A block
    without text is left out, unless it is a cell or a photo; a gap in a table reads back as an empty cell.
    """
    blocks = [block for block in document.blocks if block.text or block.role == "cell" or block.marks]
    shown = [replace(block, marks=tuple(nested(block.text, block.marks))) for block in blocks]
    front = write_front(document, translation, _differing(document, shown, house.forms), len(shown))
    return "\n".join([front, *_paragraphs(shown)]).encode()


def _differing(document: Document, blocks: Sequence[Block], forms: Forms) -> dict[int, Block]:
    """The blocks, by number, that a reader takes for something else, whether it knows the house or not."""
    shapes = [(_shape(block), block.text) for block in blocks]
    roles = zip(infer(shapes), infer(shapes, forms), strict=True)
    langs = (lang_in(document.lang, block.text, cell=place(block) is not None) for block in blocks)
    return {
        number: block
        for number, (block, role, lang) in enumerate(zip(blocks, roles, langs, strict=True), 1)
        if {block.role} != set(role) or block.lang != lang
    }


def _shape(block: Block) -> Shape:
    return _SHAPES.get(block.role) or shape_of(block.text, block.marks)


def _paragraphs(blocks: Iterable[Block]) -> Iterator[str]:
    for is_table, group in groupby(blocks, lambda block: block.role == "cell"):
        if is_table:
            yield from map(_table, tables(group))
        else:
            yield from map(_paragraph, group)


def _table(table: Table) -> str:
    """A table of GitHub's kind, its figures to the right; cells that know no place one below the other."""
    rows = [f"| {' | '.join(map(_cell, row))} |\n" for row in table.rows]
    rule = " | ".join("---:" if figures else "---" for figures in table.figures())
    return "".join([rows[0], f"| {rule} |\n", *rows[1:]])


def _cell(cell: Block | None) -> str:
    return inline(cell.text, cell.marks, one_line=True, cell=True) if cell else ""


def _paragraph(block: Block) -> str:
    if block.role in ("headline", "subhead"):
        return _heading(block)
    source = inline(block.text, block.marks)
    if block.role == "quote":
        return "".join(f"> {line}\n" for line in source.split("\n"))
    return f"_{source}_\n" if block.role in WRAPPED else f"{source}\n"


def _heading(block: Block) -> str:
    """``# `` for a headline, ``## `` for a subhead; underlined if it has several lines.

    A line with a bar over ``---`` would be a table.
    """
    first = block.role == "headline"
    if "\n" in block.text.rstrip("\n") and "|" not in block.text:
        return f"{inline(block.text, block.marks)}\n{'===' if first else '---'}\n"
    source = inline(block.text, block.marks, one_line=True)
    return f"{'#' if first else '##'} {closing_hashes(source)}\n"
