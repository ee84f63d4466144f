"""Figures as people type them into an event file."""

from __future__ import annotations

from pathlib import Path

import pytest

from pressgen import figures
from pressgen.errors import FigureError
from pressgen.figures.figure import plain

CASES = (Path(__file__).parent / "cases" / "figures_typed.md").read_text(encoding="utf-8")
REFUSED, READ = (
    [line[2:] for line in part.splitlines() if line.startswith("- ")] for part in CASES.split("# Read")
)


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_figure_or_has_two_meanings_is_refused_by_name(text: str) -> None:
    with pytest.raises(FigureError) as refusal:
        figures.parse(text)
    assert text[:20] in refusal.value.say("zh")
    assert text[:20] in refusal.value.say("en")


@pytest.mark.parametrize("case", READ)
def test_what_people_type_is_read(case: str) -> None:
    text, _, expected = case.partition(" = ")
    figure = figures.parse(text)
    value = plain(figure.value) if figure.high is None else f"{plain(figure.low or 0)}..{plain(figure.high)}"
    assert " ".join(f"{figure.kind} {value} {figure.unit} {figure.modifier}".split()) == expected


def test_the_error_says_what_to_write_instead() -> None:
    with pytest.raises(FigureError, match="2023-07-14"):
        figures.parse("03/04/2023")


def test_a_bare_number_is_a_sum_where_a_sum_is_wanted() -> None:
    assert (figures.parse("500", kind="money").kind, figures.parse("500", kind="money").unit) == ("money", "")


def test_a_bare_year_is_a_date_where_a_date_is_wanted() -> None:
    assert figures.parse("2026", kind="date").value == "2026"


def test_another_kind_than_the_one_wanted_is_refused() -> None:
    with pytest.raises(FigureError, match="percentage"):
        figures.parse("267个", kind="percent")


def test_the_language_is_asked_for_only_where_it_is_known() -> None:
    assert figures.parse("1.2 million", "en").value == figures.parse("120万").value


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("23.10.2024", "2024-10-23"),
        ("10/31/2022", "2022-10-31"),
        ("13.1.2021", "2021-01-13"),
        ("2/29/2024", "2024-02-29"),
    ],
)
def test_a_day_that_only_one_order_makes_is_told_as_it_is_to_be_written(text: str, day: str) -> None:
    with pytest.raises(FigureError) as fault:
        figures.parse(text)

    assert fault.value.say("zh") == f"日期“{text}”请写作{day}"
    assert f"as {day}" in fault.value.say("en")


@pytest.mark.parametrize("text", ["7/8/2024", "12.11.2023", "31.31.2024", "0.13.2024", "3/4/24"])
def test_a_day_of_two_orders_or_of_none_is_refused_without_a_guess(text: str) -> None:
    with pytest.raises(FigureError, match="whether day or month comes first differs"):
        figures.parse(text)
