"""Which way a figure of a Chinese clause goes: 增长5%, 由3亿元增至5亿元, 比计划少8000亩, 5%的降幅."""

from __future__ import annotations

from collections.abc import Sequence

from pressgen.checks.claims.lexicon import Hit
from pressgen.checks.claims.ways import NOT_VERBS, Ways, axis, governed, named, way
from pressgen.figures import Figure
from pressgen.regex import regex

DENIED = regex(
    r"(?:不|未|没|没有|并未|并非|无|不再|未能|没能|难以|避免|防止|停止|不会|不能|无法|结束|止住|遏制|遏止|扭转|刹住)"
    r"(?:了|因此|继续|明显|出现|随之|大幅|相应|进一步|有所|所)*$"
)
"""What stands before a word that is said not to be so."""
FROM = regex(r"[由从](?!而)[^，。；\d]{0,14}$")
"""What stands before the figure that a change begins at."""
_CLOCKED = frozenset({"second", "minute"})
_RECORD = regex("(?:纪录|记录|成绩)[^，。；]{0,12}$")
"""A record that is raised by 0.12 seconds is that much lower."""
_HEDGES = "了过约近超逾达到至为成出大概累计分别均各仅只有的高幅度将共是又再平月年日在 "
_LEVEL = regex(r"[至到为成破](?:了)?(?:约|近|超过?|逾)?$")
_BEHIND = regex(r"(?:左右|以上)?的?(?:同比|环比|年均|平均)?")
_REACH = 16
_NEXT = 2
"""A profit is what a change begins at where the word stands next to its sum: 由亏损3亿元转为…"""


def read(figure: Figure, words: Sequence[Hit], figures: Sequence[Figure], text: str) -> Ways:
    """The ways of one figure by the words of its clause; ``figures`` are those of the clause."""
    if FROM.search(text, max(0, figure.start - 40), figure.start) and words[-1].start >= figure.end:
        return named([hit for hit in words if hit.end <= figure.start], figure, reach=_NEXT)
    if figure.unit in _CLOCKED and _RECORD.search(text, max(0, figure.start - 24), figure.start):
        return {}
    ahead = [hit for hit in words if hit.end <= figure.start]
    before = [hit for hit in ahead if _reaches(hit, figure, figures, text)]
    ways = named(before, figure)
    verbs = [hit for hit in before if hit.row["kind"] not in NOT_VERBS and _governs(hit, figure, text)]
    rates = [hit for hit in ahead if hit.row["kind"] == "rate"]
    if verbs:
        level = bool(_LEVEL.search(text, verbs[-1].start, figure.start))
        return {**ways, **governed(verbs[-1], figure, rates, level=level)}
    if rates and not text[rates[-1].end : figure.start].strip(_HEDGES):
        return {**ways, "way": way(rates[-1])}
    behind = next((hit for hit in words if hit.start >= figure.end), None)
    if behind and not ways and _BEHIND.fullmatch(text, figure.end, behind.start):
        return {axis(behind, figure): way(behind)}
    return ways


def _governs(hit: Hit, figure: Figure, text: str) -> bool:
    between = text[hit.end : figure.start]
    if hit.row["kind"] == "bare":
        return not between.strip(_HEDGES)
    return len(between) <= _REACH and "的" not in between.rstrip(_HEDGES)


def _reaches(hit: Hit, figure: Figure, figures: Sequence[Figure], text: str) -> bool:
    """Whether no figure between has used the word up; 增长3%、5%和6% goes on."""
    between = [inner for inner in figures if hit.end <= inner.start and inner.end <= figure.start]
    return all(
        inner.kind == figure.kind and text[inner.end : inner.end + 1] in "、和及与至" for inner in between
    )
