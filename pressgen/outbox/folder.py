"""A folder made whole or not at all, beside its place first, then renamed; and one that goes at once."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from pressgen.outbox.file import clear, emptied, unwritable
from pressgen.outbox.lock import LOCK, held


def make(folder: Path, fill: Callable[[Path], None]) -> None:
    """Make a folder that is not there, or is empty; ``fill`` writes into the one that becomes it.

    Raises FileError where it cannot be written; then nothing is left of it. What ``fill`` raises besides
    passes through.
    """
    beside = folder.with_name(f".{folder.name}.part")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with held(beside):
            emptied(beside, but=LOCK)  # what a run that was killed had begun
            fill(beside)
        (beside / LOCK).unlink(missing_ok=True)
        if folder.exists():
            folder.rmdir()
        beside.rename(folder)
    except OSError as error:
        raise unwritable(folder, error) from None
    finally:
        clear(beside)


@contextlib.contextmanager
def passing() -> Iterator[Path]:
    """A folder for files that are read at once, closed to others and gone afterwards.

    Raises FileError where the system has no room for one.
    """
    try:
        folder = Path(tempfile.mkdtemp(prefix="pressgen-"))
    except OSError as error:
        raise unwritable(Path(tempfile.gettempdir()) / "pressgen", error) from None
    try:
        yield folder
    finally:
        clear(folder)


def copied(source: Path, target: Path, *, leave_out: str) -> None:
    """A folder copied with ordinary rights, whatever those of the source are. Raises OSError.

    Folder by folder: a pattern would pass over one that cannot be looked into, and say nothing.
    """
    target.mkdir(exist_ok=True)
    for path in sorted(source.iterdir()):
        place = target / path.name
        if path.is_dir():
            copied(path, place, leave_out=leave_out)
        elif not path.match(leave_out):
            place.write_bytes(path.read_bytes())
