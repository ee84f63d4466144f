"""Whether a word is one: a real other word is no slip of the pen.

The words come with the package ``pyspellchecker``. Its own reader keeps them in a dict of 30 MB, and nothing
but their frequency is asked for here, so the file is read here and kept sorted (4 MB).
"""

from __future__ import annotations

import gzip
import json
import re
from array import array
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_BRITISH = (
    (re.compile(r"our(?=\b|s\b|ed\b|ing\b|i|a|hood|ly)"), "or"),
    (re.compile(r"(?<=[ntbr])re(?=s?\b)"), "er"),
    (re.compile(r"(?<=[a-z]{2})(i|y)s(?=e|ing|ation|able)"), r"\1z"),
    (re.compile(r"ence(?=s?\b)"), "ense"),
    (re.compile(r"ll(?=ed\b|ing\b|er|or)"), "l"),
    (re.compile(r"ogue(?=s?\b)"), "og"),
    (re.compile(r"ae|oe"), "e"),
    (re.compile(r"amme(?=s?\b)"), "am"),
    (re.compile(r"aluminium"), "aluminum"),
)  # fmt: skip
_ENDINGS = ("'", "s", "d", "n", "r", "y", "i", "a")
"""A last letter that makes another form of a word: plural, past, Asian, German."""


def american(word: str) -> str:
    """A word of small letters in American spelling, so that centre and center are one.

    >>> american("centre"), american("organisations"), american("labour"), american("travelling")
    ('center', 'organizations', 'labor', 'traveling')
    """
    for british, spelling in _BRITISH:
        word = british.sub(spelling, word)
    return word


def is_another(written: str, right: str) -> bool:
    """Whether what looks like a slip is a word of its own, in small letters.

    >>> is_another("singing", "signing"), is_another("centre", "center"), is_another("comerce", "commerce")
    (True, True, False)
    """
    longer, shorter = max(written, right, key=len), min(written, right, key=len)
    if longer[:-1] == shorter and longer[-1] in _ENDINGS:
        return True
    return american(written) == american(right) or is_word(written)


def is_word(word: str) -> bool:
    """Whether small letters are a word of English, in British or American spelling.

    >>> is_word("centre"), is_word("shnude")
    (True, False)
    """
    return frequency(word) > 0


def frequency(word: str) -> int:
    """How often small letters stand as a word in the dictionary's English, 0 where they are none.

    >>> frequency("warehouse") > frequency("celadon") > frequency("airlino")
    True
    """
    words = _words()
    return words.frequency(word) or words.frequency(american(word))


@dataclass(frozen=True, slots=True)
class _Words:
    """Words in their order in one text; where each begins, and how often each stands."""

    text: str
    starts: array[int]
    counts: array[int]

    def word(self, number: int) -> str:
        return self.text[self.starts[number] : self.starts[number + 1]]

    def frequency(self, word: str) -> int:
        number = bisect_left(range(len(self.counts)), word, key=self.word)
        return self.counts[number] if number < len(self.counts) and self.word(number) == word else 0


@cache
def _words() -> _Words:
    """160,000 words of English; read only once something looks misspelt (0.2 s)."""
    packed = (files("spellchecker") / "resources" / "en.json.gz").read_bytes()
    known = sorted(json.loads(gzip.decompress(packed)).items())
    starts = array("L", [0])
    for word, _ in known:
        starts.append(starts[-1] + len(word))
    return _Words("".join(word for word, _ in known), starts, array("L", [count for _, count in known]))
