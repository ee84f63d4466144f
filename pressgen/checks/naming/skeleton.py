"""Whether a name in letters may be one that Chinese writes by sound: 哈特曼 is Hartmann, no Hoffmann.

Each syllable's first consonant has to stand in the name, in their order, by one of the letters that it may
stand for (``initials.csv``); a stop within the name that no syllable has makes it another one. Vowels,
liquids, nasals and what is written twice, silent or run together prove nothing.
"""

from __future__ import annotations

from functools import cache

from pressgen.checks.naming.sounds import letters
from pressgen.checks.naming.tables import rows
from pressgen.glossary.pinyin import readings
from pressgen.regex import regex

_STRONG = frozenset(["b", "p", "m", "f", "d", "t", "g", "k", "z", "c", "s", "zh", "ch", "sh", "j", "q", "x"])
_STOPS = "bpftkcq"
_RUNS = regex(
    r"([bpfvdtgkcqszxj])\1+|ck|ch|sh|sch|cz|tz|ts|tch|dt|th|dh|ph|gh|kh|gn|ng|mb|mp|pf|bp|pb|gu|qu|bv|cs|sc|zs|dz|dj|sz|ks|cq|tc|ict|wc|lk|kn|tl|bt|pt|xt|st(?=[lm])"
)
_SHORT = 3
"""Letters of a name too short to be told from another."""


def may_sound(zh: str, name: str) -> bool:
    """Whether a family name may be written so; what is too short or not read may.

    >>> may_sound("哈特曼", "Hartmann"), may_sound("哈特曼", "Hoffmann"), may_sound("奥康纳", "Okonkwo")
    (True, False, False)
    """
    small = letters(name).replace("ph", "f")
    if len(small) < _SHORT or len(zh) < 2:
        return True
    return not all(map(readings, zh)) or _fits(zh, small)


def _fits(zh: str, small: str) -> bool:
    """Whether each strong initial has its letter behind that of the one before, and no stop is left over."""
    wanted = ["".join(found) for word in zh if all(found := [_letters_of(each) for each in _initials(word)])]
    run = {place for found in _RUNS.finditer(small) for place in range(*found.span())}
    reached = {0}
    for place, letter in enumerate(small):
        inside = 0 < place < len(small) - 2 and place not in run
        matched = {number + 1 for number in reached if number < len(wanted) and letter in wanted[number]}
        reached = matched if inside and letter in _STOPS else matched | reached
    return len(wanted) in reached


def _initials(character: str) -> set[str]:
    return {
        reading[:2] if reading[:2] in ("zh", "ch", "sh") else reading[:1] for reading in readings(character)
    }


@cache
def _table() -> dict[str, str]:
    return {row["initial"]: row["letters"] for row in rows("initials.csv")} | {"f": "fvw"}


def _letters_of(initial: str) -> str:
    return _table().get(initial, "") if initial in _STRONG else ""
