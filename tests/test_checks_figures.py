"""Figures across whole texts, conversions and totals; single sentences are in tests/cases."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressgen import api, figures
from pressgen.checks import conversions
from pressgen.checks import figures as checked
from pressgen.checks.figures.match import together
from pressgen.checks.figures.placed import placed_figures
from pressgen.document import Block, Release, Span
from pressgen.figures.rates import Rates
from pressgen.house import open_newsroom

HOUSE = api.open_house("base", open_newsroom(Path(__file__).parent.parent))
STORY = (
    ("上半年，全市签约项目267个，总投资2405.72亿元。", "In the first half of the year, 267 projects worth 240.572 billion yuan were signed."),
    ("工业投资增长21.36%，比全省高3.1个百分点。", "Industrial investment grew 21.36 percent, 3.1 percentage points faster than in the province."),
    ("大会于7月14日在苏州举行，200余家企业参会。", "The conference was held in Suzhou on July 14, with more than 200 companies."),
)  # fmt: skip


def release(*texts, lang=None):
    spans = [
        Span("", n, 0, len(text), text, lang or ("en" if text.isascii() or text.startswith("[") else "zh"))
        for n, text in enumerate(texts)
    ]
    return Release(tuple(Block("body", span.text, span.lang, at=span) for span in spans))


def found(zh, en):
    return list(checked.check(release(*zh, *en), HOUSE))


def told(zh, en):
    return [(one.rule.id, one.span.text) for one in found(zh, en) if one.severity != "note"]


def test_a_story_told_alike_has_no_findings():
    assert found(*zip(*STORY, strict=True)) == []


def test_figures_told_in_another_paragraph_are_told():
    zh, en = (list(side) for side in zip(*STORY, strict=True))
    assert told(["".join(zh)], en) == told(zh, [" ".join(en)]) == []


def test_a_finding_shows_both_places_and_both_values():
    zh, en = zip(*STORY, strict=True)
    [finding] = found(zh, (en[0].replace("240.572", "24.0572"), *en[1:]))
    assert (finding.rule.id, finding.severity) == ("figure/scale", "error")
    assert (finding.span.text, finding.span.lang) == ("24.0572 billion yuan", "en")
    assert [(span.text, span.lang) for span in finding.related] == [("2405.72亿元", "zh")]
    assert "2405.72亿元" in finding.message("zh")
    assert "ten times too small" in finding.message("en")


def test_a_copied_magnitude_is_named():
    [finding] = found(["总投资500亿元。"], ["The investment is 500 billion yuan."])
    assert "“亿” became “billion”" in finding.message("en")
    assert "把“亿”译成了“billion”" in finding.message("zh")


def test_a_wrong_figure_is_reported_once_though_it_is_repeated_right():
    zh = ["总投资50亿元。", "50亿元已到位。"]
    en = ["The investment is 5 billion yuan.", "The 50 billion yuan have arrived."]
    assert told(zh, en) == [("figure/scale", "50 billion yuan")]


def test_one_language_alone_is_not_compared():
    assert found([zh for zh, _ in STORY], []) == []


def test_what_waits_for_translation_is_not_missed():
    zh, en = zip(*STORY, strict=True)
    assert told(zh, (*en[:2], "[To translate: 大会于7月14日在苏州举行，200余家企业参会。]")) == []


def test_a_line_of_no_language_asks_for_no_counterpart():
    blocks = [*release(STORY[0][0]).blocks, *release("2023-07-18 16:17", lang="und").blocks]
    assert list(checked.check(Release((*blocks, *release(STORY[0][1]).blocks)), HOUSE)) == []


def test_two_figures_changed_round_are_two_findings():
    assert told(["增长3.5%，占6.2%。"], ["It grew 3.6 percent and makes up 2.6 percent."]) == [
        ("figure/mismatch", "2.6 percent"),
        ("figure/mismatch", "3.6 percent"),
    ]


def test_a_month_the_english_adds_is_wrong_where_the_chinese_has_that_day_of_another():
    zh = "本报7月24日讯 24日，展会开幕。"
    assert told([zh], ["July 24 - The fair opened on June 24."]) == [("figure/date", "June 24")]
    assert (
        told(["24日，展会开幕。6月出口增长。"], ["The fair opened on July 24. Exports grew in June."]) == []
    )


@given(st.integers(1, 999_999), st.sampled_from([4, 6, 7, 8, 9]), st.sampled_from(["CNY", "USD", "EUR"]))
def test_a_sum_written_in_both_languages_agrees_and_ten_times_it_does_not(digits, tens, unit):
    value = Decimal(digits).scaleb(tens - 2)
    sums = [
        figures.Figure(
            "money", value.scaleb(shift), unit, 0, 0, "", precision=Decimal(1).scaleb(tens - 2 + shift)
        )
        for shift in (0, 1)
    ]
    zh = f"总投资{figures.format(sums[0], 'zh')}。"
    right, wrong = (f"The total is {figures.format(one, 'en')}." for one in sums)
    assert told([zh], [right]) == []
    assert [rule for rule, _ in told([zh], [wrong])] == ["figure/scale"]


@given(st.text(max_size=60), st.text(max_size=60))
def test_whatever_the_texts_a_check_comes_to_an_end(zh, en):
    list(checked.check(api.passages(f"中{zh}", f"a {en}"), HOUSE))


@pytest.fixture
def judged(house):
    def judge(*texts, on="2023-07-14", **given):
        day = date.fromisoformat(on) if on else None
        return list(conversions.check(release(*texts), house(on=day, **given)))

    return judge


def test_a_wrong_conversion_names_the_day_whose_rate_it_follows(judged):
    [finding] = judged("It costs 40 billion yuan (USD 6.18 billion).", on="2023-07-14")
    assert (finding.severity, finding.fix.text, finding.fix.safe) == ("warning", "USD 5.61 billion", False)
    assert "1 USD = 7.136262 CNY (ECB, 2023-07-14)" in finding.message("en")
    assert "follows from the rate of about 2022-" in finding.message("en")


def test_a_pinned_rate_is_the_rate_of_the_day(judged):
    pinned = Rates.pinned("USD", "6.536")
    assert judged("总投资40亿元（约合6.12亿美元）。", rates=pinned) == []


def test_a_release_is_of_the_day_it_was_published(house):
    text = release("总投资40亿元（约合6.12亿美元）。")
    dated = Release(text.blocks, published="2023-07-18 16:17")
    assert [one.rule.id for one in conversions.check(dated, house())] == ["conversion/wrong"]
    assert list(conversions.check(text, house())) == []


def test_a_day_without_rates_is_no_finding(judged):
    assert judged("总投资40亿元（约合6.12亿美元）。", on="1990-01-01") == []


def test_each_language_is_judged_by_itself(judged):
    both = judged(
        "总投资500亿元（约合740亿美元）。", "The total is 50 billion yuan (USD 740 billion).", on=None
    )
    assert [(one.rule.id, one.span.lang) for one in both] == [
        ("conversion/impossible", "zh"),
        ("conversion/impossible", "en"),
    ]


@pytest.mark.parametrize(("count", "most"), [(40, 1_600), (500, 40_000), (6_000, 40_000)])
def test_a_paragraph_of_thousands_of_figures_is_compared_in_bounded_time(count: int, most: int) -> None:
    row = placed_figures(Block("body", "、".join(f"{number}家" for number in range(count)), "zh"))
    pairs = [(i, j) for i, j, _, _ in together(row, row)]
    assert {(i, i) for i in range(count)} <= set(pairs)
    assert len(pairs) <= most


@pytest.mark.slow
def test_a_wrong_figure_among_thousands_is_found() -> None:
    numbers = [1000 + 7 * number for number in range(2_000)]
    zh = Block("body", "、".join(f"{number}家" for number in numbers) + "。", "zh")
    numbers[1_000] += 30_000
    en = Block("body", ", ".join(f"{number:,} firms" for number in numbers) + ".", "en")
    found = list(checked.check(Release((zh, en)), HOUSE))
    assert {finding.span.text for finding in found} == {"38,000"}
