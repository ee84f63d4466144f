"""Text that looks like a figure and has two meanings, or none: why it is refused, and how to write it."""

from __future__ import annotations

from pressgen.errors import FigureError
from pressgen.regex import regex

_LONGEST = 120
DIGITS = 28
"""Of the longest number there is."""
_SLANTED = regex("([0-3]?[0-9])[/.]([0-3]?[0-9])[/.]([0-9]{4})")
_REFUSED = (
    (
        regex("^(?:[0-3]?[0-9])[/.](?:[0-3]?[0-9])[/.](?:[0-9]{4}|[0-9]{2})$"),
        "“{text}”日和月的先后各国不同；请写作2023-07-14",
        "“{text}”: whether day or month comes first differs; write 2023-07-14",
    ),
    (
        regex("(?i)^[-+]?(?:nan|inf|infinity|无穷大?)$"),
        "“{text}”不是一个数；请写具体数值，如2405.72亿元",
        "“{text}” is no number; write one, such as 240.572 billion yuan",
    ),
    (
        regex(r"[0-9]\^[-+]?[0-9]"),
        "“{text}”用了乘方；请写作1000亿或100000000000",
        "“{text}” is a power; write 100 billion or 100000000000",
    ),
    (
        regex(r"^(?!(?:19|20)[0-9]{2}\.[01]?[0-9]\.[0-3]?[0-9]$)[-+]?[0-9]+\.[0-9]+\.[0-9]+(?![-0-9])\D*$"),
        "“{text}”有两个小数点；请只留一个，如2405.72",
        "“{text}” has two decimal points; keep one, as in 2405.72",
    ),
    (
        regex(r"(?<![0-9,])[0-9]+,(?![0-9]{3}(?![0-9])|[0-9]{2},)[0-9]+|[0-9]{4,},[0-9]{3}|^0,[0-9]"),
        "“{text}”的千分位逗号位置不对；小数点请用“.”，如240.57，千分位每三位一个逗号",
        "“{text}” is grouped wrongly; write decimals after a point (240.57), commas every three digits",
    ),
)


def refuse(text: str) -> None:
    """Raise for what looks like a figure but has two meanings, or none."""
    if len(text) > _LONGEST:
        raise _too_long(text)
    if slanted := _SLANTED.fullmatch(text):
        _refuse_clear(text, *map(int, slanted.groups()))
    for pattern, zh, en in _REFUSED:
        if pattern.search(text):
            raise FigureError(zh, en, text=text[:60])
    if sum(sign.isdigit() for sign in text) > DIGITS:
        raise _too_long(text)


def _refuse_clear(text: str, first: int, second: int, year: int) -> None:
    """Raise with the day that 23.10.2024 or 10/23/2024 must be, as there is no 23rd month."""
    day, month = (first, second) if first > second else (second, first)
    if 0 < month <= 12 < day:
        raise FigureError(
            "日期“{text}”请写作{day}",
            "write the day “{text}” as {day}",
            text=text,
            day=f"{year}-{month:02}-{day:02}",
        )


def _too_long(text: str) -> FigureError:
    return FigureError(
        "“{text}…”太长，不像一个数；请只写一个数",
        "“{text}…” is too long for one figure; write one figure only",
        text=text[:30],
    )


def unreadable(text: str) -> FigureError:
    """The error for text that is not one figure."""
    return FigureError(
        "“{text}”读不出一个数；请写作2405.72亿元、267个、21.36%、2023-07-14这样的形式",
        "“{text}” is not one figure; write it like 240.572 billion yuan, 267, 21.36% or 2023-07-14",
        text=text[:60],
    )
