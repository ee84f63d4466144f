"""A clause of one text that the other leaves out: little of it is answered, and that text is short of it.

A translator's other words, a merged or moved clause and what goes without saying look alike. What is weighed
is how many of a clause's words, figures and names are answered, and how much shorter the other text is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import log

from pressgen.checks import cedict
from pressgen.checks.align import Group
from pressgen.checks.claims.clauses import clauses
from pressgen.checks.figures.check import Compared, desk
from pressgen.checks.found import day_of, names_of
from pressgen.checks.language import rules
from pressgen.checks.language.content import Content, contents
from pressgen.checks.links import MEANT, Links, Word, link, links, words
from pressgen.checks.remembered import by_words
from pressgen.document import Block, Release
from pressgen.findings import Finding
from pressgen.glossary import Glossary
from pressgen.house import House
from pressgen.regex import regex
from pressgen.text import HAN

_TEXT = ("lead", "body", "quote")
_HAN = regex(f"[{HAN}]")
_LATIN = regex(r"[A-Za-z0-9\u00c0-\u024f]+(?:[.,’'-][A-Za-z0-9]+)*")
_LETTERS = regex("[A-Za-z]{2,}")
_SMALL = regex("(?<![A-Za-z])[a-z]{2,}(?![A-Za-z])")
_NUMBER = 1.5
"""A number or Latin word in Chinese is as long as so many characters."""
_SIGNS_A_WORD = 1.34
"""Characters of Chinese for an English word, on the average of news."""
_LONGEST = 600
"""Signs of a paragraph at most: in a longer one a word is answered by chance."""
_DIGEST, _LONG = -0.3, 5
"""A text of so many clauses, so much shorter (logarithm) even with all that it leaves out, is a digest."""
_TWO, _LEAST = 2, 3
_WELL = 0.3
"""So much of what stands around a clause is answered, or the texts are no translations of each other."""
_SPARE, _MOST = 0.2, 2.0
_KNOWN = 0.6
"""What a word counts that the dictionary finds, before one is held against the other."""
_SHORT, _LACKING = 0.7, 0.5
"""What the other text's length weighs (logarithm), and a name that nothing answers."""
_SURE, _DOUBTFUL = -0.12, -0.04
_DAYS = ("date", "period", "time")
_MANY = 5
"""From so many paragraphs on it is seen how long one text usually is beside the other."""


