"""Characters and languages: which script a text is of, what cannot be seen, one thing in two languages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from pressgen.regex import regex

T_co = TypeVar("T_co", covariant=True)

Language = Literal["zh", "en"]
"""The two languages of a release."""
LANGUAGES: tuple[Language, ...] = ("zh", "en")


@dataclass(frozen=True, slots=True)
class Pair(Generic[T_co]):
    """One thing for each language: a wording, a pattern, a range."""

    zh: T_co
    en: T_co

    def of(self, lang: str) -> T_co:
        """That of one language."""
        return self.en if lang == "en" else self.zh


HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff\u3007\u3005"
"""Han characters, for use inside a regular expression's brackets."""

_HAN = regex(f"[{HAN}]+")
_LATIN = regex("[A-Za-z\u00c0-\u024f]+")
_APART = regex("[\u1100-\u11ff]{2,}|.[\u0300-\u036f\u3099\u309a]+")
"""A letter and its accents, Hangul in its parts."""
_FORBIDDEN = regex("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\ue000-\uf8ff]")
_INVISIBLE = regex("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")

_HIDDEN = regex("[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")
SPREADSHEET_ERRORS = (
    r"#(?:REF|VALUE|DIV/0|NULL|NUM|SPILL|CALC|FIELD|BLOCKED|CONNECT|BUSY)!|#NAME\?|#N/A(?![A-Za-z-])"
    r"|\[object Object\]"
)
"""What spreadsheets, and scripts, put where they have no value: a regular expression."""
_ERROR = regex(SPREADSHEET_ERRORS)
_NO_NAME = regex(
    r"TRUE|FALSE|[-+\u2212]?(?:0?\.[0-9]+|[0-9]+\.[0-9]{3,}|[0-9]+(?:\.[0-9]+)?(?:%|[eE][-+]?[0-9]+))"
)
"""A whole number may be a name (798, 315), and so may a day of two figures (9.11)."""


def spreadsheet_error(text: str) -> str:
    """The first error of a spreadsheet, or of a script, that a text holds; nothing where it holds none.

    >>> spreadsheet_error("签约总额达#REF!亿元"), spreadsheet_error("Project #1"), spreadsheet_error("#N/A")
    ('#REF!', '', '#N/A')
    """
    found = _ERROR.search(text)
    return found[0] if found else ""


def no_name(text: str) -> bool:
    """Whether a text is what a spreadsheet or a program holds where nobody wrote a name.

    >>> [no_name(text) for text in ("#REF!", "TRUE", "0.5", "21.36%", "798", "9.11", "True North")]
    [True, True, True, True, False, False, False]
    """
    return bool(_NO_NAME.fullmatch(text) or _ERROR.fullmatch(text))


def composed(text: str) -> str:
    r"""Text with each accent in its letter and each Hangul syllable whole, however a system types them.

    Characters of compatibility stay: NFC would make another of them.

    >>> composed("U\u0308ru\u0308mqi") == "Ürümqi", composed("\uf988") == "\uf988"
    (True, True)
    """
    if text.isascii():
        return text
    import unicodedata  # noqa: PLC0415  # most texts that begin a command are ASCII

    if unicodedata.is_normalized("NFC", text):
        return text
    return _APART.sub(lambda match: unicodedata.normalize("NFC", match[0]), text)


def han(text: str) -> int:
    """How many Han characters a text has."""
    return sum(map(len, _HAN.findall(text)))


def latin(text: str) -> int:
    """How many Latin letters a text has."""
    return sum(map(len, _LATIN.findall(text)))


def script(text: str) -> str:
    """``zh`` where Han characters carry the text, ``en`` where Latin letters do, else ``und``.

    A Han character says about as much as two and a half Latin letters.

    >>> script("佛山GDP增长5.5%"), script("Foshan (佛山) grows"), script("2023-07-18 16:17")
    ('zh', 'en', 'und')
    """
    hans, letters = han(text), latin(text)
    if not hans and not letters:
        return "und"
    return "zh" if hans * 2.5 >= letters else "en"


def forbidden(text: str) -> tuple[int, str] | None:
    r"""The first character no document may hold (controls, surrogates, private use): place and name.

    >>> forbidden("Foshan\x0bDaily")
    (6, 'U+000B')
    """
    found = _FORBIDDEN.search(text)
    return (found.start(), name(found.group())) if found else None


def invisible(text: str) -> tuple[int, str] | None:
    r"""The first character that cannot be seen but changes the text: zero width, bidi; place and name.

    >>> invisible("Foshan \u202eyliaD")
    (7, 'U+202E RIGHT-TO-LEFT OVERRIDE')
    """
    found = _INVISIBLE.search(text)
    return (found.start(), name(found.group())) if found else None


def visible(text: str) -> str:
    r"""Text that a terminal or a page shows as it is: line ends and tabs as blanks, hidden characters named.

    >>> visible("Foshan\u202eyliaD")
    'Foshan<U+202E>yliaD'
    """
    return _HIDDEN.sub(lambda found: f"<U+{ord(found[0]):04X}>", re.sub(r"[\n\t\r]", " ", text))


def name(character: str) -> str:
    """A character as its code point and, where it has one, its Unicode name."""
    import unicodedata  # noqa: PLC0415  # only a fault needs a name

    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".strip()


def since(stops: re.Pattern[str], text: str, place: int, first: int = 0) -> int:
    """Where the last stop before a place ends, or ``first`` where there is none from there on.

    >>> since(re.compile("，"), "出口增长，进口下降，顺差扩大", 7)
    5
    """
    return max((stop.end() for stop in stops.finditer(text, first, place)), default=first)
