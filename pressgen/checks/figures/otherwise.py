"""What the other language says without a figure: Thursday, last month, the 14th plan, to the dollar."""

from __future__ import annotations

import re
from calendar import month_name
from datetime import date
from decimal import Decimal
from functools import cache

from pressgen.figures import Figure
from pressgen.figures.currencies import CURRENCIES
from pressgen.figures.en.words import SMALL
from pressgen.regex import regex

_DAYS = (
    ("Monday", "一"), ("Tuesday", "二"), ("Wednesday", "三"), ("Thursday", "四"), ("Friday", "五"),
    ("Saturday", "六"), ("Sunday", "日天"),
)  # fmt: skip
_ANY_DAY = {
    "en": regex(rf"\b(?:{'|'.join(name for name, _ in _DAYS)})\b"),
    "zh": regex("(?:星期|礼拜|周)[一二三四五六日天](?!期)"),
}
_NEAR = {0: "today|今日|今天", -1: "yesterday|昨日|昨天", 1: "tomorrow|明日|明天"}
_DIGIT = regex(r"\d")
_BESIDE = 8
"""Letters within which a digit is the date of a day's name."""
_MONTH_BEFORE = {
    "zh": regex("上月|上个月|环比|按月|前一个月|前月"),
    "en": regex(
        r"\b(?:(?:last|previous|preceding) month|month (?:earlier|before|ago)|month[- ]on[- ]month)\b",
        re.IGNORECASE,
    ),
}
_YEAR_BEFORE = {
    "zh": regex("去年|上年|同比|一年前|前一年"),
    "en": regex(
        r"\b(?:last year|year (?:earlier|before|ago)|previous year|year[- ]on[- ]year)\b", re.IGNORECASE
    ),
}
_MONTHS_IN_YEAR = 12
_THOUSAND = 1000
_PLAN = {
    "zh": regex("([一二三四五六七八九十]{1,3})五(?:规划|计划|时期|期间|”|开局|以来|末)"),
    "en": regex(r"\b(\d{1,2})th Five-Year", re.IGNORECASE),
}
_HAN = {numeral: number for number, numeral in enumerate("一二三四五六七八九十", 1)}
_FIRST_OF_TENTH = 2001
_MIDNIGHT = regex(r"\bmidnight\b|午夜|零[时点]|半夜", re.IGNORECASE)
_SPELT_OUT = {
    ("", "12:00"): re.compile(r"\b(?:noon|midday)\b|正午|中午", re.IGNORECASE),
    ("", "00:00"): _MIDNIGHT,
    ("", "24:00"): _MIDNIGHT,
    ("hour", "24"): re.compile(
        r"\b(?:around|round)[- ]the[- ]clock\b|\b(?:day and night|night and day)\b|全天候|昼夜|日夜|通宵",
        re.IGNORECASE,
    ),
}
"""What is said in words for a time or a number of hours."""
_PER = {
    "USD": "dollar|greenback",
    "EUR": "euro",
    "GBP": "pound|sterling",
    "JPY": "yen",
    "CNY": "yuan|renminbi|人民币",
}
"""What else a currency is called beside its rate, besides its listed names."""


_WHOLES = {"a hundred": 100, "a thousand": 1000, "1,000": 1000, "a million": 1_000_000}
_NUMBER = rf"({'|'.join(SMALL)}|{'|'.join(_WHOLES)}|\d{{1,3}})"
_OF_TEN = regex(
    rf"\b{_NUMBER}(?: [a-z]+)? (?:in|out of|of)(?: every)? {_NUMBER}\b",
    re.IGNORECASE,
)
"""Nine in ten, four out of every five."""


_NONE = regex("全票|一致|票弃权|完胜|零")
"""What Chinese says of a vote or match for none on the other side: 13-0."""
_A_POINT = regex(
    r"\b(?:an?|one) (?:full |whole |single |mere )?(?:percent(?:age)? )?point\b(?! of)", re.IGNORECASE
)
_YEAR = regex(r"(\d{1,5})年?$", re.ASCII)
_BEFORE_CHRIST = {"zh": "公元前{}年", "en": r"\b{}\s?B\.?C(?:\.?E)?\b"}
"""A year before the common era, which may be later than any year that is read as one: 2300 B.C."""


THOUSANDTHS = regex("‰|千分之")
"""What Chinese writes a share of a thousand with."""
_YEAR_END = regex("年底[之以]?前")


