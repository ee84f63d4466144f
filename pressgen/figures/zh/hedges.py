"""The Chinese words that hedge a figure: 超, 约, 近 in front of it, 以上, 左右 behind it."""

from __future__ import annotations

import re
from functools import cache

from pressgen.figures.figure import Modifier
from pressgen.regex import compiled, regex

BEFORE: tuple[tuple[Modifier, str], ...] = (
    ("over", "超过 超 逾 突破 高于 多于 大于 超出 跨过 迈过 冲破 跃上 越过 不止 过"),
    ("nearly", "近 将近 接近 不到 不足 跌破 逼近 低于 少于 小于 未满 不满 几近 直逼"),
    ("about", "约 大约 大概 约合 约为 约占 约有 约达 估计 大致 差不多 折合"),
    ("at_least", "至少 不低于 不少于 最少 最低 起码 不小于 大于等于 大于或等于 ≥"),
    (
        "at_most",
        "多达 至多 不超过 不高于 不多于 最多 最高 最高可达 最多可达 最高达 最多达 "
        "不大于 小于等于 小于或等于 上限 ≤",
    ),
)
AFTER: tuple[tuple[Modifier, str], ...] = (
    ("over", "以上 之上 有余 多 余 开外 (含)以上 或以上 及以上"),
    ("about", "左右 上下 前后 许"),
    ("at_most", "以内 以下 之内 (含)以下 之下 或以下 及以下"),
    ("at_least", "起 起步"),
)
_LINKS = " \u3000了达为有至到是超的在"
_DENIED = regex("(?:[不未没勿莫禁](?:得|能|可|应|会|准|宜|许|要|曾|有|允许|再|必|需|予|止)?|严禁|难以|无法)$")
_OPPOSITE: dict[Modifier, Modifier] = {"over": "at_most", "nearly": "at_least"}
"""不得超过 sets a limit above, 不能低于 one below."""
_YUAN = regex("人民币[^，。；]*$")
"""人民币跌破7 is more than seven yuan to the dollar."""
_TURNING = frozenset(["超过", "超", "突破", "高于", "多于", "大于", "超出", "低于", "少于", "小于"])
_LONGER = "(?<=上下)[游级班联一]|(?<=左右)[手两翼逢邻]|(?<=前后)[两端排]|(?<=许)[可多]"
"""上下游企业, 左右两侧: words in which a hedge is none."""
_APART: tuple[tuple[Modifier, re.Pattern[str]], ...] = (
    (
        "at_most",
        compiled(
            "(?:最高|最多)(?:可|不超过)?(?:补助|补贴|奖励|奖补|资助|给予|支持|减免|贷款|获得?|领取?|享受|提供){1,2}$"
        ),
    ),
    (
        "at_least",
        compiled("(?:至少|最少|起码)[^，。；、：,;:的在于和与及或个家项名人一二三四五六七八九十0-9]{1,4}$"),
    ),
    (
        "at_most",
        compiled("(?:至多|最多)[^，。；、：,;:的在于和与及或个家项名人一二三四五六七八九十0-9]{1,4}$"),
    ),
    ("about", regex("(?<![签预条合履节相契解违续公制])约占[^，。；、：,;:0-9]{1,12}的?$")),
    ("nearly", regex("(?:近|接近|不到|不足)占[^，。；、：,;:0-9]{1,12}的?$")),
    ("over", regex("(?:超|超过|逾)占[^，。；、：,;:0-9]{1,12}的?$")),
)
"""Hedges that stand apart from their number: 至少造成4200人受灾, 约占全省的7%."""
_APART_WORDS = regex("最[高多少]|至[少多]|起码|[约近到足超过逾]占")
"""What any of those that stand apart has in it; 占地300亩 has none."""
_REACH = 16
_NOT_NEARLY = regex("(?:年(?!半)|[月天周])|日(?![元圆币])|个月|个季|小时|分钟")
"""近三年 is the last three years."""
_SCALES = frozenset("百千万亿半")
"""过百家, 过亿元; 举办过3届 and 通过12项 hold the word in another sense."""
_MANY = regex("[多余]?(?:[个家元人万亿年月天岁美名种项]|次)")


