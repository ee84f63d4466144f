"""Paragraphs cut into clauses, and which clause answers which."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressgen.checks.claims.clauses import answers, clauses
from pressgen.document import Block


def cut(text, lang):
    return [one.text for one in clauses(Block("body", text, lang))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("货运量1,250万吨，增长3%；客运量持平。", ["货运量1,250万吨，", "增长3%；", "客运量持平。"]),
        ("会议通过《草案（试行），暂行》。次日公布。", ["会议通过《草案（试行），暂行》。", "次日公布。"]),
        ("展会以“创新，共享”为题，今日开幕。", ["展会以“创新，共享”为题，", "今日开幕。"]),
        ("投资1，200万元，3月开工。", ["投资1，200万元，", "3月开工。"]),
        ("同时，项目已开工。", ["同时，项目已开工。"]),
    ],
)
def test_chinese_is_cut_at_its_commas_but_not_inside_numbers_titles_and_brackets(text, expected):
    assert cut(text, "zh") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Freight came to 1,250 tons, up 3 percent; traffic was flat.",
            ["Freight came to 1,250 tons,", "up 3 percent;", "traffic was flat."],
        ),
        ("On May 3, 2021, Dr. Wu of Acme Co. Ltd. left.", ["On May 3, 2021,", "Dr. Wu of Acme Co. Ltd. left."]),
        ("It opens at 9 a.m. The gates close at 5.", ["It opens at 9 a.m.", "The gates close at 5."]),
        ("U.S. sales (up 4.5 percent, he said) grew. So did others.", ["U.S. sales (up 4.5 percent, he said) grew.", "So did others."]),
        ("Sales fell again — costs did not fall.", ["Sales fell again —", "costs did not fall."]),
    ],
)  # fmt: skip
def test_english_is_cut_at_its_commas_but_not_inside_numbers_dates_and_abbreviations(text, expected):
    assert [one.strip() for one in cut(text, "en")] == [one.strip() for one in expected]


def test_a_clause_knows_its_place_and_its_sentence():
    block = Block("body", "产量下降2%，销量上升。利润持平。", "zh")
    found = clauses(block)
    assert [one.sentence for one in found] == [0, 0, 1]
    assert [block.text[one.start : one.end] for one in found] == [one.text for one in found]


@given(st.text(st.sampled_from("。，；a. ,;:“”()（）1m\n—"), max_size=60), st.sampled_from(["zh", "en"]))
def test_clauses_hold_all_of_a_text_once(text, lang):
    found = clauses(Block("body", text, lang))
    assert "".join("".join(one.text.split()) for one in found) == "".join(text.split())
    assert all(one.end <= two.start for one, two in pairwise(found))


def paired(zh, en, house):
    found = answers([Block("body", zh, "zh")], [Block("body", en, "en")], house().glossary)
    return {(one.zh.text, one.en.text): one.sure for one in found}


def test_clauses_answer_by_their_figures_in_any_order(house):
    zh = "港口吞吐量6.4亿吨，增长2.3%；机场旅客710万人次，下降8.1%。"
    en = "The airport had 7.1 million passengers, down 8.1 percent; the port handled 640 million tons, up 2.3 percent."
    assert paired(zh, en, house) == {
        ("港口吞吐量6.4亿吨，", "the port handled 640 million tons,"): True,
        ("增长2.3%；", "up 2.3 percent."): True,
        ("机场旅客710万人次，", "The airport had 7.1 million passengers,"): True,
        ("下降8.1%。", "down 8.1 percent;"): True,
    }


def test_clauses_without_figures_answer_by_names_and_then_by_order(house):
    zh = "代表团先到苏州，座谈会上双方商定合作。随后前往深圳。"
    en = "The delegation went to Suzhou first, where both sides agreed to work together. It then left for Shenzhen."
    found = paired(zh, en, house)
    assert found["代表团先到苏州，", "The delegation went to Suzhou first,"]
    assert found["座谈会上双方商定合作。", "where both sides agreed to work together."] is False
    assert found["随后前往深圳。", "It then left for Shenzhen."]


def test_what_has_no_counterpart_is_left_out(house):
    assert paired("共有31家企业。", "Rain is expected.", house) == {
        ("共有31家企业。", "Rain is expected."): False
    }
    assert paired("", "Rain is expected.", house) == {}
    zh, en = "园区占地52亩。道路已通。电力已通。", "The park covers 52 mu."
    assert paired(zh, en, house) == {("园区占地52亩。", en): True}
