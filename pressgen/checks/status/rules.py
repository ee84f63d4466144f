"""What may differ between two clauses besides their figures: status, duty, extent, rank, time."""

from __future__ import annotations

from pressgen.errors import Wording
from pressgen.findings import Rule

_BOTH = Wording("中文为“{zh}”，英文为“{en}”：{slip}", "“{zh}” in Chinese, “{en}” in English: {slip}")

NEGATION = Rule(
    "status/negation",
    "warning",
    Wording(
        "“{text}”是否定的说法，{other}的对应句子却没有否定",
        "“{text}” denies something; the sentence of {other} that answers it does not",
    ),
    Wording("漏掉或多出一个“不”，意思就反了", "a “not” left out or put in turns a sentence round"),
)
DENIAL = Rule(
    "status/denial",
    "note",
    NEGATION.message,
    Wording(
        "英文的 no、without 译成中文常用肯定的说法；是否漏译，请看一眼",
        "Chinese often says without a denial what English says with “no” or “without”; it deserves a look",
    ),
)
PLAN = Rule(
    "status/plan",
    "warning",
    _BOTH,
    Wording(
        "计划做的事不能写成已经做了，反过来也一样",
        "what is planned is not done yet, and what is done is no plan",
    ),
)
STAGE = Rule(
    "status/stage",
    "warning",
    _BOTH,
    Wording(
        "意向、草案、试点、在建、洽谈各是一个阶段，不能写成下一个阶段",
        "an intention, a draft, a trial, a building site and talks are stages; the next is another",
    ),
)
STATE = Rule(
    "status/state",
    "warning",
    _BOTH,
    Wording(
        "同一件事在中英文里只能是一种状态",
        "the same matter is in one state in both texts",
    ),
)
BOUND = Rule(
    "figure/bound",
    "error",
    _BOTH,
    Wording("同一数字，至少与至多意思相反", "at least and at most say opposite things of one figure"),
)
EXTENT = Rule(
    "status/extent",
    "warning",
    _BOTH,
    Wording("各与共、全部与部分，数量不同", "each is not in all, and some is not all"),
)
DUTY = Rule(
    "status/duty",
    "warning",
    _BOTH,
    Wording(
        "规定里必须、可以、不得、无须不能互换",
        "in a rule “must”, “may”, “must not” and “need not” cannot stand for each other",
    ),
)
RANK = Rule(
    "figure/rank",
    "error",
    _BOTH,
    Wording("名次和次序是事实，中英文应当一致", "places and orders are facts: both texts tell the same"),
)
TIME = Rule(
    "status/time",
    "warning",
    _BOTH,
    Wording(
        "同比与环比、累计与当月、截至与期间，说的不是同一个数",
        "year on year and month on month, a running total and one month, by and during are different figures",
    ),
)
OPPOSITE = Rule(
    "status/opposite",
    "warning",
    _BOTH,
    Wording(
        "同一件事，长短、强弱、胜负、松紧等说法不应相反",
        "of one thing both texts say longer or shorter, stronger or weaker, won or lost",
    ),
)
RULES = (NEGATION, DENIAL, PLAN, STAGE, STATE, BOUND, EXTENT, DUTY, RANK, TIME, OPPOSITE)
BY_NAME = {rule.id.partition("/")[2]: rule for rule in RULES}
