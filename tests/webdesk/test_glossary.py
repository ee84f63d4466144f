"""The glossary at the desk: edited where it stands, taken in and given out, remembered, and what waits."""

import csv
import io
from dataclasses import replace

import openpyxl
import pytest
from django.conf import settings
from django.contrib.auth.models import Group, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from lxml import html

from pressgen import api
from pressgen.desk import flow
from pressgen.desk.models import NameChange
from pressgen.desk.room import room


@pytest.fixture(autouse=True)
def tables_as_they_were(newsroom_of_desk):
    """What a test writes into the newsroom's tables is gone behind it."""
    folder = settings.DESK.home / "glossary"
    before = {path: path.read_bytes() for path in folder.glob("*.csv")}
    yield
    for path in set(folder.glob("*.csv")) - set(before):
        path.unlink()
    for path, data in before.items():
        if not path.is_file() or path.read_bytes() != data:
            path.write_bytes(data)


@pytest.fixture
def harbour(client):
    """A name that is the newsroom's own."""
    client.post("/glossary/add", {"zh": "青云港", "en": "Qingyun Port", "kind": "place"})
    return room().house().glossary.named("青云港")


def _form(client, entry):
    page = html.fromstring(client.get(f"/glossary/entry?id={entry.id}").content.decode())
    (form,) = page.xpath("//form[@class='entry']")
    sent = {}
    for name, value in form.form_values():
        sent.setdefault(name, []).append(value)
    return sent


def _changed(sent, column, row, value):
    return {**sent, column: [value if each == row else old for each, old in enumerate(sent[column])]}


def test_an_entry_is_edited_where_it_stands(client, harbour):
    sent = _changed(_form(client, harbour), "text", 1, "Qingyun Harbour")
    assert client.post("/glossary/change", sent).status_code == 302
    assert api.named(room().house(), "青云港") == "Qingyun Harbour"


def test_what_the_form_does_not_show_stays(client, harbour):
    client.post("/glossary/change", _changed(_form(client, harbour), "note", 1, "as on the gate"))
    entry = room().house().glossary.named("青云港")
    assert entry.kind == "place"
    assert [term.text for term in entry.terms] == ["青云港", "Qingyun Port"]
    assert entry.terms[1].note == "as on the gate"


@pytest.mark.slow
def test_one_more_name_may_be_one_not_to_be_used(client, harbour):
    sent = _form(client, harbour)
    for column, value in (("text", "Green Cloud Port"), ("lang", "en"), ("status", "deprecated")):
        sent = _changed(sent, column, 2, value)
    client.post("/glossary/change", sent)
    assert room().house().glossary.status("Green Cloud Port", "en") == "deprecated"


def test_an_entry_without_a_language_or_with_a_clash_is_refused_in_a_sentence(client, harbour):
    for text in ("", "中文", "Foshan Hi-tech Zone\x07"):
        answer = client.post("/glossary/change", _changed(_form(client, harbour), "text", 1, text))
        assert answer.status_code == 422
    assert api.named(room().house(), "青云港") == "Qingyun Port"


def test_the_second_of_two_people_is_told_and_nothing_is_lost(client, harbour):
    first = _changed(_form(client, harbour), "text", 1, "Qingyun Harbour")
    second = _changed(_form(client, harbour), "text", 1, "Port of Qingyun")
    client.post("/glossary/change", first)
    assert client.post("/glossary/change", second).status_code == 409
    assert api.named(room().house(), "青云港") == "Qingyun Harbour"


def test_an_entry_is_removed_and_the_history_remembers_it(client, harbour):
    client.post("/glossary/change", {**_form(client, harbour), "remove": "1"})
    assert room().house().glossary.named("青云港") is None
    page = client.get("/glossary/history").content.decode()
    assert "Qingyun Port" in page
    assert "<del>" in page


def test_the_history_says_who_and_what_stood_before(client, harbour):
    client.post("/glossary/change", _changed(_form(client, harbour), "text", 1, "Qingyun Harbour"))
    change = NameChange.objects.first()
    assert (change.by.username, change.before, change.after) == (
        "wang",
        "青云港 · Qingyun Port",
        "青云港 · Qingyun Harbour",
    )
    assert "Qingyun Harbour" in client.get(f"/glossary/entry?id={harbour.id}").content.decode()


def test_a_table_is_taken_in_and_again_is_an_update(client):
    def given(en):
        table = f"zh,en,kind\n云水大桥,{en},place\n".encode()
        return client.post("/glossary/import", {"file": SimpleUploadedFile("桥.csv", table)})

    assert "1 added" in given("Yunshui Bridge").content.decode()
    assert "1 changed here" in given("Yunshui Grand Bridge").content.decode()
    assert api.named(room().house(), "云水大桥") == "Yunshui Grand Bridge"
    assert NameChange.objects.count() == 2


