"""Persons, offices, bodies and places across both languages: passages of tests/cases/naming."""

import re

import pytest

from pressgen.checks import terminology
from pressgen.document import Block, Release, Span
from tests.grids import some
from tests.sentences import CASES

SLOT = re.compile(r"\{([^}>]+)>([^}]+)\}")
NEAR = 12
"""Characters beside a wrong name within which a finding may stand."""


def passages():
    """Each passage as (room, zh, en with its slots)."""
    for path in sorted((CASES / "naming").glob("*.md")):
        for line in path.read_text("utf-8").splitlines():
            if line.startswith("- "):
                zh, _, en = line[2:].partition(" ⟷ ")
                yield path.stem, zh, en


def faulty():
    """Each passage once for each wrong name: (room, zh, en, where the wrong name stands)."""
    for room, zh, en in passages():
        for slot in SLOT.finditer(en):
            before = SLOT.sub(r"\1", en[: slot.start()])
            for wrong in slot[2].split("|"):
                rest = SLOT.sub(r"\1", en[slot.end() :])
                yield room, zh, before + wrong + rest, (len(before), len(before) + len(wrong))


CLEAN = [(zh, SLOT.sub(r"\1", en)) for _, zh, en in passages()]


def release(zh, en):
    spans = [
        Span("", number, 0, len(text), text, lang)
        for number, (text, lang) in enumerate(((zh, "zh"), (en, "en")))
    ]
    return Release(tuple(Block("body", span.text, span.lang, at=span) for span in spans))


@pytest.fixture(scope="module")
def loud(house):
    newsroom = house()

    def check(zh, en):
        return [one for one in terminology.check(release(zh, en), newsroom) if one.severity != "note"]

    return check


@pytest.mark.parametrize("pair", some(CLEAN))
def test_names_that_answer_each_other_are_left_alone(pair, loud):
    assert [one.message("en") for one in loud(*pair)] == []


@pytest.mark.slow
@pytest.mark.parametrize("room", ["persons", "titles", "places"])
def test_nineteen_of_twenty_names_put_for_another_are_found_where_they_stand(room, loud):
    rows = [row for row in faulty() if row[0] == room]
    missed = [en for _, zh, en, place in rows if not _is_found(loud(zh, en), place)]
    assert len(missed) <= len(rows) * 0.05, "\n".join(missed)


def _is_found(findings, place):
    spans = [span for one in findings for span in (one.span, *one.related) if span.lang == "en"]
    return any(span.start < place[1] + NEAR and span.end > place[0] - NEAR for span in spans)
