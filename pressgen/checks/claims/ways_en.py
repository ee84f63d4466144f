"""Which way a figure of an English clause goes: up 5 percent, rose to 5 from 3, 8 short, a 5 percent fall."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pressgen.checks.claims.lexicon import Hit
from pressgen.checks.claims.ways import COUNTED, NOT_VERBS, TIMES, Ways, axis, governed, named, paced, way
from pressgen.figures import Figure
from pressgen.regex import regex

DENIED = regex(
    r"\b(?:not|never|no|nor|without|instead of|rather than|stop(?:s|ped)?|neither|avoid\w*|prevent\w*|"
    r"cannot|after)"
    r"(?:\s+(?:be|been|further|the|a|an|any|have|has|gone|yet|to|so))*\s+$|n[’']t\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
"""What stands before a word that is said not to be so."""
_HEDGE = (
    r"(?:(?:about|around|some|nearly|almost|over|roughly|approximately|more than|less than|fewer than|"
    r"just|only|at least|an?|the|another|as much as|(?:a )?further|close to|under|well over|a total of|"
    r"a record|up to|on average|an average of|(?:year )?on year|sharply|slightly|still|also|again)\s+)*"
)
FROM = regex(rf"\bfrom\s+{_HEDGE}$|\bfrom\s+\w+[’']s\s+$", re.IGNORECASE)
"""What stands before the figure that a change begins at."""
_TIGHT = regex(rf"\s+{_HEDGE}(?:(?:by|to|of|at|with|was|were|is|being)\s+)?{_HEDGE}", re.IGNORECASE)
_LOOSE = regex(rf"\s.{{0,90}}\b(?:by|to)\s+{_HEDGE}", re.IGNORECASE)
_FEW_WORDS = regex(r"(?:\s+[\w’'-]+){1,3}\s+")
_LEVEL = regex(rf"\b(?:to|at)\s+{_HEDGE}$", re.IGNORECASE)
_EARLIER = regex(r"\b(?:after|following|since|despite)\b", re.IGNORECASE)
"""What parts a verb from figures of what went before: turned down after nine weeks of gains."""
_STOPS = "of|in|to|for|and|or|but|at|on|with|from|by|were|was|is|are|than|as|that|which|had|has"
_BEHIND = regex(rf"(?:[\s-]+(?!(?:{_STOPS})\b)[\w’'-]+){{0,2}}[\s-]+", re.IGNORECASE)
_ARTICLE = regex(r"\ban? $")
_ONLY_HEDGES = frozenset(
    {"more", "less", "fewer", "over", "under", "higher", "lower", "above", "below", "short"}
)
_PACE = regex("fast|quick|slow|swift|rapid", re.IGNORECASE)
_ONLY_VERBS = regex(r"(?:up|down|rose|fell|grew|shrank|\w+ed|\w+ing)\Z")


def read(figure: Figure, words: Sequence[Hit], figures: Sequence[Figure], text: str) -> Ways:
    """The ways of one figure by the words of its clause; ``figures`` are those of the clause."""
    if FROM.search(text, max(0, figure.start - 40), figure.start):
        return {}
    before = [hit for hit in words if hit.end <= figure.start and _reaches(hit, figure, figures, text)]
    ways = named(before, figure)
    behind = _behind(figure, words, text)
    if behind and behind.row["kind"] != "rate":
        own = paced(behind) if _takes(figure, behind) else {axis(behind, figure): way(behind)}
        return {**ways, **own}
    verbs = [hit for hit in before if _is_verb(hit, figure) and _governs(hit, figure, text)]
    if behind:
        return {**ways, "way": way(behind), **({"size": way(verbs[-1])} if verbs else {})}
    rates = [hit for hit in words if hit.row["kind"] == "rate" and hit.end <= figure.start]
    if verbs:
        level = bool(_LEVEL.search(text, verbs[-1].end, figure.start))
        return {**ways, **governed(verbs[-1], figure, rates, level=level)}
    if rates and _TIGHT.fullmatch(text, rates[-1].end, figure.start):
        lost = figure.kind == "money" and "loss" in rates[-1].text.lower()  # of 5 percent it is a fall
        return {**ways, **({"result": way(rates[-1])} if lost else {}), "way": way(rates[-1])}
    return ways


def _is_verb(hit: Hit, figure: Figure) -> bool:
    """Whether a word tells of a change; to lose what is no money is to have fewer: lost 300 residents."""
    return hit.row["kind"] not in NOT_VERBS or (figure.kind != "money" and bool(_LOSE.match(hit.text)))


_LOSE = regex(r"(?:lose|loses|lost|losing)\Z", re.IGNORECASE)


def _takes(figure: Figure, hit: Hit) -> bool:
    """Whether a word tells of pace beside a length of time: four days quicker are four fewer."""
    return figure.unit in TIMES and bool(_PACE.match(hit.text))


def _reaches(hit: Hit, figure: Figure, figures: Sequence[Figure], text: str) -> bool:
    """Whether no figure between has used the word up, but for what a change begins at."""
    between = [inner for inner in figures if hit.end <= inner.start and inner.end <= figure.start]
    return all(
        inner.kind not in COUNTED
        or (inner.kind == figure.kind and bool(FROM.search(text, hit.end, inner.start)))
        for inner in between
    )


def _governs(hit: Hit, figure: Figure, text: str) -> bool:
    place = hit.end, figure.start
    if _EARLIER.search(text, *place):
        return False
    tight = bool(_TIGHT.fullmatch(text, *place))
    if hit.row["kind"] in ("compare", "beside") and hit.text.lower() in _ONLY_HEDGES:
        return tight and " by " in text[slice(*place)]
    if tight or hit.text.lower() in ("up", "down"):
        return tight
    return bool(_LOOSE.fullmatch(text, *place) or _FEW_WORDS.fullmatch(text, *place))


def _behind(figure: Figure, words: Sequence[Hit], text: str) -> Hit | None:
    """5 percent higher, 300 fewer people, 8,000 mu short; a 5 percent increase."""
    hit = next((word for word in words if word.start >= figure.end), None)
    if hit is None or not _BEHIND.fullmatch(text, figure.end, hit.start):
        return None
    kind = hit.row["kind"]
    if kind in ("change", "rate"):
        counts = figure.kind in ("percent", "points") or _ARTICLE.search(
            text, max(0, figure.start - 4), figure.start
        )
        verb = _ONLY_VERBS.match(hit.text.lower()) and not _is_compared(figure, hit, text)
        return hit if counts and not verb else None
    return hit if kind in ("compare", "beside", "size", "time", "place") else None


_THAN_BEFORE = regex(
    r"\s+(?:on|from|over|year|compared|against|in|at|this|for|overall|so far)\b|\s*(?:[.,;)]|$)",
    re.IGNORECASE,
)


def _is_compared(figure: Figure, hit: Hit, text: str) -> bool:
    """Whether “up” or “down” says how far a figure is from another: 5 percent up on last year."""
    beside = hit.text.lower() in ("up", "down") and not text[figure.end : hit.start].strip()
    return beside and bool(_THAN_BEFORE.match(text, hit.end))
