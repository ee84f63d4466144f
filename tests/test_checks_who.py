"""Who did what, which way: passages with one fault, which is found, and without it, of which nothing is said."""

from __future__ import annotations

import pytest

from pressgen import api
from pressgen.document import Block, Release, Span
from tests.claims import Passage, passages
from tests.grids import some
from tests.test_checks_translations import found

_NEAR = 12
"""A finding so many characters from a fault is of it."""


def _is_found(passage: Passage, house) -> bool:
    blocks = [
        Block("body", text, lang, at=Span("", number, 0, len(text), text, lang))
        for number, (text, lang) in enumerate(zip(passage.wrong, ("zh", "en"), strict=True))
    ]
    loud = [one for one in api.check(Release(tuple(blocks)), house) if one.severity != "note"]
    return any(
        span.lang == lang and span.start < end + _NEAR and span.end > start - _NEAR
        for one in loud
        for span in (one.span, *one.related)
        for lang, start, end in passage.faults
    )


@pytest.mark.parametrize("part", some(range(6), of=6))
def test_each_fault_is_found(part, house):
    assert [one.text for one in [*passages("who")][part::6] if not _is_found(one, house())] == []


@pytest.mark.parametrize("part", some(range(6), of=6, first=1))
def test_nothing_is_said_of_the_right_passages(part, house):
    right = sorted({one.right for one in passages("who")})[part::6]
    assert [(texts[1], said) for texts in right if (said := found(texts, house()))] == []
