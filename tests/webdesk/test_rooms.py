"""Check, convert, glossary, house, rates: each asks api and keeps what was given."""

import io

import docx
import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from lxml import html

from pressgen import api
from pressgen.desk.checking import folder
from pressgen.desk.models import Check
from pressgen.desk.room import room

ZH = "# 东湖园区签约\n\n东湖园区今年签约项目86个,总投资15.26亿元。\n"
EN = "# East Lake park signs contracts\n\nThe East Lake park signed 86 projects worth 15.26 million yuan this year.\n"


def _checked(client, *files):
    uploads = [
        SimpleUploadedFile(name, data if isinstance(data, bytes) else data.encode()) for name, data in files
    ]
    return client.post("/check/", {"files": uploads}, follow=True)


def _word(*lines):
    document, out = docx.Document(), io.BytesIO()
    for line in lines:
        document.add_paragraph(line)
    document.save(out)
    return out.getvalue()


def test_a_figure_that_disagrees_is_marked_in_both_texts(client):
    page = _checked(client, ("东湖.md", ZH), ("east.md", EN)).content.decode()
    assert "figure/scale" in page
    row = html.fromstring(page).xpath("//li[@data-rule='figure/scale']")[0]
    hits = html.fromstring(page).xpath("//article//span[@data-hits]")
    lit = [hit.text for hit in hits if row.get("data-finding") in hit.get("data-hits").split()]
    assert {"15.26亿元", "15.26 million yuan"} <= set(lit)


def test_safe_fixes_are_made_and_then_gone(client):
    _checked(client, ("东湖.md", ZH), ("east.md", EN))
    check = Check.objects.get()
    client.post(f"/check/{check.pk}/fix")
    assert "86个，总投资" in (folder(check) / "东湖.md").read_text(encoding="utf-8")


def test_what_was_accepted_with_a_reason_is_not_said_again(client):
    before = _checked(client, ("东湖.md", ZH), ("east.md", EN)).content.decode()
    check = Check.objects.get()
    assert client.post(f"/check/{check.pk}/accept", {"number": "1", "reason": " "}).status_code == 422
    after = client.post(
        f"/check/{check.pk}/accept", {"number": "1", "reason": "原文如此"}, follow=True
    ).content.decode()
    assert after.count("data-finding=") == before.count("data-finding=") - 1
    assert "1 accepted" in after


def test_word_files_come_back_with_comments(client):
    _checked(client, ("稿.docx", _word(*ZH.split("\n\n"))), ("en.docx", _word(*EN.split("\n\n"))))
    check = Check.objects.get()
    copies = [client.get(f"/check/{check.pk}/file/{name}") for name in check.files]
    assert any(list(docx.Document(io.BytesIO(copy.content)).comments) for copy in copies)
    report = client.get(f"/check/{check.pk}/report.html")
    assert report.headers["Content-Disposition"].startswith("attachment")
    assert b"figure/scale" in report.content


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.exe", b"MZ"), ("a.docx", b"no zip"), ("a.docx", b"\xd0\xcf\x11\xe0"), ("a.md", b"\xff\xfe\x00")],
)
def test_a_file_that_cannot_be_read_is_said_in_a_sentence_and_not_kept(client, name, data):
    answer = _checked(client, (name, data))
    assert answer.status_code == 400
    assert not Check.objects.exists()


def test_two_files_in_one_language_are_said_to_be(client):
    assert "Both files are in one language" in _checked(client, ("a.md", ZH), ("b.md", ZH)).content.decode()


def test_what_a_file_says_is_shown_as_text(client):
    hostile = "# 标题<script>alert(1)</script>\n\n正文<img src=x onerror=alert(1)>，总投资15亿元。\n"
    page = _checked(client, ("<b>a</b>.md", hostile)).content.decode()
    assert "<script>alert" not in page
    assert "<img src=x" not in page


def test_somebody_elses_check_is_not_found(client):

    _checked(client, ("a.md", ZH))
    other = Client(headers={"host": "127.0.0.1"})
    other.force_login(User.objects.create_user("li"))
    check = Check.objects.get()
    for address in ("", "report.html", "file/a.md"):
        assert other.get(f"/check/{check.pk}/{address}").status_code == 404
    assert other.post(f"/check/{check.pk}/fix").status_code == 404


def test_a_sum_and_a_text_are_converted_at_the_days_rate(client):
    page = client.post("/convert/", {"sum": "2405.72亿元", "day": "2023-07-14"}).content.decode()
    assert "240.572 billion yuan (USD 33.7 billion)" in page
    assert "ECB" in page
    page = client.post("/convert/", {"text": "总投资10亿元。", "day": "2023-07-14"}).content.decode()
    assert "约合1.4亿美元" in page


def test_what_is_no_sum_is_said(client):
    assert 'role="alert"' in client.post("/convert/", {"sum": "很多", "day": "2023-07-14"}).content.decode()
    assert 'role="alert"' in client.get("/rates/?day=never").content.decode()


def test_the_rates_of_a_day_say_where_they_are_from(client):
    page = client.get("/rates/?day=2023-07-15").content.decode()
    assert "ECB" in page
    assert "no rate on the day itself" in page


def test_names_are_found_in_both_languages_and_by_pinyin(client):
    for words in ("高新区", "hi-tech", "fsgxq"):
        assert "Foshan Hi-tech Zone" in client.get(f"/glossary/?q={words}").content.decode()


def test_a_new_name_is_proposed_added_and_then_known(client):
    page = client.get("/glossary/?q=欧阳婉儿").content.decode()
    assert "Ouyang Wan&#x27;er" in page
    client.post("/glossary/add", {"zh": "欧阳婉儿", "en": "Ouyang Wan'er", "kind": "person"})
    assert api.named(room().house(), "欧阳婉儿") == "Ouyang Wan'er"
    assert client.post("/glossary/add", {"zh": "欧阳婉儿", "en": "Other"}).status_code == 422
    assert client.post("/glossary/add", {"zh": "no Han", "en": "Other"}).status_code == 422


def test_every_house_shows_its_page(client):
    for name in ("base", "foshan-news", "pr-wire", "nonsense"):
        page = client.get(f"/house/?house={name}")
        assert page.status_code == 200
        assert b'class="paper zh"' in page.content
