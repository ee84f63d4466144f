"""What an office adds to the checks' tables: ``words/status.csv`` and ``words/titles.csv`` in its folder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Literal

from pressgen.checks.status.compare import scales
from pressgen.checks.status.patterns import unknown_part
from pressgen.errors import raise_all, series
from pressgen.glossary import rows
from pressgen.house import House
from pressgen.source import nearest

FOLDER = "words"
_HEADERS = {
    "status.csv": ("scale", "value", "lang", "sure", "words", "source"),
    "titles.csv": ("zh", "en", "source"),
}
_Cells = tuple[str, ...]


def own_words(house: House, name: Literal["status.csv", "titles.csv"]) -> tuple[_Cells, ...]:
    """The rows of a table of the house's newsroom: cells in the order of its header, without the source.

    None without such a file. Raises GlossaryError for every bad line.
    """
    path = house.newsroom.find(FOLDER, name)
    return _read(path, path.stat().st_mtime_ns) if path else ()


@lru_cache(maxsize=16)
def _read(path: Path, _changed: int) -> tuple[_Cells, ...]:
    """The rows of a file as it was when it was last changed."""
    header = _HEADERS[path.name]
    table = rows.read(path)
    (first, titles), *others = table.rows or [(1, [])]
    if tuple(titles) != header:
        table.wrong(
            first, 0, "第一行应为{header}", "the first line should be {header}", header=",".join(header)
        )
    found = []
    for line, cells in others if tuple(titles) == header else ():
        filled = [*cells, *[""] * len(header)][: len(header)]
        _CHECKS[path.name](table, line, filled)
        found.append(tuple(filled[:-1]))
    raise_all(table.errors)
    return tuple(found)


def _status(table: rows.Rows, line: int, cells: Sequence[str]) -> None:
    scale, _, lang, sure, words, source = cells
    if scale not in scales():
        meant = nearest(scale, scales())
        table.wrong(
            line,
            0,
            "没有“{scale}”这一类；是否为{known}？" if meant else "没有“{scale}”这一类；可用：{known}",
            "no scale “{scale}”; did you mean {known}?" if meant else "no scale “{scale}”; there are {known}",
            scale=scale,
            known=meant or series(scales()),
        )
    if lang not in ("zh", "en"):
        table.wrong(line, 2, "lang写zh或en", "lang is zh or en")
    elif part := unknown_part(words, "zh" if lang == "zh" else "en"):
        table.wrong(line, 4, "不认识{part}", "{part} is no part of a pattern", part=part)
    if sure not in ("yes", "no"):
        table.wrong(line, 3, "sure写yes或no", "sure is yes or no")
    _filled(table, line, ("words", words, 4), ("source", source, 5))


def _title(table: rows.Rows, line: int, cells: Sequence[str]) -> None:
    zh, en, source = cells
    _filled(table, line, ("zh", zh, 0), ("en", en, 1), ("source", source, 2))


def _filled(table: rows.Rows, line: int, *cells: tuple[str, str, int]) -> None:
    for name, text, column in cells:
        if not text.strip("| "):
            table.wrong(line, column, "{name}不能空着", "{name} must not be empty", name=name)


_CHECKS: dict[str, Callable[[rows.Rows, int, Sequence[str]], None]] = {
    "status.csv": _status,
    "titles.csv": _title,
}
