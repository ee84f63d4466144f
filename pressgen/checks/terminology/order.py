"""Chinese names that no glossary lists: one name in two orders or spellings, and Lv for Lyu."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from pressgen.checks.terminology import rules
from pressgen.checks.terminology.places import Placed
from pressgen.document import Block, Document, Span
from pressgen.findings import Finding, Fix
from pressgen.glossary.pinyin import is_pinyin, readings
from pressgen.glossary.respelt import respelt
from pressgen.glossary.surnames import COMPOUND, READINGS, USUAL
from pressgen.regex import regex

_WORD = "[A-Z][a-z]+"
_RUN = regex(rf"(?<![\w’'.@/-]){_WORD}(?: {_WORD})+(?![\w@/-])")
_LV = regex(rf"(?<![\w’'.@/-])Lv ({_WORD})(?![\w@/-])")
_THREE = regex(rf"{_WORD} {_WORD} {_WORD}")
_PLACE = regex(
    "City|County|District|Province|Town|Township|Village|Road|Street|Avenue|River|Lake|Mountain|Island|Port|"
    "Bridge|Station|Airport|Park|Square|University|Temple|Museum|Prefecture"
)


def check(english: Document, listed: Sequence[Placed]) -> Iterator[Finding]:
    """Findings on names that also stand surname first and in one word, and on Lv; not on ``listed`` ones."""
    placed = [pair for block in english.blocks if block.lang == "en" for pair in _pairs(block)]
    places: dict[tuple[str, str], Span] = {}
    for words, span in placed:
        places.setdefault(words, span)
    for (given, surname), span in placed:
        right = places.get((surname, given))
        if right and surname.lower() in surnames() and given.lower() not in surnames():
            names = {"text": f"{given} {surname}", "other": f"{surname} {given}"}
            yield rules.NAME_ORDER.at(span, Fix(names["other"], safe=False), related=(right,), **names)
    known = {(place.block, place.match.start) for place in listed}
    for block in english.blocks:
        for start, end, right_name in sorted({*_typed(block), *_respelt(block, places)}):
            if block.lang == "en" and (block, start) not in known:
                text = block.text[start:end]
                yield rules.NAME_SPELLING.at(
                    block.span(start, end), Fix(right_name), text=text, preferred=right_name
                )


def _typed(block: Block) -> Iterator[tuple[int, int, str]]:
    """Lv, as people type 吕 who have no ü on the keyboard."""
    for found in _LV.finditer(block.text):
        if is_pinyin(found[1].lower()):
            yield *found.span(), f"Lyu {found[1]}"


def _respelt(block: Block, places: Iterable[tuple[str, str]]) -> Iterator[tuple[int, int, str]]:
    """A name by another rule where the text has it right as well: Kuang Dong-ming beside Kuang Dongming."""
    if "-" not in block.text and not _THREE.search(block.text):
        return
    for surname, given in places:
        name = f"{surname} {given}"
        forms = [form for form in respelt(name) if form != f"{given} {surname}" and form in block.text]
        if forms and surname.lower() in surnames():
            for found in re.finditer(
                "|".join(rf"(?<![\w-]){re.escape(form)}(?![\w-])" for form in forms), block.text
            ):
                yield *found.span(), name


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
def surnames() -> frozenset[str]:
    """How the listed surnames are spelt; made only once a name stands in two orders."""
    read = (READINGS.get(surname) or readings(surname)[0] for surname in USUAL)
    return frozenset({*read, *READINGS.values(), *COMPOUND.values()})
