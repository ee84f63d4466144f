"""Word files we write: valid, in the house's look, the same bytes each time."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import pytest
from lxml import etree
from PIL import Image

from pressgen import api
from pressgen.archive import open_package
from pressgen.document import ROLES, Block, Document, Mark, Release
from pressgen.errors import FileError, HouseError
from pressgen.formats.word import read, write, write_bilingual
from pressgen.formats.word.bilingual import LAYOUTS
from pressgen.formats.word.container import packed
from pressgen.formats.word.ooxml import A, R, W, w
from pressgen.house import House, Newsroom
from pressgen.house.look import Face, Look, Page
from pressgen.house.style import Style
from pressgen.house.words import PageNumber
from pressgen.text import Pair
from pressgen.todo import KNOWN

LOOK = Look(
    Page(),
    zh={
        "body": Face("仿宋", size=16, align="both", indent=2, line=28),
        "headline": Face("宋体", size=22, bold=True, align="center", line=32, keep_next=True),
        "photo": Face(align="center", line=28),
        "cell": Face(line=20),
    },
    en={"body": Face(after=8), "headline": Face(size=20, bold=True), "cell": Face(size=11)},
)
HOUSE = House(
    ("test",), Style(Pair("测试", "Test"), look=LOOK), Newsroom((Path("nowhere"),)), date(2023, 7, 18)
)


def block(role: str, text: str, lang: str, *marks: Mark, name: str = "") -> Block:
    return Block(role, text, lang, (*marks, *KNOWN.find(text)), name=name)  # type: ignore[arg-type]


@pytest.fixture
def release(tmp_path: Path) -> Release:
    """A release with a photo, a link, both languages and something left to translate."""
    photo = tmp_path / "hall.jpg"
    Image.new("RGB", (1600, 1000), "navy").save(photo)
    zh = [
        block("headline", "三水区新签29个项目，总投资86亿元", "zh", name="headline"),
        block("dateline", "佛山三水 2024-03-05 09:30", "zh", name="dateline"),
        block("lead", "3月4日，“乘风而上”招商会在三水举行。", "zh", Mark(0, 4, "strong"), name="lead"),
        block("photo", "签约现场", "zh", Mark(0, 4, "image", "hall.jpg"), name="photo"),
        block("caption", "图为签约现场。", "zh", name="caption"),
        block("body", "项目由【待译：Golden Lake Foods】投资。", "zh", name="body_food"),
        block("credits", "记者 | 何嘉", "zh", name="credits"),
    ]
    en = [
        block("headline", "Sanshui signs 29 projects worth 8.6 billion yuan", "en", name="headline"),
        block("lead", "A fair was held in Sanshui on March 4 <& after>.", "en", name="lead"),
        block("photo", "The signing", "en", Mark(0, 11, "image", "hall.jpg"), name="photo"),
        block(
            "body", "See the site.", "en", Mark(4, 12, "link", "https://a.example/?x=1&y=2"), name="body_site"
        ),
    ]
    return Release((*zh, *en), "2024-03-05 09:30", {"hall.jpg": photo})


@pytest.fixture(params=["zh", "en", *api.LAYOUTS])
def written(request: pytest.FixtureRequest, release: Release) -> bytes:
    if request.param in api.LAYOUTS:
        return write_bilingual(release, HOUSE, request.param)
    return write(release.document(request.param), HOUSE, translation="other.docx")


def part(data: bytes, name: str) -> etree._Element:
    return etree.fromstring(open_package(data, "x.docx")[name])


def text_of(data: bytes, name: str = "word/document.xml") -> str:
    return open_package(data, "x.docx")[name].decode()


def referred(parts: dict[str, bytes]) -> Iterator[tuple[str, str, str]]:
    """Each relationship of each part: its id, its target's part name, its mode."""
    for name in [name for name in parts if name.endswith(".rels")]:
        folder = name.rsplit("_rels/", 1)[0]
        for row in etree.fromstring(parts[name]):
            yield row.get("Id", ""), folder + row.get("Target", ""), row.get("TargetMode", "")


