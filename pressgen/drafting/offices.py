"""Bureaus that no list has a short name for, once named in full: 市商务局; and several in a row.

the Weihai Municipal Bureau of Finance … the bureau, or the municipal bureau of finance beside others
the Weihai Municipal Bureau of Finance and the Weihai Municipal Bureau of Education
the Weihai municipal bureaus of finance and education
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from pressgen.document import Mark
from pressgen.drafting.prose import Prose
from pressgen.drafting.token import Token
from pressgen.figures import Language
from pressgen.regex import regex

_PLACE = r"(?P<place>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)??)"
_LEVEL = " Municipal| Provincial| District| County"
_HEAD = "(?P<head>Bureau|Commission|Department)"
_EN = regex(rf"{_PLACE}(?P<level>{_LEVEL}|) {_HEAD} of (?P<of>[A-Z][\w, -]+)")
_KIND = regex(rf"{_PLACE}(?P<level>{_LEVEL}) (?P<of>[A-Z][\w, -]+?) {_HEAD}")
"""The same with what it is in charge of in front: the Weihai Municipal Health Commission."""
_SHORT = regex(
    r"(?P<place>)(?P<level>(?:municipal|provincial|district|county) |)"
    r"(?P<head>bureau|commission|department) of (?P<of>[\w -]+)"
)
_ZH = regex(
    "(?P<place>[\u4e00-\u9fff]{1,4})(?P<rest>[市县区][\u4e00-\u9fff]{2,16}(?:局|委|委员会|中心|署|台))"
)
_NAMES = regex(r"\b(?:Chinese|Hong Kong|Macao|Taiwan|CPC|Party|State|National|Public Security)\b")
"""What is a name in the name of a bureau, or says whose it is: it is not written small."""
_BESIDE = regex(
    r"\b(?P<place>[A-Z][\w’'-]*)(?P<level> (?:municipal|provincial|district|county)) "
    r"(?:bureaus|commissions|departments) of [a-z ]+(?:, [a-z ]+)*? and the "
    r"(?P<again>(?P=place) (?:Municipal|Provincial|District|County)) "
    r"(?P<of>(?:[A-Z][a-z-]+ (?:and )?){1,6}(?:Administration|Authority|Commission|Bureau|Office))\b"
)
_KINDS = r"(?:Municipal|Provincial) (?:People[’']s Government|(?:Bureau|Commission) of [A-Z][a-z]+)"
_TWINS = regex(
    rf"\bthe (?P<place>[A-Z][\w’-]*) (?P<kind>{_KINDS})(?P<between> and the )"
    r"(?P<other>[A-Z][\w’-]*) (?P<same>(?P=kind))\b"
)
"""The same body of two places: the Ruzhou and Dengzhou municipal people’s governments."""
_APART = (", ", ", the ", " and ", " and the ", ", and the ", ", and ")


class Offices:
    """The bureaus that one text has named, by their names in full."""

    def __init__(self, lang: Language, places: Iterable[str]) -> None:
        self.lang = lang
        self.places = {place.removesuffix("市") for place in places}
        self.named: set[str] = set()

    def called(self, words: str, token: Token, *, again: bool) -> str:
        """A bureau as the text calls it; in full where it was not named, or where it would not be clear."""
        if not (found := self._read(words)):
            return words
        self.named.add(words)
        others = [other for name in self.named - {words} if (other := self._read(name))]
        abroad = len(self.places) > 1  # whose it is would not be clear
        if not again or abroad or (self.lang == "en" and token.step("the") is None):
            return words
        return _short_zh(found, others, self.places) if self.lang == "zh" else _short_en(found, others)

    def _read(self, words: str) -> re.Match[str] | None:
        if self.lang == "zh":
            return _ZH.fullmatch(words)
        return _EN.fullmatch(words) or _KIND.fullmatch(words)


def _short_zh(found: re.Match[str], others: list[re.Match[str]], places: set[str]) -> str:
    """市商务局: where it is a bureau of the city that the text is about, and no other's is named."""
    alone = all(other["place"] == found["place"] for other in others)
    return found["rest"] if alone and places == {found["place"]} else found[0]


