"""The Excel form as it is written: for any type, with all a colleague needs to fill it in."""

from __future__ import annotations

import shutil
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressgen import api, events, source
from pressgen.errors import PressgenError
from pressgen.events import Types
from pressgen.events.fields import BILINGUAL
from pressgen.events.load import read
from pressgen.events.xlsx.known import TITLE, Known
from pressgen.events.xlsx.layout import FACTS, layout, titles
from pressgen.events.xlsx.table import CODE
from pressgen.events.xlsx.write import write
from pressgen.source import Node
from tests.forms import BRIEF, RELEASES, TYPES, cell, loaded, refused

EACH = pytest.mark.parametrize("name", sorted(TYPES))
KNOWN = Known(["佛山", "苏州"], ["Foshan", "Suzhou"], ["base", "foshan-news"])

VISIT = """\
label: {zh: 访问, en: Visit}
fields:
  level: {kind: choice, choices: [city, province], label: {zh: 级别, en: Level}, help: {zh: 级别, en: Of which level}}
  guests:
    kind: group
    label: {zh: 来宾, en: Guests}
    help: {zh: 来宾, en: Who came}
    fields:
      total: {kind: count, required: true, label: {zh: 人数, en: Number}, help: {zh: 人数, en: How many}, example: 12人}
      stops:
        kind: list
        label: {zh: 行程, en: Stops}
        help: {zh: 走访了哪些地方, en: Where they went}
        fields:
          place: {kind: name, required: true, label: {zh: 地点, en: Place}, help: {zh: 地点, en: Where}, example: 佛山}
          day: {kind: date, label: {zh: 日期, en: Day}, help: {zh: 日期, en: When}, example: 2023-07-14}
          size:
            kind: group
            label: {zh: 规模, en: Size}
            help: {zh: 规模, en: How large}
            fields:
              area: {kind: number, label: {zh: 面积, en: Area}, help: {zh: 面积, en: Area}, example: 300}
          hosts: {kind: people, label: {zh: 陪同, en: Hosts}, help: {zh: 陪同, en: Who showed them around}}
          seen: {kind: names, label: {zh: 看了什么, en: Seen}, help: {zh: 项目, en: What they saw}}
"""
TOUR = """\
release: visit
published: 2023-07-18
date: 2023-07-14
headline: {zh: 考察, en: A visit}
level: city
guests:
  total: 12人
  stops:
    - place: 佛山
      day: 2023-07-14
      size: {area: 300}
      hosts: [{name: 李明, titles: [{zh: 主任, en: director}, 科长]}, {name: {zh: 王芳, en: Wang Fang}}]
    - place: {zh: 金鸡湖, en: Jinji Lake}
      hosts: [陈东]
      seen: [一汽-大众, {zh: 锂电池, en: batteries}]
rate: {USD: 6.5, EUR: 7.9}
"""


@pytest.fixture
def visit(tmp_path: Path) -> Types:
    """A type with all that can be declared: lists in groups, groups in lists, lists in lists."""
    (tmp_path / "visit").mkdir()
    (tmp_path / "visit" / "fields.yaml").write_text(VISIT, encoding="utf-8")
    return Types({"visit": tmp_path / "visit"}, RELEASES / "base")


def values(path: Path, types: Types = TYPES) -> dict[str, str]:
    return {
        fact.path: str(fact.value).replace(str(path.parent), "")
        for fact in events.load(path, types).facts.values()
    }


def opened(name: str) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(write(TYPES[name], KNOWN)))


@EACH
def test_a_form_filled_with_the_example_says_what_the_example_says(name: str, tmp_path: Path) -> None:
    folder = tmp_path / name
    shutil.copytree(RELEASES / name, folder)
    (folder / "form.xlsx").write_bytes(write(TYPES[name], facts=source.load(folder / "example.yaml")))
    assert values(folder / "form.xlsx") == values(folder / "example.yaml")


