"""Workbooks: a cell is read as it is seen, or refused at its place; nothing is worked out or followed."""

from __future__ import annotations

import zipfile
from datetime import datetime
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from pressgen import workbook
from pressgen.errors import FileError, Place, PressgenError
from pressgen.workbook import Cell, Sheet, as_bytes, displayed, open_book, text_cell, typed
from pressgen.workbook.read import Area

AT = Place("form.xlsx", 7, 3, "C7")
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def book(**cells: object) -> openpyxl.Workbook:
    made = openpyxl.Workbook()
    for reference, value in cells.items():
        made.active[reference] = value
    return made


def first(made: openpyxl.Workbook) -> Sheet:
    return open_book(as_bytes(made), "form.xlsx")[0]


def with_sheet(xml: str) -> bytes:
    """A workbook whose only sheet is this XML."""
    old, out = zipfile.ZipFile(BytesIO(as_bytes(book(A1="x")))), BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{xml}</sheetData></worksheet>'
            new.writestr(name, sheet if name.endswith("sheet1.xml") else old.read(name))
    return out.getvalue()


def shown(value: object, code: str, formula: str | None = None) -> str:
    held = Decimal(str(value)) if isinstance(value, int | float) else value
    return displayed(Cell(held, code, formula), AT)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "code", "said"),
    [
        (267, "General", "267"),
        (2405.72, "General", "2405.72"),
        (2405.72, "@", "2405.72"),
        (0.2136, "0.00%", "21.36%"),
        (-0.032, "0.0%", "-3.2%"),
        (0.2136, '"+"0.00%;"-"0.00%', "+21.36%"),
        (-0.032, "+0.0%;-0.0%", "-3.2%"),
        (-12.5, "0.0;[Red](0.0)", "-12.5"),
        (-12.5, "0.0;[Red]0.0", "-12.5"),
        (0, '0;-0;"持平"', None),
        (2405.72, '0.00"亿元"', "2405.72亿元"),
        (2405.72, "0.00亿元", "2405.72亿元"),
        (240572, '#,##0"万元"', "240572万元"),
        (1000000, '#,##0.0,"千元"', "1000.0千元"),
        (267, 'General"个"', "267个"),
        (5, '"第"0"届"', "第5届"),
        (7, "000", "007"),
        (5, "0.##", "5"),
        (2405.72, "[$¥-804]#,##0.00", "¥2405.72"),
        (2405.72, "_ * #,##0.00_ ", "2405.72"),
        (240572000000, "0.00E+00", "240572000000"),
    ],
)
def test_a_number_is_read_as_it_is_seen(value, code, said):
    if said is None:
        with pytest.raises(FileError, match="cannot be read"):
            shown(value, code)
    else:
        assert shown(value, code) == said


@pytest.mark.parametrize(
    ("value", "code", "shows"),
    [
        (2405.72, '0"亿元"', "shows 2406亿元 but holds 2405.72"),
        (0.213587, "0.00%", "shows 21.36% but holds 0.213587"),
        (12345, '0.0,"千"', "shows 12.3千 but holds 12345"),
    ],
)
def test_a_typed_number_that_shows_less_than_it_holds_is_refused(value, code, shows):
    with pytest.raises(FileError) as caught:
        shown(value, code)
    assert str(caught.value).startswith(f"form.xlsx!C7: the cell {shows}")


def test_a_number_a_formula_worked_out_counts_as_it_is_seen():
    assert shown(0.213587234, "0.00%", "=B2/B3-1") == "21.36%"


@pytest.mark.parametrize(
    "code", ['0!.0,"万"', "# ?/?", "[DBNum1]0", "[>=100]0;0.0", ";;;", "[unknown]", '"合计"']
)
def test_a_format_that_plays_tricks_is_refused(code):
    with pytest.raises(FileError, match=r"^form\.xlsx!C7: the number format .*write as text"):
        shown(12345, code)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("yyyy-mm-dd", "2023-07-14"),
        ('yyyy"年"m"月"d"日"', "2023-07-14"),
        ("[$-804]yyyy/m/d;@", "2023-07-14"),
        ('yyyy"年"m"月"', "2023-07"),
        ("mmm-yy", "2023-07"),
        ("yyyy", "2023"),
        ("yyyy-mm-dd hh:mm", "2023-07-14 16:17"),
        ("h:mm", "16:17"),
    ],
)
def test_a_day_is_read_as_far_as_it_is_shown(code, said):
    assert displayed(Cell(datetime(2023, 7, 14, 16, 17), code), AT) == said  # noqa: DTZ001  # Excel knows no zones


def test_a_day_without_its_year_may_be_of_any_year():
    with pytest.raises(FileError, match="shows only a part of the date but holds 2023-07-14"):
        displayed(Cell(datetime(2023, 7, 14), 'm"月"d"日"'), AT)  # noqa: DTZ001


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        (Cell(None, formula="=2000*1.2"), "the formula =2000*1.2 holds no value; open and save"),
        (Cell("#REF!", broken=True), "the error #REF!"),
        (Cell(True), "the truth value TRUE"),
    ],
)
def test_what_no_one_can_read_is_refused_at_its_cell(cell, said):
    with pytest.raises(FileError) as caught:
        displayed(cell, AT)
    assert said in str(caught.value)
    assert str(caught.value).startswith("form.xlsx!C7: ")