def check(release: Release, house: House) -> Iterator[Finding]:
    """Findings on clauses, where a paragraph answers a paragraph; a draft tells what its template says."""
    every = desk(release, day_of(release, house)).compared
    lengths = {number: _length(each) for number, each in enumerate(every) if _is_pair(each.group)}
    usual = sorted(lengths.values())[len(lengths) // 2] if len(lengths) >= _MANY else 0.0
    for number, length in lengths.items():
        each = every[number]
        beside = [
            near.group for near in (*every[max(0, number - 1) : number], *every[number + 1 : number + 2])
        ]
        zh, en = (
            [near for group in beside for near in group.zh],
            [near for group in beside for near in group.en],
        )
        yield from _missed(each, each.group.zh[0], length - min(0.0, usual), en, house.glossary)
        yield from _missed(each, each.group.en[0], max(0.0, usual) - length, zh, house.glossary)


def _is_pair(group: Group) -> bool:
    blocks = (*group.zh, *group.en)
    return len(group.zh) == len(group.en) == 1 and all(
        block.role in _TEXT and not block.name and len(block.text) <= _LONGEST for block in blocks
    )


def _length(each: Compared) -> float:
    """How much longer the English is than usual beside such a Chinese text (logarithm)."""
    zh, en = each.group.zh[0].text, each.group.en[0].text
    chinese = len(_HAN.findall(zh)) + _NUMBER * len(_LATIN.findall(zh))
    return log(max(1.0, len(_LATIN.findall(en))) / max(1.0, chinese) * _SIGNS_A_WORD)


def _missed(
    pair: Compared, block: Block, room: float, beside: Sequence[Block], glossary: Glossary
) -> Iterator[Finding]:
    """Findings on clauses of a text; ``room`` is how much longer than usual the other is (logarithm)."""
    zh, en = pair.group.zh[0], pair.group.en[0]
    if _SHORT * room - _LACKING > _DOUBTFUL or len(clauses(block)) < _TWO or _is_mixed(zh, en):
        return
    other = en if block is zh else zh
    held = _held(pair, block, other, glossary)
    known = _known(zh, en)
    doubtful = [
        each
        for each in contents(block, held)
        if _share(each, _KNOWN * sum(word.root in known for word in each.words), 0) + _SHORT * room
        < _DOUBTFUL
    ]
    if not doubtful:
        return
    found = links(zh, en)
    spare = len([word for word in _own(found, other.lang) if word not in found.worth])
    doubts = [
        (each, _share(each, sum(found.worth.get(word, 0.0) for word in each.words), spare))
        for each in doubtful
    ]
    missed: list[tuple[Content, float]] = []
    for each, share in sorted(doubts, key=lambda doubt: (doubt[1] - 1) * doubt[0].whole):
        doubt = share + _SHORT * room
        if doubt < _DOUBTFUL and _stands_out(each, found) and not _is_said_beside(each, beside):
            missed.append((each, doubt))
            room -= log(1 - len(each.span.text) / len(block.text))
    for each, doubt in missed:
        is_sure = doubt < _SURE and (room > _DIGEST or len(clauses(block)) < _LONG)
        rule = rules.OMITTED if is_sure else rules.LEFT_OUT
        yield rule.at(each.span, other=rules.ENGLISH if block is zh else rules.CHINESE)


@by_words
def _meant(zh: Block) -> frozenset[str]:
    """The roots of all that the words of a Chinese text mean; a single character may mean too much."""
    return frozenset().union(*(cedict.roots(word.root) for word in words(zh) if len(word.root) > 1))


def _known(zh: Block, en: Block) -> frozenset[str]:
    """The words of either text that the dictionary alone finds in the other."""
    there = {word.root for word in words(en)}
    several = [word.root for word in words(zh) if len(word.root) > 1]
    return frozenset(each for each in several if not there.isdisjoint(cedict.roots(each))) | (
        there & _meant(zh)
    )


def _is_mixed(zh: Block, en: Block) -> bool:
    """Whether a word of either stands in the other's language: there it may be told."""
    there = set(_LATIN.findall(en.text))
    return bool(_HAN.search(en.text)) or any(word not in there for word in _SMALL.findall(zh.text))


def _held(pair: Compared, block: Block, other: Block, glossary: Glossary) -> Iterator[tuple[int, bool]]:
    """Where a text has names, figures and Latin words of Chinese, and whether the other has them too.

    A figure that nothing answers is told by its own check, or is answered in other words.
    """
    paired = (each.zh if block.lang == "zh" else each.en for each in pair.result.pairs)
    yield from ((each.figure.start, True) for each in paired if each.figure.kind not in _DAYS)
    there = {match.entry.id for match in names_of(other, glossary)}
    yield from ((match.start, match.entry.id in there) for match in names_of(block, glossary))
    shared = {word.casefold() for word in _LETTERS.findall(other.text)}
    yield from (
        (word.start(), True) for word in _LETTERS.finditer(block.text) if word[0].casefold() in shared
    )


def _share(each: Content, answered: float, spare: int) -> float:
    """How much of a clause is answered; a word to spare may be one that it is told in."""
    held = min(answered, each.weight) + each.answered - _LACKING * each.lacking
    return held / each.whole + _SPARE * min(_MOST, spare / each.whole)


def _stands_out(each: Content, found: Links) -> bool:
    """Whether a clause is not answered by a name, and the words around it are answered well enough."""
    others = [word for word in _own(found, each.span.lang) if word not in each.words]
    well = sum(found.worth.get(word, 0.0) for word in others)
    named = any(cedict.named(word.root) and word in found.worth for word in each.words)
    return not named and bool(others) and well >= _WELL * len(others)


def _own(found: Links, lang: str) -> list[Word]:
    """The words of a text; a single Chinese character may mean too much to be one."""
    return [
        word for word in (found.zh if lang == "zh" else found.en) if word.root.isascii() or len(word.root) > 1
    ]


def _is_said_beside(each: Content, beside: Sequence[Block]) -> bool:
    """Whether the other text says a third of a clause's words in the paragraph before or after."""
    there = {word.root for block in beside for word in words(block)}
    is_zh = each.span.lang == "zh"
    close = [
        word
        for word in each.words
        if any((link(word.root, root) if is_zh else link(root, word.root)) == MEANT for root in there)
    ]
    return bool(close) and len(close) * _LEAST >= len(each.words)
