"""Whose each figure of a text is: figures dealt out to the subjects beside them.

In every usual order – subject before figure, figure before subject, all subjects and then all figures
(respectively, 分别) – the first subject has the first figure. So figures are dealt out in order wherever a
sentence has as many of one sort as it has subjects of one class, and else stretch by stretch.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pressgen.checks.claims.clauses import clauses
from pressgen.checks.claims.named import NAME
from pressgen.checks.claims.roles import IS_DIFFERENCE, IS_WHOLE, roles
from pressgen.checks.claims.stretches import RESPECTIVE, has_items, in_rows
from pressgen.checks.claims.subjects import AGE, CODE, TIME, Subject
from pressgen.checks.remembered import remembered
from pressgen.document import Block
from pressgen.figures import Figure
from pressgen.regex import regex

_JOINT = {
    "zh": regex("[，、；,;]|以及|[和与及而](?=[^，。；]*\\d)"),
    "en": regex(
        r"[,;(]|\b(?:and|while|but|whereas|against|or|compared with|compared to|versus|after|from|with|"
        r"ahead of|followed by|than)\b"
    ),
}
_OF = {
    "zh": regex("(?:为|是|来自|用于|投向|属于|流向|给|在)[^，、；0-9]{0,6}"),
    "en": regex(
        r"(?:\s+[\w’'-]+){0,8}?\s+(?:in|at|for|of|from|among|on|to|by|were|was|with)"
        r"(?:\s+[\w’'-]+){0,4}\s+"
    ),
}
_DIGITS = regex(r"\d[\d,.]*(?=\s)")
_ADVERB = regex(r"(?: (?:million|billion))?(?: [a-z]+){0,2},?(?: respectively,?)? ")
"""What stands between a figure and a time that says when: 146, respectively, last year."""
_OPENS = regex(r"\s*(?:(?:there|it|they) \w+ |about |some |over |nearly |more than )*", re.IGNORECASE)
_AND = regex(
    r"\band (?!that\b|those\b|its?\b|the\b|they\b)"
    r"(?=[\w’'-]+ (?:(?:in|at|for|from|among)\s+(?:the )?)?$)"
)
_PART = regex(r"[,;()，、；]|\b(?:and|while|but|whereas)\b")


@dataclass(frozen=True, slots=True)
class _Value:
    """A figure of one sort that both texts have once."""

    number: int
    figure: Figure
    differs: bool
    """Whether it is told as a difference: 61 more."""

    @property
    def at(self) -> int:
        return self.figure.start


Bound = Mapping[int, Sequence[Subject]]
"""For each value (by its number) the subjects beside it."""

Beside = Mapping[int, dict[str, Subject]]
"""For each value (by its number) the subjects beside it, by key."""

_Part = tuple[int, int, list[_Value]]
"""A stretch of a block and the values in it."""


def of_every_class(block: Block, figures: Sequence[Figure], named: Sequence[Subject]) -> Beside:
    """The subjects of every class beside each figure of a block, and what the figures are to each other.

    In a row one word may be said of all, and is none of their roles. A whole (“1,370 of the 5,230 jobs”) has
    no subject of its own.
    """
    in_a_row = {number for row in in_rows(block, figures) for number in row}
    said = [roles(block, figure) for figure in figures]
    beside = {number: {} if number in in_a_row else found for number, found in enumerate(said)}
    of_kind: dict[str, list[Subject]] = {}
    for subject in named:
        of_kind.setdefault(subject.kind, []).append(subject)
    values = [_Value(number, figure, IS_DIFFERENCE in said[number]) for number, figure in enumerate(figures)]
    parts = _with_values(block, sorted(values, key=lambda value: value.at))
    no_wholes = [
        (start, end, [value for value in values if IS_WHOLE not in beside[value.number]])
        for start, end, values in parts
    ]
    for number, level in _levels(parts):
        beside[number] |= {f"{LEVEL} {level.value}": Subject(level.start, level.end, str(level.value), LEVEL)}
    for kind, subjects in of_kind.items():
        bound = _bound(block, parts if kind in _OWNERS else no_wholes, subjects)
        for number, found in bound.items():
            beside[number] |= {f"{kind} {subject.key}": subject for subject in found}
    return beside


LEVEL = "level"
"""The class of what a difference is one of: the figure before it, 1,563 storks, 212 more."""


def _levels(parts: Sequence[_Part]) -> Iterator[tuple[int, Figure]]:
    """Each difference, by its number, and the figure before it that it is a difference from."""
    for _, _, values in parts:
        for before, value in pairwise(values):
            if value.differs and not before.differs:
                yield value.number, before.figure


_OPENING = {"zh": 12, "en": 30}
"""So many letters from its beginning a part says what it and the next figure are about."""
_OWNERS = frozenset((NAME, TIME, CODE, AGE))
"""Classes of what has figures of its own until the next one is named."""


def _with_values(block: Block, values: Sequence[_Value]) -> list[_Part]:
    """The parts of a block, each with the figures in it, which are given in their order."""
    return [
        (start, end, [value for value in values if start <= value.at < end]) for start, end in _parts(block)
    ]


def _bound(block: Block, parts: Sequence[_Part], named: Sequence[Subject]) -> Bound:
    """Each figure's subjects of one class, part by part; a part without any takes that of the one before."""
    bound: dict[int, Sequence[Subject]] = {}
    waiting: Sequence[Subject] = ()
    for start, end, values in parts:
        here = [subject for subject in named if start <= subject.start < end]
        if not values:
            first = start + _OPENING[block.lang]
            waiting = [subject for subject in here[-1:] if subject.start <= first] or waiting
        elif here:
            bound |= _dealt(block, values, here, (start, end))
            waiting = ()
        elif waiting and len(values) == 1:
            bound[values[0].number] = waiting
            waiting = ()
        elif _is_row(block, values):
            bound |= _from_elsewhere(block, values, named, (start, end))
        if " " not in named[0].kind:
            bound |= _shared(block, values, bound)
    return bound


