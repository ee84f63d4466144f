"""Tibetan, Uygur, Mongolian and Japanese names in Chinese characters: each part has spellings of its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from pressgen.checks.naming import rules
from pressgen.checks.naming.nearness import distance
from pressgen.checks.naming.passage import Passage
from pressgen.checks.naming.sounds import sounded
from pressgen.checks.naming.tables import pairs, rows
from pressgen.checks.naming.transliteration import may_sound, same_end
from pressgen.dictionary import frequency
from pressgen.findings import Finding, Fix
from pressgen.keys import Keys
from pressgen.regex import regex

_Part = tuple[str, tuple[str, ...]]
"""A Chinese part of a name, and how it is spelt."""
_DOTTED = regex("(?<![·・•-])([\u4e00-\u9fff]{2,8})·(?=([\u4e00-\u9fff]{2,8}))")
_USUAL = 1000
"""A word met so often in English is nobody's name."""
_WORD = regex(r"\b[A-Z][a-zöü]{2,}\b")


def check(passage: Passage) -> Iterator[Finding]:
    """A part of such a name that the Chinese does not have, where the English lacks one that it has.

    Or has one less often: 吐尔逊, again 吐尔逊, but Tursun once.
    """
    listed = _parts()
    places = listed.find(passage.zh)
    yield from _replaced(passage, places)
    yield from _misread(passage, places)
    yield from _again(passage, places)
    numbers = sorted({number for number, _, _ in places})
    parts = [listed.said[number] for number in numbers]
    if not parts:
        return
    found = list(_WORD.finditer(passage.en))
    said = Counter(match.group() for match in found)
    often = [(zh, en, sum(said[form] for form in en)) for zh, en in parts]
    seldom = [(zh, en) for zh, en, count in often if count < passage.zh.count(zh)]
    missing = [(zh, en) for zh, en, count in often if not count] or seldom
    known = {form for zh, en in parts for form in en}
    yield from _said_again(passage, parts, said)
    for match in found:
        word = match.group()
        if word in known or not missing or sounded(word.lower(), passage.zh):
            continue
        meant = missing[0] if word in _spellings() else _nearly(word, missing)
        if meant is None:
            continue
        missing.remove(meant)
        zh, en = meant
        at = passage.zh.index(zh)
        related = (passage.zh_span(at, at + len(zh)),)
        span = passage.en_span(*match.span())
        yield rules.PERSON.at(span, Fix(en[0]), related, text=word, zh=zh, name=en[0])


def _nearly(word: str, missing: Sequence[_Part]) -> _Part | None:
    """The family name of Japan that a word has but for a letter: Yamata for 山田."""
    near = [
        (zh, en)
        for zh, en in missing
        if zh in _japanese()
        and any(form[0] == word[0] and distance(word.lower(), form.lower(), 1) == 1 for form in en)
    ]
    return near[0] if near and not frequency(word.lower()) else None


def _said_again(
    passage: Passage, parts: Sequence[tuple[str, tuple[str, ...]]], said: Mapping[str, int]
) -> Iterator[Finding]:
    """A part that the English has once too often, where another of the Chinese is nowhere there.

    扎西次仁, then 扎西多吉, “Tashi Tsering” and again “Tashi Tsering”.
    """
    counts = [(zh, en, passage.zh.count(zh), sum(said[form] for form in en)) for zh, en in parts]
    over = [(zh, en) for zh, en, here, there in counts if there > here]
    gone = [(zh, en) for zh, en, here, there in counts if here and not there]
    if len(over) == len(gone) == 1 and all(
        here == there for _, _, here, there in counts if here and there and here >= there
    ):
        word = next(form for form in over[0][1] if said[form])
        at, start = passage.zh.index(gone[0][0]), passage.en.rindex(word)
        yield rules.PERSON.at(
            passage.en_span(start, start + len(word)),
            Fix(gone[0][1][0]),
            (passage.zh_span(at, at + len(gone[0][0])),),
            text=word,
            zh=gone[0][0],
            name=gone[0][1][0],
        )


def _replaced(passage: Passage, places: Sequence[tuple[int, int, int]]) -> Iterator[Finding]:
    """A word before a listed part that is not read like the other part: 叶尔兰·哈那提, “Yerbol Hanat”."""
    spellings = {number: _parts().said[number][1] for number, _, _ in places}
    for named in _DOTTED.finditer(passage.zh):
        forms = {form for number, _, end in places if end == named.end(1) for form in spellings[number]}
        firsts = [named[1][-size:] for size in range(2, len(named[1]) + 1)]
        for number, start, past in places:
            if start != named.end() or forms & set(_WORD.findall(passage.en)):
                continue
            last = "|".join(spellings[number])
            for found in re.finditer(rf"\b([A-Z][a-zöü]{{2,}}) (?:{last})\b", passage.en):
                if _is_other(found[1], firsts):
                    yield rules.PERSON.at(
                        passage.en_span(*found.span(1)),
                        None,
                        (passage.zh_span(named.start(), past),),
                        text=found[1],
                        zh=passage.zh[named.start() : past],
                        name=min(forms, default=named[1]),
                    )


