"""Archives of files: a folder, a ZIP or a TAR, as members that can be read one at a time in any order.

Nothing is unpacked to its own name, no link is followed out of the archive, and every size is counted
while reading. What cannot be used is told in one line and left out.
"""

from __future__ import annotations

import json
import os
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Protocol

from pressgen.archive import FILE_MOST, MEGABYTE, RATIO_MOST, content_of
from pressgen.audit.zipped import Directory, MemberPlace
from pressgen.complaints import complaint
from pressgen.errors import FileError, Place, PressgenError
from pressgen.source import real


@dataclass(frozen=True, slots=True)
class Member:
    """A file of an archive: its name with ``/`` between folders, and where it is read.

    ``data`` are its bytes, where the archive can be read only once and in its own order.
    """

    name: str
    at: bytes
    data: bytes | None = None


class Files(Protocol):
    """An archive whose members are files."""

    def members(self) -> Iterator[Member | PressgenError]:
        """Every file, or why it is left out; in no order."""

    def read(self, member: Member) -> bytes:
        """A member's bytes. Raises FileError."""

    def close(self) -> None:
        """Let go of the archive."""


class Folder:
    """A tree of folders; the one that results are written to is left out."""

    def __init__(self, root: Path, out: Path | None) -> None:
        self._root = root
        self._real = real(root)
        self._out = real(out) if out else None

    def members(self) -> Iterator[Member | PressgenError]:
        """Every file of the tree; a link to a folder is not followed, one to a file only within the tree."""
        waiting = [self._root]
        while waiting:
            folder = waiting.pop()
            try:
                with os.scandir(folder) as entries:
                    found = list(entries)
            except OSError as error:
                if folder == self._root:  # nothing can be checked: that is no fault of one member
                    raise _unreadable(str(folder), error) from None
                yield _unreadable(self._name(os.fspath(folder)), error)
                continue
            for entry in found:
                if entry.is_dir(follow_symlinks=False):
                    if self._out is None or real(Path(entry.path)) != self._out:
                        waiting.append(Path(entry.path))
                else:
                    yield from self._file(entry)

    def _file(self, entry: os.DirEntry[str]) -> Iterator[Member | PressgenError]:
        name = self._name(entry.path)
        if entry.is_symlink():
            target = real(Path(entry.path))
            if not target.is_relative_to(self._real):
                yield FileError(
                    "链接指向文件夹之外，未读取", "is a link out of the folder; left out", Place(name)
                )
                return
            if target.is_dir():
                return
            if not target.exists():
                yield FileError("链接指向的文件不存在", "is a link to a file that is not there", Place(name))
                return
        if entry.is_file():
            yield Member(name, os.fsencode(os.path.relpath(entry.path, self._root)))
        else:
            yield _special(name)

    def _name(self, path: str) -> str:
        """The name within the folder; one that is no UTF-8 is taken for GB18030."""
        relative = os.path.relpath(path, self._root).replace(os.sep, "/")
        return legible(os.fsencode(relative))

    def read(self, member: Member) -> bytes:
        """A file's bytes. Raises FileError."""
        path = self._root / os.fsdecode(member.at)
        try:
            if path.stat().st_size > FILE_MOST:
                raise _enormous(member.name)
            return path.read_bytes()
        except OSError as error:
            raise _unreadable(member.name, error) from None

    def close(self) -> None:
        """Nothing is held."""


class Zip:
    """A ZIP file; its directory stays on disk."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            self._directory = Directory(path)
        except (zipfile.BadZipFile, OSError, ValueError) as error:
            raise _damaged(str(path), error) from None

    def members(self) -> Iterator[Member | PressgenError]:
        """Every member but folders; what follows a damaged part of the directory is not reached."""
        try:
            for info, packed in self._directory.members():
                if not info.is_dir():
                    yield _listed(info, packed)
        except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError) as error:
            yield _damaged(str(self._path), error)

    def read(self, member: Member) -> bytes:
        """A member's bytes. Raises FileError."""
        packed = MemberPlace(*json.loads(member.at))
        if packed.size > FILE_MOST:
            raise _enormous(member.name)
        try:
            with self._directory.alone(packed) as archive:
                return content_of(archive, archive.infolist()[0], member.name, FILE_MOST)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            NotImplementedError,
            OSError,
            ValueError,
            RuntimeError,
            IndexError,
        ) as error:
            raise _damaged(member.name, error) from None

    def close(self) -> None:
        """Let go of the file."""
        self._directory.close()


