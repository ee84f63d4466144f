"""Figures found in sentences: what must be left alone, what must be caught."""

from __future__ import annotations

import gc
import time
from dataclasses import FrozenInstanceError, replace
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressgen import figures
from pressgen.figures.figure import Figure, plain
from tests.grids import some

CASES = Path(__file__).parent / "cases"


def cases(name: str, heading: str) -> list[tuple[str, list[str]]]:
    """The sentences under one heading of a file of cases, each with the figures named below it."""
    found: list[tuple[str, list[str]]] = []
    here = False
    for line in (CASES / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            here = line == f"# {heading}"
        elif here and line.startswith("- "):
            found.append((line[2:], []))
        elif here and line.startswith("  - "):
            found[-1][1].append(line[4:])
    return found


def told(figure: Figure) -> str:
    """A figure in the words of the cases."""
    value = plain(figure.value)
    if figure.low is not None and figure.high is not None:
        value = f"{plain(figure.low)}..{plain(figure.high)}"
    return " ".join(f"{figure.text} = {figure.kind} {value} {figure.unit} {figure.modifier}".split())


@pytest.mark.parametrize("sentence", [case[0] for case in cases("figures_zh.md", "Left alone")])
def test_chinese_words_that_are_no_figures_are_left_alone(sentence: str) -> None:
    assert [told(figure) for figure in figures.find(sentence, "zh")] == []


@pytest.mark.parametrize("sentence", [case[0] for case in cases("figures_en.md", "Left alone")])
def test_english_words_that_are_no_figures_are_left_alone(sentence: str) -> None:
    assert [told(figure) for figure in figures.find(sentence, "en")] == []


@pytest.mark.parametrize(("sentence", "expected"), cases("figures_zh.md", "Caught"))
def test_chinese_figures_are_caught_with_kind_value_unit_and_hedge(
    sentence: str, expected: list[str]
) -> None:
    assert [told(figure) for figure in figures.find(sentence, "zh")] == expected


@pytest.mark.parametrize(("sentence", "expected"), cases("figures_en.md", "Caught"))
def test_english_figures_are_caught_with_kind_value_unit_and_hedge(
    sentence: str, expected: list[str]
) -> None:
    assert [told(figure) for figure in figures.find(sentence, "en")] == expected


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("size", [10_000, pytest.param(120_000, marks=pytest.mark.slow)])
@pytest.mark.parametrize("piece", some(["签", "a", "1,", "9", "一", "one ", "two and "], of=4))
def test_a_monstrous_text_is_read_to_its_end(lang: figures.Language, piece: str, size: int) -> None:
    text = piece * (size // len(piece))
    assert all(figure.end <= len(text) for figure in figures.find(text, lang))


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    "piece",
    ["一百万零", "about ", "not more than 1 ", "1—2—", "1至", "元", "1 0 ", "12 345 ", "五角五分", "一年半", "翻了近", "half a ", "one point ",
     "a dozen ", "quarter of a million ", "two million, ", "1 1/2 ", "1.1.", "第一", "2020-", "5.30p", "$1", "至", "千", "1月1日至"],
)  # fmt: skip
def test_twice_the_text_takes_about_twice_the_time(piece: str, lang: figures.Language) -> None:
    texts = [piece * (size // len(piece)) for size in (1_000, 20_000, 80_000)]
    took = []
    gc.disable()  # a collection of all that the tests before left behind is none of the reading's time
    try:
        for text in texts:
            start = time.process_time()
            figures.find(text, lang)
            took.append(time.process_time() - start)
    finally:
        gc.enable()
    assert took[2] < 0.1 + 10 * took[1]


@pytest.mark.parametrize("text", ["1.5 hundred point five", "1.5 point five", "12.5 million 1.5 point two"])
def test_a_point_said_behind_decimals_ends_the_number(text: str) -> None:
    assert all("point" not in figure.text for figure in figures.find(text, "en"))


def test_a_found_figure_is_frozen_and_equal_to_one_made_by_hand() -> None:
    found = figures.find("增长5%", "zh")[0]
    made = Figure("percent", Decimal(5), "%", 2, 4, "5%", precision=Decimal(1))
    assert (found, hash(found)) == (made, hash(made))
    assert replace(found, value=Decimal(6)) == replace(made, value=Decimal(6))
    with pytest.raises(FrozenInstanceError):
        found.unit = "pp"  # type: ignore[misc]


SIGNS = "0123456789.,%-—~/:： $¥￥€一二三四五六七八九十百千万亿两几数多余第上下半年月日元个家成倍分之点 \n"
WORDS = [
    "million ",
    "billion",
    "RMB ",
    "US$",
    "percent",
    " of ",
    "half ",
    "to ",
    "and ",
    "one ",
    "first ",
    "May ",
]
PIECES = st.sampled_from([*SIGNS, *WORDS])


@settings(max_examples=300, derandomize=True, deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join), st.sampled_from(["zh", "en"]))
def test_find_never_fails_and_its_figures_stand_in_order(text: str, lang: figures.Language) -> None:
    found = figures.find(text, lang)
    assert all(figure.text == text[figure.start : figure.end] for figure in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_a_figure_as_json_carries_plain_decimals() -> None:
    written = figures.find("投资2405.72亿元", "zh")[0].as_json()
    assert written["value"] == "240572000000"
    assert written["precision"] == "1000000"
    assert (written["kind"], written["start"], written["end"], written["unit"]) == ("money", 2, 11, "CNY")


def test_the_measure_word_is_kept_as_the_noun() -> None:
    assert figures.find("签约267个项目", "zh")[0].noun == "个"
    assert figures.find("267 projects", "en")[0].noun == "projects"


def test_values_are_decimals_and_never_floats() -> None:
    assert figures.find("16.4亿", "zh")[0].value == Decimal(1640000000)


def test_a_line_end_parts_a_name_from_a_number() -> None:
    assert figures.find("MBA\n5家企业", "zh")[0].noun == "家"
    assert figures.find("GDP\n5 firms", "en")[0].value == Decimal(5)
