"""Figures written, and read back; figures that agree and figures that do not."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressgen import figures
from pressgen.errors import FigureError
from pressgen.figures import Figure, Style

ONCE = settings(max_examples=150, derandomize=True, deadline=None)


def sum_of(value: int | str, unit: str = "CNY") -> Figure:
    return Figure("money", Decimal(value), unit, 0, 0, "")


@pytest.mark.parametrize(
    ("value", "unit", "zh", "en"),
    [
        (240572000000, "CNY", "2405.72亿元", "240.572 billion yuan"),
        (6120000000, "USD", "61.2亿美元", "USD 6.12 billion"),
        (10000000, "CNY", "1000万元", "10 million yuan"),
        (1200000000000, "CNY", "1.2万亿元", "1.2 trillion yuan"),
        (500000, "CNY", "50万元", "500,000 yuan"),
        (10000, "CNY", "1万元", "10,000 yuan"),
        (9999, "CNY", "9999元", "9,999 yuan"),
        (99999999, "CNY", "9999.9999万元", "99,999,999 yuan"),
        (100000000, "CNY", "1亿元", "100 million yuan"),
        (999999999, "CNY", "999999999元", "999,999,999 yuan"),
        (1000000000, "CNY", "10亿元", "1 billion yuan"),
        (999999000000, "CNY", "9999.99亿元", "999.999 billion yuan"),
    ],
)
def test_sums_are_written_in_the_largest_unit_that_stays_exact(
    value: int, unit: str, zh: str, en: str
) -> None:
    assert figures.format(sum_of(value, unit), "zh") == zh
    assert figures.format(sum_of(value, unit), "en") == en


@pytest.mark.parametrize(
    ("style", "yuan", "dollars"),
    [
        (Style(), "240.572 billion yuan", "USD 6.12 billion"),
        (Style(yuan="RMB", dollars="$"), "RMB 240.572 billion", "$6.12 billion"),
        (Style(dollars="US$"), "240.572 billion yuan", "US$6.12 billion"),
        (Style(dollars="U.S. dollars"), "240.572 billion yuan", "6.12 billion U.S. dollars"),
    ],
)
def test_a_house_chooses_how_currencies_are_written(style: Style, yuan: str, dollars: str) -> None:
    assert figures.format(sum_of(240572000000), "en", style) == yuan
    assert figures.format(sum_of(6120000000, "USD"), "en", style) == dollars


@pytest.mark.parametrize(
    ("typed", "zh", "en"),
    [
        ("30余家", "30余家", "more than 30"),
        ("近100家", "近100家", "nearly 100"),
        ("超1亿元", "超1亿元", "more than 100 million yuan"),
        ("数亿元", "数亿元", "hundreds of millions of yuan"),
        ("15万元—52万元", "15万元—52万元", "150,000 to 520,000 yuan"),
        ("13%—15%", "13%—15%", "13% to 15%"),
        ("0.5个百分点", "0.5个百分点", "0.5 percentage points"),
        ("2023-07-14", "2023年7月14日", "July 14, 2023"),
        ("2023-H1", "2023年上半年", "the first half of 2023"),
        ("2023年1—5月", "2023年1—5月", "January-May 2023"),
        ("2023-12-30/2024-01-02", "2023年12月30日—2024年1月2日", "December 30, 2023 to January 2, 2024"),
        ("16:17", "16:17", "4:17 p.m."),
        ("1 hectare", "1公顷", "1 hectare"),
        ("三分之二", "三分之二", "two-thirds"),
        ("第16届", "第16届", "16th"),
    ],
)
def test_every_kind_is_written_in_both_languages(typed: str, zh: str, en: str) -> None:
    assert figures.format(figures.parse(typed), "zh") == zh
    assert figures.format(figures.parse(typed), "en") == en


def test_a_count_takes_the_noun_it_is_given() -> None:
    assert figures.format(figures.parse("267"), "zh", noun="个") == "267个"
    assert figures.format(figures.parse("267个"), "en", noun="projects") == "267 projects"


def test_digits_are_rounded_half_up_and_never_added() -> None:
    assert figures.format(sum_of("33675000000"), "en", Style(digits=3)) == "33.7 billion yuan"
    assert figures.format(sum_of("999950000"), "en", Style(digits=3)) == "1 billion yuan"
    assert figures.format(sum_of("5"), "en", Style(digits=3)) == "5 yuan"


def test_a_currency_nobody_knows_is_refused() -> None:
    with pytest.raises(FigureError, match="ZZZ"):
        figures.format(sum_of(1, "ZZZ"), "en")


MODIFIERS = st.sampled_from(["", "over", "nearly", "about", "at_least", "at_most"])
VALUES = st.decimals(min_value=Decimal("0.01"), max_value=Decimal(10) ** 14, places=2) | st.integers(
    1, 10**14
).map(Decimal)
KINDS = st.sampled_from(
    [("money", "CNY"), ("money", "USD"), ("money", "EUR"), ("money", "JPY"), ("percent", "%"), ("points", "pp"),
     ("number", ""), ("quantity", "mu"), ("quantity", "km"), ("quantity", "t"), ("multiple", "")]
)  # fmt: skip
AMOUNTS = st.builds(
    lambda kind, value, modifier: Figure(kind[0], value, kind[1], 0, 0, "", modifier=modifier),
    KINDS,
    VALUES,
    MODIFIERS,
)
STYLES = st.builds(Style, st.sampled_from(["yuan", "RMB"]), st.sampled_from(["USD", "US$", "U.S. dollars"]),
                   st.sampled_from(["%", "percent"]))  # fmt: skip


@ONCE
@given(AMOUNTS, st.sampled_from(["zh", "en"]), STYLES)
def test_what_is_written_reads_back_the_same(figure: Figure, lang: figures.Language, style: Style) -> None:
    back = figures.parse(figures.format(figure, lang, style), lang)
    assert (back.kind, back.value, back.unit, back.modifier) == (
        figure.kind,
        figure.value,
        figure.unit,
        figure.modifier,
    )


RANGED = st.sampled_from(
    [("money", "CNY"), ("money", "USD"), ("percent", "%"), ("quantity", "mu"), ("number", "")]
)


@ONCE
@given(RANGED, st.integers(1, 10**9), st.integers(1, 10**9), st.sampled_from(["zh", "en"]))
def test_both_ends_of_a_range_read_back_the_same(
    kind: tuple[figures.Kind, str], low: int, more: int, lang: figures.Language
) -> None:
    ends = Decimal(low), Decimal(low + more)
    written = figures.format(Figure(kind[0], ends[0], kind[1], 0, 0, "", *ends), lang)
    back = figures.parse(written, lang)
    assert (back.kind, back.unit, back.low, back.high) == (*kind, *ends)


@ONCE
@given(AMOUNTS)
def test_chinese_to_english_to_chinese_keeps_the_value(figure: Figure) -> None:
    english = figures.parse(figures.format(figures.parse(figures.format(figure, "zh"), "zh"), "en"), "en")
    assert figures.parse(figures.format(english, "zh"), "zh").value == figure.value


@ONCE
@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from(["zh", "en"]), st.booleans())
def test_days_and_months_read_back_the_same(day: object, lang: figures.Language, month: bool) -> None:
    value = str(day)[: 7 if month else 10]
    assert figures.parse(figures.format(Figure("date", value, "", 0, 0, ""), lang), lang).value == value


@ONCE
@given(
    st.integers(1, 11), st.integers(1, 11), st.sampled_from(["2023", "XXXX"]), st.sampled_from(["zh", "en"])
)
def test_months_in_a_row_read_back_the_same(a: int, b: int, year: str, lang: figures.Language) -> None:
    value = f"{year}-{min(a, b):02}/{year}-{max(a, b) + 1:02}"
    assert figures.parse(figures.format(Figure("period", value, "", 0, 0, ""), lang), lang).value == value


@ONCE
@given(AMOUNTS, AMOUNTS)
def test_agreement_is_mutual_and_everything_agrees_with_itself(one: Figure, other: Figure) -> None:
    assert one.agrees(one)
    assert one.agrees(other) == other.agrees(one)


def test_an_uneven_range_keeps_both_its_ends() -> None:
    assert figures.format(figures.parse("5000元—1亿元"), "en") == "5,000 yuan to 100 million yuan"


def test_figures_agree_as_exactly_as_they_are_written() -> None:
    exact = figures.parse("2405.72亿元")
    assert exact.agrees(figures.parse("240.572 billion yuan"))
    assert exact.agrees(figures.parse("about 240.6 billion yuan"))
    assert exact.agrees(figures.parse("more than 240 billion yuan"))


@pytest.mark.parametrize(
    "other", ["24.06 billion yuan", "240.9 billion yuan", "USD 240.572 billion", "240.572 billion"]
)
def test_a_wrong_digit_scale_or_currency_does_not_agree(other: str) -> None:
    assert not figures.parse("2405.72亿元").agrees(figures.parse(other))


def test_points_never_agree_with_percent_and_mu_is_the_same_in_both_languages() -> None:
    assert not figures.parse("37个百分点").agrees(figures.parse("37%"))
    assert figures.parse("150亩").agrees(figures.parse("150 mu"))
    assert not figures.parse("150亩").agrees(figures.parse("150 acres"))


def test_a_vague_figure_agrees_with_one_of_its_size() -> None:
    assert figures.parse("数亿元").agrees(figures.parse("hundreds of millions of yuan"))
    assert not figures.parse("数亿元").agrees(figures.parse("billions of yuan"))


def test_a_day_without_a_year_agrees_with_the_same_day_of_any_year() -> None:
    assert figures.parse("7月14日").agrees(figures.parse("July 14, 2023"))
    assert not figures.parse("7月14日").agrees(figures.parse("July 15, 2023"))


UNSAID = [
    ("上半年", "XXXX-01/XXXX-06", "上半年", "the first half"),
    ("下半年", "XXXX-07/XXXX-12", "下半年", "the second half"),
    ("一季度", "XXXX-01/XXXX-03", "第一季度", "the first quarter"),
    ("Q2", "XXXX-04/XXXX-06", "第二季度", "the second quarter"),
    ("2H", "XXXX-07/XXXX-12", "下半年", "the second half"),
    ("first half of this year", "XXXX-01/XXXX-06", "上半年", "the first half"),
    ("今年1—5月", "XXXX-01/XXXX-05", "1—5月", "January-May"),
    ("14日至16日", "XXXX-XX-14/XXXX-XX-16", "14日—16日", "the 14th to the 16th"),
    ("14-16日", "XXXX-XX-14/XXXX-XX-16", "14日—16日", "the 14th to the 16th"),
    ("7月30日至8月2日", "XXXX-07-30/XXXX-08-02", "7月30日—8月2日", "July 30-August 2"),
    ("10日", "XXXX-XX-10", "10日", "the 10th"),
    ("the 22nd", "XXXX-XX-22", "22日", "the 22nd"),
    ("7月", "XXXX-07", "7月", "July"),
    ("16日14时", "XXXX-XX-16T14:00", "16日14:00", "2:00 p.m., the 16th"),
    ("下午3时", "15:00", "15:00", "3:00 p.m."),
    ("2023.7.12", "2023-07-12", "2023年7月12日", "July 12, 2023"),
    ("20230712", "2023-07-12", "2023年7月12日", "July 12, 2023"),
    ("2023-07-18T16:17:00+08:00", "2023-07-18T16:17", "2023年7月18日16:17", "4:17 p.m., July 18, 2023"),
]


@pytest.mark.parametrize(("typed", "value", "zh", "en"), UNSAID)
def test_a_time_whose_year_or_month_is_unsaid_is_read_and_written_in_both_languages(
    typed: str, value: str, zh: str, en: str
) -> None:
    figure = figures.parse(typed, kind="time" if value.startswith("15") else "date")
    assert (figure.value, figures.format(figure, "zh"), figures.format(figure, "en")) == (value, zh, en)


@pytest.mark.parametrize("typed", ["XXXX", "XXXX-XX", "2023-XX/2023-XX", "XXXX/XXXX", "XXXX-XX/XXXX-XX"])
def test_what_says_no_time_at_all_is_refused(typed: str) -> None:
    with pytest.raises(FigureError):
        figures.parse(typed, kind="date")


PART = st.sampled_from(["XX", *(f"{number:02}" for number in (1, 2, 6, 7, 9, 12))])
MOMENT = st.one_of(
    st.sampled_from(["XXXX", "2022", "2023"]),
    st.tuples(st.sampled_from(["XXXX", "2022", "2023"]), PART).map("-".join),
    st.tuples(st.sampled_from(["XXXX", "2022", "2023"]), PART, PART).map("-".join),
)


@settings(max_examples=600, derandomize=True, deadline=None)
@given(MOMENT, st.one_of(st.just(""), MOMENT))
def test_every_time_of_iso_form_is_written_or_refused_in_words(first: str, last: str) -> None:
    kind, value = ("period", f"{first}/{last}") if last and len(last) == len(first) else ("date", first)
    figure = Figure(kind, value, "", 0, 0, "")
    for lang in ("zh", "en"):
        try:
            written = figures.format(figure, lang)
        except FigureError:
            continue
        assert written
        assert "X" not in written
