"""One of something, which is no figure in either language, where the other text has several: 一年, two years.

一 and *a* are articles more often than numbers, so that no text is asked to answer them. Where a small number
of the other text goes unanswered and this text has one of the same unit or thing, the two are held together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from pressgen.checks import cedict
from pressgen.checks.align import Group
from pressgen.checks.figures.placed import PlacedFigure
from pressgen.document import Block
from pressgen.figures import Figure
from pressgen.figures.figure import Kind
from pressgen.regex import regex

_UNITS = {
    "年": "year",
    "月": "month",
    "周": "week",
    "星期": "week",
    "天": "day",
    "小时": "hour",
    "季度": "quarter",
}
_NAMES = "|".join(_UNITS.values())
_MEASURES = "名位人家个座条艘架所项起台辆只头部件场支间栋幢口枚处种批张艇列"
_LASTING = (
    "for|within|after|by|over|of|last(?:s|ed|ing)?|takes?|took|taking|runs?|every|another|nearly|almost|"
    "least|than"
)
_ONE = {
    "zh": regex(
        "(?<![每十百千万亿第初新这那某哪同唯其之统])一(?!一)(?:"
        "个?(?P<unit>年|月|周|星期|天|小时|季度)(?![一半级四到度多制])|"
        f"(?P<noun>[{_MEASURES}]))"
    ),
    "en": regex(
        rf"\b(?:(?:one|a single) (?:[a-z]+ )?|(?:{_LASTING}) an? )(?P<unit>{_NAMES})\b"
        r"(?! (?:ago|earlier|before|later|and a half))|"
        r"\b(?P<noun>one)(?= [a-z-])(?! (?:of|or|and|in|is|was|to|that|who|which|can|by|after|another)\b)",
        re.IGNORECASE,
    ),
}
"""What is one, and may be told wrong."""
_ANY = {
    "zh": {
        word: f"[一每全整首半同单当逐本去今明]个?{zh}|{zh}[均度]|同比|环比"
        for zh, word in _UNITS.items()
    } | {"week": "[一每全整首半同单当逐本上下]个?(?:周|星期)|周均"},
    "en": {unit: rf"(?<![\d] )\b{unit}\b|\b{unit}ly\b|\bannual|\bdaily\b" for unit in _UNITS.values()},
}  # fmt: skip
"""What may answer one of a unit."""

_EACH = regex("[各均每]|分别")
_PHRASE_ENDS = regex(
    r"\b(?:of|in|at|on|by|for|from|with|and|or|to|an?|the|between)\b|[^\w\s’'-]", re.IGNORECASE
)
_NOUN, _NEAR = 6, 40
"""Letters behind a number in which its noun is looked for, in Chinese and in English."""


@cache
def _any(lang: str, unit: str) -> re.Pattern[str]:
    return regex(_ANY[lang][unit], re.IGNORECASE)


def with_single(
    zh: Sequence[PlacedFigure], en: Sequence[PlacedFigure], group: Group
) -> tuple[list[PlacedFigure], list[PlacedFigure]]:
    """The unanswered figures, and what is one where a small number of the other side may be its."""
    return (
        [*zh, *_beside(en, group.zh, group.en, "zh")],
        [*en, *_beside(zh, group.en, group.zh, "en")],
    )


def _beside(
    unanswered: Sequence[PlacedFigure], here: Sequence[Block], there: Sequence[Block], lang: str
) -> Iterator[PlacedFigure]:
    """What is one here, and may be an unanswered number of there."""
    numbers = [each for each in unanswered if each.slight and each.figure.kind in ("number", "quantity")]
    for single in _singles(here, lang) if numbers else ():
        if any(_may_be(single, number, there, lang) for number in numbers):
            yield single


def _may_be(single: PlacedFigure, number: PlacedFigure, there: Sequence[Block], lang: str) -> bool:
    """Whether both are of one unit, of which there is nothing else that is one there, or of one thing."""
    unit = single.figure.unit
    if unit != number.figure.unit:
        return False
    answer = _any("en" if lang == "zh" else "zh", unit) if unit else None
    if answer:
        return not any(answer.search(block.text) for block in there)
    zh, en = (single, number) if lang == "zh" else (number, single)
    return _of_one_thing(zh, en)


def _of_one_thing(zh: PlacedFigure, en: PlacedFigure) -> bool:
    """Whether both count the same noun: two rounds of a contest are no contests, one each is no count."""
    clause = max(zh.block.text.rfind(sign, 0, zh.figure.start) for sign in "，。；：、")
    if _EACH.search(zh.block.text, clause + 1, zh.figure.start):
        return False
    return same_noun(zh, _PHRASE_ENDS.split(en.block.text[en.figure.end : en.figure.end + _NEAR])[0], "人")


def same_noun(zh: PlacedFigure, english: str, alone: str = "") -> bool:
    """Whether English words have the noun behind a Chinese number: 三种新药 and four drugs.

    A noun of one character may mean too much to be one, but for those given.
    """
    behind = zh.block.text[zh.figure.end : zh.figure.end + _NOUN]
    said = {root for _, _, root in cedict.words(english)}
    return any(
        roots & said
        for start, end in cedict.places(behind)
        if end - start > 1 or behind[start] in alone
        for roots in cedict.meanings(behind[start:end])
    )


def _singles(blocks: Sequence[Block], lang: str) -> Iterator[PlacedFigure]:
    for block in blocks:
        for found in _ONE[lang].finditer(block.text):
            unit = found["unit"] or ""
            end = found.start("noun") if lang == "zh" and not unit else found.end()
            start = found.start("unit") - 2 if lang == "en" and unit else found.start()
            kind: Kind = "quantity" if unit else "number"
            figure = Figure(
                kind, Decimal(1), _UNITS.get(unit, unit.lower()), start, end, block.text[start:end],
                precision=Decimal(1), noun=found["noun"] or "",
            )  # fmt: skip
            yield PlacedFigure(figure, block, start / max(1, len(block.text)), figure.text)
