"""English words and Chinese characters inside a text of the other language, cut out as they hang together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pressgen.regex import regex
from pressgen.text import HAN

_LETTER = "A-Za-z\u00c0-\u024f"
_WORD = regex(
    rf"(?<![{_LETTER}0-9_.@/#\\+$&-])[{_LETTER}]+(?:[-'’][{_LETTER}]+)*"
    rf"(?:(?![{_LETTER}0-9_@/\\+$&]|\.[{_LETTER}0-9]|-[0-9])|(?<=[a-z]{{4}})(?=[0-9][0-9,.]*[{HAN}]))"
)
_BETWEEN = regex(r"[ ,;:&0-9%\u2013-]{0,11}[ ][0-9% ]{0,10}")
_HAN = regex(rf"[{HAN}](?:[^\s{HAN}]{{0,12}}[{HAN}])*[。！？…]?")
_JOINING = regex(
    "a|an|the|of|and|or|to|for|in|on|at|by|with|from|as|is|are|was|were|be|been|has|have|had|will|would|can|"
    "could|must|may|should|do|does|not|no|that|this|these|those|its|their|his|her|it|they|we|you|he|she|who|"
    "which|when|where|if|than|but|before|after|during|into|per|please|all|up|down|out|off|over|so|more|most|just|"
    "also|very|too|then|now|here|there|how|what|why|about|under|until|against|between|through|while|because|such|"
    "each|every|both|any|some|other|only|own|same|us|our|your|my|me|him|i|am|did|done|get",
    re.IGNORECASE,
)
_PARTICLE = regex(
    "al|el|bin|ibn|abu|da|das|dos|del|della|di|du|de|des|der|den|die|van|von|ten|ter|zu|la|le|les|y|e|o"
)
"""Small words inside names of people and places."""


@dataclass(frozen=True, slots=True)
class Word:
    """An English word and where it stands."""

    text: str
    start: int
    end: int

    @property
    def lower(self) -> bool:
        """Whether it has small letters only."""
        return self.text.islower()

    @property
    def joins(self) -> bool:
        """Whether it only joins others, or is part of names."""
        return bool(_JOINING.fullmatch(self.text) or _PARTICLE.fullmatch(self.text))


Run = tuple[Word, ...]


def runs(text: str) -> Iterator[Run]:
    """English words that follow each other with nothing but blanks, commas and figures between.

    >>> [[word.text for word in run] for run in runs("由visiting scholar Anna演出，用5G和iPhone 15拍摄")]
    [['visiting', 'scholar', 'Anna'], ['iPhone']]
    """
    run: list[Word] = []
    for found in _WORD.finditer(text):
        word = Word(found.group(), *found.span())
        if run and not _BETWEEN.fullmatch(text, run[-1].end, word.start):
            yield tuple(run)
            run = []
        run.append(word)
    if run:
        yield tuple(run)


def stretches(text: str) -> Iterator[tuple[int, int]]:
    """Chinese characters that hang together, with the figures and signs between them and a full stop.

    >>> list(stretches("see 人口超3000万。 and 车"))
    [(4, 13), (18, 19)]
    """
    yield from (found.span() for found in _HAN.finditer(text))
