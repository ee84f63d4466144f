"""Photos of an event: told apart by number, credited, carried inside the drafts and lying beside them."""

import json
import re
import sys
from io import BytesIO

import docx
import pytest
from PIL import Image

from pressgen import api
from pressgen.errors import PressgenError, UsageError
from tests.conftest import BRIEF

pytestmark = pytest.mark.usefixtures("hall")

TWO = """\
story:
  - lead
  - photo: {file: hall.jpg, zh: 推介会现场, en: At the conference, credit: 佛山市新闻传媒中心}
  - photo: {file: hall.jpg, zh: 签约, en: The signing}
"""


@pytest.fixture
def hall(tmp_path):
    """A photo beside the events of a test."""
    path = tmp_path / "hall.jpg"
    Image.new("RGB", (600, 400), "teal").save(path)
    return path


def shown(*photos: str) -> str:
    """A story with these photos below the lead."""
    return f"story: [lead, {', '.join(f'{{photo: {photo}}}' for photo in photos)}, rest]"


def test_no_photo_is_replaced_by_another_ones_copy(event, house, tmp_path):
    for name, colour in (("brief-1.jpg", "red"), ("brief-2.jpg", "navy")):
        Image.new("RGB", (60, 40), colour).save(tmp_path / name)
    told = event(BRIEF, shown("brief-2.jpg", "brief-1.jpg"))

    with pytest.raises(UsageError, match=r"brief-1\.jpg: is one of the event's own photos"):
        api.deliver(api.draft(told, house("base")), tmp_path, api.Order(force=True))
    names = [item.path.name for item in api.deliver(api.draft(told, house("base")), tmp_path)]
    assert names[-2:] == ["brief-1.2.jpg", "brief-2.2.jpg"]


@pytest.fixture
def delivered(event, house, tmp_path):
    """The names and bytes of the files a brief with photos becomes."""

    def deliver(*more, formats=("docx",), name="base"):
        told = event(BRIEF, *more)
        items = api.deliver(api.draft(told, house(name)), tmp_path / "out", api.Order(formats))
        return {item.path.name: item.path for item in items}

    return deliver


def captions(release, lang):
    return [block.text for block in release.document(lang).blocks if block.role == "caption"]


@pytest.mark.parametrize("form", api.DRAFTED)
def test_the_photos_lie_beside_the_drafts_of_every_format(hall, delivered, form):
    files = delivered(TWO, formats=(form,))

    assert files["brief-1.jpg"].read_bytes() == hall.read_bytes()
    assert "brief-2.jpg" in files


def test_the_record_knows_the_photos_and_an_edited_one_is_kept(delivered, tmp_path):
    first = delivered(TWO)["brief-1.jpg"]
    assert "brief-1.jpg" in json.loads((tmp_path / "out" / "brief.record.json").read_text())["files"]
    first.write_bytes(b"cropped by the desk")

    assert "brief-1.2.jpg" in delivered(TWO)
    assert first.read_bytes() == b"cropped by the desk"


def test_a_photo_is_credited_in_both_languages(event, house):
    release = api.draft(event(BRIEF, TWO), house("base")).release

    assert captions(release, "zh") == ["推介会现场（佛山市新闻传媒中心供图）", "签约"]
    assert captions(release, "en") == [
        "At the conference (Photo: Foshan News and Media Center)",
        "The signing",
    ]


@pytest.mark.parametrize("number", [1, 2, 3, 4, 9])
def test_every_photo_stands_in_the_text_however_many_there_are(event, house, number):
    release = api.draft(event(BRIEF, shown(*["hall.jpg"] * number)), house("base")).release

    assert [block.name for block in release.en.blocks if block.role == "photo"] == [
        f"photo.{place}" for place in range(number)
    ]


@pytest.fixture
def counting(tmp_path):
    """A newsroom with a house that counts its photos and says who took them."""
    folder = tmp_path / "room" / "templates" / "houses" / "counting"
    folder.mkdir(parents=True)
    (tmp_path / "room" / "pressgen.toml").write_text('house = "counting"\n')
    (folder / "house.yaml").write_text(
        "extends: base\ntitle: {zh: 计数, en: Counting}\nphoto:\n"
        '  credit: {zh: "（{credit}摄）", en: ". Photo by {credit}"}\n'
        '  number: {zh: "图{number}：", en: "Photo {number}: "}\n',
        encoding="utf-8",
    )
    return api.open_house("counting", api.open_newsroom(tmp_path / "room"))


