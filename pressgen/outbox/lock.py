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
    lock = _Lock(folder / LOCK)
    with ExitStack() as stack:
        stack.callback(_let_go, lock)  # last: nobody comes in while a run that fails takes its folder away
        try:
            for again in range(_AGAIN, -1, -1):
                stack.enter_context(furnished(folder, LOCK))
                if _taken(lock, last=not again):
                    break
        except TimeoutError:
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


class _Lock:
    """The lock of a file: taken at once where it is free, else by ``filelock``, which waits for it.

    Both hold it by ``flock`` and heed each other; to import ``filelock`` takes longer than to write a draft.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None
        self._waiting: BaseFileLock | None = None

    def acquire(self) -> None:
        """Hold it. Raises TimeoutError where another holds it all the time, OSError."""
        self._descriptor = _at_once(self._path)
        if self._descriptor is None:
            from filelock import FileLock  # noqa: PLC0415  # see above

            self._waiting = FileLock(self._path, timeout=WAIT)
            self._waiting.acquire()

    def release(self) -> None:
        """Hold it no longer, if it was held. Raises OSError."""
        if self._waiting is not None:
            self._waiting.release()
        if self._descriptor is not None:
            descriptor, self._descriptor = self._descriptor, None
            os.close(descriptor)


def _at_once(path: Path) -> int | None:
    """A file opened and held; None where another holds it, or the system knows no ``flock``."""
    try:
        from fcntl import LOCK_EX, LOCK_NB, flock  # noqa: PLC0415  # not on Windows
    except ImportError:
        return None
    descriptor = None
    with suppress(OSError):
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o666)
        flock(descriptor, LOCK_EX | LOCK_NB)
        if os.fstat(descriptor).st_nlink == 1:  # nobody took it away before it was held
            return descriptor
    if descriptor is not None:
        os.close(descriptor)
    return None


def _taken(lock: _Lock, *, last: bool) -> bool:
    """Whether a lock is held now; not where a run that failed took its folder away while this one waited."""
    try:
        lock.acquire()
    except FileNotFoundError:
        if last:
            raise
        return False
    return True


def _let_go(lock: _Lock) -> None:
    """Release a lock; one that the system will not close goes with the process."""
    with suppress(OSError):
        lock.release()
