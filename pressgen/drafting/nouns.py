"""What a writer's noun names: a place, a rate of growth, a substance; asked by the tests of templates."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context

from pressgen.drafting import kinds, wording
from pressgen.drafting.adverbials import adverbial, based, unplaced
from pressgen.drafting.articles import definite, is_venue, several, the
from pressgen.drafting.asked import OF_FACTS, fact_of, of_figure, of_value, of_words
from pressgen.drafting.token import LANG
from pressgen.events import measures, parts
from pressgen.events.values import Name, Text
from pressgen.figures import Figure
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
    "物流|仓|冷链|冷库|港|码头|枢纽|市场|机场|车站|客运站|场站|商场|商业|酒店|数据|算力|充电|停车|公寓|医院|学校|展馆|展览|会展|"
    "体育|文旅|景区|乐园|孵化|检测|交易|配送|转运|分拣|口岸|保税"
)
_MAKES = regex("厂|生产|制造|车间|产线|加工|造纸|冶炼|装配")
"""What is built makes things, whatever else its name says: 港口机械厂."""
_AGE = regex(r"(?:(?:an?|the|their) )?(?:minimum )?age|years of age|(?:最低)?年龄|周岁")
_WASTE = regex(
    r"^(?:废|报废|退役|淘汰|旧)|(?:秸秆|尾矿|煤矸石|渣土|渗滤液|厨余|餐厨|污水|废水|污泥|垃圾|废料|废渣|炉渣|废物|废弃物|粪污|固废|危废)$"
)
_HANDLED = regex("处理|净化|焚烧|干化|发电|再生|翻新|设备|装置|系统")
"""What is made to deal with waste, or of it, and so is a product."""
_OCCASION = regex(
    "(?:(?:[大年峰展晚庙例]|博览|交易|展览|展销|订货|洽谈|推介|对接|招聘|签约|恳谈|说明|发布|通气|见面|座谈|交流|研讨|推进|"
    "动员|启动|听证|运动|音乐|演唱)会|会议|论坛|展览?|节|赛|周|嘉年华|仪式|典礼|集市)$"
)
"""What takes place and is no place: a fair, a festival, a race."""
_FLOW = regex(
    r"\b(?:exports|imports|sales|deliveries|shipments|orders|arrivals|departures|visits|trips|views|prices|deposits|loans|"
    r"revenues|bookings|subscriptions|earnings|profits|services|goods|stocks|inventories|births|deaths|transactions|reserves|savings|taxes)\b",
    re.IGNORECASE,
)
"""What rises by itself; of things, the number of them does."""
_FINISHED = regex(
    r"\b(?:pipelines?|pipes|dykes?|embankments?|extension|expansion|network|grid|dam|channel|canal|cables?|upgrade|"
    r"upgrading|renovation|rebuilding|restoration|conversion|wall|sewers?|drains?|towers?|pylons?|dredging|works?)\b",
    re.IGNORECASE,
)
"""What is finished, and opens to nobody: a pipeline, an extension."""
_STRETCH = regex("[\u4e00-\u9fff]{2,10}[至到][\u4e00-\u9fff]{2,10}")
"""From one place to another, where nothing stands but runs: 大闸至板闸."""
_WORKS = regex(
    "(?:疏浚|改造|修缮|整治|维修|维护|加固|修复|升级|扩容|翻新|清淤|拆除|迁移|施工|改建)(?:[一二三四五]期)?(?:工程|项目)?$"
)
"""What is done to something, and is 完工 and not 建成: the dredging of a channel."""
_BODIES = regex(
    r"\b(?:companies|firms|enterprises|businesses|members|institutions|cooperatives|households)\b"
)
_HOTLINE = regex("(?:咨询|服务)?热线(?:电话)?|(?:咨询|服务)(?:电话)?")
"""A hotline by no name of its own."""
_TELEPHONE = regex(r"(?:电话|热线|专线)(?:\d+|（\d+）)?$")
_PRIZE = regex("(?:[奖金励贴助款费礼]|基金|红包)$")
_SIGNED = regex(r"(?:(?:has|have|had) )?signed(?: up)?$", re.IGNORECASE)
_UNDERTAKEN = regex(
    r"\b(?:projects?|ventures?|schemes?|developments?|plants?)\b(?! of intent)", re.IGNORECASE
)
_SPECIFIC = regex(
    r"(?:first|second|third|last|next|phase|stage|work|service|traffic|trading|production|part|all)\b"
)
"""What has the, or no article at all: the first ferry, phase two, work."""
_IN_MONEY = regex(
    r"(?:actual |annual |total |paid-in |registered |fixed-asset )*"
    r"(?:investment|sales|revenue|output|exports|imports|turnover|income|capital|spending|assets|profits?|tax(?:es)?)\b"
)
_UNCOUNTED = regex(
    r"[a-z -]*\b"
    r"(?:service|traffic|work|training|trading|parking|access|care|education|production|delivery|transport)"
    r"(?: (?:of|for|to|from|in|at|on|between)\b|$)"
)
_INSTITUTION = regex("(?:院|所|学校|大学|中心|实验室|基金会|图书馆|博物馆|平台)$")
"""What is no company: nobody speaks of its shareholders."""
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


def things(words: str) -> bool:
    """Whether an English name is of things, whose number rises: trains, but not exports.

    >>> things("trains to Europe"), things("car exports"), things("the crowd")
    (True, False, False)
    """
    head = re.split(
        r" (?:sold|made|built|born|held|taken|\w+ed|of|for|to|from|in|at|on|by|with|and)\b", words, maxsplit=1
    )[0]
    return several(head) and not _FLOW.search(head)


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
def city_like(context: Context, value: Any) -> bool:
    """Whether words are the name of a place and no more, which is there when a festival is over."""
    fact = fact_of(context, value)
    words = fact.value.of("zh") if fact and isinstance(fact.value, Text | Name) else ""
    return bool(words) and division(words) is not None


@pass_context
def echoed(context: Context, value: Any, other: Any) -> bool:
    """Whether a name ends with what another begins with: 宛西冷链 in front of 冷链物流园."""
    names = [fact.value for each in (value, other) if (fact := fact_of(context, each))]
    first, second, *_ = (*(name.zh or name.text for name in names if isinstance(name, Name)), "", "")
    return any(first.endswith(second[:size]) for size in (2, 3, 4) if len(second) > size)


@pass_context
def dissolved(context: Context, value: Any) -> bool:
    """Whether a laboratory's figure is so much of something in so much: 38 mg/kg."""
    fact = fact_of(context, value)
    return fact is not None and bool(_DISSOLVED.search(fact.text))


