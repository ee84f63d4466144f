"""Release types and kinds of statement by name: the ``fields.yaml`` of each, read when it is needed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TypeVar

from pressgen.errors import Wording
from pressgen.events.declare import release_type, shared_by_all, statement_kind
from pressgen.events.fields import Field, Fields
from pressgen.source import called, meant

T = TypeVar("T")

FILE = "fields.yaml"


class _Read(Mapping[str, T]):
    """What folders declare, by their names, each read when it is first asked for."""

    def __init__(self, folders: Mapping[str, Path], read: Callable[[Path], T]) -> None:
        self._folders = folders
        self._reads = read
        self._read: dict[str, T] = {}

    def __getitem__(self, name: str) -> T:
        if name not in self._read:
            self._read[name] = self._reads(self._folders[name] / FILE)
        return self._read[name]

    def __contains__(self, name: object) -> bool:
        return name in self._folders

    def __iter__(self) -> Iterator[str]:
        return iter(self._folders)

    def __len__(self) -> int:
        return len(self._folders)


class Types(_Read[Fields]):
    """Release types by name.

    ``folders`` are those of the types by name, ``base`` the folder of what all types share, ``statements``
    the folders of the kinds of statement by name, which as fields are ``statements``.
    """

    def __init__(
        self, folders: Mapping[str, Path], base: Path, statements: Mapping[str, Path] | None = None
    ) -> None:
        shared = cache(lambda: shared_by_all(base / FILE))
        self.statements: Mapping[str, Field] = _Read(
            statements or {}, lambda path: statement_kind(path, shared())
        )
        super().__init__(folders, lambda path: release_type(path, shared(), self.statements))


def named(word: str, types: Mapping[str, Fields]) -> Fields | None:
    """The release type a person calls by its name or label (招商推介), or None."""
    if word in types:
        return types[word]
    return types.get(called(word, _labels(types)))


def nearly(word: str, types: Mapping[str, Fields]) -> Wording | None:
    """The release type that a word of no type was probably meant for, as readers of each language call it."""
    name = meant(word, _labels(types))
    return Wording(types[name].label.zh, name) if name else None


def _labels(types: Mapping[str, Fields]) -> dict[str, tuple[str, str]]:
    return {name: (each.label.zh, each.label.en) for name, each in types.items()}


def read_fields(path: Path, base: Path) -> Fields:
    """The fields of the type whose ``fields.yaml`` is ``path``, on top of the base's.

    Raises FileError, HouseError, Faults (all that is wrong with the declarations, with line and column).
    """
    return release_type(path, shared_by_all(base), {})
