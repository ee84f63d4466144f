"""What was worked out of a text, kept while that very text is looked at: an equal one stands elsewhere."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar, cast

P = ParamSpec("P")
R = TypeVar("R")


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
        known: dict[tuple[object, ...], tuple[object, R]] = {}
        lock = threading.Lock()

        @wraps(function)
        def remembering(*given: P.args, **named: P.kwargs) -> R:
            key = (id(given[0]), *given[1:])
            found = known.get(key)
            if found is not None:  # the object is kept, so no other can have its identity
                return found[1]
            answer = function(*given, **named)
            with lock:
                known[key] = (given[0], answer)
                while len(known) > most:
                    del known[next(iter(known))]
            return answer

        return cast("Callable[P, R]", remembering)

    return around
