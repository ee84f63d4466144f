"""Status, time frame and rank: passages with one fault each, and the same passages without it."""

from __future__ import annotations

import csv
import re
from datetime import date
from functools import cache
from importlib import resources

import pytest

from pressgen import api
from pressgen.checks import status, weekdays
from pressgen.checks.status.compare import scales
from pressgen.checks.status.cues import Glance
from pressgen.checks.status.patterns import Pattern
from pressgen.document import Block, Release, Span
from tests.grids import some
from tests.sentences import CASES

EITHER = re.compile(r"\{([^{}|]*)((?:\|[^{}|]*)+)\}")
DAY = re.compile(r"(\d{4}-\d\d-\d\d): ")
ENOUGH = {
    "status-passages": 0.9,
    "status-passages-held": 0.8,
    "status-told": 0.8,
    "status-statements": 0.85,
    "status-plain": 0.95,
}
STEPS = [pytest.param(5, id="every-fifth"), pytest.param(1, id="all", marks=pytest.mark.slow)]
ROWS = [
    row
    for name in ("rank", "status", "time", "negation", "prospect", "statement", "opposite")
    for row in csv.DictReader((resources.files(status) / f"cues_{name}.csv").read_text("utf-8").splitlines())
]


def passages(name):
    for line in (CASES / f"{name}.md").read_text("utf-8").splitlines():
        if line.startswith("- "):
            yield line[2:]


def right(text):
    return EITHER.sub(lambda found: found[1], text)


def wrong(text):
    """Each text that has one of the faults."""
    for found in EITHER.finditer(text):
        for fault in found[2][1:].split("|"):
            yield right(text[: found.start()]) + fault + right(text[found.end() :])


@pytest.fixture(scope="module")
def look(house):
    @cache
    def said(text):
        """The errors and warnings, each with its rule; a right passage is looked at by several tests."""
        day = DAY.match(text)
        dated = house().on_day(date.fromisoformat(day[1]) if day else None)
        sides = DAY.sub("", text, count=1).split(" ⟷ ")
        blocks = [
            Block("body", side, lang, at=Span("", number, 0, len(side), side, lang))
            for number, (side, lang) in enumerate(zip(sides, ("zh", "en"), strict=True))
        ]
        found = api.check(Release(tuple(blocks)), dated)
        return [(each.rule.id, each.message("en")) for each in found if each.severity != "note"]

    def check(text, rules=("figure/", "status/")):
        """The messages under some rules."""
        return frozenset(message for rule, message in said(text) if rule.startswith(rules))

    return check


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("name", some(ENOUGH, of=2))
def test_faults_are_found_in_most_passages(name, step, look):
    lines = [*passages(name)][::step]
    found = [bool(look(text) - look(right(line))) for line in lines for text in wrong(line)]
    assert sum(found) >= ENOUGH[name] * len(found)


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("name", some(ENOUGH, of=2, first=1))
def test_nothing_is_said_of_right_passages(name, step, look):
    ours = tuple(rule.id for rule in (*status.RULES, *weekdays.RULES))
    lines = [*passages(name)][::step]
    assert [(line, said) for line in lines if (said := look(right(line), ours))] == []


@pytest.mark.parametrize("step", STEPS)
def test_every_row_is_of_a_known_scale_and_has_a_source(step):
    for row in ROWS[::step]:
        assert row["scale"] in {*scales(), "negation", "prospect"}, row
        assert row["lang"] in ("zh", "en"), row
        assert row["sure"] in ("yes", "no"), row
        assert row["source"], row
        assert all(Pattern(words, row["lang"]).regex for words in row["words"].split("|")), row


def test_every_scale_has_words_in_both_languages():
    for name in scales():
        assert {row["lang"] for row in ROWS if row["scale"] == name and row["sure"] == "yes"} == {"zh", "en"}


def test_of_cues_that_overlap_the_longest_is_read_and_a_look_alike_is_none():
    found = Glance(Block("body", "不仅如此，隧道尚未贯通。", "zh")).cues({"negation"})
    assert [cue.text for cue in found if cue.scale == "negation"] == ["尚未"]


def test_a_number_in_a_cue_is_the_figure_it_begins():
    (cue,) = (each for each in Glance(Block("body", "不超过50万元", "zh")).cues({"bound"}))
    assert cue.count == 500_000


def test_a_fault_two_checks_see_is_said_once(look):
    assert len(look("居民无须提交复印件。 ⟷ Residents must hand in copies.")) == 1


def test_every_scale_stands_once():
    lines = (resources.files(status) / "scales.csv").read_text("utf-8").splitlines()[1:]
    names = [line.partition(",")[0] for line in lines]
    assert sorted(names) == sorted(set(names))
