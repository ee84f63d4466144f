"""Chinese dates, years and document numbers."""

from __future__ import annotations

from collections.abc import Iterator

from pressgen.checks.typography.habit import GB15835, Edit, Habit, every, replaced, rule, when
from pressgen.errors import Wording
from pressgen.regex import regex

_NUMERIC = regex(
    r"(?<![\d.\-/A-Za-z])((?:19|20)\d\d)([./-])(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])"
    r"(?![\d.\-/]\d|\d)(?! ?\d\d?:)"
)
_ZERO = regex("[一二][一二三四五六七八九零〇○ＯOО◯0]{3}(?=年)")
_ZEROS = str.maketrans(dict.fromkeys("零○ＯOО◯0", "〇"))


def _numeric(text: str) -> Iterator[Edit]:
    for match in _NUMERIC.finditer(text):
        year, _, month, day = match.groups()
        yield Edit(match.start(), match.end(), f"{year}年{int(month)}月{int(day)}日", safe=match[2] != "-")


def _round_zero(text: str) -> Iterator[Edit]:
    for match in _ZERO.finditer(text):
        fixed = match.group().translate(_ZEROS)
        if fixed != match.group() and match.group()[0] in "一二":
            yield Edit(match.start(), match.end(), fixed)


_HAN_DATE = regex(
    r"(?<=\d年)([一二三四五六七八九十]{1,2})月(?:([一二三四五六七八九十]{1,3})日)?|(?<=\d月)([一二三四五六七八九十]{1,3})日"
)
_ONES = "一二三四五六七八九"


def _in_han(text: str) -> Iterator[Edit]:
    """2024年六月九日: half in digits, half in characters."""
    for match in _HAN_DATE.finditer(text):
        month, day, alone = (match[1] or "", match[2] or "", match[3] or "")
        fixed = f"{_number(month)}月" if month else ""
        fixed += f"{_number(day or alone)}日" if day or alone else ""
        yield Edit(match.start(), match.end(), fixed, safe=False)


def _number(numeral: str) -> int:
    """A Chinese numeral up to 99.

    >>> _number("九"), _number("十二"), _number("三十一")
    (9, 12, 31)
    """
    tens, ten, ones = numeral.rpartition("十")
    return (10 * (_ONES.find(tens) + 1 or 1) if ten else 0) + _ONES.find(ones or "-") + 1


HABITS = (
    Habit(
        rule(
            "document-number",
            "warning",
            "发文字号的年份用六角括号：“{text}”应为“{fixed}”",
            "a document's year stands in 〔 〕: {text} should be {fixed}",
            Wording(
                "GB/T 9704—2012《党政机关公文格式》7.2.5",
                "GB/T 9704-2012, layout of official documents, 7.2.5",
            ),
        ),
        replaced(r"[\[【(（［]((?:19|20)\d\d)[\]】)）］](?=\s?第?\d+号)", r"〔\1〕"),
    ),
    Habit(
        rule(
            "year-zero",
            "warning",
            "汉字年份用“〇”：“{text}”应为“{fixed}”",
            "a year in Han characters has 〇: {text} should be {fixed}",
            GB15835,
        ),
        _round_zero,
    ),
    Habit(
        rule(
            "date",
            "note",
            "日期写作“{fixed}”，不写“{text}”",
            "write the date as {fixed}, not {text}",
            GB15835,
        ),
        when(
            r"\d[./年月-]",
            every(
                _numeric,
                replaced(r"(?<=年)0(?=[1-9]月)|(?<=月)0(?=[1-9]日)"),
                replaced(
                    r"(?<=\d月)([1-3]?\d)号(?![文楼线馆机院厅门令公通船井台店仓车会])", r"\1日", safe=False
                ),
                _in_han,
                replaced(
                    r"(?<![\d.~～—\-时达近已过共期约])([0-3]\d年)(?=(?:1[0-2]|0?[1-9])月(?![\d大]|份?起?至))",
                    r"20\1",
                    safe=False,
                ),
                replaced(r"(?<![\d.~～—\-])([0-4]\d年)(?=\d{1,2}月\d{1,2}日)", r"20\1", safe=False),
            ),
        ),
        ("dateline", "cell", "note"),
    ),
)
