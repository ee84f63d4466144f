"""Every rule by its cases: sentences to leave alone, then sentences to catch, in tests/cases/<room>.md.

An item is one text, or Chinese and English joined by ⟷; ¶ parts paragraphs, and a day in front (2023-07-14: …)
is the day the text is of. In what is caught, [brackets] mark the finding, and → what it is mended to: the
marked words alone, or the whole text. A literal bracket is written \\[. A block of CSV on top is a glossary.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from pressgen import api
from pressgen.checks import RULES
from pressgen.document import Block, Release, Span
from pressgen.findings import Finding
from pressgen.text import han

CASES = Path(__file__).parent / "cases"
ROOMS = sorted({rule.partition("/")[0] for rule in RULES})
SECTION = re.compile(r"^## (\S+/\S+)\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
LIST = re.compile(r"^(Leave|Catch)\n\n(.*?)(?=^(?:Leave|Catch)$|\Z)", re.MULTILINE | re.DOTALL)
ITEM = re.compile(r"^- (?:(\d{4}-\d\d-\d\d): )?(.+?)(?: → (.+))?$", re.MULTILINE)
MARKED = re.compile(r"(?<!\\)\[(.+?)(?<!\\)\]")
GLOSSARY = re.compile(r"^```csv\n(.*?)^```", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Case:
    """One item of a list."""

    rule: str
    text: str
    on: str
    fixed: str

    def release(self) -> Release:
        blocks = [block for text in self.bare.split(" ⟷ ") for block in self.blocks(text)]
        return Release(tuple(blocks))

    @property
    def bare(self) -> str:
        return MARKED.sub(r"\1", self.text).replace("\\[", "[").replace("\\]", "]")

    @staticmethod
    def blocks(text: str) -> Iterator[Block]:
        lang = "zh" if han(text) and not text.isascii() and han(text) * 4 > len(text) else "en"
        for number, part in enumerate(text.split(" ¶ ")):
            yield Block("body", part, lang, at=Span("", number, 0, len(part), part, lang))


def cases(kind: str) -> list[Case]:
    return [
        Case(rule, *found)
        for room in ROOMS
        if (CASES / f"{room}.md").exists()
        for rule, body in SECTION.findall(room_text(room))
        for which, items in LIST.findall(body)
        if which == kind
        for found in ((text, on, fixed) for on, text, fixed in ITEM.findall(items))
    ]


def room_text(room: str) -> str:
    return (CASES / f"{room}.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def look(house, tmp_path_factory):
    """Check a case as the command does: the base house, the cases' own glossary, the case's own day."""
    houses: dict[tuple[str, str], api.House] = {}

    def check(case: Case) -> list[Finding]:
        room = case.rule.partition("/")[0]
        key = room, case.on
        if key not in houses:
            path = tmp_path_factory.mktemp(room) / "glossary.csv"
            path.write_text("".join(GLOSSARY.findall(room_text(room))), encoding="utf-8")
            given = (path,) if path.stat().st_size else ()
            houses[key] = house(glossaries=given, on=date.fromisoformat(case.on) if case.on else None)
        found = api.check(case.release(), houses[key])
        return [one for one in found if one.rule.id.startswith(f"{room}/")]

    return check


@pytest.mark.parametrize("case", cases("Leave"), ids=lambda case: f"{case.rule}: {case.text}")
def test_what_is_right_is_left_alone(case, look):
    found = look(case)
    assert [one.message("en") for one in found if one.severity != "note" or one.rule.id == case.rule] == []


@pytest.mark.parametrize("case", cases("Catch"), ids=lambda case: f"{case.rule}: {case.text}")
def test_what_is_wrong_is_caught_where_it_stands(case, look):
    found = look(case)
    own = [one for one in found if one.rule.id == case.rule]
    assert [one.span.text for one in own] == MARKED.findall(case.text), [one.message("en") for one in found]
    assert [one.rule.id for one in found if one not in own and one.severity != "note"] == []
    if case.fixed:
        assert case.fixed in {own[0].fix.text, MARKED.sub(lambda _: own[0].fix.text, case.text)}


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_has_two_cases_to_leave_and_two_to_catch(rule):
    counts = [sum(case.rule == rule for case in cases(kind)) for kind in ("Leave", "Catch")]
    assert min(counts) >= 2, counts
