"""What may be said about an event: the fields a release type declares in its ``fields.yaml``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Literal, get_args

from pressgen.errors import Place, Wording
from pressgen.events.fitted import Speech
from pressgen.source import Node

Kind = Literal[
    "figure", "money", "count", "number", "percent", "points", "change", "multiple", "ordinal",
    "date", "datetime", "period", "mark", "name", "names", "text", "cells", "word", "choice", "phone",
    "email", "website", "photo", "rate", "group", "list", "people", "credits", "same",
    "fact", "statement", "statements", "story",
]  # fmt: skip
KINDS: tuple[Kind, ...] = get_args(Kind)
ACCOMPANIED = frozenset(
    ("figure", "money", "count", "number", "percent", "points", "change", "multiple", "ordinal")
)
"""Kinds of figures that may have companions; ``same`` is a companion of its figure's own kind."""
FIGURES = ACCOMPANIED | {"date", "period"}
"""Kinds whose value is a ``Figure``; a ``figure`` is any, a change is percent, points or a multiple."""
COMPOSED = frozenset({"people", "credits"})
"""Kinds whose fields the base declares once for all types."""
BILINGUAL = frozenset({"name", "names", "text", "cells"})
"""Kinds written in one language or in both."""
STATEMENTS = frozenset({"statement", "statements"})
"""Kinds whose fields are those of a statement kind, named by ``of``."""
_LISTS = frozenset({"list", "names", "cells", "people", "statements"})
_GROUPS = frozenset({"group", "credits", "statement"})
LEAD, REST = "lead", "rest"
"""In a story: all of the type's own that the story does not name."""


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

    ``fields`` are those of a group or of a list's items, ``companions`` what may be said beside a figure.
    ``choices`` are words and what a person calls them, ``known`` words of a text of which one language is
    enough. ``statement`` is what a statement's kind declares. ``example`` is a value as a person writes it.
    ``speech`` is what the sentence around the words needs them to be, ``needs`` the fields beside it of which
    one must be given with it.
    """

    name: str
    kind: Kind
    label: Wording
    help: Wording
    required: bool = False
    convert: bool = True
    noun: Noun = NOTHING
    choices: Mapping[str, Wording] = field(default_factory=dict)
    fields: Mapping[str, Field] = field(default_factory=dict)
    companions: Mapping[str, Field] = field(default_factory=dict, repr=False)
    known: tuple[Wording, ...] = ()
    example: Node | None = None
    statement: Fields | None = None
    speech: Speech = ""
    needs: tuple[str, ...] = ()

    @property
    def shape(self) -> Literal["one", "list", "group", "story"]:
        """Whether the field holds one value, several, named ones, or statements in their order."""
        if self.kind == "story":
            return "story"
        if self.kind in _LISTS:
            return "list"
        return "group" if self.kind in _GROUPS else "one"


@dataclass(frozen=True, slots=True)
class Holding:
    """Which total must hold what: ``count`` times ``each``, ``some`` of its parts, or all ``parts``.

    All are declared paths. ``some`` together, and each of ``within``, may not exceed the total; ``parts``
    must add up to it. ``shares`` need no total: together they are at most 100 percent; nor does ``falling``,
    a list each of which is part of the one before.
    """

    total: str = ""
    count: str = ""
    each: str = ""
    some: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    shares: tuple[str, ...] = ()
    falling: tuple[str, ...] = ()

    @property
    def paths(self) -> tuple[str, ...]:
        """Every path it names."""
        lists = (self.some, self.parts, self.within, self.shares, self.falling)
        named = (self.total, self.count, self.each, *(path for each in lists for path in each))
        return tuple(path for path in named if path)


@dataclass(frozen=True, slots=True)
class StoryItem:
    """One item of a story: ``name`` is a block or field of the type, or ``rest``, or a kind of statement.

    Of a statement ``path`` is where its facts stand: ``story.3.share``. An item with ``items`` is one
    paragraph made of several, ``path`` its place.
    """

    name: str
    at: Place
    path: str = ""
    items: tuple[StoryItem, ...] = ()


@dataclass(frozen=True, slots=True)
class Fields:
    """What a release type, or a kind of statement, declares.

    ``order`` are pairs of dates of which the first may not be later. ``story`` is what a type says where an
    event does not say its own, ``labels`` what a person calls its parts that are no field's. ``usual`` kinds
    of statement have sheets in the type's form, ``fits`` are more that go with it. ``role`` is that of a
    statement's paragraphs. ``ahead``: it is about something that may be yet to come, and later is over.
    ``serves``: by theme, what somebody who needs a statement has to say.
    """

    type: str
    label: Wording
    fields: Mapping[str, Field]
    holds: tuple[Holding, ...] = ()
    order: tuple[tuple[str, str], ...] = ()
    at: Place = field(default_factory=lambda: Place(""))
    story: tuple[StoryItem, ...] = ()
    role: str = "body"
    labels: Mapping[str, Wording] = field(default_factory=dict)
    usual: tuple[str, ...] = ()
    fits: tuple[str, ...] = ()
    ahead: bool = False
    serves: Mapping[str, tuple[Wording, ...]] = field(default_factory=dict)

    @property
    def folder(self) -> Path:
        """The folder of the type, with its templates and its example."""
        return Path(self.at.file).parent

    @property
    def said(self) -> list[str]:
        """What a story may name: what the type's own story does, and every statement it has as a field.

        ``lead`` is always there: without a block of that name it is what the type's own story begins with.
        """
        return list(dict.fromkeys([LEAD, *self.parts]))

    @property
    def parts(self) -> list[str]:
        """The same as readers are shown them: ``lead`` only where the type's own story has it."""
        named = [item.name for each in self.story for item in (each.items or (each,)) if item.name != REST]
        fields = (name for name, declared in self.fields.items() if declared.kind in STATEMENTS)
        return list(dict.fromkeys([*named, *fields]))

    @property
    def fitting(self) -> list[str]:
        """The kinds of statement that go with the type: those of its own fields, its own, the usual ones."""
        own = (declared.statement.type for declared in self.fields.values() if declared.statement)
        kinds = self.fields["story"].fields
        return [kind for kind in dict.fromkeys([*own, *self.fits, *self.usual]) if kind in kinds]

    def label_of(self, name: str) -> Wording:
        """What a person calls a part of the story: as the field of this name, else as the type labels it."""
        declared = self.fields.get(name)
        return declared.label if declared else self.labels.get(name, Wording(name, name))

    def find(self, path: str) -> Field | None:
        """The field a path leads to, list positions left out or not, or None."""
        found: Field | None = None
        fields = self.fields
        for part in declared_path(path).split("."):
            found = fields.get(part)
            if found is None:
                return None
            fields = found.fields or found.companions
        return found

    def walk(self) -> Iterator[tuple[str, Field]]:
        """Every declared field with its path, outer ones first."""
        yield from _walk(self.fields, "")


def _walk(fields: Mapping[str, Field], prefix: str) -> Iterator[tuple[str, Field]]:
    for name, declared in fields.items():
        yield prefix + name, declared
        yield from _walk(declared.fields, f"{prefix}{name}.")


@lru_cache(maxsize=4096)
def declared_path(path: str) -> str:
    """A fact's path without positions in lists: that of its declaration.

    >>> declared_path("contracts.0.amount")
    'contracts.amount'
    """
    return ".".join(part for part in path.split(".") if not part.isdigit())
