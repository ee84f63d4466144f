"""What somebody is called once met: the family name, in both languages, whole."""

from __future__ import annotations

import re

from pressgen.regex import regex
from pressgen.text import han

LATIN = regex(r"\s*[（(][^（()）\u4e00-\u9fff]*[）)]$")
"""A Latin name in brackets behind the Chinese."""
_JAPANESE = 3
"""Characters of a Japanese name, at least: two of the surname and one more."""
_LATER_BORN = regex(r"Jr\.?|Sr\.?|II|III|IV")
_WORDS = frozenset({"An", "He", "It", "She", "So", "To", "We", "You"})
"""Family names that an English sentence would read as a word of its own."""
_PARTICLES = regex(
    r"(?:al|av|bin|bint|da|dall?a?|das|de|degli|dei|della?|den|der|des|di|dos?|du|el|l[ae]|les|op|st|ten|ter|van|"
    r"vom|von|zu|zum|zur)",
    re.IGNORECASE,
)
"""Small words of family names, in small letters or not: de Vries, Van der Berg, Le Pen."""
_HAN_PARTICLES = regex("阿尔|阿勒|宾|达|德[尔拉]?|登|迪|杜|凡德?|范[登德]?|冯|拉|勒|圣|特")
"""The same in Chinese, where a dot stands behind them: 文森特·凡·高."""


def family_name(en: str, zh: str) -> str:
    """What an English text calls somebody once met; the full name where nothing is sure.

    >>> family_name("Ouyang Wenhui", "欧阳文慧"), family_name("Karl Weber", "卡尔·韦伯")
    ('Ouyang', 'Weber')
    >>> family_name("Anna van den Berg", "安娜·范登贝赫"), family_name("Lily Wang", "王丽丽")
    ('van den Berg', 'Wang')
    >>> family_name("Taro Yamada", "山田太郎")
    'Yamada'
    >>> family_name("Haruka Minase", "遥水濑")
    'Haruka Minase'
    >>> family_name("de Vries", "德弗里斯"), family_name("Luc De Smet", "吕克·德斯梅特")
    ('de Vries', 'De Smet')
    >>> family_name("Du Fu", "杜甫")
    'Du'
    """
    words = en.split()
    if len(words) < 2 or ("·" not in zh and _is_small(words[0]) and not _is_pinyin(en, zh)):
        return en
    family = _family_name(words, en, zh)
    return en if family in _WORDS else family


def _family_name(words: list[str], en: str, zh: str) -> str:
    if han(zh) == len(zh) > 0:
        return _chinese_family(words, zh) or _japanese_family(words, zh) or en
    if zh.isascii() and _chinese_family(words, ""):
        return en
    return _western_family(words)


def _western_family(words: list[str]) -> str:
    """The last word, with the small words in front of it, without Jr."""
    while len(words) > 2 and _LATER_BORN.fullmatch(words[-1]):
        words = words[:-1]
    behind = enumerate(words[1:-1], start=1)
    small = next((place for place, word in behind if word.islower() or _is_small(word)), len(words) - 1)
    return " ".join(words[small:]).rstrip(",")


def _is_small(word: str) -> bool:
    """Whether a word is one that family names begin with: van, De, la."""
    return bool(_PARTICLES.fullmatch(word))


def _is_pinyin(en: str, zh: str) -> bool:
    """Whether a name that begins with such a word is a Chinese one, spelt: 杜甫, Du Fu."""
    from pressgen.glossary.names import propose  # noqa: PLC0415  # a dictionary of readings, 0.3 s

    return en[:1].isupper() and han(zh) == len(zh) > 0 and propose(zh).en.lower() == en.lower()


def _chinese_family(words: list[str], zh: str) -> str:
    """The word that spells the family name of a Chinese name, first or last, or nothing."""
    from pressgen.glossary.surnames import COMPOUND, READINGS, SOUNDS  # noqa: PLC0415  # tables

    if not zh:
        spelt = words[0].lower()
        return words[0] if spelt in READINGS.values() or spelt in COMPOUND.values() else ""
    spelt = COMPOUND.get(zh[:2]) or READINGS.get(zh[:1]) or SOUNDS.get(zh[:1]) or _proposed(zh)
    return next((word for word in (words[0], words[-1]) if word.lower() == spelt), "")


def _japanese_family(words: list[str], zh: str) -> str:
    """The word that is read as a usual Japanese surname of two characters ends, where one alone is."""
    from pressgen.glossary.surnames import JAPANESE  # noqa: PLC0415  # tables

    readings = tuple(JAPANESE.get(zh[1:2], "").split())
    ends = [word for word in words if readings and word.lower().endswith(readings)]
    return ends[0] if len(words) == len(ends) + 1 == 2 and len(zh) >= _JAPANESE else ""


def last_part(zh: str) -> str:
    """What a Chinese text calls somebody of a transliterated name once met; any other name as it is.

    >>> last_part("卡尔·韦伯（Karl Weber）"), last_part("李明"), last_part("约翰·史密斯")
    ('韦伯', '李明', '史密斯')
    >>> last_part("文森特·凡·高"), last_part("约斯特·范·德·贝格")
    ('凡·高', '范·德·贝格')
    """
    bare = LATIN.sub("", zh)
    head, dot, family = bare.rpartition("·")
    while (small := head.rpartition("·"))[1] and _HAN_PARTICLES.fullmatch(small[2]):
        head, family = small[0], f"{small[2]}·{family}"
    return family if dot and han(head.replace("·", "")) and han(family.replace("·", "")) > 1 else zh


def _proposed(zh: str) -> str:
    """The family name of a Chinese name that begins with no usual one, spelt in small letters."""
    from pressgen.glossary.names import propose  # noqa: PLC0415  # a dictionary of readings, 0.3 s

    return propose(zh).en.split(" ")[0].lower()
