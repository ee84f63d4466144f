"""The engine for few documents: this very process, one after the other."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from pressgen.audit.item import Answer, Item
from pressgen.audit.judge import judged, left_out
from pressgen.house import House
from pressgen.outbox import drop, put


class Alone:
    """Checks in this process. A time limit is kept where the system can interrupt it (not on Windows).

    ``sign`` is a file that lies there as long as this engine runs: it is left behind by a process that died.
    """

    def __init__(self, house: House, limit: float, sign: Path) -> None:
        self._house = house
        self._limit = limit
        self._sign = sign
        put(sign, b"")

    def run(self, batches: Iterable[list[Item]]) -> Iterator[Answer]:
        """The answer to every item, in their order."""
        for batch in batches:
            yield from map(self._judged, batch)

    def close(self) -> None:
        """It ended as it should."""
        drop(self._sign)

    def _judged(self, item: Item) -> Answer:
        try:
            with _limited(self._limit):
                return judged(item, self._house)
        except _Overtime:
            return left_out(item, "overtime")


class _Overtime(BaseException):
    """A document takes too long; no check may take this for an error of its own."""


@contextmanager
def _limited(limit: float) -> Iterator[None]:
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, _over)
    signal.setitimer(signal.ITIMER_REAL, limit)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _over(*_: object) -> None:
    raise _Overtime
