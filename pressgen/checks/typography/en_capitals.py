"""Capitals in English: weekdays and peoples have one; seasons, and offices behind a name, have none."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pressgen.checks.typography.habit import PRESS, Edit, Finder, Habit, every, lazy, replaced, rule, when

_ALWAYS = (
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "january",
    "february",
    "april",
    "june",
    "july",
    "september",
    "october",
    "november",
    "december",
    "chinese",
    "american",
    "americans",
    "british",
    "european",
    "europeans",
    "japanese",
    "german",
    "germans",
    "korean",
    "asian",
    "african",
    "italian",
    "spanish",
    "russian",
    "vietnamese",
    "malaysian",
    "australian",
    "canadian",
    "brazilian",
    "indian",
    "indonesian",
    "portuguese",
    "singaporean",
    "cantonese",
    "english",
)
"""Words that bear a capital in every sense. Turkey, china, polish, march, may and august do not."""
_SEASONS = "(?:Spring|Summer|Autumn|Winter)"
_OFFICE = "(?:Vice |Deputy )?(?:Mayor|Governor)"


def _recased(pattern: str, case: Callable[[str], str], *, safe: bool = False) -> Finder:
    """A finder that writes a pattern's last group in another case."""
    compiled = lazy(pattern)

    def find(text: str) -> Iterator[Edit]:
        for match in compiled().finditer(text):
            found = match.lastindex or 0
            yield Edit(match.start(found), match.end(found), case(match[found]), safe)

    return find


def _first(word: str) -> str:
    return word[0].upper() + word[1:]


_CAPITAL = every(
    _recased(rf"(?<![\w.@/#’'-])({'|'.join(_ALWAYS)})(?=s?\b(?![.@/]\w))", _first, safe=True),
    _recased(r"[Ii](?<=\b[Ii])n (march|may|august)(?= (?:19|20)\d\d\b)", _first),
    _recased(r"[Oo](?<=\b[Oo])n (march|may|august)(?= \d{1,2}\b)", _first),
    _recased(
        r"[.!?](?<=[a-z]{5}[.!?])(?<!pprox[.!?]) "
        "(the|it|this|these|he|she|they|we|in|according)(?= [a-zA-Z])",
        _first,
    ),
    replaced(
        r"i(?<=[ “]i)(?= (?:am|was|have|had|will|would|can|think|believe|hope|know)\b|[’'](?:m|ve|ll|d)\b)",
        "I",
    ),
    replaced(r"TH(?<=\bTH)(?=(?:e|is|ey|ese)\b)", "Th"),
)
_SMALL = every(
    _recased(rf"\b(?:this|last|next|each|late) ({_SEASONS})(?=[,.;]|$| (?:of|and|the|in|when)\b)", str.lower),
    _recased(rf"\b(?:the|in|by) ({_SEASONS})(?= (?:of )?(?:19|20)\d\d)", str.lower),
    _recased(rf"\b(?:in|by) (?:the )?({_SEASONS})(?=[,.;]|$)", str.lower),
    _recased(rf"(?:[a-z],|\b[Tt]he) ({_OFFICE})(?= of [A-Z])", str.lower),
    _recased(rf"\bthe ({_OFFICE})(?= (?:said|also|told|added)\b)", str.lower),
    _recased(r"\b[Tt]he (Internet)(?! [A-Z+]| of\b|-)", str.lower),
    _recased(
        r"\b(?:via|and|for|of) (Internet)(?= (?:users?|companies|access|services?|platforms?)\b)", str.lower
    ),
)

HABITS = (
    Habit(
        rule(
            "capital",
            "warning",
            "“{text}”首字母应大写：“{fixed}”",
            "{text} needs a capital: {fixed}",
            PRESS,
        ),
        _CAPITAL,
    ),
    Habit(
        rule(
            "no-capital",
            "note",
            "“{text}”在这里小写：“{fixed}”",
            "{text} has no capital here: {fixed}",
            PRESS,
        ),
        when("Internet|Spring|Summer|Autumn|Winter|Mayor|Governor", _SMALL),
        ("headline", "subhead", "cell", "credits", "dateline"),
    ),
)
