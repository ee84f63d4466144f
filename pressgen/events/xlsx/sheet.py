"""One sheet of a form as its reader sees it: filled cells, and whether each may be believed."""

from __future__ import annotations

import re
from decimal import Decimal

from pressgen.errors import EventError, Place, PressgenError
from pressgen.events.fields import Field
from pressgen.events.refusal import refuse, reworded
from pressgen.events.xlsx.texts import Written
from pressgen.workbook import Cell, Sheet, displayed, typed

HEADER_WITHIN = 60
"""Rows in which the header of a sheet is looked for."""
_DAYS = frozenset({"date", "datetime", "period"})
_SERIALS = range(20_000, 80_000)
"""Numbers that are a day of 1954 to 2119 where a format shows them as one."""


class Page:
    """A sheet with the faults found on it; ``label`` names the field of a cell in messages."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.faults: list[PressgenError] = []

    def text(self, row: int, column: int) -> str:
        """What stands in a cell, as it was typed, on one line; nothing where it is empty."""
        cell = self.sheet.rows.get(row, {}).get(column)
        return "" if cell is None else " ".join(typed(cell).split())

    def first(self, row: int, columns: list[int]) -> Place:
        """The first of some cells of a row that holds anything, else the first."""
        held = (column for column in sorted(columns) if self.text(row, column))
        return self.sheet.place(row, next(held, min(columns)))

    def written(self, row: int, column: int, path: str, field: Field | None) -> Written | None:
        """What a person wrote into a cell, or None; what cannot be believed becomes a fault."""
        cell = self.sheet.rows.get(row, {}).get(column)
        if cell is None:
            return None
        at = self.sheet.place(row, column)
        try:
            text = displayed(cell, at)
        except PressgenError as error:
            self.faults.append(reworded(path, error, at))
            return None
        if not text:
            return None
        for fault in (self.hidden(row, column, path, at), _serial(cell, field, path, at)):
            if fault:
                self.faults.append(fault)
                return None
        return Written(text, at)

    def hidden(self, row: int, column: int, path: str, at: Place) -> EventError | None:
        """The fault of a cell that is filled in but out of sight."""
        if self.sheet.hidden:
            return refuse(
                path,
                "所在工作表是隐藏的，却填了内容；请取消隐藏或删除",
                "stands on a hidden sheet; show the sheet or delete what it holds",
                at,
            )
        if not self.sheet.grid.hides(row, column):
            return None
        return refuse(
            path,
            "这一格被隐藏（或被筛选掉），却填了内容；请取消隐藏，或删除内容",
            "is filled in but hidden (or filtered out); show it, or delete it",
            at,
        )

    def refuse_merged(self, top: int, fields: dict[int, str], rows: dict[int, str] | None = None) -> None:
        """Refuse merged cells that would give one value to several fields, or to several rows.

        ``fields`` are the paths of the columns to be filled, ``rows`` those of the rows, below ``top``.
        """
        for area in self.sheet.grid.merged:
            if area.left not in fields or area.top <= top or not self.text(area.top, area.left):
                continue
            across = {path for column, path in fields.items() if area.left <= column <= area.right}
            if area.bottom > area.top or len(across) > 1:
                path = (rows or {}).get(area.top) or fields[area.left] or self.sheet.title
                self.faults.append(_merged(path, self.sheet.place(area.top, area.left)))


def _merged(path: str, at: Place) -> EventError:
    return refuse(
        path,
        "合并的单元格分不清属于哪一项；请取消合并，各填各的",
        "is merged with cells of other fields or rows; unmerge them and fill in each",
        at,
    )


def _serial(cell: Cell, field: Field | None, path: str, at: Place) -> EventError | None:
    """A bare number where a day belongs: Excel's own way to count days, without the format to show one."""
    if field is None or field.kind not in _DAYS or cell.code not in ("General", "@", ""):
        return None
    if not isinstance(cell.value, Decimal) or int(cell.value) not in _SERIALS:
        return None
    return refuse(
        path,
        "{text}像是Excel的日期序号；请把格式设为日期，或写成2023-07-14这样的文字",
        "{text} looks like a day as Excel counts; format the cell as a date, or write 2023-07-14 as text",
        at,
        text=typed(cell),
    )


def words(text: str) -> frozenset[str]:
    """The words of a header, in lower case: ``中文 Chinese`` is 中文 and chinese."""
    return frozenset(re.split(r"[\s/·|]+", text.strip().lower())) - {""}
