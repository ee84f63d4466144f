"""A day as a person writes it: on a command line, in a row of a table."""

from __future__ import annotations

from datetime import date

from pressgen.errors import FigureError, Place, UsageError
from pressgen.figures.parse import parse


def day(text: str, at: Place | None = None) -> date:
    """A day in any form an event file takes. Raises UsageError for any other."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        pass
    try:
        return date.fromisoformat(str(parse(text, kind="date").value))
    except (FigureError, ValueError):
        raise UsageError(
            "“{text}”不是日期；请写成2023-07-14这样",
            "'{text}' is no date; write it like 2023-07-14",
            at,
            text=text,
        ) from None
