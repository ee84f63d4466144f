"""What earlier processes compiled, for this one to take: patterns, methods of dataclasses, templates.

A process is given it once (``remember``) and says at its end what there is to be kept (``learnt``). Rows are
plain values by their key, what they were made of.
"""

from __future__ import annotations

import marshal
import sys
from collections.abc import Callable
from functools import cache
from typing import Any

_MOST = 6000
"""Rows there are, several times over: with more, what was known is forgotten."""
_known: Callable[[], dict[str, Any]] | None = None
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
    global _known  # noqa: PLW0603  # one process, one memory
    _known = cache(lambda: marshal.loads(read() or marshal.dumps({})))  # noqa: S302  # see above


def row(key: str, make: Callable[[], Any]) -> Any:
    """The row of this key, made and learnt where there is none; None where nothing is remembered."""
    if _known is None or next(_first, False):
        return None
    found = known(key)
    return learn(key, make()) if found is None else found


def known(key: str) -> Any:
    """The row of this key; None where there is none."""
    return None if _known is None else _known().get(key) or _fresh.get(key)


def learn(key: str, made: Any) -> Any:
    """The row, kept for the next process."""
    _fresh[key] = made
    return made


def learnt() -> bytes | None:
    """All that is to be remembered for the next process; None where nothing is new."""
    if not _fresh or _known is None:
        return None
    before = _known()
    rows = {**(before if len(before) < _MOST else {}), **_fresh}
    _fresh.clear()
    return marshal.dumps(rows)
