"""Backups on disks that fail, and files that are no backups: one line, nothing lost, nothing left."""

import errno
import zipfile

import pytest
from django.conf import settings

from pressgen.desk import backup, stories
from pressgen.desk.installation import Installation
from pressgen.desk.models import Act, Story
from pressgen.errors import FileError, PressgenError
from tests.faults import Disk, numbers, seal, tree


@pytest.fixture
def kept(client, story, tmp_path):  # the client's desk is the one that is kept
    """A desk with a story and a photo; the folder its backup goes into."""
    (stories.folder(story()) / "a.png").write_bytes(b"photo" * 20_000)
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "desk.zip").write_bytes(b"the one of yesterday")
    return tmp_path / "out"


def calls(work):
    with Disk() as disk:
        work()
    return disk.calls


def refusal(work, disk):
    """What stopped the work on a disk; nothing where nothing did."""
    try:
        with disk:
            work()
    except PressgenError as error:
        return error.say("en")
    return ""


@pytest.mark.parametrize("most", [4, pytest.param(0, marks=pytest.mark.slow)], ids=["some", "all"])
def test_a_backup_on_a_disk_that_fails_leaves_the_one_before(kept, most):
    path = kept / "desk.zip"
    before = tree(kept)
    counted = calls(lambda: backup.write(settings.DESK, path))
    path.write_bytes(before["desk.zip"])

    failed, chosen = 0, numbers(counted, most) if most else range(1, len(counted) + 1)
    for number in chosen:
        why = refusal(lambda: backup.write(settings.DESK, path), Disk(number, errno.ENOSPC))
        failed += bool(why)
        assert ("No space left" in why and tree(kept) == before) or zipfile.ZipFile(path).testzip() is None
        (kept / "desk.zip").write_bytes(before["desk.zip"])
    assert failed > len(chosen) // 2 > 4


def test_a_backup_that_cannot_look_into_a_folder_of_photos_is_none(kept, monkeypatch):
    before = tree(kept)
    seal(monkeypatch, stories.folder(Story.objects.get()))

    why = refusal(lambda: backup.write(settings.DESK, kept / "desk.zip"), Disk())

    assert "cannot be read or written (Permission denied)" in why
    assert str(stories.folder(Story.objects.get())) in why
    assert tree(kept) == before


@pytest.mark.slow
def test_a_restore_that_fails_may_be_done_again(kept):
    backup.write(settings.DESK, kept / "desk.zip")
    facts = Story.objects.get().facts
    home = Installation(settings.DESK.home)
    counted = _restored(home, kept / "desk.zip", Disk())

    for number in numbers(counted.calls, 4):
        _restored(home, kept / "desk.zip", Disk(number, errno.ENOSPC))
        _restored(home, kept / "desk.zip", Disk())
        assert Story.objects.get().facts == facts
        assert not (home.folder / "rows.json").exists()


def _restored(home, path, disk):
    Act.objects.all().delete()
    Story.objects.all().delete()
    assert "\n" not in refusal(lambda: backup.read(home, path), disk)
    return disk


@pytest.mark.parametrize(
    "parts",
    [
        {},
        {"rows.json": b"{"},
        {"rows.json": b"[]x"},
        {"rows.json": b'[{"model": "desk.nosuch", "pk": 1, "fields": {}}]'},
        {"rows.json": b'[{"model": "desk.story", "pk": "x", "fields": {}}]'},
        {"rows.json": b'[{"model": "desk.story", "fields": {"nosuch": 1}}]'},
        {"rows.json": b"\xff\xfe"},
    ],
    ids=lambda parts: str(parts)[:40],
)
def test_a_file_that_is_no_backup_is_one_line(database, tmp_path, parts):
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as file:
        for name, data in parts.items():
            file.writestr(name, data)

    with pytest.raises(FileError, match="this is no backup of a desk") as caught:
        backup.read(settings.DESK, tmp_path / "x.zip")

    assert "\n" not in caught.value.say("en")
    assert not Story.objects.exists()


@pytest.mark.parametrize(
    "name", ["stories/../../evil", "stories\\..\\..\\evil", "/stories/evil", "C:evil", "stories/"]
)
def test_a_backup_writes_only_where_stories_lie(database, tmp_path, name):
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as file:
        file.writestr(name, b"evil")
        file.writestr("rows.json", b"[]")
    home = Installation(tmp_path / "home")
    home.folder.mkdir(parents=True)

    backup.read(home, tmp_path / "x.zip")

    assert [each for each in tmp_path.rglob("*") if each.name.endswith("evil")] == []
