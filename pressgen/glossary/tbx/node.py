"""A TBX element without its layout: v2, v3 DCA and v3 DCT are the same nodes, named as v3 names them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from pressgen.findings import Finding
from pressgen.glossary.entry import Glossary
from pressgen.regex import regex
from pressgen.text import invisible

_BREAK = regex(r"[ \t]*[\r\n]\s*")


@dataclass(frozen=True, slots=True)
class Node:
    """One element: ``<descrip type="context">`` and ``<basic:context>`` are both ``descrip``, ``context``.

    ``space`` is the namespace of a category pressgen does not know, ``line`` where it stood.
    """

    tag: str
    category: str = ""
    content: tuple[str | Node, ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()
    space: str = ""
    line: int = field(default=0, compare=False)

    @property
    def nodes(self) -> Iterator[Node]:
        """The elements directly inside."""
        return (part for part in self.content if isinstance(part, Node))

    @property
    def text(self) -> str:
        """All its text in one line."""
        whole = "".join(part if isinstance(part, str) else part.text for part in self.content)
        return (_BREAK.sub(" ", whole) if "\n" in whole or "\r" in whole else whole).strip()

    @property
    def head(self) -> Node:
        """The element a group is about, its first; for any other the element itself."""
        return next(self.nodes, self) if self.tag.endswith("Grp") else self

    @property
    def name(self) -> str:
        """What a person would call it: its category, else its tag."""
        return self.head.category or self.head.tag

    @property
    def is_plain(self) -> bool:
        """Whether it is text and nothing else."""
        return not self.attributes and not any(True for _ in self.nodes)

    def get(self, name: str) -> str:
        """An attribute; "" where there is none."""
        return dict(self.attributes).get(name, "")


def visible(text: str) -> str:
    """A text without the characters nobody can see."""
    while hidden := invisible(text):
        text = text[: hidden[0]] + text[hidden[0] + 1 :]
    return text


@dataclass(frozen=True, slots=True)
class Level:
    """What stands beside a concept, a language or a term.

    ``said`` holds what an entry does say, in words or groups it cannot keep (superseded, acronym, a
    definition with its source); ``more`` what an entry has no place for.
    """

    said: tuple[Node, ...] = ()
    more: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """What a TBX file says of one concept beyond its entry, to be written back with it.

    ``terms`` goes by language and text, ``others`` are the sections of other languages.
    """

    entry: Level = Level()
    langs: Mapping[str, Level] = field(default_factory=dict)
    terms: Mapping[tuple[str, str], Level] = field(default_factory=dict)
    others: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Tbx:
    """A TBX file: the glossary, and by entry id what the glossary has no place for.

    ``losses`` says the latter line by line. ``back`` is the matter entries refer to (people, sources).
    """

    glossary: Glossary
    kept: Mapping[str, Kept] = field(default_factory=dict)
    losses: tuple[Finding, ...] = ()
    dialect: str = "TBX-Basic"
    back: Node = Node("back")
