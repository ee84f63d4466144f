"""Places, organisations and bodies put for one another, also where the right one stands elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from pressgen.checks import cedict
from pressgen.checks.naming import levels, rules, strangers, unlisted
from pressgen.checks.naming.alike import is_called, names_house, same_sort
from pressgen.checks.naming.foreigners import within
from pressgen.checks.naming.lexicon import NAMED, PLACES, Mention, homes, mentions, short_forms
from pressgen.checks.naming.passage import Passage
from pressgen.checks.naming.persons import Named
from pressgen.checks.naming.sounds import letters, sounded
from pressgen.checks.naming.transliteration import begins_longer
from pressgen.checks.terminology.likeness import SMALL, words
from pressgen.checks.terminology.likeness import named as said_otherwise
from pressgen.findings import Finding, Fix
from pressgen.regex import compiled, regex

_SHORT_FOR = regex(
    "([津苏川黔滇晋京港])(?:籍|企(?!业)|商(?=人|界|帮|在|赴|[，。、]))"
    "|(?:在|赴|来|驻|离|返|援|抵|入)([{0}])|([{0}])(?:籍|企|商|资|北|南|东|西|中)".format(
        "沪穗渝粤浙皖闽赣鲁豫鄂湘桂琼陕冀杭甬蓉"
    )
)
"""One character for a place where it can be nothing else."""
_IN_FIRM = regex("[^，。、；]{0,8}?(?:公司|集团|股份|酒店|基金|银行|协会|商会)")
"""What makes a place part of a longer name, which may be called otherwise in English."""
_SHORT_NAME = 4
"""Characters of a name at most that holds no place, and of a place within one."""
_HOME = frozenset(("china",))
_CAPITAL = regex(r"\b[A-Z][a-z]+\b")


def check(passage: Passage, named: Sequence[Named]) -> Iterator[Finding]:
    """Names only the English has, for those only the Chinese has; then names that changed places."""
    here, there = within(passage)
    zh = [mention for mention in mentions(passage.zh, "zh") if mention.start not in here]
    there |= {at for name in named if name.window for at in range(name.start, name.end)}
    en = [mention for mention in mentions(passage.en, "en") if mention.start not in there]
    en = list(_without_lines(passage, en))
    zh += _shortened(passage.zh, zh)
    surplus = only_english(passage, zh, en)
    found = list(_replaced(passage, zh, en, surplus)) if surplus else []
    found = found or list(strangers.check(passage, zh, surplus))
    yield from found
    if not found and passage.is_short:
        yield from _miscounted(passage, zh, en)
    yield from levels.check(passage)
    spans = {(finding.span.start, finding.span.end) for finding in found}
    free = [mention for mention in surplus if mention.kind == "division"]

    @cache
    def lacking() -> list[Mention]:
        return [mention for mention in only_chinese(passage, zh, en) if mention.kind in PLACES]

    yield from unlisted.check(passage, lacking, free if not spans else [], named)


def _without_lines(passage: Passage, en: Sequence[Mention]) -> Iterator[Mention]:
    """Mentions but for those of a line that the Chinese calls by one character an end: 宁马线."""
    joined: set[int] = set()
    for mention, following in pairwise(en):
        if passage.en[mention.end : following.start] in ("-", "–", "—") and mention.codes and following.codes:
            shorts = [(*short_forms().get(end.key, ()), *end.name) for end in (mention, following)]
            if any(a + b in passage.zh for a in shorts[0] for b in shorts[1]):
                joined |= {mention.start, following.start}
    yield from (mention for mention in en if mention.start not in joined)


def _shortened(text: str, zh: Sequence[Mention]) -> Iterator[Mention]:
    """Places by one character where it can be nothing else: 在穗, 沪企, 陕北."""
    by_short = _by_short()
    names = {mention.key: mention for mention in zh}
    for found in _SHORT_FOR.finditer(text):
        group = found.lastindex or 0
        key = by_short.get(found[group])
        start = found.start(group)
        if key and key not in names and not any(mention.start <= start < mention.end for mention in zh):
            yield Mention(key, _kind(key), start, start + 1, found[group], key.title(), ())


@cache
def _by_short() -> dict[str, str]:
    """Places by one character; those of China come first: 津 is no Zimbabwe."""
    return {short: key for key, shorts in reversed(short_forms().items()) for short in shorts}


def _kind(key: str) -> str:
    found = mentions(key.title(), "en")
    return found[0].kind if found else "division"


def _replaced(
    passage: Passage, zh: Sequence[Mention], en: Sequence[Mention], surplus: Sequence[Mention]
) -> Iterator[Finding]:
    """Each name that only the English has, where one of its sort in the Chinese is told by no other."""
    capitals = _CAPITAL.findall(passage.en)
    zh = [
        mention
        for mention in zh
        if mention.kind == "field"
        or _is_of_level(passage.zh, mention)
        or mention.text[-1] in _LEVELS
        or not (
            cedict.begins_inside(passage.zh, mention.start, mention.end)
            or begins_longer(passage.zh, mention.start, mention.end, capitals)
        )
    ]
    lacking = only_chinese(passage, zh, en)
    lacking += [place for mention in lacking for place in _inner(mention, {other.key for other in en})]
    fewer = _fewer(passage, zh, en) if passage.is_short else []
    held = [mention for mention in only_chinese(passage, zh, en, holding=True) if mention.kind == "province"]
    used: set[int] = set()
    for mention in surplus:
        for pool in (lacking, fewer, held):
            fit = [
                other
                for other in pool
                if (same_sort(mention, other) or is_called(passage.en, mention, other))
                and other.start not in used
                and not _is_part(passage, mention, other)
            ]
            if fit:
                place = mention.start / max(len(passage.en), 1)
                meant = min(fit, key=lambda other: abs(other.start / max(len(passage.zh), 1) - place))
                used.add(meant.start)
                yield _finding(passage, mention, meant)
                break


def _is_of_level(text: str, mention: Mention) -> bool:
    """Whether a body stands behind its level: 市政协 is no 市政."""
    return mention.kind == "body" and text[mention.start - 1 : mention.start] in _LEVELS


_LEVELS = frozenset("国省市县区州旗")
_LONGER = compiled(r"[A-Z][\w’'-]* $")


def _is_part(passage: Passage, mention: Mention, meant: Mention) -> bool:
    """Whether a name is told by part of its own and no more: the Palace Museum in Taipei."""
    same = mention.kind in NAMED and meant.kind == mention.kind and mention.text in meant.name
    return same and not _LONGER.search(passage.en, 0, mention.start)


def only_english(passage: Passage, zh: Sequence[Mention], en: Sequence[Mention]) -> list[Mention]:
    """Concepts of the English that the Chinese names in no way, each once."""
    if not en:
        return []
    around = {mention.key for mention in mentions(passage.zh_around, "zh")} | {mention.key for mention in zh}
    codes = _codes((*zh, *mentions(passage.zh_around, "zh")))
    lands = _lands((*zh, *en))
    rest = _rest(passage.zh, zh)
    found = [
        mention
        for mention in en
        if mention.key not in around
        and mention.key not in _HOME
        and mention.key not in lands
        and (names_house(passage.en, mention) or not _holds(mention, codes))
        and not _is_short(mention, rest)
        and not _is_sounded(mention, passage)
        and mention.text not in passage.zh_around
    ]
    return list({mention.key: mention for mention in reversed(found)}.values())[::-1]


def _rest(text: str, named: Sequence[Mention]) -> str:
    """A text without what is named in full."""
    for mention in named:
        if mention.end - mention.start > 1:
            text = text[: mention.start] + "\n" * (mention.end - mention.start) + text[mention.end :]
    return text


def _inner(mention: Mention, there: set[str]) -> Iterator[Mention]:
    """The place that begins a longer name, where the English does not have it: 陕西 of 陕西历史博物馆."""
    if mention.kind in PLACES or mention.end - mention.start <= _SHORT_NAME:
        return
    for place in mentions(mention.text[:_SHORT_NAME], "zh"):
        if place.start == 0 and place.kind in PLACES and place.key not in there:
            yield replace(place, start=mention.start, end=mention.start + place.end)


def _lands(names: Iterable[Mention]) -> set[str]:
    """The countries of places abroad: named for readers far away, or called by their capitals."""
    return {homes()[mention.key] for mention in names if mention.key in homes()}


def _codes(names: Sequence[Mention]) -> list[str]:
    """The codes of divisions: of those that share a name the highest (大同 is the city in Shanxi)."""
    return [code for mention in names for code in mention.codes if len(code) == min(map(len, mention.codes))]


def _holds(mention: Mention, codes: Sequence[str]) -> bool:
    """Whether a division holds, or may hold, one that the Chinese names: added for readers far away."""
    return any(code != own and code.startswith(own) for own in mention.codes for code in codes)


def _is_short(mention: Mention, rest: str) -> bool:
    return any(short in rest for short in short_forms().get(mention.key, ()))


def _is_sounded(mention: Mention, passage: Passage) -> bool:
    """A place of the Chinese that no table lists, but that is spelt so."""
    return mention.kind == "division" and sounded(letters(mention.text), passage.zh_around)


def only_chinese(
    passage: Passage, zh: Sequence[Mention], en: Sequence[Mention], *, holding: bool = False
) -> list[Mention]:
    """Concepts of the Chinese that the English names in no way, each once.

    Provinces of a place that is named need not be, but with ``holding`` they count.
    """
    there = {mention.key for mention in en} | {
        mention.key for mention in mentions(passage.en_around.replace(passage.en, ""), "en")
    }
    said = words(passage.en_around)
    codes, lands = _codes(zh), _lands((*zh, *en))
    found = [
        mention
        for mention in zh
        if mention.key not in there | lands
        and mention.key not in _HOME
        and (holding or not _holds(mention, codes))
        and not _named(mention, said)
    ]
    return list({mention.key: mention for mention in reversed(found)}.values())[::-1]


def _named(mention: Mention, said: frozenset[str]) -> bool:
    if mention.kind not in PLACES and mention.kind in NAMED:
        return all(word in said for word in words(mention.name) - SMALL)
    return mention.kind in ("country", "body") and said_otherwise(mention.name, said)


def _fewer(passage: Passage, zh: Sequence[Mention], en: Sequence[Mention]) -> list[Mention]:
    """What the English names less often than the Chinese, in full or in short: the last mention of each."""
    here, there = Counter(mention.key for mention in zh), Counter(mention.key for mention in en)
    named = [mention for mention in en if mention.kind not in PLACES]
    alone = {word.lower() for word in _CAPITAL.findall(_rest(passage.en, named))}
    alone -= {word for mention in named for word in words(mention.text)}
    return [
        mention
        for mention in {mention.key: mention for mention in zh}.values()
        if there[mention.key] < here[mention.key]
        and (mention.kind in PLACES or not alone & (words(mention.name) - SMALL))
    ]


def _miscounted(passage: Passage, zh: Sequence[Mention], en: Sequence[Mention]) -> Iterator[Finding]:
    """One place once too often and another of its sort once too seldom, all others as they should be."""
    here = Counter(mention.key for mention in zh if mention.kind in PLACES)
    there = Counter(mention.key for mention in en if mention.kind in PLACES)
    over = {key: there[key] - here[key] for key in there if there[key] != here[key]}
    under = {key: here[key] - there[key] for key in here if there[key] < here[key]}
    moved = over.keys() | under.keys()
    if any(mention.key in moved and _IN_FIRM.match(passage.zh, mention.end) for mention in zh):
        return
    more = [key for key, times in over.items() if times == 1 and here[key]]
    if len(more) != 1 or list(under.values()) != [1] or sum(here.values()) != sum(there.values()):
        return
    order = [[mention for mention in side if mention.kind in PLACES] for side in (zh, en)]
    for meant, mention in zip(*order, strict=True):
        if mention.key == more[0] and meant.key in under and same_sort(mention, meant):
            yield _finding(passage, mention, meant)
            return
    last = [mention for mention in en if mention.key == more[0]]
    meant = [mention for mention in zh if mention.key in under]
    pairs = [(mention, other) for mention in last for other in meant if same_sort(mention, other)]
    if pairs:
        yield _finding(passage, *min(pairs, key=lambda two: _apart(passage, *two)))


def _apart(passage: Passage, mention: Mention, other: Mention) -> float:
    """How far two mentions stand from each other, counted by mentions of their text."""
    return abs(mention.start / max(len(passage.en), 1) - other.start / max(len(passage.zh), 1))


def _finding(passage: Passage, mention: Mention, meant: Mention) -> Finding:
    name = meant.name
    fix = Fix(name) if mention.kind in NAMED else None
    return rules.OTHER.at(
        passage.en_span(mention.start, mention.end),
        fix,
        (passage.zh_span(meant.start, meant.end),),
        text=mention.text,
        zh=meant.text,
        name=name,
    )
