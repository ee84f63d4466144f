"""Several files of one folder that appear together or not at all.

New files are staged in a hidden folder beside their places, with copies of what they replace and a
journal that says what goes where. Once the journal lies there whole, the files are put in place one by
one. Where one cannot be (it is open in Word, the disk is full), those before it are put back. What a kill
interrupts, the next run in the folder finishes. A file that a hand has changed meanwhile is left alone.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import BinaryIO

from pressgen.errors import FileError
from pressgen.outbox.file import clear, fresh, put, unwritable, write

_STAGE = ".pressgen-stage-"
_JOURNAL = "journal.json"


@dataclass(frozen=True, slots=True)
class _Entry:
    """One file: its name, its number on the stage, and the hashes of its new and its old bytes."""

    name: str
    number: int
    new: str
    old: str | None


def together(folder: Path, name: str, files: Mapping[str, bytes]) -> None:
    """Write files into a folder that this run holds: all of them, or none.

    ``name`` tells stages of one folder apart. Raises FileError; then every file is what it was.
    """
    stage = folder / f"{_STAGE}{name}"
    try:
        entries = _staged(stage, folder, files)
    except OSError as error:
        clear(stage)
        raise unwritable(folder / name, error) from None
    except FileError:
        clear(stage)
        raise
    _switch(stage, folder, entries)


@contextlib.contextmanager
def filled(folder: Path, names: Sequence[str]) -> Iterator[list[BinaryIO]]:
    """Files of a folder that this run holds, written piece by piece; in place together once all are whole.

    For what every run writes anew: what a kill interrupts is not finished, but made again. Raises
    FileError; then every file is what it was.
    """
    stage = folder / f"{_STAGE}filled"
    try:
        clear(stage)
        stage.mkdir()
        with contextlib.ExitStack() as files:
            yield [files.enter_context(fresh(stage / f"{number}.new")) for number in range(len(names))]
        _exchange(stage, folder, names)
    except OSError as error:
        raise unwritable(folder / names[0], error) from None
    finally:
        clear(stage)


def _exchange(stage: Path, folder: Path, names: Sequence[str]) -> None:
    """Put staged files in their places, those of before on the stage; where one cannot be, all go back."""
    places = [
        (stage / f"{number}.new", folder / name, stage / f"{number}.old") for number, name in enumerate(names)
    ]
    try:
        for new, target, old in places:
            if target.exists():
                new.chmod(target.stat().st_mode & 0o777)
                target.replace(old)
            new.replace(target)
    except OSError:
        for new, target, old in reversed(places):
            if old.exists():
                _moved(old, target)
            elif not new.exists():
                target.unlink()
        raise


def _moved(old: Path, target: Path) -> None:
    try:
        old.replace(target)
    except OSError:  # a folder that lets nothing be renamed may still let a file be written
        shutil.copyfile(old, target)


def settle(folder: Path) -> None:
    """Finish in a folder that this run holds what a killed run had begun, or take it away.

    Raises FileError, also for a folder that cannot be looked into: what was begun there would stay half done.
    """
    for stage in _stages(folder):
        journal = _journal(stage)
        if journal is None:
            clear(stage)
        elif journal[0]:
            _switch(stage, folder, journal[1], begun=True)
        else:
            _back(stage, folder, journal[1])


def _stages(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.name.startswith(_STAGE))
    except OSError as error:
        raise unwritable(folder / _STAGE, error) from None


def hash_of(data: bytes) -> str:
    """The hash by which a file is known again."""
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def _staged(stage: Path, folder: Path, files: Mapping[str, bytes]) -> list[_Entry]:
    stage.mkdir(parents=True)
    entries = []
    for number, (name, data) in enumerate(files.items()):
        old = _bytes(folder / name)
        if old == data:
            continue
        write(stage / f"{number}.new", data)
        if old is not None:
            write(stage / f"{number}.old", old)
        entries.append(_Entry(name, number, hash_of(data), None if old is None else hash_of(old)))
    put(stage / _JOURNAL, _written(entries, forward=True))
    return entries


def _written(entries: list[_Entry], *, forward: bool) -> bytes:
    return json.dumps({"forward": forward, "files": list(map(asdict, entries))}, ensure_ascii=False).encode()


def _journal(stage: Path) -> tuple[bool, list[_Entry]] | None:
    """Which way a journal goes and its entries, or None where it is not one of ours."""
    with contextlib.suppress(OSError, ValueError, TypeError, KeyError):
        read = json.loads((stage / _JOURNAL).read_text(encoding="utf-8"))
        entries = [_Entry(**entry) for entry in read["files"]]
        if all(Path(entry.name).name == entry.name for entry in entries):
            return bool(read["forward"]), entries
    return None


def _switch(stage: Path, folder: Path, entries: list[_Entry], *, begun: bool = False) -> None:
    """Put every staged file in its place, or put back those that were.

    ``begun``: an earlier run may have put some, and a hand may have changed them since; else this run has
    just read them all, and reads nothing more.
    """
    placed: list[_Entry] = []
    for entry in entries:
        target = folder / entry.name
        try:
            if not begun or _held(target) == entry.old:
                _place(stage / f"{entry.number}.new", target)
                placed.append(entry)
        except OSError as error:
            with contextlib.suppress(FileError):  # going back may still be possible
                put(stage / _JOURNAL, _written(entries, forward=False))
            _back(stage, folder, entries if begun else placed, begun=begun)
            raise unwritable(target, error) from None
    clear(stage)


def _back(stage: Path, folder: Path, entries: list[_Entry], *, begun: bool = True) -> None:
    """Put back what was replaced, as far as no hand has changed it."""
    for entry in reversed(entries):
        target = folder / entry.name
        try:
            if not begun or _held(target) == entry.new != entry.old:
                _undo(stage / f"{entry.number}.old", target)
        except OSError as error:
            raise unwritable(target, error) from None
    clear(stage)


def _place(staged: Path, target: Path) -> None:
    """Put a staged file in its place, unless that was done already."""
    if staged.exists():
        if target.exists():
            staged.chmod(target.stat().st_mode & 0o777)
        staged.replace(target)


def _undo(backup: Path, target: Path) -> None:
    if not backup.exists():
        target.unlink()
        return
    try:
        backup.chmod(target.stat().st_mode & 0o777)
        backup.replace(target)
    except OSError:  # a folder that lets nothing be renamed may still let a file be written
        target.write_bytes(backup.read_bytes())


def _held(path: Path) -> str | None:
    data = _bytes(path)
    return None if data is None else hash_of(data)


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
