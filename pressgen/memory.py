"""What earlier processes compiled, for this one to take: patterns, methods, templates; and declarations read.

A process is given it once (``remember``) and says at its end what there is to be kept (``learnt``). Rows are
plain values by their key, what they were made of; each is read when it is asked for.
"""

from __future__ import annotations

import marshal
import sys
from collections.abc import Callable
from functools import cache
from typing import Any
from zlib import crc32

NAME = f"compiled-2-{sys.implementation.cache_tag}"
"""What it is kept under: the form of ``learnt``, and the Python, which may be one of several on a machine."""
_MOST = 8_000_000
"""Bytes of rows, several times what there is to compile: with more, what was known is forgotten."""
_Stored = tuple[dict[int, tuple[int, int]], bytes]
"""Where the row of a key's number begins and ends, and all rows one behind the other, each with its key."""
_stored: Callable[[], _Stored] | None = None
_fresh: dict[str, Any] = {}
_first = iter([True] * 4)
"""A process that compiles no more than a few things does without what is known of a thousand."""


def version() -> str:
    """For what the rows are good, in one line: another Python makes others."""
    return f"{sys.version} {sys.byteorder}".replace("\n", " ")


def remember(read: Callable[[], bytes | None]) -> None:
    """From now on rows come from what ``read`` returns, called when the first one is asked for.

    It is what ``learnt`` of an earlier process returned, from a place that only the user can write to.
    """
    global _stored  # noqa: PLW0603  # one process, one memory
    _stored = cache(lambda: marshal.loads(found) if (found := read()) else ({}, b""))  # noqa: S302  # see above


def row(key: str, make: Callable[[], Any]) -> Any:
    """The row of this key, made and learnt where there is none; None where nothing is remembered."""
    if _stored is None or next(_first, False):
        return None
    found = known(key)
    return learn(key, make()) if found is None else found


def known(key: str) -> Any:
    """The row of this key, which this process may have learnt itself; None where there is none."""
    if key in _fresh:
        return _fresh[key]
    if _stored is None:
        return None
    places, rows = _stored()
    place = places.get(_number(key))
    if place is None:
        return None
    whose, found = marshal.loads(rows[slice(*place)])  # noqa: S302  # see above
    return found if whose == key else None


def learn(key: str, made: Any) -> Any:
    """The row, kept for the next process."""
    _fresh[key] = made
    return made


def learnt() -> bytes | None:
    """All that is to be remembered for the next process; None where nothing is new since then."""
    global _stored  # noqa: PLW0603  # as above
    if not _fresh or _stored is None:
        return None
    places, rows = _stored()
    if len(rows) > _MOST:
        places, rows = {}, b""
    parts, end = [rows], len(rows)
    for key, made in _fresh.items():
        parts.append(marshal.dumps((key, made)))
        places[_number(key)] = end, end + len(parts[-1])
        end += len(parts[-1])
    _fresh.clear()
    whole = places, b"".join(parts)
    _stored = cache(lambda: whole)
    return marshal.dumps(whole)


def _number(key: str) -> int:
    """A number that hardly two keys share; where they do, the later one is known."""
    data = key.encode("utf-8", "surrogatepass")
    return len(data) << 32 | crc32(data)
