"""How a writer's own words read, so that a sentence can be built around them."""

from __future__ import annotations

import re

from pressgen.english import MONTHS
from pressgen.regex import regex

_TIME = regex(
    r"\b(?:(?:19|20)\d\d|years?|months?|quarters?|weeks?|weekend|days?|periods?|seasons?|editions?|half|earlier|"
    r"(?<!^)before|previous|last|ago|opening|census|holidays?|summer|winter|spring|autumn|(?:mon|tues|wednes|thurs|fri|"
    r"satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)\b",
    re.IGNORECASE,
)
"""What tells a time that a figure is compared with from another thing: a year earlier, the old plant."""
_PERSONS = regex(
    r"\b(?:people|persons|men|women|children|applicants|recipients|beneficiaries|claimants|residents?|students?|graduates|parents|couples|seniors|patients|"
    r"citizens|nurses|tourists|artists|migrants|talents|\w+ists|(?!cent|theat|chart|car(?!ers)|pap|tow|comput|clust|semin)\w+(?:er|or|ar)s)\b",
    re.IGNORECASE,
)
_THINGS = regex(
    r"\b(?:centers|theaters|papers|towers|computers|clusters|carriers|charters|sectors|elevators|reactors|"
    r"chapters|dormitories|orders|containers|trailers|tractors|harbors|corridors|shelters|rivers|numbers|letters|offers|"
    r"tenders|vouchers|transfers|chargers|batteries|filters|meters|printers|routers|servers)\b",
    re.IGNORECASE,
)
_BODIES = regex(
    r"\b(?:companies|firms|enterprises|businesses|households|families|schools|hospitals|institutions|villages|"
    r"farms|cooperatives|organizations|teams|universities|restaurants|shops|stores|hotels|clinics|communities|"
    r"merchants|tenants|brands|clients|agents|partners|banks|groups)\b",
    re.IGNORECASE,
)
_PREDICATE = regex(
    "来自|涉及|关于|缺少|须|被|责令|仍|尚|均|曾|正(?!式|规|厅|处|科)|面向|针对|专为|设有|配有|装有|备有|拥有|开设|具有|带有|位于|属于?(?!地)|已|正在|将|可|获|为|是|在(?![建校岗职])|由|从|达到|超过|参加|通过|完成|出自|持有|"
    "设(?![计备施])|(?:投产|达产|启用|投用|开工|开业|开馆|开诊|通车|停产|停用|在建|建成|完工|竣工|交付|入驻|落户|签约|获奖|完赛|退赛)$|.{0,4}(?:完整|完好|齐全|合格|达标|空置|满员|满座)$|入选|实现|取得|用于|投入|提供|需|未|不|有(?!限)"
)
"""Chinese words that go on about how many of them: 其中14支来自境外, but 其中上市公司23家."""
_EXEMPT = regex(
    r"(?:are|is|were|will be) (?:exempt|not)|need(?:s)? (?:no|not)|do(?:es)? not need|need not", re.IGNORECASE
)
_ANNUAL = regex("年(?:产|处理|发电|供水|供应|接待|吞吐|运输|加工|服务|销售|营业|节约|减排|税收|用|利用|回收)")
_EVERY_YEAR = regex(r"\b(?:annual|annually|yearly|a year|per year|each year|every year)\b", re.IGNORECASE)
_TREATS = regex("回收|处理|净化|焚烧|拆解|再生|污水|垃圾|危废|消纳|资源化")
_MAKES = regex("厂|生产|制造|产线|线$|车间|基地|[一二三四五]期|产业园")
_PRICED = regex("(?:价格|物价|房价|油价|菜价|肉价|租金|运价|均价|电价|水价|票价)(?:指数|水平)?$")
_INVESTED = regex(
    r"(?:the )?(?:(?:total|actual|cumulative|paid-in|direct|combined) )*investments?(?: so far| to date)? "
    r"(?:by|of|from) (?=[^,.]*\b(?:companies|firms|enterprises|investors|businesses)\b)"
)
"""Investment by somebody, who has invested it."""
_STAFF = regex(
    r"(?<!general )\b(?:manager|engineer|researcher|scientist|analyst|designer|professor|lecturer|doctor|"
    r"nurse|physician|technician|worker|student|expert|specialist|consultant|economist|operator|teacher|architect)s?$"
)
_INNER = regex(r"\w to (?!(?:the|a|an|all|its|their|\d)\b)[a-z]+ |\bin \w+$")
"""A second verb, or a phrase of the same preposition, in front of a time."""
_TRAVELS = regex("互访|互派|互相访问|往访|出访|来访|回访|往来|交流|[代访考]\\w*团|组团|批(?!准)")
_ACTIVITY = regex(
    "(?:办理|受理|申报|申请|服务|业务|办公|营业|经营|预约|咨询|查询|挂号|报名|登记|审批|审核|售票|检票|退票|配送|投递|收件|派件|"
    "供[水电气暖热]|施工|作业|演出|表演|放映|授课|教学|训练|接种|采血|核酸|通关|验放|招生|交易|结算|缴费|支付|充值|借阅|参观)$"
)
_PLAN = regex("将|拟|计划|预计|力争|有望|争取")