def test_every_part_has_a_content_type_and_the_list_of_them_comes_first(written: bytes) -> None:
    names = zipfile.ZipFile(BytesIO(written)).namelist()
    types = text_of(written, "[Content_Types].xml")
    assert names[0] == "[Content_Types].xml"
    assert len(names) == len({name.lower() for name in names})
    for name in names[1:]:
        assert f'"/{name}"' in types or name.rsplit(".", 1)[-1] in ("rels", "jpeg", "png"), name


def test_every_relationship_leads_to_a_part_and_every_id_to_a_relationship(written: bytes) -> None:
    parts = dict(open_package(written, "x.docx"))
    targets = list(referred(parts))
    assert all(target in parts for _, target, mode in targets if mode != "External")
    used = set(re.findall(r'r:(?:id|embed)="([^"]+)"', text_of(written)))
    assert used <= {key for key, _, _ in targets}


def test_every_style_that_is_used_is_defined_with_all_four_fonts_and_no_theme(written: bytes) -> None:
    styles = text_of(written, "word/styles.xml")
    for used in re.findall(r'<w:(?:pStyle|rStyle) w:val="([^"]+)"', text_of(written)):
        assert f'w:styleId="{used}"' in styles
    assert "Theme" not in styles
    for fonts in re.findall(r"<w:rFonts ([^>]+)/>", styles):
        assert [slot for slot in ("ascii", "hAnsi", "eastAsia", "cs") if f"w:{slot}=" in fonts] != []
        assert fonts.count("=") == 4


def test_the_body_ends_in_its_section_and_every_cell_in_a_paragraph(written: bytes) -> None:
    body = part(written, "word/document.xml")[0]
    assert body[-1].tag == w("sectPr")
    assert all(cell[-1].tag == w("p") for cell in body.iter(w("tc")))
    for table in body.iter(w("tbl")):
        columns = len(list(table.iter(w("gridCol"))))
        assert all(len(row.findall(w("tc"))) == columns for row in table.iter(w("tr")))


def test_drawings_have_ids_of_their_own_and_alternative_text(written: bytes) -> None:
    named = re.findall(r'<wp:docPr id="(\d+)" name="([^"]+)" descr="([^"]+)"', text_of(written))
    assert len({key for key, _, _ in named}) == len(named) > 0


def test_nothing_says_when_or_by_whom_the_file_was_made(written: bytes) -> None:
    names = zipfile.ZipFile(BytesIO(written)).infolist()
    assert {member.date_time for member in names} == {(1980, 1, 1, 0, 0, 0)}
    assert not [member for member in names if "thumbnail" in member.filename or "theme" in member.filename]
    everything = b"".join(open_package(written, "x.docx").values())
    assert b"rsid" not in everything
    assert b"python-docx" not in everything


def test_python_docx_opens_what_we_write(written: bytes) -> None:
    opened = docx.Document(BytesIO(written))
    assert opened.core_properties.title
    assert opened.core_properties.created.isoformat().startswith("2024-03-05T09:30")
    assert opened.sections[0].page_width.mm == pytest.approx(210, abs=0.1)


def test_the_same_release_gives_the_same_bytes(release: Release) -> None:
    assert write(release.zh, HOUSE) == write(release.zh, HOUSE)
    for layout in api.LAYOUTS:
        assert write_bilingual(release, HOUSE, layout) == write_bilingual(release, HOUSE, layout)


def test_a_role_is_a_style_by_name_that_word_users_can_change(release: Release) -> None:
    paragraphs = docx.Document(BytesIO(write(release.zh, HOUSE))).paragraphs
    names = [paragraph.style.name for paragraph in paragraphs if paragraph.style]
    assert names == ["Headline", "Dateline", "Lead", "Photo", "Caption", "Body", "Credits"]


def test_every_role_has_its_style_and_heads_an_outline_level(release: Release) -> None:
    styles = docx.Document(BytesIO(write(release.zh, HOUSE))).styles
    assert all(styles[role.capitalize()] is not None for role in ROLES)
    for name, level in (("Headline", "0"), ("Subhead", "1")):
        assert styles[name].element.find(f".//{w('outlineLvl')}").get(w("val")) == level


