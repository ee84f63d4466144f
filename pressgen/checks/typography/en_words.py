"""English words set twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressgen.checks.typography.habit import Edit, Habit, rule
from pressgen.errors import Wording
from pressgen.regex import regex

_TWICE = regex(r"(?<![\w’'-])([A-Za-z]{2,}|a|I)([ \u00a0]+)(\1)(?![\w-]|[’'][A-Za-z])", re.IGNORECASE)
_MEANT = frozenset(
    {
        "had",
        "that",
        "her",
        "very",
        "bye",
        "many",
        "long",
        "so",
        "no",
        "ha",
        "blah",
        "knock",
        "far",
        "now",
        "again",
        "there",
        "do",
        "can",
        "win",
    }
)

_ARTICLES = ("The", "In", "Of", "And", "To")
"""Words whose doubled capital is a slip, not a name: The The museum."""
_VERB_WITH = regex(
    r"\b(?:log|sign|check|come|came|go|went|move|turn|hand|fill|plug|tune|dial|drop|cash|settle|opt|call|"
    r"join|give|break|bring|take|step|stay|carry|hold|get|drive|fly|send|put|pass|switch|live|carri)"
    r"(?:s|ed|ged|ped|ing|ging|ping)? $",
    re.IGNORECASE,
)
"""log in in the morning, carry on on foot: one belongs to the verb."""


def _twice(text: str) -> Iterator[Edit]:
    """A word set twice; names in capitals (Zhou Zhou) and what grammar doubles (had had) stay."""
    for match in _TWICE.finditer(text):
        first, _, second = match.groups()
        if first.lower() in _MEANT or (second[0].isupper() and first not in _ARTICLES):
            continue
        if first.lower() in ("in", "on", "over", "off") and _VERB_WITH.search(text, 0, match.start()):
            continue
        if first.isupper() != second.isupper() and len(first) > 1:
            continue
        yield Edit(match.start(), match.end(), first)


HABITS = (
    Habit(
        rule(
            "word-twice",
            "warning",
            "“{text}”重复了",
            "{text}: a word set twice",
            Wording("改稿时最常见的笔误", "what editing leaves behind most often"),
        ),
        _twice,
    ),
)
