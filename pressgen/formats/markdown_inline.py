"""The inside of a Markdown paragraph: plain text and marks as characters no viewer misreads.

What Markdown would take for a sign is escaped where it would be one and nowhere else, so that the
file is pleasant to read raw. CommonMark leaves ``**记者：**张三`` as literal asterisks: a mark that
would begin or end so gives its punctuation up.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from pressgen.document import Mark
from pressgen.formats.address import UNSEEN, is_relative, is_safe, of_file, percent
from pressgen.regex import compiled, regex

_ALWAYS = regex(r"[\\`*]|<(?=[A-Za-z/!?])|&(?=#?\w+;)")
_UNDERSCORE = regex(r"(?<![^\W_])_|_(?![^\W_])")
_REFERENCE = regex(r"\][(\[:]|\[\^")
_BARE = regex(r"(?:https?|ftp)(:)//(?=([^ \t\n]{1,300}))|\bwww(\.)(?=([^ \t\n]{1,300}))", re.IGNORECASE)
"""What GitHub takes for a link without signs: up to the next blank, escapes and marks and all."""

_LINE_START = regex(
    r"^(?:\d{1,9}(?=[.)](?:[ \t]|$))|(?=#{1,6}(?:[ \t]|$)|>|[-+](?:[ \t]|$)|[-=|:][-=|: \t]*$))", re.MULTILINE
)
_BLANK = regex(r"^[^\S\n]+|[^\S\n]+$|[\t\r\v\f\u2028\u2029]", re.MULTILINE)
_CLOSING_HASHES = regex(r"(?:^|(?<=[ \t]))#(?=#*$)")
_RANK = {"image": 3, "link": 0, "strong": 1, "emphasis": 2}
_SIGN = {"strong": "**", "emphasis": "*"}
_SIGNS = regex(r"[\\()<>&]")


def inline(text: str, marks: Sequence[Mark], *, one_line: bool = False, cell: bool = False) -> str:
    """Text with its marks as Markdown source.

    ``one_line``: the place (a heading, a cell) holds no line break, which becomes a character
    reference. ``cell``: a bar would end it.
    """
    kept = nested(text, marks)
    escaped = _escaped(text, kept, cell=cell)
    _break_lines(escaped, text, [(0, len(text))] if one_line else _images(kept))
    return "".join(_assembled(escaped, kept))


def nested(text: str, marks: Iterable[Mark]) -> list[Mark]:
    """The marks Markdown can show, outermost first: none overlap, none end where viewers disagree."""
    fitted = filter(None, (_fitted(text, mark) for mark in marks))
    kept: list[Mark] = []
    for mark in sorted(fitted, key=lambda mark: (mark.kind in _SIGN, *_outermost(mark))):
        if all(_together(text, *sorted([other, mark], key=_outermost)) for other in kept):
            kept.append(mark)
    return sorted(kept, key=_outermost)


def _outermost(mark: Mark) -> tuple[int, bool, int, int]:
    return mark.start, mark.end > mark.start, -mark.end, _RANK[mark.kind]


def _fitted(text: str, mark: Mark) -> Mark | None:
    """The mark without the punctuation and blanks at its edges that would keep it from being one."""
    if mark.kind not in _SIGN:
        ranked = mark.kind in _RANK and (mark.start < mark.end or mark.kind == "image")
        return mark if ranked and is_safe(mark.target) else None
    start, end = mark.start, mark.end
    while start < end and not _can_stand(text[start], text[start - 1 : start]):
        start += 1
    while start < end and not _can_stand(text[end - 1], text[end : end + 1]):
        end -= 1
    return replace(mark, start=start, end=end) if start < end else None


def _can_stand(inside: str, outside: str) -> bool:
    return not inside.isspace() and (unicodedata.category(inside)[0] not in "PS" or _parts(outside))


def _parts(character: str) -> bool:
    """Whether every CommonMark viewer takes a neighbour for a word's end."""
    return not character or character.isspace() or unicodedata.category(character)[0] == "P"


def _together(text: str, first: Mark, second: Mark) -> bool:
    """Whether two marks, the outer or earlier one first, can both be shown."""
    signs = first.kind in _SIGN, second.kind in _SIGN
    if second.start >= first.end:
        return second.start > first.end or not all(signs)
    if second.end > first.end or first.kind in ("image", second.kind):
        return False
    if all(signs):
        same = (first.start, first.end) == (second.start, second.end)
        return same or first.start < second.start <= second.end < first.end
    return signs[1] or not signs[0] or _edges_stand(text, first, second)