def waste(words: str) -> bool:
    """Whether Chinese words are of what is thrown away: a plant takes it in and does not make it.

    >>> waste("废旧轮胎"), waste("生活污水"), waste("污水处理设备"), waste("轴承")
    (True, True, False, False)
    """
    return bool(_WASTE.search(words)) and not _HANDLED.search(words)


def unnamed(words: str) -> bool:
    """Whether English words are one thing without a name or an article: direct bus route to the port.

    >>> [unnamed(words) for words in ("direct ferry to the port", "the ferry", "night service")]
    [True, False, False]
    """
    single = words[:1].islower() and the(words, "") == words and definite(words) != words
    return single and not several(words) and not _SPECIFIC.match(words) and not _UNCOUNTED.match(words)


def in_money(words: str) -> bool:
    """Whether English words are of money that one has so much of: investment completed in 2026, tax payments.

    >>> in_money("investment completed in 2026"), in_money("employees")
    (True, False)
    """
    return bool(_IN_MONEY.match(words))


def by_the_piece(figure: Figure) -> bool:
    """Whether a count's measure word may stand in front of what is counted: 16座车站, but 人员16人."""
    word = measures.measure(figure.noun)
    return word is not None and word.kind not in ("person", "visit") and figure.text.endswith(figure.noun)


@pass_context
def statistical(context: Context, value: Any) -> bool:
    """Whether a body is one of statisticians, who 核算: of others figures are 初步统计."""
    fact = fact_of(context, value)
    name = fact.value.written if fact and isinstance(fact.value, Name) else ""
    return bool(re.search("统计局|调查队|Statistics", name))


@pass_context
def age_itself(context: Context, value: Any) -> bool:
    """Whether words are no more than an age, in the language of the text: 年龄, and not 骑电动自行车."""
    fact = fact_of(context, value)
    return (
        fact is not None
        and isinstance(fact.value, Text)
        and bool(_AGE.fullmatch(fact.value.of(context[LANG])))
    )


