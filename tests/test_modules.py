"""Modules that the command line finds and reads by itself, and those it leaves to Python."""

import os
import py_compile
import subprocess
import sys
from importlib.machinery import SourceFileLoader
from pathlib import Path

import pytest

from pressgen import modules
from pressgen.modules import Finder, find_quickly

OURS = modules.Loader


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder on the path, that nobody has listed yet."""
    monkeypatch.syspath_prepend(tmp_path)
    return tmp_path


def found(name: str, path: Path | None = None):
    return Finder.find_spec(name, None if path is None else [str(path)])


def taken(name: str, path: Path | None = None) -> str:
    """What a module's text says it is, loaded from what was found."""
    spec = found(name, path)
    assert isinstance(spec.loader, OURS)
    scope: dict[str, object] = {}
    exec(spec.loader.get_code(name), scope)  # noqa: S102  # as Python does
    return scope["NAME"]


def test_modules_and_packages_are_as_python_finds_them(folder):
    (folder / "sole.py").write_text("NAME = 'sole'")
    (folder / "pack" / "deep").mkdir(parents=True)
    (folder / "pack" / "__init__.py").write_text("NAME = 'pack'")
    (folder / "pack" / "part.py").write_text("NAME = 'part'")
    assert [taken("sole"), taken("pack"), taken("pack.part", folder / "pack")] == ["sole", "pack", "part"]
    for name, path in (("sole", None), ("pack", None), ("pack.part", folder / "pack")):
        ours = found(name, path)
        plain = modules.PathFinder.find_spec(name, None if path is None else [str(path)])
        same = ("name", "origin", "cached", "has_location", "parent", "submodule_search_locations")
        assert [getattr(ours, each) for each in same] == [getattr(plain, each) for each in same]


@pytest.mark.parametrize(
    "there",
    [("twice.py", "twice/__init__.py"), ("twice/inner.txt",), ("twice.so", "twice.py"), ("other.py",)],
)
def test_what_is_no_plain_module_is_left_to_python(there, folder):
    for name in there:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("")
    assert found("twice") is None


def test_a_path_that_is_no_folder_is_left_to_python(folder, monkeypatch):
    (folder / "later").mkdir()
    (folder / "later" / "behind.py").write_text("NAME = 'behind'")
    (folder / "zipped.zip").write_bytes(b"PK")
    monkeypatch.setattr(sys, "path", [str(folder / "none"), str(folder / "later")])
    assert taken("behind") == "behind"
    for first in ("", "relative", str(folder / "zipped.zip")):
        monkeypatch.setattr(sys, "path", [first, str(folder / "later")])
        assert found("behind") is None


@pytest.mark.parametrize("left", [0, 12, 16, 40])
def test_a_compiled_file_that_is_cut_off_is_what_it_is_to_python(left, folder):
    source = folder / "hurt.py"
    source.write_text("NAME = 'as it was'")
    compiled = Path(py_compile.compile(str(source)))
    assert taken("hurt") == "as it was"
    compiled.write_bytes(compiled.read_bytes()[:left])
    if left < 16:  # made anew
        assert taken("hurt") == "as it was"
        return
    with pytest.raises(EOFError) as plain:
        SourceFileLoader("hurt", str(source)).get_code("hurt")
    with pytest.raises(EOFError) as ours:
        taken("hurt")
    assert str(ours.value) == str(plain.value)


def test_a_module_that_was_never_compiled_is_compiled(folder):
    (folder / "fresh.py").write_text("NAME = 'fresh'")
    assert taken("fresh") == "fresh"


def test_a_source_that_changed_is_noticed(folder):
    source = folder / "changed.py"
    source.write_text("NAME = 'old'")
    py_compile.compile(str(source))
    assert taken("changed") == "old"
    source.write_text("NAME = 'newer'")
    assert taken("changed") == "newer"
    state = source.stat()
    source.write_text("NAME = 'latest'"[: state.st_size])
    os.utime(source, (state.st_atime, state.st_mtime + 10))
    with pytest.raises(SyntaxError):
        taken("changed")


def test_a_compiled_file_of_another_place_is_not_taken(folder, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "moved.py"
    elsewhere.write_text("NAME = 'moved'")
    there = Path(py_compile.compile(str(elsewhere)))
    source = folder / "moved.py"
    source.write_text("NAME = 'moved'")
    os.utime(source, (elsewhere.stat().st_atime, elsewhere.stat().st_mtime))
    compiled = Path(py_compile.compile(str(source)))
    compiled.write_bytes(there.read_bytes())
    spec = found("moved")
    assert spec.loader.get_code("moved").co_filename == str(source)


def test_the_command_line_finds_its_own_modules_and_those_of_libraries():
    code = (
        "import sys; from pressgen.cli import main\n"
        "try: main(['types'])\n"
        "except SystemExit: pass\n"
        "others = ('pressgen.cli', 'pressgen.modules')\n"
        "own = [m for n, m in sys.modules.items() if n.startswith(('pressgen.', 'click.')) and n not in others]\n"
        "print({type(m.__loader__).__module__ for m in own})"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.splitlines()[-1] == "{'pressgen.modules'}"


def test_to_be_asked_again_changes_nothing():
    find_quickly()
    before = list(sys.meta_path)
    find_quickly()
    assert sys.meta_path == before
    assert before.index(Finder) < before.index(modules.PathFinder)
    assert issubclass(OURS, SourceFileLoader)
