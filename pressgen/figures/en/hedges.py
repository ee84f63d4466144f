"""The English words that hedge a figure: over, about, nearly in front of it, or more behind it."""

from __future__ import annotations

import re
from functools import cache

from pressgen.figures.figure import Modifier
from pressgen.regex import compiled, regex

BEFORE: tuple[tuple[Modifier, str], ...] = (
    (
        "over",
        "over|more than|exceeding|exceeded|exceed|exceeds|above|topping|topped|tops|to top|will top|"
        "would top|could top|"
        "upwards of|upward of|in excess of|surpassing|surpassed|surpasses|surpass|"
        "greater than|larger than|higher than|"
        "well over|just over|beyond|crossed",
    ),
    (
        "nearly",
        "nearly|almost|close to|just under|less than|fewer than|under|below|approaching|just below|"
        "just short of|"
        "lower than|shy of|barely",
    ),
    (
        "about",
        "about|around|approximately|some|roughly|an estimated|estimated|circa|approx.|approx|c.|~|≈|"
        "equivalent to about|or so",
    ),
    ("at_least", "at least|no less than|no fewer than|not less than|a minimum of|minimum|≥"),
    (
        "at_most",
        "up to|at most|no more than|not more than|a maximum of|maximum|as much as|as many as|within|"
        "≤|not exceeding",
    ),
)
AFTER: tuple[tuple[Modifier, str], ...] = (
    (
        "over",
        "or more|and above|or above|and more|or higher|or older|and older|or longer|or over|or taller|"
        "or heavier|plus|+",
    ),
    ("about", "or so|more or less|odd"),
    ("at_most", "or less|or fewer|or below|or younger|and younger|or under|and under|or shorter|or lower"),
)
_DENIED = regex(r"(?:\b(?:not|never|no|cannot|nor|without)|n['’]t) (?:be |to |have |been |yet |even )?$")
_OPPOSITE: dict[Modifier, Modifier] = {"over": "at_most", "nearly": "at_least"}
"""May not exceed sets a limit above, must not be less than one below."""
_NOT_TURNED = frozenset(("close to", "nearly", "almost", "approaching", "barely", "shy of", "just short of"))
_TAKEN = regex(r"\b(?:tak(?:es?|ing|en)|took|hand(?:s|ed|ing)?|carr(?:y|ies|ied)|turn(?:s|ed|ing)?) $")
"""To take over 27 cases hedges nothing."""
_OF_SEVERAL = frozenset(("under", "over", "within", "beyond"))
"""Before several that have been told these hedge nothing: under the three memorandums, over the four days."""
_NAMED = regex(r"[a-z]|(?:19|20)[0-9]{2} [a-z]")
"""Several in words, or the year of what is named by it: under the 2023 rules."""
_OPENING = frozenset("oamp+")
_LONGEST_WORD = 20
_LINK = frozenset(("a", "the", "an", "of", "total", "its", "their", "reported", "combined"))


def _by_last_word() -> dict[str, list[tuple[str, Modifier]]]:
    """The words that hedge in front, the longest first."""
    table: dict[str, list[tuple[str, Modifier]]] = {}
    for modifier, words in BEFORE:
        for word in words.split("|"):
            table.setdefault(word.rsplit(" ", 1)[-1], []).append((word, modifier))
    return {last: sorted(words, key=lambda entry: -len(entry[0])) for last, words in table.items()}


_BEFORE = _by_last_word()


@cache
def _after() -> re.Pattern[str]:
    groups = (f"(?P<{modifier}>{'|'.join(map(re.escape, words.split('|')))})" for modifier, words in AFTER)
    return compiled(rf"[ -]?(?:{'|'.join(groups)})(?![a-z0-9])")


def in_front(low: str, start: int) -> tuple[Modifier, int]:
    """The hedge that ends where a figure starts, and where the hedge starts."""
    end = start
    for _ in range(2):
        stop = end - 1 if low[end - 1 : end] == " " else end
        reach = stop - _LONGEST_WORD if stop > _LONGEST_WORD else 0
        space = low.rfind(" ", reach, stop)
        begin = space + 1 if space >= 0 else reach
        begin += low.startswith("(", begin)
        last = low[begin:stop]
        for words, modifier in _BEFORE.get(last, ()):
            first = stop - len(words)
            if low.startswith(words, first) and first >= 0 and not low[first - 1 : first].isalnum():
                if words == "over" and _TAKEN.search(low, max(0, first - _LONGEST_WORD), first):
                    return "", start
                if words in _OF_SEVERAL and (
                    (low[end:start].strip() == "the" and _NAMED.match(low, start))
                    or low.startswith("one of the", start)
                ):
                    return "", start
                return _unless_denied(words, modifier, low, first)
        if last not in _LINK:
            break
        end = begin
    return "", start


def _unless_denied(words: str, modifier: Modifier, low: str, start: int) -> tuple[Modifier, int]:
    """The hedge, or its opposite where a word in front of it says no."""
    if modifier not in _OPPOSITE or words in _NOT_TURNED:
        return modifier, start
    denied = _DENIED.search(low, max(0, start - 13), start)
    return (_OPPOSITE[modifier], denied.start()) if denied else (modifier, start)


def behind(low: str, end: int) -> tuple[Modifier, int]:
    """The hedge that begins where a figure ends, and where the hedge ends."""
    near = low[end : end + 2].lstrip(" -")[:1] in _OPENING
    match = _after().match(low, end) if near else None
    if match is None:
        return "", end
    return match.lastgroup, match.end()  # type: ignore[return-value]  # the groups are named by modifier
