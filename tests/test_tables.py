"""Tables: what a template writes row by row is a real table in every format, and is read back as one."""

import io
import zipfile
from collections import Counter
from dataclasses import replace

import pytest

from pressgen import api
from pressgen.document import Block, Document, Release
from pressgen.errors import TemplateError
from pressgen.formats import html, markdown, word
from pressgen.formats.word.ooxml import w
from pressgen.formats.word.tables import Room, widths
from pressgen.grid import Place, place, tables
from tests import golden
from tests.conftest import BRIEF
from tests.documents import HOUSE
from tests.test_word_write import part

FORMATS = [word, markdown, html]


def table(*rows, name="cell_indicators", lang="en"):
    """Cells row by row; None leaves a gap."""
    return tuple(
        Block("cell", text, lang, name=str(Place(name, row, column)))
        for row, texts in enumerate(rows, 1)
        for column, text in enumerate(texts, 1)
        if text is not None
    )


def places(blocks):
    found = [place(block) for block in blocks if block.role == "cell"]
    return [(at.row, at.column) if at else None for at in found]


ROWS = (["Indicator", "Figure"], ["Gross domestic product", "627.1 billion yuan"], ["Exports", "—"])
TITLE = Block("caption", "Main indicators", "en")
PAGE = Document(
    "en", (Block("headline", "GDP up", "en"), TITLE, *table(*ROWS), Block("body", "That is all.", "en"))
)


@pytest.fixture(scope="module")
def bulletin():
    newsroom = api.open_newsroom(golden.ROOT)
    path = next(path for path in golden.EXAMPLES if path.parent.name == "statistics-bulletin")
    house = api.open_house("base", newsroom)
    return api.draft(api.load(path, newsroom), house).release, house


@pytest.fixture
def drafted(event, tmp_path):
    """The brief told by a template of one's own."""

    def draft(template):
        folder = tmp_path / "room" / "templates" / "releases" / "investment-promotion"
        folder.mkdir(parents=True)
        (tmp_path / "room" / "pressgen.toml").write_text("", encoding="utf-8")
        for lang in ("zh", "en"):
            (folder / f"{lang}.j2").write_text(template, encoding="utf-8")
        return api.draft(event(BRIEF), api.open_house("base", api.open_newsroom(tmp_path / "room"))).release

    return draft


@pytest.mark.parametrize("format_", FORMATS, ids=lambda module: module.__name__.rpartition(".")[2])
def test_a_table_is_read_back_as_the_same_table(format_):
    read = format_.read(format_.write(PAGE, HOUSE), "page").en

    assert read == PAGE
    assert places(read.blocks) == places(PAGE.blocks)


@pytest.mark.parametrize("format_", FORMATS, ids=lambda module: module.__name__.rpartition(".")[2])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_drafted_bulletin_is_written_the_same_once_read(bulletin, format_, lang):
    release, house = bulletin
    written = format_.write(release.document(lang), house)

    read = format_.read(written, "page").document(lang)

    assert read == release.document(lang)
    again = format_.read(format_.write(replace(read, published=release.published), house), "page")
    assert places(again.document(lang).blocks) == places(release.document(lang).blocks)


def test_markdown_sets_figures_to_the_right():
    written = markdown.write(PAGE, HOUSE).decode()

    assert (
        "| Indicator | Figure |\n| --- | ---: |\n| Gross domestic product | 627.1 billion yuan |\n" in written
    )


def test_html_says_what_is_a_head_and_names_the_table():
    written = html.write(PAGE, HOUSE).decode()

    assert '<caption class="caption">Main indicators</caption>' in written
    assert '<th scope="col" class="cell">Indicator</th>' in written
    assert (
        '<th scope="row" class="cell">Exports</th><td style="text-align: right" class="cell">—</td>'
        in written
    )


def test_word_repeats_the_head_aligns_figures_and_names_the_table():
    root = part(word.write(PAGE, HOUSE), "word/document.xml")
    rows = list(root.iter(w("tr")))

    assert [row.find(f"{w('trPr')}/{w('tblHeader')}") is not None for row in rows] == [True, False, False]
    assert [jc.get(w("val")) for jc in root.iter(w("jc"))] == ["right"] * 3
    assert next(root.iter(w("tblCaption"))).get(w("val")) == "Main indicators"
    assert sum(1 for _ in root.iter(w("keepNext"))) == 1


