"""A total that cannot hold its parts, where one sentence says all three: N projects, over X each, total Y."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal

from pressgen import figures
from pressgen.checks.found import figures_of
from pressgen.document import Block
from pressgen.errors import Wording
from pressgen.figures import Figure, Language
from pressgen.figures.convert_policy import is_threshold
from pressgen.findings import Finding, Rule
from pressgen.regex import regex

TOTAL = Rule(
    "figure/total",
    "error",
    Wording(
        "{count}个、每个“{each}”以上，合计至少{least}，文中总额为“{total}”",
        "{count} of “{each}” or more each make at least {least}, but the total is “{total}”",
    ),
    Wording("总额不会小于各项最低数之和", "a total is no less than the least of its parts together"),
)

_MOST = 40
"""A sentence of more figures is a list, not a sum."""
_STOP = {"zh": regex(r"[。！？；\n]"), "en": regex(r"(?<!\bU\.S)(?<!\bNo)[.!?;](?=\s|$)|\n")}
_SUBSET = {
    "zh": regex("其中|包括|包含|另有|分别|以及.{0,12}以上"),
    "en": regex(
        r"\b(?:of which|of them|of these|including|among (?:them|which)|respectively|another)\b", re.I
    ),
}
_SUM = {
    "zh": regex("(?:总投资|总额|总金额|总计|合计|共计|投资总)[^，。；\\d]{0,10}$"),
    "en": regex(r"\b(?:total|totall?ing|totall?ed|combined|altogether|in all)\b[^,.;\d]{0,40}$", re.I),
}
_SUM_BEHIND = {
    "zh": regex("(?!)"),
    "en": regex(r"[^,.;\d]{0,4}\b(?:in total|altogether|in all)\b", re.I),
}
_COUNTED = {
    "zh": regex("个?[^，。；\\d]{0,6}(?:项目|企业|合同|订单|工程)|[个宗项]"),
    "en": regex(r"[^,.;\d]{0,30}\b(?:projects|companies|contracts|deals|orders|enterprises)\b", re.I),
}


def check(block: Block, lang: Language) -> Iterator[Finding]:
    """A finding for each sentence whose total is too small."""
    found = figures_of(block)
    if sum(figure.kind == "money" for figure in found) < 2:
        return
    start = first = 0
    for end in [*(stop.start() for stop in _STOP[lang].finditer(block.text)), len(block.text)]:
        last = bisect_left(found, end, key=lambda figure: figure.start)
        if first < last <= first + _MOST:
            yield from _sentence(block, lang, found[first:last], start, end)
        start, first = end, last


def _sentence(
    block: Block, lang: Language, found: Sequence[Figure], start: int, end: int
) -> Iterator[Finding]:
    if _SUBSET[lang].search(block.text, start, end):
        return
    counts = [figure for figure in found if _is_count(figure, block.text, lang)]
    limits = [figure for figure in found if figure.kind == "money" and is_threshold(figure, block.text, lang)]
    sums = [figure for figure in found if figure not in limits and _is_sum(figure, block.text, lang)]
    if len(counts) == len(limits) == len(sums) == 1 and limits[0].unit == sums[0].unit:
        yield from _held(block, lang, counts[0], limits[0], sums[0])


def _held(block: Block, lang: Language, count: Figure, limit: Figure, total: Figure) -> Iterator[Finding]:
    least = Decimal(count.value) * Decimal(limit.value)
    room = (total.precision or Decimal(0)) / 2
    if limit.modifier == "at_most" or Decimal(total.value) + room >= least:
        return
    written = Figure("money", least, limit.unit, 0, 0, "", precision=limit.precision)
    yield TOTAL.at(
        block.span(total.start, total.end),
        None,
        (block.span(count.start, count.end), block.span(limit.start, limit.end)),
        count=count.text,
        each=limit.text,
        least=figures.format(written, lang),
        total=total.text,
    )


def _is_count(figure: Figure, text: str, lang: Language) -> bool:
    whole = figure.kind == "number" and figure.high is None and figure.modifier != "vague"
    return whole and bool(_COUNTED[lang].match(text, figure.end)) and Decimal(figure.value) > 1


def _is_sum(figure: Figure, text: str, lang: Language) -> bool:
    if figure.kind != "money" or figure.high is not None:
        return False
    before = text[max(0, figure.start - 60) : figure.start]
    return bool(_SUM[lang].search(before) or _SUM_BEHIND[lang].match(text, figure.end))
