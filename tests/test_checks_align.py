"""Which paragraphs answer which."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from pressgen import api
from pressgen.checks.align import aligned
from pressgen.document import Block, Release, Span

ZH = (
    "佛山到苏州招商，签约267个项目",
    "7月14日，2023佛山先进制造业投资促进大会在苏州举行，来自长三角的200余名企业家参会。",
    "上半年，全市签约投资额超1亿元的项目267个，同比增长21.36%。签约总额达2405.72亿元，同比增长25.48%。",
    "佛山高新区现有企业3.5万家，其中规模以上工业企业4200家。",
    "会后，客商们参观了园区的展厅。",
    "下半年，佛山还将在深圳、上海举办12场推介会。",
)
EN = (
    "Foshan signs 267 projects on its visit to Suzhou",
    "The 2023 Foshan Advanced Manufacturing Conference was held in Suzhou on July 14, with more than 200 entrepreneurs from the Yangtze River Delta.",
    "In the first half of the year the city signed 267 projects of over 100 million yuan each, up 21.36 percent. Contracts totaled 240.572 billion yuan, up 25.48 percent.",
    "Foshan Hi-tech Zone has 35,000 companies, 4,200 of them industrial enterprises above designated size.",
    "After the conference, the guests visited the exhibition hall of the zone.",
    "In the second half of the year, Foshan will hold 12 more promotions in Shenzhen and Shanghai.",
)


def blocks(texts, lang, names=()):
    named = dict(enumerate(names))
    return [Block("body", text, lang, name=named.get(number, "")) for number, text in enumerate(texts)]


def pairs(zh, en):
    groups = aligned(Release((*blocks(zh, "zh"), *blocks(en, "en"))))
    return [
        (tuple(zh.index(one.text) for one in each.zh), tuple(en.index(one.text) for one in each.en))
        for each in groups
    ]


def split(texts, number):
    first, _, second = texts[number].partition("。" if "。" in texts[number] else ". ")
    return [*texts[:number], first, second, *texts[number + 1 :]]


def test_paragraphs_of_both_languages_answer_each_other_in_order():
    assert pairs(ZH, EN) == [((number,), (number,)) for number in range(len(ZH))]


def test_a_paragraph_split_in_translation_shifts_nothing_behind_it():
    assert pairs(ZH, split(EN, 2))[2:] == [((2,), (2, 3)), ((3,), (4,)), ((4,), (5,)), ((5,), (6,))]


def test_paragraphs_joined_in_translation_shift_nothing_behind_them():
    assert pairs(split(ZH, 2), EN)[2:4] == [((2, 3), (2,)), ((4,), (3,))]


def test_a_paragraph_left_out_stands_alone():
    assert pairs(ZH, EN[:3] + EN[4:])[2:] == [((2,), (2,)), ((3,), ()), ((4,), (3,)), ((5,), (4,))]


def test_a_paragraph_added_stands_alone():
    added = (*EN[:1], "The visit is part of a series of 36 events in 2023.", *EN[1:])
    assert ((), (1,)) in pairs(ZH, added)


def test_interleaved_paragraphs_are_paired_as_two_files_are():
    mixed = [block for both in zip(blocks(ZH, "zh"), blocks(EN, "en"), strict=True) for block in both]
    assert [(one.zh[0].text, one.en[0].text) for one in aligned(Release(tuple(mixed)))] == list(
        zip(ZH, EN, strict=True)
    )


def test_named_paragraphs_of_a_draft_answer_by_name_in_any_order():
    zh = blocks(("甲。", "乙。"), "zh", ("one", "two"))
    en = blocks(("Second.", "First."), "en", ("two", "one"))
    groups = aligned(Release((*zh, *en)))
    assert [(one.zh[0].text, one.en[0].text) for one in groups] == [("甲。", "First."), ("乙。", "Second.")]


def test_a_text_of_one_language_has_groups_of_one_side():
    assert [(len(one.zh), len(one.en)) for one in aligned(Release(tuple(blocks(ZH, "zh"))))] == [(1, 0)] * 6


@given(st.lists(st.sampled_from(ZH), max_size=12), st.lists(st.sampled_from(EN), max_size=12))
def test_every_paragraph_is_in_one_group_and_in_order(zh, en):
    groups = aligned(Release((*blocks(zh, "zh"), *blocks(en, "en"))))
    assert [one.text for each in groups for one in each.zh] == zh
    assert [one.text for each in groups for one in each.en] == en


def test_long_and_uneven_texts_are_aligned_within_the_band():
    groups = aligned(Release((*blocks(ZH * 60, "zh"), *blocks(EN * 20, "en"))))
    assert sum(len(each.zh) for each in groups) == 360


@given(st.integers(1, 90), st.integers(1, 90))
@example(1, 63)
@example(63, 1)
@example(2, 90)
def test_very_uneven_numbers_of_paragraphs_are_aligned_to_the_last(left, right):
    zh = [f"第{number}条已办理。" for number in range(left)]
    en = [f"Item {number} is done." for number in range(right)]
    found = pairs(zh, en)
    assert [number for one, _ in found for number in one] == list(range(left))
    assert [number for _, one in found for number in one] == list(range(right))


def test_the_same_words_in_another_file_are_found_there(house):
    def found(name):
        blocks = [
            Block("body", text, lang, at=Span(f"{name}.{lang}", 0, 0, len(text), text, lang))
            for lang, text in (("zh", "投资18亿元。"), ("en", "It cost 18 million yuan."))
        ]
        return {finding.span.file for finding in api.check(Release(tuple(blocks)), house())}

    assert found("first") == {"first.en"}
    assert found("second") == {"second.en"}
