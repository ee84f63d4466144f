"""The event: the facts of one file by their dotted path, each with its value and its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pressgen.errors import Place
from pressgen.events.fields import Field, Fields, declared_path
from pressgen.events.values import Value


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact: ``investment.total`` is 2405.72亿元, and ``at`` says where it was written."""

    path: str
    field: Field = field(repr=False)
    value: Value
    at: Place

    @property
    def text(self) -> str:
        """The fact as it was written, as far as it was written in one piece."""
        for name in ("text", "written", "zh", "en"):
            if words := getattr(self.value, name, ""):
                return str(words)
        return str(self.value)


@dataclass(frozen=True, slots=True)
class Event:
    """What happened. ``facts`` stand in the order of the file; ``slug`` is what its drafts are called.

    ``published`` is ISO 8601 to the minute (or the day, where no time was given); ``house`` may be empty.
    """

    type: str
    house: str
    slug: str
    file: Path
    fields: Fields = field(repr=False)
    facts: Mapping[str, Fact]

    @property
    def published(self) -> str:
        """The moment of publication."""
        return str(self.facts["published"].value)

    def value(self, path: str) -> Value | None:
        """The value of a fact, or None where the event is silent."""
        fact = self.facts.get(path)
        return fact.value if fact else None

    def under(self, declared: str) -> list[Fact]:
        """The facts of a declared path, one for each item of the lists on the way.

        ``contracts.amount`` gives ``contracts.0.amount``, ``contracts.1.amount``, …
        """
        return [fact for path, fact in self.facts.items() if declared_path(path) == declared]

    def items(self, path: str) -> list[str]:
        """The paths of a list's items, in order: of ``contact`` that is ``contact.0``, ``contact.1``."""
        return [f"{path}.{number}" for number in range(_children(self.facts).get(path, 0))]

    def tree(self) -> dict[str, object]:
        """The facts as groups (dict), lists and ``Fact``; None for every declared field left out.

        A group left out is a group of Nones, a list left out an empty list: a template may look at
        ``signed.projects`` without first asking for ``signed``.
        """
        return _group(self.fields.fields, "", _children(self.facts), self.facts)


def _children(facts: Mapping[str, Fact]) -> dict[str, int]:
    """For every list its length, by the list's path."""
    lengths: dict[str, int] = {}
    for path in facts:
        parts = path.split(".")
        for place, part in enumerate(parts):
            if part.isdigit():
                above = ".".join(parts[:place])
                lengths[above] = max(lengths.get(above, 0), int(part) + 1)
    return lengths


def _group(
    fields: Mapping[str, Field], prefix: str, lengths: dict[str, int], facts: Mapping[str, Fact]
) -> dict[str, object]:
    return {name: _branch(item, prefix + name, lengths, facts) for name, item in fields.items()}


def _branch(item: Field, path: str, lengths: dict[str, int], facts: Mapping[str, Fact]) -> object:
    if item.shape == "group":
        return _group(item.fields, f"{path}.", lengths, facts)
    if item.shape == "one":
        return facts.get(path)
    places = [f"{path}.{number}" for number in range(lengths.get(path, 0))]
    if item.fields:
        return [_group(item.fields, f"{place}.", lengths, facts) for place in places]
    return [facts[place] for place in places if place in facts]