def before_christ(figure: Figure, text: str, lang: str) -> bool:
    """Whether a text of the language has a number as a year before the common era."""
    digits = _YEAR.match(figure.text)
    return bool(digits and re.search(_BEFORE_CHRIST[lang].format(digits[1]), text))


def said(figure: Figure, text: str, lang: str, on: date | None) -> bool:
    """Whether a text of the language says a figure so; ``on`` is the day it is of, where that is known."""
    if figure.kind in ("percent", "fraction") and lang == "en":
        return _as_odds(Decimal(figure.value) / (100 if figure.kind == "percent" else 1), text)
    if figure.kind == "date":
        return (
            _as_end(str(figure.value), text, lang, on)
            or _as_day(str(figure.value), text, lang, on)
            or _as_month(str(figure.value), text, lang)
            or _as_generation(str(figure.value), text, lang)
        )
    if figure.kind == "period":
        return _as_plan(str(figure.value), text, lang)
    if lang == "en" and (figure.kind == "multiple" or figure.unit == "year"):
        return _in_hundreds(figure, text)
    return _in_words(figure, text, lang)


def _as_generation(value: str, text: str, lang: str) -> bool:
    """Born after 2000 is 00后."""
    decade = len(value) == len("2000") and value.endswith("0") and lang == "zh"
    return decade and f"{value[2:]}后" in text


def _in_words(figure: Figure, text: str, lang: str) -> bool:
    if figure.value == 0 and lang == "zh":
        return bool(_NONE.search(text))
    if figure.value == _THOUSAND and lang == "zh" and THOUSANDTHS.search(text):
        return True
    if figure.kind == "points" and lang == "en":
        return bool(figure.value == 1 and _A_POINT.search(text))
    if figure.unit == "month" and figure.value == _MONTHS_IN_YEAR:
        return bool(_YEAR_BEFORE[lang].search(text))
    if words := _SPELT_OUT.get((figure.unit, str(figure.value))):
        return bool(words.search(text))
    return figure.kind == "money" and figure.value == 1 and _as_unit(figure.unit, text)


def _as_odds(share: Decimal, text: str) -> bool:
    """A share as so many in so many."""
    found = ((_count(match[1]), _count(match[2])) for match in _OF_TEN.finditer(text))
    return any(whole and part == share * whole for part, whole in found)


def _count(word: str) -> int:
    small = word.lower()
    return int(word) if word.isdecimal() else _WHOLES.get(small) or SMALL[small]


def _as_day(value: str, text: str, lang: str, on: date | None) -> bool:
    """A day by its name; any name of a day will do where nobody knows which year or month it is."""
    if not value[-2:].isdigit() or value.count("-") != 2:
        return False
    day = _real(value, on) if on else None
    if day is None or on is None:
        return on is None and _stands_alone(_ANY_DAY[lang], text)
    english, han = _DAYS[day.weekday()]
    pattern = rf"\b{english}\b" if lang == "en" else f"(?:星期|礼拜|周)[{han}]"
    near = _NEAR.get((day - on).days)
    return _stands_alone(re.compile(pattern), text) or bool(near and re.search(near, text))


_FOLDS = {100: r"\b(?:a )?hundred ?-?fold\b", 1000: r"\b(?:a )?thousand ?-?fold\b"}
_CENTURIES = regex(rf"\b(?:{_NUMBER}|(an?)) centur(?:y|ies)\b", re.IGNORECASE)
_HUNDRED = 100


def _in_hundreds(figure: Figure, text: str) -> bool:
    """Whether 1000倍 is told as a thousandfold, 500年 as five centuries."""
    value = Decimal(figure.value)
    if figure.unit == "year":
        return any(
            _HUNDRED * (1 if match[2] else _count(match[1])) == value for match in _CENTURIES.finditer(text)
        )
    folds = (pattern for times, pattern in _FOLDS.items() if value - times in (0, 1))
    return any(re.search(pattern, text, re.IGNORECASE) for pattern in folds)


def _stands_alone(pattern: re.Pattern[str], text: str) -> bool:
    """Whether a day's name stands somewhere without a date of its own beside it."""
    return any(
        not _DIGIT.search(text, max(0, found.start() - _BESIDE), found.end() + _BESIDE)
        for found in pattern.finditer(text)
    )


def _as_end(value: str, text: str, lang: str, on: date | None) -> bool:
    """Next year, before which 年底前 is."""
    following = value.isdigit() and (on is None or int(value) == on.year + 1)
    return lang == "zh" and following and bool(_YEAR_END.search(text))


