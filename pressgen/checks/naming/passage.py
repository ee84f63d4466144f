"""A passage: paragraphs that answer each other, and what stands around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pressgen.checks.align import Group
from pressgen.document import Block, Span
from pressgen.regex import regex
from pressgen.todo import todos

_LONG = 1500
"""Han characters beyond which a passage is a whole text, in which mentions are not counted."""
_DATELINE_EN = regex(
    r"(?:\A|\n)(?=[A-Z]{3}|[^\n]{0,60}?[\d(/])(?:[A-Z][A-Za-z'’.]+,?\s){1,5}"
    r"(?:[A-Z][a-z]+\.? \d{1,2}(?:, \d{4})?\s?)?(?:\([A-Z][A-Za-z ]+\)\s?|/[A-Za-z -]+/\s?)?(?:--|—|–|-)\s"
)
_DATELINE_ZH = regex(
    "(?:\\A|\\n)(?:[^，。]{0,10}(?:社|网|讯|报)[^，。]{0,12}|[\u4e00-\u9fff]{2,8}(?:[0-9]{4}年)?[0-9]{1,2}月[0-9]{1,2}日)(?:(?<![供发用断停充家机水核风火节输变])电(?![力网站厂器缆商视费压量信影子动池商])|讯)"
)


@dataclass(frozen=True, slots=True)
class Passage:
    """One group of paragraphs: its texts joined, and with the neighbours' (``*_around``)."""

    group: Group
    zh: str
    en: str
    zh_around: str
    en_around: str

    def zh_span(self, start: int, end: int) -> Span:
        """Where a stretch of ``zh`` stands."""
        return _span(self.group.zh, start, end)

    def en_span(self, start: int, end: int) -> Span:
        """Where a stretch of ``en`` stands."""
        return _span(self.group.en, start, end)

    @property
    def is_short(self) -> bool:
        """Whether mentions may be counted in it."""
        return len(self.zh) <= _LONG


def passages(groups: Sequence[Group]) -> Iterator[Passage]:
    """The groups that have both languages and nothing still to be translated."""
    for number, group in enumerate(groups):
        if not group.zh or not group.en or any(todos(block) for block in (*group.zh, *group.en)):
            continue
        near = groups[max(number - 1, 0) : number + 2]
        yield Passage(
            group,
            _undated(_joined(group.zh), _DATELINE_ZH),
            _undated(_joined(group.en), _DATELINE_EN),
            "\n".join(_joined(neighbour.zh) for neighbour in near),
            "\n".join(_joined(neighbour.en) for neighbour in near),
        )


@lru_cache(maxsize=64)
def dateline(text: str) -> range:
    """Where an English text has its dateline, if it has one: a story is filed elsewhere."""
    found = _DATELINE_EN.search(text)
    return range(*found.span()) if found else range(0)


def _undated(text: str, dateline: re.Pattern[str]) -> str:
    """The text with its dateline blanked: where a story was filed is not where it happened."""
    found = dateline.search(text)
    return text[: found.start()] + " " * len(found.group()) + text[found.end() :] if found else text


def _joined(blocks: Sequence[Block]) -> str:
    return "\n".join(block.text for block in blocks)


def _span(blocks: Sequence[Block], start: int, end: int) -> Span:
    """A stretch of the joined text in its paragraph; one that would leave it is cut."""
    at = 0
    for block in blocks:
        past = at + len(block.text)
        if start <= past:
            return block.span(start - at, min(end, past) - at)
        at = past + 1
    return blocks[-1].span(0, len(blocks[-1].text))
