"""Passages with one fault and their clean siblings: what is right and what is wrong stand in braces, {rose|fell}."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pressgen import api
from pressgen.document import Block, Release, Span
from pressgen.findings import Finding
from pressgen.house import House
from tests.sentences import CASES

_EITHER = re.compile(r"\{([^{}|]*)\|([^{}|]*)\}")
_NEAR = 12
"""A finding so many characters from a fault is of it."""


@dataclass(frozen=True)
class Passage:
    """A passage in both languages, right and wrong, and the places of the fault in the wrong one."""

    text: str
    right: tuple[str, str]
    wrong: tuple[str, str]
    faults: tuple[tuple[str, int, int], ...]


def passages(name: str) -> Iterator[Passage]:
    """The passages of a file of cases."""
    for line in (CASES / f"{name}.md").read_text("utf-8").splitlines():
        if line.startswith("- "):
            zh, en = line[2:].split(" ⟷ ")
            right = _EITHER.sub(r"\1", zh), _EITHER.sub(r"\1", en)
            wrong = _EITHER.sub(r"\2", zh), _EITHER.sub(r"\2", en)
            yield Passage(line[2:], right, wrong, (*_faults("zh", zh), *_faults("en", en)))


def _faults(lang: str, text: str) -> Iterator[tuple[str, int, int]]:
    gone = 0
    for found in _EITHER.finditer(text):
        start = found.start() - gone
        yield lang, start, start + len(found[2])
        gone += len(found[0]) - len(found[2])


def said(texts: tuple[str, str], house: House) -> list[Finding]:
    """The errors and warnings on figures, status and time that a check gives two texts."""
    zh, en = texts
    spans = Span("", 0, 0, len(zh), zh, "zh"), Span("", 1, 0, len(en), en, "en")
    blocks = (Block("body", zh, "zh", at=spans[0]), Block("body", en, "en", at=spans[1]))
    found = api.check(Release(blocks), house)
    return [one for one in found if one.severity != "note" and one.rule.id.startswith(("figure/", "status/"))]


def is_found(passage: Passage, house: House) -> bool:
    """Whether a check of the wrong passage marks the fault."""
    spans = [span for one in said(passage.wrong, house) for span in (one.span, *one.related)]
    return any(
        span.lang == lang and span.start < end + _NEAR and span.end > start - _NEAR
        for span in spans
        for lang, start, end in passage.faults
    )
