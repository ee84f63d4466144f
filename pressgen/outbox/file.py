"""One file, written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from pressgen.complaints import complaint
from pressgen.errors import FileError, Place

_SPARE = ".part"
_STALE = 3600
"""A spare file as old as this (seconds) belongs to a run that was killed."""
_EXCLUSIVE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_ORDINARY = 0o666
"""The rights asked for; what the umask or the folder does not allow is left out."""


def put(path: Path, data: bytes) -> None:
    """Write a file whole or not at all: a spare file beside it, flushed, then put in its place.

    It keeps the rights of the file it replaces. Raises FileError: the folder cannot be written, or the file
    is open in another program.
    """
    with filling(path) as file:
        file.write(data)


@contextlib.contextmanager
def filling(path: Path, rights: int = _ORDINARY) -> Iterator[BinaryIO]:
    """A file to be written piece by piece, that is in its place only once it is whole. Raises as ``put``."""
    with _spare(path) as spare, os.fdopen(os.open(spare, _EXCLUSIVE, rights), "wb") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())


@contextlib.contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A name beside a file for what a library writes under a name only; in its place once it is whole.

    Raises as ``put``.
    """
    with _spare(path) as spare:
        yield spare
        with spare.open("rb+") as file:
            os.fsync(file.fileno())


@contextlib.contextmanager
def _spare(path: Path) -> Iterator[Path]:
    """The name of a spare file beside a file, that takes its place and its rights where all went well."""
    spare = path.with_name(f".{path.name[:40]}.{os.getpid()}-{os.urandom(4).hex()}{_SPARE}")
    try:
        with furnished(path.parent):
            _clear(path)
            try:
                yield spare
                if path.exists():
                    spare.chmod(path.stat().st_mode & 0o777)
                spare.replace(path)
            except BaseException:
                with contextlib.suppress(OSError):
                    spare.unlink(missing_ok=True)
                raise
    except OSError as error:
        raise unwritable(path, error) from None


@contextlib.contextmanager
def furnished(folder: Path, spare: str = "") -> Iterator[None]:
    """A folder that is there; where what is done in it fails, those made for it go again.

    ``spare`` names a file that goes with them. Raises OSError.
    """
    made = [each for each in (folder, *folder.parents) if not each.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        yield
    except BaseException:
        with contextlib.suppress(OSError):
            if spare and made and [each.name for each in folder.iterdir()] == [spare]:
                (folder / spare).unlink()
            for each in made:
                each.rmdir()
        raise


def write(path: Path, data: bytes) -> None:
    """Write a new file to the disk itself. Raises OSError: it is there already, or cannot be written."""
    with fresh(path) as file:
        file.write(data)


@contextlib.contextmanager
def fresh(path: Path) -> Iterator[BinaryIO]:
    """A new file to be written piece by piece to the disk itself. Raises OSError as ``write``."""
    with os.fdopen(os.open(path, _EXCLUSIVE, _ORDINARY), "wb") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())


def drop(path: Path) -> None:
    """Take away a file of this run that may be there; what the system will not let go the next run does."""
    for _ in range(2):  # as in ``clear``
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)
            return


def clear(folder: Path) -> None:
    """Take away a folder of spare files; what the system will not let go the next run takes away."""
    for _ in range(2):  # a disk or a network that fails for a moment gets a second chance
        with contextlib.suppress(OSError):
            remove(folder)
            return


def remove(folder: Path) -> None:
    """Take away a folder with all in it. Raises OSError."""
    emptied(folder)
    folder.rmdir()


def emptied(folder: Path, but: str = "") -> None:
    """Take away all in a folder but a file of that name. Nothing is opened: a full disk lets nothing be.

    Raises OSError.
    """
    for path in folder.iterdir():
        if path.is_dir() and not path.is_symlink():
            emptied(path)
            path.rmdir()
        elif path.name != but:
            path.unlink()


def unwritable(path: Path, error: OSError) -> FileError:
    """The error for a file that could not be written, in words."""
    if isinstance(error, PermissionError) and path.exists():
        return FileError(
            "无法写入：文件可能正在Word等程序中打开，请关闭后再试",
            "cannot be written: it may be open in Word or another program; close it and try again",
            Place(str(path)),
        )
    if path.parent.is_file():
        return FileError(
            "这是文件，不是文件夹；请另写一个文件夹",
            "this is a file and no folder; name a folder",
            Place(str(path.parent)),
        )
    return FileError(
        "无法写入文件夹{folder}（{reason}）；请换一个文件夹，或核对权限",
        "the folder {folder} cannot be written ({reason}); name another or ask for the right to write",
        Place(str(path)),
        folder=path.parent,
        reason=complaint(error),
    )


def _clear(path: Path) -> None:
    """Take away what killed runs left beside this file."""
    for spare in path.parent.glob(f".{_escaped(path.name[:40])}.*-????????{_SPARE}"):
        with contextlib.suppress(OSError, ValueError):
            owner = int(spare.name.removesuffix(_SPARE).rpartition(".")[2].partition("-")[0])
            if not _is_running(owner) or time.time() - spare.stat().st_mtime > _STALE:
                spare.unlink()


def _is_running(process: int) -> bool:
    """Whether a process may still be at work; Windows cannot be asked without ending it."""
    if os.name == "nt":
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _escaped(name: str) -> str:
    return "".join(f"[{character}]" if character in "*?[" else character for character in name)
