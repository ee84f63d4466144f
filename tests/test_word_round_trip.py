"""A Word file is believed because its reader agrees with its writer."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from pressgen.document import ROLES, Block, Document, Mark, Release
from pressgen.formats.word import read, write, write_bilingual
from pressgen.text import han, latin
from pressgen.todo import KNOWN
from tests.test_word_write import HOUSE

CHARACTERS = st.one_of(
    st.sampled_from("佛山市“”‘’——……《》，。％ａabcXYZ 019\t\n&<>\"'|【】[]：·\u00a0\u200b\u2011\u00ad🎉𠮷é"),
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"),
)
WORDS = st.sampled_from(
    ["【待译：Eleanor】", "[To translate: 佛山]", "2405.72亿元", " — ", "  ", "<w:t>", "]]>", "&amp;"]
)
TEXTS = st.lists(CHARACTERS | WORDS, min_size=1, max_size=20).map("".join).filter(lambda text: text.strip())


def ordered(marks: list[Mark]) -> tuple[Mark, ...]:
    return tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.kind, mark.target)))


def languages(text: str) -> list[str]:
    """The languages a text may be in: a Chinese credit line may be mostly Latin letters."""
    return ["zh"] * bool(han(text)) + ["en"] * bool(latin(text)) or ["und"]


@st.composite
def blocks(draw: st.DrawFn) -> Block:
    """A block with strong, emphasis and links, each kind without overlap or contact."""
    text = draw(TEXTS)
    role = draw(st.sampled_from(ROLES))
    lang = draw(st.sampled_from(languages(text)))
    if role == "photo" and draw(st.booleans()):
        image = Mark(0, len(text), "image", draw(st.sampled_from(["hall.jpg", 'a "b" & c.png'])))
        return Block(role, text, lang, ordered([image, *KNOWN.find(text)]))
    marks = list(KNOWN.find(text))
    for kind, target in (
        ("strong", ""),
        ("emphasis", ""),
        ("link", "https://a.example/?a=1&b=“2”"),
        ("link", "#p"),
    ):
        edges = sorted(draw(st.lists(st.integers(0, len(text)), max_size=4, unique=True)))
        if kind == "link" and any(mark.kind == "link" for mark in marks):
            break
        marks += [Mark(a, b, kind, target) for a, b in zip(edges[::2], edges[1::2], strict=False)]
    return Block(role, text, lang, ordered(marks))


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("photos")
    Image.new("RGB", (40, 30), "teal").save(folder / "hall.jpg")
    Image.new("RGBA", (30, 40), "#0808").save(folder / "b.png")
    return {"hall.jpg": folder / "hall.jpg", 'a "b" & c.png': folder / "b.png"}


@settings(max_examples=150, suppress_health_check=list(HealthCheck))
@given(st.lists(blocks(), max_size=6), st.sampled_from(["zh", "en"]))
def test_any_document_reads_back_as_it_was_written(
    files: dict[str, Path], drawn: list[Block], lang: str
) -> None:
    document = Document(lang, tuple(drawn), "2024-03-05", files)  # type: ignore[arg-type]
    again = read(write(document, HOUSE), "draft.docx")
    assert again.blocks == document.blocks
    assert again.losses == ()


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(st.lists(blocks(), max_size=5), st.sampled_from(["side-by-side", "interleaved", "sequential"]))
def test_in_both_languages_no_paragraph_is_lost_or_changed(
    files: dict[str, Path], drawn: list[Block], layout: str
) -> None:
    named = [replace(block, name=f"b{index}") for index, block in enumerate(drawn)]
    release = Release(tuple(named), "2024-03-05", files)
    again = read(write_bilingual(release, HOUSE, layout), "both.docx").blocks[
        2 * (layout == "side-by-side") :
    ]
    kept = [*release.zh.blocks, *release.en.blocks]
    assert sorted(map(repr, map(plain, again))) == sorted(map(repr, map(plain, kept)))


def plain(block: Block) -> tuple[str, str, str, tuple[Mark, ...]]:
    return block.role, block.text, block.lang, block.marks


def test_spaces_tabs_and_line_breaks_are_kept_to_the_letter() -> None:
    text = "  两个  空格\t制表\n换行 & <标签> “引号” "
    document = Document("zh", (Block("body", text, "zh"),))
    assert read(write(document, HOUSE), "a.docx").blocks[0].text == text


def test_each_kind_of_line_end_is_one_line_break() -> None:
    document = Document("zh", (Block("body", "一\r\n二\r三", "zh"),))
    assert read(write(document, HOUSE), "a.docx").blocks[0].text == "一\n二\n三"
