"""Claims of one language against those of the other: which way each figure goes, and whose it is."""

from __future__ import annotations

from collections.abc import Iterator

from pressgen.checks import figures
from pressgen.checks.align import aligned
from pressgen.checks.claims import binding, change, opposed, parties, parts, reversals, times
from pressgen.checks.claims.clauses import answers
from pressgen.checks.found import day_of
from pressgen.document import Release
from pressgen.findings import Finding
from pressgen.house import House


def check(release: Release, house: House) -> Iterator[Finding]:
    """Findings on figures that agree in value but not in direction or subject, and on who did it to whom."""
    for each in figures.desk(release, day_of(release, house)).compared:
        pairs = each.result.pairs
        yield from opposed.of_figures(pairs)
        blocks = (*each.group.zh, *each.group.en)
        for block in blocks:
            yield from change.check(block)
        impossible = [finding for block in blocks for finding in parts.check(block)]
        yield from impossible
        judged = opposed.settled(pairs)
        if opposed.is_open(each.group.zh, each.group.en, judged):
            found = answers(each.group.zh, each.group.en, house.glossary)
            yield from opposed.of_clauses(found, judged)
            yield from reversals.check(each.group.zh, each.group.en)
        yield from times.check(each)
        if not impossible:
            yield from binding.check(each.group, pairs, house.glossary)
    for group in aligned(release):
        if group.zh and group.en:
            yield from parties.check(group, house.glossary)
