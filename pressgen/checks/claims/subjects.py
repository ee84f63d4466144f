"""Whom a figure may belong to: what both texts name, each by its key, where it stands in either."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from pressgen.checks.claims.coded import codes
from pressgen.checks.claims.lexicon import SORTS, Lexicon
from pressgen.checks.claims.named import NAME, named
from pressgen.checks.claims.referred import referred
from pressgen.checks.claims.ways import COUNTED
from pressgen.checks.found import figures_of
from pressgen.document import Block
from pressgen.glossary import Glossary
from pressgen.glossary.pinyin import readings
from pressgen.regex import regex

TIME, CODE, AGE = "time", "code", "age"
_COMPARED = regex(
    r"[比较同与][^，。；0-9]{0,4}$"
    r"|\b(?:than|from|with|to|over|as|the same \w+)(?: (?:in|the|a|that of|those of|same \w+))*\s+$"
)
"""What goes before a time that a figure is only held against."""
_WHOLE = {
    "zh": regex("(?:当|之)?中(?![央学小部国等级期心型东西])"),
    "en": regex(r"(?:^|[.;,]\s)\s*(?:Of|Among|Out of|of (?:the|all|its|their|those))(?:\s[\w’'-]+){0,3}\s$"),
}
"""What goes before a whole, or behind it in Chinese, of which every figure is a part."""
_OFFICE = {
    "zh": regex("(?:局|厅|委员会|协会|学会|部门)"),
    "en": regex(
        r"(?: and [\w’'-]+)?(?: affairs)?"
        r" (?:bureau|department|commission|administration|association|authority)\b",
        re.IGNORECASE,
    ),
}
"""What stands behind a subject that is the field of a body: 体育局, the sports bureau."""
_SHARED = {
    "zh": regex("占(?:到|了)?[^，。；、0-9]{0,6}$"),
    "en": regex(r"\d(?:%| per ?cent) of (?:(?:all|the|its|their|total|whole|[\w-]+['’]s?) ){0,3}$"),
}
"""What goes before a whole that a share is of: 占出口总值的54%, 54% of all exports."""
_AGES = {
    "zh": regex(
        r"(?P<from>\d{1,3})岁?[至到—–~～-](?P<to>\d{1,3})周?岁"
        r"|(?P<edge>\d{1,3})周?岁(?:及|（含）)?(?:(?P<up>以上)|(?P<down>以下))"
    ),
    "en": regex(
        r"(?P<from>\b\d{1,2})(?: to |[–-]| and )(?P<to>\d{1,3})\b(?! (?:percent|yuan))"
        r"|\b(?:(?P<up>over|above|older than)|(?P<down>under|below|younger than|up to(?: the age of)?))"
        r"(?: the age of)? (?P<edge>\d{1,3})\b(?![.,]?\d| (?:percent|yuan))"
        r"|\b(?P<edge2>\d{1,3})(?:-year-olds)?(?: years old)? (?:and|or) "
        r"(?:(?P<up2>over|above|older|upwards)|(?P<down2>under|below|younger))\b",
        re.IGNORECASE,
    ),
}
_ORDINAL = regex("半年|季度|half|quarter", re.IGNORECASE)
_TIMES = frozenset({"ordinal", "when", "half", "daytime"})
"""Classes that part one time from another, as dates do."""
_PEOPLE = frozenset({"sex", "group", "residence", "kin"})
"""Classes of people: 41 percent of the women are told of the women."""
_CAPITAL = regex(r"[A-Z][a-z]+(?:['’](?!s\b)[a-z]+)?(?:-[A-Z][a-z]+)*")
_SURNAMED = {
    "zh": regex("([\u4e00-\u9fff])某"),
    "en": regex(r"\bsurnamed ([A-Z][a-z]+)"),
}
_YEAR = regex(r"(?:19|20)\d\d(?:$|-)")
_TO = regex(r"\s*(?:to|until|through|[-–—至到])\s*")
_NEXT = regex(
    r"(?P<next>一年后|次年|翌年|第二年|\b(?:a|one) year later|\bthe (?:year after|following year|next year))"
    r"|一年前|\b(?:a|one) year (?:earlier|before)|\bthe year before",
    re.IGNORECASE,
)
_MOST_WORDS, _MOST_LETTERS = 200, 4000
_LEAST_SYLLABLES = 2


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject where it stands (code points, half-open): its key in both languages and its class."""

    start: int
    end: int
    key: str
    kind: str


