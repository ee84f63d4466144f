"""How an audit grows with processes, a cluster and the archive: python tests/bench/audit.py

Made-up pairs of the length of a short release as JSONL, no two alike. Each row is a run of its own: seconds by the
clock, processor seconds of the asking process and of its workers, and the peak memory of each. The clock
tells the truth on a quiet machine only; "two beside one" is therefore also given by processor time: what one
worker takes, over what two take with the asking process's own share on the same two cores.

--growth runs it and ten times as many, for memory and the projection to ten million.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from pressgen import api
from pressgen.audit import Order
from pressgen.house import open_newsroom
from tests import archives

ROOT = Path(__file__).parent.parent.parent


@dataclass
class Taken:
    """Seconds by the clock and of processors, megabytes at the peak, of the asking process and of its workers."""

    name: str
    pairs: int
    clock: float
    own: float
    workers: float
    own_peak: float
    worker_peak: float
    bytes_hash: str

    def line(self) -> str:
        rate = self.pairs / self.clock
        return (
            f"{self.name:22}{self.pairs:>9,}{self.clock:>9.1f} s{rate:>9.1f}/s{self.own:>9.1f} s{self.workers:>9.1f} s"
            f"{self.own_peak:>8.0f} MB{self.worker_peak:>8.0f} MB  {self.bytes_hash}"
        )


def audited(archive: Path, pairs: int, name: str, jobs: int, scheduler: str) -> Taken:
    """One run, in this process, which should be a fresh one."""
    house = api.open_house("base", open_newsroom(ROOT))
    with tempfile.TemporaryDirectory() as folder:
        start = time.monotonic()
        for _ in api.audit(archive, house, folder, Order(jobs=jobs, scheduler=scheduler)):
            pass
        clock = time.monotonic() - start
        own, workers = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        made = sha256(b"".join(archives.written(Path(folder)).values())).hexdigest()[:12]
    return Taken(
        name,
        pairs,
        clock,
        own.ru_utime + own.ru_stime,
        workers.ru_utime + workers.ru_stime,
        own.ru_maxrss / 1024,
        workers.ru_maxrss / 1024,
        made,
    )


def apart(archive: Path, pairs: int, name: str, jobs: int, scheduler: str = "") -> Taken:
    """The same in a process of its own."""
    command = [
        sys.executable,
        "-m",
        "tests.bench.audit",
        "--run",
        json.dumps([str(archive), pairs, name, jobs, scheduler]),
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    taken = Taken(**json.loads(done.stdout))
    print(taken.line(), flush=True)
    return taken


def made(folder: Path, pairs: int, sentences: int) -> Path:
    """An archive of so many pairs, written row by row."""
    path = folder / f"{pairs}.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for number in range(pairs):
            zh, en = (text.replace("# ", "") for text in archives.pair(number, sentences))
            file.write(json.dumps({"id": f"{number:07}", "zh": zh, "en": en}, ensure_ascii=False) + "\n")
    return path


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=1000)
    parser.add_argument("--sentences", type=int, default=8, help="of each text; 8 make a short release")
    parser.add_argument(
        "--growth", action="store_true", help="nothing but the archive and one of ten times as many"
    )
    parser.add_argument("--run")
    given = parser.parse_args()
    if given.run:
        archive, *rest = json.loads(given.run)
        print(json.dumps(asdict(audited(Path(archive), *rest))))
        return
    print(f"{'':22}{'pairs':>9}{'clock':>11}{'':>11}{'own':>11}{'workers':>11}{'own peak':>11}{'worker':>11}")
    with tempfile.TemporaryDirectory() as folder:
        archive = made(Path(folder), given.pairs, given.sentences)
        if given.growth:
            grown(Path(folder), apart(archive, given.pairs, "two processes", 2), given.sentences)
            return
        one = apart(archive, given.pairs, "one process", 1)
        two = apart(archive, given.pairs, "two processes", 2)
        dask = apart(archive, given.pairs, "Dask, two workers", 2, "local")
        print(f"same bytes: {len({one.bytes_hash, two.bytes_hash, dask.bytes_hash}) == 1}")
        by_processor = max(one.workers, one.own) / ((two.workers + two.own) / 2)
        print(
            f"two beside one: {one.clock / two.clock:.2f} by the clock, {by_processor:.2f} by processor time"
        )
        print(f"Dask beside two: {two.clock / dask.clock:.2f} by the clock")


def grown(folder: Path, small: Taken, sentences: int) -> None:
    """Ten times as many, and what ten million would take."""
    pairs = small.pairs * 10
    large = apart(made(folder, pairs, sentences), pairs, "two processes", 2)
    own, worker = large.own_peak / small.own_peak, large.worker_peak / small.worker_peak
    print(
        f"ten times as many: {large.clock / small.clock:.1f} times as long, memory {own:.2f} and {worker:.2f} times"
    )
    each, asking = large.workers / pairs, large.own / pairs
    for workers in (1, 8, 64):
        hours = 10_000_000 * max(each / workers, asking) / 3600
        print(f"ten million pairs on {workers:>2} workers: {hours:,.0f} hours")


if __name__ == "__main__":
    main()
