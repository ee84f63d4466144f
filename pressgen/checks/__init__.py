"""What a revisor looks for, in the order a revisor reads."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pressgen.checks import (
    codes,
    conversions,
    figures,
    language,
    phrases,
    structure,
    terminology,
    typography,
    weekdays,
)
from pressgen.document import Release
from pressgen.findings import Finding, Rule
from pressgen.house import House

Check = Callable[[Release, House], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    language.check,
    structure.check,
    terminology.check,
    figures.check,
    weekdays.check,
    codes.check,
    conversions.check,
    typography.check,
    phrases.check,
)
"""Every check; each yields what it finds in a release, in the order of the text."""

RULES: dict[str, Rule] = {
    rule.id: rule
    for module in (
        language,
        structure,
        terminology,
        figures,
        weekdays,
        codes,
        conversions,
        typography,
        phrases,
    )
    for rule in module.RULES
}
"""Every rule by its id."""
