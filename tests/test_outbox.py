"""Files into a folder: whole or not at all, and a person's edits are sacred."""

import contextlib
import errno
import json
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from pressgen import outbox
from pressgen.errors import FileError
from pressgen.outbox import copied, deliver, make, put
from tests.faults import LOOKING, Disk, tree
from tests.grids import some

NAME = "story.zh.md"


def files_of(folder):
    """What lies in a folder but its lock."""
    return {path.name for path in folder.iterdir() if path.name != ".pressgen.lock"}


def drafted(folder, text, *, force=False):
    (item,) = deliver(folder, "story", {NAME: text.encode()}, {"version": 1}, force=force)
    return item


def test_a_second_draft_replaces_the_first_when_nobody_touched_it(tmp_path):
    drafted(tmp_path, "one")

    assert drafted(tmp_path, "two").path == tmp_path / NAME
    assert (tmp_path / NAME).read_text() == "two"


def test_a_file_a_person_edited_is_kept_and_the_draft_stands_beside_it(tmp_path):
    drafted(tmp_path, "one")
    (tmp_path / NAME).write_text("one, edited")

    item = drafted(tmp_path, "two")

    assert (tmp_path / NAME).read_text() == "one, edited"
    assert (item.path.name, item.beside) == ("story.zh.2.md", tmp_path / NAME)


def test_the_draft_beside_is_replaced_by_the_next_one_unless_it_was_edited_too(tmp_path):
    drafted(tmp_path, "one")
    (tmp_path / NAME).write_text("edited")
    drafted(tmp_path, "two")
    assert drafted(tmp_path, "three").path.name == "story.zh.2.md"

    (tmp_path / "story.zh.2.md").write_text("edited as well")

    assert drafted(tmp_path, "four").path.name == "story.zh.3.md"


def test_an_edit_is_still_known_after_many_drafts(tmp_path):
    drafted(tmp_path, "one")
    (tmp_path / NAME).write_text("edited")
    for text in ("two", "three", "four"):
        drafted(tmp_path, text)

    assert (tmp_path / NAME).read_text() == "edited"


def test_a_file_pressgen_never_wrote_is_kept(tmp_path):
    (tmp_path / NAME).write_text("somebody's own")

    assert drafted(tmp_path, "one").path.name == "story.zh.2.md"


def test_force_replaces_what_was_edited(tmp_path):
    drafted(tmp_path, "one")
    (tmp_path / NAME).write_text("edited")

    assert drafted(tmp_path, "two", force=True).path == tmp_path / NAME
    assert (tmp_path / NAME).read_text() == "two"


def test_the_same_draft_again_changes_nothing(tmp_path):
    drafted(tmp_path, "one")
    before = (tmp_path / "story.record.json").read_bytes()

    drafted(tmp_path, "one")

    assert (tmp_path / "story.record.json").read_bytes() == before
    assert files_of(tmp_path) == {"story.record.json", NAME}


@pytest.mark.parametrize("record", ["", "[]", '{"files": 3}', "{", '{"files": {"story.zh.md": 5}}'])
def test_a_record_that_is_not_ours_makes_no_file_ours(tmp_path, record):
    (tmp_path / "story.record.json").write_text(record)
    (tmp_path / NAME).write_text("somebody's own")

    assert drafted(tmp_path, "one").path.name == "story.zh.2.md"
    assert json.loads((tmp_path / "story.record.json").read_text())["version"] == 1


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch):
    put(tmp_path / NAME, b"old")
    monkeypatch.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(OSError(28, "No space left on device")))

    with pytest.raises(FileError, match="No space left"):
        put(tmp_path / NAME, b"new")

    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [(NAME, b"old")]


def test_a_file_open_in_word_is_one_clear_line(tmp_path, monkeypatch):
    target = tmp_path / "story.docx"
    put(target, b"old")
    monkeypatch.setattr(
        type(target), "replace", lambda *_: (_ for _ in ()).throw(PermissionError(13, "denied"))
    )

    with pytest.raises(FileError, match="open in Word") as caught:
        put(target, b"new")

    assert "请关闭后再试" in caught.value.say("zh")
    assert target.read_bytes() == b"old"


@pytest.mark.skipif(sys.platform == "win32", reason="a folder's rights are told otherwise on Windows")
def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "file").write_text("")

    with pytest.raises(FileError, match="folder"):
        put(tmp_path / "file" / "story.md", b"new")


PAIR = ("story.zh.md", "story.en.md", "story.zh.docx")
CALLS = [
    (os, "fsync"),
    (os, "open"),
    (type(Path()), "replace"),
    (type(Path()), "mkdir"),
    (type(Path()), "chmod"),
]


class Killed(BaseException):
    """A run that ends in the middle: nothing it would do afterwards is done."""


def pair(folder, text):
    return deliver(folder, "story", {name: f"{text} {name}".encode() for name in PAIR}, {"version": 1})


def generation(folder):
    """Which draft each file is of; one word where all are of the same."""
    return {(folder / name).read_text().split()[0] for name in PAIR}


def failing(monkeypatch, owner, name, number, error):
    """The n-th call of one function fails; how many there were is counted."""
    real, calls = getattr(owner, name), []

    def call(*given, **named):
        calls.append(given)
        if len(calls) == number:
            raise error
        return real(*given, **named)

    monkeypatch.setattr(owner, name, call)
    return calls


def sweep():
    """Each of the first eight calls of each kind; the slow suite tries all, the fast one by turns."""
    calls = [(owner, name, number) for owner, name in CALLS for number in range(1, 9)]
    return some(calls, ids=lambda call: f"{call[1]}-{call[2]}")


