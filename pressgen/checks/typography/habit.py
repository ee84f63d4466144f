"""A habit of good print: one function from a text to its edits, so that check and fix are the same thing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from pressgen.document import Role
from pressgen.errors import Wording
from pressgen.findings import Rule, Severity
from pressgen.regex import compiled

GB15834 = Wording("GB/T 15834—2011《标点符号用法》", "GB/T 15834-2011, use of punctuation")
GB15835 = Wording("GB/T 15835—2011《出版物上数字用法》", "GB/T 15835-2011, numerals in publications")
PRESS = Wording("新闻英语的通行写法", "common usage of the English-language press")


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch of a text (code points, half-open) and what should stand there; None where that is open."""

    start: int
    end: int
    text: str | None
    safe: bool = True


Finder = Callable[[str], Iterable[Edit]]
WIDE = "[^\x00-\x7f]"
"""A character beyond ASCII, as all of Chinese is: ``when`` looks for it before a range of Han is compiled."""


@dataclass(frozen=True, slots=True)
class Habit:
    """A rule, the function that finds what breaks it, and the roles of blocks it does not hold in."""

    rule: Rule
    find: Finder
    not_in: tuple[Role, ...] = ()


def rule(fault: str, severity: Severity, zh: str, en: str, why: Wording) -> Rule:
    """A rule of this room; the wordings may name {text} and {fixed}."""
    return Rule(f"typography/{fault}", severity, Wording(zh, en), why)


def lazy(pattern: str, flags: int = 0) -> Callable[[], re.Pattern[str]]:
    """A pattern that is compiled when it is first needed: a text needs few of them."""
    return cache(lambda: compiled(pattern, flags))


def replaced(pattern: str, text: str = "", *, safe: bool = True, flags: int = 0) -> Finder:
    r"""A finder for what a pattern finds, and the template (``\1``) that should stand there.

    >>> list(replaced("，{2,}", "，")("佛山，，广州"))
    [Edit(start=2, end=4, text='，', safe=True)]
    """
    compiled = lazy(pattern, flags)

    def find(whole: str) -> Iterator[Edit]:
        for match in compiled().finditer(whole):
            fixed = match.expand(text)
            if fixed != match.group():
                yield Edit(match.start(), match.end(), fixed, safe)

    return find


def every(*finders: Finder) -> Finder:
    """One finder for what several find, the first before the next."""
    return lambda text: (edit for finder in finders for edit in finder(text))


def when(sign: str, finder: Finder) -> Finder:
    """A finder that looks only into texts in which the pattern ``sign`` is found: most have none."""
    has = lazy(sign)
    return lambda text: finder(text) if has().search(text) else ()


def mended(text: str, edits: Iterable[Edit]) -> str:
    """The text with the edits made that say what should stand there; they may not overlap."""
    parts: list[str] = []
    last = 0
    for edit in sorted(edits, key=lambda edit: edit.start):
        if edit.text is not None:
            parts += [text[last : edit.start], edit.text]
            last = edit.end
    return "".join(parts) + text[last:]
