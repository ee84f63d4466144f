"""Levels of a response or a warning, which offices number in Roman figures: Ⅱ级, Level II."""

from __future__ import annotations

import unicodedata

from pressgen.document import Lang
from pressgen.figures import Figure
from pressgen.regex import regex

_SIGNS = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ"
_ROMAN = r"VI{0,3}|I[VX]|I{1,3}|[VX]"
_LEVEL = regex(rf"(?P<zh>{_ROMAN}|\d{{1,2}})级|[Ll]evel (?P<en>{_ROMAN}|\d{{1,2}})")
_LETTERS = {unicodedata.normalize("NFKC", sign): number for number, sign in enumerate(_SIGNS, 1)}
_MEASURE = "级"


def in_digits(text: str) -> str:
    """A level as a number with its measure word; anything else as it was typed.

    >>> in_digits("Ⅱ级"), in_digits("Level IV"), in_digits("14级"), in_digits("12家")
    ('2级', '4级', '14级', '12家')
    """
    found = _LEVEL.fullmatch(unicodedata.normalize("NFKC", text))
    if not found:
        return text
    number = found["zh"] or found["en"]
    return f"{_LETTERS.get(number, number)}{_MEASURE}"


def numbered(figure: Figure, lang: Lang) -> str:
    """A level that was typed in Roman figures, in the signs of a language; of another figure nothing."""
    found = _LEVEL.fullmatch(unicodedata.normalize("NFKC", figure.text)) if figure.noun == _MEASURE else None
    letters = (found["zh"] or found["en"]) if found else ""
    if letters not in _LETTERS:
        return ""
    return letters if lang == "en" else f"{_SIGNS[_LETTERS[letters] - 1]}{_MEASURE}"
