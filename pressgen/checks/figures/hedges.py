"""Over, under, nearly, about: whether both languages hedge a figure alike."""

from __future__ import annotations

import re

from pressgen.checks.figures.seen import Seen
from pressgen.figures import Figure

_ABOVE = frozenset({"over", "at_least"})
_BELOW = frozenset({"nearly", "at_most"})
_DENIED = re.compile(
    r"[不未没无勿](?![足到满及])[^，。；\d]{0,5}$|\b(?:not?|never|n't)\b[^,.;\d]{0,24}$", re.IGNORECASE
)
_BEHIND_RATE = re.compile(r"(?:约?合|折合)(?:人民币)?$")


def opposite(one: Figure, other: Figure) -> bool:
    """Whether one says more than a number, the other less."""
    a, b = one.modifier, other.modifier
    return (a in _ABOVE and b in _BELOW) or (a in _BELOW and b in _ABOVE)


def turned(zh: Seen, en: Seen) -> bool:
    """Whether two hedges are opposites, with no denial near (不超过) that turns one round again."""
    return opposite(zh.figure, en.figure) and not any(_DENIED.search(_ahead(one)) for one in (zh, en))


def dropped(zh: Seen, en: Seen) -> bool:
    """Whether only one is hedged. 约 in 约合 says no more than that a rate was used."""
    a, b = zh.figure.modifier, en.figure.modifier
    return bool(a) != bool(b) and "vague" not in (a, b) and not _BEHIND_RATE.search(_ahead(zh))


def _ahead(one: Seen) -> str:
    return one.block.text[max(0, one.figure.start - 40) : one.figure.start]
