"""Release types: what they declare, the examples they ship, the schema and the form made from them."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from functools import cache
from pathlib import Path

import jsonschema
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from pressgen import api, events
from pressgen.errors import EventError, HouseError, Place, PressgenError
from pressgen.events import Fact
from pressgen.events.faults import faults
from pressgen.events.fields import KINDS
from pressgen.events.form import blank
from pressgen.events.rules import RULES
from pressgen.events.schema import schema
from pressgen.events.types import Types
from pressgen.events.walk import Walk
from pressgen.figures.figure import plain
from pressgen.source import Node
from tests.grids import some
from tests.schemas import valid

RELEASES = Path(__file__).parent.parent / "templates" / "releases"
TYPES = api.types(api.open_newsroom(RELEASES))
GUIDE = (Path(__file__).parent.parent / "docs" / "events.md").read_text(encoding="utf-8")
EACH = pytest.mark.parametrize("name", some(sorted(TYPES)))
NOWHERE = Place("example")


def example(name: str) -> Path:
    return RELEASES / name / "example.yaml"


def kinds(folder: Path, fields: str) -> Types:
    """A type of these declarations, on a base that has only what every event needs."""
    (folder / "base").mkdir()
    (folder / "visit").mkdir()
    base = "label: {zh: 稿, en: R}\nfields:\n" + "".join(
        f"  {name}: {{kind: {kind}, required: {need}, label: {{zh: 甲, en: A}}, help: {{zh: 乙, en: B}}}}\n"
        for name, kind, need in (
            ("release", "word", "yes"),
            ("slug", "word", "no"),
            ("published", "datetime", "yes"),
        )
    )
    (folder / "base" / "fields.yaml").write_text(base, encoding="utf-8")
    (folder / "visit" / "fields.yaml").write_text(fields, encoding="utf-8")
    return Types({"visit": folder / "visit"}, folder / "base")


@EACH
def test_every_example_is_read_without_a_fault(name: str) -> None:
    event = events.load(example(name), TYPES)
    assert faults(event) == []
    assert event.type == name


def test_the_examples_carry_the_figures_of_the_published_releases() -> None:
    def figures(name: str, *paths: str) -> list[str]:
        event = events.load(example(name), TYPES)
        return [plain(event.facts[path].value.value) for path in paths]  # type: ignore[union-attr]

    paths = ("signed.projects", "signed.over", "signed.growth", "investment.total", "investment.growth")
    assert figures("investment-promotion", *paths) == ["267", "100000000", "21.36", "240572000000", "25.48"]
    paths = ("major.projects", "major.over", "major.growth", "target.clusters", "target.output")
    assert figures("investment-promotion", *paths) == ["52", "1000000000", "13.04", "10", "100000000000"]
    assert figures("expo-attendance", "edition", "industry.companies", "industry.expected") == [
        "16", "100", "40000000000",
    ]  # fmt: skip


@EACH
def test_every_declared_example_is_a_value_of_its_kind(name: str) -> None:
    fields = TYPES[name]
    for path, field in fields.walk():
        if field.example is not None and field.kind != "photo":
            walk = Walk(fields, example(name).parent)
            walk.field(field.example, field, path)
            assert walk.faults == [], path


@EACH
def test_every_field_is_explained_in_both_languages(name: str) -> None:
    for path, field in TYPES[name].walk():
        assert all((field.label.zh, field.label.en, field.help.zh, field.help.en)), path


@pytest.mark.parametrize(
    "broken",
    [
        {"type": "objekt"},
        {"properties": {"a": {"items": {"minimum": "one"}}}},
        {"anyOf": [{"type": "string"}, {"required": "a"}]},
        {"properties": []},
    ],
)
def test_a_schema_that_is_none_is_seen_to_be_none(broken: dict[str, object]) -> None:
    with pytest.raises((jsonschema.SchemaError, AttributeError)):
        valid(broken)


@pytest.mark.parametrize("name", some(sorted(TYPES), of=12))
def test_the_schema_is_valid_and_accepts_the_example(name: str) -> None:
    valid(schema(TYPES[name]))
    facts = yaml.load(example(name).read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506
    jsonschema.Draft202012Validator(schema(TYPES[name])).validate(facts)


@EACH
def test_the_schema_refuses_what_load_refuses(name: str) -> None:
    facts = yaml.load(example(name).read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506
    check = jsonschema.Draft202012Validator(schema(TYPES[name])).is_valid
    assert not check(facts | {"headlin": "x"})
    assert not check(facts | {"headline": {"fr": "x"}})
    assert not check({key: value for key, value in facts.items() if key != "headline"})
    assert not check(facts | {"release": "visit"})


@EACH
def test_a_new_form_reads_as_it_stands_and_points_to_its_schema(name: str, tmp_path: Path) -> None:
    form = blank(TYPES[name], "schema/event.json")
    assert form.startswith("# yaml-language-server: $schema=schema/event.json\n")
    path = tmp_path / "new.yaml"
    path.write_text(form, encoding="utf-8")
    event, given = events.load(path, TYPES), events.load(example(name), TYPES)
    left_out = [key for key in given.facts if key not in event.facts and ".photo." not in key]
    assert left_out == ["slug"]  # its drafts are called as the file is


def test_the_tree_knows_what_was_left_out() -> None:
    tree = events.load(example("expo-attendance"), TYPES).tree()
    assert tree["results"] == {"buyers": None, "awards": []}
    assert (tree["end"], tree["contact"], tree["rate"].path) == (None, [], "rate")  # type: ignore[attr-defined]
    people = tree["leaders"]
    assert isinstance(people, list)
    assert [title.path for title in people[0]["titles"]] == ["leaders.0.titles.0", "leaders.0.titles.1"]


def test_a_fact_is_found_by_path_and_by_declaration() -> None:
    event = events.load(example("investment-promotion"), TYPES)
    assert event.value("investment.total") is event.facts["investment.total"].value
    assert event.value("contracts.0.amount") is None
    assert [fact.text for fact in event.under("credits.revisor")] == ["Linn", "Christy"]


def test_a_threshold_is_never_converted_and_a_count_knows_its_noun() -> None:
    fields = TYPES["investment-promotion"]
    assert [fields.find(path).convert for path in ("signed.over", "investment.total")] == [False, True]  # type: ignore[union-attr]
    assert fields.find("guests.companies").noun.plural == "companies"  # type: ignore[union-attr]
    assert fields.find("contracts.0.amount") is fields.find("contracts.amount")


def test_slug_is_the_file_or_the_folder_of_an_example(tmp_path: Path) -> None:
    text = (
        example("investment-promotion").read_text(encoding="utf-8").replace("slug: foshan-suzhou-2023\n", "")
    )
    (tmp_path / "suzhou").mkdir()
    for name, slug in (("July 14.yaml", "july-14"), ("suzhou/event.yaml", "suzhou")):
        (tmp_path / name).write_text(text, encoding="utf-8")
        assert events.load(tmp_path / name, TYPES).slug == slug


def test_a_file_name_no_slug_can_be_made_of_asks_for_one(tmp_path: Path) -> None:
    text = (
        example("investment-promotion").read_text(encoding="utf-8").replace("slug: foshan-suzhou-2023\n", "")
    )
    path = tmp_path / "佛山.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(EventError, match="slug: “佛山” cannot name a file; write slug:"):
        events.load(path, TYPES)


def test_all_faults_of_a_file_come_at_once_in_its_order(tmp_path: Path) -> None:
    path = tmp_path / "event.yaml"
    path.write_text(
        "release: expo-attendance\nslug: x\ndate: 2023-02-31\nexpoo: 展\ncity:\n", encoding="utf-8"
    )
    with pytest.raises(PressgenError) as refused:
        events.load(path, TYPES)
    lines = [line.removeprefix(f"{path}:").split(" ")[:2] for line in str(refused.value).splitlines()]
    assert lines == [
        ["1:1:", "published:"], ["1:1:", "headline:"], ["1:1:", "delegation:"],
        ["3:7:", "date:"], ["4:1:", "expoo:"], ["5:1:", "city:"],
    ]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), [
    ("release: visits\n", "there is no release type “visits”; there are"),
    ("release: expo_attendance\n", "did you mean expo-attendance?"),
    ("city: 佛山\n", "the release type is missing"),
    ("- 佛山\n", "this is no event"),
    ("佛山\n", "this is no event"),
])  # fmt: skip
def test_a_file_that_names_no_type_is_told_which_there_are(text: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "event.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(EventError) as refused:
        events.load(path, TYPES)
    assert said in str(refused.value)
    assert "expo-attendance" in str(refused.value)


@pytest.mark.skipif(not hasattr(Path, "symlink_to"), reason="needs links")
def test_a_link_does_not_lead_out_of_the_folder(tmp_path: Path) -> None:
    outside, inside = tmp_path / "outside.jpg", tmp_path / "event"
    outside.write_bytes(b"")
    inside.mkdir()
    try:
        (inside / "hall.jpg").symlink_to(outside)
    except OSError:
        pytest.skip("this system makes no links")
    text = blank(TYPES["expo-attendance"]).replace("  - rest", "  - photo: hall.jpg")
    (inside / "x.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(EventError, match="leads out of the folder"):
        events.load(inside / "x.yaml", TYPES)


GOOD = """\
label: {zh: 访问, en: Visit}
fields:
  guest: {kind: name, label: {zh: 客, en: G}, help: {zh: 谁, en: who}}
