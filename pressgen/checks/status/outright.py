"""Denials so plain that the other text denies as well, whatever its words."""

from __future__ import annotations

from collections.abc import Sequence

from pressgen.checks import cedict
from pressgen.checks.passages import Sentence
from pressgen.checks.status.cues import Cue
from pressgen.regex import regex

_ALONE = regex("[只仅除才唯]")
"""What says who alone did, and so denies it of all others: 只有."""
_NOT = regex(r"\bnot$|n['’]t$")
_PLAIN = {
    "zh": regex("^(?:不会|尚未|并?未|没有)$"),
    "en": regex(rf"{_NOT.pattern}|\bcannot$|^no$|\bno longer$"),
}
_CONTRAST = regex(r"(?:[,;:(–—-]|\b(?:and|or|if)) ?$")
"""Before a “not”, what holds one thing against another: 0.3 trips, not 2.8."""
_OPEN = regex(r"\s*(?:$|[.,;:!?)–—]|(?:[a-z]+ )?for nothing)")
"""Behind a “not”, the end of what says no more: 9 percent do not."""
_SAME = regex(
    "恒|完[好整]|如[初故常]|依[旧然]|照[常旧]|正常|平[稳安]|稳定|畅通|持平|一致|相同|一样|维持|保持|始终|一直|"
    "安[全静]|健[在康]|空|独自|单独|匿名|均匀|固定|干净|清澈|准时|按[时期]|自费|公开|剩"
)
"""What stays as it is, which English tells as what does not change: 展厅恒温, 灯塔完好."""


def is_not(denial: Cue, answers: Sequence[Sentence]) -> bool:
    """Whether English denies with a plain “not”, as Chinese does too unless it says who alone did."""
    return bool(_NOT.search(denial.text.lower())) and not _names_one(answers)


def is_outright(denial: Cue, answers: Sequence[Sentence]) -> bool:
    """Whether the other text has to deny as well: a denial in no contrast, of what does not stay as it is."""
    block, lang = denial.block, denial.block.lang
    if not _PLAIN[lang].search(denial.text.lower()) or _names_one(answers):
        return False
    if lang == "en":
        is_same = any(_SAME.search(each.text) for each in answers)
        is_held = denial.text.lower() != "cannot" and _CONTRAST.search(block.text, 0, denial.start)
        is_beside = is_held or _OPEN.match(block.text, denial.end)
        return not (is_same or is_beside)
    behind = block.text[denial.end : denial.end + _AHEAD]
    return any(end - start > 1 and cedict.is_verb(behind[start:end]) for start, end in cedict.places(behind))


_AHEAD = 6
"""Characters behind a Chinese denial in which its deed stands."""


def _names_one(answers: Sequence[Sentence]) -> bool:
    return any(_ALONE.search(each.text) for each in answers)
