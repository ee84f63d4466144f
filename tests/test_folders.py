"""Folders looked into: all that is meant is found, and one that cannot be looked into is said, not passed over."""

import ast
import contextlib
import os
import re
import shutil
import sys
from pathlib import Path

import babel
import docx
import pytest

from pressgen import api, outbox
from pressgen.audit import rules
from pressgen.cli.files import event_files
from pressgen.errors import FileError
from pressgen.source import folder as folders
from pressgen.source import listed, matched, walked
from tests.conftest import ROOT
from tests.faults import seal
from tests.grids import rows
from tests.test_hostile import said

WORDS = "cannot be read or written (Permission denied)"
SILENT = re.compile(r"\.(r?glob|iglob)$|^os\.walk$")
"""What passes over a folder that cannot be looked into."""
HARMLESS = {
    "pressgen/desk/pages/story_files.py": "a folder just made",
    "pressgen/outbox/file.py": "spare files nobody misses",
}


@pytest.fixture
def tree(tmp_path):
    """A folder of folders."""
    for name in ("a.yaml", "in/b.yaml", "in/deep/c.yaml", "in/deep/d.txt", ".hidden/e.yaml", "[x]/f.yaml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("", encoding="utf-8")
    return tmp_path


def names(paths, below):
    return [path.relative_to(below).as_posix() for path in paths]


def test_every_file_below_a_folder_is_found_in_order(tree):
    assert names(walked(tree), tree) == [
        ".hidden/e.yaml", "[x]/f.yaml", "a.yaml", "in/b.yaml", "in/deep/c.yaml", "in/deep/d.txt",
    ]  # fmt: skip


def test_a_folder_that_is_not_there_has_no_files(tmp_path):
    assert walked(tmp_path / "none") == listed(tmp_path / "none") == []


@pytest.mark.skipif(sys.platform == "win32", reason="links want rights of their own on Windows")
def test_links_to_files_are_files_and_links_to_folders_nowhere_and_themselves_none(tree):
    (tree / "in" / "round").symlink_to(tree)
    (tree / "in" / "nowhere").symlink_to(tree / "none")
    (tree / "in" / "loop").symlink_to(tree / "in" / "loop")
    (tree / "in" / "to.yaml").symlink_to(tree / "a.yaml")
    assert names(walked(tree / "in"), tree) == ["in/b.yaml", "in/deep/c.yaml", "in/deep/d.txt", "in/to.yaml"]


def test_folders_nested_as_deep_as_a_system_holds_are_walked(tmp_path):
    with contextlib.chdir(tmp_path):
        for _ in range(60):
            Path("n" * 20).mkdir()
            os.chdir("n" * 20)
        Path("end.md").touch()
    assert len(walked(tmp_path)) == len(matched(tmp_path / "**" / "*.md")) == 1


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("*.yaml", ["a.yaml"]),
        ("in/*.yaml", ["in/b.yaml"]),
        ("*/b.yaml", ["in/b.yaml"]),
        ("**/*.yaml", ["[x]/f.yaml", "a.yaml", "in/b.yaml", "in/deep/c.yaml"]),
        ("in/**", ["in/b.yaml", "in/deep/c.yaml", "in/deep/d.txt"]),
        ("**/deep/*", ["in/deep/c.yaml", "in/deep/d.txt"]),
        ("in/../in/?.yaml", ["in/../in/b.yaml"]),
        (".h*/*", [".hidden/e.yaml"]),
        ("[[]x]/*.yaml", ["[x]/f.yaml"]),
        ("a.yaml/*", []),
        ("none/*", []),
        ("i*", []),
    ],
)
def test_a_pattern_stands_for_the_files_a_shell_would_name(tree, pattern, found):
    assert names(matched(tree / pattern), tree) == found
    with contextlib.chdir(tree):
        assert [path.as_posix() for path in matched(Path(pattern))] == found


def test_of_an_ending_what_editors_and_systems_leave_beside_is_left_out(tmp_path):
    for name in ("names.csv", ".#names.csv", "._names.csv", "~$names.csv"):
        (tmp_path / name).touch()
    assert names(listed(tmp_path, ".csv"), tmp_path) == ["names.csv"]
    assert len(listed(tmp_path)) == 4


@pytest.mark.parametrize("look", [walked, listed], ids=["walked", "listed"])
def test_a_folder_that_cannot_be_looked_into_is_one_line_that_names_it(tree, monkeypatch, look):
    seal(monkeypatch, tree / "in")
    with pytest.raises(FileError) as caught:
        look(tree if look is walked else tree / "in")
    assert WORDS in caught.value.say("en")
    assert str(tree / "in") in caught.value.say("en")


def test_a_file_the_system_will_not_show_is_one_line(tree, monkeypatch):
    real = Path.stat

    def stat(path, **more):
        if path.name == "b.yaml":
            raise PermissionError(13, "Permission denied")
        return real(path, **more)

    monkeypatch.setattr(Path, "stat", stat)
    with pytest.raises(FileError, match=r"b\.yaml"):
        walked(tree)