holds: []
order: []
"""


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("kind: name", "kind: nme", "3:17: there is no 'nme'; did you mean name"),
        ("guest:", "items:", "3:10: items cannot be a field's name"),
        ("kind: name", "kind: group", "3:10: guest is a group: a group or a list has fields"),
        ("help:", "hlp:", "3:46: there is no hlp; did you mean help?"),
        ("kind: name", "kind: name, needs: [gst]", "3:3: there is no field gst; did you mean guest?"),
        ("holds: []", "holds: [{total: gest}]", "4:8: there is no field gest; did you mean guest?"),
        (
            "order: []",
            "order: [[guest, publishd]]",
            "5:8: there is no field publishd; did you mean published?",
        ),
        ("fields:", "field:", "2:1: there is no field; did you mean fields?"),
        ("holds: []", "holds: 3", "4:8: 'name: value' belongs here"),
    ],
)
def test_a_wrong_declaration_is_named_at_its_place(old: str, new: str, said: str, tmp_path: Path) -> None:
    types = kinds(tmp_path, GOOD.replace(old, new, 1))
    with pytest.raises(PressgenError) as refused:
        types["visit"]
    assert f"visit{os.sep}fields.yaml:{said}" in str(refused.value)


def test_a_base_without_the_day_of_publication_is_refused(tmp_path: Path) -> None:
    types = kinds(tmp_path, GOOD)
    base = tmp_path / "base" / "fields.yaml"
    base.write_text(base.read_text(encoding="utf-8").replace("published", "printed"), encoding="utf-8")
    with pytest.raises(HouseError, match="the required field published is missing"):
        types["visit"]


def test_a_type_of_ones_own_needs_no_python(tmp_path: Path) -> None:
    types = kinds(tmp_path, GOOD)
    path = tmp_path / "tea.yaml"
    path.write_text("release: visit\npublished: 2023-07-18\nguest: 李明\n", encoding="utf-8")
    assert events.load(path, types).facts["guest"].text == "李明"


def test_every_rule_of_the_room_is_named_after_it() -> None:
    assert all(rule.id.startswith("event/") for rule in RULES)
    assert len({rule.id for rule in RULES}) == len(RULES)


WORDS = st.text(st.sampled_from("佛山制造 Foshan{}:,'\"#|-\\\n"), min_size=1, max_size=12)
PROFILE = settings(max_examples=60, derandomize=True, deadline=None)


def reading(text: str, suffix: str, folder: Path) -> list[Fact] | str:
    path = folder / f"event{suffix}"
    path.write_text(text, encoding="utf-8")
    try:
        facts = events.load(path, TYPES).facts.values()
    except PressgenError as error:
        return str(error).replace(suffix, "")
    return [replace(fact, at=NOWHERE) for fact in facts]


@cache
def promotion() -> dict[str, object]:
    text = example("investment-promotion").read_text(encoding="utf-8")
    facts: dict[str, object] = yaml.load(text, yaml.BaseLoader)  # noqa: S506
    return facts


@PROFILE
@given(theme=WORDS, total=st.integers(0, 10**12), names=st.lists(WORDS, max_size=3))
def test_yaml_and_json_tell_the_same_event(
    theme: str, total: int, names: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("events")
    facts = promotion() | {"theme": theme, "investment": {"total": str(total)}, "advantages": names}
    as_yaml = reading(yaml.safe_dump(facts, allow_unicode=True), ".yaml", folder)
    as_json = reading(json.dumps(facts, ensure_ascii=False), ".json", folder)
    assert isinstance(as_yaml, str) == isinstance(as_json, str)
    if not isinstance(as_yaml, str):
        assert sorted(as_yaml, key=lambda fact: fact.path) == sorted(as_json, key=lambda fact: fact.path)  # type: ignore[arg-type]


@PROFILE
@given(start=st.integers(0, 3000), size=st.integers(0, 40), put=WORDS)
def test_a_damaged_file_is_read_or_refused_but_never_breaks(
    start: int, size: int, put: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    text = blank(TYPES["expo-attendance"])
    folder = tmp_path_factory.mktemp("events")
    said = reading(text[:start] + put + text[start + size :], ".yaml", folder)
    assert said


def test_a_list_of_lists_is_refused_like_anything_else(tmp_path: Path) -> None:
    text = blank(TYPES["expo-attendance"]).replace("edition: 第16届", "edition: [[第16届]]")
    assert "edition: one value belongs here" in reading(text, ".yaml", tmp_path)
    assert Node([], NOWHERE, {}).blank is False


def blocks(fence: str) -> list[str]:
    return [part.partition("\n```")[0] for part in GUIDE.split(f"```{fence}\n")[1:]]


def test_the_guide_shows_an_event_that_can_be_read(tmp_path: Path) -> None:
    facts = reading(blocks("yaml")[0], ".yaml", tmp_path)
    assert not isinstance(facts, str), facts


def test_the_guide_names_every_kind_and_every_rule() -> None:
    assert [kind for kind in KINDS if f"`{kind}`" not in GUIDE] == []
    assert [rule.id for rule in RULES if f"`{rule.id}` | {rule.severity}" not in GUIDE] == []
