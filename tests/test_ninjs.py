"""ninjs: a release as the news item that agencies exchange, valid, linked with its translation."""

import json
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from urllib.parse import urljoin

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator
from PIL import Image

from pressgen import api
from pressgen.document import Block, Document, Mark
from pressgen.errors import FileError, HouseError, UsageError
from pressgen.formats import ninjs
from pressgen.formats.html import read
from pressgen.formats.ninjs_read import story_of
from tests.conftest import BRIEF, EXAMPLES
from tests.documents import HOUSE, any_marks, documents
from tests.grids import some

SCHEMA = json.loads(
    (Path(__file__).parent / "samples" / "ninjs-3.1-written.json").read_text(encoding="utf-8")
)
PHOTO = "story: [lead, {photo: {file: hall.jpg, zh: 签约, en: The signing, credit: 佛山市新闻传媒中心, alt: {zh: 会场, en: The hall}}}, rest]"


@pytest.fixture
def items(event, house, tmp_path):
    """The Chinese and the English item of a brief with more facts."""
    Image.new("RGB", (60, 40)).save(tmp_path / "hall.jpg")

    def deliver(*more, name="base", langs=api.LANGS):
        told = event(BRIEF, *more)
        files = api.deliver(api.draft(told, house(name), langs), tmp_path / "out", api.Order(("ninjs",)))
        found = {item.path.name: item.path for item in files}
        return [json.loads(found[f"brief.{lang}.ninjs.json"].read_bytes()) for lang in langs]

    return deliver


def valid(item):
    return [error.message for error in Draft202012Validator(SCHEMA).iter_errors(item)]


def of(rel, item):
    return [each for each in item.get("associations", []) if each["rel"] == rel]


@pytest.mark.parametrize("path", some(EXAMPLES, ids=lambda path: path.parent.name))
def test_every_example_is_valid_in_both_languages(path, newsroom, house):
    event = api.load(path, newsroom)
    release = api.draft(event, house(event.house)).release

    for document in (release.zh, release.en):
        assert (
            valid(json.loads(ninjs.write(document, house(event.house), translation="other.ninjs.json"))) == []
        )


@settings(derandomize=True, max_examples=60, deadline=None)
@given(documents(any_marks()))
def test_any_document_is_valid_and_loses_no_text(document):
    item = json.loads(ninjs.write(document, HOUSE))
    bodies = [body["value"] for body in item.get("bodies", [])]

    assert valid(item) == []
    captions = [after for before, after in pairwise(document.blocks) if before.role == "photo"]
    for block in document.blocks:
        if block.role not in ("headline", "photo", "credits") and block not in captions:
            assert block.text in bodies[1]


def test_the_two_items_name_each_other_as_translations(items):
    zh, en = items()

    assert (zh["language"], en["language"]) == ("zh-Hans", "en")
    assert [of("translation", item)[0]["uri"] for item in (zh, en)] == [en["uri"], zh["uri"]]
    href = of("translation", zh)[0]["renditions"][0]["href"]
    assert urljoin("file:///drafts/brief.zh.ninjs.json", href) == "file:///drafts/brief.en.ninjs.json"


def test_an_item_alone_names_no_translation(items):
    (zh,) = items(langs=("zh",))

    assert (of("translation", zh), valid(zh)) == ([], [])


def test_a_later_version_keeps_its_identifier_and_says_when_it_was_changed(items):
    first, later = items()[0], items("updated: 2023-07-19 09:00", "signed: {projects: 3个}")[0]

    assert first["uri"] == later["uri"]
    assert (later["firstCreated"], later["versionCreated"]) == (
        "2023-07-18T16:17:00+08:00",
        "2023-07-19T09:00:00+08:00",
    )


def test_those_who_worked_on_it_stand_by_role_and_only_reporters_as_authors(items):
    en = items()[1]

    assert en["by"] == "Eleanor"
    assert en["infoSources"] == [{"name": "Eleanor", "role": "reporter"}, {"name": "Linn", "role": "revisor"}]


def test_a_house_that_prints_no_credits_names_nobody(items):
    assert "by" not in items(name="hitech-zone")[0]


def test_the_city_stands_in_the_language_of_the_item(items):
    assert [item["places"][0]["name"] for item in items()] == ["苏州", "Suzhou"]


def test_a_photo_is_the_file_beside_with_size_caption_and_credit(items, tmp_path):
    (photo,) = of("photo", items(PHOTO)[1])
    (rendition,) = photo["renditions"]

    assert photo["by"] == "Foshan News and Media Center"
    assert [each["value"] for each in photo["descriptions"]] == [
        "The hall",
        "The signing (Photo: Foshan News and Media Center)",
    ]
    assert (rendition["href"], rendition["width"], rendition["height"]) == ("file:brief-1.jpg", 60, 40)
    assert rendition["sizeInBytes"] == (tmp_path / "out" / "brief-1.jpg").stat().st_size


def test_the_same_photo_is_the_same_in_both_languages(items):
    zh, en = (of("photo", item)[0] for item in items(PHOTO))

    assert zh["uri"] == en["uri"]
    assert zh["name"] != en["name"]


