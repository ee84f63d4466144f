"""What earlier processes compiled, for this one to take: patterns, methods, templates; and declarations read.

A process is given it once (``remember``) and says at its end what there is to be kept (``learnt``). Rows are
plain values by their key, what they were made of; each is read, and its sum looked at, when it is asked for.
"""

from __future__ import annotations

import marshal
import sys
from collections.abc import Callable
from typing import Any
from zlib import crc32

NAME = f"compiled-4-{sys.implementation.cache_tag}"
"""What it is kept under: the form of ``learnt``, and the Python, which may be one of several on a machine."""
_MOST = 8_000_000
"""Bytes of rows, several times what there is to compile: with more, what was known is forgotten."""
Read = Callable[[int, int], bytes]
"""Bytes of all rows from a place on, so many."""
_Place = tuple[int, int, int]
"""Where a row begins, how long it is, its sum."""
_Stored = tuple[dict[int, _Place], Read]
_stored: Callable[[], _Stored] | None = None
_fresh: dict[str, Any] = {}


def version() -> str:
    """For what the rows are good, in one line: another Python makes others."""
    return f"{sys.version} {sys.byteorder}".replace("\n", " ")


def remember(read: Callable[[], tuple[bytes, Read] | None]) -> None:
    """From now on rows come from what ``read`` returns, called when the first one is asked for.

    It is what ``learnt`` of an earlier process returned, from a place that only the user can write to.
    """
    global _stored  # noqa: PLW0603  # one process, one memory

    def stored() -> _Stored:
        global _stored  # noqa: PLW0603  # as above
        _stored = None  # what is imported for the reading does without
        index, rows = read() or (marshal.dumps({}), lambda _start, _size: b"")
        found = marshal.loads(index), rows  # noqa: S302  # see above
        _stored = lambda: found  # noqa: E731  # as above
        return found

    _stored = stored


def row(key: str, make: Callable[[], Any]) -> Any:
    """The row of this key, made and learnt where there is none; None where nothing is remembered."""
    if _stored is None:
        return None
    found = known(key)
    return learn(key, make()) if found is None else found


def known(key: str) -> Any:
    """The row of this key, which this process may have learnt itself; None where there is none."""
    if key in _fresh:
        return _fresh[key]
    if _stored is None:
        return None
    places, read = _stored()
    start, size, checksum = places.get(_number(key), (0, 0, 0))
    packed = read(start, size) if size else b""
    if not packed or crc32(packed) != checksum:
        return None
    whose, found = marshal.loads(packed)  # noqa: S302  # see above
    return found if whose == key else None


def learn(key: str, made: Any) -> Any:
    """The row, kept for the next process."""
    _fresh[key] = made
    return made


def learnt() -> tuple[bytes, bytes] | None:
    """What is to be remembered for the next process: which rows there are, and they; None: nothing is new."""
    if not _fresh or _stored is None:
        return None
    places, read = _stored()
    end = max((start + size for start, size, _ in places.values()), default=0)
    parts = [read(0, end)]
    if end > _MOST or len(parts[0]) != end:
        places, parts, end = {}, [], 0
    for key, made in _fresh.items():
        parts.append(marshal.dumps((key, made)))
        places[_number(key)] = end, len(parts[-1]), crc32(parts[-1])
        end += len(parts[-1])
    _fresh.clear()
    index, rows = marshal.dumps(places), b"".join(parts)
    remember(lambda: (index, lambda start, size: rows[start : start + size]))
    return index, rows


def _number(key: str) -> int:
    """A number that hardly two keys share; where they do, the later one is known."""
    data = key.encode("utf-8", "surrogatepass")
    return len(data) << 32 | crc32(data)
