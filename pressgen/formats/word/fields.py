"""Word's complex fields (begin, code, separate, result, end): what of them is text, and where they link."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pressgen.regex import regex

_LINK = regex(r'\s*HYPERLINK\s+(?:"([^"]+)"|([^\s"\\]\S*))', re.IGNORECASE)


def link_of(code: str) -> str:
    r"""The target of a HYPERLINK field's code, or nothing.

    >>> link_of(' HYPERLINK "https://example.org/a" '), link_of(" PAGE ")
    ('https://example.org/a', '')
    """
    found = _LINK.match(code)
    return (found.group(1) or found.group(2) or "") if found else ""


@dataclass(slots=True)
class _Field:
    number: int
    code: str = ""
    shown: bool = False
    link: str = ""


class Fields:
    """The fields open at one place of a text."""

    def __init__(self) -> None:
        self._open: list[_Field] = []
        self._count = 0

    def turn(self, kind: str) -> None:
        """Pass a ``w:fldChar`` of a kind; one that ends what never began is ignored."""
        if kind == "begin":
            self._count += 1
            self._open.append(_Field(self._count))
        elif self._open and kind == "separate":
            self._open[-1].shown = True
            self._open[-1].link = link_of(self._open[-1].code)
        elif self._open and kind == "end":
            self._open.pop()

    def instruct(self, code: str) -> None:
        """Pass a piece of a field's code."""
        if self._open:
            self._open[-1].code += code

    def end_paragraph(self) -> None:
        """A code ends with its paragraph at the latest, so that one left open hides no text."""
        while self._open and not self._open[-1].shown:
            self._open.pop()

    @property
    def hidden(self) -> bool:
        """Whether text here belongs to a code."""
        return any(not field.shown for field in self._open)

    @property
    def link(self) -> str:
        """The target of the innermost field that is a link."""
        return next((field.link for field in reversed(self._open) if field.link), "")

    @property
    def number(self) -> int:
        """Which field text here is a result of: 0 none, above 0 a link, below 0 one Word works out itself."""
        if not self._open:
            return 0
        innermost = self._open[-1]
        return innermost.number if innermost.link else -innermost.number
