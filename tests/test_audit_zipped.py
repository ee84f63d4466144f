"""A ZIP read member by member says what ``zipfile`` says of it, and holds no directory."""

import io
import tracemalloc
import zipfile
from contextlib import closing
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressgen.audit import zipped
from pressgen.audit.members import Member, Zip
from pressgen.audit.zipped import Directory
from pressgen.errors import PressgenError

NAMES = st.text(st.characters(codec="utf-8", exclude_characters="\0/\\"), min_size=1, max_size=40)
CONTENTS = st.dictionaries(NAMES, st.binary(max_size=300), max_size=12)


def packed(held, path, *, front=b"", comment=b"", kind=zipfile.ZIP_DEFLATED):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", kind) as archive:
        archive.comment = comment
        for name, content in held.items():
            archive.writestr(name, content)
    path.write_bytes(front + data.getvalue())
    return path


def read(path):
    directory = Directory(path)
    try:
        found = {}
        for info, place in directory.members():
            with directory.alone(place) as archive:
                (only,) = archive.infolist()
                found[info.filename] = archive.read(only)
        return found
    finally:
        directory.close()


@given(
    CONTENTS,
    st.binary(max_size=30),
    st.sampled_from([b"", b"weekly", "每周".encode() * 9]),
    st.sampled_from([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2]),
)
def test_every_member_is_read_as_zipfile_reads_it(tmp_path_factory, held, front, comment, kind):
    path = packed(held, tmp_path_factory.mktemp("zip") / "a.zip", front=front, kind=kind, comment=comment)

    with zipfile.ZipFile(path) as archive:
        wanted = {info.filename: archive.read(info) for info in archive.infolist()}
    assert read(path) == wanted


def test_a_directory_read_in_many_pieces_is_the_same(tmp_path, monkeypatch):
    held = {f"{number:04}.md": str(number).encode() for number in range(300)}
    monkeypatch.setattr(zipped, "_AT_ONCE", 1_000)

    assert read(packed(held, tmp_path / "a.zip")) == held


@pytest.mark.slow
def test_an_archive_of_more_members_than_65535_is_read_whole(tmp_path):
    path = packed(dict.fromkeys((f"{number}" for number in range(66_000)), b""), tmp_path / "a.zip")
    directory = Directory(path)

    assert sum(1 for _ in directory.members()) == 66_000
    directory.close()


@pytest.mark.parametrize("limit", ["ZIP64_LIMIT", "ZIP_FILECOUNT_LIMIT"])
def test_the_64_bit_form_is_read(limit, tmp_path):
    held = {"a.md": b"first" * 40, "b.md": b"second" * 40}
    with mock.patch.object(zipfile, limit, 1):
        path = packed(held, tmp_path / "a.zip")

    assert b"PK\6\6" in path.read_bytes()
    assert read(path) == held


@settings(max_examples=300)
@given(st.integers(0, 399), st.binary(min_size=1, max_size=4), st.integers(0, 400))
def test_a_damaged_one_gives_members_or_a_line(tmp_path_factory, at, bytes_, cut):
    path = packed({"a.md": b"text" * 9, "b.md": b"more"}, tmp_path_factory.mktemp("zip") / "a.zip")
    data = bytearray(path.read_bytes())
    data[at : at + len(bytes_)] = bytes_
    path.write_bytes(data[:cut] if cut % 3 == 0 else data)

    try:
        with closing(Zip(path)) as archive:
            said = [
                archive.read(member) if isinstance(member, Member) else member.say("en")
                for member in archive.members()
            ]
    except PressgenError as error:
        said = [error.say("zh")]
    assert all(isinstance(answer, str | bytes) for answer in said)


@pytest.mark.slow
def test_memory_does_not_grow_with_the_directory(tmp_path, monkeypatch):
    monkeypatch.setattr(zipped, "_AT_ONCE", 10_000)

    def peak(count):
        path = packed(dict.fromkeys((f"{number:06}" for number in range(count)), b""), tmp_path / "a.zip")
        tracemalloc.start()
        with closing(Zip(path)) as archive:
            assert sum(1 for _ in archive.members()) == count
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    assert peak(6_000) < 1.2 * peak(1_000)
