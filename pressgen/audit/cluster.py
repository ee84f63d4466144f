"""The Dask engine: batches go to the workers of a scheduler, or of a small cluster started here.

Each worker checks in a process of its own beside it, as on one machine (``crew``), so what a document
does to that process is known and said there. Texts travel with the work; glossary, rates and rules do
not: a worker uses its own, and one that has others is refused.
"""

from __future__ import annotations

import logging
import os
import pickle
import subprocess
import sys
import threading
import time
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from pressgen.audit.crew import Crew
from pressgen.audit.item import Answer, Item, Said
from pressgen.audit.rules import arrived, differing, fingerprint, transferable
from pressgen.errors import PressgenError, UsageError, Wording
from pressgen.house import House

if TYPE_CHECKING:
    from distributed import Future

EMBEDDED = "local"
"""The address that stands for a cluster started here."""
_PATIENCE = 30.0
"""Seconds to wait for a scheduler, and for its first worker."""
_TRIES = 10
"""So many times a batch may lose its worker; whatever kills that is not the batch's document."""
_SPARING = {
    "distributed.worker.profile.enabled": False,
    "distributed.admin.tick.interval": "1s",
    "distributed.admin.system-monitor.interval": "10s",
}
"""What nobody looks at in a cluster started here, and what costs processor time a hundred times a second."""
_AHEAD = 2
"""Batches a thread of a worker, the one it is at included."""


class Cluster:
    """The workers of a scheduler. Raises UsageError: it is not there, or has no worker under our rules."""

    def __init__(self, house: House, rules: dict[str, str], address: str, jobs: int, limit: float) -> None:
        self._setup = pickle.dumps((transferable(house), rules), pickle.HIGHEST_PROTOCOL)
        self._limit = limit
        self._address = address
        self._tries: Counter[str] = Counter()
        self._again: deque[list[Item]] = deque()
        self._client: Any = None
        self._cluster: Any = None
        self._workers: subprocess.Popen[bytes] | None = None
        try:
            self._connect(jobs)
            self._refuse_others()
        except BaseException:
            self.close()
            raise

    def run(self, batches: Iterable[list[Item]]) -> Iterator[Answer]:
        """The answer to every item, as they come. Raises UsageError where scheduler or workers go away."""
        from distributed import wait  # noqa: PLC0415  # only with a cluster
        from distributed.client import FuturesCancelledError  # noqa: PLC0415

        source = iter(batches)
        flying: dict[Future[Any], list[Item]] = {}
        alive = time.monotonic()
        while True:
            self._launch(source, flying)
            if not flying:
                return
            try:
                with self._client.as_current():
                    landed = wait(list(flying), timeout=1, return_when="FIRST_COMPLETED").done
            except TimeoutError:
                alive = time.monotonic() if self._threads() else alive
                self._refuse_dead(alive)
                continue
            except FuturesCancelledError:
                raise self._lost() from None
            alive = time.monotonic()
            for future in landed:
                yield from self._landed(future, flying.pop(future))

    def close(self) -> None:
        """Let the scheduler go; end the cluster that was started here."""
        if self._workers:
            self._workers.terminate()
            self._workers.wait()
        for each in (self._client, self._cluster):
            if each is not None:
                each.close(timeout=5)

    def _connect(self, jobs: int) -> None:
        """To the scheduler, and wait for its first worker. Raises UsageError."""
        from distributed import Client  # noqa: PLC0415  # a second, only with a cluster

        _hush()
        try:
            if self._address == EMBEDDED:
                self._cluster = _scheduler()
                self._workers = _started(self._cluster.scheduler_address, jobs)
            elif self._address.startswith("tls:"):
                _refuse_bare(self._address)
            self._client = Client(self._cluster or self._address, timeout=_PATIENCE, set_as_default=False)
            self._client.wait_for_workers(1, timeout=_PATIENCE)
        except (OSError, TimeoutError, ValueError) as error:
            raise UsageError(
                "无法使用调度器{address}（{why}）；请检查地址，并确认已有工作进程",
                "the scheduler {address} cannot be used ({why}); check the address, and that it has workers",
                address=self._address,
                why=" ".join(str(error).split())[:120] or type(error).__name__,
            ) from None

    def _refuse_others(self) -> None:
        """Every worker must check under our rules."""
        for worker, said in self._client.run(refusal, self._setup, on_error="return").items():
            if said is None:
                continue
            why = type(said).__name__
            other = Said(f"与主机的pressgen版本不同或没有安装（{why}）", f"another pressgen, or none ({why})")
            named = said if isinstance(said, Said) else other
            raise UsageError(
                "工作进程{worker}不能用：{said}",
                "the worker {worker} cannot be used: {said}",
                worker=worker,
                said=Wording(named.zh, named.en),
            )

    def _threads(self) -> int:
        workers = self._client.scheduler_info(n_workers=-1)["workers"].values()
        return sum(int(worker["nthreads"]) for worker in workers)

    def _launch(self, source: Iterator[list[Item]], flying: dict[Future[Any], list[Item]]) -> None:
        """Never more than a few batches a worker are on their way."""
        most = _AHEAD * max(1, self._threads())
        while len(flying) < most:
            batch = self._again.popleft() if self._again else next(source, None)
            if batch is None:
                return
            flying[self._client.submit(checked, self._setup, self._limit, batch, pure=False)] = batch

    def _landed(self, future: Future[Any], batch: list[Item]) -> Iterator[Answer]:
        if future.status == "finished":
            result = future.result()
            if isinstance(result, Said):
                raise UsageError(result.zh, result.en)
            yield from result
            return
        self._tries[batch[0].key] += 1
        if future.status != "error":  # what a worker had done went with it before it was fetched
            if self._client.status != "running" or self._tries[batch[0].key] > _TRIES:
                raise self._lost()
            self._again.append(batch)
            return
        error = future.exception()
        if type(error).__name__ != "KilledWorker" or self._tries[batch[0].key] > _TRIES:
            raise UsageError(
                "工作进程出错：{why}",
                "a worker failed: {why}",
                why=" ".join(f"{type(error).__name__}: {error}".split())[:200],
            )
        self._again.append(batch)

    def _refuse_dead(self, alive: float) -> None:
        if self._client.status not in ("running", "connecting") or time.monotonic() - alive > _PATIENCE:
            raise self._lost()

    def _lost(self) -> UsageError:
        return UsageError(
            "与调度器{address}或其工作进程失去联系；已完成的已保存，恢复后运行同一命令即可继续",
            "the scheduler {address} or its workers are gone; what is done is kept: run the command again",
            address=self._address,
        )


