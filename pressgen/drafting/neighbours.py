"""Two sentences in a row about one thing at two times, or a count and what it comes to, as one.

    This year, the town plans to plant 40 trees. In 2027, the town plans to plant 60 trees.
    The town plans to plant 40 trees this year and 60 in 2027.

A plan stays a plan: only what both say in the same words is said once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pressgen.document import Mark
from pressgen.drafting.gapped import behind, stop
from pressgen.drafting.openings import FRAMES
from pressgen.drafting.prose import Prose, Subject
from pressgen.regex import regex
from pressgen.text import han

_CHARACTERS, _WORDS = 60, 35
"""How long a sentence may become that is made of two."""
_COUNTS = frozenset({"number", "quantity", "money", "percent"})
_SIGNS = regex("[“”；：]")
_CLOSED = regex("其中|纪录|(?:因|由于|受)[^，。]{2,}。$")
"""What ends a sentence so that nothing more may be said of what it is about."""
_UNTIL_NOW = regex("今年(?:以来)?已")
_THIS_YEAR, _ALL_YEAR = "今年，", "全年"
_AHEAD = regex("力争|计划|预计|拟|将")
_ONCE = regex("[后时]，$|期间，$")
_TIME = regex(r"(?:This year|For the year as a whole|(?:By|In|On|During) [^,.;:]{1,40}), ")
_ROUND = regex("以上|以下|左右|以内|多|余")
_CAME_TO = regex(r" came to (?:[^,.;“”]|[.,]\d)+\.")
_BRACKETS = regex(r" \([^()]*\)")
_NUMBER = regex(
    r"the number of (?P<noun>[^,.;]+?) (?:is|are) (?:expected to|planned to|to) (?:reach|be) "
    r"(?:[^,.;]|[.,]\d)+\."
)
_PLAIN = regex(r"(?:The|Total|Average|Overall|Annual|[A-Z][a-z]+ed) ")
"""How English words begin that are no name."""
_THAT = regex(
    r"That (?:in|at|of|for|among) (?:[^,.;“”]|[.,]\d)+?(?P<verb> stood at| came to) (?=[a-z]*[ ]?[\d])"
)
_LINKS = regex(r"; |, and |“")


def later_zh(first: Prose, line: Prose) -> Prose | None:
    """One thing at two times: 今年，镇里计划植树40棵，2027年计划植60棵."""
    frame, again = FRAMES["zh"].match(line.text), line.subject
    when, about = FRAMES["zh"].match(first.text), first.subject
    if not frame or not again or not about or again.start != frame.end() or again.key != about.key:
        return None
    if about.start != (when.end() if when else 0) or (when and when[0] == frame[0]):
        return None
    if _SIGNS.search(first.text + line.text) or _CLOSED.search(first.text):
        return None
    noun = _noun_again(first, line)
    same = _is_what(line, again) and _units(line) and _units(line) <= _units(first)
    if noun is None and not same:
        return None
    rest = line.with_words(noun.start, noun.end, "") if noun else line
    rest = rest.with_words(again.start, again.end, "")
    if frame[0] == _THIS_YEAR and _UNTIL_NOW.search(first.text):
        rest = rest.with_words(0, frame.end(), _ALL_YEAR)
    elif not _ONCE.search(frame[0]):
        rest = rest.with_words(frame.end() - 1, frame.end(), "")
    apart = "，" in first.text[about.end :] or (when and _ONCE.search(when[0]))
    together = behind(first, rest, "；" if apart else "，")
    return together if han(together.text) <= _CHARACTERS else None


def _is_what(line: Prose, subject: Subject) -> bool:
    """Whether a sentence is about a figure, and not about who does something."""
    return any(
        mark.start == subject.start and mark.target.endswith((".what", ".name")) for mark in line.facts
    )


def _noun_again(first: Prose, line: Prose) -> Mark | None:
    """What both sentences count, alone and in the same measure."""
    former, latter = [mark for mark in _nouns(first) if mark.end > mark.start], _nouns(line)
    if len(former) != 1 or len(latter) != 1:
        return None
    words = (first.text[former[0].start : former[0].end], line.text[latter[0].start : latter[0].end])
    same = words[0] == words[1] or not words[1]
    return latter[0] if same and len(_units(first)) == 1 and _units(first) == _units(line) else None


def _units(prose: Prose) -> set[str]:
    """The measure words of all that a Chinese sentence counts."""
    counts = (prose.text[mark.start : mark.end] for mark in prose.facts if mark.kind in _COUNTS)
    return {_ROUND.sub("", count)[-1:] for count in counts}


def _nouns(prose: Prose) -> list[Mark]:
    """What a sentence counts; where it is no longer said, the sentence before has counted the same."""
    start = prose.subject.end if prose.subject else 0
    return [mark for mark in prose.facts if mark.target.endswith(".what") and mark.start >= start]


def later_en(first: Prose, line: Prose) -> Prose | None:
    """One plan at two times: The town plans to plant 40 trees this year and 60 in 2027."""
    when, frame = _TIME.match(first.text), _TIME.match(line.text)
    about, again = first.subject, line.subject
    if not when or not frame or when[0] == frame[0] or not about or not again or about.key != again.key:
        return None
    counts = [_only_count(prose) for prose in (first, line)]
    if (about.start, again.start) != (when.end(), frame.end()) or not counts[0] or not counts[1]:
        return None
    verbs = first.text[about.end : counts[0].start], line.text[again.end : counts[1].start]
    ends = [_end(prose, count) for prose, count in zip((first, line), counts, strict=True) if count]
    tail = first.text[ends[0] :]
    without = any(mark.start >= mark.end and mark.target.endswith(".what") for mark in line.facts)
    same = line.text[ends[1] :] == ("." if without else tail)
    if verbs[0] != verbs[1] or not same or re.search("[,;:(]", tail):
        return None
    together = first.until(stop(first.text)).since(when.end()).capitalized()
    together.subject = Subject(0, about.end - about.start, about.key, about.several)
    together.add(" ")
    together.append(_time(first, when.end()))
    together.add(" and ")
    together.append(line.until(ends[1]).since(counts[1].start))
    together.add(" ")
    together.append(_time(line, frame.end()))
    together.add(".")
    facts = {mark.target for mark in together.facts}
    unsaid = (mark for mark in (*first.facts, *line.facts) if mark.target not in facts)
    together.facts += [Mark(0, 0, mark.kind, mark.target) for mark in unsaid]
    return together if len(together.text.split()) <= _WORDS else None


def _time(prose: Prose, end: int) -> Prose:
    """When it is, as it stands within a sentence: in 2027."""
    time = prose.until(end - len(", "))
    return time.with_words(0, 1, time.text[0].lower())


def _end(prose: Prose, count: Mark) -> int:
    """Where an amount ends, with its conversion in brackets."""
    converted = _BRACKETS.match(prose.text, count.end)
    return converted.end() if converted else count.end


def _only_count(prose: Prose) -> Mark | None:
    counts = [mark for mark in prose.facts if mark.kind in _COUNTS and mark.end > mark.start]
    return counts[0] if len(counts) == 1 else None


def comes_to_zh(first: Prose, line: Prose) -> Prose | None:
    """What was counted and a sum of the same kind: 夜校开设油画班9个，油画学费3万元."""
    frame = FRAMES["zh"].match(first.text)
    if "，" in first.text[frame.end() if frame else 0 :] or _SIGNS.search(first.text + line.text):
        return None
    if not _of_the_counted(first, line, 2):
        return None
    together = behind(first, _without_noun(first, line), "，")
    return together if han(together.text) <= _CHARACTERS else None


def _without_noun(first: Prose, line: Prose) -> Prose:
    """A sum without the noun that was just counted: 采购酒花960吨，合同金额960万欧元."""
    nouns = _nouns(first)
    noun = first.text[nouns[0].start : nouns[0].end] if nouns else ""
    named = line.subject is not None and line.subject.end >= len(noun) + 2
    return line.with_words(0, len(noun), "") if noun and named and line.text.startswith(noun) else line


def comes_to_en(first: Prose, line: Prose) -> Prose | None:
    """The same in English: The school opened nine art classes, and combined art fees came to 3,000 yuan."""
    subject = line.subject
    if not subject or subject.start or not _PLAIN.match(line.text) or _LINKS.search(first.text):
        return None
    if not _CAME_TO.fullmatch(line.text, subject.end) or not _of_the_counted(first, line, 5):
        return None
    together = behind(first, line.with_words(0, 1, line.text[0].lower()), ", and ")
    return together if len(together.text.split()) <= _WORDS else None


def _of_the_counted(first: Prose, line: Prose, least: int) -> bool:
    """Whether a figure is of what the sentence before counted last: both names share a word."""
    about, subject, nouns = first.subject, line.subject, _nouns(first)
    if not subject or subject.start or not about or not _only_count(first):
        return False
    if line.text[: subject.end] in first.text:  # exports of all, behind those of one
        return False
    if len(nouns) != 1 and (nouns or least > 2 or not _is_what(first, about)):
        return False
    if not any(m.target.endswith("indicator.name") and not m.start for m in line.facts):
        return False
    words = line.text[: subject.end].lower()
    if least > 2:  # whole words
        shared = {word.removesuffix("s") for word in words.split() if len(word) >= least}
        return not shared.isdisjoint(_words(first, nouns[0]))
    noun = first.text[nouns[0].start : nouns[0].end] if nouns else first.text[about.start : about.end]
    return any(noun[place : place + least] in words for place in range(len(noun) - least + 1))


def _words(prose: Prose, mark: Mark) -> list[str]:
    return [word.removesuffix("s") for word in prose.text[mark.start : mark.end].lower().split()]


def that_of(first: Prose, line: Prose) -> Prose | None:
    """A figure and that of a part: The rate stood at 91%, and that in the north at 96%."""
    found = _THAT.match(line.text)
    if not found or found["verb"] not in first.text or _LINKS.search(first.text) or "; " in line.text:
        return None
    verb = found["verb"]
    rest = line.with_words(found.start("verb"), found.end("verb"), " at" if verb == " stood at" else verb)
    together = behind(first, rest.with_words(0, 1, "t"), ", and ")
    return together if len(together.text.split()) <= _WORDS else None


def in_order(lines: Sequence[Prose]) -> list[Prose]:
    """English sentences of one statement, what is so at a time behind what is so at all.

    The mill will cover 9 mu. The mill is to create 60 jobs. At full production, the mill is to earn 9 yuan.
    """
    ordered = list(lines)
    for place in range(2, len(ordered)):
        before, at_a_time, plain = ordered[place - 2 : place + 1]
        if (
            _plainly(before)
            and _plainly(plain)
            and _at_a_time(at_a_time)
            and _one_statement(before, at_a_time, plain)
        ):
            ordered[place - 1 : place + 1] = plain, at_a_time
    return ordered


def _plainly(line: Prose) -> bool:
    return line.subject is not None and line.subject.start == 0


def _at_a_time(line: Prose) -> bool:
    frame = FRAMES["en"].match(line.text)
    return bool(frame and line.subject and line.subject.start == frame.end())


def _one_statement(*lines: Prose) -> bool:
    """Whether all are about one thing, and told by one statement."""
    statements = {re.sub(r"\.[a-z_]+$", "", mark.target) for line in lines for mark in line.facts}
    return len(statements) == 1 and len({line.subject.key for line in lines if line.subject}) == 1


def counted_later(first: Prose, line: Prose) -> Prose | None:
    """What was counted, and how many it is to be: 街道有夜校9所，到2028年计划达到12所."""
    frame, again, nouns = FRAMES["zh"].match(line.text), line.subject, _nouns(first)
    if not frame or not again or again.start != frame.end() or len(nouns) != 1:
        return None
    if _SIGNS.search(first.text + line.text) or "，" in first.text or not _AHEAD.match(line.text, again.end):
        return None
    if first.text[nouns[0].start : nouns[0].end] != line.text[again.start : again.end]:
        return None
    if _units(first) != _units(line) or len(_units(line)) != 1:
        return None
    rest = line.with_words(again.start, again.end, "").with_words(frame.end() - 1, frame.end(), "")
    together = behind(first, rest, "，")
    return together if han(together.text) <= _CHARACTERS else None


def number_later(first: Prose, line: Prose) -> Prose | None:
    """What was counted, and how many it is to be: 90 mills, and their number is to reach 120 by 2030."""
    frame = _TIME.match(line.text)
    found = _NUMBER.fullmatch(line.text, frame.end()) if frame else None
    if not frame or not found or re.search(", | and |[;“]", first.text):
        return None
    noun = f" {found['noun']}."
    place = len(first.text) - len(noun)
    if not first.text.endswith(noun) or not any(m.kind == "number" and m.end == place for m in first.facts):
        return None
    rest = line.with_words(frame.end(), found.end("noun"), "their number").since(frame.end())
    together = behind(first, rest.until(stop(rest.text)), ", and ")
    together.add(" ")
    together.append(_time(line, frame.end()))
    together.add(".")
    return together if len(together.text.split()) <= _WORDS else None


ZH = (later_zh, comes_to_zh, counted_later)
EN = (later_en, comes_to_en, that_of, number_later)
"""What may become one sentence, each way by itself."""
