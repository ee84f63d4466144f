"""A school, museum or hospital of the same place but of another kind: Lanzhou University, 兰州理工大学.

The English name has no more than its place and its head, the Chinese one a kind too, which no word of the
English answers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressgen.checks import cedict
from pressgen.checks.naming.heads import LONG, WORD, Name, chinese, english, found
from pressgen.checks.naming.headwords import by_sort, plain, wide
from pressgen.checks.naming.lexicon import mentions
from pressgen.checks.naming.passage import Passage
from pressgen.findings import Finding

_SORTS = ("school", "museum", "hospital")
"""Sorts whose names are not shortened to the place: Kunming Airport is 昆明长水国际机场."""
_LEVELS = "省市县区州旗盟"


def check(passage: Passage) -> Iterator[Finding]:
    """The only name of a sort in either text, where the English leaves out the kind of the Chinese."""
    for sort in _SORTS if max(len(passage.zh), len(passage.en)) <= LONG else ():
        zh_heads, en_heads = by_sort()[sort]
        zh = {name.text: name for name in chinese(passage, zh_heads)}
        names = {name.text: name for name in english(passage, en_heads)} if len(zh) == 1 else {}
        if len(names) != 1:
            continue
        [ours], [theirs] = zh.values(), names.values()
        kind = _kind(zh_heads.sub("", ours.text))
        if (
            kind
            and _is_bare(theirs, en_heads)
            and not _is_renamed(ours, theirs)
            and _is_unsaid(kind, passage)
        ):
            yield found(passage, theirs, ours)


def _is_renamed(ours: Name, theirs: Name) -> bool:
    """Whether a Chinese college calls itself a university in English: 绍兴文理学院, Shaoxing University."""
    return ours.text.endswith("学院") and "University" in theirs.text


def _kind(own: str) -> str:
    """What stands behind the place in a Chinese name; nothing where it names none."""
    places = [mention for mention in mentions(own, "zh") if mention.codes]
    return own[places[-1].end :].lstrip(_LEVELS) if places else ""


def _is_bare(name: Name, heads: re.Pattern[str]) -> bool:
    """Whether an English name has no words beside its head and its place."""
    own = heads.sub(lambda head: " " * len(head[0]), name.text)
    places = [mention for mention in mentions(own, "en") if mention.codes]
    return all(
        word[0].lower() in plain() or any(place.start <= word.start() < place.end for place in places)
        for word in re.finditer(WORD, own)
    )


def _is_unsaid(kind: str, passage: Passage) -> bool:
    """Whether the English has no word for any word of a kind."""
    said = cedict.said(passage.en_around)
    words = [kind[start:end] for start, end in cedict.places(kind) if end - start > 1]
    words = [word for word in words if word not in plain() and word not in wide()]
    meant = [cedict.roots(word) for word in words]
    return bool(words) and all(roots and not roots & said for roots in meant)
