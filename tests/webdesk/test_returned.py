"""A draft edited outside comes back: its changes are shown, checked, kept, and taken into the facts."""

import io

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from docx.oxml.ns import qn
from lxml import html

from pressgen import api
from pressgen.desk.comparing import shown
from pressgen.desk.models import Check, Story
from pressgen.desk.room import room

FACTS = {
    "headline": {"zh": "南湖书市开市", "en": "South Lake book fair opens"},
    "published": "2024-04-23 09:00",
    "date": "2024-04-23",
    "investment": {"total": "15.26亿元"},
    "story": [
        {"words": {"text": {"zh": "书市设在南湖公园。", "en": "The fair is held in South Lake Park."}}},
        {"indicator": {"name": {"zh": "销售额", "en": "sales"}, "value": "3.2亿元", "growth": "+12.5%"}},
        "rest",
    ],
    "credits": {"reporter": ["Eleanor"], "revisor": ["Linn"]},
}


@pytest.fixture
def made(story):
    facts = {name: value for name, value in FACTS.items() if name != "investment"}
    return story("own-text", **facts)


def _taken_out(client, story, lang="zh"):
    return docx.Document(io.BytesIO(client.get(f"/stories/{story.pk}/draft/{lang}.docx").content))


def _edited(document, *changes, more=""):
    for old, new in changes:
        found = [run for paragraph in document.paragraphs for run in paragraph.runs if old in run.text]
        assert found, old
        for run in found:
            run.text = run.text.replace(old, new)
    if more:
        document.paragraphs[-1].insert_paragraph_before(more)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _back(client, story, *files):
    uploads = [SimpleUploadedFile(name, data) for name, data in files]
    return client.post(f"/stories/{story.pk}/back", {"files": uploads}, follow=True)


def _choices(page):
    return [
        row.text_content()
        for row in html.fromstring(page.content.decode()).xpath("//form[@class='takes']//li")
    ]


def test_a_file_that_was_not_touched_has_no_changes(client, made):
    page = _back(client, made, ("稿.docx", _edited(_taken_out(client, made))))
    assert "Nothing changed." in page.content.decode()
    assert _choices(page) == []


def test_words_changed_in_word_are_shown_and_taken_into_the_card(client, made):
    data = _edited(_taken_out(client, made), ("设在南湖公园", "设在南湖公园东门"))
    page = _back(client, made, ("稿.docx", data))
    assert "<ins>" in page.content.decode()
    assert len(_choices(page)) == 1
    _take(client, made, 0)
    assert Story.objects.get(pk=made.pk).facts["story"][0]["words"]["text"] == {
        "zh": "书市设在南湖公园东门。",
        "en": "The fair is held in South Lake Park.",
    }


def _take(client, story, *numbers, version=None):
    check = Check.objects.get(story=story)
    sent = {"take": [str(number) for number in numbers], "version": str(version or story.version)}
    return client.post(f"/stories/{story.pk}/back/{check.pk}/take", sent)


def test_a_figure_changed_in_word_is_the_figure_of_its_card(client, made):
    data = _edited(_taken_out(client, made), ("3.2亿元", "3.5亿元"))
    page = _back(client, made, ("稿.docx", data))
    assert "3.5亿元" in _choices(page)[0]
    _take(client, made, 0)
    facts = Story.objects.get(pk=made.pk).facts
    assert facts["story"][1]["indicator"]["value"] == "3.5亿元"
    assert facts["story"][1]["indicator"]["growth"] == "+12.5%"


def test_a_figure_changed_in_one_language_is_found_against_the_other(client, made):
    data = _edited(_taken_out(client, made), ("3.2亿元", "32亿元"))
    page = _back(client, made, ("稿.docx", data)).content.decode()
    assert "figure/" in page


