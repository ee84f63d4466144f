"""Tables beside this module: a Chinese name and what it may be in English, and what stands behind a name."""

from __future__ import annotations

import re
from functools import cache

from pressgen import packaged
from pressgen.regex import compiled


def rows(name: str) -> packaged.Rows:
    """The rows of a table by its header."""
    return packaged.rows(__file__, name)


@cache
def pairs(name: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each Chinese name of a table with its English ones; a cell may hold several, parted by a bar."""
    return tuple((zh, tuple(row["en"].split("|"))) for row in rows(name) for zh in row["zh"].split("|"))


@cache
def behind_english() -> dict[str, str]:
    """For each English word the Chinese suffixes that answer it, as a pattern."""
    found: dict[str, str] = {}
    for row in rows("suffixes.csv"):
        for word in row["en"].split("|"):
            found[word] = f"{found[word]}|{row['zh']}" if word in found else row["zh"]
    return found


@cache
def behind_chinese() -> re.Pattern[str]:
    """Every Chinese suffix, the longest first."""
    every = {word for row in rows("suffixes.csv") for word in row["zh"].split("|")}
    return compiled("|".join(sorted(sorted(every), key=len, reverse=True)))
