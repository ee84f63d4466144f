"""What the figures of a text are compared with, said once: up 3% year on year, and imports up 2%."""

from __future__ import annotations

import re
from collections.abc import Callable

from pressgen.drafting.token import ALWAYS, ANEW, BASE, Token, pieces
from pressgen.regex import regex

_EARLIER = regex("上年|去年|上届|上次|earlier|previous|last", re.IGNORECASE)
"""A base that is a time before."""
_BEATEN = regex("此前纪录|beating the ")
"""Behind an earlier record, what is compared with the year before says so again."""
_BASE = regex("{0}(.*?){1}(.*?){1}(.*?){2}".format(*BASE))


class Bases:
    """What the figures of one text are compared with, so that it is said once.

    The year before is said once a paragraph; an earlier edition again behind a sentence that compares
    nothing; another thing (the old plant) in each sentence, and so is that of a rate (``anew``); that of the
    whole text (``always``) never.
    """

    def __init__(self) -> None:
        self.last = self.always = ""
        self.named = self.near = self.here = False

    def paragraph(self) -> None:
        """A new paragraph begins."""
        self.last = self.always
        self.named = self.near = False

    def compared(self, line: str, key: Callable[[str], str], *, brief: bool) -> str:
        """A rendered line with its bases, where they were not said just before; ``key`` says what is one."""
        if self.named and not (self.near and _EARLIER.search(self.last)):
            self.last = self.always
        self.near = _BASE.search(line) is not None
        self.here = False
        compared = _BASE.sub(lambda found: self._base(*found.groups(), key=key, brief=brief), line)
        if _BEATEN.search(line):
            self.last = self.always
        return compared

    def _base(self, of: str, again: str, words: str, *, key: Callable[[str], str], brief: bool) -> str:
        base = key(of)
        given = [part for part in pieces(of) if isinstance(part, Token)]
        silent = "".join(str(token.then("silent")) for token in given)
        if again == ALWAYS:
            self.last = self.always = base
            return silent
        if again == ANEW:
            again = "" if self.here or base == self.always else words
        if brief or base == self.last:
            self.here = self.here or again == words
            return words if brief else again + silent
        self.last, self.named, self.here = base, bool(given), True
        return words


def plain(line: str) -> str:
    """A rendered line with all its bases, as a writer's own words have them."""
    return _BASE.sub(lambda found: found[3], line)