def _hush() -> None:
    """What matters of a cluster is said in our own words."""
    for name in ["asyncio", *logging.root.manager.loggerDict]:
        if name.startswith(("asyncio", "distributed", "tornado")):
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)


def _scheduler() -> Any:
    """A scheduler in this process, without workers."""
    import dask  # noqa: PLC0415  # a second, only with a cluster
    from distributed import LocalCluster  # noqa: PLC0415  # the same

    local = {"host": "127.0.0.1", "dashboard_address": "127.0.0.1:0"}
    with dask.config.set(_SPARING):
        return LocalCluster(n_workers=0, silence_logs=logging.CRITICAL + 1, **local)


def _refuse_bare(address: str) -> None:
    """TLS without certificates would say nothing for a minute. Raises UsageError, OSError."""
    from distributed.security import Security  # noqa: PLC0415  # only with a cluster

    if Security().get_connection_args("client")["ssl_context"] is None:
        raise UsageError(
            "{address}需要证书；请在Dask的设置里写明（distributed.comm.tls的ca-file、client.cert、client.key）",
            "{address} wants certificates; name them in Dask's settings (distributed.comm.tls: ca-file, "
            "client.cert, client.key)",
            address=address,
        )


def _started(address: str, jobs: int) -> subprocess.Popen[bytes]:
    """Workers of a cluster on this machine; one that dies is started again."""
    given = ["--nworkers", str(jobs), "--nthreads", "1", "--memory-limit", "0", "--death-timeout", "60"]
    command = [sys.executable, "-P", "-m", "distributed.cli.dask_worker", address, *given, "--no-dashboard"]
    environment = os.environ | _settings() | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    silent = subprocess.DEVNULL
    return subprocess.Popen(  # noqa: S603  # ourselves
        command, env=environment, stdin=silent, stdout=silent, stderr=silent
    )


def _settings() -> dict[str, str]:
    """The settings of a cluster started here as its workers read them."""
    return {
        f"DASK_{name.replace('.', '__').replace('-', '_').upper()}": str(value)
        for name, value in _SPARING.items()
    }


_here = threading.local()


def checked(setup: bytes, limit: float, batch: list[Item]) -> list[Answer] | Said:
    """On a worker: the answers to a batch, or why it does not check."""
    if getattr(_here, "setup", None) != setup:
        house, rules = pickle.loads(setup)  # noqa: S301  # from the scheduler this worker chose to trust
        if getattr(_here, "setup", None):
            _here.crew.close()
        _here.setup, _here.crew = setup, Crew(house, rules, 1, limit)
    try:
        return list(_here.crew.run([batch]))
    except UsageError as refused:
        return Said.of(refused)


def refusal(setup: bytes) -> Said | None:
    """On a worker: what it has not alike with who asks."""
    house, rules = pickle.loads(setup)  # noqa: S301  # from the scheduler this worker chose to trust
    try:
        other = differing(rules, fingerprint(arrived(house)))
    except PressgenError as fault:
        return Said.of(fault)
    if not other:
        return None
    zh, en = "、".join(name.zh for name in other), ", ".join(name.en for name in other)
    return Said(f"与主机上的不一致：{zh}", f"not the same as on the machine that asks: {en}")
