"""English numbers with their signs and units: 5%, $10 million, 10 million yuan, 5 km, the 22nd."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressgen.checks.typography.habit import PRESS, Edit, Habit, every, replaced, rule
from pressgen.errors import Wording

_N = r"(?<![\d,.])\d[\d,]{0,20}(?:\.\d{1,10})?"
_SCALE = "(?:thousand|million|billion|trillion)"
_CODE = "USD|RMB|CNY|EUR|HKD|GBP|JPY|MOP|TWD"
_UNIT = (
    "km|kg|cm|mm|kWh|MWh|kW|MW|GW|mu|hectares?|sq|tons?|tonnes?|meters|kilometers|years?|days|percent|yuan|"
    "people|companies"
)
_LONG_UNIT = (
    "kilometer|meter|hectare|ton|square meter|square kilometer|cubic meter|kilowatt|megawatt|kilogram"
)

_SPACES = every(
    replaced(r"\b(?:USD|US) ?\$ ?(?=\d)", "US$", safe=False),
    replaced(r"(?<=\d)[ \u00a0]+(?=%(?!\w))"),
    replaced(r"(?<=[$€£¥])[ \u00a0]+(?=\d)"),
    replaced(rf"(?<=\d)(?={_SCALE}\b)", " "),
    replaced(rf"\b({_CODE})(?=\d)", r"\1 "),
    replaced(rf"(?<=\d)(?=(?:{_UNIT})\b(?!\d))", " "),
    replaced(r"\bNo\.(?=\d)", "No. "),
    replaced(r"(?<=[a-z%)] )(\d[\d,.]{0,20}) +, +(?=\d{3}\b)", r"\1,", safe=False),
)
_CURRENCY = every(
    replaced(rf"(US\$|\$)({_N}(?: {_SCALE})?) (?:U\.?S\.? ?)?dollars\b", r"\1\2"),
    replaced(rf"(US\$|\$)({_N}(?: {_SCALE})?) USD\b", r"\1\2"),
    replaced(rf"\bUSD ({_N}(?: {_SCALE})?) (?:U\.?S\.? ?)?dollars\b", r"USD \1"),
    replaced(rf"\b(RMB|CNY) ?({_N}(?: {_SCALE})?) (?:yuan|RMB|renminbi)\b", r"\1 \2"),
    replaced(rf"¥({_N}(?: {_SCALE})?) (?:yuan|RMB|renminbi)\b", r"¥\1"),
    replaced(rf"({_N}(?: {_SCALE})?) (?:RMB yuan|yuan RMB|yuan renminbi|renminbi yuan)\b", r"\1 yuan"),
)
_PLURALS = every(
    replaced(rf"(?<![\d.])({_N} (?:thousand|million|billion|trillion|hundred))s\b(?! of)", r"\1"),
    replaced(rf"({_N} {_SCALE}) of (yuan|dollars|euros)\b", r"\1 \2"),
    replaced(r"\byuans\b", "yuan"),
    replaced(r"\bRMBs\b", "RMB"),
    replaced(r"(?<=\d )percents\b", "percent"),
    replaced(r"(?<=\d )(km|kg|cm|mm)s\b", r"\1"),
    replaced(r"(?<=\d )sq\.? ?kms\b", "sq km"),
    replaced(r"(\d(?:\.\d+)?)% percent\b", r"\1%"),
    replaced(
        rf"(?<![\d.,-])((?!1 |1\.0 )\d[\d,.]{{0,20}}(?: {_SCALE})? (?:{_LONG_UNIT}))"
        r"(?=[,.;)]|$| (?:of|from|away|in|long|wide|high|per|to|and)\b)",
        r"\1s",
        safe=False,
    ),
    replaced(rf"(?<![\d.,])1 ({_LONG_UNIT})s\b", r"1 \1"),
)
_ORDINAL = re.compile(r"(?<![\d.,])(\d+)(st|nd|rd|th)\b", re.IGNORECASE)


def _ordinals(text: str) -> Iterator[Edit]:
    for match in _ORDINAL.finditer(text):
        number = int(match[1][-2:])
        wanted = "th" if number in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
        if match[2].lower() != wanted:
            yield Edit(match.start(2), match.end(2), wanted)


_SI = Wording(
    "SI单位符号与数字之间空一格；新闻英语同", "the SI sets a space between number and unit; so does the press"
)

HABITS = (
    Habit(
        rule(
            "currency-twice",
            "warning",
            "货币写了两次：“{text}”应为“{fixed}”",
            "the currency stands twice: {text} should be {fixed}",
            PRESS,
        ),
        _CURRENCY,
    ),
    Habit(
        rule("plural", "warning", "“{text}”应为“{fixed}”", "{text} should be {fixed}", PRESS),
        _PLURALS,
    ),
    Habit(rule("ordinal", "warning", "序数词尾应为“{fixed}”", "the ending is {fixed}", PRESS), _ordinals),
    Habit(
        rule(
            "unit-space",
            "note",
            "数字与单位、货币之间的空格不对",
            "the space between number and unit or currency is wrong",
            _SI,
        ),
        _SPACES,
    ),
)