def test_chinese_runs_say_that_they_are_chinese_and_english_ones_do_not(release: Release) -> None:
    zh, en = text_of(write(release.zh, HOUSE)), text_of(write(release.en, HOUSE))
    assert zh.count('w:hint="eastAsia"') == zh.count('w:eastAsia="zh-CN"') == zh.count("</w:r>")
    assert 'w:hint="eastAsia"' not in en
    assert en.count('<w:lang w:val="en-US"/>') == en.count("</w:r>")


def test_chinese_paragraphs_begin_two_characters_in(release: Release) -> None:
    body = docx.Document(BytesIO(write(release.zh, HOUSE))).styles["Body"].element.find(f".//{w('ind')}")
    assert (body.get(w("firstLineChars")), body.get(w("firstLine"))) == ("200", "640")


def test_an_exact_line_height_never_clips_a_photo(release: Release) -> None:
    photo = docx.Document(BytesIO(write(release.zh, HOUSE))).styles["Photo"].element
    assert photo.find(f".//{w('spacing')}").get(w("lineRule")) == "auto"
    assert photo.find(f".//{w('keepNext')}") is not None


def test_a_photo_fills_the_column_keeps_its_shape_and_is_stored_as_it_is(release: Release) -> None:
    data = write(release.zh, HOUSE)
    extent = next(part(data, "word/document.xml").iter(f"{{{A}}}ext"))
    width, height = int(extent.get("cx", "")), int(extent.get("cy", ""))
    assert width / 36_000 == pytest.approx(156, abs=0.5)
    assert width / height == pytest.approx(1.6, rel=0.001)
    package = zipfile.ZipFile(BytesIO(data))
    assert package.read("word/media/photo1.jpeg") == release.files["hall.jpg"].read_bytes()
    assert package.getinfo("word/media/photo1.jpeg").compress_type == zipfile.ZIP_STORED


def test_a_photo_shown_twice_is_kept_once(release: Release) -> None:
    names = open_package(write_bilingual(release, HOUSE), "x.docx")
    assert [name for name in names if "media" in name] == ["word/media/photo1.jpeg"]


def test_what_is_left_to_translate_is_highlighted_and_nothing_else(release: Release) -> None:
    root = part(write(release.zh, HOUSE), "word/document.xml")
    lit = [run for run in root.iter(w("r")) if run.find(f"{w('rPr')}/{w('highlight')}") is not None]
    assert ["".join(run.itertext()) for run in lit] == ["【待译：Golden Lake Foods】"]


def test_the_footer_carries_the_page_number_in_the_words_of_the_house(release: Release) -> None:
    data = write(release.zh, HOUSE)
    footer = part(data, "word/footer1.xml")
    assert "".join(footer.itertext()) == "— 1 —"
    assert footer.find(f".//{w('fldSimple')}").get(w("instr")).strip() == "PAGE"
    numberless = replace(
        HOUSE, style=replace(HOUSE.style, look=replace(LOOK, page=Page(number=PageNumber(""))))
    )
    assert "footerReference" not in text_of(write(release.zh, numberless))


def test_the_file_names_its_translation(release: Release) -> None:
    data = write(release.zh, HOUSE, translation="三水.en.docx")
    assert "三水.en.docx" in text_of(data, "docProps/custom.xml")


def test_every_layout_that_can_be_asked_for_can_be_written() -> None:
    assert tuple(LAYOUTS) == api.LAYOUTS


def test_side_by_side_each_pair_of_paragraphs_is_a_row(release: Release) -> None:
    root = part(write_bilingual(release, HOUSE), "word/document.xml")
    rows = [["".join(cell.itertext()) for cell in row.iter(w("tc"))] for row in root.iter(w("tr"))]
    assert rows[:3] == [
        ["中文", "English"],
        ["三水区新签29个项目，总投资86亿元", "Sanshui signs 29 projects worth 8.6 billion yuan"],
        ["佛山三水 2024-03-05 09:30", ""],
    ]
    assert ["", "See the site."] in rows


