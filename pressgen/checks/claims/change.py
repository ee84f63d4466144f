"""From one figure to another, in one language: the verb says the way the figures themselves go."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from pressgen.checks.claims import rules
from pressgen.checks.claims.directions import FROM, read
from pressgen.checks.claims.lexicon import Hit
from pressgen.checks.claims.ways import COUNTED
from pressgen.checks.found import figures_of
from pressgen.document import Block
from pressgen.errors import Wording
from pressgen.figures import Figure
from pressgen.findings import Finding
from pressgen.regex import regex

_ON_EN = regex(r"(?:\s+(?!and\b|but\b|while\b|or\b)[\w’'-]+){0,5}?\s+to\s+(?:\w+\s+){0,3}")
_STOP = regex(r"[.;。；](?:\s|$)|[。；]")
_OF_SO_MANY = regex(r"\b(?:in|out of) (?:an? |every )?$", re.I)
"""What stands in front of what a share is of: two in a thousand."""
_FAR = 160
"""Letters from a verb to its figures at most."""
_NEAR = 20
"""Letters in front of a figure that may say it is a rank."""
_RANKED = regex(r"[类级等名位线档号]|[ -]?(?:place|tier|grade|class)\b")
_RANK = regex(r"[第类级列]$|\b(?:class|grade|tier|level|rank(?:ed|ing)?|number|place|division|no\.)\s$", re.I)
_VERBS = frozenset({"change", "size", "compare"})
_RISE, _FALL = Wording("升", "a rise"), Wording("降", "a fall")


def check(block: Block) -> Iterator[Finding]:
    """A finding for each verb of change that its two figures contradict."""
    figures = [
        figure
        for figure in figures_of(block)
        if figure.kind in COUNTED and not (_is_rank(figure, block.text) or _is_base(figure, block.text))
    ]
    words = [hit for hit in read(block).words if hit.row["kind"] in _VERBS] if len(figures) > 1 else []
    for before in figures if words else ():
        if FROM[block.lang].search(block.text, max(0, before.start - 40), before.start):
            both = (_english if block.lang == "en" else _chinese)(before, figures, words, block.text)
            if both and _contradicted(before, *both):
                yield _found(block, before, *both)
    if words and block.lang == "zh":
        yield from _held(block, figures, words)


def _held(block: Block, figures: Sequence[Figure], words: Sequence[Hit]) -> Iterator[Finding]:
    """A finding for each figure that is said to be above one that is more, or below one that is less."""
    for level, base in pairwise(figures):
        found = _HELD.search(block.text, level.end, base.start)
        if not found or not (found["of"] or block.text.startswith("的", base.end)):
            continue
        verb = next((hit for hit in words if hit.start == found.start("verb")), None)
        apart = verb and _BROKEN.search(block.text, level.end, verb.start)
        if verb and not apart and _contradicted(base, level, verb):
            yield _found(block, base, level, verb)


_HELD = regex("(?P<verb>高于|低于|多于|少于|不及|超过|快于|慢于)(?:[^，。；0-9]{0,14}(?P<of>的))?$")
"""Above or below what, with its figure: 低于去年同期的97元; 高于全省0.3% is a difference."""
_BROKEN = regex("[。；]|，[^，]*，|[^，。；]{9,}$")
"""What stands between them where the first is no level of the second."""


def _is_rank(figure: Figure, text: str) -> bool:
    """Whether a number is a place in an order, of which the lower one is the better: 五类, Class V."""
    return bool(
        _RANKED.match(text, figure.end) or _RANK.search(text, max(0, figure.start - _NEAR), figure.start)
    )


def _is_base(figure: Figure, text: str) -> bool:
    """Whether a round number is what a share is of: two in a thousand, down from six."""
    round_ = str(figure.value).rstrip("0") == "1" and figure.value != 1
    return round_ and bool(_OF_SO_MANY.search(text, max(0, figure.start - _NEAR), figure.start))


def _english(
    before: Figure, figures: Sequence[Figure], words: Sequence[Hit], text: str
) -> tuple[Figure, Hit] | None:
    """Rose from X to Y, rose to Y from X; Y …, up from X."""
    verb = next((hit for hit in reversed(words) if hit.end <= before.start), None)
    if verb is None or before.start - verb.end > _FAR or _STOP.search(text, verb.end, before.start):
        return None
    behind = next((figure for figure in figures if figure.start >= before.end), None)
    between = [figure for figure in figures if verb.end <= figure.start and figure.end < before.start]
    if behind and not between and _ON_EN.fullmatch(text, before.end, behind.start):
        return behind, verb
    if len(between) == 1 and " to " in text[verb.end : between[0].start]:
        return between[0], verb
    bare = (before.kind, before.unit) == _BARE
    alike = [figure for figure in figures if bare or (figure.kind, figure.unit) == (before.kind, before.unit)]
    ahead = next((figure for figure in reversed(alike) if figure.end <= verb.start), None)
    far = ahead is None or _STOP.search(text, ahead.end, verb.start)
    close = text[verb.end : before.start].strip().lower().startswith("from")
    return (ahead, verb) if ahead and close and not far and not between else None


def _chinese(
    before: Figure, figures: Sequence[Figure], words: Sequence[Hit], text: str
) -> tuple[Figure, Hit] | None:
    """由X增至Y."""
    after = next((figure for figure in figures if figure.start >= before.end), None)
    verb = next((hit for hit in words if hit.start >= before.end), None)
    if after is None or verb is None or verb.end > after.start or "，" in text[before.end : after.start]:
        return None
    return (after, verb) if text[verb.start : after.start].rstrip("约近超逾 ")[-1:] in "至到为成" else None


_BARE = ("number", "")
"""A number may leave its unit to the one behind it: from 420 to 350 cubic meters."""


def _contradicted(before: Figure, after: Figure, verb: Hit) -> bool:
    if (before.kind, before.unit) not in ((after.kind, after.unit), _BARE) or "deg" in after.unit:
        return False
    if before.high is not None or after.high is not None or before.value == after.value:
        return False
    return (Decimal(after.value) > Decimal(before.value)) != (verb.row["way"] == "+")


def _found(block: Block, before: Figure, after: Figure, verb: Hit) -> Finding:
    rises = Decimal(after.value) > Decimal(before.value)
    return rules.CHANGE.at(
        block.span(verb.start, verb.end),
        related=(block.span(before.start, before.end), block.span(after.start, after.end)),
        text=verb.text,
        before=before.text,
        after=after.text,
        right=_RISE if rises else _FALL,
    )
