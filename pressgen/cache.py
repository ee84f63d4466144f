"""What was made of large data once, kept in the user's cache folder: safe to delete, made again where gone.

With ``PRESSGEN_CACHE=off`` nothing is kept; any other value is the folder.
"""

from __future__ import annotations

import contextlib
import marshal
import os
import sys
import weakref
import zlib
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from importlib.util import find_spec
from operator import itemgetter
from threading import Lock
from typing import TYPE_CHECKING, BinaryIO, Literal, TypeVar, cast

from pressgen.errors import FileError

if TYPE_CHECKING:
    from pathlib import Path

_VERSION = b"pressgen 2"
T = TypeVar("T")


def coming_with(package: str, *names: str) -> Path:
    """A file that comes with a package, which is not imported for it."""
    found = find_spec(package)
    if found is None or not found.submodule_search_locations:
        raise ModuleNotFoundError(package)
    from pathlib import Path  # noqa: PLC0415  # help does without

    return Path(found.submodule_search_locations[0], *names)


class Lines:
    """Sorted lines kept in pages, each with a sum of its own, so that only those asked for are read.

    A page that is not what was written is as good as none: all lines are made anew.
    """

    def __init__(self, name: str, source: str, make: Callable[[], bytes]) -> None:
        self._name, self._source, self._make = name, f"pages {source}", make
        self._pages, self._read = self._found() or self._made()

    def begin(self, prefix: bytes) -> bytes:
        r"""The lines that begin with a prefix, each with its line feed.

        >>> Lines("", "", lambda: b"ant 1\nbee 2\nbeetle 3\ncat 4\n").begin(b"bee")
        b'bee 2\nbeetle 3\n'
        """
        first = max(0, bisect_right(self._pages, prefix, key=_first) - 1)
        last = bisect_left(self._pages, prefix + b"\xff", key=_first)
        data = b"\n" + self._between(first, last)
        start = data.find(b"\n" + prefix)
        end = data.rfind(b"\n" + prefix, 0, -1)
        return data[start + 1 : data.index(b"\n", end + 1) + 1] if start >= 0 else b""

    def _between(self, first: int, last: int) -> bytes:
        """The pages from one to another, read at once."""
        pages = self._pages[first:last]
        start = pages[0][1] if pages else 0
        found = self._read(start, sum(size for _, _, size, _ in pages))
        for _, at, size, checksum in pages:
            if zlib.crc32(found[at - start : at - start + size]) != checksum:
                self._pages, self._read = self._made()
                return self._between(first, last)
        return found

    def _found(self) -> _Paged | None:
        found = opened(self._name, self._source) if self._name else None
        return found and (_pages(found[0]), found[1])

    def _made(self) -> _Paged:
        """All lines anew, for this process and the next one."""
        lines = self._make()
        index = b"".join(_paged(lines))
        if self._name:
            store(self._name, self._source, index, lines)
        return _pages(index), lambda start, size: lines[start : start + size]


_Page = tuple[bytes, int, int, int]
"""The first line of a page; where it begins, how long it is, its sum."""
_Paged = tuple[list[_Page], Callable[[int, int], bytes]]
_PAGE = 8192
_first = itemgetter(0)
_turn = Lock()


def _paged(lines: bytes) -> Iterator[bytes]:
    """A line of the index for each page of lines."""
    start = 0
    while start < len(lines):
        end = lines.find(b"\n", start + _PAGE) + 1 or len(lines)
        first = lines[start : lines.index(b"\n", start)]
        yield b"%d %d %d %s\n" % (start, end - start, zlib.crc32(lines[start:end]), first)
        start = end


def _pages(index: bytes) -> list[_Page]:
    rows = (row.split(b" ", 3) for row in index.split(b"\n")[:-1])
    return [(first, int(start), int(size), int(checksum)) for start, size, checksum, first in rows]


class _Behind:
    """What stands behind the part of a file that is read at once, a stretch at a time."""

    def __init__(self, file: BinaryIO) -> None:
        self._file, self._base = file, file.tell()
        weakref.finalize(self, file.close)

    def __call__(self, start: int, size: int) -> bytes:
        """So many bytes, whoever else reads the file at the time: a thread, a process that was forked."""
        try:
            if hasattr(os, "pread"):
                return os.pread(self._file.fileno(), size, self._base + start)
            with _turn:
                self._file.seek(self._base + start)
                return self._file.read(size)
        except OSError:
            return b""


