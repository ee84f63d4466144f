"""Days, months and years told by where they lie: Thursday, tonight, last month, the 14th plan, 90后."""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Iterable, Sequence, Set
from datetime import date
from decimal import Decimal
from functools import lru_cache

from pressgen.figures import Figure
from pressgen.regex import regex

_DAYS = (
    ("Monday", "一"), ("Tuesday", "二"), ("Wednesday", "三"), ("Thursday", "四"), ("Friday", "五"),
    ("Saturday", "六"), ("Sunday", "日天"),
)  # fmt: skip
_ANY_DAY = {
    "en": regex(
        rf"\b(?:{'|'.join(name for name, _ in _DAYS)}|today|tonight|tomorrow|yesterday|"
        r"this (?:morning|afternoon)|(?:same|following|previous|next|other) day|the day (?:before|after)|"
        r"(?:this|last|next) weekend)\b",
        re.IGNORECASE,
    ),
    "zh": regex("(?:星期|礼拜|周)[一二三四五六日天末](?!期)|[今昨明当次翌][天日晚晨]|前天|后天"),
}
_WEEKDAYS = {
    "en": [regex(rf"\b{english}\b") for english, _ in _DAYS],
    "zh": [regex(f"(?:星期|礼拜|周)[{han}]") for _, han in _DAYS],
}
_NEAR = {0: "today|tonight|今[日天晚]", -1: "yesterday|昨[日天晚]", 1: "tomorrow|midnight tonight|明[日天晚]"}
_CLOCK = regex(r"\d{1,2}(?::\d\d)?\s?[ap]\.?m\b|\d{1,2}:\d\d|\d{1,2}[时点](?:\d{1,2}分)?", re.IGNORECASE)
_BESIDE = 20
_DATE_BEFORE = regex(r"\d(?:st|nd|rd|th|[日号])?(?: (?:of )?[A-Z][a-z]+)?[\s,，(（]*$")
_DATE_BEHIND = regex(r"[\s,，)）(（]*(?:the )?(?:[A-Z][a-z]{2,8}\.? )?\d")
"""A date beside a day's name: Thursday, June 4; 4月6日（周四）. In "on Saturday was 81" there is none."""
_MONTH_BEFORE = {
    "zh": regex("上月|上个月|环比|按月|前一个月|前月"),
    "en": regex(
        r"\b(?:(?:last|previous|preceding) month|month (?:earlier|before|ago)|month[- ]on[- ]month)\b",
        re.IGNORECASE,
    ),
}
_PLAN = {
    "zh": regex("([一二三四五六七八九十]{1,3})五(?:规划|计划|时期|期间|”|开局|以来|末)"),
    "en": regex(r"\b(\d{1,2})th Five-Year", re.IGNORECASE),
}
_HAN = {numeral: number for number, numeral in enumerate("一二三四五六七八九十", 1)}
_FIRST_OF_TENTH = 2001
_YEAR = regex(r"(\d{1,5})年?$", re.ASCII)
_BEFORE_CHRIST = {"zh": "公元前{}年", "en": r"\b{}\s?B\.?C(?:\.?E)?\b"}
"""A year before the common era, which may be later than any year that is read as one: 2300 B.C."""
_YEAR_END = regex("年底[之以]?前")
_YEARS_ON = {
    "zh": {-2: "前年", -1: "[去上]年", 0: "今年|本年", 1: "明年", 2: "后年"},
    "en": {-2: r"\byear before last\b", -1: r"\blast year\b", 0: r"\bthis year\b", 1: r"\bnext year\b"},
}
_WEEKDAY_BEHIND = regex(r"\s?[（(](?:星期|周)([一二三四五六日天])")
_NTH_WEEKDAY = regex("的?第[一二三四五]个(?:星期|周)[一二三四五六日天]")
_TERMS = {
    1: "小寒|大寒|元旦|年初|岁首|开年",
    2: "立春|雨水", 3: "惊蛰|春分", 4: "清明|谷雨", 5: "立夏|小满|五一", 6: "芒种|夏至",
    7: "小暑|大暑", 8: "立秋|处暑", 9: "白露|秋分",
    10: "寒露|霜降|国庆|十一", 11: "立冬|小雪", 12: "大雪|冬至|年[底末终]|岁末",
}  # fmt: skip
"""Solar terms (GB/T 33661-2017), holidays and parts of the year by month, for which English has the month."""
_PARTS = {
    1: r"\b(?:start|beginning|turn) of the year|\bnew year",
    12: r"\b(?:end|close) of the year|\byear['’]?s?[ -]end",
}
"""What English has for the first month and the last."""


