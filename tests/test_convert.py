"""Sums in another currency: how they are rounded, and when they are believed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressgen.errors import FigureError
from pressgen.figures import ecb
from pressgen.figures.convert import conversions, converted
from pressgen.figures.figure import Figure
from pressgen.figures.rate import Rate
from pressgen.figures.rates import Rates

DAY = date(2023, 7, 14)
RATES = Rates((ecb.read(ecb.packaged_file()),))
AMOUNT = st.decimals(min_value=1, max_value=10**14, places=2)
CURRENCY = st.sampled_from(["USD", "EUR", "HKD", "JPY", "GBP", "KRW"])


def sum_of(value: str, precision: str = "1E6", unit: str = "CNY", **more: object) -> Figure:
    return Figure("money", Decimal(value), unit, 0, 1, value, precision=Decimal(precision), **more)


def rate(value: str, base: str = "USD", quote: str = "CNY") -> Rate:
    return Rate(base, quote, Decimal(value), DAY, "PBOC", DAY)


@pytest.mark.parametrize(
    ("on", "dollars"),
    [("2020-12-02", "6.09E9"), ("2020-12-07", "6.12E9"), ("2020-12-08", "6.12E9"), ("2021-01-15", "6.18E9")],
)
def test_forty_billion_yuan_in_dollars_of_the_day(on, dollars):
    there = RATES.rate("CNY", "USD", date.fromisoformat(on))
    assert converted(sum_of("40E9", "1E9"), "USD", there).value == Decimal(dollars)


def test_a_saturdays_sum_is_converted_at_fridays_rate():
    dollars = converted(sum_of("240.572E9"), "USD", RATES.rate("CNY", "USD", date(2023, 7, 15)))
    assert (dollars.value, dollars.precision, dollars.unit) == (Decimal("33.7E9"), Decimal("1E8"), "USD")


def test_a_range_is_converted_at_both_ends_and_keeps_its_hedge():
    yuan = sum_of("150000", "1E4", low=Decimal(150000), high=Decimal(520000), modifier="about")
    dollars = converted(yuan, "USD", rate("7.1318"))
    assert (dollars.low, dollars.high, dollars.modifier) == (Decimal(21000), Decimal(72900), "about")


def test_halves_are_rounded_up():
    assert converted(sum_of("1.0005E6", "1E2"), "USD", rate("1")).value == Decimal("1000000")
    assert converted(sum_of("1.005E6", "1E2"), "USD", rate("1")).value == Decimal("1010000")


@pytest.mark.parametrize(
    ("digits", "value"), [(2, "34E9"), (3, "33.7E9"), (4, "33.73E9"), (5, "33.732E9"), (9, "33.7323E9")]
)
def test_more_digits_are_given_only_as_far_as_the_sum_has_them(digits, value):
    assert converted(sum_of("240.572E9"), "USD", rate("7.1318"), digits).value == Decimal(value)


def test_a_sum_of_few_digits_gets_three_and_no_more():
    assert converted(sum_of("4E8", "1E8"), "USD", rate("7.1318"), 6).value == Decimal("56.1E6")


def test_nothing_is_nothing_in_any_currency():
    assert converted(sum_of("0"), "USD", rate("7.1318")).value == 0


@pytest.mark.parametrize("unit", ["EUR", "USD"])
def test_a_rate_between_other_currencies_converts_nothing(unit):
    with pytest.raises(FigureError, match="cannot be turned into USD"):
        converted(sum_of("1E6", unit=unit), "USD", rate("7.1318"))


def test_a_percentage_has_no_dollars():
    with pytest.raises(FigureError):
        converted(Figure("percent", Decimal(25), "%", 0, 3, "25%"), "USD", rate("7.1318"))


def test_two_limits_joined_by_or_are_no_conversion():
    assert not conversions("总投资超10亿元或1亿美元的项目", "zh")
    assert not conversions("projects of over 1 billion yuan or 100 million dollars", "en")


def test_a_conversion_ten_times_too_large_is_far_off():
    (pair,) = conversions("2405.72亿元（约合3370亿美元）", "zh")
    assert pair.off(rate("7.1318")) > 8
    assert not pair.follows(rate("7.1318"))


def test_ranges_beside_each_other_are_compared_end_by_end():
    (pair,) = conversions("15万元—52万元（约合2.1万—7.3万美元）", "zh")
    assert pair.follows(rate("7.1318"))


@settings(derandomize=True, max_examples=150, deadline=None)
@given(AMOUNT, CURRENCY)
def test_there_and_back_stays_within_rounding(amount, currency):
    there = RATES.rate("CNY", currency, DAY)
    yuan = Figure("money", amount, "CNY", 0, 1, "", precision=Decimal("0.01"))
    back = converted(converted(yuan, currency, there), "CNY", there)
    assert abs(Decimal(back.value) - amount) <= amount * Decimal("0.0101")
