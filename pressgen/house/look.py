"""How a house's pages look: paper, fonts, sizes, spacing, one face a role and language."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True)
class Face:
    """How the paragraphs of one role look. Sizes and spaces are points, ``indent`` is characters.

    ``line`` over 5 is an exact line height in points, up to 5 a multiple of the font's own.
    ``han`` and ``latin`` are the fonts of the two scripts.
    """

    han: str = "宋体"
    latin: str = "Times New Roman"
    size: float = 12
    bold: bool = False
    italic: bool = False
    color: str = "000000"
    align: Literal["left", "center", "right", "both"] = "left"
    indent: float = 0
    line: float = 1.2
    before: float = 0
    after: float = 0
    keep_next: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """The paper and its margins in millimetres; ``number`` is the footer, ``{page}`` its page number."""

    size: Literal["A4", "Letter"] = "A4"
    top: float = 37
    right: float = 26
    bottom: float = 35
    left: float = 28
    number: str = "— {page} —"


@dataclass(frozen=True, slots=True)
class Look:
    """The page and, for each language, the face of each role; a role without one takes the body's."""

    page: Page = Page()
    zh: dict[str, Face] = field(default_factory=dict)
    en: dict[str, Face] = field(default_factory=dict)

    def face(self, lang: str, role: str) -> Face:
        """The face of a role in a language."""
        faces = self.en if lang == "en" else self.zh
        return faces.get(role) or faces.get("body") or Face()
