"""The rules of the event room: what is suspicious in the facts, though each of them can be read."""

from __future__ import annotations

from pressgen.errors import Wording
from pressgen.findings import Rule

EXCEEDED = Rule(
    "event/total-exceeded",
    "error",
    Wording(
        "{total}是{written}，装不下它的各项：{parts}，至少{least}；请核对单位（万、亿）和数字",
        "{total} is {written}, which cannot hold its parts: {parts}, at least {least}; "
        "check the units (million, billion) and the digits",
    ),
    Wording(
        "336个项目每个超10亿元，总额不可能只有1584.1亿元：多半是把单位写错了",
        "336 projects over a billion each cannot come to 158.41 billion: most often a unit is wrong",
    ),
)
UNEQUAL = Rule(
    "event/parts-differ",
    "warning",
    Wording(
        "{total}是{written}，各项之和却是{sum}（{parts}）；请核对",
        "{total} is {written}, but its parts come to {sum} ({parts}); check them",
    ),
    Wording("各项之和应等于合计", "The parts of a total add up to it"),
)
OVER_WHOLE = Rule(
    "event/shares-over",
    "error",
    Wording(
        "各项比重合计{sum}（{shares}），超过100%；请核对",
        "the shares come to {sum} ({shares}), more than the whole; check them",
    ),
    Wording("同一个整体的各部分，比重之和不会超过100%", "The shares of one whole are never more than 100 %"),
)
CHANGE = Rule(
    "event/change-differs",
    "warning",
    Wording(
        "{path}是{written}，但从{before}到{after}是{right}；请核对",
        "{path} is {written}, but from {before} to {after} is {right}; check them",
    ),
    Wording(
        "基数、现数和增幅互相对得上；对不上，多半有一个抄错了",
        "What it was, what it is and the change fit together; where they do not, one was copied wrongly",
    ),
)
TWO_BASES = Rule(
    "event/two-bases",
    "warning",
    Wording(
        "{path}会当作原纪录的时间，同一个数里的{change}也会按它来比；原纪录的时间请写在set",
        "{path} would say when the record so far was set, and {change} of the same figure would be compared "
        "with it, too; write when the record was set as `set`",
    ),
    Wording(
        "一个数的than只有一个：带纪录而没有set的，是原纪录的时间",
        "A figure has one `than`: beside a record without `set` it is when the one so far was set",
    ),
)
MIXED = Rule(
    "event/unit-mix",
    "warning",
    Wording(
        "{path}写的是{written}，没有百分号，现按{read}理解，而{sister}是{other}；若是{meant}，请写明",
        "{path} is written {written}, without a percent sign, and read as {read}, while {sister} is {other}; "
        "if {meant} is meant, write so",
    ),
    Wording(
        "表格里的0.2548是25.48%，抄过来容易少写一百倍",
        "A spreadsheet's 0.2548 is 25.48 %; copied, it is a hundred times too small",
    ),
)
HIDDEN = Rule(
    "event/hidden-character",
    "warning",
    Wording(
        "{path}第{position}个字是看不见的{character}；请删除",
        "character {position} of {path} is {character}, which cannot be seen; delete it",
    ),
    Wording(
        "零宽字符和改变书写方向的字符会让文字看上去和实际不同",
        "Zero-width and direction characters make a text read otherwise than it looks",
    ),
)
LEFT_OUT = Rule(
    "event/sheet-left-out",
    "warning",
    Wording(
        "工作表“{sheet}”里没有代码，没有读入；要用的内容请填到有代码的工作表里",
        'the sheet "{sheet}" has no codes and was not read; write what is needed on a sheet that has them',
    ),
    Wording(
        "写在别处的事实不会见报，而填表的人以为已经交了",
        "Facts written elsewhere are not printed, though somebody believes to have handed them in",
    ),
)
ONE_PERSON = Rule(
    "event/revises-own-story",
    "warning",
    Wording("{name}既是记者又是校对；请换人校对", "{name} is reporter and revisor; let somebody else revise"),
    Wording("写稿和校对要分开：自己的错，自己往往看不出", "Four eyes: nobody sees the slips of their own"),
)
ONE_NAME = Rule(
    "event/names-in-one",
    "warning",
    Wording(
        "{path}把“{written}”当作一个名称；若是几个，请写成[{list}]",
        "{path} takes “{written}” for one name; if there are several, write [{list}]",
    ),
    Wording(
        "连在一起的几个人名查不到术语表，也排不成“A、B和C”",
        "Several names in one are not found in the glossary, nor listed as A, B and C",
    ),
)
BACK_TRANSLATED = Rule(
    "event/original-words",
    "warning",
    Wording(
        "{name}说的是{spoken}，这里却只有译文；原话不能由译文译回来，请补上",
        "{name} spoke {spoken}, and only a translation is here; get the original words, "
        "a translation is not translated back",
    ),
    Wording(
        "引语译过去再译回来，就不再是讲话人的话了",
        "Words translated there and back are no longer the speaker's",
    ),
)
SWAPPED = Rule(
    "event/other-language",
    "warning",
    Wording(
        "{path}的{lang}一栏写的是另一种语言：“{written}”；请换到对应的一栏，这一栏补上译文",
        "{path} has the other language under {lang}: “{written}”; move it, and translate it here",
    ),
    Wording(
        "写错了栏，另一种语言的稿件就会照印",
        "What stands under the other language is printed in that release as it is",
    ),
)
LONG_AGO = Rule(
    "event/long-ago",
    "note",
    Wording(
        "{path}是{written}，比发布早了一年以上；请核对年份",
        "{path} is {written}, more than a year before publication; check the year",
    ),
    Wording("一月份最容易写错年份", "In January the year is easily mistyped"),
)
FAR_EMBARGO = Rule(
    "event/embargo-far",
    "warning",
    Wording(
        "解禁时间{embargo}与发布时间{published}相差{days}天；请核对",
        "the embargo {embargo} is {days} days from the publication {published}; check both",
    ),
    Wording(
        "解禁与电头通常在同一两天；隔了几周，多半是写错了月份",
        "An embargo ends within days of the dateline; weeks apart, most often a month was mistyped",
    ),
)
RULES = (
    EXCEEDED,
    UNEQUAL,
    CHANGE,
    TWO_BASES,
    OVER_WHOLE,
    MIXED,
    HIDDEN,
    LEFT_OUT,
    ONE_PERSON,
    ONE_NAME,
    SWAPPED,
    LONG_AGO,
    FAR_EMBARGO,
)
