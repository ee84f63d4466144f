"""What is copied and never translated: names that hold a number (G20, A380), telephone numbers, addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressgen.checks.align import Group, aligned
from pressgen.checks.found import figures_of
from pressgen.document import Block, Release, Span
from pressgen.errors import Wording
from pressgen.figures.addresses import telephones
from pressgen.findings import Finding, Rule
from pressgen.house import House
from pressgen.regex import regex

CODE = Rule(
    "figure/code",
    "error",
    Wording(
        "中文为“{zh}”，英文为“{en}”：型号或代号不同", "“{zh}” in Chinese, “{en}” in English: another code"
    ),
    Wording(
        "型号、代号里的数字不翻译，应完全一致",
        "the number in the name of a model or a group is never translated",
    ),
)
CONTACT = Rule(
    "figure/contact",
    "error",
    Wording(
        "中文为“{zh}”，英文为“{en}”：只差一两个字符",
        "“{zh}” in Chinese, “{en}” in English: a character or two differ",
    ),
    Wording(
        "电话和邮箱照抄即可，错一位就找不到人",
        "telephone numbers and e-mail addresses are copied; with one character wrong nobody answers",
    ),
)
RULES = (CODE, CONTACT)

_CODE = regex(r"(?<![\w.@/-])[A-Za-z]{1,12}-?[0-9]{1,6}[A-Za-z0-9]{0,6}(?![\w.@/-]*[@/])", re.ASCII)
_LETTER = regex(r"[^A-Za-z]")
_NUMBER = regex(r"[0-9+(（]")
_EMAIL = regex(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+", re.ASCII)
_SLIP = 2
"""So many signs differ by a slip; more of them, and it is the address of somebody else."""


def check(release: Release, house: House) -> Iterator[Finding]:
    """Codes of one paragraph that differ from those of the other in nothing but the number."""
    del house  # a code is a code in every house
    for group in aligned(release):
        yield from _differing(group)
        yield from _slipped(group)


def _differing(group: Group) -> Iterator[Finding]:
    zh, en = ([code for block in blocks for code in _codes(block)] for blocks in (group.zh, group.en))
    ours, theirs = ({_plain(code.text) for code in codes} for codes in (zh, en))
    strange = [code for code in en if _plain(code.text) not in ours]
    for span in zh:
        other = next((code for code in strange if _letters(code.text) == _letters(span.text)), None)
        if other and _plain(span.text) not in theirs:
            yield CODE.at(other, related=(span,), zh=span.text, en=other.text)


def _slipped(group: Group) -> Iterator[Finding]:
    """Telephone numbers and addresses that are the same but for a sign or two."""
    zh, en = ([span for block in blocks for span in _contacts(block)] for blocks in (group.zh, group.en))
    ours, theirs = ({_copied(span.text) for span in found} for found in (zh, en))
    for span in zh:
        for other in en:
            strangers = _copied(span.text) not in theirs and _copied(other.text) not in ours
            if strangers and 0 < _apart(_copied(span.text), _copied(other.text)) <= _SLIP:
                yield CONTACT.at(other, related=(span,), zh=span.text, en=other.text)


def _contacts(block: Block) -> Iterator[Span]:
    for start, end in telephones(block.text):
        number = _NUMBER.search(block.text, start, end)
        yield block.span(number.start() if number else start, end)
    for found in _EMAIL.finditer(block.text) if "@" in block.text else ():
        yield block.span(*found.span())


def _copied(text: str) -> str:
    """An address as it is compared: a number by its digits, without the country's."""
    return text.casefold() if "@" in text else re.sub(r"^(?:86|0)", "", re.sub(r"[^0-9]", "", text))


def _apart(word: str, other: str) -> int:
    """How many signs differ; very many where the lengths do."""
    if len(word) != len(other):
        return len(word) + len(other)
    return sum(a != b for a, b in zip(word, other, strict=True))


def _codes(block: Block) -> Iterator[Span]:
    """The codes of a paragraph that are no figures, as USD20 and Q2 are."""
    figures = figures_of(block)
    for found in _CODE.finditer(block.text):
        if not any(figure.start < found.end() and found.start() < figure.end for figure in figures):
            yield block.span(*found.span())


def _plain(code: str) -> str:
    return code.replace("-", "").casefold()


def _letters(code: str) -> str:
    return _LETTER.sub("", code).casefold()
