"""Over, under, nearly, about: whether both languages hedge a figure alike."""

from __future__ import annotations

from collections.abc import Iterator

from pressgen.checks.figures import rules
from pressgen.checks.figures.match import Pair
from pressgen.checks.figures.meaning import LOOSE
from pressgen.errors import Wording
from pressgen.findings import Finding

_ABOVE = frozenset({"over", "at_least"})
_BELOW = frozenset({"nearly", "at_most"})
_DROPPED = Wording("限定词只有一种文本中有", "only one of them hedges it")
_TURNED = Wording("限定词意思相反", "the hedges say opposite things")
_CONTEXT = Wording("说法详略不同", "one says more than the other")


def hedged(pair: Pair) -> Iterator[Finding]:
    """What differs between two figures that are the same."""
    a, b = pair.zh.figure.modifier, pair.en.figure.modifier
    rule, said = None, _DROPPED
    if (a in _ABOVE and b in _BELOW) or (a in _BELOW and b in _ABOVE):
        rule, said = rules.TURNED, _TURNED
    elif pair.closeness == LOOSE:
        rule, said = rules.CONTEXT, _CONTEXT
    elif bool(a) != bool(b) and "vague" not in (a, b) and not pair.zh.beside_another:
        rule = rules.HEDGE
    if rule:
        zh, en = pair.zh.figure.text, pair.en.figure.text
        yield rule.at(pair.en.span, related=(pair.zh.span,), slip=said, zh=zh, en=en)
