"""Times in English sentences: an hour told twice is told once, and one stands by what it limits."""

from __future__ import annotations

import re

from pressgen.drafting.prose import Prose
from pressgen.regex import regex

_WITHIN = r"(?:[^.;“]|(?<=[ap])\.|(?<=\.m)\.)*?"
"""The rest of a part of a sentence, in which 6 p.m. is no end."""
_REOPENED = regex(
    rf"\b(?P<be>was|were) (?:partly )?closed\b{_WITHIN} to (?P<at>\d{{1,2}}(?::\d\d)? [ap]\.m\.){_WITHIN} "
    r"and (?P<again>opened again at (?P=at) on [A-Z][a-z]+ \d{1,2})(?=[.;])"
)
"""What was closed each day until an hour, and opened for good at that hour."""
_MEANS = regex(
    r"(?P<by> by (?!the |then )[a-z][^,.;:“”0-9]{2,40}?)"
    r"(?P<within> within (?:\d+|[a-z]+) (?:minutes?|hours?|days?))(?=[.;,])"
)
"""A time that belongs to what is done, and not to the means: change once by card within 90 minutes."""


def timed(prose: Prose) -> Prose:
    """The same prose, its times so.

    >>> daily = "It was closed from 7 a.m. to 6 p.m. daily"
    >>> timed(Prose(f"{daily} and opened again at 6 p.m. on May 2.")).text
    'It was closed from 7 a.m. to 6 p.m. daily and has since reopened.'
    >>> timed(Prose(f"{daily} and opened again at 8 p.m. on May 2.")).text
    'It was closed from 7 a.m. to 6 p.m. daily and opened again at 8 p.m. on May 2.'
    >>> timed(Prose("Riders may change once by card or QR code within 90 minutes.")).text
    'Riders may change once within 90 minutes by card or QR code.'
    >>> timed(Prose("Riders must answer by the end of May within 90 minutes.")).text
    'Riders must answer by the end of May within 90 minutes.'
    """
    if found := _REOPENED.search(prose.text):
        have = "has" if found["be"] == "was" else "have"
        prose = prose.with_words(found.start("again"), found.end("again"), f"{have} since reopened")
    found = _MEANS.search(prose.text)
    return _in_front(prose, found) if found else prose


def _in_front(prose: Prose, found: re.Match[str]) -> Prose:
    """The time in front of the means."""
    by, within = (prose.until(found.end(name)).since(found.start(name)) for name in ("by", "within"))
    ordered = prose.until(found.start())
    for part in (within, by, prose.since(found.end())):
        ordered.append(part)
    return ordered