def test_interleaved_each_english_paragraph_is_below_its_chinese_one_and_the_photo_stands_once(
    release: Release,
) -> None:
    said = [(b.role, b.lang) for b in read(write_bilingual(release, HOUSE, "interleaved"), "a.docx").blocks]
    assert said == [
        ("headline", "zh"), ("headline", "en"), ("dateline", "zh"), ("lead", "zh"), ("lead", "en"),
        ("photo", "zh"), ("caption", "zh"), ("body", "en"), ("body", "zh"), ("credits", "zh"),
    ]  # fmt: skip


def test_a_short_paragraph_stays_with_its_translation_and_one_without_stands_apart(release: Release) -> None:
    paragraphs = docx.Document(BytesIO(write_bilingual(release, HOUSE, "interleaved"))).paragraphs
    assert [bool(p.paragraph_format.keep_with_next) for p in paragraphs[:4]] == [True, False, False, True]
    alone = next(p for p in paragraphs if p.text == "See the site.")
    assert alone.paragraph_format.space_before.pt == 14


def test_sequential_the_english_text_is_whole_and_begins_a_page(release: Release) -> None:
    data = write_bilingual(release, HOUSE, "sequential")
    paragraphs = docx.Document(BytesIO(data)).paragraphs
    assert [p.text for p in paragraphs if p.paragraph_format.page_break_before] == [release.en.title]
    assert read(data, "a.docx").blocks == release.blocks


def test_the_table_has_a_heading_row_a_caption_and_rows_that_stay_whole(release: Release) -> None:
    xml = text_of(write_bilingual(release, HOUSE))
    assert xml.count("<w:tblHeader/>") == 1
    assert xml.count("<w:cantSplit/>") == xml.count("<w:tr>")
    assert "<w:tblCaption " in xml
    assert '<w:tblLayout w:type="fixed"/>' in xml


def test_a_character_no_word_file_can_hold_is_named() -> None:
    with pytest.raises(FileError, match=r"“Foshan” stands U\+000B"):
        write(Document("en", (block("body", "Foshan\x0bDaily", "en"),)), HOUSE)


def test_a_photo_that_is_not_there_is_named() -> None:
    photo = block("photo", "签约", "zh", Mark(0, 2, "image", "gone.jpg"))
    with pytest.raises(FileError, match=r"gone\.jpg"):
        write(Document("zh", (photo,)), HOUSE)


def letterhead(tmp_path: Path) -> bytes:
    """A letterhead as an office makes it: a header, its own Body style, text and a picture in the body."""
    Image.new("RGB", (90, 90), "red").save(tmp_path / "logo.png")
    paper = docx.Document()
    paper.sections[0].header.paragraphs[0].add_run().add_picture(str(tmp_path / "logo.png"))
    paper.sections[0].header.paragraphs[0].add_run("三水区新闻中心")
    paper.styles.add_style("Body", 1).font.name = "Arial"
    paper.add_paragraph("在此输入正文")
    paper.add_picture(str(tmp_path / "logo.png"))
    out = BytesIO()
    paper.save(out)
    return out.getvalue()


def with_letterhead(tmp_path: Path, data: bytes) -> House:
    folder = tmp_path / "templates" / "houses" / "test"
    folder.mkdir(parents=True)
    (folder / "letterhead.docx").write_bytes(data)
    return replace(HOUSE, newsroom=Newsroom((tmp_path,)))


def test_a_letterhead_gives_header_page_and_its_own_styles(release: Release, tmp_path: Path) -> None:
    data = write(release.zh, with_letterhead(tmp_path, letterhead(tmp_path)))
    opened = docx.Document(BytesIO(data))
    assert opened.sections[0].header.paragraphs[0].text.strip() == "三水区新闻中心"
    assert opened.styles["Body"].font.name == "Arial"
    assert opened.styles["Headline"].font.bold
    assert "在此输入正文" not in text_of(data)
    assert opened.sections[0].page_width.inches == pytest.approx(8.5)


