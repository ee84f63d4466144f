"""Quotes that are never closed, or never opened, in their paragraph; a quotation may run on."""

from __future__ import annotations

from collections.abc import Iterator

from pressgen.checks.typography.habit import Edit, Habit, rule
from pressgen.errors import Wording
from pressgen.regex import regex

_QUOTE = regex("[“”]")


def _odd(text: str) -> Iterator[Edit]:
    """The first quote without its other half; straight ones and inches (5”) leave open what is meant."""
    if '"' in text:
        return
    opened: list[int] = []
    for match in _QUOTE.finditer(text):
        at = match.start()
        if text[at] == "“":
            opened.append(at)
        elif opened:
            opened.pop()
        elif not text[at - 1 : at].isdecimal():
            yield Edit(at, at + 1, None)
            return
    if opened:
        yield Edit(opened[0], opened[0] + 1, None)


def runs_on(quote: str, following: str) -> bool:
    """Whether a quote is left open because the quotation goes on in the next paragraph.

    >>> runs_on("“", "“明年还要扩产。”他说。"), runs_on("“", "他说，明年还要扩产。")
    (True, False)
    """
    return quote == "“" and following.lstrip().startswith("“")


UNPAIRED = Habit(
    rule(
        "unpaired-quote",
        "note",
        "引号“{text}”在本段中没有配对",
        "the quotation mark {text} is never closed or opened in its paragraph",
        Wording(
            "引号成对使用；引文分段时，下一段段首再用前引号",
            "quotes come in pairs; a quotation that runs on opens the next paragraph with a quote again",
        ),
    ),
    _odd,
)
