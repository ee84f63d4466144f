"""What an English sentence says of the one before: of them, ranking third, due to be finished in May."""

from __future__ import annotations

import re

from pressgen.drafting.gapped import behind
from pressgen.drafting.prose import Prose
from pressgen.figures.en.words import SMALL, TENS
from pressgen.regex import regex

_ACCOUNTED = regex(
    r"(?P<part>[A-Z][^,.;:“”]*?) account(?P<tense>s|ed)? for (?P<share>[^,;:]*?\d[^,;:]*?) "
    r"of (?P<whole>(?:the )?[a-z][^,.;:]*?)(?=,|\.$)"
)
_OTHERS = regex(r"\d [a-z]+s\b")
_PAST = regex(r" (?:came to|rose|fell|ranked|stood at|numbered|grew|had|received|dealt with|handled) ")
_RANKING = regex(r"It (?P<verb>ranked) [^;:]+ (?:in|by) (?:growth|pace|share|size|volume)\.")
_PLACE = regex(r", ranking [\w-]+(?P<among> (?:in|among) [^,.;]+)\.$")
_PLACED = regex(r"It ranked (?P<place>[\w-]+)(?P<among> (?:in|among) [^,.;]+?)(?= (?:in|by) \w+\.$)[^,;]*")
_BUILDS = regex(r"\b(?:build|building|builds|built) an? (?P<thing>[^,.;:]{3,80})")
_DUE = regex(r" (?:is|are) (?=(?:due|expected|planned|scheduled) to [^;:]+\.$)")
_TOOK_PART = regex(
    r"(?:A total of )?(?P<who>(?:[^,.;:“”]|[.,]\d){3,60}?) (?P<verb>took part|competed|attended)\."
)
_TAKING = {"took part": "taking part", "competed": "competing", "attended": "attending"}
_HELD = regex(r" (?:held|staged|organized|ran|offered|put on) ")
_NUMBER_FIRST = regex(r"[A-Z][a-z]+(?= (?:[a-z]+ ){0,2}[\d.,]+)")

_DEAL = regex(
    r"The (?P<what>[a-z][a-z ]*?) (?P<deal>contract|order|deal|agreement)s? (?:is|are|was|were) worth "
    r"(?P<sum>[^;:]+)\."
)
_BUYS = regex(
    r" (?:buy|bought|order|ordered|purchase|purchased|supply|supplied|sell|sold|deliver|delivered) "
)
_TEAMS = regex(
    r"(?P<count>[A-Z][a-z-]+|\d+) (?P<kind>[a-z][a-z -]*?) (?P<noun>[a-z]+s)(?P<from> from [^,.;:]+)? "
    r"(?:took part|competed)\."
)
_NUMBERS = SMALL | TENS
_SPELT = 10
"""From here on a desk writes figures."""
_COMPETED = regex(r"(?:.* )?(?P<count>\d[\d,]*|[a-z]+) (?P<noun>[a-z]+s) (?:took part|competed|attended)\.")


def shorter(before: Prose, line: Prose) -> Prose:
    """An English share of what the sentence before counted: of them, in its tense."""
    found = _ACCOUNTED.match(line.text)
    whole = found["whole"].removeprefix("the ") if found else ""
    total = whole == "total" or whole.endswith("s total")
    if not found or found["part"].endswith(whole) or not (total or _counts(before.text, whole)):
        return line
    short = line if total else line.with_words(found.start("whole"), found.end("whole"), "them")
    if found["tense"] != "ed" and _PAST.search(before.text):
        end = found.end("part") + len(" account")
        short = short.with_words(end, end + len(found["tense"] or ""), "ed")
    short.subject = line.subject
    return short


def _counts(text: str, whole: str) -> bool:
    """Whether an English sentence is about things, or counts nothing else."""
    if not whole.endswith("s") or " of " in whole:
        return False
    place = text.find(f" {whole}")
    counted = place > 0 and text[place - 1].isdigit() and not _OTHERS.search(text, place + len(whole))
    return counted or text.lower().startswith(
        tuple(f"{start}{whole} " for start in ("", "the ", "the number of "))
    )


def _ranking(first: Prose, line: Prose) -> Prose | None:
    found = _RANKING.fullmatch(line.text)
    if not found or not re.search(r"\d", first.text):
        return None
    if ", ranking" in first.text:
        return _ranked_again(first, line)
    rest = line.with_words(found.start("verb"), found.end("verb"), "ranking")
    return behind(first, rest.with_words(0, found.start("verb"), ""), ", ")


def _ranked_again(first: Prose, line: Prose) -> Prose | None:
    """Two places in one row: ranking third in the province and second by growth."""
    former, latter = _PLACE.search(first.text), _PLACED.fullmatch(line.text)
    if not former or not latter or former["among"] != latter["among"]:
        return None
    rest = line.with_words(latter.start("among"), latter.end("among"), "")
    return behind(first, rest.with_words(0, latter.start("place"), ""), " and ")


def _due(first: Prose, line: Prose) -> Prose | None:
    """Who builds something, and when it is due: …, due to be finished in May."""
    subject, built = line.subject, _BUILDS.search(first.text)
    if not subject or subject.start or not built:
        return None
    thing = line.text[: subject.end].removeprefix("The ")
    due = _DUE.match(line.text, subject.end)
    if not due or f" {thing} " not in f" {built['thing']} " or " and is " in line.text:
        return None
    return behind(first, line.with_words(0, due.end(), ""), ", ")


def _took_part(first: Prose, line: Prose) -> Prose | None:
    found = _TOOK_PART.fullmatch(line.text)
    if not found or not _HELD.search(first.text) or ", " in first.text or not re.search(r"\d", found["who"]):
        return None
    rest = line.with_words(found.start("verb"), found.end("verb"), _TAKING[found["verb"]])
    rest = rest.with_words(0, found.start("who"), "")
    if _NUMBER_FIRST.match(rest.text):
        rest = rest.with_words(0, 1, rest.text[0].lower())
    return behind(first, rest, ", with ")


def _under_deal(first: Prose, line: Prose) -> Prose | None:
    """What is bought, and for how much: will buy 60 tonnes of hops, under a contract worth 9 million yuan."""
    found = _DEAL.fullmatch(line.text)
    if not found or not _BUYS.search(first.text) or f" {found['what']} " not in f"{first.text[:-1]} ":
        return None
    article = "an" if found["deal"][0] in "ao" else "a"
    rest = line.with_words(0, found.start("sum"), "")
    return behind(first, rest, f", under {article} {found['deal']} worth ")


def _some_of_them(first: Prose, line: Prose) -> Prose | None:
    """Some of those who took part: 986 athletes in 52 teams competed, among them 11 overseas teams."""
    found, whole = _TEAMS.fullmatch(line.text), _COMPETED.fullmatch(first.text)
    if not found or not whole or found["noun"] != whole["noun"] or ", " in first.text:
        return None
    end = found.end("from") if found["from"] else found.end("noun")
    rest = line.with_words(end, len(line.text) - 1, "")
    return behind(first, rest.with_words(0, found.end("count"), _figure(found["count"])), ", among them ")


def _figure(count: str) -> str:
    """A count that opened a sentence as it stands within one: 11 for Eleven, but three."""
    words = count.lower().split("-")
    number = sum(_NUMBERS.get(word, 0) for word in words)
    return (
        count
        if number < _SPELT and count[0].isdigit()
        else str(number)
        if number >= _SPELT
        else count.lower()
    )


WAYS = (_ranking, _due, _took_part, _under_deal, _some_of_them)
"""What may be told with the sentence before, each way by itself."""
