"""What stands for text in a Word file: complex fields with their result and link, symbols as Unicode."""

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


UNKNOWN = "\ufffd"

_SYMBOL = dict(
    zip(
        range(0x41, 0x7B),
        "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ",
        strict=True,
    )
) | {
    0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±",
    0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0xD0: "∠",
    0xD2: "®", 0xD3: "©", 0xD4: "™", 0xD6: "√", 0xE2: "®", 0xE3: "©", 0xE4: "™", 0xE5: "∑", 0xF2: "∫",
}  # fmt: skip
_WINGDINGS = {
    0x28: "☎", 0x2A: "✉", 0x4A: "☺", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x74: "◆", 0x75: "◆",
    0x76: "❖", 0x9F: "•", 0xA7: "▪", 0xA8: "◻", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE8: "➔", 0xF0: "⇨",
    0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}
_PRIVATE = range(0xF000, 0xF100)


def character(font: str, code: str) -> str:
    """The character a ``w:sym`` shows; U+FFFD where nobody can tell.

    >>> character("Wingdings", "F0FC"), character("Symbol", "F062"), character("Arial", "2022")
    ('✓', 'β', '•')
    """
    try:
        point = int(code, 16)
    except ValueError:
        return UNKNOWN
    if point in _PRIVATE:
        table = _FONTS.get(font.lower(), {})
        plain = point - _PRIVATE.start
        return table.get(plain) or (
            chr(plain) if font.lower() == "symbol" and 0x20 <= plain < 0x7F else UNKNOWN
        )
    return chr(point) if 0x20 <= point < 0xD800 or 0xF900 <= point < 0xFFFE else UNKNOWN