def test_a_house_counts_its_photos_and_words_its_credits(event, counting):
    told = event(BRIEF, TWO)
    release = api.draft(told, counting).release

    assert captions(release, "zh")[0] == "图1：推介会现场（佛山市新闻传媒中心摄）"
    assert captions(release, "en")[1] == "Photo 2: The signing"
    assert [fault.rule.id for fault in api.draft(told, counting).findings] == []


def test_a_single_photo_is_not_counted(event, counting):
    release = api.draft(event(BRIEF, shown("{file: hall.jpg, zh: 签约, en: The signing}")), counting).release

    assert captions(release, "zh") == ["签约"]


def test_a_photo_without_a_caption_still_says_who_took_it(event, house):
    release = api.draft(
        event(BRIEF, shown("{file: hall.jpg, credit: 佛山市新闻传媒中心}")), house("base")
    ).release

    assert captions(release, "en") == ["(Photo: Foshan News and Media Center)"]


@pytest.mark.parametrize(
    "name", ["hall.png", "会场 全景（一）.jpg", "HALL.JPG", "hall.tar.jpeg", "a'b&c.jpg"]
)
def test_a_photo_may_be_called_anything_and_be_of_another_kind_than_it_says(tmp_path, delivered, name):
    Image.new("RGB", (60, 40)).save(tmp_path / name, format="JPEG")
    files = delivered(shown(f'{{file: "{name}", zh: 签约, en: The signing}}'), formats=tuple(api.DRAFTED))

    assert Image.open(BytesIO(files["brief-1.jpg"].read_bytes())).format == "JPEG"


def test_a_png_called_jpg_lies_beside_as_png(tmp_path, delivered):
    Image.new("RGB", (60, 40)).save(tmp_path / "hall.jpg", format="PNG")

    assert "brief-1.png" in delivered(shown("hall.jpg"))


def test_a_name_a_mac_wrote_is_found_as_it_was_typed(tmp_path, event):
    Image.new("RGB", (6, 4)).save(tmp_path / "cafe\u0301.jpg")

    assert event(BRIEF, shown("caf\u00e9.jpg")).photos


@pytest.mark.parametrize("dpi", [(0, 0), (1, 1), (65535, 65535)])
def test_a_photos_size_on_the_page_has_nothing_to_do_with_its_resolution(tmp_path, delivered, dpi):
    Image.new("RGB", (600, 400)).save(tmp_path / "hall.jpg", dpi=dpi)
    files = delivered(shown("hall.jpg"), formats=("docx", "html"))
    shape = docx.Document(files["brief.zh.docx"]).inline_shapes[0]

    assert (round(shape.width.mm), round(shape.height.mm)) == (156, 104)
    assert b'width="590" height="393"' in files["brief.zh.html"].read_bytes()


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("gone.jpg", "there is no picture gone.jpg; put it beside this file"),
        ("hal.jpg", "did you mean hall.jpg?"),
        ("../hall.jpg", "is not in this file's folder"),
        ("/etc/passwd", "is not in this file's folder"),
        ("C:hall.jpg", "is not in this file's folder"),
        ("https://example.com/hall.jpg", "is not in this file's folder"),
        ("sub", "is a folder"),
        (".", "is a folder"),
        ("away.jpg", "leads out of the folder"),
        ("a" * 500 + ".jpg", "there is no picture"),
    ],
)
def test_a_photo_that_is_not_there_is_refused_with_its_line(tmp_path, event, written, said):
    (tmp_path / "sub").mkdir()
    (tmp_path / "away.jpg").symlink_to(sys.executable)
    with pytest.raises(
        PressgenError, match=rf"brief\.yaml:11:\d+: story\.1\.photo\.file: .*{re.escape(said)}"
    ):
        event(BRIEF, shown(f'"{written}"'))


def test_photos_that_cannot_be_used_are_all_named_with_their_lines_and_nothing_is_written(
    tmp_path, delivered
):
    (tmp_path / "empty.jpg").write_bytes(b"")
    (tmp_path / "note.jpg").write_bytes(b"%PDF-1.7")
    with pytest.raises(PressgenError) as caught:
        delivered(shown("empty.jpg", "hall.jpg", "note.jpg"), formats=("md",))

    lines = str(caught.value).splitlines()
    assert [
        re.search(r"yaml:11:\d+: (story\.\d)\.photo\.file: .*?(\w+\.jpg): no picture", line)[1]
        for line in lines
    ] == [
        "story.1",
        "story.3",
    ]
    assert not (tmp_path / "out").exists()


