"""Chinese dates, years and document numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressgen.checks.typography.habit import GB15835, Edit, Habit, every, replaced, rule
from pressgen.errors import Wording

_NUMERIC = re.compile(
    r"(?<![\d.\-/A-Za-z])((?:19|20)\d\d)([./-])(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])"
    r"(?![\d.\-/]\d|\d)(?! ?\d\d?:)"
)
_ZERO = re.compile("[一二三四五六七八九零〇○ＯО◯]{4}(?=年)")
_ZEROS = str.maketrans("零○ＯО◯", "〇〇〇〇〇")


def _numeric(text: str) -> Iterator[Edit]:
    for match in _NUMERIC.finditer(text):
        year, _, month, day = match.groups()
        yield Edit(match.start(), match.end(), f"{year}年{int(month)}月{int(day)}日", safe=match[2] != "-")


def _round_zero(text: str) -> Iterator[Edit]:
    for match in _ZERO.finditer(text):
        fixed = match.group().translate(_ZEROS)
        if fixed != match.group() and match.group()[0] in "一二":
            yield Edit(match.start(), match.end(), fixed)


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
        every(
            _numeric,
            replaced(r"(?<=年)0(?=[1-9]月)|(?<=月)0(?=[1-9]日)"),
            replaced(r"(?<=月)([1-3]?\d)号", r"\1日", safe=False),
            replaced(r"(?<![\d.~～—\-])([0-4]\d年)(?=\d{1,2}月\d{1,2}日)", r"20\1", safe=False),
        ),
        ("dateline", "cell", "note"),
    ),
)
