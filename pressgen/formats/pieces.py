"""A text in the pieces that change as one for a reader: a figure, a name, a word, a Han character."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from pressgen import figures
from pressgen.regex import regex

if TYPE_CHECKING:
    from pressgen.glossary import Glossary

_WORD = regex(r"[^\W\d_⺀-\U0003ffff]+(?:['’-][^\W\d_⺀-\U0003ffff]+)*|\d+(?:[.,]\d+)*|\s+|.", re.DOTALL)
"""A word of an alphabet, a number, blanks, or one character of anything else."""


class Pieces:
    """Cuts texts of one language. ``names`` stay whole, besides those of the glossary."""

    def __init__(self, lang: str, glossary: Glossary, names: Collection[str] = ()) -> None:
        self._lang: figures.Language = "en" if lang == "en" else "zh"
        self._glossary = glossary
        longest = sorted(filter(None, names), key=len, reverse=True)
        self._names = re.compile("|".join(map(re.escape, longest))) if longest else None

    def __call__(self, text: str) -> list[str]:
        """The pieces, which make the text when joined."""
        pieces: list[str] = []
        end = 0
        for start, stop in self._whole(text):
            pieces += [*_WORD.findall(text[end:start]), text[start:stop]]
            end = stop
        return pieces + _WORD.findall(text[end:])

    def _whole(self, text: str) -> list[tuple[int, int]]:
        """What stays in one piece, by place; of two that overlap the longer one."""
        kept: list[tuple[int, int]] = []
        for start, end in sorted(self._spans(text), key=lambda span: (span[0] - span[1], span)):
            if all(end <= first or last <= start for first, last in kept):
                kept.append((start, end))
        return sorted(kept)

    def _spans(self, text: str) -> Iterator[tuple[int, int]]:
        yield from ((found.start, found.end) for found in figures.find(text, self._lang))
        yield from ((found.start, found.end) for found in self._glossary.matches(text, self._lang))
        if self._names:
            yield from (found.span() for found in self._names.finditer(text))