@EACH
def test_a_form_drafts_to_the_release_of_its_example(name: str, tmp_path: Path, newsroom, house) -> None:  # type: ignore[no-untyped-def]
    folder = tmp_path / name
    shutil.copytree(RELEASES / name, folder)
    (folder / "form.xlsx").write_bytes(write(TYPES[name], facts=source.load(folder / "example.yaml")))
    events_ = [api.load(folder / file, newsroom) for file in ("form.xlsx", "example.yaml")]
    drafts = [api.draft(event, house(event.house)) for event in events_]
    assert drafts[0].blocks == drafts[1].blocks
    assert api.faults(events_[0], drafts[0], house(events_[0].house)) == []


@EACH
def test_an_empty_form_asks_for_what_is_needed_at_its_cells(name: str, tmp_path: Path) -> None:
    (tmp_path / "form.xlsx").write_bytes(write(TYPES[name]))
    with pytest.raises(PressgenError) as caught:
        events.load(tmp_path / "form.xlsx", TYPES)
    sheet = opened(name)[FACTS]
    needed = [path for path, field in TYPES[name].fields.items() if field.required and path != "release"]
    places = {
        line.split(": ")[1]: line.split(": ")[0].rpartition("!")[2] for line in str(caught.value).splitlines()
    }
    single = [path for path in needed if not TYPES[name].fields[path].fields]
    assert set(needed) <= set(places)
    assert {path: places[path] for path in single} == {path: cell(sheet, path) for path in single}


def test_lists_in_groups_and_in_lists_come_back_as_they_were(visit: Types, tmp_path: Path) -> None:
    path = tmp_path / "tour.yaml"
    path.write_text(TOUR, encoding="utf-8")
    told = loaded(tmp_path, facts=TOUR, types=visit)
    assert {fact.path: str(fact.value) for fact in told.facts.values()} == values(path, visit)


def test_an_item_of_an_inner_list_says_where_it_belongs(visit: Types, tmp_path: Path) -> None:
    def astray(made: openpyxl.Workbook) -> None:
        made["陪同 Hosts"].cell(CODE + 1, 1).value = "3"

    said = refused(tmp_path, astray, facts=TOUR, types=visit)
    assert said == [
        "form.xlsx!陪同 Hosts!A7: guests.stops.hosts: does not say to which item of guests.stops it belongs; "
        "write one of 1, 2"
    ]


def test_two_items_of_one_number_are_refused_where_lists_belong_to_them(visit: Types, tmp_path: Path) -> None:
    def same(made: openpyxl.Workbook) -> None:
        made["行程 Stops"].cell(CODE + 2, 1).value = 1

    said = refused(tmp_path, same, facts=TOUR, types=visit)
    assert said[0].startswith(
        "form.xlsx!行程 Stops!A8: guests.stops: the number “1” stands twice or is missing"
    )


def test_a_field_needed_in_a_group_is_asked_for_once_the_group_is_begun(visit: Types, tmp_path: Path) -> None:
    said = refused(tmp_path, facts=TOUR.replace("  total: 12人\n", ""), types=visit)
    assert len(said) == 1
    assert said[0].startswith("form.xlsx!事实 Facts!D")
    assert "guests.total: Number is missing; write it, such as 12人" in said[0]


@EACH
def test_every_field_has_its_cell_its_label_and_its_help_in_both_languages(name: str) -> None:
    made = opened(name)
    said = "\n".join(
        str(each.value) for sheet in made for row in sheet.iter_rows() for each in row if each.value
    )
    for path, field in TYPES[name].walk():
        codes = [f"{path}:zh", f"{path}:en"] if ":zh" in said and f"{path}:zh" in said else [path]
        assert all(code in said for code in codes)
        assert all(
            words in said for words in (field.label.zh, field.label.en, field.help.zh.split("\n")[0])
        ), path


