"""What a thing is designed for, said in its name: 工厂设计年产能, the plant's designed annual capacity."""

from __future__ import annotations

import re

from pressgen.drafting.articles import several
from pressgen.regex import regex
from pressgen.text import Language

_ZH = regex(
    "(?:年|日|每日|小时|最高|最大)(?:供水|供电|供热|供气|发电|灌溉|接待|服务|旅客|货物)量?|"
    "(?:年|日|每日|小时|最高|最大)?(?:产能|产量|(?:生产|处理|接待|运输|通过|吞吐|储存)?能力|运力|时速|吞吐量|客流|库容|寿命)"
)
"""A Chinese noun that takes 设计 in front."""
_EN = regex(r"(?:[^,]*?(?:[’']s|s[’']) |(?:the|its|their|an?) )", re.IGNORECASE)
"""What stands before the English noun: whose it is, or an article."""


def designed(words: str, lang: Language) -> str:
    """A name with the word for what was designed, once; a Chinese one as it is where 设计 would not fit.

    >>> designed("工厂年产能", "zh"), designed("设防烈度", "zh")
    ('工厂设计年产能', '设防烈度')
    >>> designed("年供水量", "zh"), designed("年发电量", "zh")
    ('设计年供水量', '设计年发电量')
    >>> designed("the plant's annual capacity for pumps", "en"), designed("water reuse", "en")
    ("the plant's designed annual capacity for pumps", 'the designed water reuse')
    """
    if lang == "zh":
        found = None if "设计" in words else _ZH.search(words)
        return f"{words[: found.start()]}设计{words[found.start() :]}" if found else words
    head = found[0] if (found := _EN.match(words)) else ""
    bare = "" if head or several(words) else "the "
    return words if re.search(r"\bdesign(?:ed)?\b", words) else f"{bare}{head}designed {words[len(head) :]}"
