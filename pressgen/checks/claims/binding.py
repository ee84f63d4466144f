"""Whose each figure is: two figures of one sort that have changed places between their subjects."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from decimal import Decimal

from pressgen.checks.align import Group
from pressgen.checks.claims import rules, stretches, wording
from pressgen.checks.claims.counted import exchanged
from pressgen.checks.claims.crossways import candidates, go_apart, went_over
from pressgen.checks.claims.dealt import Beside, of_every_class
from pressgen.checks.claims.directions import FROM
from pressgen.checks.claims.joined import Joined, joined
from pressgen.checks.claims.named import NAME, THING
from pressgen.checks.claims.parts import YEARS
from pressgen.checks.claims.roles import ROLE, is_telling
from pressgen.checks.claims.subjects import AGE, CODE, TIME, Subject, subjects
from pressgen.checks.claims.turned import turned
from pressgen.checks.claims.ways import COUNTED
from pressgen.checks.figures.match import Pair
from pressgen.checks.figures.meaning import ALIKE, LOOSE
from pressgen.checks.figures.placed import PlacedFigure
from pressgen.document import Block
from pressgen.errors import Wording
from pressgen.figures import Figure
from pressgen.findings import Finding
from pressgen.glossary import Glossary
from pressgen.regex import regex

_ON_ZH = regex("[^，。；0-9]{0,8}?[至到为升降增减跌涨扩缩调提]")
_SCORE = regex(r"[比:：∶–-]\d")
_SCORED = regex(r"\d[比:：∶–-]$")
_MOST = 60
"""Of more figures of a sort in a passage, a table, none is held against another."""


def check(group: Group, pairs: Sequence[Pair], glossary: Glossary) -> Iterator[Finding]:
    """A finding for each two figures of a group that have changed places; cells each have their own."""
    if len(group.zh) + len(group.en) > 2 and any(block.role == "cell" for block in (*group.zh, *group.en)):
        return
    here = [pair for pair in pairs if pair.zh.block in group.zh and pair.en.block in group.en]
    changed = next(turned(here), None) or next(exchanged(here), None)
    if not (changed or any(len(values) > 1 for values in _sorts(here).values())):
        return
    texts = joined(group.zh), joined(group.en)
    if changed:
        base, level = (_placed(texts, pair) for pair in changed)
        yield _found(*texts, base, level, None, None)
        return
    placed = [_placed(texts, pair) for pair in here]
    named = subjects(texts[0].block, texts[1].block, glossary)
    within = [{at for subject in side for at in range(subject.start, subject.end)} for side in named]
    sorts = _sorts([pair for pair in placed if not _is_name(pair, within)])
    for values in sorts.values():
        yield from _lists(texts, values)
    for sort, values in sorts.items():
        if 1 < len(values) <= _MOST:
            others = [pair for other, found in sorts.items() if other != sort for pair in found]
            yield from _swapped(texts, values, _with_figures(named, others))


def _placed(texts: tuple[Joined, Joined], pair: Pair) -> Pair:
    return Pair(texts[0].placed(pair.zh), texts[1].placed(pair.en), pair.closeness)


def _lists(texts: tuple[Joined, Joined], pairs: Sequence[Pair]) -> Iterator[Finding]:
    """Figures in a row in both texts, of which one has another order, though nothing else has.

    Three or more follow each other as what they tell of did; two answer as many that stand before them.
    """
    rows = [
        {
            frozenset(row)
            for row in stretches.in_rows(
                text.block, [getattr(pair, text.block.lang).figure for pair in pairs]
            )
        }
        for text in texts
    ]
    for row in rows[0] & rows[1]:
        zh, en = (
            sorted((pairs[number] for number in row), key=lambda pair: getattr(pair, lang).figure.start)
            for lang in ("zh", "en")
        )
        moved = [number for number, pair in enumerate(zh) if pair is not en[number]]
        if moved and (
            _answers_others(zh, pairs)
            or (len(row) > 2 and not stretches.has_items(texts[0].block, zh[0].zh.figure, len(row)))
        ):
            yield _found(*texts, zh[moved[0]], zh[moved[1]], None, None)


def _answers_others(row: Sequence[Pair], pairs: Sequence[Pair]) -> bool:
    """Whether as many figures stand before a row, in one order in both texts, and no other."""
    ahead = [
        [pair for pair in sorted(pairs, key=lambda pair: getattr(pair, lang).figure.start) if pair not in row]
        for lang in ("zh", "en")
    ]
    first = [min(getattr(pair, lang).figure.start for pair in row) for lang in ("zh", "en")]
    return (
        len(ahead[0]) == len(row)
        and ahead[0] == ahead[1]
        and ahead[0][-1].zh.figure.start < first[0]
        and ahead[1][-1].en.figure.start < first[1]
    )


def _sorts(pairs: Sequence[Pair]) -> dict[tuple[str, str], list[Pair]]:
    """The pairs by what they count, those of a value that stands twice left out."""
    sorts: dict[tuple[str, str], list[Pair]] = {}
    for pair in pairs:
        figure = pair.zh.figure
        alone = _is_word(pair.zh) or _is_start(pair) or _is_score(pair) or _is_year(pair)
        alone = alone or pair.en.figure.kind == "ordinal"  # 另外1名 is nobody's first
        is_close = pair.closeness <= ALIKE or _is_converted(pair)
        if (figure.kind in COUNTED or figure.kind == _CLOCK) and is_close and not alone:
            kind = "count" if figure.kind in ("number", "quantity") else figure.kind
            sorts.setdefault((kind, figure.unit), []).append(pair)
    for found in sorts.values():
        often = Counter(str(pair.zh.figure.value) for pair in found)
        found[:] = [pair for pair in found if often[str(pair.zh.figure.value)] == 1]
    return sorts


def _is_converted(pair: Pair) -> bool:
    """Whether two quantities are one in other units, said or left to the reader: 87万亩, 58,000 hectares."""
    kinds = pair.zh.figure.kind, pair.en.figure.kind
    return pair.closeness == LOOSE and kinds in (("quantity", "quantity"), ("quantity", "number"))


def _is_word(placed: PlacedFigure) -> bool:
    """A small number in words that may be none: 一个, 两种; years of prison are one."""
    return placed.slight and not placed.figure.unit


def _is_year(pair: Pair) -> bool:
    """Whether it is a year in a name: 2026芜湖推介会, the 2026 conference; a count would have its comma."""
    text = pair.en.figure.text.strip()
    return text.isdecimal() and int(text) in YEARS


def _is_name(pair: Pair, within: Sequence[Set[int]]) -> bool:
    """Whether a number is part of what something is called: Line 2, 2号线."""
    return any(
        all(at in places for at in range(placed.figure.start, placed.figure.end))
        for placed, places in zip((pair.zh, pair.en), within, strict=True)
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
        side.sort(key=lambda subject: subject.start)
    return both


def _swapped(
    texts: tuple[Joined, Joined], pairs: Sequence[Pair], named: tuple[list[Subject], list[Subject]]
) -> Iterator[Finding]:
    """Two figures whose subjects went over to each other."""
    zh, en = texts[0].block, texts[1].block
    ours, theirs = (
        of_every_class(block, [getattr(pair, block.lang).figure for pair in pairs], side)
        for block, side in zip((zh, en), named, strict=True)
    )
    open_: list[tuple[int, int]] = []
    both = [pair.zh.figure for pair in pairs], [pair.en.figure for pair in pairs]
    for earlier, later in candidates(pairs):
        if not _of_one_size(pairs[earlier], pairs[later]) or go_apart(pairs[earlier], pairs[later]):
            continue
        if _is_attribute(zh, *sorted((both[0][earlier], both[0][later]), key=lambda figure: figure.start)):
            continue
        if _are_hours(pairs[earlier]) and not wording.is_parallel(zh, both[0][earlier], both[0][later]):
            continue
        left, right = _apart(ours, earlier, later), _apart(theirs, earlier, later)
        over, back = left[0] & right[1], left[1] & right[0]
        stayed = [left[side] & right[side] for side in (0, 1)]
        if _has_role(stayed[0] | stayed[1]) and not (_has_name(over) and _has_name(back)):
            continue
        crossed = min(len(over), len(back)) > min(map(len, stayed)) and bool(_kinds(over) & _kinds(back))
        if crossed or is_telling(over | back, len(pairs)) or went_over(pairs[earlier], pairs[later]):
            subjects = ours[earlier].get(min(over, default="")), ours[later].get(min(back, default=""))
            yield _found(*texts, pairs[earlier], pairs[later], *subjects)
        elif not all(stayed):
            open_.append((earlier, later))
    for found in wording.crossed(zh, en, both, named, open_) if open_ else ():
        yield _found(*texts, pairs[found.earlier], pairs[found.later], found.first, found.second)


_COUNTED_AS = regex("[个家所名位座条处户只辆艘件批项次栋间支]?(?:不足|不到|超过|超|近|逾|约|年满|满|至少)?")
_ATTRIBUTE = regex("[人岁亩元米吨年名户]?(?:以上|以下|以内)?的")


def _is_attribute(zh: Block, first: Figure, second: Figure) -> bool:
    """Whether the second of two figures tells of what the first one counts: 31所不足50人的村小."""
    return bool(
        _COUNTED_AS.fullmatch(zh.text, first.end, second.start) and _ATTRIBUTE.match(zh.text, second.end)
    )


def _kinds(keys: set[str]) -> set[str]:
    """The classes of subjects: a place and a year do not change places, but children and universities may."""
    kinds = {key.partition(" ")[0] for key in keys}
    return {kind if kind in _APART_FROM_ALL else THING for kind in kinds}


_APART_FROM_ALL = frozenset((NAME, TIME, CODE, AGE))


def _has_role(keys: set[str]) -> bool:
    """Whether it is what the figures are to each other that went over: the part, the difference."""
    return any(key.startswith(ROLE) for key in keys)


def _has_name(keys: set[str]) -> bool:
    """Whether somebody or a place is among the subjects."""
    return any(key.startswith(NAME) for key in keys)


_CLOCK = "time"
"""Hours of the day are dealt out as what is counted is, where both are told in the same words."""


def _are_hours(pair: Pair) -> bool:
    return pair.zh.figure.kind == _CLOCK


_TIMES = 200


def _of_one_size(first: Pair, second: Pair) -> bool:
    """Whether somebody may take two figures for each other: 4.4 nurses a thousand, but not 15,300 nurses."""
    if _are_hours(first):
        return True
    small, large = sorted(abs(Decimal(pair.zh.figure.value)) for pair in (first, second))
    return large <= small * _TIMES or not small


def _apart(beside: Beside, earlier: int, later: int) -> tuple[set[str], set[str]]:
    """The keys of the subjects that only the one of two figures has, and those that only the other has."""
    here, there = beside[earlier].keys(), beside[later].keys()
    return here - there, there - here


def _in_order(*pairs: Pair) -> Wording:
    """Two figures of the Chinese as they stand there."""
    figures = sorted((pair.zh.figure for pair in pairs), key=lambda figure: figure.start)
    first, second = (figure.text for figure in figures)
    return Wording(f"先是{first}，后是{second}", f"{first} stands before {second}")


def _found(
    zh: Joined, en: Joined, earlier: Pair, later: Pair, first: Subject | None, second: Subject | None
) -> Finding:
    places = sorted((earlier.en.figure, later.en.figure), key=lambda figure: figure.start)
    owners = [
        (zh.block.text[subject.start : subject.end], pair.zh.figure.text)
        for subject, pair in ((first, earlier), (second, later))
        if subject
    ]
    stretches = sorted((pair.zh.figure.start, pair.zh.figure.end) for pair in (earlier, later))
    answers = [zh.span(*stretch) for stretch in stretches]
    return rules.SWAPPED.at(
        en.span(places[0].start, places[1].end),
        related=(*answers, en.span(places[1].start, places[1].end)),
        first=places[0].text,
        second=places[1].text,
        owners=Wording(
            "，".join(f"“{name}”为{figure}" for name, figure in owners),
            ", ".join(f"“{name}” has {figure}" for name, figure in owners),
        )
        if owners
        else _in_order(earlier, later),
    )