_MONTH = regex(MONTHS)
_DEAL = regex(r"\b(?:contracts?|orders?|deals?|purchases?)$", re.IGNORECASE)
_STANDING = regex(
    r"\b(?:current|designed?|rated|planned|annual|capacity|area|space|length|height|width|depth|number|record|limit|price|weight)\b",
    re.IGNORECASE,
)


_TEAM = regex(
    r"(?:队|俱乐部|组合|乐团|剧团)$|\b(?:Team|Club|Crew|Squad|Racing|United|FC|University|College|School)\b"
)

_DONE = regex(
    r"(?:also )?(?:[a-z]+ed|built|held|sent|sold|made|paid|bought|won|brought|lent|found|set up)\b(?! by)"
)
"""A verb of the past that has another form behind "has" no more than these have."""


def deal(words: str) -> bool:
    """Whether words are of a contract, which is worth a sum: the contract, orders."""
    return bool(_DEAL.search(words))


def outpatient(words: str) -> bool:
    """Whether Chinese words say already that it is a clinic: 院区门诊."""
    return words.endswith("门诊")


def month(words: str) -> bool:
    """Whether words are the name of a month."""
    return bool(_MONTH.fullmatch(words))


def standing(words: str) -> bool:
    """Whether words are of what something is, and not of what it came to: its area, the number of schools.

    >>> [standing(words) for words in ("the designed reuse rate", "the number of halls", "retail sales")]
    [True, True, False]
    """
    return bool(_STANDING.search(words))


def elsewhere(words: str) -> bool:
    """Whether what a figure is compared with is another thing and no time.

    >>> [elsewhere(words) for words in ("the old plant", "the site in May", "the previous month", "2019")]
    [True, True, False, False]
    """
    head = words.partition(" in ")[0]  # the old plant in September is a plant
    return not _TIME.search(head) and head != "early"


def persons(words: str) -> bool:
    """Whether English words are people, of whom one says who, or something else, of which one says that.

    >>> persons("exporters"), persons("family carers"), persons("community centers")
    (True, True, False)
    """
    head = re.split(r" (?:of|for|in|at|from|with|by|on|to|aged|who|that|which|\w+ed)\b", words, maxsplit=1)[0]
    return bool(_PERSONS.search(head)) and not _THINGS.search(head)


def recipients(words: str) -> bool:
    """Whether English words are of those who are paid, and not of what is paid for.

    >>> recipients("households"), recipients("sellers"), recipients("lifts")
    (True, True, False)
    """
    return bool(_BODIES.search(words)) or persons(words)


def exempting(words: str) -> bool:
    """Whether a condition is that there is none: it is told by the way, between commas."""
    return bool(_EXEMPT.match(words))


def predicate(words: str) -> bool:
    """Whether Chinese words say something about those counted, and are no noun: 来自境外.

    >>> predicate("来自境外"), predicate("上市公司"), predicate("首批开通")
    (True, False, False)
    """
    return bool(_PREDICATE.match(words))


def annual(zh: str, en: str) -> bool:
    """Whether the Chinese name says of a year what the English does not: 年产能, capacity.

    >>> annual("年产能", "capacity"), annual("年产能", "annual capacity"), annual("产能", "capacity")
    (True, False, False)
    """
    return bool(_ANNUAL.search(zh)) and not _EVERY_YEAR.search(en)


def treating(words: str) -> bool:
    """Whether what is built takes something in and makes nothing of it: a sewage plant."""
    return bool(_TREATS.search(words))


def making(words: str) -> bool:
    """Whether what is built makes something: a plant, a line, a phase."""
    return bool(_MAKES.search(words))


