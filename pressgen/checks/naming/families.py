"""Family names alone, at the second mention: Tang said, Dr. Jie, Vice Mayor Mo."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pressgen.checks.naming import rules
from pressgen.checks.naming.lexicon import mentions
from pressgen.checks.naming.nearness import distance
from pressgen.checks.naming.passage import Passage
from pressgen.checks.naming.persons import Named, ends_office, evident
from pressgen.checks.naming.sounds import (
    Window,
    letters,
    overseas,
    surname_readings,
    surname_spellings,
    wade,
    windows,
)
from pressgen.dictionary import is_word
from pressgen.findings import Finding, Fix
from pressgen.glossary.pinyin import readings
from pressgen.regex import compiled, regex

_SPEECH = (
    "said|says|told|tells|added|adds|noted|notes|explained|explains|recalled|recalls|expects|hopes|believes|thinks|"
    "stressed|urged|called|calls|has|had|is|was|will|can|met|went|came|plans|wants|moved|began|won|took|spoke|talked|joked|"
    "continued|pointed|pledged|promised|warned|suggested|smiled|laughed|remembers|works|lives|keeps|"
    "admits|admitted|insists|insisted|argues|argued|observes|observed|reckons|reckoned|concedes|conceded|jokes|laughs|"
    "sighs|sighed|replies|replied|answers|answered|claims|claimed|estimates|estimated|predicts|predicted|confirms|"
    "confirmed|announces|announced|advises|advised|reminds|reminded|points|promises|warns|suggests|stresses|urges"
)
_ALONE = regex(rf"(?<![\w’'@/.-])([A-Z][a-z]+)(?=(?:[’']s)?[ ,]+(?:who )?(?:{_SPEECH})\b)")
_ACTING = regex(r"(?<![\w’'@/.-])([A-Z][a-z]+)(?= (?:also |then |later |now )?[a-z]+(?:ed|es|ve)\b)")
_AFTER_SAID = regex(r"\b(?:said|according to|says|added|by|for) ([A-Z][a-z]+)(?=[,.;]|$)")
_TITLED = compiled(
    r"\b(?:Mr|Ms|Mrs|Miss|Dr|Prof|Professor|Doctor|Mayor|Governor|Director|Chairman|Chairwoman|President|"
    r"Secretary|Minister|Manager|Captain|Coach|Ambassador)\.? ([A-Z][a-z]+)\b(?! [A-Z][a-z])"
)
_CALLED = regex(
    r"\b(?:teacher|doctor|nurse|master|coach|neighbor|driver|farmer|worker|owner|boss|apprentice|villager|"
    r"resident),? ([A-Z][a-z]+)(?=[,.])"
)
_CALLED_ZH = regex(
    "([\u4e00-\u9fff])(?:老师|师傅|医生|大夫|护士|教练|先生|女士|大爷|大妈|阿姨|大伯|奶奶|爷爷|老板|某)"
)
"""Somebody by the family name: 冯老师, her teacher, Feng."""
_SAYS_ZH = regex("说|表示|介绍|认为|强调|坦言|直言|坦承|透露|提醒|指出|告诉|回忆|感慨|笑称")
_WORDS_ROWS = """
he she they you it we an may her his its man men you we i song long sun fan pan ban gang bin china who
what that this the there here one ten may mine mid both many all hope will can ding do so to go no ha me
"""
_WORDS = frozenset(_WORDS_ROWS.split())
_FULL = regex(r"[A-Z][A-Za-zü’'-]+(?: [A-Z][A-Za-zü’'-]+)+")
_OPENING = regex(r"(?:^|[.!?”\"]\s|\n)$")


def check(passage: Passage, named: Sequence[Named]) -> Iterator[Finding]:
    """Family names that nobody in the Chinese bears."""
    alone = {
        match.start(1): match
        for pattern in (_ACTING, _ALONE, _AFTER_SAID, _TITLED, _CALLED)
        for match in pattern.finditer(passage.en)
        if not _is_inside(match, named, passage.en)
    }
    if not alone:
        return
    whole = {letters(word) for run in _FULL.findall(passage.en_around) for word in run.split()}
    borne = _borne(passage.zh_around, whole - _single(alone))
    for _, match in sorted(alone.items()):
        name = match[1].lower()
        if name in _WORDS or name in borne or name in whole - _single(alone) or mentions(match[1], "en"):
            continue
        meant = _meant(name, passage, named)
        if meant and (_is_family(name) or _is_near(name, meant[1]) or _is_misread(name, passage.zh)):
            yield from _finding(passage, match, meant)


def _single(alone: dict[int, re.Match[str]]) -> set[str]:
    """Words that stand beside a capital only because of a title."""
    return {match[1].lower() for match in alone.values() if match.re is _TITLED}


def _is_inside(match: re.Match[str], named: Sequence[Named], en: str) -> bool:
    """Whether a word is part of a longer name."""
    if any(name.start <= match.start(1) < name.end for name in named):
        return True
    before = en[: match.start(1)][-20:]
    return (
        match.re is not _TITLED
        and bool(re.search(r"[A-Z][\w’'-]* $", before))
        and not _OPENING.search(before)
    )


def _is_family(name: str) -> bool:
    """Whether letters are a Chinese surname in some spelling."""
    return name in surname_spellings() or any(name in forms for forms in overseas().values())


def _is_near(name: str, right: str) -> bool:
    """Whether a word is no word of its own but a family name with a letter off: Chuk for Cheuk."""
    return distance(name, letters(right), 1) == 1 and len(name) > 2 and not is_word(name)


def _is_misread(name: str, zh: str) -> bool:
    """Whether a surname is read as its character is elsewhere: 单 as Dan, which as a name is Shan."""
    surnames = {window.surname for window in windows(zh)}
    return any(
        name in readings(surname) and name not in surname_readings(surname)
        for surname in surnames
        if len(surname) == 1
    )


def _borne(zh: str, whole: set[str]) -> set[str]:
    """Every spelling of every surname in a Chinese text; but one alone of those that full names use."""
    borne: set[str] = set()
    double = {window.start for window in windows(zh) if _is_double(window, whole)}
    for surname in {
        window.surname
        for window in windows(zh)
        if not ends_office(window, zh) and (len(window.surname) > 1 or window.start not in double)
    }:
        forms = {*surname_readings(surname), *overseas().get(surname, ())}
        forms |= {form for reading in surname_readings(surname) for form in wade(reading)}
        used = forms & whole
        borne |= used or forms
    return borne


def _is_double(window: Window, whole: set[str]) -> bool:
    """Whether a surname of two characters is told in full: 令狐 is Linghu, and no Ling."""
    forms = surname_readings(window.surname) if len(window.surname) > 1 else ()
    return not whole.isdisjoint(forms)


def _meant(name: str, passage: Passage, named: Sequence[Named]) -> tuple[str, str, Window | None] | None:
    """The Chinese name, its family name in English and where it stands: the nearest, else the only person."""
    people: list[tuple[str, str, Window | None]] = [
        (person.window.text, person.text.split()[-1 if person.last else 0], person.window)
        for person in named
        if person.window
    ]
    people += [
        (" ".join(found.groups()), found[1], None)
        for found in re.finditer(r"\b([A-Z][a-z]+) ([A-Z][a-z]+(?:-[a-z]+)?)\b", passage.en_around)
    ]
    people += [
        (found[0], part, None)
        for found in re.finditer(r"[A-Z][a-z]+(?: [A-Z][a-z]+)+", passage.zh)
        for part in found[0].split()
    ]
    people += [
        (found[0], form.capitalize(), None)
        for found in _CALLED_ZH.finditer(passage.zh)
        for form in surname_readings(found[1])[:1]
    ]
    near = [
        person
        for person in people
        if 0 < distance(letters(person[1]), name, 2) <= (1 if len(name) < 3 else 2)
    ]
    if near:
        return near[0]
    only = {window.text: window for window in evident(passage.zh)} or {
        person.window.text: person.window for person in named if person.window
    }
    if len(only) == 1 and _SAYS_ZH.search(passage.zh):
        window = next(iter(only.values()))
        return window.text, surname_readings(window.surname)[0].capitalize(), window
    return None


def _finding(
    passage: Passage, match: re.Match[str], meant: tuple[str, str, Window | None]
) -> Iterator[Finding]:
    zh, name, window = meant
    related = (
        (passage.zh_span(window.start, window.end),)
        if window and passage.zh[window.start : window.end] == window.text
        else ()
    )
    yield rules.FAMILY.at(
        passage.en_span(*match.span(1)), Fix(name), related, text=match[1], zh=zh, name=name
    )
