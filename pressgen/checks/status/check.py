"""What one text says of status, time and rank, against what the other says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from itertools import islice

from pressgen.checks.align import aligned
from pressgen.checks.office import own_words
from pressgen.checks.passages import Passage, Sentence, passages, share
from pressgen.checks.status.affirmed import affirmed, is_affirmed, is_done_elsewhere, is_named
from pressgen.checks.status.alone import alone, lone_scales, unanswered
from pressgen.checks.status.beside import lacking
from pressgen.checks.status.compare import contradictions, opened, scales
from pressgen.checks.status.cues import Cue, Glance
from pressgen.checks.status.denials import is_firm, is_said, lean, may_deny, undenied
from pressgen.checks.status.outright import is_not, is_outright
from pressgen.checks.status.patterns import number as as_number
from pressgen.checks.status.prospects import SLIPS, fulfilled
from pressgen.checks.status.rules import DENIAL, NEGATION, PLAN
from pressgen.checks.status.tenses import apart
from pressgen.document import Release
from pressgen.errors import Wording
from pressgen.findings import Finding
from pressgen.house import House
from pressgen.regex import regex
from pressgen.todo import todos

_MOST = 40
"""Cues of one scale in sentences that answer each other."""
_DOUBTS = frozenset({"negation", "plan"})
"""Scales whose cues change what those of others say."""
_PROSPECT = "prospect"
"""The scale of words for what is not so yet: one of them answers any other."""
_ZH, _EN = Wording("中文", "the Chinese"), Wording("英文", "the English")


def check(release: Release, house: House) -> Iterator[Finding]:
    """Findings on cues that contradict each other in sentences that answer each other."""
    compared = list(_passages(release, own_words(house, "status.csv")))
    for texts in compared:
        found = list(_contradicted(texts))
        yield from found or [*_fulfilled(texts)] or [*_apart(texts)] or alone(texts.passage, texts.alone)
    yield from _undenied(compared)


class _Compared:
    """A passage and its cues by scale."""

    def __init__(self, passage: Passage, zh: Sequence[Cue], en: Sequence[Cue], alone: Sequence[Cue]) -> None:
        self.passage, self.zh, self.en, self.alone = passage, zh, en, alone
        self._zh, self._en = _by_scale(zh), _by_scale(en)

        self.shared = self._zh.keys() & self._en.keys()
        """The scales that both sides have cues of."""

    def of(self, scale: str) -> tuple[Sequence[Cue], Sequence[Cue]]:
        """Those of one scale; none of a sentence that has too many to tell which answers which."""
        zh, en = self._zh.get(scale, ()), self._en.get(scale, ())
        return (zh, en) if max(len(zh), len(en)) <= _MOST else ((), ())


def _by_scale(cues: Sequence[Cue]) -> dict[str, list[Cue]]:
    found: dict[str, list[Cue]] = {}
    for cue in cues:
        found.setdefault(cue.scale, []).append(cue)
    return found


def _passages(release: Release, own: tuple[tuple[str, ...], ...]) -> Iterator[_Compared]:
    for group in aligned(release):
        if any(todos(block) for block in (*group.zh, *group.en)):
            continue
        zh_glances, en_glances = ([Glance(block, own) for block in side] for side in (group.zh, group.en))
        zh_scales, en_scales = _accusing_of(zh_glances), _accusing_of(en_glances)
        always = _DOUBTS | ((zh_scales | en_scales) & {_PROSPECT, *lone_scales()})
        may_differ = always | (zh_scales & en_scales)
        read = {id(glance.block): glance.cues(may_differ) for glance in (*zh_glances, *en_glances)}
        said = {(cue.block.lang, cue.scale) for cues in read.values() for cue in cues}
        for passage in passages(group):
            zh, en = _within(passage.zh, read), _within(passage.en, read)
            scales_of_both = always | (_accusing(zh) & _accusing(en))
            lone = unanswered((*zh, *en), said)
            yield _Compared(
                passage,
                _placed(zh, passage.zh, scales_of_both),
                _placed(en, passage.en, scales_of_both),
                lone,
            )


def _accusing_of(glances: Sequence[Glance]) -> frozenset[str]:
    """The scales by which a cue of some paragraphs may accuse, as far as a first look tells."""
    return frozenset[str]().union(*(glance.accusing for glance in glances))


def _accusing(cues: Sequence[Cue]) -> set[str]:
    """The scales that have a cue which may accuse."""
    return {cue.scale for cue in cues if cue.sure}


def _within(sentences: Sequence[Sentence], read: dict[int, tuple[Cue, ...]]) -> list[Cue]:
    return [
        cue
        for sentence in sentences
        for cue in read[id(sentence.block)]
        if sentence.start <= cue.start < sentence.end
    ]


def _placed(cues: Sequence[Cue], sentences: Sequence[Sentence], of: Set[str]) -> list[Cue]:
    """The cues of some scales, each with how far into the sentences it stands."""
    return [cue.at(share(sentences, cue.block, cue.start)) for cue in cues if cue.scale in of]


def _contradicted(compared: _Compared) -> Iterator[Finding]:
    for name, scale in scales().items() if compared.shared else ():
        if name not in compared.shared or name in lone_scales():
            continue
        zh, en = compared.of(name)
        if scale.doubts:
            zh, en = opened(zh, compared.zh, scale.doubts), opened(en, compared.en, scale.doubts)
        for ours, theirs in contradictions(scale, zh, en):
            if name == "duty" and not _is_same_deed(ours, theirs, compared):
                continue
            if name == "minmax" and (_is_of_figure(ours) or _is_of_figure(theirs)):
                continue
            if name == "ordinal" and (_is_moved(ours, zh, en) or _is_moved(theirs, en, zh)):
                continue
            if name == "plan" and not _is_planned_deed(ours, theirs, compared):
                continue
            if name == "base" and _is_of_year_end(ours, theirs, compared):
                continue
            yield scale.rule.at(
                theirs.span, related=(ours.span,), zh=ours.text, en=theirs.text, slip=scale.slip
            )


def _fulfilled(compared: _Compared) -> Iterator[Finding]:
    """What one text plans, asks for or supposes, and the other tells as done."""
    zh, en = compared.of(_PROSPECT)
    if not any(cue.sure for cue in (*zh, *en)):
        return
    done = [cue for side in compared.of("plan") for cue in side if cue.sure and cue.values <= _DONE]
    for found in fulfilled(compared.passage, zh, en, done):
        word, answer = found.word.span, found.span
        ours, theirs = (word, answer) if word.lang == "zh" else (answer, word)
        slip = SLIPS[next(iter(found.word.values))]
        yield PLAN.at(theirs, related=(ours,), zh=ours.text, en=theirs.text, slip=slip)


def _apart(compared: _Compared) -> Iterator[Finding]:
    """The first deed that one text tells as one to come, the other as done."""
    for verb, word in islice(apart(compared.passage, *compared.of("plan")), 1):
        yield PLAN.at(verb, related=(word,), zh=word.text, en=verb.text, slip=SLIPS["plan"])


_YEAR_END = regex("年[末底]")


def _is_of_year_end(zh: Cue, en: Cue, compared: _Compared) -> bool:
    """Whether the end of a year is held against that before, a year earlier: 去年末……，比上年末增长."""
    held = bool(_YEAR_END.search(zh.text)) and "y" in en.values
    return held and sum(len(_YEAR_END.findall(each.block.text)) for each in compared.passage.zh) > 1


_STEPS = {
    "zh": regex("(?<![第0-9一二三四五六七八九十])([0-9一二两三四五六七八九十]+)个?[位名]"),
    "en": regex(r"\b([a-z]+|\d+) (?:places|spots|positions|notches)\b"),
}


def _is_moved(cue: Cue, side: Sequence[Cue], answers: Sequence[Cue]) -> bool:
    """Whether a place is told by how many lie from it to one that both name: three places up, to sixth."""
    own = {each.count for each in side}
    return any(
        cue.count is not None
        and answer.count in own
        and abs(cue.count - (answer.count or 0)) == steps
        and not _STOP.search(answer.block.text, *sorted((found.end(), answer.start)))
        for answer in answers
        for found in _STEPS[answer.block.lang].finditer(answer.block.text)
        if (steps := as_number(found[1]))
    )


_STOP = regex(r"[;；。！？]|[.!?](?=\s|$)")


_LIMITED = regex(r"[^，。；,;.]{0,12}?\d")


def _is_of_figure(cue: Cue) -> bool:
    """Whether a limit is that of a figure in digits, which is compared as its hedge."""
    return bool(_LIMITED.match(cue.block.text, cue.end))


_FORBIDDEN, _PLANNED, _DONE = frozenset({"mustnot"}), frozenset({"planned"}), frozenset({"done"})
_SAID_DONE = regex(r"(?:has|have|had|was|were)\b", re.IGNORECASE)
_NO_VERB = regex(r"(?:\b(?:is|are|be|being|been|by|of|and|or|as|with|when|if|once|the|an?)|[,“(-])\s*$")
"""What stands before a participle that is no deed done: seats are taken, the proposed route."""


def _is_same_deed(zh: Cue, en: Cue, compared: _Compared) -> bool:
    """Whether what only one text forbids is what the other says: 不应中断, “should go on”."""
    forbids = [cue for cue in (zh, en) if cue.values <= _FORBIDDEN]
    if len(forbids) != 1:
        return True
    answers = compared.passage.en if forbids[0] is zh else compared.passage.zh
    return is_said(forbids[0], answers, ())


def _is_planned_deed(zh: Cue, en: Cue, compared: _Compared) -> bool:
    """Whether what is done in one text is what the other plans: 打算改飞小机型 is no plan of seats “taken”.

    “Has done”, “was done” and a verb behind its subject are done whatever they are.
    """
    planned, done = (zh, en) if _PLANNED & zh.values else (en, zh)
    if done.block.lang == "zh":
        return not is_done_elsewhere(done, planned, compared.passage.en)
    is_said_done = bool(_SAID_DONE.match(done.text))
    if is_said_done or planned.text == "将":
        return is_said_done
    if not _NO_VERB.search(done.block.text, 0, done.start) or _is_all_past(compared):
        return True
    return is_said(planned, compared.passage.en, ())


_NOT_PAST = regex(
    r"\b(?:is|are|am|to|will|would|can|could|may|might|should|must|shall|if|until|once|next|soon|later|coming|"
    r"upcoming|due|ready|yet)\b|[’']ll\b|\b[a-z]+ing\b",
)


def _is_all_past(compared: _Compared) -> bool:
    """Whether the English has no word for anything but the past, so that nothing there can be a plan."""
    return not any(_PLANNED & cue.values for cue in compared.of("plan")[1]) and not any(
        _NOT_PAST.search(sentence.block.text, sentence.start, sentence.end)
        for sentence in compared.passage.en
    )


def _undenied(compared: Sequence[_Compared]) -> Iterator[Finding]:
    """Denials without their answer, unless it may be in a sentence beside."""
    sides = [texts.of("negation") for texts in compared]
    leans = [0, *(lean(zh, en) for zh, en in sides), 0]
    for number, (zh, en) in enumerate(sides):
        passage, beside = compared[number].passage, (leans[number], leans[number + 2])
        if not (passage.zh and passage.en):
            continue
        lacked = [
            *((found.denial, found.span) for found in affirmed(passage, zh, en)),
            *((denial, clause.span) for denial, clause in lacking(passage, zh, en)),
        ]
        for denial, span in dict(lacked).items():
            other = _EN if denial.block.lang == "zh" else _ZH
            yield NEGATION.at(denial.span, related=(span,), text=denial.text, other=other)
        if lacked:
            continue
        if min(beside) >= 0:
            yield from _denied(undenied(zh, en), passage.en, en, _EN)
        if max(beside) <= 0:
            yield from _denied(undenied(en, zh), passage.zh, zh, _ZH)


def _denied(
    cues: Sequence[Cue], answers: Sequence[Sentence], denials: Sequence[Cue], other: Wording
) -> Iterator[Finding]:
    """The only denial if it is plain, or the first whose word the other text says; idle and 闲置 deny too."""
    firm = [cue for cue in cues[:1] if is_firm(cue, answers)]
    if not cues or may_deny(answers, denials, firm[0] if firm else None):
        return
    alone = cues if len(cues) == 1 else ()
    plain = [cue for cue in alone if is_outright(cue, answers)]
    for cue in firm or plain or [cue for cue in cues if is_named(cue, answers)][:1]:
        nearest = min(
            answers, key=lambda sentence: abs(share(answers, sentence.block, sentence.start) - cue.share)
        )
        is_sure = firm or plain or is_not(cue, answers) or is_affirmed(cue, answers)
        rule = NEGATION if is_sure else DENIAL
        yield rule.at(cue.span, related=(nearest.span,), text=cue.text, other=other)
