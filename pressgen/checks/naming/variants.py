"""Somebody whom the Chinese calls by two names that one character parts: 邬庭柏, and then 邹庭柏.

Only where the English has the one and nobody of the other name; so with coined names of firms: 米趣 (Miqu),
and then 优趣.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from pressgen.checks import cedict
from pressgen.checks.naming import rules
from pressgen.checks.naming.lexicon import mentions
from pressgen.checks.naming.passage import Passage
from pressgen.checks.naming.persons import Named
from pressgen.checks.naming.sounds import (
    Window,
    fewest,
    is_surname,
    letters,
    overseas,
    pinyin_of,
    sounded,
    spelt,
    surname_readings,
    wade,
    windows,
)
from pressgen.findings import Finding, Fix
from pressgen.glossary.pinyin import is_pinyin
from pressgen.regex import regex
from pressgen.text import HAN

_LEAST = 3
"""Characters of a name of which all but one tell who it is."""
_HAN = regex(f"[{HAN}]")
_NAMES = regex(r"[A-Z][a-z]+ [A-Z][a-z]+(?:-[a-z]+)?")


def check(passage: Passage, named: Sequence[Named]) -> Iterator[Finding]:
    """Names of the Chinese that stand for one which the English spells."""
    people = {person.window.text: (person, person.window) for person in named if person.window}
    yield from _addressed(passage, people)
    written = {letters(name) for name in _NAMES.findall(passage.en_around)}
    for name, (person, window) in people.items():
        for start in _nearly(window, passage.zh) if len(name) >= _LEAST else ():
            other = passage.zh[start : start + len(name)]
            if other not in people and _spellings(other, window) & written <= _spellings(name, window):
                yield rules.TWO_SPELLINGS.at(
                    passage.zh_span(start, start + len(name)),
                    Fix(name),
                    (passage.en_span(person.start, person.end),),
                    text=other,
                    name=name,
                )


def _addressed(passage: Passage, people: Mapping[str, tuple[Named, Window]]) -> Iterator[Finding]:
    """Somebody addressed by another surname: 褚明远, then 诸法官; 查敬之, then 秦老师, but Zha again."""
    places = {match.start(1): match for match in _ADDRESSED.finditer(passage.zh)} if people else {}
    known = (*(own for _, own in people.values()), *windows(passage.zh))
    borne = {window.surname for window in known if window.start not in places}
    for match in places.values():
        sign = match[1]
        if sign in borne or not is_surname(sign):
            continue
        alike = [
            (name, pair)
            for name, pair in people.items()
            if not set(spelt(sign)).isdisjoint(spelt(pair[1].surname[0]))
        ] or [(name, pair) for name, pair in people.items() if _is_again(passage, pair, sign)]
        if len(alike) == 1:
            name, (person, window) = alike[0]
            yield rules.TWO_SPELLINGS.at(
                passage.zh_span(match.start(1), match.end(1)),
                Fix(window.surname),
                (passage.en_span(person.start, person.end),),
                text=match[0],
                name=name,
            )


def _is_again(passage: Passage, pair: tuple[Named, Window], sign: str) -> bool:
    """Whether the English has the one surname more often than the Chinese the name, none for the sign."""
    person, window = pair
    words = [letters(word) for word in _NAME.findall(passage.en)]
    forms = {*surname_readings(sign), *overseas().get(sign, ())}
    forms |= {form for each in surname_readings(sign) for form in wade(each)}
    behind = [letters(word) for word in _NAME.findall(passage.en, person.end)]
    alone = [word for word in behind if word in surname_readings(window.surname)]
    return forms.isdisjoint(words) and len(alone) >= passage.zh.count(window.text)


_NAME = regex(r"(?<![\w’'-])[A-Z][a-z]+(?![\w-])")
_ADDRESSED = regex(
    f"(?<![{HAN}])([{HAN}])(?:法官|老师|医生|大夫|先生|女士|教授|主任|警官|师傅|书记|教练|律师|博士|护士长|主席|司机|"
    "经理|[院校局馆站所队厂会]长)"
)
_COINED = regex(r"(?<![\w’'-])[A-Z][a-z]{3,}(?![\w’'-])")
_OPENS = regex("[，。；：、“\n]|^")


def coined(passage: Passage) -> Iterator[Finding]:
    """A name of two characters, which the English has more often, and another that opens a clause instead."""
    listed = [mention.text for mention in mentions(passage.en, "en")]
    counts = Counter(_COINED.findall(passage.en)) if passage.is_short else Counter[str]()
    for word, count in counts.items():
        small = letters(word)
        if count < _TWO or not is_pinyin(small) or fewest(small) != _TWO or word in listed:
            continue
        names = {found for found in _pairs(passage.zh) if sounded(small, found) and not cedict.is_word(found)}
        if len(names) != 1 or passage.zh.count(name := next(iter(names))) >= count:
            continue
        for start in _opening(passage.zh):
            other = passage.zh[start : start + _TWO]
            if sum(map(str.__eq__, other, name)) == 1 and _is_coined(passage, start):
                at = passage.en.rindex(word)
                yield rules.TWO_SPELLINGS.at(
                    passage.zh_span(start, start + _TWO),
                    Fix(name),
                    (passage.en_span(at, at + len(word)),),
                    text=other,
                    name=name,
                )


_TWO = 2


def _pairs(text: str) -> Iterator[str]:
    return (text[at : at + _TWO] for at in range(len(text) - 1))


def _opening(text: str) -> Iterator[int]:
    """Where the clauses of a text begin."""
    return (found.end() for found in _OPENS.finditer(text))


def _is_coined(passage: Passage, start: int) -> bool:
    """Whether two characters are no word, nor part of one, and no name that the English spells."""
    inside = range(start, start + _TWO)
    word = passage.zh[start : start + _TWO]
    return not any(
        end - begin > 1 and not set(range(begin, end)).isdisjoint(inside)
        for begin, end in cedict.places(passage.zh)
    ) and not any(sounded(letters(name), word) for name in _COINED.findall(passage.en))


def _nearly(window: Window, zh: str) -> Iterator[int]:
    """Where a text has a name but for one character, a surname for a surname."""
    name = window.text
    for at, character in enumerate(name):
        before, behind = name[:at], name[at + 1 :]
        for found in _places(before or behind, zh):
            start = found if before else found - 1
            other = zh[start + at : start + at + 1] if start >= 0 else ""
            is_name = at >= len(window.surname) or (len(window.surname) == 1 and is_surname(other))
            if other != character and is_name and _HAN.match(other) and zh.startswith(behind, start + at + 1):
                yield start


def _places(part: str, text: str) -> Iterator[int]:
    """Where a text has a part."""
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)


def _spellings(name: str, like: Window) -> set[str]:
    """How a name with as long a surname as another is spelt in pinyin, in letters alone."""
    size = len(like.surname)
    own = Window(0, len(name), name[:size], name[size:])
    return {surname + given for surname, given in pinyin_of(own)}
