"""Tests about the house itself: its layers, its sizes, its rules, its promises in pyproject."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from statistics import median

import pytest

from tests.grids import some

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "pressgen").rglob("*.py"))
DOORS = {"cli"}
SAYS_NOTHING = {"one", "told", "seen", "quiet", "kin"}
"""What a variable may not be called: it is a row, a figure, a name, a paragraph."""


@cache
def _read() -> dict[Path, tuple[str | None, list[tuple[str, int]], list[tuple[int, str]]]]:
    """Each module's own words, its functions with their lines but those of their words, and its variables."""
    read = {}
    for path in MODULES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        nodes = list(ast.walk(tree))
        functions = [(node.name, _size(node)) for node in nodes if isinstance(node, ast.FunctionDef)]
        read[path] = ast.get_docstring(tree), functions, _variables(nodes)
    return read


def _size(node: ast.FunctionDef) -> int:
    doc = ast.get_docstring(node, clean=False)
    return node.end_lineno - node.lineno + 1 - (doc.count("\n") + 1 if doc else 0)


def _variables(nodes: Iterable[ast.AST]) -> list[tuple[int, str]]:
    """The variables and arguments a module makes, by line."""
    found = []
    for node in nodes:
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            found.append((node.lineno, node.id))
        elif isinstance(node, ast.arg):
            found.append((node.lineno, node.arg))
        elif isinstance(node, ast.MatchAs) and node.name:
            found.append((node.lineno, node.name))
    return sorted(found)


def test_no_module_is_longer_than_300_lines():
    long = {str(path): n for path in MODULES if (n := path.read_text(encoding="utf-8").count("\n")) > 300}

    assert long == {}


@pytest.mark.slow
def test_functions_are_small():
    found = [(path, name, size) for path, (_, functions, _) in _read().items() for name, size in functions]
    sizes = sorted(size for _, _, size in found)

    assert median(sizes) <= 8
    assert sizes[int(len(sizes) * 0.95)] <= 30
    assert [f"{path}:{name}" for path, name, size in found if size > 50] == []


@pytest.mark.slow
def test_every_module_says_in_its_first_sentence_what_it_is():
    silent = [path for path, (words, _, _) in _read().items() if not words]

    assert silent == []


def test_no_module_has_a_name_that_says_nothing():
    assert [
        path for path in MODULES if path.stem in {"utils", "helpers", "common", "manager", "base", "misc"}
    ] == []


@pytest.mark.slow
def test_every_variable_has_the_name_of_the_thing_it_is():
    assert [
        f"{path}:{line}: {name}"
        for path, (_, _, variables) in _read().items()
        for line, name in variables
        if name in SAYS_NOTHING
    ] == []


def test_a_variable_is_seen_wherever_it_is_made():
    tree = ast.parse(
        "def f(one): pass\nfor told in x: pass\ny = [kin for kin in x]\nz = lambda seen: 0\nif (quiet := 1): pass\n"
        "def one(): pass\nsay = x.one\nmatch x:\n    case [one]: pass\n"
    )

    assert [name for _, name in _variables(ast.walk(tree)) if name in SAYS_NOTHING] == [
        "one",
        "told",
        "kin",
        "seen",
        "quiet",
        "one",
    ]


@pytest.mark.slow  # the linters of .ci/run ask it, too
def test_imports_go_down_the_house_and_never_up():
    lint = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [lint, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False, encoding="utf-8"
    )

    assert done.returncode == 0, done.stdout


def test_the_modules_of_the_glossary_import_each_other_in_no_circle():
    room = ROOT / "pressgen" / "glossary"
    needs = {path.stem: _imported(path) for path in room.glob("*.py") if path.stem != "__init__"}
    needs = {name: {other for other in others if other in needs} for name, others in needs.items()}
    while free := [name for name, others in needs.items() if not others]:
        needs = {name: others - set(free) for name, others in needs.items() if name not in free}

    assert needs == {}


def _imported(path: Path) -> set[str]:
    """The modules of its own room that a module imports, anywhere in it."""
    found = [
        node
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom)
    ]
    whole = {name.name for node in found if node.module == "pressgen.glossary" for name in node.names}
    return whole | {
        node.module.split(".")[2] for node in found if (node.module or "").startswith("pressgen.glossary.")
    }


@pytest.mark.parametrize(
    "library", some(["docx", "openpyxl", "jinja2", "PIL", "babel", "langdetect", "pypinyin"])
)
def test_a_heavy_library_is_not_imported_before_it_is_needed(library):
    code = f"import sys, pressgen, pressgen.cli; sys.exit({library!r} in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_nothing_is_printed_outside_the_door():
    printing = [
        path
        for path in MODULES
        if path.relative_to(ROOT / "pressgen").parts[0] not in DOORS
        and re.search(r"^\s*print\(", path.read_text(encoding="utf-8"), re.MULTILINE)
    ]

    assert printing == []


def test_nothing_but_fetching_rates_uses_the_network():
    asking = [
        path.name
        for path in MODULES
        if re.search(
            r"(?m)^\s*(?:import|from) (?:urllib\.request|http\.client|socket|requests|httpx)\b",
            path.read_text(encoding="utf-8"),
        )
    ]

    assert asking == ["rate_files.py"]
