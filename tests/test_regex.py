"""Patterns that are compiled when they are first used."""

import importlib
import pkgutil
import re
from pathlib import Path

import pressgen
from pressgen.regex import regex

SOURCE = Path(pressgen.__file__).parent
LATE = type(regex(""))
COMPARED = re.compile(r"\.re (?:is not|is|==|!=) (\w+)")


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
            assert re.search(rf"^{name} = re\.compile\(", text, re.MULTILINE), f"{path}: {name}"
