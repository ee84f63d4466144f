"""What is looked for in the make-up of a release, and why."""

from __future__ import annotations

from pressgen.errors import Wording
from pressgen.findings import Rule

_HOUSE = Wording("单位的样式（house.yaml）", "the house's own style (house.yaml)")

UNTRANSLATED = Rule(
    "structure/to-translate",
    "warning",
    Wording(
        "“{text}”还没有译文；请译出并删去标记", "“{text}” is still to be translated; put words in its place"
    ),
    Wording("标记是写给译者看的，不能见报", "The mark speaks to the translator; it must not be published"),
)
READING = Rule(
    "structure/reading-open",
    "warning",
    Wording(
        "“{text}”读音待核；请问本人，再删去标记",
        "how “{text}” is read is not known; ask, then take the mark away",
    ),
    Wording(
        "多音字姓名猜错了，就是别人的名字",
        "A character with two readings, guessed wrong, is another person's name",
    ),
)
PLACEHOLDER = Rule(
    "structure/placeholder",
    "warning",
    Wording(
        "“{text}”是留待填写的；请补上内容", "“{text}” was left to be filled in; put the words in its place"
    ),
    Wording("占位文字不能见报", "What stands in for words must not be published"),
)
HEADLINE = Rule(
    "structure/no-headline",
    "warning",
    Wording("没有标题；请在最前面加上", "there is no headline; write one above the text"),
    _HOUSE,
)
DATELINE = Rule(
    "structure/no-dateline",
    "warning",
    Wording(
        "没有电头；{house}写成“{pattern}”这样", "there is no dateline; {house} writes it as in “{pattern}”"
    ),
    _HOUSE,
)
CREDIT = Rule(
    "structure/no-credit",
    "warning",
    Wording("没有“{label}”的署名；请加一行“{line}”", "nobody is credited as “{label}”; add a line “{line}”"),
    _HOUSE,
)
ORDER = Rule(
    "structure/credit-order",
    "note",
    Wording("“{label}”应在“{before}”之前", "“{label}” comes before “{before}”"),
    _HOUSE,
)
SEPARATOR = Rule(
    "structure/credit-separator",
    "warning",
    Wording("署名的分隔写成“{written}”，应为“{wanted}”", "credits are parted by “{wanted}”, not “{written}”"),
    _HOUSE,
)
JOIN = Rule(
    "structure/credit-join",
    "warning",
    Wording(
        "同一行的署名之间写作“{wanted}”，不写“{written}”",
        "credits on one line are parted by “{wanted}”, not “{written}”",
    ),
    _HOUSE,
)
DATE_FORM = Rule(
    "structure/date-form",
    "note",
    Wording("{house}的日期写作“{fixed}”，不写“{text}”", "{house} writes the day “{fixed}”, not “{text}”"),
    _HOUSE,
)
ONE_PERSON = Rule(
    "structure/revises-own-story",
    "error",
    Wording("{name}既是记者又是校对；请换人校对", "{name} is reporter and revisor; let somebody else revise"),
    Wording("写稿和校对要分开：自己的错，自己往往看不出", "Four eyes: nobody sees the slips of their own"),
)
CAPTION = Rule(
    "structure/no-caption",
    "warning",
    Wording("照片没有说明；请在照片下面写明内容", "the photo has no caption; say below it what it shows"),
    Wording(
        "照片说明交代时间、地点、人物；离了说明，照片不知所云",
        "A caption says who, where and when; without one a photo says nothing",
    ),
)
RULES = (
    UNTRANSLATED, READING, PLACEHOLDER, HEADLINE, DATELINE, CREDIT, ORDER, SEPARATOR, JOIN, DATE_FORM,
    ONE_PERSON, CAPTION,
)  # fmt: skip