def test_a_file_on_a_letterhead_is_as_sound_as_one_without(release: Release, tmp_path: Path) -> None:
    data = write_bilingual(release, with_letterhead(tmp_path, letterhead(tmp_path)))
    parts = dict(open_package(data, "x.docx"))
    assert all(target in parts for _, target, mode in referred(parts) if mode != "External")
    assert f"xmlns:r={R!r}".replace("'", '"') in text_of(data)
    assert W in text_of(data)
    test_every_part_has_a_content_type_and_the_list_of_them_comes_first(data)


def test_a_letterheads_picture_and_our_photo_of_the_same_kind_both_stay(
    release: Release, tmp_path: Path
) -> None:
    Image.new("RGB", (30, 30), "lime").save(tmp_path / "photo.png")
    drawn = replace(release.zh, files={"hall.jpg": tmp_path / "photo.png"})
    data = write(drawn, with_letterhead(tmp_path, letterhead(tmp_path)))
    pictures = {name: found for name, found in open_package(data, "x.docx").items() if "media" in name}
    assert set(pictures.values()) == {(tmp_path / name).read_bytes() for name in ("logo.png", "photo.png")}


def renamed_styles(data: bytes) -> bytes:
    """A letterhead as the Chinese Word writes it: style ids are numbers, a footer of its own."""
    paper = docx.Document(BytesIO(data))
    link = paper.styles.add_style("Hyperlink", 2).element
    link.set(w("styleId"), "a7")
    paper.styles["Normal"].element.set(w("styleId"), "a")
    paper.sections[0].footer.paragraphs[0].text = "内部资料"
    out = BytesIO()
    paper.save(out)
    return out.getvalue()


def test_a_letterheads_own_style_ids_and_footer_are_used(release: Release, tmp_path: Path) -> None:
    data = write(release.en, with_letterhead(tmp_path, renamed_styles(letterhead(tmp_path))))
    assert '<w:rStyle w:val="a7"/>' in text_of(data)
    styles = docx.Document(BytesIO(data)).styles
    assert styles["Headline"].base_style.name == "Normal"
    assert docx.Document(BytesIO(data)).sections[0].footer.paragraphs[0].text == "内部资料"


def test_a_letterhead_without_a_page_gets_that_of_the_house(release: Release, tmp_path: Path) -> None:
    paper = docx.Document()
    paper.element.body.remove(paper.element.body.sectPr)
    out = BytesIO()
    paper.save(out)
    opened = docx.Document(BytesIO(write(release.zh, with_letterhead(tmp_path, out.getvalue()))))
    assert opened.sections[0].page_width.mm == pytest.approx(210, abs=0.1)
    assert opened.sections[0].left_margin.mm == pytest.approx(28, abs=0.1)


@pytest.mark.parametrize("broken", ["styles.xml", "document.xml", "_rels/document.xml.rels", "settings.xml"])
def test_a_damaged_letterhead_is_one_clear_line(release: Release, tmp_path: Path, broken: str) -> None:
    parts = dict(open_package(letterhead(tmp_path), "x.docx"))
    parts[f"word/{broken}"] = b"<broken"
    with pytest.raises((FileError, HouseError), match=r"^letterhead\.docx: "):
        write(release.zh, with_letterhead(tmp_path, packed(parts)))


def test_a_letterhead_that_is_no_word_file_is_named(release: Release, tmp_path: Path) -> None:
    with pytest.raises((FileError, HouseError), match="letterhead"):
        write(release.zh, with_letterhead(tmp_path, b"%PDF-1.7"))


@pytest.mark.parametrize(
    ("below", "indents"),
    [
        ("body", [None, None]),
        ("subhead", [None, None]),
        ("credits", ["200", None]),
    ],
)
def test_a_heading_begins_where_the_lines_of_a_contact_below_it_begin(below: str, indents: list[str]) -> None:
    document = Document("zh", (block("subhead", "媒体联系", "zh"), block(below, "电话：010-8888", "zh")))
    with zipfile.ZipFile(BytesIO(write(document, HOUSE))) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    found = [paragraph.find(f"{w('pPr')}/{w('ind')}") for paragraph in body.iter(w("p"))]
    assert [each.get(w("firstLineChars")) if each is not None else None for each in found] == indents
