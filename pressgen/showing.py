"""What a page shows of a house, its texts, photos and names, for doors that are pages."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pressgen.document import Block, Document, Release
from pressgen.drafting import length
from pressgen.errors import UI
from pressgen.figures import Figure, Language
from pressgen.findings import Finding
from pressgen.formats import format_of
from pressgen.formats.compare import Stretch
from pressgen.house import House


@dataclass(frozen=True, slots=True)
class Changed:
    """A paragraph before and after; ``old`` is None for a new one, ``new`` for one that is gone.

    ``stretches`` of one that is in both say in order what is the same in it and what is not.
    """

    old: Block | None
    new: Block | None
    stretches: tuple[Stretch, ...] = ()

    @property
    def same(self) -> bool:
        """Whether its words are as they were."""
        return bool(self.old and self.new) and all(stretch.same for stretch in self.stretches)


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure of the Chinese text beside the English one that says the same; None where none does."""

    zh: Figure | None
    en: Figure | None


def style_sheet(house: House, lang: Language, scope: str) -> str:
    """How a house's paragraphs look, as CSS for text within the elements a selector names, by their role."""
    from pressgen.formats.html_style import scoped  # noqa: PLC0415  # for those who show a page

    return scoped(house.style.look, lang, scope)


def size(document: Document) -> int:
    """How long a text is without headline, credits and the like: Chinese in characters, English in words."""
    body = (block for block in document.blocks if block.role in length.BODY)
    return sum(length.size(block.text, document.lang) for block in body)


def picture(path: Path) -> tuple[bytes, str]:
    """A picture as a page shows it, its pixels alone, and its media type. Raises FileError."""
    from pressgen.formats.picture import picture as shown  # noqa: PLC0415  # Pillow, for those who ask

    made = shown(path)
    return made.data, f"image/{made.kind}"


def text_of(document: Document, house: House) -> str:
    """One document as Markdown, as ``write`` would put it into a file."""
    return format_of(".md").write(document, house).decode()


def plain_text(document: Document, house: House) -> str:
    """One document as plain text, as a ``.txt`` file has it; what every page must say stands first."""
    text = format_of(".txt").write(document, house).decode()
    return f"{document.notice}\n\n{text}" if document.notice else text


def pasted(document: Document, house: House) -> str:
    """One document as HTML to be pasted into an editor (WeChat): no headline, each part with its look."""
    from pressgen.formats.html_pasted import pasted as as_html  # noqa: PLC0415  # lxml, for those who ask

    return as_html(document, house)


def findings_page(findings: Sequence[Finding], release: Release, house: House, ui: UI) -> str:
    """The findings of a release as one page of HTML: both texts side by side, every fault marked."""
    from pressgen.checks.coverage import coverage  # noqa: PLC0415  # for those who ask
    from pressgen.reports import html  # noqa: PLC0415  # as above

    return html.report(findings, release, ui, coverage(release, house))


def scope(release: Release, house: House, ui: UI) -> list[str]:
    """How far the checks of a release reached, and what was not compared, in a few sentences."""
    from pressgen.checks.coverage import coverage  # noqa: PLC0415  # for those who ask
    from pressgen.reports.scope import said  # noqa: PLC0415  # as above

    return said(coverage(release, house), ui)


def compared(old: Document, new: Document, house: House) -> list[Changed]:
    """What became of each paragraph of a text, in the order of the page, its words alone being compared.

    Figures and the glossary's names change as one, English by words, Chinese by characters.
    """
    from pressgen.formats.compare import (  # noqa: PLC0415  # for those who ask
        Pieces,  # as above
        paired,
        stretches,
    )

    cut = Pieces(new.lang, house.glossary)
    before, after = (
        [Block(block.role, block.text, block.lang) for block in each.blocks] for each in (old, new)
    )
    whole = {id(bare): block for bare, block in zip(before, old.blocks, strict=True)}
    return [
        Changed(
            whole[id(earlier)] if earlier else None,
            later,
            tuple(stretches(earlier, later, cut)) if earlier and later else (),
        )
        for earlier, later in paired(before, after, cut, _words)
    ]


def _words(block: Block) -> Hashable:
    return block.text


def figures_beside(release: Release) -> list[FigureRow]:
    """The figures of both texts side by side, paragraph by paragraph, in the order of the Chinese text."""
    from pressgen.checks.align import aligned  # noqa: PLC0415  # for those who ask
    from pressgen.checks.found import figures_of  # noqa: PLC0415  # as above

    return [
        row
        for group in aligned(release)
        for row in _beside(
            [figure for block in group.zh for figure in figures_of(block)],
            [figure for block in group.en for figure in figures_of(block)],
        )
    ]


def _beside(zh: Sequence[Figure], en: Sequence[Figure]) -> Iterator[FigureRow]:
    rest = list(en)
    for figure in zh:
        other = next((each for each in rest if figure.agrees(each)), None)
        if other:
            rest.remove(other)
        yield FigureRow(figure, other)
    yield from (FigureRow(None, figure) for figure in rest)
