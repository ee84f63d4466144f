"""Names: those of the glossary, used as it says, and the same in both languages."""

from __future__ import annotations

from collections.abc import Iterator

from pressgen.checks.align import aligned
from pressgen.checks.terminology import counterparts, names, order
from pressgen.checks.terminology.places import placed
from pressgen.checks.terminology.rules import RULES
from pressgen.document import Release
from pressgen.findings import Finding
from pressgen.house import House

__all__ = ["RULES", "check"]


def check(release: Release, house: House) -> Iterator[Finding]:
    """Findings on names in each language, then on names that the English lacks. Raises GlossaryError."""
    on = house.on.isoformat() if house.on else release.published[:10]
    zh, en = (placed(document, house.glossary) for document in (release.zh, release.en))
    yield from names.check(zh, "zh", on)
    yield from names.check(en, "en", on)
    yield from order.check(release.en)
    if zh and release.en.blocks:
        yield from counterparts.check(zh, en, aligned(release), on)
