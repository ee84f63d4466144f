"""The conversions of a whole text: what is left, what is added, what is corrected."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressgen.errors import RateError
from pressgen.figures import ecb
from pressgen.figures.convert_policy import Policy
from pressgen.figures.convert_text import convert_text
from pressgen.figures.rates import Rates

DAY = date(2023, 7, 14)
RATES = Rates((ecb.read(ecb.packaged_file()),))
CASES = (Path(__file__).parent / "cases" / "conversions.md").read_text(encoding="utf-8")
PARTS = dict(re.findall(r"^## ([^\n]+)\n(.*?)(?=^## |\Z)", CASES, re.MULTILINE | re.DOTALL))
CASE = re.compile(r"^(zh|en): (.+)\n(?:because:|→) ?(.*)$", re.MULTILINE)


@pytest.mark.parametrize(("lang", "text", "why"), CASE.findall(PARTS["Left alone"]))
def test_what_is_left_alone_is_left_for_a_reason(lang, text, why):
    result = convert_text(text, lang, RATES, DAY)
    assert result.text == text
    assert [change.why.en for change in result.of("left")] == [why] * bool(why)


@pytest.mark.parametrize(("lang", "text", "becomes"), CASE.findall(PARTS["Added"]))
def test_what_is_missing_is_added(lang, text, becomes):
    result = convert_text(text, lang, RATES, DAY)
    assert result.text == becomes
    assert convert_text(becomes, lang, RATES, DAY).text == becomes


@pytest.mark.parametrize(("lang", "text", "becomes"), CASE.findall(PARTS["Added into yuan"]))
def test_foreign_sums_become_yuan_where_asked(lang, text, becomes):
    assert convert_text(text, lang, RATES, DAY, to="CNY").text == becomes
    assert convert_text(becomes, lang, RATES, DAY, to="CNY").text == becomes


@pytest.mark.parametrize(("lang", "text", "becomes"), CASE.findall(PARTS["Corrected"]))
def test_what_does_not_follow_from_the_rate_is_corrected(lang, text, becomes):
    result = convert_text(text, lang, RATES, DAY)
    assert result.text == becomes
    assert [change.rate.source for change in result.of("corrected")] == ["ECB"]


def test_a_document_is_converted_block_by_block():
    first = convert_text("总投资12亿元。", "zh", RATES, DAY)
    second = convert_text("其中设备12亿元。", "zh", RATES, DAY, already=first.converted)
    assert second.text == "其中设备12亿元。"


def test_a_house_may_convert_thresholds_and_past_years_and_every_mention():
    policy = Policy(thresholds=True, past=True, convert="every")
    text = "去年签约超1亿元的项目20个，今年签约超1亿元的项目30个。"
    assert convert_text(text, "zh", RATES, DAY, policy=policy).text.count("（约合1400万美元）") == 2


def test_a_house_may_leave_small_sums_and_wrong_brackets():
    policy = Policy(least=Decimal("1E6"), correct=False)
    text = "门票60元，总投资12亿元（约合12亿美元）。"
    assert convert_text(text, "zh", RATES, DAY, policy=policy).text == text


def test_a_house_may_only_correct():
    text = "总投资12亿元（约合12亿美元），首批到位3亿元。"
    result = convert_text(text, "zh", RATES, DAY, policy=Policy(convert="never"))
    assert result.text == "总投资12亿元（约合1.68亿美元），首批到位3亿元。"


def test_a_sum_without_a_rate_is_an_error_and_not_a_guess():
    with pytest.raises(RateError, match="pressgen rates update"):
        convert_text("总投资12亿元。", "zh", RATES, date(2099, 1, 1))


def test_a_bracket_without_a_rate_to_check_it_by_is_left_and_said():
    result = convert_text("总投资12亿元（约合190亿卢布）。", "zh", RATES, DAY)
    assert "there is no rate" in result.of("left")[0].why.en


def test_a_text_without_sums_needs_no_rate():
    assert convert_text("签约项目267个。", "zh", RATES, date(2099, 1, 1)).text == "签约项目267个。"


SENTENCES = {
    "zh": ["项目总投资{}，已开工。", "首批到位{}以上"],
    "en": ["The plant cost {} last month.", "It paid about {}"],
}
UNITS = {
    "zh": ["元", "万元", "亿元", "万亿元"],
    "en": [" yuan", " million yuan", " billion yuan", " trillion yuan"],
}


@settings(derandomize=True, max_examples=200, deadline=None)
@given(
    st.sampled_from(["zh", "en"]), st.integers(0, 1), st.integers(0, 3), st.decimals("0.1", 9999, places=2)
)
def test_a_converted_text_is_not_converted_again(lang, sentence, unit, number):
    text = SENTENCES[lang][sentence].format(f"{number.normalize():f}{UNITS[lang][unit]}")
    once = convert_text(text, lang, RATES, DAY)
    again = convert_text(once.text, lang, RATES, DAY)
    assert len(once.of("added")) == 1
    assert (again.text, again.of("corrected")) == (once.text, [])


@pytest.mark.parametrize("projects", [1000, pytest.param(5000, marks=pytest.mark.slow)])
def test_a_year_of_sums_is_converted_in_time(projects):
    text = "".join(f"项目{at}总投资{at + 1}亿元，2019年为800亿元，" for at in range(projects))
    assert len(convert_text(text, "zh", RATES, DAY).changes) == 2 * projects
