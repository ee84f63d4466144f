"""Offices of nobody in particular: the one only the English has, for the one only the Chinese has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations

from pressgen.checks import cedict
from pressgen.checks.naming import rules
from pressgen.checks.naming.passage import Passage
from pressgen.checks.naming.titles import Office, Own, agree, is_ladder, offices, right
from pressgen.english import plural
from pressgen.findings import Finding, Fix
from pressgen.regex import regex

ANYBODY = regex("负责人|领导|干部|官员|高管|掌门|带头人|当家|牵头人|管理者|创办")
"""What may be any office at all."""


def unborne(passage: Passage, zh: Sequence[Office], en: Sequence[Office], own: Own) -> Iterator[Finding]:
    """A finding on the office that the English has for one of the Chinese, where nobody is named with it."""
    if ANYBODY.search(passage.zh):
        return
    everywhere = offices(passage.zh_around, "zh", own)
    answers = offices(passage.en_around, "en", own)
    surplus = [
        office
        for office in en
        if not any(agree(other, office) for other in everywhere) and not _is_meant(office, passage.zh_around)
    ]
    lacking = [
        office
        for office in zh
        if not any(agree(office, other) for other in answers) and not _in_plural(office, passage.en_around)
    ]
    if not surplus and passage.is_short:
        surplus = _too_many(zh, en)
    if passage.is_short and not (surplus and lacking) and (pair := _on_ladder(zh, en)):
        yield office_told(passage, *pair)
        return
    alone = (
        len({office.text.lower() for office in surplus}) == 1
        and len({office.text for office in lacking}) == 1
    )
    if alone and (
        is_ladder(lacking[0], surplus[-1])
        or surplus[-1].words not in _VAGUE
        or (len(zh) == len(en) and surplus[-1].words in _POSTS and lacking[0].english)
    ):
        place = lacking[0].start / len(passage.zh)
        last_first = reversed(surplus)
        nearest = min(last_first, key=lambda office: abs(office.start / len(passage.en) - place))
        yield office_told(passage, lacking[0], nearest)


def _is_meant(office: Office, zh: str) -> bool:
    """Whether a word of the Chinese that is no listed office means one by the dictionary: 车手 and driver."""
    root = cedict.root(office.words.split()[-1]) if office.words else ""
    listed = [(other.start, other.end) for other in offices(zh, "zh")]
    return bool(root) and any(
        root in meaning
        for start, end in cedict.places(zh)
        if end - start > 1 and not any(first < end and start < past for first, past in listed)
        for meaning in cedict.meanings(zh[start:end])
    )


_POSTS = frozenset(["president", "chairman", "mayor", "governor", "principal", "minister", "captain", "dean"])
"""Of those words the ones that name one post, where a text has as many offices as the other."""


def _in_plural(office: Office, en: str) -> bool:
    """Whether English tells a Chinese office of several people: two deputy secretaries-general."""
    small = en.lower()
    return any(plural(word) in small for word in office.english)


def _too_many(zh: Sequence[Office], en: Sequence[Office]) -> list[Office]:
    """English offices that stand there more often than the Chinese has any that may be called so."""
    return [
        office
        for office in en
        if (office.words not in _VAGUE or (office.words in _POSTS and len(zh) == len(en)))
        and sum((other.words, other.grade) == (office.words, office.grade) for other in en)
        > sum(agree(other, office) for other in zh)
    ]


_FEW = 4
"""Offices of a passage that are tried in every order."""


def _on_ladder(zh: Sequence[Office], en: Sequence[Office]) -> tuple[Office, Office] | None:
    """The two offices that are the same but for their grade, where all others answer each other.

    馆长, 副区长 and “the director, the head of the district”: in no order do they all agree.
    """
    if not 1 < len(zh) == len(en) <= _FEW or _answer(zh, en):
        return None
    found = [
        (abs(number - place), office, other)
        for number, office in enumerate(zh)
        for place, other in enumerate(en)
        if is_ladder(office, other)
        and _answer([each for each in zh if each is not office], [each for each in en if each is not other])
    ]
    return min(found, key=lambda each: each[0])[1:] if found else None


def _answer(zh: Sequence[Office], en: Sequence[Office]) -> bool:
    """Whether offices answer each other one by one in some order."""
    return any(all(map(agree, zh, order)) for order in permutations(en))


_VAGUE_ROWS = """
director head chief manager leader president chairman chair officer minister member fellow researcher
professor secretary editor executive owner captain principal founder spokesperson spokesman analyst
scientist academic inspector supervisor commander governor mayor dean coordinator administrator curator
handler publisher representative
"""
_VAGUE = frozenset(_VAGUE_ROWS.split())
"""Words for so many offices that one more of them is no sign of a fault."""


def office_told(passage: Passage, zh: Office, en: Office) -> Finding:
    """The finding that an English office is told for a Chinese one."""
    name = right(zh, en)
    related = (passage.zh_span(zh.start, zh.end),)
    return rules.TITLE.at(
        passage.en_span(en.start, en.end), Fix(name), related, text=en.text, zh=zh.text, name=name
    )
