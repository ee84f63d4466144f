"""Festivals: their days in both calendars, what was signed, and what waits for a translator."""

import pytest

from tests.conftest import FAIR


@pytest.mark.parametrize(
    ("facts", "zh_words", "en_words"),
    [
        ("published: 2023-10-26 10:00\ndeals: {signed: [{kind: purchases, count: 12份}]}\nvisitors: 3万人次", "10月25日，秋日庙会在佛山闭幕，会上签订采购合同12份。活动10月22日至25日（九月初八至十一）举行，吸引观众3万人次。", "It was held from October 22 to 25 (the eighth to the 11th day of the ninth lunar month) and drew 30,000 visits."),
        ("published: 2023-10-26 10:00\ndeals: {signed: [{kind: purchases, count: 12份}]}", "活动10月22日至25日（九月初八至十一）举行。", "It was held from October 22 to 25 (the eighth to the 11th day of the ninth lunar month)."),
        ("published: 2023-10-23 10:00", "开幕，活动时间为10月22日至25日（九月初八至十一）。", "opened in Foshan on October 22; it runs from October 22 to 25 (the eighth to the 11th day of the ninth lunar month)."),
    ],
)  # fmt: skip
def test_several_lunar_days_stand_beside_all_the_days(drafted, facts, zh_words, en_words):
    lunar = "{zh: 九月初八至十一, en: the eighth to the 11th day of the ninth lunar month}"
    zh, en = drafted(
        FAIR.replace("published: 2023-10-20 10:00", facts) + f"end: 2023-10-25\nlunar: {lunar}\n"
    )

    assert zh_words in zh
    assert en_words in en


@pytest.mark.parametrize(
    ("said", "mark"),
    [
        ("下个月泵站开工，请大家放心。", "[To translate: 下个月泵站开工，请大家放心。]"),
        ("我们服务民营企业和佛山。", "[To translate: 我们服务民营企业和Foshan。]"),
    ],
)
def test_a_mark_to_translate_holds_names_and_no_other_words_of_its_language(drafted, said, mark):
    quote = f"{{name: {{zh: 何平, en: He Ping}}, text: {{zh: {said}}}, original: zh}}"
    _, en = drafted(FAIR + f"story:\n  - quote: {quote}\n  - rest\n")

    assert mark in en


@pytest.mark.parametrize(
    ("venues", "zh_words", "en_words"),
    [
        ("[{zh: 城南码头, en: the South Pier}, {zh: 老粮仓, en: the Old Granary}]", "主会场设在文化宫，分会场设在城南码头和老粮仓。", "The main venue was the Palace of Culture, with branch venues at the South Pier and the Old Granary."),
        ("[{zh: 城南码头, en: the South Pier}]", "主会场设在文化宫，分会场设在城南码头。", "The main venue was the Palace of Culture, with a branch venue at the South Pier."),
    ],
)  # fmt: skip
def test_a_festival_may_have_a_main_venue_and_branch_venues(drafted, venues, zh_words, en_words):
    facts = f"main_venue: {{zh: 文化宫, en: the Palace of Culture}}\nvenues: {venues}\n"
    zh, en = drafted(FAIR.replace("2023-10-20 10:00", "2023-10-26 10:00") + facts)

    assert "在佛山举行" in zh
    assert zh_words in zh
    assert "took place in Foshan" in en
    assert en_words in en
