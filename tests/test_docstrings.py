"""The examples in the words of the modules say what the modules do."""

import doctest
import importlib

import pytest

from tests.conftest import ROOT

SHOWING = [
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    for path in sorted((ROOT / "pressgen").rglob("*.py"))
    if ">>> " in path.read_text(encoding="utf-8")
]


@pytest.mark.parametrize("name", SHOWING)
def test_the_examples_of_a_module_hold(name, capsys):
    failed, tried = doctest.testmod(importlib.import_module(name))

    assert tried
    assert not failed, capsys.readouterr().out
