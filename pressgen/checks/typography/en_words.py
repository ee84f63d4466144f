"""English words set twice, and Chinese names in camel case."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressgen.checks.typography.habit import Edit, Habit, rule
from pressgen.errors import Wording

_TWICE = re.compile(r"(?<![\w’'-])([A-Za-z]{2,}|a|I)([ \u00a0]+)(\1)(?![\w-]|[’'][A-Za-z])", re.IGNORECASE)
_MEANT = frozenset(
    {
        "had",
        "that",
        "her",
        "very",
        "bye",
        "many",
        "long",
        "so",
        "no",
        "ha",
        "blah",
        "knock",
        "far",
        "now",
        "again",
        "there",
        "do",
        "can",
        "win",
    }
)
_SYLLABLE = (
    r"(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)?(?:iang|iong|uang|ang|eng|ing|ong|iao|ian|uai|uan|ai|ei|ao|ou|an|en|er|ia|ie|iu|in|"
    r"ua|uo|ue|ui|un|üe|a|o|e|i|u|ü)"
)
_SURNAME = (
    "Wang|Li|Zhang|Liu|Chen|Yang|Huang|Zhao|Wu|Zhou|Xu|Sun|Ma|Zhu|Hu|Guo|He|Lin|Luo|Gao|Zheng|Liang|Xie|Song|Tang|Han|Feng|Deng|"
    "Cao|Peng|Zeng|Xiao|Tian|Dong|Pan|Yuan|Cai|Jiang|Yu|Du|Ye|Cheng|Wei|Su|Lu|Ding|Ren|Yao|Shen|Zhong|Cui|Tan|Fan|Liao|Shi|Jin|"
    "Jia|Xia|Fu|Fang|Zou|Xiong|Bai|Meng|Qin|Qiu|Hou|Yin|Xue|Yan|Lei|Long|Tao|Hao|Gu|Gong|Shao|Wan|Qian|Kuang|Dai|Mo|Kong|Xiang"
)
_CAMEL = re.compile(rf"\b((?:{_SURNAME}) [A-Z][a-zü]+)([A-Z][a-zü]+)\b")
_IS_SYLLABLE = re.compile(_SYLLABLE, re.IGNORECASE)


def _twice(text: str) -> Iterator[Edit]:
    """A word set twice; names in capitals (Zhou Zhou) and what grammar doubles (had had) stay."""
    for match in _TWICE.finditer(text):
        first, _, second = match.groups()
        if first.lower() in _MEANT or second[0].isupper():
            continue
        if first.isupper() != second.isupper() and len(first) > 1:
            continue
        yield Edit(match.start(), match.end(), first)


def _camel(text: str) -> Iterator[Edit]:
    for match in _CAMEL.finditer(text):
        given = match[1].split(" ")[1]
        if _IS_SYLLABLE.fullmatch(given) and _IS_SYLLABLE.fullmatch(match[2]):
            yield Edit(match.start(), match.end(), match[1] + match[2].lower(), safe=False)


HABITS = (
    Habit(
        rule(
            "word-twice",
            "warning",
            "“{text}”重复了",
            "{text}: a word set twice",
            Wording("改稿时最常见的笔误", "what editing leaves behind most often"),
        ),
        _twice,
    ),
    Habit(
        rule(
            "name-case",
            "warning",
            "人名“{text}”应为“{fixed}”",
            "the name {text} should be {fixed}",
            Wording(
                "GB/T 28039—2011：双字名连写，只大写首字母",
                "GB/T 28039-2011: a given name is one word with one capital",
            ),
        ),
        _camel,
    ),
)
