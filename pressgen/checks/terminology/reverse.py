"""Names of the English that the Chinese does not have, and names that took each other's place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from pressgen.checks.align import Group
from pressgen.checks.terminology import rules
from pressgen.checks.terminology.counterparts import MONEY
from pressgen.checks.terminology.likeness import named, words
from pressgen.checks.terminology.places import Placed
from pressgen.document import Block
from pressgen.findings import Finding, Fix
from pressgen.glossary.entry import Entry
from pressgen.regex import regex
from pressgen.todo import todos

_PROPER = ("place", "body", "company", "event", "person")
_BEFORE = regex(r"(?:[A-Z][\w’'.&-]*|\bof(?: the)?|[-–/&])\s?$")
_AFTER = regex(r"\s(?:[A-Z][\w-]*|of [A-Z]|&)|[-–/&]\w")
_LONG = 3
"""A name of three words or more is no part of a longer one by chance."""


def swapped(
    zh: Sequence[Placed], en: Sequence[Placed], groups: Sequence[Group], on: str
) -> Iterator[Finding]:
    """One name of a sort in the Chinese paragraph alone, and another of the sort in the English alone."""
    ours, theirs = _by_block(filter(_is_name, zh)), _by_block(filter(_is_alone, en))
    for group in groups:
        said = "\n".join(block.text for block in group.zh)
        here = _each([place for block in group.zh for place in ours.get(id(block), ())])
        there = _each([place for block in group.en for place in theirs.get(id(block), ())])
        unanswered = [place for place in here if not (_answered(place, group, there) or place.across_word)]
        others = [place for place in there if not named_in(place.match.entry, said, said)]
        for place, other in _opposed(unanswered, others):
            name = place.match.entry.name("en", place.match.term.form, on)
            fields = {"text": other.text, "zh": place.text, "name": name}
            yield rules.OTHER_NAME.at(other.span, Fix(name), related=(place.span,), **fields)


def added(en: Sequence[Placed], groups: Sequence[Group], on: str) -> Iterator[Finding]:
    """English names that stand nowhere in the Chinese, not even in short where it answers; each once."""
    said = "\n".join(block.text for group in groups for block in group.zh)
    answers = {block: _near(number, groups) for number, group in enumerate(groups) for block in group.en}
    for place in _each(en):
        entry, beside = place.match.entry, answers.get(place.block, [])
        if not beside or entry.loose or any(map(todos, beside)) or not _is_alone(place):
            continue
        near = "\n".join(block.text for block in beside)
        name = entry.name("zh", place.match.term.form, on) or entry.name("zh")
        if name and not named_in(entry, said, near) and not _in_short(name, near):
            yield rules.ADDED.at(place.span, text=place.text, name=name)


_SHORT = {
    "春节": ("春运", "春晚", "除夕", "农历新年", "大年", "过年"),
    "清明节": ("明前",),
    "奥林匹克运动会": ("奥运",),
    "冬季奥林匹克运动会": ("冬奥",),
}
"""Words that have a name in them or stand beside it: 春运, the Spring Festival travel rush."""


def _in_short(name: str, near: str) -> bool:
    return any(word in near for word in _SHORT.get(name, ()))


def _near(number: int, groups: Sequence[Group]) -> list[Block]:
    """The Chinese that answers, with the paragraphs beside it; none where nothing answers."""
    around = groups[max(number - 1, 0) : number + 2] if groups[number].zh else ()
    return [block for group in around for block in group.zh]


def _each(names: Sequence[Placed]) -> list[Placed]:
    """The first of each concept."""
    return list({place.match.entry.id: place for place in reversed(names)}.values())[::-1]


def _by_block(names: Iterable[Placed]) -> dict[int, list[Placed]]:
    found: dict[int, list[Placed]] = {}
    for place in names:
        found.setdefault(id(place.block), []).append(place)
    return found


def _is_name(place: Placed) -> bool:
    """A proper name; what money is called belongs to the figures."""
    entry = place.match.entry
    terms = entry.of("zh")
    proper = entry.kind in _PROPER or (not entry.kind and entry.name("en")[:1].isupper())
    return proper and bool(terms) and not any(term.text in MONEY for term in terms)


def _is_alone(place: Placed) -> bool:
    """A name that is no part of a longer one: Bank of China, China Southern, Korea Times."""
    text, start, end = place.block.text, place.match.start, place.match.end
    if not _is_name(place) or "case" in place.match.variants:
        return False
    return place.text.count(" ") + 1 >= _LONG or not (
        _BEFORE.search(text[max(0, start - 80) : start]) or _AFTER.match(text[end : end + 20])
    )


def _answered(place: Placed, group: Group, en: Sequence[Placed]) -> bool:
    entry = place.match.entry
    if any(other.match.entry.id == entry.id for other in en):
        return True
    said = words(" ".join(block.text for block in group.en))
    return any(named(term.text, said) for term in entry.of("en")) or _todo(group.en)


def _todo(blocks: Sequence[Block]) -> bool:
    return any(todos(block) for block in blocks)


def _opposed(unanswered: Sequence[Placed], others: Sequence[Placed]) -> Iterator[tuple[Placed, Placed]]:
    """Names of one sort, one on each side and no more; neither part of the other."""
    for place in unanswered:
        others = [other for other in others if _same_sort(place.match.entry, other.match.entry)]
        rivals = [rival for rival in unanswered if _same_sort(place.match.entry, rival.match.entry)]
        if len(others) == len(rivals) == 1:
            yield place, others[0]


def _same_sort(first: Entry, second: Entry) -> bool:
    """Persons, or things that end in the same character: 南海区 and 顺德区, 商务局 and 财政局."""
    if first.kind != second.kind:
        return False
    if first.kind == "person":
        return True
    mine, its = ({term.text[-1] for term in entry.of("zh")} for entry in (first, second))
    return bool(mine & its)


_NEAR = "[该本其此这那我贵全两各]"
_POINTING = regex(f"{_NEAR}|他|她|它|前者|后者|当地|双方|三方")
_OWN_LAND = regex("(?:[该本此这我全两各外]|为)国|国[内产家人民]|华|内地|当地|境[内外]")
_LEAST = 2
_GENERIC = "省市区县镇乡村国州盟旗"


def named_in(entry: Entry, text: str, around: str) -> bool:
    """Whether Chinese says what an entry is about: by a listed name anywhere, or shortened close by.

    ``around`` is the paragraph that answers and its neighbours. What may be the name counts as the name.

    >>> from pressgen.glossary.entry import Term
    >>> bureau = Entry("bureau", (Term("佛山市商务局", "zh"),), kind="body")
    >>> [named_in(bureau, "", text) for text in ("市商务局表示", "市教育局表示", "该局表示")]
    [True, False, True]
    """
    names = [term.text for term in entry.of("zh")]
    if any(name in text for name in names):
        return True
    if entry.kind in ("place", ""):
        return any(_is_place(name, around) for name in names)
    if _POINTING.search(around):
        return True
    if entry.kind == "person":
        return any(name[0] in around for name in names)
    return any(_shortened(name).search(around) for name in names)


def _is_place(name: str, around: str) -> bool:
    """A place by its first character (英 for 英国, 中美), its name without the generic part, or as 该区."""
    if name[0] in around or (len(name) > _LEAST and name.rstrip(_GENERIC)[-1:] in around):
        return True
    if name[-1] not in _GENERIC:
        return bool(_OWN_LAND.search(around)) or "当地" in around
    own = _OWN_LAND.search(around) if name[-1] == "国" else None
    return bool(own or re.search(f"{_NEAR}{name[-1]}|{name[-1]}[内里中]", around))


@cache
def _shortened(name: str) -> re.Pattern[str]:
    """The last character of a name with one or more of those before it, in their order: 市商务局."""
    before = "".join(f"{re.escape(word)}?" for word in name[:-1])
    any_before = f"(?=[{re.escape(name[:-1])}])" if len(name) > 1 else ""
    return re.compile(f"{any_before}{before}(?<=[{re.escape(name[:-1])}]){re.escape(name[-1])}")