def priced(words: str) -> bool:
    """Whether Chinese words are of prices, which 上涨 and do not 增长: 居民消费价格, 平均房价."""
    return bool(_PRICED.search(words))


def investors(words: str) -> str:
    """Who invested, of investment by somebody; nothing where it does not say so.

    >>> investors("actual investment so far by the six French companies in Foshan"), investors("investment")
    ('the six French companies in Foshan', '')
    """
    found = _INVESTED.match(words)
    return words[found.end() :] if found else ""


def capitalized(words: str) -> bool:
    """Whether a short form in English is a name, which has to be introduced: the Expo, but the fair."""
    return bool(re.search(r"\b[A-Z]", words))


def staff(words: str) -> bool:
    """Whether English words end in an office that somebody has at a body without leading it.

    >>> staff("Li Min, project manager"), staff("Li Min, general manager")
    (True, False)
    """
    return bool(_STAFF.search(words))


def acceptance(words: str) -> bool:
    """Whether it is an acceptance, of which the words do not say what is accepted."""
    return words.removeprefix("the ").removeprefix("final ") == "acceptance"


def moving(words: str) -> bool:
    """Whether a time behind English words would be that of their last part: apply to become a member.

    >>> [moving(words) for words in ("apply to become a member", "visit in return", "open to the public")]
    [True, True, False]
    """
    return bool(_INNER.search(words))


def totalling(words: str) -> bool:
    """Whether a Chinese name is of several things taken together: 三期合计."""
    return bool(re.search("合计|共计|总计$", words))


def travelling(words: str) -> bool:
    """Whether Chinese words are of people who go and come, so that 人次 are people: 互访, 派出代表团."""
    return bool(_TRAVELS.search(words))


def plan(words: str) -> bool:
    """Whether Chinese words tell a plan by themselves: 计划开通."""
    return bool(_PLAN.match(words))


def ceremony(words: str) -> bool:
    """Whether Chinese words are of an occasion, at which prizes are given, and not of those who get them.

    >>> [ceremony(words) for words in ("闭幕式", "年度盛典", "优秀志愿者")]
    [True, True, False]
    """
    return words.endswith(("式", "典礼", "盛典", "晚会", "大会", "年会", "现场", "会上"))


def many_han(words: str) -> bool:
    """Whether Chinese words are of several, among which (在……中) something is second.

    >>> [many_han(words) for words in ("佛山在东盟的贸易伙伴", "全省", "全国城市")]
    [True, False, False]
    """
    return bool(re.search("的|(?:伙伴|来源[地国]|目的地)$", words))


def assembly(words: str) -> bool:
    """Whether a Chinese body decides by a vote of its members, and sends no notice: 市人大常委会.

    >>> [assembly(words) for words in ("市第九届人大常委会", "集团董事会", "市人民政府")]
    [True, True, False]
    """
    return bool(re.search("人大|人民代表大会|(?:常委|理事|董事|股东|监事|委员)会$|会议$", words))


def activity(words: str) -> bool:
    """Whether Chinese words are of something done, which is 暂停 and not 停用: 网上办理, 上门服务.

    >>> [activity(words) for words in ("网上办理", "业务受理", "预约系统", "环湖小巴")]
    [True, True, False, False]
    """
    return bool(_ACTIVITY.search(words))


def relative(words: str) -> bool:
    """Whether English words say more of those they name, so that the next thing said goes on with "and".

    >>> relative("graduates who start a business"), relative("graduates")
    (True, False)
    """
    return bool(re.search(r" (?:who|that|which) ", words))


def term(words: str) -> bool:
    """Whether Chinese words are a length of time, of which 期限 says what it is: 不超过3年.

    >>> term("不超过3年"), term("20年"), term("每家最多3个仓")
    (True, True, False)
    """
    return bool(re.fullmatch(r"(?:不超过|最长|至多|最多)?\d+(?:年|个月|天|日)", words))


def team(words: str) -> bool:
    """Whether a name is a team's and nobody's own: 东湖队, Lakeside Rowing Club.

    >>> [team(words) for words in ("东湖队", "Lakeside Rowing Club", "Anna Berg")]
    [True, True, False]
    """
    return bool(_TEAM.search(words))


def done_so_far(words: str) -> bool:
    """Whether English words begin with what was done, of a verb that is the same behind "has".

    >>> [done_so_far(words) for words in ("handled", "also built", "gave", "has handled", "served by")]
    [True, True, False, False, False]
    """
    return bool(_DONE.match(words))
