"""What is each figure's own: the stretches of a text whose words tell whose a figure is.

A figure's stretch reaches up to where the next one's begins; what stands between two places where it might
end is nobody's. Figures dealt out in a row (分别, respectively; 180 and 95 beds) have none: in Chinese each
has its item of the list in front of that word instead, in English they have no more than their order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pressgen.checks import cedict
from pressgen.checks.claims.clauses import clauses
from pressgen.checks.found import figures_of
from pressgen.document import Block
from pressgen.figures import Figure
from pressgen.regex import regex

_FIRM = {"zh": regex("[；;。！？\n]"), "en": regex(r"[;\n]|[.!?](?=\s|$)")}
_HARD = {
    "zh": regex("[，、；,;（）()。！？\n等]|以及"),
    "en": regex(
        r"[,;()\n]|[.!?](?=\s|$)"
        r"|\b(?:and|while|but|whereas|against|compared with|compared to|versus|ahead of|followed by)\b"
    ),
}
_SOFT = {
    "zh": regex("[和与及而]"),
    "en": regex(r"\b(?:or|than|from|with|after|in|at|of|for)\b"),
}
_TWO = 2
RESPECTIVE = {
    "zh": regex(
        "分别|依次|各为|分[获列占居得夺]|各[有占达派](?=[^，。；]{0,3}\\d+[^，。；\\d]{0,3}[和、]\\d)"
    ),
    "en": regex(r"\brespectively\b|\bin that order\b", re.IGNORECASE),
}
"""What deals figures out to as many things, one each."""
_IN_LIST = {
    "zh": regex(
        "[^，。；、和与及\\d]{0,3}(?:、|和|及|与|以及|，)\\s*(?:约|近|超|[增减多少升降涨跌]|增长|增加|减少|下降|上升|提高|降低)?"
    ),
    "en": regex(r"\s*(?:[a-z-]+\s?){0,2}(?:,?\s*\b(?:and|or)|,)\s*(?:(?:about|over|nearly|some|by)\s+)?"),
}
"""What joins two figures of a list: 180 and 95 beds."""
_ITEMS = {"zh": regex("、|以及|[和与及]"), "en": regex(r",? (?:and|&) |, ")}
_LAST_JOINT = {"zh": regex("[、和与及]"), "en": regex(r"\b(?:and|or)\b")}
_LAST_ITEM = regex("[和与及]|and|&")
_ITEM_ENDS = {"zh": regex("[的等两三四五六七八九十均都先各，。；]|\\d"), "en": regex("[,;.]")}
"""What closes the last item of a list: 苹果、梨的收购价, 甲、乙两市."""
_ITEM_BEGINS = regex("[，。；：,;:]")
_LONGEST, _MORE = 24, 2
"""Letters of an item of two at most; the last of more is hardly longer than the one before."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """What is a figure's own (code points, half-open).

    Whether it opens or closes a sentence, or is an item of a list that figures in a row are dealt out to.
    """

    start: int
    end: int
    opens: bool = False
    closes: bool = False
    listed: bool = False


def stretches(block: Block, figures: Sequence[Figure]) -> dict[int, Stretch]:
    """Those of the figures, by their numbers, that have a stretch of their own."""
    order = sorted(range(len(figures)), key=lambda number: figures[number].start)
    places = [(figures[number].start, figures[number].end) for number in order]
    cuts = [_parting(block, end, start) for (_, end), (start, _) in pairwise(places)]
    first, last = sentence(block, places[0][0])[0], len(block.text)
    starts = [first, *(following for _, following in cuts)]
    ends = [*(before for before, _ in cuts), _parting(block, places[-1][1], last)[0]]
    sentences = [sentence(block, start) for start, _ in places]
    bare = _bare(block, figures, order)
    rows = [
        row
        for row in in_rows(block, figures)
        if (is_respective(block, figures[row[0]]) if block.lang == "zh" else bare.issuperset(row))
    ]
    found = dict(_items(block, figures, rows))
    for place, number in enumerate(order):
        if number not in bare and not is_respective(block, figures[number]):
            opens = not place or _are_parted(block, places[place - 1][1], places[place][0])
            closes = place == len(order) - 1 or _are_parted(block, places[place][1], places[place + 1][0])
            found[number] = Stretch(max(starts[place], sentences[place][0]), ends[place], opens, closes)
    return found


def _are_parted(block: Block, end: int, start: int) -> bool:
    """Whether a sentence or a semicolon ends between two figures."""
    return bool(_FIRM[block.lang].search(block.text, end, start))


def in_rows(block: Block, figures: Sequence[Figure]) -> list[list[int]]:
    """Figures in a row, by their numbers: commas between them, and an "and" between two."""
    order = sorted(range(len(figures)), key=lambda number: figures[number].start)
    rows: list[list[int]] = [order[:1]]
    for number, following in pairwise(order):
        if _IN_LIST[block.lang].fullmatch(block.text, figures[number].end, figures[following].start):
            rows[-1].append(following)
        else:
            rows.append([following])
    return [
        row
        for row in rows
        if len(row) > _TWO or (len(row) == _TWO and _is_list(block, figures[row[0]], figures[row[1]]))
    ]


def _is_list(block: Block, first: Figure, last: Figure) -> bool:
    """Whether what joins two figures makes them a list: a comma alone does not."""
    return bool(_LAST_JOINT[block.lang].search(block.text, first.end, last.start))


def _bare(block: Block, figures: Sequence[Figure], order: Sequence[int]) -> set[int]:
    """English figures that follow each other with nothing between them that says whose they are."""
    if block.lang == "zh":
        return set()
    return {
        number
        for here, there in pairwise(order)
        if not any(cedict.words(block.text[figures[here].end : figures[there].start]))
        for number in (here, there)
    }


def _items(
    block: Block, figures: Sequence[Figure], rows: Sequence[Sequence[int]]
) -> Iterator[tuple[int, Stretch]]:
    """The items of the list in front that a row of figures is dealt out to, one each."""
    for row in rows:
        place = figures[row[0]].start
        start, _ = sentence(block, place)
        if block.lang == "zh":
            place = [mark.start() for mark in RESPECTIVE["zh"].finditer(block.text, start, place)][-1]
        if joints := _joints(block, start, place, len(row) - 1):
            begins = [found.end() for found in _ITEM_BEGINS.finditer(block.text, start, joints[0].start())]
            starts = [(begins or [start])[-1], *(found.end() for found in joints)]
            ends = [*(found.start() for found in joints), place]
            longest = ends[-2] - starts[-2] if len(row) > _TWO else _LONGEST
            stop = _ITEM_ENDS[block.lang].search(block.text, starts[-1] + 1, ends[-1])
            ends[-1] = min(stop.start() if stop else ends[-1], starts[-1] + longest + _MORE)
            starts[0] = max(starts[0], ends[0] - longest - _MORE)
            if any(starts[0] <= figure.start < place for figure in figures):
                continue
            for number, begin, end in zip(row, starts, ends, strict=True):
                yield number, Stretch(begin, end, listed=True)


def has_items(block: Block, figure: Figure, count: int, start: int | None = None) -> bool:
    """Whether a list of as many items stands before a figure, behind a place or in its sentence."""
    start = sentence(block, figure.start)[0] if start is None else start
    return bool(_joints(block, start, figure.start, count - 1))


def _joints(block: Block, start: int, end: int, count: int) -> list[re.Match[str]]:
    """What joins the last items of a list in front of a place: an "and", and commas ahead of it."""
    found = list(_ITEMS[block.lang].finditer(block.text, start, end))
    lasts = [number for number, joint in enumerate(found) if _LAST_ITEM.search(joint[0])]
    last = lasts[-1] if lasts else len(found) - 1
    return found[last - count + 1 : last + 1] if last + 1 >= count else []


def is_respective(block: Block, figure: Figure) -> bool:
    """Whether a figure is dealt out with others: behind 分别, or in the list right before “respectively”."""
    start, end = sentence(block, figure.start)
    if block.lang == "zh":
        return bool(RESPECTIVE["zh"].search(block.text, start, figure.start))
    found = RESPECTIVE["en"].search(block.text, figure.end, end)
    if found is None:
        return False
    between = [figure, *(here for here in figures_of(block) if figure.end <= here.start < found.start())]
    return all(
        _IN_LIST["en"].fullmatch(block.text, here.end, there.start) for here, there in pairwise(between)
    )


def sentence(block: Block, place: int) -> tuple[int, int]:
    """Where the sentence of a place begins and ends."""
    found = clauses(block)
    number = next((clause.sentence for clause in found if clause.start <= place < clause.end), 0)
    here = [clause for clause in found if clause.sentence == number]
    return (here[0].start, here[-1].end) if here else (0, len(block.text))


def _parting(block: Block, start: int, end: int) -> tuple[int, int]:
    """Where one figure's stretch ends at the earliest and the next one's begins at the latest.

    Behind a semicolon or a full stop all is the next one's.
    """
    firm = [match.start() for match in _FIRM[block.lang].finditer(block.text, start, end)]
    for pattern in (_HARD[block.lang], _SOFT[block.lang]):
        if found := [match.start() for match in pattern.finditer(block.text, start, end)]:
            return found[0], (firm or found)[-1]
    return start, end
