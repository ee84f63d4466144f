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
_MASS = regex(
    r"\b(?:access|aid|assistance|backing|compensation|cover|coverage|credit|equipment|funding|guidance|"
    r"help|housing|insurance|money|relief|space|support|training|transport)$"
)
"""What there is much of, and not one or several: rent relief."""
_SERVES = regex(
    "物流|仓|冷链|冷库|港|码头|枢纽|市场|机场|车站|场站|商场|商业|酒店|数据|算力|充电|停车|公寓|医院|学校|展馆|展览|会展|"
    "体育|文旅|景区|乐园|孵化|检测|交易|配送|转运|分拣|口岸|保税"
)
_MAKES = regex("厂|生产|制造|车间|产线|加工|造纸|冶炼|装配")
"""What is built makes things, whatever else its name says: 港口机械厂."""
_PRIZE = regex("(?:[奖金励贴助款费礼]|基金|红包)$")
_SIGNED = regex(r"(?:(?:has|have|had) )?signed(?: up)?$", re.IGNORECASE)
_UNDERTAKEN = regex(
    r"\b(?:projects?|ventures?|schemes?|developments?|plants?)\b(?! of intent)", re.IGNORECASE
)
_CLAUSE = regex(r" (?:is|are|remains?|costs?|stays?|will) ")


def speed(words: str) -> bool:
    """Whether a Chinese indicator is a rate of growth, which 加快 or 回落 and does not 提高.

    >>> speed("工业增加值增速"), speed("绿化率")
    (True, False)
    """
    return words.endswith(("增速", "增长率", "增幅"))


def serving(words: str) -> bool:
    """Whether what is built serves people or goods and makes nothing: it opens, and starts no production.

    >>> [serving(words) for words in ("空港物流园二期", "数据中心", "港口机械厂", "二期")]
    [True, True, False, False]
    """
    return bool(_SERVES.search(words)) and not _MAKES.search(words)


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
def city_itself(context: Context, value: Any) -> bool:
    """Whether a place is a city, though another governs it: 枝江市, and not 宜昌市枝江市."""
    fact = fact_of(context, value)
    name = fact.value if fact and isinstance(fact.value, Name) else None
    found = division(name.zh or name.text) if name else None
    return found is not None and found.generic == "市"


@pass_context
def dissolved(context: Context, value: Any) -> bool:
    """Whether a laboratory's figure is so much of something in so much: 38 mg/kg."""
    fact = fact_of(context, value)
    return fact is not None and bool(_DISSOLVED.search(fact.text))


TESTS: Mapping[str, Callable[..., bool]] = {
    "all_day": of_words(lambda words: words in ("24小时", "全天", "全天24小时"), "zh"),
    "city_itself": city_itself,
    "clause": of_words(lambda words: bool(_CLAUSE.search(words)), "en"),
    "composed": of_words(composed, "en"),
    "dissolved": dissolved,
    "making_things": of_words(lambda words: bool(_MAKES.search(words)), "zh"),
    "mass": of_words(lambda words: bool(_MASS.search(words)), "en"),
    "placed": placed,
    "prize": of_words(lambda words: bool(_PRIZE.search(words)), "zh"),
    "qualified": of_words(lambda words: bool(re.search(r" (?:at|during|on) |,", words)), "en"),
    "serving": of_words(serving, "zh"),
    "signing": of_words(lambda words: bool(_SIGNED.match(words)), "en"),
    "speed": of_words(speed, "zh"),
    "substance": of_words(substance, "zh"),
    "undertaken": of_words(lambda words: bool(_UNDERTAKEN.search(words)), "en"),
}
"""These tests by the name templates ask them."""