def test_a_file_with_faults_is_refused_with_its_lines(client):
    table = "id,lang,term,status\na,zh,云水大桥,perhaps\n".encode()
    answer = client.post("/glossary/import", {"file": SimpleUploadedFile("a.csv", table)})
    assert answer.status_code == 422
    assert "2: " in answer.content.decode()
    for name, data in (("a.exe", b"MZ"), ("a.xlsx", b"PK"), ("a.tbx", b"<!DOCTYPE x [<!ENTITY a 'b'>]><x/>")):
        assert client.post("/glossary/import", {"file": SimpleUploadedFile(name, data)}).status_code == 422


@pytest.mark.slow
def test_all_names_are_given_out_in_every_format(client, harbour):
    rows = list(csv.DictReader(io.StringIO(client.get("/glossary/glossary.csv").content.decode("utf-8-sig"))))
    assert any(row["term"] == "青云港" for row in rows)
    book = openpyxl.load_workbook(io.BytesIO(client.get("/glossary/glossary.xlsx").content), read_only=True)
    assert any("青云港" in map(str, row) for row in book.active.iter_rows(values_only=True))
    tbx = client.get("/glossary/glossary.tbx")
    assert "青云港" in tbx.content.decode()
    assert tbx.headers["Content-Disposition"].startswith("attachment")
    assert client.get("/glossary/glossary.exe").status_code == 404


def test_what_a_spreadsheet_would_run_is_given_out_as_text(client):
    client.post("/glossary/add", {"zh": "=港口", "en": "=cmd|' /C calc'!A0 Port"})
    for row in csv.reader(io.StringIO(client.get("/glossary/glossary.csv").content.decode("utf-8-sig"))):
        assert not any(cell[:1] in ("=", "+", "@") for cell in row), row


def test_faults_lead_to_their_entries(client):
    table = "id,lang,term\nx,zh,云水大橋\nx,en,Yunshui Bridge\n".encode()
    client.post("/glossary/import", {"file": SimpleUploadedFile("a.csv", table)})
    page = client.get("/glossary/faults").content.decode()
    assert "a.csv:2" in page
    assert "/glossary/entry?id=x" in page


def test_names_of_stories_that_no_list_has_wait_with_a_spelling(client, story):
    story("own-text", headline={"zh": "好", "en": "Good"}, city="青云港")
    page = client.get("/glossary/waiting").content.decode()
    assert 'value="青云港"' in page
    assert "Qingyun" in page
    client.post("/glossary/add", {"zh": "青云港", "en": "Qingyun Port", "back": "waiting"})
    assert "青云港" not in client.get("/glossary/waiting").content.decode()


def test_an_open_reading_waits_first(client, story):
    story("own-text", headline={"zh": "好", "en": "Good"}, city={"zh": "青云港", "en": "Qingyun"})
    story(
        "own-text",
        headline={"zh": "好", "en": "Good"},
        city={"zh": "单宇", "en": "Shan Yu", "reading": "open"},
    )
    rows = html.fromstring(client.get("/glossary/waiting").content.decode()).xpath("//ul/li")
    assert "reading to check" in rows[0].text_content()


@pytest.mark.parametrize("words", ["foshan gaoxinqu", "gaoxin", "fsgxq", "高新区", "hi-tech"])
def test_names_are_found_by_pinyin_in_full_and_by_initials(client, words):
    assert "Foshan Hi-tech Zone" in client.get("/glossary/", {"q": words}).content.decode()


def test_a_name_being_typed_is_completed_in_both_languages(client):
    found = client.get("/glossary/complete", {"q": "佛山高新"}).json()["names"]
    assert {
        "zh": "佛山国家高新技术产业开发区",
        "en": "Foshan National Hi-tech Industrial Development Zone",
    } in found
    assert client.get("/glossary/complete", {"q": ""}).json() == {"names": []}


def test_who_may_not_change_names_may_read_them(newsroom_of_desk, database, harbour, monkeypatch):
    monkeypatch.setattr(settings, "DESK", replace(settings.DESK, team=True))
    reporter = User.objects.create_user("a-reporter")
    reporter.groups.add(Group.objects.get_or_create(name="reporter")[0])
    client = Client(headers={"accept-language": "en", "host": "127.0.0.1"})
    client.force_login(reporter)
    assert not flow.may(reporter, "names")
    assert client.get(f"/glossary/entry?id={harbour.id}").status_code == 200
    for address in ("/glossary/change", "/glossary/import", "/glossary/add"):
        assert client.post(address, {"id": harbour.id}).status_code == 403
