"""Pinyin: which syllables there are, and how characters are read, in the dictionaries of pypinyin.

They are looked up without the library, whose start takes longer than a whole draft.

What joins the words of a text into pinyin still asks pypinyin itself.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

from pressgen.regex import regex

_ROWS = """
b: a o ai ei ao an en ang eng i ie iao ian in ing u
p: a o ai ei ao ou an en ang eng i ie iao ian in ing u
m: a o e ai ei ao ou an en ang eng i ie iao iu ian in ing u
f: a o ei ou an en ang eng u
d: a e ai ei ao ou an en ang eng ong i ia ie iao iu ian ing u uo ui uan un
t: a e ai ei ao ou an ang eng ong i ie iao ian ing u uo ui uan un
n: a e ai ei ao ou an en ang eng ong i ie iao iu ian in iang ing u uo uan un yu yue ue v ve
l: a e ai ei ao ou an ang eng ong i ia ie iao iu ian in iang ing u uo uan un yu yue ue v ve
g: a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang
k: a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang
h: a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang
j: i ia ie iao iu ian in iang ing iong u ue uan un
q: i ia ie iao iu ian in iang ing iong u ue uan un
x: i ia ie iao iu ian in iang ing iong u ue uan un
zh: a e i ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang
ch: a e i ai ao ou an en ang eng ong u ua uo uai ui uan un uang
sh: a e i ai ei ao ou an en ang eng u ua uo uai ui uan un uang
r: e i ao ou an en ang eng ong u ua uo ui uan un
z: a e i ai ei ao ou an en ang eng ong u uo ui uan un
c: a e i ai ao ou an en ang eng ong u uo ui uan un
s: a e i ai ao ou an en ang eng ong u uo ui uan un
y: a o e ai ao ou an ang i in ing ong u ue uan un
w: a o ai ei an en ang eng u
"""
_ALONE = "a o e ai ei ao ou an en ang eng er"
SYLLABLES = frozenset(_ALONE.split()) | {
    initial + final
    for initial, _, finals in (row.partition(": ") for row in _ROWS.strip().splitlines())
    for final in finals.split()
}  # fmt: skip
"""Every syllable of standard Chinese without its tone, ü as yu, u or v."""

_SYLLABLE = "(?:" + "|".join(sorted(SYLLABLES)) + ")"
_NAME = regex(f"(?:{_SYLLABLE}'?){{1,4}}")


@lru_cache(maxsize=4096)
def is_pinyin(word: str) -> bool:
    """Whether small letters can be read as one to four syllables of pinyin.

    >>> is_pinyin("foshan"), is_pinyin("fushan"), is_pinyin("shnude"), is_pinyin("xi'an"), is_pinyin("bejing")
    (True, True, False, True, False)
    """
    return bool(_NAME.fullmatch(word))


_TONES = str.maketrans(
    "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿếề", "aaaaeeeeiiiioooouuuuvvvvvnnnmêê", "\u0300\u0304\u030c"
)


@cache
def readings(character: str) -> tuple[str, ...]:
    """Every reading of a character, the usual first, without tones, ü as v; none where it has none.

    >>> readings("重"), readings("A")
    (('zhong', 'chong', 'tong'), ())
    """
    return tuple(dict.fromkeys(with_tone.translate(_TONES) for with_tone in with_tones(character)))


def with_tones(character: str) -> tuple[str, ...]:
    """Every reading of a character with its tone.

    >>> with_tones("和")[:2]
    ('hé', 'hè')
    """
    said = _row(ord(character)).decode("utf-8")
    return tuple(word for word in said.rpartition(": ")[2].strip('",').split(",") if word)


def _row(code: int) -> bytes:
    """The file's own row of a character, as they go by code point; empty where there is none."""
    rows = _characters()
    low, high = 0, len(rows)
    while low < high:
        start = rows.rfind(b"\n", 0, (low + high) // 2) + 1
        end = rows.find(b"\n", start)
        found = int(rows[start + 1 : rows.index(b'":', start)])
        if found == code:
            return rows[start:end]
        low, high = (end + 1, high) if found < code else (low, start)
    return b""


def is_phrase(text: str) -> bool:
    """Whether characters are a phrase of the dictionary, most of which have four characters.

    >>> is_phrase("供认不讳"), is_phrase("尚未不讳")
    (True, False)
    """
    return text in _of_four() if len(text) == _FOUR else f'"{text}":' in _phrases()


@cache
def _characters() -> bytes:
    """Rows of the file (``"19968": "yī",``): to take them all apart takes as long as a check."""
    return _file("pinyin_dict.json").strip(b"{}\n ") + b"\n"


_FOUR = 4


@cache
def _of_four() -> frozenset[str]:
    return frozenset(re.findall(f'"(.{{{_FOUR}}})":', _phrases()))


@cache
def _phrases() -> str:
    """As it is written: few are asked for, and to make objects of all takes fifty times as long."""
    return _file("phrases_dict.json").decode("utf-8")


def _file(name: str) -> bytes:
    package = find_spec("pypinyin")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("pypinyin")
    return Path(package.origin).with_name(name).read_bytes()
