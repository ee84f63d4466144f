"""What a writer's noun names: a place, a rate of growth, a substance; asked by the tests of templates."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context

from pressgen.drafting.asked import fact_of, of_words
from pressgen.events.values import Name
from pressgen.glossary.divisions import division
from pressgen.regex import regex

_PLACE = regex(r" (?:Banner|City|County|District|Prefecture|Province|Town|Township|Village|Area|Zone)$")
_QUALITY = regex("(?:度|值|量|数|率|寿命|噪声)$")
"""What a substance is not: turbidity, the pH value, noise."""
_DISSOLVED = regex(r"(?:[mµμnk]?g|毫克|微克|克)(?:/|每)(?:k?g|m?L|m[3³]|千克|升|立方米)", re.IGNORECASE)
_CLAUSE = regex(r" (?:is|are|remains?|costs?|stays?|will) ")


def speed(words: str) -> bool:
    """Whether a Chinese indicator is a rate of growth, which 加快 or 回落 and does not 提高.

    >>> speed("工业增加值增速"), speed("绿化率")
    (True, False)
    """
    return words.endswith(("增速", "增长率", "增幅"))


def substance(words: str) -> bool:
    """Whether Chinese words are of something contained, which has a 含量: 甲醛, but not 浑浊度."""
    return not _QUALITY.search(words)


def composed(words: str) -> bool:
    """Whether an English noun goes on with "of", so that nobody's name stands before it: value added of."""
    return bool(re.search(r" of ", words))


@pass_context
def placed(context: Context, value: Any) -> bool:
    """Whether a name is a place's."""
    fact = fact_of(context, value)
    name = fact.value if fact and isinstance(fact.value, Name) else None
    return name is not None and bool(division(name.zh or name.text) or _PLACE.search(name.en or name.text))


@pass_context
def dissolved(context: Context, value: Any) -> bool:
    """Whether a laboratory's figure is so much of something in so much: 38 mg/kg."""
    fact = fact_of(context, value)
    return fact is not None and bool(_DISSOLVED.search(fact.text))


TESTS: Mapping[str, Callable[..., bool]] = {
    "all_day": of_words(lambda words: words in ("24小时", "全天", "全天24小时"), "zh"),
    "clause": of_words(lambda words: bool(_CLAUSE.search(words)), "en"),
    "composed": of_words(composed, "en"),
    "dissolved": dissolved,
    "placed": placed,
    "qualified": of_words(lambda words: bool(re.search(r" (?:at|during|on) |,", words)), "en"),
    "speed": of_words(speed, "zh"),
    "substance": of_words(substance, "zh"),
}
"""These tests by the name templates ask them."""
