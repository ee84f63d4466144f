"""One cell: its value, the number format it is shown in, and whether a formula worked it out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from pressgen.errors import FileError, Place

Held = str | Decimal | bool | datetime | None
"""What a cell holds; None is a formula whose value was never worked out."""


@dataclass(frozen=True, slots=True)
class Cell:
    """``code`` is the number format, such as ``0.00%``; ``formula`` what worked the value out, if anything.

    ``broken`` is Excel's own error, such as ``#REF!``; the value is then the same text.
    """

    value: Held
    code: str = "General"
    formula: str | None = None
    broken: bool = False

    @property
    def unknown(self) -> bool:
        """Whether this is a formula without a value: never worked out, or an error of Excel's."""
        return self.value is None or self.broken


def typed(cell: Cell) -> str:
    """A cell's value as a person would have typed it, whatever its number format; days without their time.

    >>> typed(Cell(Decimal("0.2136"), "0.00%")), typed(Cell(" 佛山 "))
    ('0.2136', '佛山')
    """
    value = cell.value
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, Decimal):
        return plain(value)
    return (value or "").strip()


def plain(number: Decimal) -> str:
    """A number without exponent and without noughts behind it.

    >>> plain(Decimal("2.4E+3")), plain(Decimal("5.50"))
    ('2400', '5.5')
    """
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def no_value(cell: Cell, at: Place) -> FileError:
    """The error for a formula whose value was never worked out, or that came out as an error of Excel's."""
    if cell.broken:
        return FileError(
            "这一格是错误值{error}；请改好公式，或直接写上内容",
            "the cell holds the error {error}; mend the formula, or write what belongs here",
            at,
            error=cell.value,
        )
    return FileError(
        "公式{formula}没有算出的值；请用Excel打开、重算并保存，或直接写上内容",
        "the formula {formula} holds no value; open and save the file in Excel, or write what belongs here",
        at,
        formula=(cell.formula or "")[:40],
    )