@EACH
def test_cells_to_fill_are_text_and_nothing_is_a_formula(name: str) -> None:
    made = opened(name)
    sheet = made[FACTS]
    rows = [row for row in range(5, sheet.max_row + 1) if sheet.cell(row, 6).value]
    assert {sheet.cell(row, 4).number_format for row in rows} == {"@"}
    assert {each.data_type for one in made for row in one.iter_rows() for each in row} <= {"s", "n"}
    assert all(
        each.value is None for one in made for row in one.iter_rows() for each in row if each.data_type == "n"
    )


@EACH
def test_a_fact_in_two_languages_has_two_open_cells_another_one(name: str) -> None:
    sheet = opened(name)[FACTS]
    for row in range(5, sheet.max_row + 1):
        field = TYPES[name].find(sheet.cell(row, 6).value or "")
        if field is not None:
            colours = {sheet.cell(row, column).fill.start_color.rgb for column in (4, 5)}
            assert (len(colours) == 1) == (field.kind in BILINGUAL)


def test_known_words_are_in_drop_down_lists_on_a_hidden_sheet() -> None:
    made = opened("expo-attendance")
    rules = made[FACTS].data_validations.dataValidation
    house, city = (
        next(rule for rule in rules if cell(made[FACTS], code) in rule.sqref) for code in ("house", "city")
    )
    assert made[TITLE].sheet_state == "hidden"
    assert (house.showErrorMessage, city.showErrorMessage) == (True, False)
    column = city.formula1.split("$")[1]
    assert [each.value for each in made[TITLE][column]][:2] == ["佛山", "苏州"]


@EACH
def test_the_form_prints_on_a4_and_keeps_its_header_in_sight(name: str) -> None:
    for sheet in opened(name):
        if sheet.title != TITLE:
            assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
            assert sheet.page_setup.fitToWidth == 1
            assert sheet.freeze_panes
            assert not sheet.protection.sheet


def test_sheets_have_titles_that_excel_takes(visit: Types) -> None:
    named = titles(layout(visit["visit"]).tables).values()
    assert len({title.lower() for title in named}) == len(named)
    assert all(0 < len(title) <= 31 and not set(title) & set("[]:*?/\\'") for title in named)


def test_what_looks_like_a_formula_stays_text(tmp_path: Path) -> None:
    facts = BRIEF.replace("en: Foshan courts", "en: =HYPERLINK(1) courts")
    assert loaded(tmp_path, facts=facts).facts["headline"].value.en.startswith("=HYPERLINK(1)")  # type: ignore[union-attr]


WORDS = st.text(st.sampled_from("佛山制造 Foshan=+-@'\"#|,.，。2405"), min_size=1, max_size=12).filter(
    lambda text: text.strip() not in ("", "~", "null") and text.strip("-–—－ ")
)


@settings(max_examples=12)
@given(theme=WORDS, venue=WORDS, names=st.lists(WORDS, max_size=4), total=st.integers(1, 10**12))
def test_whatever_is_written_into_a_form_is_read_from_it(
    theme: str, venue: str, names: list[str], total: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("forms")
    node = source.parse(BRIEF, "facts.yaml")
    assert isinstance(node.value, dict)
    at = node.at
    node.value["theme"] = Node({"zh": Node(theme, at, {}), "en": Node(theme, at, {})}, at, {})
    node.value["venue"] = Node(venue, at, {})
    node.value["organizers"] = Node([Node(name, at, {}) for name in names], at, {})
    node.value["investment"] = Node({"total": Node(f"{total}元", at, {})}, at, {})
    (folder / "form.xlsx").write_bytes(write(TYPES["investment-promotion"], facts=node))
    told, meant = events.load(folder / "form.xlsx", TYPES), read(node, folder / "form.xlsx", TYPES)
    assert {path: fact.value for path, fact in told.facts.items()} == {
        path: fact.value for path, fact in meant.facts.items()
    }
