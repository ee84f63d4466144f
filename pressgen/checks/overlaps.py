"""What several checks find at the same place is said once, by the one that knows most of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pressgen.document import Span
from pressgen.findings import Finding

_ALONE = frozenset({"figure/missing", "figure/unanswered"})
"""Rules on what nothing answers; where another check holds it against a word, that says it."""
_WHOLE = frozenset({"language/omitted", "language/left-out"})
"""Rules on a stretch that nothing answers; where another check names a fault in it, that says more."""
_YIELDING = ("typography", "phrase")
"""Rooms whose rules are those of one language: inside words of another they say nothing."""
_WIDE = 64
"""Characters of a stretch by which findings are kept: a text may have thousands in one paragraph."""
_Stretch = tuple[int | None, int]
_Compared = dict[_Stretch, list[Finding]]


def said_once(findings: Iterable[Finding]) -> list[Finding]:
    """The findings without those that another one says better."""
    kept, compared = _compared_once(findings)
    strange = [each.span for each in kept if _room(each) == "language" and each.rule.id not in _WHOLE]
    faults = [
        span
        for each in kept
        if each.severity != "note" and _room(each) not in _YIELDING and each.rule.id not in _WHOLE
        for span in (each.span, *each.related)
    ]
    return [
        finding
        for finding in kept
        if not (finding.rule.id in _ALONE and _held(finding, _near(finding.span, compared)))
        and not (finding.rule.id in _WHOLE and any(_overlap(finding.span, fault) for fault in faults))
        and not (strange and _room(finding) in _YIELDING and _beside(finding.span, strange))
    ]


def _room(finding: Finding) -> str:
    return finding.rule.id.partition("/")[0]


def _compared_once(findings: Iterable[Finding]) -> tuple[list[Finding], _Compared]:
    """Findings of which no two compare the same places, and those that compare two, by their places."""
    kept: list[Finding] = []
    compared: _Compared = {}
    for finding in findings:
        if finding.related and finding.severity != "note":
            if any(_same(finding, other) for other in _near(finding.span, compared)):
                continue
            for stretch in {each for span in (finding.span, *finding.related) for each in _stretches(span)}:
                compared.setdefault(stretch, []).append(finding)
        kept.append(finding)
    return kept, compared


def _stretches(span: Span) -> Iterator[_Stretch]:
    return ((span.block, number) for number in range(span.start // _WIDE, span.end // _WIDE + 1))


def _near(span: Span, compared: _Compared) -> Iterator[Finding]:
    """Those that may overlap a place."""
    return (finding for stretch in _stretches(span) for finding in compared.get(stretch, ()))


def _held(alone: Finding, compared: Iterable[Finding]) -> bool:
    """Whether a figure that another check compares is the one nothing answers."""
    return any(
        _overlap(alone.span, span)
        for other in compared
        if _room(other) == "figure"
        for span in (other.span, *other.related)
    )


def _same(finding: Finding, other: Finding) -> bool:
    return all(
        any(_overlap(span, there) for there in (other.span, *other.related))
        for span in (finding.span, *finding.related)
    )


def _overlap(span: Span, other: Span) -> bool:
    return _together(span, other) and span.start < other.end and other.start < span.end


def _beside(span: Span, stretches: Sequence[Span]) -> bool:
    """Whether a place lies in one of the stretches, or at the joint beside it."""
    return any(
        _together(span, other) and span.start <= other.end + 1 and other.start <= span.end + 1
        for other in stretches
    )


def _together(span: Span, other: Span) -> bool:
    return (span.file, span.lang, span.block, span.cell) == (other.file, other.lang, other.block, other.cell)
