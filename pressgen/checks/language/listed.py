"""An item of a list that the other text leaves out: nothing answers it, and the list there is shorter by one.

All other items have to be answered, by the words' meanings, in a row that has just so many commas and “and”s.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pressgen.checks.align import aligned
from pressgen.checks.found import figures_of, names_of
from pressgen.checks.language import rules
from pressgen.checks.links import Word, link, words
from pressgen.document import Block, Release
from pressgen.findings import Finding
from pressgen.glossary import Glossary
from pressgen.regex import regex

_LIST_ZH = regex("(?:[^，。；：、！？（）“”《》\\s]{1,16}、){1,}[^，。；：、！？（）“”《》\\s]{1,24}")
_JOINT_ZH = regex("、|以及|[和及与]")
_WHOLE_ZH = regex("等|之一|[^、]*(?:均|都|各)")
_JOINT_EN = regex(r",? (?:and|or|as well as|plus|along with|together with) (?:the |a |an |its |their )?|, ")
_MORE_EN = regex(
    r"\s*(?:[\w’'-]+ ){0,2}?[\w’'-]*"
    r"(?:,? (?:and|or|as well as|plus|but|along with)|, (?!which|who|where|when|said|\w+ing|\w+ed))\b"
)
_EDGE = 4
"""So many characters of the first and last item are looked at: beside them stands the sentence."""
_LEAST, _MOST = 3, 12
_WEAK, _FAIR = 0.3, 0.45
_LONGEST = 600
_NEAR = 24


@dataclass(frozen=True, slots=True)
class _Item:
    """An item of a Chinese list: where it stands, its words, and the English word that answers it best."""

    start: int
    end: int
    words: tuple[Word, ...]
    answer: Word | None
    link: float


def check(release: Release, glossary: Glossary) -> Iterator[Finding]:
    """Findings on items of Chinese lists, where a paragraph answers a paragraph."""
    for group in aligned(release):
        if (
            len(group.zh) == len(group.en) == 1
            and max(len(group.zh[0].text), len(group.en[0].text)) <= _LONGEST
        ):
            yield from _missed(group.zh[0], group.en[0], glossary)


def _missed(zh: Block, en: Block, glossary: Glossary) -> Iterator[Finding]:
    lists = list(_LIST_ZH.finditer(zh.text)) if "、" in zh.text and not zh.name else []
    if not lists:
        return
    held = [(figure.start, figure.end) for figure in figures_of(zh)]
    held += [(match.start, match.end) for match in names_of(zh, glossary)]
    for found in lists:
        items = _items(zh, en, found)
        if not _LEAST <= len(items) <= _MOST:
            continue
        lacking = [item for item in items if item.link < _FAIR]
        rest = [item for item in items if item.link >= _FAIR]
        if len(lacking) != 1 or not lacking[0].words or not _is_row(en, rest):
            continue
        item = lacking[0]
        known = any(start < item.end and item.start < end for start, end in held)
        if not known and not _may_answer(item, rest):
            yield rules.OMITTED.at(zh.span(item.start, item.end), other=rules.ENGLISH)


def _may_answer(item: _Item, rest: Sequence[_Item]) -> bool:
    """Whether a word that is linked to an item a little stands beside the row of the others."""
    if item.answer is None or item.link < _WEAK or item.answer in {other.answer for other in rest}:
        return False
    places = [place for other in rest if other.answer for place in (other.answer.start, other.answer.end)]
    return min(places) - _NEAR < item.answer.start < max(places) + _NEAR


def _items(zh: Block, en: Block, found: re.Match[str]) -> list[_Item]:
    """The items of a list, those at its ends cut to what stands beside the joint."""
    cuts = [(found.start(), found.start())]
    cuts += [each.span() for each in _JOINT_ZH.finditer(zh.text, found.start() + 1, found.end() - 1)]
    cuts.append((found.end(), found.end()))
    spans = [(left[1], right[0]) for left, right in pairwise(cuts)]
    first, last = spans[0], spans[-1]
    spans[0] = max(first[0], first[1] - _EDGE), first[1]
    spans[-1] = last[0], min(last[1], last[0] + _EDGE)
    ours, theirs = words(zh), words(en)
    return [_item(start, end, ours, theirs) for start, end in spans if start < end]


def _item(start: int, end: int, ours: Sequence[Word], theirs: Sequence[Word]) -> _Item:
    own = tuple(word for word in ours if start < word.end and word.start < end and len(word.root) > 1)
    links = [(link(word.root, other.root), other) for word in own for other in theirs]
    best, answer = max(links, key=lambda each: each[0], default=(0.0, None))
    if own:
        start, end = max(start, own[0].start), max(word.end for word in own)
    return _Item(start, end, own, answer, best)


def _is_row(en: Block, items: Sequence[_Item]) -> bool:
    """Whether the English words that answer some items stand in a row with nothing else in it."""
    places = sorted({(item.answer.start, item.answer.end) for item in items if item.answer})
    if len(places) != len(items):
        return False
    between = [en.text[left[1] : right[0]] for left, right in pairwise(places)]
    if not all(len(_JOINT_EN.findall(each)) == 1 and len(each) <= _NEAR * 2 for each in between):
        return False
    before = en.text[max(0, places[0][0] - _NEAR) : places[0][0]]
    return not _JOINT_EN.search(before) and not _MORE_EN.match(en.text, places[-1][1])
