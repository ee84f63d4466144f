"""Short sentences in a row that only count something, each of another thing, as one.

Forty stalls were rented. About 900 visitors came by boat.
Forty stalls were rented, and about 900 visitors came by boat.
"""

from __future__ import annotations

from pressgen.drafting.gapped import behind
from pressgen.drafting.openings import FRAMES
from pressgen.drafting.prose import Prose
from pressgen.regex import regex
from pressgen.text import han

_CHARACTERS, _WORDS = 40, 24
"""How long the sentence may become."""
_COUNTING = regex(r"(?:^|\.)(?:counts|indicator|change)\.")
"""Statements that say how many or how much of something, and no more."""
_WORDS_ZH = regex("(?=([\u4e00-\u9fff]{2}))")
_WORDS_EN = regex(
    r"\b(?!(?:the|and|has|had|have|was|were|are|for|with|from|about|nearly|over|more|than|one|two|six|ten|came|rose|"
    r"numbers?|million|billion|yuan|years?|total|each|its|their)\b)[a-z]{3,}"
)
"""Words by which two sentences are about things of one kind."""
_COMPARING = frozenset({"percent", "points", "ordinal"})
"""Kinds of facts that say how a figure changed or ranks."""
_SIGNS = regex("[，；：“”（]|[0-9]年|[0-9][月日]|占|参[加与]|计划|力争|预计|拟|将")
_LINKS = regex(
    r"[,;:“”(]| and | or |\b(?:this|last|next) (?:year|month)\b|\b(?:19|20)\d\d\b|"
    r"\b(?:plan|aim|expect|account)(?:s|ed)?\b|\bwill\b|took part"
)
_NUMBER = regex(r"\d{1,3}(?:,\d{3})+|\d+\.\d+")
_LOWER = regex(
    r"(?:The (?![A-Z])|About |Nearly |Over |More than |Fewer than |Another |Some |"
    r"(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Twenty|Thirty|Forty|Fifty|Sixty|Seventy|Eighty|Ninety)\b)"
)
"""How an English sentence begins that begins with no name."""
_DAY = regex("(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})日")
_DAYS = regex("(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})日至(?P<last>[0-9]{1,2})日，")
_PEAK = "单日"


def counted_zh(first: Prose, line: Prose) -> Prose | None:
    """Two counts, each in a few words: 40个小吃摊位租出，约900份小吃外送."""
    if not _apart(first, line) or any(_SIGNS.search(each.text[:-1]) for each in (first, line)):
        return None
    together = behind(first, line, "，")
    return together if han(together.text) <= _CHARACTERS else None


def counted_en(first: Prose, line: Prose) -> Prose | None:
    """The same in English."""
    if not _apart(first, line) or not _LOWER.match(line.text):
        return None
    listed = line.text.replace(" and ", " ", 1)  # six lines and 120 buses
    if _LINKS.search(_NUMBER.sub("9", first.text)) or _LINKS.search(_NUMBER.sub("9", listed)):
        return None
    together = behind(first, line.with_words(0, 1, line.text[0].lower()), ", and ")
    return together if len(together.text.split()) <= _WORDS else None


def _apart(first: Prose, line: Prose) -> bool:
    """Whether both count, and different things."""
    marks = (*first.facts, *line.facts)
    if not first.facts or not line.facts or any(not _COUNTING.search(mark.target) for mark in marks):
        return False
    if any(mark.kind in _COMPARING for mark in marks):
        return False
    if not _alike(first.text, line.text):
        return False
    again = line.subject
    words = line.text[again.start : again.end].lower().removeprefix("the ") if again else ""
    return not words or words not in first.text.lower()


def _alike(first: str, second: str) -> bool:
    """Whether two sentences share a word: 两岸码头有车位60个。两岸候船厅有座位90个."""
    words = _WORDS_ZH if "。" in second else _WORDS_EN
    return not {*words.findall(first.lower())}.isdisjoint(words.findall(second.lower()))


def peak_zh(first: Prose, line: Prose) -> Prose | None:
    """Several days, and the most on one of them: ……接待游客9万人次，其中5月2日单日接待2万人次，创历史新高."""
    days, frame = _DAYS.match(first.text), FRAMES["zh"].match(line.text)
    about, again = first.subject, line.subject
    if not days or not frame or not about or not again or again.start != frame.end():
        return None
    measure = line.text[again.start : again.end]
    if not measure.startswith(_PEAK) or "“" in line.text or "，" in first.text[days.end() :]:
        return None
    if not first.text[about.start : about.end].endswith(measure.removeprefix(_PEAK)):
        return None
    day = _DAY.match(frame[0])
    if (
        not day
        or day["month"] != days["month"]
        or not int(days["day"]) <= int(day["day"]) <= int(days["last"])
    ):
        return None
    return behind(first, line.with_words(frame.end() - 1, frame.end(), ""), "，其中")


ZH = (counted_zh, peak_zh)
EN = (counted_en,)
