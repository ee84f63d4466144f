"""Spaces in Chinese text: none between Han and Latin letters or digits, none beside a full-width sign."""

from __future__ import annotations

from collections.abc import Iterator

from pressgen.checks.typography.habit import GB15834, WIDE, Edit, Habit, every, replaced, rule, when
from pressgen.document import Role
from pressgen.errors import Wording
from pressgen.regex import regex
from pressgen.text import HAN

_BLANK = "[ \u00a0\u2002-\u200a\u202f]+"
_SPACE = "[ \t\u00a0\u2002-\u200a\u202f\u3000]"
_TIME = r"(?!\d{1,2}[:：]\d\d|\d{4}[-/.年]\d)"
_LISTED = r"(?<!^\d)(?<!^\d\d)(?<!^\d[.．]\d)(?<![图表]\d)(?<![图表]\d\d)(?<![图表] \d)(?<!^[\da-z]\))"
_SPACED: tuple[Role, ...] = ("headline", "subhead", "dateline", "credits", "cell", "caption", "photo")
_WHY = Wording(
    "新华社和政府网站的通行写法；GB/T 15835—2011的例子也都不空格，空隙由排版软件处理",
    "practice of Xinhua and government pages; the examples of GB/T 15835-2011 have none",
)
_JOINTS = every(
    replaced(rf"(?<=[{HAN}”）》]){_BLANK}{_TIME}(?=[A-Za-z0-9+$€£¥])"),
    replaced(rf"{_LISTED}(?<=[A-Za-z0-9%℃+)]){_BLANK}(?=[{HAN}“（《])"),
    replaced(rf"(?<=\d){_BLANK}(?=[%‰℃])"),
    replaced(rf"(?:(?<=^\d)|(?<=^\d\d)){_BLANK}(?=[月日年亿万元%])"),
)
_BESIDE = every(
    replaced(f"(?<=[{HAN}A-Za-z0-9%]){_BLANK}(?=[，。、；：？！”’》〉）〕」』])"),
    replaced(f"(?<=[，。、；：？！]){_BLANK}(?=[{HAN}A-Za-z0-9“‘《（])"),
    replaced(f"(?<=[{HAN}]){_BLANK}(?=（)|(?<=）){_BLANK}(?=[{HAN}])", safe=False),
    replaced(f"(?<=[“‘《〈（〔「『]){_BLANK}(?=\\S)"),
    replaced("(?<=\\S)[\u3000\t]+(?=[，。、；：？！”’》〉）〕])"),
    replaced(r"(?<=[$€£¥￥])[ ]+(?=\d)"),
)
ZERO_WIDTH = replaced("[\u00ad\u200b\u200c\u2060\ufeff]+")
BIDI = replaced("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+", safe=False)
_GAP = regex(f"(?<=[{HAN}]){_BLANK}(?=[{HAN}])")
_QUOTED = regex("“[^”]*”|《[^》]*》|（[^）]*）|‘[^’]*’")
_PARTED = regex("[：:|｜丨/]|记者|通讯员|编辑|来源|供图|作者|摄|[电讯道条章节][  ]")
_ENDS = tuple("。！？；”")


def _gaps(text: str) -> Iterator[Edit]:
    """A lone space between Han characters; several part a heading, a list or names, and so do quotes."""
    found = list(_GAP.finditer(text))
    if len(found) != 1 or _PARTED.search(text) or not (len(text) < 12 or text.endswith(_ENDS)):
        return
    match = found[0]
    quoted = any(quote.start() < match.start() < quote.end() for quote in _QUOTED.finditer(text))
    parts = text[: match.start()], text[match.end() :]
    slogan = len(parts[0]) == len(parts[1]) > 2  # two lines of a couplet or a heading
    if not quoted and not slogan and len(match.group()) == 1:
        yield Edit(match.start(), match.end(), "", safe=False)


INVISIBLE = rule(
    "invisible-character",
    "warning",
    "这里有看不见的字符；请删去",
    "there is a character here that cannot be seen; delete it",
    Wording(
        "零宽字符多由网页复制而来，会打断检索和断行",
        "copied from a web page; it breaks searching and line ends",
    ),
)

HABITS = (
    Habit(INVISIBLE, every(ZERO_WIDTH, BIDI)),
    Habit(
        rule(
            "han-latin-space",
            "note",
            "汉字与字母、数字之间不空格",
            "no space between Han and Latin letters or digits",
            _WHY,
        ),
        when(_SPACE, _JOINTS),
        _SPACED,
    ),
    Habit(
        rule("stray-space", "note", "标点前后不空格", "no space next to full-width punctuation", GB15834),
        when(_SPACE, _BESIDE),
        _SPACED,
    ),
    Habit(
        rule("han-space", "note", "汉字之间多了一个空格", "a space between two Han characters", GB15834),
        when(f"{WIDE}{_BLANK}{WIDE}", _gaps),
        _SPACED,
    ),
)
