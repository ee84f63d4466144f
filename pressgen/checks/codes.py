"""Names that hold a number, COVID-19, G20, A380: the same letters keep the same number in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressgen.checks.align import Group, aligned
from pressgen.checks.found import figures_of
from pressgen.document import Block, Release, Span
from pressgen.errors import Wording
from pressgen.findings import Finding, Rule
from pressgen.house import House

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
RULES = (CODE,)

_CODE = re.compile(r"(?<![\w.@/-])[A-Za-z]{1,12}-?[0-9]{1,6}[A-Za-z0-9]{0,6}(?![\w.@/-]*[@/])", re.ASCII)
_LETTER = re.compile(r"[^A-Za-z]")


def check(release: Release, house: House) -> Iterator[Finding]:
    """Codes of one paragraph that differ from those of the other in nothing but the number."""
    del house  # a code is a code in every house
    for group in aligned(release):
        yield from _differing(group)


def _differing(group: Group) -> Iterator[Finding]:
    zh, en = ([code for block in blocks for code in _codes(block)] for blocks in (group.zh, group.en))
    ours, theirs = ({_plain(code.text) for code in codes} for codes in (zh, en))
    strange = [code for code in en if _plain(code.text) not in ours]
    for one in zh:
        other = next((code for code in strange if _letters(code.text) == _letters(one.text)), None)
        if other and _plain(one.text) not in theirs:
            yield CODE.at(other, related=(one,), zh=one.text, en=other.text)


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
