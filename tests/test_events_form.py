"""The Excel form as it is written: for any type, with all a colleague needs to fill it in."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressgen import api, events, source
from pressgen.errors import PressgenError
from pressgen.events import Event, Types
from pressgen.events.fields import BILINGUAL
from pressgen.events.load import read
from pressgen.events.story import OWN, both, labels_of_kinds, labels_of_parts
from pressgen.events.xlsx.choices import TITLE, Offered
from pressgen.events.xlsx.layout import FACTS, layout, titles
from pressgen.events.xlsx.table import CODE
from pressgen.events.xlsx.write import kinds_in, write
from pressgen.house import Newsroom
from pressgen.source import Node
from tests.forms import BRIEF, RELEASES, TYPES, cell, loaded, refused
from tests.grids import some

EACH = pytest.mark.parametrize("name", sorted(TYPES))
EMPTY = pytest.mark.parametrize("name", some(sorted(TYPES), of=12, first=sorted(TYPES).index("notice")))
"""Types whose empty form is looked at; those of the others are written and read with their examples."""
KNOWN = Offered(["佛山", "苏州"], ["Foshan", "Suzhou"], ["base", "foshan-news"])

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
PLAIN = """\
label: {zh: 推介, en: Presentation}
fields:
  theme: {kind: text, label: {zh: 主题, en: Theme}, help: {zh: 主题, en: What it is about}}
  venue: {kind: name, label: {zh: 地点, en: Venue}, help: {zh: 地点, en: Where}}
  advantages: {kind: names, label: {zh: 优势, en: Advantages}, help: {zh: 优势, en: What the city is good at}}
  investment:
    kind: group
    label: {zh: 投资, en: Investment}
    help: {zh: 投资, en: How much}
    fields:
      total: {kind: money, label: {zh: 总额, en: Total}, help: {zh: 总额, en: In all}}
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


@cache
def opened(name: str) -> openpyxl.Workbook:
    """The form of a type, to be looked at and not changed."""
    return openpyxl.load_workbook(BytesIO(empty(name)))


@cache
def empty(name: str) -> bytes:
    return write(TYPES[name], KNOWN)


@cache
def whole(name: str) -> openpyxl.Workbook:
    """The form of a type with the sheets of every kind of statement, likewise."""
    return openpyxl.load_workbook(BytesIO(write(TYPES[name], KNOWN, kinds=set(TYPES.statements))))


@cache
def filled(name: str) -> bytes:
    """The form of a type with its example."""
    return write(TYPES[name], facts=source.load(RELEASES / name / "example.yaml"), kinds=())


@pytest.mark.parametrize("name", some(sorted(TYPES), of=12))
def test_a_form_filled_with_the_example_says_what_the_example_says(name: str, tmp_path: Path) -> None:
    folder = tmp_path / name
    shutil.copytree(RELEASES / name, folder)
    (folder / "form.xlsx").write_bytes(filled(name))
    assert values(folder / "form.xlsx") == values(folder / "example.yaml")


@pytest.mark.parametrize("name", some(sorted(TYPES), of=12, first=1))
def test_a_form_drafts_to_the_release_of_its_example(
    name: str, tmp_path: Path, newsroom, types, house
) -> None:  # type: ignore[no-untyped-def]
    folder = tmp_path / name
    shutil.copytree(RELEASES / name, folder)
    (folder / "form.xlsx").write_bytes(filled(name))
    events_ = [api.load(folder / file, newsroom, types) for file in ("form.xlsx", "example.yaml")]
    of_form, of_example = (api.draft(event, house(event.house)) for event in events_)
    assert of_form.release.blocks == of_example.release.blocks
    assert of_form.findings == []


@EMPTY
def test_an_empty_form_asks_for_what_is_needed_at_its_cells(name: str, tmp_path: Path) -> None:
    (tmp_path / "form.xlsx").write_bytes(empty(name))
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


@pytest.mark.slow
def test_an_item_may_be_nothing_but_the_list_within_it(tmp_path: Path) -> None:
    list_ = "schedule: {list: [{when: 2023-08, by: before, what: {zh: 回访, en: return visits}}]}"
    story = f"story:\n  - rest\n  - {list_}\n  - {list_.replace('08', '09')}\n"
    (tmp_path / "event.yaml").write_text(BRIEF + story, encoding="utf-8")
    form = loaded(tmp_path, facts=BRIEF + story)
    assert values(tmp_path / "event.yaml") == {path: str(fact.value) for path, fact in form.facts.items()}
    assert [item.name for item in form.story] == ["rest", "schedule", "schedule"]


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


