"""Both languages paragraph by paragraph: each Chinese one with its English counterpart close below."""

from __future__ import annotations

from collections.abc import Iterator

from pressgen.document import Block, Release
from pressgen.formats.word.faces import APART
from pressgen.formats.word.page import Bodies
from pressgen.formats.word.pairs import Pair, Unit, pairs

_KEPT = "<w:keepNext/>"
_SHORT = 80
"""Code points; a page may end between a longer paragraph and its translation, sooner than stay half empty."""
_ALONE = f'<w:spacing w:before="{APART * 20}"/>'


def interleaved(release: Release, bodies: Bodies) -> str:
    """The body; a photo that both languages show stands once, above both captions."""
    return "".join(
        bodies[lang].unit(unit, more) for pair in pairs(release) for unit, lang, more in _steps(pair)
    )


def _steps(pair: Pair) -> Iterator[tuple[Unit, str, str]]:
    """What of a pair is written, in which language, and what a paragraph says besides its style."""
    chinese, english = pair
    if _shown(chinese) and _shown(chinese) == _shown(english):
        english = None
    if chinese:
        short = isinstance(chinese, Block) and len(chinese.text) <= _SHORT
        yield chinese, "zh", _KEPT * (english is not None and short)
    if english:
        yield english, "en", "" if chinese else _ALONE


def _shown(unit: Unit | None) -> list[str] | None:
    """The picture a photo shows; nothing for what is none."""
    if not isinstance(unit, Block) or unit.role != "photo":
        return None
    return [mark.target for mark in unit.marks if mark.kind == "image"] or [""]
