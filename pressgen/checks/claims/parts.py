"""A part that is more than its whole, in one language: 52 of 38 patients, 当天15起纠纷有17起和解."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from pressgen.checks.claims import rules
from pressgen.checks.found import figures_of
from pressgen.document import Block
from pressgen.figures import Figure
from pressgen.findings import Finding
from pressgen.regex import regex

_OF = regex(r" of (?:(?:the|its|their|all|these|those|his|her) )?(?:[a-z]+[’']s )?", re.IGNORECASE)
_COUNTED_EN = regex(r" (?!(?:percent|per|in|by|to|of|and|or|at|on|for|with|hours?|a\.m|p\.m)\b)[a-z]{3,}")
_COUNTED_ZH = "[个家所名位座条处户只辆艘件批项次栋间支起人例台架头匹棵株口片场套盏份]"
_OWNED = regex(r"(?: [a-z-]+){1,4}(?:s[’']|[’']s)", re.IGNORECASE)
"""What the whole has is counted, and not the whole: 120 of the three farms' sheep."""
_IN = regex(f"{_COUNTED_ZH}[^，。；：！？0-9的]{{0,10}}(?:中|里)，?(?:有|仅有|只有|已有|共有)(?:约|近)?")
YEARS = range(1900, 2101)
"""A bare number of four digits among these is a year."""


def check(block: Block) -> Iterator[Finding]:
    """A finding for each count told as part of a smaller one."""
    figures = [figure for figure in figures_of(block) if _is_count(figure)]
    for first, second in pairwise(figures):
        if block.lang == "en":
            part, whole = first, second
            beside = _OF.fullmatch(block.text, first.end, second.start)
            owned = _OWNED.match(block.text, second.end)
            counted = None if owned else beside and _COUNTED_EN.match(block.text, second.end)
        else:
            whole, part = first, second
            counted = _IN.fullmatch(block.text, first.end, second.start)
        if counted and Decimal(part.value) > Decimal(whole.value):
            yield rules.PART.at(
                block.span(min(part.start, whole.start), max(part.end, whole.end)),
                part=part.text,
                whole=whole.text,
            )


def _is_count(figure: Figure) -> bool:
    """Whether a figure counts things one by one, and is no year."""
    return (
        figure.kind == "number"
        and not figure.unit
        and figure.high is None
        and Decimal(figure.value) > 1
        and figure.value not in YEARS
    )
