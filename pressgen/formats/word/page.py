"""A document in one language as a Word file in its house's look."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from pressgen.document import Block, Document, Lang, Mark
from pressgen.formats.word.container import word_file
from pressgen.formats.word.enclosures import Enclosures
from pressgen.formats.word.faces import Faces, indent, one_language, style_name
from pressgen.formats.word.ooxml import EMU_PER_TWIP
from pressgen.formats.word.runs import Around, picture_run, runs
from pressgen.formats.word.stationery import LINK, Stationery, stationery
from pressgen.formats.word.tables import KEPT, SPACER, STYLE, Room, table
from pressgen.grid import Table, tables

if TYPE_CHECKING:
    from pressgen.house import House
    from pressgen.house.look import Look


def write(document: Document, house: House, *, translation: str = "") -> bytes:
    """A Word file whose paragraphs carry their roles as styles; the same input gives the same bytes.

    ``translation`` is the name of the file with the other language. Raises ``FileError`` for a photo that
    cannot be used and for characters no Word file can hold, ``HouseError`` for an unusable letterhead.
    """
    lang: Lang = "en" if document.lang == "en" else "zh"
    blank = house_stationery(house, one_language(house.style.look, lang), lang, (document.notice,))
    enclosures = Enclosures(document.files, blank.column, blank.styles[LINK])
    writer = Body(lang, blank, enclosures, house.style.look)
    body = "".join(writer.of(document.blocks))
    properties = {"title": document.title, "lang": lang, "published": document.published}
    return word_file(blank, body, enclosures, properties, translation)


@dataclass(frozen=True, slots=True)
class Body:
    """Writes blocks in one language on one sheet, in the house's look.

    ``both``: the file holds both languages, each with its own styles. ``share`` of the column is what there
    is room for.
    """

    lang: Lang
    blank: Stationery
    enclosures: Enclosures
    look: Look
    both: bool = False
    share: float = 1

    def of(self, blocks: Sequence[Block]) -> Iterator[str]:
        """Blocks as paragraphs; cells that know their place as tables, their title not parted from them."""
        title = ""
        for is_table, group in groupby(blocks, lambda block: block.role == "cell"):
            run = list(group)
            if is_table:
                yield from (self.table(cells, title) for cells in tables(run))
                continue
            yield from (self.paragraph(above, self._aligned(above, below)) for above, below in pairwise(run))
            title = run[-1].text
            titled = run[-1].role == "caption" and run[-1] is not blocks[-1]
            yield self.paragraph(run[-1], KEPT if titled else "")

    def _aligned(self, above: Block, below: Block) -> str:
        """A heading above lines that look like credits, as the contact's do, begins where they begin."""
        heads = (above.role, below.role) == ("subhead", "credits")
        return indent(self.look.face(self.lang, "credits")) if heads else ""

    def paragraph(self, block: Block, properties: str = "") -> str:
        """A block in its role's style."""
        style = self.blank.styles[style_name(block.role, self.lang if self.both else "").casefold()]
        return paragraph(block, self.lang, style, self.enclosures, self.share, properties)

    def table(self, cells: Table, title: str) -> str:
        """A table under its title; cells that know no place are paragraphs one below the other."""
        if not cells.placed:
            return "".join(self.paragraph(cell) for row in cells.rows for cell in row if cell)
        room = Room(
            int(self.blank.column[0] // EMU_PER_TWIP * self.share),
            self.look.face(self.lang, "cell").size,
        )
        return table(cells, title, room, self.blank.styles[STYLE], self.paragraph) + SPACER

    def unit(self, unit: Block | Table, properties: str = "") -> str:
        """A paragraph or a whole table."""
        return self.paragraph(unit, properties) if isinstance(unit, Block) else self.table(unit, "")


Bodies = Mapping[str, Body]
"""What writes each of two languages."""


def house_stationery(house: House, faces: Faces, lang: str, notices: Iterable[str] = ()) -> Stationery:
    """The house's empty sheet with these styles; ``notices`` stand at the head of every page."""
    look, said = house.style.look, tuple(filter(None, notices))
    return stationery(
        faces, look.face(lang, "body"), look.face(lang, "note"), look.page, house.letterhead, said
    )


def paragraph(
    block: Block, lang: str, style: str, enclosures: Enclosures, share: float = 1, more: str = ""
) -> str:
    """One block as a paragraph of a style; ``lang`` is that of a block without one.

    A photo is at most ``share`` of the column wide. ``more`` are properties beside the style.
    """
    inner = content(block, lang, enclosures, share)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{inner}</w:p>'


def content(block: Block, lang: str, enclosures: Enclosures, share: float = 1, around: Around = str) -> str:
    """What stands in a block's paragraph: its runs, or its picture, with ``around`` around it."""
    image = _image(block)
    spoken = lang if block.lang == "und" else block.lang
    if image is None:
        return runs(block, spoken, enclosures, around)
    return around(picture_run(enclosures.drawing(image.target, block.text, share), spoken))


def _image(block: Block) -> Mark | None:
    if block.role != "photo":
        return None
    return next((mark for mark in block.marks if mark.kind == "image"), None)
