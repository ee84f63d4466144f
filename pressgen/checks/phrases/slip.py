"""A slip of wording that needs its neighbours to be seen: a pattern with the words it cannot be without."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from pressgen.findings import Rule
from pressgen.regex import compiled

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

Found = tuple[Rule, int, int, str | None]
"""The rule, start and end in the text, and what should stand there; None where a person decides."""


@dataclass(frozen=True)
class Slip:
    """``signs``, parted by |: every such slip has one of them. ``say``: a template, or made of a match."""

    rule: Rule
    signs: str
    find: str
    say: str | Callable[[re.Match[str]], str] | None = ""

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return compiled(self.find)

    def found(self, text: str) -> Iterator[Found]:
        """Each place in the text, with what should stand there."""
        for match in self._pattern.finditer(text):
            fixed = match.expand(self.say) if isinstance(self.say, str) else self.say and self.say(match)
            yield self.rule, match.start(), match.end(), fixed


class Slips:
    """Slips of one language; one look at a text tells which of them it can have."""

    def __init__(self, *slips: Slip) -> None:
        self._slips = slips

    @cached_property
    def _search(self) -> tuple[AhoCorasick, list[list[int]]]:
        """Finds the signs of all slips; beside it, the slips of each sign by their numbers."""
        from ahocorasick_rs import AhoCorasick  # noqa: PLC0415  # not every command matches

        owners: dict[str, list[int]] = {}
        for number, slip in enumerate(self._slips):
            for sign in slip.signs.split("|"):
                owners.setdefault(sign, []).append(number)
        return AhoCorasick(list(owners)), list(owners.values())

    def __iter__(self) -> Iterator[Slip]:
        return iter(self._slips)

    def find(self, text: str) -> Iterator[Found]:
        """What the slips find, in their order; none over another."""
        search, owners = self._search
        signs = {sign for sign, _, _ in search.find_matches_as_indexes(text, overlapping=True)}
        taken: list[tuple[int, int]] = []
        for number in sorted({number for sign in signs for number in owners[sign]}):
            for found in self._slips[number].found(text):
                span = found[1:3]
                at = bisect_left(taken, span)
                if not any(
                    span[0] < end and start < span[1] for start, end in taken[max(0, at - 1) : at + 1]
                ):
                    taken.insert(at, span)
                    yield found
