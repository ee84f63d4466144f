"""What English tells of the time before: a fall that “had been” smaller, numbers that had been falling."""

from __future__ import annotations

import re

from pressgen.checks.claims.clauses import Clause
from pressgen.checks.claims.lexicon import Hit
from pressgen.checks.figures.placed import PlacedFigure
from pressgen.regex import regex

_PLUPERFECT = regex(r"\bhad (?:long |already |until then )?been $")
_COMPARED = regex("[比较][^，。；]{1,16}$")
_BASE_TOLD = regex(
    r"\bhad (?:been|stood|come)\b[^.;,]{0,40}$"
    r"|\b(?:earlier|before|previous|last)\b[^.;]{0,40}\b(?:was|were)\b[^.;,]{0,40}$"
)
_THAN = regex(r" than\b")
_LASTS = regex("时间|时长|用时|耗时|周期|期限|工期|车程|航程|时限|等候|等待")
_PACE = regex("fast|quick|slow|swift|rapid|sooner|speed", re.IGNORECASE)
_BEFORE = {"zh": 24, "en": 120}
"""Letters before a figure in which its comparison is looked for."""


def had_been(text: str, word: Hit) -> bool:
    """Whether an English word of change tells what a later change came after: had been falling."""
    return bool(_PLUPERFECT.search(text, 0, word.start))


def is_base_told(zh: PlacedFigure, en: PlacedFigure, word: Hit) -> bool:
    """Whether the English tells of what a Chinese figure is compared with, so that the way is turned round.

    比上半年扩大1.2个百分点 is “in the first half it had been 1.2 points smaller”; ``word`` is English.
    """
    text, start = en.block.text, max(0, en.figure.start - _BEFORE["en"])
    compared = _COMPARED.search(zh.block.text, max(0, zh.figure.start - _BEFORE["zh"]), zh.figure.start)
    return bool(
        compared
        and word.start >= en.figure.end
        and _BASE_TOLD.search(text, start, en.figure.start)
        and not _THAN.match(text, word.end)
    )


def is_told_otherwise(zh: Clause, en: Clause, word: Hit) -> bool:
    """Whether an English word of change tells of the time before, or of pace where the Chinese has a length.

    审批时间缩短 is faster approval.
    """
    return had_been(en.block.text, word) or bool(_PACE.match(word.text) and _LASTS.search(zh.text))
