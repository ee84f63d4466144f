"""A body that everybody knows in the English, for one of its sort in the Chinese that no table lists.

The English names Yunnan University, which the Chinese does not; the Chinese names 昆明医科大学, and what
makes that one its own (医科) is nowhere in the English.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pressgen.checks import cedict
from pressgen.checks.naming import rules
from pressgen.checks.naming.lexicon import Mention
from pressgen.checks.naming.passage import Passage
from pressgen.findings import Finding
from pressgen.regex import regex

_SORTS = {
    "school": regex("(?:大学|学院)(?!生|城|路)"),
    "association": regex("(?:协会|学会|联合会|商会|残联|工商联)"),
    "charity": regex("(?:协会|学会|联合会|基金会|残联|工商联)"),
    "bank": regex("银行(?!卡|账|业|间|存)"),
    "museum": regex("(?:博物馆|博物院|美术馆|纪念馆)"),
    "hospital": regex("医院"),
}
"""How the Chinese names of a sort end."""
_LONGER = regex(r" (?:of|for) (?:the )?[A-Z]")
"""What goes on behind a listed name: Hunan University of Technology."""
_AHEAD = 8
"""Characters before such an end in which the word that makes a body its own stands."""


def check(passage: Passage, zh: Sequence[Mention], surplus: Sequence[Mention]) -> Iterator[Finding]:
    """The one body of a sort that only the English has, where the Chinese has one that no table lists."""
    for mention in surplus:
        ends = _SORTS.get(mention.kind)
        alone = sum(other.kind == mention.kind for other in surplus) == 1
        if ends is None or not alone or _LONGER.match(passage.en, mention.end):
            continue
        taken = {at for other in zh if other.kind == mention.kind for at in range(other.start, other.end)}
        found = [
            (own[0], match.end())
            for match in ends.finditer(passage.zh)
            if match.start() not in taken and (own := _own(passage, match.start()))
        ]
        if len({passage.zh[slice(*place)] for place in found}) == 1:
            start, end = found[0]
            yield rules.OTHER.at(
                passage.en_span(mention.start, mention.end),
                None,
                (passage.zh_span(start, end),),
                text=mention.text,
                zh=passage.zh[start:end],
                name=passage.zh[start:end],
            )


def _own(passage: Passage, end: int) -> tuple[int, int] | None:
    """The word right before the end of a name, where nothing in the English means it."""
    ahead = passage.zh[max(0, end - _AHEAD) : end]
    words = [(start, past) for start, past in cedict.places(ahead) if past == len(ahead) and past - start > 1]
    if not words:
        return None
    start, past = min(words)
    meant = cedict.leading(ahead[start:past])
    if not meant or meant & cedict.said(passage.en_around):
        return None
    at = end - len(ahead) + start
    return at, end
