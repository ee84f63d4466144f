"""The files of others given back: Word files with comments, text files with their safe fixes made."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from pressgen import outbox, source
from pressgen.errors import UI
from pressgen.findings import Finding
from pressgen.house import accepted

if TYPE_CHECKING:
    from pressgen.formats.word.review import Reviewed
    from pressgen.house.accepted import Acceptance


def review(
    path: Path | str, findings: Sequence[Finding], ui: UI, *, author: str = "pressgen", at: datetime
) -> Reviewed:
    """A Word file with its findings as comments and their safe fixes as tracked changes. Raises FileError."""
    from pressgen.formats.word import review as word  # noqa: PLC0415  # lxml, for those who ask

    return word.review(source.bytes_of(Path(path)), str(path), findings, ui, author=author, at=at)


def fix(path: Path | str, findings: Iterable[Finding]) -> tuple[int, int]:
    """Make the safe fixes of a Markdown or plain text file in it: how many were made, how many could not be.

    The file is replaced whole or not at all. Raises FileError.
    """
    from pressgen.formats.amend import amend  # noqa: PLC0415  # only for those who ask

    data = source.bytes_of(Path(path))
    safe = [
        (finding.span, finding.fix.text)
        for finding in findings
        if finding.fix and finding.fix.safe and finding.span.file == str(path)
    ]
    changes = list(dict.fromkeys(safe))
    amended, refused = amend(data, str(path), changes)
    if amended != data:
        outbox.put(Path(path), amended)
    return len(changes) - len(refused), len(refused)


def accept(finding: Finding, reason: str, folder: Path, *, file: str = "") -> None:
    """Never report a finding again beside the texts of a folder: add it to what is accepted there.

    ``file``: only in texts of this name. Raises FileError, HouseError for a list that cannot be read.
    """
    with outbox.held(folder):
        _put_accepted([*_accepted(folder), (finding.rule.id, finding.span.text, reason, file)], folder)


def withdraw(acceptance: Acceptance, folder: Path) -> bool:
    """Report again what was accepted in a folder; whether it was accepted there. Raises as ``accept``."""
    with outbox.held(folder):
        rows = _accepted(folder)
        stay = [row for row in rows if row != _row(acceptance)]
        if len(stay) < len(rows):
            _put_accepted(stay, folder)
    return len(stay) < len(rows)


def _accepted(folder: Path) -> list[tuple[str, ...]]:
    path = folder / accepted.FILE
    return [_row(each) for each in accepted.read(path)] if path.is_file() else []


def _row(acceptance: Acceptance) -> tuple[str, ...]:
    return acceptance.rule, acceptance.text, acceptance.reason, acceptance.file


def _put_accepted(rows: Iterable[tuple[str, ...]], folder: Path) -> None:
    names = ("rule", "text", "reason", "file")
    said = [{name: value for name, value in zip(names, row, strict=True) if value} for row in rows]
    outbox.put(folder / accepted.FILE, source.text(said).encode())
