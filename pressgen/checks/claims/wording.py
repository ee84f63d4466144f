"""The words around each figure, and whose it is by them where no list and no name tells.

Each figure has the words of its own stretch, up to where the next one's begins; what stands between two
places where it might end is nobody's. A word tells whose a figure is only if it stands beside that figure
alone in both texts.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pressgen.checks import cedict
from pressgen.checks.claims.clauses import clauses
from pressgen.checks.claims.subjects import Subject, is_whole
from pressgen.checks.found import figures_of
from pressgen.checks.remembered import remembered
from pressgen.document import Block
from pressgen.figures import Figure
from pressgen.regex import regex

WORD, _PART = "word", "part"
"""Classes of a subject that only its wording names, and of a word that is part of what it may mean."""
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
_LONGEST = 3000
"""Letters of a paragraph at most; a longer one is no news."""

_IN_LIST = regex(r"\s*(?:[a-z-]+\s?){0,2}(?:,?\s*\b(?:and|or)|,)\s*(?:(?:about|over|nearly|some|by)\s+)?")
"""What joins two figures of a list: 180 and 95 beds."""
RESPECTIVE = regex(r"分别|依次|各为|\brespectively\b|\bin that order\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Words:
    """The words beside each figure alone, by root, and the figures that open their sentences."""

    beside: Mapping[int, Mapping[str, Subject]]
    opening: frozenset[int]


@dataclass(frozen=True, slots=True)
class Crossed:
    """Two figures, by their numbers, whose words went over; no word is known of one of them at most."""

    one: int
    two: int
    first: Subject | None
    second: Subject | None


def crossed(
    zh: Block,
    en: Block,
    figures: tuple[Sequence[Figure], Sequence[Figure]],
    listed: tuple[Sequence[Subject], Sequence[Subject]],
    open_: Iterable[tuple[int, int]],
) -> Iterator[Crossed]:
    """Of pairs of figures, given by their numbers, those whose words stand beside the other one.

    Words that open a sentence in both languages are often those of all its figures and hold none back;
    one that does so in Chinese proves nothing by itself.
    """
    if max(len(zh.text), len(en.text)) > _LONGEST:
        return
    ours, theirs = _both(zh, en, figures, listed)
    for one, two in open_:
        here, there = (ours.beside.get(number, {}) for number in (one, two))
        over = here.keys() & theirs.beside.get(two, {}).keys()
        back = there.keys() & theirs.beside.get(one, {}).keys()
        stayed = [
            number
            for number in (one, two)
            if ours.beside.get(number, {}).keys() & theirs.beside.get(number, {}).keys()
        ]
        firm = [number for number in stayed if not ours.opening >= {number} <= theirs.opening]
        sure = (over and back) or any(
            any(words[root].kind != _PART for root in roots)
            and (number not in ours.opening or not (stayed or other in theirs.opening))
            for roots, words, number, other in ((over, here, one, two), (back, there, two, one))
            if _in_another_order(figures, one, two) or _is_parallel(zh, figures[0][one], figures[0][two])
        )
        if sure and not firm:
            yield Crossed(one, two, _nearest(here, over), _nearest(there, back))


def _in_another_order(figures: tuple[Sequence[Figure], Sequence[Figure]], one: int, two: int) -> bool:
    """Whether two figures follow each other the other way round in the other text."""
    zh, en = figures
    return (zh[one].start < zh[two].start) != (en[one].start < en[two].start)


def _is_parallel(zh: Block, one: Figure, two: Figure) -> bool:
    """Whether two Chinese figures are told in the same words, so that each has a subject of its own.

    In 盗窃512人，诈骗386人 each has; in 每斤1.36元，比去年高4分钱 one subject may have both.
    """
    first, second = sorted((one, two), key=lambda figure: figure.start)
    before = zh.text[_sentence(zh, first.start)[0] : first.start]
    between = zh.text[first.end : second.start]
    shared = (between[at : at + 2] for at in range(len(between) - 1))
    return before[-1:] == between[-1:] or any(pair in before for pair in shared if pair.isalpha())


def _roots(word: str, english: Collection[str]) -> dict[str, str]:
    """The roots of a Chinese word that the English has, and whether it has a meaning's words all.

    A single character means too much, or counts (人), to prove anything alone.
    """
    found: dict[str, str] = {}
    for meaning in cedict.meanings(word):
        kind = WORD if len(word) > 1 and all(root in english for root in meaning) else _PART
        for root in meaning:
            if root in english and found.get(root) != WORD:
                found[root] = kind
    return found


def _in_figure(block: Block, start: int, end: int) -> bool:
    """Whether a word is part of a figure: 翻了一番, doubled."""
    return not _figured(block).isdisjoint(range(start, end))


@remembered(8)
def _figured(block: Block) -> frozenset[int]:
    """The places of a text that are part of a figure."""
    return frozenset(place for figure in figures_of(block) for place in range(figure.start, figure.end))


def _nearest(found: Mapping[str, Subject], roots: Iterable[str]) -> Subject | None:
    return max((found[root] for root in roots), key=lambda subject: subject.start, default=None)


def _both(
    zh: Block,
    en: Block,
    figures: tuple[Sequence[Figure], Sequence[Figure]],
    listed: tuple[Sequence[Subject], Sequence[Subject]],
) -> tuple[_Words, _Words]:
    english: dict[str, list[Subject]] = {}
    for start, end, root in cedict.words(en.text):
        if not (_in_figure(en, start, end) or is_whole(en, start, end)):
            english.setdefault(root, []).append(Subject(start, end, root, WORD))
    chinese: dict[str, list[Subject]] = {}
    reached = 0
    for start, end in cedict.places(zh.text):
        roots = _roots(zh.text[start:end], english) if end > reached else {}
        reached = end if roots else reached
        for root, kind in roots.items() if not _in_figure(zh, start, end) else ():
            chinese.setdefault(root, []).append(Subject(start, end, root, kind))
    english = {root: english[root] for root in chinese}
    for named, side in zip((chinese, english), listed, strict=True):
        for subject in side:
            named.setdefault(f"{subject.kind} {subject.key}", []).append(subject)
    return _words(zh, figures[0], chinese), _words(en, figures[1], english)


def _words(block: Block, figures: Sequence[Figure], named: Mapping[str, Sequence[Subject]]) -> _Words:
    stretches = {one.number: one for one in _stretches(block, figures)}
    found: dict[int, dict[str, Subject]] = {number: {} for number in stretches}
    for root, places in named.items():
        homes = {
            number: subject
            for subject in places
            for number, stretch in stretches.items()
            if stretch.start <= subject.start < stretch.end
        }
        if len(homes) == 1:
            [(number, subject)] = homes.items()
            found[number][root] = subject
    return _Words(found, frozenset(number for number, one in stretches.items() if one.opens))


@dataclass(frozen=True, slots=True)
class _Stretch:
    """What is a figure's own, and whether it opens a sentence."""

    number: int
    start: int
    end: int
    opens: bool


