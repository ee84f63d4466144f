"""Patterns that are compiled when they are first used, and what processes remember of what was compiled."""

import dataclasses
import importlib
import pkgutil
import re
import subprocess
import sys
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

import pressgen
from pressgen import classes, memory
from pressgen import regex as module
from pressgen.regex import compiled, regex, remember_written

SOURCE = Path(pressgen.__file__).parent
LATE = type(regex(""))
COMPARED = re.compile(r"\.re (?:is not|is|==|!=) (\w+)")
TEXT = "7月18日至19日，Growth of 3.5%\nİstanbul 𠀀𠀁 ǅ ſ K"
FLAGS = (0, re.IGNORECASE, re.MULTILINE | re.DOTALL, re.VERBOSE, re.ASCII | re.IGNORECASE)
PATTERNS = (
    "(?P<day>[0-9]+)日", "[㐀-䶿一-鿿𠀀-\U0003ffff]+", r"(?<=\d)\.(?=\d)|(\w)(?!\1)", "(a|(?P<b>b+?)|c)*", "ſ|k", "",
    r"(?i:growth) # not here", "(?:x{2,5}|[^\\s]{3})++",
)  # fmt: skip


@pytest.fixture
def begin(monkeypatch):
    """Begins a process that remembers what it is given, each what the one before has learnt."""
    monkeypatch.setattr(memory, "_stored", None)

    def begun(data: tuple[bytes, bytes] | None) -> None:
        monkeypatch.setattr(memory, "_fresh", {})
        memory.remember(lambda: data and (data[0], lambda start, size: data[1][start : start + size]))

    return begun


def found(pattern: re.Pattern[str]) -> list[object]:
    """All that a pattern finds, and what it is."""
    return [
        [(match.span(), match.groups(), match.groupdict()) for match in pattern.finditer(TEXT)],
        (pattern.pattern, pattern.flags, pattern.groups, dict(pattern.groupindex)),
    ]


def test_what_is_remembered_of_a_pattern_finds_what_the_pattern_finds(begin):
    begin(None)
    kinds = [(pattern, flags) for pattern in PATTERNS for flags in FLAGS]
    made = [found(compiled(*kind)) for kind in kinds]
    begin(memory.learnt())
    assert [found(compiled(*kind)) for kind in kinds] == made == [found(re.compile(*kind)) for kind in kinds]
    assert memory.learnt() is None, "nothing was compiled anew"


def test_only_a_pattern_that_is_new_is_learnt(begin):
    begin(None)
    compiled("[0-9]+")
    first = memory.learnt()
    begin(first)
    compiled("[0-9]+")
    assert memory.learnt() is None
    compiled("[a-z]+")
    begin(memory.learnt())
    compiled("[0-9]+"), compiled("[a-z]+")
    assert memory.learnt() is None


def test_numbers_that_are_no_pattern_are_refused_and_made_anew(begin):
    rows = {"0 [0-9]+": (32, 0, {}, b"\xff\0\0\0" * 9), "0 (a)": (32, -5, {"x": 9}, b"")}
    begin(None)
    for key, made in rows.items():
        memory.learn(key, made)
    begin(memory.learnt())
    assert compiled("[0-9]+").findall("7月18日") == ["7", "18"]
    assert compiled("(a)").match("a")


@pytest.mark.parametrize("harm", [lambda rows: rows[:-1], lambda rows: b"x" + rows[1:], lambda _: b""])
def test_a_row_that_is_not_what_was_written_is_made_anew(begin, harm):
    begin(None)
    compiled("[0-9]+")
    index, rows = memory.learnt()
    begin((index, harm(rows)))
    assert compiled("[0-9]+").findall("7月18日") == ["7", "18"]
    begin(memory.learnt())
    compiled("[0-9]+")
    assert memory.learnt() is None


def test_without_python_s_own_parts_patterns_compile_as_ever(begin, monkeypatch):
    begin(None)
    module._python.cache_clear()  # noqa: SLF001  # as at the beginning of a process
    monkeypatch.setitem(sys.modules, "re._compiler", None)
    assert compiled("[0-9]+").findall("7月18日") == ["7", "18"]


def test_a_pattern_that_stands_in_anybody_s_code_is_learnt_and_one_that_code_makes_is_not(begin, monkeypatch):
    monkeypatch.setattr(
        importlib.import_module("re._compiler"), "compile", importlib.import_module("re._compiler").compile
    )
    begin(None)
    remember_written()
    once = importlib.import_module("re._compiler").compile
    remember_written()
    assert importlib.import_module("re._compiler").compile is once
    compiled("[0-9]+")
    scope: dict[str, object] = {"re": re, "made": "y" * 3}
    code = "a = re.compile('x+[0-9]z'); b = re.compile(made + '[0-9]z')\ndef find(): return re.search('x[1-3]z', 'x2z')"
    for learning in (True, False):
        re.purge()
        exec(code, scope)  # noqa: S102  # a module of somebody's
        assert scope["a"].findall("xx7z") == ["xx7z"]
        assert scope["b"].findall("yyy7z") == ["yyy7z"]
        assert scope["find"]().group() == "x2z"
        learnt = memory.learnt()
        assert bool(learnt) == learning
        if learnt:
            assert [each in learnt[1] for each in (b"x+[0-9]z", b"x[1-3]z", b"yyy[0-9]z")] == [
                True,
                True,
                False,
            ]
            begin(learnt)
            compiled("[0-9]+")


