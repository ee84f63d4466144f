"""Check, convert, glossary, house, rates: each asks api and keeps what was given."""

import errno
import io
import shutil
import sys
import zipfile

import docx
import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from lxml import html

from pressgen import api
from pressgen.desk.checking import folder
from pressgen.desk.models import Act, Check
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


@pytest.mark.skipif(sys.platform == "win32", reason="links want rights of their own on Windows")
@pytest.mark.parametrize("name", [".#own.csv", "._own.csv", "~$own.csv"])
def test_what_an_editor_leaves_beside_a_glossary_it_has_open_is_no_glossary(client, name):
    beside = settings.DESK.home / "glossary" / name
    if name.startswith(".#"):
        beside.symlink_to("wang@office.4711")
    else:
        beside.write_bytes(b"\0\5\26\7Mac OS X")
    try:
        answer = _checked(client, ("东湖.md", ZH), ("east.md", EN))
    finally:
        beside.unlink()
    assert (answer.status_code, "figure/scale" in answer.content.decode()) == (200, True)


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


def test_what_was_accepted_can_be_taken_back(client):
    _checked(client, ("东湖.md", ZH), ("east.md", EN))
    check = Check.objects.get()
    page = client.post(f"/check/{check.pk}/accept", {"number": "1", "reason": "原文如此"}, follow=True)
    row = html.fromstring(page.content.decode()).xpath("//details[@class='accepted']//form")[0]
    given = {field.name: field.value for field in row.xpath(".//input[@name!='csrfmiddlewaretoken']")}
    wrong = client.post(f"/check/{check.pk}/withdraw", {**given, "text": "other words"})
    assert wrong.status_code == 409
    again = client.post(f"/check/{check.pk}/withdraw", given, follow=True).content.decode()
    assert "1 accepted" not in again
    assert again.count("data-finding=") == page.content.decode().count("data-finding=") + 1
    assert Act.objects.filter(what="acceptance taken back").exists()


def test_what_is_accepted_in_every_text_is_not_said_of_the_next_files(client):
    path = settings.DESK.home / "pressgen.accepted.yaml"
    try:
        page = html.fromstring(_checked(client, ("东湖.md", ZH), ("east.md", EN)).content.decode())
        number = page.xpath("//li[@data-rule='figure/scale']/@data-finding")[0]
        check = Check.objects.get()
        given = {"number": number, "rule": "figure/other", "reason": "原文如此"}
        assert client.post(f"/check/{check.pk}/accept", given).status_code == 409
        given |= {"rule": "figure/scale", "everywhere": "1"}
        client.post(f"/check/{check.pk}/accept", given)
        page = _checked(client, ("东湖2.md", ZH), ("east2.md", EN)).content.decode()
        assert 'data-rule="figure/scale"' not in page
        last = Check.objects.first()
        given = {
            "number": "0",
            "text": html.fromstring(page).xpath("//details[@class='accepted']//p")[0].text,
        }
        page = client.post(f"/check/{last.pk}/withdraw", given, follow=True).content.decode()
        assert 'data-rule="figure/scale"' in page
    finally:
        path.unlink(missing_ok=True)


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


def _given(client, address, name, data, **more):
    return client.post(address, {"file": SimpleUploadedFile(name, data), **more})


def test_a_whole_file_is_converted_in_its_own_format(client):
    text = "# 东湖园区签约\n\n2023年7月14日，总投资10亿元。\n"
    answer = _given(client, "/convert/file", "a.md", text.encode(), day="2023-07-14")
    assert "约合1.4亿美元" in answer.content.decode()
    assert answer.headers["Content-Disposition"] == 'attachment; filename="a.converted.md"'
    page = "<html><body><p>2023年7月14日，总投资10亿元。</p></body></html>"
    assert "约合1.4亿美元" in _given(client, "/convert/file", "a.html", page.encode()).content.decode()
    word = _given(
        client, "/convert/file", "稿.docx", _word("2023年7月14日", "总投资10亿元。"), day="2023-07-14"
    )
    with zipfile.ZipFile(io.BytesIO(word.content)) as file:
        assert "w:ins" in file.read("word/document.xml").decode()


@pytest.mark.parametrize(
    ("name", "data"), [("a.exe", b"MZ"), ("a.docx", b"PK"), ("a.md", "总投资10亿元。".encode())]
)
def test_a_file_that_cannot_be_converted_is_said(client, name, data):
    assert _given(client, "/convert/file", name, data).status_code == 422


@pytest.fixture
def newsroom_as_it_was(newsroom_of_desk):
    home = settings.DESK.home
    before = {path: path.read_bytes() for path in (home / "pressgen.toml", home / HOUSE)}
    yield home
    for path, data in before.items():
        path.write_bytes(data)
    shutil.rmtree(home / "rates", ignore_errors=True)


HOUSE = "templates/houses/foshan-news/house.yaml"