def test_a_new_paragraph_becomes_own_words_before_the_rest(client, made):
    data = _edited(_taken_out(client, made), more="书市持续三天。")
    page = _back(client, made, ("稿.docx", data))
    assert any("书市持续三天。" in row for row in _choices(page))
    _take(client, made, 0)
    story = Story.objects.get(pk=made.pk).facts["story"]
    assert story[-2:] == [{"words": {"text": {"zh": "书市持续三天。"}}}, "rest"]


def _without(document, *texts):
    body = document.element.body
    for paragraph in list(body.iterchildren(qn("w:p"))):
        if any(text in "".join(paragraph.itertext()) for text in texts):
            body.remove(paragraph)
    return document


def test_a_paragraph_taken_out_in_word_is_shown_so_and_takes_its_card_along(client, made):
    page = _back(client, made, ("稿.docx", _edited(_without(_taken_out(client, made), "南湖公园"))))
    assert "书市设在南湖公园。" in "".join(
        html.fromstring(page.content.decode()).xpath("//article//del//text()")
    )
    (choice,) = _choices(page)
    assert "Paragraph taken out" in choice
    _take(client, made, 0)
    story = Story.objects.get(pk=made.pk).facts["story"]
    assert [next(iter(item)) for item in story[:-1]] == ["indicator"]


def test_paragraphs_of_several_cards_go_together_and_the_others_stay(client, story):
    words = [{"words": {"text": {"zh": f"{name}开放。", "en": f"{name} opens."}}} for name in "甲乙丙丁"]
    facts = {**FACTS, "story": [words[0], words[1:3], words[3]]}
    made = story("own-text", **{name: value for name, value in facts.items() if name != "investment"})
    page = _back(client, made, ("稿.docx", _edited(_without(_taken_out(client, made), "甲开放", "乙开放"))))
    assert len(_choices(page)) == 3
    _take(client, made, 0, 1, 2)
    assert Story.objects.get(pk=made.pk).facts["story"] == [words[3]]


def test_what_one_language_still_says_and_what_only_moved_keeps_its_card(client, made):
    zh = _edited(_without(_taken_out(client, made), "南湖公园"))
    en = _edited(_taken_out(client, made, "en"))
    assert _choices(_back(client, made, ("zh.docx", zh), ("en.docx", en))) == []
    Check.objects.all().delete()
    moved = _edited(_without(_taken_out(client, made), "南湖公园"), more="书市设在南湖公园。")
    assert _choices(_back(client, made, ("稿.docx", moved))) == []


def test_a_card_changed_since_does_not_go_with_its_paragraph(client, made):
    data = _edited(_without(_taken_out(client, made), "南湖公园"))
    _back(client, made, ("稿.docx", data))
    Story.objects.filter(pk=made.pk).update(
        data=made.data.replace("书市设在南湖公园。", "书市设在西湖公园。"), version=2
    )
    made.refresh_from_db()
    assert _take(client, made, 0).status_code == 422
    assert "西湖" in Story.objects.get(pk=made.pk).data


def test_both_languages_come_back_together(client, made):
    zh = _edited(_taken_out(client, made), ("南湖公园", "北湖公园"))
    en = _edited(_taken_out(client, made, "en"), ("South Lake Park", "North Lake Park"))
    page = _back(client, made, ("zh.docx", zh), ("en.docx", en))
    assert len(_choices(page)) == 2
    _take(client, made, 0, 1)
    text = Story.objects.get(pk=made.pk).facts["story"][0]["words"]["text"]
    assert text == {"zh": "书市设在北湖公园。", "en": "The fair is held in North Lake Park."}


def test_what_came_back_is_a_version_and_stands_in_the_history(client, made):
    _back(client, made, ("稿.docx", _edited(_taken_out(client, made))))
    assert made.versions.filter(why="came back", note="稿.docx").count() == 1
    page = client.get(f"/stories/{made.pk}/history").content.decode()
    assert "Came back as files" in page
    assert "came back as a file" in page


