"""Sentences in a row that say the same of one thing after another, as one: A is open …; B …; and C …."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pressgen.drafting.prose import Prose, is_typed
from pressgen.figures import Language
from pressgen.regex import regex
from pressgen.text import han

_FRAMES: dict[Language, tuple[re.Pattern[str], ...]] = {
    "zh": (
        regex("[^，。；：“”]{2,20}?(?P<same>(?:开放|运营|办公|运行)?时间为)"),
        regex("[^，。；：“”]{2,20}?(?P<same>可获[^，。；：“”0-9]{2,16})(?=最高[0-9])"),
    ),
    "en": (
        regex(r"[^,.;:“”]{2,60}?(?P<same> (?:is|are) open)(?= )"),
        regex(
            r"[^,.;:“”]{2,60}?(?P<same> (?:may |will )?receive an? [^,.;:“”\d]{2,50}?)(?= of (?:up to )?\d)"
        ),
    ),
}
"""What may be said once of several: the words of the frame fall in all sentences but the first."""
_ALL_DAY = regex("[^，。；：“”]{2,12}24小时(?:开放|运行)。")
_ABBREVIATED = regex(r"\b(?:[ap]\.m|Ltd|Inc|Co|Corp|U\.S)\.$")
_SUM = regex(r"\d[\d,.]*(?: [mb]illion)? yuan")
_ONE = regex(r" receive an? ")
_WORDS = r"(?:[^,;.:“”]|[.,]\d)"
_CHANGED = regex(
    rf"(?P<who>{_WORDS}{{2,80}}?)"
    r"(?P<verb> (?:(?:will|is to|are to|would) be|was|were)(?P<how> (?:increased|extended|cut)))"
    rf"(?P<from> from {_WORDS}{{1,80}}? to {_WORDS}{{1,80}}?)"
    rf"(?P<day> (?:on|in|by) (?=[A-Z]|\d{{4}}){_WORDS}{{1,40}}(?:, \d{{4}})?)?\."
)
"""What was or will be more or less than it was, and when."""
_LONGEST: dict[Language, int] = {"zh": 120, "en": 70}
"""Characters or words of a sentence made so."""
_COMMON = regex(
    r"(?:The|That|Those|A|An|Its|Small|Micro|Medium|Large|New|Other|High-tech|Rural|Urban|[A-Z][a-z]+(?:-[a-z]+)+|[A-Z][a-z]{3,}s)\b(?![’'])"
)
"""How an English sentence begins that begins with no name."""


def gapped(lines: Sequence[Prose], lang: Language) -> list[Prose]:
    """The same sentences, those in a row that say the same in the same words as one."""
    rows: list[list[Prose]] = []
    for line in lines:
        if is_typed(line) or (rows and is_typed(rows[-1][0])):
            rows.append([line])
        elif rows and _follows(rows[-1], line, lang):
            rows[-1].append(line)
        elif rows and len(rows[-1]) == 1 and (both := _changed(rows[-1][0], line)):
            rows[-1] = [both]
        else:
            rows.append([line])
    return [_one(row, lang) if len(row) > 1 else row[0] for row in rows]


def stop(text: str) -> int:
    """Where the stop of a sentence stands that goes on; that of 6 p.m. stays."""
    return len(text) - (_ABBREVIATED.search(text) is None)


def behind(first: Prose, rest: Prose, between: str) -> Prose:
    """A sentence without its stop, and what goes on behind it."""
    together = first.until(stop(first.text))
    together.add(between)
    together.append(rest)
    return together


def _follows(row: Sequence[Prose], line: Prose, lang: Language) -> bool:
    """Whether a sentence says of something else what those of a row say."""
    first, second = _said(row[0].text, lang), _said(line.text, lang)
    if not first or not (first == second or (first.endswith("时间为") and _ALL_DAY.fullmatch(line.text))):
        return False
    text = "".join(each.text for each in (*row, line))
    if re.search("[；“]|; ", text) or (lang == "en" and not _COMMON.match(line.text)):
        return False
    if lang == "en" and row[0].text.split()[0] == line.text.split()[0] != "The":
        return False  # owners of this, and those of that
    return (han(text) if lang == "zh" else len(text.split())) <= _LONGEST[lang]


def _changed(first: Prose, second: Prose) -> Prose | None:
    """Two changes as one: The fare was cut from 8 to 6 yuan on May 1, and the wait from 20 to 12 minutes."""
    former, latter = _CHANGED.fullmatch(first.text), _CHANGED.fullmatch(second.text)
    if not former or not latter or former["day"] != latter["day"] or not _COMMON.match(second.text):
        return None
    be, again = (each["verb"].removesuffix(each["how"]).replace("were", "was") for each in (former, latter))
    if be != again or (former["how"] != latter["how"] and "cut" in former["how"] + latter["how"]):
        return None
    together = first.until(len(first.text) - 1)
    together.add(", and ")
    rest = second.with_words(latter.end("from"), len(second.text) - 1, "") if latter["day"] else second
    how = "" if former["how"] == latter["how"] else latter["how"]
    rest = rest.with_words(latter.start("verb"), latter.end("verb"), how)
    together.append(rest.with_words(0, 1, rest.text[0].lower()))
    together.subject = first.subject
    return together


def _said(text: str, lang: Language) -> str:
    found = next(filter(None, (frame.match(text) for frame in _FRAMES[lang])), None)
    return found["same"] if found else ""


def _without_tail(line: Prose, first: str) -> Prose:
    """A sentence without what stands behind its sum, where that is the same in the first of a row."""
    sums = [_SUM.search(text) for text in (first, line.text)]
    tails = [
        text[found.end() : -1] if found else "" for found, text in zip(sums, (first, line.text), strict=True)
    ]
    found = sums[1]
    return line.with_words(found.end(), len(line.text) - 1, "") if found and tails[0] == tails[1] else line


def _one(row: Sequence[Prose], lang: Language) -> Prose:
    """Several sentences as one, in which what is the same is said once."""
    first = row[0]
    same = _said(first.text, lang)
    together = first.until(stop(first.text))
    is_one = bool(_ONE.search(same))
    instead = " one" if is_one else "," if lang == "en" else ""
    between = "；" if lang == "zh" else ", and " if is_one else "; "
    for number, each in enumerate(row[1:], 2):
        start = each.text.find(same)
        line = _without_tail(each, first.text) if is_one else each
        short = line.with_words(start, start + len(same), instead) if start >= 0 else line
        if lang == "en":
            short = short.with_words(0, 1, short.text[0].lower())
        is_last = number == len(row) > 2
        together.add("; and " if is_last and lang == "en" else between)
        together.append(short.until(stop(short.text)) if number < len(row) else short)
    together.subject = first.subject
    return together
