"""What is looked for in names, and why."""

from __future__ import annotations

from pressgen.errors import Wording
from pressgen.findings import Rule

_ONE_NAME = Wording(
    "同一概念在同一文本中只用一个名称（ISO 704；本社词库）",
    "one concept has one name in one text (ISO 704; the newsroom's own glossary)",
)

DEPRECATED = Rule(
    "terminology/deprecated",
    "error",
    Wording("“{text}”不再使用；请用“{preferred}”", "“{text}” is not to be used; write “{preferred}”"),
    Wording("词库标明该名称停用", "the glossary says that this name must not be used"),
)
OUTDATED = Rule(
    "terminology/outdated",
    "warning",
    Wording(
        "“{text}”在{on}不是现用名称；当时应为“{preferred}”",
        "“{text}” was not the name on {on}; it was “{preferred}”",
    ),
    Wording(
        "机构、地名更名后用新名，除非说的是当时",
        "a renamed body or place has its new name, unless the past is told",
    ),
)
MIXED = Rule(
    "terminology/mixed",
    "warning",
    Wording("此处用“{text}”，上文用“{before}”", "“{text}” here, “{before}” before"),
    _ONE_NAME,
)
SHORT_FIRST = Rule(
    "terminology/short-first",
    "note",
    Wording(
        "简称“{text}”先于全称“{full}”出现", "the short form “{text}” stands before the full name “{full}”"
    ),
    Wording("首次出现用全称，其后用简称", "the full name stands first, the short form afterwards"),
)
CASE = Rule(
    "terminology/case",
    "warning",
    Wording("“{text}”大小写有误；应为“{preferred}”", "“{text}” has the wrong case; it is “{preferred}”"),
    Wording("专有名称的大小写以词库为准", "the capitals of a name are the glossary's"),
)
MISSING = Rule(
    "terminology/missing",
    "warning",
    Wording("英文中没有“{text}”的对应名称“{name}”", "the English does not name “{text}”, that is “{name}”"),
    Wording("词库中的名称两种文本都应出现", "a name of the glossary stands in both languages"),
)
HALF_NAME = Rule(
    "terminology/half-name",
    "warning",
    Wording(
        "“{text}”的英文写法为“{name}”；英文中只有“{part}”",
        "“{text}” is “{name}” in English; the text only has “{part}”",
    ),
    Wording(
        "人名首次出现写全名，姓在前、名连写（GB/T 28039—2011）",
        "a person's name is given in full first, surname before given name in one word (GB/T 28039-2011)",
    ),
)

NAME_ORDER = Rule(
    "terminology/name-order",
    "warning",
    Wording(
        "同一姓名有两种顺序：“{text}”和“{other}”；应姓在前",
        "one name in two orders, “{text}” and “{other}”: the surname goes first",
    ),
    Wording(
        "中国人名姓在前、名在后，全文一致（GB/T 28039—2011）",
        "a Chinese name has its surname first, all through a text (GB/T 28039-2011)",
    ),
)

RULES = (DEPRECATED, OUTDATED, MIXED, SHORT_FIRST, CASE, MISSING, HALF_NAME, NAME_ORDER)
