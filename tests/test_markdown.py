"""Markdown: what is written renders right, and reads back as what was written."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressgen.document import ROLES, Block, Document, Mark, Release
from pressgen.errors import FileError
from pressgen.formats.markdown import read, write
from pressgen.todo import todos
from pressgen.house import House, Newsroom
from pressgen.house.style import Pair, Style

HOUSE = House(("test",), Style(Pair("测试", "Test")), Newsroom((Path(),)), date(2023, 7, 18))
SIGNS = (
    "* ** _ __ # ## > - -- --- + = === 1. 2) ` ``` ~ ~~ | \\ ! [ ] ( ) < & &amp; &#35; <b> <!-- --> <?x?> ^"
    " [x](javascript:alert(1)) ![y](data:x) [z]: [^1] :-- |---| ' http: https://a.cn/?a=1&b=2 snake_case a_b"
)
WRITTEN = (
    "。 ， ： “ ” （ ） ％ ℃ 记者：张三 投资2405.72亿元 佛山 Foshan 267个 yuan 5~10~20 2023-07-18 🎉 𠮷"
    " 记者 | Reporter 【待译：abc】"
)
BLANK = [
    "\n",
    "\n\n",
    " ",
    "  ",
    "    ",
    "\t",
    "\r",
    "\u3000\u3000",
    "\u00a0",
    "\u2028",
    "[To translate: 佛山]",
]
TODO = ["[To translate: 佛山]"]
TEXT = st.lists(st.sampled_from(SIGNS.split() + WRITTEN.split() + BLANK + TODO), min_size=1, max_size=8).map(
    "".join
)
WORDS = st.builds("{}{}{}".format, st.sampled_from("佛山aZ7"), TEXT, st.sampled_from("佛山aZ7"))
KINDS = ["strong", "emphasis", "strong emphasis", "link", "link strong", "image", "link image", ""]
TARGETS = [
    "hall.jpg",
    "照片/会场(a).jpg",
    "100%.jpg",
    "https://a.cn/x?a=1&copy=2",
    "a%20b.jpg",
    "a\\b<c>.png",
    "#top",
    "é.jpg?",
]
TARGETS += ["", "会场 1.jpg"]


@st.composite
def passages(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    """Text with marks that Markdown can show: apart or nested, letters at their edges."""
    text, marks = "", []
    for kinds in draw(st.lists(st.sampled_from(KINDS), min_size=1, max_size=3)):
        start, text = len(text), text + draw(WORDS)
        target = draw(st.sampled_from(TARGETS))
        addressed = ("link", "image")
        marks += [Mark(start, len(text), k, target if k in addressed else "") for k in kinds.split()]
        text += draw(st.one_of(st.just("，"), TEXT))
    return text, marks


@st.composite
def whole(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    """A paragraph that is nothing but a picture, a link or emphasis."""
    kind = draw(st.sampled_from(["image", "link", "emphasis"]))
    text = draw(WORDS if kind == "emphasis" else TEXT)
    return text, [Mark(0, len(text), kind, "" if kind == "emphasis" else draw(st.sampled_from(TARGETS)))]


@st.composite
def any_marks(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    """Text with marks that may overlap, touch, be empty or end on punctuation."""
    text = draw(TEXT)
    places, kinds = st.integers(0, len(text)), st.sampled_from(["strong", "emphasis", "link", "image"])
    edges = draw(st.lists(st.tuples(places, places, kinds), max_size=4))
    return text, [Mark(min(a, b), max(a, b), kind, "a.jpg") for a, b, kind in edges]


@st.composite
def documents(draw: st.DrawFn, said: st.SearchStrategy[tuple[str, list[Mark]]]) -> Document:
    """A document in one language: a headline, then blocks of any role."""
    lang = draw(st.sampled_from(["zh", "en"]))
    blocks = [Block("headline", "佛山 Foshan", lang)]
    for text, marks in draw(st.lists(said, max_size=5)):
        ordered = sorted([*marks, *todos(text)], key=lambda mark: (mark.start, -mark.end, mark.kind))
        role, own = draw(st.sampled_from(ROLES)), draw(st.sampled_from([lang, lang, "und"]))
        blocks.append(Block(role, text, own, tuple(ordered)))
    return Document(lang, tuple(blocks), published="2023-07-18T16:17")


def markdown(*blocks: Block, lang: str = "zh") -> str:
    """The body of a written file, without its front matter."""
    return write(Document(lang, blocks), HOUSE).decode().split("---\n", 2)[2].strip("\n")


def understood(source: str) -> Release:
    return read(source.encode(), "draft.md")


def roles(source: str) -> list[tuple[str, str]]:
    return [(block.role, block.text) for block in understood(source).blocks]


@settings(derandomize=True, max_examples=150, deadline=None)
@given(documents(st.one_of(passages(), whole(), TEXT.map(lambda text: (text, [])))))
def test_what_is_written_reads_back_as_the_same_document(document: Document) -> None:
    assert read(write(document, HOUSE), "draft.md").document(document.lang) == document


@settings(derandomize=True, max_examples=150, deadline=None)
@given(documents(any_marks()))
def test_no_mark_costs_a_character_or_leaves_a_star(document: Document) -> None:
    again = read(write(document, HOUSE), "draft.md").document(document.lang)
    assert [block.text for block in again.blocks] == [block.text for block in document.blocks]
    assert [block.role for block in again.blocks] == [block.role for block in document.blocks]


def test_punctuation_stays_outside_a_mark_that_commonmark_would_not_see() -> None:
    assert markdown(Block("body", "记者：张三", "zh", (Mark(0, 3, "strong"),))) == "**记者**：张三"
    assert markdown(Block("body", "记者：", "zh", (Mark(0, 3, "strong"),))) == "**记者：**"


def test_ordinary_press_language_is_written_without_a_backslash() -> None:
    said = "总投资1.5~2亿元，[To translate: 智联（佛山）] holds file_name & R&D at 5 < 6 (AT&T), C#!"
    assert markdown(Block("body", said, "zh")) == said


def test_a_draft_says_title_language_date_and_translation() -> None:
    blocks = (Block("headline", "Foshan: a “hub”", "en"),)
    file = write(Document("en", blocks, published="2023-07-18T16:17"), HOUSE, translation="expo.zh.md")
    said = '---\ntitle: "Foshan: a “hub”"\nlang: en\ndate: 2023-07-18T16:17\ntranslation: expo.zh.md\n---\n'
    assert file.decode() == said + "\n# Foshan: a “hub”\n"
    assert read(file, "expo.en.md").published == "2023-07-18T16:17"


def test_an_ordinary_release_needs_no_roles_in_front_matter() -> None:
    photo = Block("photo", "展馆", "zh", (Mark(0, 2, "image", "展馆 1.jpg"),))
    blocks = [
        Block(role, "佛山企业参展", "zh") for role in ("headline", "dateline", "lead", "body", "subhead")
    ]
    blocks += [photo, Block("caption", "展馆一角。", "zh"), Block("credits", "记者 | Eleanor", "zh")]
    written = write(Document("zh", (*blocks, Block("note", "（完）", "zh"))), HOUSE).decode()
    assert "roles:" not in written
    assert "\n![展馆](展馆%201.jpg)\n\n_展馆一角。_\n\n记者 | Eleanor\n\n_（完）_\n" in written


def test_roles_said_in_front_matter_are_dropped_once_a_block_is_added() -> None:
    written = write(
        Document("zh", (Block("note", "第一段", "zh"), Block("body", "第二段", "zh"))), HOUSE
    ).decode()
    assert "roles" not in written.replace("roles: {of: 2", "")
    said = written.replace("_第一段_", "第一段").replace(
        "lang: zh\n", "lang: zh\nroles: {of: 2, 2: lead zh}\n"
    )
    assert roles(said) == [("body", "第一段"), ("lead", "第二段")]
    assert roles(said + "\n第三段\n") == [("body", "第一段"), ("body", "第二段"), ("body", "第三段")]


def test_a_name_in_another_script_does_not_change_a_paragraphs_language() -> None:
    blocks = understood("---\nlang: zh\n---\n# 佛山\n\n记者 | Eleanor\n\n2023\n").blocks
    assert [block.lang for block in blocks] == ["zh", "zh", "und"]


def test_a_file_in_two_languages_reads_to_two_documents() -> None:
    release = understood("总投资达2405.72亿元。\n\nInvestment reached 240.572 billion yuan.\n")
    assert [block.text for block in release.zh.blocks] == ["总投资达2405.72亿元。"]
    assert [block.at.line for block in release.en.blocks] == [3]


def test_every_block_knows_its_line_and_column() -> None:
    source = "---\nlang: en\n---\n\nExpo opens\n==========\n\n1. **First** item\n2. Second\n"
    source += "\n> said\n\n| a | b |\n|---|---|\n| c | d |\n"
    places = [(block.at.line, block.at.column) for block in understood(source).blocks]
    assert places == [(5, 1), (8, 6), (9, 4), (11, 3), (13, 3), (13, 7), (15, 3), (15, 7)]


def test_a_stretch_on_a_second_line_knows_its_own_line() -> None:
    (block,) = understood("---\nlang: zh\n---\n佛山\\\n苏州招商\n").blocks
    span = block.span(5, 7)
    assert (span.text, span.line, span.column) == ("招商", 5, 3)


def test_lines_that_wrap_are_joined_as_each_language_joins_them() -> None:
    assert roles("会议在苏州\n举行，\n规模大\n") == [("body", "会议在苏州举行，规模大")]
    assert roles("Foshan\nexpo\n") == [("body", "Foshan expo")]


def test_credit_lines_under_one_another_are_a_block_each() -> None:
    found = understood("Reporter | Eddie\nRevisor ｜ Linn\nPhoto丨Foshan Daily\n").blocks
    assert [(block.role, block.at.line) for block in found] == [
        ("credits", 1),
        ("credits", 2),
        ("credits", 3),
    ]


def test_a_caption_directly_under_its_picture_is_a_caption() -> None:
    assert roles("![会场](a.jpg)\n*会场一角*\n") == [("photo", "会场"), ("caption", "会场一角")]


def test_addresses_that_run_something_are_dropped_and_said() -> None:
    release = understood(
        "[x](javascript:alert(1)) ![y](data:text/html;base64,PHNj) [z](JAVA&#10;SCRIPT:a) [w](%6aavascript:a)"
    )
    assert [(block.text, block.marks) for block in release.blocks] == [("x y z w", ())]
    assert [(loss.what, loss.count) for loss in release.losses] == [("unsafe link", 3), ("unsafe picture", 1)]


def test_html_is_text() -> None:
    assert roles("<img src=x onerror=alert(1)>") == [("body", "<img src=x onerror=alert(1)>")]


def test_a_rule_above_the_text_is_no_front_matter() -> None:
    assert roles("---\n\n佛山\n\n---\n苏州\n") == [("body", "佛山"), ("body", "苏州")]


def test_front_matter_that_is_not_yaml_is_refused_with_its_line() -> None:
    with pytest.raises(FileError, match=r"draft\.md:3:"):
        understood("---\ntitle: a\nlang: *zh\n---\n佛山\n")


@pytest.mark.parametrize(
    "data", ["佛山".encode("gb18030"), "佛\x0b山".encode(), b"[" * 60_000, b"a" * 1_000_001]
)
def test_a_file_that_is_no_text_of_a_release_is_refused(data: bytes) -> None:
    with pytest.raises(FileError, match=r"^draft\.md"):
        read(data, "draft.md")


@pytest.mark.parametrize(
    "source", ["~" * 9, "> " * 200 + "a", "#", "- ", "|\n|-\n", "[a]: b", "\\", "&#0;", "*", ""]
)
def test_odd_sources_are_read_without_a_word(source: str) -> None:
    assert understood(source).losses == ()
