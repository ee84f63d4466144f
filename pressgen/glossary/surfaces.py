"""Surface forms: how a listed name may stand in running text without being another name.

A person who edits a glossary writes no patterns: plurals are made here, and hyphens, blanks,
apostrophes and capitals are folded alike in names and text, code point for code point.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator

from pressgen.english import plural
from pressgen.glossary.term import Term

_FOLDED = (
    ("\u2019", "'"), ("\u2018", "'"), ("\u02bc", "'"),
    ("\u2010", " "), ("\uff0d", " "), ("\u2011", " "), ("\u2013", " "),
    ("\u00a0", " "), ("\u202f", " "), ("\u3000", " "),
    ("\uff08", "("), ("\uff09", ")"),
)  # fmt: skip
_COUNTED = ("term", "title", "industry")
_NO_SINGULAR = ("ss", "us", "is", "ics", "news", "series", "species", "goods")


def folded(text: str) -> str:
    """Text in small letters with hyphens as blanks and apostrophes straight; as long as before.

    >>> folded("Xi\u2019an Hi-tech\u00a0Zone")
    "xi'an hi tech zone"
    """
    return unhyphened(lowered(text))


def lowered(text: str) -> str:
    """Small letters, one for each letter: a few capitals (İ) would become two and stay as they are."""
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(word if len(word := letter.lower()) == 1 else letter for letter in text)


def unhyphened(text: str) -> str:
    """Text with hyphens as blanks and apostrophes straight, its case kept."""
    text = text.replace("-", " ").replace("\n", " ").replace("\t", " ")
    if not text.isascii():
        for word, other in _FOLDED:
            text = text.replace(word, other)
    return text


def all_at_once(change: Callable[[str], str], texts: list[str]) -> list[str]:
    """What a change of single characters makes of many short texts.

    >>> all_at_once(folded, ["Hi-tech", "Zone"])
    ['hi tech', 'zone']
    """
    changed = change("\0".join(texts)).split("\0")
    return changed if len(changed) == len(texts) else list(map(change, texts))


def surfaces(term: Term, kind: str) -> Iterator[tuple[str, str]]:
    """The forms of a term and what each is: "" as written, "plural", "singular" or "spelling".

    A person's name in pinyin has the forms of other rules, which are wrong but mean the same person.
    """
    yield term.text, ""
    if not term.text.isascii() and (apart := unicodedata.normalize("NFD", term.text)) != term.text:
        yield apart, ""  # as a Mac's file names and some editors write é: e and an accent
    if term.lang != "en":
        return
    if kind == "person" and term.status != "deprecated":
        from pressgen.glossary.respelt import respelt  # noqa: PLC0415  # a table without persons needs none

        yield from ((form, "spelling") for form in respelt(term.text))
    if _is_counted(term, kind):
        head, of, rest = term.text.partition(" of ")
        yield plural(term.text), "plural"
        if single := singular(head):
            yield single + of + rest, "singular"


def _is_counted(term: Term, kind: str) -> bool:
    """Names of people, places and bodies have no plural, nor has what is no noun."""
    if not term.text[-1:].isalpha() or term.pos not in ("", "noun", "n", "n.", "名词"):
        return False
    return kind in _COUNTED or (not kind and term.case == "any")


def singular(noun: str) -> str:
    """The singular of a plural noun, or "" where the noun is none.

    >>> singular("new materials"), singular("lithium-ion batteries"), singular("logistics")
    ('new material', 'lithium-ion battery', '')
    """
    if not noun.endswith("s") or noun.endswith(_NO_SINGULAR):
        return ""
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    stem = noun[:-2]
    return stem if noun.endswith("es") and stem.endswith(("x", "ch", "sh", "ss")) else noun[:-1]