_YEARS_ON = {
    "zh": {-2: "前年", -1: "[去上]年", 0: "今年|本年", 1: "明年", 2: "后年"},
    "en": {-2: r"\byear before last\b", -1: r"\blast year\b", 0: r"\bthis year\b", 1: r"\bnext year\b"},
}


def as_year(value: str, own: str, other: str, lang: str, on: date | None) -> bool:
    """Whether the other text, of a language, says a year by how far it is from that of the texts: last year.

    Where that is not known, by any such word; one that both texts have says another year.
    """
    if not value.isdigit():
        return False
    away = [int(value) - on.year] if on else list(_YEARS_ON[lang])
    return any(
        _often(_YEARS_ON[lang].get(years), other)
        > _often(_YEARS_ON["en" if lang == "zh" else "zh"].get(years), own)
        for years in away
    )


def _often(word: str | None, text: str) -> int:
    return len(re.findall(word, text, re.IGNORECASE)) if word else 0


_WEEKDAY_BEHIND = regex(r"\s?[（(](?:星期|周)([一二三四五六日天])")


def with_weekday(figure: Figure, text: str, other: str) -> bool:
    """Whether a day that a Chinese text gives with its weekday, 10月16日（星期四）, is told by that alone."""
    said = _WEEKDAY_BEHIND.match(text, figure.end)
    if said is None or figure.kind != "date":
        return False
    return any(said[1] in han and re.search(rf"\b{english}\b", other) for english, han in _DAYS)


def _real(value: str, on: date) -> date | None:
    """The nearest day to that of the text that a date without a year, or without a month too, can mean."""
    year, month, day = value.split("-")
    years = [year] if year.isdigit() else [str(on.year + n) for n in (-1, 0, 1)]
    months = [month] if month.isdigit() else [f"{n:02}" for n in range(1, 13)]
    found = [real for y in years for m in months if (real := _day(f"{y}-{m}-{day}"))]
    return min(found, key=lambda one: (abs(one - on), one), default=None)


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


_TERMS = {
    1: "小寒|大寒|元旦", 2: "立春|雨水", 3: "惊蛰|春分", 4: "清明|谷雨", 5: "立夏|小满|五一", 6: "芒种|夏至",
    7: "小暑|大暑", 8: "立秋|处暑", 9: "白露|秋分",
    10: "寒露|霜降|国庆|十一", 11: "立冬|小雪", 12: "大雪|冬至",
}  # fmt: skip
"""Solar terms (GB/T 33661-2017) and holidays by month, for which English has the month."""


def _as_month(value: str, text: str, lang: str) -> bool:
    """A month by a solar term (白露), or as the one before another: 5月…，较上月."""
    if lang == "zh" and re.fullmatch(r"XXXX-\d\d", value) and re.search(_TERMS[int(value[-2:])], text):
        return True
    if value.count("-") != 1 or not value[-2:].isdigit() or not _MONTH_BEFORE[lang].search(text):
        return False
    following = int(value[-2:]) % 12 + 1
    named = rf"\b{month_name[following]}\b" if lang == "en" else rf"(?<!\d){following}月"
    return bool(re.search(named, text))


def _as_plan(value: str, text: str, lang: str) -> bool:
    """2021 to 2025 as the 14th plan."""
    first, _, last = value.partition("/")
    if not (first.isdigit() and last.isdigit() and int(last) - int(first) == 4):
        return False
    number, rest = divmod(int(first) - _FIRST_OF_TENTH, 5)
    return not rest and any(_numeral(found[1]) == number + 10 for found in _PLAN[lang].finditer(text))


def _numeral(text: str) -> int:
    """14 of 14 or 十四."""
    if text.isdigit():
        return int(text)
    head, ten, tail = text.partition("十")
    return (_HAN.get(head, 1) * 10 if ten else 0) + _HAN.get(tail if ten else head, 0)


def _as_unit(unit: str, text: str) -> bool:
    """One dollar as per dollar, to the dollar, to the Australian dollar, 每美元."""
    return bool(unit) and bool(_rate_of(unit).search(text))


@cache
def _rate_of(unit: str) -> re.Pattern[str]:
    listed = [
        name for money in CURRENCIES if money.code == unit for name in f"{money.zh}|{money.en}".split("|")
    ]
    names = "|".join([*map(re.escape, listed), _PER.get(unit, unit), unit])
    return re.compile(
        rf"\b(?:per|to the|to one|a|for each|each) (?:{names})\b|[每兑对](?:{names})", re.IGNORECASE
    )
