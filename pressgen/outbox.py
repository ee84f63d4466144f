"""Finished files into a folder: each whole or not at all, and never over one a person has edited.

What pressgen wrote is remembered by its hash in ``<slug>.record.json``. A file whose bytes are no
longer those is a person's: the new draft stands beside it as ``<slug>.zh.2.docx``.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pressgen.errors import FileError, Place


@dataclass(frozen=True, slots=True)
class Delivered:
    """One file as asked for and as written; ``beside`` is the edited file that was kept, or None."""

    path: Path
    beside: Path | None = None


def put(path: Path, data: bytes) -> None:
    """Write a file whole or not at all: a temporary file beside it, flushed, then put in its place.

    Raises FileError: the folder cannot be written, or the file is open in another program.
    """
    spare: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", dir=path.parent)
        spare = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        spare.chmod(_mode(path))
        spare.replace(path)
    except OSError as error:
        if spare:
            with contextlib.suppress(OSError):
                spare.unlink(missing_ok=True)
        raise _unwritable(path, error) from None


def _mode(path: Path) -> int:
    """The rights of the file that is replaced, else those of an ordinary new file."""
    with contextlib.suppress(OSError):
        return path.stat().st_mode & 0o777
    return 0o644


def _unwritable(path: Path, error: OSError) -> FileError:
    if isinstance(error, PermissionError) and path.exists():
        return FileError(
            "无法写入：文件可能正在Word等程序中打开，请关闭后再试",
            "cannot be written: it may be open in Word or another program; close it and try again",
            Place(str(path)),
        )
    reason = error.strerror or type(error).__name__
    return FileError(
        "无法写入文件夹{folder}（{reason}）",
        "the folder {folder} cannot be written ({reason})",
        Place(str(path)),
        folder=path.parent,
        reason=reason,
    )


def deliver(
    folder: Path, slug: str, files: Mapping[str, bytes], notes: Mapping[str, Any], *, force: bool = False
) -> list[Delivered]:
    """Write the files and the record that remembers them; ``notes`` stand in the record as they are.

    A file somebody edited since, or that pressgen never wrote, is kept unless ``force``.
    """
    record = folder / f"{slug}.record.json"
    known = _known(record)
    delivered = [_place(folder, name, data, known, force=force) for name, data in files.items()]
    for item, data in zip(delivered, files.values(), strict=True):
        put(item.path, data)
    written = {item.path.name: _hash(data) for item, data in zip(delivered, files.values(), strict=True)}
    text = json.dumps({**notes, "files": known | written}, ensure_ascii=False, indent=2)
    put(record, f"{text}\n".encode())
    return delivered


def _known(record: Path) -> dict[str, str]:
    """The hashes an earlier run remembered; a record that is not ours remembers nothing."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        files = json.loads(record.read_text(encoding="utf-8")).get("files")
        return {str(name): str(hash_) for name, hash_ in files.items()}
    return {}


def _place(folder: Path, name: str, data: bytes, known: Mapping[str, str], *, force: bool) -> Delivered:
    first = folder / name
    if force or _ours(first, data, known):
        return Delivered(first)
    stem, suffix = name.rsplit(".", 1)
    number = 2
    while not _ours(path := folder / f"{stem}.{number}.{suffix}", data, known):
        number += 1
    return Delivered(path, beside=first)


def _ours(path: Path, data: bytes, known: Mapping[str, str]) -> bool:
    """Whether nothing is lost by writing here: no file, the same bytes, or the ones pressgen left."""
    try:
        held = path.read_bytes()
    except FileNotFoundError:
        return True
    except OSError as error:
        raise _unwritable(path, error) from None
    return held == data or known.get(path.name) == _hash(held)


def _hash(data: bytes) -> str:
    return f"sha256:{hashlib.sha256(data).hexdigest()}"
