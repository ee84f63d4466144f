"""What one text plans, weighs, proposes, asks for or supposes, and the other tells as done or so.

Two answers have to fail: the sentences that tell of the same thing, by CC-CEDICT, have no word for anything
that is not so yet, of whatever kind; and they have a verb for what was done.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pressgen.checks import cedict
from pressgen.checks.passages import Passage, Sentence
from pressgen.checks.status.affirmed import VAGUE
from pressgen.checks.status.cues import Cue
from pressgen.checks.status.denials import family
from pressgen.document import Span
from pressgen.errors import Wording
from pressgen.regex import regex

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
_PARTS = regex("[;；]|——| — ")
"""What parts a sentence into two that say things of their own."""


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
        alike = [part for sentence in there for part in _parts(sentence) if _is_of_the_same(word, part)]
        if alike and not any(_within(answers, part) for part in alike):
            verbs = [verb for part in alike for verb in _within(done, part)]
            if verbs:
                yield Fulfilled(word, verbs[0].span)
                return


def _parts(sentence: Sentence) -> Iterator[Sentence]:
    """A sentence cut at its semicolons."""
    text, start = sentence.block.text, sentence.start
    for stop in _PARTS.finditer(text, start, sentence.end):
        yield Sentence(sentence.block, start, stop.start())
        start = stop.end()
    yield Sentence(sentence.block, start, sentence.end)


def _within(cues: Sequence[Cue], sentence: Sentence) -> list[Cue]:
    return [cue for cue in cues if sentence.holds(cue.block, cue.start)]


def _is_of_the_same(word: Cue, sentence: Sentence) -> bool:
    """Whether a sentence of the other language has a word of what such a word is said of."""
    text, lang = word.block.text, word.block.lang
    begin = word.end + text.startswith("，", word.end)
    stop = _ENDS[lang].search(text, begin)
    behind = text[begin : min(stop.start() if stop else len(text), begin + _NEAR[lang])]
    there = sentence.block.text[sentence.start : sentence.end]
    zh, en = (behind, there) if lang == "zh" else (there, behind)
    said = family(root for _, _, root in cedict.words(en)) - VAGUE
    return any(
        family(cedict.leading(zh[start:end])) & said for start, end in cedict.places(zh) if end - start > 1
    )
