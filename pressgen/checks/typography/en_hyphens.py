"""English hyphens and stops inside words: a high-speed rail, a newly built hall, U.S., Co., Ltd."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressgen.checks.typography.habit import PRESS, Edit, Habit, every, replaced, rule, when
from pressgen.regex import regex

_NOUN = (
    "rail|railways?|trains?|network|development|growth|products?|services?|talents?|jobs?|goods|"
    "manufacturing|equipment|industry|"
    "industries|zones?|enterprises?|firms?|company|companies|economy|plans?|goals?|cooperation|"
    "partnerships?|investments?|projects?|"
    "production|brands?|meetings?|exchanges?|dialogue|technology|technologies|lines?|roads?|housing|"
    "markets?|events?|exhibitions?|"
    "operations?|workers?|students?|data|monitoring|trade|e-commerce|platforms?|facilities|centers?|hubs?|"
    "experts?|scholars?|"
    "artists?|entrepreneurs|teams?|businesses|airports?|ports?|cities|city|farming|agriculture|energy|"
    "transition|lifestyle|transport"
)
_PAIRS = {
    "high low": "speed quality end tech level carbon income altitude efficiency",
    "long short medium near": "term distance",
    "large small medium full": "scale sized",
    "full part real": "time",
    "state privately foreign family": "owned funded invested",
    "export market service people": "oriented",
    "labor capital technology energy": "intensive",
    "cross": "border strait sector",
    "world first top": "class",
    "one": "stop",
    "well": "known established developed equipped educated trained paid",
    "middle": "income aged",
    "energy": "saving efficient",
    "eco user": "friendly",
    "award": "winning",
    "cutting": "edge",
    "fast": "growing",
    "far": "reaching",
    "decision": "making",
    "time": "honored",
    "science": "based",
}
"""Two words that modify a noun together: any of the first with any of the second."""
_SECOND = frozenset(word for words in _PAIRS.values() for word in words.split())
_PAIR = "|".join(
    f"(?:{first.replace(' ', '|')})[ ](?:{second.replace(' ', '|')})" for first, second in _PAIRS.items()
)
_LOOSE = regex(rf"(?<![\w-])(?:{_PAIR})(?= (?:{_NOUN})\b)", re.IGNORECASE)
_CHAIN = regex(
    r"(?<=\b[Aa] )(state of the art|up to date|face to face|door to door|round the clock|end to end|year "
    "on year|month on month)"
    r"(?= [a-z]{3,})(?! (?:and|of|in|is|was|with)\b)|(?<=\b[Aa]n )(end to end|up to date)(?= [a-z]{3,})"
)
_LY = regex(
    r"\b([A-Za-z]{2,}ly)-(?=(?:[a-z]+ed|built|known|run|held|made|led|paid|grown|born|chosen|driven|"
    "written|sought|growing|changing|"
    r"rising|expanding|aging|friendly)\b)"
)
_NO_ADVERB = frozenset(
    [
        "family",
        "only",
        "early",
        "daily",
        "weekly",
        "monthly",
        "yearly",
        "quarterly",
        "assembly",
        "supply",
        "july",
        "italy",
        "fly",
        "butterfly",
        "fully-fledged",
        "reply",
        "ally",
        "lily",
        "elderly",
        "friendly",
        "lovely",
        "silly",
        "monopoly",
        "anomaly",
        "multiply",
        "rely",
        "apply",
        "sly",
        "ply",
        "hourly",
        "nightly",
        "homely",
        "costly",
        "lively",
        "lonely",
        "poly",
    ]
)


def _loose(text: str) -> Iterator[Edit]:
    """Two words before a noun that say one thing: high speed rail."""
    for match in _LOOSE.finditer(text) if not _SECOND.isdisjoint(text.lower().split()) else ():
        yield Edit(match.start(), match.end(), match.group().replace(" ", "-"), safe=False)
    for match in _CHAIN.finditer(text):
        yield Edit(match.start(), match.end(), match.group().replace(" ", "-"), safe=False)


def _adverbs(text: str) -> Iterator[Edit]:
    """An adverb in -ly is joined to nothing: a newly-built hall."""
    for match in _LY.finditer(text):
        if match[1].lower() not in _NO_ADVERB:
            yield Edit(match.end() - 1, match.end(), " ", safe=False)


_STOPS = every(
    replaced(r"\bU\.S(?![.\w])|\bU\. S\.", "U.S."),
    replaced(r"\bU\.K(?![.\w])", "U.K."),
    replaced(r"\bU\.N(?![.\w])", "U.N."),
    replaced(r"\band etc\b\.?", "etc.", safe=False),
    replaced(r"\betc(?![.\w])", "etc."),
    replaced(r"\b(e\.g|i\.e)(?![.\w])", r"\1."),
    replaced(r"\bCo\.(?:,? ?|, )Ltd(?:\.|(?!\w))(?<!Co\. Ltd)(?<!Co\. Ltd\.)", "Co., Ltd.", safe=False),
    replaced(
        r"(?<=\bMr)\.(?=[A-Z])|(?<=\b[MD][sr])\.(?=[A-Z][a-z])|(?<=\bMrs)\.(?=[A-Z])|(?<=\bProf)\.(?=[A-Z])",
        ". ",
    ),
    replaced(r"(?<=[a-z]), Inc\.?(?![\w])", " Inc.", safe=False),
    replaced(r"(?<=\d )Yuan\b|(?<=illion )Yuan\b", "yuan", safe=False),
    *(
        replaced(rf"(?<=\d ){scale}(?= [a-z])", scale.lower(), safe=False)
        for scale in ("Thousand", "Million", "Billion", "Trillion")
    ),
)

HABITS = (
    Habit(
        rule(
            "hyphen",
            "note",
            "“{text}”应为“{fixed}”：两词合作定语用连字符，-ly副词后不用",
            "{text} should be {fixed}: words that modify a noun together are hyphenated, adverbs in -ly "
            "are not",
            PRESS,
        ),
        every(_loose, when("ly-", _adverbs)),
        ("headline",),
    ),
    Habit(
        rule("abbreviation", "note", "“{text}”应为“{fixed}”", "{text} should be {fixed}", PRESS),
        when(r"U\.|etc|e\.g|i\.e|Co[.,]|Inc|Yuan|[MD]rs?\.|Ms\.|Prof\.|\d [TMB][rhi]", _STOPS),
    ),
)
