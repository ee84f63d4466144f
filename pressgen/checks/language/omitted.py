"""A paragraph of one text that the other leaves out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import log

from pressgen.checks.align import Group, aligned
from pressgen.checks.found import figures_of
from pressgen.checks.language import rules
from pressgen.document import Block, Release
from pressgen.findings import Finding
from pressgen.regex import regex
from pressgen.text import HAN

_SIGN = regex(f"[{HAN}]|[A-Za-z\u00c0-\u024f]+|[0-9]+")
_HAN_A_WORD = 1.4
"""Chinese takes so many characters for an English word."""
_LEAST = 15
"""English words below which a paragraph may be said in passing elsewhere."""
_TEXT = ("lead", "body", "quote")
_BESIDE = 3
"""So many paragraphs that answer each other show two texts that are translations."""
_SPARE = 0.45
"""From this ratio (logarithm) on, a neighbour is so long that it may hold what is missing."""


def check(release: Release) -> Iterator[Finding]:
    """Findings on a paragraph left out; one with figures is told by them, and a digest leaves out many.

    A paragraph that was left in the wrong language is not left out, and a draft tells what it tells where
    its template says.
    """
    if any(_is_drafted(block) or _is_astray(block) for block in release.blocks):
        return
    groups = [group for group in aligned(release) if any(b.role in _TEXT for b in (*group.zh, *group.en))]
    lone = [number for number, group in enumerate(groups) if not (group.zh and group.en)]
    if len(groups) - len(lone) < _BESIDE or len(lone) > max(1, len(groups) // 10):
        return
    for number in lone:
        blocks = groups[number].zh or groups[number].en
        if _is_missed(blocks) and not any(map(_is_full, groups[max(0, number - 1) : number + 2])):
            span = blocks[0].span(0, len(blocks[0].text))
            yield rules.OMITTED.at(span, other=rules.ENGLISH if groups[number].zh else rules.CHINESE)


def _is_drafted(block: Block) -> bool:
    return bool(block.name) and block.role != "cell"


def _is_astray(block: Block) -> bool:
    return block.lang == "und" and _words([block]) >= _LEAST


def _is_missed(blocks: Sequence[Block]) -> bool:
    return _words(blocks) >= _LEAST and not any(map(figures_of, blocks))


def _is_full(group: Group) -> bool:
    """Whether one side is so much longer that it may hold a paragraph more."""
    if not (group.zh and group.en):
        return False
    return abs(log(_words(group.en) / _words(group.zh))) > _SPARE


def _words(blocks: Sequence[Block]) -> float:
    """The length of paragraphs as English words."""
    signs = [sign for block in blocks for sign in _SIGN.findall(block.text)]
    hans = sum(not sign.isascii() and len(sign) == 1 for sign in signs)
    return max(1.0, len(signs) - hans + hans / _HAN_A_WORD)
