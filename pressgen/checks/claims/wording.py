"""The words around each figure, and whose it is by them where no list and no name tells.

Each figure has the words of its own stretch, up to where the next one's begins; what stands between two
places where it might end is nobody's. A word tells whose a figure is only if it stands beside that figure
alone in both texts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pressgen.checks import cedict
from pressgen.checks.claims.stretches import sentence, stretches
from pressgen.checks.claims.subjects import Subject, is_whole
from pressgen.checks.found import figures_of
from pressgen.checks.remembered import remembered
from pressgen.document import Block
from pressgen.figures import Figure
from pressgen.regex import regex

WORD, _PART = "word", "part"
"""Classes of a subject that only its wording names, and of a word that is part of what it may mean."""
_LONGEST = 3000
"""Letters of a paragraph at most; a longer one is no news."""


@dataclass(frozen=True, slots=True)
class _Words:
    """The words beside each figure alone, by root; which figures open or close a sentence or are listed."""

    beside: Mapping[int, Mapping[str, Subject]]
    opening: frozenset[int]
    closing: frozenset[int]
    listed: frozenset[int]
    counted: Mapping[int, frozenset[str]]
    """What stands right behind each figure: 46名技术员, 46 technicians."""


@dataclass(frozen=True, slots=True)
class Crossed:
    """Two figures, by their numbers, whose words went over; no word is known of one of them at most."""

    earlier: int
    later: int
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
    for earlier, later in open_:
        here, there = (ours.beside.get(number, {}) for number in (earlier, later))
        over = here.keys() & theirs.beside.get(later, {}).keys()
        back = there.keys() & theirs.beside.get(earlier, {}).keys()
        stayed = [number for number in (earlier, later) if _kept(ours, theirs, number)]
        firm = [
            number
            for number in stayed
            if not (number in ours.opening and number in theirs.opening | theirs.closing)
        ]
        sure = (over and back) or any(
            any(words[root].kind != _PART for root in roots)
            and (number not in ours.opening or not (stayed or other in theirs.opening | theirs.closing))
            for roots, words, number, other in ((over, here, earlier, later), (back, there, later, earlier))
            if _in_another_order(figures, earlier, later)
            or ours.listed.issuperset((earlier, later))
            or is_parallel(zh, figures[0][earlier], figures[0][later])
        )
        weak = max((len(_kept(ours, theirs, number)) for number in firm), default=0)
        strong = min(
            sum(words[root].kind != _PART for root in roots) for roots, words in ((over, here), (back, there))
        )
        outweighed = strong > max(weak, 1) and not _count_their_own(ours, theirs, earlier, later)
        outweighed = outweighed or _count_each_other(ours, theirs, earlier, later)
        if sure and (not firm or outweighed):
            yield Crossed(earlier, later, _nearest(here, over), _nearest(there, back))


def _kept(ours: _Words, theirs: _Words, number: int) -> set[str]:
    """The words that stand beside a figure in both texts."""
    return ours.beside.get(number, {}).keys() & theirs.beside.get(number, {}).keys()


def _count_their_own(ours: _Words, theirs: _Words, *numbers: int) -> bool:
    """Whether any of some figures counts the same in both texts: 5章, five chapters."""
    return any(ours.counted[number] & theirs.counted[number] for number in numbers)


def _count_each_other(ours: _Words, theirs: _Words, earlier: int, later: int) -> bool:
    """Whether either counts in English what the other one counts in Chinese."""
    here, there = ours.counted[earlier], ours.counted[later]
    behind, ahead = theirs.counted[earlier], theirs.counted[later]
    return bool(here & ahead and there & behind) and not (here & behind or there & ahead)


def _in_another_order(figures: tuple[Sequence[Figure], Sequence[Figure]], earlier: int, later: int) -> bool:
    """Whether two figures follow each other the other way round in the other text."""
    zh, en = figures
    return (zh[earlier].start < zh[later].start) != (en[earlier].start < en[later].start)


def is_parallel(zh: Block, figure: Figure, other: Figure) -> bool:
    """Whether two Chinese figures are told in the same words, so that each has a subject of its own.

    In 盗窃512人，诈骗386人 each has; in 每斤1.36元，比去年高4分钱 one subject may have both.
    """
    first, second = sorted((figure, other), key=lambda figure: figure.start)
    before = zh.text[sentence(zh, first.start)[0] : first.start]
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


def _links(text: str, english: Collection[str]) -> Iterator[tuple[int, int, Mapping[str, str]]]:
    """Where Chinese words stand that the English has, and their roots; of a word it has not, the parts.

    林地 is “woodland” to the dictionary, and its 林 “forest”. A word that another one begins within may be
    none: the 住居 of 原住居民.
    """
    reached = 0
    waiting: list[tuple[int, int]] = []
    places = list(cedict.places(text))
    crossing = {
        here
        for here, there in pairwise(place for place in places if place[1] - place[0] > 1)
        if here[0] < there[0] < here[1] < there[1]
    }
    for start, end in places:
        if end <= reached:
            continue
        if roots := _roots(text[start:end], english):
            reached = end
            yield start, end, dict.fromkeys(roots, _PART) if (start, end) in crossing else roots
        elif end - start > 1:
            waiting.append((start, end))
    for start, end in waiting:
        for at in range(start, end):
            if roots := _roots(text[at], english):
                yield at, at + 1, dict.fromkeys(roots, _PART)


def _in_figure(block: Block, start: int, end: int) -> bool:
    """Whether a word is part of a figure: 翻了一番, doubled."""
    return not _figured(block).isdisjoint(range(start, end))


@remembered(8)
def _figured(block: Block) -> frozenset[int]:
    """The places of a text that are part of a figure."""
    return frozenset(place for figure in figures_of(block) for place in range(figure.start, figure.end))


def _nearest(found: Mapping[str, Subject], roots: Iterable[str]) -> Subject | None:
    """The subject that begins last; of those that begin together the longest, whatever order they come in.

    >>> found = {"high": Subject(0, 1, "high", _PART), "resolution": Subject(0, 4, "resolution", WORD)}
    >>> [_nearest(found, roots).end for roots in (["high", "resolution"], ["resolution", "high"])]
    [4, 4]
    """
    subjects = (found[root] for root in roots)
    return max(subjects, key=lambda subject: (subject.start, subject.end, subject.key), default=None)


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
    for start, end, roots in _links(zh.text, english):
        for root, kind in roots.items() if not _in_figure(zh, start, end) else ():
            chinese.setdefault(root, []).append(Subject(start, end, root, kind))
    english = {root: english[root] for root in chinese}
    for named, side in zip((chinese, english), listed, strict=True):
        for subject in side:
            named.setdefault(f"{subject.kind} {subject.key}", []).append(subject)
    return _words(zh, figures[0], chinese), _words(en, figures[1], english)


def _words(block: Block, figures: Sequence[Figure], named: Mapping[str, Sequence[Subject]]) -> _Words:
    own = stretches(block, figures)
    found: dict[int, dict[str, Subject]] = {number: {} for number in own}
    for root, places in named.items():
        homes = {
            number: subject
            for subject in places
            for number, stretch in own.items()
            if stretch.start <= subject.start < stretch.end
        }
        if len(homes) == 1:
            [(number, subject)] = homes.items()
            found[number][root] = subject
    return _Words(
        found,
        frozenset(number for number, stretch in own.items() if stretch.opens),
        frozenset(number for number, stretch in own.items() if stretch.closes),
        frozenset(number for number, stretch in own.items() if stretch.listed),
        _counted(block, figures, named),
    )


def _counted(
    block: Block, figures: Sequence[Figure], named: Mapping[str, Sequence[Subject]]
) -> dict[int, frozenset[str]]:
    """The roots of what stands right behind each figure, with a measure word or an adjective between."""
    starts: dict[int, set[str]] = {}
    for root, places in named.items():
        for subject in places:
            starts.setdefault(subject.start, set()).add(root)
    return {
        number: frozenset[str]().union(
            *(
                starts.get(at, ())
                for at in range(figure.end, figure.end + _NEAR)
                if at in starts and _BETWEEN[block.lang].fullmatch(block.text, figure.end, at)
            )
        )
        for number, figure in enumerate(figures)
    }


_NEAR = 20
_BETWEEN = {"zh": regex("[\u4e00-\u9fff]?"), "en": regex(r" (?:[a-z-]+ )?")}
"""What stands between a figure and what it counts."""
