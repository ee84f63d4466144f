"""What one text plans, weighs, proposes, asks for or supposes, and the other tells as done or so.

Two answers have to fail: the sentences that tell of the same thing, by CC-CEDICT, have no word for anything
that is not so yet, of whatever kind; and they have a verb for what was done.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pressgen.checks import cedict
from pressgen.checks.passages import Passage, Sentence, cut
from pressgen.checks.status.affirmed import VAGUE, is_done_elsewhere
from pressgen.checks.status.cues import Cue
from pressgen.checks.status.denials import FAMILY, family
from pressgen.document import Span
from pressgen.errors import Wording
from pressgen.regex import regex
from pressgen.text import since

SLIPS = {
    "plan": Wording("一说打算做，一说已经做了", "one plans it, the other says it is done"),
    "weigh": Wording("一说还在研究（商谈），一说已经做了", "one still weighs it, the other says it is done"),
    "propose": Wording("一说建议（提请），一说已经做了", "one proposes it, the other says it is done"),
    "ask": Wording("一说申请（请求），一说已经得到", "one asks for it, the other says it is done"),
    "guess": Wording("一说可能（疑似），一说确是如此", "one supposes it, the other says it is so"),
    "short": Wording("一说不足以，一说可以", "one says it is not enough, the other that it is"),
}
"""What is said, by the value of a word for what is not so yet."""
_NEAR = {"zh": 16, "en": 72}
"""So many letters behind such a word tell what it is said of."""
_ENDS = {"zh": regex("[，。；：！？\n]"), "en": regex(r"[,;:.!?—](?=\s|$)")}
_PARTS, _CLAUSES = regex("[;；]|——| — "), regex(r"[;；，]|——| — |,\s|\b(?:and|but|while)\s")
"""What parts a sentence into two that say things of their own, and into clauses."""
_SAYING = frozenset({"guess", "propose"})
"""What may have a comma before what it is said of: 专家推测，……"""
_ENOUGH = 2
"""So many words that a clause shares with the other text tell that it is about the same."""


@dataclass(frozen=True, slots=True)
class Fulfilled:
    """A word for what is not so yet, and the verb by which the other text tells it as done."""

    word: Cue
    span: Span


def fulfilled(
    passage: Passage, zh: Sequence[Cue], en: Sequence[Cue], done: Sequence[Cue]
) -> Iterator[Fulfilled]:
    """Words for what is not so yet that nothing answers.

    Given with all such words of both texts and the verbs of what is done.
    """
    for word in (*zh, *en):
        if not word.sure:
            continue
        there, answers = (passage.en, en) if word.block.lang == "zh" else (passage.zh, zh)
        ways = ((_PARTS, 1), (_CLAUSES, _ENOUGH)) if word.block.lang == "zh" else ((_PARTS, 1),)
        for sign, least in ways:
            verb = _told_as_done(word, cut(there, sign), answers, done, least)
            if verb and not (verb.block.lang == "zh" and is_done_elsewhere(verb, word, passage.en)):
                yield Fulfilled(word, verb.span)
                return


def _told_as_done(
    word: Cue, there: Sequence[Sentence], answers: Sequence[Cue], done: Sequence[Cue], least: int
) -> Cue | None:
    """The verb of what is done in stretches that tell of the same, if none has a word for what is not so."""
    shared = [(len(_shared(word, stretch)), stretch) for stretch in there]
    alike = [stretch for count, stretch in shared if count]
    if any(_within(answers, stretch) for stretch in alike):
        return None
    return next(
        (verb for count, stretch in shared if count >= least for verb in _within(done, stretch)), None
    )


def _within(cues: Sequence[Cue], sentence: Sentence) -> list[Cue]:
    return [cue for cue in cues if sentence.holds(cue.block, cue.start)]


def _shared(word: Cue, stretch: Sentence) -> set[str]:
    """What a stretch of the other language has, by the dictionary, of the clause of such a word."""
    text, lang = word.block.text, word.block.lang
    begin = word.end + (bool(_SAYING & word.values) and text.startswith("，", word.end))
    stop = _ENDS[lang].search(text, begin)
    first = since(_ENDS[lang], text, word.start)
    behind = text[begin : min(stop.start() if stop else len(text), begin + _NEAR[lang])]
    here = f"{text[max(first, word.start - _NEAR[lang]) : word.start]} {behind}"
    there = stretch.text
    zh, en = (here, there) if lang == "zh" else (there, here)
    said = family(cedict.said(en)) - VAGUE
    return {
        root
        for start, end in cedict.places(zh)
        if end - start > 1
        for root in family(cedict.leading(zh[start:end])) - VAGUE
        if any(_is_one(root, other) for other in said)
    }


def _is_one(root: str, other: str) -> bool:
    """Whether two roots are of one word: merg-e, merge-r."""
    return root == other or (
        min(len(root), len(other)) >= FAMILY - 1 and root[: FAMILY - 1] == other[: FAMILY - 1]
    )
