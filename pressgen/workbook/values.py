"""A cell's XML as a value: shared and rich text, numbers, days of either epoch, truths, errors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from pressgen.regex import regex
from pressgen.text import composed
from pressgen.workbook.cell import Cell, Held
from pressgen.workbook.codes import tells_time

if TYPE_CHECKING:
    from pressgen.archive import Element

_ESCAPED = regex(r"_x([0-9A-Fa-f]{4})_")
_WHOLE = regex(r"-?[0-9]{1,30}")
_LAST_SERIAL = 2_958_466
"""The first day after 9999-12-31."""
_DIGITS = 15
"""As many as Excel keeps; what follows is the noise of binary fractions."""


def cell(element: Element, strings: Sequence[str], codes: Sequence[str], epoch: int) -> Cell | None:
    """The cell of a ``c`` element, None where it holds nothing. Raises ValueError, LookupError."""
    parts = {_local(part): part for part in element}
    formula, raw = parts.get("f"), _text(parts.get("v"))
    style = int(element.get("s", "0"))
    code = codes[style] if 0 <= style < len(codes) else "General"
    by = None if formula is None else f"={formula.text or '…'}"
    kind = element.get("t", "n")
    if kind == "inlineStr":
        inline = parts.get("is")
        return _filled(Cell("" if inline is None else said(inline), code, by))
    if raw is None or (raw == "" and kind not in ("str", "s")):
        return None if by is None else Cell(None, code, by)
    if kind == "s":
        return _filled(Cell(strings[int(raw)], code, by))
    return _filled(Cell(_value(kind, raw, code, epoch), code, by, kind == "e"))


def said(element: Element) -> str:
    """The text of a string, rich or not, without the readings above its characters.

    Raises ValueError for an escape that is no character.
    """
    text = "".join(_runs(element))
    return composed(_ESCAPED.sub(lambda found: chr(int(found[1], 16)), text))


def _runs(element: Element) -> Iterator[str]:
    for part in element:
        kind = _local(part)
        if kind == "t":
            yield part.text or ""
        elif kind == "r":
            yield from _runs(part)


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _text(element: Element | None) -> str | None:
    return None if element is None else element.text or ""


def _filled(cell: Cell) -> Cell | None:
    return None if cell.value == "" and cell.formula is None else cell


def _value(kind: str, raw: str, code: str, epoch: int) -> Held:
    if kind == "b":
        return raw.strip() in ("1", "true")
    if kind in ("str", "e"):
        return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), raw)
    if kind == "d":
        return datetime.fromisoformat(raw.strip()).replace(tzinfo=None)
    number = _number(raw.strip())
    if tells_time(code) and 0 <= number < _LAST_SERIAL:
        return _moment(number, epoch)
    return number


def _number(raw: str) -> Decimal:
    if _WHOLE.fullmatch(raw):
        return Decimal(raw)
    number = Decimal(f"{float(raw):.{_DIGITS}g}")
    if not number.is_finite():
        raise ValueError(raw)
    return number


def _moment(serial: Decimal, epoch: int) -> datetime:
    """A serial date to the second. Of 1900 Excel counts a 29th of February that never was."""
    if epoch == 1904:
        start = datetime(1904, 1, 1)  # noqa: DTZ001  # Excel knows no zones
    else:
        start = datetime(1899, 12, 30) if serial >= 60 else datetime(1899, 12, 31)  # noqa: DTZ001
    return start + timedelta(seconds=round(serial * 86_400))