def said(figure: Figure, text: str, lang: str, on: date | None) -> bool:
    """Whether a text of the language says a date or a period so; ``on`` is its day, where that is known."""
    value = str(figure.value)
    if figure.kind == "period":
        return _as_plan(value, text, lang) or _as_generation(value.partition("/")[0], text, lang)
    return (
        _as_end(value, text, lang, on)
        or _as_day(value, text, lang, on)
        or _as_month(value, text, lang)
        or _as_generation(value, text, lang)
    )


def before_christ(figure: Figure, text: str, lang: str) -> bool:
    """Whether a text of the language has a number as a year before the common era."""
    digits = _YEAR.match(figure.text)
    return bool(digits and re.search(_BEFORE_CHRIST[lang].format(digits[1]), text))


def as_year(value: str, own: str, other: str, lang: str, on: date | None) -> bool:
    """Whether the other text, of a language, says a year by how far it is from that of the texts: last year.

    Where that is not known, by any such word; one that both texts have says another year.
    """
    if not value.isdigit():
        return False
    if on and lang == "zh" and int(value) == on.year - 1 and "同比" in other:
        return True
    away = [int(value) - on.year] if on else list(_YEARS_ON[lang])
    return any(
        _often(_YEARS_ON[lang].get(years), other)
        > _often(_YEARS_ON["en" if lang == "zh" else "zh"].get(years), own)
        for years in away
    )


_NEXT_TO = {
    "en": {
        "year": {
            1: r"\b(?:the (?:year before|(?:previous|preceding|prior) year)|a year (?:earlier|before))\b",
            -1: r"\b(?:the (?:year after|following year|next year)|a year later)\b",
        },
        "day": {
            1: r"\b(?:the (?:(?:day|night) before|previous (?:day|night|evening))|(?:a|one) day earlier)\b",
            -1: r"\b(?:the (?:(?:following|next) (?:day|morning|afternoon|evening)|day after)|"
            r"(?:a|one) day later)\b",
        },
    },
    "zh": {
        "year": {
            1: "上年|上一年|前一年|一年前|由[盈亏升降增减负正]转|扭亏",
            -1: "次年|翌年|第二年|下一年|一年后",
        },
        "day": {1: "前一[日天晚]|头一天|前日", -1: "[次翌][日晨晚]|第二天|隔[日天]"},
    },
}
"""What says the year or day before one, and the one after it; what turned was otherwise the year before."""


def next_to(value: str, dates: Set[str], other: str, lang: str) -> bool:
    """Whether the other text says a year or day as the one before or after one that it names.

    >>> next_to("2023", {"2024"}, "It was 73 percent in 2024, up from 67 percent the year before.", "en")
    True
    >>> next_to("XXXX-06-22", {"XXXX-06-21"}, "6月21日夜间至次日早晨", "zh")
    True
    """
    kind = "year" if value.isdigit() else "day" if value.count("-") > 1 else ""
    head, number = ("", value) if kind == "year" else (value[:-2], value[-2:])
    return (
        bool(kind)
        and number.isdigit()
        and any(
            f"{head}{int(number) + away:02}" in dates and re.search(words, other, re.IGNORECASE)
            for away, words in _NEXT_TO[lang][kind].items()
        )
    )


