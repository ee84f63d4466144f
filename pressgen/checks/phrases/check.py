"""A release's words against the newsroom's phrases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from pressgen import source
from pressgen.cache import digest, edition, value
from pressgen.checks.phrases import rules
from pressgen.checks.phrases.data import Consistent, Phrases, files, together
from pressgen.checks.phrases.en_slips import slips as en_slips
from pressgen.checks.phrases.forms import Forms
from pressgen.checks.phrases.words import Found, Kept, Words, words_of
from pressgen.checks.phrases.zh_slips import slips as zh_slips
from pressgen.checks.typography.exempt import Exempt
from pressgen.document import Block, Release
from pressgen.findings import Finding, Fix
from pressgen.house import House
from pressgen.source import text_of
from pressgen.text import Language


@dataclass(frozen=True, slots=True)
class _Book:
    """Phrases, ready to be found."""

    words: dict[Language, Words]
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
    texts = [(path, text_of(path)) for path, _ in stamped]
    edited = edition(Path(__file__).parent), edition(Path(source.__file__).parent)
    origin = digest(*edited, *(part for path, text in texts for part in (str(path), text)))
    zh, en, forms = value(f"phrases-{origin[:1]}", origin, lambda: _packed(together(texts)))
    words: dict[Language, Words] = {"zh": Words(zh, "zh"), "en": Words(en, "en")}
    return _Book(words, tuple(Forms(Consistent(*ways)) for ways in forms))


def _packed(phrases: Phrases) -> tuple[Kept, Kept, list[tuple[Language, dict[str, str], str]]]:
    """Phrases as plain values, to be kept."""
    forms = [(ways.lang, ways.forms, ways.by) for ways in phrases.consistent]
    return words_of(phrases, "zh"), words_of(phrases, "en"), forms


def _in(block: Block, lang: Language, book: _Book, house: House) -> Iterator[Finding]:
    found = list(book.words[lang].find(block.text))
    slips = list(zh_slips(block.text) if lang == "zh" else en_slips(block.text))
    if not found and not slips:
        return
    exempt = Exempt(block)
    for match in found:
        is_deprecated = house.glossary.status(match.text, lang) == "deprecated"  # terminology finds it
        if not is_deprecated and not exempt.touches(match.start, match.end):
            yield _said(block, match)
    for rule, start, end, fixed in slips:
        if not exempt.touches(start, end):
            span = block.span(start, end)
            fix = None if fixed is None else Fix(fixed)
            yield rule.at(span, fix, text=span.text, fixed=fixed or "")


def _said(block: Block, found: Found) -> Finding:
    word = found.word
    finding = word.rule.at(
        block.span(found.start, found.end),
        Fix(word.say, safe=_is_safe(found)) if word.say else None,
        text=found.text,
        fixed=word.say,
        why=word.why,
        instead=word.why,
        source=word.source,
    )
    return replace(finding, grade=word.grade)


def _is_safe(found: Found) -> bool:
    """Whether no right text reads so: two Han characters may end one word and begin the next."""
    if found.word.rule is rules.MISSPELT:
        return found.text.isascii() or len(found.text) >= _IDIOM
    return found.word.rule is rules.SPELLING


_IDIOM = 4
