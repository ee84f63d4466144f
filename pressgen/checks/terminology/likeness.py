"""Whether an English text names a thing in other words: Chinese, U.S., UN, Bureau of Public Security."""

from __future__ import annotations

from pressgen.checks.terminology.relatives import GENERIC, RELATIVES, SMALL, WHOLE
from pressgen.regex import regex

_WORD = regex(r"[A-Za-z\u00c0-\u024f]+(?:['\u2019][A-Za-z]+)?")
_DOTS = regex(r"\b(?:[A-Z]\.)+[A-Z]?")
_US = regex(r"\bUS(?=\b|\d)")
_STEM = 4


def words(text: str) -> frozenset[str]:
    """The words of a text in small letters, abbreviations without their dots."""
    plain = _US.sub("USA", _DOTS.sub(lambda dotted: dotted.group().replace(".", "") + " ", text))
    return frozenset(
        found.lower().replace("\u2019", "'").removesuffix("'s") for found in _WORD.findall(plain)
    )


def named(term: str, said: frozenset[str]) -> bool:
    """Whether words say what a term does: by its initials, or by every word that distinguishes it.

    >>> named("United Nations", words("the U.N. said")), named("China", words("Chinese firms"))
    (True, True)
    >>> named("Foshan Bureau of Commerce", words("the Commerce Bureau of Foshan"))
    True
    >>> named("Foshan Bureau of Commerce", words("the Shenzhen Bureau of Commerce"))
    False
    """
    own = [word.lower().replace("\u2019", "'").removesuffix("'s") for word in _WORD.findall(term)]
    if (_initials(term) | WHOLE.get(term.lower(), frozenset())) & said:
        return True
    telling = [word for word in own if word not in SMALL and word not in GENERIC] or own
    return bool(telling) and all(_said(word, said) for word in telling)


def _initials(term: str) -> set[str]:
    capitals = "".join(word[0] for word in _WORD.findall(term) if word[0].isupper())
    return {capitals.lower()} if len(capitals) > 1 else set()


def _said(word: str, said: frozenset[str]) -> bool:
    if word in said or RELATIVES.get(word, frozenset()) & said:
        return True
    stem = word[: max(_STEM, len(word) - 4)]
    return len(word) >= _STEM and any(other.startswith(stem) for other in said)
