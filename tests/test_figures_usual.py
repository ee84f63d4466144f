"""The usual figures, read at one look, are what the full readers make of them, whatever stands around them."""

from __future__ import annotations

import random

import pytest

from pressgen.figures.en import usual as english
from pressgen.figures.find import readings
from pressgen.figures.units import MEASURES, UNITS
from pressgen.figures.zh import usual as chinese
from pressgen.text import Language

BEFORE = {
    "zh": [
        "共",
        "有",
        "达",
        "约",
        "超过",
        "不低于",
        "近",
        "从",
        "第",
        "其中",
        "港币",
        "美元",
        "负",
        "-",
        "¥",
        "US$",
        "(",
        "，",
        "、",
        "农历",
        "最高补助",
        "占比",
        "零下",
        "上半年",
        "去年下半年",
        "从",
        "增长了",
        "到",
        "额",
        "2",
        "A",
        "\n",
    ],
    "en": [
        "some",
        "over",
        "nearly",
        "$",
        "RMB",
        "US$",
        "minus",
        "-",
        "(",
        "from",
        "between",
        "point",
        "at",
        "up",
        ",",
        "the",
        "a",
        "about",
        "€",
        "no.",
        "5",
        "v",
    ],
}
SCALES = {
    "zh": ["", "", "", "万", "亿", "千万", "百亿", "万亿", "多万", "余", " 万", "个亿", "十万", "k", "×10^5"],
    "en": [
        "",
        "",
        "",
        " million",
        " billion",
        "-billion",
        " thousand",
        "m",
        "bn",
        " dozen",
        "k",
        " millionth",
        "th",
    ],
}
UNIT = {
    "zh": [
        *[
            "元",
            "%",
            "‰",
            "美元",
            "港元",
            "倍",
            "成",
            "折",
            "年",
            "月",
            "日",
            "月9日",
            "时",
            "点",
            "个百分点",
            "个",
            "个月",
            "个半月",
            "度",
            "分",
            "后",
            "K",
            "(含)以上",
            "/3",
            "到700亿元",
            "至3.5万人",
            "—90个",
            "-8公里",
            "~1,200亩",
            "—2012个",
            "至8百亿元",
            "—5日",
        ],
        "",
        *MEASURES,
    ]
    + [name for unit in UNITS for name in unit.zh.split("|")],
    "en": ["", "%", "% points", "s", "-year-old", " a.m.", " of May", " July", " decades"]
    + [
        " percent",
        " percentage points",
        " times",
        " yuan",
        " dollars",
        " cents",
        " projects",
        " is",
        " and",
        " year plan",
    ]
    + [f" {name}" for unit in UNITS for name in unit.en.split("|")],
}
BEHIND = {
    "zh": [
        "。",
        "，",
        "、7个",
        "至50",
        "—50",
        "以上",
        "左右",
        "半",
        "三",
        "整",
        "（港币）",
        "的",
        "",
        " ",
        "起",
        "5角",
        "前后两端",
    ],
    "en": [
        ".",
        ", ",
        " to 50",
        "-50",
        " and 50",
        " or more",
        " (",
        ") ",
        "",
        " in",
        " and 50 cents",
        " billion",
        " 2",
        ".5",
        ",5",
    ],
}


def digits(chance: random.Random) -> str:
    """A number as newsrooms and others write it."""
    whole = chance.choice(
        (str(chance.randint(0, 99)), str(chance.randint(1400, 2100)), str(chance.randint(0, 10**9)))
    )
    if chance.random() < 0.3:
        whole = f"{int(whole):,}"
    part = f".{chance.randint(0, 10 ** chance.randint(1, 8))}" if chance.random() < 0.4 else ""
    return whole + part


def sentence(lang: Language, chance: random.Random) -> str:
    """A few numbers, each between words that may and may not change what it says."""
    joint = "" if lang == "zh" else chance.choice((" ", " ", ""))
    return chance.choice("，。 (").join(
        chance.choice(BEFORE[lang]) + joint + digits(chance) + chance.choice(SCALES[lang])
        + chance.choice(UNIT[lang]) + chance.choice(BEHIND[lang])
        for _ in range(chance.randint(1, 3))
    )  # fmt: skip


@pytest.mark.parametrize("sentences", [250, pytest.param(4000, marks=pytest.mark.slow)])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_usual_figure_is_what_the_full_readers_make_of_it(lang, sentences, monkeypatch):
    chance = random.Random(lang)  # noqa: S311  # the same sentences every time
    texts = [sentence(lang, chance) for _ in range(sentences)]
    found = [readings(text, lang) for text in texts]
    monkeypatch.setattr(chinese, "reading", lambda *_: None)
    monkeypatch.setattr(english, "at", lambda *_: None)
    assert [str(one) for one in found] == [str(readings(text, lang)) for text in texts]


@pytest.mark.parametrize(
    ("text", "lang"),
    [("签约项目312个，", "zh"), ("增长8.25%。", "zh"), ("2021年3月9日，", "zh"), ("投资1,908.4亿元，", "zh"), ("约480亩。", "zh"), ("下半年，", "zh"), ("增产3到5.5万吨。", "zh"), ("占18亿—24亿元，", "zh"), ("up 8.25 percent.", "en"), ("worth 190.84 billion yuan,", "en"), ("US$73.5 million (", "en"), ("of 312 firms", "en")],
)  # fmt: skip
def test_what_news_is_full_of_is_read_at_one_look(text, lang):
    start = next(at for at, sign in enumerate(text) if sign.isdigit() or sign in "上下")
    if lang == "zh" and (match := chinese.look().match(text, start)) is not None:
        found = chinese.reading(text, text, match)
    else:
        found = english.at(text.lower(), text, start, 0)
    assert found == readings(text, lang)[0]