def sorted_lines(name: str, packed: Path, lines: Callable[[bytes], Iterable[str]], added: str = "") -> Lines:
    """What ``lines`` makes of a gzipped file that comes with a package, in order.

    ``added`` says in a word what else they are made of.
    """
    with packed.open("rb") as file:
        file.seek(-8, os.SEEK_END)
        checksum = file.read().hex()  # of what is packed, and its size

    def make() -> bytes:
        import gzip  # noqa: PLC0415  # once a machine

        made = (f"{line}\n".encode() for line in lines(gzip.decompress(packed.read_bytes())))
        return b"".join(sorted(made))

    return Lines(name, checksum + added, make)


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
    found = opened(name, source, own=own)
    return found[0] if found and not found[1](0, 1) else None


def opened(name: str, source: str, *, own: bool = False) -> tuple[bytes, Callable[[int, int], bytes]] | None:
    """The same, and how to read the pages behind it."""
    folder = _folder()
    if folder is None or (own and not _is_own(folder)):
        return None
    try:
        file = open(os.path.join(folder, name), "rb")  # noqa: PTH118, PTH123, SIM115  # as in ``users``
        found = _checked(file, _head(source))
    except OSError:
        return None
    if found is None:
        file.close()
        return None
    return found, _Behind(file)


def store(name: str, source: str, found: bytes, pages: bytes = b"") -> None:
    """Keeps what was made of a source for the next process; where that cannot be, nothing is kept.

    ``pages`` stand behind it and are vouched for by it.
    """
    folder = _folder()
    if folder is not None:
        _write(folder, name, _head(source) + b"%d %d\n" % (len(found), zlib.crc32(found)) + found + pages)


def _head(source: str) -> bytes:
    return b"%s %s " % (_VERSION, source.encode())


def _is_own(folder: str) -> bool:
    """Whether a folder is the user's and only the user's to write to; Windows gives each user such a one."""
    if os.name != "posix":
        return True
    try:
        state = os.stat(folder)  # noqa: PTH116  # as in ``users``
    except OSError:
        return False
    return state.st_uid == os.geteuid() and not state.st_mode & 0o022


def _folder() -> str | None:
    chosen = os.environ.get("PRESSGEN_CACHE", "")
    if chosen == "off":
        return None
    return chosen or users("cache")


def users(kind: Literal["cache", "data"]) -> str:
    """Where the program's files of a kind lie that are this user's alone, as ``platformdirs`` has it.

    Strings, and on Linux the rule itself: every command asks, and either import takes a tenth of help.
    """
    usual = {"cache": ".cache", "data": ".local/share"}[kind]
    set_to = os.environ.get(f"XDG_{kind.upper()}_HOME")
    base = set_to or os.path.join(os.environ.get("HOME", ""), usual)  # noqa: PTH118  # as above
    if sys.platform == "linux" and os.path.isabs(base):  # noqa: PTH117  # as above
        return os.path.join(base, "pressgen")  # noqa: PTH118  # as above
    import platformdirs  # noqa: PLC0415  # as above

    ask = {"cache": platformdirs.user_cache_dir, "data": platformdirs.user_data_dir}[kind]
    return ask("pressgen", appauthor=False)


def _checked(file: BinaryIO, head: bytes) -> bytes | None:
    """What stands behind the first line of a file, if it is as that line says."""
    line = file.readline(1000)
    size, _, checksum = line[len(head) : -1].partition(b" ")
    if not line.startswith(head) or not size.isdigit():
        return None
    found = file.read(int(size))
    return found if (size, checksum) == (b"%d" % len(found), b"%d" % zlib.crc32(found)) else None


def _write(folder: str, name: str, data: bytes) -> None:
    from pathlib import Path  # noqa: PLC0415  # written once

    from pressgen import outbox  # noqa: PLC0415  # as above

    with contextlib.suppress(FileError):
        outbox.put(Path(folder, name), data)
