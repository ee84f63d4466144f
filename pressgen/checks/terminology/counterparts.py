"""Names of one language that the other does not have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pressgen.checks.align import Group
from pressgen.checks.terminology import rules
from pressgen.checks.terminology.likeness import named, words
from pressgen.checks.terminology.places import Placed
from pressgen.checks.terminology.sounds import inside_longer
from pressgen.document import Block
from pressgen.figures.currencies import CURRENCIES
from pressgen.findings import Finding
from pressgen.glossary.entry import Entry
from pressgen.text import han
from pressgen.todo import todos

_LEAST_HAN = 2
_SHORT = 4
_JOINTS = frozenset("的在将与和及对是为有也已等向从到由被或并则于")
"""What stands between a name and the next word; anything else may make the name longer."""
_MONEY = frozenset(name for currency in CURRENCIES for name in currency.zh.split("|"))
"""What money is called is a matter of figures: 美元 may be USD, $ or dollars."""


def check(zh: Sequence[Placed], en: Sequence[Placed], groups: Sequence[Group], on: str) -> Iterator[Finding]:
    """A finding for each listed name that stands in the Chinese and nowhere in the English.

    Entries marked loose, names of one character and paragraphs without English are left alone; so is
    what the English says in other words (Chinese for China, UN, another order of the same words).
    """
    answered = {block: group.en for group in groups for block in group.zh}
    text = " ".join(block.text for group in groups for block in group.en)
    said = words(text)
    there = {one.match.entry.id for one in en} | {one.match.term.text.lower() for one in en}
    told: set[str] = set()
    for one in zh:
        entry = one.match.entry
        if entry.id in told or not _expected(one, answered.get(one.block, ()), there):
            continue
        told.add(entry.id)
        yield from _unnamed(one, entry, said, on)


def _expected(one: Placed, answer: Sequence[Block], there: set[str]) -> bool:
    entry, term = one.match.entry, one.match.term
    if entry.loose or entry.id in there or not answer:
        return False
    if len(term.text) < _LEAST_HAN or term.text in _MONEY:
        return False
    if _part_of_longer(one):
        return False
    if any(todos(block.text) for block in answer):
        return False
    return not any(other.text.lower() in there for other in entry.of("en"))


def _part_of_longer(one: Placed) -> bool:
    """A place that begins a longer name (英国财政部: the Treasury), a sound within a foreign name."""
    text, start, end = one.block.text, one.match.start, one.match.end
    behind = text[end : end + 1]
    short = end - start <= _SHORT and one.match.entry.kind in ("place", "")
    if short and han(behind) and behind not in _JOINTS:
        return True
    return inside_longer(text, start, end)


def _unnamed(one: Placed, entry: Entry, said: frozenset[str], on: str) -> Iterator[Finding]:
    name = entry.name("en", one.match.term.form, on)
    if not name:
        return
    if entry.kind == "person":
        yield from _person(one, name, said)
    elif not any(named(term.text, said) for term in entry.of("en")):
        yield rules.MISSING.at(one.span, text=one.text, name=name)


def _person(one: Placed, name: str, said: frozenset[str]) -> Iterator[Finding]:
    parts = [part for part in name.split() if part.lower() in said]
    if not parts:
        yield rules.MISSING.at(one.span, text=one.text, name=name)
    elif len(parts) < len(name.split()):
        yield rules.HALF_NAME.at(one.span, text=one.text, name=name, part=" ".join(parts))
