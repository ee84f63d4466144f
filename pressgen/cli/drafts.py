"""Event files that are checked: drafted in memory alone, every finding at its place in the event file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from pressgen import api
from pressgen.api import Coverage
from pressgen.document import Block
from pressgen.errors import Faults, PressgenError
from pressgen.findings import Finding
from pressgen.house import House


@dataclass(slots=True)
class CheckedFiles:
    """What was read and found in all files of a check together."""

    findings: list[Finding] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    bad: list[PressgenError] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    coverage: Coverage = field(default_factory=Coverage)


def check(paths: Sequence[Path], house: House, read: CheckedFiles, *, housed: bool) -> None:
    """Draft each event in its own house, or in the given one (``housed``), and add what is found."""
    types = api.types(house.newsroom) if paths else None
    for path in paths:
        try:
            event = api.load(path, house.newsroom, types)
            own = house if housed or not event.house else api.open_house(event.house, house.newsroom)
            draft = api.draft(event, own)
            read.findings += [_placed(finding, str(path)) for finding in draft.findings]
        except PressgenError as fault:
            faults = fault.errors if isinstance(fault, Faults) else [fault]
            read.bad += faults
            if any(each.at and each.at.file == str(path) for each in faults):  # else its house is at fault
                read.coverage += Coverage(unread=(str(path),))
        else:
            read.files.append(str(path))
            read.blocks += draft.release.blocks


def _placed(finding: Finding, file: str) -> Finding:
    """A finding in a draft, at the fact it comes from; the draft's own words stand beside it."""
    if finding.span.file == file:
        return finding
    source = next((span for span in finding.related if span.file == file), None)
    if source is None:
        return finding
    others = (span for span in finding.related if span is not source)
    return replace(finding, span=source, related=(finding.span, *others))
