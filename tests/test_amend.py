"""Fixes in a text file: what is replaced, and that nothing else changes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressgen.document import Document
from pressgen.formats import format_of
from pressgen.formats.amend import amend
from pressgen.formats.markdown import read, write
from tests.documents import HOUSE, documents, plain_or_marked


def amended(source: str, *words: tuple[str, str], name: str = "draft.md") -> str:
    """A file in which the first sight of each word is replaced."""
    blocks = format_of(name).read(source.encode(), name).blocks
    changes = []
    for old, new in words:
        block = next(block for block in blocks if old in block.text)
        start = block.text.index(old)
        changes.append((block.span(start, start + len(old)), new))
    data, left = amend(source.encode(), name, changes)
    assert left == []
    return data.decode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("# 佛山,苏州\n", "# 佛山，苏州\n"),
        ("**佛山**,苏州\n", "**佛山**，苏州\n"),
        ("**佛山,**\n", "**佛山，**\n"),
        ("1\\. 佛山\\_,苏州\n", "1\\. 佛山\\_，苏州\n"),
        ("[佛山](a,b.md),苏州\n", "[佛山](a,b.md)，苏州\n"),
        ("> 佛\n> 山,苏州\n", "> 佛\n> 山，苏州\n"),
        ("| a | b |\n|---|---|\n| a | 佛山, |\n", "| a | b |\n|---|---|\n| a | 佛山， |\n"),
        ("---\ntitle: a,b\n---\n佛山&#44;苏州\n", "---\ntitle: a,b\n---\n佛山，苏州\n"),
        ("第一行\r\n\r\n佛山,苏州\r\n尾\n", "第一行\r\n\r\n佛山，苏州\r\n尾\n"),
        ("\ufeff佛山,苏州", "\ufeff佛山，苏州"),
        ("甲\r\n\n乙\r\r佛山,\r苏州", "甲\r\n\n乙\r\r佛山，\r苏州"),
    ],
)
def test_only_the_fault_is_replaced(before: str, after: str) -> None:
    assert amended(before, (",", "，")) == after


def test_several_changes_are_made_at_once() -> None:
    said = amended(
        "佛山,苏州\n\nabout 5 billion\n", ("佛山", "广东佛山"), (",", "，"), ("5 billion", "5.2 billion")
    )
    assert said == "广东佛山，苏州\n\nabout 5.2 billion\n"


def test_a_change_that_would_be_read_as_a_sign_is_left_to_a_person() -> None:
    source = "佛山 5 苏州\n".encode()
    (block,) = read(source, "draft.md").blocks
    change = (block.span(3, 4), "*5*")
    assert amend(source, "draft.md", [change]) == (source, [change])


def test_a_stretch_over_a_wrapped_line_is_replaced_whole() -> None:
    assert amended("up 5\r\nbillion yuan\r\n", ("5 billion", "5.2 billion")) == "up 5.2 billion yuan\r\n"


def test_of_changes_that_overlap_the_first_is_made() -> None:
    (block,) = read("佛山苏州".encode(), "draft.md").blocks
    first, second = (block.span(0, 2), "广州"), (block.span(1, 3), "东莞")
    assert amend("佛山苏州".encode(), "draft.md", [first, second]) == ("广州苏州".encode(), [second])


def test_plain_text_keeps_its_blanks() -> None:
    assert amended("标题\n\n  佛山,苏州  \n", (",", "，"), name="draft.txt") == "标题\n\n  佛山，苏州  \n"


@settings(max_examples=80)
@given(documents(plain_or_marked()), st.data())
def test_whatever_is_changed_reads_as_changed_and_nothing_else_does(
    document: Document, data: st.DataObject
) -> None:
    source = write(document, HOUSE)
    blocks = read(source, "draft.md").blocks
    block = data.draw(st.sampled_from([block for block in blocks if block.text]))
    start = data.draw(st.integers(0, len(block.text) - 1))
    amended, left = amend(source, "draft.md", [(block.span(start, start + 1), "换")])
    expected = [b.text if b != block else b.text[:start] + "换" + b.text[start + 1 :] for b in blocks]
    again = [b.text for b in read(amended, "draft.md").blocks]
    unchanged = [b.text for b in blocks]
    assert [t.split() for t in again] == [t.split() for t in (unchanged if left else expected)]
