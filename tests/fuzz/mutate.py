"""Inputs spoilt as people, programs and attackers spoil them: characters, words, lines and whole stretches."""

import random
import re

SIGNS = (
    "0 1 9 . , - – — % ‰ ( ) （ ） [ ] { } < > & * ! | : ： ; ； / \\ ' \" ` “ ” ‘ ’ 「 」 《 》 、 ， 。 … · # @ $ ¥ £ € = + ~ ^ _ ?"
).split() + ["\n", "\n\n", "\t", " ", "　", "\u00a0", "\u200b", "\u202e", "\u0301", "\u3099", "\ufeff", "\ue000", "\x00", "\x1b", "\U00020bb7", "\U0001f600", "İ", "ß", "ﬁ", "𝟓", "½", "²", "٣"]  # fmt: skip
WORDS = (
    "亿 万 千 百 十 零 〇 两 半 余 多 近 约 超 逾 第 元 美元 港元 欧元 人民币 个 家 人次 平方米 公里 吨 年 月 日 时 分 点 季度 上半年 一季度 前三季度 "
    "百分之 个百分点 倍 成 同比 环比 增长 下降 翻番 至 到 和 及 其中 分别 佛山 顺德 南海 苏州 市 区 镇 省 局 委 主任 副 同志 公司 集团 记者 校对 "
    "million billion trillion thousand hundred dozen half quarter percent per cent percentage points times fold over nearly about "
    "yuan RMB USD US$ HK$ CNY first second third H1 Q2 January July Monday a.m. p.m. from to and or between of the a an not no "
    "Foshan Shunde Suzhou District Province Bureau Mr Ms Dr vice deputy U.S. e.g. rose fell grew dropped respectively "
    "zh: en: release: date: value: note: 'null' true false ~ --- {{ }} {% %} {{x|join}} ![](a.jpg) ](http://a) ## ``` > 1. - [^1] "
    "&amp; &#0; <b> </b> <table> <td> <script> <w:p> </w:p> <w:r> <w:t> <!DOCTYPE <!-- --> ]]> <?xml #REF! =1+1 1e999 NaN -0 inf 99999999999999999999 2023-02-30 24:00"
).split()  # fmt: skip
_PIECE = re.compile(r"\w+|\s+|[^\w\s]")


def spoilt(data: bytes, size: int, seed: int) -> bytes:
    """The input with one to six faults, no longer than ``size`` bytes."""
    chance = random.Random(seed)  # noqa: S311  # slips, not secrets
    text = data.decode("utf-8", "surrogateescape")
    for _ in range(chance.randint(1, 6)):
        text = chance.choice(_WAYS)(text, chance)
    out = text.encode("utf-8", "surrogateescape") if _plain(text) else text.encode("utf-8", "replace")
    return out[:size]


def _plain(text: str) -> bool:
    try:
        text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return False
    return True


def _place(text: str, chance: random.Random) -> tuple[int, int]:
    first = chance.randint(0, len(text))
    return first, min(len(text), first + int(chance.expovariate(0.2)))


def _without(text: str, chance: random.Random) -> str:
    first, last = _place(text, chance)
    return text[:first] + text[last:]


def _with(text: str, chance: random.Random) -> str:
    first, _ = _place(text, chance)
    return text[:first] + chance.choice(chance.choice((SIGNS, WORDS))) + text[first:]


def _instead(text: str, chance: random.Random) -> str:
    pieces = list(_PIECE.finditer(text))
    if not pieces:
        return text + chance.choice(WORDS)
    piece = chance.choice(pieces)
    return text[: piece.start()] + chance.choice(chance.choice((SIGNS, WORDS))) + text[piece.end() :]


def _again(text: str, chance: random.Random) -> str:
    first, last = _place(text, chance)
    times = chance.choice((1, 1, 2, 5, 40))
    return text[:last] + text[first:last] * times + text[last:]


def _line_again(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    lines.insert(chance.randrange(len(lines) + 1), chance.choice(lines))
    return "\n".join(lines)


def _line_gone(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    del lines[chance.randrange(len(lines))]
    return "\n".join(lines)


def _lines_swapped(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return "\n".join(lines)


def _number(text: str, chance: random.Random) -> str:
    found = list(re.finditer(r"\d+", text))
    if not found:
        return text
    number = chance.choice(found)
    other = chance.choice(
        ("0", "1", "-1", "00", "13", "31", "32", "99", "2024", "10000", "1" * 40, str(int(number[0][:9]) + 1))
    )
    return text[: number.start()] + other + text[number.end() :]


def _byte(text: str, chance: random.Random) -> str:
    first, _ = _place(text, chance)
    return text[:first] + chr(0xDC80 + chance.randrange(128)) + text[first:]


_WAYS = (
    _without, _without, _with, _with, _with, _instead, _instead, _instead, _again, _line_again, _line_gone,
    _lines_swapped, _number, _byte,
)  # fmt: skip
