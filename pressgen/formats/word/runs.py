"""A block's characters as Word's runs: split where a mark begins or ends, one language a run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby, pairwise

from pressgen.document import Block, Mark
from pressgen.formats.word.enclosures import Enclosures
from pressgen.formats.word.ooxml import text
from pressgen.regex import regex

_LANGUAGE = {
    "zh": '<w:lang w:val="en-US" w:eastAsia="zh-CN"/>',
    "en": '<w:lang w:val="en-US"/>',
}
_HINT = {"zh": '<w:rFonts w:hint="eastAsia"/>', "en": ""}
"""Quotation marks, dashes and dots belong to both scripts: the hint says which font they take."""

_FORMATS = (
    ("strong", "<w:b/><w:bCs/>"),
    ("emphasis", "<w:i/><w:iCs/>"),
    ("todo", '<w:highlight w:val="yellow"/>'),
)
_BREAK = regex("(\t|\r\n|\r|\n)")
_ELEMENTS = {"": "", "\t": "<w:tab/>", "\n": "<w:br/>", "\r": "<w:br/>", "\r\n": "<w:br/>"}


Around = Callable[[str], str]
"""What stands around runs, inside the link they are in: a tracked change, or nothing."""


def runs(block: Block, lang: str, enclosures: Enclosures, around: Around = str) -> str:
    """The runs of a block in ``lang``, those of a link inside it."""
    written = []
    for target, stretches in groupby(_stretches(block), key=lambda stretch: stretch[1]):
        style = enclosures.link_style if target else ""
        inner = around("".join(run(part, lang, kinds, style) for part, _, kinds in stretches))
        written.append(f"{enclosures.link(target)}{inner}</w:hyperlink>" if target else inner)
    return "".join(written)


def run(part: str, lang: str, kinds: frozenset[str] = frozenset(), style: str = "") -> str:
    """One run of one language and one format; ``style`` is the id of a character style."""
    named = f'<w:rStyle w:val="{style}"/>' if style else ""
    marks = "".join(xml for kind, xml in _FORMATS if kind in kinds)
    properties = f"<w:rPr>{named}{_HINT[lang]}{marks}{_LANGUAGE[lang]}</w:rPr>"
    return f"<w:r>{properties}{''.join(map(_element, _BREAK.split(part)))}</w:r>"


def picture_run(drawing: str, lang: str) -> str:
    """The run of a drawing whose alternative text is in ``lang``."""
    return f"<w:r><w:rPr>{_HINT[lang]}{_LANGUAGE[lang]}</w:rPr>{drawing}</w:r>"


def _element(part: str) -> str:
    element = _ELEMENTS.get(part)
    return f'<w:t xml:space="preserve">{text(part)}</w:t>' if element is None else element


def _stretches(block: Block) -> Iterator[tuple[str, str, frozenset[str]]]:
    """The text between two edges of marks, its link's target, and the kinds of marks it carries."""
    marks = [mark for mark in block.marks if mark.start < mark.end]
    edges = sorted({0, len(block.text), *(edge for mark in marks for edge in (mark.start, mark.end))})
    for start, end in pairwise(edges):
        here = [mark for mark in marks if mark.start <= start and end <= mark.end]
        yield block.text[start:end], _target(here), frozenset(mark.kind for mark in here)


def _target(marks: list[Mark]) -> str:
    return next((mark.target for mark in marks if mark.kind == "link"), "")
