"""A denial that the Chinese lacks beside another that both have: 没有停，票可以退, “cannot be returned”.

Clauses answer each other in turn where both texts have as many of them; all but one of the clauses have to
deny on both sides or on neither.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pressgen.checks.passages import Passage, Sentence, cut
from pressgen.checks.status.cues import Cue
from pressgen.checks.status.denials import is_idiom, may_deny
from pressgen.checks.status.outright import is_outright
from pressgen.regex import regex

_TURN = "but|while|yet|whereas|though|although"
_ENDS = {
    "zh": (regex("[，；：]"),),
    "en": tuple(
        regex(rf"[,;:]\s+(?:(?:and|{_TURN})\s)?|\s(?:{words})\s") for words in (_TURN, f"and|{_TURN}")
    ),
}
"""What parts a sentence into clauses; in English “and” may part two, or stand between two things."""
_MOST = 5


def lacking(passage: Passage, zh: Sequence[Cue], en: Sequence[Cue]) -> Iterator[tuple[Cue, Sentence]]:
    """The one clause in which only the English denies, by its denial and the clause that answers it.

    Given with all words of the passage that may deny.
    """
    if not zh or not _sure(en):
        return
    ours = cut(passage.zh, *_ENDS["zh"])
    theirs = next((found for sign in _ENDS["en"] if len(found := cut(passage.en, sign)) == len(ours)), None)
    if theirs is None or not 1 < len(ours) <= _MOST:
        return
    sides = [(_within(zh, here), _sure(_within(en, there))) for here, there in zip(ours, theirs, strict=True)]
    apart = [number for number, (here, there) in enumerate(sides) if bool(here) != bool(there)]
    if len(apart) != 1 or not any(here and there for here, there in sides):
        return
    clause, denials = [ours[apart[0]]], sides[apart[0]][1]
    if len(denials) != 1 or may_deny(clause, []):
        return
    own = theirs[apart[0]]
    if may_deny([own], denials) or _LOOSE.search(own.text):
        return
    if _NOT.search(denials[0].text.lower()) and is_outright(denials[0], clause):
        yield denials[0], clause[0]


_LOOSE = regex(r"\b(?:if|when|whether|because|since|bad|ill|poor|worse|wrong|all|every|both|any|always)\b")
"""In such a clause a denial is one of a part or a case, or of what is bad."""
_NOT = regex(r"\b(?:not|cannot|never|no longer)$|n['’]t$")


def _sure(cues: Sequence[Cue]) -> list[Cue]:
    return [cue for cue in cues if cue.sure and not is_idiom(cue)]


def _within(cues: Sequence[Cue], clause: Sentence) -> list[Cue]:
    return [cue for cue in cues if clause.holds(cue.block, cue.start)]
