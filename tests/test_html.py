"""HTML: one page that carries all it shows and runs nothing; anyone's page read as a browser shows it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from lxml import html as lxml_html
from PIL import Image

from pressgen.document import Block, Document, Mark, Release
from pressgen.errors import FileError
from pressgen.formats.html import read, write
from tests.documents import HOUSE, any_marks, documents, plain_or_marked


def page(*blocks: Block) -> str:
    """What stands in the article of a written page."""
    return write(Document("zh", blocks), HOUSE).decode().split("<article>\n")[1].split("\n</article>")[0]


def understood(body: str) -> Release:
    return read(f"<html><body>{body}</body></html>".encode(), "draft.html")


def roles(body: str) -> list[tuple[str, str]]:
    return [(block.role, block.text) for block in understood(body).blocks]


@settings(derandomize=True, max_examples=120, deadline=None)
@given(documents(plain_or_marked()))
def test_what_is_written_reads_back_as_the_same_document(document: Document) -> None:
    assert read(write(document, HOUSE), "draft.html").document(document.lang) == document


@settings(derandomize=True, max_examples=120, deadline=None)
@given(documents(any_marks()))
def test_no_text_gets_out_of_its_element(document: Document) -> None:
    root = lxml_html.document_fromstring(write(document, HOUSE))
    known = "html head meta title style script body article h1 h2 p blockquote figure figcaption table caption tbody tr th td"
    assert {element.tag for element in root.iter()} <= {
        *known.split(),
        "strong",
        "em",
        "a",
        "img",
        "mark",
        "br",
    }
    assert not [name for element in root.iter() for name in element.attrib if name.startswith("on")]
    assert [dict(script.attrib) for script in root.iter("script")] == [{"type": "application/ld+json"}]


def test_a_photo_is_carried_inside_with_its_caption_in_one_frame(tmp_path: Path) -> None:
    Image.new("RGB", (8, 4), "navy").save(tmp_path / "hall.jpg")
    photo = Block("photo", "会场", "zh", (Mark(0, 2, "image", "hall.jpg"),))
    document = Document(
        "zh", (photo, Block("caption", "会场一角", "zh")), files={"hall.jpg": tmp_path / "hall.jpg"}
    )
    written = write(document, HOUSE)
    assert b'data-file="hall.jpg" width="8" height="4" src="data:image/jpeg;base64,/9j/' in written
    assert '<figcaption class="caption">会场一角</figcaption></figure>' in written.decode()
    assert read(written, "draft.html").zh == document


def test_overlapping_marks_are_cut_where_they_cross() -> None:
    marks = (Mark(0, 2, "strong"), Mark(1, 3, "emphasis"))
    assert page(Block("body", "佛山市", "zh", marks)) == (
        '<p class="body"><strong>佛</strong><em><strong>山</strong></em><em>市</em></p>'
    )


def test_what_would_run_is_not_written() -> None:
    said = page(Block("body", "<script>x", "zh", (Mark(8, 9, "link", "javascript:alert(1)"),)))
    assert said == '<p class="body">&lt;script&gt;x</p>'


def test_the_page_says_its_language_and_its_translation() -> None:
    document = Document("en", (Block("headline", "Expo", "en"),), published="2020-12-02T09:00")
    written = write(document, HOUSE, translation="expo 1.zh.html").decode()
    assert '<html lang="en">' in written
    assert '<link rel="alternate" hreflang="zh-CN" href="expo%201.zh.html">' in written
    assert read(written.encode(), "expo.en.html").published == "2020-12-02T09:00"


def said(document: Document, **given: str) -> dict[str, object]:
    """What the page says of itself to search engines."""
    root = lxml_html.document_fromstring(write(document, HOUSE, **given))
    return json.loads(root.findtext(".//script"))


def test_a_page_tells_search_engines_what_it_is_and_runs_nothing() -> None:
    credit = Block(
        "credits",
        "Reporter | Eleanor",
        "en",
        facts=(Mark(11, 18, "name", "credits.reporter.0"),),
        name="credits.reporter",
    )
    blocks = (Block("headline", "Expo</script><b>&", "en"), credit)
    article = said(
        Document("en", blocks, "2020-12-02T09:00", about={"updated": "2020-12-03"}),
        translation="expo.zh.html",
    )
    assert article == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "Expo</script><b>&",
        "inLanguage": "en",
        "datePublished": "2020-12-02T09:00:00+08:00",
        "dateModified": "2020-12-03",
        "author": [{"@type": "Person", "name": "Eleanor"}],
        "translationOfWork": {"@type": "NewsArticle", "inLanguage": "zh-Hans", "url": "expo.zh.html"},
    }


def test_a_page_that_knows_little_says_little() -> None:
    document = Document("zh", (Block("headline", "展会", "zh"),))
    assert sorted(said(document)) == ["@context", "@type", "headline", "inLanguage"]
    assert read(write(document, HOUSE), "draft.html").losses == ()


def test_a_page_refers_to_nothing_outside_itself(tmp_path: Path) -> None:
    Image.new("RGB", (8, 4), "navy").save(tmp_path / "hall.jpg")
    photo = Block("photo", "会场", "zh", (Mark(0, 2, "image", "hall.jpg"),))
    document = Document("zh", (photo,), files={"hall.jpg": tmp_path / "hall.jpg"})
    root = lxml_html.document_fromstring(write(document, HOUSE))
    fetched = [
        value for element in root.iter() for name, value in element.attrib.items() if name in ("src", "href")
    ]
    assert [value.split(",")[0] for value in fetched] == ["data:image/jpeg;base64"]
    assert "url(" not in root.findtext(".//style")
    assert "@import" not in root.findtext(".//style")


def test_a_tall_photo_is_no_higher_than_the_column_is_wide(tmp_path: Path) -> None:
    Image.new("RGB", (1000, 2000)).save(tmp_path / "hall.jpg")
    photo = Block("photo", "会场", "zh", (Mark(0, 2, "image", "hall.jpg"),))
    written = write(Document("zh", (photo,), files={"hall.jpg": tmp_path / "hall.jpg"}), HOUSE)
    assert b'width="295" height="590"' in written


def test_anyones_page_is_read_by_its_tags() -> None:
    body = (
        "<h1>Expo\n opens</h1><p>Updated: January 15, 2021<p>The <b>expo</b> opened.<h3>Cars</h3><p>Many.</p>"
    )
    assert roles(body) == [
        ("headline", "Expo opens"), ("dateline", "Updated: January 15, 2021"), ("lead", "The expo opened."),
        ("subhead", "Cars"), ("body", "Many."),
    ]  # fmt: skip


def test_text_beside_paragraphs_tables_and_figures_is_found_in_order() -> None:
    body = "前言<p>正文</p>后记<table><tr><td>项目<td>267个</table><figure><img alt=会场 src=a.jpg><figcaption>图说"
    assert roles(body) == [
        ("body", "前言"), ("body", "正文"), ("body", "后记"), ("cell", "项目"), ("cell", "267个"),
        ("photo", "会场"), ("caption", "图说"),
    ]  # fmt: skip


def test_credit_lines_parted_by_breaks_are_a_block_each() -> None:
    assert roles("<p>记者 | 邝明<br>校对 | 李琳</p>") == [
        ("credits", "记者 | 邝明"),
        ("credits", "校对 | 李琳"),
    ]


def test_what_a_browser_does_not_show_is_left_out_and_said() -> None:
    release = understood(
        "<script>1</script><p hidden>a</p><p style='display: none'>b</p><iframe srcdoc=x></iframe>c"
    )
    assert [block.text for block in release.blocks] == ["c"]
    losses = [(loss.what, loss.count) for loss in release.losses]
    assert losses == [("hidden text", 2), ("iframe", 1), ("script", 1)]


def test_every_block_knows_its_line() -> None:
    assert [block.at.line for block in understood("\n<p>a</p>\n\n<p>b</p>").blocks] == [2, 4]


@pytest.mark.parametrize(
    "data", [b"<div>" * 500 + b"x", "佛山".encode("gb18030"), b"<p>\x0b", b"a" * 1_000_001]
)
def test_a_page_that_cannot_be_read_whole_is_refused(data: bytes) -> None:
    with pytest.raises(FileError, match=r"^draft\.html"):
        read(data, "draft.html")


@pytest.mark.parametrize(
    "source", ["", " ", "<!-- -->", "<", "</p>", "<?xml version='1.0' encoding='gbk'?>", "<title>"]
)
def test_odd_pages_have_no_blocks_and_no_traceback(source: str) -> None:
    assert len(read(source.encode(), "draft.html").blocks) <= 1