def _from_elsewhere(
    block: Block, values: Sequence[_Value], named: Sequence[Subject], part: tuple[int, int]
) -> Bound:
    """Figures in a row that are dealt out to as many subjects of other parts, in front or behind.

    甲蓄水2亿立方米，乙蓄水1亿立方米，分别增加3%和5%.
    """
    if has_items(block, values[0].figure, len(values), part[0]):
        return {}
    ahead = list({subject.key: subject for subject in named if subject.start < part[0]}.values())
    if RESPECTIVE[block.lang].search(block.text, *part):
        ahead = ahead[-len(values) :]
    behind = [subject for subject in named if subject.start >= part[1]]
    for found in (ahead, behind):
        if len(found) == len(values):
            return {value.number: (subject,) for value, subject in zip(values, found, strict=True)}
    return {}


def _shared(block: Block, values: Sequence[_Value], bound: Bound) -> Bound:
    """What has no subject of its own has that of its row, or of the figure before it in its part."""
    found = {value.number: bound[value.number] for value in values if value.number in bound}
    if not found or len(found) == len(values):
        return found
    for row in in_rows(block, [value.figure for value in values]):
        numbers = [values[place].number for place in row]
        if len(held := [found[number] for number in numbers if number in found]) == 1:
            found |= dict.fromkeys(numbers, held[0])
    last: Sequence[Subject] = ()
    for value in values:
        if value.number in found:
            last = found[value.number]
        elif last:
            found[value.number] = last
    return found


@remembered(8)
def _parts(block: Block) -> list[tuple[int, int]]:
    """Sentences, and what semicolons part in them."""
    parts: list[tuple[int, int]] = []
    sentence, open_ = -1, False
    for clause in clauses(block):
        alone = block.lang == "zh" and bool(_DEALT_ALONE.search(clause.text))
        if open_ and not alone and clause.sentence == sentence:
            parts[-1] = parts[-1][0], clause.end
        else:
            parts.append((clause.start, clause.end))
        sentence, open_ = clause.sentence, not alone and not clause.text.rstrip().endswith((";", "；"))
    return parts


