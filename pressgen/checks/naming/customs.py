"""Given names spelt as their bearers' country does: Hong Kong, Singapore, Korea, Vietnam.

A name in letters is one of the text's where its surname may be (``overseas.csv``). One part of its given
name that no custom spells its character so, beside another that one custom does, is wrong; so is a surname
that nobody bears in front of a given name that is somebody's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from pressgen.checks.naming import rules
from pressgen.checks.naming.nearness import distance
from pressgen.checks.naming.passage import Passage
from pressgen.checks.naming.sounds import (
    Window,
    is_surname,
    letters,
    overseas,
    spelt,
    surname_readings,
    wade,
    windows,
)
from pressgen.checks.naming.tables import pairs
from pressgen.findings import Finding, Fix
from pressgen.regex import regex

_NAME = regex(
    r"(?<![\w’'-])([A-Z][a-z]+)(?: Thi)? ([A-Z][a-z]+)([- ])([A-Za-z][a-z]+)(?![\w’'-]| [A-Z][a-z])"
)
_VIETNAMESE = regex("([\u4e00-\u9fff])氏([\u4e00-\u9fff]{2})")
"""Surname and given name of women in Vietnam: 阮氏秋香, Nguyen Thi Thu Huong."""
_TABLES = ("cantonese.csv", "hokkien.csv", "korean.csv", "vietnamese.csv")
_WHERE = {
    "cantonese.csv": regex("香港|澳门|港澳|粤港|港[区人星商]"),
    "hokkien.csv": regex("新加坡|狮城|马来西亚|大马|槟城|吉隆坡|印尼|菲律宾|文莱"),
    "korean.csv": regex("韩国|朝鲜|首尔|釜山|韩籍|韩"),
    "vietnamese.csv": regex("越南|河内|胡志明市|越籍"),
}
"""What in a text says that a custom is meant."""
_PARTS = 2
"""Characters, and parts in letters, of the given names that are looked at."""


@dataclass(frozen=True)
class _Name:
    """A name in letters: its surname, the two parts of its given name and what joins them."""

    start: int
    end: int
    surname: str
    given: tuple[str, str]
    joint: str


def check(passage: Passage) -> Iterator[Finding]:
    """A part of a given name that is spelt as another character is, or a surname that nobody bears."""
    names = [
        _Name(*found.span(), found[1], (found[2], found[4]), found[3]) for found in _NAME.finditer(passage.en)
    ]
    if not names:
        return
    women = [
        Window(*found.span(), found[1], found[2])
        for found in _VIETNAMESE.finditer(passage.zh)
        if is_surname(found[1])
    ]
    starts = {woman.start for woman in women}
    others = [
        window for window in windows(passage.zh) if len(window.given) == _PARTS and window.start not in starts
    ]
    people = {window.text: window for window in (*others, *women)}
    for name in names:
        if not any(_whole(name, window) for window in people.values()):
            yield from _judged(passage, name, list(people.values()))


def _whole(name: _Name, window: Window) -> bool:
    """Whether a name is somebody's by any customs, part by part."""
    return _is_surname(name.surname, window) and all(
        _may_be(part, sign) for part, sign in zip(name.given, window.given, strict=True)
    )


def _judged(passage: Passage, name: _Name, people: Sequence[Window]) -> Iterator[Finding]:
    table = next((window for window in _TABLES if _WHERE[window].search(passage.zh_around)), "")
    own = [window for window in people if _is_surname(name.surname, window)]
    own = [window for window in own if any(map(_may_be_told, name.given, window.given))] or own
    if len(own) == 1:
        if _is_turned(name, own[0]):
            turned = name.joint.join(reversed([part.lower() for part in name.given])).capitalize()
            turned = turned.title() if name.joint == " " else turned
            yield _found(passage, name, own[0], f"{name.surname} {turned}")
        elif wrong := _wrong(name, own[0], table):
            yield _finding(passage, name, own[0], wrong, table)
    elif not own and _is_any_surname(name.surname):
        given = [window for window in people if all(map(_reads, name.given, window.given))]
        if len(given) == 1:
            right = min(overseas().get(given[0].surname, surname_readings(given[0].surname)))
            yield _found(passage, name, given[0], f"{right.capitalize()} {name.joint.join(name.given)}")


