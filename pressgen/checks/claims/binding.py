"""Whose each figure is: two figures of one sort that have changed places between their subjects.

In every usual order – subject before figure, figure before subject, all subjects and then all figures
(respectively, 分别) – the first subject has the first figure. So figures are dealt out in order wherever a
sentence has as many of one sort as it has subjects of one class, and else stretch by stretch.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from pressgen.checks.align import Group
from pressgen.checks.claims import rules, wording
from pressgen.checks.claims.clauses import clauses
from pressgen.checks.claims.directions import FROM
from pressgen.checks.claims.joined import Joined, joined
from pressgen.checks.claims.subjects import Subject, subjects
from pressgen.checks.claims.ways import COUNTED
from pressgen.checks.figures.match import Pair
from pressgen.checks.figures.meaning import ALIKE
from pressgen.checks.figures.seen import Seen
from pressgen.document import Block
from pressgen.errors import Wording
from pressgen.figures import Figure
from pressgen.findings import Finding
from pressgen.glossary import Glossary

_JOINT = {
    "zh": re.compile("[，、；,;]|以及|[和与及而](?=[^，。；]*\\d)"),
    "en": re.compile(
        r"[,;(]|\b(?:and|while|but|whereas|against|or|compared with|compared to|versus|after|from|with|"
        r"ahead of|followed by|than)\b"
    ),
}
_OF = {
    "zh": re.compile("(?:为|是|来自|用于|投向|属于|流向|给|在)[^，、；0-9]{0,6}"),
    "en": re.compile(
        r"(?:\s+[\w’'-]+){0,8}?\s+(?:in|at|for|of|from|among|on|to|by|were|was|with)"
        r"(?:\s+[\w’'-]+){0,4}\s+"
    ),
}
_OPENS = re.compile(r"\s*(?:(?:there|it|they) \w+ |about |some |over |nearly |more than )*", re.IGNORECASE)
_AND = re.compile(
    r"\band (?!that\b|those\b|its?\b|the\b|they\b)(?=[\w’'-]+ (?:in|at|for|from|among)\s+(?:the )?$)"
)
_PART = re.compile(r"[,;()，、；]|\b(?:and|while|but|whereas)\b")
_ON_ZH = re.compile("[^，。；0-9]{0,8}?[至到为升降增减跌涨扩缩调提]")
_EACH = {
    "zh": re.compile("分别|依次|各为"),
    "en": re.compile(r"\brespectively\b|\bin that order\b", re.IGNORECASE),
}
_SCORE = re.compile(r"[比:：∶–-]\d")
_SCORED = re.compile(r"\d[比:：∶–-]$")
_MOST = 60
"""Of more figures of a sort in a passage, a table, none is held against another."""


@dataclass(frozen=True, slots=True)
class _Value:
    """A figure of one sort that both texts have once."""

    number: int
    figure: Figure

    @property
    def at(self) -> int:
        return self.figure.start


Bound = Mapping[int, Sequence[Subject]]
"""For each value (by its number) the subjects beside it."""


def check(group: Group, pairs: Sequence[Pair], glossary: Glossary) -> Iterator[Finding]:
    """A finding for each two figures of a group that have changed places; cells each have their own."""
    if len(group.zh) + len(group.en) > 2 and any(block.role == "cell" for block in (*group.zh, *group.en)):
        return
    here = [pair for pair in pairs if pair.zh.block in group.zh and pair.en.block in group.en]
    if not any(len(values) > 1 for values in _sorts(here).values()):
        return
    texts = joined(group.zh), joined(group.en)
    placed = [Pair(texts[0].placed(pair.zh), texts[1].placed(pair.en), pair.closeness) for pair in here]
    named = subjects(texts[0].block, texts[1].block, glossary)
    sorts = _sorts([pair for pair in placed if not _is_name(pair, named)])
    for values in sorts.values():
        yield from _lists(texts, values)
    for sort, values in sorts.items():
        if 1 < len(values) <= _MOST:
            others = [pair for other, found in sorts.items() if other != sort for pair in found]
            yield from _swapped(texts, values, _with_figures(named, others))


def _lists(texts: tuple[Joined, Joined], pairs: Sequence[Pair]) -> Iterator[Finding]:
    """Two lists in a row, dealt out to each other (分别, respectively), of which one is in another order."""
    if not all(wording.RESPECTIVE.search(text.block.text) for text in texts):
        return
    zh = sorted(pairs, key=lambda pair: pair.zh.figure.start)
    dealt = [
        pair for pair in zh if all(wording.is_respective(one.block, one.figure) for one in (pair.zh, pair.en))
    ]
    size = len(dealt)
    if size < 2 or len(zh) < 2 * size or dealt != zh[-size:]:
        return
    en = sorted(pairs, key=lambda pair: pair.en.figure.start)
    if en[: -2 * size] != zh[: -2 * size] or en[-2 * size : -size] != zh[-2 * size : -size]:
        return
    moved = [number for number, (one, two) in enumerate(zip(zh, en, strict=True)) if one is not two]
    if len(moved) > 1 and min(moved) >= len(zh) - size:
        yield _found(*texts, zh[moved[0]], zh[moved[1]], None, None)


def _sorts(pairs: Sequence[Pair]) -> dict[tuple[str, str], list[Pair]]:
    """The pairs by what they count, those of a value that stands twice left out."""
    sorts: dict[tuple[str, str], list[Pair]] = {}
    for pair in pairs:
        figure = pair.zh.figure
        alone = _is_word(pair.zh) or _is_start(pair) or _is_score(pair)
        if figure.kind in COUNTED and pair.closeness <= ALIKE and not alone:
            kind = "count" if figure.kind in ("number", "quantity") else figure.kind
            sorts.setdefault((kind, figure.unit), []).append(pair)
    for found in sorts.values():
        often = Counter(str(pair.zh.figure.value) for pair in found)
        found[:] = [pair for pair in found if often[str(pair.zh.figure.value)] == 1]
    return sorts


def _is_word(one: Seen) -> bool:
    """A small number in words that may be none: 一个, 两种; years of prison are one."""
    return one.slight and not one.figure.unit


def _is_name(pair: Pair, named: tuple[list[Subject], list[Subject]]) -> bool:
    """Whether a number is part of what something is called: Line 2, 2号线."""
    return any(
        subject.start <= one.figure.start and one.figure.end <= subject.end
        for one, side in zip((pair.zh, pair.en), named, strict=True)
        for subject in side
    )


def _is_score(pair: Pair) -> bool:
    """Whether it is half of a score, which the two sides share: 3比1, 3-1."""
    figure, text = pair.zh.figure, pair.zh.block.text
    before = _SCORED.search(text, max(0, figure.start - 3), figure.start)
    return bool(before or _SCORE.match(text, figure.end))


def _is_start(pair: Pair) -> bool:
    """What a change begins at (from 3 to 5) has the subject of what it comes to."""
    zh, en = pair.zh.figure, pair.en.figure
    text = pair.zh.block.text
    ours = FROM["zh"].search(text, max(0, zh.start - 40), zh.start) and _ON_ZH.match(text, zh.end)
    return bool(ours or FROM["en"].search(pair.en.block.text, max(0, en.start - 40), en.start))


def _with_figures(
    named: tuple[list[Subject], list[Subject]], others: Sequence[Pair]
) -> tuple[list[Subject], list[Subject]]:
    """Figures of other sorts tell whose a figure is where no name does: 42,318 yuan, up 4.6 percent."""
    both: tuple[list[Subject], list[Subject]] = (list(named[0]), list(named[1]))
    for pair in others:
        key = f"{pair.zh.figure.kind} {pair.zh.figure.unit}"
        for side, figure in zip(both, (pair.zh.figure, pair.en.figure), strict=True):
            side.append(Subject(figure.start, figure.end, str(pair.zh.figure.value), key))
    for side in both:
        side.sort(key=lambda one: one.start)
    return both


def _swapped(
    texts: tuple[Joined, Joined], pairs: Sequence[Pair], named: tuple[list[Subject], list[Subject]]
) -> Iterator[Finding]:
    """Two figures whose subjects went over to each other."""
    zh, en = texts[0].block, texts[1].block
    ours, theirs = (
        _of_every_class(block, [getattr(pair, block.lang).figure for pair in pairs], side)
        for block, side in zip((zh, en), named, strict=True)
    )
    open_: list[tuple[int, int]] = []
    for one, two in combinations(range(len(pairs)), 2):
        left, right = _apart(ours, one, two), _apart(theirs, one, two)
        over, back = left[0].keys() & right[1].keys(), left[1].keys() & right[0].keys()
        stayed = [len(left[side].keys() & right[side].keys()) for side in (0, 1)]
        if min(len(over), len(back)) > min(stayed):
            yield _found(*texts, pairs[one], pairs[two], left[0][min(over)], left[1][min(back)])
        elif not all(stayed):
            open_.append((one, two))
    both = [pair.zh.figure for pair in pairs], [pair.en.figure for pair in pairs]
    for found in wording.crossed(zh, en, both, named, open_) if open_ else ():
        yield _found(*texts, pairs[found.one], pairs[found.two], found.first, found.second)


_Beside = Mapping[int, Mapping[str, Subject]]
"""For each value (by its number) the subjects beside it, by key."""


def _of_every_class(block: Block, figures: Sequence[Figure], named: Sequence[Subject]) -> _Beside:
    beside: dict[int, dict[str, Subject]] = {number: {} for number in range(len(figures))}
    for kind in {one.kind for one in named}:
        for number, found in _bound(block, figures, [one for one in named if one.kind == kind]).items():
            beside[number] |= {f"{kind} {one.key}": one for one in found}
    return beside


def _apart(beside: _Beside, one: int, two: int) -> tuple[dict[str, Subject], dict[str, Subject]]:
    """The subjects that only the one of two figures has, and those that only the other has."""
    here, there = beside[one], beside[two]
    return (
        {key: subject for key, subject in here.items() if key not in there},
        {key: subject for key, subject in there.items() if key not in here},
    )


def _bound(block: Block, figures: Sequence[Figure], named: Sequence[Subject]) -> Bound:
    """Each figure's subjects of one class, part by part; a part without any takes that of the one before."""
    bound: dict[int, Sequence[Subject]] = {}
    waiting: Sequence[Subject] = ()
    for start, end in _parts(block):
        values = sorted(
            (_Value(number, one) for number, one in enumerate(figures) if start <= one.start < end),
            key=lambda value: value.at,
        )
        here = [one for one in named if start <= one.start < end]
        if not values:
            waiting = here[-1:] or waiting
        elif here:
            bound |= _dealt(block, values, here, (start, end))
            waiting = ()
        elif waiting and len(values) == 1:
            bound[values[0].number] = waiting
            waiting = ()
    return bound


