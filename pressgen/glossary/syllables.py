"""The syllables of pinyin, to tell a Chinese name from a misspelt one."""

from __future__ import annotations

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


def is_pinyin(word: str) -> bool:
    """Whether small letters can be read as one to four syllables of pinyin.

    >>> is_pinyin("foshan"), is_pinyin("fushan"), is_pinyin("shnude"), is_pinyin("xi'an"), is_pinyin("bejing")
    (True, True, False, True, False)
    """
    return bool(_NAME.fullmatch(word))
