"""What is looked for in the language of paragraphs, and why."""

from __future__ import annotations

from pressgen.errors import Wording
from pressgen.findings import Rule

_WHY = Wording(
    "一稿只用一种语言；漏译的词句和段落最容易混过去",
    "each text speaks one language; a word, sentence or paragraph left over slips through",
)

CHINESE, ENGLISH = Wording("中文", "Chinese"), Wording("英文", "English")

OTHER = Rule(
    "language/other",
    "warning",
    Wording(
        "这里应为{wanted}，本段却是{found}；请译出或移走",
        "{wanted} belongs here, this is {found}; translate or move it",
    ),
    _WHY,
)
UNTRANSLATED = Rule(
    "language/untranslated",
    "warning",
    Wording(
        "{wanted}里的“{text}”是{found}；请译出", "“{text}” is {found} within the {wanted} text; translate it"
    ),
    _WHY,
)
THIRD = Rule(
    "language/third",
    "warning",
    Wording("本段是{found}，不是{wanted}；请译出", "this paragraph is {found}, not {wanted}; translate it"),
    _WHY,
)
OMITTED = Rule(
    "language/omitted",
    "warning",
    Wording(
        "{other}中没有与此对应的内容；请补译或删去",
        "nothing in the {other} answers this; translate or cut it",
    ),
    Wording(
        "中英文说同样的事；漏译一段、一句，读者就少知道一件事",
        "both texts say the same; who reads the one should miss nothing",
    ),
)
LEFT_OUT = Rule(
    "language/left-out",
    "note",
    OMITTED.message,
    Wording(
        "少译一个分句，读者就少知道一件事；换了说法的也像少译，请看一眼",
        "who reads a text without it knows less; other words for it look alike, so it deserves a look",
    ),
)
RULES = (OTHER, UNTRANSLATED, THIRD, OMITTED, LEFT_OUT)
