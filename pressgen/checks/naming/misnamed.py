"""What is wrong with English names of persons that no Chinese name can have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from pressgen.checks.naming import rules
from pressgen.checks.naming.foreigners import foreigners
from pressgen.checks.naming.nearness import distance
from pressgen.checks.naming.passage import Passage
from pressgen.checks.naming.persons import Named, evident, forenames, is_cut, stands_alone
from pressgen.checks.naming.sounds import (
    Window,
    any_reading,
    fewest,
    is_surname,
    letters,
    overseas,
    pinyin_of,
    sounded,
    spelt,
    surname_readings,
    surname_spellings,
    wade,
    wade_of,
    windows,
)
from pressgen.errors import Wording
from pressgen.findings import Finding, Fix
from pressgen.glossary.names import propose
from pressgen.glossary.pinyin import SYLLABLES, is_pinyin
from pressgen.regex import regex

_BRIEF = 120
"""Characters of a passage in which an unanswered name on either side is the same person."""


def check(passage: Passage, named: Sequence[Named]) -> Iterator[Finding]:
    """Names that no Chinese name of the passage can have, and names in another order than those beside."""
    yield from _ordered(passage, named)
    yield from _halved(passage, named)
    yield from (
        _finding(passage, person, person.window)
        for person in named
        if person.window and _is_dotted(person, person.window)
    )
    abroad = list(foreigners(passage.zh)) if "·" in passage.zh else []
    strangers = [
        person
        for person in named
        if person.window is None
        and person.text not in passage.zh_around
        and not any(each.is_called(*person.text.split(" ", 1)) for each in abroad)
    ]
    if not strangers:
        return
    close = [window for window in windows(passage.zh) if not is_cut(window, passage.zh)]
    whole = [window for window in windows(passage.zh) if not _is_half(window, passage.zh)]
    read = {surname + given for window in whole for surname, given in pinyin_of(window)}
    for person in strangers:
        first, second = (letters(word) for word in person.text.split())
        if longer := _longer(first, second, passage.zh):
            yield _finding(passage, person, longer)
            continue
        if first + second in read or sounded(first + second, passage.zh_around, surname=True):
            continue
        meant = None if first in forenames() else _meant(first, second, person.text, close)
        if meant is None and (first in forenames() or first in surname_spellings()):
            meant = _only(passage, named, person, strangers)
        if meant is None and "-" in person.text:
            meant = _borne_by_nobody(first, passage, named, strangers)
        if meant is None and first in surname_spellings() and is_pinyin(second):
            meant = _half(first, second, passage, named)
        if meant and _name(meant) != person.text:
            yield _finding(passage, person, meant)


def _longer(first: str, second: str, zh: str) -> Window | None:
    """The one person of whose given name only the first character is told: 律师韦星立, Wei Xing."""
    found = [
        window
        for window in evident(zh)
        if len(window.given) > 1
        and is_cut(part := Window(window.start, window.end - 1, window.surname, window.given[0]), zh)
        and zh.count(part.text) == zh.count(window.text)
        and (first, second) in pinyin_of(part)
    ]
    return found[0] if len({window.text for window in found}) == 1 else None


_FIRM_ROWS = """
欧阳 司马 诸葛 上官 司徒 皇甫 尉迟 公孙 慕容 夏侯 令狐 宇文 长孙 轩辕 端木 万俟 澹台 闻人 赫连 淳于
呼延 独孤 南宫 西门 申屠 钟离 濮阳 太叔 公冶 宗政 拓跋 鲜于 完颜
"""
_FIRM = frozenset(_FIRM_ROWS.split())
"""Surnames of two characters that nobody bears the first of with the second as a given name."""


def _halved(passage: Passage, named: Sequence[Named]) -> Iterator[Finding]:
    """Names whose surname of two characters is read as one of one: Zhu Geming for 诸葛明."""
    compound = [window for window in windows(passage.zh) if window.surname in _FIRM]
    for person in named if compound else ():
        first, second = (letters(word) for word in person.text.split())
        for window in compound:
            rest = window.text[1:]
            if first not in spelt(window.text[0]) or person.text == _name(window):
                continue
            if sounded(first + second, window.text) and sounded(second, rest) and fewest(second) >= len(rest):
                yield _finding(passage, person, window)
                break


def _is_half(window: Window, zh: str) -> bool:
    """Whether it is half of a name with a compound surname: 司徒静 of 司徒静姝."""
    compound = is_surname(zh[window.start : window.start + 2])
    return compound and (len(window.surname) == 1 or is_cut(window, zh))


def _is_dotted(person: Named, window: Window) -> bool:
    """Whether a name has an ü that none of its characters is read with: 苗露 is Miao Lu."""
    return "ü" in person.text and not any("v" in form for each in window.text for form in any_reading(each))


def _ordered(passage: Passage, named: Sequence[Named]) -> Iterator[Finding]:
    first = [person for person in named if person.style == "pinyin" and not person.last]
    last = [person for person in named if person.style == "pinyin" and person.last and person.window]
    alone = len({person.text for person in last}) == 1 and not first
    at_home = alone and not _ABROAD.search(passage.zh_around)
    if last and (at_home or len(last) <= len(first)):
        for person in last:
            name = _name(person.window)
            yield rules.ORDER.at(
                passage.en_span(person.start, person.end),
                Fix(name),
                text=person.text,
                beside=_beside(first[0].text) if first else "",
                name=name,
            )


def _beside(other: str) -> Wording:
    """What says how the name beside it stands."""
    return Wording(f"，同一段的“{other}”姓在前", f", “{other}” beside it has it first")


_ABROAD = regex(
    "[美英德法日韩加澳新泰马印俄意荷瑞][国裔籍]|华裔|华人|侨|海外|国外|境外|海归|留学|国际|外国|外籍|加拿大|日本|新加坡|"
    "澳大利亚|欧洲|香港|澳门|台湾|哈佛|牛津|剑桥|斯坦福|麻省理工|洛杉矶|纽约|伦敦|硅谷|论文|期刊|·|足球|篮球|网球|NBA"
)
"""Where a text is of the world, a name may stand in the order that its bearer writes it in."""


def _name(window: Window | None) -> str:
    return propose(window.text).en if window else ""


def _finding(passage: Passage, person: Named, window: Window) -> Finding:
    proposal = propose(window.text)
    name = proposal.en
    related = (passage.zh_span(window.start, window.end),)
    fix = Fix(name, safe=False) if "-" not in person.text else None
    return rules.PERSON.at(
        passage.en_span(person.start, person.end),
        fix,
        related=related,
        text=person.text,
        zh=window.text,
        name=name,
    )


def _meant(first: str, second: str, text: str, close: Sequence[Window]) -> Window | None:
    """The Chinese name a misspelt one stands for: alike but for its surname, a syllable or a few letters."""
    scored = [(score, window) for window in close if (score := _score(first, second, text, window))]
    return max(scored, key=lambda judged: (judged[0], len(judged[1].given)), default=(0, None))[1]


def _score(first: str, second: str, text: str, window: Window) -> int:
    hyphen = "-" in text
    orders = ((first, second),) if hyphen else ((first, second), (second, first))
    forms = wade_of(window) if hyphen else pinyin_of(window)
    best = 0
    for surname, given in forms:
        for head, tail in orders:
            best = max(best, _alike((head, tail), (surname, given), window, hyphened=hyphen))
    if hyphen and first in overseas().get(window.surname, ()):
        return best if best >= 3 and _is_other_wade(text, window) else 0
    return best


def _alike(written: tuple[str, str], right: tuple[str, str], window: Window, *, hyphened: bool) -> int:
    """0 where names differ too much; a surname put for another weighs less than a letter off."""
    (head, tail), (surname, given) = written, right
    if tail == given and len(window.given) > 1 and (is_pinyin(head) or hyphened):
        return 4
    if tail == given and (
        distance(head, surname, 2) <= 1 or (len(window.surname) > 1 and surname.endswith(head))
    ):
        return 3
    off = distance(head + tail, surname + given, 2)
    if off <= 2 and len(head + tail) > 6 and (head == surname or off == 1):
        return 4 if off == 1 else 3
    if head != surname:
        return 0
    if len(window.given) > 1 and len(tail) > 1 and (given.startswith(tail) or given.endswith(tail)):
        return 2
    shared = max(_shared(tail, given), _shared(tail[::-1], given[::-1]))
    return 3 if len(window.given) > 1 and shared >= min(len(given), len(tail)) * 0.5 and shared >= 3 else 0


def _shared(word: str, other: str) -> int:
    return next(
        (at for at, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), min(len(word), len(other))
    )


def _is_other_wade(text: str, window: Window) -> bool:
    """Whether a hyphenated given name is Taiwan's spelling but for one syllable of another sound."""
    parts = [letters(part) for part in text.rsplit(maxsplit=1)[-1].split("-")]
    if len(parts) != len(window.given):
        return False
    right = [{form for spelling in spelt(each) for form in wade(spelling)} for each in window.given]
    wrong = [part for part, forms in zip(parts, right, strict=True) if part not in forms]
    return len(wrong) == 1 and wrong[0] in _wade_syllables()


