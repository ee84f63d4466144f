"""When: what stands beside a date, a length of time or an event, held against what stands there in the other.

Both texts have the same anchor: a date or a length that answers (自5月起, since May; 三年内, within three
years), or an event that CC-CEDICT says is one (播种前, before sowing). Its words say by, until, since, ago,
first … (``times.csv``); an anchor that has such words in both languages and none in common is told wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from pressgen.checks import cedict
from pressgen.checks.claims.lexicon import table
from pressgen.checks.figures.check import Compared
from pressgen.checks.figures.placed import PlacedFigure
from pressgen.checks.status.rules import TIME
from pressgen.document import Block, Span
from pressgen.errors import Wording
from pressgen.figures import Figure
from pressgen.findings import Finding
from pressgen.regex import compiled, regex

_LENGTHS = frozenset({"minute", "hour", "day", "week", "month", "quarter", "year"})
_BETWEEN = (
    r"(?:\s+(?:the|an?|about|around|some|roughly|nearly|almost|at|least|just|over|more|than|another|this|next|last|"
    r"following|early|late|mid|(?:end|beginning|start|middle|close) of))*\s*"
)
_NO_RELATION = {
    "zh": (r"(?<![提目日以之当此空史面跟眼])", r"(?![一二三四五六七八九十\d半几数期来沿景线方续勤备])"),
    "en": (r"(?<![\w-])", r"(?![\w-])"),
}
"""What a relation's words must not be part of: 目前, 后期, 今年前三季度."""
_SLIP = Wording("说的不是同一时间", "not the same time")
_HAN = regex("[\u4e00-\u9fff]$")
_DENIED = regex(
    "[不未没禁勿]|\\b(?:not|never|no|only|unless|without|cannot|until)\\b|n[’']t\\b", re.IGNORECASE
)
"""In such a clause “not before” may be “only after”."""
_LESS = regex(r"\b(?:less|fewer|earlier) than $|\b(?:under|within|only|just|barely) $", re.IGNORECASE)
_CLAUSE_END = regex("[，。；、,;.:：（）()]")
_IN_MONTH = regex("(?<=月)(?![底末])")
"""截至6月 is the end of June, in June or by June."""
_EVENT = 2
"""Characters of an event's name: 播种前, 登机后."""
_NEAR_WORDS = 4
_WORDS = regex(r"[A-Za-z’'-]+")
_FAR = 40


@dataclass(frozen=True, slots=True)
class Relation:
    """What a text says of when an anchor is: its values and the stretch that says so (code points)."""

    values: frozenset[str]
    start: int
    end: int


def check(each: Compared) -> Iterator[Finding]:
    """Findings on the dates and lengths of a group that answer each other, then on events.

    A date or length that stands twice may be told once (that day), so that any of its relations answers.
    """
    for pair in each.result.pairs:
        ours, theirs = relation(pair.zh), relation(pair.en)
        if (
            ours
            and theirs
            and not (_all(pair.zh, each.zh) & theirs.values or ours.values & _all(pair.en, each.en))
        ):
            yield _found(_span(pair.zh, ours), _span(pair.en, theirs))
    for block in each.group.zh:
        for event in _events(block):
            yield from _against(block, event, each.group.en)


def _goes_on(text: str, end: int, lang: str) -> bool:
    """Whether a Chinese relation is the beginning of another word: 前锋, but not the 前 of 前提交."""
    begins = cedict.is_word(text[end - 1 : end + 1]) and not cedict.is_word(text[end : end + 2])
    return lang == "zh" and end < len(text) and begins


def _of_a_noun(text: str, before: re.Match[str]) -> bool:
    """Whether what stands before a figure is the end of a noun: 码头13时, but not 头13天."""
    start = before.start(1)
    return before[1] == "头" and start > 0 and cedict.is_word(text[start - 1 : start + 1])


def _all(placed: PlacedFigure, figures: Sequence[PlacedFigure]) -> set[str]:
    """What a text says anywhere of when a date or length is."""
    same = [
        other
        for other in figures
        if (other.figure.value, other.figure.unit) == (placed.figure.value, placed.figure.unit)
    ]
    return {value for other in same if (found := relation(other)) for value in found.values}


def relation(placed: PlacedFigure) -> Relation | None:
    """What stands beside a date or a length of time; a figure of another kind has no such words.

    >>> from pressgen.checks.figures.placed import placed_figures
    >>> block = Block("body", "三年内完成，截至2024年底", "zh")
    >>> [sorted(relation(placed).values) for placed in placed_figures(block)]
    [['next', 'within'], ['by', 'until']]
    """
    figure, text, lang = placed.figure, placed.block.text, placed.block.lang
    anchor = _anchor(figure)
    if not anchor:
        return None
    values: set[str] = set()
    start, end = figure.start, figure.start + len(figure.text.rstrip("."))
    after = _patterns().get((anchor, "behind", lang))
    if after and (behind := after.match(text, figure.end)) and not _goes_on(text, behind.end(1), lang):
        values |= _values()[anchor, "behind", lang][_key(behind[1])]
        if _key(behind[1]).startswith("after"):
            values |= _counted_back(text, figure)
        end = behind.end(1)
    limit = max(0, figure.start - _FAR)
    before = _patterns()[anchor, "before", lang].search(text, limit, figure.start)
    if before and not _of_a_noun(text, before):
        said = _values()[anchor, "before", lang][_key(before[1])]
        values |= said - {"past"} if before[1] == "前" and _HAN.search(text, 0, before.start()) else said
        if before[1].startswith("截") and _IN_MONTH.match(text, figure.end):
            values.add("in")
        start = before.start(1)
    return Relation(frozenset(values), start, end) if values else None


