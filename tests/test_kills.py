"""Commands killed in the middle, run two at once, and on a system that lets nobody replace an open file."""

import contextlib
import errno
import io
import os
import random
import shutil
import signal
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from pressgen import api, outbox
from pressgen.cli.main import run
from pressgen.errors import FileError
from pressgen.glossary import tables
from pressgen.glossary.entry import Entry, Term
from pressgen.house import accepted
from tests.faults import tree
from tests.grids import some
from tests.test_faults import EVENT, differences, installed, world  # noqa: F401  # fixtures

POSIX = pytest.mark.skipif(not hasattr(os, "fork"), reason="a process is copied and killed on POSIX only")
KILLED = {
    "draft": "draft events -o out --format docx,md",
    "glossary add": "glossary add 季华楼 Jihua-House --kind place",
    "glossary import": "glossary import more.csv",
    "init": "init room",
}


@pytest.fixture
def here(world, tmp_path):  # noqa: F811
    """A fresh copy of the world, with a folder of events; call it for another."""

    def fresh():
        shutil.rmtree(tmp_path / "here", ignore_errors=True)
        shutil.copytree(world, tmp_path / "here")
        events = tmp_path / "here" / "events"
        events.mkdir()
        shutil.copy(world / "hall.jpg", events)
        for number in range(5):
            text = EVENT.replace("slug: brief", f"slug: brief-{number}")
            (events / f"{number}.yaml").write_text(text, encoding="utf-8")
        return tmp_path / "here"

    return fresh


def ran(command, folder):
    with (
        contextlib.chdir(folder),
        open(os.devnull, "w", encoding="utf-8") as nowhere,  # noqa: PTH123
        contextlib.redirect_stdout(nowhere),
        contextlib.redirect_stderr(nowhere),
    ):
        return run(command.split(), "en")


def killed(command, folder, seconds):
    """Run a command in a copy of this process and kill it after so long; whether it was still at work."""
    child = os.fork()
    if child == 0:
        os._exit(ran(command, folder))
    time.sleep(seconds)
    ended, _ = os.waitpid(child, os.WNOHANG)
    if not ended:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    return not ended


@POSIX
@pytest.mark.parametrize(
    "moments", [pytest.param(20, marks=pytest.mark.slow), pytest.param(200, marks=pytest.mark.sweep)]
)
@pytest.mark.parametrize("name", KILLED)
@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_a_command_killed_at_any_moment_leaves_nothing_half_and_the_next_run_is_whole(here, name, moments):
    command = KILLED[name]
    before = tree(here())
    ran(command, here())  # what is read once and remembered is read
    lasts = [timed(command, folder := here())]
    after = tree(folder)
    chance, met, tried = random.Random(11), 0, 0  # noqa: S311  # moments, not secrets

    while met < moments and tried < 4 * moments:
        folder = here()
        tried += 1
        met += killed(command, folder, chance.uniform(0, max(lasts[-9:])))
        there = {name: data for name, data in tree(folder).items() if not hidden(name)}
        half = [name for name, data in there.items() if data not in (before.get(name, 0), after.get(name, 0))]
        assert half == []
        lasts.append(timed(command, folder))  # on a busy machine the next run may take longer than the first
        assert differences(tree(folder), after) == []
    print(f"{name}: {met} of {tried} kills met a running process, all held")  # noqa: T201  # shown with pytest -rP
    assert met == moments


def timed(command, folder):
    """Run a command in this process: how many seconds it took."""
    start = time.monotonic()
    ran(command, folder)
    return time.monotonic() - start


def hidden(name):
    return any(part.startswith(".") for part in Path(name).parts)


@pytest.mark.slow
@POSIX
@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_a_spare_file_of_a_killed_run_goes_with_the_next(here):
    folder = here()
    child = os.fork()
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)
    (folder / f".fresh.md.{child}-0123abcd.part").write_text("half", encoding="utf-8")
    (folder / f".fresh.md.{os.getpid()}-0123abcd.part").write_text("at work", encoding="utf-8")

    ran("convert slips.zh.md --on 2023-07-18 -o fresh.md", folder)

    assert [path.name for path in folder.glob(".*.part")] == [f".fresh.md.{os.getpid()}-0123abcd.part"]


def test_twenty_add_to_one_glossary_and_every_name_is_there(here):
    table = here() / "glossary" / "names.csv"

    def add(number):
        terms = Term(f"第{number}号楼", "zh"), Term(f"Building {number}", "en")
        tables.add(table, Entry(f"building-{number}", terms, kind="place"))

    with ThreadPoolExecutor(20) as pool:
        list(pool.map(add, range(20)))

    assert {entry.id for entry in tables.read(table)} == {"river-fair", *(f"building-{n}" for n in range(20))}


