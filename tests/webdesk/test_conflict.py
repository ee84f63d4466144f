"""Two people in one story: what both wrote is compared and chosen, and nothing is lost."""

from urllib.parse import urlencode

import pytest
from lxml import html

from pressgen.desk.comparing import differences, merged
from pressgen.desk.models import Story
from tests.webdesk.forms import put, sent


def _of(mine, theirs, base):
    return {each.path: each.proposed for each in differences(mine, theirs, base)}


BASE = {"headline": {"zh": "旧题", "en": "Old"}, "city": "佛山", "contracts": [{"amount": "1亿元"}]}


def test_what_only_one_of_two_changed_is_theirs_who_changed_it():
    mine = {**BASE, "headline": {"zh": "新题", "en": "Old"}}
    theirs = {**BASE, "city": "广州"}
    assert _of(mine, theirs, BASE) == {"headline.zh": "mine", "city": "theirs"}
    both = merged(theirs, list(differences(mine, theirs, BASE)), {})
    assert both == {**BASE, "headline": {"zh": "新题", "en": "Old"}, "city": "广州"}


def test_what_both_changed_alike_is_no_difference():
    same = {**BASE, "city": "广州"}
    assert _of(same, dict(same), BASE) == {}


def test_what_both_changed_otherwise_is_asked():
    mine, theirs = {**BASE, "city": "广州"}, {**BASE, "city": "深圳"}
    assert _of(mine, theirs, BASE) == {"city": ""}
    found = list(differences(mine, theirs, BASE))
    assert merged(theirs, found, {"city": "theirs"})["city"] == "深圳"
    assert merged(theirs, found, {"city": "mine"})["city"] == "广州"


def test_what_one_removed_and_the_other_changed_is_asked():
    mine = {name: value for name, value in BASE.items() if name != "city"}
    theirs = {**BASE, "city": "深圳"}
    assert _of(mine, theirs, BASE) == {"city": ""}
    found = list(differences(mine, theirs, BASE))
    assert "city" not in merged(theirs, found, {"city": "mine"})


def test_a_figure_within_a_list_is_compared_by_itself():
    mine = {**BASE, "contracts": [{"amount": "2亿元"}]}
    theirs = {**BASE, "contracts": [{"amount": "1亿元", "name": "甲"}]}
    assert _of(mine, theirs, BASE) == {"contracts.0.name": "theirs", "contracts.0.amount": "mine"}


def test_cards_that_both_added_are_all_kept():
    base = {"story": [{"words": {"text": "一"}}, "rest"]}
    mine = {"story": [{"words": {"text": "一"}}, {"words": {"text": "二"}}, "rest"]}
    theirs = {
        "story": [{"words": {"text": "零"}}, {"words": {"text": "一"}}, {"words": {"text": "三"}}, "rest"]
    }
    (found,) = differences(mine, theirs, base)
    assert found.lists
    story = merged(theirs, [found], {"story": "both"})["story"]
    assert [item["words"]["text"] for item in story[:-1]] == ["零", "一", "三", "二"]
    assert story[-1] == "rest"


@pytest.fixture
def two(client, story):
    """A story that was opened, then saved by somebody else; the form as it was opened."""
    made = story()
    opened = sent(client.get(f"/stories/{made.pk}/").content)
    other = put(opened, "headline.zh", "别人的标题")
    answer = client.post(f"/stories/{made.pk}/save", dict_of(other))
    assert answer.status_code == 200
    made.refresh_from_db()
    return made, opened


def dict_of(pairs):
    found = {}
    for name, value in pairs:
        found.setdefault(name, []).append(value)
    return found


def _posted(client, made, name, mine, base, **more):
    given = {"mine": urlencode(mine), "base": urlencode(base), **more}
    return client.post(f"/stories/{made.pk}/{name}", given)


def test_a_save_over_another_is_refused_and_compared(client, two):
    made, opened = two
    mine = put(put(opened, "headline.zh", "我的标题"), "headline.en", "My headline")
    assert client.post(f"/stories/{made.pk}/save", dict_of(mine)).status_code == 409
    said = _posted(client, made, "compare", mine, opened).json()
    rows = html.fromstring(said["html"]).xpath("//li//legend")
    assert [row.text_content() for row in rows] == [
        "Headline · Chinese both changed it",
        "Headline · English only you changed it",
    ]
    assert said["version"] == made.version


@pytest.mark.slow
def test_what_was_chosen_is_saved_and_the_other_is_a_version(client, two):
    made, opened = two
    mine = put(put(opened, "headline.zh", "我的标题"), "headline.en", "My headline")
    more = {"version": str(made.version), "choose.headline.zh": "theirs"}
    assert _posted(client, made, "merge", mine, opened, **more).status_code == 200
    saved = Story.objects.get(pk=made.pk)
    assert saved.facts["headline"] == {"zh": "别人的标题", "en": "My headline"}
    assert any("别人的标题" in version.data for version in saved.versions.all())
    assert saved.acts.filter(what="merged").exists()


@pytest.mark.slow
def test_a_third_who_saved_since_is_not_overwritten_either(client, two):
    made, opened = two
    mine = put(opened, "headline.zh", "我的标题")
    answer = _posted(client, made, "merge", mine, opened, version=str(made.version - 1))
    assert answer.status_code == 409
    assert Story.objects.get(pk=made.pk).zh == "别人的标题"


def test_what_others_wrote_is_shown_as_text(client, two):
    made, opened = two
    mine = put(opened, "headline.zh", "<script>alert(1)</script>")
    said = _posted(client, made, "compare", mine, opened).json()["html"]
    assert "<script>" not in said
