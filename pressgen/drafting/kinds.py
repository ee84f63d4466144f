"""More that a writer's words may name: a road, samples of something, a place in a ranking."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context

from pressgen.drafting.asked import fact_of, figure_of, moment_of, of_figure, of_words
from pressgen.drafting.onward import said_again, same_day
from pressgen.drafting.reworded import bracketed
from pressgen.drafting.token import FACTS, Token
from pressgen.events.things import led
from pressgen.events.values import Name, Text
from pressgen.regex import regex
from pressgen.text import han

_LONG = 4
"""How many characters a Chinese noun of two words has: 避护场所, but 车站, 志愿者."""
_ROAD = regex(
    "(?:(?<![铁线电思网管套步栈跑])路|路段|街|[大国省县干匝车]道|隧道|高速|高架|桥|改线|连接线)(?:[口面段])?(?:（[^（）]*）)?$"
)
"""What traffic runs on, which is 封闭; a trail, a car park, a gate are 关闭."""
_AFLOAT = regex("(?:船|船只|船舶|艇|邮轮|轮渡|渡口|航线)(?:（[^（）]*）)?$")
_RIDING = regex(
    "(?:列车|动车|班列|地铁|公交|班车|电车|专线|号线|缆车|索道|车站|火车站|[东西南北]站)(?:（[^（）]*）)?$"
)
_GONE = regex("(?<![停断缺降供用排积涨洪])水$|(?:味|烟|雾|尘|泡沫|油污|油膜|斑)$")
"""What one sees or smells, and is gone: yellow water, but not a cut in the supply."""
_HEARD = regex("(?:声|响|声响|响动|噪音)$")
_SUM_ALONE = regex(
    "(?:[一二三四五六七八九十两0-9]+[天日周月年]|当[天日年]|全[年季]|现场|合计|累计|总)*"
    "(?:销售额|营业额|成交额|交易额|销售收入|营业收入|营收|票房|目录价|总价|货值|价值|金额|投资额)(?:合计|总计|总额)?"
)
"""A sum by no other name, which is of what was told before it: 两天销售额."""
_SPAN = regex(
    "the (?:first|second|third|fourth|last) (?:half|quarter|(?:[a-z]+ )?(?:months|quarters|weeks|days))"
)
_FLOOR = regex("不低于|不少于|不小于|以上|≥|at least")
_HUNDRED_MILLION = 10**8
_DRAFTS = ("草案", "征求意见稿", "送审稿", "讨论稿", "修订稿")
_SECOND_HALF = "07"
_IN_PLACE = regex(r" in (?:the )?[A-Z][^,]*$")
_YEARLY = regex(r"(?<!\d)20\d\d(?!\d)")
_TWO_DAYS = regex(r"(\d{4}-\d\d-\d\d)/(\d{4}-\d\d-\d\d)")


@pass_context
def late_in_year(context: Context, _value: Any) -> bool:
    """Whether the release comes out in the second half of its year, when much of it is done."""
    return str(context[FACTS]["published"].value)[5:7] >= _SECOND_HALF


@pass_context
def yet_to_begin(context: Context, value: Any) -> bool:
    """Whether a period begins after the day of publication, and is not under way."""
    first = moment_of(context, value).partition("/")[0]
    published = str(context[FACTS]["published"].value)
    return bool(first) and first[: len("2023-07-14")] > published[: len(first)][: len("2023-07-14")]


def two_days(period: str) -> bool:
    """Whether a period (ISO) is two days, one after the other.

    >>> [two_days(period) for period in ("2026-06-30/2026-07-01", "2026-06-20/2026-06-22", "2026-06")]
    [True, False, False]
    """
    found = _TWO_DAYS.fullmatch(period)
    return found is not None and date.fromisoformat(found[2]) - date.fromisoformat(found[1]) == timedelta(
        days=1
    )


@pass_context
def echoing_zh(context: Context, value: Any, other: Any) -> bool:
    """Whether Chinese words end with other words: 泰国榴莲, 榴莲."""
    longer, shorter = (_zh(context, each) for each in (value, other))
    return bool(shorter) and longer.endswith(shorter)


@pass_context
def delegation_named(context: Context, value: Any) -> bool:
    """Whether English words of an earlier fact name the delegation from a place: the Ulm delegation."""
    token = Token.whole(value)
    fact = fact_of(context, value)
    if token is None or fact is None or not isinstance(fact.value, Text | Name):
        return False
    named = f"the {fact.value.en or fact.value.of('en')} delegation"
    for path, other in context[FACTS].items():
        if path == token.path:
            return False
        if isinstance(other.value, Text) and named in other.value.en:
            return True
    return False


@pass_context
def floor(context: Context, value: Any) -> bool:
    """Whether a limit is the least there may be: 不低于0.3毫克/升."""
    fact = fact_of(context, value)
    return fact is not None and bool(_FLOOR.search(fact.text))


def _zh(context: Context, value: Any) -> str:
    fact = fact_of(context, value)
    return fact.value.of("zh") if fact and isinstance(fact.value, Text | Name) else ""


@pass_context
def counted_behind(context: Context, value: Any, count: Any) -> bool:
    """Whether a Chinese count stands behind its noun: 避护场所512处, 航班61班, but 16座车站.

    News tells how many of a modified noun there are behind it, and no measure word in front of itself.
    """
    words, figure = _zh(context, value), figure_of(context, count)
    if words.startswith("有"):  # 有96家有出口实绩的企业
        return False
    return han(words) >= _LONG or (figure is not None and bool(figure.noun) and figure.noun in words)


def road(words: str) -> bool:
    """Whether Chinese words are of roads, which are 封闭 for traffic.

    >>> [road(words) for words in ("海滨北路、世昌大道等9条道路", "地铁2号线", "北坡步道", "人民街")]
    [True, False, False, True]
    """
    return bool(_ROAD.search(words))


_SPENT = regex(
    r"\b(?:costs?|fees?|rent|rents|rentals?|prices?|spending|expenses?|expenditures?|investments?|premiums?|interest|charges?|"
    r"bills?|outlays?|payments?|wages?|pay|salar(?:y|ies)|tax(?:es)?|contributions?|freight|tuition|fares?|tolls?|deposits?|"
    r"loans?|value|amounts?|sums?|sales|income|revenues?|turnover|purchases?|funding|funds|budgets?|loss(?:es)?|principal|"
    r"inputs?|rates?|difference|part|subsid(?:y|ies)|grants?|awards?)$",
    re.IGNORECASE,
)


def spending(words: str) -> bool:
    """Whether English words are of what is paid, of which there may be so many percent: rent, but not stands.

    >>> spending("the rent of their stands"), spending("new stoves"), spending("buying robots")
    (True, False, False)
    """
    return words.startswith("what ") or bool(
        _SPENT.search(re.split(r" (?:of|for|on|in|to|from|at|by|with)\b", words, maxsplit=1)[0])
    )


_SO_MANY = regex("[0-9]+[余多]?[家个名户]|[两三四五六七八九十百]+[余多]?[家个名户]|多[家个名户]")
"""More than one of those who deal: 12家供应商."""
_HAPPENING = regex(
    r"(?:\w+ )?(?:trips|visits|calls|flights|journeys|sailings|rides|arrivals|departures)\b(?! to the )"
)
_BOUNDING = regex("(?:以[上下内]|之[间内])(?:（[^（）]*）)?$|^(?:不[超少低高]|最[多高])")
"""So much at the most or at the least: 单套144平方米（含）以下."""
_GROUND = regex(r"(?:[a-z-]+ )*?(?:space|land|farmland|woodland|water)(?= (?:under|in|for|of|on)\b|$)")
"""What there is so much of, and what has no size of so much: 50 mu of land under grain."""
_UNIT_OF_SIZE = regex(r"(?:size in )?(?:square )?(?:meters|feet|kilometers)|mu|hectares|tonnes|kilograms")
_TRAILING = regex(
    r"^(?:[^,]*,[^,]*,)*[^,]*, (?:"
    r"(?:as|but|except|if|including|nor|not|provided|though|unless|where|whether|which|who|with)\b|"
    r"(?!.* (?:and|or) )(?!(?:and|or) ))[^,]*$"
)
"""Words whose last part stands between commas: own no home, nor does a spouse."""
_A_SUM = regex(
    "(?:价|价格|价款|费|费用|额|租|租金|成本|投入|投资|支出|部分|工资|薪酬|利息|值|收入|税|税款|保险金)$"
)
"""What is paid or earned, of which there may be so many percent: 研发投入, but not 科研仪器."""
_DEED_AND_SUM = regex(
    "(?:在[^，的]{1,12}?)?(?:首次|新)?(?:购|买(?!方)|租(?!金|借方)|加装|更换|聘用|雇|参展|举办|承办)[^，。]*的[^的，]+$"
)
"""What somebody does and what it costs: 首次购房的合同总价, but not 研发人员的工资."""
_A_TERM = regex(
    r"^(?:[\w’'-]+ )*?"
    r"(?:terms?|periods?|hours|leave|validity|duration|deadline|season|warranty)\b"
)
"""What is extended and not increased: the longest term, opening hours."""
_RECEIVING = regex("(?:领取|受益|受惠|获补|受助)[者人户]?(?:群众|人员|家庭|企业|对象)?$")
"""Those who are said to receive something, of whom no verb need say so again: 领取者8462人."""
_RUN = regex("马拉松|跑(?:步)?(?:比?赛)?$|接力赛?$")
_MACHINES = frozenset("台辆套部架")
_PRODUCED = regex(
    r"(?:(?:annual|total|production) )*(?:(?:output|production|sales|deliveries|shipments) of |capacity$)"
)


TESTS: Mapping[str, Callable[..., bool]] = {
    "a_sum": of_words(lambda words: bool(_A_SUM.search(words)), "zh"),
    "deed_and_sum": of_words(lambda words: bool(_DEED_AND_SUM.match(words)), "zh"),
    "a_term": of_words(lambda words: bool(_A_TERM.search(words)), "en"),
    "by_head": of_figure(lambda figure: figure.noun in ("人", "名", "位", "户")),
    "receiving": of_words(lambda words: bool(_RECEIVING.search(words)), "zh"),
    "bounding": of_words(lambda words: bool(_BOUNDING.search(words)), "zh"),
    "grant": of_words(lambda words: words.startswith(("补贴", "补助", "津贴", "奖励", "资助")), "zh"),
    "ground": of_words(lambda words: bool(_GROUND.match(words)), "en"),
    "unit_of_size": of_words(lambda words: bool(_UNIT_OF_SIZE.fullmatch(words)), "en"),
    "trailing": of_words(lambda words: bool(_TRAILING.search(words)), "en"),
    "two_han": of_words(lambda words: len(words) == han(words) == 2, "zh"),
    "bracketed": of_words(bracketed, "zh"),
    "acted": of_words(lambda words: words.startswith(("参加", "报名", "就读", "从事", "选择")), "zh"),
    "counted_behind": counted_behind,
    "draft_text": of_words(lambda words: words.endswith(_DRAFTS), "zh"),
    "echoing_zh": echoing_zh,
    "described": of_words(lambda words: "的" in words[:-1] and not words.endswith("的"), "zh"),
    "dwellers": of_words(lambda words: words.endswith(("居民", "住户", "农户", "村民", "家庭")), "zh"),
    "dwellings": of_words(lambda words: words.endswith(("小区", "社区", "村", "街道", "乡镇", "楼栋")), "zh"),
    "floor": floor,
    "gone_by": of_words(lambda words: bool(_GONE.search(words)), "zh"),
    "heard": of_words(lambda words: bool(_HEARD.search(words)), "zh"),
    "happening": of_words(lambda words: bool(_HAPPENING.match(words)), "en"),
    "hundred_million": of_figure(
        lambda figure: figure.value == _HUNDRED_MILLION and figure.text.endswith("以上")
    ),
    "a_span": of_words(lambda words: bool(_SPAN.fullmatch(words)), "en"),
    "delegation_named": delegation_named,
    "sum_alone": of_words(lambda words: bool(_SUM_ALONE.fullmatch(words)), "zh"),
    "late_in_year": late_in_year,
    "placed_in_row": of_figure(lambda figure: figure.text.endswith("位")),
    "led": of_words(led, "en"),
    "manner": of_words(lambda words: words.startswith(("以", "由", "经", "从", "乘", "凭", "按")), "zh"),
    "machines": of_figure(lambda figure: figure.noun in _MACHINES),
    "produced": of_words(lambda words: bool(_PRODUCED.match(words)), "en"),
    "spending": of_words(spending, "en"),
    "said_again": said_again,
    "same_day": same_day,
    "so_many": of_words(lambda words: bool(_SO_MANY.match(words)), "zh"),
    "runs": of_words(lambda words: bool(_RUN.search(words)), "zh"),
    "times": of_figure(lambda figure: figure.noun == "次"),
    "representing": of_words(lambda words: words.endswith("代表"), "zh"),
    "riding": of_words(lambda words: bool(_RIDING.search(words)), "zh"),
    "road": of_words(road, "zh"),
    "afloat": of_words(lambda words: bool(_AFLOAT.search(words)), "zh"),
    "purposed": of_words(lambda words: " for " in words, "en"),
    "two_days": of_figure(lambda figure: two_days(str(figure.value))),
    "within_place": of_words(lambda words: bool(_IN_PLACE.search(words)), "en"),
    "yet_to_begin": yet_to_begin,
    "yearly_named": of_words(lambda words: bool(_YEARLY.search(words)), "zh"),
}
"""These tests by the name templates ask them."""
