"""What typography leaves alone: addresses, file names, code, what is to be translated, Chinese in English."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from pressgen.document import Block
from pressgen.regex import regex
from pressgen.text import HAN
from pressgen.todo import todos

_SUFFIX = "pdf|docx?|xlsx?|pptx?|jpe?g|png|gif|zip|md|ya?ml|csv|txt|html?|mp4|json"
_NAMED = rf"(?<=/)[\u4e00-\u9fff\w()_-]{{1,60}}(?=\.(?:{_SUFFIX})(?![A-Za-z]))"
"""A file with a Chinese name, at the end of an address."""
_ADDRESS = (
    rf"(?:https?://|www\.)(?:[!-~]|(?<=[/=&])[\u4e00-\u9fff]{{1,20}}(?=[/?=&])|{_NAMED})+"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,6}"
    r"|(?<![A-Za-z0-9.-])[a-z0-9-]{1,64}(?:\.[a-z0-9-]{1,64}){0,4}\.(?:com|cn|org|net|gov|edu|io|hk)(?![a-z])[!-~]*"
)
_FILE = rf"(?<![\w.-])[\w-]{{1,80}}(?:\.[\w-]{{1,40}}){{0,4}}\.(?:{_SUFFIX})(?![A-Za-z])"
_CODE = r"`[^`\n]+`|[A-Za-z]:\\[!-~]+|\{[a-z_.]+\}|</?[a-z][^<>\n]*>|&[a-z]+;|\]\([^()\n]*\)"
_ALONE = regex(f"{_ADDRESS}|{_FILE}|{_CODE}", re.IGNORECASE | re.ASCII)
_CHINESE = regex(
    f"[《〈（“‘「]{{0,3}}[{HAN}](?:[{HAN}0-9·，。、；：？！“”‘’（）《》〈〉〔〕「」—…～％%]*[{HAN}》〉）”’」])?"
)


class Exempt:
    """The stretches of a text no edit may touch."""

    def __init__(self, block: Block) -> None:
        text = block.text
        found = [match.span() for match in _ALONE.finditer(text)] if _looks_addressed(text) else []
        found += [(mark.start, mark.end) for mark in todos(block)]
        found += [match.span() for match in _CHINESE.finditer(text)] if block.lang == "en" else []
        self._spans = _merged(found)
        self._starts = [start for start, _ in self._spans]

    def touches(self, start: int, end: int) -> bool:
        """Whether an edit of this stretch would change anything left alone."""
        at = bisect_right(self._starts, max(start, end - 1)) - 1
        return at >= 0 and any(
            start < last and first < end for first, last in self._spans[max(0, at - 1) : at + 1]
        )


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches in order, those that overlap as one: Chinese within what is to be translated."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged


def _looks_addressed(text: str) -> bool:
    return any(sign in text for sign in ".`{\\<&]")
