"""Excel forms as they come back: read as they are seen, or refused at the very cell."""

from __future__ import annotations

import re
import zipfile
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from pressgen import api, events
from pressgen.errors import PressgenError
from pressgen.events import Name, Pin, Text
from pressgen.events.faults import faults
from pressgen.events.xlsx.layout import FACTS
from pressgen.figures import Figure
from pressgen.figures.figure import plain
from tests.forms import BRIEF, TYPES, book, cell, facts_sheet, loaded, put, refused, saved, under
from tests.grids import some

CONTRACTS = """\
contracts:
  - {name: {zh: 机器人产业园, en: Robotics Park}, investor: 佛山, amount: 20亿元}
  - {name: {zh: 新材料基地, en: New Materials Base}, amount: 8.5亿元}
signing: {signed: [{kind: projects, count: 2个, total: 28.5亿元}]}
"""
SHEET = "签约项目 Contracts"


def figure(folder: Path, code: str, value: object, code_format: str = "General") -> str:
    read = loaded(folder, put(code, value, code_format)).facts[code].value
    assert isinstance(read, Figure)
    return f"{read.modifier or ''} {plain(read.value)} {read.unit}".strip()


@pytest.mark.parametrize(
    "case",
    some(
        [
            ("investment.total", "2405.72亿元", "@", "240572000000 CNY"),
            ("investment.total", " ２４０５.７２亿元\n", "@", "240572000000 CNY"),
            ("investment.total", "240.572 billion yuan", "@", "240572000000 CNY"),
            ("investment.total", "超1亿元", "@", "over 100000000 CNY"),
            ("investment.total", 240572000000, "General", "240572000000 CNY"),
            ("investment.total", 240572000000.01, "General", "240572000000.01 CNY"),
            ("investment.total", 2405.72, '0.00"亿元"', "240572000000 CNY"),
            ("investment.total", 24057200, '#,##0"万元"', "240572000000 CNY"),
            ("investment.growth", 0.2136, "0.00%", "21.36 %"),
            ("investment.growth", -0.032, "0.0%", "-3.2 %"),
            ("investment.growth", "+21.36%", "@", "21.36 %"),
            ("investment.growth", "下降3.2%", "@", "-3.2 %"),
            ("signed.projects", 267, "General", "267"),
            ("signed.projects", 267, '0"个"', "267"),
            ("period", "2023年1—6月", "@", "2023-01/2023-06"),
            ("period", date(2023, 7, 1), 'yyyy"年"m"月"', "2023-07"),
            ("target.year", 2026, "General", "2026"),
            ("date", "2023年7月14日", "@", "2023-07-14"),
            ("date", date(2023, 7, 14), "yyyy-mm-dd", "2023-07-14"),
            ("date", datetime(2023, 7, 14, 9, 30), 'yyyy"年"m"月"d"日"', "2023-07-14"),  # noqa: DTZ001
            ("date", date(2023, 7, 14), "mm-dd-yy", "2023-07-14"),
        ]
    ),
)
def test_a_cell_means_what_is_seen_in_it(case, tmp_path):
    code, value, shown, read = case
    assert figure(tmp_path, code, value, shown) == read


def test_a_moment_is_read_from_text_and_from_a_date_with_a_time(tmp_path):
    seen = [("2023-07-18 16:17", "@"), (datetime(2023, 7, 18, 16, 17), "yyyy-mm-dd hh:mm")]  # noqa: DTZ001
    assert [loaded(tmp_path, put("published", *each)).published for each in seen] == ["2023-07-18T16:17"] * 2


def test_dates_of_a_mac_are_the_same_days(tmp_path):
    def mac(made):
        made.epoch = CALENDAR_MAC_1904

    assert figure(tmp_path, "date", date(2023, 7, 14), "yyyy-mm-dd") == "2023-07-14"
    told = loaded(tmp_path, mac, put("date", date(2023, 7, 14), "yyyy-mm-dd"))
    assert told.facts["date"].text == "2023-07-14"


