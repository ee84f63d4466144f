"""Chinese numbers that stand in the wrong figures: 农历8月15, 3心2意, 1千5百人."""

from __future__ import annotations

from collections.abc import Iterator

from pressgen.checks import cedict
from pressgen.checks.typography.habit import GB15835, WIDE, Edit, Habit, every, rule, when
from pressgen.regex import regex
from pressgen.text import HAN

_HAN_DIGITS = "零一二三四五六七八九"
_IN_WORDS = str.maketrans("0123456789", _HAN_DIGITS)
_SAYING = regex(
    rf"(?<![\d.,第])\d(?![年月日时分秒点个名人次家项条天周层楼号岁元米成倍届])[{HAN}](?:\d[{HAN}]|[{HAN}]{{2}})"
)
_LUNAR = regex(
    r"(?<=农历|夏历|阴历)(\d{1,2}|[正腊])月(初)?(\d{1,2})?(?!\d)|(?<![\d年])([正腊]月)(初)?(\d{1,2})(?![\d年月日])"
)
_THOUSANDS = regex(
    r"(?<![\d.,第万亿萬億])([1-9])千([1-9])百(?:([1-9])十)?(?![\d万亿多余几])|(?<![\d.,第万亿萬億千])([1-9])([千百])(?=[余多]?[人名家户项元吨亩]{1,2})"
)
_LAST_MONTH, _LAST_DAY = 12, 30
_TEN = 10


def _sayings(text: str) -> Iterator[Edit]:
    """A word of four characters with digits in it, where the dictionary has it without."""
    for match in _SAYING.finditer(text):
        fixed = match.group().translate(_IN_WORDS)
        if cedict.is_word(fixed):
            yield Edit(match.start(), match.end(), fixed, safe=False)


def _lunar(text: str) -> Iterator[Edit]:
    """A day of the lunar calendar, whose months and days are told in characters."""
    for match in _LUNAR.finditer(text):
        month = match[1] or match[4][0]
        day = int(match[3] or match[6] or 0)
        if (month.isdigit() and not 1 <= int(month) <= _LAST_MONTH) or day > _LAST_DAY:
            continue
        named = _ordinary(int(month)) if month.isdigit() else month
        early = "初" if match[2] or match[5] or 0 < day <= _TEN else ""
        fixed = f"{named}月{early}{_ordinary(day) if day else ''}"
        if fixed != match.group():
            yield Edit(match.start(), match.end(), fixed, safe=False)


def _ordinary(number: int) -> str:
    """A number up to thirty in characters: 二十三."""
    tens, ones = divmod(number, _TEN)
    ten = {0: "", 1: "十"}.get(tens, f"{_HAN_DIGITS[tens]}十")
    return ten + (_HAN_DIGITS[ones] if ones else "")


def _thousands(text: str) -> Iterator[Edit]:
    """Digits that 千 and 百 are set between; a digit alone before 千 or 百 of people or things."""
    for match in _THOUSANDS.finditer(text):
        if match[1]:
            number = 1000 * int(match[1]) + 100 * int(match[2]) + 10 * int(match[3] or 0)
        else:
            number = int(match[4]) * (1000 if match[5] == "千" else 100)
        yield Edit(match.start(), match.end(), str(number), safe=False)


HABITS = (
    Habit(
        rule(
            "number-form",
            "note",
            "“{text}”应为“{fixed}”",
            "{text} should be {fixed}",
            GB15835,
        ),
        when(
            rf"\d{WIDE}|月初?\d",
            every(_lunar, _sayings, _thousands),
        ),
    ),
)
