"""Things of one sort of which the English names another one: dermatology for 骨科, table tennis for 羽毛球.

``sorts.csv`` has a row for each thing and its sort. Where both texts name as many of a sort, and each
names one that the other has in no word, by the table or by CC-CEDICT, the one stands for the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from pressgen.checks import cedict
from pressgen.checks.claims.lexicon import SORTS, Hit, Lexicon
from pressgen.checks.naming import rules
from pressgen.checks.naming.passage import Passage
from pressgen.findings import Finding
from pressgen.regex import regex

_JOINT = regex(r"[和与及、]?|,? (?:and |& )?")
"""What parts two things that are one field of a body: 地质古生物, geology and palaeontology."""
_SHORT = 1500
"""Characters of a longer English text, in which a thing may be told of anywhere."""


def check(passage: Passage) -> Iterator[Finding]:
    """A thing that only the English names, where the Chinese alone names one of its sort."""
    if not passage.is_short or len(passage.en) > _SHORT:
        return
    zh, en = _by_sort(passage.zh, "zh"), _by_sort(passage.en, "en")
    for sort in zh.keys() & en.keys():
        ours, theirs = _once(zh[sort], en[sort]), _once(en[sort], zh[sort])
        lacking = [hit for hit in ours if not _is_in_english(hit, passage.en_around)]
        surplus = [hit for hit in theirs if not _is_in_chinese(hit, passage.zh_around)]
        as_many = len(_things(ours)) == len(_things(theirs))
        alone = as_many and len(_things(lacking)) == len(_things(surplus)) == 1
        sides = (passage.zh, ours, lacking), (passage.en, theirs, surplus)
        if alone or all(_is_field(*side) for side in sides):
            yield _found(passage, lacking[0], surplus[0])


def _once(hits: Sequence[Hit], others: Sequence[Hit]) -> list[Hit]:
    """A word that may be several things once, as what the other text has: a museum may be of art."""
    there = _things(others)
    found: dict[int, Hit] = {}
    for hit in hits:
        if hit.start not in found or hit.row["zh"] in there:
            found[hit.start] = hit
    return list(found.values())


def _is_field(text: str, hits: Sequence[Hit], strange: Sequence[Hit]) -> bool:
    """Whether all that a text names of a sort is one field, and strange to the other text."""
    joined = all(_JOINT.fullmatch(text, hit.end, other.start) for hit, other in pairwise(hits))
    return joined and len(strange) == len(hits)


def _found(passage: Passage, zh: Hit, en: Hit) -> Finding:
    return rules.OTHER.at(
        passage.en_span(en.start, en.end),
        None,
        (passage.zh_span(zh.start, zh.end),),
        text=en.text,
        zh=zh.text,
        name=zh.row["en"].split("|")[0],
    )


@cache
def _lexicon(lang: str) -> Lexicon:
    return Lexicon.of_tables([SORTS], lang)


def _by_sort(text: str, lang: str) -> dict[str, list[Hit]]:
    found: dict[str, list[Hit]] = {}
    for hit in _lexicon(lang).find(text):
        found.setdefault(hit.row["class"], []).append(hit)
    return found


def _things(hits: Sequence[Hit]) -> set[str]:
    return {hit.row["zh"] for hit in hits}


def _is_in_english(hit: Hit, en: str) -> bool:
    """Whether an English text has a Chinese thing, by the table or by a meaning of its own."""
    if any(other.row == hit.row for other in _lexicon("en").every(en)):
        return True
    return bool(cedict.leading(hit.text) & cedict.said(en))


def _is_in_chinese(hit: Hit, zh: str) -> bool:
    """Whether a Chinese text has an English thing, by the table or by what its words mean."""
    if any(other.row == hit.row for other in _lexicon("zh").every(zh)) or hit.text in zh:
        return True
    roots = cedict.said(hit.text)
    return bool(roots) and roots <= cedict.meant(zh)