@pytest.mark.parametrize(
    "case",
    some([
        ("investment.total", 2405.72, '0"亿元"', "the cell shows 2406亿元 but holds 2405.72"),
        ("investment.growth", 0.213587, "0.00%", "the cell shows 21.36% but holds 0.213587"),
        ("investment.total", 12345, '0!.0,"万"', "the number format 0!.0,\"万\" cannot be read"),
        ("date", 45121, "General", "45121 looks like a day as Excel counts"),
        ("date", date(2023, 7, 14), 'm"月"d"日"', "shows only a part of the date"),
        ("date", date(2023, 7, 1), 'yyyy"年"m"月"', "“2023-07” is not a whole date"),
        ("date", "03/04/2023", "@", "03/04/2023"),
        ("date", "2023-02-31", "@", "2023-02-31"),
        ("investment.total", "two", "@", "“two” is not what belongs here" ),
        ("investment.total", True, "General", "the truth value TRUE"),
        ("investment.total", "=2000*1.2", "General", "the formula =2000*1.2 holds no value"),
        ("signed.projects", date(2023, 1, 6), "d-mmm", "shows only a part of the date"),
        ("headline", "佛山\x1f苏州".replace("\x1f", "\ue000"), "@", "U+E000"),
        ("promoter", "#REF!", "General", "the error #REF!"),
    ]),
)  # fmt: skip
def test_what_cannot_be_believed_is_refused_at_its_cell(case, tmp_path):
    code, value, shown, said = case
    change = put(code, value, shown)
    where = cell(facts_sheet(), code)
    (line,) = refused(tmp_path, change)
    assert line.startswith(f"form.xlsx!{FACTS}!{where}: {code}: ")
    assert said in line


def test_rich_text_and_line_breaks_are_text(tmp_path):
    rich = CellRichText("佛山到", TextBlock(InlineFont(b=True), "苏州\n招商 "))
    assert loaded(tmp_path, put("headline", rich)).facts["headline"].value == Text(
        "佛山到苏州招商", "Foshan courts investors in Suzhou"
    )


def test_an_amount_may_stand_in_either_column_but_not_in_both(tmp_path):
    english = put("investment.total", "240.572 billion yuan", column=5)
    assert loaded(tmp_path, english).facts["investment.total"].text == "240.572 billion yuan"
    (line,) = refused(tmp_path, english, put("investment.total", "2405亿元"))
    assert "there are two values, 2405亿元 and 240.572 billion yuan; keep one" in line


def test_a_name_in_one_language_is_looked_up_and_in_both_stands_as_written(tmp_path):
    both = loaded(tmp_path, put("venue", "金鸡湖"), put("venue", "Jinji Lake", column=5)).facts["venue"].value
    one = loaded(tmp_path, put("venue", "Jinji Lake", column=5)).facts["venue"].value
    assert (both, one) == (Name(zh="金鸡湖", en="Jinji Lake"), Name(text="Jinji Lake"))


def test_several_names_in_a_cell_pair_line_by_line(tmp_path):
    zh, en = put("advantages", "佛山市商务局\n锂电池"), put("advantages", "—\nbatteries", column=5)
    told = loaded(tmp_path, zh, en)
    assert [told.facts[f"advantages.{n}"].value for n in (0, 1)] == [
        Name(text="佛山市商务局"),
        Name(zh="锂电池", en="batteries"),
    ]
    (line,) = refused(tmp_path, zh, put("advantages", "batteries", column=5))
    assert "advantages: 2 lines in Chinese, 1 in English" in line


@pytest.mark.parametrize(
    ("written", "pin"),
    [
        ("2020-12-08", Pin(on="2020-12-08")),
        ("on: 2020-12-08", Pin(on="2020-12-08")),
        ("6.536", Pin(prices={"USD": 6.536})),
        ("usd 6.5；EUR=7.9", Pin(prices={"USD": 6.5, "EUR": 7.9})),
    ],
)
def test_a_rate_is_a_day_or_a_price(written, pin, tmp_path):
    read = loaded(tmp_path, put("rate", written)).facts["rate"].value
    assert read.on == pin.on
    assert {code: float(price) for code, price in (read.prices or {}).items()} == (pin.prices or {})