def _listed(info: zipfile.ZipInfo, packed: MemberPlace) -> Member | PressgenError:
    """A member of a ZIP file that is no folder, or why it is left out."""
    name = _zip_name(info)
    if stat.S_ISLNK(info.external_attr >> 16):
        return _special(name)
    if _outside(name):
        return _escaping(name)
    if info.flag_bits & 1:
        return FileError(
            "已加密；请去掉密码后重新打包", "is encrypted; pack it again without a password", Place(name)
        )
    return Member(name, json.dumps(packed).encode())


class Tar:
    """A TAR file, plain or compressed; of a compressed one the members are kept, as it is read only once."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: IO[bytes] = path.open("rb")
        self._compressed = not _is_plain_tar(path)
        self._most = path.stat().st_size * RATIO_MOST + MEGABYTE

    def members(self) -> Iterator[Member | PressgenError]:
        """Every ordinary file; links and devices are told."""
        try:
            with tarfile.open(self._path, "r|*", encoding="utf-8", errors="surrogateescape") as archive:
                for info in archive:
                    if info.offset_data + info.size > self._most:
                        yield _bomb(str(self._path))
                        return
                    yield from self._member(archive, info)
                    archive.members = []  # type: ignore[attr-defined]  # else every header stays in memory
        except (tarfile.TarError, OSError, EOFError, ValueError, zlib.error) as error:
            yield _damaged(str(self._path), error)

    def _member(self, archive: tarfile.TarFile, info: tarfile.TarInfo) -> Iterator[Member | PressgenError]:
        name = legible(info.name.encode("utf-8", "surrogateescape")).removeprefix("./")
        if info.isdir():
            return
        if not info.isreg() or info.issparse():
            yield _special(name)
        elif _outside(name):
            yield _escaping(name)
        elif info.size > FILE_MOST:
            yield _enormous(name)
        elif self._compressed:
            stream = archive.extractfile(info)
            yield Member(name, b"", stream.read(FILE_MOST) if stream else b"")
        else:
            yield Member(name, json.dumps([info.offset_data, info.size]).encode())

    def read(self, member: Member) -> bytes:
        """A member's bytes. Raises FileError."""
        if member.data is not None:
            return member.data
        start, size = json.loads(member.at)
        self._file.seek(start)
        data = self._file.read(size)
        if len(data) < size:
            raise _damaged(member.name, EOFError("ends early"))
        return data

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()


def legible(name: bytes) -> str:
    r"""A name as text: UTF-8, else GB18030 as old Chinese programs wrote it, else with its bytes named.

    >>> legible("佛山.zh.md".encode("gbk")), legible(b"\xff.md")
    ('佛山.zh.md', '\\xff.md')
    """
    for encoding in ("utf-8", "gb18030"):
        try:
            return name.decode(encoding)
        except UnicodeDecodeError:
            pass
    return name.decode("utf-8", "backslashreplace")


def _zip_name(info: zipfile.ZipInfo) -> str:
    """A member's name; without the flag of UTF-8 its bytes may be UTF-8 or GB18030 all the same."""
    name = info.orig_filename.replace("\\", "/")
    return name if info.flag_bits & 0x800 else legible(name.encode("cp437", "replace"))


def _is_plain_tar(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(262)[257:262] == b"ustar"


def _outside(name: str) -> bool:
    steps = name.split("/")
    return ".." in steps or not steps[0] or ":" in steps[0]


def _special(name: str) -> FileError:
    return FileError(
        "不是普通文件（链接、设备等），未读取",
        "is no ordinary file (a link, a device); left out",
        Place(name),
    )


def _escaping(name: str) -> FileError:
    return FileError(
        "名称指向压缩包之外，未读取", "has a name that leads out of the archive; left out", Place(name)
    )


def _enormous(name: str) -> FileError:
    return FileError(
        "超过{most} MB，未读取", "is larger than {most} MB; left out", Place(name), most=FILE_MOST // MEGABYTE
    )


def _bomb(name: str) -> FileError:
    return FileError(
        "解压后超过原文件的{most}倍，其余未读取",
        "unpacks to more than {most} times its size; the rest is left out",
        Place(name),
        most=RATIO_MOST,
    )


def _damaged(name: str, error: Exception) -> FileError:
    return FileError(
        "已损坏，无法读取（{why}）",
        "is damaged and cannot be read ({why})",
        Place(name),
        why=complaint(error),
    )


def _unreadable(name: str, error: OSError) -> FileError:
    return FileError("无法读取（{why}）", "cannot be read ({why})", Place(name), why=complaint(error))
