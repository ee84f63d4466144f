"""Names: those of the glossary, used as it says, and the same in both languages."""

from __future__ import annotations

from collections.abc import Iterator

from pressgen.checks.align import aligned
from pressgen.checks.terminology import counterparts, misspelt, names, order, reverse
from pressgen.checks.terminology.places import placed
from pressgen.checks.terminology.rules import RULES
from pressgen.document import Release
from pressgen.findings import Finding
from pressgen.house import House

__all__ = ["RULES", "check"]


def check(release: Release, house: House) -> Iterator[Finding]:
    """Findings on names in each language, then on names that one of the two lacks. Raises GlossaryError."""
    on = house.on.isoformat() if house.on else release.published[:10]
    zh, en = (placed(document, house.glossary) for document in (release.zh, release.en))
    yield from names.check(zh, "zh", on)
    yield from names.check(en, "en", on)
    yield from misspelt.english(release.en, house.glossary, zh, en)
    yield from misspelt.chinese(release.zh, house.glossary)
    yield from order.check(release.en, en)
    if release.zh.blocks and release.en.blocks and (zh or en):
        groups = aligned(release)
        swapped = list(reverse.swapped(zh, en, groups, on))
        yield from swapped
        told = {span for finding in swapped for span in (finding.span, *finding.related)}
        lacking = (*counterparts.check(zh, en, groups, on), *reverse.added(en, groups, on))
        yield from (finding for finding in lacking if finding.span not in told)
