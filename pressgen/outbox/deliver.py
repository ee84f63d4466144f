"""A draft's files into a folder, together with the record that remembers them.

What pressgen wrote is remembered by its hash in ``<slug>.record.json``. A file whose bytes are no
longer those is a person's: the new draft stands beside it as ``<slug>.zh.2.docx``.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pressgen.outbox.file import unwritable
from pressgen.outbox.lock import held
from pressgen.outbox.switch import hash_of, settle, together


@dataclass(frozen=True, slots=True)
class Delivered:
    """One file as asked for and as written; ``beside`` is the edited file that was kept, or None."""

    path: Path
    beside: Path | None = None


def deliver(
    folder: Path, slug: str, files: Mapping[str, bytes], notes: Mapping[str, Any], *, force: bool = False
) -> list[Delivered]:
    """Write the files and the record that remembers them, all or none; ``notes`` stand in the record.

    A file somebody edited since, or that pressgen never wrote, is kept unless ``force``. Raises FileError:
    the folder cannot be written, or a file is open in another program; then every file is what it was.
    """
    with held(folder):
        settle(folder)
        record = folder / f"{slug}.record.json"
        recorded = _recorded(record)
        delivered = [_place(folder, name, data, recorded, force=force) for name, data in files.items()]
        placed = {item.path.name: data for item, data in zip(delivered, files.values(), strict=True)}
        hashes = recorded | {name: hash_of(data) for name, data in placed.items()}
        text = json.dumps({**notes, "files": hashes}, ensure_ascii=False, indent=2)
        data = f"{text}\n".encode(errors="backslashreplace")  # an event's name of no letters is its escapes
        together(folder, slug, {**placed, record.name: data})
    return delivered


def _recorded(record: Path) -> dict[str, str]:
    """The hashes an earlier run remembered; a record that is not ours remembers nothing.

    Raises FileError for one that cannot be read now: a draft nobody edited would be taken for edited.
    """
    try:
        text = record.read_bytes()
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise unwritable(record, error) from None
    with contextlib.suppress(ValueError, AttributeError, RecursionError):
        files = json.loads(text.decode("utf-8")).get("files")
        return {str(name): str(hash_) for name, hash_ in files.items()}
    return {}


def _place(folder: Path, name: str, data: bytes, recorded: Mapping[str, str], *, force: bool) -> Delivered:
    first = folder / name
    if force or _ours(first, data, recorded):
        return Delivered(first)
    stem, suffix = name.rsplit(".", 1)
    number = 2
    while not _ours(path := folder / f"{stem}.{number}.{suffix}", data, recorded):
        number += 1
    return Delivered(path, beside=first)


def _ours(path: Path, data: bytes, recorded: Mapping[str, str]) -> bool:
    """Whether nothing is lost by writing here: no file, the same bytes, or the ones pressgen left."""
    try:
        now = path.read_bytes()
    except FileNotFoundError:
        return True
    except OSError as error:
        raise unwritable(path, error) from None
    return now == data or recorded.get(path.name) == hash_of(now)
