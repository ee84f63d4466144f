"""Whether a word is one: a real other word is no slip of the pen.

The words come with the package ``pyspellchecker``. Its own reader keeps them in a dict of 30 MB, and nothing
but their frequency is asked for here, so the file is read here: once a machine (0.2 s), and kept as sorted
lines (2 MB).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache, lru_cache

from pressgen.cache import Lines, coming_with, sorted_lines
from pressgen.regex import compiled

_BRITISH = (
    (compiled(r"our(?=\b|s\b|ed\b|ing\b|i|a|hood|ly)"), "or"),
    (compiled(r"(?<=[ntbr])re(?=s?\b)"), "er"),
    (compiled(r"(?<=[a-z]{2})(i|y)s(?=e|ing|ation|able)"), r"\1z"),
    (compiled(r"ence(?=s?\b)"), "ense"),
    (compiled(r"ll(?=ed\b|ing\b|er|or)"), "l"),
    (compiled(r"ogue(?=s?\b)"), "og"),
    (compiled(r"ae|oe"), "e"),
    (compiled(r"amme(?=s?\b)"), "am"),
    (compiled(r"aluminium"), "aluminum"),
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
    return _count(word) or _count(american(word))


@lru_cache(maxsize=20_000)
def _count(word: str) -> int:
    key = f"{word}\t".encode("utf-8", "replace")
    return int(_words().begin(key)[len(key) :] or 0)


@cache
def _words() -> Lines:
    """160,000 words of English, a line for each: the word, a tab, how often it stands."""
    return sorted_lines("english", coming_with("spellchecker", "resources", "en.json.gz"), _read)


def _read(text: bytes) -> Iterator[str]:
    return (f"{word}\t{count}" for word, count in json.loads(text).items())
