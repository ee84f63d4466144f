"""The files of others given back: Word files with comments, text files with their safe fixes made."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from pressgen import outbox, source
from pressgen.errors import UI
from pressgen.findings import Finding

if TYPE_CHECKING:
    from pressgen.formats.word.review import Reviewed


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
        (one.span, one.fix.text)
        for one in findings
        if one.fix and one.fix.safe and one.span.file == str(path)
    ]
    changes = list(dict.fromkeys(safe))
    amended, left = amend(data, str(path), changes)
    if amended != data:
        outbox.put(Path(path), amended)
    return len(changes) - len(left), len(left)