def test_a_pattern_that_meets_a_folder_nobody_may_look_into_is_one_line(tree, monkeypatch):
    seal(monkeypatch, tree / "in" / "deep")
    assert names(event_files([tree / "in" / "*.yaml"]), tree) == ["in/b.yaml"]
    with pytest.raises(FileError, match="deep"):
        event_files([tree / "in" / "**" / "*.yaml"])


def test_a_folder_of_events_nobody_may_look_into_is_one_line(tree, monkeypatch):
    seal(monkeypatch, tree / "in")
    code, lines = said("draft", tree / "in")
    assert (code, lines.count("\n"), WORDS in lines, "Traceback" in lines) == (2, 1, True, False)


def test_a_folder_of_drafts_with_one_that_nobody_may_look_into_is_not_checked_in_part(tmp_path, monkeypatch):
    for name in ("a.zh.md", "in/b.zh.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("佛山增长5%。\n", encoding="utf-8")
    seal(monkeypatch, tmp_path / "in")
    code, lines = said("check", tmp_path)
    assert (code, lines) == (
        2,
        f"{tmp_path / 'in'}: {WORDS}; check the disk, the path and your rights, and try again\n",
    )


def test_the_other_language_that_cannot_be_looked_for_is_said(tmp_path, monkeypatch):
    for name in ("a.zh.md", "a.en.md"):
        (tmp_path / name).write_text("佛山增长5%。\n", encoding="utf-8")
    assert api.partner(tmp_path / "a.zh.md") == tmp_path / "a.en.md"
    seal(monkeypatch, tmp_path)
    code, lines = said("check", "--pair", tmp_path / "a.zh.md")
    assert (code, WORDS in lines) == (2, True)


def test_a_draft_that_a_killed_run_half_put_in_place_is_not_passed_over(tmp_path, monkeypatch):
    (tmp_path / ".pressgen-stage-brief").mkdir()
    seal(monkeypatch, tmp_path)
    with pytest.raises(FileError, match="Permission denied"):
        outbox.deliver(tmp_path, "brief", {"brief.md": b"new"}, {})
    assert not (tmp_path / "brief.md").exists()


def test_what_a_check_rests_on_is_not_taken_in_part(monkeypatch):
    rules.program.cache_clear()
    seal(monkeypatch, ROOT / "pressgen" / "checks")
    with pytest.raises(FileError, match="checks"):
        rules.program()


def test_the_version_of_a_library_is_known_or_said_not_to_be(monkeypatch):
    known = rules.libraries()
    monkeypatch.setattr(rules, "LIBRARIES", {"babel": "babel", "no_such_module": "no_such"})
    assert rules.libraries() != known
    seal(monkeypatch, Path(babel.__file__).parents[1])
    with pytest.raises(FileError, match="Permission denied"):
        rules.libraries()


@pytest.fixture
def ring(tmp_path):
    """A text, a Word file and an event beside links that lead round in a ring."""
    (tmp_path / "a.zh.md").write_text("佛山增长5%。\n", encoding="utf-8")
    docx.Document().save(tmp_path / "w.zh.docx")
    (tmp_path / "in").mkdir()
    shutil.copy(tmp_path / "a.zh.md", tmp_path / "in")
    for name in ("ring", "ring.yaml", "ring.zh.docx", "in/ring.md", "in/ring"):
        (tmp_path / name).symlink_to(tmp_path / name)
    with contextlib.chdir(tmp_path):
        yield tmp_path


@pytest.mark.usefixtures("ring")
@pytest.mark.skipif(sys.platform == "win32", reason="links want rights of their own on Windows")
@pytest.mark.parametrize(
    ("words", "code"),
    rows(
        [
            ("draft ring.yaml", 2),
            ("check ring.zh.docx --review out", 2),
            ("check w.zh.docx --review ring", 2),
            ("check w.zh.docx ring.zh.docx --review ring", 2),
            ("convert ring.zh.docx --on 2023-07-18 -o out.docx", 2),
            ("convert w.zh.docx --on 2023-07-18 -o ring.zh.docx", 0),
            ("check in --on 2023-07-18", 0),
            ("audit run in -o out --on 2023-07-18", 2),
        ],
        of=4,
    ),
)
def test_links_that_lead_round_in_a_ring_are_a_line_or_no_file(words, code):
    given, lines = said(*words.split())

    assert (given, "Traceback" in lines) == (code, False)
    assert len(lines.splitlines()) <= 3
    assert "levels of symbolic links" in lines or "ring" in lines or code == 0


def test_no_module_looks_into_folders_in_a_way_that_passes_over_some():
    found = [
        path.relative_to(ROOT).as_posix()
        for path in walked(ROOT / "pressgen")
        if path.suffix == ".py" and path != Path(folders.__file__) and _looks(path)
    ]
    assert found == sorted(HARMLESS)


def _looks(path):
    source = path.read_text("utf-8")
    if "glob" not in source and "walk" not in source:
        return False
    calls = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    return any(SILENT.search(ast.unparse(each.func)) for each in calls)
