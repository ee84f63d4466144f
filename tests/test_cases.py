"""Every rule by its cases: sentences to leave alone, then sentences to catch (see ``tests.sentences``).

A day in front (2023-07-14: …) is the day the text is of; a block of CSV on top of a file is a glossary.
"""

import re
from datetime import date

import pytest

from pressgen import api
from pressgen.checks import RULES
from pressgen.document import Block, Release, Span
from pressgen.text import script
from tests import rules_page
from tests.grids import some
from tests.sentences import CASES, Case, cases

ROOMS = ("terminology", "figure", "status", "conversion")
"""Rooms whose cases are sentences in two languages; the others' are read in tests/test_checks_<room>.py."""
LEFT = [case for room in ROOMS for case in cases(room)[0]]
CAUGHT = [case for room in ROOMS for case in cases(room)[1]]
DAY = re.compile(r"(\d{4}-\d\d-\d\d): ")
GLOSSARY = re.compile(r"^```csv\n(.*?)^```", re.MULTILINE | re.DOTALL)


def named(case: Case) -> str:
    return f"{case.rule}: {case.text}"


def room(case: Case) -> str:
    return case.rule.partition("/")[0]


def release(text: str) -> Release:
    parts = [part for side in DAY.sub("", text, count=1).split(" ⟷ ") for part in side.split(" ¶ ")]
    spans = [Span("", number, 0, len(part), part, script(part)) for number, part in enumerate(parts)]
    return Release(tuple(Block("body", span.text, span.lang, at=span) for span in spans))


@pytest.fixture(scope="module")
def look(house, tmp_path_factory):
    """Check a case as the command does: the base house, the cases' own glossary, the case's own day."""
    houses = {}

    def check(case):
        day = DAY.match(case.text)
        key = room(case), day and day[1]
        if key not in houses:
            houses[key] = house(glossaries=glossary(key[0]), on=date.fromisoformat(day[1]) if day else None)
        found = api.check(release(case.text), houses[key])
        return [one for one in found if one.rule.id.startswith(f"{key[0]}/")]

    def glossary(name):
        path = tmp_path_factory.mktemp(name) / "glossary.csv"
        path.write_text("".join(GLOSSARY.findall((CASES / f"{name}.md").read_text("utf-8"))), "utf-8")
        return [path] if path.stat().st_size else []

    return check


@pytest.mark.parametrize("case", some(LEFT, of=5, ids=named))
def test_what_is_right_is_left_alone(case, look):
    found = [one for one in look(case) if one.severity != "note" or one.rule.id == case.rule]
    assert [one.message("en") for one in found] == []


@pytest.mark.parametrize("case", some(CAUGHT, ids=named))
def test_what_is_wrong_is_caught_where_it_stands(case, look):
    found = [one for one in look(case) if one.severity != "note" or one.rule.id == case.rule]
    assert [one.rule.id for one in found] == [case.rule], [one.message("en") for one in found]
    assert found[0].span.text == case.text[case.start : case.end]
    if case.fixed is not None:
        assert found[0].fix.text == case.fixed


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.partition("/")[0] in ROOMS])
def test_every_rule_has_two_cases_to_leave_and_two_to_catch(rule):
    assert sum(case.rule == rule for case in LEFT) >= 2
    assert sum(case.rule == rule for case in CAUGHT) >= 2


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_every_rule_says_why_in_both_languages(rule):
    assert rule.why.zh
    assert rule.why.en
    assert rule.why.zh != rule.why.en


def test_the_page_of_all_checks_is_what_the_rules_say():
    for ui, path in rules_page.PAGES.items():
        assert path.read_text(encoding="utf-8") == rules_page.page(ui), "run: python -m tests.rules_page"