def _short_en(found: re.Match[str], others: list[re.Match[str]]) -> str:
    """The municipal bureau of commerce: where no other city's is named."""
    same = any((other["level"], other["of"]) == (found["level"], found["of"]) for other in others)
    if same or _NAMES.search(found["of"]):
        return found[0]
    level, head, of = (found[part].strip().lower() for part in ("level", "head", "of"))
    return (
        f"{level} {of} {head}"
        if found.start("of") < found.start("head")
        else f"{level} {head} of {of}".lstrip()
    )


def in_one(prose: Prose) -> Prose:
    """The same prose, English bureaus of one city in a row as its bureaus of this and that."""
    marks = sorted((m for m in prose.facts if m.kind == "name"), key=lambda mark: mark.start)
    for number in range(len(marks)):
        row = _row(prose.text, marks[number:])
        if len(row) > 1:
            return in_one(_led(_as_one(prose, row), marks[:number], row[0].start()))
    return _small(prose)


def twins(prose: Prose) -> Prose:
    """The same prose, what two places have each by one name said once.

    >>> twins(Prose("the Xinyi Municipal Bureau of Culture and the Luoding Municipal Bureau of Culture")).text
    'the Xinyi and Luoding municipal bureaus of culture'
    >>> governments = (f"the {city} Municipal People’s Government" for city in ("Yunfu", "Luoding"))
    >>> twins(Prose(" and ".join(governments))).text
    'the Yunfu and Luoding municipal people’s governments'
    """
    while found := _TWINS.search(prose.text):
        words = found["kind"].replace("Bureau", "Bureaus").replace("Commission", "Commissions").lower()
        words = words.replace("government", "governments")
        prose = prose.with_words(found.start("same"), found.end("same"), words)
        prose = prose.with_words(found.end("place"), found.end("between"), " and ")
    return prose


def _small(prose: Prose) -> Prose:
    """The same prose, another body of the city behind its bureaus written small as they are."""
    if (found := _BESIDE.search(prose.text)) and not _NAMES.search(found["of"]):
        prose = prose.with_words(found.start("of"), found.end("of"), found["of"].lower())
        return prose.with_words(found.start("again"), found.end("again"), found["level"].strip())
    return prose


def _led(prose: Prose, before: list[Mark], start: int) -> Prose:
    """The same prose, a name in front of several that became one joined to them with "and"."""
    comma = ", the "
    beside = before and before[-1].end == start - len(comma) and prose.text.startswith(comma, before[-1].end)
    return prose.with_words(start - len(comma), start, " and the ") if beside else prose


def _row(text: str, marks: list[Mark]) -> list[re.Match[str]]:
    """Bureaus of one city that stand side by side, from the first mark on."""
    row: list[re.Match[str]] = []
    for mark in marks:
        start = mark.start + 4 * text.startswith(("the ", "The "), mark.start)
        found = _EN.fullmatch(text, start, mark.end) or _SHORT.fullmatch(text, start, mark.end)
        if found is None or "," in found["of"] or _NAMES.search(found["of"]):
            break
        if row and (text[row[-1].end() : start] not in _APART or not _alike(row[0], found)):
            break
        row.append(found)
    return row


def _alike(first: re.Match[str], found: re.Match[str]) -> bool:
    """Whether a second bureau is one of the same city and called the same."""
    same = not first["place"] or not found["place"] or first["place"] == found["place"]
    return same and all(
        first[part].strip().lower() == found[part].strip().lower() for part in ("level", "head")
    )


def _as_one(prose: Prose, row: list[re.Match[str]]) -> Prose:
    names = [each["of"].lower() for each in row]
    compound = any(" and " in name for name in names)
    final = " and of " if compound and len(row) == 2 else ", and " if compound else " and "
    for number in range(len(row) - 1, 0, -1):
        between = final if number == len(row) - 1 else ", "
        prose = prose.with_words(row[number - 1].end(), row[number].end(), between + names[number])
    first = row[0]
    called = (first["place"], first["level"].strip().lower(), f"{first['head'].lower()}s of {names[0]}")
    return prose.with_words(first.start(), first.end(), " ".join(filter(None, called)))
