"""What turned into its opposite the other way round: 由顺差转为逆差, “from a deficit into a surplus”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pressgen.checks.claims import rules
from pressgen.checks.claims.directions import read
from pressgen.checks.claims.lexicon import Hit
from pressgen.checks.claims.ways import way
from pressgen.checks.remembered import remembered
from pressgen.document import Block, Span
from pressgen.findings import Finding
from pressgen.regex import regex

_OPENS = {
    "zh": regex("[由从](?:[^，。；]{0,6}的)?$"),
    "en": regex(
        r"\b(?:(?:from|out of) (?:(?:an?|the|its|their) )?(?:[a-z]+ )?|"
        r"(?:had|have|has) been (?:[a-z]+ly |still )?)$"
    ),
}
_TURNS = {
    "zh": regex("(?:了|的)?(?:又|再)?(?:转|变|扭转|逆转)?(?:为|成|到|至)?"),
    "en": regex(
        r"(?: (?:of|in) [^,.;]{1,40}?)? (?:in)?to (?:(?:an?|the) )?(?:[a-z]+ )?|"
        r"[^.;]{0,30}?\b(?:began|begun|started|turned|came) to |[^.;]{0,30}?\bhas now "
    ),
}
_IN_A_WORD = regex("由.转|[升降增减涨跌]转|止.回|不.反")
_FAR = 24
_KINDS = frozenset({"balance", "result", "change", "turn"})
_MONEY = {"balance", "result"}
"""Of a budget 盈余 is what of trade is 顺差."""
_REMEMBERED = 512


def check(zh: Sequence[Block], en: Sequence[Block]) -> Iterator[Finding]:
    """A finding where both languages have one such turn of a sort, and they end on opposite sides."""
    ours, theirs = ([turn for block in side for turn in _turns(block)] for side in (zh, en))
    for kind, sign, span in ours:
        answers = [turn for turn in theirs if turn[0] == kind]
        if len(answers) == sum(turn[0] == kind for turn in ours) == 1 and answers[0][1] != sign:
            other = answers[0][2]
            yield rules.OPPOSED.at(
                other, related=(span,), zh=span.text, en=other.text, slip=rules.UP_DOWN[kind]
            )


@remembered(_REMEMBERED)
def lasting(block: Block) -> Sequence[Hit]:
    """The direction words of a paragraph but for those that name what there is no longer."""
    gone = {before.start for before, _ in _pairs(block)}
    return [hit for hit in read(block).words if hit.start not in gone]


def _turns(block: Block) -> Iterator[tuple[str, int, Span]]:
    """Each turn of a paragraph: its axis, the side it ends on, and where it stands; 由降转升 is one word."""
    for hit in read(block).words if block.lang == "zh" else ():
        if _IN_A_WORD.match(hit.text) and hit.row["kind"] == "change":
            yield "way", way(hit).sign, block.span(hit.start, hit.end)
    for before, after in _pairs(block):
        kind = after.row["kind"]
        axis = kind if kind in rules.UP_DOWN else "way"
        yield axis, way(after).sign, block.span(before.start, after.end)


@remembered(_REMEMBERED)
def _pairs(block: Block) -> Sequence[tuple[Hit, Hit]]:
    """What there was and what came of it, for each turn."""
    words = read(block).words if block.lang in _OPENS else ()
    return [pair for pair in pairwise(words) if _of_one_sort(*pair) and _is_turn(block, *pair)]


def _of_one_sort(before: Hit, after: Hit) -> bool:
    kinds = {before.row["kind"], after.row["kind"]}
    return kinds <= _KINDS and (len(kinds) == 1 or kinds == _MONEY)


def _is_turn(block: Block, before: Hit, after: Hit) -> bool:
    text, lang = block.text, block.lang
    return (
        before.row["way"] != after.row["way"]
        and bool(_OPENS[lang].search(text, max(0, before.start - _FAR), before.start))
        and bool(_TURNS[lang].fullmatch(text, before.end, after.start))
    )
