"""Sentences as a paragraph: what they are all about is named once, and short ones about it become one.

    Phase one covers 10 hectares. Phase one opened in 2021. Phase one employs 410 people.
    Phase one covers 10 hectares. It opened in 2021 and employs 410 people.

Which words are a sentence's subject its template says (``| subject``); nothing is guessed from the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from pressgen.document import Mark
from pressgen.drafting import alike, closing, duties, following, following_en, hosting, neighbours
from pressgen.drafting.gapped import gapped, stop
from pressgen.drafting.openings import FRAMES, IT, PRONOUNS, with_subjects
from pressgen.drafting.prose import Prose, Subject, is_typed
from pressgen.drafting.same_subject import about_the_same
from pressgen.drafting.shared import shortened
from pressgen.figures import Language
from pressgen.regex import regex
from pressgen.text import han

_WORDS, _CHARACTERS = 30, 80
"""How long a sentence may become that is made of two."""

_MANY = regex(r" (?:have|are|were|do) ")
_ONE = regex(r" (?:has|is|was|does) ")
_LINKED = regex(r"[,;:] |—| and | which | delayed ")

_HAS = " has "
_TITLE = regex("“[^”，。：；]{1,12}”")
"""A name in quotation marks, which are no speech."""
_PARTS = regex(r", with [^,.]+ (?:up|down|at|unchanged) ")
_BRACKETS = regex("（[^）]*）")
_OF_ANOTHER = regex("推迟|[，；由]该|届时全厂")
"""A delay, or another that is told of, as the whole plant: what came behind would be of that."""
_SIGN = regex(r"[;；：”]|:(?!\d)")
"""What parts a sentence; none stands in 20:00."""
_CAUSE = regex("，(?:(?:主要)?(?:因|由于|受)[^，。；]+|此前纪录为[^。]+)。$")
"""A cause, or an earlier record, at the end of a Chinese sentence: what came behind would be of that."""
_PLANNED, _STANDS = regex("将|计划|预计|拟|力争"), regex("[^，将计预拟力]{0,12}?(?:居|位列|增长|下降)")
"""What is to come, behind which no place or growth of today is told."""
_AHEAD = regex(r" (?:will|(?:is|are) (?:scheduled|due|expected|planned) to) ")
_LIST = 9
"""Words of a predicate that takes another thing of the same verb."""
_CLAUSES = regex(r" and (?:has|have|is|are|was|were|will) ")
_BRIEF = 6
"""Words of a predicate that another with two parts may follow: opened in May and has oak and pine."""


def joined(lines: Sequence[Prose], lang: Language) -> Prose:
    """Sentences as one paragraph."""
    sentences: list[Prose] = []
    about, called = "", True
    prose = with_subjects([each for each in lines if each.text], lang)
    prose = neighbours.in_order(prose) if lang == "en" else prose
    for line in _unrepeated(gapped(prose, lang), lang):
        if is_typed(line) or (sentences and is_typed(sentences[-1])):
            sentences.append(line)
            about, called = line.subject.key if line.subject else "", True
            continue
        if sentences and (behind := following.told_with(sentences[-1], line, lang)):
            sentences[-1] = behind
            continue
        if sentences and lang == "zh" and (longer := duties.also(sentences[-1], line)):
            sentences[-1] = longer
            continue
        if sentences and (framed := _in_one_frame(sentences[-1], line, lang)):
            sentences[-1], about = framed, framed.subject.key if framed.subject else ""
            continue
        key = line.subject.key if line.subject else ""
        key = about or IT if key in PRONOUNS else key
        same = bool(sentences) and about_the_same(sentences[-1], line, about, key, lang)
        again = bool(key) and (key == about or same)
        about = key
        if again and sentences and (longer := _merged(sentences[-1], line, lang)):
            sentences[-1] = longer
            continue
        parts = bool(sentences) and bool(_PARTS.search(sentences[-1].text))  # "it" might be the last of these
        by_name = not again or lang == "zh" or not called or parts  # never two sentences with "it" in a row
        short = (
            None if by_name or not line.subject else _about_it(alike.also(sentences[-1], line), line.subject)
        )
        sentences.append(short or line)
        called = by_name
    between = "" if lang == "zh" else " "
    pieces: list[Prose] = []
    for typed, run in groupby(following.built_once(sentences, lang), is_typed):
        row = [*run]
        pieces += row if typed else [shortened(_paragraph(row, between))]
    return closing.called_last(_paragraph(pieces, between))


def _unrepeated(lines: Sequence[Prose], lang: Language) -> list[Prose]:
    """Sentences without what the one before has counted or named as a whole."""
    short = [following.without_noun(*pair, lang) for pair in pairwise(lines)]
    return [
        *lines[:1],
        *(
            following_en.shorter(before, line) if lang == "en" else line
            for before, line in zip(lines, short, strict=False)
        ),
    ]


def _paragraph(sentences: Sequence[Prose], between: str) -> Prose:
    paragraph = Prose()
    for number, sentence in enumerate(sentences):
        paragraph.add(between if number else "")
        paragraph.append(sentence)
    return paragraph


def _merged(first: Prose, second: Prose, lang: Language) -> Prose | None:
    """Both as one sentence, where each is short enough and the second begins with the subject."""
    if not first.subject or not second.subject or second.subject.start:
        return None
    frame = FRAMES[lang].match(first.text) if lang == "zh" else None
    if first.subject.start != (frame.end() if frame else 0):
        return None
    rest = second.since(second.subject.end)
    together = _merged_zh(first, rest) if lang == "zh" else _merged_en(first, rest)
    if together:
        together.subject = (
            first.subject if together.text.startswith(first.text[: first.subject.end]) else None
        )
        unsaid = (m for m in second.facts if m.end <= second.subject.end)
        together.facts += [Mark(len(first.text), len(first.text), m.kind, m.target) for m in unsaid]
    return together


def _merged_zh(first: Prose, rest: Prose) -> Prose | None:
    text = first.text
    part = "其中" in _BRACKETS.sub("", text)  # what follows a comma would be of the part
    if (
        not text.endswith("。")
        or _CAUSE.search(text)
        or _OF_ANOTHER.search(text, first.subject.end if first.subject else 0)
        or (_PLANNED.search(text) and _STANDS.match(rest.text))
        or han(text + rest.text) > _CHARACTERS
        or re.search("[；：”]", _TITLE.sub("", text + rest.text))
    ):
        return None
    together = first.until(len(text) - 1)
    added = alike.behind_head(first, rest)
    together.add("；" if part or ("，" in text and added is not rest) else "，")
    together.append(added)
    return together


def _merged_en(first: Prose, rest: Prose) -> Prose | None:
    text, subject = first.text, first.subject
    predicate = text[subject.end :] if subject else text
    if hosting.is_hosted(rest.text) or (" and " in predicate and hosting.is_hosted(predicate)):
        return hosting.fronted(first, rest, predicate)
    if not text.endswith(".") or _LINKED.search(predicate) or re.search(r"[;:] ", rest.text):
        return None
    if len(f"{text} and{rest.text}".split()) > _WORDS:
        return None
    if " and " in rest.text and (len(predicate.split()) > _BRIEF or _CLAUSES.search(rest.text)):
        return None
    first = alike.without_tail(first, rest)
    together = first.until(stop(first.text))
    together.add(", and" if " or " in predicate else " and")
    verb = alike.VERB.match(rest.text)
    again = verb is not None and predicate.startswith(verb[0])
    again = again and bool(alike.DONE.match(predicate)) == bool(alike.DONE.match(rest.text))
    if verb and again and len(predicate.split()) > _LIST and not alike.ranked(verb[0]):  # two lists
        return None
    if verb and again:
        together.facts += [replace(m, start=0, end=0) for m in rest.facts if m.end < len(verb[0])]
    if _AHEAD.match(predicate) and rest.text.startswith(_HAS) and not alike.DONE.match(rest.text):
        # will open in May, with 60 beds
        together = first.until(stop(first.text))
        together.add(", with")
        together.facts += [replace(m, start=0, end=0) for m in rest.facts if m.end < len(_HAS)]
        rest = rest.since(len(_HAS) - 1)
    together.append(rest.since(len(verb[0]) - 1) if verb and again else rest)
    return together


def _in_one_frame(first: Prose, second: Prose, lang: Language) -> Prose | None:
    """Both as one sentence, where both open with the same time: By 2027, … is to reach 60, and … 90."""
    frame = FRAMES[lang].match(second.text)
    if not frame or not first.text.startswith(frame[0]) or first.text[-1:] not in (".", "。"):
        return None
    rest, again = _behind_frame(first, second, frame.end())
    said = len(second.text) - len(rest.text)
    rest = rest if again else alike.gapped(first.since(frame.end()), rest, lang)
    several = lang == "en" and " and " in first.text + rest.text
    linked = _SIGN.search(first.text + rest.text) or (several and not again.strip())
    long = len(f"{first.text} {rest.text}".split()) > _WORDS + 6 or han(first.text + rest.text) > _CHARACTERS
    if linked or long or not rest.text:
        return None
    together = first.until(stop(first.text))
    apart = (
        not again.strip() and "，" in first.text[frame.end() :]
    )  # each with what is said beside its figure
    to = several and alike.TO.match(again)
    beside = lang == "en" and again and re.search(r", (?!\d{4}\b)", first.text[frame.end() :])
    and_ = ", and to" if to else ", and" if several or beside else " and" if again else ", and "
    together.add(("；" if apart else "，") if lang == "zh" else and_)
    together.append(rest)
    unsaid = (m for m in second.facts if m.end <= said)
    together.facts += [Mark(0, 0, m.kind, m.target) for m in unsaid]
    together.subject = first.subject if again else None
    return together


def _behind_frame(first: Prose, second: Prose, end: int) -> tuple[Prose, str]:
    """What a second sentence adds behind the time of both, and what it says of the same as the first.

    What it is about is then not named again, and a verb of both is said once.
    """
    about, again = first.subject, second.subject
    if not about or not again or about.key != again.key or (about.start, again.start) != (end, end):
        return second.since(end), ""
    verbs = (verb.match(second.text, again.end) for verb in (alike.BRINGS, alike.VERB))
    shared = next((verb for verb in verbs if verb and first.text.startswith(verb[0], about.end)), None)
    rest = second.since(shared.end() - shared[0].endswith(" ") if shared else again.end)
    return rest, shared[0] if shared else " "


def _about_it(line: Prose, subject: Subject) -> Prose:
    """An English sentence whose subject was named before: it, or they."""
    behind = line.text[subject.end :]
    if line.text[subject.start : subject.end].lower() in PRONOUNS:
        return line
    word = "they" if _MANY.match(behind) or (subject.several and not _ONE.match(behind)) else "it"
    word = word if subject.start else word.capitalize()
    prose = line.with_words(subject.start, subject.end, word)
    prose.subject = replace(subject, end=subject.start + len(word))
    return prose
