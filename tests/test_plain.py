"""Plain text: what is left when only the words are needed, and what lines of text say."""

from __future__ import annotations

import pytest

from pressgen.document import Block, Document, Mark
from pressgen.errors import FileError, UsageError
from pressgen.formats import FORMATS, format_of
from pressgen.formats.plain import read, write
from tests.documents import HOUSE


def test_a_release_as_plain_text_is_its_words() -> None:
    photo = Block("photo", "会场", "zh", (Mark(0, 2, "image", "a.jpg"),))
    blocks = (Block("headline", "佛山招商", "zh"), photo, Block("body", "总投资2405.72亿元。", "zh"))
    assert write(Document("zh", blocks), HOUSE).decode() == "佛山招商\n\n[会场]\n\n总投资2405.72亿元。\n"


def test_lines_are_blocks_with_the_roles_of_a_release() -> None:
    text = (
        "Foshan signs\nFoshan China 2023-07-18 16:17\n\n  On July 14, it met.\n\nMore.\nReporter | Eleanor\n"
    )
    found = read(text.encode(), "a.txt").blocks
    assert [block.role for block in found] == ["headline", "dateline", "lead", "body", "credits"]
    assert [(block.at.line, block.at.column) for block in found] == [(1, 1), (2, 1), (4, 3), (6, 1), (7, 1)]


def test_a_sentence_alone_is_no_headline() -> None:
    assert [block.role for block in read("总投资2405.72亿元。\n".encode(), "a.txt").blocks] == ["body"]


def test_text_in_two_languages_is_told_apart() -> None:
    assert [block.lang for block in read("佛山\nFoshan\n2023\n".encode(), "a.txt").blocks] == [
        "zh",
        "en",
        "und",
    ]


def test_another_encoding_is_refused_and_named() -> None:
    with pytest.raises(FileError, match="GB18030"):
        read("佛山招商".encode("gb18030"), "a.txt")


def test_a_control_character_is_refused_at_its_place() -> None:
    with pytest.raises(FileError, match=r"^a\.txt:2:3: .*U\+0007"):
        read(b"a\nbc\x07", "a.txt")


@pytest.mark.parametrize("suffix", FORMATS)
def test_every_format_reads_and_writes(suffix: str) -> None:
    assert callable(format_of(f"a{suffix.upper()}").read)
    assert callable(format_of(suffix).write)


def test_a_format_that_is_not_known_is_refused_with_those_that_are() -> None:
    with pytest.raises(UsageError, match=r"\.pdf files are not supported; use \.docx, \.md"):
        format_of("a.pdf")
