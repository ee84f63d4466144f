"""Filters that put a sign around words, for the pass that tells them: what a sentence is about, its base."""

from __future__ import annotations

from typing import Any

from jinja2 import Undefined

from pressgen.drafting.token import ABSENT, ALWAYS, BASE, ONTO, SUBJECT


def subject(words: Any) -> Any:
    """What a sentence is about: where the next one is about it, too, it is not named again."""
    return words if isinstance(words, Undefined) else words.join(SUBJECT)


def onto(words: Any, of: Any = "") -> str:
    """How a sentence goes on from the one before, where that is about the same and both are short.

    ``of`` is what that one has to be about; without it, the template knows what stands before. Where a fact
    of it was not given, the sentence stands alone.
    """
    said = f"{of}{ONTO[1]}{words}"
    return "" if ABSENT in said else f"{ONTO[0]}{said}{ONTO[2]}"


def base(words: Any, of: Any = "", again: str = "") -> Any:
    """What a figure is compared with: said again in a paragraph only where another base stood between.

    ``of`` is what it is; words for the same thing are one base. ``again`` is said instead of them;
    "anew": it is said in each sentence.
    """
    if isinstance(words, Undefined):
        return words
    opening, between, closing = BASE
    return f"{opening}{of or words}{between}{again}{between}{words}{closing}"


def always(of: Any) -> Any:
    """What all figures below are compared with, so that none of them says it."""
    return of if isinstance(of, Undefined) else base("", of, ALWAYS)
