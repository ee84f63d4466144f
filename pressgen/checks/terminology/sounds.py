"""Chinese characters that spell foreign names by sound, where a listed name may be part of a longer one."""

from __future__ import annotations

SOUNDS = frozenset(
    "阿埃艾爱安奥巴贝比彼波伯博布查茨达代丹道得德登蒂丁多厄恩尔法菲费芬弗夫福盖冈戈格哈海汉豪赫"
    "霍基吉加捷金卡凯坎科克肯库拉莱兰朗劳勒雷里利莉林隆卢鲁伦罗洛马玛迈曼梅蒙米密明莫姆穆纳内尼涅"
    "努诺欧帕派佩皮普奇契乔切萨塞森沙尚舍什史斯松索苏塔泰坦特图托瓦万威韦维温翁沃乌武西希夏谢辛休逊"
    "伐迪蒙加雅亚扬耶伊英尤约泽扎詹朱佐"
)
"""After the transcription tables of Xinhua; characters common in other words are left out."""


def inside_longer(text: str, start: int, end: int) -> bool:
    """Whether a name spelt by sound stands in the middle of a longer one.

    >>> inside_longer("海伊索姆", 2, 4), inside_longer("访问也门", 2, 4)
    (True, False)
    """
    if not all(character in SOUNDS for character in text[start:end]):
        return False
    return text[start - 1 : start] in SOUNDS or text[end : end + 1] in SOUNDS
