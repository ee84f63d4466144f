"""Forms for tests: filled with a type's example or by hand, changed as people change them, read back."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from pressgen import api, events, source
from pressgen.errors import PressgenError
from pressgen.events import Event, Types
from pressgen.events.xlsx.choices import TITLE as CHOICES
from pressgen.events.xlsx.layout import FACTS, NUMBER
from pressgen.events.xlsx.table import CODE
from pressgen.events.xlsx.write import write
from tests.conftest import BRIEF

RELEASES = Path(__file__).parent.parent / "templates" / "releases"
TYPES = api.types(api.open_newsroom(RELEASES))
Change = Callable[[openpyxl.Workbook], None]


def book(facts: str = BRIEF, types: Types = TYPES) -> openpyxl.Workbook:
    """The form of the facts' type, filled with them; of its empty lists one has a sheet: they take most of the time."""
    made = _written(facts) if types is TYPES else pickled(_form(facts, types))
    return unpickled(made)


@cache
def _written(facts: str) -> bytes:
    return pickled(_form(facts, TYPES))


def pickled(form: bytes) -> bytes:
    """A workbook as openpyxl reads it, to be had again and again: the facts, one more sheet, those that say something."""
    made = openpyxl.load_workbook(BytesIO(form))
    lists = [sheet for sheet in made.worksheets[2:] if sheet.title != CHOICES]
    wanted = {code for sheet in lists if _said(sheet) for code in _numbers(sheet)}
    for sheet in lists:
        if not _said(sheet) and not _numbers(sheet) & wanted:
            made.remove(sheet)
    return pickle.dumps(made)


def unpickled(made: bytes) -> openpyxl.Workbook:
    """The same workbook anew; a tenth of the time that reading it takes."""
    book: openpyxl.Workbook = pickle.loads(made)  # noqa: S301  # our own
    return book


def _said(sheet: Worksheet) -> bool:
    """Whether a list's sheet has more in a row of an item than its number."""
    below = sheet.iter_rows(min_row=CODE + 1, min_col=2, values_only=True)
    return any(value is not None for row in below for value in row)


def _numbers(sheet: Worksheet) -> set[str]:
    """The codes of its columns that say which item of which list a row is or belongs to."""
    return {str(each.value) for each in sheet[CODE] if str(each.value).endswith(NUMBER)}


def _form(facts: str, types: Types) -> bytes:
    node = source.parse(facts, "facts.yaml")
    assert isinstance(node.value, dict)
    return write(
        types[str(node.value["release"].value)], facts=node, kinds=()
    )  # no empty sheets: they take time


@cache
def facts_sheet() -> Worksheet:
    """The sheet of facts of the brief's form, to be looked at and not changed."""
    return book()[FACTS]


def cell(sheet: Worksheet, code: str, column: int = 4) -> str:
    """The reference of the cell to fill beside a code on the sheet of facts."""
    row = next(row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 6).value == code)
    return sheet.cell(row, column).coordinate


def under(sheet: Worksheet, code: str, item: int = 0) -> str:
    """The reference of an item's cell under a code of a list's sheet."""
    found = next(each for row in sheet.iter_rows(max_row=10) for each in row if each.value == code)
    return str(sheet.cell(found.row + 1 + item, found.column).coordinate)


@dataclass(frozen=True)
class put:  # noqa: N801  # it is read as what is done to a form
    """Type a value into the sheet of facts, or paste it with its number format."""

    code: str
    value: object
    number_format: str = "General"
    column: int = 4

    def __call__(self, made: openpyxl.Workbook) -> None:
        target = made[FACTS][cell(made[FACTS], self.code, self.column)]
        target.value, target.number_format = self.value, self.number_format


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
