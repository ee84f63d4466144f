"""A slip of wording that needs its neighbours to be seen: a pattern with the words it cannot be without."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from pressgen.findings import Rule
from pressgen.keys import Keys
from pressgen.regex import compiled

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
    def _signs(self) -> Keys[list[int]]:
        """The signs of all slips, with the slips of each by their numbers."""
        owners: dict[str, list[int]] = {}
        for number, slip in enumerate(self._slips):
            for sign in slip.signs.split("|"):
                owners.setdefault(sign, []).append(number)
        return Keys(owners)

    def __iter__(self) -> Iterator[Slip]:
        return iter(self._slips)

    def find(self, text: str) -> Iterator[Found]:
        """What the slips find, in their order; none over another."""
        owners = self._signs.said
        signs = {sign for sign, _, _ in self._signs.find(text)}
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