def test_columns_fill_the_text_and_figures_are_broken_last():
    rows = tables(table(["Indicator", "Figure"], ["x" * 200, "1,234,567.89 billion yuan"]))[0].rows

    words, figures = widths(rows, (False, True), Room(8000, 11))

    assert words + figures == 8000
    assert figures > 25 * 0.45 * 11 * 20


def test_a_gap_stays_a_gap():
    page = Document("en", table(["a", "b", "c"], ["d", None, "e"]))

    assert places(word.read(word.write(page, HOUSE), "page").blocks) == [
        (1, 1),
        (1, 2),
        (1, 3),
        (2, 1),
        (2, 3),
    ]
    assert "| d |  | e |" in markdown.write(page, HOUSE).decode()


def test_cells_that_know_no_place_stand_one_below_the_other():
    cells = (Block("cell", "a", "en"), Block("cell", "b", "en"))

    assert [len(row) for row in tables(cells)[0].rows] == [1, 1]
    assert not tables(cells)[0].head


def test_two_paragraphs_of_a_cell_are_two_rows():
    twice = (*table(["a", "b"]), Block("cell", "c", "en", name="cell_indicators.1.2"))

    assert [[cell.text if cell else "" for cell in row] for row in tables(twice)[0].rows] == [
        ["a", "b"],
        ["", "c"],
    ]


def test_merged_columns_are_counted():
    page = "<table><tr><td colspan=2>a</td><td>b</td></tr><tr><td>c</td><td>d</td><td>e</td></tr></table>"

    assert places(html.read(page.encode(), "page").blocks) == [(1, 1), (1, 3), (2, 1), (2, 2), (2, 3)]


def test_a_table_in_a_cell_is_a_table_of_its_own():
    page = "<table><tr><td>a<table><tr><td>b</td></tr></table></td><td>c</td></tr></table>"

    assert [block.name for block in html.read(page.encode(), "page").blocks] == [
        "cell.1.1.1",
        "cell.2.1.1",
        "cell.1.1.2",
    ]


def document_of(data):
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return file.read("word/document.xml").decode()


@pytest.mark.parametrize("layout", api.LAYOUTS)
def test_a_table_stays_a_table_where_both_languages_stand_in_one_file(bulletin, layout):
    release, house = bulletin
    data = word.write_bilingual(release, house, layout)
    again = word.read(data, "both.docx")

    cells, kept = (
        Counter(block.text for block in each.blocks if block.role == "cell") for each in (release, again)
    )
    assert kept - cells == (Counter(["中文", "English"]) if layout == "side-by-side" else Counter())
    assert cells - kept == Counter()
    own = 1 if layout == "side-by-side" else 0
    wanted = len({place(block).table for block in release.en.blocks if place(block)})
    assert wanted
    assert document_of(data).count("<w:tbl>") == 2 * wanted + own


def test_each_cell_is_compared_with_its_own(bulletin):
    release, house = bulletin
    wrong = [
        replace(block, text="11.05 billion yuan", facts=())
        if block.name == "cell_districts.2.2" and block.lang == "en"
        else block
        for block in release.blocks
    ]

    found = api.check(Release(tuple(wrong), release.published), house)

    assert {(finding.rule.id, finding.span.text) for finding in found} == {
        ("figure/mismatch", "11.05 billion yuan")
    }


def test_a_table_read_from_two_files_is_compared_cell_by_cell(bulletin):
    release, house = bulletin
    en = word.write(release.en, house)
    both = Release(
        (*word.read(word.write(release.zh, house), "a.zh.docx").blocks, *word.read(en, "a.en.docx").blocks)
    )

    assert [finding.message("en") for finding in api.check(both, house)] == []


def test_a_row_as_long_as_no_head_is_the_templates_error(drafted):
    with pytest.raises(TemplateError, match=r"a row of the table cell_x has 1 cells, its head 2"):
        drafted("{% block cell_x %}\na | b\n{{ city }}\n{% endblock %}")


def test_a_column_and_a_row_without_facts_are_left_out(drafted):
    rows = "a | b | c\nx | {{ city }} | {{ venue }}\ny | {{ venue }} | {{ theme }}\n"
    release = drafted(f"{{% block cell_x %}}\n{rows}{{% endblock %}}")

    assert [block.text for block in release.zh.blocks if block.role == "cell"] == ["a", "b", "x", "苏州"]
