"""What a thing is designed for, said in its name: 工厂设计年产能, the plant's designed annual capacity."""

from __future__ import annotations

import re

from pressgen.regex import regex
from pressgen.text import Language

_ZH = regex(
    "(?:年|日|每日|小时|最高|最大)?(?:产能|产量|(?:生产|处理|接待|运输|通过|吞吐|储存)?能力|运力|时速|吞吐量|客流|库容|寿命)"
)
"""A Chinese noun that takes 设计 in front."""
_EN = regex(r"(?:[^,]*?(?:[’']s|s[’']) |(?:the|its|their|an?) )", re.IGNORECASE)
"""What stands before the English noun: whose it is, or an article."""


def designed(words: str, lang: Language) -> str:
    """A name with the word for what was designed, once; a Chinese one as it is where 设计 would not fit.

    >>> designed("工厂年产能", "zh"), designed("设防烈度", "zh")
    ('工厂设计年产能', '设防烈度')
    >>> designed("the plant's annual capacity for pumps", "en"), designed("water reuse", "en")
    ("the plant's designed annual capacity for pumps", 'designed water reuse')
    """
    if lang == "zh":
        found = None if "设计" in words else _ZH.search(words)
        return f"{words[: found.start()]}设计{words[found.start() :]}" if found else words
    head = found[0] if (found := _EN.match(words)) else ""
    return words if re.search(r"\bdesign(?:ed)?\b", words) else f"{head}designed {words[len(head) :]}"