def test_what_is_imported_to_read_what_is_known_does_without_it(begin):
    begin(None)
    compiled("[0-9]+")
    learnt = memory.learnt()
    reads = []

    def read():
        reads.append(compiled("[0-9]+").findall("7月18日"))
        return learnt[0], lambda start, size: learnt[1][start : start + size]

    memory.remember(read)
    assert compiled("[0-9]+").match("7")
    assert reads == [["7", "18"]]
    assert memory.learnt() is None, "it was remembered"


CLASSES = """
from dataclasses import dataclass, field
from typing import NamedTuple, get_type_hints
class Span(NamedTuple):
    start: "int"
    words: "list[str] | None" = None
@dataclass(frozen=True, slots=True)
class Place:
    file: str
    line: int = 1
    more: list = field(default_factory=list, compare=False)
@dataclass(order=True)
class Size:
    width: float
    height: float = 2.0
"""


def dataclasses_made() -> list[object]:
    """What dataclasses say and do, made in a scope of their own."""
    scope: dict[str, object] = {"__name__": __name__}
    exec(CLASSES, scope)  # noqa: S102  # as an import would
    place, size = scope["Place"], scope["Size"]
    first = place("a", 2)
    with pytest.raises(FrozenInstanceError):
        first.line = 3
    return [
        repr(first),
        first == place("a", 2, [1]),
        hash(first),
        first == place("b"),
        size(1) < size(2),
        repr(size(3)),
        scope["Span"](1),
        scope["get_type_hints"](scope["Span"]),
    ]


def test_dataclasses_are_the_same_with_methods_that_were_compiled_before(begin, monkeypatch):
    plain = dataclasses_made()
    monkeypatch.setattr(dataclasses, "exec", exec, raising=False)
    begin(None)
    classes.remember_methods()
    made = dataclasses_made()
    begin(memory.learnt())
    classes.remember_methods()
    monkeypatch.setattr(classes, "compile", lambda *_: pytest.fail("it was compiled again"), raising=False)
    assert dataclasses_made() == made == plain
    assert memory.learnt() is None, "nothing was compiled anew"


ASKED = """
class Child(Place):
    pass
def refused(work):
    try:
        work()
    except Exception as error:
        return type(error).__name__, str(error)
first, child = Place("a", 2), Child("b")
object.__setattr__(first, "more", [first])
print([
    repr(first), repr(child), repr(Size(3)), Place.__repr__.__qualname__, Place.__setattr__.__qualname__,
    refused(lambda: setattr(first, "line", 3)), refused(lambda: delattr(first, "line")),
    refused(lambda: setattr(first, "other", 3)), refused(lambda: delattr(first, "other")),
    refused(lambda: setattr(child, "line", 3)), refused(lambda: setattr(child, "other", 3)),
    refused(lambda: delattr(child, "line")), refused(lambda: delattr(child, "other")),
])
"""


def test_what_hardly_anybody_calls_of_a_dataclass_is_as_python_has_it():
    ways = ("", "from pressgen.classes import remember_methods; remember_methods()")
    plain, ours = (
        subprocess.run(
            [sys.executable, "-c", "\n".join((way, CLASSES, ASKED))],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for way in ways
    )
    assert ours == plain
    assert "FrozenInstanceError" in ours


def test_a_pattern_with_a_fault_says_what_it_is(begin):
    begin(None)
    with pytest.raises(re.error, match="unterminated"):
        compiled("(a")


def test_a_pattern_finds_what_the_same_pattern_compiled_at_once_finds():
    late, compiled = regex("(?P<day>[0-9]+)日", re.ASCII), re.compile("(?P<day>[0-9]+)日", re.ASCII)
    text = "7月18日至19日"
    assert late.findall(text) == compiled.findall(text)
    assert late.search(text, 5)["day"] == compiled.search(text, 5)["day"]
    assert late.sub("x", text) == compiled.sub("x", text)
    assert (late.pattern, late.flags, late.groupindex) == (
        compiled.pattern,
        compiled.flags,
        compiled.groupindex,
    )
    assert regex(rb"\d").findall(b"a1") == [b"1"]


def test_every_pattern_of_a_module_compiles():
    names = [
        module.name
        for module in pkgutil.walk_packages(pressgen.__path__, "pressgen.")
        if ".desk" not in module.name and not module.name.endswith("__main__")
    ]
    patterns = [
        each
        for name in names
        for each in vars(importlib.import_module(name)).values()
        if isinstance(each, LATE)
    ]
    assert len(patterns) > 300
    assert all(pattern.groups >= 0 for pattern in patterns)


def test_a_pattern_that_is_compared_with_the_one_of_a_match_is_compiled_at_once():
    for path in SOURCE.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        for name in COMPARED.findall(text):
            assert re.search(rf"^{name} = (?:re\.)?compiled?\(", text, re.MULTILINE), f"{path}: {name}"
