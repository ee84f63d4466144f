"""Where listed names stand in a text, those in addresses and in what is still to be translated left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pressgen.checks import cedict
from pressgen.document import Block, Document, Span
from pressgen.glossary.entry import Glossary
from pressgen.glossary.match import Match
from pressgen.regex import regex
from pressgen.todo import todos

_ADDRESS = regex(
    r"(?:https?://|www\.)[^\s，。；（）]+|(?<![\w.+-])[\w.+-]+@[\w.-]+"
    r"|(?<![\w.-])[\w-]+(?:\.[\w-]+)*\.(?:com|cn|org|net|gov|docx?|pdf|jpe?g|png)\b",
    re.ASCII,
)
_OF_ADDRESSES = regex(r"://|www\.|@|\.(?:com|cn|org|net|gov|doc|pdf|jp|png)")
"""What any address has: a first look, as most texts have none."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A listed name in a paragraph."""

    match: Match
    block: Block

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.block.span(self.match.start, self.match.end)

    @property
    def across_word(self) -> bool:
        """Whether a short Chinese name begins within another word: no Huawei in 清华为中学生."""
        return self.block.lang == "zh" and cedict.begins_inside(
            self.block.text, self.match.start, self.match.end
        )

    @property
    def quoted(self) -> bool:
        """Whether it stands in somebody's own words, which are not changed unasked."""
        before = self.block.text[: self.match.start]
        return self.block.role == "quote" or before.count("“") > before.count("”")

    @property
    def text(self) -> str:
        """The name as the text has it."""
        return self.block.text[self.match.start : self.match.end]


def placed(document: Document, glossary: Glossary) -> list[Placed]:
    """Every listed name of a text, in order; wrong case included."""
    return [
        place for block in document.blocks if block.lang == document.lang for place in _in(block, glossary)
    ]


def closed_in(block: Block) -> list[tuple[int, int]]:
    """Stretches whose names are nobody's to judge: marks to translate, web and e-mail addresses."""
    found = [(mark.start, mark.end) for mark in todos(block)]
    if not _OF_ADDRESSES.search(block.text):
        return found
    return found + [address.span() for address in _ADDRESS.finditer(block.text)]


def _in(block: Block, glossary: Glossary) -> Iterator[Placed]:
    matches = glossary.matches(block.text, block.lang, miscased=True)
    if not matches:
        return
    closed = closed_in(block)
    for match in matches:
        if block.lang == "zh" and (
            _is_attribute(block.text, match.start, match.end) or _ends_number(block.text, match.start)
        ):
            continue
        if not any(start < match.end and match.start < end for start, end in closed):
            yield Placed(match, block)


_NUMBER = regex(r"[\d几数多][万亿千百]")


def _ends_number(text: str, start: int) -> bool:
    """Whether a name begins with the end of a number: the 万 of 66万和."""
    return bool(_NUMBER.match(text, start - 1)) if start else False


_DEGREE = frozenset("更最很极太较真不多完优精甜北南拉欧亚健审秀俊华绝唯柔凄静和肥赞鲜壮娇臻唯赴全愈越")


def _is_attribute(text: str, start: int, end: int) -> bool:
    """Whether a short name in 的 is the end of an adjective: 更美的家园, 北美的木材."""
    return end - start == 2 and text[end - 1] == "的" and text[start - 1 : start] in _DEGREE
