"""Who did what, which way: passages with one fault, which is found, and without it, of which nothing is said."""

from __future__ import annotations

from pressgen import api
from pressgen.document import Block, Release, Span
from tests.claims import Passage, passages
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


def test_each_fault_is_found(house):
    assert [one.text for one in passages("who") if not _is_found(one, house())] == []


def test_nothing_is_said_of_the_right_passages(house):
    right = {one.right for one in passages("who")}
    assert [(texts[1], said) for texts in sorted(right) if (said := found(texts, house()))] == []