def _by_last_sign() -> dict[str, list[tuple[str, Modifier]]]:
    """The words that hedge in front, the longest first."""
    table: dict[str, list[tuple[str, Modifier]]] = {}
    for modifier, words in BEFORE:
        for word in words.split():
            table.setdefault(word[-1], []).append((word, modifier))
    return {sign: sorted(words, key=lambda entry: -len(entry[0])) for sign, words in table.items()}


_BEFORE = _by_last_sign()
ENDS = frozenset(_BEFORE) | frozenset(_LINKS)
"""What a hedge in front of a figure can end with."""
_EACH = regex("每[\u4e00-\u9fff]{1,3}$")
OPENING = frozenset(word[0] for _, words in AFTER for word in words.split()) | frozenset(" \u3000(")
"""What a hedge behind a figure can begin with."""


@cache
def _after() -> re.Pattern[str]:
    groups = (
        f"(?P<{modifier}>{'|'.join(map(re.escape, sorted(sorted(words.split()), key=len, reverse=True)))})"
        for modifier, words in AFTER
    )
    return compiled(rf"[ \u3000]?(?:\(含\))?(?:{'|'.join(groups)})(?!{_LONGER})")


def in_front(plain: str, start: int, behind: int) -> tuple[Modifier, int]:
    """The hedge that ends where a figure or its rate starts (突破每公斤60元), and where the hedge starts."""
    each = _EACH.search(plain, max(0, start - 4), start) if plain[start - 1 : start] not in ENDS else None
    at = each.start() if each else start
    for _ in range(3) if plain[at - 1 : at] in ENDS else ():
        for word, modifier in _BEFORE.get(plain[at - 1 : at], ()):
            if plain.endswith(word, 0, at) and not _other_word(word, plain, at, behind):
                return _unless_denied(word, modifier, plain, at - len(word))
        if plain[at - 1 : at] not in _LINKS or at < 1:
            break
        at -= 1
    window = plain[start - _REACH if start > _REACH else 0 : start]
    if "占" in window or "最" in window or "至" in window or "起" in window:
        return _apart(window, start)
    return "", start


def _apart(window: str, start: int) -> tuple[Modifier, int]:
    """The hedge that stands before a figure with other words between them, if one does."""
    for modifier, apart in _APART if _APART_WORDS.search(window) else ():
        if found := apart.search(window):
            return modifier, start - len(window) + found.start()
    return "", start


def _unless_denied(word: str, modifier: Modifier, plain: str, start: int) -> tuple[Modifier, int]:
    """The hedge, or its opposite where a word in front of it says no."""
    if word == "跌破" and _YUAN.search(plain, max(0, start - 14), start):
        return "over", start
    denied = _DENIED.search(plain, max(0, start - 3), start) if word in _TURNING else None
    return (_OPPOSITE[modifier], denied.start()) if denied else (modifier, start)


def _other_word(word: str, plain: str, at: int, behind: int) -> bool:
    if word == "过":
        return plain[behind - 1 : behind] not in _SCALES and plain[at : at + 1] not in _SCALES
    if word == "跌破":
        return "兑" in plain[at : at + 7]
    if word == "约":
        return plain[at - 2 : at - 1] in tuple("签预条合履节相契解违续公")
    return word == "近" and _NOT_NEARLY.match(plain, behind) is not None


def behind(plain: str, end: int) -> tuple[Modifier, int]:
    """The hedge that begins where a figure ends, and where the hedge ends."""
    match = _after().match(plain, end) if plain[end : end + 1] in OPENING else None
    if match is None:
        return "", end
    return match.lastgroup, match.end()  # type: ignore[return-value]  # the groups are named by modifier
