"""Over, under, nearly, about: whether both languages hedge a figure alike."""

from __future__ import annotations

import re
from decimal import Decimal

from pressgen.checks.figures.placed import PlacedFigure
from pressgen.checks.figures.sizes import as_unit
from pressgen.figures import Figure
from pressgen.regex import regex
from pressgen.text import since

_ABOVE = frozenset({"over", "at_least"})
_BELOW = frozenset({"nearly", "at_most"})
_DENIED = regex(
    r"[不未没无勿](?![足到满及])[^，。；\d]{0,5}$|\b(?:not?|never|n't)\b[^,.;\d]{0,24}$", re.IGNORECASE
)
_DENIED_BEHIND = regex("[^，。；]{0,4}内[^。；]{0,10}?(?:不[会再得能可准许]|没有|[未无禁])")
"""A denial that turns a bound round from behind: 两年之内不得 is at least two years."""
_HEDGED = {
    "zh": regex(
        "[约近超逾余多过足满+＋]|高达|至少|最[少长短远近快早晚迟]|左右|上下|以[上下]|[突跌]破|(?:[公里米]|范围)[之以]?内|[日天时月年钟秒周](?:[车路航步]程|步行)?[之以]?内|[时期]限"
    ),
    "en": regex(
        r"\b(?:about|around|some|nearly|almost|over|more|less|fewer|than|at least|at most|up to|"
        r"as much|as many|as high|roughly|approximately|beyond|past|surpass\w*|exceed\w*|top(?:s|ped)|"
        r"close to|maxim\w+|minim\w+|under|below|above|breach\w*|break\w*|broke)\b|\+",
        re.IGNORECASE,
    ),
}
_OVER = regex(r"(?P<opening>^|[.!?:;,”\"] ?|\b(?:and|but) )?\bover $", re.IGNORECASE)
_TIME = regex(r"[\w-]+ (?:hour|day|night|week|month|year|decade)s\b")
_DURING = regex(
    "为期|历时|分[0-9一二两三四五六七八九十]+[年月周天]|持续|连续|先后|[天日夜周月年](?:里|间|中|来|以来|时间)|"
    "[天日夜周月年时][之以]?内"
)
"""Over three days is in the course of them where a clause opens so, or the Chinese says as much."""
_REST = {
    "zh": regex("其余|其他|其它|余下|剩余|剩下|另外"),
    "en": regex(r"\b(?:rest|others?|remain\w*)\b", re.IGNORECASE),
}
_FAR = 120
_STOP = regex(r"[，。；！？]|[,.;!?](?!\d)")
_BEHIND_RATE = regex(r"(?:约?合|折合)(?:人民币)?$")


def opposite(figure: Figure, other: Figure) -> bool:
    """Whether one says more than a number, the other less."""
    a, b = figure.modifier, other.modifier
    return (a in _ABOVE and b in _BELOW) or (a in _BELOW and b in _ABOVE)


def turned(zh: PlacedFigure, en: PlacedFigure) -> bool:
    """Whether two hedges are opposites, with no denial near (不超过) that turns one round again."""
    if (
        _is_other_half(zh, en)
        or not opposite(zh.figure, en.figure)
        or _is_course(zh, en)
        or _DENIED_BEHIND.match(zh.block.text, zh.figure.end - 2)
    ):
        return False
    return not any(_DENIED.search(_ahead(placed)) for placed in (zh, en))


def _is_other_half(zh: PlacedFigure, en: PlacedFigure) -> bool:
    """Whether one language tells a half and the other the rest: 其余不足一半, those two more than half."""
    half = zh.figure.kind == "fraction" and zh.figure.value * 2 == 1
    return half and bool(_REST["zh"].search(_around(zh))) != bool(_REST["en"].search(_around(en)))


def impossible(zh: PlacedFigure, en: PlacedFigure) -> bool:
    """Whether a hedge is wrong of the other's exact figure: 8.74% is not more than 9 percent."""
    return wrong_of(zh.figure, en.figure) or wrong_of(en.figure, zh.figure)


def wrong_of(hedged: Figure, exact: Figure, room: Decimal = Decimal(0)) -> bool:
    """Whether "more than" stands before a number above the exact one by more than so much of it."""
    if exact.modifier or exact.high is not None or hedged.high is not None or hedged.kind != exact.kind:
        return False
    if hedged.modifier not in _ABOVE | _BELOW:
        return False
    value = as_unit(Decimal(exact.value), exact.unit, hedged.unit)
    value = Decimal(exact.value) if value is None else value
    if hedged.modifier in _ABOVE:
        return Decimal(hedged.value) * (1 - room) > value
    return hedged.modifier in _BELOW and Decimal(hedged.value) * (1 + room) < value


def dropped(zh: PlacedFigure, en: PlacedFigure) -> bool:
    """Whether only one is hedged. 约 in 约合 says no more than that a rate was used."""
    a, b = zh.figure.modifier, en.figure.modifier
    if bool(a) == bool(b) or "vague" in (a, b) or _BEHIND_RATE.search(_ahead(zh)):
        return False
    if is_from_nought(zh.figure) or is_from_nought(en.figure) or _is_course(zh, en):
        return False
    return not _HEDGED[(bare := en if a else zh).block.lang].search(_around(bare))


def is_from_nought(figure: Figure) -> bool:
    """Whether it is 0 to 14, which "up to 14" answers without a hedge."""
    return figure.high is not None and figure.value == 0


def _is_course(zh: PlacedFigure, en: PlacedFigure) -> bool:
    """Whether "over three days" means in their course: a clause opens so, or the Chinese says as much."""
    over = _OVER.search(_ahead(en)) if en.figure.modifier == "over" else None
    if not over or not _TIME.match(en.block.text, en.figure.start):
        return False
    return over["opening"] is not None or bool(_DURING.search(_around(zh)))


def _around(placed: PlacedFigure) -> str:
    """The clause around a figure: a hedge may stand apart from it (约占全省的7%, surpasses one million)."""
    text, figure = placed.block.text, placed.figure
    first = max(0, figure.start - _FAR)
    start = since(_STOP, text, figure.start, first)
    stop = _STOP.search(text, figure.end)
    return text[start : stop.start() if stop else len(text)]


def _ahead(placed: PlacedFigure) -> str:
    return placed.block.text[max(0, placed.figure.start - 40) : placed.figure.start]