def dates(figures: Iterable[Figure]) -> set[str]:
    """The dates among figures; an ordinal may be a day of a month that is not named (the 21st)."""
    return {
        f"XXXX-XX-{int(each.value):02}" if isinstance(each.value, Decimal) else each.value
        for each in figures
        if each.kind in ("date", "ordinal")
    }


def by_weekday(figure: Figure, text: str, other: str) -> bool:
    """Whether a day that a Chinese text gives with its weekday is told by that alone.

    10月16日（星期四） as Thursday, and 9月的第三个星期六 as Saturday.
    """
    if figure.kind != "date":
        return False
    if _NTH_WEEKDAY.match(text, figure.end):
        return bool(_ANY_DAY["en"].search(other))
    beside = _WEEKDAY_BEHIND.match(text, figure.end)
    return beside is not None and any(
        beside[1] in han and re.search(rf"\b{english}\b", other) for english, han in _DAYS
    )


def days_named(days: Sequence[str], text: str, lang: str, on: date | None) -> int:
    """How many of some days a text has the names of: both of 10 pm on Thursday to 6 am on Friday.

    Where nobody knows the day of the text, so many of them as it has names.
    """
    if on is not None:
        return sum(_as_day(day, text, lang, on) for day in days)
    return min(_alone(_ANY_DAY[lang], text), sum(day.count("-") > 1 for day in days))


@lru_cache(maxsize=64)
def _alone(pattern: re.Pattern[str], text: str) -> int:
    """How many names of days have no date of their own beside them; asked once a figure of one text."""
    plain = _CLOCK.sub(lambda clock: " " * len(clock[0]), text)
    return sum(
        not (
            _DATE_BEFORE.search(plain[max(0, found.start() - _BESIDE) : found.start()])
            or _DATE_BEHIND.match(plain, found.end())
        )
        for found in pattern.finditer(plain)
    )


def _as_day(value: str, text: str, lang: str, on: date | None) -> bool:
    """A day by its name; any name of a day will do where nobody knows which year or month it is."""
    if not value[-2:].isdigit() or value.count("-") != 2:
        return False
    day = _real(value, on) if on else None
    if day is None or on is None:
        return on is None and bool(_alone(_ANY_DAY[lang], text))
    near = _NEAR.get((day - on).days)
    return bool(_alone(_WEEKDAYS[lang][day.weekday()], text)) or bool(near and re.search(near, text))


def _as_end(value: str, text: str, lang: str, on: date | None) -> bool:
    """Next year, before which 年底前 is."""
    following = value.isdigit() and (on is None or int(value) == on.year + 1)
    return lang == "zh" and following and bool(_YEAR_END.search(text))


def _as_generation(value: str, text: str, lang: str) -> bool:
    """Born after 2000 is 00后, after 1995 95后."""
    decade = len(value) == len("2000") and value.endswith(("0", "5")) and lang == "zh"
    return decade and f"{value[2:]}后" in text


def _often(word: str | None, text: str) -> int:
    return len(re.findall(word, text, re.IGNORECASE)) if word else 0


def _real(value: str, on: date) -> date | None:
    """The nearest day to that of the text that a date without a year, or without a month too, can mean."""
    year, month, day = value.split("-")
    years = [year] if year.isdigit() else [str(on.year + n) for n in (-1, 0, 1)]
    months = [month] if month.isdigit() else [f"{n:02}" for n in range(1, 13)]
    found = [real for y in years for m in months if (real := _day(f"{y}-{m}-{day}"))]
    return min(found, key=lambda real: (abs(real - on), real), default=None)


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def _as_month(value: str, text: str, lang: str) -> bool:
    """A month by a solar term (白露), as part of the year (年初) or before another: 5月…，较上月."""
    if re.fullmatch(r"XXXX-\d\d", value):
        words = (_TERMS if lang == "zh" else _PARTS).get(int(value[-2:]))
        if words and re.search(words, text, re.IGNORECASE):
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
