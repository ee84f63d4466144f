"""Files into a folder: whole or not at all, and a person's edits are sacred."""

import json
import os
import sys

import pytest

from pressgen.errors import FileError
from pressgen.outbox import deliver, put

NAME = "story.zh.md"


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
    assert sorted(path.name for path in tmp_path.iterdir()) == ["story.record.json", NAME]


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
