"""Entries as plain values: what was read of large tables once is kept in the user's cache folder.

An ``origin`` is a line that stands for all a glossary was made of: its files, their names, this program. It
begins with the name what is made of it is kept under; there are sixteen for each kind of glossary.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, overload

from pressgen.cache import digest, edition
from pressgen.errors import Place
from pressgen.glossary.term import Entry, Term

Row = bytes
"""What ``marshal`` makes of an entry's fields in their order: those of a thousand are one value to read."""
_Fields = tuple[str, list[tuple[Any, ...]], str, str, str, bool]
"""An entry's fields; a term's, its place as a tuple."""


def origin(kind: str, *parts: str | bytes) -> str:
    """The line for a glossary of a kind made of these parts, read by this edition of the program."""
    whole = digest(*_program(), *parts)
    return f"{kind}-{whole[:1]} {whole}"


@cache
def _program() -> tuple[str, str]:
    room = Path(__file__).parent
    return edition(room), edition(room.parent)


def slot(made_of: str, *more: str) -> str:
    """The name under which something made of an ``origin`` is kept."""
    return "-".join((made_of.partition(" ")[0], *more))


def pack(entries: Iterable[Entry]) -> Iterator[Row]:
    """Entries as rows."""
    for entry in entries:
        terms = [(*term[:-1], tuple(term.at)) for term in entry.terms]
        yield marshal.dumps((entry.id, terms, *entry[2:]))


class PackedEntries(Sequence[Entry]):
    """The entries of such rows, each made when it is asked for: a text names few of thousands.

    >>> entry = Entry("foshan", (Term("佛山", "zh", at=Place("names.csv", 2)),), kind="place")
    >>> list(PackedEntries(list(pack([entry])))) == [entry]
    True
    """

    def __init__(self, rows: list[Row]) -> None:
        self.rows = rows
        self._made: dict[int, Entry] = {}

    def __len__(self) -> int:
        return len(self.rows)

    @overload
    def __getitem__(self, number: int) -> Entry: ...

    @overload
    def __getitem__(self, number: slice) -> Sequence[Entry]: ...

    def __getitem__(self, number: int | slice) -> Entry | Sequence[Entry]:
        if isinstance(number, slice):
            return [self[each] for each in range(*number.indices(len(self)))]
        made = self._made.get(number)
        if made is None:
            made = self._made[number] = _entry(marshal.loads(self.rows[number]))  # noqa: S302  # see ``value``
        return made

    def __iter__(self) -> Iterator[Entry]:
        return map(self.__getitem__, range(len(self.rows)))


def _entry(fields: _Fields) -> Entry:
    entry_id, terms, *rest = fields
    found = tuple(Term._make((*fields, Place._make(at))) for *fields, at in terms)
    return Entry._make((entry_id, found, *rest))
