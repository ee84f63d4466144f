"""A slip of wording that needs its neighbours to be seen: a pattern with the words it cannot be without."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from pressgen.findings import Rule

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
    def _signs(self) -> tuple[str, ...]:
        return tuple(self.signs.split("|"))

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(self.find)

    def found(self, text: str) -> Iterator[Found]:
        """Each place in the text, with what should stand there."""
        if any(sign in text for sign in self._signs):
            for match in self._pattern.finditer(text):
                fixed = match.expand(self.say) if isinstance(self.say, str) else self.say and self.say(match)
                yield self.rule, match.start(), match.end(), fixed


def find(slips: Iterable[Slip], text: str) -> Iterator[Found]:
    """What several slips find, in the order of the slips; none over another."""
    taken: list[tuple[int, int]] = []
    for slip in slips:
        for found in slip.found(text):
            span = found[1:3]
            at = bisect_left(taken, span)
            if not any(span[0] < end and start < span[1] for start, end in taken[max(0, at - 1) : at + 1]):
                taken.insert(at, span)
                yield found
