"""Tokens: what a template prints for a fact, before anybody decides how it is written.

A token is plain text between characters no document may hold: the fact's path, then what filters
asked for. Rendering has no memory; one later pass knows what was said before.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from pressgen.regex import regex

_OPEN, _CLOSE, _STEP, _PART = "\ue000", "\ue001", "\ue003", "\ue004"
_TOKEN = regex(f"{_OPEN}([^{_OPEN}{_CLOSE}]*){_CLOSE}")

ABSENT = "\ue002"
"""Stands in a rendered line for a fact that was not given; the line is left out."""

NOTHING = "\ue005"
"""Stands for an absent fact that a line can do without; the line is kept."""

SUBJECT = "\ue006", "\ue007"
"""Stand around what a sentence is about, so that the next one about it need not name it again."""

BASE = "\ue008", "\ue009", "\ue00a"
"""Stand around the words for what a figure is compared with; the second parts what that is, what is said
instead of them where it has just been said, and the words."""

ALWAYS = "always"
"""Stands in place of what is said instead of a base, where it is that of the whole draft from here on."""

ANEW = "anew"
"""Stands there where the base is said once in each sentence."""

ONTO = "\ue00b", "\ue00c", "\ue00d"
"""Stand behind a sentence around what it says where it goes on from the one before; the second parts what
that one has to be about, if anything, and the words."""

FACTS = "\ue000facts"
"""The context's name for the event's facts by path; no template can write it."""

LANG = "lang"
"""The context's name for the language of the text."""

Step = tuple[str, ...]
"""A filter's name and what it was given."""


@dataclass(frozen=True, slots=True)
class Token:
    """A fact to be written: its path in the event, and the steps that filters asked for, in order.

    >>> token = Token("signed.growth").then("change", "up {}", "down {}")
    >>> Token.whole(str(token)) == token
    True
    """

    path: str
    steps: tuple[Step, ...] = ()

    def then(self, *step: str) -> Token:
        """The token with one step more."""
        return Token(self.path, (*self.steps, step))

    def step(self, name: str) -> Step | None:
        """What the named filter was given, if it was asked for."""
        for asked, *given in self.steps:
            if asked == name:
                return tuple(given)
        return None

    def is_of(self, facts: Container[str]) -> bool:
        """Whether the token, and every other that its steps name, is of one of these facts."""
        if not self.steps:
            return self.path in facts
        others = (
            *(self.step("person") or ()),
            *(self.step("until") or ("",))[:1],
            *(self.step("part") or ("",))[:1],
        )
        return all(path in facts for path in (self.path, *filter(None, others)))

    def __str__(self) -> str:
        return _OPEN + _STEP.join([self.path, *(_PART.join(step) for step in self.steps)]) + _CLOSE

    @classmethod
    def whole(cls, text: object) -> Token | None:
        """The token a text is, or None where it is anything else."""
        found = _TOKEN.fullmatch(text) if isinstance(text, str) else None
        return cls.read(found[1]) if found else None

    @staticmethod
    @lru_cache(maxsize=4096)
    def read(inner: str) -> Token:
        """The token of what stands between the characters that open and close one."""
        path, *steps = inner.split(_STEP)
        return Token(path, tuple(tuple(step.split(_PART)) for step in steps))


class Accompanied(str):
    """The token of a figure, with those of its companions by name; absent ones as the template sees them."""

    __slots__ = ("companions",)
    companions: Mapping[str, object]

    def __new__(cls, token: Token, companions: Mapping[str, object]) -> Accompanied:
        """The text of the token."""
        text = super().__new__(cls, str(token))
        text.companions = companions
        return text


_SIGNS = regex("[\ue000-\uf8ff\ud800-\udfff]")
_KNOWN = regex(f"{ABSENT}|{NOTHING}")
_ABOUT = regex("{}([^{}]*){}".format(SUBJECT[0], "".join(SUBJECT), SUBJECT[1]))
_COMPARED = regex("{0}[^{3}]*{1}[^{3}]*{1}[^{3}]*{2}".format(*BASE, "".join(BASE)))


_GOING_ON = regex("{0}([^{3}]*){1}([^{3}]*){2}".format(*ONTO, "".join(ONTO)))


def broken(text: str, facts: Container[str]) -> bool:
    """Whether a rendered text holds a token of no fact, or what is left of one."""
    bare = _GOING_ON.sub(r"\1\2", _TOKEN.sub("", _KNOWN.sub("", text)))
    rest = _COMPARED.sub("", _ABOUT.sub(r"\1", bare))
    return bool(_SIGNS.search(rest)) or any(
        isinstance(piece, Token) and not piece.is_of(facts) for piece in pieces(text)
    )


def apart(line: str) -> tuple[str, list[tuple[str, str]]]:
    """A rendered line as the sentence alone, and its ways to go on: what has to stand before, the words."""
    return _GOING_ON.sub("", line), [(found[1], found[2]) for found in _GOING_ON.finditer(line)]


def pieces(text: str) -> Iterator[str | Token]:
    """A rendered text as literal stretches and tokens, in order.

    >>> list(pieces(f"On {Token('date')}, {Token('city')} …"))
    ['On ', Token(path='date', steps=()), ', ', Token(path='city', steps=()), ' …']
    """
    last = 0
    for found in _TOKEN.finditer(text):
        if found.start() > last:
            yield text[last : found.start()]
        yield Token.read(found[1])
        last = found.end()
    if last < len(text):
        yield text[last:]
