"""A deed that one text foretells and the other tells as done, by its own verb or by its time.

The verb behind 将 or 拟 (behind 已) is looked for in the English by CC-CEDICT. It has to stand there once, as
done (as to come), and the Chinese has to say it nowhere else. “Opened next week” is done at a time to come.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from pressgen.checks import cedict
from pressgen.checks.passages import Passage, Sentence
from pressgen.checks.status.affirmed import VAGUE
from pressgen.checks.status.compare import foretells
from pressgen.checks.status.cues import Cue
from pressgen.checks.status.denials import FAMILY, NO_DEED, family
from pressgen.checks.status.patterns import PAST
from pressgen.checks.status.plain import clause
from pressgen.document import Span
from pressgen.regex import compiled, regex

_DONE = frozenset({"done"})
_FORETOLD = regex("将|拟|有望|打算|计划[于在]|预计[将于]|[定择][于期]")
"""Words for what is planned that are no noun and no measure: 比预计提前完成 is done."""
_FAR = 20
"""So many characters behind such a word its verb begins: 将于10月18日在海口举行."""
_BEFORE = 48
_ADVERBS = r"(?: [a-z]+ly| also| now| just| already| since| then| all| both| soon| first)*"
_IS_DONE = compiled(
    rf"\b(?:(?:has|have|had){_ADVERBS}(?: been{_ADVERBS})?|(?:was|were){_ADVERBS}) $", re.IGNORECASE
)
_IS_TO_COME = compiled(
    r"\b(?:will|shall|(?:is|are) (?:(?:due|set|expected|scheduled|planned|slated|going|about) )?to|"
    r"(?:plans?|intends?|aims?|hopes?|expects?|proposes?|is planning|are planning) to)"
    rf"{_ADVERBS}(?: be{_ADVERBS})? $",
    re.IGNORECASE,
)
_OPEN = (
    r"will|would|shall|should|may|might|can|could|must|plans?|planned|planning|expects?|expected|scheduled|"
    r"proposed|due|(?:is|are) (?:set )?to|to be|going to|about to"
)
_NOT_YET = compiled(rf"\b(?:{_OPEN})\b|[’']ll\b", re.IGNORECASE)
"""What may put off whatever is told beside it."""
_ASIDE = regex("的|者|时|后|前")
"""Behind a verb, what makes it part of a name or a time: 获奖的企业, 开放后."""
_SUBJECT = regex(
    r"(?<![\w’'-])(?!(?:is|are|be|been|being|was|were|has|have|had|the|an?|its|their|as|of|by|in|to|and|with|newly)"
    r" )[\w’'-]+ $"
)
"""What a verb in the past may stand behind."""
_TIME = {
    "zh": regex(
        "明[年日天晚早]|后天|下个?[周月]|下星期|下季度|下学[期年]|下赛季|(?:未来|今后)[一二两三四五六七八九十0-9几]"
    ),
    "en": regex(
        r"\b(?:(?<!the )[Nn]ext (?:week|month|year|quarter|term|semester|season|spring|summer|autumn|winter|"
        r"[A-Z][a-z]+(?:day|ber|ary)|March|April|May|June|July|August)|[Tt]omorrow|"
        r"(?:[Ii]n|[Oo]ver|[Ww]ithin) the (?:next|coming) [\w-]+ (?:years|months|weeks|days))\b(?![’']s)"
    ),
}
"""A time to come, counted from the day of the text."""
_OF = regex(r"(?:\b(?:for|of|to|until|till|from|than|about|on|by|before|after|as)|[-–—]) (?:the )?$")
_LEADS = 6
"""Letters before a time that opens its sentence: In the next five years, …"""
_SETTLED = compiled(
    rf"\b(?:{_OPEN}|to|if|once|until|unless|is|are|set|starting|beginning|opening|meeting|playing|facing|running|said|told|announced|agreed|decided|approved|"
    r"postponed|delayed|put off|moved|extended|invited|promised|pledged|vowed|booked|reserved|sold|fixed|"
    r"chosen|selected|named|appointed|forecast|predicted|hoped|rescheduled|deferred|pushed|brought|listed|included|"
    r"needed|required|called|asked|urged|ordered|warned|estimated|projected|budgeted|allocated|earmarked)\b|[’']ll\b",
    re.IGNORECASE,
)
"""What is said, settled or put off now for a time to come."""
_PAST = compiled(rf"\b(?:(?:has|have|had|was|were)(?: been)? )?{PAST.pattern}\b")


def apart(passage: Passage, zh: Sequence[Cue], en: Sequence[Cue]) -> Iterator[tuple[Span, Span]]:
    """An English verb, and what of the Chinese says that it is told at another time.

    Given with the words of both for what is planned and what is done.
    """
    yield from _untimely(passage)
    yield from _all_to_come(passage, zh, en)
    for cue in zh:
        if cue.text == "了" and (place := _finished(cue, passage)):
            yield place, cue.span
        is_done = cue.values == _DONE and cue.sure
        if not (is_done or (_FORETOLD.match(cue.text) and (cue.sure or foretells(cue)))):
            continue
        for at, word in _deeds(cue, zh):
            roots = family(cedict.leading(word)) - VAGUE
            if roots and not _is_told_again(at, at + len(word), roots, passage):
                place = _told(roots, passage, _is_to_come if is_done else _is_done)
                if place:
                    yield place, cue.span


def _all_to_come(passage: Passage, zh: Sequence[Cue], en: Sequence[Cue]) -> Iterator[tuple[Span, Span]]:
    """A plan of an English that says no more, and a 了 of a Chinese that plans nothing: 装上了门."""
    plans = [cue for cue in en if cue.sure and _PLANNED in cue.values and cue.text.lower() != "will"]
    ends = [cue for cue in zh if cue.text == "了" and _closes_deed(cue)]
    if not (plans and ends) or any(_PLANNED in cue.values for cue in zh):
        return
    if any(_DONE & cue.values for cue in en) or any(_LATER.search(each.text) for each in passage.zh):
        return
    if not any(_TOLD.search(each.text) for each in passage.en):
        yield plans[0].span, ends[0].span


_PLANNED = "planned"
_TOLD = compiled(rf"(?<!will )(?<!to )(?<!be )(?<![\w’'-])(?:has|have|had|{PAST.pattern})\b")
"""What an English says of what is or was, whatever it plans beside."""
_LATER = regex(
    "[0-9一二三四五六七八九十]月|[明下来]年|[下]个?[周月季]|明[天日早晚]|今后|未来|届时|年内|年底|如果|若|等|这|此|该举"
)
"""What puts a deed off, or tells of what it leads to."""
_BEGINS = regex(
    "公布|宣布|发布|制定|确定|规定|明确|推出|提出|决定|批准|通过|启动|开始|[约定签解选拟]|答应|同意|邀请|承诺|安排|部署|提供|"
    "带来|奠|打下|创造|注入|减轻|增添|增强|缩短|开辟|降低|提升|提高|方便|保障|树立|搭建|[开有]$"
)
"""Deeds that are of something to come, or make it come."""


def _closes_deed(cue: Cue) -> bool:
    """Whether a 了 says that a deed is done that leads to nothing further by itself."""
    text = cue.block.text
    first = clause(text, "zh", cue.start, cue.end)[0]
    if _UNSAID.search(text, first, cue.start) or _MERE.match(text, cue.end):
        return False
    return not _BEGINS.search(text, max(first, cue.start - _PAIR), cue.start)


def _finished(cue: Cue, passage: Passage) -> Span | None:
    """Where the English tells as one to come the deed that a 了 right behind it says is done: 添置了两台."""
    if not _closes_deed(cue):
        return None
    text, first = cue.block.text, clause(cue.block.text, "zh", cue.start, cue.end)[0]
    at = cue.start - bool(_COMPLEMENT.search(text, first + 1, cue.start))
    pair = text[max(first, at - _PAIR) : at]
    word = pair if cedict.is_verb(pair) else text[at - 1 : at]
    roots = family(cedict.leading(word)) - VAGUE
    if not roots or _is_told_again(at - len(word), at, roots, passage):
        return None
    return _told(roots, passage, _is_to_come)


_PAIR = 2
_UNSAID = regex(
    "此举|[这该]|[不没未若如等待再除就]|为$|[会将要能可想][^员议计]|一旦|[以之]后|打算|准备|计划|预计"
)
_MERE = regex("[，。；：！？）”]|$|的话|[再才就]")
_COMPLEMENT = regex("[上完好起下出到成进回开掉走]$")
"""What says how a deed ended: 种上, 修好."""


def _deeds(cue: Cue, others: Sequence[Cue]) -> Iterator[tuple[int, str]]:
    """The verbs behind a word for when, in its clause; behind another such word they are that one's."""
    text = cue.block.text
    stop = clause(text, "zh", cue.start, cue.end)[1]
    stop = min((other.start for other in others if cue.end <= other.start < stop), default=stop)
    begin = cue.start + 1
    behind = text[begin : min(stop, cue.end + _FAR)]
    for start, end in cedict.places(behind):
        word = behind[start:end]
        is_deed = end - start > 1 and word not in NO_DEED and cedict.is_verb(word)
        if is_deed and begin + end > cue.end and not _ASIDE.match(text, begin + end):
            yield begin + start, word


