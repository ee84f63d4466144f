"""Numbers spelt out by a speller of the tests' own, in several styles a language, and read again."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressgen import figures
from pressgen.figures import Figure
from pressgen.figures.currencies import CODES, CURRENCIES, Currency

MANY = settings(max_examples=250, derandomize=True, deadline=None)
UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["_", "_", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
HAN = "零一二三四五六七八九"
CAPITALS = str.maketrans("一二三四五六七八九十百千万亿", "壹贰叁肆伍陆柒捌玖拾佰仟萬億")
NUMBERS = st.one_of(
    st.integers(1, 999),
    st.integers(1, 10**6),
    st.integers(1, 10**12 - 1),
    st.sampled_from([10**k for k in range(12)]),
)


def small(number: int, *, hyphen: str, link: str) -> str:
    """Below a thousand: two hundred and twenty-one."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    under = UNITS[rest] if rest < 20 else TENS[tens] + (f"{hyphen}{UNITS[ones]}" if ones else "")
    if not hundreds:
        return under
    return f"{UNITS[hundreds]} hundred" + (f"{link}{under}" if rest else "")


def english(number: int, *, hyphen: str = "-", link: str = " and ", comma: str = " ") -> str:
    groups, power = [], 0
    while number:
        number, group = divmod(number, 1000)
        if group:
            scale = ("", " thousand", " million", " billion")[power]
            groups.append((group, small(group, hyphen=hyphen, link=link) + scale))
        power += 1
    words = [word for _, word in reversed(groups)]
    if (
        len(words) > 1
        and groups[0][0] < 100
        and not groups[0][1].endswith(("thousand", "million", "billion"))
    ):
        return comma.join(words[:-1]) + link + words[-1]
    return comma.join(words)


def below_myriad(number: int) -> str:
    """Below 10000: 三千零五."""
    text, gap = "", False
    for power, scale in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // power % 10
        if digit:
            text += ("零" if gap and text else "") + HAN[digit] + scale
            gap = False
        else:
            gap = True
    return text


def chinese(number: int) -> str:
    text, started = "", False
    for power, scale in ((10**8, "亿"), (10**4, "万"), (1, "")):
        group = number // power % 10**4
        if group:
            text += ("零" if started and group < 1000 else "") + below_myriad(group) + scale
            started = True
    return text.removeprefix("一") if text.startswith("一十") else text


def alone(text: str, lang: figures.Language) -> Figure:
    """The one figure of a sentence that holds nothing else."""
    (found,) = figures.find(text, lang)
    return found


@MANY
@given(NUMBERS, st.sampled_from(["-", " "]), st.sampled_from([" and ", " "]), st.sampled_from([" ", ", "]))
def test_an_english_number_in_words_is_read_as_it_was_spelt(
    number: int, hyphen: str, link: str, comma: str
) -> None:
    words = english(number, hyphen=hyphen, link=link, comma=comma)
    assert alone(f"They counted {words} percent", "en").value == number
    if len(words) < 120:
        assert figures.parse(words, "en", kind="number").value == number


@MANY
@given(NUMBERS)
def test_a_chinese_number_in_words_is_read_as_it_was_spelt(number: int) -> None:
    for words in (
        chinese(number),
        chinese(number).translate(CAPITALS),
        chinese(number).replace("二百", "两百"),
    ):
        assert alone(f"共{words}元", "zh").value == number, words


@MANY
@given(st.integers(0, 999), st.integers(1, 99))
def test_decimals_in_words_are_read_in_both_languages(whole: int, part: int) -> None:
    value = Decimal(f"{whole}.{part:02}")
    digits = f"{part:02}"
    en = f"{english(whole) or 'zero'} point {' '.join(UNITS[int(digit)] for digit in digits)}"
    zh = f"{chinese(whole) or '零'}点{''.join(HAN[int(digit)] for digit in digits)}"
    assert alone(f"It rose {en} percent", "en").value == value
    assert alone(f"增长百分之{zh}", "zh").value == value


@MANY
@given(st.integers(1, 999_999), st.integers(0, 9), st.sampled_from(["K", "k"]))
def test_digits_are_read_however_they_are_grouped(number: int, part: int, thousand: str) -> None:
    blank = f"{number:,}".replace(",", " ")
    for written in (f"{number:,}.{part}", f"{number}.{part}", f"{blank}.{part}"):
        assert alone(f"It cost {written} yuan", "en").value == Decimal(f"{number}.{part}")
        assert alone(f"投资{written}元", "zh").value == Decimal(f"{number}.{part}")
    assert alone(f"It cost ${number}{thousand}", "en").value == number * 1000


@pytest.mark.parametrize("money", [money for money in CURRENCIES if money.code], ids=lambda money: money.code)
def test_every_name_of_every_currency_is_read_with_its_code(money: Currency) -> None:
    for name in money.en.split("|"):
        written = name.upper() if name.upper() in CODES else name
        assert alone(f"They paid 5.2 million {written} for it", "en").unit == money.code, name
    for name in money.zh.split("|"):
        assert alone(f"支付520万{name}，", "zh").unit == money.code, name


def _stands_in_front(money: Currency) -> bool:
    """Whether the first Chinese name can stand before a sum (美元520万, not 元520万)."""
    name = money.zh.split("|")[0]
    return bool(money.code) and len(name) > 1 and not name.startswith(("元", "枚", "百")) and name != "比特币"


@pytest.mark.parametrize(
    "money", [money for money in CURRENCIES if _stands_in_front(money)], ids=lambda m: m.code
)
def test_a_currency_named_in_front_counts_and_a_yuan_behind_does_not(money: Currency) -> None:
    name = money.zh.split("|")[0]
    for text in (f"{name}520万元", f"{name}约520万元", f"{name}520万", f"{name}3至5亿元"):
        assert alone(f"注册资本为{text}。", "zh").unit == money.code, text
