"""Names told by what they mean: 蓝鲸航空 is Blue Whale Airlines, no White Whale."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pressgen.checks.naming import rules
from pressgen.checks.naming.passage import Passage
from pressgen.checks.naming.tables import behind_english, rows
from pressgen.findings import Finding, Fix
from pressgen.regex import regex

_ENGLISH = regex(r"(?<![\w’'&-])((?:[A-Z][a-z]+ ){1,3})([A-Z][a-z]+)\b")
_MEANING = tuple[frozenset[str], frozenset[str]]


def check(passage: Passage) -> Iterator[Finding]:
    """A word of such a name that means another colour, beast, plant or side than the character there."""
    for name in _ENGLISH.finditer(passage.en):
        suffixes = behind_english().get(name[2].lower())
        if not suffixes:
            continue
        answers = list(re.finditer(f"([\u4e00-\u9fff]{{2,4}})(?:{suffixes})", passage.zh_around))
        if len({answer[0] for answer in answers}) == 1 and answers[0][0] in passage.zh:
            yield from _contradicted(passage, name, answers[0][0])


def _contradicted(passage: Passage, name: re.Match[str], zh: str) -> Iterator[Finding]:
    words = [(word.group(), name.start(1) + word.start()) for word in re.finditer("[A-Z][a-z]+", name[1])]
    for meanings in _sorts().values():
        said = [(word, at) for word, at in words if any(word.lower() in en for _, en in meanings)]
        meant = [(character, en) for character in zh for chars, en in meanings if character in chars]
        if not said or not meant or any(word.lower() in en for word, _ in said for _, en in meant):
            continue
        (word, at), (_, right) = said[0], meant[0]
        start = passage.zh.index(zh)
        name_en = min(right, key=len).capitalize()
        yield rules.OTHER.at(
            passage.en_span(at, at + len(word)),
            Fix(name_en, safe=False),
            (passage.zh_span(start, start + len(zh)),),
            text=name.group(),
            zh=zh,
            name=name_en,
        )


@cache
def _sorts() -> dict[str, list[_MEANING]]:
    """For each sort of things the characters and the English words of each."""
    found: dict[str, list[_MEANING]] = {}
    for row in rows("meanings.csv"):
        pair = (frozenset(row["zh"].split("|")), frozenset(row["en"].split("|")))
        found.setdefault(row["sort"], []).append(pair)
    return found
