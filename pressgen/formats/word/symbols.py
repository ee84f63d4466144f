"""Symbols Word stores as the number of a glyph in a font: what they are in Unicode."""

from __future__ import annotations

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
