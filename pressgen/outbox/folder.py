"""A folder made whole or not at all: beside its place first, then renamed."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Callable
from pathlib import Path

from pressgen.outbox.file import clear, unwritable


def make(folder: Path, fill: Callable[[Path], None]) -> None:
    """Make a folder that is not there, or is empty; ``fill`` writes into the one that becomes it.

    Raises FileError where it cannot be written; then nothing is left of it. What ``fill`` raises besides
    passes through.
    """
    beside = folder.with_name(f".{folder.name}.{secrets.token_hex(4)}.part")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        beside.mkdir()
        fill(beside)
        if folder.exists():
            folder.rmdir()
        beside.rename(folder)
    except OSError as error:
        raise unwritable(folder, error) from None
    finally:
        clear(beside)


def copied(source: Path, target: Path, *, leave_out: str) -> None:
    """A folder copied with ordinary rights, whatever those of the source are. Raises OSError."""
    shutil.copytree(
        source,
        target,
        ignore=shutil.ignore_patterns(leave_out),
        copy_function=shutil.copyfile,
        dirs_exist_ok=True,
    )
    for path in [target, *target.rglob("*")]:
        if path.is_dir():
            path.chmod(path.stat().st_mode | 0o700)
