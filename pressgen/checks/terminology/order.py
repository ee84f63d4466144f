"""A Chinese name that stands in both orders in one English text: Chen Xinwen, Xinwen Chen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pressgen.checks.terminology import rules
from pressgen.checks.terminology.syllables import is_pinyin
from pressgen.document import Block, Document, Span
from pressgen.findings import Finding, Fix
from pressgen.glossary.surnames import COMPOUND, READINGS, USUAL

_WORD = "[A-Z][a-z]+"
_RUN = re.compile(rf"(?<![\w’'.@/-]){_WORD}(?: {_WORD})+(?![\w@/-])")
_PLACE = re.compile(
    "City|County|District|Province|Town|Township|Village|Road|Street|Avenue|River|Lake|Mountain|Island|Port|"
    "Bridge|Station|Airport|Park|Square|University|Temple|Museum|Prefecture"
)


def check(english: Document) -> Iterator[Finding]:
    """A finding on each name with the surname last that also stands with the surname first."""
    placed = [one for block in english.blocks if block.lang == "en" for one in _pairs(block)]
    places: dict[tuple[str, str], Span] = {}
    for words, span in placed:
        places.setdefault(words, span)
    for (given, surname), span in placed:
        right = places.get((surname, given))
        if right and surname.lower() in _surnames() and given.lower() not in _surnames():
            names = {"text": f"{given} {surname}", "other": f"{surname} {given}"}
            yield rules.NAME_ORDER.at(span, Fix(names["other"], safe=False), related=(right,), **names)


def _pairs(block: Block) -> Iterator[tuple[tuple[str, str], Span]]:
    """Two words of pinyin side by side, no third one beside them, no place by the word that follows."""
    for run in _RUN.finditer(block.text):
        words = list(re.finditer(_WORD, run.group()))
        spelt = [is_pinyin(word.group().lower()) for word in words]
        for at in range(len(words) - 1):
            alone = not any(spelt[max(0, at - 1) : at]) and not any(spelt[at + 2 : at + 3])
            place = at + 2 < len(words) and _PLACE.match(words[at + 2].group())
            if spelt[at] and spelt[at + 1] and alone and not place:
                first, last = words[at], words[at + 1]
                span = block.span(run.start() + first.start(), run.start() + last.end())
                yield (first.group(), last.group()), span


@cache
def _surnames() -> frozenset[str]:
    """How the listed surnames are spelt; made only once a name stands in two orders."""
    from pypinyin import lazy_pinyin  # noqa: PLC0415  # 30 ms

    read = (READINGS.get(surname) or lazy_pinyin(surname)[0] for surname in USUAL)
    return frozenset({*read, *READINGS.values(), *COMPOUND.values()})
