"""Given names of Hong Kong and Macao, spelt by their Cantonese sound: 咏诗 is Wing-sze, no Wing-kei."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pressgen.checks.naming import rules
from pressgen.checks.naming.passage import Passage
from pressgen.checks.naming.sounds import Window, letters, overseas, spelt, wade, windows
from pressgen.checks.naming.tables import pairs
from pressgen.findings import Finding, Fix
from pressgen.regex import regex

_NAME = regex(r"(?<![\w’'-])([A-Z][a-z]+) ([A-Z][a-z]+)-([A-Za-z][a-z]+)\b")
_CUSTOM = regex("香港|澳门|港澳|粤港|港[区人星商]")


def check(passage: Passage) -> Iterator[Finding]:
    """One part of a hyphened given name that is how another character is spelt."""
    if "-" not in passage.en:
        return
    local = bool(_CUSTOM.search(passage.zh_around))
    for name in _NAME.finditer(passage.en):
        people = {
            window.text: window
            for window in windows(passage.zh)
            if len(window.given) == 2 and letters(name[1]) in overseas().get(window.surname, ())
        }
        if len(people) == 1:
            window = next(iter(people.values()))
            if wrong := _wrong(name, window, local=local):
                yield _told(passage, name, window, wrong)


def _wrong(name: re.Match[str], window: Window, *, local: bool) -> int:
    """Which part, 1 or 2, begins as no spelling of its character does; 0 where none, or nothing can be said.

    Where the text names no such place, the other part has to be Cantonese.
    """
    parts = [letters(name[2]), letters(name[3])]
    for number, part in enumerate(parts):
        other, mine = window.given[1 - number], spellings().get(window.given[number], ())
        known = part in _every() and bool(mine) and not _begin_alike(part, window.given[number])
        cantonese = parts[1 - number] in spellings().get(other, ())
        if known and (cantonese or (local and _begin_alike(parts[1 - number], other))):
            return number + 1 if local or parts[1 - number] not in _mandarin(other) else 0
    return 0


def _mandarin(character: str) -> set[str]:
    return {form for spelling in spelt(character) for form in (*wade(spelling), spelling)}


def _begin_alike(part: str, character: str) -> bool:
    """Whether a part begins as some spelling of a character: customs differ less there."""
    return any(
        _sound(part) == _sound(word) for word in (*_mandarin(character), *spellings().get(character, ()))
    )


def _sound(word: str) -> str:
    """The sort of the first consonant, by which spellings seldom differ."""
    first = word[:1]
    return next(
        (sort[0] for sort in ("kgq", "pb", "td", "czjt", "sxh", "wv", "yi", "ao") if first in sort), first
    )


@cache
def spellings() -> dict[str, tuple[str, ...]]:
    """For each character how Hong Kong spells it, in small letters."""
    return {zh: tuple(word.lower() for word in en) for zh, en in pairs("cantonese.csv")}


@cache
def _every() -> frozenset[str]:
    return frozenset(word for each in spellings().values() for word in each)


def _told(passage: Passage, name: re.Match[str], window: Window, wrong: int) -> Finding:
    parts = [name[2], name[3]]
    right = spellings()[window.given[wrong - 1]][0]
    parts[wrong - 1] = right.capitalize() if parts[wrong - 1][0].isupper() else right
    full = f"{name[1]} {parts[0]}-{parts[1]}"
    return rules.PERSON.at(
        passage.en_span(*name.span()),
        Fix(full, safe=False),
        (passage.zh_span(window.start, window.end),),
        text=name.group(),
        zh=window.text,
        name=full,
    )
