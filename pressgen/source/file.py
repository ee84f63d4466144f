"""A file's bytes and text, or one clear line why not: every reader of the house begins here."""

from __future__ import annotations

import codecs
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path, PurePath

from pressgen.complaints import complaint
from pressgen.errors import FileError, Place

MAX_BYTES = 2_000_000
MAX_DOCUMENT = 50_000_000
_STREAMS = ("/dev/stdin", "/dev/fd", "/proc/self/fd")
"""Where a shell hands over what another program writes."""


_UNSAVED: ContextVar[Mapping[Path, bytes] | None] = ContextVar("unsaved", default=None)


@contextmanager
def unsaved(texts: Mapping[Path, str]) -> Iterator[None]:
    """Within it, files are read as an editor has them and not as they were last saved."""
    token = _UNSAVED.set({path: text.encode() for path, text in texts.items()})
    try:
        yield
    finally:
        _UNSAVED.reset(token)


def edited(path: Path) -> bytes | None:
    """What an editor has of a file and has not saved, or None."""
    texts = _UNSAVED.get()
    return texts.get(path.absolute()) if texts else None


def has_edits() -> bool:
    """Whether an editor has files that it has not saved."""
    return bool(_UNSAVED.get())


def text_of(path: Path) -> str:
    """A text file's text: UTF-8 with or without BOM, line ends as newlines. Raises FileError."""
    return decode(bytes_of(path, MAX_BYTES), str(path))


def bytes_of(path: Path, most: int = MAX_DOCUMENT) -> bytes:
    """A file's bytes. Raises FileError: not there, a folder, a device, too large, not to be read."""
    if (held := edited(path)) is not None:
        return held
    at = Place(str(path))
    try:
        _refuse_other(path, at)
        with path.open("rb") as file:
            data = file.read(most + 1)
    except (FileNotFoundError, ValueError):
        raise FileError("没有这个文件；请检查路径", "there is no such file; check the path", at) from None
    except OSError as error:
        raise unreadable(error, path) from None
    if len(data) > most:
        raise too_large(at, most)
    return data


def too_large(at: Place, most: int) -> FileError:
    """The error for more bytes than a reader takes."""
    return FileError(
        "文件超过{most}字节；请拆分或删去多余内容",
        "the file is larger than {most} bytes; split it or remove what is not needed",
        at,
        most=f"{most:,}",
    )


def _refuse_other(path: Path, at: Place) -> None:
    """A folder, or a pipe or device that might never end; a shell's own pipes are read."""
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        raise FileError("这是文件夹，不是文件；请给出文件", "this is a folder; name a file", at)
    if not stat.S_ISREG(mode) and not any(PurePath(name) in (path, *path.parents) for name in _STREAMS):
        raise FileError(
            "这是管道或设备，不是普通文件；请用 - 从标准输入读取",
            "this is a pipe or a device, no ordinary file; use - to read standard input",
            at,
        )


def unreadable(error: OSError, path: Path | None = None) -> FileError:
    """The error for a file the system will not give, in words; ``path`` where the system names none."""
    name = path or error.filename
    return FileError(
        "无法读写（{reason}）；请检查磁盘、路径和权限后重试",
        "cannot be read or written ({reason}); check the disk, the path and your rights, and try again",
        Place(str(name)) if name else None,
        reason=complaint(error),
    )


def exists(name: str) -> bool:
    """Whether words given by a user name a file; a sentence too long for a name does not."""
    try:
        return bool(name.strip()) and Path(name).exists()
    except OSError:
        return False


def decode(data: bytes, name: str) -> str:
    """Bytes as UTF-8 text; anything else is refused, with the encoding they probably are."""
    try:
        text = data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise FileError(
            "不是UTF-8编码，可能是{guess}；请另存为UTF-8",
            "this is not UTF-8, probably {guess}; save it as UTF-8",
            Place(name, line),
            guess=_encoding(data),
        ) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _encoding(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "UTF-16"
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return "binary"
    return "GB18030 (GBK)"
