"""What is looked for in the language of paragraphs, and why."""

from __future__ import annotations

from pressgen.errors import Wording
from pressgen.findings import Rule

_WHY = Wording(
    "每种文本只说一种语言；漏译的段落最容易混过去",
    "each text speaks one language; a paragraph left over slips through",
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
        "{wanted}里夹着一句{found}；请译出", "a sentence in {found} within the {wanted} text; translate it"
    ),
    _WHY,
)
THIRD = Rule(
    "language/third",
    "warning",
    Wording("本段是{found}，不是{wanted}；请译出", "this paragraph is {found}, not {wanted}; translate it"),
    _WHY,
)
RULES = (OTHER, UNTRANSLATED, THIRD)
