"""What is looked for in names, and why."""

from __future__ import annotations

from pressgen.errors import Wording
from pressgen.findings import Rule

_ONE_NAME = Wording(
    "同一概念在一稿中只用一个名称（ISO 704；本单位术语表）",
    "one concept has one name in one text (ISO 704; the newsroom's own glossary)",
)

DEPRECATED = Rule(
    "terminology/deprecated",
    "error",
    Wording("“{text}”不再使用；请用“{preferred}”", "“{text}” is not to be used; write “{preferred}”"),
    Wording("术语表标明该名称停用", "the glossary says that this name must not be used"),
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
    Wording("专有名称的大小写以术语表为准", "the capitals of a name are the glossary's"),
)
MISSPELT = Rule(
    "terminology/misspelt",
    "warning",
    Wording(
        "“{text}”疑有笔误；术语表作“{preferred}”",
        "“{text}” looks like a slip; the glossary has “{preferred}”",
    ),
    Wording(
        "专有名称一字不能错；与术语表所列名称只差一笔，又不是别的词（术语表）",
        "a name is spelt as listed; this is one slip away from the glossary's and no other word",
    ),
)
MISSING = Rule(
    "terminology/missing",
    "warning",
    Wording("英文中没有“{text}”的对应名称“{name}”", "the English does not name “{text}”, that is “{name}”"),
    Wording("术语表中的名称，中英文都应出现", "a name of the glossary stands in both languages"),
)
MISSING_HERE = Rule(
    "terminology/missing-here",
    "note",
    Wording(
        "此处英文少了“{text}”（{name}）：中文{zh}次，英文{en}次",
        "“{text}” ({name}) is not named here as often: {zh} in the Chinese, {en} in the English",
    ),
    Wording(
        "对应段落应说到同样的名称，次数相当；代词也算",
        "paragraphs that answer each other name the same things, as often or by a pronoun",
    ),
)
ADDED = Rule(
    "terminology/added",
    "warning",
    Wording("中文中没有“{text}”，即“{name}”", "the Chinese does not name “{text}”, that is “{name}”"),
    Wording(
        "译文不添加原文没有的机构、人物和地点；术语表中的名称，中英文都应出现",
        "a translation adds no body, person or place; a name of the glossary stands in both languages",
    ),
)
OTHER_NAME = Rule(
    "terminology/other-name",
    "warning",
    Wording(
        "同一段中文说的是“{zh}”（{name}），英文写成“{text}”",
        "“{text}” here, where the Chinese has “{zh}” ({name})",
    ),
    Wording("对应段落说的应是同一机构、人物或地点", "paragraphs that answer each other name the same thing"),
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

NAME_SPELLING = Rule(
    "terminology/name-spelling",
    "warning",
    Wording(
        "“{text}”不合人名拼写规则；应为“{preferred}”",
        "“{text}” is spelt by another rule; it is “{preferred}”",
    ),
    Wording(
        "姓在前，名连写，隔音用撇号，ü写作yu（GB/T 28039—2011；术语表）",
        "surname first, given name in one word, an apostrophe between syllables, yu for ü "
        "(GB/T 28039-2011; the glossary)",
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

RULES = (
    DEPRECATED,
    OUTDATED,
    MIXED,
    SHORT_FIRST,
    CASE,
    MISSPELT,
    MISSING,
    MISSING_HERE,
    ADDED,
    OTHER_NAME,
    HALF_NAME,
    NAME_ORDER,
)