@cache
def _wade_syllables() -> frozenset[str]:
    return frozenset(form for syllable in SYLLABLES for form in wade(syllable))


def _only(
    passage: Passage, named: Sequence[Named], person: Named, strangers: Sequence[Named]
) -> Window | None:
    """The one person whom no English name answers, where only one English name answers nobody."""
    first, second = (letters(word) for word in person.text.split())
    people = evident(passage.zh)
    plain = "-" not in person.text and first in surname_spellings() and is_pinyin(second)
    if not plain and any(_may_be(first, second, window) for window in people):
        return None
    held = {other.window.text for other in named if other.window}
    free = {window.text: window for window in people if window.text not in held}
    if (
        len(free) != 1
        or sum(_is_sure(other) for other in strangers) != 1
        or re.search("·|[A-Za-z]{2}", passage.zh)
    ):
        return None
    if plain and (held or len(passage.zh) > _BRIEF or passage.zh != passage.zh_around):
        return None
    return next(iter(free.values()))


def _borne_by_nobody(
    first: str, passage: Passage, named: Sequence[Named], strangers: Sequence[Named]
) -> Window | None:
    """The one person no English name can be of, where one has a surname that nobody there bears."""
    if not any(first in forms for forms in overseas().values()):
        return None
    if any(first in _own(window) for window in windows(passage.zh_around)):
        return None
    spelt = {letters(other.text.split()[0]) for other in (*named, *strangers)}
    free = {window.text: window for window in evident(passage.zh) if not spelt & _own(window)}
    return next(iter(free.values())) if len(free) == 1 else None


def _is_sure(person: Named) -> bool:
    """Whether nothing but a person can be meant: a forename or a surname in front."""
    first, second = (letters(word) for word in person.text.split())
    return "-" in person.text or first in forenames() or (first in surname_spellings() and is_pinyin(second))


def _half(first: str, second: str, passage: Passage, named: Sequence[Named]) -> Window | None:
    """The one Chinese name that no English name answers, of the same surname or the same given name."""
    held = {other.window.text for other in named if other.window}
    free = {
        window.text: window
        for window in windows(passage.zh)
        if window.text not in held
        and stands_alone(window, passage.zh)
        and any(first == surname or second == given for surname, given in pinyin_of(window))
    }
    return next(iter(free.values())) if len(free) == 1 else None


def _may_be(first: str, second: str, window: Window) -> bool:
    """Whether a name spelt by another custom can be somebody's: by the surname."""
    own = _own(window)
    return first in own or second in own


def _own(window: Window) -> set[str]:
    """What a surname may be by any custom."""
    own = {*surname_readings(window.surname), *overseas().get(window.surname, ())}
    return own | {form for reading in surname_readings(window.surname) for form in wade(reading)}