def _edges_stand(text: str, sign: Mark, address: Mark) -> bool:
    """Whether emphasis may begin or end with a link's bracket: only where its neighbour is no letter."""
    before, after = text[sign.start - 1 : sign.start], text[sign.end : sign.end + 1]
    return (address.start > sign.start or _parts(before)) and (address.end < sign.end or _parts(after))


def _escaped(text: str, marks: Sequence[Mark], *, cell: bool) -> list[str]:
    """The source of each character of a text."""
    out = list(text)
    for place in _signs(text, marks, cell=cell):
        out[place] = "\\" + text[place]
    for blank in _BLANK.finditer(text):
        for place in range(*blank.span()):
            out[place] = f"&#{ord(text[place])};"
    for place in list(_bare(text, out, marked=bool(marks))):
        out[place] = "\\" + text[place]
    return out


def _signs(text: str, marks: Sequence[Mark], *, cell: bool) -> Iterator[int]:
    """Where a backslash is needed."""
    addressed = any(mark.kind in ("link", "image") for mark in marks)
    patterns = [_ALWAYS, compiled("_") if marks else _UNDERSCORE]
    if addressed or _REFERENCE.search(text):
        patterns.append(compiled(r"[\[\]^]"))
    if text.count("~") > 1:
        patterns.append(compiled("~"))
    if cell:
        patterns.append(compiled(r"\|"))
    for pattern in patterns:
        yield from (found.start() for found in pattern.finditer(text))
    yield from (found.end() for found in _LINE_START.finditer(text))
    yield from (mark.start - 1 for mark in marks if text[mark.start - 1 : mark.start] == "!")


def _bare(text: str, escaped: Sequence[str], *, marked: bool) -> Iterator[int]:
    """Where a backslash keeps an address from being a link that swallows signs behind it."""
    for found in _BARE.finditer(text):
        sign, rest = (1, 2) if found[1] else (3, 4)
        reach = range(found.start(), min(found.end(rest) + 1, len(text)))
        if marked or any(escaped[place] != text[place] or text[place] == "\n" for place in reach):
            yield found.start(sign)


def _break_lines(escaped: list[str], text: str, held: Iterable[tuple[int, int]]) -> None:
    """Line breaks as CommonMark's hard ones; as references where a line must not end."""
    hard = {place for start, end in held for place in range(start, end)} | {len(text) - 1}
    for found in re.finditer("\n", text):
        place = found.start()
        escaped[place] = "&#10;" if place in hard else "\\\n"


def _images(marks: Iterable[Mark]) -> list[tuple[int, int]]:
    return [(mark.start, mark.end) for mark in marks if mark.kind == "image"]


def _assembled(escaped: Sequence[str], marks: Sequence[Mark]) -> Iterator[str]:
    """Escaped characters with the signs of the marks between them."""
    waiting = list(reversed(marks))
    open_marks: list[Mark] = []
    for place in range(len(escaped) + 1):
        while open_marks and open_marks[-1].end == place:
            yield _close(open_marks.pop())
        while waiting and waiting[-1].start == place:
            mark = waiting.pop()
            yield {"image": "![", "link": "["}.get(mark.kind) or _SIGN[mark.kind]
            open_marks.append(mark)
            if mark.end == place:
                yield _close(open_marks.pop())
        if place < len(escaped):
            yield escaped[place]


def _close(mark: Mark) -> str:
    if mark.kind == "image":
        return f"]({image_target(mark.target)})"
    return f"]({link_target(mark.target)})" if mark.kind == "link" else _SIGN[mark.kind]


def closing_hashes(source: str) -> str:
    r"""A heading's source whose last number signs are text: ``C #`` becomes ``C \#``."""
    return _CLOSING_HASHES.sub(r"\\#", source, count=1)


def image_target(path: str) -> str:
    """A picture's file, or its address in the net."""
    return of_file(path) if is_relative(path) else link_target(path)


def link_target(address: str) -> str:
    """An address, unchanged but for characters nobody sees."""
    escaped = _SIGNS.sub(r"\\\g<0>", UNSEEN.sub(percent, address))
    return f"<{escaped}>" if " " in address else escaped
