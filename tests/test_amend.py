"""Fixes in a text file: what is replaced, and that nothing else changes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressgen.document import Document
from pressgen.formats import format_of, html
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


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>佛山,苏州</p>", "<p>佛山，苏州</p>"),
        ("<p title='a,b'>佛山<!-- x,y -->,苏州", "<p title='a,b'>佛山<!-- x,y -->，苏州"),
        ("<script>f(a,b<c)</script><p>佛山&#44;苏州</p>", "<script>f(a,b<c)</script><p>佛山，苏州</p>"),
        ("<style>a,b{}</style><p>a &lt; 1 < 2, 佛山</p>", "<style>a,b{}</style><p>a &lt; 1 < 2， 佛山</p>"),
        ("<p hidden>a,b</p><p>佛<b>山,</b>苏\r\n州</p>", "<p hidden>a,b</p><p>佛<b>山，</b>苏\r\n州</p>"),
        ("<img alt='a' src=x><p>AT&T &copy; &amp,佛山", "<img alt='a' src=x><p>AT&T &copy; &amp，佛山"),
        ("\ufeff<p>😀,佛山", "\ufeff<p>😀，佛山"),
    ],
)
def test_in_a_page_only_the_fault_is_replaced(before: str, after: str) -> None:
    assert amended(before, (",", "，"), name="page.html") == after


@pytest.mark.parametrize(
    ("before", "old", "new", "after"),
    [
        (
            "<p>USD <b>612</b> million</p>",
            "USD 612 million",
            "USD 306 million",
            "<p>USD <b>306</b> million</p>",
        ),
        ("<p>USD&nbsp;<b>612</b></p>", "USD\xa0612", "USD 306", "<p>USD&nbsp;<b>306</b></p>"),
        ("<p><b>20亿</b>元，好</p>", "元", "元（3亿）", "<p><b>20亿</b>元（3亿），好</p>"),
        ("<p><i><b>20亿元</b></i> is</p>", "20亿元", "20亿元 (x)", "<p><i><b>20亿元</b></i> (x) is</p>"),
        ("<td>a <b>b</b> c</td>", "a b c", "x & y", "<td>x &amp; y <b></b> </td>"),
        ("<p>a \n b</p>", "a b", "ab", "<p>ab</p>"),
        ("<p>佛山</p>", "佛山", "广东佛山", "<p>广东佛山</p>"),
        ("<p>go to <i>\n park</i></p>", "to park", "to the park", "<p>go to <i>\n the park</i></p>"),
    ],
)
def test_tags_within_a_replaced_stretch_stay(before: str, old: str, new: str, after: str) -> None:
    assert amended(before, (old, new), name="page.html") == after


def test_what_a_page_only_describes_is_left_to_a_person() -> None:
    source = b"<p><img alt='40, 50' src=x></p>"
    block = format_of("p.html").read(source, "p.html").blocks[0]
    change = (block.span(2, 3), "\uff0c")
    assert amend(source, "p.html", [change]) == (source, [change])


@settings(max_examples=60)
@given(documents(plain_or_marked()), st.data())
def test_a_change_in_a_page_of_ours_reads_as_changed_and_nothing_else_does(
    document: Document, data: st.DataObject
) -> None:
    source = html.write(document, HOUSE)
    blocks = html.read(source, "p.html").blocks
    texts = [block.text for block in blocks]
    number = data.draw(st.sampled_from([i for i, b in enumerate(blocks) if b.text and b.role != "photo"]))
    start = data.draw(st.integers(0, len(texts[number]) - 1))
    amended, left = amend(source, "p.html", [(blocks[number].span(start, start + 1), "<换>")])
    if not left:
        texts[number] = texts[number][:start] + "<换>" + texts[number][start + 1 :]
    assert [b.text.split() for b in html.read(amended, "p.html").blocks] == [text.split() for text in texts]


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
