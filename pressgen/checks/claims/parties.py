"""Who did it to whom: who beat, visited, sold to, sued or replaced the other, and from where to where.

Each relation is known in both languages (``parties.csv``) and so are the names; those in front of it in one
text stand behind it in the other, and none where it stood. ``{a}`` and ``{b}`` are the places of a name
within the words of a relation, ``{x}`` leaves out what is between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from pressgen.checks import cedict
from pressgen.checks.align import Group
from pressgen.checks.claims import rules
from pressgen.checks.claims.joined import Joined, joined
from pressgen.checks.claims.lexicon import Lexicon, table
from pressgen.checks.claims.named import NAME
from pressgen.checks.claims.subjects import Subject, subjects
from pressgen.document import Block
from pressgen.findings import Finding
from pressgen.glossary import Glossary
from pressgen.regex import regex
from pressgen.text import since

_HELD = {"zh": "[^，。；：、]{1,14}?", "en": r"(?-i:(?:the )?[A-Z])[^,.;:]{0,40}?"}
_BETWEEN = {"zh": "[^，。；：、]{1,14}?", "en": r"[^.;:]{1,90}?(?<!ed)(?<!made)(?<!cut)(?<!built)(?<!woven)"}
_SLOT = regex(r"\{([abx])\}")
_ENDS = {"zh": regex("[。；！？\n]"), "en": regex(r"[.!?;](?=\s|$|[”\"])|\n")}
_COMMA = {"zh": regex("[，：]"), "en": regex(r",\s|:\s|\s[—–]\s")}
_TIME = regex(
    "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May$|June|July|August|[A-Z][a-z]+ber$"
)
_COUNTED = regex(r"(?:\d|illion|thousand|hundred|dozen|more|fewer|[a-z]{3,}(?:or|ist|ent|ight|ange|ncy)) $")
"""What stands before a noun that is a verb, too: 186,000 visits, tourist visits."""
_MOST_LETTERS = 1200
_OWN = regex(
    r"\b(?:that|when|before|after|because|while|and|but|until|as) "
    r"(?=(?:an?|the|his|her|their|its|some|several|two|three|four|five|many|other|passing|local) )"
)
"""What begins a clause with a subject of its own: was lucky that a nurse came by and saved him."""


@dataclass(frozen=True, slots=True)
class _Hit:
    """The words of a relation where they stand, its way, and the stretch of a name within them, if any."""

    relation: str
    way: str
    start: int
    end: int
    slot: str = ""
    held: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class _Relation:
    """Who acts in a relation and whom it reaches, by the keys of their names."""

    hit: _Hit
    doers: frozenset[str]
    others: frozenset[str]


def check(group: Group, glossary: Glossary) -> Iterator[Finding]:
    """Findings on relations in which doer and other have changed places."""
    texts = joined(group.zh), joined(group.en)
    zh, en = texts[0].block, texts[1].block
    if max(len(zh.text), len(en.text)) > _MOST_LETTERS:
        return
    ours = _hits(zh)
    theirs = _hits(en) if ours else []
    shared = {hit.relation for hit in ours} & {hit.relation for hit in theirs}
    if not shared:
        return
    named = [[name for name in side if name.kind == NAME] for side in subjects(zh, en, glossary)]
    named[1] += _by_surname(en, named[1])
    for subject, other in _called(zh, en):
        named[0].append(subject)
        named[1].append(other)
    if not named[0]:
        return
    for name in sorted(shared):
        here, there = (
            [_read(block, hit, names) for hit in found if hit.relation == name]
            for block, found, names in zip((zh, en), (ours, theirs), named, strict=True)
        )
        if len(here) == len(there) == 1 and _is_reversed(here[0], there[0]):
            yield _finding(texts, here[0].hit, there[0].hit)


_BY_NAME = regex(r"([A-Z][a-z]*) [A-Z][a-z]+")


def _by_surname(en: Block, named: Sequence[Subject]) -> list[Subject]:
    """Persons of the English by the family name, where only one there bears it: Liu for Liu Jianyang."""
    full: dict[str, set[str]] = {}
    for name in named:
        if found := _BY_NAME.fullmatch(en.text, name.start, name.end):
            full.setdefault(found[1], set()).add(name.key)
    return [
        Subject(*found.span(), next(iter(keys)), NAME)
        for surname, keys in full.items()
        if len(keys) == 1
        for found in re.finditer(rf"(?<![\w’'-]){surname}(?![\w-])(?! [A-Z])", en.text)
    ]


def _called(zh: Block, en: Block) -> Iterator[tuple[Subject, Subject]]:
    """Names that the dictionary knows in both languages: 挪威, Norway."""
    for start, end in cedict.places(zh.text):
        for name in cedict.named(zh.text[start:end]) if end - start > 1 else ():
            if _TIME.match(name):
                continue
            for found in re.finditer(rf"\b{re.escape(name)}\b", en.text):
                yield (
                    Subject(start, end, f"called {name}", NAME),
                    Subject(*found.span(), f"called {name}", NAME),
                )


def _is_reversed(zh: _Relation, en: _Relation) -> bool:
    crossed = zh.doers & en.others or zh.others & en.doers
    return bool(crossed) and not zh.doers & en.doers and not zh.others & en.others


def _read(block: Block, hit: _Hit, names: Sequence[Subject]) -> _Relation:
    before = _within(names, *hit.held) if hit.slot == "a" else _before(block, hit, names)
    behind = _within(names, *hit.held) if hit.slot == "b" else _behind(block, hit, names)
    return _Relation(hit, before, behind) if hit.way == "+" else _Relation(hit, behind, before)


def _before(block: Block, hit: _Hit, names: Sequence[Subject]) -> frozenset[str]:
    """The names in front of a relation in its clause, or where that has none in its sentence."""
    text, lang = block.text, block.lang
    first = since(_ENDS[lang], text, hit.start)
    if lang == "en" and (own := list(_OWN.finditer(text, first, hit.start))):
        return _within(names, own[-1].start(), hit.start)
    near = since(_COMMA[lang], text, hit.start, first)
    return _within(names, near, hit.start) or _within(names, first, hit.start)


def _behind(block: Block, hit: _Hit, names: Sequence[Subject]) -> frozenset[str]:
    """The names behind a relation in its clause."""
    text, lang = block.text, block.lang
    stops = (_ENDS[lang].search(text, hit.end), _COMMA[lang].search(text, hit.end))
    return _within(names, hit.end, min((stop.start() for stop in stops if stop), default=len(text)))


def _within(names: Sequence[Subject], start: int, end: int) -> frozenset[str]:
    return frozenset(name.key for name in names if start <= name.start and name.end <= end)


def _hits(block: Block) -> list[_Hit]:
    """The relations of a text in its order; of words that overlap the longest."""
    found = (
        hit for word in _lexicon(block.lang).every(block.text) for hit in _whole(block, word.start, word.text)
    )
    kept: list[_Hit] = []
    for hit in sorted(found, key=lambda each: each.start - each.end):
        if all(hit.end <= other.start or other.end <= hit.start for other in kept):
            kept.append(hit)
    return sorted(kept, key=lambda each: each.start)


def _whole(block: Block, start: int, word: str) -> Iterator[_Hit]:
    """The words of relations around a key of theirs; one character may be part of a longer word (教师)."""
    if len(word) == 1 and cedict.is_within(block.text, start):
        return
    for phrase in _phrases(block.lang)[word.lower()]:
        begins = start if phrase.back is None else _found_start(phrase.back, block.text, start)
        match = phrase.words.match(block.text, begins) if begins is not None else None
        if word.lower() in phrase.nouns and _COUNTED.search(block.text[:start]):
            continue
        if match and block.text.startswith(" by ", match.end()):
            continue  # was hosted by: the other way round, unlisted
        if match and match.end() >= start + len(word):
            slot = next((name for name in "ab" if name in match.re.groupindex), "")
            yield _Hit(phrase.relation, phrase.way, *match.span(), slot, match.span(slot) if slot else (0, 0))


def _found_start(opening: str, text: str, before: int) -> int | None:
    at = text.rfind(opening, max(0, before - _FAR), before)
    return None if at < 0 else at


_FAR = 16
"""So many characters lie between 向 and its verb."""


@dataclass(frozen=True, slots=True)
class _Phrase:
    """The words of a relation: their pattern, and what they open with where their key is not that.

    ``nouns`` are those that behind a count are nouns: 186,000 visits.
    """

    relation: str
    way: str
    words: re.Pattern[str]
    back: str | None
    nouns: frozenset[str]


@cache
def _phrases(lang: str) -> dict[str, list[_Phrase]]:
    """The words of relations by their key: what opens them, in Chinese what stands behind their slot."""
    found: dict[str, list[_Phrase]] = {}
    for row in table("parties.csv"):
        nouns = frozenset(filter(None, row["nouns"].split("|")))
        for written in filter(None, row[lang].split("|")):
            parts = _SLOT.split(written)
            opening = parts[0] if lang == "zh" and len(parts) > 1 else None
            pattern = _SLOT.sub(
                lambda slot: f"(?P<{slot[1]}>{(_BETWEEN if slot[1] == 'x' else _HELD)[lang]})",
                re.escape(written).replace(r"\{", "{").replace(r"\}", "}"),
            )
            end = r"(?!\w)" if lang == "en" else ""
            phrase = _Phrase(row["relation"], row["way"], regex(pattern + end, re.IGNORECASE), opening, nouns)
            found.setdefault((parts[-1] if opening else parts[0]).strip(), []).append(phrase)
    return found


@cache
def _lexicon(lang: str) -> Lexicon:
    return Lexicon([{lang: key} for key in _phrases(lang)], lang)


def _finding(texts: tuple[Joined, Joined], zh: _Hit, en: _Hit) -> Finding:
    ours, theirs = texts[0].span(zh.start, zh.end), texts[1].span(en.start, en.end)
    return rules.PARTY.at(theirs, related=(ours,), zh=ours.text, en=theirs.text)
