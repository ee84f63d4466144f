"""What a figure is to another of its sort: a part, the whole, the total, a difference, a threshold.

“14 of the 23 projects” has a part and a whole, “41 wineries, nine more than before” a difference. A figure
has the same role in both languages, whatever the order and whosever it is.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

from pressgen.checks.claims.subjects import Subject
from pressgen.document import Block
from pressgen.figures import Figure

ROLE = "role"
PART, WHOLE, DIFFERENCE, THRESHOLD = "part", "whole", "difference", "threshold"
IS_WHOLE, IS_DIFFERENCE = f"{ROLE} {WHOLE}", f"{ROLE} {DIFFERENCE}"
"""The keys of what is a whole, or a difference."""
_FAR = 60
_TWO = 2
_MORE_ZH = (
    "多|少|高|低|长|短|快|慢|大|小|早|晚|重|轻|贵|便宜|增|减|"
    "增加|减少|增长|提高|上升|下降|上涨|下跌|提前|推迟|缩短|延长"
)
_MORE_EN = (
    "more|less|fewer|higher|lower|longer|shorter|larger|smaller|bigger|greater|faster|slower|quicker|earlier|"
    "later|sooner|heavier|lighter|taller|deeper|wider|narrower|older|younger|dearer|cheaper|better|worse|warmer|"
    "colder"
)
_CHANGED_EN = (
    "grew|grown|growing|r[oi]sen?|rising|f[ae]ll(?:en|ing)?|up|down|(?:in|de)creas(?:ed?|ing)|dropped|climbed|"
    "declined|shrank|shrunk|widened|narrowed|cut|reduced|raised|lowered|shortened|extended"
)
_BEHIND_EN = "behind|ahead|adrift|clear|apart"
_NEARLY = "(?:将?近|约|超过?|逾|整整|足足)?"
_WORDS = r"(?:[\w’'-]+ ){0,3}?"
_OF_ALL = "of (?:the|its|their|these|those|all|a total of)"
_BEFORE = {
    "zh": {
        DIFFERENCE: f"(?:比|较)[^，。；0-9]{{0,16}}(?:{_MORE_ZH})(?:[了出收付卖产投花]|{_NEARLY})$"
        f"|(?:{_MORE_ZH})[了出]{_NEARLY}$|[，；](?:[又再]|均|分别)?(?:{_MORE_ZH}){_NEARLY}$|(?:超出|少收|多收|净增|多卖|少卖|相差|领先|落后){_NEARLY}$"
        f"|[顺逆]差(?:额|总额)?(?:[为达有计]|达到|扩大到|扩大至|收窄到|收窄至|缩小到|缩小至)?{_NEARLY}$",
        PART: "(?:其中|当中)[^，。；0-9]{0,24}$|[中里]，?[已就仅只现也]?有[^，。；0-9]{0,4}$",
        WHOLE: "(?:总共|一共|合共|共计|合计|总计|总数|总量|总额|累计)[^，。；0-9]{0,6}$",
    },
    "en": {
        DIFFERENCE: rf"\b(?:{_CHANGED_EN}) by {_WORDS}$"
        rf"|\b(?:(?:in|de)crease|rise|drop|decline|gain|reduction|surplus|deficit) of {_WORDS}$",
        PART: rf"\b(?:including|of (?:which|whom|them|these|those)),? {_WORDS}$",
        WHOLE: rf"\b(?:out )?{_OF_ALL}(?: (?:the|other|more than|some|about))? $"
        r"|\b(?:in total|altogether|combined|overall|a total of|totall?(?:ed|ing)|cumulative \w+ of)"
        rf" {_WORDS}$",
    },
}
_BEHIND = {
    "zh": {
        WHOLE: "[^，。；0-9]{0,14}(?<!其)中(?=，|有|已|就|的)",
        THRESHOLD: "[^，。；0-9]{0,3}[及或]?(?:以上|以下|以内|起步)",
    },
    "en": {
        DIFFERENCE: rf" (?!to\b){_WORDS}(?:{_MORE_EN})\b(?: [\w’'-]+){{0,4}}? than\b(?! [\d$€£¥])"
        rf"| (?:{_MORE_EN}|{_BEHIND_EN})\b",
        PART: rf" {_WORDS}(?:out )?(?:of (?:which|whom|them|these|those)|{_OF_ALL})\b",
        WHOLE: r"(?: [\w’'-]+){0,3} (?:in all|in total|altogether)\b",
        THRESHOLD: r"(?: [\w’'-]+)?(?:,| and| or) "
        r"(?:above|over|more|older|higher|below|under|less|fewer|younger|upwards?)\b",
    },
}
"""What says a role, by language: before the figure, and right behind it."""


@cache
def _patterns(lang: str) -> tuple[tuple[str, re.Pattern[str], bool], ...]:
    """Each role, what says it, and whether that stands before the figure."""
    return (
        *((role, re.compile(words, re.IGNORECASE), True) for role, words in _BEFORE[lang].items()),
        *((role, re.compile(words, re.IGNORECASE), False) for role, words in _BEHIND[lang].items()),
    )


def roles(block: Block, figure: Figure) -> dict[str, Subject]:
    """The roles of a figure, by key, each with the stretch of it and the words that say so.

    A percentage is a part of its own whole, whatever else the sentence counts, and often a difference.
    """
    found: dict[str, Subject] = {}
    for role, pattern, before in _patterns(block.lang):
        if role != THRESHOLD and figure.kind in ("percent", "fraction"):
            continue
        if before:
            match = pattern.search(block.text, max(0, figure.start - _FAR), figure.start)
        else:
            match = pattern.match(block.text, figure.end)
        if match:
            start, end = min(match.start(), figure.start), max(match.end(), figure.end)
            found.setdefault(f"{ROLE} {role}", Subject(start, end, role, ROLE))
    return found


def is_telling(keys: Collection[str], count: int) -> bool:
    """Whether what went over between two figures of so many of a sort proves that they changed places.

    Of three, one may be a part of the first and the whole of the last.
    """
    found = {key.removeprefix(f"{ROLE} ") for key in keys if key.startswith(ROLE)}
    return bool(found - {PART, WHOLE}) or found == {PART, WHOLE} or bool(found and count == _TWO)