def test_an_export_during_imports_is_one_state_of_the_glossary(here, tmp_path):
    folder = here()
    table = folder / "glossary" / "names.csv"

    def change(number):
        terms = Term(f"第{number}号桥", "zh"), Term(f"Bridge {number}", "en")
        tables.add(table, Entry(f"bridge-{number}", terms, kind="place"))

    def export(number):
        out = tmp_path / f"{number}.csv"
        tables.write(tables.read(table), out)
        return {entry.id for entry in tables.read(out)}

    with ThreadPoolExecutor(4) as pool:
        changes = [pool.submit(change, number) for number in range(12)]
        states = [pool.submit(export, number) for number in range(12)]

    assert all(one.exception() is None for one in (*changes, *states))
    for state in (one.result() for one in states):
        assert "river-fair" in state


def test_two_drafts_into_one_folder_are_each_whole(here):
    folder = here()
    newsroom = api.open_newsroom(folder)
    house = api.open_house("", newsroom)
    known = api.types(newsroom)

    def draft(file):
        made = api.draft(api.load(folder / file, newsroom, known), house)
        return api.deliver(made, folder / "both", api.Order(("md",)))

    with ThreadPoolExecutor(4) as pool:
        done = [pool.submit(draft, file) for file in ("event.yaml", "old.yaml") * 6]

    assert all(one.exception() is None for one in done)
    texts = [(folder / "both" / f"brief.{lang}.md").read_text(encoding="utf-8") for lang in ("zh", "en")]
    assert len({"267" in text for text in texts}) == 1
    assert not list((folder / "both").glob(".*stage*"))


def test_twenty_accept_a_finding_and_every_reason_is_there(here):
    folder = here()
    [finding, *_] = api.judge(api.read(folder / "slips.zh.md"), api.open_house("base")).findings

    with ThreadPoolExecutor(20) as pool:
        list(pool.map(lambda number: api.accept(finding, f"reason {number}", folder), range(20)))

    assert {each.reason for each in accepted.read(folder / accepted.FILE)} == {
        f"reason {number}" for number in range(20)
    }


def test_two_tables_of_rates_brought_in_at_once_are_named_in_the_settings_once(here):
    folder = here()
    (folder / "pressgen.toml").write_text('house = "hitech-zone"\n', encoding="utf-8")
    newsroom = api.open_newsroom(folder)
    tables_of_rates = [folder / f"office-{number}.csv" for number in range(8)]
    for path in tables_of_rates:
        shutil.copy(folder / "office.csv", path)

    with ThreadPoolExecutor(8) as pool:
        done = [pool.submit(api.import_rates, path, newsroom) for path in tables_of_rates]

    assert [each.exception() for each in done if each.exception() is None]
    assert (folder / "pressgen.toml").read_text(encoding="utf-8").count("rates = ") == 1
    assert api.open_newsroom(folder).rates == folder / "rates"


def test_who_waits_for_a_run_that_fails_and_takes_its_folder_away_makes_it_again(tmp_path):
    inside, waiting = threading.Event(), threading.Event()

    def fails():
        with outbox.held(tmp_path / "out"):
            inside.set()
            waiting.wait(10)
            time.sleep(0.2)
            raise ZeroDivisionError

    def waits():
        inside.wait(10)
        waiting.set()
        with outbox.held(tmp_path / "out"):
            outbox.put(tmp_path / "out" / "a.md", b"whole")

    with ThreadPoolExecutor(2) as pool:
        ended = [pool.submit(fails), pool.submit(waits)]

    assert isinstance(ended[0].exception(), ZeroDivisionError)
    assert ended[1].exception() is None
    assert (tmp_path / "out" / "a.md").read_bytes() == b"whole"


@pytest.fixture
def windows(monkeypatch):
    """A system that refuses to replace, rename or remove a file somebody has open, as Windows does."""
    held = set()

    def guarded(real):
        def call(self, *given, **named):
            for path in (self, *given[:1]):
                if str(path) in held or any(Path(each).is_relative_to(path) for each in held):
                    raise PermissionError(13, "The process cannot access the file", str(path))
            return real(self, *given, **named)

        return call

    for name in ("replace", "rename", "unlink", "rmdir"):
        monkeypatch.setattr(Path, name, guarded(getattr(Path, name)))
    return held