def test_what_is_still_to_be_translated_holds_an_item_back(items):
    zh, en = items("story: [rest, {zh: 这一段还没有英文。}]")

    assert zh["pubStatus"] == "usable"
    assert (en["pubStatus"], en["edNote"]) == ("withheld", "Still to be translated: 1")


def test_markup_is_escaped_and_reads_back_as_the_text(items):
    (zh,) = items('story: [rest, {zh: "“<b>&amp;”</p><script>。"}]', langs=("zh",))
    rich, plain = (body["value"] for body in zh["bodies"])

    assert "<script" not in rich
    assert [block.text for block in read(rich.encode(), "body.html").blocks] == plain.split("\n\n")


def test_an_embargo_the_document_knows_is_said():
    document = Document(
        "en", (Block("body", "Text.", "en"),), "2023-07-18", about={"embargo": "2023-07-18T08:00"}
    )
    item = json.loads(ninjs.write(document, HOUSE))

    assert item["embargoedUntil"] == "2023-07-18T08:00:00+08:00"
    assert item["firstCreated"] == "2023-07-18T00:00:00+08:00"


def test_a_day_nobody_can_read_is_left_out():
    assert "firstCreated" not in json.loads(ninjs.write(Document("en", (), "last Tuesday"), HOUSE))


def test_a_photo_that_is_only_named_is_still_said():
    photo = Block("photo", "会场", "zh", (Mark(0, 2, "image", "照片/会场 1.jpg"),))
    (found,) = of("photo", json.loads(ninjs.write(Document("zh", (photo,)), HOUSE)))

    assert found["renditions"][0]["href"] == "file:%E7%85%A7%E7%89%87/%E4%BC%9A%E5%9C%BA%201.jpg"


@pytest.mark.parametrize(
    ("target", "href"),
    [
        ("https://a.cn/会场 1.jpg", ["https://a.cn/%E4%BC%9A%E5%9C%BA%201.jpg"]),
        ("javascript:alert(1)", []),
        ("#top", []),
    ],
)
def test_a_photo_in_the_net_keeps_its_address_and_nothing_else_is_one(target, href):
    photo = Block("photo", "会场", "zh", (Mark(0, 2, "image", target),))
    (found,) = of("photo", json.loads(ninjs.write(Document("zh", (photo,)), HOUSE)))

    assert [each["href"] for each in found.get("renditions", [])] == href


def test_a_zone_that_is_none_is_refused():
    away = replace(HOUSE, style=replace(HOUSE.style, zone="Beijing"))
    with pytest.raises(HouseError, match=r"should look like \+08:00"):
        ninjs.write(Document("en", (), "2023-07-18"), away)


def test_a_document_is_written_by_its_files_name_and_read_back(tmp_path, house):
    path = tmp_path / "story.en.ninjs.json"
    blocks = (Block("headline", "Expo", "en"), Block("body", "The expo opened in Foshan.", "en"))
    api.write(Document("en", blocks), path, house("base"))

    assert json.loads(path.read_bytes())["headlines"][0]["value"] == "Expo"
    assert [(block.role, block.text) for block in api.read(path).blocks] == [
        (block.role, block.text) for block in blocks
    ]


def test_any_other_json_file_is_no_news_item(tmp_path):
    with pytest.raises(UsageError, match=r"\.json files are not supported"):
        api.read(tmp_path / "event.json")
    with pytest.raises(FileError, match="no ninjs item"):
        ninjs.read(b'{"headline": "Expo"}', "a.ninjs.json")


@pytest.mark.parametrize(
    "item",
    [
        {"headline": "Expo", "body_html": "<p>One.</p><p>Two.</p>"},
        {"headlines": [{"value": "Expo"}], "bodies": [{"contentType": "text/plain", "value": "One.\nTwo."}]},
        {"headline": "Expo", "body_text": "One.\n\nTwo."},
    ],
)
def test_items_of_every_version_are_read(item):
    read = ninjs.read(
        json.dumps({"uri": "a", "versioncreated": "2023-07-14T09:30:00Z", **item}).encode(), "a"
    )

    assert [block.text for block in read.blocks] == ["Expo", "One.", "Two."]
    assert read.published == "2023-07-14T09:30"


def test_translations_find_each_other_by_the_original_they_name(items):
    zh, en = items()

    assert story_of(zh) == story_of(en)
    assert story_of({"uri": "urn:2", "translationOf": "urn:1"}) == story_of({"uri": "urn:1"})
    assert story_of({"uri": "urn:2", "associations": {"translationOf": {"uri": "urn:1"}}}) == "urn:1"


def test_whom_to_ask_is_in_the_text_and_among_the_sources(items):
    contact = "contact: {name: {zh: 李琳, en: Li Lin}, phone: +86-757-8333-0000, email: press@example.org}"
    zh, en = items(contact, name="pr-wire")

    assert {"name": "Li Lin", "role": "contact"} in en["infoSources"]
    assert {"name": "李琳", "role": "contact"} in zh["infoSources"]
    assert all("press@example.org" in body["value"] for item in (zh, en) for body in item["bodies"])
    assert valid(zh) == valid(en) == []
