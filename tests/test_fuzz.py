"""Every reader fed with seeds, with what once broke it, and with seeds spoilt at random."""

import importlib.util
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz import corpus, targets
from tests.fuzz.mutate import spoilt
from tests.fuzz.targets import TARGETS

SLOW = ("event_yaml", "event_json", "event_xlsx", "house_yaml", "template", "word_review")
"""Targets that draft, or write a Word file: a tenth of a second an input."""


def test_every_reader_has_seeds():
    assert set(corpus.whole()) == set(TARGETS)


@pytest.mark.parametrize("target", corpus.found())
def test_what_once_broke_a_reader_is_read_or_refused_in_words(target):
    for data in corpus.found()[target]:
        targets.run(target, data)


@pytest.mark.parametrize("target", sorted(set(TARGETS) - set(SLOW)))
@settings(max_examples=4)
@given(number=st.integers(0, 1000), chance=st.integers(0, 2**32))
def test_spoilt_input_is_read_or_refused_in_words(target, number, chance):
    seeds = corpus.whole()[target]
    targets.run(target, spoilt(seeds[number % len(seeds)], 8_000, chance))


@pytest.mark.slow
@pytest.mark.parametrize("target", TARGETS)
@settings(max_examples=150)
@given(number=st.integers(0, 1000), chance=st.integers(0, 2**32))
def test_much_spoilt_input_is_read_or_refused_in_words(target, number, chance):
    seeds = corpus.whole()[target]
    targets.run(target, spoilt(seeds[number % len(seeds)], 400_000, chance))


@pytest.mark.slow
@pytest.mark.skipif(
    not importlib.util.find_spec("atheris"), reason="comes with pressgen[fuzz], on Linux only"
)
def test_a_minute_of_coverage_guided_fuzzing_finds_nothing(tmp_path):
    wanted = ["pair", "figures_zh", "figures_en", "markdown", "glossary_csv", "yaml"]
    ran = subprocess.run(
        [
            sys.executable,
            "-m",
            "tests.fuzz.hunt",
            "--minutes",
            "1",
            "--turn",
            "10",
            "--corpus",
            tmp_path,
            *wanted,
        ],
        capture_output=True,
        check=False,
    )

    finds = [path.read_text(encoding="utf-8") for path in (tmp_path / "finds").glob("*.trace")]
    assert (ran.returncode, finds) == (0, []), ran.stdout
