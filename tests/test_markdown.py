"""Markdown: what is written renders right, and reads back as what was written."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from pressgen.document import Block, Document, Mark, Release
from pressgen.errors import FileError
from pressgen.formats.markdown import read, write
from tests.documents import HOUSE, any_marks, documents, plain_or_marked


def markdown(*blocks: Block, lang: str = "zh") -> str:
    """The body of a written file, without its front matter."""
    return write(Document(lang, blocks), HOUSE).decode().split("---\n", 2)[2].strip("\n")


def understood(source: str) -> Release:
    return read(source.encode(), "draft.md")


def roles(source: str) -> list[tuple[str, str]]:
    return [(block.role, block.text) for block in understood(source).blocks]


@settings(derandomize=True, max_examples=150, deadline=None)
@given(documents(plain_or_marked()))
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


def test_a_bare_address_does_not_swallow_the_end_of_a_mark() -> None:
    said = Block("body", "见http://a.cn页", "zh", (Mark(0, 13, "strong"),))
    assert markdown(said) == "**见http\\://a.cn页**"
    assert markdown(Block("body", "见http://a.cn页", "zh")) == "见http://a.cn页"


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