def _parts(block: Block) -> list[tuple[int, int]]:
    """Sentences, and what semicolons part in them."""
    parts: list[tuple[int, int]] = []
    sentence, open_ = -1, False
    for clause in clauses(block):
        if open_ and clause.sentence == sentence:
            parts[-1] = parts[-1][0], clause.end
        else:
            parts.append((clause.start, clause.end))
        sentence, open_ = clause.sentence, not clause.text.rstrip().endswith((";", "；"))
    return parts


def _dealt(block: Block, values: Sequence[_Value], named: Sequence[Subject], part: tuple[int, int]) -> Bound:
    first = list({one.key: one for one in reversed(named)}.values())
    first.sort(key=lambda one: one.start)
    if len(first) == len(values) and (
        _alternate(block, values, first, part[0]) or _EACH[block.lang].search(block.text, *part)
    ):
        return {value.number: (one,) for value, one in zip(values, first, strict=True)}
    if " " in named[0].kind:
        return {}
    behind = [_is_behind(block, value, named, part[0]) for value in values]
    cuts = [part[0], *_cuts(block, values, behind), part[1]]
    bound: dict[int, Sequence[Subject]] = {}
    for value, low, high, last in zip(values, cuts, cuts[1:], behind, strict=False):
        if nearest := [one for one in named if low <= one.start < (high if last else value.at)]:
            bound[value.number] = nearest
    return bound


