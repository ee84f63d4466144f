"""Which sums a house turns into another currency, and which it leaves: limits, other years, vague sums."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from pressgen.errors import Wording
from pressgen.figures.convert import TOLERANCE
from pressgen.figures.figure import Figure
from pressgen.figures.style import Style
from pressgen.regex import regex
from pressgen.text import Language

ABOUT = {"zh": "（约合{sum}）", "en": " ({sum})"}
"""How a converted sum stands behind the other; ``{sum}`` is the sum as the style writes it."""

THRESHOLD = Wording(
    "项目门槛，不是实际金额；折算会改变政策原意",
    "a threshold, not a sum spent; another currency would change the rule",
)
PAST = Wording("往年金额，不用当日汇率", "a sum of another year; the day's rate is not its rate")
VAGUE = Wording("约数，没有可折算的金额", "no exact sum to convert")
SMALL = Wording("低于折算下限", "less than the house converts")
REPEATED = Wording("文中他处已折算", "converted where it first stands")
NEVER = Wording("样式规定不折算", "the house does not convert")
RATE = Wording("汇率，不是金额", "a rate, not a sum")
BESIDE = Wording("已有折算", "converted already")
NO_RATE = Wording("没有当日汇率，无法核对已有折算", "there is no rate of the day to check the conversion by")


@dataclass(frozen=True, slots=True)
class Policy:
    """A house's choices; what is not said here is ``base``'s: thresholds and other years' sums stay.

    ``convert``: never; first, once for each distinct sum; every time. ``least`` is the smallest sum
    converted, in its own currency; ``correct`` mends printed conversions that are more than ``tolerance``
    off; ``zh`` and ``en`` wrap the sum that is added.
    """

    digits: int = 3
    convert: Literal["never", "first", "every"] = "first"
    thresholds: bool = False
    past: bool = False
    correct: bool = True
    least: Decimal = Decimal(0)
    tolerance: Decimal = TOLERANCE
    zh: str = ABOUT["zh"]
    en: str = ABOUT["en"]
    style: Style = field(default_factory=Style)

    def reason(
        self, figure: Figure, text: str, lang: Language, found: Sequence[Figure], on: date
    ) -> Wording | None:
        """Why a sum of the text is left as it is, or None where it is to be converted."""
        if figure.modifier == "vague":
            return VAGUE
        if abs(Decimal(figure.value)) < self.least:
            return SMALL
        if not self.thresholds and is_threshold(figure, text, lang):
            return THRESHOLD
        if not self.past and is_past(figure, text, lang, found, on):
            return PAST
        return None


_ITEMS_ZH = "项目|企业|公司|工程|订单|合同|贷款|产业|集群|单位|基金|园区|镇街|大单|独角兽|纳税|个人|家庭|农户"
_ITEMS_EN = (
    "projects?|companies|company|enterprises?|firms?|businesses|contracts?|deals?|orders?|loans?|industries|"
    "clusters?|funds?|plants?|parks?|towns?|investors?|taxpayers?"
)
_BEHIND = {
    "zh": regex(
        rf"(?:及以上|以上|以下|以内|（含）|\(含\))*(?:人民币)?[的级]?[^，。；！？、\d]{{0,6}}?(?:{_ITEMS_ZH})"
    ),
    "en": regex(
        r"(?: (?:or more|or above|and above|or over|or less))?,? (?:each|apiece|per (?:project|company))\b"
    ),
}
_AHEAD = {
    "zh": regex(r"(?:每[个家项笔户人]|单[个体笔项户]|户均)[^，。；！？\d]{0,10}$"),
    "en": regex(
        rf"\b(?:{_ITEMS_EN})\b[^,.;!?\d]{{0,40}}$|\b(?:each|per)\b[^,.;!?\d]{{0,24}}$", re.IGNORECASE
    ),
}
_PAIR = {
    "zh": regex(r"(?:以上|以下|以内)?(?:人民币)?或者?[^，。；\d]{0,6}\d"),
    "en": regex(r"(?: or (?:more|above|over))? or (?:over |more than |above |at least )?[A-Z$€£]{0,4} ?\d"),
}
"""Two limits in two currencies, of which neither is the other's conversion."""
_LIMITS = frozenset({"over", "at_least", "at_most"})


def is_threshold(figure: Figure, text: str, lang: Language) -> bool:
    """Whether a round sum is a limit that is passed: ``超1亿元的项目``, ``over 100 million yuan each``."""
    if figure.modifier not in _LIMITS or not _round(figure):
        return False
    if _BEHIND[lang].match(text, figure.end) or _PAIR[lang].match(text, figure.end):
        return True
    return bool(_AHEAD[lang].search(text[max(0, figure.start - 60) : figure.start]))


def _round(figure: Figure) -> bool:
    return len(Decimal(figure.value).normalize().as_tuple().digits) <= 2


_THEN = regex(r"当时|当年|彼时|\bthen\b|\bat the time\b|\bat that time\b")


def at_the_time(text: str) -> bool:
    """Whether a bracket says that it uses the rate of its own time: ``按当时汇率``, ``then $82 million``."""
    return bool(_THEN.search(text))


_REACH = 400
_STOP = {"zh": regex(r"[。！？\n]"), "en": regex(r"(?<!\bU\.S)[.!?](?=\s|$)|\n")}
_BEFORE = {
    "zh": regex(r"(?<![比较于])(?:去年|上年|前年|上一年)(?!同期(?!仅?[为是有])|底|末)"),
    "en": regex(
        r"(?<!from )(?<!than )(?<!with )(?<!over )"
        r"\b(?:last year|the previous year|a year earlier|the year before)\b",
        re.IGNORECASE,
    ),
}


def is_past(figure: Figure, text: str, lang: Language, found: Sequence[Figure], on: date) -> bool:
    """Whether the date that governs a sum lies in a year before ``on``'s.

    That is the last year ahead of it in its sentence, or in English the first one behind it where no date
    stands ahead: "In the first half" is of the year at hand. ``比去年`` and ``from last year`` name what is
    compared, not when the sum was spent.
    """
    start, end = _sentence(figure, text, lang)
    near = found[bisect_left(found, start, key=_start) : bisect_left(found, end, key=_start)]
    years = [(nearby.start, _year(nearby)) for nearby in near if _year(nearby)]
    years += [(word.start(), on.year - 1) for word in _BEFORE[lang].finditer(text, start, end)]
    ahead = [(at, year) for at, year in years if at < figure.start]
    behind = [(at, year) for at, year in years if at >= figure.end]
    if ahead:
        return max(ahead)[1] < on.year
    dated = any(_is_time(nearby) and nearby.start < figure.start for nearby in near)
    return lang == "en" and not dated and bool(behind) and min(behind)[1] < on.year


def _sentence(figure: Figure, text: str, lang: Language) -> tuple[int, int]:
    """Where the sentence around a figure begins and ends, within _REACH of it."""
    start, last = max(0, figure.start - _REACH), min(len(text), figure.end + _REACH)
    for stop in _STOP[lang].finditer(text, start, figure.start):
        start = stop.end()
    behind = _STOP[lang].search(text, figure.end, last)
    return start, behind.start() if behind else last


def _start(figure: Figure) -> int:
    return figure.start


def _is_time(figure: Figure) -> bool:
    return figure.kind in ("date", "period")


def _year(figure: Figure) -> int:
    """A date's or a period's year, 0 where it says none."""
    if not _is_time(figure) or not isinstance(figure.value, str):
        return 0
    last = figure.value.rpartition("/")[2]
    return int(last[:4]) if last[:4].isascii() and last[:4].isdigit() else 0
