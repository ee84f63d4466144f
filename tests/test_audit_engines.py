"""Engines under fire: killed workers, killed runs, documents that kill, clusters that are others' or go away."""

import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from pathlib import Path

import dask
import psutil
import pytest
from distributed.security import Security

from pressgen import api
from pressgen.audit import Order
from pressgen.audit.cluster import EMBEDDED
from pressgen.audit.crew import Crew
from pressgen.audit.item import Item, ItemText
from pressgen.audit.rules import fingerprint
from pressgen.errors import UsageError
from tests import archives
from tests.archives import audited, written
from tests.conftest import ROOT

pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name == "nt", reason="kills as POSIX does")]

POISON = """\
import os, pressgen.audit.judge as judge
real = judge.judged
def judged(item, house):
    text = b"".join(text.data for text in item.texts)
    if b"kill" in text: os.kill(os.getpid(), 9)
    while b"hang" in text: pass
    return real(item, house)
judge.judged = judged
"""
"""What a broken library could do, put into every worker."""


@pytest.fixture(scope="module")
def tree(tmp_path_factory):
    """Enough for several batches."""
    return archives.zipped(tmp_path_factory.mktemp("archive") / "a.zip", archives.files(200, sentences=2))


@pytest.fixture(scope="module")
def undisturbed(tree, house, tmp_path_factory):
    out = tmp_path_factory.mktemp("undisturbed")
    audited(tree, house(), out)
    return written(out)


@pytest.fixture
def poisoned(tmp_path, monkeypatch):
    """Workers in which a text can kill or hang."""
    (tmp_path / "poison").mkdir()
    (tmp_path / "poison" / "sitecustomize.py").write_text(POISON)
    monkeypatch.syspath_prepend(str(tmp_path / "poison"))


