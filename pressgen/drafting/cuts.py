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
    """A statement that could go: its kind, its line in the event file, where its sentences stand.

    ``news``: it tells what the headline does.
    """

    kind: str
    line: int
    stretches: tuple[str, ...]
    optional: bool = False
    news: bool = False


def cuts(event: Event, body: Sequence[Block]) -> list[Cut]:
    """What could go, the lightest first and of equals the last first; ``body`` stands as on the page."""
    marked = [cut for cut in reversed([*_statements(event, body)]) if cut.optional]
    found = [cut for cut in _statements(event, body[1:]) if not cut.optional]
    first = {kind: next((cut for cut in found if cut.kind == kind), None) for kind in _ONE_STAYS}
    weighed = [cut for cut in reversed(found) if cut.kind in _weights() and cut is not first.get(cut.kind)]
    return marked + sorted(weighed, key=lambda cut: (cut.news, _weights()[cut.kind]))


def _is_news(event: Event, path: str) -> bool:
    """Whether a statement tells what the headline does: four characters, or two English words, are the same.

    Names do not tell it: they stand in what is said of anything else, too.
    """
    facts = event.facts.items()
    values = [
        fact.value for name, fact in facts if name.startswith(f"{path}.") and isinstance(fact.value, Text)
    ]
    headline = event.facts["headline"].value
    if not isinstance(headline, Text):
        return False
    if headline.zh:
        return any(found[1] in value.zh for found in _FOUR.finditer(headline.zh) for value in values)
    return len(_words(headline.en) & _words(" ".join(value.en for value in values))) > 1


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
        yield Cut(kind, line, tuple(texts), f"{path}.optional" in event.facts, _is_news(event, path))


def label(event: Event, cut: Cut) -> Wording:
    """What a person calls the statement: line 52 (Past editions)."""
    called = event.fields.fields["story"].fields[cut.kind].label
    return Wording(f"第{cut.line}行（{called.zh}）", f"line {cut.line} ({called.en})")


@cache
def _weights() -> dict[str, int]:
    return {row["kind"]: int(row["weight"]) for row in packaged.rows(__file__, "weights.csv")}
