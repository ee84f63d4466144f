"""The former and the latter, 前者 and 后者: which of two subjects that were named side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from operator import attrgetter
from typing import TYPE_CHECKING

from pressgen.checks.claims.clauses import clauses
from pressgen.document import Block
from pressgen.regex import regex

if TYPE_CHECKING:
    from pressgen.checks.claims.subjects import Subject

_VERBS = (
    "[a-z]+(?:ed|ing)|is|was|are|were|has|had|have|will|with|at|by|for|to|from|in|"
    "rose|fell|grew|sold|made|paid|took|came"
)
_REFERRED = {
    "zh": regex("(前者)|后者"),
    "en": regex(rf"\b[Tt]he (?:(former)|latter)(?=[,.;:]|[’']s\b| (?:\d|(?:{_VERBS})\b))"),
}
"""The latter half and the former mayor are none."""
_SIDE_BY_SIDE = {
    "zh": regex("[^，。；\\d]{0,6}(?:、|[和与及同])[^，。；\\d]{0,4}"),
    "en": regex(r"(?: [\w’'-]+){0,2},? (?:and|&) (?:the )?"),
}


def referred(block: Block, named: Sequence[Subject]) -> Iterator[Subject]:
    """Each where it stands, as the subject of a class that it means.

    They are the last two before it that stand side by side, in its sentence or the one before.
    """
    found = list(_REFERRED[block.lang].finditer(block.text))
    if not found:
        return
    sentences = {at: clause.sentence for clause in clauses(block) for at in range(clause.start, clause.end)}
    of_kind = groupby(sorted(named, key=attrgetter("kind", "start")), key=attrgetter("kind"))
    sides = [
        (here, there)
        for _, group in of_kind
        for here, there in pairwise(group)
        if _SIDE_BY_SIDE[block.lang].fullmatch(block.text, here.end, there.start)
    ]
    for match in found:
        number = sentences.get(match.start(), 0)
        before = [
            pair
            for pair in sides
            if pair[1].end <= match.start() and number - sentences.get(pair[1].start, -2) in (0, 1)
        ]
        for here, there in before:
            yield replace(here if match[1] else there, start=match.start(), end=match.end())