TESTS: Mapping[str, Callable[..., bool]] = {
    **OF_FACTS,
    **kinds.TESTS,
    "adverbial": of_words(adverbial, "en"),
    "age_itself": age_itself,
    "aged": of_words(lambda words: words.endswith(("年龄", "周岁")), "zh"),
    "all_day": of_words(lambda words: words in ("24小时", "全天", "全天24小时"), "zh"),
    "by_the_piece": of_figure(by_the_piece),
    "city_like": city_like,
    "city_itself": city_itself,
    "clause": of_words(lambda words: bool(_CLAUSE.search(words)), "en"),
    "based": of_words(based, "zh"),
    "bodies": of_words(lambda words: bool(_BODIES.search(words)), "en"),
    "ceremony_only": of_words(lambda words: words.endswith(("仪式", "典礼")), "zh"),
    "compound": of_words(lambda words: "，" in words, "zh"),
    "composed": of_words(composed, "en"),
    "dissolved": dissolved,
    "echoed": echoed,
    "in_money": of_words(in_money, "en"),
    "institution": of_words(lambda words: bool(_INSTITUTION.search(words)), "zh"),
    "of_persons": of_figure(lambda figure: figure.noun == "人"),
    "making_things": of_words(lambda words: bool(_MAKES.search(words)), "zh"),
    "finished": of_words(lambda words: bool(_FINISHED.search(words)), "en"),
    "by_then": of_figure(lambda figure: (part := parts.of(figure.text)) is not None and part.by),
    "several_days": of_figure(lambda figure: "/" in str(figure.value)),
    "phase": of_words(lambda words: bool(re.fullmatch("[一二三四五六七八九]期(?:工程|项目)?", words)), "zh"),
    "company": of_words(lambda words: words.endswith(("公司", "集团", "企业")), "zh"),
    "stretch": of_words(lambda words: bool(_STRETCH.fullmatch(words)), "zh"),
    "statistical": statistical,
    "prepositional": of_words(lambda words: bool(re.match("(?:among|in|at|on|of) ", words)), "en"),
    "listed": of_words(lambda words: ", " in words, "en"),
    "trains": of_words(
        lambda words: words.endswith(("班列", "专列", "旅游列车")) and "开行" not in words, "zh"
    ),
    "unplaced": of_words(unplaced, "en"),
    "charged": of_words(lambda words: words.endswith(("费", "价", "票", "租金", "押金", "资费")), "zh"),
    "hotline_itself": of_words(lambda words: bool(_HOTLINE.fullmatch(words)), "zh"),
    "telephone": of_words(lambda words: bool(_TELEPHONE.search(words)), "zh"),
    "lowering": of_words(lambda words: words.endswith(("减免", "减收", "优惠", "减征", "折扣")), "zh"),
    "works": of_words(lambda words: bool(_WORKS.search(words)), "zh"),
    "former": of_words(lambda words: words.endswith("前"), "zh"),
    "headcount": of_figure(lambda figure: figure.noun in ("人", "名", "位", "户", "家")),
    "acting": of_words(lambda words: words.endswith(("开放", "营业", "运行", "运营", "服务", "供应")), "zh"),
    "for_those": of_words(lambda words: bool(re.search(r"\b(?:who|that|which)\b.* for$", words)), "en"),
    "funds": of_words(
        lambda words: words.endswith(("资金", "贷款", "债券", "资本", "融资", "收入", "捐款", "基金")), "zh"
    ),
    "done_so_far": of_words(wording.done_so_far, "en"),
    "mass": of_words(lambda words: bool(_MASS.search(words)), "en"),
    "money_spent": of_words(lambda words: words.endswith("investment"), "en"),
    "occasion": of_words(lambda words: bool(_OCCASION.search(words)), "zh"),
    "placed": placed,
    "prize": of_words(lambda words: bool(_PRIZE.search(words)), "zh"),
    "qualified": of_words(lambda words: bool(re.search(r" (?:at|during|on) |,", words)), "en"),
    "sailing": of_words(lambda words: words.endswith(("航线", "航班", "航点", "渡线")), "zh"),
    "simple": of_words(lambda words: bool(re.fullmatch(r"[a-z]+[^\Ws]", words)), "en"),
    "serving": of_words(serving, "zh"),
    "signing": of_words(lambda words: bool(_SIGNED.match(words)), "en"),
    "speed": of_words(speed, "zh"),
    "substance": of_words(substance, "zh"),
    "whole_of_it": of_value(lambda value: value == 100),
    "to_come": of_words(lambda words: bool(re.search(r" will (?!have\b)", words)), "en"),
    "things": of_words(things, "en"),
    "unnamed": of_words(unnamed, "en"),
    "venue": of_words(is_venue, "en"),
    "waste": of_words(waste, "zh"),
    "undertaken": of_words(lambda words: bool(_UNDERTAKEN.search(words)), "en"),
}
"""These tests by the name templates ask them."""