@cache
def _lexicon(lang: str) -> Lexicon:
    tables = [Path(__file__).with_name("subjects.csv"), SORTS]
    return Lexicon.of_tables(tables, lang, plurals=lang == "en")


def subjects(zh: Block, en: Block, glossary: Glossary) -> tuple[list[Subject], list[Subject]]:
    """What both of two paragraphs name, in the order of each text; none inside another of its class."""
    ours, theirs = _outside(_listed(zh, glossary), zh), _outside(_listed(en, glossary), en)
    for subject, other in _spelt(zh.text, en.text, theirs):
        ours.append(subject)
        theirs.append(other)
    shared = {subject.key for subject in ours} & {subject.key for subject in theirs}
    shared -= _lone(ours, shared)
    return _complete(zh, _outermost(ours, shared)), _complete(en, _outermost(theirs, shared))


def _complete(block: Block, own: list[Subject]) -> list[Subject]:
    """The subjects, and the former and the latter of two."""
    again = list(referred(block, own))
    return sorted([*own, *again], key=lambda subject: subject.start) if again else own


_BASE = "base"


def _lone(ours: Iterable[Subject], shared: set[str]) -> set[str]:
    """The only base of comparison in a text: it is that of all figures, whichever it stands beside."""
    bases = {subject.key for subject in ours if subject.kind == _BASE and subject.key in shared}
    return bases if len(bases) == 1 else set()


def _listed(block: Block, glossary: Glossary) -> Iterator[Subject]:
    for hit in _lexicon(block.lang).every(block.text):
        kind = TIME if hit.row["class"] in _TIMES else hit.row["class"]
        if is_whole(block, hit.start, hit.end) or _OFFICE[block.lang].match(block.text, hit.end):
            continue
        if kind == TIME and _COMPARED.search(block.text, max(0, hit.start - 30), hit.start):
            continue
        part = "" if kind in _PEOPLE else _part_of(block, hit.start)
        yield Subject(hit.start, hit.end, f"{part}{kind}:{hit.row['zh']}", kind)
    for start, end, key, kind in named(block, glossary):
        if not is_whole(block, start, end):
            yield Subject(start, end, f"{_part_of(block, start)}{key}", kind)
    for figure in figures_of(block):
        if figure.kind == "date" or (figure.kind == "period" and not _ORDINAL.search(figure.text)):
            yield Subject(figure.start, figure.end, str(figure.value), TIME)
    yield from _coded(block)
    yield from _ages(block)
    yield from _spans(block)
    yield from _later(block)


def _coded(block: Block) -> Iterator[Subject]:
    """What letters and numbers tell apart: D5, Line 2; and somebody by the surname alone, 罗某."""
    for start, end, key in codes(block):
        yield Subject(start, end, key, CODE)
    for found in _SURNAMED[block.lang].finditer(block.text):
        yield Subject(*found.span(), " ".join(sorted(_sounds(found[1]) or {found[1].lower()})), NAME)


def is_whole(block: Block, start: int, end: int) -> bool:
    """Whether a subject names what all figures behind it are parts of: of the teachers, 教师中."""
    if block.lang == "zh":
        return bool(_WHOLE["zh"].match(block.text, end))
    whole = _WHOLE["en"].search(block.text, max(0, start - 40), start)
    return bool(whole) and len(_OF_EACH.findall(block.text)) <= 1


_OF_EACH = regex(r"\b[Oo]f the [\w’'-]+, (?:about |some |over |nearly )?\d")
"""Of the men, 27 percent …; of the women, 22: each is the whole of its own figure."""


def _part_of(block: Block, start: int) -> str:
    """What parts the whole that a share is of from the same as one that has figures of its own."""
    return "of " if _SHARED[block.lang].search(block.text, max(0, start - 40), start) else ""


def _ages(block: Block) -> Iterator[Subject]:
    """People by their age: 18至30岁, over 60, children up to 14; 0 to 14 is up to 14."""
    for found in _AGES[block.lang].finditer(block.text):
        said = {name.rstrip("2"): text for name, text in found.groupdict().items() if text}
        low = said.get("from", said["edge"] if "up" in said else "0")
        high = said.get("to", said["edge"] if "down" in said else "")
        yield Subject(*found.span(), f"age {int(low)}-{high}", AGE)


