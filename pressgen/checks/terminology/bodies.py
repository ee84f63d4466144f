"""Bodies of the sorts an office has listed in its own patterns, held to the English it gave them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from pressgen.checks.align import Group
from pressgen.checks.terminology import rules
from pressgen.document import Block
from pressgen.findings import Finding
from pressgen.glossary.gazetteer import Pattern, patterns
from pressgen.house import House
from pressgen.house.newsroom import shipped_data
from pressgen.todo import todos

_LONGEST = 16
"""Characters of the places a body's name begins with, at most."""


def check(groups: Sequence[Group], house: House) -> Iterator[Finding]:
    """A finding for each such body whose English name the English leaves out; each once.

    Patterns that every newsroom has say how a draft writes a body, not that others must: Education Bureau
    is right beside 教育局 until an office says otherwise.
    """
    table = house.newsroom.find("glossary", "patterns", "bodies.csv")
    own = _own(table, table.stat().st_mtime_ns) if table else ()
    endings = sorted((ending for pattern in own for ending in pattern.zh), key=len, reverse=True)
    if not endings:
        return
    said = _plain(" ".join(block.text for group in groups for block in group.en))
    found: set[str] = set()
    for group in groups:
        waits = not group.en or any(todos(block) for block in group.en)
        for block in () if waits else group.zh:
            for start, end, name in _bodies(block, endings, house):
                text = block.text[start:end]
                if text not in found and not _is_said(name, house, said):
                    found.add(text)
                    yield rules.MISSING.at(block.span(start, end), text=text, name=name)


@lru_cache(maxsize=8)
def _own(table: Path, _changed: int) -> tuple[Pattern, ...]:
    """The patterns of a table that the package's own has not."""
    shipped = shipped_data() / "glossary" / "patterns" / "bodies.csv"
    known = () if table == shipped else patterns(shipped)
    return () if table == shipped else tuple(each for each in patterns(table) if each not in known)


def _bodies(block: Block, endings: Sequence[str], house: House) -> Iterator[tuple[int, int, str]]:
    """Where such bodies stand in a Chinese paragraph, the longest name of each, and its English."""
    for ending in endings:
        at = block.text.find(ending)
        while at >= 0:
            end = at + len(ending)
            starts = range(max(0, at - _LONGEST), at - 1)
            bodies = ((start, house.gazetteer.body(block.text[start:end])) for start in starts)
            named = next(((start, body.name("en")) for start, body in bodies if body), None)
            if named and not house.glossary.named(block.text[named[0] : end]):
                yield named[0], end, named[1]
            at = block.text.find(ending, end)


def _is_said(name: str, house: House, said: str) -> bool:
    """Whether an English text has the name, with or without what a city's bodies are called by."""
    bare = _plain(name.replace(f" {house.gazetteer.municipal} ", " "))
    return _plain(name) in said or bare in said


def _plain(text: str) -> str:
    return " ".join(text.replace("’", "'").lower().split())
