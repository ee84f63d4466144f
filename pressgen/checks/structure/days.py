"""The days of a text as its house writes them: the form of its dateline, months in full or as AP has them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pressgen.checks.found import figures_of, real_day
from pressgen.checks.structure import rules
from pressgen.document import Block
from pressgen.findings import Finding, Fix
from pressgen.house import House
from pressgen.house.dates import AP_MONTHS, MONTHS, DateForm
from pressgen.regex import regex

_DAY = r" (?=\d{1,2}\b(?![:%]|,\d{3}))"
_SHORT = {full: short for full, short in zip(MONTHS, AP_MONTHS, strict=True) if full != short}
_FULL = {short: full for full, short in _SHORT.items()}
_IN_FULL = regex(rf"\b({'|'.join(_SHORT)}){_DAY}")
_IN_SHORT = regex(rf"\b({'|'.join(map(re.escape, _FULL))}){_DAY}")
_TEXT = ("lead", "body", "quote", "caption")


def check(blocks: Sequence[Block], house: House) -> Iterator[Finding]:
    """Findings on days of one language's text that its house writes otherwise."""
    for block in blocks:
        if block.role == "dateline":
            yield from _dateline(block, house)
        elif block.role in _TEXT and block.lang == "en":
            yield from _months(block, house)


def _dateline(block: Block, house: House) -> Iterator[Finding]:
    """The day of a dateline in another form; one with the hour is left alone."""
    if block.lang == "und" or house.forms.is_updated(block.text):
        return
    pattern = house.style.dateline.of(block.lang)
    forms = [DateForm(slot.form) for slot in pattern.slots if slot.name == "published" and slot.form]
    days = [each for each in figures_of(block) if each.kind == "date" and real_day(str(each.value))]
    if len(forms) != 1 or forms[0].has_clock or len(days) != 1:
        return
    start, end = days[0].start, days[0].end
    fixed = house.style.dates.written(forms[0], str(days[0].value), block.lang)
    if block.text[start:end] != fixed and fixed not in block.text:
        yield rules.DATE_FORM.at(
            block.span(start, end), Fix(fixed), text=block.text[start:end], fixed=fixed, house=house.name
        )


def _months(block: Block, house: House) -> Iterator[Finding]:
    """English months beside a day that are in full in an AP house, or short in another."""
    pattern, fixed = (_IN_FULL, _SHORT) if house.style.dates.months == "AP" else (_IN_SHORT, _FULL)
    for match in pattern.finditer(block.text):
        span = block.span(match.start(), match.end() - 1)
        name = fixed[match[1]]
        yield rules.DATE_FORM.at(span, Fix(name, safe=True), text=span.text, fixed=name, house=house.name)
