"""Free translations in which nothing is wrong: no check may say that something is."""

from __future__ import annotations

import pytest

from pressgen import api
from pressgen.document import Block, Release, Span
from tests.grids import some
from tests.sentences import CASES

STYLE = ("typography/", "phrase/", "structure/")


def passages():
    for line in (CASES / "translations.md").read_text("utf-8").splitlines():
        if line.startswith("- "):
            yield line[2:].split(" ⟷ ")


def found(texts, house):
    blocks = [
        Block("body", text, lang, at=Span("", number, 0, len(text), text, lang))
        for number, (text, lang) in enumerate(zip(texts, ("zh", "en"), strict=True))
    ]
    return [
        one.message("en")
        for one in api.check(Release(tuple(blocks)), house)
        if one.severity != "note" and not one.rule.id.startswith(STYLE)
    ]


@pytest.mark.parametrize("part", some(range(24), of=24))
def test_nothing_is_said_of_free_translations(part, house):
    some_of_them = [*passages()][part::24]
    assert [(texts[1], said) for texts in some_of_them if (said := found(texts, house()))] == []


@pytest.mark.parametrize("part", some(range(32), of=32, first=1))
def test_the_same_passages_with_a_strange_figure_are_not_passed_over(part, house):
    spoilt = ((zh, f"{en} Another 8,461 tons were sold.") for zh, en in [*passages()][part::32])
    assert all(any("8,461" in said for said in found(texts, house())) for texts in spoilt)
