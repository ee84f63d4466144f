"""Houses: one YAML file over another, found in the newsroom's folder before the shipped ones."""

import pytest

from pressgen import api
from pressgen.document import Block, Release
from pressgen.errors import FileError, GlossaryError, HouseError, PressgenError
from tests.conftest import BRIEF
from tests.desk import run


@pytest.fixture
def room(tmp_path):
    """A newsroom's folder; ``room("name", "yaml")`` puts a house into it and opens that."""
    (tmp_path / "pressgen.toml").write_text("", encoding="utf-8")

    def open_house(name, text):
        folder = tmp_path / "templates" / "houses" / name
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "house.yaml").write_text(text, encoding="utf-8")
        return api.open_house(name, api.open_newsroom(tmp_path))

    return open_house


def test_a_house_says_only_what_differs(room):
    house = room("ours", "extends: foshan-news\ntitle: {zh: 本社, en: Ours}\nmoney: {digits: 2}\n")

    assert house.names == ("ours", "foshan-news", "base")
    assert (house.style.money.digits, house.style.money.convert) == (2, "never")
    assert house.style.dateline.en.text.startswith("{dateline} China")


def test_an_empty_mapping_clears_what_is_below(room):
    assert (
        room("ours", "extends: base\ntitle: {zh: 本社, en: Ours}\ncredits: {lines: {}}\n").style.credits.lines
        == {}
    )


def test_a_face_says_only_what_differs_from_the_body(room):
    look = room(
        "ours", "extends: base\ntitle: {zh: 本社, en: Ours}\nlook: {zh: {body: {han: 宋体}}}\n"
    ).style.look

    assert look.face("zh", "body").han == look.face("zh", "lead").han == "宋体"
    assert look.face("zh", "headline").size == 22


def test_the_newsrooms_own_house_of_a_shipped_name_is_used(room):
    assert room("foshan-news", "extends: base\ntitle: {zh: 改过, en: Changed}\n").style.title.en == "Changed"


def test_a_letterhead_is_taken_from_the_nearest_house_that_has_one(room, tmp_path):
    room("ours", "extends: base\ntitle: {zh: 本社, en: Ours}\n")
    (tmp_path / "templates" / "houses" / "ours" / "letterhead.docx").write_bytes(b"letterhead")

    assert room("desk", "extends: ours\ntitle: {zh: 分社, en: Desk}\n").letterhead == b"letterhead"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("extends: nowhere\n", "there is no house nowhere"),
        ("extends: foshan-new\n", "did you mean foshan-news"),
        ("extends: ours\n", "extend each other: ours → ours"),
        ("extends: ../../x\n", "there is no house"),
        ("extends: base\ntitel: x\n", r"house\.yaml:2:1: there is no titel; did you mean title\?"),
        ("extends: base\ntitle: {zh: x, en: y}\nmoney: {yuan: euro}\n", "'euro' is none of yuan, RMB"),
        (
            "extends: base\ntitle: {zh: x, en: y}\nlook: {page: {top: wide}}\n",
            "'wide' should be a value like 1.5",
        ),
    ],
)
def test_a_house_that_cannot_be_used_is_named_at_its_place(room, text, said):
    with pytest.raises(PressgenError, match=said):
        room("ours", text)


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("house = [", "not valid TOML"),
        ("hose = 'x'", "there is no setting hose"),
        ("house = 3", "should be text in quotes"),
    ],
)
def test_settings_that_cannot_be_used_are_named(tmp_path, settings, said):
    (tmp_path / "pressgen.toml").write_text(settings, encoding="utf-8")

    with pytest.raises(HouseError, match=said):
        api.open_newsroom(tmp_path)


def test_settings_are_found_from_a_folder_below(tmp_path):
    (tmp_path / "pressgen.toml").write_text('house = "hitech-zone"\nui = "zh"\n', encoding="utf-8")
    (tmp_path / "stories" / "july").mkdir(parents=True)

    newsroom = api.open_newsroom(tmp_path / "stories" / "july")

    assert (newsroom.house, newsroom.ui) == ("hitech-zone", "zh")
    assert api.open_house("", newsroom).name == "hitech-zone"


