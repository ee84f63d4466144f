"""A ZIP file with any number of members, whose directory stays on disk.

``zipfile`` holds a whole directory in memory, about a kilobyte a member. Here only the place of the
directory is read by hand. Its records go to ``zipfile`` a few at a time, and a member as an archive
of its own, so that names, ZIP64, sizes and checksums are judged by the library. Layout: PKWARE's APPNOTE.TXT
6.3.10, section 4.3.
"""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import IO, NamedTuple

_RECORD, _HEADER = 46, 30
"""Bytes of a member's record in the directory, and of its header before its data, without what varies."""
_OFFSET = slice(42, 46)
"""Where a record says in which place of the archive its member begins."""
_END = struct.Struct("<4s4H2LH")
_END_64 = struct.Struct("<4sQ2H2L4Q")
_LOCATOR_64 = struct.Struct("<4sLQL")
_COMMENT_MOST = 0xFFFF
_AT_ONCE = 1 << 18
"""Bytes of the directory read at once; more than the longest record, 196,651."""


class MemberPlace(NamedTuple):
    """Where a member lies: its record in the directory, and its header and data with their sizes in bytes."""

    record: int
    record_size: int
    start: int
    size: int


class Directory:
    """The directory of a ZIP file, read from disk as it is asked. Raises BadZipFile and OSError."""

    def __init__(self, path: Path) -> None:
        self._file: IO[bytes] = path.open("rb")
        try:
            self._start, self._end, self._before = self._place()
        except BaseException:
            self._file.close()
            raise

    def _place(self) -> tuple[int, int, int]:
        """Where the directory begins and ends, and how many bytes stand before the archive (in a program)."""
        whole = self._file.seek(0, 2)
        tail = self._bytes(max(0, whole - _COMMENT_MOST - _END.size))
        found = tail.rfind(b"PK\5\6", 0, len(tail) - _END.size + 4)
        if found < 0:
            raise zipfile.BadZipFile("File is not a zip file")
        size, offset = _END.unpack_from(tail, found)[5:7]
        end = whole - len(tail) + found
        if end >= _LOCATOR_64.size + _END_64.size:
            more = self._bytes(end - _LOCATOR_64.size - _END_64.size, _END_64.size + _LOCATOR_64.size)
            if more[_END_64.size :].startswith(b"PK\6\7") and more.startswith(b"PK\6\6"):
                size, offset = _END_64.unpack_from(more)[8:]
                end -= len(more)
        if end - size - offset < 0:
            raise zipfile.BadZipFile("Bad offset for central directory")
        return end - size, end, end - size - offset

    def members(self) -> Iterator[tuple[zipfile.ZipInfo, MemberPlace]]:
        """Every member as ``zipfile`` reads it, and where it lies."""
        at = self._start
        while at < self._end:
            data = self._bytes(at, min(_AT_ONCE, self._end - at))
            sizes = list(_record_sizes(data))
            if not sizes:
                raise zipfile.BadZipFile("Truncated central directory")
            directory = data[: sum(sizes)]
            with zipfile.ZipFile(BytesIO(directory + _end(len(sizes), len(directory), 0))) as part:
                for info, size in zip(part.infolist(), sizes, strict=True):
                    yield info, MemberPlace(at, size, info.header_offset + self._before, info.compress_size)
                    at += size

    def alone(self, packed: MemberPlace) -> zipfile.ZipFile:
        """An archive of this member and no other, to be closed by who asks."""
        variable = struct.unpack_from(
            "<2H", self._bytes(packed.start, _HEADER).ljust(_HEADER, b"\0"), _HEADER - 4
        )
        data = self._bytes(packed.start, _HEADER + sum(variable) + packed.size)
        record = bytearray(self._bytes(packed.record, packed.record_size))
        record[_OFFSET] = bytes(4)
        return zipfile.ZipFile(BytesIO(data + record + _end(1, len(record), len(data))))

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def _bytes(self, start: int, size: int = -1) -> bytes:
        self._file.seek(start)
        return self._file.read(size)


def _record_sizes(data: bytes) -> Iterator[int]:
    """The sizes of the records that are here as a whole."""
    at = 0
    while at + _RECORD <= len(data):
        if not data.startswith(b"PK\1\2", at):
            raise zipfile.BadZipFile("Bad magic number for central directory")
        size = _RECORD + sum(struct.unpack_from("<3H", data, at + 28))
        if at + size > len(data):
            return
        yield size
        at += size


def _end(count: int, size: int, offset: int) -> bytes:
    return _END.pack(b"PK\5\6", 0, 0, count, count, size, offset, 0)
