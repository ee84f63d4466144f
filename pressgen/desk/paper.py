"""A release as the house prints it, on a page: pieces of text that know their facts and findings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString

from pressgen import api
from pressgen.api import Block, Document, Finding, Release, Span
from pressgen.errors import UI

Key = tuple[str, int | None]
_TAGS = {"headline": "h2", "subhead": "h3", "quote": "blockquote", "photo": "figure"}
_SHOWN = frozenset({"strong", "emphasis", "todo"})


@dataclass(frozen=True, slots=True)
class Hit:
    """A finding at a stretch of a block: its number, and what the stretch is to it."""

    start: int
    end: int
    number: int
    kind: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one look: ``goto`` is the input its fact was written in, ``hits`` the findings on it."""

    text: str
    marks: tuple[str, ...] = ()
    goto: str = ""
    hits: tuple[Hit, ...] = ()

    @property
    def numbers(self) -> str:
        """The numbers of its findings, as a page's script reads them."""
        return " ".join(str(hit.number) for hit in self.hits)

    @property
    def kind(self) -> str:
        """What the gravest of its findings is."""
        kinds = {hit.kind for hit in self.hits}
        return next((kind for kind in ("error", "warning", "note", "related") if kind in kinds), "")

    @property
    def html(self) -> SafeString:
        """The piece on a page; a page has hundreds, and a template would take five times as long."""
        if not (self.goto or self.marks or self.hits):
            return escape(self.text)
        look = " ".join([*self.marks, *(("hit", self.kind) if self.hits else ())])
        goto = format_html(' data-goto="{}"', self.goto) if self.goto else ""
        hits = format_html(' data-hits="{}"', self.numbers) if self.hits else ""
        return format_html('<span class="{}"{}{}>{}</span>', look, goto, hits, self.text)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, photo or table of the page."""

    role: str
    lang: str
    pieces: tuple[Piece, ...] = ()
    goto: str = ""
    image: str = ""
    rows: tuple[tuple[Paragraph | None, ...], ...] = ()
    head: bool = False

    @property
    def tag(self) -> str:
        """The element it is."""
        return _TAGS.get(self.role, "p")


@dataclass(frozen=True, slots=True)
class Column:
    """One language of a page: its paragraphs, how long headline and body are."""

    lang: str
    paragraphs: tuple[Paragraph, ...]
    notice: str = ""
    headline: int = 0
    size: int = 0
    most: int = 0

    @property
    def too_long(self) -> bool:
        """Whether the body is longer than its house wants."""
        return api.too_long(self.size, self.most)


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding as the margin lists it."""

    number: int
    severity: str
    rule: str
    message: str
    why: str
    lang: str
    quote: str
    fix: str
    safe: bool
    goto: str = ""
    places: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """Both texts and the findings between them."""

    columns: tuple[Column, ...]
    findings: tuple[Shown, ...]

    @property
    def counts(self) -> dict[str, int]:
        """How many findings of each severity."""
        severities = ("error", "warning", "note")
        return {each: sum(finding.severity == each for finding in self.findings) for each in severities}


def _nowhere(_path: str) -> str:
    return ""


@dataclass
class Setter:
    """Sets a release with its findings.

    ``goto`` gives the input in which the fact of a path was written, ``typed`` that of a path as entered.
    """

    release: Release
    findings: Sequence[Finding]
    ui: UI
    goto: Callable[[str], str] = _nowhere
    typed: Callable[[str], str] = _nowhere
    most: Mapping[str, int] = field(default_factory=dict)
    hits: dict[Key, list[Hit]] = field(init=False, default_factory=lambda: defaultdict(list))

    def page(self) -> Page:
        """The page; findings are numbered in the order they are given."""
        texts = {(block.at.file, block.at.block): block.text for block in self.release.blocks}
        shown = tuple(self._shown(number, each, texts) for number, each in enumerate(self.findings, 1))
        columns = (self._column(self.release.document(lang)) for lang in api.LANGS)
        return Page(tuple(column for column in columns if column.paragraphs), shown)

    def _shown(self, number: int, finding: Finding, texts: Mapping[Key, str]) -> Shown:
        spans = [(finding.span, finding.severity), *((span, "related") for span in finding.related)]
        placed = [(span, kind) for span, kind in spans if _stands(span, texts)]
        for span, kind in placed:
            self.hits[span.file, span.block].append(Hit(span.start, span.end, number, kind))
        source = next((span.cell for span, _ in spans if span.cell), "")
        fix = finding.fix.say(self.ui) if finding.fix else ""
        return Shown(
            number,
            finding.severity,
            finding.rule.id,
            finding.message(self.ui),
            finding.rule.why.say(self.ui),
            finding.span.lang,
            finding.span.text,
            fix,
            bool(finding.fix and finding.fix.safe),
            self.typed(source) if source else "",
            len(placed),
        )

    def _column(self, document: Document) -> Column:
        paragraphs = tuple(self._paragraphs(document))
        headline = next((block.text for block in document.blocks if block.role == "headline"), "")
        length = len(headline) if document.lang == "zh" else len(headline.split())
        most = self.most.get(document.lang, 0)
        return Column(document.lang, paragraphs, document.notice, length, api.size(document), most)

    def _paragraphs(self, document: Document) -> Iterator[Paragraph]:
        for is_table, group in groupby(document.blocks, lambda block: block.role == "cell"):
            if is_table:
                yield from (self._table(table, document.lang) for table in api.tables(group))
            else:
                yield from (self._paragraph(block) for block in group)

    def _table(self, table: api.Table, lang: str) -> Paragraph:
        rows = tuple(tuple(self._paragraph(cell) if cell else None for cell in row) for row in table.rows)
        return Paragraph("table", lang, rows=rows, head=table.head)

    def _paragraph(self, block: Block) -> Paragraph:
        images = [mark for mark in block.marks if mark.kind == "image"]
        path = self.release.files.get(images[0].target) if images else None
        pieces = tuple(self._pieces(block))
        goto = next((piece.goto for piece in pieces if piece.goto), "")
        return Paragraph(block.role, block.lang, pieces, goto, path.name if path else "")

    def _pieces(self, block: Block) -> Iterator[Piece]:
        hits = self.hits.get((block.at.file, block.at.block), [])
        shown = [mark for mark in block.marks if mark.kind in _SHOWN]
        facts = sorted(block.facts, key=lambda mark: mark.end - mark.start)
        edges = _edges(block, [*shown, *facts, *hits])
        for start, end in pairwise(edges):
            inside = [hit for hit in hits if hit.start <= start and end <= hit.end]
            fact = next((mark for mark in facts if mark.start <= start and end <= mark.end), None)
            marks = tuple(mark.kind for mark in shown if mark.start <= start and end <= mark.end)
            yield Piece(block.text[start:end], marks, self.goto(fact.target) if fact else "", tuple(inside))


def _edges(block: Block, marks: Iterable[api.Mark | Hit]) -> list[int]:
    inside = {edge for mark in marks for edge in (mark.start, mark.end) if 0 <= edge <= len(block.text)}
    return sorted({0, len(block.text), *inside})


def _stands(span: Span, texts: Mapping[Key, str]) -> bool:
    text = texts.get((span.file, span.block))
    return text is not None and 0 <= span.start <= span.end <= len(text)