def workers(parent: int) -> list[int]:
    """The processes that check for one of this test's own."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            stated = (folder / "stat").read_text().rpartition(")")[2].split()
            command = (folder / "cmdline").read_bytes()
        except OSError:
            continue
        if int(stated[1]) == parent and b"pressgen.audit.worker" in command:
            found.append(int(folder.name))
    return found


@pytest.mark.parametrize("order", [{"jobs": 1}, {"jobs": 3}, {"jobs": 2, "scheduler": EMBEDDED}], ids=str)
def test_every_engine_gives_the_same_bytes(order, tree, undisturbed, house, tmp_path):
    _, lines, _ = audited(tree, house(), tmp_path, **order)

    assert lines == []
    assert written(tmp_path) == undisturbed


def test_a_worker_killed_twenty_times_changes_nothing(tree, undisturbed, house, tmp_path):
    killed = []
    over = threading.Event()

    def kill() -> None:
        chance = random.Random(5)  # noqa: S311  # no secret
        while len(killed) < 20 and not over.is_set():
            time.sleep(
                chance.uniform(1, 3)
            )  # time to try again what the killed one had, on a slow machine, too
            for process in workers(os.getpid())[:1]:
                os.kill(process, signal.SIGKILL)
                killed.append(process)

    killer = threading.Thread(target=kill)
    killer.start()
    try:
        for round_ in range(40):  # the archive may be done before the twentieth
            out = tmp_path / str(round_)
            _, lines, _ = audited(tree, house(), out, jobs=2)
            assert (lines, written(out)) == ([], undisturbed)
            if len(killed) == 20:
                break
    finally:
        over.set()
        killer.join()
    assert len(killed) == 20


@pytest.mark.usefixtures("poisoned")
@pytest.mark.parametrize(
    "order", [{"jobs": 2}, {"jobs": 2, "scheduler": EMBEDDED}], ids=["processes", "Dask"]
)
def test_documents_that_kill_or_hang_are_named_and_left_out(order, house, tmp_path):
    held = archives.files(60, sentences=1)
    held |= {"x/kill.en.txt": b"They kill it.", "y/hang.en.txt": b"They hang it."}
    answers, lines, _ = audited(
        archives.zipped(tmp_path / "a.zip", held), house(), tmp_path / "out", limit=12, **order
    )

    assert sum(answer.document["status"] == "checked" for answer in answers.values()) == 60
    assert [line.partition(" (")[0] for line in lines] == [
        "x/kill.en.txt: whatever process checks it dies; left out",
        "y/hang.en.txt: took longer than the time limit; left out",
    ]


def test_a_run_killed_at_random_moments_ends_as_an_undisturbed_one(tree, undisturbed, tmp_path):
    chance = random.Random(9)  # noqa: S311  # no secret
    command = [sys.executable, "-m", "pressgen", "audit", str(tree), "-o", str(tmp_path), "--jobs", "2"]
    silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    killed, whole = 0, 6.0
    for _ in range(120):  # a fast machine ends many a run before it is killed
        began = time.monotonic()
        started = subprocess.Popen(command, cwd=ROOT, **silent)
        try:
            started.wait(timeout=chance.uniform(0.1, whole))
            whole = time.monotonic() - began
        except subprocess.TimeoutExpired:
            started.kill()
            started.wait()
            killed += 1
        if killed == 20:
            break
        if killed and written(tmp_path):  # done already: begin anew, to be killed again
            (tmp_path / "overview.html").unlink(missing_ok=True)
            (tmp_path / ".audit" / "ledger.sqlite").unlink(missing_ok=True)
    assert subprocess.run(command, cwd=ROOT, check=False, **silent).returncode == 1
    assert killed == 20
    assert written(tmp_path) == undisturbed


def test_ctrl_c_keeps_what_is_done_and_leaves_no_process(tree, tmp_path):
    heeding = (
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"  # a shell's & ignores it
    )
    command = [sys.executable, "-c", f"{heeding}; from pressgen.cli import main; main()"]
    command += ["audit", str(tree), "-o", str(tmp_path), "--jobs", "2"]
    started = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE)
    while not workers(started.pid) or not (tmp_path / ".audit" / "ledger.sqlite").exists():
        time.sleep(0.1)
    time.sleep(0.5)
    children = workers(started.pid)
    started.send_signal(signal.SIGINT)

    assert started.wait(timeout=20) == 130
    assert started.stderr.read().strip() == b""
    started.stderr.close()
    time.sleep(0.5)
    assert [process for process in children if Path(f"/proc/{process}").exists()] == []


def test_workers_with_another_glossary_are_refused_by_name(house, tmp_path):
    table = tmp_path / "names.csv"
    table.write_text("zh,en\n云溪里,Yunxi Lane\n", encoding="utf-8")
    known = house(glossaries=(table,))
    rules = fingerprint(known)
    table.write_text("zh,en\n云溪里,Yunxi Alley\n", encoding="utf-8")
    crew = Crew(known, rules, 1, 60)
    with pytest.raises(UsageError, match="not the same as on the machine that asks: the glossary"):
        list(crew.run([[Item("a.txt", (ItemText("a.txt", b"Foshan.", ".txt"),))]]))
    crew.close()


@contextmanager
def running(folder: Path, protocol: str = "tcp", *shown: str):
    """A Dask scheduler of its own process: its address, itself, and how to start a worker for it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    address = f"{protocol}://127.0.0.1:{port}"
    started = []

    def start(module: str, *words: str, **more: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", f"distributed.cli.{module}", *words, *shown, "--no-dashboard"]
        environment = {**os.environ, "PYTHONPATH": str(ROOT), **more}
        silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        started.append(subprocess.Popen(command, cwd=folder, env=environment, **silent))
        return started[-1]

    main = start("dask_scheduler", "--protocol", protocol, "--host", "127.0.0.1", "--port", port)
    try:
        yield (
            address,
            main,
            lambda **more: start("dask_worker", address, "--nthreads", "1", "--no-nanny", **more),
        )
    finally:
        for process in started:
            process.kill()
            process.wait()


@pytest.fixture
def scheduler(tmp_path):
    with running(tmp_path) as made:
        yield made


def certificates(folder: Path) -> dict[str, str]:
    """An authority of one's own and a certificate of it, as Dask's settings name them."""
    made = Security.temporary()
    found = {}
    for name, text in {
        "ca-file": made.tls_ca_file,
        "client.cert": made.tls_client_cert,
        "client.key": made.tls_client_key,
    }.items():
        (folder / name).write_text(text, encoding="ascii")
        found[f"distributed.comm.tls.{name}"] = str(folder / name)
    return found


def test_a_cluster_over_tls_gives_the_same_bytes_and_lets_in_nobody_else(tree, undisturbed, house, tmp_path):
    ours = certificates(tmp_path)
    (tmp_path / "other").mkdir()
    others = certificates(tmp_path / "other")
    words = zip(("--tls-ca-file", "--tls-cert", "--tls-key"), ours.values(), strict=True)
    with running(tmp_path, "tls", *(word for pair in words for word in pair)) as (address, _, worker):
        worker()
        with dask.config.set(ours):
            audited(tree, house(), tmp_path / "out", scheduler=address)
        assert written(tmp_path / "out") == undisturbed
        with dask.config.set(others), pytest.raises(UsageError, match="certificate does not match"):
            audited(tree, house(), tmp_path / "out2", scheduler=address)
        with pytest.raises(UsageError, match="wants certificates; name them in Dask's settings"):
            audited(tree, house(), tmp_path / "out2", scheduler=address)
    with (
        dask.config.set(ours | {"distributed.comm.tls.ca-file": str(tmp_path / "none")}),
        pytest.raises(UsageError, match=r"cannot be used .*No such file"),
    ):
        audited(tree, house(), tmp_path / "out2", scheduler=address)


def test_a_cluster_of_others_gives_the_same_bytes_and_survives_the_death_of_a_worker(
    tree, undisturbed, house, tmp_path, scheduler
):
    address, _, worker = scheduler
    first, _ = worker(), worker()
    answered = iter(api.audit(tree, house(), tmp_path / "out", Order(scheduler=address)))
    for number, _ in enumerate(answered):
        if number == 10:
            first.kill()
    assert written(tmp_path / "out") == undisturbed


def test_a_worker_with_another_pressgen_is_refused_by_name(tree, house, tmp_path, scheduler):
    address, _, worker = scheduler
    other = tmp_path / "other"
    for name in ("pressgen", "templates", "glossary"):
        shutil.copytree(ROOT / name, other / name)
    with (other / "pressgen" / "text.py").open("a", encoding="utf-8") as code:
        code.write("# changed\n")
    worker(PYTHONPATH=str(other))

    with pytest.raises(
        UsageError,
        match=r"the worker tcp://\S+ cannot be used: not the same as on the machine that asks: pressgen itself",
    ):
        audited(tree, house(), tmp_path / "out", scheduler=address)


def test_a_scheduler_that_is_not_there_is_one_line(tree, house, tmp_path, monkeypatch):
    monkeypatch.setattr("pressgen.audit.cluster._PATIENCE", 2)

    with pytest.raises(UsageError, match="cannot be used"):
        audited(tree, house(), tmp_path, scheduler="tcp://127.0.0.1:9")
    with pytest.raises(UsageError, match="cannot be used"):
        audited(tree, house(), tmp_path, scheduler="nonsense")


def test_a_scheduler_that_dies_is_one_line_and_what_is_done_is_kept(
    tree, undisturbed, house, tmp_path, scheduler, monkeypatch
):
    monkeypatch.setattr("pressgen.audit.cluster._PATIENCE", 10)
    address, main, worker = scheduler
    worker()

    def run_until_dead() -> None:
        for number, _ in enumerate(api.audit(tree, house(), tmp_path / "out", Order(scheduler=address))):
            if number == 10:
                main.kill()

    with pytest.raises(UsageError, match="are gone; what is done is kept"):
        run_until_dead()
    _, _, audit = audited(tree, house(), tmp_path / "out")
    assert audit.ready > 10
    assert written(tmp_path / "out") == undisturbed


_ENDLESS = """\
import os, threading
from pressgen.audit.worker import end_after
threading.Thread(target=end_after, args=(os.getppid(),), daemon=True).start()
print(os.getpid(), flush=True)
while True: pass
"""
_STARTS = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {_ENDLESS!r}])"


def test_a_worker_at_a_document_without_end_goes_with_the_run_that_was_killed():
    with subprocess.Popen([sys.executable, "-c", _STARTS], stdout=subprocess.PIPE, cwd=ROOT) as run:
        worker = int(run.stdout.readline())
        run.kill()

    assert _is_gone(worker, 30)


def _is_gone(process, seconds):
    """Whether a process ends in time; one that nobody asked after stays as a zombie."""
    until = time.monotonic() + seconds
    while psutil.pid_exists(process) and psutil.Process(process).status() != psutil.STATUS_ZOMBIE:
        if time.monotonic() > until:
            return False
        time.sleep(0.1)
    return True
