"""What was checked as a revisor lays it out: paragraph beside paragraph, pair after pair."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from pressgen.checks.align import aligned
from pressgen.document import Block, Lang, Release
from pressgen.findings import Finding
from pressgen.regex import regex

_WORDS = {
    "zh": regex("zh|cn?|chs|chinese|中", re.IGNORECASE),
    "en": regex("en?|eng|english|英", re.IGNORECASE),
}
"""What is left of two names once all they share is gone, where they differ in their language alone."""

Row = tuple[tuple[Block, ...], ...]
"""What stands beside each other: a cell for each column."""


@dataclass(frozen=True, slots=True)
class SideBySide:
    """One text, or a text and its translation: a language and the files of it for each column."""

    langs: tuple[Lang, ...]
    files: tuple[tuple[str, ...], ...]
    rows: tuple[Row, ...]


def side_by_side(release: Release, findings: Sequence[Finding]) -> Iterator[SideBySide]:
    """The release as one sheet for each pair of files, two-language file, or file that stands alone.

    Two files that follow each other are a pair where there are no others, where a finding in one points
    to the other, or where their names differ in the language alone.
    """
    files: dict[str, dict[int | None, Block]] = {}
    for number, block in enumerate(release.blocks):
        key = block.at.block if block.at.file else number
        files.setdefault(block.at.file, {}).setdefault(key, block)
    linked = {(finding.span.file, span.file) for finding in findings for span in finding.related}
    waiting = [(name, tuple(blocks.values())) for name, blocks in files.items()]
    alone = len(waiting) == 2
    while waiting:
        size = 2 if len(waiting) > 1 and _mates(waiting[0], waiting[1], linked, alone=alone) else 1
        yield _side_by_side([Release(blocks) for _, blocks in waiting[:size]])
        del waiting[:size]


_File = tuple[str, tuple[Block, ...]]


def _mates(first: _File, second: _File, linked: set[tuple[str, str]], *, alone: bool) -> bool:
    names = {_main(blocks): name for name, blocks in (first, second)}
    if names.keys() != {"zh", "en"}:
        return False
    pair = names["zh"], names["en"]
    return alone or pair in linked or pair[::-1] in linked or _alike(*pair)


def _main(blocks: Sequence[Block]) -> Lang:
    """The language most of a file is in."""
    langs: tuple[Lang, ...] = ("zh", "en")
    sizes = {lang: sum(len(block.text) for block in blocks if block.lang == lang) for lang in langs}
    return max(sizes, key=sizes.__getitem__) if any(sizes.values()) else "und"


def _alike(zh: str, en: str) -> bool:
    """Whether two names differ in their language alone.

    >>> _alike("佛山.中文.md", "佛山.英文.md"), _alike("a.zh.md", "b.en.md")
    (True, False)
    """
    head = _common(zh, en)
    zh, en = zh[head:], en[head:]
    tail = _common(zh[::-1], en[::-1])
    zh, en = zh[: len(zh) - tail], en[: len(en) - tail]
    return bool(_WORDS["zh"].fullmatch(zh) and _WORDS["en"].fullmatch(en))


def _common(word: str, other: str) -> int:
    """How many characters two names begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(word, other, strict=False)))


def _side_by_side(files: Sequence[Release]) -> SideBySide:
    zh = tuple(block for file in files for block in file.zh.blocks)
    en = tuple(block for file in files for block in file.en.blocks)
    spoken: tuple[tuple[Lang, tuple[Block, ...]], ...] = (("zh", zh), ("en", en))
    columns = {lang: column for lang, column in spoken if column} or {"und": files[0].blocks}
    names = tuple(tuple(dict.fromkeys(block.at.file for block in column)) for column in columns.values())
    return SideBySide(tuple(columns), names, tuple(_rows(list(columns.values()))))


def _rows(columns: Sequence[Sequence[Block]]) -> Iterator[Row]:
    """Paragraphs that answer each other side by side; one of no language stays below the one before it."""
    if len(columns) == 1:
        yield from (((block,),) for block in columns[0] if block.text.strip())
        return
    groups = aligned(Release(tuple(block for column in columns for block in column)))
    row_of = {id(block): row for row, group in enumerate(groups) for block in (*group.zh, *group.en)}
    rows: list[tuple[list[Block], ...]] = [([], []) for _ in groups] or [([], [])]
    for side, column in enumerate(columns):
        row = 0
        for block in column:
            row = row_of.get(id(block), row)
            rows[row][side].extend([block] if block.text.strip() else [])
    yield from (tuple(tuple(cell) for cell in cells) for cells in rows if any(cells))
