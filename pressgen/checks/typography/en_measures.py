"""English measures: units in their case, a 3-year plan, 12,000 visitors."""

from __future__ import annotations

from collections.abc import Iterator

from pressgen.checks.typography.en_numbers import COUNTED, SI, WORD
from pressgen.checks.typography.habit import PRESS, Edit, Habit, every, replaced, rule, when
from pressgen.figures.en.words import cardinal
from pressgen.regex import regex

_ONE_UNIT = (
    "year|day|month|week|hour|minute|second|meter|metre|kilometer|kilometre|mile|foot|acre|hectare|ton|"
    "tonne|story|storey|lane|"
    "page|point|member|seat|bed|room|person|star|square-meter|square meter|square kilometer|kilogram|"
    "megawatt|gigawatt"
)
_CASES = {
    "km": "KM|Km|KMs|Kms|KMS",
    "kg": "KG|Kg|KGs|KGS",
    "kW": "KW|kw|Kw",
    "kWh": "KWH|KWh|Kwh|kwh|KW·h",
    "MW": "Mw|mw",
}
_UNITS = every(
    *(replaced(rf"(?<=\d)[ ]?(?:{forms})\b", f" {unit}", safe=False) for unit, forms in _CASES.items()),
    replaced(r"(?:(?<=\d)|(?<=illion))[ ]?(?:m2|m²|㎡|sqm)(?![\w²])", " square meters", safe=False),
    replaced(r"(?:(?<=\d)|(?<=illion))[ ]?(?:km2|km²|㎢|sqkm)(?![\w²])", " square kilometers", safe=False),
    replaced(r"(?:(?<=\d)|(?<=illion))[ ]?(?:m3|m³)(?![\w³])", " cubic meters", safe=False),
)
_COMPOUNDS = every(
    when(
        "year",
        every(
            replaced(
                rf"\b(\d{{1,3}}|{WORD}) years (?=(?:plan|program|project|agreement|contract|cycle|warranty|"
                r"lease)\b)",
                r"\1-year ",
                safe=False,
            ),
            replaced(
                r"(?<![\w.,])(\d{1,3}) years old(?= (?:man|woman|boy|girl|child|student|driver|farmer|worker|"
                r"engineer)\b)",
                r"\1-year-old",
                safe=False,
            ),
            replaced(
                r"\b(is|are|was|were|aged|be) (\d{1,3})-years?-old\b(?! [a-z])",
                r"\1 \2 years old",
                safe=False,
            ),
            replaced(
                r"(?<![\w.,])(\d{1,3})(?:[ -]year[ -]old|[ -]years-old)(?= (?!and\b|when\b|in\b|at\b)[a-z]+)",
                r"\1-year-old",
                safe=False,
            ),
        ),
    ),
    when(
        r"-\w+s ",
        replaced(
            rf"\b(an?|the|this|its|their) (\d[\d,.]{{0,12}}|{WORD})-({_ONE_UNIT})s (?=[a-z]{{3}})(?!old\b)",
            r"\1 \2-\3 ",
            safe=False,
        ),
    ),
    when(
        r"[Aa]n? [\dtfsen]",
        replaced(
            rf"\b([Aa]n?) (\d[\d,.]{{0,12}}|{WORD}) ({_ONE_UNIT}) (?=[a-z]{{3}})"
            r"(?!ago\b|old\b|later\b|from\b|away\b)",
            r"\1 \2-\3 ",
            safe=False,
        ),
    ),
    when(
        "ty [otfsen]",
        replaced(
            r"\b(twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety) (one|two|three|four|five|six|seven|"
            r"eight|nine)\b(?!-)",
            r"\1-\2",
            safe=False,
        ),
    ),
    when(
        "third|quarter|fourth|fifth|tenth",
        replaced(
            r"(?<!rst )(?<!ast )(?<!ext )(?<!the )(?<!ous )(?<!in )(?<!for )\b([Oo]ne|[Tt]wo|[Tt]hree) "
            r"((?:third|quarter|fourth|fifth|tenth)s?)(?= of\b|[.,;]|$)",
            r"\1-\2",
            safe=False,
        ),
    ),
    when(
        "mid ",
        replaced(
            r"\b(mid) (?=(?:19|20)\d\d\b|January|February|March|April|June|July|August|September|October|"
            "November|December)",
            r"\1-",
            safe=False,
        ),
    ),
)
_GROUPED = every(
    replaced(
        rf"(?:(?<=[a-z,;(] )|(?<=[$€£¥(])|^)(\d{{1,3}})(\d{{3}})(\d{{3}})(?= (?:{COUNTED})\b)",
        r"\1,\2,\3",
        safe=False,
    ),
    replaced(
        rf"(?:(?<=[a-z,;(] )|(?<=[$€£¥(])|^)(?<!number )(?<!code )(?<!model )(\d{{2,3}})(\d{{3}})(?= "
        rf"(?:{COUNTED})\b)",
        r"\1,\2",
        safe=False,
    ),
    replaced(
        rf"\b((?:than|over|some|about|nearly|around|to|of) \d)(\d{{3}})(?= (?:{COUNTED})\b)",
        r"\1,\2",
        safe=False,
    ),
    replaced(r"(?<=[$€£])(\d)(\d{3})(?![\d.,]*\d)", r"\1,\2", safe=False),
)
_FIRST = regex(
    r"(?:^|(?<=[a-z]{3}[.!?] ))([1-9]\d?)(?= (?!percent|million|billion|hundred|thousand|of\b|to\b|"
    r"and\b)[a-z]{4,} [a-z])"
)


def _first(text: str) -> Iterator[Edit]:
    """A sentence that begins with digits; a line that is no sentence (5 km) may."""
    if text.rstrip()[-1:] in ".!?":
        for match in _FIRST.finditer(text):
            yield Edit(match.start(), match.end(), cardinal(int(match[1])).capitalize(), safe=False)


HABITS = (
    Habit(
        rule(
            "sentence-number",
            "note",
            "句首的数写成单词：“{fixed}”",
            "a sentence does not begin with digits: {fixed}",
            PRESS,
        ),
        when(r"(?:^|[.!?] )\d", _first),
        ("headline", "subhead", "cell", "dateline", "credits", "caption", "photo"),
    ),
    Habit(
        rule("unit-case", "note", "“{text}”应为“{fixed}”", "{text} should be {fixed}", SI),
        when(r"\d ?(?:[Kk][MmGgWw]|[Mm][Ww]|sq|k?m[23²³]|[㎡㎢])|illion ?m[3³]", _UNITS),
    ),
    Habit(
        rule(
            "number-hyphen",
            "note",
            "“{text}”应为“{fixed}”：作定语的数量用连字符，单位用单数",
            "{text} should be {fixed}: a measure before a noun is hyphened and singular",
            PRESS,
        ),
        _COMPOUNDS,
    ),
    Habit(
        rule(
            "digit-groups",
            "note",
            "“{text}”应为“{fixed}”：千位用逗号",
            "{text} should be {fixed}: thousands have a comma",
            PRESS,
        ),
        when(r"\d{4}", _GROUPED),
    ),
)
