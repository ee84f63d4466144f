"""Chinese words and characters set twice, and units in Latin capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressgen.checks.typography.habit import Edit, Habit, every, replaced, rule, when
from pressgen.errors import Wording
from pressgen.regex import regex
from pressgen.text import HAN

_TWICE = regex(f"([{HAN}]{{2,8}})\\1(?!\\1)")
_NUMERALS = "一二三四五六七八九十百千万亿两几多半某各每点"
_MEANT = (
    "研究|讨论|考虑|商量|学习|休息|了解|打听|活动|锻炼|整理|收拾|准备|尝试|体验|分析|交流|琢磨|打扫|放松|关心|帮助|"
    "看看|试试|聊聊|非常|特别|十分|永远|什么|怎么|多少|好多|好久|很久|慢慢|哈哈|呵呵|加油|谢谢|欢迎|恭喜|你好|再见|"
    "重要|真的|快点|别别|等等|天天|年年|家家|人人|处处|渐渐|依依|谈谈|走走|说说|比划|鼓励|支持|教育|认识|感受|检查"
)
_KEPT = regex(
    f"{_MEANT}|[大小成][把包批片块堆群]|^(?=.*[{_NUMERALS}])(?:.{{2}}$|[{_NUMERALS}]+$)"
    f"|^[{_NUMERALS}](?!次性|体化|站式|揽子).|(.)\\1"
)
"""Meant: verbs and adverbs said twice for their sense, numerals, and one by one (一步一步, 一句话一句话)."""
_UNITS = {
    "m2": "平方米", "m²": "平方米", "㎡": "平方米", "m3": "立方米", "m³": "立方米",
    "km2": "平方公里", "km²": "平方公里", "㎢": "平方公里", "km": "公里", "㎞": "公里", "kg": "公斤",
    "㎏": "公斤", "kw": "千瓦", "kwh": "千瓦时", "kw·h": "千瓦时", "cm": "厘米", "㎝": "厘米",
    "mm": "毫米", "㎜": "毫米",
}  # fmt: skip
_RIGHT = ("km", "kg", "kW", "kWh", "cm", "mm", "kW·h")
_UNIT = regex(
    r"(?<=[\d万亿])[ ]?(km2|km²|㎢|㎞|㎏|㎝|㎜|kwh|kw·h|kw|km|kg|m2|m²|㎡|m3|m³|cm|mm)(?![A-Za-z0-9²³/])",
    re.IGNORECASE,
)
_OLD_UNITS = every(
    replaced(r"(?<=[\d万亿余多])平米", "平方米", safe=False),
    replaced(r"(?<=\d)公分", "厘米", safe=False),
    replaced(r"(?<=\d)[°º度]C", "℃", safe=False),
    replaced(r"摄氏((?:零[下上])?\d+(?:\.\d+)?)度", r"\1摄氏度", safe=False),
)


_HEAD = regex("[长总]|主任|书记|主席|会长|校长|院长|秘书")
"""Whose head has its name in the title: 支队支队长, 委员会委员会主任."""


def _twice(text: str) -> Iterator[Edit]:
    """A word set twice; what is doubled for its sense, and numerals, are meant."""
    for match in _TWICE.finditer(text):
        if not _KEPT.search(match[1]) and not _HEAD.match(text, match.end()):
            yield Edit(match.start(), match.end(), match[1], safe=False)


def _units(text: str) -> Iterator[Edit]:
    for match in _UNIT.finditer(text):
        if match[1] not in _RIGHT:
            yield Edit(match.start(), match.end(), _UNITS[match[1].lower()], safe=False)


HABITS = (
    Habit(
        rule(
            "doubled-word",
            "warning",
            "“{text}”多半重复了，应为“{fixed}”",
            "{text} is probably {fixed}, set twice",
            Wording("改稿时最常见的笔误", "what editing leaves behind most often"),
        ),
        every(
            when(
                "([的是在与及将被了我他她它们也这已仍并])\\1",
                every(
                    replaced("的的(?![确士])", "的"),
                    replaced("([我他她它们也这])\\1(?!们)", r"\1", safe=False),
                    replaced("(?<!是)是是(?![是非])", "是"),
                    replaced(f"(?<![{HAN}])在在(?![建职校线岗场册座野即乎外内意理世于家])", "在", safe=False),
                    replaced(
                        "(?<=[可将正应须能会仍都])在在(?![建职校线岗场册座野即乎外内意理世于家])",
                        "在",
                        safe=False,
                    ),
                    replaced("(?<![而自不])已已", "已", safe=False),
                    replaced("([仍并])\\1(?![排列联肩称])", r"\1", safe=False),
                    replaced("(?<![参赋给授付寄施相])与与(?![会时世生众])", "与", safe=False),
                    replaced("(?<![涉普波触遍提论述危惠顾以])及及(?![时格早其第])", "及", safe=False),
                    replaced("(?<![大名老干上中少健虎即])将将(?![军领士来要会近])", "将", safe=False),
                    replaced("(?<![棉毛丝羽植])被被(?![子告动套单捕害褥])", "被", safe=False),
                    replaced("(?<![了完])了了(?![解结断然却此事])(?=[一多新很])", "了", safe=False),
                    replaced(f"(?<=[成得到出起开立])了了(?![解结断然却此事])(?=[{HAN}])", "了", safe=False),
                ),
            ),
            _twice,
        ),
    ),
    Habit(
        rule(
            "unit",
            "note",
            "“{text}”应为“{fixed}”",
            "{text} should be {fixed}",
            Wording(
                "GB 3100—1993：单位符号区分大小写；报道中用中文名称",
                "GB 3100-1993: the case of a unit's symbol matters; in print it has its Chinese name",
            ),
        ),
        every(_units, when("平米|公分|[°º度]C|摄氏", _OLD_UNITS)),
    ),
)
