"""A release's words against the newsroom's phrases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pressgen.checks.phrases import rules
from pressgen.checks.phrases.data import Lang, Phrases, files, read
from pressgen.checks.phrases.forms import Forms
from pressgen.checks.phrases.hedges import hedged_twice
from pressgen.checks.phrases.words import Found, Words, words_of
from pressgen.checks.typography.left import Left
from pressgen.document import Block, Release
from pressgen.findings import Finding, Fix
from pressgen.house import House


@dataclass(frozen=True, slots=True)
class _Book:
    """Phrases, ready to be found."""

    phrases: Phrases
    words: dict[Lang, Words]
    forms: tuple[Forms, ...]


def check(release: Release, house: House) -> Iterator[Finding]:
    """Findings on words the newsroom writes otherwise. Raises HouseError, FileError on its phrases.yaml."""
    book = _book(tuple((path, _stamp(path)) for path in files(house)))
    for block in release.blocks:
        if block.lang != "und":
            yield from _in(block, block.lang, book, house)
    for forms in book.forms:
        blocks = [block for block in release.blocks if block.lang == forms.rule.lang]
        for use, fixed, other in forms.stray(blocks, house.style):
            span = use.block.span(use.start, use.end)
            yield rules.CONSISTENT.at(span, Fix(fixed), text=span.text, other=other, fixed=fixed)


def _stamp(path: Path) -> tuple[int, int]:
    """What tells that a file has changed since it was read."""
    found = path.stat()
    return found.st_mtime_ns, found.st_size


@lru_cache(maxsize=8)
def _book(stamped: tuple[tuple[Path, tuple[int, int]], ...]) -> _Book:
    phrases = read(path for path, _ in stamped)
    words: dict[Lang, Words] = {"zh": words_of(phrases, "zh"), "en": words_of(phrases, "en")}
    return _Book(phrases, words, tuple(Forms(one) for one in phrases.consistent))


def _in(block: Block, lang: Lang, book: _Book, house: House) -> Iterator[Finding]:
    found = list(book.words[lang].find(block.text))
    twice = list(hedged_twice(block.text)) if lang == "zh" else []
    if not found and not twice:
        return
    left = Left(block.text, lang)
    for one in found:
        told = house.glossary.status(one.text, lang) == "deprecated"
        if not told and not left.touches(one.start, one.end):
            yield _said(block, one)
    for start, end, fixed in twice:
        span = block.span(start, end)
        yield rules.HEDGED.at(span, Fix(fixed), text=span.text, fixed=fixed)


def _said(block: Block, found: Found) -> Finding:
    word = found.word
    return word.rule.at(
        block.span(found.start, found.end),
        Fix(word.say, safe=word.rule is rules.SPELLING) if word.say else None,
        text=found.text,
        fixed=word.say,
        why=word.why,
        source=word.source,
    )
