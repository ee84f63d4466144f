"""A newsroom's ``phrases.yaml``: what to write, what not, what to keep to; with all its houses extend."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from pressgen.errors import HouseError, Place
from pressgen.house import House
from pressgen.source import Node, bind, parse, text_of
from pressgen.text import Language, Pair

FILE = "phrases.yaml"
Case = Literal["exact", "any"]
Grade = Literal["error", "warning", "note", "suggestion"]
"""How grave a word is; a suggestion is a note that begins with "perhaps"."""


@dataclass(frozen=True, slots=True)
class Prefer:
    """Write ``say`` in place of any of ``over``, except inside ``unless``. ``source``: who says so.

    ``alone``: not beside another word with a capital, where it is part of a person's name. ``case``: exact,
    or any, in which a word is found however it is capitalized. ``severity``: how grave it is.
    """

    lang: Language
    say: str
    over: tuple[str, ...]
    unless: tuple[str, ...] = ()
    alone: bool = False
    source: str = ""
    case: Case = "exact"
    severity: Grade = "warning"


@dataclass(frozen=True, slots=True)
class Spelling:
    """English words spelt the British way, and the American words, one for one.

    ``stems`` with ``endings`` are words, too: each stem with each ending (colo, with our: or, ours: ors).
    """

    over: tuple[str, ...] = ()
    say: tuple[str, ...] = ()
    stems: tuple[str, ...] = ()
    endings: dict[str, str] = field(default_factory=dict)

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Each British word with its American one."""
        yield from zip(self.over, self.say, strict=True)
        for stem in self.stems:
            yield from ((stem + over, stem + say) for over, say in self.endings.items())


@dataclass(frozen=True, slots=True)
class Corrected:
    """Words and what to write for each, except inside ``unless``; in English also where a sentence begins."""

    lang: Language
    pairs: dict[str, str]
    unless: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class Avoid:
    """Words a person must replace, and why; ``case`` and ``severity`` as ``Prefer`` has them."""

    lang: Language
    words: tuple[str, ...]
    why: Pair[str]
    unless: tuple[str, ...] = ()
    source: str = ""
    case: Case = "exact"
    severity: Grade = "warning"


@dataclass(frozen=True, slots=True)
class Consistent:
    """Ways of writing one thing, by name; ``by`` says what in the house's style names the one to keep to."""

    lang: Language
    forms: dict[str, str]
    by: str = ""


@dataclass(frozen=True, slots=True)
class Phrases:
    """Everything one ``phrases.yaml`` says. ``allow`` takes words back from the houses below."""

    prefer: tuple[Prefer, ...] = ()
    spelling: tuple[Spelling, ...] = ()
    avoid: tuple[Avoid, ...] = ()
    consistent: tuple[Consistent, ...] = ()
    misspelt: tuple[Corrected, ...] = ()
    usage: tuple[Corrected, ...] = ()
    wordy: tuple[Corrected, ...] = ()
    allow: frozenset[str] = field(default=frozenset())

    def __or__(self, below: Phrases) -> Phrases:
        """These phrases over those of a house they extend."""
        return Phrases(
            self.prefer + below.prefer,
            self.spelling + below.spelling,
            self.avoid + below.avoid,
            self.consistent + below.consistent,
            self.misspelt + below.misspelt,
            self.usage + below.usage,
            self.wordy + below.wordy,
            self.allow | below.allow,
        )


@dataclass(frozen=True, slots=True)
class _File:
    prefer: tuple[Prefer, ...] = ()
    spelling: tuple[Spelling, ...] = ()
    avoid: tuple[Avoid, ...] = ()
    consistent: tuple[Consistent, ...] = ()
    misspelt: tuple[Corrected, ...] = ()
    usage: tuple[Corrected, ...] = ()
    wordy: tuple[Corrected, ...] = ()
    allow: tuple[str, ...] = ()


def files(house: House) -> tuple[Path, ...]:
    """The ``phrases.yaml`` of a house and of those it extends, the nearest first."""
    paths = (house.newsroom.find("templates", "houses", name, FILE) for name in house.names)
    return tuple(path for path in paths if path)


def read(paths: Iterable[Path]) -> Phrases:
    """What the files say, the nearest first. Raises HouseError, FileError with their place."""
    return together((path, text_of(path)) for path in paths)


def together(texts: Iterable[tuple[Path, str]]) -> Phrases:
    """The same of texts that were read."""
    found = Phrases()
    for path, text in texts:
        found = found | _read(parse(text, str(path)))
    return found


def _read(node: Node) -> Phrases:
    read = bind(node, _File, HouseError)
    for spelling in read.spelling:
        if len(spelling.over) != len(spelling.say):
            raise HouseError(
                "spelling里over有{over}个词、say有{say}个词，应一一对应：{first}",
                "spelling has {over} words over and {say} to say; they stand one for one: {first}",
                Place(node.at.file),
                over=len(spelling.over),
                say=len(spelling.say),
                first=", ".join(spelling.over[:1]),
            )
    return Phrases(
        read.prefer,
        read.spelling,
        read.avoid,
        read.consistent,
        read.misspelt,
        read.usage,
        read.wordy,
        frozenset(read.allow),
    )