def test_the_offices_rates_are_taken_in_and_come_first(client, newsroom_as_it_was):
    table = b"date,base,quote,rate\n2024-03-04,USD,CNY,7.0987\n2024-03-04,EUR,CNY,7.7\n"
    assert _given(client, "/rates/import", "parity.csv", table).status_code == 302
    page = client.get("/rates/?day=2024-03-04").content.decode()
    assert "7.0987" in page
    assert "parity" in page


def test_a_table_of_rates_with_faults_is_refused_with_its_lines(client, newsroom_as_it_was):
    table = b"date,base,quote,rate\n2024-03-04,USD,CNY,709.87\n"
    answer = _given(client, "/rates/import", "parity.csv", table)
    assert answer.status_code == 422
    assert "2: " in answer.content.decode()
    assert not (newsroom_as_it_was / "rates").exists()
    assert _given(client, "/rates/import", "a.exe", b"MZ").status_code == 422


def test_a_house_is_judged_line_by_line_while_it_is_written(client, newsroom_as_it_was):
    text = (newsroom_as_it_was / HOUSE).read_text(encoding="utf-8")
    wrong = text.replace("convert: never", "convert: sometimes")
    line = wrong[: wrong.index("sometimes")].count("\n") + 1
    page = client.post("/house/foshan-news/preview", {"text": wrong}).content.decode()
    assert f'data-line="{line}"' in page
    assert 'class="paper' not in page
    broken = client.post("/house/foshan-news/preview", {"text": "title: [\n"}).content.decode()
    assert "data-line=" in broken


@pytest.mark.slow
def test_a_house_being_written_is_shown_in_its_look_and_words(client, newsroom_as_it_was):
    text = (newsroom_as_it_was / HOUSE).read_text(encoding="utf-8")
    changed = (
        text.replace("中国{dateline}", "本报{dateline}讯") + "\nlook:\n  zh:\n    headline: {color: C00000}\n"
    )
    page = client.post("/house/foshan-news/preview", {"text": changed}).content.decode()
    assert "本报" in page
    look = html.fromstring(page).xpath("//@data-look")[0]
    css = client.get(f"/look/written/{look}.css")
    assert "#C00000" in css.content.decode()
    assert css.headers["Content-Type"].startswith("text/css")
    assert client.get("/look/written/nothing.css").status_code == 404
    assert "本报" not in client.get("/house/?house=foshan-news").content.decode()


def test_a_house_is_saved_if_every_line_is_right_and_nobody_saved_before(client, newsroom_as_it_was):
    text = (newsroom_as_it_was / HOUSE).read_text(encoding="utf-8")
    changed = text.replace("中国{dateline}", "本报{dateline}讯")
    wrong = {"text": text.replace("convert: never", "convert: sometimes"), "seen": text}
    assert client.post("/house/foshan-news/save", wrong).status_code == 422
    assert client.post("/house/foshan-news/save", {"text": changed, "seen": "other"}).status_code == 422
    assert client.post("/house/foshan-news/save", {"text": changed, "seen": text}).status_code == 302
    assert "本报" in client.get("/house/?house=foshan-news").content.decode()
    kept = list((settings.DESK.backups / "houses").glob("foshan-news-*.yaml"))
    assert any(path.read_text(encoding="utf-8") == text for path in kept)


def test_a_house_there_is_not_cannot_be_written(client):
    assert client.post("/house/nonsense/preview", {"text": "x"}).status_code == 404
    assert client.post("/house/nonsense/save", {"text": "x", "seen": ""}).status_code == 422


@pytest.mark.slow
def test_every_house_shows_its_page(client):
    for name in ("base", "foshan-news", "pr-wire", "nonsense"):
        page = client.get(f"/house/?house={name}")
        assert page.status_code == 200
        assert b'class="paper zh"' in page.content


def test_names_that_were_taken_in_are_never_told_to_have_been_lost(client, monkeypatch):
    """The page that says so has the office's name above it, for which the newsroom is read again."""

    def unreadable(*_):
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr("pressgen.desk.pages.room", unreadable)
    table = settings.DESK.home / "glossary" / "ferry.csv"
    try:
        upload = SimpleUploadedFile("ferry.csv", "zh,en\n渡口公园,Ferry Park\n".encode())
        answer = client.post("/glossary/import", {"file": upload})
        assert (answer.status_code, table.is_file()) == (200, True)
    finally:
        table.unlink(missing_ok=True)


def test_a_file_with_a_long_chinese_name_is_checked(client):
    name = "关于" + "佛山市商务局赴苏州招商推介" * 8
    page = _checked(client, (f"{name}.zh.md", ZH), (f"{name}.en.md", EN))
    assert (page.status_code, "figure/scale" in page.content.decode()) == (200, True)
    assert [each.endswith((".zh.md", ".en.md")) for each in Check.objects.get().files] == [True, True]
