"""What comes out of a story is what the command line writes; what goes in is looked at first."""

import io
import threading
import zipfile
from concurrent.futures import ThreadPoolExecutor

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from pressgen import api
from pressgen.desk import stories
from pressgen.desk.room import room

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c63f8cfc0f01f0005000201ff5b0c2a1a0000000049454e44ae426082"
)


@pytest.fixture
def made(story):
    return story()


def test_both_word_files_open_and_say_what_the_page_says(client, made):
    for lang, words in (("zh", "佛山"), ("en", "Foshan")):
        answer = client.get(f"/stories/{made.pk}/draft/{lang}.docx")
        assert words in docx.Document(io.BytesIO(answer.content)).paragraphs[0].text
        assert answer.headers["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize("form", ["md", "html", "ninjs"])
def test_every_format_is_taken_out_and_never_shown_as_a_page(client, made, form):
    answer = client.get(f"/stories/{made.pk}/draft/en.{form}")
    assert answer.status_code == 200
    assert "html" not in answer.headers["Content-Type"]


@pytest.mark.slow
def test_both_languages_come_in_one_word_file(client, made):
    for layout in api.LAYOUTS:
        text = client.get(f"/stories/{made.pk}/draft/{layout}.docx").content
        assert docx.Document(io.BytesIO(text))


def test_the_press_kit_holds_everything(client, made):
    kit = zipfile.ZipFile(io.BytesIO(client.get(f"/stories/{made.pk}/kit.zip").content))
    endings = {name.split(".", 1)[1] for name in kit.namelist()}
    assert endings >= {
        "zh.docx",
        "en.docx",
        "zh.md",
        "en.html",
        "zh.ninjs.json",
        "bilingual.docx",
        "record.json",
        "yaml",
    }


def test_the_facts_taken_out_are_the_facts(client, made, tmp_path):
    path = tmp_path / "event.yaml"
    path.write_bytes(client.get(f"/stories/{made.pk}/facts.yaml").content)
    assert api.facts(path, room().types)[0] == made.facts


def test_what_was_taken_out_is_in_the_history(client, made):
    client.get(f"/stories/{made.pk}/kit.zip")
    assert made.acts.filter(what="taken out").count() == 1
    assert made.versions.filter(why="taken out").count() == 1


def test_an_unfinished_story_says_what_it_lacks(client, story):
    unfinished = story("notice", headline={"zh": "好"})
    answer = client.get(f"/stories/{unfinished.pk}/draft/zh.docx")
    assert answer.status_code == 400
    assert "missing" in answer.content.decode()


def test_a_photo_is_kept_and_shown_and_printed(client, made):
    answer = client.post(f"/stories/{made.pk}/photo", {"photo": SimpleUploadedFile("../../会 场.PNG", PIXEL)})
    name = answer.json()["name"]
    assert name == "会-场.png"
    shown = client.get(f"/stories/{made.pk}/photo/{name}")
    assert shown.headers["Content-Type"] == "image/png"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.jpg", b"<script>alert(1)</script>"),
        ("a.svg", b"<svg onload='x'/>"),
        ("a.png", PIXEL[:40]),
        ("a", b""),
    ],
)
def test_what_is_no_picture_is_refused_and_not_kept(client, made, name, data):
    answer = client.post(
        f"/stories/{made.pk}/photo",
        {"photo": SimpleUploadedFile(name, data)},
        headers={"X-Requested-With": "desk"},
    )
    assert answer.status_code == 400
    assert not list(stories.folder(made).iterdir())


def test_nothing_outside_the_story_is_shown(client, made):
    assert client.get(f"/stories/{made.pk}/photo/..%2F..%2Fsecret.key").status_code == 404
    assert client.get(f"/stories/{made.pk}/draft/zh.exe").status_code == 404


@pytest.mark.slow
def test_the_facts_come_as_an_excel_form_that_is_read_as_the_same_story(client, made, tmp_path):
    path = tmp_path / "form.xlsx"
    path.write_bytes(client.get(f"/stories/{made.pk}/facts.xlsx").content)
    facts, faults = api.facts(path, room().types)
    assert faults == []
    assert facts["investment"] == made.facts["investment"]
    assert facts["headline"] == made.facts["headline"]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_is_copied_for_wechat_says_its_own_look(client, made, lang):
    copied = client.get(f"/stories/{made.pk}/copy/{lang}").json()
    assert "class=" not in copied["html"]
    assert "font-family" in copied["html"]
    assert made.facts["headline"][lang] not in copied["html"]
    assert copied["text"].startswith(made.facts["headline"][lang])
    assert "<" not in copied["text"]


def test_a_text_under_embargo_is_copied_and_printed_with_its_notice(client, story):
    facts = api.example(room().types["own-text"])
    held = story("own-text", **{**facts, "embargo": "2199-01-01 10:00"})
    copied = client.get(f"/stories/{held.pk}/copy/en").json()
    assert "EMBARGOED" in copied["text"].splitlines()[0]
    assert "EMBARGOED" in copied["html"]
    assert "EMBARGOED" in client.get(f"/stories/{held.pk}/print/en").content.decode()


def test_what_is_hostile_is_text_when_it_is_copied_or_printed(client, story):
    facts = {
        **api.example(room().types["own-text"]),
        "story": [{"zh": "<img src=x onerror=alert(1)>", "en": "<b>x</b>"}],
    }
    made = story("own-text", **facts)
    for shown in (
        client.get(f"/stories/{made.pk}/copy/zh").json()["html"],
        client.get(f"/stories/{made.pk}/print/both").content.decode(),
    ):
        assert "<img src=x" not in shown
        assert "&lt;img" in shown


def test_the_print_view_has_the_languages_asked_for(client, made):
    for lang, columns in (("zh", 1), ("en", 1), ("both", 2)):
        page = client.get(f"/stories/{made.pk}/print/{lang}").content.decode()
        assert page.count("<article") == columns
    assert client.get(f"/stories/{made.pk}/print/fr").status_code == 404


def test_a_story_without_a_text_says_so_when_it_is_copied(client, story):
    empty = story("own-text", published="never")
    answer = client.get(f"/stories/{empty.pk}/copy/zh", headers={"X-Requested-With": "desk"})
    assert answer.status_code in (200, 400)
    assert b"Traceback" not in answer.content


def test_two_photos_of_one_name_given_at_once_are_both_kept(made, monkeypatch):
    other = png((2, 1))
    together = threading.Barrier(2)
    look = stories.api.picture

    def looked(path):
        together.wait(10)
        return look(path)

    monkeypatch.setattr(stories.api, "picture", looked)
    with ThreadPoolExecutor(2) as pool:
        names = list(pool.map(lambda data: stories.add_photo(made, "image.png", data), (PIXEL, other)))

    assert sorted(names) == ["image-2.png", "image.png"]
    assert {path.read_bytes() for path in stories.photos(made)} >= {PIXEL, other}


def png(size):
    out = io.BytesIO()
    Image.new("RGB", size).save(out, "png")
    return out.getvalue()