def test_rows_may_be_moved_down_and_columns_put_in(tmp_path):
    def moved(made):
        for sheet in made:
            sheet.merged_cells.ranges.clear()
        made[FACTS].insert_rows(1, 2)
        made[FACTS].insert_cols(2)
        made[SHEET].insert_rows(1, 2)
        made[SHEET].insert_cols(3, 2)

    told, meant = loaded(tmp_path, moved, facts=BRIEF + CONTRACTS), loaded(tmp_path, facts=BRIEF + CONTRACTS)
    assert {p: f.value for p, f in told.facts.items()} == {p: f.value for p, f in meant.facts.items()}


def test_of_a_moved_form_a_fault_names_the_cell_where_it_stands_now(tmp_path):
    def moved(made):
        made[FACTS].merged_cells.ranges.clear()
        made[FACTS].insert_rows(1, 2)

    row = int(re.sub(r"\D", "", cell(facts_sheet(), "investment.total")))
    (line,) = refused(tmp_path, put("investment.total", "two"), moved)
    assert line.startswith(f"form.xlsx!{FACTS}!D{row + 2}: investment.total: ")


def test_a_row_put_in_below_a_list_goes_on_with_it(tmp_path):
    def added(made):
        sheet = made[FACTS]
        row = int(re.sub(r"\D", "", cell(sheet, "credits.revisor")))
        sheet.merged_cells.ranges.clear()
        sheet.insert_rows(row + 1)
        sheet.cell(row + 1, 5).value = "Christy"

    assert [fact.text for fact in loaded(tmp_path, added).under("credits.revisor")] == ["Linn", "Christy"]


def test_a_row_without_a_code_is_refused(tmp_path):
    def noted(made):
        made[FACTS].cell(made[FACTS].max_row + 2, 4).value = "填表人：张三"

    (line,) = refused(tmp_path, noted)
    assert "the row of “填表人：张三” has no code" in line


def test_items_are_read_to_the_last_row_and_empty_rows_are_none(tmp_path):
    def more(made):
        for code, value in (("contracts.name:zh", "储能项目"), ("contracts.amount", "1亿元")):
            made[SHEET][under(made[SHEET], code, 40)].value = value

    told = loaded(tmp_path, more, facts=BRIEF + CONTRACTS)
    assert [fact.text for fact in told.under("contracts.amount")] == ["20亿元", "8.5亿元", "1亿元"]


@pytest.mark.parametrize(
    ("code", "value", "said"),
    [
        ("contracts.amount", "2O亿元", "contracts.1.amount: “2O亿元”"),
        ("contracts.amount", "=J7*2", "contracts.amount: the formula =J7*2 holds no value"),
    ],
)
def test_a_fault_in_a_list_names_sheet_and_cell(code, value, said, tmp_path):
    def wrong(made):
        made[SHEET][under(made[SHEET], code, 1)].value = value

    where = under(book(BRIEF + CONTRACTS)[SHEET], code, 1)
    (line,) = refused(tmp_path, wrong, facts=BRIEF + CONTRACTS)
    assert line.startswith(f"form.xlsx!{SHEET}!{where}: {said}")


def test_what_an_item_lacks_is_asked_for_at_its_cell(tmp_path):
    shares, sheet = (
        "investment: {shares: [{name: 佛山, amount: 2亿元}, {name: 苏州, amount: 1亿元}]}\n",
        "分项 Shares",
    )

    def cleared(made):
        for lang in ("zh", "en"):
            made[sheet][under(made[sheet], f"investment.shares.name:{lang}", 1)].value = None

    where = under(book(BRIEF + shares)[sheet], "investment.shares.name:zh", 1)
    (line,) = refused(tmp_path, cleared, facts=BRIEF + shares)
    assert line.startswith(f"form.xlsx!{sheet}!{where}: investment.shares.1.name: Name is missing")


def test_hidden_cells_that_are_filled_in_are_refused(tmp_path):
    def filtered(made):
        made[SHEET].row_dimensions[
            int(re.sub(r"\D", "", under(made[SHEET], "contracts.amount", 1)))
        ].hidden = True

    lines = refused(tmp_path, filtered, facts=BRIEF + CONTRACTS)
    assert lines
    assert all("is filled in but hidden (or filtered out)" in line for line in lines)


