"""Numbers with an exponent, the same in both languages: 1.3e6, 2^10, 6.02×10²³; and the signs ½ ⅔ ¾."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from pressgen.figures.figure import Figure, last_digit
from pressgen.figures.numeral import spelt
from pressgen.figures.reading import Reading
from pressgen.regex import compiled

SIGNS = {
    "½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75"), "⅕": Decimal("0.2"), "⅖": Decimal("0.4"),
    "⅗": Decimal("0.6"), "⅘": Decimal("0.8"), "⅛": Decimal("0.125"), "⅜": Decimal("0.375"),
    "⅝": Decimal("0.625"), "⅞": Decimal("0.875"), "⅓": 1 / Decimal(3), "⅔": 2 / Decimal(3),
    "⅙": 1 / Decimal(6), "⅚": 5 / Decimal(6),
}  # fmt: skip
"""Fractions that are one character."""

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
OPENING = frozenset("eE^×xX* ")
"""What an exponent begins with."""
_MOST = 40
"""Nothing in the news has more digits."""


@cache
def _pattern() -> re.Pattern[str]:
    return compiled(
        r"(?P<base>[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?|\.[0-9]+)"
        r"(?:[eE](?P<ten>[+-]?[0-9]{1,2})|(?P<times> ?[×xX*] ?10)?(?:"
        r" ?\^ ?(?P<sign>[+-]{0,2})(?P<power>[0-9]{1,3})|(?<=10)(?P<raised>[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})))"
        r"(?![0-9A-Za-z.^]|[⁰-⁹])"
    )


def at(plain: str, text: str, start: int, end: int) -> Reading | None:
    """The number with an exponent whose first digits stand at start:end.

    ``plain`` is the text in half width, sign for sign.
    """
    if plain[end] == " " and plain[end + 1 : end + 2] not in OPENING:
        return None
    match = _pattern().match(plain, start)
    if match is None or (match["raised"] and not match["times"]) or _is_glued(plain[start - 1 : start]):
        return None
    value = _value(match)
    if value is None or not (-_MOST < value.adjusted() < _MOST):
        return None
    first, size = start, Decimal(1).scaleb(value.adjusted() - 14) if match["power"] else last_digit(value)
    if plain[start - 1 : start] == "-" and not _is_glued(plain[start - 2 : start - 1]):
        first, value = start - 1, -value
    end = match.end()
    figure = Figure("number", spelt(value), "", first, end, text[first:end], precision=spelt(size))
    return Reading(figure, first, end)


def _is_glued(sign: str) -> bool:
    """Whether a sign in front of a number makes it part of a code."""
    return sign.isascii() and sign.isalnum()


def _value(match: re.Match[str]) -> Decimal | None:
    base = Decimal(match["base"].replace(",", ""))
    if match["ten"]:
        return base.scaleb(int(match["ten"]))
    if match["times"]:
        raised = match["raised"].translate(_RAISED) if match["raised"] else _signed(match)
        return base.scaleb(int(raised))
    power = int(_signed(match))
    if not base or abs(power) * max(1, abs(base.adjusted())) > 4 * _MOST:
        return None
    return base**power


def _signed(match: re.Match[str]) -> str:
    return "-" * (match["sign"].count("-") % 2) + match["power"]
