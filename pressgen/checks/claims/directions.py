"""Which way a figure goes: up or down, above or below, at a profit or a loss, as the words beside it say.

A word governs a figure from before it (rose 5 percent, 增长5%) or from behind (5 percent higher, 5%的降幅).
Where what rises or falls is itself a rise or fall (降幅收窄至3%, growth slowed to 4 percent), the figure
goes the noun's way and the verb says how that changed.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

from pressgen.checks.claims import ways_en, ways_zh
from pressgen.checks.claims.clauses import Clause, clauses
from pressgen.checks.claims.lexicon import Hit, Lexicon
from pressgen.checks.claims.ways import COUNTED, NOUNS, Ways
from pressgen.checks.found import figures_of
from pressgen.checks.remembered import remembered
from pressgen.document import Block
from pressgen.figures import Figure
from pressgen.regex import regex

FROM = {"zh": ways_zh.FROM, "en": ways_en.FROM}
"""What stands before the figure that a change begins at, by language."""
_DENIED = {"zh": ways_zh.DENIED, "en": ways_en.DENIED}
_READ = {"zh": ways_zh.read, "en": ways_en.read}
_HEDGES = frozenset({"more", "less", "fewer", "over", "under", "超过", "不足", "不到", "超出"})
_THAN = regex(r"(?: than)?\s*")
_LOST = regex(r"[^，。；]{0,10}(?:转亏|亏损|为负|[-－]\d)")
"""净利润由盈转亏，为-2870万元: what a profit is called that is none."""
_COMPOUND = regex(r"(?:high| low)-[a-z]", re.IGNORECASE)
"""A new high-grade road is no new high."""
T = TypeVar("T", Hit, Figure)
_LONG = 40
"""A clause of more such words is no sentence."""
_REACH = 24
_REMEMBERED = 512


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph's direction words, none denied, and which way its figures go, by where they start."""

    words: Sequence[Hit]
    figures: Mapping[int, Ways]


@remembered(_REMEMBERED)
def read(block: Block) -> Paragraph:
    """Which way the figures of a paragraph go."""
    text = block.text
    figures = figures_of(block)
    starts = {figure.start: figure.end for figure in figures}
    words = [hit for hit in _lexicon(block.lang).find(text) if _is_said(hit, text, block.lang, starts)]
    found: dict[int, Ways] = {}
    for clause in clauses(block) if words else ():
        here = _within(words, clause)
        inside = _within(figures, clause)
        for figure in inside if 0 < len(here) <= _LONG else ():
            if figure.kind in COUNTED and (ways := _READ[block.lang](figure, here, inside, text)):
                found[figure.start] = ways
    if block.lang == "en" and found:
        for before, figure in pairwise(figure for figure in figures if figure.kind in _SHARES):
            if before.start in found and figure.start not in found and _goes_on(before, figure, text):
                found[figure.start] = found[before.start]
    return Paragraph(words, found)


_AND = regex(
    r"(?:\s(?:for|in|from|on|at|among|over|than|to|year)\b[^.;:,]{0,60})?,? and (?:by )?"
    r"(?:(?:about|nearly|over|a further) )?"
)
_OF = regex(r"\s+of\b")
_SHARES = frozenset({"percent", "points"})


def _goes_on(before: Figure, figure: Figure, text: str) -> bool:
    """Whether a figure goes on from the one before: down 3 percent from May and 9 percent from April."""
    same = figure.kind == before.kind
    return same and bool(_AND.fullmatch(text, before.end, figure.start)) and not _OF.match(text, figure.end)


def _within(found: Sequence[T], clause: Clause) -> Sequence[T]:
    """Those of a row in the order of the text that begin in a clause."""
    first = bisect_left(found, clause.start, key=lambda item: item.start)
    return found[first : bisect_left(found, clause.end, first, key=lambda item: item.start)]


_DEVICE = {
    True: regex("[\u4e00-\u9fff]?(?:[器剂泵阀]|机(?![会制构关遇器]))"),
    False: regex("[器剂泵阀]|机(?![会制构关遇器动电])"),
}
"""What makes a word of change, of one character or of more, that of a device: 减水剂, 加速器."""


def _is_said(hit: Hit, text: str, lang: str, figures: Mapping[int, int]) -> bool:
    """Whether a word is neither denied nor a mere hedge: more than 800, but not 60 more than 800."""
    if hit.row["kind"] == "none" or _COMPOUND.match(text, hit.end - len("high")):
        return False
    if lang == "zh" and _DEVICE[hit.end - hit.start == 1].match(text, hit.end):
        return False
    if lang == "zh" and hit.row["kind"] == "result" and hit.row["way"] == "+" and _LOST.match(text, hit.end):
        return False
    if hit.text.lower() in _PLACES and _CLOSED.match(text, hit.end):
        return False
    beside = hit.start - 1 in figures.values()
    if not beside and hit.text.lower() in _HEDGES and _THAN.match(text, hit.end).end() in figures:  # type: ignore[union-attr]  # it may be empty
        return False
    before = max(0, hit.start - _REACH)
    after = hit.row["kind"] in NOUNS and _AFTER.search(text, before, hit.start) and _SUM.match(text, hit.end)
    return bool(after) or not _DENIED[lang].search(text, before, hit.start)


_AFTER = regex(r"\bafter (?:an? )?$", re.IGNORECASE)
_SUM = regex(r" (?:of )?(?:(?:about|nearly|over|more than|some|almost) )?[$€£¥]?\d")
"""After losing 5 million, it had lost 5 million."""


_PLACES = frozenset(("below", "above"))
_CLOSED = regex(r"\s*(?:[.,;:!?)]|$)")
"""Behind it, below and above are places: the fields below."""


@cache
def _lexicon(lang: str) -> Lexicon:
    return Lexicon.of_tables([Path(__file__).with_name("directions.csv")], lang)
