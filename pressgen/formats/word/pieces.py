"""A paragraph as it was read: its text in pieces, each knowing the element of the file it came from.

The same pieces turn into a block's text and marks, and lead back from a stretch of that text to the
very characters of the file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from pressgen.document import Mark
from pressgen.formats.word.ooxml import w

if TYPE_CHECKING:
    from pressgen.archive import Element

_PAGES = {"page", "column"}


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters of one element (``w:t``, ``w:tab``, …), their run, and what its format says.

    ``lang`` is zh or en where the run says that all of it is in that language; ``field`` is as in
    ``Fields.number``.
    """

    text: str
    element: Element
    run: Element | None = None
    strong: bool = False
    emphasis: bool = False
    link: str = ""
    lang: str = ""
    field: int = 0


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture in a paragraph: its alternative text, its own name, the part it lies in."""

    alt: str
    name: str
    part: str
    lang: str = ""


@dataclass(slots=True)
class Paragraph:
    """A paragraph of the file, or one photo of it (``photo``); ``story`` is body | cell | note.

    ``cell`` is its place in a table, as ``grid.Place`` writes it.
    """

    element: Element
    style: str
    story: str
    pieces: list[Piece] = field(default_factory=list)
    photo: Photo | None = None
    cell: str = ""
    before: list[Paragraph] = field(default_factory=list)
    after: list[Paragraph] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What a reader of the page reads."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def lang(self) -> str:
        """The language all of its runs say they are in, or nothing."""
        said = {self.photo.lang} if self.photo else {piece.lang for piece in self.pieces}
        return said.pop() if len(said) == 1 else ""

    def annotate(self, annotation: Paragraph) -> None:
        """Take what stands above one of its words; all of a paragraph's make one line."""
        line = next((found for found in self.after if found.element.tag == w("rt")), None)
        if line is None:
            self.after.append(annotation)
        elif annotation.pieces:
            line.pieces += [Piece(" ", annotation.element), *annotation.pieces]

    def trim(self) -> None:
        """Drop page breaks at either end: they part pages, not lines."""
        while self.pieces and _parts_pages(self.pieces[-1]):
            self.pieces.pop()
        while self.pieces and _parts_pages(self.pieces[0]):
            self.pieces.pop(0)

    def marks(self) -> Iterator[Mark]:
        """Strong, emphasis and links; neighbours of one format are one mark."""
        if any(piece.strong for piece in self.pieces):
            yield from self._marked("strong", lambda piece: "strong" * piece.strong)
        if any(piece.emphasis for piece in self.pieces):
            yield from self._marked("emphasis", lambda piece: "emphasis" * piece.emphasis)
        yield from self.links()

    def links(self) -> Iterator[Mark]:
        """The links alone."""
        if any(piece.link for piece in self.pieces):
            yield from self._marked("link", lambda piece: piece.link)

    def _marked(self, kind: str, key: Callable[[Piece], str]) -> Iterator[Mark]:
        end = 0
        for value, pieces in groupby(self.pieces, key=key):
            start, end = end, end + sum(len(piece.text) for piece in pieces)
            if value and start < end:
                yield Mark(start, end, kind, value if kind == "link" else "")


def _parts_pages(piece: Piece) -> bool:
    return piece.element.tag == w("br") and piece.element.get(w("type")) in _PAGES
