"""Faults that are right as they stand: accepted once and for all, each with its reason.

``pressgen.accepted.yaml`` beside a text or in the newsroom's folder, ``accepted.yaml`` in a house's::

    - rule: typography/half-width-comma
      text: "1,000"
      reason: 国际赛事官方名称沿用原文写法
      file: 马拉松*.docx
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from pressgen.errors import Faults, HouseError, Place, PressgenError, raise_all
from pressgen.findings import Finding
from pressgen.house.house import House
from pressgen.source import Node, bind, load

FILE = "pressgen.accepted.yaml"
HOUSE_FILE = "accepted.yaml"


@dataclass(frozen=True, slots=True)
class _Row:
    rule: str
    text: str
    reason: str
    file: str = ""


@dataclass(frozen=True, slots=True)
class Acceptance:
    """A finding not to be reported again: its rule, its very words, and why; ``file`` may hold ``*``.

    ``folder`` is that of the texts it stands beside, None where it is for all of a newsroom or house.
    """

    rule: str
    text: str
    reason: str
    file: str
    at: Place
    folder: Path | None = None

    def covers(self, file: str) -> bool:
        """Whether a text of this name is meant."""
        path = PurePath(file)
        beside = self.folder is None or Path(file).parent == self.folder
        return beside and (not self.file or path.match(self.file))

    def accepts(self, finding: Finding) -> bool:
        """Whether a finding is the one that was accepted."""
        same = finding.rule.id == self.rule and _solid(finding.span.text) == _solid(self.text)
        return same and self.covers(finding.span.file)


@dataclass(frozen=True, slots=True)
class Judged:
    """Findings that stand, those that were accepted, and acceptances beside the texts that met nothing."""

    findings: list[Finding]
    accepted: list[tuple[Finding, Acceptance]]
    stale: list[Acceptance]


def judged(
    findings: Sequence[Finding],
    house: House,
    files: Iterable[str],
    beside: Sequence[Acceptance] | None = None,
) -> Judged:
    """Findings of these files in the light of what was accepted; ``beside`` them, where that is no folder.

    Raises ``HouseError``, ``FileError``.
    """
    files = [file for file in files if file]
    rows = [*(_beside(files) if beside is None else beside), *_everywhere(house)]
    if not rows:
        return Judged(list(findings), [], [])
    met = [(finding, next((row for row in rows if row.accepts(finding)), None)) for finding in findings]
    accepted = [(finding, row) for finding, row in met if row]
    used = {row for _, row in accepted}
    stale = [row for row in rows if row.folder and row not in used and any(map(row.covers, files))]
    return Judged([finding for finding, row in met if not row], accepted, stale)


def read(path: Path, folder: Path | None = None) -> list[Acceptance]:
    """The acceptances of a file, all its faults at once. Raises ``HouseError``, ``FileError``."""
    return listed(load(path), folder)


def listed(node: Node, folder: Path | None = None) -> list[Acceptance]:
    """The acceptances of a file that was read, all its faults at once. Raises ``HouseError``."""
    if not isinstance(node.value, list):
        raise HouseError(
            "应为列表，每项写明rule、text、reason",
            "should be a list, each with rule, text and reason",
            node.at,
        )
    faults: list[PressgenError] = []
    found = [row for item in node.value for row in _row(item, folder, faults)]
    raise_all(faults)
    return found


def _row(node: Node, folder: Path | None, faults: list[PressgenError]) -> Iterator[Acceptance]:
    try:
        row = bind(node, _Row, HouseError)
    except Faults as several:
        faults += several.errors
    except PressgenError as error:
        faults.append(error)
    else:
        faults += _wrong(row, node.at)
        yield Acceptance(row.rule, row.text, row.reason, row.file, node.at, folder)


def _wrong(row: _Row, at: Place) -> Iterator[HouseError]:
    if not row.reason.strip():
        yield HouseError("没有写明理由；请在reason里写一句", "there is no reason; say in reason why", at)
    if "/" not in row.rule:
        yield HouseError(
            "rule应写成figure/mismatch这样，报告里有",
            "rule should be like figure/mismatch, as reports name it",
            at,
        )


def _beside(files: Sequence[str]) -> Iterator[Acceptance]:
    for folder in dict.fromkeys(Path(file).parent for file in files):
        if (folder / FILE).is_file():
            yield from read(folder / FILE, folder)


def _everywhere(house: House) -> Iterator[Acceptance]:
    """What is accepted in the newsroom's folder and in the house and those it extends."""
    newsroom = house.newsroom
    paths = [newsroom.settings.parent / FILE] if newsroom.settings else []
    found = (newsroom.find("templates", "houses", name, HOUSE_FILE) for name in house.names)
    for path in [*paths, *filter(None, found)]:
        if path.is_file():
            yield from read(path)


def _solid(text: str) -> str:
    return " ".join(text.split())
