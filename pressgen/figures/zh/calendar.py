"""Dates, periods and times written in Chinese."""

from __future__ import annotations

from pressgen.figures import calendar

_QUARTERS = {
    ("01", "03"): "第一季度",
    ("04", "06"): "第二季度",
    ("07", "09"): "第三季度",
    ("10", "12"): "第四季度",
    ("01", "06"): "上半年",
    ("07", "12"): "下半年",
    ("01", "09"): "前三季度",
}


def write(kind: str, value: str) -> str:
    """ISO 8601 text in Chinese.

    >>> write("date", "2023-07-14"), write("period", "XXXX-01/XXXX-06"), write("time", "16:17")
    ('2023年7月14日', '上半年', '16:17')
    """
    if kind == "time":
        return value
    if "/" in value:
        return _period(*value.split("/"))
    day, _, clock = value.partition("T")
    return _date(day) + clock


def _date(value: str) -> str:
    """One day, month or year; what is not said is left out."""
    if calendar.says_nothing(value):
        raise calendar.no_date(value)
    parts = [part for part in zip(value.split("-"), "年月日", strict=False) if not part[0].startswith("X")]
    return "".join(f"{int(number)}{name}" for number, name in parts)


def _period(first: str, last: str) -> str:
    if calendar.says_nothing(first) or calendar.says_nothing(last):
        raise calendar.no_date(f"{first}/{last}")
    if len(first) == 4:
        return _years(first, last)
    year, month = first[:4], first[5:7]
    said = "" if year.startswith("X") else f"{int(year)}年"
    if len(first) == 7 and first[:4] == last[:4]:
        named = _QUARTERS.get((month, last[5:7]))
        return said + (named or f"{int(month)}—{int(last[5:7])}月")
    if first[:7] == last[:7]:
        return f"{_date(first)}—{int(last[8:])}日"
    if first[:4] == last[:4]:
        return f"{_date(first)}—{_date('XXXX' + last[4:])}"
    return f"{_date(first)}—{_date(last)}"


def _years(first: str, last: str) -> str:
    if first.endswith("0") and not first.endswith("00") and int(last) - int(first) == 9:
        return f"{int(first) // 100 + 1}世纪{first[2:]}年代"
    return f"{first}—{last}年"
