"""The language of a paragraph: by its script; by statistics only where Latin letters leave a doubt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from pressgen.dictionary import frequency
from pressgen.regex import regex
from pressgen.text import han, latin, script

_SCRIPTS = (
    ("ja", regex("[\u3041-\u30ff\u31f0-\u31ff]"), 0.05),
    ("ko", regex("[\uac00-\ud7a3\u1100-\u11ff]"), 0.3),
    ("ru", regex("[\u0400-\u04ff]"), 0.3),
    ("ar", regex("[\u0600-\u06ff]"), 0.3),
    ("th", regex("[\u0e00-\u0e7f]"), 0.3),
    ("el", regex("[\u0370-\u03ff]"), 0.5),
)
"""Scripts of third languages, and the share of a text's letters from which it is theirs."""
_OTHER = regex(f"[{''.join(pattern.pattern[1:-1] for _, pattern, _ in _SCRIPTS)}]")
_ENCLOSED = regex(
    "“[^”]{0,500}”|‘[^’]{0,500}’|《[^》]{0,500}》|（[^）]{0,500}）|「[^」]{0,500}」|【[^】]{0,500}】"
    r'|\([^()]{0,500}\)|\[[^\]]{0,500}\]|"[^"]{0,500}"'
)
"""What stands in quotes, brackets and title marks; nobody quotes more in one breath."""
_LETTERS = regex(r"[^\W\d_]+")
_WORD = regex(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_COMMON_ROWS = """
the and for with from that its said has this which were by are percent of to at will have their been than year
million billion yuan new city
"""
_ENGLISH = frozenset(_COMMON_ROWS.split())
"""Words that are common in English news, and rare together in other languages."""
_PROFILES = ("en", "de", "fr", "es", "it", "pt", "nl", "id", "vi", "pl", "tr", "sv")
_PRIOR = {"en": 0.6} | {name: 0.4 / (len(_PROFILES) - 1) for name in _PROFILES[1:]}
_LEAST_LETTERS = 25
_SURE = 0.95
_LONG, _COMMON, _SHARE = 4, 20, 0.6
"""Letters of a word that is seldom shared by chance, how often the dictionary has it, how many must be so."""


def language_of(text: str, names: Iterable[str] = (), *, default: str = "und") -> str:
    """The ISO 639-1 code of a text's language; ``default`` where too little of it is left to tell.

    ``names`` are words of no language (the glossary's). The same text gives the same answer on every run.

    >>> language_of("佛山GDP增长5.5%"), language_of("Foshan and Suzhou sign a deal")
    ('zh', 'en')
    """
    letters = sum(map(len, _LETTERS.findall(text)))
    for name, pattern, share in _SCRIPTS if letters and _OTHER.search(text) else ():
        if len(pattern.findall(text)) >= max(2, share * letters):
            return name
    writing = _script(unquoted(text)) or script(text)
    if writing != "en":
        return "zh" if writing == "zh" else default
    return _latin(text, names, default)


def unquoted(text: str) -> str:
    """The text with what stands in quotes, brackets and title marks blank, length and places kept."""
    return _ENCLOSED.sub(lambda match: " " + "\n" * (len(match.group()) - 2) + " ", text)


def _script(text: str) -> str:
    """Chinese where Han characters outweigh the Latin words that are no names; empty without letters."""
    if not han(text):
        return "en" if latin(text) else ""
    words = [word for word in re.findall(r"[A-Za-z]+", text) if word[0].islower()]
    return "zh" if len(words) * 2 <= han(text) else script(text)


def _latin(text: str, names: Iterable[str], default: str) -> str:
    words = _WORD.findall(text)
    if han(text):
        words = [word for word in words if not han(word)]
    known = sum(word.lower() in _ENGLISH for word in words)
    if (known >= 2 and known * 12 >= len(words)) or (known and len(words) <= 12):
        return "en"
    left = _unnamed(text, names)
    if latin(left) < _LEAST_LETTERS:
        return default
    if _is_english(left.split()):
        return "en"
    found, sure = _guess(left)
    return found if sure >= _SURE else default


def _is_english(words: Sequence[str]) -> bool:
    """Whether most of the longer words stand in the dictionary: plain English without its small words."""
    longer = [word for word in words if len(word) >= _LONG]
    return sum(frequency(word) >= _COMMON for word in longer) >= _SHARE * max(1, len(longer))


def _unnamed(text: str, names: Iterable[str]) -> str:
    """A text without listed names, Han characters and words with a capital, which may be names."""
    for name in names:
        text = text.replace(name, " ")
    words = (match.group() for match in _WORD.finditer(text))
    return " ".join(word for word in words if word.islower() and not han(word))


def _guess(text: str) -> tuple[str, float]:
    from langdetect.lang_detect_exception import LangDetectException  # noqa: PLC0415  # only for the doubtful

    detector = _factory().create()
    detector.set_prior_map(_PRIOR)
    detector.append(text)
    try:
        best = detector.get_probabilities()[:1]
    except LangDetectException:
        return "", 0.0
    return (best[0].lang, best[0].prob) if best else ("", 0.0)


@cache
def _factory() -> Any:
    """The detector of langdetect with a few languages, seeded: 20 ms to load instead of 400."""
    from langdetect import detector_factory  # noqa: PLC0415  # only for the doubtful

    folder = Path(detector_factory.PROFILES_DIRECTORY)
    factory = detector_factory.DetectorFactory()
    factory.seed = 0
    factory.load_json_profile([(folder / name).read_text(encoding="utf-8") for name in _PROFILES])
    return factory