def _stretches(block: Block, figures: Sequence[Figure]) -> Iterator[_Stretch]:
    """Those of the figures that have one: not of bare figures in a row, which other words deal out."""
    order = sorted(range(len(figures)), key=lambda number: figures[number].start)
    places = [(figures[number].start, figures[number].end) for number in order]
    cuts = [_parting(block, end, start) for (_, end), (start, _) in pairwise(places)]
    first, last = _sentence(block, places[0][0])[0], len(block.text)
    starts = [first, *(following for _, following in cuts)]
    ends = [*(before for before, _ in cuts), _parting(block, places[-1][1], last)[0]]
    bare = {
        place + side
        for place, ((_, end), (start, _)) in enumerate(pairwise(places))
        if not any(cedict.words(block.text[end:start])) and block.lang == "en"
        for side in (0, 1)
    }
    sentences = [_sentence(block, start) for start, _ in places]
    for place, number in enumerate(order):
        if place not in bare and not is_respective(block, figures[number]):
            opens = not place or sentences[place] != sentences[place - 1]
            yield _Stretch(number, max(starts[place], sentences[place][0]), ends[place], opens)


def is_respective(block: Block, figure: Figure) -> bool:
    """Whether a figure is dealt out with others: behind 分别, or in the list right before “respectively”."""
    sentence = _sentence(block, figure.start)
    if block.lang == "zh":
        return bool(RESPECTIVE.search(block.text, sentence[0], figure.start))
    found = RESPECTIVE.search(block.text, figure.end, sentence[1])
    if found is None:
        return False
    between = [figure, *(one for one in figures_of(block) if figure.end <= one.start < found.start())]
    return all(_IN_LIST.fullmatch(block.text, one.end, other.start) for one, other in pairwise(between))


def _sentence(block: Block, place: int) -> tuple[int, int]:
    found = clauses(block)
    number = next((clause.sentence for clause in found if clause.start <= place < clause.end), 0)
    here = [clause for clause in found if clause.sentence == number]
    return (here[0].start, here[-1].end) if here else (0, len(block.text))


def _parting(block: Block, start: int, end: int) -> tuple[int, int]:
    """Where one figure's stretch ends at the earliest and the next one's begins at the latest."""
    for pattern in (_HARD[block.lang], _SOFT[block.lang]):
        if found := [match.start() for match in pattern.finditer(block.text, start, end)]:
            return found[0], found[-1]
    return start, end
