"""Event files: what is read, what is refused at which place, what is suspicious."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from pressgen import api, events
from pressgen.errors import PressgenError
from pressgen.events import Fact, Name, Pin, Text
from pressgen.events.faults import faults
from pressgen.figures import Figure
from pressgen.figures.figure import plain
from tests.conftest import BRIEF as LEAST

RELEASES = Path(__file__).parent.parent / "templates" / "releases"
TYPES = api.types(api.open_newsroom(RELEASES))
CASES = (Path(__file__).parent / "cases" / "events.md").read_text(encoding="utf-8")
CASE = re.compile(r"^- (.+?): `(.+)` (gives|is refused with|raises) `(.+)`$", re.MULTILINE)
FACTS = {
    "release": "investment-promotion",
    "event": "{zh: 佛山投资推介会, en: Foshan Investment Conference}",
    "published": "2023-07-18 16:17",
    "date": "2023-07-14",
    "city": "苏州",
    "promoter": "佛山",
    "headline": "佛山到苏州招商",
}


def cases(verb: str) -> list[object]:
    return [pytest.param(c[2], c[4], id=c[1]) for c in CASE.finditer(CASES) if c[3] == verb]


def saved(facts: str, folder: Path) -> Path:
    """A file of the facts every event has and these, which replace or follow them."""
    name, _, value = facts.partition(":")
    lines = [f"{key}: {text}" for key, text in (FACTS | {name: value.strip()}).items()]
    path = folder / "foshan.yaml"
    path.write_text("\n".join(lines).replace("⏎", "\n"), encoding="utf-8")
    return path


def shown(fact: Fact | None) -> str:
    value = fact.value if fact else "nothing"
    if isinstance(value, Figure):
        return " ".join(part for part in (value.modifier, plain(value.value), value.unit) if part)
    if isinstance(value, Pin):
        prices = [f"{code} {price}" for code, price in (value.prices or {}).items()]
        return " ".join(prices or [f"on {value.on}"])
    if isinstance(value, Name) and value.text:
        return value.text
    if isinstance(value, (Text, Name)):
        return " · ".join(f"{lang} {value.of(lang)}" for lang in ("zh", "en") if value.of(lang))
    return str(value)


@pytest.mark.parametrize(("facts", "expected"), cases("gives"))
def test_a_fact_is_read_as_it_was_meant(facts: str, expected: str, tmp_path: Path) -> None:
    path, _, value = expected.partition(" = ")
    event = events.load(saved(facts, tmp_path), TYPES)
    assert shown(event.facts.get(path)) == value


@pytest.mark.parametrize(("facts", "expected"), cases("is refused with"))
def test_a_fault_is_named_at_its_place(facts: str, expected: str, tmp_path: Path) -> None:
    path = saved(facts, tmp_path)
    with pytest.raises(PressgenError) as refused:
        events.load(path, TYPES)
    assert f"{path}:{expected}" in refused.value.say("en")
    assert refused.value.say("zh").startswith(str(path))


@pytest.mark.parametrize(("facts", "expected"), cases("raises"))
def test_suspicious_facts_are_found_and_others_left_alone(facts: str, expected: str, tmp_path: Path) -> None:
    found = faults(events.load(saved(facts, tmp_path), TYPES))
    shown = [f"{each.rule.id} at {each.span.line}:{each.span.column}" for each in found]
    assert (shown or ["nothing"]) == [expected]


@pytest.mark.parametrize("names", ["李明、王芳", "Linn, Christy", "Eleanor；Linn"])
def test_names_in_one_are_answered_with_a_list_that_can_be_pasted(names: str, tmp_path: Path) -> None:
    event = events.load(saved(f"credits: {{reporter: '{names}', revisor: Chen}}", tmp_path), TYPES)
    (found,) = (finding for finding in faults(event) if finding.rule.id == "event/names-in-one")

    for ui in ("zh", "en"):
        written = re.search(r"\[.*?\]", found.message(ui))
        assert written
        assert len(yaml.safe_load(written[0])) == 2


HOSTILE = {
    "names": lambda many: "".join(f"x{number}: 1\n" for number in range(20 * many)),
    "list": lambda many: "advantages: [" + "a, " * (20 * many) + "b]",
    "references": lambda many: "response: '" + "{a.b} {c} " * (60 * many) + "'",
    "other references": lambda many: (
        "response: '" + "".join(f"{{venue.{number}}} " for number in range(30 * many)) + "'"
    ),
    "photos": lambda many: (
        "story: [" + ", ".join(f"{{photo: x{number}.jpg}}" for number in range(30 * many)) + "]"
    ),
    "name": lambda many: "venue: " + "很长" * (300 * many),
    "digits": lambda many: "investment: {total: " + "9" * (500 * many) + "}",
    "commas": lambda many: "investment: {total: " + "1," * (300 * many) + "}",
    "date": lambda many: "date: " + "2023-" * (200 * many),
    "parts": lambda many: (
        "contracts: ["
        + "{name: 甲, amount: 1亿元}, " * (5 * many)
        + "]\nsigning: {signed: [{kind: projects, count: 9个, total: 1亿元}]}"
    ),
}


@pytest.mark.parametrize("many", [250, pytest.param(1000, marks=pytest.mark.slow)])
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_takes_no_time_and_little_room(name: str, many: int, tmp_path: Path) -> None:
    hostile = HOSTILE[name](many)
    facts = "\n".join(f"{key}: {text}" for key, text in FACTS.items() if not hostile.startswith(key))
    path = tmp_path / "foshan.yaml"
    path.write_text(f"{facts}\n{hostile}\n", encoding="utf-8")
    try:
        said = "\n".join(finding.message("en") for finding in faults(events.load(path, TYPES)))
    except PressgenError as error:
        said = str(error)
    assert len(said) < 500_000


@pytest.mark.parametrize(
    ("story", "said"),
    [
        ("document: {name: {zh: 佛山市供水条例, en: Foshan Water Supply Regulations}, from: 2026-10-01, until: 2025-09-30}",
         "2026-10-01 is later than story.0.document.until"),
        ("document: {name: {zh: 佛山市供水条例, en: Foshan Water Supply Regulations}, from: 2025-10-01, until: 2026-09-30}",
         ""),
    ],
)  # fmt: skip
def test_days_of_a_statement_stand_in_their_order(event, story, said):
    if not said:
        assert event(LEAST, f"story:\n  - {story}")
        return
    with pytest.raises(PressgenError, match=said):
        event(LEAST, f"story:\n  - {story}")
