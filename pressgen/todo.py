"""What is still to be done in a text: a stretch that every format shows and finds again.

``【待译：…】`` and ``[To translate: …]``, ``【读音待核：…】`` and ``[Reading to check: …]``, and marks of a
house's own; brackets balanced inside.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from pressgen.document import Block, Mark
from pressgen.regex import compiled

Around = tuple[str, str]
"""What a mark of a house's own begins and ends with."""

_READING = r"【读音待核[：:]|\[Reading to check:"
_OPENING = rf"【待译[：:]|\[To translate:|{_READING}"
_PAIRS = dict(zip("【[（(<《{「“«", "】]）)>》}」”»", strict=True))
_LONGEST = 5000
"""A mark without brackets is no longer."""
_OPENED = {closing: opening for opening, closing in _PAIRS.items()}


@dataclass(frozen=True)
class Marks:
    """The marks that are understood: those everybody knows and a house's own for translators and readings."""

    own: tuple[Around, ...] = ()
    readings: tuple[Around, ...] = ()

    @cached_property
    def _opening(self) -> re.Pattern[str]:
        own = [re.escape(first) for first, _ in (*self.own, *self.readings)]
        return compiled("|".join([*own, _OPENING]), re.IGNORECASE)

    @cached_property
    def _reading(self) -> re.Pattern[str]:
        return compiled(
            "|".join([*(re.escape(first) for first, _ in self.readings), _READING]), re.IGNORECASE
        )

    def find(self, text: str) -> tuple[Mark, ...]:
        """A mark of kind ``todo`` for each stretch still to be done, what opens and closes it included.

        >>> Marks().find("[To translate: never closed"), Marks((("TR:", ";"),)).find("TR: 佛山; 苏州")
        ((), (Mark(start=0, end=7, kind='todo', target=''),))
        """
        openings = list(self._opening.finditer(text))
        closed = _closed(text) if openings else {}
        marks: list[Mark] = []
        last = 0
        for opening in openings:
            end = self._end(text, opening, closed)
            if opening.start() >= last and end:
                marks.append(Mark(opening.start(), end, "todo"))
                last = end
        return tuple(marks)

    def _end(self, text: str, opening: re.Match[str], closed: dict[int, int]) -> int:
        """Where the mark that opens here ends, or 0."""
        word = opening[0].casefold()
        after = next((last for first, last in (*self.own, *self.readings) if first.casefold() == word), "")
        bracket = opening[0].find(_OPENED.get(after[-1:], opening[0][0] if not after else "\0"))
        if bracket < 0:
            found = text.find(after, opening.end(), opening.end() + _LONGEST)
            return found + len(after) if found > 0 else 0
        end = closed.get(opening.start() + bracket, 0)
        return end if text[:end].endswith(after) else 0

    def is_reading(self, text: str) -> bool:
        """Whether such a stretch is a name whose reading is to be checked, rather than words to translate.

        >>> Marks().is_reading("[Reading to check: Shan Yu]"), Marks().is_reading("[To translate: 单宇]")
        (True, False)
        """
        return self._reading.match(text) is not None

    def marked(self, block: Block) -> Block:
        """The paragraph with a mark for each such stretch; outer marks stand before inner ones."""
        found = self.find(block.text)
        rest = [mark for mark in block.marks if mark.kind != "todo" or not found]
        marks = sorted([*rest, *found], key=lambda mark: (mark.start, -mark.end, mark.kind, mark.target))
        return replace(block, marks=tuple(marks)) if marks else block


KNOWN = Marks()
"""The marks everybody knows."""


def todos(block: Block) -> tuple[Mark, ...]:
    """The stretches of a paragraph that wait for somebody: those it is marked with, else those of its text.

    >>> block = Block("body", "由【待译：Eleanor】报道", "zh")
    >>> [block.text[mark.start : mark.end] for mark in todos(block)]
    ['【待译：Eleanor】']
    """
    return tuple(mark for mark in block.marks if mark.kind == "todo") or _known(block.text)


@lru_cache(maxsize=512)
def _known(text: str) -> tuple[Mark, ...]:
    return KNOWN.find(text)


def _closed(text: str) -> dict[int, int]:
    """Where each bracket that opens is closed again (just behind), in one pass."""
    waiting: dict[str, list[int]] = {closing: [] for closing in _OPENED}
    closed: dict[int, int] = {}
    for at, char in enumerate(text):
        if char in _PAIRS:
            waiting[_PAIRS[char]].append(at)
        elif waiting.get(char):
            closed[waiting[char].pop()] = at + 1
    return closed