@pytest.mark.parametrize("suffix", ["zh.docx", "en.md", "record.json"])
def test_while_any_file_is_open_elsewhere_the_whole_draft_waits(here, windows, suffix, capsys):
    folder = here()
    before = tree(folder / "drafts")
    windows.add(str(Path("drafts") / f"brief.{suffix}"))

    with contextlib.chdir(folder):
        code = run(["draft", "event.yaml", "-o", "drafts"], "en")

    said = capsys.readouterr().err.splitlines()
    assert (code, len(said)) == (2, 1)
    assert "it may be open in Word or another program; close it and try again" in said[0]
    assert differences(tree(folder / "drafts"), before) == []
    windows.clear()
    assert ran("draft event.yaml -o drafts", folder) == 0
    assert not list((folder / "drafts").glob(".*stage*"))


@pytest.mark.parametrize("older", [None, "date,base,quote,rate\n2023-07-17,EUR,CNY,8\n"])
def test_rates_that_cannot_be_named_in_settings_open_elsewhere_are_as_they_were(here, windows, older):
    folder = here()
    (folder / "pressgen.toml").write_text('house = "hitech-zone"\n', encoding="utf-8")
    shutil.rmtree(folder / "rates")
    if older:
        (folder / "rates").mkdir()
        (folder / "rates" / "office.csv").write_text(older, encoding="utf-8")
    table = folder / "new" / "office.csv"
    table.parent.mkdir()
    table.write_text("date,base,quote,rate\n2023-07-17,EUR,CNY,8\n2023-07-18,EUR,CNY,8.1\n", encoding="utf-8")
    before = tree(folder)
    windows.add(str(folder / "pressgen.toml"))

    with pytest.raises(FileError, match="close it"):
        api.import_rates(table, api.open_newsroom(folder))

    assert differences(tree(folder), before) == []


@pytest.mark.parametrize(
    ("command", "file"),
    [
        ("check slips.zh.md --fix --on 2023-07-18", "slips.zh.md"),
        ("glossary add 季华楼 Jihua-House --kind place", "glossary/names.csv"),
        ("glossary export out.tbx --force", "out.tbx"),
        ("convert slips.zh.md --on 2023-07-18 -o slips.zh.md", "slips.zh.md"),
    ],
)
def test_a_file_open_elsewhere_is_one_line_and_as_it_was(here, windows, command, file, capsys):
    folder = here()
    before = tree(folder)
    windows.update({file, str(folder / file)})

    with contextlib.chdir(folder):
        code = run(command.split(), "en")

    lines = [line for line in capsys.readouterr().err.splitlines() if "close it" in line]
    assert (code, len(lines)) == (2, 1)
    assert differences(tree(folder), before) == []


@pytest.mark.skipif(sys.platform == "win32", reason="rights are told otherwise on Windows")
def test_no_file_of_a_run_can_be_read_by_more_people_than_the_folder_allows(here):
    folder = here()
    mask = os.umask(0o077)
    try:
        ran("draft event.yaml -o out", folder)
        ran("new probe --xlsx -o fresh.xlsx", folder)
    finally:
        os.umask(mask)

    made = [*(folder / "out").rglob("*"), folder / "fresh.xlsx"]
    assert {path.stat().st_mode & 0o077 for path in made} == {0}


@POSIX
@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
@pytest.mark.parametrize(
    "command",
    some(
        [
            "draft event.yaml -o drafts",
            "draft event.yaml -o fresh --format docx,md",
            "init room",
            "glossary import more.csv",
            "new probe --xlsx -o fresh.xlsx",
            "check slips.zh.md --fix --on 2023-07-18",
        ]
    ),
)
def test_where_a_file_may_not_grow_a_command_says_one_line_and_all_is_as_it_was(here, command, tmp_path):
    folder = here()
    before = tree(folder)
    said = tmp_path / "said"

    assert forked(lambda: _cramped(command, folder, said)) == 2
    lines = [
        line for line in said.read_text(encoding="utf-8").splitlines() if os.strerror(errno.EFBIG) in line
    ]
    assert len(lines) == 1
    assert differences(tree(folder), before) == []


def _cramped(command, folder, said):
    """Run a command in a process whose files may hold some bytes only; a full disk refuses as the system does."""
    import resource  # noqa: PLC0415  # POSIX only

    sys.dont_write_bytecode = True  # Python does not notice that a module it keeps is cut off
    said_ = io.StringIO()
    resource.setrlimit(resource.RLIMIT_FSIZE, (40, resource.RLIM_INFINITY))
    with (
        contextlib.chdir(folder),
        contextlib.redirect_stderr(said_),
        contextlib.redirect_stdout(io.StringIO()),
    ):
        code = run(command.split(), "en")
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    said.write_text(said_.getvalue(), encoding="utf-8")
    return code


def forked(work):
    """The exit code of a copy of this process that does some work."""
    child = os.fork()
    if child == 0:
        code = 99
        try:
            code = work()
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
