"""English words that do not go together: less companies, its a park, there is 20 booths, about 50 or so."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from pressgen.checks.phrases import rules
from pressgen.checks.phrases.slip import Found, Slip, Slips
from pressgen.english import MONTHS, plural
from pressgen.findings import Rule
from pressgen.regex import regex

_NUMBER = r"\d[\d,]{0,15}(?:\.\d{1,6})?(?: (?:hundred|thousand|million|billion|trillion))?"
_MANY = "two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|many|several|numerous"
_UNITS = (
    "years|months|weeks|days|hours|minutes|meters|kilometers|miles|hectares|dollars|euros|tons|tonnes|points"
)
_COUNTED = (
    "companies|visitors|people|enterprises|firms|students|jobs|projects|workers|guests|tourists|residents|"
    "buyers|exhibitors|vehicles|"
    "countries|cities|accidents|employees|customers|participants|passengers|flights|orders|cases|errors|"
    "steps|documents|permits|trips"
)
_OVER = "more than|over|above|at least"
_ABOUT = "about|around|approximately|roughly"
_TALKED = (
    "talk", "talked", "learn", "learned", "bring", "brought", "bringing", "information", "questions", "worry",
    "built",
)  # fmt: skip
_NO_TALK = "".join(f"(?<!{word} )" for word in _TALKED)
"""Words whose about is no hedge: brought about more than 300 jobs."""
_NOUN = (
    "company|city|country|enterprise|firm|visitor|guest|project|product|factory|student|expert|industry|"
    "event|port|park|plant|market|"
    "base|hub|airport|bridge|maker|producer|exporter|supplier|province|town|partner|brand|fair|measure"
)
_THING = (
    "company|city|country|enterprise|firm|visitor|guest|product|factory|student|expert|industry|"
    "airport|producer|exporter|supplier|province|town"
)
"""Nouns that are no verbs: many project that, these measure 5 meters."""
_AFTER = r"(?=[,.;]|$| (?:of|in|from|for|to|at|that|which|who|is|are|was|were|have|has|with|on)\b)"
_OTHER = {
    "is": "are", "was": "were", "are": "is", "were": "was", "has": "have", "have": "has",
    "these": "this", "those": "that", "this": "these", "that": "those",
    "These": "This", "Those": "That", "This": "These", "That": "Those",
}  # fmt: skip
"""The other number of a word that takes no s."""


def _slip(rule: Rule, signs: str, find: str, say: str) -> Slip:
    """A slip whose template may hold a word in [brackets], to be written in the other number."""
    if "[" not in say:
        return Slip(rule, signs, find, say)
    return Slip(
        rule, signs, find, lambda match: _NUMBERED.sub(lambda word: _other(word[1]), match.expand(say))
    )


_NUMBERED = regex(r"\[(\w+)\]")


def _other(word: str) -> str:
    """A word in the other number: city and cities, is and are."""
    if word in _OTHER:
        return _OTHER[word]
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word.removesuffix("s") if word.endswith("s") else plural(word)


_confused = partial(_slip, rules.CONFUSED)
_agreed = partial(_slip, rules.AGREEMENT)
_hedged = partial(_slip, rules.HEDGED)

_SLIPS = Slips(
    _confused("s own", r"\b([Ii])t[’'](?=s own\b)", r"\1t"),
    _confused(
        "it’s|it's",
        r"(?<=\b(?:of|in|to|by) )it[’'](?=s (?:staff|headquarters|employees|customers|residents|citizens|"
        r"partners)\b)"
        r"|(?<=\b(?:and|for) )it[’'](?=s (?:staff|headquarters|employees|customers|residents|citizens|"
        r"partners)\b)"
        r"|(?<=\b(?:with|from) )it[’'](?=s (?:staff|headquarters|employees|customers|residents|citizens|"
        r"partners)\b)",
        "it",
    ),
    _confused("Its|its", r"\b([Ii])ts(?= (?:an?|the|been) )", r"\1t’s"),
    _confused(
        "Its|its",
        r"\b([Ii])ts(?= (?:important|possible|necessary|clear|likely|hoped|expected|reported|difficult|"
        r"easy|hard) (?:to|that)\b)",
        r"\1t’s",
    ),
    _confused("affect on", r"\baffect(?= on\b(?!-))", "effect"),
    _confused(
        "effect",
        r"\b(will|would|may|could|can|might|not|to|seriously|greatly|negatively) effect(?= (?:the "
        "(?:supply|prices?|quality|safety|health)|prices|people|residents|consumers|"
        r"businesses)\b)",
        r"\1 affect",
    ),
    _confused("less ", rf"\bless (?=(?:{_COUNTED})\b(?!-))", "fewer "),
    _confused("Less ", rf"\bLess (?=(?:{_COUNTED})\b(?!-))", "Fewer "),
    _confused("amount of", rf"\bamount of (?=(?:{_COUNTED})\b)", "number of "),
    _confused(
        " then ",
        r"\b(more|less|higher|lower|better|larger|greater|faster|rather|other|fewer|bigger|smaller) then"
        r"(?= (?:\d|the|an?|last|that|those|expected|half|one|two|three|usual|planned)\b)",
        r"\1 than",
    ),
    _confused("d of|t of", r"\b(could|should|would) of\b(?! course)", r"\1 have"),
    _confused(
        "between ",
        rf"\b([Bb]etween (?:(?:{MONTHS}) )?[$€£¥]?\d[\d,.:]{{0,15}}(?:%| [ap]\.?m\.?)?"
        r"(?: (?!and\b|to\b)[a-z]+){0,2}) to"
        rf"(?= (?:(?:{MONTHS}) )?[$€£¥]?\d)",
        r"\1 and",
    ),
    _confused("ifferent than", r"\b([Dd])ifferent than\b", r"\1ifferent from"),
    _confused("comprised of", r"\bcomprised of\b", "composed of"),
    _confused("comprise", r"\b(comprises?) of\b", r"\1"),
    _confused(
        "principal",
        r"\b(main|key|basic|guiding|core|the) principal(s?)(?= of (?:mutual|fair|equal|openness|voluntary|"
        "giving|putting))",
        r"\1 principle\2",
    ),
    _confused(
        "compliment",
        r"\bcomplimentary (?=(?:strengths|advantages|industries|economies|roles)\b)",
        "complementary ",
    ),
    _confused("compliment each", r"\bcompliment(?= each other\b)", "complement"),
    _confused("capitol", r"\b([Pp]rovincial|[Rr]egional) capitol\b", r"\1 capital"),
    _confused(
        "loose", r"\bloose (?=(?:money|market share|jobs|ground|the (?:match|game|contract))\b)", "lose "
    ),
    _confused("here ", r"\b([Tt])here (?=own\b)", r"\1heir "),
    _agreed(
        "here is|here was",
        r"\b([Tt]here) (is|was) (?=(?:(?:more than|over|about|nearly|almost|around|at least|some) "
        rf")?(?:{_MANY}|(?!1 |1\.|0\.)\d[\d,]*) (?:new |more |different |major |other "
        rf")?(?!{_UNITS})[a-z]+s\b)",
        r"\1 [\2] ",
    ),
    _agreed("these|those|These|Those", r"\b([Tt]hese|[Tt]hose) (kind|type|sort)(?= of\b)", r"[\1] \2"),
    _agreed("this|that|This|That", r"\b([Tt]his|[Tt]hat) (kinds|types|sorts)(?= of\b)", r"[\1] \2"),
    _agreed(
        "ne of ",
        r"\b([Oo]ne of (?:the|its|their|China’s|our) (?:world’s )?(?:[a-z]+est|most [a-z]+|leading|major|"
        rf"key|main|top|best)) ({_NOUN}){_AFTER}",
        r"\1 [\2]",
    ),
    _agreed(
        "number of|any |arious |everal ",
        r"\b([Aa] (?:large |growing |great |small )?number of|[Vv]arious|[Mm]any|[Ss]everal) "
        rf"({_THING}){_AFTER}",
        r"\1 [\2]",
    ),
    _agreed("oth |hese |hose ", rf"\b([Bb]oth|[Tt]hese|[Tt]hose) ({_THING}){_AFTER}", r"\1 [\2]"),
    _agreed(
        "ach |very ",
        r"\b([Ee]ach|[Ee]very) (companies|cities|countries|enterprises|firms|visitors|guests|projects|"
        r"products|students)\b",
        r"\1 [\2]",
    ),
    _agreed("ach of the", r"\b([Ee]ach of the [a-z]+s) (are|have|were)\b", r"\1 [\2]"),
    _agreed(
        "he number of",
        r"\b([Tt]he number of [a-z]+s) (are|were|have)(?= (?:increas|ris|grow|grew|expect|reach|more|up|"
        r"down|about|over|still|now)\w*)",
        r"\1 [\2]",
    ),
    _agreed("a number of|A number of", r"\b([Aa] number of [a-z]+s) (is|was|has)\b", r"\1 [\2]"),
    _agreed(
        " company| enterprise| country| city| project| visitor| guest| firm| student| household| county| "
        "province| booth",
        r"((?:^|\b(?:of|than|over|about|nearly|some|all|with|to|from|by|the|these|those|are|were|has|have|had|"
        r"attracted|drew) )"
        r"(?!(?:19|20)\d\d )(?:[2-9]|[1-9]\d[\d,]{0,8})) (company|enterprise|"
        "country|city|project|visitor|guest|"
        "firm|student|household|county|province|booth)(?=[,.;]|$| (?:from|attended|participated|took|"
        r"signed|were|have|are)\b)",
        r"\1 [\2]",
    ),
    _hedged(
        "or so",
        rf"{_NO_TALK}\b({_ABOUT}|nearly|almost|[Aa]bout|[Aa]pproximately) ({_NUMBER}) or so\b",
        r"\1 \2",
    ),
    _hedged(
        "plus|+",
        rf"\b({_OVER}|[Mm]ore than|up to|{_ABOUT}) ({_NUMBER})(?:-plus| plus|[ ]?\+)(?= [a-z])",
        r"\1 \2",
    ),
    _hedged(
        "or more|or less",
        rf"\b(more than|at least|{_ABOUT}) ({_NUMBER}) (?:or more|or less|more or less)\b(?! than)",
        r"\1 \2",
    ),
    _hedged(
        "approximately|roughly",
        rf"\b(?:approximately|roughly) (?=(?:{_ABOUT}|nearly|almost|some|more than) {_NUMBER})",
        "",
    ),
    _hedged("about|around", rf"{_NO_TALK}\b(?:about|around) (?=(?:{_ABOUT}|more than) {_NUMBER})", ""),
    _hedged("more than", rf"\bmore than (?=(?:{_ABOUT}|nearly|almost|over|more than) {_NUMBER})", ""),
    _hedged("estimated", rf"(?<=\ban estimated )(?:{_ABOUT}|some) (?={_NUMBER})", ""),
)


def slips(text: str) -> Iterator[Found]:
    """Each slip in an English text; of those that overlap, the first listed."""
    return _SLIPS.find(text)
