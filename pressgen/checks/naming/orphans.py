"""Names of one text that are nobody's in the other: 切尔西 has no Chelsea, and Everton has no Chinese.

Two answers have to fail. The Chinese name, by what CC-CEDICT calls it or by its sound where it is written by
sound, is nowhere in the English; and the English name belongs to nothing in the Chinese by a table, by its
sound or by a meaning. Where a passage has one such name on either side, the one stands for the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from pressgen.checks import cedict
from pressgen.checks.naming import rules
from pressgen.checks.naming.lexicon import mentions
from pressgen.checks.naming.opposed import only_chinese
from pressgen.checks.naming.passage import Passage
from pressgen.checks.naming.sounds import letters, sounded
from pressgen.checks.naming.tables import pairs
from pressgen.checks.naming.transliteration import LOOSE, SIGNS, distance
from pressgen.dictionary import frequency
from pressgen.figures.en.words import MONTHS
from pressgen.findings import Finding
from pressgen.glossary.pinyin import is_pinyin
from pressgen.regex import regex

_LONG = 160
"""Characters of a passage beyond which names may be left out on either side."""
_EN = regex(r"(?<![\w’'&.-])(?:[A-Z]’)?[A-Z][a-z\u00df-\u024f]{3,}(?![\w-])")
_OPENS = regex(r"(?:^|[.!?:”\"]\s+[“‘\"(]?|\n)$")
_WRITTEN, _ALL_WRITTEN = regex(f"[{SIGNS}]{{4,6}}"), regex(f"[{SIGNS}]+")
_USUAL = 1500
"""A word met so often in English is no name by itself."""
_SELDOM = 100
"""The same of a word that opens a sentence."""
_STEM = 4
_SHORT = 2
_LAND = regex("(?:ian|ish|ese|land|stan|ia)$")
"""How countries and their people end."""


@dataclass(frozen=True, slots=True)
class _Name:
    start: int
    end: int
    text: str
    name: str


def check(passage: Passage) -> Iterator[Finding]:
    """The one name of the English for the one of the Chinese that has no answer either."""
    if len(passage.zh) > _LONG or passage.zh != passage.zh_around or "·" in passage.zh:
        return
    strange = {name.text: name for name in _english(passage)}
    if len(strange) != 1:
        return
    lacking = {name.text: name for name in _chinese(passage)}
    if _LAND.search(next(iter(strange))):
        known = only_chinese(passage, mentions(passage.zh, "zh"), mentions(passage.en, "en"))
        lands = (
            mention for mention in known if mention.kind == "country" and mention.end - mention.start > _SHORT
        )
        lacking |= {
            mention.text: _Name(mention.start, mention.end, mention.text, mention.name) for mention in lands
        }
    if len(lacking) == 1:
        (en,), (zh,) = strange.values(), lacking.values()
        related = (passage.zh_span(zh.start, zh.end),)
        yield rules.OTHER.at(
            passage.en_span(en.start, en.end), None, related, text=en.text, zh=zh.text, name=zh.name
        )


def _english(passage: Passage) -> Iterator[_Name]:
    """Names in letters that nothing in the Chinese may be called."""
    for match in _EN.finditer(passage.en):
        word = match.group()
        opens = not match.start() or _OPENS.search(passage.en, 0, match.start())
        often = frequency(word.lower()) >= (_SELDOM if opens else _USUAL)
        if often or word.lower() in MONTHS or _is_answered(passage, match):
            continue
        yield _Name(*match.span(), word, word)


def _is_answered(passage: Passage, found: re.Match[str]) -> bool:
    """Whether something in the Chinese is, or may be, called so: by a table, a meaning, a sound."""
    word, zh = found.group(), passage.zh
    for mention in mentions(passage.en, "en"):
        if mention.start <= found.start() < mention.end:
            return True
    root = cedict.root(word)
    if word in zh or sounded(letters(word), zh) or not root:
        return True
    if any(part in zh for part in _transcribed().get(word, ())):
        return True
    for start, end in cedict.places(zh):
        if any(
            root[:_STEM] == other[:_STEM] for meaning in cedict.meanings(zh[start:end]) for other in meaning
        ):
            return True
        if any(word[:_STEM] in name for name in cedict.named(zh[start:end])):
            return True
    return is_pinyin(word.lower()) or _is_written(word, zh)


@cache
def _transcribed() -> dict[str, list[str]]:
    """What each spelling of a part of Tibetan, Uygur, Mongolian and Japanese names is in Chinese."""
    found: dict[str, list[str]] = {}
    for part, spellings in pairs("transcriptions.csv"):
        for spelling in spellings:
            found.setdefault(spelling, []).append(part)
    return found


def _is_written(word: str, zh: str) -> bool:
    """Whether some characters may write a name by its sound."""
    return any(
        distance(run.group()[first:last], word) <= LOOSE
        for run in re.finditer(f"[{SIGNS}]{{2,}}", zh)
        for first in range(len(run.group()) - 1)
        for last in range(first + 2, min(first + 7, len(run.group()) + 1))
    )


def _chinese(passage: Passage) -> Iterator[_Name]:
    """Names of the dictionary, two characters or more, that the English has in no form."""
    zh, said = passage.zh, passage.en_around
    roots = {root[:_STEM] for _, _, root in cedict.words(said)}
    held = {mention.start: mention for mention in mentions(zh, "zh")}
    past = 0
    words = list(cedict.places(zh))
    for start, end in words:
        names = cedict.named(zh[start:end]) if end - start > _SHORT and start >= past else ()
        past = end if end - start > 1 and start >= past else past
        if not names or start in held or not _ALL_WRITTEN.fullmatch(zh, start, end):
            continue
        own = {cedict.root(word)[:_STEM] for name in names for word in name.split()} - {""}
        if own and not own & roots and not _is_sounded(zh[start:end], said):
            yield _Name(start, end, zh[start:end], names[0])
    for run in _WRITTEN.finditer(zh):
        known = any(run.start() < end and start < run.end() and end - start > 1 for start, end in words)
        if run.start() not in held and not known and not _is_sounded(run.group(), said):
            yield _Name(*run.span(), run.group(), run.group())


def _is_sounded(zh: str, en: str) -> bool:
    """Whether a text in letters has a word that is read or sounds like some characters."""
    return any(sounded(letters(word), zh) or distance(zh, word) <= LOOSE for word in _EN.findall(en))
