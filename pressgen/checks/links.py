"""How closely Chinese and English words are linked: by a meaning, or by what their characters mean elsewhere.

A translation seldom takes the very word of a dictionary. 旅客 is “traveler” to CC-CEDICT, and “passenger” by
its first character: 旅 begins other words for those who travel.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from pressgen.checks import cedict
from pressgen.checks.remembered import by_words
from pressgen.document import Block
from pressgen.regex import regex
from pressgen.text import HAN

_HAN = regex(f"[{HAN}]+")
MEANT = 1.0
SHARED, MORE, MOST = 0.25, 4.0, 0.75
"""What a character's other words are worth: more where many of them mean the same."""
_FEW = 8
_SHORT, _NAME = 2, 4
"""So many words of a meaning and characters of a word at most; longer ones are explanations and sayings."""
_OFTEN = frozenset(
    re.findall(
        r"\w+",
        """
        目前 已经 可以 进行 其中 以及 并且 而且 但是 如果 因为 所以 由于 这个 一个 他们 我们 自己 不会 不能
        没有 通过 根据 按照 同时 此外 今年 去年 今后 之后 以后 以来 之前 当天 同比 分别 共有 就是 还是 或者
        即可 仍然 已有
        """,
    )
)
"""Words that a translation may do without."""
_APART, _LONG = 0.3, 0.15
_TWO = 2


class Word(NamedTuple):
    """A word of a text (code points, half-open); in English ``root`` is what all its forms share."""

    start: int
    end: int
    root: str


@dataclass(frozen=True, slots=True)
class Links:
    """The words of two texts that say something, and how closely those are linked that answer each other."""

    zh: tuple[Word, ...]
    en: tuple[Word, ...]
    worth: Mapping[Word, float]


def links(zh: Block, en: Block) -> Links:
    """Each English word with the Chinese word that it is linked to most closely; a Chinese word may have two.

    >>> zh, en = Block("body", "旅客滞留机场。", "zh"), Block("body", "Travelers sat in the airport.", "en")
    >>> found = links(zh, en)
    >>> [word.root for word in found.zh], sorted(word.root for word in found.worth)
    (['旅客', '滞留', '机场'], ['airpor', 'travel', '旅客', '机场'])
    """
    ours, theirs = words(zh), words(en)
    lengths = len(zh.text) or 1, len(en.text) or 1
    priced = sorted(
        (
            (-_price(worth, word, other, lengths), word.start, other.start, word, other, worth)
            for word in ours
            for other in theirs
            if (worth := (link if len(word.root) > 1 else _meant)(word.root, other.root))
        ),
    )
    taken: Counter[Word] = Counter()
    found: dict[Word, float] = {}
    for *_, word, other, worth in priced:
        if other not in found and (not taken[word] or (worth == MEANT and taken[word] < _TWO)):
            taken[word] += 1
            found[other] = worth
            found[word] = max(worth, found.get(word, 0.0))
    return Links(ours, theirs, found)


def _price(worth: float, word: Word, other: Word, lengths: tuple[int, int]) -> float:
    """What a link is worth: more for a longer word, less for one that stands elsewhere in its text."""
    apart = abs(word.start / lengths[0] - other.start / lengths[1])
    return worth + (_LONG if len(word.root) > 1 else -_LONG) - _APART * apart


@lru_cache(maxsize=100_000)
def link(word: str, root: str) -> float:
    """How closely a Chinese word is linked to an English root, 0 to 1.

    >>> link("旅客", "travel"), 0 < link("乘客", "travel") < 1, link("乘客", "harves")
    (1.0, True, 0.0)
    """
    return _meant(word, root) or max((_of_character(character, root) for character in word), default=0.0)


def _meant(word: str, root: str) -> float:
    """Whether a meaning of the word has the root; all that a single character can be linked by."""
    return MEANT if root in cedict.roots(word) else 0.0


def _of_character(character: str, root: str) -> float:
    count, words = of_character(character)
    return min(MOST, SHARED + MORE * count[root] / max(_FEW, words)) if root in count else 0.0


@lru_cache(maxsize=4096)
def of_character(character: str) -> tuple[Counter[str], int]:
    """How many words that begin with a character have each root in a short meaning, and how many do."""
    words = [word for word in cedict.beginning(character) if len(word) <= _NAME]
    return Counter(root for word in words for root in cedict.short(word, _SHORT)), len(words)


@by_words
def words(block: Block) -> tuple[Word, ...]:
    """The words of a text that say something, in Chinese none within another."""
    if block.lang != "zh":
        return tuple(Word(*word) for word in cedict.words(block.text))
    found: list[Word] = []
    for start, end in cedict.places(block.text):
        word = block.text[start:end]
        if (not found or end > found[-1].end) and _says(word):
            found.append(Word(start, end, word))
    return tuple(found)


@lru_cache(maxsize=20_000)
def _says(word: str) -> bool:
    """Whether a word of the dictionary says something that a translation has to say."""
    if word in _OFTEN or not _HAN.fullmatch(word):
        return False
    return bool(cedict.meanings(word) or cedict.roots(word))
