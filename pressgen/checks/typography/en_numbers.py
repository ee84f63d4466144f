"""English numbers with their signs and units: 5%, $10 million, 10 million yuan, 5 km, the 22nd."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressgen.checks.typography.habit import PRESS, Edit, Habit, every, replaced, rule, when
from pressgen.errors import Wording
from pressgen.regex import regex

_N = r"(?<![\d,.])\d[\d,]{0,20}(?:\.\d{1,10})?"
_SCALE = "(?:thousand|million|billion|trillion)"
_CODE = "USD|RMB|CNY|EUR|HKD|GBP|JPY|MOP|TWD"
_UNIT = (
    "km|kg|cm|mm|kWh|MWh|kW|MW|GW|mu|hectares?|sq|tons?|tonnes?|meters|kilometers|years?|days|percent|yuan|"
    "people|companies"
)
WORD = "two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty"
_SIGNS = {"¥": "yuan|RMB|renminbi|yen", "€": "euros?|EUR", "£": "pounds?|GBP|pounds sterling"}
COUNTED = (
    "yuan|people|visitors|companies|firms|enterprises|residents|households|guests|students|jobs|units|"
    "vehicles|tons|tonnes|"
    "square meters|kilometers|hectares|U\\.?S\\.? dollars|dollars|euros|participants|tourists|workers|"
    "employees|exhibitors|buyers"
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
    replaced(r"(?<=\d)[ \u00a0]*(?:°[ \u00a0]?|º[ \u00a0]?)(?=[CF]\b)", "°", safe=False),
    replaced(r"(?<=\d)[ \u00a0]*℃", "°C", safe=False),
    replaced(r"(?<![\w$.])(\d[\d,]{0,20}(?:\.\d{1,10})?)([$€£])(?!\d)", r"\2\1", safe=False),
    replaced(r"(?<=\d)[ ]?(?:bn|bln)\b", " billion", safe=False),
    replaced(r"(?<=\d)[ ]?(?:mln|mn)\b", " million", safe=False),
    replaced(r"(?<![\w.])\.(?=\d{1,3} ?(?:%|percent\b|percentage\b))", "0.", safe=False),
    replaced(r"(?<=[a-z%)] )(\d[\d,.]{0,20}) +, +(?=\d{3}\b)", r"\1,", safe=False),
)
_CURRENCY = every(
    replaced(rf"(US\$|\$)({_N}(?: {_SCALE})?) (?:U\.?S\.? ?)?dollars\b", r"\1\2"),
    replaced(rf"(US\$|\$)({_N}(?: {_SCALE})?) USD\b", r"\1\2"),
    replaced(rf"\bUSD ({_N}(?: {_SCALE})?) (?:U\.?S\.? ?)?dollars\b", r"USD \1"),
    replaced(rf"\b(RMB|CNY) ?({_N}(?: {_SCALE})?) (?:yuan|RMB|renminbi)\b", r"\1 \2"),
    *(replaced(rf"({sign}{_N}(?: {_SCALE})?) (?:{words})\b", r"\1") for sign, words in _SIGNS.items()),
    replaced(rf"\b(HK\$|A\$|S\$|NT\$)({_N}(?: {_SCALE})?) (?:[A-Z][A-Za-z ]{{2,12}} )?dollars\b", r"\1\2"),
    replaced(r"\b(?:RMB|CNY) ?¥ ?(?=\d)", "RMB ", safe=False),
    replaced(rf"({_N}(?: {_SCALE})?) (?:RMB yuan|yuan RMB|yuan renminbi|renminbi yuan)\b", r"\1 yuan"),
)
_PERCENT = every(
    replaced(r"(?<=\d )percentages?\b(?! points?)(?=[ ,.;)]|$)", "percent", safe=False),
    when(
        "point",
        every(
            replaced(r"(?<=\d )percent points?\b", "percentage points", safe=False),
            replaced(
                rf"(?<![\d.,-])((?!1 |1\.0 |0){_N} percentage point)(?=[,.;)]|$| (?:from|to|over|higher|"
                r"lower|more|less|in|above|below)\b)",
                r"\1s",
                safe=False,
            ),
        ),
    ),
)
_LONG_UNITS = every(
    replaced(
        rf"(?<![\d.,-])((?!1 |1\.0 )\d[\d,.]{{0,20}}(?: {_SCALE})? (?:{_LONG_UNIT}))"
        r"(?=[,.;)]|$| (?:of|from|away|in|long|wide|high|per|to|and)\b)",
        r"\1s",
        safe=False,
    ),
    replaced(rf"(?<![\d.,])1 ({_LONG_UNIT})s\b", r"1 \1"),
)
_PLURALS = every(
    when(
        "hundreds|thousands|illions|illion of|thousand of",
        every(
            replaced(rf"(?<![\d.])({_N} (?:thousand|million|billion|trillion|hundred))s\b(?! of)", r"\1"),
            replaced(rf"({_N} {_SCALE}) of (yuan|dollars|euros)\b", r"\1 \2"),
            replaced(rf"({_N} {_SCALE})s of (?={COUNTED})", r"\1 ", safe=False),
            replaced(
                rf"\b((?:several|{WORD}) (?:hundred|thousand|million|billion))s (?={COUNTED})",
                r"\1 ",
                safe=False,
            ),
        ),
    ),
    when("yuans", replaced(r"\byuans\b", "yuan")),
    when("RMBs", replaced(r"\bRMBs\b", "RMB")),
    when("percents", replaced(r"(?<=\d )percents\b", "percent")),
    when("[ckm][mg]s", replaced(r"(?<=\d )(km|kg|cm|mm)s\b", r"\1")),
    when("kms", replaced(r"(?<=\d )sq\.? ?kms\b", "sq km")),
    when("%", replaced(r"(\d(?:\.\d+)?) ?% ?(?:percent|per cent|percentage)\b(?! points?)", r"\1%")),
    when("percent", _PERCENT),
    when("meter|hectare|ton|watt|gram", _LONG_UNITS),
)
_ORDINAL = regex(r"(?<![\d.,])(\d+)(st|nd|rd|th)\b", re.IGNORECASE)
_HYPHENED = regex(r"(?<=\d)-(?=(?:st|nd|rd|th)\b)")


def _ordinals(text: str) -> Iterator[Edit]:
    for match in _HYPHENED.finditer(text):
        yield Edit(match.start(), match.end(), "", safe=False)
    for match in _ORDINAL.finditer(text):
        number = int(match[1][-2:])
        wanted = "th" if number in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
        if match[2].lower() != wanted:
            yield Edit(match.start(2), match.end(2), wanted)


SI = Wording(
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
        when(r"dollars|USD|RMB|CNY|yuan|¥|€|£", _CURRENCY),
    ),
    Habit(
        rule("plural", "warning", "“{text}”应为“{fixed}”", "{text} should be {fixed}", PRESS),
        when(
            "ndreds|ousands|illions|yuans|RMBs|kms|[ckm][mg]s|percent|per cent|% ?per|illion of|meter|"
            "hectare|[0-9] ton|watt|gram",
            _PLURALS,
        ),
    ),
    Habit(rule("ordinal", "warning", "序数词尾应为“{fixed}”", "the ending is {fixed}", PRESS), _ordinals),
    Habit(
        rule(
            "unit-space",
            "note",
            "数字与单位、货币之间的空格不对",
            "the space between number and unit or currency is wrong",
            SI,
        ),
        when(
            r"\d(?:[A-Za-z$€£]|[ \u00a0]+%| [bm]l?n)|[$€£¥][ \u00a0]|[A-Z]\d|(?<!\d)\.\d|US|[°º℃]| ,",
            _SPACES,
        ),
    ),
)
