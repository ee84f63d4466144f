"""A disk that fails when it is told to: every call for a file is counted, and the n-th breaks.

``Disk`` stands between Python and the system: ``open``, ``read``, ``write``, ``flush``, ``close`` of files, and the
calls of ``os`` that open, make, rename, change, look at or remove something.
"""

import builtins
import errno
import io
import os
from pathlib import Path

REMOVING = ("unlink", "rmdir")
"""Where these fail for good what they would have removed stays: there is no other way, and the next run does it."""
ASKING = ("stat", "lstat")
"""Whether a file is there, and what it is."""
LOOKING = (*ASKING, "scandir", "listdir")
"""These fail once: a disk that cannot even be looked at for good is none."""
CODES = (errno.ENOSPC, errno.EIO, errno.EACCES)
"""The disk is full, or bad, or another program holds the file."""
_CALLS = ("open", "close", "fsync", "replace", "rename", "mkdir", "chmod", *REMOVING, *LOOKING)


class _File:
    """A file whose calls are counted."""

    def __init__(self, disk, file):
        self._disk, self._file = disk, file

    def read(self, *given):
        self._disk.call("read")
        return self._file.read(*given)

    def readline(self, *given):
        self._disk.call("read")
        return self._file.readline(*given)

    def write(self, data):
        self._disk.call("write")
        return self._file.write(data)

    def flush(self):
        self._disk.call("flush")
        return self._file.flush()

    def close(self):
        closed = self._file.closed
        self._file.close()
        if not closed:
            self._disk.call("close")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def __iter__(self):
        self._disk.call("read")
        return iter(self._file)

    def __getattr__(self, name):
        return getattr(self._file, name)


class Disk:
    """What is counted, and what fails: the call of that number, or all of its kind from there on.

    ``calls`` are the kinds of all calls in their order. Use it as a context.
    """

    def __init__(self, number=0, code=0, *, for_good=False):
        self.number, self.code, self.for_good = number, code, for_good
        self.calls = []
        self.kind = ""

    def __str__(self):
        lasting = "for good" if self.for_good else "once"
        return f"call {self.number}, {self.kind}, {errno.errorcode[self.code]} {lasting}"

    def call(self, kind):
        self.calls.append(kind)
        if len(self.calls) == self.number:
            self.kind = kind
        if len(self.calls) == self.number or (self.for_good and kind == self.kind):
            raise OSError(self.code, os.strerror(self.code))

    def __enter__(self):
        self._real = {name: getattr(os, name) for name in _CALLS}
        self._open = builtins.open
        for name, real in self._real.items():
            setattr(os, name, self._counted(name, real))
        builtins.open = io.open = self._opened
        return self

    def __exit__(self, *_):
        builtins.open = io.open = self._open
        for name, real in self._real.items():
            setattr(os, name, real)

    def _counted(self, name, real):
        def call(*given, **named):
            if name == "close":
                real(*given)
                return self.call(name)
            self.call(name)
            return real(*given, **named)

        return call

    def _opened(self, file, *given, **named):
        if not isinstance(file, int):
            self.call("open")
        return _File(self, self._open(file, *given, **named))


def seal(patch, folder: Path):
    """Let nobody look into a folder while ``patch`` lasts, administrators neither (who may look into any)."""
    for name in ("scandir", "listdir"):
        patch.setattr(os, name, _refusing(getattr(os, name), folder.resolve()))


def _refusing(real, folder):
    def call(path="."):
        if not isinstance(path, int) and Path(os.fsdecode(path)).resolve() == folder:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), os.fspath(path))
        return real(path)

    return call


def tree(folder: Path):
    """What lies below a folder but for locks: bytes by path, None for a folder."""
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*")}
    return {
        name: path.read_bytes() if path.is_file() else None
        for name, path in sorted(found.items())
        if not name.endswith(".lock")
    }


def everything(folder: Path):
    """What lies below a folder, locks too: path, rights and bytes of each, as a value that can be a key."""
    return [
        (str(path), path.stat().st_mode, path.read_bytes() if path.is_file() else None)
        for path in sorted(folder.rglob("*"))
    ]


def every_way(calls):
    """Each call failing in every way, one after the other."""
    for number, kind in enumerate(calls, 1):
        yield from _ways(number, kind)


def by_turns(calls):
    """Each call failing in one way, the next in the next."""
    for number, kind in enumerate(calls, 1):
        ways = _ways(number, kind)
        yield ways[number % len(ways)]


def once_a_kind(calls):
    """The first call of each kind on a disk that is full and stays so."""
    return [
        Disk(number, errno.ENOSPC, for_good=calls[number - 1] not in LOOKING) for number in numbers(calls, 1)
    ]


def numbers(calls, most):
    """Which calls to fail: that many of each kind, the first and others evenly behind it."""
    places = {}
    for number, kind in enumerate(calls, 1):
        places.setdefault(kind, []).append(number)
    return sorted({found[len(found) * step // most] for found in places.values() for step in range(most)})


def _ways(number, kind):
    codes = CODES[:1] if kind in ASKING else CODES  # asking fails one way or another
    lasting = (False,) if kind in LOOKING else (False, True)
    return [Disk(number, code, for_good=for_good) for code in codes for for_good in lasting]
