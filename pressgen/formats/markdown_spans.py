"""The inside of a paragraph as Markdown's parser found it: its text, and the marks over it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressgen.document import Mark
from pressgen.formats.address import is_safe, to_file
from pressgen.text import han

if TYPE_CHECKING:
    from markdown_it.token import Token

_KINDS = {"strong": "strong", "em": "emphasis", "link": "link"}


@dataclass(frozen=True, slots=True)
class Passage:
    """What a paragraph says, with its marks."""

    text: str
    marks: tuple[Mark, ...] = ()

    @property
    def unwrapped(self) -> tuple[Mark, ...]:
        """The marks without the one that is the paragraph's own emphasis."""
        marks = list(self.marks)
        marks.remove(Mark(0, len(self.text), "emphasis"))
        return tuple(marks)


def passage(tokens: Sequence[Token], losses: Counter[str]) -> Passage:
    """A paragraph's tokens as text and marks; what is dropped is counted in ``losses``."""
    builder = _Builder(losses)
    for index, token in enumerate(tokens):
        builder.add(token, tokens[index + 1].content[:1] if index + 1 < len(tokens) else "")
    return Passage("".join(builder.parts), tuple(builder.marks))


class _Builder:
    def __init__(self, losses: Counter[str]) -> None:
        self.losses = losses
        self.parts: list[str] = []
        self.length = 0
        self.marks: list[Mark] = []
        self.waiting: list[tuple[int, str]] = []

    def add(self, token: Token, following: str) -> None:
        if token.type == "image":
            self.image(token)
        elif token.type == "softbreak":
            self.say(_joint(self.parts[-1][-1:] if self.parts else "", following))
        elif token.type == "hardbreak":
            self.say("\n")
        elif token.nesting:
            self.sign(token)
        else:
            self.say(token.content)

    def say(self, text: str) -> None:
        if text:
            self.parts.append(text)
            self.length += len(text)

    def sign(self, token: Token) -> None:
        kind = _KINDS.get(token.type.rsplit("_", 1)[0], "")
        if token.nesting > 0:
            if not kind:
                self.losses["strikethrough"] += 1
            self.waiting.append((self.length, str(token.attrGet("href") or "")))
            return
        start, target = self.waiting.pop()
        if kind:
            self.mark(start, kind, target)

    def image(self, token: Token) -> None:
        start = self.length
        alt = passage(token.children or [], Counter())
        self.say(alt.text)
        target = str(token.attrGet("src") or "")
        if is_safe(target):
            self.marks.append(Mark(start, self.length, "image", to_file(target)))
        else:
            self.losses["unsafe picture"] += 1

    def mark(self, start: int, kind: str, target: str) -> None:
        if not is_safe(target):
            self.losses["unsafe link"] += 1
        elif self.length > start:
            self.marks.append(Mark(start, self.length, kind, target))


def _joint(before: str, after: str) -> str:
    """What a line's end in the middle of a paragraph is: nothing between Chinese characters, else a blank."""
    return "" if han(before + after) == 2 or _is_wide(before) or _is_wide(after) else " "


def _is_wide(character: str) -> bool:
    return bool(character) and character in "，。、；：？！“”‘’（）《》〈〉【】—…"
