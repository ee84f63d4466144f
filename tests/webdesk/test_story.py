"""A story's page: cards made from declarations, saves that lose nothing, a preview that follows."""

import json
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.http import QueryDict
from lxml import html

from pressgen import api
from pressgen.desk import stories
from pressgen.desk.comparing import made_of
from pressgen.desk.models import Story
from pressgen.desk.room import room
from tests.grids import crossed, some
from tests.webdesk.forms import put, sent
from tests.webdesk.test_files import PIXEL

TYPES = sorted(api.types(api.open_newsroom(Path.cwd())))


def _saved(client, story, pairs):
    body = QueryDict(mutable=True)
    for name, value in pairs:
        body.appendlist(name, value)
    return client.post(
        f"/stories/{story.pk}/save", body.urlencode(), content_type="application/x-www-form-urlencoded"
    )


def _texts(data):
    here = room()
    file = here.newsroom.folders[0] / "event.yaml"
    draft, faults = api.preview(
        api.enter(data, file, here.newsroom, here.types, today=here.day), here.house()
    )
    return [block.text for block in draft.release.blocks], [str(fault) for fault in faults]


@pytest.mark.parametrize("name", some(TYPES, of=12))
def test_a_page_sent_back_as_it_was_says_the_same(client, story, name):
    made = story(name)
    before = _texts(made.facts)
    page = client.get(f"/stories/{made.pk}/")
    pairs = sent(page.content)
    answer = _saved(client, made, put(pairs, "own_order", "1"))
    assert answer.status_code == 200
    made.refresh_from_db()
    assert _texts(made.facts) == before


def test_what_is_typed_stands_in_the_preview_and_in_the_list(client, story):
    made = story()
    pairs = sent(client.get(f"/stories/{made.pk}/").content)
    answer = _saved(
        client, made, put(put(pairs, "investment.total.value", "2500亿元"), "headline.zh", "新标题")
    )
    assert "2500亿元" in answer.json()["preview"]
    assert "250 billion yuan" in answer.json()["preview"]
    assert "新标题" in client.get("/").content.decode()
    assert answer.json()["version"] == 2


def test_a_fault_is_said_at_its_input_and_the_rest_is_still_shown(client, story):
    made = story()
    pairs = sent(client.get(f"/stories/{made.pk}/").content)
    answer = _saved(client, made, put(pairs, "investment.total.value", "很多")).json()
    assert [note["kind"] for note in answer["notes"]["investment.total"]] == ["fault"]
    assert "267" in answer["preview"]


@pytest.mark.parametrize("name", some(TYPES, of=6, first=1))
def test_who_has_only_begun_is_asked_in_plain_words_and_not_accused(client, name):
    client.post("/stories/new", {"type": name})
    page = client.get(f"/stories/{Story.objects.get().pk}/", headers={"accept-language": "zh-hans"})
    notes = json.loads(html.fromstring(page.content.decode()).get_element_by_id("notes").text)
    rows = [row for found in notes.values() for row in found]
    assert {row["kind"] for row in rows} == {"missing"}
    assert {"headline", "credits.reporter", "credits.revisor"} <= set(notes)
    assert [row["text"] for row in rows if re.search("[a-z]{3}", row["text"])] == []
    tree = html.fromstring(page.content.decode())
    assert tree.xpath("//p[@class='fault' and not(@hidden)]") == []
    assert tree.get_element_by_id("name").text == "（还没有标题）"


def test_a_finding_names_a_fact_as_its_card_does(client, story):
    made = story(
        "appointment",
        headline={"zh": "绍兴设立低空经济中心", "en": "Shaoxing sets up a center"},
        published="2024-05-06 09:00",
        date="2024-05-06",
        institution={"name": {"zh": "低空经济中心", "en": "Low-Altitude Economy Center"}},
        staffing={"who": {"zh": "甲科", "en": "Section A"}},
        credits={"reporter": ["Eleanor"], "revisor": ["Linn"]},
    )
    page = client.get(f"/stories/{made.pk}/", headers={"accept-language": "zh-hans"}).content.decode()
    said = html.fromstring(page).xpath("//li[@data-finding]//p[1]")
    assert any("编制人员 · 谁（" in row.text_content() for row in said)
    assert "staffing.who（" not in page


