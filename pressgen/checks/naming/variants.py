"""A person whom the Chinese calls by two names that one character parts: 邬庭柏, and then 邹庭柏.

Only where the English has the one and nobody of the other name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pressgen.checks.naming import rules
from pressgen.checks.naming.passage import Passage
from pressgen.checks.naming.persons import Named
from pressgen.checks.naming.sounds import Window, is_surname, letters, pinyin_of
from pressgen.findings import Finding, Fix
from pressgen.regex import regex
from pressgen.text import HAN

_LEAST = 3
"""Characters of a name of which all but one tell who it is."""
_NAMES = regex(r"[A-Z][a-z]+ [A-Z][a-z]+(?:-[a-z]+)?")


def check(passage: Passage, named: Sequence[Named]) -> Iterator[Finding]:
    """Names of the Chinese that stand for one which the English spells."""
    people = {person.window.text: (person, person.window) for person in named if person.window}
    spelt = {letters(name) for name in _NAMES.findall(passage.en_around)}
    for name, (person, window) in people.items():
        for found in _nearly(window, passage.zh) if len(name) >= _LEAST else ():
            other = found.group()
            if other not in people and _spellings(other, window) & spelt <= _spellings(name, window):
                yield rules.TWO_SPELLINGS.at(
                    passage.zh_span(*found.span()),
                    Fix(name),
                    (passage.en_span(person.start, person.end),),
                    text=other,
                    name=name,
                )


def _nearly(window: Window, zh: str) -> Iterator[re.Match[str]]:
    """Where a text has a name but for one character, a surname for a surname."""
    name = window.text
    for at in range(len(name)):
        for found in re.finditer(f"{name[:at]}[{HAN}]{name[at + 1 :]}", zh):
            is_name = at >= len(window.surname) or (len(window.surname) == 1 and is_surname(found[0][0]))
            if found[0] != name and is_name:
                yield found


def _spellings(name: str, like: Window) -> set[str]:
    """How a name with as long a surname as another is spelt in pinyin, in letters alone."""
    size = len(like.surname)
    own = Window(0, len(name), name[:size], name[size:])
    return {surname + given for surname, given in pinyin_of(own)}
