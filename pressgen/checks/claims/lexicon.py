"""Word lists of two languages, one concept a row, found in running text."""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from pressgen import packaged
from pressgen.cache import digest, edition, value
from pressgen.glossary.match import is_word
from pressgen.keys import Keys, Pages, paged

Row = Mapping[str, str]


class Hit(NamedTuple):
    """A listed word at a place of a text (code points, half-open), and its row."""

    start: int
    end: int
    text: str
    row: Row


_Listed = tuple[list[dict[str, str]], dict[str, list[int]]]
"""Rows, and the words in all their forms with the numbers of their rows."""


SORTS = Path(__file__).with_name("sorts.csv")
"""Things by their sort: crops, sports, kin."""


class _Rows(dict[int, Row]):
    """Rows by their numbers, unpacked when they are first asked for: a text has few of a thousand."""

    def __init__(self, packed: Sequence[bytes]) -> None:
        super().__init__()
        self._packed = packed

    def __missing__(self, number: int) -> Row:
        row: Row = marshal.loads(self._packed[number])  # noqa: S302  # as the whole table is read
        self[number] = row
        return row


class Lexicon:
    """The words of one language of a table; the longest from the left are found, in any letters.

    English words stand as ``climb+`` for climb, climbs, climbed, climbing and ``drop+2`` where the last
    letter is doubled; only the first word of a phrase changes (``edge+ up``).
    """

    def __init__(self, rows: Iterable[Row], lang: str, *, plurals: bool = False) -> None:
        self._lang = lang
        self._take(*_listed(rows, lang, plurals=plurals))

    @classmethod
    def of_tables(cls, paths: Sequence[Path], lang: str, *, plurals: bool = False) -> Lexicon:
        """The words of tables that come with the program, as they were kept when they were first read."""
        origin = digest(*(path.read_bytes() for path in paths), _edition())
        name = f"lexicon-{paths[0].stem}-{lang}"
        found = cls((), lang)

        def packed() -> tuple[list[bytes], Pages]:
            read = (row for path in paths for row in packaged.read(path))
            rows, owners = _listed(read, lang, plurals=plurals)
            return list(map(marshal.dumps, rows)), paged(owners)[1]

        rows, pages = value(name, origin, packed)
        found._take(_Rows(rows), {}, pages)
        return found

    def _take(
        self, rows: Sequence[Row] | _Rows, owners: Mapping[str, list[int]], pages: Pages | None = None
    ) -> None:
        self._rows, self._keys = rows, Keys(owners, pages)

    def find(self, text: str) -> list[Hit]:
        """The longest listed words in their order, one for each row that has the word."""
        found: list[Hit] = []
        end = 0
        for hit in self.every(text):
            if hit.start >= end or (found and (hit.start, hit.end) == (found[-1].start, found[-1].end)):
                found.append(hit)
                end = hit.end
        return found

    def every(self, text: str) -> list[Hit]:
        """All listed words, those inside and across others too; at one place the longer first."""
        small = text.lower().replace("’", "'")  # as the tables write it
        if len(small) != len(text):
            return []
        places = [
            (start, -end, number)
            for number, start, end in self._keys.find(small)
            if self._lang == "zh" or not _inside_word(small, start, end)
        ]
        return [
            Hit(start, -past, text[start:-past], self._rows[row])
            for start, past, number in sorted(places)
            for row in self._keys.said[number]
        ]


def _listed(rows: Iterable[Row], lang: str, *, plurals: bool) -> _Listed:
    kept = list(map(dict, rows))
    owners: dict[str, list[int]] = {}
    for number, row in enumerate(kept):
        for written in filter(None, row[lang].split("|")):
            for form in _plural(written) if plurals else forms(written):
                owning = owners.setdefault(form, [])
                if all(kept[other] != row for other in owning):
                    owning.append(number)
    return kept, owners


@cache
def _edition() -> str:
    return edition(Path(__file__).parent)


def _inside_word(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return bool(before and is_word(before)) or bool(after and is_word(after))


def forms(written: str) -> list[str]:
    """The forms of a word as a table writes it.

    >>> forms("decline+"), forms("trim+2 back")[2:]
    (['decline', 'declines', 'declined', 'declining'], ['trimmed back', 'trimming back'])
    """
    word, mark, rest = written.partition("+")
    if not mark:
        return [written]
    doubled = word + word[-1] if rest.startswith("2") else word
    rest = rest.removeprefix("2")
    stem = doubled[:-1] if word.endswith("e") else doubled
    third = word + ("es" if word.endswith(("s", "sh", "ch", "x")) else "s")
    return [f"{form}{rest}" for form in (word, third, f"{stem}ed", f"{stem}ing")]


def _plural(written: str) -> list[str]:
    return [written] if written.endswith("s") else [written, f"{written}s"]


def table(name: str) -> list[dict[str, str]]:
    """The rows of a table that comes with this package."""
    return packaged.rows(__file__, name)
