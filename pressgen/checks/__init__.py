"""What a revisor looks for, in the order a revisor reads."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from pressgen.checks import (
    claims,
    codes,
    conversions,
    figures,
    language,
    phrases,
    status,
    structure,
    terminology,
    typography,
    weekdays,
)
from pressgen.checks.overlaps import said_once
from pressgen.checks.remembered import whole
from pressgen.document import Release
from pressgen.findings import Finding, Rule
from pressgen.house import House

Check = Callable[[Release, House], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    language.check,
    structure.check,
    terminology.check,
    figures.check,
    claims.check,
    weekdays.check,
    status.check,
    codes.check,
    conversions.check,
    typography.check,
    phrases.check,
)
"""Every check; each yields what it finds in a release, in the order of the text."""


def findings(release: Release, house: House) -> list[Finding]:
    """Every finding of every check, in their order; what several find at one place is said once."""
    marked = tuple(map(house.marks.marked, release.blocks))
    if any(block is not before for block, before in zip(marked, release.blocks, strict=True)):
        release = replace(release, blocks=marked)  # else what is known of the release still counts
    with whole(len(release.blocks)):
        return said_once(finding for look in CHECKS for finding in look(release, house))


RULES: dict[str, Rule] = {
    rule.id: rule
    for module in (
        language,
        structure,
        terminology,
        figures,
        claims,
        weekdays,
        status,
        codes,
        conversions,
        typography,
        phrases,
    )
    for rule in module.RULES
}
"""Every rule by its id."""
