"""A folder held by one run at a time."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from pressgen.errors import FileError, Place
from pressgen.outbox.file import furnished, unwritable

if TYPE_CHECKING:
    from filelock import BaseFileLock

WAIT = 60.0
"""Seconds to wait for another run that writes into the same folder."""
LOCK = ".pressgen.lock"
_AGAIN = 3
"""How often a folder that others take away is made again."""


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Hold a folder against every other pressgen. The lock goes with the process that holds it.

    Raises FileError where the folder cannot be written, or stays held.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415  # reading needs no lock

    lock = FileLock(folder / LOCK, timeout=WAIT)
    with ExitStack() as stack:
        stack.callback(_let_go, lock)  # last: nobody comes in while a run that fails takes its folder away
        try:
            for again in range(_AGAIN, -1, -1):
                stack.enter_context(furnished(folder, LOCK))
                if _taken(lock, last=not again):
                    break
        except Timeout:
            raise FileError(
                "另一个pressgen正在往这个文件夹里写，{wait}秒后仍未写完；请稍后再试",
                "another pressgen is writing into this folder and did not end in {wait} s; try again later",
                Place(str(folder)),
                wait=int(WAIT),
            ) from None
        except OSError as error:
            raise unwritable(folder / LOCK, error) from None
        if os.name == "nt":  # no file goes there that is still open
            stack.callback(_let_go, lock)
        yield


def _taken(lock: BaseFileLock, *, last: bool) -> bool:
    """Whether a lock is held now; not where a run that failed took its folder away while this one waited."""
    try:
        lock.acquire()
    except FileNotFoundError:
        if last:
            raise
        return False
    return True


def _let_go(lock: BaseFileLock) -> None:
    """Release a lock; one that the system will not close goes with the process."""
    with suppress(OSError):
        lock.release()
