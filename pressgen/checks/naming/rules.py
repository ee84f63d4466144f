"""What is looked for in names that no glossary has to list, and why."""

from __future__ import annotations

from pressgen.errors import Wording
from pressgen.findings import Rule

_SPELLING = Wording(
    "中国人名按本人姓名的读音拼写，姓在前、名连写；港澳台及海外人士从其惯用写法（GB/T 28039—2011）",
    "a Chinese name is spelt as it is read, surname first, given name in one word; names of Hong Kong, "
    "Macao, Taiwan and overseas keep their own spelling (GB/T 28039-2011)",
)
PERSON = Rule(
    "terminology/person",
    "warning",
    Wording("“{text}”不是“{zh}”的读音；应为“{name}”", "“{text}” is not how “{zh}” is read; write “{name}”"),
    _SPELLING,
)
ORDER = Rule(
    "terminology/person-order",
    "warning",
    Wording(
        "“{text}”把姓放在后面{beside}；应为“{name}”",
        "“{text}” has its surname last{beside}; write “{name}”",
    ),
    _SPELLING,
)
FAMILY = Rule(
    "terminology/family-name",
    "warning",
    Wording(
        "“{text}”不是文中任何人的姓；“{zh}”应为“{name}”",
        "“{text}” is nobody’s name in the Chinese; “{zh}” is “{name}”",
    ),
    Wording("再次提到某人时姓名写法不变", "a person keeps one name all through a text"),
)
LETTERS = Rule(
    "terminology/letters",
    "error",
    Wording("中文写作“{name}”，英文写作“{text}”", "“{name}” in the Chinese, “{text}” in the English"),
    Wording(
        "外文名称在中英文稿里一个字母都不能差",
        "a name in Latin letters is the same in both texts, to the letter",
    ),
)
TWO_SPELLINGS = Rule(
    "terminology/two-spellings",
    "warning",
    Wording(
        "“{text}”和“{name}”像是同一名称的两种写法",
        "“{text}” and “{name}” look like one name in two spellings",
    ),
    Wording("同一名称在一稿中只有一种写法", "one name has one spelling in one text"),
)
TITLE = Rule(
    "terminology/title",
    "warning",
    Wording(
        "英文写的是“{text}”，中文是“{zh}”，应为“{name}”",
        "“{text}” in the English; “{zh}” in the Chinese is “{name}”",
    ),
    Wording(
        "职务须一致：正副职、级别、部门都不能错（职务对照表）",
        "an office is the same in both: deputy or head, level and kind (the table of titles)",
    ),
)
LEVEL = Rule(
    "terminology/level",
    "warning",
    Wording(
        "英文说的是{level}的“{text}”，中文的“{zh}”是{right}的",
        "“{text}” is of {level} level; “{zh}” in the Chinese is of {right} level",
    ),
    Wording(
        "机构的级别（国家、省、市、县区）须一致",
        "a body’s level (nation, province, city, county or district) is the same",
    ),
)
OTHER = Rule(
    "terminology/other",
    "warning",
    Wording(
        "英文是“{text}”，中文是“{zh}”（{name}）", "“{text}” in the English, “{zh}” ({name}) in the Chinese"
    ),
    Wording(
        "对应段落说的应是同一地点、机构；每个名称提到的次数也应相当",
        "paragraphs that answer each other name the same places and bodies, each about as often",
    ),
)

RULES = (PERSON, ORDER, FAMILY, LETTERS, TWO_SPELLINGS, TITLE, LEVEL, OTHER)
