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
    r"\b(?:will|shall|(?:is|are) (?:due|set|expected|scheduled|planned|slated|going|about) to|"
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


def apart(passage: Passage, zh: Sequence[Cue]) -> Iterator[tuple[Span, Span]]:
    """An English verb, and what of the Chinese says that it is told at another time.

    Given with the Chinese words for what is planned and what is done.
    """
    yield from _untimely(passage)
    for cue in zh:
        is_done = cue.values == _DONE and cue.sure
        if not (is_done or (_FORETOLD.match(cue.text) and (cue.sure or foretells(cue)))):
            continue
        for at, word in _deeds(cue, zh):
            roots = family(cedict.leading(word)) - VAGUE
            if roots and not _is_told_again(at, at + len(word), roots, passage):
                place = _told(roots, passage, _is_to_come if is_done else _is_done)
                if place:
                    yield place, cue.span


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
