"""What a translator filled into a hand-over sheet, or any workbook with a ``zh`` and an ``en`` column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pressgen import source
from pressgen.drafting.untranslated import Untranslated
from pressgen.errors import FileError, Place, raise_all

if TYPE_CHECKING:
    from pressgen.glossary.sheets import NameSheet

Words = tuple[str, Place]
"""A translation and the cell it stands in."""

_OTHER = {"zh": "en", "en": "zh"}


class HandedBack:
    """Translations by their language and what they translate."""

    def __init__(self, words: dict[tuple[str, str], Words]) -> None:
        self._words = words

    def of(self, item: Untranslated) -> Words | None:
        """The translation of one thing; none where its cell is as it was handed over."""
        held = self._words.get((item.lang, _plain(item.source)))
        return held if held and _plain(held[0]) != _plain(item.begun) else None


def handed_back(path: Path) -> HandedBack:
    """The translations of a workbook. Raises FileError for any other file, Faults with the cells at fault."""
    from pressgen.glossary.sheets import sheets_of  # noqa: PLC0415  # openpyxl, for those who ask

    words: dict[tuple[str, str], Words] = {}
    headed = False
    for sheet in sheets_of(source.bytes_of(path), str(path)):
        columns = _columns(sheet.rows[0][1]) if sheet.rows else {}
        if columns:
            headed = True
            raise_all(sheet.errors)
            words.update(_filled(sheet, columns))
    if not headed:
        raise FileError(
            "第一行不是待译表的表头“中文 zh”“English en”；请用--todo写出的表",
            "the first row is not “中文 zh”, “English en”, the header of a hand-over sheet; "
            "use the one that --todo wrote",
            Place(str(path)),
        )
    return HandedBack(words)


def _filled(sheet: NameSheet, columns: dict[str, int]) -> Iterator[tuple[tuple[str, str], Words]]:
    for number, cells in sheet.rows[1:]:
        said = {lang: cells[place] if place < len(cells) else "" for lang, place in columns.items()}
        if all(said.values()):
            for lang, place in columns.items():
                yield (lang, _plain(said[_OTHER[lang]])), (said[lang], sheet.place(number, place))


def _columns(cells: Sequence[str]) -> dict[str, int]:
    """Where the two languages stand, by the last word of their headers."""
    named = {cell.split()[-1].lower(): place for place, cell in reversed(list(enumerate(cells))) if cell}
    return {lang: named[lang] for lang in _OTHER} if _OTHER.keys() <= named.keys() else {}


def _plain(text: str) -> str:
    return " ".join(text.split())
