"""What was made of large data once, kept in the user's cache folder: safe to delete, made again where gone.

With ``PRESSGEN_CACHE=off`` nothing is kept; any other value is the folder.
"""

from __future__ import annotations

import contextlib
import gzip
import os
import zlib
from collections.abc import Callable, Iterable
from importlib.resources.abc import Traversable
from pathlib import Path

from pressgen.errors import FileError

_VERSION = b"pressgen 1"


def sorted_lines(name: str, packed: Traversable, lines: Callable[[bytes], Iterable[str]]) -> bytes:
    """What ``lines`` makes of a gzipped file that comes with a package, in order, each with its line feed."""
    with packed.open("rb") as file:
        file.seek(-8, os.SEEK_END)
        checksum = file.read().hex()  # of what is packed, and its size

    def make() -> bytes:
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
    path = _folder()
    if path is None:
        return make()
    head = b"%s %s " % (_VERSION, source.encode())
    found = _read(path / name, head)
    if found is None:
        found = make()
        _write(path / name, head + b"%d %d\n" % (len(found), zlib.crc32(found)) + found)
    return found


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