def _spans(block: Block) -> Iterator[Subject]:
    """From one year to another, where that is not read as one period: from 2015 to 2020."""
    for figure, other in pairwise(figure for figure in figures_of(block) if figure.kind == "date"):
        if _TO.fullmatch(block.text, figure.end, other.start):
            yield Subject(figure.start, other.end, f"{figure.value}/{other.value}", TIME)


def _later(block: Block) -> Iterator[Subject]:
    """The year after or before one that the text names: 一年后, a year later."""
    years = [
        (figure.end, int(str(figure.value)[:4]))
        for figure in figures_of(block)
        if _YEAR.match(str(figure.value))
    ]
    for found in _NEXT.finditer(block.text):
        if before := [year for end, year in years if end <= found.start()]:
            yield Subject(*found.span(), f"{before[-1] + (1 if found['next'] else -1)}", TIME)


def _outside(found: Iterable[Subject], block: Block) -> list[Subject]:
    """What is not itself part of a figure: 万亩, 5G."""
    counted = [figure for figure in figures_of(block) if figure.kind in COUNTED]
    starts = [figure.start for figure in counted]
    kept: list[Subject] = []
    for subject in found:
        number = bisect_right(starts, subject.start) - 1
        if subject.kind == AGE or number < 0 or counted[number].end < subject.end:
            kept.append(subject)
    return kept


def _outermost(found: Sequence[Subject], shared: set[str]) -> list[Subject]:
    """Of those of one class that overlap the longest, in the order of the text."""
    chosen: list[Subject] = []
    last: dict[str, Subject] = {}
    for subject in sorted(found, key=lambda subject: (subject.start, subject.start - subject.end)):
        if subject.key in shared and (subject.kind not in last or subject.start >= last[subject.kind].end):
            last[subject.kind] = subject
            chosen.append(subject)
    return chosen


def _spelt(zh: str, en: str, known: Sequence[Subject]) -> Iterator[tuple[Subject, Subject]]:
    """Chinese names that are in no list: an English word in pinyin, and the characters it spells."""
    if len(zh) > _MOST_LETTERS:
        return
    taken = [(subject.start, subject.end) for subject in known if subject.kind == NAME]
    words = [
        found
        for found in _CAPITAL.finditer(en)
        if not any(start < found.end() and found.start() < end for start, end in taken)
    ][:_MOST_WORDS]
    starts = _by_letter(zh) if words else {}
    free = 0
    for number, word in enumerate(words):
        behind = words[number + 1] if number + 1 < len(words) else None
        for last in (behind, word):
            if last is None or word.start() < free or (last is behind and last.start() != word.end() + 1):
                continue
            found = list(_places(_letters(en[word.start() : last.end()]), zh, starts))
            for at, end in found:
                yield Subject(at, end, word[0], NAME), Subject(word.start(), last.end(), word[0], NAME)
            free = last.end() if found else free


def _letters(word: str) -> str:
    return "".join(letter for letter in word.lower() if letter.isalpha())


def _by_letter(text: str) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for at, character in enumerate(text):
        if "\u4e00" <= character <= "\u9fff":
            for letter in {reading[:1] for reading in _sounds(character)}:
                found.setdefault(letter, []).append(at)
    return found


def _places(word: str, text: str, starts: Mapping[str, list[int]]) -> Iterator[tuple[int, int]]:
    for at in starts.get(word[0], ()):
        end = _spells(word, text, at)
        if end - at >= _LEAST_SYLLABLES:
            yield at, end


def _spells(word: str, text: str, at: int) -> int:
    """Where the characters end that the word spells, or where they begin if it spells none."""
    ends = {(0, at)}
    while ends:
        if done := next((end for letters, end in ends if letters == len(word)), None):
            return done
        ends = {
            (letters + len(sound), end + 1)
            for letters, end in ends
            if end < len(text)
            for sound in _sounds(text[end])
            if word.startswith(sound, letters)
        }
    return at


@cache
def _sounds(character: str) -> tuple[str, ...]:
    """How a character may be spelt, without tones; nothing for what is not Chinese."""
    if not "\u4e00" <= character <= "\u9fff":
        return ()
    found = readings(character) or (character,)
    return tuple(
        {
            spelt
            for reading in found
            for spelt in (reading.replace("v", "yu"), reading.replace("ü", "u"), reading.replace("v", "u"))
        }
    )