ACROSS = {
    "published is before the day": {"published": "1999-05-06 10:00", "date": "1999-06-07"},
    "the last day is before the first": {"date": "2023-07-14", "end": "2023-07-01"},
    "no day and no headline": {"date": None, "headline": None},
    "no moment": {"published": None, "headline": None},
    "nothing but nonsense": {"published": "昨天下午", "date": "99亿", "headline": {"zh": "只有中文"}},
    "a name that is no file's": {"slug": "../../../etc/passwd", "headline": None},
    "a name in Chinese": {"slug": "招商", "house": "nobodys"},
}


@pytest.mark.parametrize(("name", "fault"), crossed(TYPES, [*ACROSS], of=3))
def test_whatever_is_wrong_across_fields_the_rest_is_still_drafted(story, name, fault):
    here = room()
    facts = {**api.example(here.types[name]), **ACROSS[fault]}
    made = made_of(story(name, **{key: value for key, value in facts.items() if value}), here)
    assert made.draft
    assert len(made.draft.release.blocks) > 4


def test_a_name_of_files_never_leads_out_of_a_folder(client, story):
    made = story("notice", slug="../../../../tmp/pressgen-astray", headline={"zh": "好"})
    assert client.get(f"/stories/{made.pk}/kit.zip").status_code == 400
    assert not Path("/tmp/pressgen-astray.yaml").exists()  # noqa: S108  # where it would have led
    answer = client.get(f"/stories/{made.pk}/facts.yaml")
    assert ".." not in answer["Content-Disposition"]


def test_a_fault_in_a_list_is_said_at_the_item_that_was_typed(client, story):
    made = story("notice", headline={"zh": "好"}, credits={"reporter": ["A"]})
    pairs = [
        ("version", "1"),
        ("own_order", "1"),
        ("item", "b"),
        ("is.b", "lead"),
        ("item", "a"),
        ("is.a", "kind:share"),
        ("join.a", "1"),
    ]
    pairs += [("story.a.share.name.zh", "制造业"), ("story.a.share.value.value", "多"), ("headline.zh", "好")]
    answer = _saved(client, made, pairs).json()
    assert "story.a.share.value" in answer["notes"]
    made.refresh_from_db()
    assert made.facts["story"] == ["lead", {"share": {"name": "制造业", "value": "多"}}] or made.facts[
        "story"
    ] == [["lead", {"share": {"name": "制造业", "value": "多"}}]]


def test_cards_in_another_order_are_paragraphs_in_that_order(client, story):
    made = story()
    pairs = [
        (name, value) for name, value in sent(client.get(f"/stories/{made.pk}/").content) if name != "item"
    ]
    pairs = [
        *put(pairs, "own_order", "1"),
        ("item", "w"),
        ("is.w", "kind:words"),
        ("item", "p"),
        ("is.p", "response"),
        ("item", "l"),
        ("is.l", "lead"),
        ("join.l", "1"),
    ]
    pairs += [("story.w.words.text.zh", "开头。"), ("story.w.words.text.en", "First.")]
    _saved(client, made, pairs)
    made.refresh_from_db()
    assert made.facts["story"] == [
        {"words": {"text": {"zh": "开头。", "en": "First."}}},
        ["response", "lead"],
    ]


def test_two_people_in_one_story_lose_nothing(client, story):
    made = story()
    pairs = sent(client.get(f"/stories/{made.pk}/").content)
    assert _saved(client, made, put(pairs, "headline.zh", "我的")).status_code == 200
    late = _saved(client, made, put(pairs, "headline.zh", "他的"))
    made.refresh_from_db()
    assert late.status_code == 409
    assert made.facts["headline"]["zh"] == "我的"


