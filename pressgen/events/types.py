"""Release types and kinds of statement by name: the ``fields.yaml`` of each, read when it is needed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import TypeVar

from pressgen.errors import FileError, Wording
from pressgen.events.declare import Shared, release_type, shared_by_all, statement_kind
from pressgen.events.fields import Field, Fields
from pressgen.source import called, declared, has_edits, load, meant, text_of

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
        self._texts: dict[Path, str] = {}
        base_text = cache(lambda: self._text(base / FILE))
        self.statements: Mapping[str, Field] = _Read(
            statements or {}, lambda path: _statement(path, self._text(path), base / FILE, base_text())
        )
        super().__init__(
            folders,
            lambda path: release_type(
                path,
                declared(self._text(path), str(path)),
                _shared(base / FILE, base_text()),
                self.statements,
            ),
        )

    def _text(self, path: Path) -> str:
        text = self._texts[path] = text_of(path)
        return text

    def is_current(self) -> bool:
        """Whether all that was read so far stands in the files as it did."""
        try:
            return all(text_of(path) == text for path, text in self._texts.items())
        except FileError:  # who reads it again says so
            return False


@lru_cache(maxsize=512)
def _statement(path: Path, text: str, base: Path, base_text: str) -> Field:
    """A kind of statement, which newsrooms that share its file and the base's share."""
    return statement_kind(path, declared(text, str(path)), _shared(base, base_text))


@lru_cache(maxsize=8)
def _shared(base: Path, text: str) -> Shared:
    return shared_by_all(declared(text, str(base)))


_MOST = 8
_before: dict[object, Types] = {}


def types_of(folders: Mapping[str, Path], base: Path, statements: Mapping[str, Path]) -> Types:
    """The types of these folders: those that were read before, as long as their files are the same.

    Who opens a newsroom for every file of many, or at every request, reads its declarations once.
    """
    if has_edits():
        return Types(folders, base, statements)
    key = base, tuple(folders.items()), tuple(statements.items())
    before = _before.pop(key, None)
    known = before if before and before.is_current() else Types(folders, base, statements)
    _before[key] = known
    while len(_before) > _MOST:
        _before.pop(next(iter(_before)), None)
    return known


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
    return release_type(path, load(path), shared_by_all(load(base)), {})
