"""What of a draft could go first where it is too long: background, further figures, further names.

What its writer marked ``optional`` goes first, wherever it stands. ``weights.csv`` says how much each kind of
statement weighs; a kind it does not list stays. What stands in the first paragraph, the first quotation and
the first figures stay, too, and what the headline is about goes last.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from pressgen import packaged
from pressgen.document import Block
from pressgen.drafting.story import statement_at
from pressgen.english import singular
from pressgen.errors import Wording
from pressgen.events.model import Event
from pressgen.events.values import Text
from pressgen.regex import regex
from pressgen.text import HAN

_STOP = regex(r"(?<=[。！？])(?![”’])|(?<=[.?!])”? (?=[A-Z\[“])")
_WORD = regex("[a-z]{4,}")
_FOUR = regex(f"(?=([{HAN}]{{4}}))")
_ONE_STAYS = frozenset({"quote", "indicator", "indicators", "counts", "breakdown"})
"""Kinds of which the first stays: what somebody said, what the release measures."""


class Cut(NamedTuple):
    """A statement that could go: its kind, its line in the event file, and where its sentences stand."""

    kind: str
    line: int
    stretches: tuple[str, ...]
    optional: bool = False


def cuts(event: Event, body: Sequence[Block]) -> list[Cut]:
    """What could go, the lightest first and of equals the last first; ``body`` stands as on the page."""
    marked = [cut for cut in reversed([*_statements(event, body)]) if cut.optional]
    found = [cut for cut in _statements(event, body[1:]) if not cut.optional]
    first = {kind: next((cut for cut in found if cut.kind == kind), None) for kind in _ONE_STAYS}
    weighed = [cut for cut in reversed(found) if cut.kind in _weights() and cut is not first.get(cut.kind)]
    headline = event.facts["headline"].value
    news = headline.of(body[0].lang) if isinstance(headline, Text) and body[0].lang != "und" else ""
    return marked + sorted(weighed, key=lambda cut: (_tells(cut, news), _weights()[cut.kind]))


def _tells(cut: Cut, headline: str) -> bool:
    """Whether a statement tells what the headline does: four characters, or two words, are the same."""
    told = " ".join(cut.stretches)
    if _words(headline) and len(_words(headline) & _words(told)) > 1:
        return True
    return any(found[1] in told for found in _FOUR.finditer(headline))


def _words(text: str) -> set[str]:
    """The words of an English text that say something, in the singular."""
    return {singular(word) for word in _WORD.findall(text.lower())}


def _statements(event: Event, body: Sequence[Block]) -> Iterator[Cut]:
    """Every statement with the sentences that begin with a fact of it."""
    stretches: dict[tuple[str, str], list[str]] = {}
    for block in body:
        for start, end in pairwise(
            [0, *(found.end() for found in _STOP.finditer(block.text)), len(block.text)]
        ):
            facts = sorted((m for m in block.facts if start <= m.start < end), key=lambda mark: mark.start)
            found = next((at for mark in facts if (at := statement_at(event, mark.target))), None)
            if found:
                stretches.setdefault(found[:2], []).append(block.text[start:end])
    for (kind, path), texts in stretches.items():
        places = [fact.at.line for name, fact in event.facts.items() if name.startswith(f"{path}.")]
        line = min((line for line in places if line), default=0)
        yield Cut(kind, line, tuple(texts), f"{path}.optional" in event.facts)


def label(event: Event, cut: Cut) -> Wording:
    """What a person calls the statement: line 52 (Past editions)."""
    called = event.fields.fields["story"].fields[cut.kind].label
    return Wording(f"第{cut.line}行（{called.zh}）", f"line {cut.line} ({called.en})")


@cache
def _weights() -> dict[str, int]:
    return {row["kind"]: int(row["weight"]) for row in packaged.rows(__file__, "weights.csv")}
