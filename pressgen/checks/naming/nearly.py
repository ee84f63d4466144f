"""Persons whose name in pinyin is nearly a Chinese one: syllables the other way round, or one changed.

For names that no office, verb or list shows to be a person's. Surname and one syllable agree, the whole is
spelt nowhere in the Chinese, and only one stretch there comes so near.
"""

from __future__ import annotations

from collections.abc import Iterator

from pressgen.checks import cedict
from pressgen.checks.naming import rules
from pressgen.checks.naming.lexicon import mentions
from pressgen.checks.naming.passage import Passage
from pressgen.checks.naming.sounds import Window, any_reading, letters, sounded, surname_readings, windows
from pressgen.findings import Finding, Fix
from pressgen.glossary.pinyin import is_pinyin
from pressgen.regex import regex

_PERSON = regex(r"(?<![\w’'.-])(?<![A-Z][a-z] )([A-Z][a-z]{1,5}) ([A-Z][a-z]{3,11})(?![\w-])(?! [A-Z])")
_TWO = 2


def check(passage: Passage) -> Iterator[Finding]:
    """Findings on persons of the English that the Chinese has in nearly the same syllables."""
    if not passage.is_short:
        return
    for found in _PERSON.finditer(passage.en):
        family, given = found[1].lower(), found[2].lower()
        if not (is_pinyin(family) and is_pinyin(given)) or sounded(letters(found[0]), passage.zh_around):
            continue
        if any(mention.start <= found.start() < mention.end for mention in mentions(passage.en, "en")):
            continue
        near = {window.text: window for window in _near(family, given, passage.zh)}
        if len(near) == 1:
            window = next(iter(near.values()))
            name = f"{found[1]} {''.join(any_reading(each)[0] for each in window.given).capitalize()}"
            yield rules.PERSON.at(
                passage.en_span(*found.span()),
                Fix(name),
                (passage.zh_span(window.start, window.start + len(window.text)),),
                text=found[0],
                zh=window.text,
                name=name,
            )


def _near(family: str, given: str, zh: str) -> Iterator[Window]:
    for window in windows(zh):
        if len(window.given) == _TWO and family in surname_readings(window.surname):
            first, second = (any_reading(each) for each in window.given)
            turned = any(given == f"{there}{here}" for here in first for there in second)
            changed = any(_rest(given, here, "") for here in first) or any(
                _rest(given, "", here) for here in second
            )
            if turned or (changed and not _is_word(window)):
                yield window


def _rest(given: str, first: str, second: str) -> bool:
    """Whether a name is a syllable and one that agrees."""
    if not (given.startswith(first) and given.endswith(second)):
        return False
    rest = given[len(first) : len(given) - len(second)]
    return is_pinyin(rest) and len(rest) > 1


def _is_word(window: Window) -> bool:
    """Whether the characters may be words of another kind."""
    return any(cedict.is_word(part) for part in (window.text[:_TWO], window.text, window.given))