def test_no_draft_carries_where_a_photo_was_taken(tmp_path, delivered):
    exif = Image.Exif()
    exif[0x0110] = "Camera SN-4471"
    Image.new("RGB", (60, 40)).save(tmp_path / "hall.jpg", exif=exif)
    files = delivered(shown("hall.jpg"), formats=tuple(api.DRAFTED))

    assert b"SN-4471" in (tmp_path / "hall.jpg").read_bytes()
    assert not [name for name, path in files.items() if b"SN-4471" in path.read_bytes()]


def credit_lines(release):
    return [block.text for block in release.zh.blocks if block.role == "credits"]


PAIR = shown("{file: hall.jpg, zh: 签约, en: The signing, credit: 虞蔚}", "{file: hall.jpg, credit: 虞蔚}")


def test_who_is_named_at_the_photos_stands_once_in_the_credit_line_where_captions_name_nobody(event, house):
    release = api.draft(event(BRIEF, PAIR), house("foshan-news")).release

    assert credit_lines(release) == ["记者 | Eleanor", "校对 | Linn", "图片 | 虞蔚"]
    assert [block.text for block in release.zh.blocks if block.role == "caption"] == ["签约"]


def test_several_at_the_photos_stand_with_the_numbers_of_theirs(event, house):
    three = shown(
        "{file: hall.jpg, zh: 签约, en: The signing, credit: {zh: 虞蔚, en: Yu Wei}}",
        "{file: hall.jpg, zh: 会场, en: The hall, credit: {zh: 佛山市医院供图, en: courtesy of Foshan Hospital}}",
        "{file: hall.jpg, zh: 展台, en: A stand, credit: {zh: 虞蔚, en: Yu Wei}}",
    )

    release = api.draft(event(BRIEF, three), house("foshan-news")).release

    assert credit_lines(release)[-1] == "图片 | 虞蔚（图1、图3）、佛山市医院供图（图2）"
    assert release.en.blocks[-1].text == "Photo | Yu Wei (1, 3), courtesy of Foshan Hospital (2)"


def test_where_captions_name_the_photographer_the_credit_line_does_not(event, house):
    assert credit_lines(api.draft(event(BRIEF, PAIR), house("base")).release) == [
        "记者 | Eleanor",
        "校对 | Linn",
    ]


def test_a_house_may_want_both(tmp_path, event):
    folder = tmp_path / "room" / "templates" / "houses" / "both"
    folder.mkdir(parents=True)
    (tmp_path / "room" / "pressgen.toml").write_text("", encoding="utf-8")
    (folder / "house.yaml").write_text(
        "extends: base\ntitle: {zh: 都署, en: Both}\nphoto: {line: always}\n", encoding="utf-8"
    )
    release = api.draft(
        event(BRIEF, PAIR), api.open_house("both", api.open_newsroom(tmp_path / "room"))
    ).release

    assert credit_lines(release)[-1] == "图片 | 虞蔚"
    assert "签约（虞蔚供图）" in [block.text for block in release.zh.blocks]


@pytest.mark.parametrize(
    ("stop", "zh", "en"),
    [
        ("kept", ["客商看规划图。", "签约"], ["Visitors look at the plan", "The signing with Nordwerk Co."]),
        ("never", ["客商看规划图", "签约"], ["Visitors look at the plan", "The signing with Nordwerk Co."]),
        ("always", ["客商看规划图。", "签约。"], ["Visitors look at the plan.", "The signing with Nordwerk Co."]),
        ("{zh: never, en: always}", ["客商看规划图", "签约"], ["Visitors look at the plan.", "The signing with Nordwerk Co."]),
    ],
)  # fmt: skip
def test_a_house_says_whether_a_caption_ends_with_a_full_stop(tmp_path, event, stop, zh, en):
    folder = tmp_path / "room" / "templates" / "houses" / "stops"
    folder.mkdir(parents=True)
    (tmp_path / "room" / "pressgen.toml").write_text("", encoding="utf-8")
    (folder / "house.yaml").write_text(
        f"extends: base\ntitle: {{zh: 句号, en: Stops}}\nphoto: {{stop: {stop}}}\n", encoding="utf-8"
    )
    story = (
        "story:\n  - rest\n"
        "  - photo: {file: hall.jpg, zh: 客商看规划图。, en: Visitors look at the plan}\n"
        "  - photo: {file: hall.jpg, zh: 签约, en: The signing with Nordwerk Co.}\n"
    )
    house = api.open_house("stops", api.open_newsroom(tmp_path / "room"))
    release = api.draft(event(BRIEF, story), house).release
    captions = [[b.text for b in text.blocks if b.role == "caption"] for text in (release.zh, release.en)]

    assert captions == [zh, en]