def _alternate(block: Block, values: Sequence[_Value], named: Sequence[Subject], part: int) -> bool:
    """Whether each subject stands between the figures before and behind its own: not all of them ahead."""
    places = [-1, *(value.at for value in values), named[-1].end + values[-1].at]
    between = (low < one.start < high for one, low, high in zip(named, places[:-2], places[2:], strict=True))
    return all(between) and (named[0].start < values[0].at or _is_behind(block, values[0], named, part))


def _is_behind(block: Block, value: _Value, named: Sequence[Subject], part: int) -> bool:
    """Whether a subject follows right behind: 9.4 percent in textiles, 62,000 from Thailand, 51%为男性."""
    following = next((one for one in named if one.start > value.at), None)
    if following is None:
        return False
    between = block.text[value.figure.end : following.start]
    if not between.strip() or (block.lang == "en" and _OPENS.fullmatch(block.text, part, value.at)):
        return True
    return bool(_OF[block.lang].fullmatch(between)) and not _PART.search(_AND.sub("", between))


def _cuts(block: Block, values: Sequence[_Value], behind: Sequence[bool]) -> Iterator[int]:
    """Where one figure's stretch ends and the next one's begins: as near the one, or the other, as can be."""
    for value, following, last in zip(values, values[1:], behind, strict=False):
        found = [
            one.start() for one in _JOINT[block.lang].finditer(block.text, value.figure.end, following.at)
        ]
        if not found:
            yield value.figure.end
        else:
            yield found[-1] if last else found[0]


def _found(
    zh: Joined, en: Joined, one: Pair, two: Pair, first: Subject | None, second: Subject | None
) -> Finding:
    places = sorted((one.en.figure, two.en.figure), key=lambda figure: figure.start)
    owners = [
        (zh.block.text[subject.start : subject.end], pair.zh.figure.text)
        for subject, pair in ((first, one), (second, two))
        if subject
    ]
    stretches = sorted((pair.zh.figure.start, pair.zh.figure.end) for pair in (one, two))
    answers = [zh.span(*stretch) for stretch in stretches]
    return rules.SWAPPED.at(
        en.span(places[0].start, places[1].end),
        related=(*answers, en.span(places[1].start, places[1].end)),
        first=places[0].text,
        second=places[1].text,
        owners=Wording(
            "，".join(f"“{name}”为{figure}" for name, figure in owners),
            ", ".join(f"“{name}” has {figure}" for name, figure in owners),
        ),
    )
