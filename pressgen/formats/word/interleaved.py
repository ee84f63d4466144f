"""Both languages paragraph by paragraph: each Chinese one with its English counterpart close below."""

from __future__ import annotations

from collections.abc import Iterator

from pressgen.document import Block, Release
from pressgen.formats.word.enclosures import Enclosures
from pressgen.formats.word.faces import APART, style_name
from pressgen.formats.word.pairs import Pair, pairs
from pressgen.formats.word.stationery import Sheet
from pressgen.formats.word.write import paragraph

_KEPT = "<w:keepNext/>"
_SHORT = 80
"""Code points; a page may end between a longer paragraph and its translation, sooner than stay half empty."""
_ALONE = f'<w:spacing w:before="{APART * 20}"/>'


def interleaved(release: Release, blank: Sheet, enclosures: Enclosures) -> str:
    """The body; a photo that both languages show stands once, above both captions."""

    def written(block: Block, lang: str, more: str) -> str:
        style = blank.styles[style_name(block.role, lang).casefold()]
        return paragraph(block, lang, style, enclosures, more=more)

    return "".join(written(*step) for pair in pairs(release) for step in _steps(pair))


def _steps(pair: Pair) -> Iterator[tuple[Block, str, str]]:
    """What of a pair is written: a block, its language, what its paragraph says besides its style."""
    chinese, english = pair
    if chinese and english and chinese.role == english.role == "photo" and _shown(chinese) == _shown(english):
        english = None
    if chinese:
        yield chinese, "zh", _KEPT * (english is not None and len(chinese.text) <= _SHORT)
    if english:
        yield english, "en", "" if chinese else _ALONE


def _shown(photo: Block) -> list[str]:
    return [mark.target for mark in photo.marks if mark.kind == "image"]