def _counted_back(text: str, figure: Figure) -> set[str]:
    """What 22 years after an event is where one counts back to it: 22 years ago, the past 22 years."""
    short = _LESS.search(text, max(0, figure.start - _FAR), figure.start)
    return ({"within"} if short else set()) | ({"ago", "past"} if figure.unit == "year" else set())


def _anchor(figure: Figure) -> str:
    """A date, a length of time or a count, of which there are first and last ones; else nothing."""
    if figure.kind in ("date", "time"):
        return "date"
    if figure.unit in _LENGTHS:
        return "length"
    return "count" if figure.kind in ("number", "quantity") else ""


def _span(placed: PlacedFigure, found: Relation) -> Span:
    return placed.block.span(found.start, found.end)


def _found(zh: Span, en: Span) -> Finding:
    return TIME.at(en, related=(zh,), zh=zh.text, en=en.text, slip=_SLIP)


@dataclass(frozen=True, slots=True)
class _Event:
    """A word with 前 or 后 behind it."""

    start: int
    end: int
    word: str
    values: frozenset[str]


def _events(block: Block) -> Iterator[_Event]:
    """Two characters before 前, 后 and the like, where nothing in the clause is denied."""
    for found in _event_zh().finditer(block.text):
        if not (
            _goes_on(block.text, found.end(), "zh")
            or _DENIED.search(_clause(block.text, found.start(), found.end()))
        ):
            values = _values()["event", "behind", "zh"][found[2]]
            yield _Event(found.start(), found.end(), found[1], values)


def _clause(text: str, start: int, end: int) -> str:
    before = [found.end() for found in _CLAUSE_END.finditer(text, 0, start)]
    behind = _CLAUSE_END.search(text, end)
    return text[before[-1] if before else 0 : behind.start() if behind else len(text)]


def _against(block: Block, event: _Event, en: Sequence[Block]) -> Iterator[Finding]:
    """The English words before and after the same event, where none of them agrees."""
    other = [(text, found) for text in en for found in _event_en().finditer(text.text)]
    if not other:
        return
    meanings = cedict.meanings(event.word)
    same = [
        (text, found) for text, found in other if any(roots & _behind(text.text, found) for roots in meanings)
    ]
    said = [(text, found, _values()["event", "before", "en"][_key(found[1])]) for text, found in same]
    if said and not any(values & event.values for _, _, values in said):
        text, found, _ = said[0]
        if not _DENIED.search(_clause(text.text, found.start(), found.end())):
            last = next(
                word.end()
                for word in _WORDS.finditer(text.text, found.end())
                if any(cedict.root(word[0]) in roots for roots in meanings)
            )
            yield _found(block.span(event.start, event.end), text.span(found.start(1), last))


def _behind(text: str, found: re.Match[str]) -> frozenset[str]:
    """The roots of the few words behind before or after."""
    words = [word[0] for word in _WORDS.finditer(text, found.end(), found.end() + _FAR)][:_NEAR_WORDS]
    return frozenset(cedict.root(word) for word in words) - {""}


def _key(words: str) -> str:
    return " ".join(words.lower().split())


_Place = tuple[str, str, str]
"""Anchor, side and language."""


@cache
def _values() -> dict[_Place, dict[str, frozenset[str]]]:
    """The values of each relation's words."""
    found: dict[_Place, dict[str, frozenset[str]]] = {}
    for row in table("times.csv"):
        here = found.setdefault((row["anchor"], row["side"], row["lang"]), {})
        here |= dict.fromkeys(row["words"].split("|"), frozenset(row["values"].split()))
    return found


@cache
def _patterns() -> dict[_Place, re.Pattern[str]]:
    """What finds those words right before a figure, or right behind it."""
    return {place: _pattern(place, words) for place, words in _values().items()}


def _pattern(place: _Place, words: dict[str, frozenset[str]]) -> re.Pattern[str]:
    _, side, lang = place
    either = _either(words)
    first, last = _NO_RELATION[lang]
    if lang == "zh":
        return compiled(
            f"{first}({either})(?:的|约|近|这|[今明去次后当本]年|[本下上]月|[今昨明当次前]?[天日晚早晨夜]?(?:上午|下午|晚上?|凌晨|中午|夜间|傍晚|清晨|早上)?|[一二三四五]季度)?\\s*$"
            if side == "before"
            else f"\\s*(?:左右|多|余)?({either}){last}"
        )
    spaced = either.replace(r"\ ", r"\s+")
    if side == "before":
        return compiled(rf"{first}({spaced}){_BETWEEN}$", re.IGNORECASE)
    return compiled(rf"\s+({spaced}){last}", re.IGNORECASE)


def _either(words: dict[str, frozenset[str]]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def _event_zh() -> re.Pattern[str]:
    words = _either(_values()["event", "behind", "zh"])
    return compiled(f"(?!一)([\u4e00-\u9fff]{{{_EVENT}}})({words}){_NO_RELATION['zh'][1]}")


@cache
def _event_en() -> re.Pattern[str]:
    return compiled(rf"\b({_either(_values()['event', 'before', 'en'])})\b", re.IGNORECASE)
