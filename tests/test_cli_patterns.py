import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from pressgen.cli import patterns

TEXT = "上半年签约267个项目，投资总额2405.72亿元，增长25.48%。"


def run(cache: Path, **more: str) -> str:
    """What a process of its own prints, with its cache in a folder of its own."""
    env = os.environ | {"XDG_CACHE_HOME": str(cache), "HOME": str(cache), "LOCALAPPDATA": str(cache)} | more
    done = subprocess.run(
        [sys.executable, "-m", "pressgen", "figures", "--json"],
        input=TEXT.encode(),
        env=env,
        capture_output=True,
        check=True,
        cwd=cache,
    )
    return done.stdout.decode()


def file_in(cache: Path) -> Path | None:
    return next(cache.rglob("patterns.bin"), None)


def test_a_second_run_finds_what_the_first_one_compiled(tmp_path):
    first = run(tmp_path)
    kept = file_in(tmp_path)
    assert kept is not None
    before = kept.read_bytes()
    assert run(tmp_path) == first
    assert kept.read_bytes() == before


@pytest.mark.parametrize("damage", [b"", b"pressgen 1", None])
def test_a_damaged_file_changes_nothing_and_is_written_anew(tmp_path, damage):
    first = run(tmp_path)
    kept = file_in(tmp_path)
    assert kept is not None
    data = kept.read_bytes()
    kept.write_bytes(data[:-400] + bytes(400) if damage is None else damage)
    assert run(tmp_path) == first
    assert kept.read_bytes() == data


def test_nothing_is_kept_where_it_is_turned_off(tmp_path):
    run(tmp_path, PRESSGEN_CACHE="off")
    assert file_in(tmp_path) is None


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="rights as POSIX has them")
def test_a_file_that_others_may_write_is_not_read(tmp_path):
    path = tmp_path / "patterns.bin"
    path.write_bytes(b"x")
    path.chmod(0o666)
    assert patterns.own(path) == b""
    path.chmod(0o644)
    assert patterns.own(path) == b"x"


def test_a_remembered_pattern_is_the_compiled_one(tmp_path):
    written = [
        (r"(?P<year>\d{4})年|(?:[一二三]+)(?P<unit>[亿万])?", 0),
        ("ab+(?=c)", re.IGNORECASE),
        (r"(?x) a  b # c", 0),
    ]
    first = patterns.Memory(tmp_path / "patterns.bin", 0)
    for pattern, flags in written:
        first.compile(pattern, flags)
    first.save()
    second = patterns.Memory(tmp_path / "patterns.bin", 0)
    for pattern, flags in written:
        found, plain = second.compile(pattern, flags), re.compile(pattern, flags)
        assert (found.pattern, found.flags, found.groups, found.groupindex) == (
            plain.pattern, plain.flags, plain.groups, plain.groupindex,
        )  # fmt: skip
        for text in ("2023年二亿", "ABBC ab", "二万"):
            assert [match.groups() for match in found.finditer(text)] == [
                m.groups() for m in plain.finditer(text)
            ]
    before = (tmp_path / "patterns.bin").read_bytes()
    second.save()
    assert (tmp_path / "patterns.bin").read_bytes() == before


def test_what_is_no_pattern_is_said_as_python_says_it(tmp_path):
    memory = patterns.Memory(tmp_path / "patterns.bin", 0)
    assert memory.compile(memory.compile("a")).pattern == "a"
    assert memory.compile(b"a").pattern == b"a"
    with pytest.raises(re.error):
        memory.compile("(")
