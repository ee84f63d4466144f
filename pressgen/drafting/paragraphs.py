"""Sentences as a paragraph: what they are all about is named once, and short ones about it become one.

    Phase one covers 10 hectares. Phase one opened in 2021. Phase one employs 410 people.
    Phase one covers 10 hectares. It opened in 2021 and employs 410 people.

Which words are a sentence's subject its template says (``| subject``); nothing is guessed from the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from pressgen.document import Mark
from pressgen.drafting.token import ALWAYS, BASE, Token, pieces
from pressgen.drafting.told import Subject, Told
from pressgen.figures import Language
from pressgen.regex import regex
from pressgen.text import han

_WORDS, _CHARACTERS = 30, 80
"""How long a sentence may become that is made of two."""

_MANY = regex(r" (?:have|are|were|do) ")
_ONE = regex(r" (?:has|is|was|does) ")
_LINKED = regex(r"[,;:] |—| and | which ")

_RANGE = regex(
    r"\b\d[\d,.]*( [A-Za-zµ/]+)[–—]\d[\d,.]*\1\b|"
    r"\b\d[\d,.]*( [a-z]+(?<!illion)(?: (?!to )[a-z]+)?) to \d[\d,.]*\2\b|"
    r"\b\d[\d,.]* (?:m|b|tr)illion( (?!yuan)[a-z-]+) to \d[\d,.]* (?:m|b|tr)illion\3\b|"
    r"\d[\d.]*([\u4e00-\u9fff]+/[\u4e00-\u9fff]+)—\d[\d.]*\4"
)
_PLACES = regex(r" at (?:the )?[A-Z0-9][\w’' -]* and (at )(?:the )?[A-Z]")
_WILL = regex(" will ")
_BASE = regex("{0}(.*?){1}(.*?){1}(.*?){2}".format(*BASE))
IT = "it"
"""The subject of a sentence that goes on about that of the sentence before."""


def joined(lines: Sequence[Told], lang: Language) -> Told:
    """Sentences as one paragraph."""
    sentences: list[Told] = []
    about, called = "", True
    for line in filter(lambda each: each.text, lines):
        key = line.subject.key if line.subject else ""
        key = about or IT if key == IT else key
        again = bool(key) and key == about
        about = key
        if again and sentences and (longer := _one(sentences[-1], line, lang)):
            sentences[-1] = longer
            continue
        by_name = not again or lang == "zh" or not called  # never two sentences with "it" in a row
        sentences.append(line if by_name or not line.subject else _about_it(line, line.subject))
        called = by_name
    return _shortened(_paragraph(sentences, "" if lang == "zh" else " "))


def _paragraph(sentences: Sequence[Told], between: str) -> Told:
    paragraph = Told()
    for number, sentence in enumerate(sentences):
        paragraph.add(between if number else "")
        paragraph.append(sentence)
    return paragraph


def _one(first: Told, second: Told, lang: Language) -> Told | None:
    """Both as one sentence, where each is short enough and the second begins with the subject."""
    if not first.subject or not second.subject or first.subject.start or second.subject.start:
        return None
    rest = second.since(second.subject.end)
    together = _one_chinese(first, rest) if lang == "zh" else _one_english(first, rest)
    if together:
        together.subject = first.subject
        unsaid = (m for m in second.facts if m.end <= second.subject.end)
        together.facts += [Mark(len(first.text), len(first.text), m.kind, m.target) for m in unsaid]
    return together


def _one_chinese(first: Told, rest: Told) -> Told | None:
    text = first.text
    if (
        not text.endswith("。")
        or han(text + rest.text) > _CHARACTERS
        or re.search("[；：”]", text + rest.text)
    ):
        return None
    together = first.until(len(text) - 1)
    together.add("，")
    together.append(rest)
    return together


def _one_english(first: Told, rest: Told) -> Told | None:
    text, subject = first.text, first.subject
    predicate = text[subject.end :] if subject else text
    if not text.endswith(".") or _LINKED.search(predicate) or re.search(r"[;:] | and ", rest.text):
        return None
    if len(f"{text} and{rest.text}".split()) > _WORDS:
        return None
    together = first.until(len(text) - 1)
    together.add(" and")
    together.append(rest.since(5) if _WILL.match(predicate) and _WILL.match(rest.text) else rest)
    return together


def _about_it(line: Told, subject: Subject) -> Told:
    """An English sentence whose subject was named before: it, or they."""
    behind = line.text[subject.end :]
    word = "they" if _MANY.match(behind) or (subject.several and not _ONE.match(behind)) else "it"
    word = word if subject.start else word.capitalize()
    told = line.with_words(subject.start, subject.end, word)
    told.subject = replace(subject, end=subject.start + len(word))
    return told


def _shortened(told: Told) -> Told:
    """A unit or a preposition that two share, said once: from 50 to 180 yuan, at the park and the museum."""
    while found := _PLACES.search(told.text):
        told = told.with_words(found.start(1), found.end(1), "")
    while found := _RANGE.search(told.text):
        unit = found.lastindex or 0
        told = told.with_words(found.start(unit), found.end(unit), "")
    return told


class Bases:
    """What the figures of one text are compared with, so that it is said once.

    The year before is said once a paragraph, a base of another name in each sentence, and one that
    is that of the whole text (``always``) never again.
    """

    def __init__(self) -> None:
        self.last = self.always = ""
        self.named = False

    def paragraph(self) -> None:
        """A new paragraph begins."""
        self.last = self.always

    def compared(self, line: str, key: Callable[[str], str], *, quiet: bool) -> str:
        """A rendered line with its bases, where they were not said just before; ``key`` says what is one."""
        self.last = self.always if self.named else self.last
        return _BASE.sub(lambda found: self._base(*found.groups(), key=key, quiet=quiet), line)

    def _base(self, of: str, again: str, words: str, *, key: Callable[[str], str], quiet: bool) -> str:
        base = key(of)
        given = [part for part in pieces(of) if isinstance(part, Token)]
        silent = "".join(str(token.then("silent")) for token in given)
        if again == ALWAYS:
            self.last = self.always = base
            return silent
        if quiet or base == self.last:
            return words if quiet else again + silent
        self.last, self.named = base, bool(given)
        return words


def plain(line: str) -> str:
    """A rendered line with all its bases, as a writer's own words have them."""
    return _BASE.sub(lambda found: found[3], line)
