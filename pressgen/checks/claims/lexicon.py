"""Word lists of two languages, one concept a row, found in running text."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from typing import TYPE_CHECKING

from pressgen.glossary.match import is_word

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Hit:
    """A listed word at a place of a text (code points, half-open), and its row."""

    start: int
    end: int
    text: str
    row: Row


class Lexicon:
    """The words of one language of a table; the longest from the left are found, in any letters.

    English words stand as ``climb+`` for climb, climbs, climbed, climbing and ``drop+2`` where the last
    letter is doubled; only the first word of a phrase changes (``edge+ up``).
    """

    def __init__(self, rows: Iterable[Row], lang: str, *, plurals: bool = False) -> None:
        self._lang = lang
        self._rows: dict[str, list[Row]] = {}
        for row in rows:
            for written in filter(None, row[lang].split("|")):
                for form in _plural(written) if plurals else forms(written):
                    rows_of = self._rows.setdefault(form, [])
                    if row not in rows_of:
                        rows_of.append(row)

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
        small = text.lower()
        if len(small) != len(text):
            return []
        places = [
            (start, -end)
            for _, start, end in self._automaton.find_matches_as_indexes(small, overlapping=True)
            if self._lang == "zh" or not _inside_word(small, start, end)
        ]
        return [
            Hit(start, -past, text[start:-past], row)
            for start, past in sorted(set(places))
            for row in self._rows[small[start:-past]]
        ]

    @cached_property
    def _automaton(self) -> AhoCorasick:
        from ahocorasick_rs import AhoCorasick, Implementation  # noqa: PLC0415  # not every command matches

        return AhoCorasick(list(self._rows), implementation=Implementation.ContiguousNFA)


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


def table(name: str) -> list[Row]:
    """The rows of a table that comes with this package."""
    text = (files(__package__) / name).read_text("utf-8")
    return list(csv.DictReader(text.splitlines()))
