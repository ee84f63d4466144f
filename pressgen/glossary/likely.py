"""What an entry without a kind names, where its two languages leave no doubt: a person."""

from __future__ import annotations

from collections.abc import Sequence

from pressgen.glossary.entry import Term
from pressgen.regex import regex

_TWO_WORDS = regex(r"[A-Z][a-z]+ [A-Z][a-z']+")
_CHINESE = range(2, 5)
"""Characters in a Chinese name."""


def likely_kind(terms: Sequence[Term]) -> str:
    """Person for a surname and a given name spelt by the standard, else nothing.

    >>> likely_kind([Term("孔令川", "zh"), Term("Kong Lingchuan", "en")])
    'person'
    >>> likely_kind([Term("古越龙山", "zh"), Term("Guyue Longshan", "en")])
    ''
    """
    en = next((term.text for term in terms if term.lang == "en" and _TWO_WORDS.fullmatch(term.text)), "")
    zh = next((term.text for term in terms if term.lang == "zh" and len(term.text) in _CHINESE), "")
    return "person" if zh and en and _is_person(zh, *en.lower().split()) else ""


def _is_person(zh: str, surname: str, given: str) -> bool:
    from pressgen.glossary import surnames  # noqa: PLC0415  # most glossaries say their kinds
    from pressgen.glossary.pinyin import is_pinyin  # noqa: PLC0415

    two = surnames.COMPOUND.get(zh[:2])
    read = two if two == surname else surnames.READINGS.get(zh[0]) or surnames.SOUNDS.get(zh[0])
    rest = len(zh) - (2 if two == surname else 1)
    return read == surname and is_pinyin(given) and 0 < rest <= len(given) // 2 + 1
