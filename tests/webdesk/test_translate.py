"""The translator's page: what waits as a list, saved one by one, nobody's words overwritten."""

import pytest
from lxml import html

from pressgen.desk.models import Story
from pressgen.desk.stories import Made

FACTS = {
    "headline": {"zh": "南湖书市开市", "en": "South Lake book fair opens"},
    "published": "2024-04-23 09:00",
    "story": [
        {"words": {"text": {"zh": "书市设在南湖公园。"}}},
        {"words": {"text": {"en": "It lasts three days."}}},
    ],
}


@pytest.fixture
def made(story):
    return story("own-text", **FACTS)


def _forms(client, story):
    page = html.fromstring(client.get(f"/stories/{story.pk}/translate").content.decode())
    return [dict(form.form_values()) for form in page.xpath("//ol[@class='translating']//form")]


def _saved(client, story, form, text):
    return client.post(
        f"/stories/{story.pk}/translate/save", {**form, "text": text}, headers={"HX-Request": "true"}
    )


def test_everything_that_waits_is_listed_in_its_language(client, made):
    forms = _forms(client, made)
    assert {(form["lang"], form["source"]) for form in forms} >= {
        ("zh", "It lasts three days."),
        ("en", "书市设在南湖公园。"),
    }


def test_each_is_saved_by_itself_and_no_longer_waits(client, made):
    form = next(form for form in _forms(client, made) if form["lang"] == "en")
    answer = _saved(client, made, form, "The fair is held in South Lake Park.")
    assert answer.status_code == 200
    assert "South Lake Park" in answer.content.decode()
    saved = Story.objects.get(pk=made.pk)
    assert saved.facts["story"][0]["words"]["text"] == {
        "zh": "书市设在南湖公园。",
        "en": "The fair is held in South Lake Park.",
    }
    assert saved.facts["story"][1] == made.facts["story"][1]
    assert form["source"] not in [each["source"] for each in _forms(client, saved)]


def test_what_was_translated_meanwhile_is_not_overwritten(client, made):
    form = next(form for form in _forms(client, made) if form["lang"] == "en")
    _saved(client, made, form, "The fair is held in South Lake Park.")
    assert _saved(client, made, form, "Another one.").status_code == 409
    assert "Another" not in Story.objects.get(pk=made.pk).data


def test_nothing_and_a_brace_that_names_no_fact_are_refused_in_a_sentence(client, made):
    form = next(form for form in _forms(client, made) if form["lang"] == "en")
    for text in ("", "The fair {here}."):
        answer = _saved(client, made, form, text)
        assert answer.status_code == 422
        assert answer.content.decode().strip()
    assert Story.objects.get(pk=made.pk).version == made.version


def test_a_figure_in_the_translation_stays_the_fact_it_is(client, story):
    facts = {
        **FACTS,
        "story": [
            {"indicator": {"id": "sales", "name": {"zh": "销售额", "en": "sales"}, "value": "3.2亿元"}},
            {"words": {"text": {"zh": "其中线上占{sales.value}的一半。"}}},
        ],
    }
    made = story("own-text", **facts)
    form = next(form for form in _forms(client, made) if "一半" in form["source"])
    _saved(client, made, form, "Half of the 320 million yuan came from online sales.")
    text = Story.objects.get(pk=made.pk).facts["story"][1]["words"]["text"]["en"]
    assert text == "Half of the {sales.value} came from online sales."


def test_a_story_in_which_nothing_waits_says_so(client, story):
    assert "Nothing waits." in client.get(f"/stories/{story().pk}/translate").content.decode()


def test_a_story_without_a_text_is_not_said_to_be_translated(client, made, monkeypatch):
    monkeypatch.setattr(Made, "draft", None)
    page = client.get(f"/stories/{made.pk}/translate").content.decode()
    assert "Nothing waits." not in page
    assert "There is no text yet" in page
