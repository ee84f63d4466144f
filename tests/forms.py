"""Forms for tests: filled with a type's example or by hand, changed as people change them, read back."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from pressgen import api, events, source
from pressgen.errors import PressgenError
from pressgen.events import Event, Types
from pressgen.events.xlsx.layout import FACTS
from pressgen.events.xlsx.write import write
from tests.conftest import BRIEF

RELEASES = Path(__file__).parent.parent / "templates" / "releases"
TYPES = api.types(api.open_newsroom(RELEASES))
Change = Callable[[openpyxl.Workbook], None]


def book(facts: str = BRIEF, types: Types = TYPES) -> openpyxl.Workbook:
    """The form of the facts' type, filled with them."""
    made = _written(facts) if types is TYPES else _form(facts, types)
    return openpyxl.load_workbook(BytesIO(made))


@cache
def _written(facts: str) -> bytes:
    return _form(facts, TYPES)


def _form(facts: str, types: Types) -> bytes:
    node = source.parse(facts, "facts.yaml")
    assert isinstance(node.value, dict)
    return write(
        types[str(node.value["release"].value)], facts=node, kinds=()
    )  # no empty sheets: they take time


def cell(sheet: Worksheet, code: str, column: int = 4) -> str:
    """The reference of the cell to fill beside a code on the sheet of facts."""
    row = next(row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 6).value == code)
    return sheet.cell(row, column).coordinate


def under(sheet: Worksheet, code: str, item: int = 0) -> str:
    """The reference of an item's cell under a code of a list's sheet."""
    found = next(each for row in sheet.iter_rows(max_row=10) for each in row if each.value == code)
    return str(sheet.cell(found.row + 1 + item, found.column).coordinate)


def put(code: str, value: object, number_format: str = "General", column: int = 4) -> Change:
    """Type a value into the sheet of facts, or paste it with its number format."""

    def change(made: openpyxl.Workbook) -> None:
        target = made[FACTS][cell(made[FACTS], code, column)]
        target.value, target.number_format = value, number_format

    return change


def saved(made: openpyxl.Workbook, folder: Path, *changes: Change) -> Path:
    """The workbook as a file, changed."""
    for change in changes:
        change(made)
    path = folder / "form.xlsx"
    made.save(path)
    return path


def loaded(folder: Path, *changes: Change, facts: str = BRIEF, types: Types = TYPES) -> Event:
    """The event of a form of these facts, changed."""
    return events.load(saved(book(facts, types), folder, *changes), types)


def refused(folder: Path, *changes: Change, facts: str = BRIEF, types: Types = TYPES) -> list[str]:
    """What is wrong with such a form, without the folder."""
    path = saved(book(facts, types), folder, *changes)
    with pytest.raises(PressgenError) as caught:
        events.load(path, types)
    assert caught.value.say("zh") != caught.value.say("en")
    return str(caught.value).replace(f"{folder}/", "").replace(f"{folder}\\", "").splitlines()