def test_a_glossary_named_besides_wins_over_the_newsrooms(tmp_path, newsroom):
    (tmp_path / "own.csv").write_text("zh,en\n金鸡湖,Golden Rooster Lake\n", encoding="utf-8")

    house = api.open_house("base", newsroom, glossaries=[tmp_path / "own.csv"])

    assert house.glossary.named("金鸡湖", "zh").name("en") == "Golden Rooster Lake"


def test_a_glossary_that_cannot_be_read_is_named(tmp_path, newsroom):
    (tmp_path / "own.csv").write_text("zh,note\n佛山,x\n", encoding="utf-8")

    with pytest.raises((GlossaryError, FileError), match=r"own\.csv"):
        _ = api.open_house("base", newsroom, glossaries=[tmp_path / "own.csv"]).glossary


def test_settings_may_be_chosen_in_chinese(room):
    style = room(
        "ours",
        "extends: base\ntitle: {zh: 本社, en: Ours}\norder: [标题, 标题下署名, 电头, 正文, 文末署名]\n"
        "money: {convert: 每次}\nlook: {zh: {headline: {align: 右对齐, color: 深红}}}\n",
    ).style

    assert style.order == ("headline", "byline", "dateline", "body", "credits")
    assert (style.money.convert, style.look.face("zh", "headline").align) == ("every", "right")


def test_words_to_choose_in_settings_are_named_in_both_languages(room):
    with pytest.raises(HouseError) as caught:
        room("ours", "extends: base\ntitle: {zh: 本社, en: Ours}\nlook: {zh: {body: {align: 靠边}}}\n")

    assert caught.value.say("zh").count("“靠边”不在可选值之内：left（左对齐）、center（居中）") == 1
    assert "'靠边' is none of left, center, right, both" in caught.value.say("en")


def test_phrases_say_how_grave_they_are_in_either_language(room, tmp_path):
    house = room("ours", "extends: base\ntitle: {zh: 本社, en: Ours}\n")
    (tmp_path / "templates/houses/ours/phrases.yaml").write_text(
        "avoid:\n  - {lang: zh, words: [史上最强], why: 广告法禁用, severity: 错误, source: 广告法}\n",
        encoding="utf-8",
    )
    found = api.check(Release((Block("body", "这是史上最强的一届。", "zh"),)), house)

    assert [(each.rule.id.partition("/")[0], each.severity) for each in found] == [("phrase", "error")]


def test_a_size_may_have_its_chinese_name(room):
    text = "extends: base\ntitle: {zh: 本社, en: Ours}\nlook: {zh: {headline: {size: 二号, align: 右}, cell: {size: 10.5pt}}}\n"
    look = room("ours", text).style.look

    assert (look.zh["headline"].size, look.zh["headline"].align, look.zh["cell"].size) == (22, "right", 10.5)


def test_a_size_that_is_none_says_how_sizes_are_written(room):
    with pytest.raises(HouseError) as caught:
        room("ours", "extends: base\ntitle: {zh: 本社, en: Ours}\nlook: {zh: {headline: {size: 很大}}}\n")

    assert "“很大”不是字号；写磅数，如22，或二号、小四" in caught.value.say("zh")


def test_a_fault_in_the_order_makes_no_second_one_of_what_it_names(room):
    with pytest.raises(HouseError, match="there is no '大标题'; did you mean 标题"):
        room(
            "ours",
            "extends: base\ntitle: {zh: 本社, en: Ours}\norder: [headline, byline, 大标题, body]\n"
            "credits: {lines: {reporter: {zh: 记者, en: Reporter, place: byline}}}\n",
        )


def test_phrases_that_cannot_be_read_are_no_fault_of_the_event(room, tmp_path):
    room("ours", "extends: base\ntitle: {zh: 本社, en: Ours}\n")
    (tmp_path / "templates/houses/ours/phrases.yaml").write_text("prefer: [{lang: en, severity: grave}]\n")
    (tmp_path / "event.yaml").write_text(BRIEF, encoding="utf-8")
    done = run("check", "event.yaml", "--house", "ours", cwd=tmp_path)

    assert done.returncode == 2
    assert "phrases.yaml" in done.stderr
    assert "event.yaml" not in done.stdout
