"""Which cues of two passages contradict each other, by the scales of ``scales.csv``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from functools import cache
from itertools import product
from typing import Literal, cast

from pressgen import packaged
from pressgen.checks import cedict
from pressgen.checks.passages import unanswered
from pressgen.checks.status.affirmed import words_behind
from pressgen.checks.status.cues import Cue
from pressgen.checks.status.denials import denies, family
from pressgen.checks.status.rules import BY_NAME
from pressgen.errors import Wording
from pressgen.figures.en.words import MONTHS
from pressgen.findings import Rule
from pressgen.regex import regex

Mode = Literal["once", "each", "plan", "lone"]


@dataclass(frozen=True, slots=True)
class Scale:
    """Cues whose values exclude each other.

    ``once``: a value said anywhere in the other sentence answers; ``each``: every mention wants its own;
    ``plan``: one word for a plan covers a sentence, what was done is counted.
    ``lone``: a sure word that nothing in the other paragraph answers in any way accuses by itself.
    ``number``: only cues of the same number are compared; ``paired``: cues of two numbers do not
    answer each other.
    ``doubts``: behind a denial (``negation``) or a plan (``plan``) a cue says nothing.
    """

    name: str
    rule: Rule
    mode: Mode
    number: bool
    paired: bool
    doubts: frozenset[str]
    slip: Wording


@cache
def scales() -> dict[str, Scale]:
    """Every scale by its name."""
    return {line["scale"]: _scale(line) for line in packaged.rows(__file__, "scales.csv")}


def _scale(line: dict[str, str]) -> Scale:
    return Scale(
        line["scale"],
        BY_NAME[line["rule"]],
        cast("Mode", line["mode"]),
        line["number"] == "yes",
        line["number"] == "pair",
        frozenset(line["doubts"].split()),
        Wording(line["zh"], line["en"]),
    )


_DONE, _PLANNED = "done", "planned"
_CLAUSE_END = regex(r"[，。；;.!?！？]|,\s|\b(?:and|but|while|which|that)\b")
_ANY = "any"
"""The value of a cue that answers every other: what is denied or planned is any state but one."""


def contradictions(scale: Scale, zh: Sequence[Cue], en: Sequence[Cue]) -> Iterator[tuple[Cue, Cue]]:
    """Cues of one scale, Chinese and English, that nothing in the other passage answers."""
    ours, theirs = _unanswered(scale, zh, en)
    opposed = (
        (abs(cue.share - other.share), i, j)
        for i, cue in enumerate(ours)
        for j, other in enumerate(theirs)
        if not cue.values & other.values and _of_one_measure(cue, other) and _are_of_one(scale, cue, other)
    )
    taken: set[tuple[str, int]] = set()
    for _, i, j in sorted(opposed):
        if not {("zh", i), ("en", j)} & taken:
            taken |= {("zh", i), ("en", j)}
            yield ours[i], theirs[j]


_OFFSET = regex(r"([ymwdsq])([+-]?\d)")
_SIZES, _APART = "dwmqsy", 3
"""A time by its unit and how far it is from that of the text: y-1 is last year."""


def _of_one_measure(here: Cue, there: Cue) -> bool:
    """Whether two times can contradict: this year last month, but not yesterday this season."""
    said = [[found for value in cue.values if (found := _OFFSET.fullmatch(value))] for cue in (here, there)]
    if not all(said):
        return True
    pairs = product(*said)
    return any(a[2] == b[2] or abs(_SIZES.index(a[1]) - _SIZES.index(b[1])) <= _APART for a, b in pairs)


def _are_of_one(scale: Scale, cue: Cue, other: Cue) -> bool:
    """Whether two times of a scale are said of one thing: of one day, month or year, of one hour."""
    if scale.name == "limit":
        return is_same_time(cue, other)
    return scale.name != "clock" or is_same_hour(cue, other)


_ANCHOR = {
    "zh": regex(
        "(?P<year>(?:19|20)\\d\\d)年|(?P<month>1?\\d)月|(?P<years>[今去明前后当本上]年|年[底末初中])|"
        "(?P<months>[上本下这当]个?月|月[底末初中])|(?P<weeks>[上本下这]个?(?:周|星期)|周末)"
    ),
    "en": regex(
        r"\b(?P<year>(?:19|20)\d\d)\b|\b(?P<month>" + "|".join(MONTHS) + r")\b|\b(?P<years>years?)\b|"
        r"\b(?P<months>months?)\b|\b(?P<weeks>weeks?|weekends?)\b",
        re.IGNORECASE,
    ),
}
"""What a time is counted by: a year or month of its own, or years, months, weeks from that of the text."""
_TIME_ENDS = regex("[，。；,;.]")
_TIME_LONG = {"zh": 8, "en": 26}


def is_same_time(cue: Cue, other: Cue) -> bool:
    """Whether two cues are about one time, as far as they name it: 上周末 is not the end of this month."""
    ours, theirs = _anchors(cue), _anchors(other)
    return not ours or not theirs or bool(ours & theirs)


def _anchors(cue: Cue) -> set[tuple[str, str]]:
    text = cue.block.text
    past = min(len(text), cue.end + _TIME_LONG[cue.block.lang])
    stop = _TIME_ENDS.search(text, cue.end, past)
    found = _ANCHOR[cue.block.lang].finditer(text, cue.start, stop.start() if stop else past)
    return {_anchor(each) for each in found}


def _anchor(found: re.Match[str]) -> tuple[str, str]:
    kind = found.lastgroup or ""
    if kind == "month":
        return kind, str(MONTHS.get(found[0].lower(), found[kind]))
    return kind, found[kind] if kind == "year" else ""


def is_same_hour(cue: Cue, other: Cue) -> bool:
    """Whether two hours may be one: 20 and 8 p.m., but not 20 and 8 a.m."""
    if cue.count is None or other.count is None:
        return True
    return (cue.count - other.count) % _HALF_DAY == 0 and (cue.count == other.count or "p.m" in other.text)


_HALF_DAY = 12


def _unanswered(scale: Scale, zh: Sequence[Cue], en: Sequence[Cue]) -> tuple[list[Cue], list[Cue]]:
    if scale.number:
        shared = {cue.count for cue in zh} & {cue.count for cue in en} - {None}
        zh, en = ([cue for cue in side if cue.count in shared] for side in (zh, en))
    if scale.mode == "once":
        ours, theirs = _without_answer(zh, en, scale), _without_answer(en, zh, scale)
    elif scale.mode == "plan":
        ours, theirs = _plans(zh, en)
    else:
        ours, theirs = unanswered(zh, en, _paired if scale.paired else _distance)
    ours, theirs = ([cue for cue in side if cue.sure and _ANY not in cue.values] for side in (ours, theirs))
    return ours, theirs


def _plans(zh: Sequence[Cue], en: Sequence[Cue]) -> tuple[list[Cue], list[Cue]]:
    """One word for a plan covers its clause; a deed in a clause that has one is planned too."""
    if not any(cue.sure and _PLANNED in cue.values for cue in zh):
        zh = [replace(cue, sure=True) if foretells(cue) else cue for cue in zh]
    return unanswered(_once_a_clause(zh), _once_a_clause(en), _surest)


_WILL = regex(
    "将(?:[于在][^，。；]{2,8}?)?(?:被|予|全部|全额|全面|一律|统一|再|也|继续|免费|陆续|分批|同时|首次|正式|优先|逐步|共同|直接|如期|依法|分别|均|都)*"
)
_MOVED = regex("[为至到入作成给]|[列纳]入")
"""What stands behind what 将 moves, turns or gives: 将两站并为一站 is no future."""


def foretells(cue: Cue) -> bool:
    """Whether a 将 tells of a deed to come: a verb stands right behind it, by CC-CEDICT (将捐给)."""
    if cue.text != "将":
        return False
    text = cue.block.text
    found = _WILL.match(text, cue.start)
    at = found.end() if found else cue.end
    word = next((text[at : at + size] for size in (4, 3, 2, 1) if cedict.is_verb(text[at : at + size])), "")
    behind = _CLAUSE_END.split(text[at + len(word) :])[0]
    return bool(word) and not _MOVED.search(behind[1:]) and not _is_verb_before(text, cue.start)


def _is_verb_before(text: str, at: int) -> bool:
    """Whether a deed stands right before a 将, which then says what it is done to: 申请将许可证延期."""
    return at > 1 and cedict.is_verb(text[at - _PAIR : at])


_PAIR = 2


def _surest(cue: Cue, other: Cue) -> tuple[float, ...] | None:
    """A plan that is sure takes any word for one before a doubtful plan does, a deed its own verb first."""
    if not cue.values & other.values:
        return None
    return (
        -len(cue.values & other.values),
        (not cue.sure) + (not other.sure),
        _DONE in cue.values and not _is_one_deed(cue, other),
        abs(cue.share - other.share),
    )


def _is_one_deed(cue: Cue, other: Cue) -> bool:
    """Whether an English verb of what is done translates a word behind the Chinese 已."""
    zh, en = (cue, other) if cue.block.lang == "zh" else (other, cue)
    said = family(cedict.said(en.text))
    return any(said & each for each in words_behind(zh))


def _once_a_clause(side: Sequence[Cue]) -> list[Cue]:
    kept: list[Cue] = []
    for cue in sorted(side, key=lambda cue: (_PLANNED not in cue.values, not cue.sure, cue.share)):
        if not any(_PLANNED in each.values and _one_clause(each, cue) for each in kept):
            kept.append(cue)
    return sorted(kept, key=lambda cue: cue.share)


def _one_clause(cue: Cue, other: Cue) -> bool:
    first, last = sorted((cue, other), key=lambda cue: cue.start)
    return cue.block is other.block and not _CLAUSE_END.search(cue.block.text, first.end, last.start)


def _without_answer(side: Sequence[Cue], other: Sequence[Cue], scale: Scale) -> list[Cue]:
    return [
        cue
        for cue in side
        if not any(
            _agree(cue, answer) and (not scale.number or cue.count == answer.count) for answer in other
        )
    ]


def _paired(cue: Cue, other: Cue) -> tuple[float, ...] | None:
    """How well two cues agree that are about the same number, as far as both are about one."""
    if None not in (cue.count, other.count) and cue.count != other.count:
        return None
    return _distance(cue, other)


def _distance(cue: Cue, other: Cue) -> tuple[float, ...] | None:
    """How well two cues agree: the same value comes first, then one as sure, then the nearest."""
    if not _agree(cue, other):
        return None
    loose = not cue.values & other.values, cue.values - {_ANY} != other.values - {_ANY}
    return (*loose, cue.sure != other.sure, abs(cue.share - other.share))


def _agree(cue: Cue, other: Cue) -> bool:
    return bool(cue.values & other.values) or _ANY in cue.values | other.values


_TWICE = regex("(?:并非|不是|绝非|并不是)$")
"""并非不合格 is up to standard."""


def opened(side: Sequence[Cue], all_cues: Sequence[Cue], kinds: Set[str]) -> list[Cue]:
    """The cues, those behind a denial or a plan made to answer anything: not signed is any state but one."""
    doubts = [cue for cue in all_cues if cue.sure and cue.scale in kinds and _DONE not in cue.values]
    done = [cue for cue in all_cues if cue.sure and cue.values == {_DONE}]
    return [
        replace(cue, values=cue.values | {_ANY})
        if _TWICE.search(cue.block.text, 0, cue.start) or any(_governs(doubt, cue, done) for doubt in doubts)
        else cue
        for cue in side
    ]


_NOW = regex(r"\bbeing $|\bnow (?:being )?$|正在?$")


def _governs(doubt: Cue, cue: Cue, done: Sequence[Cue]) -> bool:
    """Whether a denial or plan stands before a cue in its clause.

    No plan governs what is told as done behind it (拟建的路已获批) or being done (rules now being proposed).
    """
    if not (doubt.end <= cue.start and denies(doubt, cue.block, cue.start)):
        return False
    if _PLANNED in doubt.values and _NOW.search(cue.block.text, doubt.end, cue.start):
        return False
    return _PLANNED not in doubt.values or not any(
        deed.block is cue.block and doubt.end <= deed.start and deed.start < cue.end and cue.start <= deed.end
        for deed in done
    )
