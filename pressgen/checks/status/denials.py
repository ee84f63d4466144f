"""Denials: which are one too many, which ask for one whatever the verb, and what may deny without them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from pressgen.checks import cedict
from pressgen.checks.passages import Sentence, unanswered
from pressgen.checks.status.cues import Cue
from pressgen.document import Block
from pressgen.glossary.pinyin import is_phrase
from pressgen.regex import regex

_CLAUSE_END = regex(r"[，。；;.!?！？]|,\s|\b(?:and|but|while|which)\b")
_DENIED = frozenset({"no"})
_MANY = "many"
"""The value of a denial that denies all that is listed behind it."""


def undenied(side: Sequence[Cue], other: Sequence[Cue]) -> list[Cue]:
    """Denials one too many, the likeliest first: more are sure on a side than there are in any form opposite.

    取消 answers “cancelled”, so that neither is free to answer a 未 or a “not”.
    """
    sure = [cue for cue in side if cue.sure and not is_idiom(cue)]
    _, other = unanswered([cue for cue in side if not cue.sure], other, _same_word)
    if len(sure) <= len(other) or any(_MANY in cue.values or list_end(cue) > cue.end for cue in other):
        return []
    likeliest = unanswered(sure, other, _unlikeness)[0][0]
    kinds = [kind for answer in other if any(kind := _kind(answer))]
    return [likeliest, *(cue for cue in sure if cue is not likeliest and _kind(cue) not in kinds)]


_NEEDLESS = regex("无[需须]|毋须|不必|不用|無需|無須")
_LIST = regex(r"[^.;:!?,]+,[^.;:!?]*?,? or\b[^,.;:!?]*")


def list_end(denial: Cue) -> int:
    """Where the list ends that an English denial denies (may not ride A, hold B or drive C), or it ends."""
    found = _LIST.match(denial.block.text, denial.end) if denial.block.lang == "en" else None
    return found.end() if found else denial.end


_KINDS = {
    "zh": (
        regex("不再|不复"),
        regex("[尚仍还]未|[尚还仍]没|未曾"),
        _NEEDLESS,
        regex("不得|不[准许]|严禁|不可"),
        regex("从[未没不]"),
        regex("不会|不至"),
    ),
    "en": (
        regex("no longer|any ?more|any longer"),
        regex(r"\byet\b|so far"),
        regex("need|have to|necessary"),
        regex(r"must|\bmay\b|allowed|permitted|banned"),
        regex(r"\bever\b|never"),
        regex(r"\bwill\b|would|won['’]t"),
    ),
}
"""Kinds of denial that answer each other, in English by the words around it too."""
_AROUND = {"zh": 0, "en": 12}


def _kind(cue: Cue) -> list[bool]:
    """Of which kinds a denial is."""
    lang = cue.block.lang
    text = cue.block.text[max(0, cue.start - _AROUND[lang]) : cue.end + _AROUND[lang]]
    return [bool(words.search(text)) for words in _KINDS[lang]]


def _unlikeness(denial: Cue, answer: Cue) -> tuple[float, ...]:
    """How far a denial is from one that may answer it: first by its kind, then by its place."""
    return (_kind(denial) != _kind(answer), abs(denial.share - answer.share))


FAMILY = 5
"""So many letters of a root are those of its family: succeed, success."""
_AHEAD = {"zh": 6, "en": 40}
"""Letters behind a denial in which the word that it denies begins."""


_YET = regex("尚[未不]|仍未|还没|还未|至今未|尚没有|从未|从没|未曾|不曾|迟迟未")
_FIRM = regex(
    "[未没]能|(?:未|没有)(?:检出|查出|发现|出现|发生|造成|收到|接到|见|受到?|透露|公布|回应|说明)|并[未不没非无]|[毫绝][无不]|不含|无[人一关]|[切请]勿"
)
"""What a writer denies with weight is no state that the other language has a word of its own for."""
_PERFECT = regex(r"\b(?:has|have|had)\b(?! to\b)|\b(?:already|now|once|used to|formerly)\b", re.IGNORECASE)

_EVER = regex("未必|从[未没]")

_SO_FAR = regex(r"(?:has|have|had) yet to(?: be)?", re.IGNORECASE)
_BY_NOW = regex("已经?(?![婚故])|业已|昨[日天晚]|[前昨]日")
_BARRED = regex("不[得能可准许]")
_ALLOWED = regex(r"\b(?:may|can|(?:is|are) (?:allowed|permitted|free))\b(?! not\b)")
_NEEDED = regex(
    r"\b(?:must|(?:have|has|had|need|needs) to|(?:is|are) (?:required|obliged) to)\b", re.IGNORECASE
)


TURNS = {
    "zh": regex(
        "(?!非常|非洲|非遗|未来|不断|不仅|不但|不少|不同|不久|不过|不管|不论|无锡|无论|没收)"
        "(?<![是能可与])[不未无没非否别勿莫毋](?!公有|则)|难以|免[于受遭征收]|绝[收产迹版育]|报废"
    ),
    "en": regex(
        r"\b(?:never|few|fewer|little|hardly|barely|scarcely|seldom|rarely|only|just as|just|until|"
        r"unless|before|rather|instead|beyond|hard|"
        r"difficult|far from|short of|out of|other than|but for|than any\w*|than ever|less|within|in time|"
        r"on time|stays? (?:as|at|the)|(?:keep|stay)(?:s|ing)? (?:close|near|indoors|inside|home|away|clear)|"
        r"as it is|as they are|as it was|as they were|as (?:usual|normal|ever|before)|"
        r"kept to|keeps? to|enough|"
        r"still (?:await|wait|to|under|being|in the)\w*|loss|loses?|lost|keep(?:s|ing)? from|"
        r"(?!una|un(?:i|der|til|veil|load|lock|fold|earth|leash))un[a-z]{3,}|"
        r"(?!dis(?:tri|cuss|play|tan|ease|aster|cover|clos|pu|h|c\b))dis[a-z]{4,}|"
        r"(?!mis(?:s|t))mis[a-z]{4,}|non-?[a-z]{3,}|(?!bless|unless|less)[a-z]{3,}less)\b",
        re.IGNORECASE,
    ),
}
"""Words that may deny without being a cue of denial: 差不了, hardly, unfinished."""


_MEASURES = frozenset(
    [
        "few",
        "fewer",
        "little",
        "only",
        "just",
        "less",
        "within",
        "enough",
        "loss",
        "loses",
        "lost",
        "on time",
        "in time",
    ]
)
"""What may deny a measure, but is no answer to what has not happened yet."""


_STILL = {"zh": regex("[仍还]|依[然旧]"), "en": regex(r"\b(?:still|remains?)\b")}
"""What is still so has not ended yet; where both texts say it, it denies nothing."""


def is_yet(cue: Cue) -> bool:
    """Whether a denial says that something has not happened so far: 尚未, 从未."""
    return bool(_YET.search(cue.text))


def may_deny(answers: Sequence[Sentence], denials: Sequence[Cue], firm: Cue | None = None) -> bool:
    """Whether sentences have a word, beside the denials found in them, that may deny as well.

    What answers a ``firm`` denial has to deny that something has happened, and not how much; one of what
    has not happened so far is answered by what is still so, too.
    """
    so_far = firm and is_yet(firm) and not _STILL["zh"].search(firm.block.text)
    if so_far and any(_STILL["en"].search(each.block.text, each.start, each.end) for each in answers):
        return True
    return any(
        not (firm and found[0].lower() in _MEASURES)
        and not any(
            denial.block is sentence.block and denial.start <= found.start() < denial.end
            for denial in denials
        )
        for sentence in answers
        for found in TURNS[sentence.block.lang].finditer(sentence.block.text, sentence.start, sentence.end)
    )


def has_weight(cue: Cue) -> bool:
    """Whether a Chinese denial is none in passing, so that the other language denies the same."""
    text = cue.block.text
    if _UNMATCHED.match(text, cue.end):
        return False
    kinds = (_FIRM, _EVER, _BARRED, _NEEDLESS)
    return any(words.search(text, cue.start, cue.end + _WORD) for words in kinds)


_WORD = 2
"""Characters behind a denial that may be one word with it: 没有发现."""


_UNMATCHED = regex("[能可]?(?:比|及|敌|匹)")
"""What nobody is a match for is the most: 无人能比."""


def is_firm(cue: Cue, answers: Sequence[Sentence]) -> bool:
    """Whether a denial asks for one in the other text, whatever its verb.

    未能 does; so do “has yet to” of what 已 is done, 尚未 of what “has been filled”, 不得 of what one
    “may” do and 无需 of what one “has to”.
    """
    answer = " ".join(sentence.text for sentence in answers)
    return bool(
        _FIRM.search(cue.block.text, cue.start, cue.end + _WORD)
        or (_YET.search(cue.text) and _PERFECT.search(answer))
        or (_SO_FAR.fullmatch(cue.text) and _BY_NOW.search(answer))
        or (_BARRED.search(cue.text) and _ALLOWED.search(answer))
        or (_NEEDLESS.search(cue.text) and _NEEDED.search(answer))
    )


def is_said(cue: Cue, answers: Sequence[Sentence], denials: Sequence[Cue]) -> bool:
    """Whether the other text says, by the dictionary, what a denial denies: 未通过 and “passed”."""
    behind = _CLAUSE_END.split(cue.block.text[cue.end : cue.end + _AHEAD[cue.block.lang]])[0]
    return any(
        not any(denies(denial, sentence.block, sentence.start + at) for denial in denials)
        for sentence in answers
        for at in _translated(behind, sentence.text, cue.block.lang)
    )


NO_DEED = frozenset(
    [*"应可能会须需要得曾再有是被将因受在对到出上下来去", "应当", "应该", "可以", "能够", "必须", "需要"]
)
"""Words behind a denial that say of no deed what it is: 不应中断 denies 中断."""


def _translated(behind: str, answer: str, lang: str) -> Iterator[int]:
    """Where a text has a word that translates one of a stretch in a language."""
    if lang == "zh":
        roots = {
            root
            for start, end in cedict.places(behind)
            if behind[start:end] not in NO_DEED
            for root in family(cedict.leading(behind[start:end]))
        }
        yield from (
            start
            for start, _, root in cedict.words(answer)
            if root[:FAMILY] in roots and not (start and answer[start].isupper())
        )
    else:
        roots = family(cedict.said(behind))
        for start, end in cedict.places(answer):
            word = answer[start:end]
            if roots & family(cedict.leading(word)) and not cedict.roots(word) & ABSENT:
                yield start


_ABSENT_WORDS = "outage failure lack without absence loss lose cut stop cease short ban free"
ABSENT = frozenset(filter(None, map(cedict.root, _ABSENT_WORDS.split())))
"""What a meaning denies by itself: 断电 is a power failure, and answers “without power”."""


def family(roots: Iterable[str]) -> set[str]:
    """What words of one family have in common: succeed, success."""
    return {root[:FAMILY] for root in roots}


_FIRST_OF_ALL = regex(
    r"(?:no|nobody|none|nothing)\b[^.;!?]{1,90}? (?:is|are|was|were|has|have|had)(?: been| ever been)? "
    r"(?:[a-z]+er|more|less|better|worse)\b[^.;!?]{0,30}? than\b",
    re.IGNORECASE,
)
"""What no other is more than: it comes first."""
_TWICE = regex(r"\b(?:no|none|nobody|nothing)\b[^.;!?,]{1,60}?\b(?:not|n['’]t|never)\b", re.IGNORECASE)
"""There is no village that she has not been to: she has been to all."""


def is_idiom(cue: Cue) -> bool:
    """Whether a denial denies nothing: the 不 of a set phrase (供认不讳), no village head who is younger."""
    if cue.block.lang == "en":
        twice = any(found.start() <= cue.start < found.end() for found in _TWICE.finditer(cue.block.text))
        return twice or bool(_FIRST_OF_ALL.match(cue.block.text, cue.start))
    if len(cue.text) > 1 or cue.block.lang != "zh":
        return False
    starts = range(max(0, cue.start - 3), cue.start + 1)
    return any(is_phrase(cue.block.text[start : start + 4]) for start in starts)


def _same_word(cue: Cue, answer: Cue) -> tuple[float, ...] | None:
    """How far apart two words with the same denial in them stand; None: not the same."""
    if answer.sure or not (cue.values & answer.values) - _DENIED:
        return None
    return (abs(cue.share - answer.share),)


def lean(zh: Sequence[Cue], en: Sequence[Cue]) -> int:
    """By how many sure denials the Chinese exceeds the English."""
    return sum(cue.sure for cue in zh) - sum(cue.sure for cue in en)


def denies(denial: Cue, block: Block, at: int) -> bool:
    """Whether a place is a denial's own or behind it in its clause."""
    return (
        denial.block is block
        and denial.start <= at
        and not _CLAUSE_END.search(block.text, denial.end, at)
        and not (denial.text.lower() == "without" and _FINITE.search(block.text, denial.end, at))
    )


_FINITE = regex(r"\b(?:has|have|had|is|are|was|were|will|would|can|may|must)\b")
"""Behind such a verb, what one does without is over: passage without a stop is on trial."""
