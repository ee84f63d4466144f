"""Files are written one way only, that of ``pressgen.outbox``: no module opens, copies or renames one itself."""

import ast
import re
from pathlib import Path

import pytest

from tests.conftest import ROOT

WRITING = re.compile(r"[rbt]*[wax+][rwaxbt+]*")
METHODS = {"write_text", "write_bytes", "touch", "symlink_to", "hardlink_to", "rename"}
SYSTEM = {
    "os": {"open", "rename", "replace", "link", "symlink", "mkfifo", "truncate"},
    "shutil": {"copy", "copy2", "copyfile", "copytree", "move", "make_archive", "unpack_archive"},
    "tempfile": None,
}
PACKED = {"ZipFile", "ParquetWriter", "TarFile"}
WRITERS = {*METHODS, *PACKED, "open", "replace", "save"}
_MAY_WRITE = re.compile(rf"\b(?:{'|'.join([*WRITERS, *SYSTEM])})\b")
GIVEN = {"BytesIO", "filling"}
_HANDED = re.compile(r"\b(BytesIO|IO\[bytes\]|BinaryIO)")
"""What a package may be written into: memory, or a file that takes its place when it is whole."""


def writes(source):
    """The calls of a module that write a file themselves, by line."""
    if not _MAY_WRITE.search(source):
        return
    nodes = list(ast.walk(ast.parse(source)))
    if not any(isinstance(node, ast.Call) and written(node, set()) for node in nodes):
        return
    for function in [nodes[0], *(node for node in nodes if isinstance(node, ast.FunctionDef))]:
        names = set(given(function))
        for node in ast.walk(function):
            if isinstance(node, ast.Call) and (why := written(node, names)):
                yield node.lineno, why


def given(function):
    """The names in a function that stand for memory, for the outbox's files, or for what it was handed."""
    for node in ast.walk(function):
        pairs = []
        if isinstance(node, ast.Assign):
            pairs = [(target, node.value) for target in node.targets]
        if isinstance(node, ast.With):
            pairs = [(item.optional_vars, item.context_expr) for item in node.items]
        for target, value in pairs:
            if isinstance(target, ast.Name) and isinstance(value, ast.Call) and called(value.func) in GIVEN:
                yield target.id
        if isinstance(node, ast.arg) and node.annotation and _HANDED.search(ast.unparse(node.annotation)):
            yield node.arg


def called(function):
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def written(call, names):
    name = called(call.func)
    owner = ast.unparse(call.func.value) if isinstance(call.func, ast.Attribute) else ""
    if name not in WRITERS and owner not in SYSTEM:
        return ""
    plain = [*call.args, *(word.value for word in call.keywords)]
    words = [each.value for each in plain if isinstance(each, ast.Constant) and isinstance(each.value, str)]
    first = ast.unparse(call.args[0]) if call.args else ""
    if owner in SYSTEM and first != "os.devnull":
        return f"{owner}.{name}" if SYSTEM[owner] is None or name in SYSTEM[owner] else ""
    if (
        owner
        and owner != "super()"
        and (name in METHODS or (name == "replace" and len(call.args) == 1 and not call.keywords))
    ):
        return name
    modes = [word for word in words if len(word) < 5 and WRITING.fullmatch(word)]
    if name in PACKED and (modes or name == "ParquetWriter") and first not in names:
        return f"{name} into {first}"
    if name == "open" and first != "os.devnull" and modes:
        return f"open {modes[0]}"
    return f"save into {first}" if name == "save" and len(call.args) in (1, 2) and first not in names else ""


@pytest.mark.parametrize(
    "source",
    [
        "open(path, 'w')",
        "open(path, mode='ab')",
        "path.open('r+b')",
        "path.write_text(text)",
        "path.write_bytes(data)",
        "part.replace(path)",
        "part.rename(path)",
        "os.replace(part, path)",
        "shutil.copy(photo, folder)",
        "shutil.copytree(old, new)",
        "tempfile.NamedTemporaryFile()",
        "zipfile.ZipFile(path, 'w')",
        "def f(path):\n    with ZipFile(path, mode='a') as file: pass",
        "book.save(path)",
        "path.touch()",
        "pq.ParquetWriter(path, schema)",
    ],
)
def test_a_file_written_any_other_way_is_noticed(source):
    assert list(writes(source))


@pytest.mark.parametrize(
    "source",
    [
        "open(path)",
        "path.open('rb')",
        "gzip.open(path, 'rt')",
        "archive.open('word/document.xml')",
        "text.replace('a', 'w')",
        "os.open(os.devnull, os.O_WRONLY)",
        "def f():\n    out = BytesIO()\n    book.save(out)",
        "def f(path):\n    with api.filling(path) as out, ZipFile(out, 'w') as file: pass",
        "zipfile.ZipFile(path)",
        "story.save(force_insert=True)",
        "day.replace(year=2024)",
        "with passing() as folder: put(folder / 'a', b'')",
    ],
)
def test_what_writes_no_file_is_left_alone(source):
    assert list(writes(source)) == []


@pytest.mark.slow
def test_no_module_writes_a_file_but_through_the_outbox():
    found = [
        f"{path.relative_to(ROOT).as_posix()}:{line}: {why}"
        for path in sorted(Path(ROOT / "pressgen").rglob("*.py"))
        if "outbox" not in path.parts
        for line, why in writes(path.read_text(encoding="utf-8"))
    ]
    assert sorted(set(found)) == []
