"""How far a word is from a foreigner's name: by the table of known names, else by its sound.

``abroad.csv`` has names that are often met, each Chinese form with what it stands for: 赫伯特 is Herbert, so
it is no Hermann, however near that may sound.
"""

from __future__ import annotations

import unicodedata
from functools import cache

from pressgen.checks.naming import nearness
from pressgen.checks.naming.tables import pairs
from pressgen.checks.naming.transliteration import distance

_OTHER = 2.0
"""How far a name is that is known to be another one."""
_SAME_SOUND = 0.2
"""So near are two spellings of one name that are a letter apart, though a table parts them: Marco, Marcos."""
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae"})


def off(zh: str, word: str) -> float:
    """How far a word is from Chinese characters: 0 where they are known to be its, 2 where it is not.

    >>> off("若昂", "João"), off("若昂", "José"), 0 < off("赫伯格", "Herberg") < off("赫伯格", "Hermann") < 2
    (0.0, 2.0, True)
    """
    known, mine = [plain(each) for each in spelt(zh)], plain(word)
    if mine in known:
        return 0.0
    far = distance(zh, word)
    alike = far <= _SAME_SOUND and any(nearness.distance(mine, each, 1) == 1 for each in known)
    return _OTHER if known and mine in _words() and not alike else far


def spelt(zh: str) -> tuple[str, ...]:
    """The names that characters are known to stand for."""
    return _table().get(zh, ())


def is_known(word: str) -> bool:
    """Whether a word is a name of the table."""
    return plain(word) in _words()


def plain(word: str) -> str:
    """The letters of a name, small and without their signs.

    >>> plain("Søren"), plain("O'Neal"), plain("João")
    ('soren', 'oneal', 'joao')
    """
    parted = unicodedata.normalize("NFD", word.lower().translate(_LETTERS))
    return "".join(letter for letter in parted if "a" <= letter <= "z")


@cache
def _table() -> dict[str, tuple[str, ...]]:
    found = dict(pairs("transcriptions.csv"))
    for zh, words in pairs("abroad.csv"):
        found[zh] = (*words, *found.get(zh, ()))
    return found


@cache
def _words() -> frozenset[str]:
    return frozenset(plain(word) for words in _table().values() for word in words)
