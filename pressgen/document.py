"""A text in one or two languages, as blocks of plain text with marks standing beside them.

A file reads to one list of blocks. ``Release.zh`` and ``Release.en`` are the documents of that list
by language, so a two-language file and a pair of files are the same thing. Positions are code
points, half-open, kept from the first read and never searched for again.

A document is lossy: a colleague's Word file is patched in place, never rewritten from it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

Lang = Literal["zh", "en", "und"]
Role = Literal[
    "headline", "subhead", "dateline", "lead", "body", "quote", "photo", "caption", "credits", "cell", "note"
]
ROLES: tuple[Role, ...] = (
    "headline", "subhead", "dateline", "lead", "body", "quote", "photo", "caption", "credits", "cell", "note",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a block's text that is more than its letters.

    ``kind`` is strong | emphasis | link | image | todo (text still to be translated), or for a
    block's facts: money | name | … ``target`` is a link's address, an image's file, a fact's path.
    """

    start: int
    end: int
    kind: str
    target: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a text: file, block (None where a text has no blocks), code points, half-open.

    The same span serves a console line, JSON, SARIF, a Word comment and an editor's range.
    ``line`` and ``column`` count from 1, and are None where a file has no lines (Word); ``cell`` is
    where in a workbook it stands, such as ``C7``.
    """

    file: str
    block: int | None
    start: int
    end: int
    text: str = ""
    lang: Lang = "und"
    line: int | None = None
    column: int | None = None
    cell: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, caption, credit line or cell: its role, its text, its marks.

    ``facts`` say which fact of an event stands where; only a draft has them. ``name`` is the template
    block it came from: the same name in two languages says the same thing. ``at`` is the span of the
    whole block in its file. None of the three counts when blocks are compared.
    """

    role: Role
    text: str
    lang: Lang
    marks: tuple[Mark, ...] = ()
    facts: tuple[Mark, ...] = field(default=(), compare=False)
    name: str = field(default="", compare=False)
    at: Span = field(default=Span("", 0, 0, 0), compare=False)

    def span(self, start: int, end: int) -> Span:
        """The place of a stretch of this block's text in the file it was read from."""
        line, column = self.at.line, self.at.column
        if line is not None:
            fresh = self.text.rfind("\n", 0, start) + 1
            column = start - fresh + 1 if fresh else (column or 1) + start
            line += self.text.count("\n", 0, start) if fresh else 0
        at = self.at
        return Span(at.file, at.block, start, end, self.text[start:end], self.lang, line, column, at.cell)


@dataclass(frozen=True, slots=True)
class Loss:
    """What a reader saw and left out, and how often."""

    what: str
    count: int


@dataclass(frozen=True, slots=True)
class Document:
    """One text in one language. ``published`` is ISO 8601 to the minute, or empty.

    ``files`` says where the files lie that its image marks name. ``notice`` is what every page must say,
    such as an embargo, or empty. ``about`` is what its event says of it besides: slug, and moments in
    ISO 8601 by their field's name (updated, …).
    """

    lang: Lang
    blocks: tuple[Block, ...]
    published: str = field(default="", compare=False)
    files: Mapping[str, Path] = field(default_factory=dict, compare=False)
    notice: str = field(default="", compare=False)
    about: Mapping[str, str] = field(default_factory=dict, compare=False)

    @property
    def title(self) -> str:
        """The headline, or the first block's text."""
        headlines = [block.text for block in self.blocks if block.role == "headline"]
        return (headlines + [block.text for block in self.blocks] + [""])[0]


@dataclass(frozen=True, slots=True)
class Release:
    """The Chinese and/or English text that say the same thing, as one list of blocks.

    ``notices`` are what every page of a language must say.

    >>> blocks = Block("body", "佛山", "zh"), Block("body", "Foshan", "en"), Block("photo", "", "und")
    >>> release = Release(blocks)
    >>> [block.text for block in release.zh.blocks], [block.role for block in release.en.blocks]
    (['佛山'], ['body', 'photo'])
    """

    blocks: tuple[Block, ...]
    published: str = field(default="", compare=False)
    files: Mapping[str, Path] = field(default_factory=dict, compare=False)
    losses: tuple[Loss, ...] = field(default=(), compare=False)
    notices: Mapping[Lang, str] = field(default_factory=dict, compare=False)
    about: Mapping[str, str] = field(default_factory=dict, compare=False)

    @property
    def zh(self) -> Document:
        """The Chinese document; it may be empty."""
        return self.document("zh")

    @property
    def en(self) -> Document:
        """The English document; it may be empty."""
        return self.document("en")

    def document(self, lang: Lang) -> Document:
        """The blocks of one language; a block of no language stays with the neighbour before it."""
        kept: list[Block] = []
        current = next((block.lang for block in self.blocks if block.lang != "und"), "und")
        for block in self.blocks:
            current = current if block.lang == "und" else block.lang
            if current == lang:
                kept.append(block)
        return Document(lang, tuple(kept), self.published, self.files, self.notices.get(lang, ""), self.about)


def passages(zh: str = "", en: str = "", name: str = "") -> Release:
    """Plain text of one or both languages as a release without structure: no Markdown, no roles."""
    texts: list[tuple[Lang, str]] = [("zh", zh), ("en", en)]
    return Release(
        tuple(
            Block("body", text, lang, at=Span(name, None, 0, len(text), text, lang))
            for lang, text in texts
            if text
        )
    )
