"""Where in a page's file each character of its blocks stands, and how a change is made there.

The page is read a second time with every visible character but blanks replaced by one that names its
place, so the same parser and the same walk say where each went; nothing is searched for.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pressgen.document import Block, Span
from pressgen.formats.html_read import paragraphs
from pressgen.regex import regex

Place = tuple[int, int]
"""Where a character begins and ends in the file; an entity is one character."""

Edit = tuple[int, int, str]
"""A stretch of the file and what is to stand there."""

_BLANKS = " \t\n\f\r"
_HARD = "\xa0"
_TOKEN = regex(
    rf"""(?P<raw>\A\ufeff | <!--.*?(?:-->|\Z) | <[!?][^>]*>
        | <(?P<name>script|style|textarea|title)\b.*?(?:</(?P=name)\s*>|\Z)
        | </?[a-z](?:[^>"']++|"[^"]*+"|'[^']*+')*+> | [{_BLANKS}]++)
    | (?P<unclosed></?[a-z].*)
    | (?P<sign>&(?:\#[0-9]{{1,7}}|\#x[0-9a-f]{{1,6}}|[a-z][a-z0-9]{{1,31}});? | [^&<{_BLANKS}]++ | .)""",
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_INLINE = "a|abbr|b|bdi|bdo|cite|data|del|dfn|em|font|i|ins|mark|q|s|small|span|strong|sub|sup|time|u"
_CLOSED = regex(rf"</(?:{_INLINE})\s*>", re.IGNORECASE)
_FIRST = 0x10000
"""The first of the million characters that name a place; no page of a million bytes needs more."""


class Places:
    """The places of the characters of a page's blocks."""

    def __init__(self, text: str, blocks: Sequence[Block], name: str) -> None:
        self._text = text
        self._blocks = blocks
        tagged, places = _tagged(text)
        signs = (sign for each in paragraphs(tagged, name) for sign in each.text if sign not in _BLANKS)
        self._rows = [[_place(text, sign, signs, places) for sign in block.text] for block in blocks]

    def edits(self, span: Span, new: str) -> list[Edit] | None:
        """How the file becomes what a change wants; None where the page has no place for it.

        What is the same before and after stays, and so do the tags within the stretch: the new text
        stands where the old began.
        """
        number = span.block or 0
        old = self._blocks[number].text[span.start : span.end]
        front = _shared(old, new)
        back = _shared(old[front:][::-1], new[front:][::-1])
        start, end = span.start + front, span.end - back
        written = html.escape(new[front : len(new) - back], quote=False)
        if start == end:
            return self._put(self._rows[number], start, written)
        if not self._blocks[number].text[start:end].strip(_BLANKS):
            return self._blank(number, start, end, written)
        return self._replaced(self._rows[number][start:end], old[front:], written)

    def _replaced(self, row: Sequence[Place | None], old: str, written: str) -> list[Edit] | None:
        """The first run between two tags becomes the new text, the others go."""
        if any(place is None and sign not in _BLANKS for place, sign in zip(row, old, strict=False)):
            return None
        runs = list(self._runs([place for place in row if place is not None]))
        return [(start, end, "" if number else written) for number, (start, end) in enumerate(runs)]

    def _runs(self, places: Sequence[Place]) -> Iterator[Place]:
        start = places[0][0]
        for (_, end), (following, _) in pairwise(places):
            if "<" in self._text[end:following]:
                yield start, end
                start = following
        yield start, places[-1][1]

    def _put(self, row: Sequence[Place | None], at: int, written: str) -> list[Edit] | None:
        """Something new between two characters: behind the tags that close what stands before it."""
        before = row[at - 1] if at else None
        if before is None:
            after = next((place for place in row[at:] if place), None)
            return [(after[0], after[0], written)] if after else None
        place = before[1]
        while closed := _CLOSED.match(self._text, place):
            place = closed.end()
        return [(place, place, written)]

    def _blank(self, number: int, start: int, end: int, written: str) -> list[Edit] | None:
        """Something new for blanks: those of the file that the block shows, or all it runs together."""
        row, text = self._rows[number], self._blocks[number].text
        front, back = len(text[:start].rstrip(_BLANKS)), len(text) - len(text[end:].lstrip(_BLANKS))
        before, after = row[front - 1] if front else None, row[back] if back < len(row) else None
        between = "<" if before is None or after is None else self._text[before[1] : after[0]]
        if before is None or after is None or "<" in between:
            return None
        if between == text[front:back]:
            return [(before[1] + start - front, before[1] + end - front, written)]
        return [(before[1], after[0], written)] if (start, end) == (front, back) else None


def _shared(word: str, other: str) -> int:
    """How many characters two texts begin with alike; a blank that holds a line together is a blank."""
    pairs = zip(word.replace(_HARD, " "), other.replace(_HARD, " "), strict=False)
    same = (number for number, (a, b) in enumerate(pairs) if a != b)
    return next(same, min(len(word), len(other)))


def _place(text: str, sign: str, signs: Iterator[str], places: Sequence[Place]) -> Place | None:
    """The place the next character of the second reading names, if the first reading's stands there."""
    if sign in _BLANKS:
        return None
    number = ord(next(signs, " ")) - _FIRST
    place = places[number] if 0 <= number < len(places) else (0, 0)
    there = text[slice(*place)]
    return place if sign in (there, html.unescape(there)) else None


def _tagged(text: str) -> tuple[str, list[Place]]:
    """The page with each visible character as the one that names its place, and the places."""
    places: list[Place] = []
    parts: list[str] = []
    for token in _TOKEN.finditer(text):
        for start, end in _signs(token):
            parts.append(chr(_FIRST + len(places)))
            places.append((start, end))
        if not places or places[-1][1] != token.end():
            parts.append(token.group())
    return "".join(parts), places


def _signs(token: re.Match[str]) -> list[Place]:
    """The characters a token shows: one for an entity, each of what only looks like one, none for a tag."""
    sign = token["sign"]
    shown = html.unescape(sign) if sign else ""
    if len(shown) == 1 and shown not in _BLANKS:
        return [token.span()]
    return [(at, at + 1) for at in range(*token.span())] if shown == sign else []