def test_days_of_both_epochs_are_the_same_days():
    made = book(A1=datetime(2023, 7, 14, 16, 17), A2=datetime(1900, 1, 5))  # noqa: DTZ001
    late = book(A1=datetime(2023, 7, 14, 16, 17))  # noqa: DTZ001
    late.epoch = CALENDAR_MAC_1904
    assert [typed(first(made).rows[row][0]) for row in (1, 2)] == ["2023-07-14", "1900-01-05"]
    assert first(late).rows[1][0].value == datetime(2023, 7, 14, 16, 17)  # noqa: DTZ001


def test_rich_text_is_text_and_blanks_around_it_go():
    rich = CellRichText("2405.72", TextBlock(InlineFont(b=True), "亿元\n"), " ")
    cells = first(book(A1=rich, A2="\u3000 苏州\xa0")).rows
    assert [displayed(cells[row][0], AT) for row in (1, 2)] == ["2405.72亿元", "苏州"]


def test_the_readings_above_characters_are_not_part_of_the_text():
    xml = '<row r="1"><c r="A1" t="inlineStr"><is><t>佛山</t><rPh sb="0" eb="1"><t>fo shan</t></rPh></is></c></row>'
    assert open_book(with_sheet(xml), "a.xlsx")[0].rows[1][0].value == "佛山"


def test_merged_and_hidden_cells_are_known():
    made = book(B2="x", B9="y")
    made.active.merge_cells("B2:C3")
    made.active.row_dimensions[9].hidden = True
    made.active.column_dimensions["D"].hidden = True
    grid = first(made).grid
    assert grid.merged == [Area(2, 1, 3, 2)]
    assert [grid.hides(9, 1), grid.hides(2, 3), grid.hides(2, 1)] == [True, True, False]


def test_a_place_names_the_sheet_where_several_are_in_sight():
    made = book(A1="x")
    made.create_sheet("照片").sheet_state = "hidden"
    assert str(first(made).place(7, 2)) == "form.xlsx!C7"
    made.create_sheet("签约项目")
    assert str(open_book(as_bytes(made), "form.xlsx")[2].place(7, 2)) == "form.xlsx!签约项目!C7"


def test_a_cell_at_the_far_end_costs_nothing():
    assert list(first(book(A1="x", XFD1048576="y")).rows) == [1, 1048576]


def test_a_sheet_of_more_cells_than_anyone_fills_is_refused():
    row = "<row>" + "<c><v>1</v></c>" * 3000 + "</row>"
    with pytest.raises(FileError, match="more than 2000 filled cells"):
        open_book(with_sheet(row), "a.xlsx", most=2000)[0].rows  # noqa: B018  # read when looked at


def test_an_external_entity_is_refused():
    old, out = zipfile.ZipFile(BytesIO(as_bytes(book(A1="x")))), BytesIO()
    with zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            evil = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'
            new.writestr(name, evil if name.endswith("sheet1.xml") else old.read(name))
    with pytest.raises(FileError, match="document type declaration"):
        open_book(out.getvalue(), "a.xlsx")


@pytest.mark.parametrize(
    "text", ["=1+1", "+21.36%", "-3.2%", "@SUM(A1)", "2023-07-14", "1—6月", "2405.72亿元"]
)
def test_what_is_written_as_text_is_read_as_text(text):
    made = openpyxl.Workbook()
    text_cell(made.active["A1"], text)
    cell = first(made).rows[1][0]
    assert (cell.value, cell.formula, cell.code) == (text, None, "@")


BOOK = as_bytes(book(A1="佛山", B2=267, C3=datetime(2023, 7, 14), D4="=A1"))  # noqa: DTZ001


@given(st.sampled_from(["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml", "xl/_rels/workbook.xml.rels"]),
       st.integers(0, 900), st.binary(max_size=9))  # fmt: skip
def test_whatever_is_changed_in_a_part_it_is_read_or_refused(part, at, junk):
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(BOOK)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, content[:at] + junk + content[at + 5 :] if name == part else content)
    try:
        rows = [sheet.grid.rows for sheet in open_book(out.getvalue(), "form.xlsx")]
        said = (
            f"form.xlsx {[typed(cell) for sheet in rows for row in sheet.values() for cell in row.values()]}"
        )
    except PressgenError as error:
        said = error.say("zh") + error.say("en")
    assert "form.xlsx" in said


def test_a_binary_workbook_is_called_one():
    out = BytesIO()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    with zipfile.ZipFile(out, "w") as new:
        new.writestr(
            "_rels/.rels",
            f'<Relationships><Relationship Id="a" Type="{kind}" Target="xl/workbook.bin"/></Relationships>',
        )
        new.writestr("xl/workbook.bin", b"\x83\x01")
    with pytest.raises(FileError, match=r"binary workbook \(\.xlsb\)"):
        workbook.open_book(out.getvalue(), "a.xlsb")
