"""Words a form offers to choose from, kept on a hidden sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from pressgen.events.fields import Field
from pressgen.workbook import letter, text_cell

TITLE = "选项 Choices"
MOST = 5_000


@dataclass(frozen=True, slots=True)
class Offered:
    """What a form offers to choose from: names in each language, as the glossary has them, and houses."""

    zh: Sequence[str] = ()
    en: Sequence[str] = ()
    houses: Sequence[str] = ()


class Choices:
    """The lists of one workbook; each is written once, and a cell points to it."""

    def __init__(self, book: Workbook, offered: Offered, release: tuple[str, ...]) -> None:
        self.book = book
        self.offered = offered
        self.release = release
        self.ranges: dict[tuple[str, ...], str] = {}
        self.rules: dict[tuple[str, tuple[str, ...]], DataValidation] = {}

    def last(self) -> None:
        """Put the hidden sheet behind all others."""
        if self.ranges:
            self.book.move_sheet(TITLE, len(self.book.sheetnames))

    def offer(self, sheet: Worksheet, cells: str, field: Field, path: str, lang: str = "") -> None:
        """Let cells be chosen from a list, where there is one; other names than those may be typed."""
        words, closed = self._words(field, path, lang)
        if not words:
            return
        key = (sheet.title, words)
        if key not in self.rules:
            self.rules[key] = _rule(self._range(words), closed=closed)
            sheet.add_data_validation(self.rules[key])
        self.rules[key].add(cells)

    def _words(self, field: Field, path: str, lang: str) -> tuple[tuple[str, ...], bool]:
        if path == "release":
            return self.release, True
        if path == "house":
            return tuple(self.offered.houses), True
        if field.kind == "choice":
            return tuple(label.zh or word for word, label in field.choices.items()), True
        if field.kind in ("name", "names"):
            return tuple((self.offered.en if lang == "en" else self.offered.zh)[:MOST]), False
        return (), False

    def _range(self, words: tuple[str, ...]) -> str:
        if words not in self.ranges:
            sheet = self._sheet()
            column = len(self.ranges)
            for row, word in enumerate(words, 1):
                text_cell(sheet.cell(row, column + 1), word)  # type: ignore[arg-type]  # nothing is merged here
            self.ranges[words] = f"'{TITLE}'!${letter(column)}$1:${letter(column)}${len(words)}"
        return self.ranges[words]

    def _sheet(self) -> Worksheet:
        if TITLE not in self.book.sheetnames:
            self.book.create_sheet(TITLE).sheet_state = "hidden"
        sheet: Worksheet = self.book[TITLE]
        return sheet


def _rule(area: str, *, closed: bool) -> DataValidation:
    """A drop-down list of the words of an area; ``closed``: nothing else may be typed."""
    rule = DataValidation("list", formula1=area, allow_blank=True, showErrorMessage=closed)
    rule.errorTitle = "不在可选值之内 · Not one of the choices"
    rule.error = "请从下拉列表里选。\nPlease choose from the list."
    return rule
