"""English numbers in words, as a desk spells them: one to nine, and what opens a sentence."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from pressgen.document import Mark
from pressgen.drafting.articles import several
from pressgen.drafting.prose import Prose
from pressgen.figures import Figure, Language
from pressgen.figures.en.words import cardinal
from pressgen.regex import regex

_SPELT, _HUNDRED = 10, 100
_HEDGES = {"": "", "over": "more than ", "nearly": "nearly ", "about": "about ", "at_least": "at least ",
           "at_most": "at most "}  # fmt: skip

_COUNT = regex(r"[1-9][\d,]*(?= [a-z])(?! (?:[mbtr]+illion|yuan|mu|percent)\b)(?! \w+ \d)")
"""A count that opens a sentence, and neither a sum nor a mark (3 minutes 8.54 seconds)."""


_SPAN = regex(
    r"(?:^|(?<=^about )|(?<=^nearly )|(?<=^more than )|(?<=^up to ))[1-9](?= [a-z]+(?: and \d+ minutes?)?$)|"
    r"(?<= and )[1-9](?= minutes?$)"
)


def in_words(figure: Figure) -> str:
    """A count of one to nine in words, with its hedge; nothing where a desk writes figures."""
    ends = [figure.low, figure.high] if figure.high is not None else [figure.value]
    if figure.kind != "number" or figure.modifier not in _HEDGES or not all(_small(end) for end in ends):
        return ""
    return _HEDGES[figure.modifier] + " to ".join(cardinal(int(end)) for end in ends if end is not None)


def spans_in_words(words: str) -> str:
    """A span of one to nine days, hours or the like in words: two days, one hour and 20 minutes."""
    return _SPAN.sub(lambda found: cardinal(int(found[0])), words)


def opened(prose: Prose) -> Prose:
    """A sentence that a count would open in figures: One company, A total of 267 companies."""
    found = _COUNT.match(prose.text)
    if found is None:
        return prose
    number = int(found[0].replace(",", ""))
    if not any(m.start == 0 and _counts(m, prose.text, number) for m in prose.facts):
        return prose
    opening = cardinal(number).capitalize() if number < _HUNDRED else f"A total of {found[0]}"
    longer = len(opening) - len(found[0])
    marks = [Mark(m.start + longer * (m.start > 0), m.end + longer, m.kind, m.target) for m in prose.facts]
    subject = prose.subject and replace(prose.subject, end=prose.subject.end + longer)
    return Prose(opening + prose.text[found.end() :], marks, prose.comma, subject)


def _counts(mark: Mark, text: str, number: int) -> bool:
    """Whether a fact is a count, or words that begin with one: 36 school lines."""
    if mark.kind in ("number", "quantity"):
        return True
    return mark.kind in ("text", "name") and number < _HUNDRED and several(text[mark.start : mark.end])


def _small(end: object) -> bool:
    return isinstance(end, Decimal) and end == int(end) and 0 <= end < _SPELT


def as_multiple(figure: Figure, lang: Language) -> str:
    """A multiple in English words: twice, three times; nothing for another figure."""
    if figure.kind != "multiple" or lang != "en" or not _small(figure.value):
        return ""
    if figure.modifier not in _HEDGES:
        return ""
    words = "twice" if figure.value == 2 else f"{cardinal(int(figure.value))} times"
    return _HEDGES[figure.modifier] + words


def between(before: str, behind: str, lang: Language) -> str:
    """What stands between a number and Latin letters or another number in front of it in Chinese.

    >>> between("PET/CT", "1台", "zh"), between("热线12345", "24小时", "zh"), between("电话", "12345", "zh")
    (' ', '，', '')
    """
    last = before[-1:]
    if lang == "en" or not last.isascii() or not behind[:1].isdigit():
        return ""
    return " " if last.isalpha() else "，" if last.isdigit() else ""
