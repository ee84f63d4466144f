"""The sentence a finding stands in, cut to a line, with the fault in its middle."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from pressgen.document import Release, Span
from pressgen.regex import regex
from pressgen.text import visible

_SENTENCE_END = regex(r"[。！？；\n]|[.!?;](?=\s)")
_SIDE = 36

Texts = Mapping[tuple[str, int | None], str]
"""The text of each block by its file and number."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What stands before a fault, the fault, and what stands behind it."""

    before: str
    fault: str
    after: str


def texts(release: Release | None) -> Texts:
    """The blocks of a release by the places findings name."""
    return {(block.at.file, block.at.block): block.text for block in release.blocks} if release else {}


def excerpt(span: Span, paragraphs: Texts) -> Excerpt:
    """The sentence around a span; only the span's own text where its block is not known.

    >>> excerpt(Span("", 0, 6, 8), {("", 0): "佛山招商。总投资10亿元。项目多。"})
    Excerpt(before='总', fault='投资', after='10亿元。')
    """
    text = paragraphs.get((span.file, span.block))
    if text is None or text[span.start : span.end] != (span.text or text[span.start : span.end]):
        return Excerpt("", visible(span.text), "")
    before = _before(text[max(0, span.start - _SIDE - 1) : span.start])
    after = _after(text[span.end : span.end + _SIDE + 1])
    return Excerpt(visible(before), visible(text[span.start : span.end]), visible(after))


def _before(text: str) -> str:
    ends = [found.end() for found in _SENTENCE_END.finditer(text)]
    sentence = text[ends[-1] :].lstrip() if ends else text
    return sentence if len(sentence) <= _SIDE else f"…{sentence[-_SIDE:]}"


def _after(text: str) -> str:
    found = _SENTENCE_END.search(text)
    sentence = text[: found.end()].rstrip() if found else text
    return sentence if len(sentence) <= _SIDE else f"{sentence[:_SIDE]}…"


def width(text: str) -> int:
    """How many columns of a terminal a text takes: two for a Han character, none for a combining mark."""
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
