"""Chinese people's names in English: Zhang Xiaoming, not XiaoMing, Xiao-ming or Xiao Ming."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressgen.checks.typography.habit import Edit, Habit, every, rule, when
from pressgen.errors import Wording
from pressgen.glossary.pinyin import SYLLABLES, is_pinyin
from pressgen.glossary.surnames import COMPOUND, SOUNDS
from pressgen.regex import compiled, regex

_SURNAMES = frozenset(sound.capitalize() for sound in (*SOUNDS.values(), *COMPOUND.values()))
_WORD = "[A-Z][a-zü]{0,6}"
_CAMEL = regex(rf"\b([A-Z][a-zü]{{1,8}}) ({_WORD})({_WORD})\b")
_HYPHENED = regex(rf"\b([A-Z][a-zü]{{1,8}}) ({_WORD})-([A-Z]?[a-zü]{{1,6}})\b(?!-)")
_APART = compiled(
    rf"([A-Z](?:(?<=[a-z,;(] [A-Z])|(?<=^[A-Z]))[a-zü]{{1,8}}) ({_WORD}) ({_WORD})\b(?! [A-Z]|[-’'])"
)
_LOUD = regex(r"\b([A-ZÜ]{2,9}) ([A-Z][a-zü]{1,12})\b(?! [A-Z]{2})")
_ELSEWHERE = regex("Taiwan|Taipei|Kaohsiung|Hong Kong|Macao|Macau|Singapore|Malaysia|Korea|Vietnam")
_PLACE = frozenset(
    [
        "shan",
        "he",
        "hu",
        "jiang",
        "lu",
        "dao",
        "xian",
        "shi",
        "cun",
        "zhen",
        "qu",
        "da",
        "lou",
        "si",
        "gang",
        "wan",
        "xi",
        "nan",
        "bei",
        "dong",
        "he",
        "gong",
        "jie",
        "yuan",
        "hai",
        "zhou",
    ]
)
"""Last syllables of places: Bai Yun Shan, Huang Pu Jiang."""
_PRONOUN = (
    "He",
    "She",
    "You",
    "Can",
    "An",
    "Long",
    "Man",
    "Men",
    "Sun",
    "Song",
    "Sang",
    "Fan",
    "Ban",
    "Mine",
)


def _given(first: str, second: str) -> str | None:
    """Two syllables as one given name: Xiaoming, Ya’an; None where either is no syllable."""
    low = second.lower()
    if first.lower() not in SYLLABLES or low not in SYLLABLES:
        return None
    return f"{first}{'’' if low[0] in 'aeo' else ''}{low}"


def _camel(text: str) -> Iterator[Edit]:
    for match in _CAMEL.finditer(text):
        yield from _joined(match)


def _apart(text: str) -> Iterator[Edit]:
    """Xiao-ming, Xiao Ming: what people of other places write so is right."""
    patterns = (_HYPHENED, _APART) if "-" in text else (_APART,)
    found = [match for pattern in patterns for match in pattern.finditer(text)]
    if found and not _ELSEWHERE.search(text):
        for match in found:
            if match.re is _APART and not _is_person(text, match):
                continue
            syllable = match[3].lower()
            if match[1] not in _PRONOUN and syllable not in _PLACE and syllable != match[2].lower():
                yield from _joined(match)


_TITLE = regex(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof)\.? $|\b(?:[Mm]ayor|[Gg]overnor|[Ss]ecretary|[Pp]rofessor|[Dd]irector|"
    r"[Cc]hairman|[Pp]resident|[Mm]anager|[Rr]eporter|[Ww]riter|[Pp]oet|[Pp]layer|[Ss]tudent|[Tt]eacher|"
    r"[Ee]ngineer|[Oo]fficial|[Ee]xpert|[Mm]inister|named) $"
)
_SAYS = regex(
    r" (?:said|says|told|added|noted|explained|read|won)\b"
    r"|, (?:\d\d?,|who\b|(?:an?|the|deputy|vice|general|head|director)\b)"
)


def _is_person(text: str, match: re.Match[str]) -> bool:
    """Whether three words in capitals are a person, no tea: a title, a verb, or nothing stands beside."""
    alone = match.group() == text
    return alone or bool(_TITLE.search(text[: match.start()][-20:]) or _SAYS.match(text, match.end()))


def _joined(match: re.Match[str]) -> Iterator[Edit]:
    given = _given(match[2], match[3])
    if given and match[1] in _SURNAMES:
        yield Edit(match.start(), match.end(), f"{match[1]} {given}", safe=False)


def _loud(text: str) -> Iterator[Edit]:
    """ZHANG Xiaoming: capitals for a surname are for lists and lectures."""
    for match in _LOUD.finditer(text):
        if match[1].capitalize() in _SURNAMES - {*_PRONOUN} and is_pinyin(match[2].lower()):
            yield Edit(match.start(), match.end(), f"{match[1].capitalize()} {match[2]}", safe=False)


HABITS = (
    Habit(
        rule(
            "name-case",
            "warning",
            "人名“{text}”应为“{fixed}”",
            "the name {text} should be {fixed}",
            Wording(
                "GB/T 28039—2011：双字名连写，只大写首字母",
                "GB/T 28039-2011: a given name is one word with one capital",
            ),
        ),
        when("[a-z][A-Z]", _camel),
    ),
    Habit(
        rule(
            "name-form",
            "note",
            "人名通常写作“{fixed}”，不写“{text}”",
            "write the name {fixed}, not {text}",
            Wording("GB/T 28039—2011", "GB/T 28039-2011"),
        ),
        every(_apart, when("[A-Z]{2} [A-Z][a-z]", _loud)),
        ("headline", "cell", "credits"),
    ),
)