@pytest.mark.parametrize("call", sweep())
@pytest.mark.parametrize("code", [28, 5, 13], ids=["disk full", "bad disk", "refused"])
def test_whatever_call_fails_all_files_are_of_one_draft_and_the_next_run_is_whole(
    tmp_path, monkeypatch, call, code
):
    pair(tmp_path, "old")
    with monkeypatch.context() as patch:
        failing(patch, *call, OSError(code, os.strerror(code)))
        try:
            pair(tmp_path, "new")
        except FileError:
            assert generation(tmp_path) == {"old"}
        else:
            assert generation(tmp_path) == {"new"}

    assert [item.beside for item in pair(tmp_path, "newest")] == [None, None, None]
    assert generation(tmp_path) == {"newest"}
    assert files_of(tmp_path) == {*PAIR, "story.record.json"}


@pytest.mark.parametrize("call", sweep())
def test_wherever_a_run_is_killed_the_next_one_finishes_or_undoes_it(tmp_path, monkeypatch, call):
    pair(tmp_path, "old")
    with monkeypatch.context() as patch:
        failing(patch, *call, Killed())
        with contextlib.suppress(Killed):
            pair(tmp_path, "new")

    deliver(tmp_path, "other", {}, {})

    assert generation(tmp_path) in ({"old"}, {"new"})
    assert [item.beside for item in pair(tmp_path, "newest")] == [None, None, None]
    assert files_of(tmp_path) == {*PAIR, "story.record.json", "other.record.json"}


def test_what_a_hand_changed_after_a_kill_stays(tmp_path, monkeypatch):
    pair(tmp_path, "old")
    with monkeypatch.context() as patch:
        failing(patch, type(tmp_path), "replace", 2, Killed())
        with pytest.raises(Killed):
            pair(tmp_path, "new")
    (tmp_path / PAIR[0]).write_text("by hand")

    edited, *others = pair(tmp_path, "newest")

    assert (tmp_path / PAIR[0]).read_text() == "by hand"
    assert edited.beside == tmp_path / PAIR[0]
    assert [item.beside for item in others] == [None, None]


def test_while_one_file_is_open_in_word_the_whole_release_waits(tmp_path, monkeypatch):
    pair(tmp_path, "old")
    real = type(tmp_path).replace

    def refuse(self, target):
        if str(target).endswith("story.zh.docx"):
            raise PermissionError(13, "denied")
        return real(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(type(tmp_path), "replace", refuse)
        with pytest.raises(FileError, match=r"story\.zh\.docx: cannot be written: it may be open in Word"):
            pair(tmp_path, "new")

    assert generation(tmp_path) == {"old"}
    assert files_of(tmp_path) == {*PAIR, "story.record.json"}


@pytest.mark.skipif(sys.platform == "win32", reason="rights are told otherwise on Windows")
def test_new_files_have_the_rights_the_user_gives_new_files(tmp_path):
    before = os.umask(0o077)
    try:
        pair(tmp_path, "old")
    finally:
        os.umask(before)

    assert {(tmp_path / name).stat().st_mode & 0o777 for name in PAIR} == {0o600}


def test_drafts_of_many_runs_into_one_folder_are_each_whole(tmp_path):
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda number: pair(tmp_path, str(number)), range(24)))

    assert len(generation(tmp_path)) == 1
    assert files_of(tmp_path) == {*PAIR, "story.record.json"}


def test_a_folder_is_made_whole_or_not_at_all(tmp_path):
    def fill(folder):
        (folder / "one.txt").write_text("one")
        raise OSError(28, "No space left on device")

    with pytest.raises(FileError, match="No space left"):
        make(tmp_path / "room", fill)

    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="rights are told otherwise on Windows")
def test_a_copy_of_a_folder_nobody_may_write_can_be_written(tmp_path):
    source = tmp_path / "installed"
    source.mkdir()
    (source / "house.yaml").write_text("title: base")
    (source / "house.yaml").chmod(0o444)
    source.chmod(0o555)

    copied(source, tmp_path / "room", leave_out="*.lock")

    (tmp_path / "room" / "house.yaml").write_text("title: ours")
    (tmp_path / "room" / "own.yaml").write_text("")
    source.chmod(0o755)


@pytest.mark.parametrize("for_good", [False, True])
def test_files_filled_together_are_in_place_together_or_as_they_were(tmp_path, for_good):
    """Those that were there are put back, a new one goes again, whichever call fails."""

    def fill(disk):
        for path in tmp_path.iterdir():
            path.unlink()
        (tmp_path / "a.txt").write_text("old a", encoding="utf-8")
        (tmp_path / "c.txt").write_text("old c", encoding="utf-8")
        with (
            disk,
            contextlib.suppress(FileError),
            outbox.filled(tmp_path, ["a.txt", "b.txt", "c.txt"]) as files,
        ):
            for file in files:
                file.write(b"new")
        state = tree(tmp_path)
        outbox.clear(tmp_path / ".pressgen-stage-filled")
        return {name: data for name, data in state.items() if not name.startswith(".pressgen-stage")}

    old = {"a.txt": b"old a", "c.txt": b"old c"}
    new = dict.fromkeys(("a.txt", "b.txt", "c.txt"), b"new")
    disk = Disk()
    assert fill(disk) == new
    for number, kind in enumerate(disk.calls, 1):
        failing = Disk(number, errno.EIO, for_good=for_good and kind not in LOOKING)
        assert fill(failing) in (old, new), kind


def test_files_whose_writer_fails_are_as_they_were(tmp_path):
    (tmp_path / "a.txt").write_text("old", encoding="utf-8")

    def fail():
        with outbox.filled(tmp_path, ["a.txt", "b.txt"]) as files:
            files[0].write(b"half")
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert tree(tmp_path) == {"a.txt": b"old"}
