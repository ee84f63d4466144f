import zipfile
from datetime import date
from io import BytesIO

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressgen.errors import GlossaryError, PressgenError
from pressgen.glossary import files, xlsx
from pressgen.glossary.entry import Entry, Glossary, Term
from pressgen.text import no_name
from tests.test_tbx_writing import ENTRIES

WIDE = [["中文", "英文"], ["佛山", "Foshan"], ["顺德", "Shunde"]]
LONG = [
    ["id", "lang", "term", "status"],
    ["zone", "zh", "高新区", ""],
    ["zone", "en", "Hi-tech Zone", "首选"],
]


def workbook(*sheets, **more) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for number, rows in enumerate(sheets, 1):
        sheet = book.create_sheet(f"表{number}")
        for row in rows:
            sheet.append(row)
        sheet.sheet_state = more.get("state", "visible") if number == len(sheets) else "visible"
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def names(data: bytes) -> dict[str, str]:
    return {entry.name("zh"): entry.name("en") for entry in xlsx.parse(data, "glossary.xlsx")}


def refusal(data: bytes) -> str:
    with pytest.raises(PressgenError) as caught:
        xlsx.parse(data, "glossary.xlsx")
    assert caught.value.say("zh") != caught.value.say("en")
    return str(caught.value)


def changed(data: bytes, part: str, content: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, content if name == part else old.read(name))
    return out.getvalue()


BOOK = workbook(WIDE)


@pytest.mark.parametrize("value", ["#REF!", "#N/A", True, False, 0.5, "TRUE", "#DIV/0!"])
def test_what_excel_holds_where_nobody_wrote_a_name_is_refused_at_its_cell(value):
    said = refusal(workbook([*WIDE, ["晴湾", value]]))

    assert said.startswith("glossary.xlsx!B4: ")
    assert "is no name" in said or "holds the error" in said


def test_a_number_for_a_year_or_a_hotline_is_a_name():
    assert names(workbook([*WIDE, ["三一五晚会", 315]]))["三一五晚会"] == "315"


def test_a_row_without_its_chinese_is_refused_at_its_cell():
    assert "glossary.xlsx!A4: zh is empty" in refusal(workbook([*WIDE, [None, "Sunlit Bay"]]))


def test_one_row_a_concept_and_one_row_a_term_are_read():
    assert names(workbook(WIDE)) == {"佛山": "Foshan", "顺德": "Shunde"}
    assert names(workbook(LONG)) == {"高新区": "Hi-tech Zone"}


def test_the_table_may_stand_lower_and_further_right():
    rows = [["佛山市术语表"], [], ["2023年7月整理"], *([None, None, *row] for row in WIDE)]
    assert names(workbook(rows)) == {"佛山": "Foshan", "顺德": "Shunde"}


def test_every_sheet_with_a_table_is_read_and_the_others_are_named():
    glossary = xlsx.parse(workbook([["说明"]], WIDE, [["zh", "en"], ["佛山", "Fatshan"]]), "glossary.xlsx")
    assert [entry.id for entry in glossary] == ["佛山", "顺德", "佛山#2"]
    assert [found.message("zh")[:7] for found in glossary.repairs] == ["工作表“表1”"]


def test_a_hidden_sheet_is_not_read():
    assert names(workbook(WIDE, [["zh", "en"], ["旧名", "old"]], state="hidden")) == {
        "佛山": "Foshan",
        "顺德": "Shunde",
    }


def test_numbers_and_days_read_as_they_are_seen():
    rows = [["id", "lang", "term", "since"], [5, "zh", "佛山", date(2003, 1, 8)], ["x", "en", 5.5, None]]
    first, second = xlsx.parse(workbook(rows), "glossary.xlsx")
    assert (first.id, first.terms[0].since, second.terms[0].text) == ("5", "2003-01-08", "5.5")


def test_a_note_beside_the_table_is_left_alone_and_named():
    repairs = xlsx.parse(workbook([*WIDE, ["禅城", "Chancheng", "", "待核"]]), "glossary.xlsx").repairs
    assert [(found.span.text, found.fields["column"]) for found in repairs] == [("待核", "D")]


def test_invisible_characters_are_taken_out_and_reported():
    glossary = xlsx.parse(workbook([*WIDE, ["禅\u200b城", "Chancheng"]]), "glossary.xlsx")
    assert glossary.named("禅城").name("en") == "Chancheng"
    assert glossary.repairs[0].rule.id == "terminology/invisible-character"


@pytest.mark.parametrize(
    ("rows", "cell", "words"),
    [
        ([*LONG, ["zone", "fr", "zone"]], "B4", "zh, en"),
        ([*LONG, ["", "en", "zone"]], "A4", "id is empty"),
        ([["表"], [], *LONG, ["zone", "en", "x", "good"]], "D6", "preferred"),
        ([*WIDE, ["高明", "=UPPER(A2)"]], "B4", "formula"),
        ([*WIDE, ["佛山\n禅城", "Foshan"]], "A4", "line break"),
        ([*WIDE, ["高\ue000明", "Gaoming"]], "A4", "U+E000"),
        ([["zh", "en"], ["Foshan", "佛山"]], "B2", "swap"),
        ([["id", "lang", "term", "stauts"], ["x", "zh", "佛山", ""]], "D1", "status"),
    ],
)
def test_a_fault_names_its_cell_and_what_to_do(rows, cell, words):
    said = refusal(workbook(rows))
    assert f"glossary.xlsx!{cell}: " in said
    assert words in said


def test_of_several_sheets_a_fault_names_the_sheet_as_well():
    assert "glossary.xlsx!表2!B2: " in refusal(workbook(WIDE, [["zh", "en"], ["高明", "高明"]]))