def test_a_hidden_sheet_that_is_filled_in_is_refused(tmp_path):
    def filled(made):
        made[SHEET].sheet_state = "hidden"

    def empty(made):
        made["单位简介 Boilerplate"].sheet_state = "hidden"

    assert "stands on a hidden sheet" in refused(tmp_path, filled, facts=BRIEF + CONTRACTS)[0]
    assert loaded(tmp_path, empty).slug == "brief"


def test_cells_merged_over_several_rows_or_fields_are_refused(tmp_path):
    def merged(made):
        first, last = (under(made[SHEET], "contracts.investor:zh", item) for item in (0, 1))
        made[SHEET].merge_cells(f"{first}:{last}")

    (line,) = refused(tmp_path, merged, facts=BRIEF + CONTRACTS)
    assert "contracts.investor: is merged with cells of other fields or rows" in line


def test_cells_of_both_languages_merged_are_one_value(tmp_path):
    def merged(made):
        made[FACTS].merge_cells(f"{cell(made[FACTS], 'venue')}:{cell(made[FACTS], 'venue', 5)}")

    assert loaded(tmp_path, put("venue", "金鸡湖"), merged).facts["venue"].value == Name(text="金鸡湖")


def test_a_field_filled_in_twice_is_refused(tmp_path):
    def twice(made):
        made[FACTS].merged_cells.ranges.clear()
        made[FACTS].append([None, None, None, "苏州", None, "city"])

    (line,) = refused(tmp_path, twice)
    assert f"city: is filled in at {FACTS}!{cell(facts_sheet(), 'city')} already" in line


def test_a_code_that_is_no_field_is_refused_where_it_stands(tmp_path):
    def misspelt(made):
        made[FACTS][cell(made[FACTS], "investment.total", 6)].value = "investment.totl"

    (line,) = refused(tmp_path, put("investment.total", "2亿元"), misspelt)
    assert ": investment.totl: there is no such field; did you mean total?" in line
    assert re.match(rf"form\.xlsx!{FACTS}!F\d+: ", line)


def test_a_sheet_without_codes_is_named(tmp_path):
    def extra(made):
        made.create_sheet("测算")["A1"] = "2405.72亿元"

    (found,) = faults(loaded(tmp_path, extra))
    assert (found.rule.id, found.span.cell) == ("event/sheet-left-out", "测算")


def test_two_sheets_of_facts_are_refused_unless_one_is_empty(tmp_path):
    def copied(made):
        made.copy_worksheet(made[FACTS]).title = "第二场"

    def emptied(made):
        for row in range(5, made["第二场"].max_row + 1):
            if made["第二场"].cell(row, 6).value:
                made["第二场"].cell(row, 4).value = made["第二场"].cell(row, 5).value = None

    (line,) = refused(tmp_path, copied)
    assert f"the sheets {FACTS} and 第二场 are both filled with facts" in line
    assert loaded(tmp_path, copied, emptied).slug == "brief"


def test_a_workbook_of_ones_own_will_do(tmp_path):
    made = openpyxl.Workbook()
    for row in ([], [], [None, "field", "zh", "en", "value"], [None, "release", None, None, "investment-promotion"],
                [None, "published", None, None, datetime(2023, 7, 18)], [None, "date", None, None, "2023-07-14"],  # noqa: DTZ001
                [None, "city", "苏州"], [None, "promoter", None, "Foshan"], [None, "headline", "佛山招商", "Foshan calls"],
                [None, "event", "推介会", "a conference"], [None, "investment.total", None, None, "two"]):  # fmt: skip
        made.active.append(row)
    made.save(tmp_path / "own.xlsx")
    with pytest.raises(PressgenError, match=r"own\.xlsx!E11: investment\.total: “two”"):
        events.load(tmp_path / "own.xlsx", TYPES)
    made.active["E11"] = "2亿元"
    made.save(tmp_path / "own.xlsx")
    assert events.load(tmp_path / "own.xlsx", TYPES).slug == "own"


@pytest.mark.slow
def test_the_slug_is_the_name_of_the_file_or_asked_for_at_its_cell(tmp_path):
    path = saved(book(BRIEF.replace("slug: brief\n", "")), tmp_path)
    assert events.load(path, TYPES).slug == "form"
    named = path.rename(tmp_path / "招商.xlsx")
    with pytest.raises(PressgenError, match=r"招商\.xlsx!事实 Facts!D8: slug: “招商” cannot name a file"):
        events.load(named, TYPES)