def _misread(passage: Passage, places: Sequence[tuple[int, int, int]]) -> Iterator[Finding]:
    """A given name of Japan that does not end as its last character is read: 佐藤健二, “Kenichi Sato”."""
    for number, start, end in places:
        zh, surnames = _parts().said[number]
        given = _GIVEN.match(passage.zh, end) if zh in _japanese() else None
        longer = given and passage.zh[given.end() : given.end() + 1] in _endings()
        ending = _endings().get(given[0][-1]) if given and not longer else None
        if not given or not ending:
            continue
        surname = "|".join(surnames)
        for found in re.finditer(
            rf"\b(?:([A-Z][a-zōū]{{2,}}) (?:{surname})|(?:{surname}) ([A-Z][a-zōū]{{2,}}))\b", passage.en
        ):
            word = found[1] or found[2]
            if (
                passage.zh.count(zh) > 1
                or frequency(word.lower()) >= _USUAL
                or word.lower().translate(_LONG).endswith(ending)
            ):
                continue
            yield rules.PERSON.at(
                passage.en_span(*found.span(1 if found[1] else 2)),
                None,
                (passage.zh_span(start, given.end()),),
                text=word,
                zh=zh + given[0],
                name=f"…{ending[0]}",
            )


def _again(passage: Passage, places: Sequence[tuple[int, int, int]]) -> Iterator[Finding]:
    """Another name later in the Chinese that begins alike, where the English has the one again.

    阿依古丽 and then 阿依夏木, Ayigul and Ayigul.
    """
    begun = {start for _, start, _ in places}
    for number, _, end in places:
        zh, forms = _parts().said[number]
        words = [word for word in _WORD.findall(passage.en) if frequency(word.lower()) < _USUAL]
        again = next((form for form in forms if words.count(form) > 1), None)
        if len(zh) <= _SHORT or again is None or passage.zh.count(zh) > 1:
            continue
        for match in re.finditer(f"{zh[:2]}{_LATER}{{{len(zh) - 2}}}", passage.zh[end:]):
            at = end + match.start()
            if at not in begun and not any(_is_called(word, match[0]) for word in words if word != again):
                yield rules.TWO_SPELLINGS.at(
                    passage.zh_span(at, at + len(zh)),
                    Fix(zh),
                    (passage.en_span(passage.en.index(again), passage.en.index(again) + len(again)),),
                    text=match[0],
                    name=zh,
                )


_SHORT = 3
_LATER = "[^\x00-\u2fff\u3000-\u4dff，。；：、的了是在和与也将说对把被有从向]"
"""A character that a name may go on with, and no particle or verb behind it."""
_GIVEN = regex("[\u4e00-\u9fff]{1,2}(?![\u4e00-\u9fff]{0,1}(?:公司|集团|大学|市|县))")
_LONG = str.maketrans("ōū", "ou")


@cache
def _japanese() -> frozenset[str]:
    """The parts that are family names of Japan."""
    listed = rows("transcriptions.csv")
    return frozenset(zh for row in listed if "Japan" in row["source"] for zh in row["zh"].split("|"))


@cache
def _endings() -> dict[str, tuple[str, ...]]:
    """How given names of Japan end in letters, by their last character."""
    return {zh: tuple(en) for zh, en in pairs("japanese.csv")}


def _is_other(word: str, names: Sequence[str]) -> bool:
    """Whether a word is a name, but not one of these by its sound."""
    return frequency(word.lower()) < _USUAL and not any(_is_called(word, name) for name in names)


def _is_called(word: str, name: str) -> bool:
    """Whether a word may be a name by its sound."""
    return may_sound(name, word) and same_end(name, word)


@cache
def _parts() -> Keys[tuple[str, tuple[str, ...]]]:
    """The Chinese parts, each with itself and its spellings, in the order of the table."""
    return Keys({zh: (zh, en) for zh, en in pairs("transcriptions.csv")})


@cache
def _spellings() -> frozenset[str]:
    return frozenset(word for _, en in pairs("transcriptions.csv") for word in en)
