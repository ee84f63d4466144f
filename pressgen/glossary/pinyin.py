"""The dictionaries of pypinyin, looked up without the library: its start takes longer than a whole draft.

What joins the words of a text into pinyin still asks pypinyin itself.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from importlib.util import find_spec
from pathlib import Path

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
    rows, code = _characters(), ord(character)
    place = bisect_left(rows, code, key=_code)
    said = rows[place] if place < len(rows) and _code(rows[place]) == code else b""
    return tuple(word for word in said.decode("utf-8").rpartition(": ")[2].strip('",').split(",") if word)


def is_phrase(text: str) -> bool:
    """Whether characters are a phrase of the dictionary, most of which have four characters.

    >>> is_phrase("供认不讳"), is_phrase("尚未不讳")
    (True, False)
    """
    return text in _of_four() if len(text) == _FOUR else f'"{text}":' in _phrases()


@cache
def _characters() -> list[bytes]:
    """The file's own rows, which go by code point: a dictionary of them takes twice the room, and time."""
    return _file("pinyin_dict.json").encode("utf-8").strip(b"{}\n ").splitlines()


def _code(row: bytes) -> int:
    return int(row[row.index(b'"') + 1 : row.index(b'":')])


_FOUR = 4


@cache
def _of_four() -> frozenset[str]:
    return frozenset(re.findall(f'"(.{{{_FOUR}}})":', _phrases()))


@cache
def _phrases() -> str:
    """As it is written: few are asked for, and to make objects of all takes fifty times as long."""
    return _file("phrases_dict.json")


def _file(name: str) -> str:
    package = find_spec("pypinyin")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("pypinyin")
    return Path(package.origin).with_name(name).read_text(encoding="utf-8")