@pytest.mark.slow
def test_photos_lie_beside_the_form(tmp_path):
    facts = BRIEF + "story: [rest, {photo: {file: hall.jpg, zh: 现场, en: At the hall}}]\n"
    (line,) = refused(tmp_path, facts=facts)
    assert "story.1.photo.file: there is no picture hall.jpg; put it beside this file" in line
    (tmp_path / "hall.jpg").write_bytes(b"x")
    assert loaded(tmp_path, facts=facts).facts["story.1.photo.file"].value == tmp_path / "hall.jpg"


def test_an_example_beside_an_empty_cell_is_never_read(tmp_path):
    assert "theme" not in loaded(tmp_path).facts


def test_all_faults_come_at_once_those_of_the_facts_first(tmp_path):
    def wrong(made):
        made[SHEET][under(made[SHEET], "contracts.amount")].value = "x"

    lines = refused(tmp_path, put("date", "x"), put("city", None), put("investment.total", "=1+1"), wrong,
                    facts=BRIEF + CONTRACTS)  # fmt: skip
    assert [line.split(": ")[1] for line in lines] == [
        "date",
        "city",
        "investment.total",
        "contracts.0.amount",
    ]


def test_of_a_formula_the_value_excel_worked_out_counts(tmp_path):
    path = saved(book(), tmp_path, put("investment.total", "=2000*1.2"))
    name = "xl/worksheets/sheet1.xml"
    with zipfile.ZipFile(BytesIO(path.read_bytes())) as old, zipfile.ZipFile(path, "w") as new:
        for each in old.namelist():
            content = old.read(each)
            new.writestr(each, re.sub(rb"(<f>2000\*1.2</f>)<v ?/>|(<f>2000\*1.2</f>)<v></v>", rb"<f>2000*1.2</f><v>2400</v>", content)
                         if each == name else content)  # fmt: skip
    assert events.load(path, TYPES).facts["investment.total"].text == "2400"


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("form.xlsx", b"<html><table><tr><td>release</td></tr></table></html>", "this is really a web page (HTML), not .xlsx"),
        ("form.xlsx", b"release,visit\n", "this is really plain text, not .xlsx"),
        ("form.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"), "this is really an old .xls file"),
        ("form.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
        ("form.xlsx", b"", "the file is empty"),
        ("form.xlsx", b"PK\x03\x04broken", "truncated or damaged"),
    ],
)  # fmt: skip
def test_what_is_no_workbook_is_one_line_that_says_what_it_is(name, data, said, tmp_path):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(PressgenError) as caught:
        events.load(tmp_path / name, TYPES)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_workbook_without_facts_says_how_to_get_a_form(tmp_path):
    made = openpyxl.Workbook()
    made.active["XFD1048576"] = "x"
    made.save(tmp_path / "form.xlsx")
    with pytest.raises(
        PressgenError, match=r"no sheet of facts.*pressgen new TYPE --xlsx; sheets looked at: Sheet"
    ):
        events.load(tmp_path / "form.xlsx", TYPES)


def test_a_form_with_macros_is_read_and_they_are_not(tmp_path):
    saved(book(), tmp_path).rename(tmp_path / "form.xlsm")
    assert events.load(tmp_path / "form.xlsm", TYPES).slug == "brief"


def test_a_far_cell_and_a_wide_sheet_cost_nothing(tmp_path):
    def far(made):
        made[FACTS]["XFD1048576"] = "x"

    assert loaded(tmp_path, far).slug == "brief"


@pytest.mark.slow
def test_a_missing_credit_and_a_house_there_is_not_are_faults_at_their_cells(tmp_path, newsroom, house):
    event = loaded(tmp_path, facts=BRIEF.replace("reporter: Eleanor, ", ""))
    with pytest.raises(
        PressgenError, match=rf"!{cell(facts_sheet(), 'credits.reporter')}: Base style prints"
    ):
        api.draft(event, house())
    path = saved(book(BRIEF + "house: nosuch\n"), tmp_path)
    with pytest.raises(PressgenError, match=rf"!{cell(facts_sheet(), 'house')}: there is no house nosuch"):
        api.load(path, newsroom)
