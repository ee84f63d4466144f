"""What was made of large data once, kept in the user's cache folder: safe to delete, made again where gone.

With ``PRESSGEN_CACHE=off`` nothing is kept; any other value is the folder.
"""

from __future__ import annotations

import contextlib
import marshal
import os
import zlib
from collections.abc import Callable, Iterable
from importlib.util import find_spec
from pathlib import Path
from typing import TypeVar, cast

from pressgen.errors import FileError

_VERSION = b"pressgen 1"
T = TypeVar("T")


def coming_with(package: str, *names: str) -> Path:
    """A file that comes with a package, which is not imported for it."""
    found = find_spec(package)
    if found is None or not found.submodule_search_locations:
        raise ModuleNotFoundError(package)
    return Path(found.submodule_search_locations[0], *names)


def sorted_lines(name: str, packed: Path, lines: Callable[[bytes], Iterable[str]]) -> bytes:
    """What ``lines`` makes of a gzipped file that comes with a package, in order, each with its line feed."""
    with packed.open("rb") as file:
        file.seek(-8, os.SEEK_END)
        checksum = file.read().hex()  # of what is packed, and its size

    def make() -> bytes:
        import gzip  # noqa: PLC0415  # once a machine

        return "".join(f"{line}\n" for line in sorted(lines(gzip.decompress(packed.read_bytes())))).encode()

    return kept(name, checksum, make)


def place(lines: bytes, prefix: bytes) -> int:
    r"""Where the first of sorted lines begins that is not before a prefix.

    >>> place(b"ant 1\nbee 2\ncat 3\n", b"bee")
    6
    """
    low, high = 0, len(lines)
    while low < high:
        middle = (low + high) // 2
        start = lines.rfind(b"\n", 0, middle) + 1
        if lines[start : start + len(prefix)] < prefix:
            low = lines.index(b"\n", middle) + 1
        else:
            high = start
    return low


def kept(name: str, source: str, make: Callable[[], bytes]) -> bytes:
    """What ``make`` returns, from the file ``name`` where that was made of the same ``source``.

    ``source`` says in one line which data it was made of, so that other data make it anew. A file that is cut
    off, damaged, of another version or that cannot be read or written is as good as none.
    """
    found = stored(name, source)
    if found is None:
        found = make()
        store(name, source, found)
    return found


def value(name: str, source: str, make: Callable[[], T]) -> T:
    """What ``make`` returns, as ``kept``, where that is strings, bytes, numbers, tuples, lists, dictionaries.

    It is believed only of a folder that nobody but the user can write to.
    """
    found = stored(name, source, own=True)
    if found is not None:
        return cast("T", marshal.loads(found))  # noqa: S302  # the user's own, see above
    made = make()
    store(name, source, marshal.dumps(made))  # type: ignore[arg-type]  # plain, see above
    return made


def edition(folder: Path, endings: tuple[str, ...] = (".py",)) -> str:
    """Which edition of the program made something: size and time of each module (or table) of a folder."""
    with os.scandir(folder) as entries:
        states = sorted((entry.name, entry.stat()) for entry in entries if entry.name.endswith(endings))
    return digest(*(f"{name} {state.st_size} {state.st_mtime_ns}" for name, state in states))


def digest(*parts: str | bytes) -> str:
    """A line that stands for these parts in their order, and for no others."""
    from hashlib import sha256  # noqa: PLC0415  # most commands keep nothing

    whole = sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        whole.update(b"%d " % len(data) + data)
    return whole.hexdigest()


def stored(name: str, source: str, *, own: bool = False) -> bytes | None:
    """What was stored under this name, made of this source; None where there is nothing of the kind.

    ``own``: only from a folder nobody but the user can write to, for what is as good as code.
    """
    folder = _folder()
    if folder is None or (own and not _is_own(folder)):
        return None
    return _read(folder / name, _head(source))


def store(name: str, source: str, found: bytes) -> None:
    """Keeps what was made of a source for the next process; where that cannot be, nothing is kept."""
    folder = _folder()
    if folder is not None:
        _write(folder / name, _head(source) + b"%d %d\n" % (len(found), zlib.crc32(found)) + found)


def _head(source: str) -> bytes:
    return b"%s %s " % (_VERSION, source.encode())


def _is_own(folder: Path) -> bool:
    """Whether a folder is the user's and only the user's to write to; Windows gives each user such a one."""
    if os.name != "posix":
        return True
    try:
        state = folder.stat()
    except OSError:
        return False
    return state.st_uid == os.geteuid() and not state.st_mode & 0o022


def _folder() -> Path | None:
    chosen = os.environ.get("PRESSGEN_CACHE", "")
    if chosen == "off":
        return None
    if chosen:
        return Path(chosen)
    from platformdirs import user_cache_path  # noqa: PLC0415  # most commands keep nothing

    return user_cache_path("pressgen", appauthor=False)


def _read(path: Path, head: bytes) -> bytes | None:
    try:
        with path.open("rb") as file:
            line = file.readline(1000)
            if not line.startswith(head):
                return None
            found = file.read()
    except OSError:
        return None
    return found if line[len(head) : -1] == b"%d %d" % (len(found), zlib.crc32(found)) else None


def _write(path: Path, data: bytes) -> None:
    from pressgen import outbox  # noqa: PLC0415  # written once

    with contextlib.suppress(FileError):
        outbox.put(path, data)
