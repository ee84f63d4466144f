"""A text as HTML with its faults marked and numbered; marks that overlap share the characters they share."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Literal

from pressgen.findings import Severity
from pressgen.text import visible

_KINDS = ("error", "warning", "note", "related")
"""The first that covers a character gives it its colour."""
_CARET = "‸"
"""What is marked where something is missing between two characters."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A stretch of a text (code points, half-open), the number of its finding, and what it is to it."""

    start: int
    end: int
    number: int
    kind: Severity | Literal["related"]


def marked(text: str, marks: Sequence[Numbered]) -> str:
    """The text, escaped; each mark's number stands behind its last character and leads to ``#f`` number.

    >>> marked("a < b", [Numbered(2, 3, 1, "error")])
    'a <mark class="error">&lt;</mark><sup class="error" id="m1"><a href="#f1">1</a></sup> b'
    """
    return "".join(_pieces(text, marks))


def _pieces(text: str, marks: Sequence[Numbered]) -> Iterator[str]:
    opening, closing = defaultdict(list), defaultdict(list)
    for mark in marks:
        opening[mark.start].append(mark)
        closing[mark.end].append(mark)
    active: Counter[str] = Counter()
    last = 0
    for at in sorted({*opening, *closing}):
        yield _stretch(text[last:at], active)
        active.subtract(mark.kind for mark in closing[at] if mark.start < mark.end)
        yield from _numbers(closing[at])
        active.update(mark.kind for mark in opening[at] if mark.start < mark.end)
        last = at
    yield _stretch(text[last:], active)


def _stretch(text: str, active: Counter[str]) -> str:
    said = escape("\n".join(visible(line) for line in text.split("\n")))
    kind = next((kind for kind in _KINDS if active[kind] > 0), "")
    if not kind or not said:
        return said
    shared = " shared" if active.total() > 1 else ""
    return f'<mark class="{kind}{shared}">{said}</mark>'


def _numbers(closing: Sequence[Numbered]) -> Iterator[str]:
    for mark in sorted(closing, key=lambda mark: mark.number):
        if mark.start == mark.end:
            yield f'<mark class="{mark.kind}">{_CARET}</mark>'
        name = "" if mark.kind == "related" else f' id="m{mark.number}"'
        yield f'<sup class="{mark.kind}"{name}><a href="#f{mark.number}">{mark.number}</a></sup>'