def test_what_stood_before_is_kept(client, story):
    made = story()
    pairs = sent(client.get(f"/stories/{made.pk}/").content)
    _saved(client, made, put(pairs, "headline.zh", "后来的"))
    assert json.loads(made.versions.get().data)["headline"]["zh"] == "佛山赴苏州招商 携手长三角做强制造业"


@pytest.mark.slow
def test_characters_no_database_keeps_are_left_out(client, story):
    made = story()
    pairs = sent(client.get(f"/stories/{made.pk}/").content)
    _saved(client, made, put(pairs, "headline.zh", "标\x00题"))
    made.refresh_from_db()
    assert made.facts["headline"]["zh"] == "标题"


def test_nothing_changed_is_no_new_version(client, story):
    made = story("notice", headline={"zh": "好", "en": "Good"})
    pairs = sent(client.get(f"/stories/{made.pk}/").content)
    assert _saved(client, made, pairs).json()["version"] == 1


def test_a_new_card_has_names_of_its_own(client, story):
    made = story()
    first, second = (client.get(f"/stories/{made.pk}/card?kind=share").content.decode() for _ in range(2))
    assert "share" in first
    assert first != second
    assert client.get(f"/stories/{made.pk}/card?kind=nonsense").status_code == 404


def test_one_more_item_and_what_stands_beside_a_figure_are_asked_for(client, story):
    made = story()
    assert "contracts.n" in client.get(f"/stories/{made.pk}/piece?name=contracts").content.decode()
    assert (
        "guests.companies.growth"
        in client.get(f"/stories/{made.pk}/piece?beside=1&name=guests.companies").content.decode()
    )
    assert client.get(f"/stories/{made.pk}/piece?name=no.such").status_code == 404


def test_a_name_the_glossary_knows_is_said_and_an_unknown_one_proposed(client, story):
    made = story("notice", headline={"zh": "好", "en": "Good"}, city="佛山", dateline="单宇镇")
    page = client.get(f"/stories/{made.pk}/").content.decode()
    notes = json.loads(page.split('id="notes" type="application/json">')[1].split("</script>")[0])
    assert notes["city"][0]["other"] == "Foshan"
    assert notes["dateline"][0]["kind"] in ("proposed", "open")


@pytest.fixture
def drafted(monkeypatch):
    """Each draft that was made."""
    made, real = [], api.preview
    monkeypatch.setattr(api, "preview", lambda *given: made.append(given) or real(*given))
    return made


def test_a_page_opened_again_is_drafted_again_where_something_changed(client, story, drafted):
    made = story("own-text", headline={"zh": "书市,花市开门", "en": "Two fairs open"})
    accepted = settings.DESK.home / "pressgen.accepted.yaml"

    def found():
        return client.get(f"/stories/{made.pk}/").content.decode().count("data-finding")

    first = found()
    assert found() == first > 0
    assert len(drafted) == 1
    comma = next(each for each in made_of(made, room()).findings if each.span.text == ",")
    try:
        accepted.write_text(f"- {{rule: {comma.rule.id}, text: ',', reason: 原文如此}}\n", encoding="utf-8")
        assert found() == first - 1
    finally:
        accepted.unlink()
    assert found() == first
    before = len(drafted)
    (stories.folder(made) / "hall.png").write_bytes(PIXEL)
    assert (found(), len(drafted)) == (first, before + 1)


def test_a_page_is_small(client, story):
    assert len(client.get(f"/stories/{story().pk}/").content) < 150_000


def test_no_story_by_number(client, story):
    story()
    assert client.get("/stories/1/").status_code == 404
    assert client.get("/stories/00000000-0000-4000-8000-000000000000/").status_code == 404
    assert Story.objects.count() == 1
