"""What stands behind a name and says what it names: 镇 town, 药业 pharmaceutical, 机场 airport."""

from __future__ import annotations

import re
from functools import cache

from pressgen.checks.naming.tables import rows
from pressgen.regex import compiled


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
