"""The heads of names by their sorts (``heads.csv``), and the words of names that tell no two apart."""

from __future__ import annotations

import re
from functools import cache

from pressgen.checks.naming.tables import rows
from pressgen.regex import compiled


@cache
def by_sort() -> dict[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    """For each sort the heads of Chinese names, and those of English ones."""
    return {
        row["sort"]: (
            compiled("|".join(sorted(row["zh"].split("|"), key=len, reverse=True))),
            compiled(rf"\b(?:{'|'.join(sorted(row['en'].split('|'), key=len, reverse=True))})\b"),
        )
        for row in rows("heads.csv")
        if row["sort"] not in ("plain", "wide")
    }


@cache
def plain() -> frozenset[str]:
    """The words of both languages that tell no two names apart."""
    return frozenset(
        word
        for row in rows("heads.csv")
        if row["sort"] == "plain"
        for word in (*row["zh"].split("|"), *row["en"].split("|"))
    )


@cache
def wide() -> dict[str, str]:
    """Words that tell two names apart only where they have no others: what they are in the other language."""
    return {
        word: row[other]
        for row in rows("heads.csv")
        if row["sort"] == "wide"
        for lang, other in (("zh", "en"), ("en", "zh"))
        for word in row[lang].split("|")
    }