@EMPTY
def test_every_field_has_its_cell_its_label_and_its_help_in_both_languages(name: str) -> None:
    shown = set(TYPES.statements) if name == "festival" else set(TYPES[name].usual)
    made = whole(name) if name == "festival" else opened(name)
    said = "\n".join(
        str(each.value) for sheet in made for row in sheet.iter_rows() for each in row if each.value
    )
    for path, field in TYPES[name].walk():
        if path.startswith("story") and (field.shape == "group" or "words" in path):
            continue
        if field.shape == "group" and TYPES[name].find(path.rpartition(".")[0]):
            continue  # inside an item its parts are columns of their own; a column has no heading above it
        if path.startswith("story.") and path.split(".")[1] not in shown:
            assert path not in said
            continue
        codes = [f"{path}:zh", f"{path}:en"] if ":zh" in said and f"{path}:zh" in said else [path]
        assert all(code in said for code in codes)
        assert all(
            words in said for words in (field.label.zh, field.label.en, field.help.zh.split("\n")[0])
        ), path


@EMPTY
def test_cells_to_fill_are_text_and_nothing_is_a_formula(name: str) -> None:
    made = opened(name)
    sheet = made[FACTS]
    rows = [row for row in range(5, sheet.max_row + 1) if sheet.cell(row, 6).value]
    assert {sheet.cell(row, 4).number_format for row in rows} == {"@"}
    assert {each.data_type for one in made for row in one.iter_rows() for each in row} <= {"s", "n"}
    assert all(
        each.value is None for one in made for row in one.iter_rows() for each in row if each.data_type == "n"
    )


@EMPTY
def test_a_fact_in_two_languages_has_two_open_cells_another_one(name: str) -> None:
    sheet = opened(name)[FACTS]
    for row in range(5, sheet.max_row + 1):
        field = TYPES[name].find(sheet.cell(row, 6).value or "")
        if field is not None:
            colours = {sheet.cell(row, column).fill.start_color.rgb for column in (4, 5)}
            assert (len(colours) == 1) == (field.kind in BILINGUAL)


def test_known_words_are_in_drop_down_lists_on_a_hidden_sheet() -> None:
    made = opened("festival")
    rules = made[FACTS].data_validations.dataValidation
    house, city = (
        next(rule for rule in rules if cell(made[FACTS], code) in rule.sqref) for code in ("house", "city")
    )
    assert made[TITLE].sheet_state == "hidden"
    assert (house.showErrorMessage, city.showErrorMessage) == (True, False)
    column = city.formula1.split("$")[1]
    assert [each.value for each in made[TITLE][column]][:2] == ["佛山", "苏州"]


@EMPTY
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
    lambda text: any(sign.isalpha() for sign in text)  # a number is no name, and a mark alone is none either
)


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Types:
    """A type with a field of each shape that words are written into, and none besides."""
    folder = tmp_path_factory.mktemp("types") / "plain"
    folder.mkdir()
    (folder / "fields.yaml").write_text(PLAIN, encoding="utf-8")
    return Types({"plain": folder}, RELEASES / "base")