_DEALT_ALONE = regex(r"(?:分别|依次)[^，。；]*?\d[^，。；]*?[、和与及][^，。；]*?\d")
"""A clause that deals out figures in a row, to what stands in it or before it."""


def _dealt(block: Block, values: Sequence[_Value], named: Sequence[Subject], part: tuple[int, int]) -> Bound:
    first = list({subject.key: subject for subject in reversed(named)}.values())
    first.sort(key=lambda subject: subject.start)
    each, row = RESPECTIVE[block.lang].search(block.text, *part), _is_row(block, values)
    if len(first) == len(values) and (
        each or (row and _is_list(block, first)) or _alternate(block, values, first, part[0])
    ):
        return {value.number: (subject,) for value, subject in zip(values, first, strict=True)}
    if len(first) == 1 and (each or row):
        return {value.number: tuple(first) for value in values}
    if " " in named[0].kind:
        return {}
    behind = [_is_behind(block, value, named, part[0]) for value in values]
    cuts = [part[0], *_cuts(block, values, behind), part[1]]
    bound: dict[int, Sequence[Subject]] = {}
    for value, low, high, last in zip(values, cuts, cuts[1:], behind, strict=False):
        if nearest := [subject for subject in named if low <= subject.start < (high if last else value.at)]:
            bound[value.number] = nearest
    return bound


def _is_row(block: Block, values: Sequence[_Value]) -> bool:
    """Whether figures follow each other as those of a list: 817 million yuan and 893 million yuan."""
    rows = in_rows(block, [value.figure for value in values])
    return len(values) > 1 and [len(row) for row in rows] == [len(values)]


_LISTED = {
    "zh": regex("[^，。；、\\d]{0,6}(?:、|以及|[和与及])[^，。；、\\d]{0,2}"),
    "en": regex(r"(?: [\w’'-]+){0,3},?(?: and| &|,)? (?:the |in |at )?"),
}
"""What joins the subjects of a list."""


def _is_list(block: Block, named: Sequence[Subject]) -> bool:
    """Whether subjects follow each other as those of a list: 古越龙山、会稽山."""
    return all(
        _LISTED[block.lang].fullmatch(block.text, here.end, there.start) for here, there in pairwise(named)
    )


def _alternate(block: Block, values: Sequence[_Value], named: Sequence[Subject], part: int) -> bool:
    """Whether each subject stands between the figures before and behind its own: not all of them ahead."""
    places = [-1, *(value.at for value in values), named[-1].end + values[-1].at]
    between = (
        low < subject.start < high for subject, low, high in zip(named, places[:-2], places[2:], strict=True)
    )
    if not all(between):
        return False
    if named[0].start < values[0].at:
        return not any(_is_behind(block, value, named, part) for value in values[:-1])
    return _is_behind(block, values[0], named, part)


def _is_behind(block: Block, value: _Value, named: Sequence[Subject], part: int) -> bool:
    """Whether a subject follows right behind: 9.4 percent in textiles, 62,000 from Thailand, 51%为男性."""
    following = next((subject for subject in named if subject.start > value.at), None)
    if following is None:
        return False
    between = _DIGITS.sub("0", block.text[value.figure.end : following.start])
    if following.kind == TIME and _ADVERB.fullmatch(between):
        return True
    if not between.strip() or (block.lang == "en" and _OPENS.fullmatch(block.text, part, value.at)):
        return True
    return bool(_OF[block.lang].fullmatch(between)) and not _PART.search(_AND.sub("", between))


def _cuts(block: Block, values: Sequence[_Value], behind: Sequence[bool]) -> Iterator[int]:
    """Where one figure's stretch ends and the next one's begins: as near the one, or the other, as can be."""
    for value, following, last in zip(values, values[1:], behind, strict=False):
        found = [
            match.start() for match in _JOINT[block.lang].finditer(block.text, value.figure.end, following.at)
        ]
        if not found:
            yield following.at if last else value.figure.end
        else:
            yield found[-1] if last else found[0]
