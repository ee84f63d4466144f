"""What may be said about an event: the fields a release type declares in its ``fields.yaml``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, get_args

from pressgen.errors import Place
from pressgen.source import Node

Kind = Literal[
    "money", "count", "number", "percent", "points", "ordinal", "date", "datetime", "period",
    "mark", "name", "names", "text", "paragraphs", "word", "choice", "phone", "email", "website",
    "photo", "rate", "group", "list", "people", "photos", "credits",
]  # fmt: skip
KINDS: tuple[Kind, ...] = get_args(Kind)
FIGURES = frozenset({"money", "count", "number", "percent", "points", "ordinal", "date", "period"})
"""Kinds whose value is a ``Figure``."""
COMPOSED = frozenset({"people", "photos", "credits"})
"""Kinds whose fields the base declares once for all types."""
BILINGUAL = frozenset({"name", "names", "text", "paragraphs"})
"""Kinds written in one language or in both."""
_LISTS = frozenset({"list", "names", "paragraphs", "people", "photos"})


@dataclass(frozen=True, slots=True)
class Wording:
    """A label or a help text in the two languages of the people who fill in the form."""

    zh: str = ""
    en: str = ""


@dataclass(frozen=True, slots=True)
class Noun:
    """What is counted: 267 ``measure`` ``zh`` (个 项目), 267 ``en``; ``plural`` where -s will not do."""

    measure: str = ""
    zh: str = ""
    en: str = ""
    plural: str = ""


NOTHING = Noun()
"""Where the figure says itself what it counts."""


@dataclass(frozen=True, slots=True)
class Field:
    """One declared field. ``convert``: a sum may be converted (thresholds may not).

    ``fields`` are those of a group or of a list's items. ``example`` is a value as a person writes it.
    """

    name: str
    kind: Kind
    label: Wording
    help: Wording
    required: bool = False
    convert: bool = True
    noun: Noun = NOTHING
    choices: tuple[str, ...] = ()
    fields: Mapping[str, Field] = field(default_factory=dict)
    example: Node | None = None

    @property
    def shape(self) -> Literal["one", "list", "group"]:
        """Whether the field holds one value, several, or named ones."""
        if self.kind in _LISTS:
            return "list"
        return "group" if self.kind in ("group", "credits") else "one"


@dataclass(frozen=True, slots=True)
class Holding:
    """Which total must hold what: ``count`` times ``each``, ``some`` of its parts, or all ``parts``.

    All are declared paths. ``some`` may not exceed the total, ``parts`` must add up to it.
    """

    total: str
    count: str = ""
    each: str = ""
    some: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()

    @property
    def paths(self) -> tuple[str, ...]:
        """Every path it names."""
        named = (self.total, self.count, self.each, *self.some, *self.parts)
        return tuple(path for path in named if path)


@dataclass(frozen=True, slots=True)
class Fields:
    """What a release type declares; ``order`` are pairs of dates of which the first may not be later."""

    type: str
    label: Wording
    fields: Mapping[str, Field]
    holds: tuple[Holding, ...] = ()
    order: tuple[tuple[str, str], ...] = ()
    at: Place = field(default_factory=lambda: Place(""))

    @property
    def folder(self) -> Path:
        """The folder of the type, with its templates and its example."""
        return Path(self.at.file).parent

    def find(self, path: str) -> Field | None:
        """The field a path leads to, list positions left out or not, or None."""
        found: Field | None = None
        fields = self.fields
        for part in declared_path(path).split("."):
            found = fields.get(part)
            if found is None:
                return None
            fields = found.fields
        return found

    def walk(self) -> Iterator[tuple[str, Field]]:
        """Every declared field with its path, outer ones first."""
        yield from _walk(self.fields, "")


def _walk(fields: Mapping[str, Field], prefix: str) -> Iterator[tuple[str, Field]]:
    for name, declared in fields.items():
        yield prefix + name, declared
        yield from _walk(declared.fields, f"{prefix}{name}.")


def declared_path(path: str) -> str:
    """A fact's path without positions in lists: that of its declaration.

    >>> declared_path("contracts.0.amount")
    'contracts.amount'
    """
    return ".".join(part for part in path.split(".") if not part.isdigit())
