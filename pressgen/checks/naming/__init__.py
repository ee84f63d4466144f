"""Who, in what office, of which body and where: the same in both languages, listed or not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pressgen.checks.align import Group
from pressgen.checks.naming import (
    bearers,
    customs,
    divisions,
    families,
    halves,
    heads,
    kinds,
    latin,
    letteroff,
    meanings,
    misnamed,
    nearly,
    offices,
    opposed,
    orphans,
    persons,
    ranks,
    siblings,
    sorts,
    transcribed,
    variants,
)
from pressgen.checks.naming.passage import Passage, passages
from pressgen.checks.naming.rules import RULES
from pressgen.checks.naming.titles import Own
from pressgen.document import Span
from pressgen.findings import Finding

__all__ = ["RULES", "Read", "read"]


@dataclass(frozen=True, slots=True)
class Read:
    """What was found in a whole text: the faults, and where the English has persons that the Chinese has."""

    findings: tuple[Finding, ...]
    persons: tuple[Span, ...]


def read(groups: Sequence[Group], titles: Own = ()) -> Read:
    """Findings on names that paragraphs answering each other do not share; each stretch of text once.

    ``titles`` are an office's own, beside those of the table.
    """
    findings: list[Finding] = []
    spans: list[Span] = []
    for passage in passages(groups):
        named = persons.read(passage)
        findings += _check(passage, named, titles)
        spans += [passage.en_span(person.start, person.end) for person in named if person.window]
    return Read(tuple(findings), tuple(spans))


def _check(passage: Passage, named: Sequence[persons.Named], titles: Own) -> Iterator[Finding]:
    found = [
        *latin.check(passage),
        *misnamed.check(passage, named),
        *transcribed.check(passage),
        *customs.check(passage),
        *halves.check(passage),
        *letteroff.check(passage),
        *families.check(passage, named),
        *offices.check(passage, named, titles),
        *ranks.check(passage, named, titles),
        *bearers.check(passage, named, titles),
        *opposed.check(passage, named),
        *meanings.check(passage),
        *heads.check(passage),
        *kinds.check(passage),
        *divisions.check(passage),
        *siblings.check(passage),
        *sorts.check(passage),
        *orphans.check(passage),
        *nearly.check(passage),
        *variants.check(passage, named),
        *variants.coined(passage),
    ]
    yield from _once(found)


def _once(found: Sequence[Finding]) -> Iterator[Finding]:
    taken: set[tuple[int | None, int]] = set()
    for finding in found:
        places = {(finding.span.block, at) for at in range(finding.span.start, finding.span.end)}
        if not places & taken:
            taken |= places
            yield finding
