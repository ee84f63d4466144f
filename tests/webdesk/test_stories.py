"""The list of stories: made, copied, taken in, found again."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from pressgen import api
from pressgen.desk.models import Story
from pressgen.desk.room import room
from pressgen.desk.samples import take_in_samples


def test_a_new_desk_says_how_to_begin(client):
    assert "No story yet" in client.get("/").content.decode()


def test_a_new_story_opens_on_its_page(client):
    answer = client.post("/stories/new", {"type": "notice"}, follow=True)
    assert answer.status_code == 200
    assert "Headline is missing" in answer.content.decode()


def test_there_is_no_story_of_a_type_there_is_not(client):
    assert client.post("/stories/new", {"type": "../base"}).status_code == 404


def test_a_copy_is_a_draft_of_the_same_facts_under_no_name_yet(client, story):
    old = story()
    client.post(f"/stories/{old.pk}/copy")
    copy = Story.objects.exclude(pk=old.pk).get()
    assert copy.facts["investment"] == old.facts["investment"]
    assert "slug" not in copy.facts


def test_an_event_file_becomes_a_story(client):
    text = api.event_text(api.example(room().types["festival"]))
    client.post("/stories/import", {"files": SimpleUploadedFile("event.yaml", text.encode())})
    assert Story.objects.get().type == "festival"


@pytest.mark.slow
def test_an_excel_form_becomes_a_story(client):
    form = api.form("notice", room().newsroom, filled=True)
    client.post("/stories/import", {"files": SimpleUploadedFile("表.xlsx", form)})
    assert Story.objects.get().type == "notice"


def test_a_file_of_the_wrong_kind_is_refused_in_a_sentence(client):
    for name, data in (
        ("a.exe", b"MZ"),
        ("a.yaml", b"- x"),
        ("a.xlsx", b"PK nothing"),
        ("a.yaml", b"release: nonsense"),
    ):
        answer = client.post("/stories/import", {"files": SimpleUploadedFile(name, data)})
        assert answer.status_code == 422
        assert b"Traceback" not in answer.content
    assert not Story.objects.exists()


def test_stories_are_found_by_words_type_and_state(client, story):
    for name in ("sports-event", "festival", "investment-promotion"):
        story(name)

    def shown(query):
        return (
            client.get(f"/?{query}", headers={"HX-Request": "true"}).content.decode().count('class="story"')
        )

    assert shown("") == 3
    assert shown("q=马拉松") == 1
    assert shown("type=festival") == 1
    assert shown("state=approved") == 0


@pytest.mark.slow
def test_every_example_comes_without_a_fault_of_its_own_facts(client, wang):
    taken = list(take_in_samples(wang))
    assert all(each.zh and each.en for each in taken)
    assert len(taken) == client.get("/").content.decode().count('class="story"') == len(room().types)
