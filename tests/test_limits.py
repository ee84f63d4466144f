"""The largest inputs, and hostile ones: seconds and a few hundred megabytes, or one clear line."""

import re
import subprocess
import sys
from importlib import import_module

import pytest

from pressgen import api
from pressgen.checks.coverage import coverage
from pressgen.formats import read_bytes
from pressgen.reports import scope
from tests.bench.limits import ROWS

SECONDS, MEGABYTES = 20, 500
"""Of the processor; what takes five on a quiet machine takes ten on a slow or busy one, and a square takes minutes."""


@pytest.mark.slow
@pytest.mark.parametrize("row", ROWS)
def test_the_largest_input_takes_seconds_and_little_room(row):
    ran = subprocess.run(
        [sys.executable, "-m", "tests.bench.limits", row], capture_output=True, check=True, timeout=300
    )

    seconds, megabytes = re.search(rb" ([0-9.]+) s +([0-9]+) MB$", ran.stdout.strip()).groups()
    assert float(seconds) < SECONDS
    assert int(megabytes) < MEGABYTES


def compared(house, zh, en):
    release = api.joined([read_bytes(zh.encode(), "a.zh.md"), read_bytes(en.encode(), "a.en.md")])
    api.judge(release, house())
    return coverage(release, house())


@pytest.mark.parametrize("figures", [50, pytest.param(2_500, marks=pytest.mark.slow)])
def test_figures_that_were_not_looked_for_are_counted(figures, house, monkeypatch):
    monkeypatch.setattr(
        import_module("pressgen.checks.figures.check"), "_WORK", 40_000_000 * figures**2 // 2_500**2
    )
    zh = "，".join(f"{n * 7 + 1}家" for n in range(figures))
    en = ", ".join(f"{n * 11 + 3} companies" for n in range(figures))

    [(files, loss)] = compared(house, zh, en).unchecked

    assert (files, loss.what) == ("a.zh.md, a.en.md", "figures, too many of which differ")
    assert loss.count > 0.4 * figures
    assert scope.lost(loss.what, "zh") == "数字（对不上的太多）"


def test_of_a_usual_text_every_figure_is_looked_for(house):
    zh = "，".join(f"{n * 7 + 1}家" for n in range(60))
    en = ", ".join(f"{n * 11 + 3} companies" for n in range(60))

    assert compared(house, zh, en).unchecked == ()
