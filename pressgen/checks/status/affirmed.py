"""A deed that one text denies and the other tells as done: 未签, “have signed a contract”.

What is denied is the word behind the denial; the other text has it by CC-CEDICT, in a clause of its own
without a word that may deny in any way, as a verb. Words of no deed in particular (make, 做) prove nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from pressgen.checks import cedict
from pressgen.checks.passages import Passage, Sentence
from pressgen.checks.status.cues import Cue
from pressgen.checks.status.denials import ABSENT, FAMILY, NO_DEED, family, has_weight, is_idiom, is_yet
from pressgen.checks.status.plain import (
    CLAUSE,
    DENIED_ZH,
    NEAR,
    clause,
    is_done_by_now,
    is_plain,
    is_to_come,
    is_verb,
    may_be_denied,
)
from pressgen.document import Span
from pressgen.regex import regex
from pressgen.text import since

VAGUE = family(
    cedict.root(word)
    for word in re.findall(
        r"\w+",
        """
        do make have become be get put keep want should still also sort kind case good well allow able exist
        without since before after until while usually often especially generally
        """,
    )
)
"""Roots of words that are no deed in particular."""
_LIGHT = frozenset(  # characters that are half a word
    "作做有是为及误过使让对用得到出上下来去必须要能会可应该当再曾被将因受在与和同向令给多少大小高低好"
)
_CLOSES = regex("[了过，。；、：！？,;)）]|$")
_CONTRAST = regex("而是|而非|反而|不是|并非")
"""What sets something right: the denial is half of what is said."""
_HEDGED = regex("[仅只唯除才]|与否|[是能可]否|以免|以防|如果|若|一旦|直[到至]|之前|以前")
"""In such a clause the denial is one of a part, or of what may come."""


@dataclass(frozen=True, slots=True)
class Affirmed:
    """A denial, and where the other text tells of its deed without one."""

    denial: Cue
    span: Span


def affirmed(passage: Passage, zh: Sequence[Cue], en: Sequence[Cue]) -> Iterator[Affirmed]:
    """Denials of two passages, given with all words that may deny, whose deeds are told as done."""
    more = sum(cue.sure for cue in zh) - sum(cue.sure for cue in en)
    for cue in zh:
        if cue.sure and (place := (more > 0 and _in_english(cue, passage, en)) or _firmly(cue, passage, en)):
            yield Affirmed(cue, place)
    for cue in en if more < 0 else ():
        if cue.sure and not is_idiom(cue) and (place := _in_chinese(cue, passage, zh)):
            yield Affirmed(cue, place)


def is_named(cue: Cue, answers: Sequence[Sentence]) -> bool:
    """Whether the other text has the deed that a denial denies, or another word behind it, in any form."""
    if cue.block.lang == "en":
        return bool(_told_in_chinese(cue, answers))
    said = _said(answers)
    return is_affirmed(cue, answers) or any(said & each for each in words_behind(cue))


def _said(answers: Sequence[Sentence]) -> set[str]:
    """The roots of the words of an English answer."""
    return family(root for sentence in answers for root in cedict.said(sentence.text)) - VAGUE


def words_behind(cue: Cue) -> Iterator[set[str]]:
    """What each word behind a Chinese denial means, in its clause."""
    behind = _behind(cue)
    return (
        family(cedict.leading(behind[start:end])) - VAGUE
        for start, end in cedict.places(behind)
        if end - start > 1
    )


def _behind(cue: Cue) -> str:
    """What stands behind a denial in its clause, as far as it may be denied."""
    text, lang = cue.block.text, cue.block.lang
    return text[cue.end : min(clause(text, lang, cue.start, cue.end)[1], cue.end + NEAR[lang])]


def is_done_elsewhere(done: Cue, planned: Cue, answers: Sequence[Sentence]) -> bool:
    """Whether the English tells what is done in Chinese (已于去年售罄) in a clause that plans nothing."""
    behind = _behind(done)
    words = (behind[start:end] for start, end in cedict.places(behind))
    roots = {root for word in words for root in family(cedict.leading(word))} - VAGUE
    first, last = clause(planned.block.text, "en", planned.start, planned.end)
    return any(
        root[:FAMILY] in roots
        and (
            not first <= sentence.start + start < last
            or (sentence.start + start < planned.start and sentence.text[start:end].endswith("ed"))
        )
        for sentence in answers
        for start, end, root in cedict.words(sentence.text)
    )


def is_affirmed(cue: Cue, answers: Sequence[Sentence]) -> bool:
    """Whether the other text has what is denied; the Chinese has it where nothing in its clause denies."""
    if cue.block.lang == "zh":
        deed, said = _deed_zh(cue), _said(answers)
        meant = family(cedict.leading(deed[1])) - VAGUE if deed else set()
        return bool(said & meant) or any(
            said & each for each in islice(words_behind(cue), None if cue.text.endswith(_NONE) else _FIRST)
        )
    roots = (root[:FAMILY] for _, _, root in cedict.words(_behind(cue)))
    first = next((root for root in roots if root != _YET_ROOT), "")
    return cue.text.lower() in _PLAIN_NO and first in _told_in_chinese(cue, answers)


_FIRST = 3
"""Words behind a Chinese denial that are denied, too: 不收取会员费; of what there is none, all."""
_NONE = ("无", "没有")
_YET_ROOT = cedict.root("yet")
_PLAIN_NO = frozenset({"no", "not", "never", "none"})


def _told_in_chinese(cue: Cue, answers: Sequence[Sentence]) -> set[str]:
    """The roots of the words behind an English denial that a Chinese clause has without one."""
    roots = family(cedict.said(_behind(cue))) - VAGUE
    return {
        root
        for sentence in answers
        for start, end in cedict.places(sentence.text)
        for root in family(cedict.leading(sentence.text[start:end])) & roots
        if is_plain(sentence, start, end, ()) and not cedict.roots(sentence.text[start:end]) & ABSENT
    }


def _in_english(cue: Cue, passage: Passage, denials: Sequence[Cue]) -> Span | None:
    """Where the English tells of the deed that the Chinese denies as one that was done."""
    deed = None if _is_contrast(cue, passage) else _deed_zh(cue)
    roots = family(cedict.leading(deed[1])) - VAGUE if deed else set()
    if not deed or _is_told_again(deed[0], roots, passage):
        return None
    for sentence, start, end in _undenied(roots, passage, denials):
        if is_verb(sentence, start) and not (is_yet(cue) and is_to_come(sentence, start)):
            return sentence.block.span(sentence.start + start, sentence.start + end)
    return None


def _firmly(cue: Cue, passage: Passage, denials: Sequence[Cue]) -> Span | None:
    """Where the English tells of what a firm denial denies."""
    is_heavy = has_weight(cue)
    if not (is_heavy or is_yet(cue)) or _is_contrast(cue, passage):
        return None
    roots = set[str]().union(*islice(_told_once(cue, passage), _FIRST))
    found = _undenied(roots, passage, denials)
    if not is_heavy:
        found = [each for each in found if is_done_by_now(each[0], each[1])]
    if not found:
        return None
    sentence, start, end = next((each for each in found if is_verb(*each[:2])), found[0])
    return sentence.block.span(sentence.start + start, sentence.start + end)


def _undenied(roots: set[str], passage: Passage, denials: Sequence[Cue]) -> list[tuple[Sentence, int, int]]:
    """The English words of some roots, each in its sentence; none if one stands in a clause that may deny."""
    found = [
        (sentence, start, end)
        for sentence in passage.en
        for start, end, root in cedict.words(sentence.text)
        if root[:FAMILY] in roots
    ]
    return [] if any(may_be_denied(*each, denials) for each in found) else found


def _told_once(cue: Cue, passage: Passage) -> Iterator[set[str]]:
    """What each word in a denial (未发现) or behind it means, if the Chinese says it nowhere else."""
    text = cue.text + _behind(cue)
    for start, end in cedict.places(text):
        word = text[start:end]
        roots = (
            family(cedict.roots(word)) - VAGUE if end - start > 1 and not DENIED_ZH.search(word) else set()
        )
        if roots and not _is_told_again(cue.start + start, roots, passage):
            yield roots


def _is_contrast(cue: Cue, passage: Passage) -> bool:
    text = cue.block.text
    begin, end = clause(text, "zh", cue.start, cue.end)
    return bool(_HEDGED.search(text, begin, end)) or any(
        not (found.start() < cue.end and cue.start < found.end())
        for sentence in passage.zh
        if sentence.holds(cue.block, cue.start)
        for found in _CONTRAST.finditer(text, sentence.start, sentence.end)
    )


def _deed_zh(cue: Cue) -> tuple[int, str] | None:
    """The place and word that a Chinese denial denies, the first behind it that says a deed."""
    text, begin = cue.block.text, cue.end
    for at, past in cedict.places(_behind(cue)):
        word = text[begin + at : begin + past]
        if word in NO_DEED or word in _LIGHT:
            continue
        if len(word) > 1 or _CLOSES.match(text, begin + past):
            return begin + at, word
        return None
    return None


def _is_told_again(place: int, roots: set[str], passage: Passage) -> bool:
    """Whether the Chinese has a word of the same meaning elsewhere, which the English may answer."""
    for sentence in passage.zh:
        text = sentence.text
        for start, end in cedict.places(text):
            here = sentence.start + start
            apart = not here <= place < sentence.start + end and abs(here - place) > 1
            if apart and family(cedict.roots(text[start:end])) & roots:
                return True
    return False


_NOT = regex(
    r"\b(?:not|never|cannot|yet to(?: be)?|fail(?:s|ed)? to|no longer|no ?one|nobody)$|n[’']t$",
    re.IGNORECASE,
)
_BUT = regex(
    r"\b(?:but|only|just|merely|simply|necessarily|because|unless|until|rather|instead|if|whether|so|too)\b"
)
"""In such a clause a denial sets something right, or is half of a condition."""


def _in_chinese(cue: Cue, passage: Passage, denials: Sequence[Cue]) -> Span | None:
    is_no = cue.text.lower() == "no"
    roots = _deed_en(cue) if is_no or _NOT.search(cue.text) else set()
    for sentence in passage.zh if roots else ():
        text = sentence.text
        for start, end in cedict.places(text):
            word = text[start:end]
            if len(word) > 1 and family(cedict.leading(word)) & roots and not cedict.roots(word) & ABSENT:
                at = sentence.start + start
                others = [
                    each
                    for each in denials
                    if each.sure
                    or each.block is not sentence.block
                    or not start <= each.start - sentence.start < end
                ]
                is_so = _is_there(sentence, at) if is_no else not others or _is_done(sentence, at)
                if is_so and is_plain(sentence, start, end, others):
                    return sentence.block.span(at, sentence.start + end)
                return None
    return None


_ALREADY = regex("(?:已|已经|业已|均已|现已)$")


def _is_done(sentence: Sentence, at: int) -> bool:
    """Whether a Chinese deed is said to be done already, whatever else is denied beside it."""
    return bool(_ALREADY.search(sentence.block.text, sentence.start, at))


_THERE = regex("(?:有|存在|出现|发现|发生)[^，。；：！？]{0,12}$")


def _is_there(sentence: Sentence, at: int) -> bool:
    """Whether a Chinese thing is said to be there: 有……的计划."""
    return bool(_THERE.search(sentence.block.text, max(sentence.start, at - 16), at))


_LIKELY_WORDS = "expected likely due allowed able single supposed bound set going ready"
_LIKELY = frozenset(cedict.root(word) for word in re.findall(r"\w+", _LIKELY_WORDS))
"""What stands before a deed and says how likely it is."""


def _deed_en(cue: Cue) -> set[str]:
    """The root of the word that an English denial denies, unless its sentence says it again."""
    text = cue.block.text
    stop = CLAUSE["en"].search(text, cue.end)
    if _BUT.search(text, since(CLAUSE["en"], text, cue.start), stop.end() if stop else len(text)):
        return set()
    first = next((root[:FAMILY] for _, _, root in cedict.words(_behind(cue)) if root not in _LIKELY), "")
    again = sum(root[:FAMILY] == first for _, _, root in cedict.words(text)) > 1
    return set() if again else {first} - VAGUE
