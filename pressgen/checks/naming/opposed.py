"""Places, organisations and bodies put for one another, also where the right one stands elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from pressgen.checks import cedict
from pressgen.checks.naming import levels, rules, unlisted
from pressgen.checks.naming.lexicon import NAMED, PLACES, Mention, homes, mentions, short_forms
from pressgen.checks.naming.passage import Passage
from pressgen.checks.naming.persons import Named
from pressgen.checks.naming.sounds import letters, sounded
from pressgen.checks.terminology.kin import SMALL
from pressgen.checks.terminology.likeness import named as said_otherwise
from pressgen.checks.terminology.likeness import words
from pressgen.findings import Finding, Fix

_SHORT_FOR = re.compile("(?:在|赴|来|驻|离|返|援|抵|入)(.)|(.)(?:籍|企|商|资|北|南|东|西|中)")
_IN_FIRM = re.compile("[^，。、；]{0,8}?(?:公司|集团|股份|酒店|基金|银行|协会|商会)")
"""What makes a place part of a longer name, which may be called otherwise in English."""
_SHORT_NAME = 4
"""Characters of a name at most that holds no place, and of a place within one."""
_HOME = frozenset(("china",))


def check(passage: Passage, named: Sequence[Named]) -> Iterator[Finding]:
    """Names only the English has, for those only the Chinese has; then names that changed places."""
    zh = list(mentions(passage.zh, "zh"))
    en = [
        one
        for one in mentions(passage.en, "en")
        if not any(name.window and name.start <= one.start < name.end for name in named)
    ]
    en = list(_without_lines(passage, en))
    zh += _shortened(passage.zh, zh)
    found = list(_replaced(passage, zh, en))
    yield from found
    if not found and passage.is_short:
        yield from _miscounted(passage, zh, en)
    yield from levels.check(passage)
    spans = {(one.span.start, one.span.end) for one in found}
    free = [one for one in _surplus(passage, zh, en) if one.kind == "division"]

    def lacking() -> list[Mention]:
        return [one for one in _lacking(passage, zh, en) if one.kind in PLACES]

    yield from unlisted.check(passage, lacking, free if not spans else [], named)


def _without_lines(passage: Passage, en: Sequence[Mention]) -> Iterator[Mention]:
    """Mentions but for those of a line that the Chinese calls by one character an end: 宁马线."""
    joined: set[int] = set()
    for one, other in pairwise(en):
        if passage.en[one.end : other.start] in ("-", "–", "—") and one.codes and other.codes:
            shorts = [(*short_forms().get(end.key, ()), *end.name) for end in (one, other)]
            if any(a + b in passage.zh for a in shorts[0] for b in shorts[1]):
                joined |= {one.start, other.start}
    yield from (one for one in en if one.start not in joined)


def _shortened(text: str, zh: Sequence[Mention]) -> Iterator[Mention]:
    """Places by one character where it can be nothing else: 在穗, 沪企, 陕北."""
    by_short = _clear()
    names = {one.key: one for one in zh}
    for found in _SHORT_FOR.finditer(text):
        group = 1 if found[1] else 2
        key = by_short.get(found[group])
        start = found.start(group)
        if key and key not in names and not any(one.start <= start < one.end for one in zh):
            yield Mention(key, _kind(key), start, start + 1, found[group], key.title(), ())


@cache
def _clear() -> dict[str, str]:
    return {short: key for key, shorts in short_forms().items() for short in shorts if short in _CLEAR}


_CLEAR = frozenset("沪穗渝粤浙皖闽赣鲁豫鄂湘桂琼陕冀杭甬蓉")


def _kind(key: str) -> str:
    found = mentions(key.title(), "en")
    return found[0].kind if found else "division"


def _replaced(passage: Passage, zh: Sequence[Mention], en: Sequence[Mention]) -> Iterator[Finding]:
    surplus = _surplus(passage, zh, en)
    if not surplus:
        return
    zh = [one for one in zh if not cedict.begins_inside(passage.zh, one.start, one.end)]
    lacking = _lacking(passage, zh, en)
    lacking += [place for one in lacking for place in _inner(one, {other.key for other in en})]
    fewer = _fewer(zh, en) if passage.is_short else []
    used: set[int] = set()
    for one in surplus:
        for pool in (lacking, fewer):
            fit = [other for other in pool if _same_sort(one, other) and other.start not in used]
            if fit:
                place = one.start / max(len(passage.en), 1)
                meant = min(fit, key=lambda other: abs(other.start / max(len(passage.zh), 1) - place))
                used.add(meant.start)
                yield _told(passage, one, meant)
                break


def _surplus(passage: Passage, zh: Sequence[Mention], en: Sequence[Mention]) -> list[Mention]:
    """Concepts of the English that the Chinese names in no way, each once."""
    around = {one.key for one in mentions(passage.zh_around, "zh")} | {one.key for one in zh}
    codes = _codes((*zh, *mentions(passage.zh_around, "zh")))
    lands = _lands((*zh, *en))
    rest = _rest(passage.zh, zh)
    found = [
        one
        for one in en
        if one.key not in around
        and one.key not in _HOME
        and one.key not in lands
        and not _holds(one, codes)
        and not _is_short(one, rest)
        and not _is_sounded(one, passage)
        and one.text not in passage.zh_around
    ]
    return list({one.key: one for one in reversed(found)}.values())[::-1]


def _rest(text: str, zh: Sequence[Mention]) -> str:
    """The Chinese without what is named in full."""
    for one in zh:
        if one.end - one.start > 1:
            text = text[: one.start] + "\n" * (one.end - one.start) + text[one.end :]
    return text


def _inner(one: Mention, there: set[str]) -> Iterator[Mention]:
    """The place that begins a longer name, where the English does not have it: 陕西 of 陕西历史博物馆."""
    if one.kind in PLACES or one.end - one.start <= _SHORT_NAME:
        return
    for place in mentions(one.text[:_SHORT_NAME], "zh"):
        if place.start == 0 and place.kind in PLACES and place.key not in there:
            yield replace(place, start=one.start, end=one.start + place.end)


def _lands(names: Iterable[Mention]) -> set[str]:
    """The countries of places abroad: named for readers far away, or called by their capitals."""
    return {homes()[one.key] for one in names if one.key in homes()}


def _codes(names: Sequence[Mention]) -> list[str]:
    """The codes of divisions: of those that share a name the highest (大同 is the city in Shanxi)."""
    return [code for one in names for code in one.codes if len(code) == min(map(len, one.codes))]


def _holds(one: Mention, codes: Sequence[str]) -> bool:
    """Whether a division holds, or may hold, one that the Chinese names: added for readers far away."""
    return any(code != own and code.startswith(own) for own in one.codes for code in codes)


def _is_short(one: Mention, rest: str) -> bool:
    return any(short in rest for short in short_forms().get(one.key, ()))


def _is_sounded(one: Mention, passage: Passage) -> bool:
    """A place of the Chinese that no table lists, but that is spelt so."""
    return one.kind == "division" and sounded(letters(one.text), passage.zh_around)


def _lacking(passage: Passage, zh: Sequence[Mention], en: Sequence[Mention]) -> list[Mention]:
    """Concepts of the Chinese that the English names in no way, each once."""
    there = {one.key for one in en} | {
        one.key for one in mentions(passage.en_around.replace(passage.en, ""), "en")
    }
    said = words(passage.en_around)
    codes, lands = _codes(zh), _lands((*zh, *en))
    found = [
        one
        for one in zh
        if one.key not in there | lands
        and one.key not in _HOME
        and not _holds(one, codes)
        and not _named(one, said)
    ]
    return list({one.key: one for one in reversed(found)}.values())[::-1]


def _named(one: Mention, said: frozenset[str]) -> bool:
    if one.kind not in PLACES and one.kind in NAMED:
        return all(word in said for word in words(one.name) - SMALL)
    return one.kind in ("country", "body") and said_otherwise(one.name, said)


def _fewer(zh: Sequence[Mention], en: Sequence[Mention]) -> list[Mention]:
    """What the English names less often than the Chinese: the last mention of each."""
    here, there = Counter(one.key for one in zh), Counter(one.key for one in en)
    return [one for one in {one.key: one for one in zh}.values() if there[one.key] < here[one.key]]


def _miscounted(passage: Passage, zh: Sequence[Mention], en: Sequence[Mention]) -> Iterator[Finding]:
    """One place once too often and another of its sort once too seldom, all others as they should be."""
    if any(one.kind in PLACES and _IN_FIRM.match(passage.zh, one.end) for one in zh):
        return
    here = Counter(one.key for one in zh if one.kind in PLACES)
    there = Counter(one.key for one in en if one.kind in PLACES)
    over = {key: there[key] - here[key] for key in there if there[key] != here[key]}
    under = {key: here[key] - there[key] for key in here if there[key] < here[key]}
    more = [key for key, times in over.items() if times == 1 and here[key]]
    if len(more) != 1 or list(under.values()) != [1] or sum(here.values()) != sum(there.values()):
        return
    order = [[one for one in side if one.kind in PLACES] for side in (zh, en)]
    for meant, one in zip(*order, strict=True):
        if one.key == more[0] and meant.key in under and _same_sort(one, meant):
            yield _told(passage, one, meant)
            return
    last = [one for one in en if one.key == more[0]]
    meant = [one for one in zh if one.key in under]
    pairs = [(one, other) for one in last for other in meant if _same_sort(one, other)]
    if pairs:
        yield _told(passage, *min(pairs, key=lambda two: _apart(passage, *two)))


def _apart(passage: Passage, one: Mention, other: Mention) -> float:
    """How far two mentions stand from each other, counted by mentions of their text."""
    return abs(one.start / max(len(passage.en), 1) - other.start / max(len(passage.zh), 1))


def _same_sort(one: Mention, other: Mention) -> bool:
    if {one.kind, other.kind} == {"province", "division"}:
        return unlisted.touches(letters(one.text), other.text)
    return (
        one.kind == other.kind
        or {one.kind, other.kind} in ({"body", "field"}, {"city", "street"})
        or ({one.kind, other.kind} <= _HEIGHTS and _is_mountain(one, other))
    )


_HEIGHTS = frozenset(("division", "mountain"))


def _is_mountain(*names: Mention) -> bool:
    """Whether all are mountains: Mount Tai is a district as well."""
    return all(re.search("山$|^Mount |Mountains?$", one.text) for one in names)


def _told(passage: Passage, one: Mention, meant: Mention) -> Finding:
    name = meant.name
    fix = Fix(name) if one.kind in NAMED else None
    return rules.OTHER.at(
        passage.en_span(one.start, one.end),
        fix,
        (passage.zh_span(meant.start, meant.end),),
        text=one.text,
        zh=meant.text,
        name=name,
    )
