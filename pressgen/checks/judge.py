"""What the checks find in a release, and what of it a newsroom has accepted."""

from __future__ import annotations

from collections.abc import Sequence

from pressgen.checks import findings
from pressgen.document import Release
from pressgen.house import House
from pressgen.house.accepted import Acceptance, Judged, judged


def judge(release: Release, house: House, beside: Sequence[Acceptance] | None = None) -> Judged:
    """Every finding of every check, what of it was accepted, and which acceptances met nothing any more.

    ``beside``: what was accepted for texts that lie in no folder; without it their folders are looked into.
    """
    found = findings(release, house)
    return judged(found, house, dict.fromkeys(block.at.file for block in release.blocks), beside)