def _is_turned(name: _Name, window: Window) -> bool:
    """Whether the parts of a given name stand the other way round: 孟桦, Hua-meng."""
    return all(map(_reads, name.given, reversed(window.given))) and not all(
        map(_reads, name.given, window.given)
    )


def _reads(part: str, sign: str) -> bool:
    """Whether a part is a character in pinyin, by Wade or by some custom."""
    return letters(part) in _mandarin(sign) or _is_custom(part, sign)


def _wrong(name: _Name, window: Window, table: str) -> int:
    """Which part, 1 or 2, is no spelling of its character; 0 where none is or nothing can be said."""
    for number, part in enumerate(name.given):
        other = name.given[1 - number], window.given[1 - number]
        if _may_be(part, window.given[number]) or not _known(window.given[number], table):
            continue
        if letters(part) in _every(table) and (_is_custom(*other) if not table else _may_be(*other)):
            return number + 1
    return 0


def _known(sign: str, table: str) -> bool:
    """Whether the table of the text's custom, else any table, has a character."""
    return any(sign in _spellings(custom) for custom in ((table,) if table else _TABLES))


def _may_be(part: str, sign: str) -> bool:
    """Whether a part may be a character by any custom, but for a letter."""
    small = letters(part)
    known = {*_mandarin(sign), *(word for custom in _TABLES for word in _spellings(custom).get(sign, ()))}
    return not known or any(
        small == form or (len(form) > _PARTS and _begins_alike(small, form) and distance(small, form, 1) == 1)
        for form in known
    )


_ALIKE = ("kgq", "pb", "td", "czjt", "sxh", "wv", "yi", "ao", "lr")
"""Letters that customs begin one character with."""


def _begins_alike(word: str, other: str) -> bool:
    first, second = word[:1], other[:1]
    return first == second or any(first in sort and second in sort for sort in _ALIKE)


def _may_be_told(part: str, sign: str) -> bool:
    """Whether a part is a spelling of a character in any table."""
    return _known(sign, "") and _may_be(part, sign)


def _is_custom(part: str, sign: str) -> bool:
    """Whether a part is how some custom, and not pinyin, spells a character."""
    small = letters(part)
    return any(small in _spellings(custom).get(sign, ()) for custom in _TABLES)


def _is_surname(word: str, window: Window) -> bool:
    return letters(word) in _surname_spelt(window.surname)


@cache
def _surname_spelt(surname: str) -> frozenset[str]:
    """How a surname is written in letters anywhere."""
    read = surname_readings(surname)
    return frozenset([*overseas().get(surname, ()), *(form for each in read for form in (each, *wade(each)))])


@cache
def _is_any_surname(word: str) -> bool:
    return any(letters(word) in forms for forms in overseas().values())


def _mandarin(sign: str) -> set[str]:
    return {form for spelling in spelt(sign) for form in (*wade(spelling), spelling)}


@cache
def _spellings(table: str) -> dict[str, tuple[str, ...]]:
    """For each character how a custom spells it, in small letters."""
    found: dict[str, tuple[str, ...]] = {}
    for zh, en in pairs(table):
        found[zh] = (*found.get(zh, ()), *map(letters, en))
    return found


@cache
def _every(table: str) -> frozenset[str]:
    tables = (table,) if table else _TABLES
    return frozenset(word for custom in tables for each in _spellings(custom).values() for word in each)


def _finding(passage: Passage, name: _Name, window: Window, wrong: int, table: str) -> Finding:
    sign = window.given[wrong - 1]
    right = next(
        _spellings(custom)[sign][0]
        for custom in ((table,) if table else _TABLES)
        if sign in _spellings(custom)
    )
    parts = list(name.given)
    parts[wrong - 1] = right.capitalize() if parts[wrong - 1][0].isupper() else right
    return _found(passage, name, window, f"{name.surname} {name.joint.join(parts)}")


def _found(passage: Passage, name: _Name, window: Window, full: str) -> Finding:
    return rules.PERSON.at(
        passage.en_span(name.start, name.end),
        Fix(full, safe=False),
        (passage.zh_span(window.start, window.end),),
        text=passage.en[name.start : name.end],
        zh=window.text,
        name=full,
    )
