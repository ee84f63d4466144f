"""What was worked out of a text, kept while that very text is looked at: an equal one stands elsewhere."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache, wraps
from typing import ParamSpec, TypeVar, cast

P = ParamSpec("P")
R = TypeVar("R")
PARAGRAPHS = 512
"""How many are remembered from one text to the next."""


_LONG: ContextVar[dict[Hashable, object] | None] = ContextVar("long", default=None)


@contextmanager
def whole(paragraphs: int) -> Iterator[None]:
    """Within it nothing is forgotten of a text of more paragraphs than are remembered.

    The checks go through a text one after the other, and each would work out anew what the one before knew.
    """
    token = _LONG.set({} if paragraphs > PARAGRAPHS else None)
    try:
        yield
    finally:
        _LONG.reset(token)


def by_words(function: Callable[..., R]) -> Callable[..., R]:
    """Keep the last answers of a function by the words it was asked about, wherever they stand."""
    last = lru_cache(maxsize=PARAGRAPHS)(function)

    @wraps(function)
    def remembering(*given: Hashable) -> R:
        known = _LONG.get()
        if known is None:
            return last(*given)
        if (key := (function, *given)) not in known:
            known[key] = function(*given)
        return cast("R", known[key])

    return remembering


def remembered(most: int) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Keep the last ``most`` answers of a function by the identity of what it was first asked about.

    Blocks and releases are equal where their words are, wherever they stand; findings need the place.

    >>> @remembered(1)
    ... def length(words: list[str]) -> int:
    ...     return len(words)
    >>> words = ["a"]
    >>> length(words), words.append("b"), length(words), length(["a", "b"])
    (1, None, 1, 2)
    """

    def around(function: Callable[P, R]) -> Callable[P, R]:
        known: dict[object, tuple[object, R]] = {}
        lock = threading.Lock()

        @wraps(function)
        def remembering(first: object, *more: object) -> R:
            key = (id(first), more) if more else id(first)
            found = known.get(key)
            if found is not None:  # the object is kept, so no other can have its identity
                return found[1]
            answer = cast("Callable[..., R]", function)(first, *more)
            with lock:
                known[key] = (first, answer)
                while len(known) > most and _LONG.get() is None:
                    del known[next(iter(known))]
            return answer

        return cast("Callable[P, R]", remembering)

    return around
