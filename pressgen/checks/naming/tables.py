"""Tables beside this module: a Chinese name and what it may be in English, each row with its source."""

from __future__ import annotations

import csv
from functools import cache
from importlib import resources


def rows(name: str, package: str = __package__) -> list[dict[str, str]]:
    """The rows of a table by its header."""
    text = resources.files(package).joinpath(name).read_text(encoding="utf-8-sig")
    return list(csv.DictReader(text.splitlines()))


@cache
def pairs(name: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each Chinese name of a table with its English ones; a cell may hold several, parted by a bar."""
    return tuple((zh, tuple(row["en"].split("|"))) for row in rows(name) for zh in row["zh"].split("|"))
