"""Words of a sentence in clauses that deny nothing, and whether they tell of a deed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pressgen.checks.passages import Sentence
from pressgen.checks.status.cues import Cue
from pressgen.checks.status.denials import TURNS, list_end
from pressgen.regex import regex
from pressgen.text import since

CLAUSE = {
    "zh": regex("[，。；：！？,;:!?—（）]"),
    "en": regex(
        r"(?:[,;:!?—()]|(?<!\b[A-Z])\.)(?=\s|$|[”’\"])"
        r"|\b(?:and|but|while|whereas|though|although|which|who|whose)\b"
    ),
}
_AUXILIARY = regex(
    r"\b(?:have|has|had|did|does|do|will|would|can|could|may|must|shall|is|are|was|were|been|be|being|to|get|got|"
    r"gets|they|it|he|she|we|you|who|that|which)(?:\s[\w’'-]+){0,2}\s$",
    re.IGNORECASE,
)
_NOUN = regex(
    r"\b(?:the|an?|its|their|his|her|of|for|in|on|by|with|no|any|this|that|these|those)\s(?:[\w’'-]+\s)?$",
    re.IGNORECASE,
)
_VERB = regex(
    r"[A-Za-z’'-]+?(?:ed|[^s]s)\b|(?:met|held|paid|built|sold|sent|made|won|left|lost|began|rose|fell|grew)\b"
)
DENIED_ZH = regex("[不未没无非否别勿莫毋免禁停拒难]")
_SIMPLE_NO = frozenset("不未没无非否别勿莫毋")
"""What denies in any word; 拒, 禁 and 停 are a deed of their own, which may be denied."""
NEAR = {"zh": 8, "en": 48}
"""So many letters around a word are looked at."""


def clause(text: str, lang: str, start: int, end: int, first: int = 0) -> tuple[int, int]:
    """Where the clause around a stretch begins, not before ``first``, and where it ends."""
    stop = CLAUSE[lang].search(text, end)
    return since(CLAUSE[lang], text, start, first), stop.start() if stop else len(text)


def may_be_denied(sentence: Sentence, at: int, past: int, denials: Sequence[Cue]) -> bool:
    """Whether the English clause around a word has another word that may deny."""
    text = sentence.text
    begin, end = clause(text, "en", at, at)
    if any(found.end() <= at or past <= found.start() for found in TURNS["en"].finditer(text, begin, end)):
        return True
    return any(
        _stands_beside(denial, sentence, (begin, end), (at, past)) or _is_listed(denial, sentence, at)
        for denial in denials
    )


def _is_listed(denial: Cue, sentence: Sentence, at: int) -> bool:
    """Whether a word is part of a list that a denial before it denies."""
    return denial.block is sentence.block and denial.end <= sentence.start + at < list_end(denial)


def _stands_beside(denial: Cue, sentence: Sentence, within: tuple[int, int], word: tuple[int, int]) -> bool:
    """Whether a denial stands in a clause of a sentence and is not the word itself."""
    start, end = denial.start - sentence.start, denial.end - sentence.start
    return (
        denial.block is sentence.block
        and start < within[1]
        and within[0] < end
        and (denial.sure or not word[0] <= start < word[1])
    )


def is_verb(sentence: Sentence, start: int) -> bool:
    """Whether an English word is said of somebody as a deed, as far as its form and neighbours tell."""
    text = sentence.text
    if text[start].isupper() and start:
        return False
    before = text[max(0, start - NEAR["en"]) : start]
    if _NOUN.search(before):
        return False
    return bool(_AUXILIARY.search(before) or _VERB.match(text, start))


_TO_COME = regex(r"\b(?:to|will|would|shall|may|might|can|could|when|until|once|before)(?: [a-z]+)? $")


def is_to_come(sentence: Sentence, start: int) -> bool:
    """Whether an English deed is told as one to come, as it is of what 尚未 has happened: due to open."""
    return bool(_TO_COME.search(sentence.text, max(0, start - NEAR["en"]), start))


_BY_NOW = regex(r"\b(?:already|(?:has|have) (?:just |now )?been)(?: [a-z]+)? $")


def is_done_by_now(sentence: Sentence, start: int) -> bool:
    """Whether an English deed is told as done already: has been joined up."""
    return bool(_BY_NOW.search(sentence.text, max(0, start - NEAR["en"]), start))


def is_plain(sentence: Sentence, at: int, past: int, denials: Sequence[Cue]) -> bool:
    """Whether nothing but the word itself in the Chinese clause around it may deny."""
    text = sentence.text
    begin, end = clause(text, "zh", at, at)
    return not any(
        found.end() <= at or past <= found.start() or found[0] in _SIMPLE_NO
        for found in DENIED_ZH.finditer(text, begin, end)
    ) and not any(_stands_beside(denial, sentence, (begin, end), (at, past)) for denial in denials)
