"""Keeping a file whole: locked while it changes, compared with what was read, replaced in one step."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pressgen.complaints import complaint
from pressgen.errors import GlossaryError, Place

WAIT = 60.0
"""Seconds to wait for another person's change to the same file."""


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold a file against every other pressgen; GlossaryError where it stays held or cannot be written."""
    from filelock import FileLock, Timeout  # noqa: PLC0415  # reading needs no lock

    lock = FileLock(path.with_name(f".{path.name}.lock"), timeout=WAIT)
    try:
        with lock:
            yield
    except Timeout:
        raise GlossaryError(
            "正被另一个程序修改，{wait}秒后仍未放开；请稍后再试",
            "another program is changing it and did not finish in {wait} s; try again later",
            Place(str(path)),
            wait=int(WAIT),
        ) from None
    except OSError as error:
        raise _unwritable(path, error) from None


def replace(path: Path, text: str, before: bytes | None) -> bool:
    """Put text (with line feeds) in a file's place; False where it is no longer what ``before`` says.

    A new file gets a BOM, so that Excel reads it right; an old one keeps its BOM and its line ends.
    """
    from pressgen import outbox  # noqa: PLC0415  # reading needs none

    if held(path) != before:
        return False
    outbox.put(path, _bytes(text, before))
    return True


def held(path: Path) -> bytes | None:
    """What a file holds now; None where there is none."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _bytes(text: str, before: bytes | None) -> bytes:
    data = text.encode("utf-8")
    if before is not None and b"\r\n" in before:
        data = data.replace(b"\n", b"\r\n")
    marked = not before or before.startswith(codecs.BOM_UTF8)
    return codecs.BOM_UTF8 + data if marked else data


def _unwritable(path: Path, error: OSError) -> GlossaryError:
    return GlossaryError(
        "无法写入（{reason}）；若在Excel里开着，请先关闭",
        "cannot be written ({reason}); if it is open in Excel, close it",
        Place(str(path)),
        reason=complaint(error),
    )
