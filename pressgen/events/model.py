"""The event: the facts of one file by their dotted path, each with its value and its place."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from pressgen.document import Span
from pressgen.errors import Place
from pressgen.events.fields import Field, Fields, StoryItem, declared_path
from pressgen.events.values import Reference, Value
from pressgen.figures.figure import Figure


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact: ``investment.total`` is 2405.72亿元, and ``at`` says where it was written.

    ``companions`` are the facts said beside a figure, by their names; ``given`` is the figure as each
    language writes it, where the event gives both.
    """

    path: str
    field: Field = field(repr=False)
    value: Value
    at: Place
    companions: Mapping[str, Fact] = dataclasses.field(default_factory=dict, repr=False)
    given: Mapping[str, Figure] = dataclasses.field(default_factory=dict, repr=False)

    @property
    def text(self) -> str:
        """The fact as it was written, as far as it was written in one piece."""
        for name in ("text", "written", "zh", "en"):
            if words := getattr(self.value, name, ""):
                return str(words)
        return str(self.value)


@dataclass(frozen=True)
class Event:
    """What happened. ``facts`` stand in the order of the file; ``slug`` is what its drafts are called.

    ``published`` is ISO 8601 to the minute (or the day, where no time was given); ``house`` may be empty.
    ``story`` is what the release says in its order: the event's own, else that of its type.
    ``names`` are the paths of statements that were given a name.
    ``left_out`` are the sheets of a form that were not read, ``cells`` where its fields stand, empty or not.
    """

    type: str
    house: str
    slug: str
    file: Path
    fields: Fields = field(repr=False)
    facts: Mapping[str, Fact]
    story: tuple[StoryItem, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict, repr=False)
    left_out: tuple[Place, ...] = ()
    cells: Mapping[str, Place] = field(default_factory=dict, repr=False)

    @property
    def published(self) -> str:
        """The moment of publication."""
        return str(self.facts["published"].value)

    def place(self, path: str) -> Place | None:
        """Where a fact stands, or would stand on a form; None where neither is known."""
        return self.facts[path].at if path in self.facts else self.cells.get(path)

    def named(self, fact: Fact) -> Fact:
        """The fact, or the one it names."""
        return self.facts.get(fact.value.path, fact) if isinstance(fact.value, Reference) else fact

    def referred(self, path: str) -> str:
        """The path of the fact that a reference stands for, or nothing."""
        found = resolved(path, self.names)
        return found if found in self.facts else ""

    def value(self, path: str) -> Value | None:
        """The value of a fact, or None where the event is silent."""
        fact = self.facts.get(path)
        return fact.value if fact else None

    def under(self, declared: str) -> list[Fact]:
        """The facts of a declared path, one for each item of the lists on the way.

        ``contracts.amount`` gives ``contracts.0.amount``, ``contracts.1.amount``, …
        """
        return [fact for path, fact in self.facts.items() if declared_path(path) == declared]

    @property
    def photos(self) -> list[Fact]:
        """The picture of each photo, in the order of the story."""
        return [fact for fact in self.facts.values() if fact.field.kind == "photo"]

    def items(self, path: str) -> list[str]:
        """The paths of a list's items, in order: of ``contact`` that is ``contact.0``, ``contact.1``."""
        return self.paths.items(path)

    def tree(self) -> dict[str, object]:
        """The facts as groups (dict), lists and ``Fact``; None for every declared field left out.

        A group left out is a group of Nones, a list left out an empty list: a template may look at
        ``signed.projects`` without first asking for ``signed``. The story is no part of it.
        """
        return self.paths.group(self.fields.fields, "")

    @cached_property
    def paths(self) -> Tree:
        """The facts as they lie in one another, looked through once."""
        return Tree(self.facts)


PERSON = ".person"
"""Behind the path of somebody: the name with its titles, as a template has it."""


def resolved(path: str, names: Mapping[str, str]) -> str:
    """The path of a fact that a text names: behind a statement's name what it holds, of a person the name.

    >>> resolved("gdp.value", {"gdp": "story.2.indicator"}), resolved("leaders.0.person", {})
    ('story.2.indicator.value', 'leaders.0.name')
    """
    head, dot, rest = path.partition(".")
    whole = names[head] + dot + rest if head in names else path
    return f"{whole.removesuffix(PERSON)}.name" if whole.endswith(PERSON) else whole


class Tree:
    """Facts by path, to be looked at as groups and lists."""

    def __init__(self, facts: Mapping[str, Fact]) -> None:
        self.facts = facts

    @cached_property
    def lengths(self) -> Mapping[str, int]:
        """Of every list how many items it has, by the list's path."""
        lengths: dict[str, int] = {}
        for path in self.facts:
            parts = path.split(".")
            for place, part in enumerate(parts):
                if part.isdigit():
                    above = ".".join(parts[:place])
                    lengths[above] = max(lengths.get(above, 0), int(part) + 1)
        return lengths

    def items(self, path: str) -> list[str]:
        """The paths of a list's items, in order, as ``Event.items`` gives them."""
        return [f"{path}.{number}" for number in range(self.lengths.get(path, 0))]

    def group(self, fields: Mapping[str, Field], prefix: str) -> dict[str, object]:
        """The group whose facts' paths begin with ``prefix``, as ``Event.tree`` gives it."""
        return {
            name: self._branch(item, prefix + name) for name, item in fields.items() if item.shape != "story"
        }

    def _branch(self, item: Field, path: str) -> object:
        if item.shape == "group":
            return self.group(item.fields, f"{path}.")
        if item.shape == "one":
            return self._fact(path)
        places = self.items(path)
        if item.fields:
            return [self.group(item.fields, f"{place}.") for place in places]
        return [self.facts[place] for place in places if place in self.facts]

    def _fact(self, path: str) -> Fact | None:
        """The fact; of a reference the one it names."""
        fact = self.facts.get(path)
        if fact is None or not isinstance(fact.value, Reference):
            return fact
        return self.facts.get(fact.value.path)


def span(fact: Fact, start: int = 0, end: int | None = None, text: str | None = None) -> Span:
    """The place of a fact, or of a stretch of ``text``, which is the fact as written where not given."""
    written = fact.text if text is None else text
    stop = len(written) if end is None else end
    at = fact.at
    return Span(at.file, None, start, stop, written[start:stop], line=at.line, column=at.column, cell=at.cell)
