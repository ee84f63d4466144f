"""How far a name in letters is from one that Chinese writes by sound: 哈特曼 is Hartmann, no Hoffmann.

Each syllable's first consonant, its vowel and its n are laid along the letters of the name in their order,
as cheaply as can be: letters that they stand for (``initials.csv``, ``finals.csv``) cost nothing, those they
may stand for a little, what is left out on either side as much as it is heard. Of seven hundred names of
thirteen languages one in a hundred is farther than ``FAR`` from its own letters, and so are eight of nine
pairs of two names that begin with the same letter.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import takewhile

from pressgen.checks.naming.tables import rows
from pressgen.glossary.pinyin import readings
from pressgen.regex import regex

FAR = 0.62
"""A distance beyond which a name is another one."""
LOOSE = 0.9
"""A distance within which a name may be one of which only a part was read."""
_LENGTH = 0.7
"""So much a longer name may be off: its characters to this power."""
_NEAR, _OFF = 0.25, 0.5
_VOWEL_NEAR, _VOWEL_OFF = 0.15, 0.45
_SILENT = {"r": 0.25, "h": 0.15, "l": 0.4, "n": 0.45, "y": 0.1, "w": 0.35, "s": 0.6, "m": 0.6, "v": 0.6}
_HEARD = 1.0
"""What a letter costs that no syllable stands for; those of ``_SILENT`` are often left out."""
_RUN_TOGETHER = regex(
    "ck|dt|td|tch|tsch|th|dh|pf|mb|mp|ng|gh|bp|pb|gk|cq|kg|dg|tz|ds|dz|ts|kn|gn|pt|bt|xc|sc|lk|ld|tl|dn|bv|stl?|sk|ct|nd|nt"
)
"""Letters that may be heard as one."""
_UNWRITTEN = {
    "w": 0.2,
    "y": 0.15,
    "h": 0.4,
    "l": 0.5,
    "r": 0.4,
    "n": 0.6,
    "m": 0.8,
    "": 0.0,
    "er": 0.35,
    "n-": 0.15,
    **{f"_{final}": 0.05 for final in ("a", "e", "i", "o", "u", "en")},
}
"""What a sound of the Chinese costs that has no letter; any other costs 1."""
_LAST = "sthdz"
_VOWELS = "aeiouy"
SIGNS = """
阿埃艾爱安昂奥澳巴白班邦包鲍贝本比彼毕别宾波伯博勃布达戴丹道德登迪蒂丁东杜敦多厄恩尔耳法凡范菲费
芬佛弗夫福盖甘冈高戈格根古瓜哈海汉豪赫亨侯胡华惠霍基吉季加贾简杰金久卡凯坎康考柯科克肯孔库夸奎拉
莱兰朗劳勒雷里理利莉林琳龙隆卢鲁路伦罗洛吕略马玛迈麦曼芒毛梅门蒙孟米密明莫默姆穆纳娜南瑙内尼妮宁
纽农努诺欧帕潘庞佩彭蓬皮平珀普奇恰切乔琼丘热仁日荣茹瑞若撒萨塞桑瑟森沙莎山尚绍舍申圣施什史士舒朔
斯丝松苏孙所索塔泰坦汤唐陶特腾提廷通图托脱瓦万威韦维魏温文翁沃乌武西希锡夏香肖谢辛欣兴雄休许亚延
扬杨耶叶伊依因英尤约越泽曾扎詹珍治朱兹宗祖佐茨茜蕾蓓芙喀赞哲察采策楚钦齐契宽昆拜顿都顾葛贡果怀津
凌留娄缅涅绥滕旺雅彦益尹翰汀历逊思卫狄摩查易伽芭列堡廉薇娅丽培拿伍茵柏辽坡缪良符赖斐洁莲露茱荷赛代彻圭捷腊郎奈匹让妲黛贞迦敏木席雪洪蔡
珊裘力恺那脉司胥黎额吐娃琪修弥汶措迭耐颂猜卜济罕素烈琴帖冯歇丰甫廖萝钱黑焦优铁嘎昌柳浦茂嘉杭汗侬殷邓岑京樊
""".replace("\n", "")
"""Characters that Xinhua writes foreign names with."""
_SPELT = str.maketrans("øłđı", "oldi")
_INITIAL = regex("(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]?)(.*)")
_READ = {"卡": "ka", "佛": "fu", "贾": "jia", "什": "shi", "扎": "zha", "查": "cha", "莎": "sha"}
"""Characters that names from abroad read in one way only."""
_MUTE = frozenset("斯兹茨孜特德克格尔耳夫弗姆普布什奇赫茹日思司恩施伯勒")
"""Characters that often write a consonant without its vowel."""
_UNVOICED, _SPARE = 0.5, 0.3
"""What a vowel of the Chinese costs that has no letter, and a letter of a vowel that has no character."""
_BESIDE, _AT_THE_END = 0.12, 0.05
"""What such a letter costs beside another vowel, and an e that ends a name."""
_MOST = 12
"""Characters of a name at most."""


def distance(zh: str, name: str) -> float:
    """How far a name is from Chinese characters, 0 to about 1.5 a syllable; 0 where they cannot be read.

    >>> distance("卡洛斯", "Carlos") < FAR < distance("卡洛斯", "Tomas")
    True
    >>> [distance(*pair) > FAR for pair in (("哈特曼", "Hartmann"), ("哈特曼", "Hoffmann"), ("扬", "Peter"))]
    [False, True, True]
    """
    return float(price(zh, name) / max(2, len(zh)) ** _LENGTH)


def price(zh: str, name: str) -> float:
    """What a name costs that is laid along characters, all of it; 0 where they cannot be read."""
    sounds = _sounds(zh.replace("-", "")) if len(zh) <= _MOST else ()
    return _cost(sounds, _letters(name)) if sounds else 0.0


def may_sound(zh: str, name: str) -> bool:
    """Whether a name may be written so in Chinese."""
    return distance(zh, name) <= FAR


def is_sounded(zh: str, words: Iterable[str]) -> bool:
    """Whether one of some words may be characters by their sound, or but for a few at either end."""
    stretches = {zh[first:last] for first in (0, 1, 2) for last in range(first + 2, len(zh) + 1)}
    return any(distance(stretch, word) <= LOOSE for word in words for stretch in stretches)


def begins_longer(zh: str, start: int, end: int, words: Iterable[str]) -> bool:
    """Whether a place only begins a name that one of some words is by its sound: 马里 in 马里博尔.

    >>> begins_longer("马里博尔代表团", 0, 2, ["Maribor"]), begins_longer("马里代表团", 0, 2, ["Maribor"])
    (True, False)
    """
    ends = takewhile(lambda place: zh[place - 1] in SIGNS, range(end + 1, min(end + 4, len(zh) + 1)))
    longer = [zh[start:last] for last in ends]
    return any(may_sound(each, word) for word in words for each in longer)


def same_end(zh: str, name: str) -> bool:
    """Whether characters and a name end alike: both in a nasal or neither, and in the consonant of 斯 or 尔.

    >>> same_end("霍尔登", "Holden"), same_end("霍尔登", "Holder"), same_end("霍尔尼", "Holden")
    (True, False, False)
    >>> same_end("古丽娜尔", "Gulnar"), same_end("古丽娜尔", "Gulnaz"), same_end("雅克", "Jacques")
    (True, False, True)
    """
    sounds = _sounds(zh[-1:])
    nasal = _NASAL.search(unicodedata.normalize("NFD", name.lower()))
    if not sounds:
        return True
    if closed := CLOSED.get(zh[-1:]):
        plain = _letters(name)
        ends = {_LAST_VOWEL.split(each)[-1] for each in (plain, _SILENT_END.sub("", plain))}
        return not closed.isdisjoint("".join(ends))
    return bool(nasal) if sounds[-1] == ("n-",) else not (nasal and name.endswith("n"))


_NASAL = regex(r"[nm][^aeiouy]*e?s?$|[\u0303\u0328][^aeiouy]*[aeiouy]?\u0303?s?$")
"""A nasal behind the last vowel, written or, as in João, on it."""
CLOSED = {
    sign: frozenset(letters)
    for signs, letters in (
        ("尔", "lr"), ("斯兹孜茨思", "szcxth"), ("特德", "tdh"), ("克格", "kgcqxh"), ("姆", "mn"),
        ("夫弗", "vfwph"), ("普布", "pb"),
    )
    for sign in signs
}  # fmt: skip
"""Characters that write a consonant alone, behind a nasal too, and the letters that it may have."""
_LAST_VOWEL = regex("[aeiou]")
_SILENT_END = regex("(?:u?e|er|o|y|ie?)s?$")


def _letters(name: str) -> str:
    plain = unicodedata.normalize("NFD", name.lower().translate(_SPELT).replace("ß", "ss"))
    plain = _DUTCH.sub("ei", re.sub("[^a-z]", "", plain))
    return _BURG.sub("r", _X.sub("ks", plain))


_X = regex("(?<=.)x")
"""Two sounds but at the beginning: 马克斯韦尔."""
_BURG = regex("(?<=b[eou])rgh?$|(?<=bou)rg$")
"""An end of names whose last letter is not written: 约翰内斯堡."""
_DUTCH = regex("ij(?![aeiouy])")
"""A vowel of Dutch names: 范戴克, van Dijk; Dijana has none."""


@lru_cache(maxsize=4096)
def _sounds(zh: str) -> tuple[tuple[str, ...], ...]:
    """The sounds of characters in their order, each by all its readings; () where one has none.

    A vowel has a sign in front: - where it is heard, _ where it may be mute.
    """
    found: list[tuple[str, ...]] = []
    for character in zh:
        read = (_READ[character],) if character in _READ else readings(character)
        parts = [match.groups() for each in read if (match := _INITIAL.match(each))]
        if not parts:
            return ()
        if ("", "er") in parts:
            found.append(("er",))
            continue
        found.append(tuple(dict.fromkeys("" if part == ("w", "u") else part[0] for part in parts)))
        sign = "_" if character in _MUTE else "-"
        found.append(tuple(dict.fromkeys(sign + _rounded(*part) for part in parts)))
        if any(final.endswith(("n", "ng")) for _, final in parts):
            found.append(("n-",))
    return tuple(found)


def _rounded(initial: str, final: str) -> str:
    """A final with its ü where pinyin writes u: 朱莉 has an u, 居里 an ü."""
    return f"v{final[1:]}" if initial and initial in "jqxy" and final.startswith("u") else final


@cache
def _prices() -> dict[str, dict[str, float]]:
    """For each sound what it costs to be written with some letters."""
    initials = {row["initial"]: _columns(row, _NEAR, _OFF) for row in rows("initials.csv")}
    finals = {row["final"]: _columns(row, _VOWEL_NEAR, _VOWEL_OFF) for row in rows("finals.csv")}
    return initials | {sign + final: prices for final, prices in finals.items() for sign in "-_"}


def _columns(row: Mapping[str, str], near: float, off: float) -> dict[str, float]:
    """What each spelling of a row costs."""
    return {
        letters: price
        for column, price in (("far", off), ("near", near), ("same", 0.0))
        for letters in filter(None, row[column].split("|"))
    }


@lru_cache(maxsize=20_000)
def _cost(sounds: tuple[tuple[str, ...], ...], name: str) -> float:
    """The cheapest way to lay sounds along letters."""
    best: dict[tuple[int, int], float] = {(0, 0): 0.0}
    for at in range(len(name) + 1):
        for sound in range(len(sounds) + 1):
            price = best.get((at, sound))
            for place, more in _steps(sounds, name, at, sound) if price is not None else ():
                best[place] = min(best.get(place, 99.0), (price or 0.0) + more)
    return best[len(name), len(sounds)]


def _steps(
    sounds: tuple[tuple[str, ...], ...], name: str, at: int, sound: int
) -> Iterator[tuple[tuple[int, int], float]]:
    """A letter without a sound, a sound without a letter, and letters that a sound is written with."""
    if at < len(name):
        yield (at + 1, sound), _silent(name, at)
    if sound < len(sounds):
        yield (at, sound + 1), min(map(_unwritten, sounds[sound]))
        for each in sounds[sound]:
            for letters, price in _written(each).items():
                if name.startswith(letters, at):
                    yield (at + len(letters), sound + 1), price


def _written(sound: str) -> Mapping[str, float]:
    return _prices().get(sound, {})


def _unwritten(sound: str) -> float:
    return _UNWRITTEN.get(sound, _UNVOICED if sound[:1] == "-" else 1.0)


def _silent(name: str, at: int) -> float:
    letter = name[at]
    if letter in _VOWELS:
        if at and name[at - 1] in _VOWELS:
            return _BESIDE
        return _AT_THE_END if name[at:] in ("e", "es") else _SPARE
    if at and letter == name[at - 1]:
        return 0.0
    if at == len(name) - 1 and letter in _LAST:
        return 0.4
    together = any(run.start() <= at < run.end() for run in _RUN_TOGETHER.finditer(name))
    return min(_SILENT.get(letter, _HEARD), _OFF if together else _HEARD)
