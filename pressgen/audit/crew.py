"""Worker processes on this machine: each is given a batch when it is free, and replaced when it dies.

Whoever waits for them never holds more than a batch a worker. A document that kills three workers, or
twice takes longer than its time, is named and left out.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import queue
import subprocess
import sys
import threading
import time
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from pressgen.audit.item import Answer, Item, Said
from pressgen.audit.judge import left_out
from pressgen.audit.rules import transferable
from pressgen.errors import UsageError
from pressgen.house import House

DEATHS = 3
"""So many workers a document may kill: the first ones may have been killed by someone else."""
OVERTIMES = 2
_ENDED = 50
_START = 120.0
"""Seconds a worker may take until it is ready."""
_GLANCE = 0.5
"""Seconds between two looks at the clock."""


@dataclass(eq=False)
class _Worker:
    """One process, what it is working on, and since when."""

    process: subprocess.Popen[bytes]
    since: float
    ready: bool = False
    ear: threading.Thread | None = None
    waiting: deque[Item] = field(default_factory=deque)


@dataclass(frozen=True, slots=True)
class _Heard:
    """What came from a worker: an answer, its being ready (None) or refusing; ``over``: it is gone."""

    worker: _Worker
    message: Answer | Said | None
    over: bool = False


class Crew:
    """Worker processes for one house; ``limit`` is how many seconds a document may take."""

    def __init__(self, house: House, rules: dict[str, str], jobs: int, limit: float) -> None:
        self._setup = pickle.dumps((transferable(house), rules), pickle.HIGHEST_PROTOCOL)
        self._jobs = jobs
        self._limit = limit
        self._heard: queue.SimpleQueue[_Heard] = queue.SimpleQueue()
        self._workers: list[_Worker] = []
        self._again: deque[list[Item]] = deque()
        self._deaths: Counter[str] = Counter()
        self._overtimes: Counter[str] = Counter()
        self._stillborn = 0
        self._glanced = time.monotonic()

    def run(self, batches: Iterable[list[Item]]) -> Iterator[Answer]:
        """The answer to every item, as they come. Raises UsageError where no worker can start."""
        source = iter(batches)
        self._assign(source)
        while any(worker.waiting for worker in self._workers):
            yield from self._listen()
            self._assign(source)

    def close(self) -> None:
        """End every process."""
        for worker in self._workers:
            worker.process.kill()
        for worker in self._workers:
            _bury(worker)
        self._workers.clear()

    def _assign(self, source: Iterator[list[Item]]) -> None:
        """A batch for everyone who is free; nobody is hired for whom there is none."""
        free = [worker for worker in self._workers if not worker.waiting]
        while free or len(self._workers) < self._jobs:
            batch = self._again.popleft() if self._again else next(source, None)
            if batch is None:
                return
            worker = free.pop() if free else self._hire()
            worker.waiting.extend(batch)
            if worker.ready:
                self._send(worker)

    def _hire(self) -> _Worker:
        command = [sys.executable, "-P", "-m", "pressgen.audit.worker"]
        environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONUTF8": "1"}
        process = subprocess.Popen(  # noqa: S603  # ourselves
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
        )
        worker = _Worker(process, time.monotonic())
        self._workers.append(worker)
        worker.ear = threading.Thread(target=_hear, args=(worker, self._heard), daemon=True)
        worker.ear.start()
        self._write(worker, self._setup)
        return worker

    def _send(self, worker: _Worker) -> None:
        worker.since = time.monotonic()
        self._write(worker, pickle.dumps(list(worker.waiting), pickle.HIGHEST_PROTOCOL))

    def _write(self, worker: _Worker, data: bytes) -> None:
        """To a worker that may just have died: then that is heard in its turn."""
        assert worker.process.stdin  # noqa: S101  # it was opened as a pipe
        with contextlib.suppress(OSError):
            worker.process.stdin.write(data)
            worker.process.stdin.flush()

    def _listen(self) -> Iterator[Answer]:
        """What is heard next, if anything is before the next look at the clock."""
        if time.monotonic() - self._glanced > _GLANCE:
            self._glanced = time.monotonic()
            yield from self._late()
        try:
            heard = self._heard.get(timeout=_GLANCE)
        except queue.Empty:
            return
        if heard.worker not in self._workers:
            return  # the last words of one that was ended: its document is done again
        if heard.over:
            yield from self._gone(heard.worker, self._deaths, DEATHS, "killed")
        elif isinstance(heard.message, Answer):
            heard.worker.waiting.popleft()
            heard.worker.since = time.monotonic()
            yield heard.message
        elif isinstance(heard.message, Said):
            raise UsageError(heard.message.zh, heard.message.en)
        else:
            heard.worker.ready = True
            self._stillborn = 0
            self._send(heard.worker)

    def _late(self) -> Iterator[Answer]:
        """Whoever takes too long over a document is ended."""
        now = time.monotonic()
        for worker in list(self._workers):
            if worker.waiting and now - worker.since > (self._limit if worker.ready else _START):
                worker.process.kill()
                yield from self._gone(worker, self._overtimes, OVERTIMES, "overtime")

    def _gone(self, worker: _Worker, counted: Counter[str], most: int, why: str) -> Iterator[Answer]:
        """The document it was at counts one more; its other ones wait for somebody else."""
        self._workers.remove(worker)
        _bury(worker)
        rest = list(worker.waiting)
        if not worker.ready:
            self._stillborn += 1
            self._refuse_stillborn(worker)
        elif rest:
            suspect = rest.pop(0)
            counted[suspect.key] += 1
            if counted[suspect.key] >= most:
                yield left_out(suspect, why)
            else:
                self._again.append([suspect])
        if rest:
            self._again.append(rest)

    def _refuse_stillborn(self, worker: _Worker) -> None:
        """Give up where workers end by themselves before they begin; others may end them far more often."""
        by_itself = worker.process.returncode >= 0
        if self._stillborn > (DEATHS if by_itself else _ENDED) * self._jobs:
            raise UsageError(
                "检查进程一启动就中止；请看内存是否够用，或用--jobs 1再试",
                "workers die as they start; see whether there is memory for them, or try --jobs 1",
            )


def _bury(worker: _Worker) -> None:
    """Wait for a process that is gone or was ended, and close what it was told and heard by."""
    worker.process.kill()
    worker.process.wait()
    if worker.process.stdin:
        with contextlib.suppress(OSError):
            worker.process.stdin.close()
    if worker.ear:
        worker.ear.join()


def _hear(worker: _Worker, heard: queue.SimpleQueue[_Heard]) -> None:
    """Pass on what a worker says until it is gone."""
    assert worker.process.stdout  # noqa: S101  # it was opened as a pipe
    with worker.process.stdout as answers:
        while True:
            try:
                message = pickle.load(answers)  # noqa: S301  # from a process this one started
            except Exception:  # noqa: BLE001  # whatever half a message makes: it is gone
                heard.put(_Heard(worker, None, over=True))
                return
            heard.put(_Heard(worker, message))
