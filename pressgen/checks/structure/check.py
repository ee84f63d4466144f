"""A release's make-up, one language at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pressgen.checks.structure import credits, days, placeholders, rules  # noqa: A004  # the word of the house for who did what
from pressgen.document import Block, Document, Release
from pressgen.findings import Finding
from pressgen.house import House
from pressgen.house.dates import DateForm
from pressgen.house.pattern import UPPER, Pattern
from pressgen.text import LANGUAGES, Language
from pressgen.todo import todos

_MADE_UP = ("headline", "subhead", "dateline", "lead", "photo", "caption", "credits")
"""Roles only a made-up text has; one of body and cells alone says nothing of its make-up."""
_SOME_DAY = "2026-11-27T16:17"
_ENDS = tuple("。！？；.!?;”」")


def check(release: Release, house: House) -> Iterator[Finding]:
    """Findings on what is missing, misplaced or left undone; a passage without blocks has no make-up."""
    if all(block.at.block is None for block in release.blocks):
        return
    for block in release.blocks:
        yield from _untranslated(block, house)
        yield from placeholders.check(block)
    for lang in LANGUAGES:
        document = release.document(lang)
        yield from _made_up(document, house)
        yield from credits.check(release, house, lang)
        if len(house.names) > 1:
            yield from days.check(document.blocks, house)


def _untranslated(block: Block, house: House) -> Iterator[Finding]:
    for mark in todos(block):
        span = block.span(mark.start, mark.end)
        rule = rules.READING if house.marks.is_reading(span.text) else rules.UNTRANSLATED
        yield rule.at(span, text=span.text)


def _made_up(document: Document, house: House) -> Iterator[Finding]:
    blocks = document.blocks
    roles = {block.role for block in blocks}
    if roles.isdisjoint(_MADE_UP):
        return
    first = blocks[0].span(0, len(blocks[0].text))
    style = house.style
    named = len(house.names) > 1
    headed = "headline" in roles or "headline" not in style.order
    if named and not headed and roles & {"subhead", "dateline", "lead"}:
        yield rules.HEADLINE.at(first)
    pattern = style.dateline.of(document.lang)
    wanted = named and pattern and "dateline" in style.order and "headline" in roles
    if wanted and "dateline" not in roles and not any(pattern.parse(block.text) for block in blocks):
        yield rules.DATELINE.at(first, house=house.name, pattern=_sample(pattern, document.lang, house))
    if named or "caption" in roles:
        yield from _uncaptioned(blocks)


def _sample(pattern: Pattern, lang: str, house: House) -> str:
    """A line as the house writes it of some day; a place may be any."""
    language: Language = "en" if lang == "en" else "zh"
    return "".join(
        piece
        if isinstance(piece, str)
        else house.style.dates.written(DateForm(piece.form), _SOME_DAY, language)
        if piece.form not in ("", UPPER)
        else "…"
        for piece in pattern.pieces
    )


def _uncaptioned(blocks: Sequence[Block]) -> Iterator[Finding]:
    for block, after in pairwise([*blocks, None]):
        if block is not None and block.role == "photo" and not (after and _is_caption(after)):
            yield rules.CAPTION.at(block.span(0, len(block.text)))


def _is_caption(block: Block) -> bool:
    """A short line that is no sentence is taken for a caption where a file shows no roles."""
    return block.role in ("caption", "photo", "note") or (
        block.role in ("body", "lead") and len(block.text) <= 100 and not block.text.endswith(_ENDS)
    )
