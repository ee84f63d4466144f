"""What letters and numbers tell apart: D5, Line 2, 2号, Piers 3 and 5."""

from __future__ import annotations

from collections.abc import Iterator

from pressgen.document import Block
from pressgen.regex import regex

_CODE = regex(r"(?<![A-Za-z0-9])(?:[A-Z]{1,5}[0-9.]*[A-Z0-9]*|[0-9]+[A-Z]+)(?![a-z0-9])")
_KIND = "Line|Lot|Number|Pier|Gate|Hall|Unit|Building|Platform|Route|Terminal|Berth"
_NUMBERED = {
    "zh": regex(r"(?<![0-9.])([0-9]{1,3})[号路](?!人)"),
    "en": regex(rf"\b(?:No\.|{_KIND}) ([0-9]{{1,3}})\b|\b([0-9]{{1,3}})-octane\b"),
}
_SEVERAL = {
    "zh": regex(r"(?<![0-9.])[0-9]{1,3}(?:[、和与及][0-9]{1,3})+[号路](?!人)"),
    "en": regex(rf"\b(?:{_KIND})s [0-9]{{1,3}}(?:(?:, | and |, and )[0-9]{{1,3}}\b)+"),
}
_LISTED = {"zh": regex("([0-9]+)[、和与及号路]"), "en": regex(" ([0-9]+)")}
"""A number of several with a sign more, by which it is a name and no figure."""


def codes(block: Block) -> Iterator[tuple[int, int, str]]:
    """Each where it stands (code points, half-open), and its key in both languages."""
    text = block.text
    for found in _CODE.finditer(text):
        yield *found.span(), found[0]
    for found in _NUMBERED[block.lang].finditer(text):
        number = next(filter(None, found.groups()))
        yield *found.span(), f"no. {number}"
    for found in _SEVERAL[block.lang].finditer(text):
        for number in _LISTED[block.lang].finditer(text, *found.span()):
            yield *number.span(), f"no. {number[1]}"