def _is_told_again(first: int, last: int, roots: set[str], passage: Passage) -> bool:
    """Whether the Chinese has a word of the same meaning elsewhere."""
    return any(
        (sentence.start + start >= last or sentence.start + end <= first)
        and family(cedict.leading(sentence.text[start:end])) & roots
        for sentence in passage.zh
        for start, end in cedict.places(sentence.text)
    )


def _told(roots: set[str], passage: Passage, is_so: Callable[[str, int, int], bool]) -> Span | None:
    """Where the English has the only word of some roots, if it is told at a certain time."""
    found = [
        (sentence, start, end)
        for sentence in passage.en
        for start, end, root in cedict.words(sentence.text)
        if root[:FAMILY] in roots
    ]
    if len(found) != 1:
        return None
    [(sentence, start, end)] = found
    if not is_so(sentence.text, start, end):
        return None
    return sentence.block.span(sentence.start + start, sentence.start + end)


def _is_done(text: str, start: int, end: int) -> bool:
    if not PAST.fullmatch(text, start, end) or _NOT_YET.search(text):
        return False
    before = text[max(0, start - _BEFORE) : start]
    return bool(_IS_DONE.search(before)) or _is_first_past(text, clause(text, "en", start, end)[0], start)


def _is_first_past(text: str, first: int, at: int) -> bool:
    """Whether a word in the past has its subject before it, and no other verb: not people trapped there."""
    return bool(_SUBJECT.search(text, first, at)) and not any(map(PAST.fullmatch, text[first:at].split()))


def _is_to_come(text: str, start: int, _: int) -> bool:
    return bool(_IS_TO_COME.search(text, max(0, start - _BEFORE), start))


def _untimely(passage: Passage) -> Iterator[tuple[Span, Span]]:
    """What the English tells as done at a time to come, and that time in the Chinese."""
    times = [(each, found) for each in passage.zh if (found := _TIME["zh"].search(each.text))]
    for sentence in passage.en if times else ():
        text = sentence.text
        for found in _TIME["en"].finditer(text):
            first, last = clause(text, "en", *found.span())
            if found.start() - first < _LEADS and not PAST.search(text, first, last):
                last = clause(text, "en", last + 1, last + 1)[1]
            if _OF.search(text, 0, found.start()) or _SETTLED.search(text, first, last):
                continue
            verbs = _PAST.finditer(text, first, last)
            if verb := next(
                (each for each in verbs if " " in each[0] or _is_first_past(text, first, each.start())), None
            ):
                yield _span(sentence, verb), _span(*times[0])


def _span(sentence: Sentence, found: re.Match[str]) -> Span:
    return sentence.block.span(sentence.start + found.start(), sentence.start + found.end())
