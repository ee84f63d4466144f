"""A new draft beside the one a revisor saw: accepted it is the new one, rejected the old one, and it reads well."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from PIL import Image

from pressgen.document import Block, Document, Mark
from pressgen.formats.word import read, write_changes
from pressgen.formats.word.ooxml import w
from pressgen.todo import KNOWN
from tests.documents import HOUSE
from tests.test_word_round_trip import blocks

AT = datetime(2024, 3, 5, 9, 30)  # noqa: DTZ001  # Word keeps the clock on the wall
TEXTS = ["三水区新签29个项目。", "总投资86亿元，同比增长5.5%。", "项目由李明介绍。", "企业看好三水。"]
SAID = [
    "Sanshui signed 29 projects worth 8.6 billion yuan.",
    "The fair was held on March 4, 2024 at the Sanshui Theatre.",
]


def document(*texts: str | Block, lang: str = "zh", **files: Path) -> Document:
    made = [text if isinstance(text, Block) else block("body", text, lang) for text in texts]
    return Document(lang, tuple(made), "2024-03-05T09:30", files)  # type: ignore[arg-type]


def block(role: str, text: str, lang: str = "zh", *marks: Mark, **more: object) -> Block:
    return Block(role, text, lang, (*marks, *KNOWN.find(text)), **more)  # type: ignore[arg-type]


def photo(name: str, alt: str = "会场") -> Block:
    return Block("photo", alt, "zh", (Mark(0, len(alt), "image", name),))


def changed(old: Document, new: Document) -> bytes:
    data = write_changes(old, new, HOUSE, author="pressgen", at=AT)
    assert data is not None
    return data


def shown(old: str, new: str, lang: str = "zh") -> str:
    """Two wordings as one line: [what is gone] and {what is new}."""
    said = []
    for run in main(changed(document(old, lang=lang), document(new, lang=lang))).iter(w("r")):
        text = "".join(run.itertext())
        kind = run.getparent().tag
        said.append(f"[{text}]" if kind == w("del") else f"{{{text}}}" if kind == w("ins") else text)
    return "".join(said)


def main(data: bytes) -> etree._Element:
    return etree.fromstring(zipfile.ZipFile(BytesIO(data)).read("word/document.xml"))


def settled(data: bytes, *, accept: bool) -> bytes:
    """The file once every change in it was accepted or rejected, as Word does it."""
    keep, drop = ("ins", "del") if accept else ("del", "ins")
    tree = main(data)
    for change in list(tree.iter(w("pPrChange"))):
        properties = change.getparent()
        if not accept:
            properties.find(w("pStyle")).set(w("val"), change.find(f".//{w('pStyle')}").get(w("val")))
        properties.remove(change)
    for paragraph in list(tree.iter(w("p"))):
        if paragraph.find(f"{w('pPr')}/{w('rPr')}/{w(drop)}") is not None:
            _join(paragraph, drop)
    for gone in list(tree.iter(w(drop))):
        gone.getparent().remove(gone)
    for text in tree.iter(w("delText")):
        text.tag = w("t")
    etree.strip_tags(tree, w(keep))
    return repacked(data, tree)


def _join(paragraph: etree._Element, drop: str) -> None:
    """A paragraph whose mark goes: what is left of it begins the next one."""
    after = paragraph.getnext()
    left = [deepcopy(child) for child in paragraph if child.tag not in (w("pPr"), w(drop))]
    for place, child in enumerate(left, 1):
        after.insert(place, child)
    paragraph.getparent().remove(paragraph)


def repacked(data: bytes, tree: etree._Element) -> bytes:
    result = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(result, "w") as new:
        for name in old.namelist():
            new.writestr(name, etree.tostring(tree) if name == "word/document.xml" else old.read(name))
    return result.getvalue()


def told(source: bytes | Document) -> list[tuple[str, str, tuple[Mark, ...]]]:
    """Role, text and marks of every paragraph; of a photo only which it is."""
    found = source.blocks if isinstance(source, Document) else read(source, "a.docx").blocks
    return [_told(found_) for found_ in found]


def _told(found: Block) -> tuple[str, str, tuple[Mark, ...]]:
    image = next((mark.target for mark in found.marks if mark.kind == "image"), "")
    return ("photo", image, ()) if found.role == "photo" and image else (found.role, found.text, marks(found))


def marks(found: Block) -> tuple[Mark, ...]:
    return tuple(sorted(found.marks, key=lambda mark: (mark.start, mark.end, mark.kind, mark.target)))


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("photos")
    Image.new("RGB", (40, 30), "teal").save(folder / "hall.jpg")
    Image.new("RGBA", (30, 40), "#0808").save(folder / "b.png")
    return {"hall.jpg": folder / "hall.jpg", 'a "b" & c.png': folder / "b.png"}


@st.composite
def edited(draw: st.DrawFn, before: Sequence[Block]) -> list[Block]:
    """A later draft: paragraphs gone, new, moved, in another role, or worded otherwise."""
    after = [found for found in before if draw(st.integers(0, 4))]
    for index, found in enumerate(after):
        if found.role != "photo" and not draw(st.integers(0, 2)):
            start, end = sorted(draw(st.tuples(*[st.integers(0, len(found.text))] * 2)))
            text = (
                found.text[:start]
                + draw(st.sampled_from(["", "43.2亿元", "新的", "Foshan "]))
                + found.text[end:]
            )
            role = draw(st.sampled_from([found.role, "lead"]))
            after[index] = block(role, text if text.strip() else "完", found.lang)
    after += draw(st.lists(blocks(), max_size=2))
    return draw(st.permutations(after)) if draw(st.booleans()) else after


@settings(max_examples=150, suppress_health_check=list(HealthCheck))
@given(st.lists(blocks(), max_size=6), st.data())
def test_accepted_it_is_the_new_draft_and_rejected_the_old_one(
    files: dict[str, Path], drawn: list[Block], data: st.DataObject
) -> None:
    old = Document("zh", tuple(drawn), "2024-03-05", files)
    new = Document("zh", tuple(data.draw(edited(drawn))), "2024-03-05", files)
    made = write_changes(old, new, HOUSE, author="pressgen", at=AT)
    if made is None:
        assert told(old) == told(new)
        return
    assert told(made) == told(settled(made, accept=True)) == told(new)
    assert told(settled(made, accept=False)) == told(old)
    numbers = re.findall(r'w:id="(\d+)"', etree.tostring(main(made)).decode())
    assert len(numbers) == len(set(numbers)) > 0


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("总投资2405.72亿元。", "总投资2411.6亿元。", "总投资[2405.72亿元]{2411.6亿元}。"),
        ("7月14日在苏州举行。", "7月13日在无锡举行。", "[7月14日]{7月13日}在[苏州]{无锡}举行。"),
        ("共3个项目，5家企业。", "共4个项目，6家企业。", "共[3]{4}个项目，[5]{6}家企业。"),
        ("企业看好三水的未来。", "企业十分看好三水的未来。", "企业{十分}看好三水的未来。"),
        ("由【待译：Li】介绍。", "由李明介绍。", "由[【待译：Li】]{李明}介绍。"),
    ],
)
def test_in_chinese_a_figure_and_a_name_change_as_one_piece(old: str, new: str, said: str) -> None:
    assert shown(old, new) == said


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("It rose 5.5% in May.", "It rose 6.1% in May.", "It rose [5.5%]{6.1%} in May."),
        (
            "worth 240.572 billion yuan in all",
            "worth 241.16 billion yuan in all",
            "worth [240.572 billion yuan]{241.16 billion yuan} in all",
        ),
        ("The company’s fair began.", "The firm’s fair began.", "The [company’s]{firm’s} fair began."),
        ("held in big old halls", "held in small new halls", "held in [big old]{small new} halls"),
    ],
)
def test_in_english_a_word_a_phrase_and_a_figure_change_as_one_piece(old: str, new: str, said: str) -> None:
    assert shown(old, new, "en") == said


def test_a_name_the_facts_know_changes_as_a_whole() -> None:
    old = block("body", "由李明介绍。", facts=(Mark(1, 3, "name", "speaker"),))
    new = block("body", "由李小明介绍。", facts=(Mark(1, 4, "name", "speaker"),))
    tree = main(changed(document(old), document(new)))
    assert ["".join(gone.itertext()) for gone in tree.iter(w("del"))] == ["李明"]


def test_a_paragraph_that_is_new_or_gone_takes_its_mark_with_it() -> None:
    data = changed(document(*TEXTS[:3]), document(TEXTS[0], TEXTS[2], TEXTS[3]))
    found = {
        kind: [
            "".join(paragraph.itertext())
            for paragraph in main(data).iter(w("p"))
            if paragraph.find(f"{w('pPr')}/{w('rPr')}/{w(kind)}") is not None
        ]
        for kind in ("ins", "del")
    }
    assert found == {"ins": [TEXTS[3]], "del": [TEXTS[1]]}


def test_a_headline_worded_anew_stays_one_paragraph() -> None:
    data = changed(document(block("headline", "三水招商")), document(block("headline", "佛山签约忙")))
    assert [p.text for p in docx.Document(BytesIO(data)).paragraphs] == [""]  # all of it is in changes
    assert main(data).find(f".//{w('rPr')}/{w('ins')}") is None


def test_a_paragraph_of_another_role_has_a_tracked_change_of_style() -> None:
    data = changed(document(block("lead", TEXTS[0])), document(block("body", TEXTS[0])))
    assert told(data) == [("body", TEXTS[0], ())]
    assert told(settled(data, accept=False)) == [("lead", TEXTS[0], ())]
    assert main(data).find(f".//{w('ins')}") is None


def test_every_change_says_by_whom_and_when_and_the_same_drafts_give_the_same_bytes() -> None:
    old, new = document(*TEXTS), document(*TEXTS[::-1])
    stamps = {
        (change.get(w("author")), change.get(w("date")))
        for change in main(changed(old, new)).iter(w("ins"), w("del"))
    }
    assert stamps == {("pressgen", "2024-03-05T09:30:00Z")}
    assert changed(old, new) == changed(old, new)


def test_where_nothing_changed_there_is_no_file() -> None:
    assert write_changes(document(*TEXTS), document(*TEXTS), HOUSE, author="pressgen", at=AT) is None


def test_another_picture_under_the_same_name_is_gone_and_new_and_the_same_one_under_another_is_kept(
    files: dict[str, Path],
) -> None:
    hall, other = files["hall.jpg"], files['a "b" & c.png']
    old = document(photo("fair-1.jpg"), TEXTS[0], **{"fair-1.jpg": hall})
    new = document(photo("fair-1.jpg"), TEXTS[0], **{"fair-1.jpg": other})
    data = changed(old, new)
    assert len([name for name in zipfile.ZipFile(BytesIO(data)).namelist() if "media" in name]) == 2
    assert told(settled(data, accept=False))[0] == ("photo", "old-fair-1.jpg", ())
    renamed = replace(old, blocks=(photo("new-1.jpg"), *old.blocks[1:]), files={"new-1.jpg": hall})
    assert write_changes(old, renamed, HOUSE, author="pressgen", at=AT) is None


def test_a_photo_of_a_word_file_that_is_gone_is_shown_by_its_words() -> None:
    data = changed(document(photo("gone.jpg", "签约现场"), TEXTS[0]), document(TEXTS[0]))
    assert told(data) == [("body", TEXTS[0], ())]
    assert "".join(main(data).find(f".//{w('del')}/{w('r')}").itertext()) == "签约现场"


def test_a_photo_of_a_word_file_is_known_by_its_words_when_the_draft_is_called_otherwise(
    files: dict[str, Path],
) -> None:
    old = document(photo("monday-1.jpg"), TEXTS[0])
    new = document(photo("fair-1.jpg"), TEXTS[0], **{"fair-1.jpg": files["hall.jpg"]})
    assert write_changes(old, new, HOUSE, author="pressgen", at=AT) is None


def test_python_docx_opens_it_and_the_house_style_is_kept() -> None:
    data = changed(document(*SAID, lang="en"), document(*SAID[::-1], lang="en"))
    assert {p.style.name for p in docx.Document(BytesIO(data)).paragraphs if p.style} <= {"Body", "Normal"}


def test_another_text_altogether_is_told_in_a_moment() -> None:
    old = document(*(f"第{number}段旧文。" for number in range(300)))
    new = document(*(f"又有一节，写于{number}年。" for number in range(300)))
    assert told(settled(changed(old, new), accept=False)) == told(old)
