"""A school, museum or hospital of the same place but of another kind: Lanzhou University, 兰州理工大学.

One name has no more than its place and its head, the other one a kind too, which no word of the other text
answers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pressgen.checks import cedict
from pressgen.checks.naming.heads import (
    LONG,
    WORD,
    Name,
    by_sort,
    chinese,
    english,
    found,
    in_chinese,
    plain,
    wide,
)
from pressgen.checks.naming.lexicon import mentions
from pressgen.checks.naming.passage import Passage
from pressgen.findings import Finding

_SORTS = ("school", "museum", "hospital")
"""Sorts whose names are not shortened to the place: Kunming Airport is 昆明长水国际机场."""
_LEVELS = "省市县区州旗盟"


def check(passage: Passage) -> Iterator[Finding]:
    """The only name of a sort in either text, where one is bare and the other one's kind is unsaid."""
    for sort in _SORTS if max(len(passage.zh), len(passage.en)) <= LONG else ():
        zh_heads, en_heads = by_sort()[sort]
        zh = {name.text: name for name in chinese(passage, zh_heads)}
        names = {name.text: name for name in english(passage, en_heads)} if len(zh) == 1 else {}
        if len(names) != 1:
            continue
        [ours], [theirs] = zh.values(), names.values()
        kind = _kind(zh_heads.sub("", ours.text))
        more = _more(theirs, en_heads)
        if kind is None or bool(kind) == bool(more) or _is_renamed(ours, theirs):
            continue
        if _is_unsaid(kind, passage) if kind else not _is_said(theirs, more, passage):
            yield found(passage, theirs, ours)


def _is_renamed(ours: Name, theirs: Name) -> bool:
    """Whether a Chinese college calls itself a university in English: 绍兴文理学院, Shaoxing University."""
    return ours.text.endswith("学院") and "University" in theirs.text


def _is_said(name: Name, words: Sequence[tuple[int, str]], passage: Passage) -> bool:
    """Whether the Chinese has any of the words of an English name."""
    return any(in_chinese(passage, name.start + at, word) for at, word in words)


def _kind(own: str) -> str | None:
    """What stands behind the place in a Chinese name; None where it names none."""
    places = [mention for mention in mentions(own, "zh") if mention.codes]
    return own[places[-1].end :].lstrip(_LEVELS) if places else None


def _more(name: Name, heads: re.Pattern[str]) -> list[tuple[int, str]]:
    """The words of an English name beside its head and its place, each with where it begins."""
    own = heads.sub(lambda head: " " * len(head[0]), name.text)
    places = [mention for mention in mentions(own, "en") if mention.codes]
    return [
        (word.start(), word[0])
        for word in re.finditer(WORD, own)
        if word[0].lower() not in plain()
        and not any(place.start <= word.start() < place.end for place in places)
    ]


def _is_unsaid(kind: str, passage: Passage) -> bool:
    """Whether the English has no word for any word of a kind."""
    said = cedict.said(passage.en_around)
    words = [kind[start:end] for start, end in cedict.places(kind) if end - start > 1]
    words = [word for word in words if word not in plain() and word not in wide()]
    meant = [cedict.roots(word) for word in words]
    return bool(words) and all(roots and not roots & said for roots in meant)
