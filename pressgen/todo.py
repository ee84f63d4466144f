"""What is still to be done in a text: a stretch that every format shows and finds again.

``【待译：…】`` and ``[To translate: …]``, ``【读音待核：…】`` and ``[Reading to check: …]``, brackets
balanced inside.
"""

from __future__ import annotations

import re

from pressgen.document import Mark

_READING = re.compile(r"【读音待核[：:]|\[Reading to check:", re.IGNORECASE)
_OPENING = re.compile(rf"【待译[：:]|\[To translate:|{_READING.pattern}", re.IGNORECASE)
_PAIRS = {"【": "】", "[": "]"}


def todos(text: str) -> tuple[Mark, ...]:
    """A mark of kind ``todo`` for each stretch still to be translated, brackets included.

    >>> [text[mark.start : mark.end] for text in ["由【待译：Eleanor】报道"] for mark in todos(text)]
    ['【待译：Eleanor】']
    >>> todos("[To translate: never closed")
    ()
    """
    openings = list(_OPENING.finditer(text))
    closed = _closed(text) if openings else {}
    marks: list[Mark] = []
    end = 0
    for opening in openings:
        if opening.start() >= end and opening.start() in closed:
            end = closed[opening.start()]
            marks.append(Mark(opening.start(), end, "todo"))
    return tuple(marks)


def is_reading(text: str) -> bool:
    """Whether such a stretch is a name whose reading is to be checked, rather than words to translate.

    >>> is_reading("[Reading to check: Shan Yu]"), is_reading("[To translate: 单宇]")
    (True, False)
    """
    return _READING.match(text) is not None


def _closed(text: str) -> dict[int, int]:
    """Where each bracket that opens is closed again (just behind), in one pass."""
    waiting: dict[str, list[int]] = {"】": [], "]": []}
    closed: dict[int, int] = {}
    for at, char in enumerate(text):
        if char in _PAIRS:
            waiting[_PAIRS[char]].append(at)
        elif waiting.get(char):
            closed[waiting[char].pop()] = at + 1
    return closed
