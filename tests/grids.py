"""Which of many cells of a grid the fast suite tries: few, so chosen that each value has its turn; the slow one tries all."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import pytest


def some(values: Iterable[Any], *, of: int = 3, first: int = 0, ids: Callable[[Any], str] = str) -> list[Any]:
    """Every value as a parameter; all but each ``of``-th, from ``first`` on, are for the slow suite.

    Tests that try the same values and begin at another one share them out among themselves.
    """
    return [
        pytest.param(value, id=ids(value), marks=_in_turn(number, of, first))
        for number, value in enumerate(values)
    ]


def rows(every: Iterable[Sequence[Any]], *, of: int = 2) -> list[Any]:
    """Every row of several parameters; all but each ``of``-th are for the slow suite."""
    return [pytest.param(*row, marks=_in_turn(number, of)) for number, row in enumerate(every)]


def _in_turn(number: int, of: int, first: int = 0) -> Any:
    """The marks of the value with a number: none for each ``of``-th."""
    return () if number % of == first % of else pytest.mark.slow


def crossed(
    rows: Sequence[Any], columns: Sequence[Any], ids: Callable[[Any], str] = str, *, of: int = 1
) -> list[Any]:
    """Every pair of a row and a column; the fast suite has each row and each column in at least one.

    With ``of``, which the shorter side is no multiple of, each ``of``-th of the longer side and all of the shorter.
    """
    least = min(len(rows), len(columns))
    return [
        pytest.param(
            row,
            column,
            id=f"{ids(row)}-{column}",
            marks=() if number % least == place % least and not max(number, place) % of else pytest.mark.slow,
        )
        for number, row in enumerate(rows)
        for place, column in enumerate(columns)
    ]
