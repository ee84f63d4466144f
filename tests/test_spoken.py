"""The language of a file's paragraphs, settled by all of them together."""

import pytest

from pressgen import api, formats

ZH = ["# 海岚举办机械展", "展会于8月22日在海岚开幕，签约58个项目。", "现场人头攒动，客商对展品很感兴趣。"]
EN = [
    "# Machinery fair in Hailan",
    "The fair opened on August 22 with 58 deals.",
    "The guests liked what they saw.",
]


def langs(name, *lines):
    release = formats.read_bytes("\n\n".join(lines).encode(), name)
    return [block.lang for block in release.blocks]


LATIN_LINES = [
    "https://www.example.org/fair/2024",
    "ftp://files.example.org",
    "press@hailan.example",
    "Welcome to Hailan",
    "Better Fair, Better Life",
    "Hailan Machinery Fair 2024",
    "Siemens Energy, Rockwell Automation, Fanuc, Kawasaki Heavy Industries",
    "- Anna Kellermann",
    "pip install --upgrade fairkit",
]
NAMES_IN_CHINESE = [
    "参展商有Heller Maschinen AG、Rockwell Automation、Kawasaki Heavy Industries、Komatsu等。",
    "图为Arno Feldmann和Ilse Brandtner。",
    "下载网址：https://www.example.org/download/hailan-machinery-fair-2024.pdf。",
    "主办方：Messe Hannover International Exhibitions GmbH",
    "嘉宾：Maria Lindqvist（Nordic Institute of Technology）、John O'Hara",
    "与Automechanika Frankfurt、Hannover Messe同期",
]
NAMES_IN_ENGLISH = [
    "Hailan (海岚)",
    "Lin Yu'an (林予安)",
    "Organizer: Hailan Daily 海岚日报",
    "The Flower Princess 帝女花",
]


@pytest.mark.parametrize("name", ["fair.zh.md", "fair.md"])
@pytest.mark.parametrize("line", LATIN_LINES)
def test_a_line_of_latin_letters_in_a_chinese_file_is_no_english_text(name, line):
    assert "en" not in langs(name, *ZH, line)


@pytest.mark.parametrize("name", ["fair.zh.md", "fair.md", "fair.txt"])
@pytest.mark.parametrize("line", NAMES_IN_CHINESE)
def test_foreign_names_do_not_make_a_chinese_paragraph_english(name, line):
    assert langs(name, *ZH, line) == ["zh"] * 4


@pytest.mark.parametrize("line", NAMES_IN_ENGLISH)
def test_chinese_names_do_not_make_an_english_paragraph_chinese(line):
    assert langs("fair.en.md", *EN, line) == ["en"] * 4


def test_a_file_in_two_languages_keeps_both():
    assert langs("fair.md", *ZH, *EN) == ["zh"] * 3 + ["en"] * 3
    assert langs("fair.md", ZH[1], EN[1]) == ["zh", "en"]
    assert langs("fair.zh.md", ZH[1], *EN) == ["zh", "en", "en", "en"]


def test_a_slogan_is_not_to_be_translated_but_a_headline_is(house):
    slogan = "Welcome to the Hailan Machinery Fair of the Year"
    found = api.check(formats.read_bytes("\n\n".join([*ZH, slogan]).encode(), "fair.zh.md"), house())
    assert [one.message("en") for one in found] == []

    headline = "# Hailan Opens a Machinery Fair for the World"
    found = api.check(formats.read_bytes("\n\n".join([headline, *ZH[1:]]).encode(), "fair.zh.md"), house())
    assert [one.rule.id for one in found] == ["language/other"]


def test_a_paragraph_left_in_english_is_no_translation_and_is_found(house):
    left = "Visitors asked for more land and for faster approvals."
    release = formats.read_bytes("\n\n".join([*ZH, left]).encode(), "fair.zh.md")
    found = [(one.rule.id, one.span.text) for one in api.check(release, house())]
    assert found == [("language/other", left)]


def test_a_tenfold_error_behind_a_row_of_firms_is_found(house):
    zh = [ZH[0], "展会签约金额35亿元。", NAMES_IN_CHINESE[0]]
    en = [
        EN[0],
        "Contracts worth 35 billion yuan were signed at the fair.",
        "Exhibitors are Heller, Komatsu and others.",
    ]
    pair = formats.joined(
        [
            formats.read_bytes("\n\n".join(lines).encode(), f"fair.{lang}.md")
            for lang, lines in (("zh", zh), ("en", en))
        ]
    )
    assert "figure/scale" in {one.rule.id for one in api.check(pair, house())}