def test_a_file_is_held_against_the_version_it_was_written_from(client, made, story):
    document = _taken_out(client, made)
    Story.objects.filter(pk=made.pk).update(
        data=made.data.replace("书市设在南湖公园。", "书市今年搬到了新的会展中心。"), version=2
    )
    made.refresh_from_db()
    page = _back(client, made, ("稿.docx", _edited(document, ("3.2亿元", "3.5亿元"))))
    assert "against version 1" in page.content.decode()
    assert len(_choices(page)) == 1


def test_a_card_that_was_changed_meanwhile_is_never_overwritten(client, made):
    document = _taken_out(client, made)
    _back(client, made, ("稿.docx", _edited(document, ("南湖公园", "北湖公园"))))
    Story.objects.filter(pk=made.pk).update(
        data=made.data.replace("书市设在南湖公园。", "书市设在西湖公园。"), version=2
    )
    made.refresh_from_db()
    assert _take(client, made, 0).status_code == 422
    assert "西湖" in Story.objects.get(pk=made.pk).data
    assert _take(client, made, 0, version=1).status_code in (409, 422)


def test_a_figure_that_is_none_is_said_and_nothing_changes(client, made):
    _back(client, made, ("稿.docx", _edited(_taken_out(client, made), ("3.2亿元", "3.2亿点二元"))))
    before = Story.objects.get(pk=made.pk).data
    _take(client, made, 0)
    assert Story.objects.get(pk=made.pk).data == before


def test_a_file_that_cannot_be_read_is_refused_in_a_sentence(client, made):
    for name, data in (("a.exe", b"MZ"), ("a.docx", b"PK nothing"), ("a.docx", b"")):
        answer = _back(client, made, (name, data))
        assert answer.status_code == 422
    assert not Check.objects.exists()


def test_a_markdown_draft_begins_a_story_of_own_words(client):
    zh = "# 南湖书市开市\n\n书市设在南湖公园，展位86个。\n\n书市持续三天。\n\n记者 | 王蕾\n"
    en = (
        "# South Lake book fair opens\n\nThe fair has 86 stands in South Lake Park.\n\nIt lasts three days.\n"
    )
    uploads = [SimpleUploadedFile("稿.md", zh.encode()), SimpleUploadedFile("en.md", en.encode())]
    page = client.post("/stories/import", {"files": uploads}, follow=True)
    facts = Story.objects.get().facts
    assert facts["headline"] == {"zh": "南湖书市开市", "en": "South Lake book fair opens"}
    assert [item["words"]["text"]["en"] for item in facts["story"]] == [
        "The fair has 86 stands in South Lake Park.",
        "It lasts three days.",
    ]
    assert facts["credits"] == {"reporter": [{"zh": "王蕾"}]}
    assert page.status_code == 200


def test_the_figures_of_both_texts_stand_side_by_side(client, made):
    shown = html.fromstring(client.get(f"/stories/{made.pk}/figures").content.decode())
    rows = [[cell.text_content() for cell in row] for row in shown.xpath("//tbody/tr")]
    assert ["3.2亿元", "320 million yuan"] in rows
    assert ["12.5%", "12.5%"] in rows


def test_a_word_draft_in_one_language_waits_for_the_other(client):
    document = docx.Document()
    for line in ("南湖书市开市", "书市设在南湖公园。"):
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    client.post("/stories/import", {"files": SimpleUploadedFile("稿.docx", out.getvalue())})
    story = Story.objects.get()
    assert story.open >= 1
    assert "南湖公园" in story.data


def test_a_comparison_has_both_texts_and_changes_figures_whole(wang):
    old, new = (
        api.passages(text).document("zh") for text in ("投资15亿元，增长5%。", "投资16亿元，增长5%。")
    )
    (line,) = shown("zh", api.compared(old, new, room().house())).lines
    assert "".join(run.text for run in line.runs if run.change != "ins") == "投资15亿元，增长5%。"
    assert "".join(run.text for run in line.runs if run.change != "del") == "投资16亿元，增长5%。"
    assert [run.text for run in line.runs if run.change] == ["15亿元", "16亿元"]
