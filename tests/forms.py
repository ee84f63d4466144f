"""Forms for tests: filled with a type's example or by hand, changed as people change them, read back."""

from __future__ import annotations

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


@cache
def _facts_alone() -> bytes:
    """The form of the brief with its sheet of facts and one other, of all those that are empty."""
    made, out = book(), BytesIO()
    for sheet in made.worksheets[2:]:
        if sheet.title != CHOICES:
            made.remove(sheet)
    made.save(out)
    return out.getvalue()


def _made(changes: tuple[Change, ...], facts: str, types: Types) -> openpyxl.Workbook:
    """The form to be changed: where nothing is done but to the sheet of facts, that alone takes half the time."""
    if facts == BRIEF and types is TYPES and all(isinstance(change, put) for change in changes):
        return openpyxl.load_workbook(BytesIO(_facts_alone()))
    return book(facts, types)


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
    return events.load(saved(_made(changes, facts, types), folder, *changes), types)


def refused(folder: Path, *changes: Change, facts: str = BRIEF, types: Types = TYPES) -> list[str]:
    """What is wrong with such a form, without the folder."""
    path = saved(_made(changes, facts, types), folder, *changes)
    with pytest.raises(PressgenError) as caught:
        events.load(path, types)
    assert caught.value.say("zh") != caught.value.say("en")
    return str(caught.value).replace(f"{folder}/", "").replace(f"{folder}\\", "").splitlines()