@settings(max_examples=12)
@given(theme=WORDS, venue=WORDS, names=st.lists(WORDS, max_size=4), total=st.integers(1, 10**12))
def test_whatever_is_written_into_a_form_is_read_from_it(
    theme: str,
    venue: str,
    names: list[str],
    total: int,
    plain: Types,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    path = tmp_path_factory.getbasetemp() / "form.xlsx"
    node = source.parse("release: plain\npublished: 2023-07-18\ndate: 2023-07-14\n", "facts.yaml")
    assert isinstance(node.value, dict)
    at = node.at
    both = Node({"zh": Node(theme, at, {}), "en": Node(theme, at, {})}, at, {})
    node.value.update(
        headline=both,
        theme=both,
        venue=Node(venue, at, {}),
        advantages=Node([Node(name, at, {}) for name in names], at, {}),
        investment=Node({"total": Node(f"{total}元", at, {})}, at, {}),
    )
    path.write_bytes(write(plain["plain"], facts=node, kinds=()))
    told, meant = events.load(path, plain), read(node, path, plain)
    assert len(told.facts) > 6
    assert {path: fact.value for path, fact in told.facts.items()} == {
        path: fact.value for path, fact in meant.facts.items()
    }


STORY = """\
signed: {projects: {value: 267个, growth: +21.36%}}
period: 2023-H1
next: {zh: 下一步。, en: Next.}
story:
  - lead
  - - figures
    - breakdown: {of: {signed.projects}, by: {zh: 板块, en: sector}, what: {zh: 项目, en: projects}, parts: [{name: {zh: 甲, en: A}, count: 200个}, {name: {zh: 乙, en: B}, count: 67个}]}
    - {zh: 自己的话。, en: Own words.}
  - quote: {name: {zh: 王芳, en: Wang Fang}, text: {zh: 好。, en: Good.}, original: zh}
  - subhead: {zh: 小标题, en: Heading}
  - quote: {name: {zh: 李明, en: Li Ming}, text: {zh: 欢迎。, en: Welcome.}}
  - rest
"""


@pytest.fixture
def told(tmp_path: Path):  # type: ignore[no-untyped-def]
    """A form filled with a story, changed if asked, and the event it is read as."""
    facts = tmp_path / "facts.yaml"
    facts.write_text(BRIEF + STORY, encoding="utf-8")

    def read(change: Callable[[openpyxl.Workbook], None] = lambda _: None) -> tuple[Event, Event]:
        return loaded(tmp_path, change, facts=BRIEF + STORY), events.load(facts, TYPES)

    return read


def test_a_form_carries_the_story_in_its_order(told, house) -> None:  # type: ignore[no-untyped-def]
    form, facts = told()
    said = [sorted((fact.path, fact.text) for fact in each.facts.values()) for each in (form, facts)]
    assert said[0] == said[1]
    assert api.draft(form, house()).release.blocks == api.draft(facts, house()).release.blocks


def test_its_items_are_chosen_by_their_names_in_both_languages(told) -> None:  # type: ignore[no-untyped-def]
    def look(book: openpyxl.Workbook) -> None:
        sheet = book["稿件顺序 Story"]
        said = [sheet.cell(row, 2).value for row in range(7, 15)]
        assert said == ["导语 Lead", "主要数字 Figures", "构成 Breakdown", None, "引语 Quotation",
                        "小标题 Subheading", "引语 Quotation", "其余各段 The rest"]  # fmt: skip
        assert set(said) - {None} <= set(offered(book))

    told(look)


def offered(book: openpyxl.Workbook) -> list[str]:
    """What the story's sheet lets one choose from."""
    rules = book["稿件顺序 Story"].data_validations.dataValidation
    (area,) = [rule.formula1 for rule in rules if "B7" in rule.sqref]
    return [each.value for (each,) in book[TITLE][area.partition("!")[2].replace("$", "")]]


@pytest.mark.parametrize("written", some(["导语", "Lead", "lead", "导语 Lead"]))
def test_a_part_may_be_called_by_any_of_its_names(written: str, told) -> None:  # type: ignore[no-untyped-def]
    form, facts = told(_row(7, B=written))
    assert [item.name for item in form.story] == [item.name for item in facts.story]


@EACH
def test_every_part_of_a_type_has_a_label_in_both_languages(name: str) -> None:
    labels = labels_of_parts(TYPES[name])
    assert [part for part, label in labels.items() if part in (label.zh, label.en) or not label.en] == []


def choices(name: str) -> list[str]:
    """What a story may name, as lists show it: the parts of a type and every kind but one's own words."""
    kinds = [label for kind, label in labels_of_kinds(TYPES[name]).items() if kind != OWN]
    return [both(label) for label in (*labels_of_parts(TYPES[name]).values(), *kinds)]


@EACH
def test_no_two_things_to_choose_from_are_called_the_same(name: str) -> None:
    said = choices(name)
    assert len(said) == len(set(said)) == len(TYPES[name].said) + len(TYPES.statements)


@pytest.mark.slow
def test_a_form_with_every_kind_offers_each_thing_by_its_name() -> None:
    assert sorted(offered(whole("festival"))) == sorted(choices("festival"))


@pytest.fixture(scope="module")
def few_names(tmp_path_factory: pytest.TempPathFactory) -> Newsroom:
    """A newsroom that offers one name to choose from."""
    folder = tmp_path_factory.mktemp("newsroom")
    (folder / "glossary").mkdir()
    (folder / "pressgen.toml").touch()
    (folder / "glossary" / "places.csv").write_text("zh,en\n佛山,Foshan\n", encoding="utf-8")
    return api.open_newsroom(folder)


@pytest.mark.slow
def test_a_form_has_sheets_for_the_usual_kinds_and_those_asked_for(few_names: Newsroom) -> None:
    few, more = (
        openpyxl.load_workbook(BytesIO(api.form("investment-promotion", few_names, kinds=kinds)))
        for kinds in ((), ("agreements", "change"))
    )
    assert {"引语 Quotation", "照片 Photo", "表格 Table"} <= set(few.sheetnames)
    added = set(more.sheetnames) - set(few.sheetnames)
    assert {title.split("-")[0].split()[0] for title in added} == {"签约", "变化"}
    assert set(offered(more)) - set(offered(few)) == {"签约 Agreements", "变化 Change"}


@pytest.mark.parametrize("name", some(sorted(TYPES), of=12))
def test_a_form_has_sheets_for_what_its_example_says(name: str, few_names: Newsroom) -> None:
    used = kinds_in(TYPES[name], events.example(TYPES[name]))
    made = openpyxl.load_workbook(BytesIO(api.form(name, few_names)))
    labels = labels_of_kinds(TYPES[name])
    assert {both(labels[kind]) for kind in used} <= set(offered(made))


@pytest.mark.slow
def test_the_sheet_of_the_story_says_how_to_come_by_more_kinds() -> None:
    without = openpyxl.load_workbook(BytesIO(write(TYPES["festival"], kinds=())))
    few, all_ = (book["稿件顺序 Story"]["A2"].value for book in (without, whole("festival")))
    assert "pressgen new festival --xlsx --kinds NAME,NAME" in few
    assert "--kinds" not in all_


@pytest.mark.slow
def test_of_a_part_and_a_kind_of_one_label_each_can_be_chosen(tmp_path: Path) -> None:
    facts = (RELEASES / "appointment" / "example.yaml").read_text(encoding="utf-8")
    story = "  - duties\n  - duties: {who: {zh: 中心, en: the center}, does: [{zh: 保存档案, en: keep the records}]}\n"
    path = tmp_path / "event.yaml"
    path.write_text(
        re.sub(r"(?ms)^story:\n.*?(?=^\S|\Z)", f"story:\n{story}  - rest\n", facts), encoding="utf-8"
    )
    (tmp_path / "form.xlsx").write_bytes(write(TYPES["appointment"], facts=source.load(path)))
    form, meant = (events.load(tmp_path / file, TYPES).story for file in ("form.xlsx", "event.yaml"))
    assert [(item.name, item.path) for item in form] == [(item.name, item.path) for item in meant]


@pytest.mark.slow
def test_a_kind_called_by_its_label_in_an_event_stands_on_its_sheet(tmp_path: Path) -> None:
    facts = f"{BRIEF}story:\n  - rest\n  - 占比: {{name: {{zh: 甲, en: A}}, value: 3%}}\n"
    assert loaded(tmp_path, facts=facts).story[1].path == "story.1.share"


def _row(row: int, **cells: str | None) -> Callable[[openpyxl.Workbook], None]:
    def change(book: openpyxl.Workbook) -> None:
        for column, value in cells.items():
            book["稿件顺序 Story"][f"{column}{row}"] = value

    return change


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (_row(11, B="引言"), "稿件顺序 Story!B11: story.2: there is no “引言”; did you mean"),
        (_row(11, C="7"), "稿件顺序 Story!C11: story.quote: its sheet has no item 7"),
        (_row(11, B=None, C=None), "引语 Quotation!B7: story.quote: is filled in but not in the story; add a row “Quotation” there"),
        (_row(14, B="导语"), "稿件顺序 Story!B14: story.5: lead is named twice (line 稿件顺序 Story!B7 has it)"),
    ],
)  # fmt: skip
def test_a_fault_of_the_story_is_named_at_its_cell(told, change, said) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(PressgenError) as caught:
        told(change)
    assert said in caught.value.say("en")


def test_a_choice_may_be_made_in_chinese_or_english(told) -> None:  # type: ignore[no-untyped-def]
    def change(book: openpyxl.Workbook) -> None:
        sheet = book["引语 Quotation"]
        codes = {cell.value: cell.column for cell in sheet[6]}
        assert sheet.cell(7, codes["story.quote.original"]).value in ("zh", "中文")
        sheet.cell(7, codes["story.quote.original"]).value = "英文"

    form, _ = told(change)
    assert next(fact.value for path, fact in form.facts.items() if path.endswith("quote.original")) == "en"
