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
    if not (_sure(zh) and _sure(en)):
        return
    ours = cut(passage.zh, *_ENDS["zh"])
    theirs = next((found for sign in _ENDS["en"] if len(found := cut(passage.en, sign)) == len(ours)), None)
    if theirs is None or not 1 < len(ours) <= _MOST:
        return
    sides = [(_within(zh, here), _within(en, there)) for here, there in zip(ours, theirs, strict=True)]
    apart = [number for number, (here, there) in enumerate(sides) if bool(_sure(here)) != bool(_sure(there))]
    if len(apart) != 1 or not any(_sure(here) and _sure(there) for here, there in sides):
        return
    here, there = sides[apart[0]]
    denials = _sure(there)
    if len(denials) != 1 or here or len(zh) >= len(_sure(en)) or may_deny([ours[apart[0]]], []):
        return
    if _NOT.search(denials[0].text.lower()) and is_outright(denials[0], [ours[apart[0]]]):
        yield denials[0], ours[apart[0]]


_NOT = regex(r"\b(?:not|cannot|never)$|n['’]t$")


def _sure(cues: Sequence[Cue]) -> list[Cue]:
    return [cue for cue in cues if cue.sure and not is_idiom(cue)]


def _within(cues: Sequence[Cue], clause: Sentence) -> list[Cue]:
    return [cue for cue in cues if clause.holds(cue.block, cue.start)]
