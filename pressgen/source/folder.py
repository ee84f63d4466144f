"""What lies in a folder, or one clear line why it cannot be told.

Python's own patterns (``glob``, ``rglob``, ``walk``) pass over a folder that may not be looked into and say
nothing: a backup would be short of a story, a folder of drafts checked in part. So whoever looks into folders
asks here.
"""

from __future__ import annotations

import errno
import fnmatch
import glob
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from pressgen.source.file import unreadable

BESIDE = (".", "~$")
"""How names begin of what lies hidden, or beside a file that is open."""
_NOWHERE = (errno.ENOENT, errno.ENOTDIR, errno.ELOOP)
"""What the system says of a link that leads nowhere, and of what went meanwhile."""


def listed(folder: Path, suffix: str = "") -> list[Path]:
    """What lies in a folder, by name: all, or the files of that ending. A folder that is not there has none.

    Of an ending only those that people name: editors, Office and macOS leave ``.#names.csv``, ``~$names.csv``
    and ``._names.csv`` beside them. Raises FileError for a folder that cannot be looked into.
    """
    try:
        found = sorted(folder.iterdir(), key=lambda path: os.path.normcase(path.name))
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise unreadable(error, folder) from None
    if not suffix:
        return found
    return [path for path in found if path.name.endswith(suffix) and not path.name.startswith(BESIDE)]


def walked(folder: Path) -> list[Path]:
    """Every file in a folder and those below, in the order of their paths; no link to a folder is followed.

    Raises FileError for one that cannot be looked into, or for a file the system will not show.
    """
    return sorted(path for path, mode in _below(folder) if stat.S_ISREG(mode))


def real(path: Path) -> Path:
    """Where a path leads, without links and ``..``; links that lead round in a ring lead to themselves.

    ``Path.resolve`` raises RuntimeError for those.
    """
    return Path(os.path.realpath(path))


def matched(pattern: Path) -> list[Path]:
    """The files a pattern of a shell stands for (``*``, ``?``, ``[a-c]``, ``**`` for folders within folders).

    In the order of their paths; a name that begins with a full stop is meant only by one that does, too.
    Raises FileError as ``walked``.
    """
    root = Path(pattern.anchor)
    parts = pattern.parts[1:] if pattern.anchor else pattern.parts
    return sorted({path for path in _matching(root, parts) if stat.S_ISREG(_mode(path))})


def _matching(folder: Path, parts: tuple[str, ...]) -> Iterator[Path]:
    part, rest = parts[0], parts[1:]
    if part == "**":
        inner = (path for path, mode in _below(folder, hidden=False) if stat.S_ISDIR(mode))
        found, rest = [folder, *inner], rest or ("*",)
    elif glob.has_magic(part):
        found = _named(folder, part)
    else:
        found = [folder / part]
    for path in found:
        if rest:
            yield from _matching(path, rest)
        else:
            yield path


def _named(folder: Path, part: str) -> list[Path]:
    """What lies in a folder under such a name, hidden only where the name is."""
    names = (path for path in listed(folder) if path.name.startswith(".") == part.startswith("."))
    return [path for path in names if fnmatch.fnmatch(path.name, part)]


def _below(folder: Path, *, hidden: bool = True) -> Iterator[tuple[Path, int]]:
    """All in a folder and in those below, and what each is (0: a link to a folder, which is not followed)."""
    waiting = [folder]
    while waiting:
        for path in listed(waiting.pop()):
            if hidden or not path.name.startswith("."):
                mode = _mode(path)
                if stat.S_ISDIR(mode):
                    mode = 0 if path.is_symlink() else mode
                    waiting += [path] * bool(mode)
                yield path, mode


def _mode(path: Path) -> int:
    """What a path is, as ``stat`` says it; 0 for nothing. Raises FileError where it will not say."""
    try:
        return path.stat().st_mode
    except OSError as error:
        if error.errno in _NOWHERE:
            return 0
        raise unreadable(error, path) from None