def test_all_faults_are_told_at_once():
    assert refusal(workbook([*LONG, ["x", "fr", "a"], ["x", "de", "b"]])).count("\n") == 1


def test_formulas_count_with_the_value_excel_worked_out():
    data = workbook([["zh", "en"], ["佛山", "=UPPER(A1)"]])
    sheet = zipfile.ZipFile(BytesIO(data)).read("xl/worksheets/sheet1.xml")
    cached = (
        sheet.replace(b'<c r="B2"', b'<c r="B2" t="str"')
        .replace(b"<v />", b"<v>Foshan</v>")
        .replace(b"<v></v>", b"<v>Foshan</v>")
    )
    assert names(changed(data, "xl/worksheets/sheet1.xml", cached)) == {"佛山": "Foshan"}


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"<html><table><tr><td>zh</td></tr></table></html>", "HTML"),
        ("zh,en\n佛山,Foshan\n".encode(), "plain text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"), "old .xls"),
        (b"PK\x03\x04broken", "damaged"),
        (workbook([["佛山", "Foshan"]]), "no header"),
        (workbook([]), "no header"),
    ],
)
def test_what_is_no_glossary_workbook_is_one_clear_line(data, words):
    said = refusal(data)
    assert words in said
    assert said.count("\n") == 0


@pytest.mark.slow
def test_a_bomb_is_not_unpacked():
    bomb = changed(workbook(WIDE), "xl/worksheets/sheet1.xml", b"<a>" + b" " * 60_000_000)
    assert "over the limit" in refusal(bomb)


def test_a_sheet_that_is_no_sheet_is_refused():
    assert "damaged" in refusal(
        changed(workbook(WIDE), "xl/worksheets/sheet1.xml", b"<worksheet><sheetData><row")
    )


def test_a_table_that_claims_a_million_rows_is_refused_in_a_moment():
    far = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c t="inlineStr"><is><t>zh</t></is></c><c t="inlineStr"><is><t>en</t></is></c></row><row r="1048576"><c t="inlineStr"><is><t>a</t></is></c></row></sheetData></worksheet>'
    assert "more than 200000 rows" in refusal(changed(workbook(WIDE), "xl/worksheets/sheet1.xml", far))


def test_text_that_looks_like_a_formula_is_written_as_text(tmp_path):
    path = tmp_path / "out.xlsx"
    xlsx.write(Glossary([Entry("x", (Term("=1+1", "zh", note="@home"),))]), path)
    cells = [cell for row in openpyxl.load_workbook(path).active.iter_rows(min_row=2) for cell in row]
    assert {cell.data_type for cell in cells if cell.value} == {"s"}
    assert [cell.quotePrefix for cell in cells if cell.value in ("=1+1", "@home")] == [True, True]


def test_the_header_stays_in_sight_and_columns_are_wide_enough(tmp_path):
    path = tmp_path / "out.xlsx"
    xlsx.write(Glossary([Entry("zone", (Term("佛山国家高新技术产业开发区", "zh"),))]), path)
    sheet = openpyxl.load_workbook(path).active
    assert (sheet.freeze_panes, sheet["A1"].font.bold) == ("A2", True)
    assert sheet.column_dimensions["C"].width == 28


def test_a_control_character_is_a_plain_error(tmp_path):
    with pytest.raises(GlossaryError, match="control character"):
        xlsx.write(Glossary([Entry("x", (Term("Fo\x0bshan", "en"),))]), tmp_path / "out.xlsx")
    assert list(tmp_path.iterdir()) == []


@settings(max_examples=25)
@given(st.lists(ENTRIES, min_size=1, max_size=3, unique_by=lambda one: one.id.strip()))
def test_what_is_written_reads_back_the_same(entries):
    kept = [
        entry
        for entry in entries
        if entry.id.strip() == entry.id and not any(no_name(term.text) for term in entry.terms)
    ]
    assert xlsx.parse(xlsx.to_bytes(Glossary(kept)), "again.xlsx") == Glossary(kept)


def test_a_file_is_read_by_its_suffix(tmp_path):
    (tmp_path / "a.XLSX").write_bytes(workbook(WIDE))
    (tmp_path / "b.csv").write_text("zh,en\n三水,Sanshui\n", encoding="utf-8")
    whole = files.read_all([tmp_path / "a.XLSX", tmp_path])
    assert [entry.name("en") for entry in whole] == ["Foshan", "Shunde", "Sanshui"]


def test_a_workbook_that_is_not_there_is_a_plain_error(tmp_path):
    with pytest.raises(PressgenError, match="no such file"):
        files.read(tmp_path / "none.xlsx")


@settings(max_examples=60)
@given(st.integers(0, 4000), st.binary(max_size=30))
def test_whatever_bytes_are_changed_a_workbook_is_read_or_refused(at, junk):
    try:
        said = str(xlsx.parse(BOOK[:at] + junk + BOOK[at + len(junk) :], "glossary.xlsx").entries)
    except PressgenError as error:
        said = error.say("zh") + error.say("en")
    assert said


@settings(max_examples=60)
@given(
    st.sampled_from(["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml"]),
    st.integers(0, 700),
    st.binary(max_size=9),
)
def test_whatever_is_changed_in_a_part_a_workbook_is_read_or_refused(part, at, junk):
    content = zipfile.ZipFile(BytesIO(BOOK)).read(part)
    try:
        said = str(
            xlsx.parse(changed(BOOK, part, content[:at] + junk + content[at + 5 :]), "glossary.xlsx").entries
        )
    except PressgenError as error:
        said = error.say("zh") + error.say("en")
    assert said
